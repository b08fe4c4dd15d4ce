# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The main job, whole: the walk through a meeting of Henrik's, run as people run it, and what it leaves behind."""

import csv
import hashlib
import io
import itertools
import json
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pyrage
import pytest
from PySide6.QtGui import QImage

from bip_desktop.demonstration.jobcentre import read_demonstration

PAGES = (
    "unlock",
    "unlock-wrong",
    "interrupted",
    "caseload",
    "about",
    "new-citizen-impossible-cpr",
    "citizen",
    "own-answers",
    *(f"caseworker-S{number}" for number in range(1, 13)),
    "welcome",
    "handover",
    *(f"citizen-B{number}" for number in range(1, 12)),
    "pause",
    "handover-after-pause",
    "review",
    "research",
    "locked",
    "locked-wrong-pin",
    "confirm",
    "together-over_time",
    "together-two_views",
    "together-from_start",
    "together-search_and_wage",
    "help",
    "help-chosen",
    "agreement",
    "citizen-after",
    "caseload-after",
    "export",
    "export-done",
    "locked-program",
)


@pytest.fixture(scope="session")
def submission(walk: Path) -> zipfile.ZipFile:
    """The submission, opened with the demonstration centre's key."""
    [sealed] = (walk / "submission").glob("*.zip.age")
    identity = pyrage.x25519.Identity.from_str((walk / "centre-identity.txt").read_text().splitlines()[-1])
    return zipfile.ZipFile(io.BytesIO(pyrage.decrypt(sealed.read_bytes(), [identity])))


def rows(submission: zipfile.ZipFile, table: str) -> list[dict[str, str]]:
    """The lines of one table."""
    return list(csv.DictReader(io.StringIO(submission.read(f"data/{table}.csv").decode())))


def test_every_page_and_step_leaves_a_picture(walk: Path) -> None:
    pictures = {path.stem.split("-", 1)[1]: path for path in walk.glob("*.png")}
    assert set(PAGES) <= set(pictures)
    for path in pictures.values():
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1280, 800), path.name
        colours = {image.pixel(x, y) for x in range(0, 1280, 7) for y in range(0, 800, 7)}
        assert len(colours) > 8, f"{path.name} is empty"


def test_each_page_looks_different_from_the_one_before(walk: Path) -> None:
    contents = [path.read_bytes() for path in sorted(walk.glob("*.png"))]
    same = [place for place, (before, after) in enumerate(itertools.pairwise(contents)) if before == after]
    assert not same


def test_the_agreement_is_printed(walk: Path) -> None:
    assert (walk / "agreement.pdf").read_bytes().startswith(b"%PDF")


def test_the_submission_carries_what_was_answered_in_the_walk(submission: zipfile.ZipFile) -> None:
    meetings = rows(submission, "meetings")
    how_many = Counter(row["citizen_id"] for row in meetings)
    [tenth] = [row for row in meetings if row["measurement_number"] == "10" and how_many[row["citizen_id"]] == 10]
    answers = {
        (row["item"], row["option"]): row["value"]
        for row in rows(submission, "answers")
        if row["meeting_id"] == tenth["meeting_id"]
    }
    assert [answers[item, "0"] for item in ("B6", "B9", "S12", "B11")] == ["4", "5", "4", "14000"]
    assert [answers["B10", str(option)] for option in range(1, 9)] == ["0", "1", "0", "1", "0", "0", "0", "0"]
    assert {option for option in range(1, 24) if answers["S1", str(option)] == "1"} == {11, 13}
    assert (tenth["citizen_part"], tenth["caseworker_part"], tenth["caseworker_when"]) == (
        "complete",
        "complete",
        "before",
    )
    marks = {
        (row["activity"], row["status"])
        for row in rows(submission, "interventions")
        if row["meeting_id"] == tenth["meeting_id"]
    }
    assert {("11", "ongoing"), ("13", "ongoing")} <= marks


def test_only_those_who_said_yes_are_in_it(submission: zipfile.ZipFile) -> None:
    citizens = rows(submission, "citizens")
    invented = read_demonstration()["citizens"]
    said_yes = [each for each in invented if each.get("research") == "yes"]
    assert len(citizens) == len(said_yes) + 1, "Henrik says yes in the walk"
    manifest = json.loads(submission.read("manifest.json"))
    assert manifest["declined_research"] == sum(each.get("research") == "no" for each in invented)


def test_nothing_that_names_a_person_is_in_it(submission: zipfile.ZipFile) -> None:
    canaries: list[str] = []
    for each in read_demonstration()["citizens"]:
        canaries += [each["name"], each["cpr"], each["cpr"].replace("-", ""), each["case_number"]]
        if "agreement" in each:
            canaries += each["agreement"]["goals"]
    for name in submission.namelist():
        content = submission.read(name)
        for canary in canaries:
            assert canary.encode() not in content, (name, canary)


def test_every_file_is_the_one_the_manifest_names(submission: zipfile.ZipFile) -> None:
    files = json.loads(submission.read("manifest.json"))["files"]
    assert len(files) >= 7
    for entry in files:
        content = submission.read(entry["name"])
        assert hashlib.sha256(content).hexdigest() == entry["sha256"], entry["name"]
        assert len(content) == entry["bytes"]


# -- the complete set ---------------------------------------------------------------------------------------------


def test_the_complete_set_shows_every_step_of_a_meeting_and_one_page_with_all_of_it(tmp_path: Path) -> None:
    """One look of the set, as the command makes it; the others differ in size, theme and language alone."""
    ended = subprocess.run(
        [sys.executable, "-c", _ONE_LOOK, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=170,
        env={**os.environ, "HOME": str(tmp_path)},
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    pictures = tmp_path / "pictures"
    files = {path.relative_to(pictures).as_posix() for path in pictures.rglob("*.png")}
    index = (pictures / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href="([^"#]+)"', index)) == files
    assert files == set(re.findall(r'<img src="([^"]+)"', index)), "every picture, and nothing from elsewhere"
    assert "http" not in index
    shown = {Path(name).stem for name in files}
    assert {f"question-B{number}" for number in range(1, 12)} <= shown
    assert {f"her-question-S{number}" for number in range(1, 13)} <= shown
    for page in ("welcome", "handover", "review", "research", "locked", "confirm", "together", "help", "agreement"):
        assert any(name.startswith(f"{page}-") for name in shown), page
    for path in pictures.rglob("*.png"):
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1024, 600), f"{path.name} does not fit the smallest screen"


_ONE_LOOK = """
import sys
from datetime import date
from pathlib import Path
from bip_desktop.demonstration.looks import SIZES, Look, use_invisible_screens
folder = Path(sys.argv[1])
use_invisible_screens(folder, SIZES)
from bip_desktop import bootstrap
from bip_desktop.demonstration.gallery import take_pictures
app = bootstrap.application([])
(folder / "pictures").mkdir()
take_pictures(app, folder, folder / "pictures", date(2026, 11, 21), [Look((1024, 600), 200)])
"""
