# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A small database of every released schema, kept in `tests/data/databases/`, so that old files open for ever.

The people in them are invented; their CPR numbers are replacement numbers. To keep one of the newest schema, once
its migration is finished: `python -m tests.migrations.kept_databases`. One that is kept is never made anew.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bip_desktop.domain.audit import NO_HASH, Event, Happened, Head, cut_off, verify
from bip_desktop.domain.caseload import Standing
from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason, CourseEnd, Outcome, Research
from bip_desktop.domain.citizen_rights import Ground, RightKind, RightsCase
from bip_desktop.domain.handover import HandoverIn, HandoverOut
from bip_desktop.domain.intervention import Kind, Mark, Origin, Status
from bip_desktop.domain.meeting import State
from bip_desktop.domain.questionnaire import Amount, Missing, Step, Ticks, Unit, Value
from bip_desktop.domain.reflection import Reflection
from bip_desktop.domain.rights import Role
from bip_desktop.services.exchange_ports import StoredReceipt
from bip_desktop.services.ports import ShownSuggestion, Store, UnitOfWork
from bip_desktop.services.trust_ports import Information, Notice, SpotCheck
from bip_desktop.storage.migrations import newest_revision
from bip_desktop.storage.vault import FolderVault
from tests.storage.invented import AGREEMENT, BO, INSTALLATION, KAREN, TODAY, citizen, meeting
from tests.storage.test_outbox import submission

SCRIPTS = Path(__file__).parents[2] / "db"
FOLDER = Path(__file__).parents[1] / "data" / "databases"
PASSPHRASE = "kun til afprøvning"

ANNA = replace(citizen(1), next_meeting=AGREEMENT.next_meeting)
ENDED = replace(citizen(2), research=Research.NO, course_end=CourseEnd(Outcome.JOB, "2026-W09", TODAY))
CHANGE = CaseworkerChange(TODAY, BO.caseworker_id, KAREN.caseworker_id, ChangeReason.LEAVE, "Taler bedst om morgenen.")
STANDING = Standing(ANNA.citizen_id, 1, TODAY, 1, 7, 1, frozenset({Kind.JOB}), "Ringer til bageren")
CLOSED = meeting(ANNA, 1, State.CLOSED)
OPEN = replace(meeting(ANNA, 2), touched_at=datetime.fromisoformat("2026-03-02T10:41:00"))
BLIND: dict[str, Value] = {
    "B1": Step(2),
    "B2": Missing.DONT_KNOW,
    "B10": Ticks(frozenset({2, 4})),
    "B11": Amount(150_00, Unit.HOUR_BEFORE_TAX),
    "S1": Ticks(frozenset({1, 14})),
}
REFLECTION = Reflection("En plads tæt på skolen", "Bo")
LATER: dict[str, Value] = {"B1": Step(3)}
MARKS = [Mark(1, Status.ONGOING, Origin.OWN), Mark(14, Status.AGREED, Origin.SUGGESTED)]
SHOWN = [ShownSuggestion("R3", 1, (14, 1), chosen=True), ShownSuggestion("R5", 2, (), chosen=False)]

LOGGED_AT = datetime.fromisoformat("2026-03-02T10:45:00")
SPOT_CHECK = SpotCheck("2026-02", Head(0, NO_HASH), (1, 2))
NOTICE = Notice(1, KAREN.caseworker_id, ANNA.citizen_id, BO.caseworker_id, LOGGED_AT, 2)
INFORMATION = Information(ANNA.citizen_id, "1", "0" * 64, LOGGED_AT, KAREN.caseworker_id)
CASE = RightsCase(
    "e5a5e000-0000-4000-8000-000000000001",
    RightKind.ERASURE,
    ENDED.citizen_id,
    Ground.REQUEST,
    KAREN.caseworker_id,
    LOGGED_AT,
)
RECEIPT = StoredReceipt(submission(1).submission_id, LOGGED_AT, b'{"seq": 1}')
AWAY = HandoverOut(
    "4a0d0000-0000-4000-8000-000000000001",
    "ab" * 32,
    ChangeReason.LEAVE,
    "bip-borgere-opdigtet.age",
    LOGGED_AT,
    (ENDED.citizen_id,),
)
CAME = HandoverIn(
    "4a0d0000-0000-4000-8000-000000000002", "ab" * 32, "Bo Opdigtet", True, (ANNA.citizen_id,), LOGGED_AT, b"{}", 4
)
TURNED_DOWN = replace(CAME, handover_id="4a0d0000-0000-4000-8000-000000000003", accepted=False, citizens=())


def fill(store: Store) -> None:
    """Writes something into every table."""
    with store.writing() as work:
        work.people.add(BO)
        work.citizens.add(replace(ANNA, caseworker_id=BO.caseworker_id))
        work.citizens.add(ENDED)
        work.citizens.change_caseworker(ANNA.citizen_id, CHANGE)
        work.meetings.add(replace(CLOSED, state=State.REVEALED))
        for after_reveal, answers in ((False, BLIND), (True, LATER)):
            for item, value in answers.items():
                work.meetings.answer(CLOSED.meeting_id, item, value, after_reveal=after_reveal)
        work.meetings.set_marks(CLOSED.meeting_id, MARKS)
        work.meetings.set_notes(CLOSED.meeting_id, ["talks"])
        work.meetings.set_reflection(CLOSED.meeting_id, REFLECTION)
        work.people.set_setting("opdigtet", "42")
        work.meetings.set_shown(CLOSED.meeting_id, SHOWN)
        work.meetings.set_agreement(CLOSED.meeting_id, AGREEMENT)
        work.meetings.save(CLOSED)
        work.citizens.set_standing(STANDING)
        work.meetings.add(OPEN)
        work.outbox.add_sent(submission(1))
        fill_trust(work)
        fill_exchange(work)


def fill_trust(work: UnitOfWork) -> None:
    """What the third schema brought."""
    work.audit.append("", datetime.fromisoformat("2021-01-04T08:00:00"), [Event(Happened.UNLOCKED)])
    for _ in range(3):
        work.audit.append(KAREN.caseworker_id, LOGGED_AT, [Event(Happened.READ, ANNA.citizen_id, "opened", "Opdigtet")])
    if (gone := work.audit.cut(LOGGED_AT)) is not None:
        work.audit.append(KAREN.caseworker_id, LOGGED_AT, [cut_off(gone)])
    work.audit.add_spot_check(SPOT_CHECK)
    work.rights.notify(NOTICE)
    work.rights.add_information(INFORMATION)
    work.rights.set_case(CASE)


def fill_exchange(work: UnitOfWork) -> None:
    """What the fourth schema brought."""
    work.outbox.add_sent(submission(2), b"PK archive")
    work.outbox.add_receipt(RECEIPT)
    work.handovers.add_colleague("ab" * 32, b'{"holder": "Bo Opdigtet"}')
    work.handovers.add_out(AWAY)
    work.handovers.add_in(CAME)
    work.handovers.add_in(TURNED_DOWN)


def check_exchange(work: UnitOfWork) -> None:
    """What `fill_exchange` wrote is there."""
    assert work.outbox.archive(submission(2).submission_id) == b"PK archive"
    assert work.outbox.archive(submission(1).submission_id) is None
    assert work.outbox.receipts() == {RECEIPT.submission_id: RECEIPT}
    assert work.handovers.colleagues() == [b'{"holder": "Bo Opdigtet"}']
    assert work.handovers.out() == [AWAY]
    assert work.handovers.is_away(ENDED.citizen_id)
    assert not work.handovers.is_away(ANNA.citizen_id)
    assert work.handovers.came() == [CAME, TURNED_DOWN]


def check_trust(work: UnitOfWork) -> None:
    """What `fill_trust` wrote is there."""
    assert work.rights.roles(KAREN.caseworker_id) == {Role.CASEWORKER, Role.ADMINISTRATOR}
    assert work.rights.roles(BO.caseworker_id) == {Role.CASEWORKER}
    assert verify(work.audit.chain(), [], work.audit.start()).is_whole
    assert [text.text for text in work.audit.texts([2, 3, 4])] == ["Opdigtet"] * 3
    assert work.audit.spot_checks() == [SPOT_CHECK]
    assert work.rights.notices(KAREN.caseworker_id) == [NOTICE]
    assert work.rights.information(ANNA.citizen_id) == [INFORMATION]
    assert work.rights.cases() == [CASE]


def check(work: UnitOfWork, revision: str) -> None:
    """What `fill` wrote at that revision is there."""
    has_notes = revision >= "0002"
    assert work.meetings.reflections(ANNA.citizen_id) == ({CLOSED.meeting_id: REFLECTION} if has_notes else {})
    assert work.people.setting("opdigtet") == ("42" if has_notes else None)
    assert work.people.installation() == INSTALLATION
    assert work.people.caseworkers() == [BO, KAREN]
    assert work.outbox.citizens() == [replace(ANNA, revision=2), ENDED]
    assert work.citizens.changes(ANNA.citizen_id) == [CHANGE]
    rows = {row.citizen.citizen_id: row for row in work.citizens.caseload(KAREN.caseworker_id)}
    assert (rows[ANNA.citizen_id].standing, rows[ANNA.citizen_id].last_change) == (STANDING, CHANGE)
    assert work.meetings.of(ANNA.citizen_id) == [CLOSED, OPEN]
    assert work.meetings.measurements(ANNA.citizen_id) == {CLOSED.meeting_id: {False: BLIND, True: LATER}}
    assert work.meetings.marks(CLOSED.meeting_id) == MARKS
    assert work.meetings.notes(CLOSED.meeting_id) == {"talks"}
    assert work.meetings.shown(CLOSED.meeting_id) == SHOWN
    assert work.meetings.agreement(CLOSED.meeting_id) == AGREEMENT
    assert [change.kind for change in work.outbox.changes(0, work.outbox.head())] == [
        "citizen",
        "citizen",
        "citizen",
        "meeting",
    ]
    assert work.outbox.sent() == [submission(number) for number in ((1, 2) if revision >= "0004" else (1,))]
    if revision >= "0003":
        check_trust(work)
    if revision >= "0004":
        check_exchange(work)


def main() -> None:
    folder = FOLDER / newest_revision(SCRIPTS)
    store = FolderVault(folder, SCRIPTS).create(PASSPHRASE, KAREN, "", INSTALLATION)
    fill(store)
    store.close()


if __name__ == "__main__":
    main()
