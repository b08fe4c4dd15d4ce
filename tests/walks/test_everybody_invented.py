# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The demonstration shows every state there is, and what is suggested to everybody in it fits them."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from bip_desktop.demonstration.jobcentre import read_demonstration
from bip_desktop.domain.caseload import CaseloadRow, Due
from bip_desktop.domain.citizen import Research
from bip_desktop.domain.intervention import Pattern, pattern
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Meeting, State
from bip_desktop.domain.progression import progression
from bip_desktop.domain.questionnaire import Missing, Step
from bip_desktop.domain.suggestion import Form, Grade, ReasonKind, Situation, Suggestion, first_shown, situation
from bip_desktop.gui.language import speak, spoken
from bip_desktop.services.desk import Desk
from tests.gui.conftest import ROOT

NAMES = [each["name"] for each in read_demonstration()["citizens"]]
MEASURED = [each["name"] for each in read_demonstration()["citizens"] if each["weeks_ago"]]
WANTED = {
    "Henrik Eksempel": Situation.COMBINED_MOVING,
    "Peter Eksempel": Situation.COMBINED_STILL,
    "Jonas Eksempel": Situation.NONE,
    "Anders Eksempel": Situation.NONE,
    "Amina Eksempel": Situation.WITHOUT_JOB,
    "Bodil Eksempel": Situation.WITHOUT_JOB,
    "Nadia Eksempel": Situation.JOB_ALONE,
}


def row_of(desk: Desk, name: str) -> CaseloadRow:
    """The line in the caseload."""
    [row] = [row for row in desk.caseload.view().rows if row.citizen.name == name]
    return row


def suggested(desk: Desk, name: str) -> tuple[Situation, tuple[Suggestion, ...]]:
    """The situation, and the suggestions that are shown at first."""
    citizen_id = row_of(desk, name).citizen.citizen_id
    history, found = desk.following.history(citizen_id), desk.following.help(citizen_id)
    assert found is not None
    now = situation(history, progression(history, history[-1][1].instrument))
    return now, first_shown(found.suggestions)


# -- every state ------------------------------------------------------------------------------------------------------


def test_every_number_is_a_replacement_number_of_its_own(invented: Desk) -> None:
    citizens = [row.citizen for row in invented.caseload.view().rows]
    assert sorted(each.name for each in citizens) == sorted(NAMES)
    assert all(each.cpr.is_replacement for each in citizens)
    assert len({each.cpr for each in citizens}) == len({each.case_number for each in citizens}) == len(citizens)


def test_the_caseload_holds_every_state(invented: Desk) -> None:
    rows = invented.caseload.view().rows
    assert {invented.caseload.due(row) for row in rows} == set(Due)
    assert {row.citizen.research for row in rows} == set(Research)
    patterns = {pattern(row.standing.kinds) for row in rows if row.standing is not None}
    assert patterns == set(Pattern) - {Pattern.UNKNOWN}
    states = {row.open_meeting.state for row in rows if row.open_meeting is not None}
    assert states == {State.PREPARED, State.CITIZEN_ANSWERING, State.PAUSED}
    assert any(row.standing is None for row in rows), "a first meeting"
    assert any(row.has_new_caseworker for row in rows)
    assert any(row.standing is not None and len(row.citizen.name) > 60 for row in rows)
    assert any(row.citizen.language == "ar" and row.citizen.name[0] > "\N{ARABIC LETTER HAMZA}" for row in rows)
    assert max(row.standing.number for row in rows if row.standing is not None) == 14


def test_questions_whole_parts_and_the_order_of_answering_are_all_shown(invented: Desk) -> None:
    meetings = [each for row in invented.caseload.view().rows for each in _meetings(invented, row)]
    closed = [each for each in meetings if each.state is State.CLOSED]
    assert {each.citizen_part for each in closed} == {Part.COMPLETE, Part.DECLINED}
    assert [each.has_pairs for each in closed].count(False) == 1
    malene = invented.following.history(row_of(invented, "Malene Eksempel").citizen.citizen_id)
    assert malene[-1][1].value("B6") is Missing.DECLINED
    assert malene[-1][1].value("B1") == Step(3)


def _meetings(desk: Desk, row: CaseloadRow) -> list[Meeting]:
    return list(desk.caseload.meetings(row.citizen.citizen_id))


# -- suggestions ------------------------------------------------------------------------------------------------------


def test_every_situation_that_can_be_known_is_somebodys(invented: Desk) -> None:
    found = {name: suggested(invented, name)[0] for name in MEASURED}
    assert {name: found[name] for name in WANTED} == WANTED
    assert set(found.values()) >= set(Situation) - {Situation.UNKNOWN, Situation.COMBINED}


@pytest.mark.parametrize("name", MEASURED)
def test_everybody_has_two_to_four_combinations_to_talk_about(invented: Desk, name: str) -> None:
    _, shown = suggested(invented, name)
    combinations = [each for each in shown if each.rule.form is Form.COMBINATION]
    assert 2 <= len(combinations) <= 4
    assert len({frozenset(each.activities) for each in combinations}) == len(combinations)
    for each in combinations:
        assert not set(each.activities) <= each.under_way, "something new"


@pytest.mark.parametrize("name", MEASURED)
def test_what_stands_first_is_what_the_situation_calls_for(invented: Desk, name: str) -> None:
    now, shown = suggested(invented, name)
    forms = {each.rule.form for each in shown}
    assert (Form.KEEP in forms) == (now in (Situation.COMBINED_MOVING, Situation.COMBINED))
    match now:
        case Situation.NONE:
            assert shown[0].rule.form is Form.QUESTION
        case Situation.COMBINED_MOVING:
            assert shown[0].rule.form is Form.KEEP
            assert all(reason.kind is ReasonKind.ROSE for reason in shown[0].reasons)
        case Situation.COMBINED_STILL:
            assert shown[0].rule.rule_id == "look-at-the-fit"
        case Situation.WITHOUT_JOB | Situation.JOB_ALONE:
            assert forms == {Form.COMBINATION}


@pytest.mark.parametrize("name", MEASURED)
def test_every_combination_says_what_the_source_found_against_it(invented: Desk, name: str) -> None:
    citizen_id = row_of(invented, name).citizen.citizen_id
    found = invented.following.help(citizen_id)
    assert found is not None
    for each in found.suggestions:
        if each.rule.form is not Form.QUESTION and {Grade.FOUND, Grade.SEEN} & set(each.rule.grades):
            assert each.rule.contrary is not None, each.rule.rule_id
            assert each.rule.sources, each.rule.rule_id


@pytest.mark.parametrize("name", MEASURED)
def test_every_reason_is_what_was_answered(invented: Desk, name: str) -> None:
    citizen_id = row_of(invented, name).citizen.citizen_id
    history, found = invented.following.history(citizen_id), invented.following.help(citizen_id)
    assert found is not None
    for reason in (reason for each in found.suggestions for reason in each.reasons if reason.item):
        series = [measurement.value(reason.item) for _, measurement in history]
        assert series[-1] == Step(reason.step)
        if reason.kind is ReasonKind.STILL:
            assert series[-reason.measurements :] == [Step(reason.step)] * reason.measurements
        if reason.kind is ReasonKind.ROSE:
            assert reason.start < reason.step
            assert Step(reason.start) in series


# -- on the citizen's screen ------------------------------------------------------------------------------------------


def test_a_language_that_the_program_does_not_speak_is_answered_in_danish(app: QApplication) -> None:
    speak(app, "en", ROOT / "resources" / "i18n")
    assert spoken() == "en"
    speak(app, "ar", ROOT / "resources" / "i18n")
    assert spoken() == "da"
    assert QCoreApplication.translate("QuestionView", "Næste →") == "Næste →"
