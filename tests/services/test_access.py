# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The rights where they are asked for: at the store, by whoever sits there, over a real database."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bip_desktop import bootstrap
from bip_desktop.domain.audit import Entry, Happened
from bip_desktop.domain.citizen import ChangeReason, Citizen, Outcome, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.meeting import Meeting, VoidReason
from bip_desktop.domain.rights import Action, Role
from bip_desktop.paths import Places
from bip_desktop.services import ports, trust_ports
from bip_desktop.services.access import JUST_GIVEN, SAME_LOOK
from bip_desktop.services.desk import Desk
from bip_desktop.services.finding import Finding
from bip_desktop.services.ports import Unlocked
from bip_desktop.services.store_rules import RULES
from tests.gui.invented_work import (
    BO,
    KAREN,
    NOW,
    Calendar,
    Held,
    add_citizen,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    weeks_before,
)

PURPOSE = "Vikar for Karen i uge 48"
SOURCES = Path(bootstrap.__file__).parent


@pytest.fixture
def henrik(desk: Desk, calendar: Calendar) -> Citizen:
    """Karen's, with one finished measurement."""
    citizen = add_citizen(desk)
    held = Held(citizen_answers(), caseworker_answers())
    hold_meeting(desk, calendar, citizen.citizen_id, weeks_before(NOW, 12), held)
    return citizen


@pytest.fixture
def measured(desk: Desk, henrik: Citizen) -> Meeting:
    """His measurement."""
    return desk.caseload.meetings(henrik.citizen_id)[0]


@pytest.fixture
def log(unlocked: Unlocked) -> Callable[[], list[Entry]]:
    """What has been logged since it was asked last."""
    seen = 0

    def read() -> list[Entry]:
        nonlocal seen
        with unlocked.store.reading() as work:
            found = list(work.audit.entries(after=seen))
        seen = found[-1].seq if found else seen
        return found

    return read


@pytest.fixture
def seat(unlocked: Unlocked, places: Places, calendar: Calendar) -> Callable[..., Desk]:
    """The colleague at it, as something else than a caseworker."""

    def sit(*roles: Role) -> Desk:
        with unlocked.store.writing() as work:
            work.rights.set_roles(BO.caseworker_id, frozenset(roles))
        return bootstrap.open_desk(replace(unlocked, caseworker=BO), places, calendar)

    return sit


def refused(work: Callable[[], object]) -> str:
    """How it went: `yes`, `purpose` or `no`."""
    try:
        work()
    except BipError as error:
        codes = {Code.RIGHT_PURPOSE: "purpose", Code.RIGHT_REFUSED: "no"}
        if error.code not in codes:
            raise
        return codes[error.code]
    return "yes"


# -- the rows of the table that have a use case, with what each column meets there ------------------------------------

Use = Callable[[Desk, Citizen, Meeting], object]


def _change(desk: Desk, citizen: Citizen, **changes: Any) -> object:
    with desk.unlocked.store.writing() as work:
        return work.citizens.change(replace(citizen, **changes))


def _amend(desk: Desk, meeting: Meeting) -> None:
    value = citizen_answers()["B1"]
    with desk.unlocked.store.writing() as work:
        work.meetings.answer(meeting.meeting_id, "B1", value, after_reveal=True)


def _undo(desk: Desk, citizen: Citizen) -> object:
    if desk.unlocked.caseworker == KAREN:
        desk.handing_over.give(citizen.citizen_id, BO.name, ChangeReason.LEAVE)
    return desk.handing_over.undo(citizen.citizen_id)


def _notes(desk: Desk, meeting: Meeting) -> object:
    with desk.unlocked.store.reading() as work:
        return work.meetings.notes(meeting.meeting_id)


def _own_answers(desk: Desk) -> object:
    with desk.unlocked.store.reading() as work:
        return work.meetings.answers_of_caseworker(KAREN.caseworker_id, "S2")


def _caseload(desk: Desk) -> object:
    with desk.unlocked.store.reading() as work:
        return work.citizens.caseload(KAREN.caseworker_id)


USES: Mapping[str, tuple[Use, str]] = {
    # own, another's, team leader, administrator
    "see her caseload": (lambda desk, _h, _m: _caseload(desk), "yes no no no"),
    "find": (lambda desk, _h, _m: Finding(desk.access).anybody("Henrik", ""), "purpose purpose purpose no"),
    "find one's own": (lambda desk, _h, _m: Finding(desk.access).own("Henrik"), "yes yes purpose no"),
    "open the citizen": (lambda desk, h, _m: desk.caseload.row(h.citizen_id), "yes purpose no no"),
    "read the answers": (lambda desk, h, _m: desk.following.history(h.citizen_id), "yes purpose no no"),
    "read her notes": (lambda desk, _h, m: _notes(desk, m), "yes purpose no no"),
    "start a meeting": (lambda desk, h, _m: desk.measuring.start(h.citizen_id), "yes purpose no no"),
    "prepare a meeting": (lambda desk, h, _m: desk.measuring.prepare(h.citizen_id), "yes purpose no no"),
    "answer again after the reveal": (lambda desk, _h, m: _amend(desk, m), "yes no no no"),
    "void a meeting": (lambda desk, _h, m: desk.correcting.void(m.meeting_id, VoidReason.TEST), "yes purpose no no"),
    "close a course": (
        lambda desk, h, _m: desk.caseload.close_course(h.citizen_id, Outcome.JOB, NOW.date()),
        "yes purpose no no",
    ),
    "see the own page": (lambda desk, _h, _m: _own_answers(desk), "yes no no no"),
    "hand over": (
        lambda desk, h, _m: desk.handing_over.give(h.citizen_id, "Ida Opdigtet", ChangeReason.LEAVE),
        "yes purpose no no",
    ),
    "change whose citizen it is": (
        lambda desk, h, _m: _change(desk, h, caseworker_id=BO.caseworker_id, revision=9),
        "yes no no no",
    ),
    "undo a hand-over": (lambda desk, h, _m: _undo(desk, h), "yes no no no"),
    "print": (lambda desk, h, _m: desk.access.printed(h.citizen_id, "agreement"), "yes no no no"),
    "record research": (lambda desk, h, _m: _change(desk, h, research=Research.YES), "yes purpose no no"),
    "look at what would leave": (lambda desk, _h, _m: desk.submitting.preview(), "yes no yes yes"),
    "change a setting": (lambda desk, _h, _m: desk.caseload.set_rhythm(60), "yes no no yes"),
}
COLUMNS = ("own", "another's", "team leader", "administrator")


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("column", range(4), ids=COLUMNS)
def test_every_use_meets_the_table(
    use: str, column: int, desk: Desk, seat: Callable[..., Desk], henrik: Citizen, measured: Meeting
) -> None:
    """Karen, who was here first, is caseworker and administrator; the other columns are Bo with one role.

    Fails where a method of the store loses its rule's action: seen with `meetings.notes` and `citizens.row`.
    """
    role = (None, Role.CASEWORKER, Role.TEAM_LEADER, Role.ADMINISTRATOR)[column]
    at_it = desk if role is None else seat(role)
    work, row = USES[use]
    assert refused(lambda: work(at_it, henrik, measured)) == row.split()[column]


@pytest.mark.parametrize("use", [name for name, (_, row) in USES.items() if "purpose" in row and "find" not in name])
def test_a_purpose_opens_what_the_table_says_and_no_more(
    use: str, seat: Callable[..., Desk], henrik: Citizen, measured: Meeting
) -> None:
    """Reading needs a break-glass; a meeting a stand-in. What is the caseworker's alone stays so."""
    reads = {"open the citizen", "read the answers", "read her notes"}
    holds = reads | {"start a meeting", "prepare a meeting", "record research"}
    bo = seat(Role.CASEWORKER)
    bo.access.break_glass(henrik.citizen_id, PURPOSE)
    after_glass = refused(lambda: USES[use][0](bo, henrik, measured))
    assert (after_glass == "yes") == (use in reads)
    bo.access.stand_in(henrik.citizen_id, PURPOSE)
    after_both = refused(lambda: USES[use][0](bo, henrik, measured))
    assert (after_both == "yes") == (use in holds)


# -- the citizen's own screen -----------------------------------------------------------------------------------------


def test_on_the_citizens_screen_only_this_meeting_can_be_used(
    desk: Desk, henrik: Citizen, measured: Meeting, calendar: Calendar
) -> None:
    """Fails where the shell does not say whose screen it is, or another meeting's answers are let through."""
    sara = add_citizen(desk, "Sara Opdigtet", "020280")
    under_way = desk.measuring.start(henrik.citizen_id)
    desk.access.enter_citizen_mode(under_way.meeting.meeting_id, henrik.citizen_id)
    under_way.answer("B1", citizen_answers()["B1"])
    for use in (
        lambda: desk.caseload.view(),
        lambda: desk.caseload.row(sara.citizen_id),
        lambda: desk.following.history(henrik.citizen_id),
        lambda: desk.agreeing.agreement(measured),
        lambda: under_way.notes(),
        lambda: desk.access.break_glass(henrik.citizen_id, PURPOSE),
        lambda: desk.access.printed(henrik.citizen_id, "agreement"),
    ):
        assert refused(use) == "no"
    desk.access.leave_citizen_mode()
    assert refused(lambda: desk.caseload.view()) == "yes"


# -- with a purpose ---------------------------------------------------------------------------------------------------


def test_a_break_glass_is_logged_with_its_purpose_and_the_owner_is_told(
    desk: Desk, desk_of_bo: Desk, henrik: Citizen, log: Callable[[], list[Entry]], unlocked: Unlocked
) -> None:
    """Fails where the notice, or the text of the purpose, is not written."""
    log()
    desk_of_bo.access.break_glass(henrik.citizen_id, PURPOSE)
    assert desk_of_bo.caseload.citizen(henrik.citizen_id).name == henrik.name
    glass, read = log()
    assert (glass.what, glass.actor, glass.subject) == (Happened.BREAK_GLASS, BO.caseworker_id, henrik.citizen_id)
    assert (read.what, read.actor) == (Happened.READ, BO.caseworker_id)
    with unlocked.store.reading() as work:
        assert [text.text for text in work.audit.texts([glass.seq])] == [PURPOSE]
    (told,) = desk.access.tidings()
    assert (told.who, told.citizen, told.purpose) == (BO.name, henrik.name, PURPOSE)
    desk_of_bo.access.mark_seen([told])
    assert desk.access.tidings(), "nobody sees a notice for somebody else"
    desk.access.mark_seen([told])
    assert desk.access.tidings() == []


@pytest.mark.parametrize("purpose", ["", "   ", "x", "Fordi"])
def test_without_a_purpose_nothing_opens(desk_of_bo: Desk, henrik: Citizen, purpose: str) -> None:
    with pytest.raises(BipError) as caught:
        desk_of_bo.access.break_glass(henrik.citizen_id, purpose)
    assert caught.value.code is Code.RIGHT_PURPOSE
    assert refused(lambda: desk_of_bo.caseload.citizen(henrik.citizen_id)) == "purpose"


def test_a_purpose_lasts_until_the_jobcentre_is_locked(
    desk_of_bo: Desk, henrik: Citizen, unlocked: Unlocked, places: Places, calendar: Calendar
) -> None:
    desk_of_bo.access.break_glass(henrik.citizen_id, PURPOSE)
    again = bootstrap.open_desk(replace(unlocked, caseworker=BO), places, calendar)
    assert refused(lambda: again.caseload.citizen(henrik.citizen_id)) == "purpose"


def test_no_text_of_a_purpose_stands_in_the_chain_or_in_an_error(
    desk_of_bo: Desk, henrik: Citizen, log: Callable[[], list[Entry]]
) -> None:
    """What was written down is erasable: the chain, the notice and every error carry none of it."""
    desk_of_bo.access.break_glass(henrik.citizen_id, PURPOSE)
    Finding(desk_of_bo.access).anybody("Henrik", "Ringede selv og spurgte")
    for entry in log():
        for word in ("Vikar", "Karen", "Henrik", "Ringede"):
            assert word not in repr(entry)


def test_whoever_gives_a_citizen_away_can_undo_it_for_a_moment(
    desk: Desk, desk_of_bo: Desk, henrik: Citizen, calendar: Calendar
) -> None:
    desk.handing_over.give(henrik.citizen_id, BO.name, ChangeReason.LEAVE)
    assert refused(lambda: desk.caseload.row(henrik.citizen_id)) == "yes"
    assert refused(lambda: desk.measuring.start(henrik.citizen_id)) == "purpose"
    assert refused(lambda: desk_of_bo.caseload.row(henrik.citizen_id)) == "yes"
    calendar.now += JUST_GIVEN
    assert refused(lambda: desk.caseload.row(henrik.citizen_id)) == "purpose"
    assert refused(lambda: desk.handing_over.undo(henrik.citizen_id)) == "no"


# -- nothing unlogged -------------------------------------------------------------------------------------------------

PARTS: Mapping[str, type] = {
    "people": ports.People,
    "citizens": ports.Citizens,
    "meetings": ports.Meetings,
    "outbox": ports.Outbox,
    "audit": trust_ports.AuditTrail,
    "rights": trust_ports.Rights,
}
FREE = {
    # About no citizen: who works here, the settings, how far the submissions and the log have come, who may do what.
    *(f"people.{name}" for name in ("installation", "caseworker", "caseworkers", "setting", "pin_hash")),
    *(f"outbox.{name}" for name in ("head", "sent", "receipts", "can_restore")),
    "audit.head",
    "rights.roles",
    "rights.owner",
}
METHODS = [
    (part, name)
    for part, port in PARTS.items()
    for name, found in vars(port).items()
    if not name.startswith("_") and callable(found)
]
WRITES = re.compile(r"^(add|change|set|save|plan|answer|clear|withdraw|undo)(_|$)")


def _arguments(method: Callable[..., Any], known: Mapping[str, object]) -> dict[str, object]:
    return {name: known[name] for name in inspect.signature(method).parameters if name != "self"}


@pytest.mark.parametrize(("part", "name"), METHODS, ids=lambda each: str(each))
def test_no_method_of_the_store_is_without_a_rule_and_no_read_without_an_entry(
    part: str,
    name: str,
    desk: Desk,
    unlocked: Unlocked,
    henrik: Citizen,
    measured: Meeting,
    calendar: Calendar,
    log: Callable[[], list[Entry]],
) -> None:
    """Walks every method that the store has. One without a rule cannot be called; each read leaves an entry with who
    looked, at whom where it is one citizen, and no more than the time of one look later.

    Fails where a rule is given to a read without saying that it is one: seen with `meetings.marks` and `citizens.row`.
    """
    rule = RULES[part].get(name)
    if rule is None:
        assert part in ("audit", "rights"), f"{part}.{name} needs a line in the table of the watched store"
        with desk.unlocked.store.writing() as work, pytest.raises(AttributeError):
            getattr(getattr(work, part), name)
        return
    if WRITES.match(name):
        assert rule.action is not None
        assert rule.what is not None
        return
    if f"{part}.{name}" in FREE:
        return
    if f"{part}.{name}" == "outbox.archive":  # there is none yet; what it hands out is sent, not looked at
        assert rule.what is Happened.EXPORTED
        return
    known = {
        "citizen_id": henrik.citizen_id,
        "caseworker_id": KAREN.caseworker_id,
        "meeting_id": measured.meeting_id,
        "instrument": desk.instruments.current(),
        "item": "S2",
        "cpr": henrik.cpr,
        "citizens": 5,
        "colleagues": 5,
        "before": 9,
        "after": 0,
        "upto": 9,
        "meeting": measured.research_id,
    }
    desk.measuring.start(henrik.citizen_id)
    calendar.now += SAME_LOOK
    log()
    with desk.unlocked.store.reading() as work:
        method = getattr(getattr(work, part), name)
        method(**_arguments(getattr(PARTS[part], name), known))
    entries = log()
    looked = [each for each in entries if each.what in (Happened.READ, Happened.LISTED, Happened.SEARCHED)]
    assert [each.actor for each in looked] == [KAREN.caseworker_id]
    if {"citizen_id", "meeting_id"} & set(_arguments(getattr(PARTS[part], name), known)) and part != "outbox":
        assert looked[0].subject == henrik.citizen_id


def test_what_was_read_before_something_failed_is_logged_too(
    desk: Desk, henrik: Citizen, calendar: Calendar, log: Callable[[], list[Entry]]
) -> None:
    calendar.now += SAME_LOOK
    log()
    with pytest.raises(ZeroDivisionError), desk.unlocked.store.reading() as work:
        work.citizens.get(henrik.citizen_id)
        _ = 1 / 0
    assert [(each.what, each.subject) for each in log()] == [(Happened.READ, henrik.citizen_id)]


def test_a_refusal_is_logged_and_changes_nothing(
    desk_of_bo: Desk, henrik: Citizen, log: Callable[[], list[Entry]]
) -> None:
    log()
    assert refused(lambda: desk_of_bo.caseload.set_rhythm(60)) == "no"
    assert refused(lambda: desk_of_bo.caseload.citizen(henrik.citizen_id)) == "purpose"
    first, second = log()
    assert (first.what, first.actor, first.detail) == (Happened.REFUSED, BO.caseworker_id, "settings right.refused")
    assert (second.what, second.subject) == (Happened.REFUSED, henrik.citizen_id)
    assert desk_of_bo.caseload.rhythm() != 60


def test_a_use_that_logs_nothing_is_a_fault_and_is_rolled_back(desk: Desk) -> None:
    with pytest.raises(RuntimeError), desk.access.acting(Action.SETTINGS) as act:
        act.work.people.set_setting("rhythm_days", "60")
    assert desk.caseload.rhythm() != 60


def test_one_page_is_one_entry_and_the_list_is_one_whatever_its_length(
    desk: Desk, calendar: Calendar, log: Callable[[], list[Entry]]
) -> None:
    for number in range(5):
        add_citizen(desk, f"Borger {number}", f"{number + 1:02d}0180")
    calendar.now += SAME_LOOK
    log()
    desk.caseload.view()
    desk.caseload.view()
    assert [each.what for each in log()] == [Happened.LISTED]
    calendar.now += timedelta(minutes=2)
    desk.caseload.view()
    assert len(log()) == 1


# -- nothing beside it ------------------------------------------------------------------------------------------------


def test_no_page_goes_to_the_store_itself() -> None:
    """A page asks a use case. Fails where a presenter opens a transaction, or acts for itself."""
    forbidden = re.compile(r"\.store\.(reading|writing|copy_to)\(|\.acting\(|\.noting\(")
    found = [path.name for path in (SOURCES / "gui").rglob("*.py") if forbidden.search(path.read_text("utf-8"))]
    assert found == []
