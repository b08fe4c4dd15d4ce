# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What jobcentres send can be read with others' tools: the envelope by another age, the tables by Frictionless."""

import io
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from frictionless import validate

from bip_desktop.centre.command_line import main
from bip_desktop.exchange.envelope import seal
from tests.centre.age_reader import opened, recipients
from tests.centre.packages import World


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("simulated") / "world"
    size = ["--sites", "2", "--caseworkers", "10", "--citizens", "60", "--packages", "3"]
    assert main(["--json", "simulate", "--out", str(out), *size]) == 0
    return out


def _identities(home: Path) -> list[str]:
    """The operating key and the recovery key."""
    return [
        (home / name).read_text(encoding="ascii").strip().splitlines()[-1]
        for name in ("keys/operating-key.txt", "recovery-key.txt")
    ]


def test_either_key_opens_an_envelope_by_the_specification_alone(simulated: Path) -> None:
    paths = sorted((simulated / "packages").iterdir())
    assert len(paths) == 12
    for path in paths:
        sealed = path.read_bytes()
        assert recipients(sealed) == 2
        plain = [opened(sealed, identity) for identity in _identities(simulated / "centre")]
        assert plain[0] == plain[1]
        with zipfile.ZipFile(io.BytesIO(plain[0])) as zipped:
            assert zipped.testzip() is None
            assert "manifest.json" in zipped.namelist()


def test_another_key_and_a_changed_byte_open_nothing(simulated: Path, world: World) -> None:
    sealed = next((simulated / "packages").iterdir()).read_bytes()
    with pytest.raises(ValueError, match="others"):
        opened(sealed, _identities(world.home.folder)[0])
    identity = _identities(simulated / "centre")[0]
    with pytest.raises(InvalidTag):
        opened(sealed[:-1] + bytes([sealed[-1] ^ 1]), identity)
    with pytest.raises(ValueError, match="header"):
        opened(sealed.replace(b"\n--- ", b"\n-> x\n\n--- ", 1), identity)


def test_the_age_program_opens_it_too(simulated: Path, tmp_path: Path) -> None:
    age = shutil.which("age")
    if age is None:
        pytest.skip("no age program is installed here (apt-get install age); the reader by the specification is tested")
    for path in sorted((simulated / "packages").iterdir())[:3]:
        for number, identity in enumerate(_identities(simulated / "centre")):
            key = tmp_path / f"key{number}"
            key.write_text(identity + "\n", encoding="ascii")
            done = subprocess.run([age, "-d", "-i", str(key), str(path)], check=True, capture_output=True)
            assert done.stdout == opened(path.read_bytes(), identity)


def test_frictionless_finds_every_data_package_valid(simulated: Path, tmp_path: Path) -> None:
    identity = _identities(simulated / "centre")[0]
    for path in sorted((simulated / "packages").iterdir()):
        with zipfile.ZipFile(io.BytesIO(opened(path.read_bytes(), identity))) as zipped:
            folder = tmp_path / path.name
            for name in zipped.namelist():
                if name == "datapackage.json" or name.startswith("data/"):
                    (folder / name).parent.mkdir(parents=True, exist_ok=True)
                    (folder / name).write_bytes(zipped.read(name))
        report = validate(str(folder / "datapackage.json"))
        assert report.valid, report.flatten(["fieldName", "rowNumber", "note"])[:5]


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 300_000])
def test_envelopes_of_every_size_open(world: World, size: int) -> None:
    content = random.Random(size).randbytes(size)
    sealed = seal(content, world.home.recipients())
    assert opened(sealed, _identities(world.home.folder)[0]) == content
