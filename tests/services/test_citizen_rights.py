# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A citizen's rights from the first step to the last: access, erasure that is real, deadlines, and what was told."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.agreement import Agreement
from bip_desktop.domain.audit import Happened, verify
from bip_desktop.domain.backup import Reason
from bip_desktop.domain.citizen import Citizen, Outcome, Research
from bip_desktop.domain.citizen_rights import Ground, RightKind
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.rights import Role
from bip_desktop.paths import BACKUPS, DATABASE, ERASED, Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from bip_desktop.storage.vault import FolderVault
from tests.gui.invented_work import (
    BO,
    INSTALLATION,
    KAREN,
    NOW,
    PASSPHRASE,
    Calendar,
    Held,
    add_citizen,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    weeks_before,
)

GOAL = "Passe kolonihaven sammen med kanariefuglen"
PURPOSE = "Svarer på Henrik Opdigtets klage"
PAGE, RESERVED, IV = 4096, 80, 16
"""How the encrypted file is made up: bytes of a page, of its foot, and of the start value in that."""


@dataclass(frozen=True)
class Staff:
    """Karen with her citizens, a team leader and an administrator."""

    karen: Desk
    leader: Desk
    administrator: Desk


@pytest.fixture
def sit(unlocked: Unlocked, places: Places, calendar: Calendar) -> Callable[..., Desk]:
    """Somebody with these roles, at the same jobcentre."""

    def at_it(who: str, *roles: Role) -> Desk:
        person = {"karen": KAREN, "bo": BO}[who]
        with unlocked.store.writing() as work:
            work.rights.set_roles(person.caseworker_id, frozenset(roles))
        return open_desk(replace(unlocked, caseworker=person), places, calendar)

    return at_it


@pytest.fixture
def staff(sit: Callable[..., Desk]) -> Staff:
    karen = sit("karen", Role.CASEWORKER, Role.TEAM_LEADER)
    return Staff(karen, karen, sit("bo", Role.ADMINISTRATOR))


@pytest.fixture
def henrik(staff: Staff, calendar: Calendar) -> Citizen:
    """Measured once, with something in his own words."""
    found = add_citizen(staff.karen)
    held = Held(citizen_answers(), caseworker_answers(), Agreement(goals=(GOAL,)))
    hold_meeting(staff.karen, calendar, found.citizen_id, weeks_before(NOW, 7), held)
    return found


@pytest.fixture
def sara(staff: Staff, calendar: Calendar) -> Citizen:
    """Somebody else, whose things stay."""
    found = add_citizen(staff.karen, "Sara Opdigtet", "020280", "S-1002")
    held = Held(citizen_answers("111111111"), caseworker_answers(), Agreement(goals=("Cykle hver dag",)))
    hold_meeting(staff.karen, calendar, found.citizen_id, weeks_before(NOW, 6), held)
    return found


def refused(work: Callable[[], object]) -> Code:
    with pytest.raises(BipError) as caught:
        work()
    return caught.value.code


def approved(staff: Staff, citizen_id: CitizenId, kind: RightKind) -> str:
    """A case that waits for its last step."""
    case = staff.karen.citizen_rights.prepare(citizen_id, kind)
    staff.leader.citizen_rights.approve(case.case_id)
    return case.case_id


# -- the steps --------------------------------------------------------------------------------------------------------


def test_each_step_is_its_persons_and_comes_in_its_order(staff: Staff, henrik: Citizen) -> None:
    """Fails where a step asks for another right than its own, or for none."""
    karen, administrator = staff.karen.citizen_rights, staff.administrator.citizen_rights
    assert refused(lambda: administrator.prepare(henrik.citizen_id, RightKind.ACCESS)) is Code.RIGHT_REFUSED
    case = karen.prepare(henrik.citizen_id, RightKind.ACCESS)
    assert refused(lambda: karen.prepare(henrik.citizen_id, RightKind.ACCESS)) is Code.RIGHT_STEP
    assert refused(lambda: administrator.approve(case.case_id)) is Code.RIGHT_REFUSED
    assert refused(lambda: administrator.access_export(case.case_id)) is Code.RIGHT_STEP
    karen.approve(case.case_id)
    assert refused(lambda: karen.access_export(case.case_id)) is Code.RIGHT_REFUSED
    assert refused(lambda: administrator.erase(case.case_id)) is Code.RIGHT_STEP
    administrator.access_export(case.case_id)
    administrator.handed_over(case.case_id)
    assert refused(lambda: administrator.access_export(case.case_id)) is Code.RIGHT_STEP
    [line] = karen.of(henrik.citizen_id)
    assert (line.case.prepared_by, line.case.approved_by, line.case.done_by) == (
        KAREN.caseworker_id,
        KAREN.caseworker_id,
        BO.caseworker_id,
    )


def test_whoever_carries_out_sees_a_case_number_and_no_name(staff: Staff, henrik: Citizen) -> None:
    """Fails where the list names the citizen to somebody who may not open anybody."""
    approved(staff, henrik.citizen_id, RightKind.ERASURE)
    [seen] = staff.leader.citizen_rights.all()
    assert (seen.name, seen.can_carry_out) == (henrik.name, False)
    [seen] = staff.administrator.citizen_rights.all()
    assert (seen.name, seen.case_number, seen.can_approve, seen.can_carry_out) == ("", henrik.case_number, False, True)


def test_nobody_erases_alone(sit: Callable[..., Desk], staff: Staff, henrik: Citizen) -> None:
    """Fails where the second person is not asked for: broken by leaving RIGHT_TWO out."""
    case_id = approved(staff, henrik.citizen_id, RightKind.ERASURE)
    everything = sit("karen", *Role)
    assert refused(lambda: everything.citizen_rights.erase(case_id)) is Code.RIGHT_TWO
    [line] = everything.citizen_rights.all()
    assert not line.can_carry_out
    assert everything.caseload.citizen(henrik.citizen_id).name == henrik.name


# -- access -----------------------------------------------------------------------------------------------------------


def test_the_citizen_gets_everything_in_two_forms_and_no_looker_is_named(
    sit: Callable[..., Desk], staff: Staff, henrik: Citizen, sara: Citizen
) -> None:
    """Fails where look-ups, revisions or recipients are left out, or a colleague who looked is named."""
    bo = sit("bo", Role.CASEWORKER, Role.ADMINISTRATOR)
    bo.access.break_glass(henrik.citizen_id, "Afløser i ferien for sagen")
    export = bo.citizen_rights.access_export(approved(staff, henrik.citizen_id, RightKind.ACCESS))
    assert [each.meeting.number for each in export.meetings] == [1]
    assert len(export.meetings[0].answers) == 23
    assert export.caseworker == KAREN.name
    assert "Afløser i ferien for sagen" in [each.purpose for each in export.look_ups]
    content = json.loads(export.as_json())
    assert set(content) == {
        "format", "version", "made_at", "jobcentre", "citizen", "elsewhere", "look_ups", "recipients", "questions",
    }  # fmt: skip
    text = export.as_json().decode()
    assert GOAL in text
    assert henrik.cpr.digits in text
    assert content["citizen"]["meeting"][0]["answer"][0]["item"] == "B1"
    for foreign in (sara.name, sara.cpr.digits, "Cykle", BO.name, BO.caseworker_id, KAREN.caseworker_id):
        assert foreign not in text, foreign


def test_recipients_are_the_submissions_that_held_the_citizen(
    staff: Staff, henrik: Citizen, calendar: Calendar, tmp_path: Path
) -> None:
    """Fails where every submission is named, also those from before the citizen, or none is."""
    (tmp_path / "out").mkdir()
    staff.leader.submitting.export(tmp_path / "out")
    sent_at, calendar.now = calendar.now, calendar.now + timedelta(days=1)
    add_citizen(staff.karen, "Sara Opdigtet", "020280", "S-1002")
    export = staff.administrator.citizen_rights.access_export(approved(staff, henrik.citizen_id, RightKind.ACCESS))
    assert list(export.submissions) == [sent_at]
    staff.karen.correcting.set_research(henrik.citizen_id, Research.NO)
    [line] = staff.administrator.citizen_rights.all()
    assert staff.administrator.citizen_rights.access_export(line.case.case_id).submissions == ()


# -- erasure ----------------------------------------------------------------------------------------------------------


def plain(path: Path, key: bytes) -> bytes:
    """All that stands in the encrypted file and in the log beside it, used or not, decrypted page by page."""
    whole = path.read_bytes()
    log = path.with_name(f"{path.name}-wal")
    frames = log.read_bytes()[32:] if log.exists() else b""
    pages = [whole[start : start + PAGE] for start in range(0, len(whole), PAGE)]
    pages += [frames[start + 24 : start + 24 + PAGE] for start in range(0, len(frames), PAGE + 24)]
    found = []
    for page in pages:
        salt = 16 if page[:16] == whole[:16] else 0
        start = page[PAGE - RESERVED : PAGE - RESERVED + IV]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
        found.append(decryptor.update(page[salt : PAGE - RESERVED]))
    return b"".join(found)


@pytest.fixture
def key(vault: FolderVault, unlocked: Unlocked) -> Iterator[bytes]:
    """The data key, to look into the closed file."""
    store, _ = vault.open(PASSPHRASE)
    yield store._key.raw
    store.close()


def test_an_erasure_leaves_no_byte_of_the_citizen(
    staff: Staff, henrik: Citizen, sara: Citizen, key: bytes, places: Places
) -> None:
    """Fails where the file is not written anew, where a table is forgotten, or where the texts of the log stay: each
    broken once."""
    staff.leader.finding.anybody("Henrik", PURPOSE)
    database = places.folder / DATABASE
    canaries = [henrik.name, henrik.cpr.digits, GOAL, PURPOSE, henrik.case_number]
    before = plain(database, key)
    assert [each for each in canaries if each.encode() not in before] == [], "the scan must be able to find them"
    case_id = approved(staff, henrik.citizen_id, RightKind.ERASURE)
    staff.administrator.citizen_rights.erase(case_id)
    after = plain(database, key)
    assert [each for each in canaries if each.encode() in after] == []
    assert sara.name.encode() in after


def test_an_erasure_keeps_a_backup_a_list_a_tombstone_and_a_whole_log(
    staff: Staff, henrik: Citizen, sara: Citizen, places: Places, unlocked: Unlocked
) -> None:
    """Fails where one of them is left out."""
    case_id = approved(staff, henrik.citizen_id, RightKind.ERASURE)
    research_id = staff.karen.caseload.citizen(henrik.citizen_id).research_id
    staff.administrator.citizen_rights.erase(case_id)
    assert staff.administrator.backing_up.all()[0].reason is Reason.ERASURE
    assert json.loads((places.folder / BACKUPS / ERASED).read_bytes())["citizens"] == [henrik.citizen_id]
    with unlocked.store.reading() as work:
        tombs = [each for each in work.outbox.changes(0, work.outbox.head()) if each.reason == "erasure"]
        assert [(each.kind, each.key) for each in tombs] == [("tombstone_citizen", research_id)]
        assert verify(work.audit.chain(), [], work.audit.start(), work.audit.altered()).is_whole
        assert Happened.DELETED in [each.what for each in work.audit.entries(subject=henrik.citizen_id)]
        assert work.rights.owner(henrik.citizen_id) is None
        assert work.rights.owner(sara.citizen_id) == KAREN.caseworker_id
    [line] = staff.administrator.citizen_rights.all()
    assert (line.is_here, line.can_carry_out) == (False, False)
    assert line.case.done_by == BO.caseworker_id
    assert refused(lambda: staff.administrator.citizen_rights.erase(case_id)) is Code.RIGHT_STEP


# -- deadlines --------------------------------------------------------------------------------------------------------


def test_without_a_deadline_nothing_is_due_and_with_one_a_person_confirms(
    staff: Staff, henrik: Citizen, sara: Citizen, calendar: Calendar, unlocked: Unlocked
) -> None:
    """Fails where the program has a deadline of its own, or erases by itself."""
    retention = staff.administrator.retention
    staff.karen.caseload.close_course(henrik.citizen_id, Outcome.JOB, NOW.date())
    calendar.now += timedelta(days=3 * 366)
    assert (retention.due().courses, retention.due().log_before) == ((), None)
    assert refused(lambda: retention.set_years(0, None)) is Code.YEARS
    retention.set_years(2, 5)
    [due] = retention.due().courses
    assert (due.citizen_id, due.closed_on) == (henrik.citizen_id, NOW.date())
    assert retention.due().log_before is None
    assert refused(lambda: retention.confirm_courses([sara.citizen_id])) is Code.RIGHT_STEP
    retention.confirm_courses([henrik.citizen_id])
    assert retention.due().courses == ()
    [line] = staff.leader.citizen_rights.all()
    assert (line.case.ground, line.case.kind, line.is_here) == (Ground.DEADLINE, RightKind.ERASURE, True)
    retention.set_years(2, 1)
    before = retention.due().log_before
    assert before is not None
    assert refused(lambda: retention.confirm_log(before + timedelta(days=1))) is Code.RIGHT_STEP
    retention.confirm_log(before)
    with unlocked.store.reading() as work:
        assert min(each.at.date() for each in work.audit.chain()) >= before
        assert verify(work.audit.chain(), [], work.audit.start(), work.audit.altered()).is_whole
    assert retention.due().log_before is None


def test_only_the_administrator_sees_and_sets_deadlines(staff: Staff) -> None:
    """Fails where retention asks for no right."""
    assert refused(staff.karen.retention.due) is Code.RIGHT_REFUSED
    assert refused(lambda: staff.karen.retention.set_years(1, 1)) is Code.RIGHT_REFUSED
    assert refused(lambda: staff.karen.retention.confirm_log(date(2026, 1, 1))) is Code.RIGHT_REFUSED


# -- what was told ----------------------------------------------------------------------------------------------------


def test_each_version_that_is_shown_is_written_down_once_a_day(
    staff: Staff, henrik: Citizen, calendar: Calendar
) -> None:
    """Fails where a new version counts as the one before, or a page that is built anew as a new telling."""
    karen = staff.karen.informing
    assert karen.current().is_draft
    karen.shown(henrik.citizen_id, karen.current().version, "Udkastets ord")
    karen.shown(henrik.citizen_id, karen.current().version, "Udkastets ord")
    assert refused(lambda: karen.adopt("Vores ord")) is Code.RIGHT_REFUSED
    assert refused(lambda: staff.administrator.informing.adopt(" ")) is Code.TEXT_LENGTH
    adopted = staff.administrator.informing.adopt(" Vores ord ")
    assert staff.administrator.informing.adopt("Vores ord") == adopted == karen.current()
    karen.shown(henrik.citizen_id, adopted.version, adopted.text)
    calendar.now += timedelta(days=1)
    karen.shown(henrik.citizen_id, adopted.version, adopted.text)
    assert [(each.version, each.shown_at.date()) for each in karen.of(henrik.citizen_id)] == [
        ("0", NOW.date()),
        ("1", NOW.date()),
        ("1", NOW.date() + timedelta(days=1)),
    ]


# -- the case archive -------------------------------------------------------------------------------------------------


def test_the_archive_copy_is_her_own_and_logged(staff: Staff, henrik: Citizen, unlocked: Unlocked) -> None:
    """Fails where somebody else gets it, or nothing is logged."""
    [meeting] = staff.karen.caseload.meetings(henrik.citizen_id)
    copy = staff.karen.archiving.copy(meeting)
    assert (copy.case_number, len(copy.copy.answers), copy.copy.agreement.goals) == (henrik.case_number, 23, (GOAL,))
    assert refused(lambda: staff.administrator.archiving.copy(meeting)) is Code.RIGHT_REFUSED
    with unlocked.store.reading() as work:
        entries = work.audit.entries(subject=henrik.citizen_id)
    assert (Happened.PRINTED, "archive") in [(each.what, each.detail) for each in entries]
    assert INSTALLATION.site_name == copy.site_name
