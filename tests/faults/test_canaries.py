# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A thousand invented CPR numbers, every screen, every way of failing: and not one is heard anywhere."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bip_desktop.domain.rights import Role
from bip_desktop.storage.vault import FolderVault
from tests.faults.canaries import canaries, heard_in, singing_files
from tests.faults.sizes import Rounds
from tests.gui.conftest import ROOT, finished
from tests.gui.invented_work import PASSPHRASE

__all__ = ["finished"]


def test_a_canary_is_heard_in_every_form(tmp_path: Path) -> None:
    [cpr] = canaries(1)
    known = frozenset({cpr.digits})
    for form in (cpr.digits, cpr.written, f"{cpr.digits[:6]} {cpr.digits[6:]}"):
        assert heard_in(f"æ {form}.".encode(), known)
        assert heard_in(f"ab{form}c".encode("utf-16-le"), known)
    assert not heard_in(cpr.masked.encode(), known)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "log").write_bytes(b"\x00" + cpr.written.encode() + b"\xff")
    (tmp_path / f"{cpr.digits}.pdf").touch()
    assert sorted(singing_files(tmp_path, known)) == ["in/log", "the name 14 characters long"]


@pytest.mark.soak("canary CPR numbers through every screen and forced failures: none heard", 6, 1_000, 12)
def test_no_cpr_number_is_heard_outside_the_open_database(rounds: Rounds, finished: Path, tmp_path: Path) -> None:
    """Broken once by a log without its second line of defence, once by a citizen's page with the whole number, and
    once by an import that left a copy of its list among the temporary files.

    Heard are the database with -wal and -shm, backups, settings, the log, temporary files, file names, what the
    process prints, every text on every screen and for the ear, titles, the clipboard, and reports of failures.
    """
    folder, count = tmp_path / "all", len(rounds)
    shutil.copytree(finished, folder / "BIP")
    store, me = FolderVault(folder / "BIP", ROOT / "db").open(PASSPHRASE)
    with store.writing() as work:
        work.rights.set_roles(me, frozenset(Role))  # so that no page is refused
    store.close()
    for name in ("home", "tmp"):
        (folder / name).mkdir()
    places = {"HOME": folder / "home", "TMPDIR": folder / "tmp", "XDG_RUNTIME_DIR": folder / "tmp"}
    with (
        (tmp_path / "said").open("wb") as said,
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.canary_walk", str(folder), str(tmp_path / "borgere.csv"), str(count)],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **{name: str(path) for name, path in places.items()}},
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line)
            rounds.done(json.loads(line).get("done", count))
    assert process.returncode == 0, (tmp_path / "said").read_text()[-3000:]
    found = json.loads(lines[-1])
    known = frozenset(each.digits for each in canaries(count))
    assert found["heard"] == []
    assert found["not_seen"] == [], "every page there is belongs into the walk"
    assert not heard_in((tmp_path / "said").read_bytes() + "".join(lines).encode(), known)
    assert list(singing_files(folder, known)) == []
    assert (folder / "BIP" / "log" / "bip.log").stat().st_size > 0, "the failures were written down"
    assert found["looked"]["reports of a failure"] >= count / 2
    rounds.found(heard=0, **{name.replace(" ", "_"): number for name, number in found["looked"].items()})
