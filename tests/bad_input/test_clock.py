# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A clock that jumps, during a meeting and between meetings: the counter keeps the order, and nothing is negative."""

import csv
import io
import re
import zipfile
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pyrage
import pytest
from PySide6.QtWidgets import QApplication

from bip_desktop.bootstrap import open_desk
from bip_desktop.demonstration.centre import DemonstrationCentre
from bip_desktop.domain.caseload import Due
from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.meeting import Place, State, Step
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.interrupted.presenter import InterruptedPresenter
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.plots.answer_axis import answer_axis
from bip_desktop.gui.plots.time_axis import time_axis
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.gui.shell import Shell
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from tests.gui.invented_work import (
    NOW,
    Calendar,
    Held,
    add_citizen,
    answer_all,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
)
from tests.gui.test_shell import at, click, desk_of, settle, words_on

DAYS = ("2026-01-10", "2031-05-02", "2025-06-30", "2025-06-30", "2026-11-20")
"""Forward by years, back by more, the same day twice."""


def day(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}T09:30")


@pytest.fixture
def measured(desk: Desk, calendar: Calendar) -> Citizen:
    """Measurements on days that jump."""
    citizen = add_citizen(desk)
    for number, on in enumerate(DAYS):
        steps = str(1 + number % 5) * 9
        hold_meeting(
            desk, calendar, citizen.citizen_id, day(on).date(), Held(citizen_answers(steps), caseworker_answers())
        )
    return citizen


def test_the_counter_keeps_the_order(desk: Desk, measured: Citizen) -> None:
    together = desk.following.together(measured.citizen_id)
    assert together is not None
    assert together.moved.numbers == (1, 2, 3, 4, 5)
    assert [each.isoformat() for each in together.moved.dates] == list(DAYS)
    assert [point.step for point in together.moved.themes[0].points] == [1, 2, 3, 4, 5]
    assert all(before < after for before, after in pairwise(time_axis(together.moved).xs))


def test_the_wage_is_drawn_in_the_order_of_the_meetings_and_inside_its_box(
    app: QApplication, desk: Desk, measured: Citizen
) -> None:
    together = desk.following.together(measured.citizen_id)
    assert together is not None
    xs = answer_axis(together.moved, app.font(), []).xs(400)
    assert all(before < after for before, after in pairwise(xs))
    assert all(0 <= x <= 400 for x in xs)


def test_every_page_of_hers_can_be_opened_and_says_no_negative_weeks(
    shell: Shell, desk: Desk, measured: Citizen
) -> None:
    for go in (
        shell.caseload,
        lambda: shell.citizen(measured.citizen_id),
        lambda: shell.own_answers(measured.citizen_id),
    ):
        go()
        settle()
        said = " ".join(words_on(shell.window))
        assert not re.search(r"[-−]\d+ (dage|uge)", said)
        assert not shell.window.notices.text
    shell.start_meeting(measured.citizen_id)
    at(shell, MeetingPresenter)


def test_what_leaves_has_no_negative_weeks(
    desk: Desk, unlocked: Unlocked, places: Places, calendar: Calendar, tmp_path: Path
) -> None:
    centre = DemonstrationCentre.new()
    centre.write_recipients(places.recipients)
    desk = open_desk(unlocked, places, calendar)
    citizen = add_citizen(desk)
    for on in DAYS:
        hold_meeting(desk, calendar, citizen.citizen_id, day(on).date(), Held(citizen_answers(), caseworker_answers()))
    sent = desk.submitting.export(tmp_path)
    content = pyrage.decrypt((tmp_path / sent.file_name).read_bytes(), [centre.operating])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("data/meetings.csv").decode())))
    assert len(rows) == len(DAYS)
    weeks = [int(row["weeks_since_previous"]) for row in rows if row["weeks_since_previous"]]
    assert all(each >= 0 for each in weeks[1:])


@pytest.mark.parametrize("jump", [timedelta(days=-4000), timedelta(days=4000), timedelta(hours=-2)])
def test_a_jump_in_the_middle_of_a_meeting_stops_nothing(
    shell: Shell, desk: Desk, calendar: Calendar, jump: timedelta
) -> None:
    citizen = add_citizen(desk)
    under_way = desk.measuring.start(citizen.citizen_id)
    answer_all(under_way, {"B1": citizen_answers()["B1"]})
    under_way.go(Place(Step.CITIZEN, "B2"))
    calendar.now = NOW + jump
    shell.unlocked(desk.unlocked)  # as after a new start
    page = at(shell, InterruptedPresenter).page
    assert "spørgsmål 2 af 11" in page.question.text()
    click(page.go_on)
    under_way = at(shell, CitizenModePresenter).under_way
    answer_all(under_way, citizen_answers())
    under_way.citizen_done()
    desk_of(shell).access.leave_citizen_mode()
    under_way.caseworker_begins()
    answer_all(under_way, caseworker_answers())
    calendar.now = NOW - jump
    under_way.reveal()
    shell.meeting(under_way)
    assert isinstance(at(shell, MeetingPresenter).page.view, TogetherView)
    closed = desk.agreeing.close(under_way.meeting)
    assert closed.state is State.CLOSED
    assert closed.held_on == NOW.date(), "the day it began"
    shell.caseload()
    at(shell, CaseloadPresenter)


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400)])
def test_answers_prepared_by_another_clock_must_be_looked_through(
    desk: Desk, calendar: Calendar, jump: timedelta
) -> None:
    citizen = add_citizen(desk)
    prepared = desk.measuring.prepare(citizen.citizen_id)
    answer_all(prepared, caseworker_answers())
    assert prepared.is_prepared
    calendar.now = NOW + jump
    assert not desk.measuring.start(citizen.citizen_id).is_prepared


def test_a_measurement_of_a_day_to_come_hides_nobody_from_the_reminders(
    shell: Shell, desk: Desk, calendar: Calendar
) -> None:
    citizen = add_citizen(desk)
    hold_meeting(desk, calendar, citizen.citizen_id, day("2035-01-01").date(), Held(citizen_answers(), {}))
    [row] = desk.caseload.view().rows
    assert desk.caseload.due(row) is Due.OVERDUE
    shell.caseload()
    settle()
    at(shell, CaseloadPresenter)
    assert not re.search(r"[-−]\d+ (dage|uge)", " ".join(words_on(shell.window)))
