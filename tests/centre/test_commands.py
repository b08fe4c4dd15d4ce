# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The commands as a person or a machine gives them."""

import csv
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bip_desktop.centre.command_line import main
from bip_desktop.centre.home import open_home
from bip_desktop.exchange.envelope import read_recipients
from bip_desktop.exchange.signed_json import SignedKind, is_signed_json
from bip_desktop.exchange.signing import public_key
from tests.centre.packages import World, meeting, rows_of


def _json(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main(["--json", *map(str, arguments)])
    return code, json.loads(capsys.readouterr().out)


def test_a_new_centre_has_keys_for_itself_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "centre"
    code, said = _json(capsys, "--home", home, "init", "--name", "Center for Opdigtet Forskning")
    assert code == 0
    for file in (*(home / "keys").iterdir(), home / "recovery-key.txt", home / "store.sqlite"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert stat.S_IMODE((home / "keys").stat().st_mode) == 0o700
    recipients = read_recipients(home / "recipients.json")
    identity = open_home(home).operating_identity()
    assert recipients.operating == str(identity.to_public())
    assert recipients.centre == "Center for Opdigtet Forskning"
    read = json.loads((home / "recipients.json").read_text(encoding="utf-8"))
    assert read["signing"]["fingerprint"] == said["fingerprint"]
    assert is_signed_json(SignedKind.RECIPIENTS, read, public_key(open_home(home).signing_key()))


def test_a_centre_is_never_made_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "centre"
    assert main(["--home", str(home), "init"]) == 0
    before = (home / "keys" / "operating-key.txt").read_bytes()
    code, said = _json(capsys, "--home", home, "init")
    assert (code, said["problem"]) == (2, "home.exists")
    assert (home / "keys" / "operating-key.txt").read_bytes() == before


def test_from_enrolment_to_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = World(tmp_path)
    home = world.home.folder
    other = world.installed("andet-sted", "0a0b0c", enrolled=False)
    world.site.send(rows_of((1, 1), (2, 1)))
    rows = rows_of((3, 3))
    rows["meetings"] = [meeting(3, 3, caseworker="ca5e0000-0000-4000-8000-000000000002")]
    late = other.send(rows)
    code, said = _json(capsys, "--home", home, "receive", world.inbox)
    assert code == 1
    assert (said["accepted"], said["quarantined"]) == (1, 1)
    assert said["reasons"][0]["flaw"] == "signature.site_unknown"
    assert "andet-sted" in said["reasons"][0]["da"]
    assert said["reasons"][0]["path"] == str(late)
    key = public_key(other.installation.signing_key).hex()
    assert main(["--home", str(home), "enrol", "andet-sted", key]) == 0
    code, said = _json(capsys, "--home", home, "retry")
    assert (code, said["accepted"]) == (0, 1)
    code, said = _json(capsys, "--home", home, "receive", world.inbox)
    assert (code, said["duplicate"]) == (0, 2)
    code, said = _json(capsys, "--home", home, "tables", "--out", tmp_path / "out")
    assert code == 0
    assert said["files"]["answers.csv"] == 156
    with (tmp_path / "out" / "meetings.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert next(iter(lines[0])) == "site"
    assert {line["site"] for line in lines} == {"opdigtet", "andet-sted"}
    assert len((tmp_path / "out" / "answers.csv").read_bytes().splitlines()) == 157


def test_status_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = World(tmp_path)
    paths = [world.site.send(rows_of((number, 1))) for number in range(1, 7)]
    for place in (0, 2, 5):
        world.receive(paths[place])
    (world.inbox / "bad.zip.age").write_bytes(b"nothing")
    world.receive(world.inbox / "bad.zip.age")
    code, said = _json(capsys, "--home", world.home.folder, "status")
    assert code == 0
    [installation] = said["installations"]
    assert installation["missing"] == ["2", "4-5"]
    assert installation["last_seq"] == 6
    assert said["quarantine"][0]["file_name"] == "bad.zip.age"
    assert said["recovery_key_still_here"]
    assert said["rows"]["meetings"] == 3
    assert main(["--home", str(world.home.folder), "status"]) == 0
    text = capsys.readouterr().out
    assert "2, 4-5" in text
    assert "bad.zip.age" in text


def test_two_databases_that_went_on_from_one_are_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = World(tmp_path)
    world.site.send(rows_of((1, 1)))
    world.site.previous = "a" * 64
    world.site.send(rows_of((2, 1)))
    world.receive()
    _, said = _json(capsys, "--home", world.home.folder, "status")
    assert said["installations"][0]["chain_breaks"] == [2]


def test_people_get_typed_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = World(tmp_path)
    world.site.send(rows_of((1, 1)))
    world.receive()
    out = tmp_path / "out"
    assert main(["--home", str(world.home.folder), "tables", "--out", str(out), "--format", "xlsx"]) == 0
    assert not (out / "answers.csv").exists()
    sheet = openpyxl.load_workbook(out / "answers.xlsx", read_only=True).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("meeting_id", "item", "option", "value")
    assert rows[1][1:4] == ("B1", 0, 3)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("status",), "home.missing"),
        (("receive", "."), "home.missing"),
        (("enrol", "sted", "12"), "key.form"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], problem: str
) -> None:
    code, said = _json(capsys, "--home", tmp_path / "none", *arguments)
    assert (code, said["problem"]) == (2, problem)
    assert "{" not in said["da"] + said["en"]


def test_a_path_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = World(tmp_path)
    code, said = _json(capsys, "--home", world.home.folder, "receive", tmp_path / "nowhere")
    assert (code, said["problem"]) == (2, "path.missing")


def test_a_site_and_a_key_are_held_to_their_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = World(tmp_path)
    home = world.home.folder
    assert _json(capsys, "--home", home, "enrol", "Store Sted", "ab" * 32)[1]["problem"] == "site.form"
    key = public_key(world.site.installation.signing_key).hex()
    assert _json(capsys, "--home", home, "enrol", "andet", key)[1]["problem"] == "key.other_site"
    assert _json(capsys, "--home", home, "revoke", "abcdef12")[1]["problem"] == "key.not_found"
    file = tmp_path / "key.txt"
    file.write_text(" ".join(key[place : place + 4] for place in range(0, 64, 4)), encoding="ascii")
    print_ = _json(capsys, "--home", home, "enrol", "opdigtet", file)[1]["fingerprint"]
    assert _json(capsys, "--home", home, "revoke", print_[:12])[1]["fingerprint"] == print_


def test_the_program_needs_no_screen(tmp_path: Path) -> None:
    look = (
        "import sys; from bip_desktop.centre.command_line import main; main(sys.argv[1:]); "
        "print(sorted(name for name in sys.modules if name.startswith(('PySide6', 'numpy', 'sqlcipher3'))))"
    )
    command = [sys.executable, "-c", look, "--home", str(tmp_path / "c"), "init"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.stdout.splitlines()[-1] == "[]"


def test_what_was_set_aside_can_be_thrown_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = World(tmp_path)
    home = world.home.folder
    for name in ("one.zip.age", "two.zip.age", "three.zip.age"):
        (world.inbox / name).write_bytes(b"age-encryption.org/v1 " + name.encode())
    world.receive()
    assert len(list(world.home.quarantine.iterdir())) == 3
    code, said = _json(capsys, "--home", home, "discard", "one.zip.age", "none.zip.age")
    assert (code, said["problem"]) == (2, "quarantine.unknown")
    assert _json(capsys, "--home", home, "discard", "one.zip.age") == (0, {"discarded": ["one.zip.age"]})
    _, status = _json(capsys, "--home", home, "status")
    assert sorted(each["file_name"] for each in status["quarantine"]) == ["three.zip.age", "two.zip.age"]
    assert len(list(world.home.quarantine.iterdir())) == 2
    code, said = _json(capsys, "--home", home, "discard", "--all")
    assert (code, len(said["discarded"])) == (0, 2)
    assert not list(world.home.quarantine.iterdir())
