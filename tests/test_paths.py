# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The files the program comes with are found in the source tree, in an installed wheel and in a frozen program."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bip_desktop import paths
from bip_desktop.paths import Places

ROOT = Path(__file__).parents[1]
FOLDERS = [(paths.resources, "resources"), (paths.migrations, "db")]


@pytest.mark.parametrize(("find", "name"), FOLDERS)
def test_in_the_source_tree_they_lie_beside_the_package(find: Callable[[], Path], name: str) -> None:
    assert find() == ROOT / name
    assert find().is_dir()


@pytest.mark.parametrize(("find", "name"), FOLDERS)
def test_in_a_wheel_they_lie_inside_the_package(
    find: Callable[[], Path], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "bip_desktop"
    (package / f"_{name}").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert find() == package / f"_{name}"


@pytest.mark.parametrize(("find", "name"), FOLDERS)
def test_in_a_frozen_program_they_lie_where_it_is_unpacked(
    find: Callable[[], Path], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    assert find() == tmp_path / "_internal" / name


def test_what_is_needed_is_there() -> None:
    for needed in ("instruments/bip@1.json", "evidence/rules@1.json", "themes/light.toml", "icons"):
        assert (paths.resources() / needed).exists(), needed
    assert list(paths.migrations().rglob("*.py"))


def test_a_jobcentre_keeps_everything_in_its_own_folder(tmp_path: Path) -> None:
    places = Places(tmp_path / "BIP")
    assert places.recipients.parent == places.folder
    assert places.folder in places.log.parents
    assert places.log.parent != places.folder


def test_the_jobcentre_of_the_user_lies_in_the_users_own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = Places.of_user().folder
    assert folder.name == "BIP"
    if sys.platform == "linux":
        assert folder == tmp_path / "data" / "BIP"
    assert not folder.exists()
