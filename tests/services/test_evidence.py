# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the centre has measured joins the rules; what is unsigned, altered, older or another chain's does not."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from bip_desktop.bootstrap import open_desk
from bip_desktop.centre.home import Home, make_home
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.evidence import Evidence, Group
from bip_desktop.domain.submission import NO_HASH
from bip_desktop.exchange.evidence_file import evidence_bytes, release_hash
from bip_desktop.exchange.signing import new_signing_key
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from tests.exchange.test_evidence_file import EVIDENCE
from tests.gui.invented_work import Calendar, Held, add_citizen, caseworker_answers, citizen_answers, hold_meeting


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A real research centre."""
    return make_home(tmp_path / "centre", "Center for Opdigtet Forskning")


@pytest.fixture
def enrolled(desk: Desk, home: Home) -> Desk:
    """The desk, with the centre's keys taken in."""
    desk.enrolling.accept(desk.enrolling.look(home.recipients_file))
    return desk


class Releases:
    """What the centre publishes, one after the other."""

    def __init__(self, home: Home, folder: Path) -> None:
        self._home = home
        self._folder = folder
        self._previous = NO_HASH
        self._number = 0

    def publish(self, estimate: str = "0.21", **changed: object) -> Path:
        self._number += 1
        results = (replace(EVIDENCE.results[0], estimate=Decimal(estimate)), *EVIDENCE.results[2:])
        evidence = replace(
            EVIDENCE,
            release=self._number,
            previous=self._previous,
            results=results,
            **changed,  # type: ignore[arg-type]
        )
        content = evidence_bytes(evidence, self._home.signing_key())
        self._previous = release_hash(content)
        path = self._folder / f"tal-{self._number}.json"
        path.write_bytes(content)
        return path


@pytest.fixture
def releases(home: Home, tmp_path: Path) -> Releases:
    return Releases(home, tmp_path)


def _refused(desk: Desk, path: Path) -> Code:
    with pytest.raises(BipError) as raised:
        desk.evidence.look(path)
    return raised.value.code


def _take_in(desk: Desk, path: Path) -> None:
    desk.evidence.accept(desk.evidence.look(path))


def _evidence(desk: Desk) -> Evidence | None:
    table = desk.following.rules()
    assert table is not None
    return table.evidence


def test_a_release_joins_the_rules_whose_grades_and_sources_stay(enrolled: Desk, releases: Releases) -> None:
    before = enrolled.following.rules()
    assert before is not None
    assert before.evidence is None
    file = enrolled.evidence.look(releases.publish())
    assert enrolled.following.rules() == before  # looking changes nothing
    assert (file.evidence.source, file.evidence.citizens) == ("Center for Opdigtet Forskning", 400)
    enrolled.evidence.accept(file)
    after = enrolled.following.rules()
    assert after is not None
    assert (after.rules, after.sources) == (before.rules, before.sources)
    assert after.evidence == file.evidence
    assert after.version == f"{before.version}+e1"


def test_what_was_shown_can_be_told_by_the_version(enrolled: Desk, releases: Releases, calendar: Calendar) -> None:
    _take_in(enrolled, releases.publish())
    citizen = add_citizen(enrolled)
    held = Held(citizen_answers(), caseworker_answers())
    meeting = hold_meeting(enrolled, calendar, citizen.citizen_id, calendar.now.date(), held)
    assert meeting.rules_version == "1+e1"
    assert enrolled.submitting.preview().counts["meetings"] == 1


def test_it_is_still_there_after_the_program_was_closed(
    enrolled: Desk, releases: Releases, unlocked: Unlocked, places: Places, calendar: Calendar
) -> None:
    _take_in(enrolled, releases.publish())
    again = open_desk(unlocked, places, calendar)
    assert _evidence(again) == _evidence(enrolled) is not None


def test_it_can_be_put_back_and_taken_in_again(enrolled: Desk, releases: Releases) -> None:
    first, second = releases.publish("0.21"), releases.publish("-0.10")
    _take_in(enrolled, first)
    _take_in(enrolled, second)
    enrolled.evidence.put_back()
    assert (found := _evidence(enrolled)) is not None
    assert found.release == 1
    assert enrolled.evidence.before() is None
    assert _refused(enrolled, first) is Code.EVIDENCE_OLDER
    _take_in(enrolled, second)
    enrolled.evidence.put_back()
    enrolled.evidence.put_back()
    assert _evidence(enrolled) is None
    assert _refused(enrolled, first) is Code.EVIDENCE_OLDER  # a newer one has been here
    _take_in(enrolled, second)


def test_an_older_one_or_the_same_again_is_refused(enrolled: Desk, releases: Releases) -> None:
    first, second = releases.publish(), releases.publish()
    _take_in(enrolled, second)
    assert _refused(enrolled, first) is Code.EVIDENCE_OLDER
    assert _refused(enrolled, second) is Code.EVIDENCE_OLDER


def test_one_that_does_not_follow_on_from_what_is_here_is_refused(
    enrolled: Desk, releases: Releases, home: Home, tmp_path: Path
) -> None:
    _take_in(enrolled, releases.publish())
    other = tmp_path / "other"
    other.mkdir()
    branch = Releases(home, other)
    branch.publish("0.99")
    assert _refused(enrolled, branch.publish()) is Code.EVIDENCE_CHAIN


def test_one_of_another_centre_is_refused(enrolled: Desk, releases: Releases, tmp_path: Path) -> None:
    path = tmp_path / "tal.json"
    path.write_bytes(evidence_bytes(EVIDENCE, new_signing_key()))
    assert _refused(enrolled, path) is Code.EVIDENCE_SIGNATURE
    altered = releases.publish()
    altered.write_bytes(altered.read_bytes().replace(b'"0.21"', b'"0.91"'))
    assert _refused(enrolled, altered) is Code.EVIDENCE_SIGNATURE
    assert _evidence(enrolled) is None


def test_one_for_other_rules_is_refused(enrolled: Desk, releases: Releases) -> None:
    assert _refused(enrolled, releases.publish(rules_id="other-rules")) is Code.EVIDENCE_FILE


def test_nothing_can_be_read_before_the_centres_keys_are_known(desk: Desk, releases: Releases) -> None:
    assert _refused(desk, releases.publish()) is Code.CENTRE_UNKNOWN


def test_a_centre_with_other_keys_takes_its_figures_along(
    enrolled: Desk, releases: Releases, unlocked: Unlocked, places: Places, calendar: Calendar, tmp_path: Path
) -> None:
    _take_in(enrolled, releases.publish())
    other = make_home(tmp_path / "other-centre", "Et andet center")
    enrolled.enrolling.accept(enrolled.enrolling.look(other.recipients_file))
    assert _evidence(open_desk(unlocked, places, calendar)) is None


def test_the_groups_have_the_words_of_the_rules(enrolled: Desk) -> None:
    table = enrolled.following.rules()
    assert table is not None
    assert {rule.measured for rule in table.rules if rule.measured} == {Group.NONE, Group.COMBINED_WITH_JOB}
