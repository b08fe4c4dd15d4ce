# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What a submission carries, what stays, and what is remembered of it."""

import json
import random
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bip_desktop.domain.citizen import Benefit, ChangeReason, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.intervention import Mark, Origin, Status
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.questionnaire import Step
from bip_desktop.domain.submission import NO_HASH, TABLES
from bip_desktop.exchange.package import PackageFiles
from bip_desktop.services.ports import Store, UnitOfWork
from tests.exchange.submission_cases import BO, INSTALLATION, ROWS_OF_A_MEETING, Centre, Jobcentre, citizen, meeting
from tests.exchange.submission_reading import Opened, merged, opened

MARK = Mark(13, Status.AGREED, Origin.SUGGESTED)


@pytest.fixture
def jobcentre(tmp_path: Path) -> Iterator[Jobcentre]:
    with Jobcentre.opened(tmp_path / "jobcentre") as jobcentre:
        yield jobcentre


def _sent(jobcentre: Jobcentre, *, full: bool = False) -> Opened:
    sent = jobcentre.submitting().export(jobcentre.folder, full=full)
    return opened(jobcentre.folder / sent.file_name, jobcentre.centre)


def _refused(jobcentre: Jobcentre, folder: Path | None = None) -> Code:
    with pytest.raises(BipError) as raised:
        jobcentre.submitting().export(folder or jobcentre.folder)
    return raised.value.code


# -- who is in it ------------------------------------------------------------------------------------------------------


def test_the_preview_counts_what_the_export_then_sends(jobcentre: Jobcentre) -> None:
    first = jobcentre.add(citizen(1))
    jobcentre.hold(meeting(first, 1))
    jobcentre.hold(meeting(first, 2, date(2026, 6, 1)), later={"B1": Step(4)})
    preview = jobcentre.submitting().preview(full=False)
    package = _sent(jobcentre)
    assert preview.counts == {
        "citizens": 1,
        "meetings": 2,
        "answers": 2 * ROWS_OF_A_MEETING + 1,
        "interventions": 0,
        "tombstones": 0,
    }
    assert {table: len(package.rows(table)) for table in preview.counts} == preview.counts
    assert (preview.seq, preview.after, preview.last_sent) == (1, 0, None)
    assert preview.instruments == (("bip", "2026.1", "draft-1"),)
    assert preview.centre.name == "Center for Opdigtet Forskning"


def test_a_preview_records_and_writes_nothing(jobcentre: Jobcentre) -> None:
    jobcentre.hold(meeting(jobcentre.add(citizen())))
    jobcentre.submitting().preview(full=True)
    assert jobcentre.submitting().sent() == []
    assert list(jobcentre.folder.iterdir()) == []


@pytest.mark.parametrize("research", [Research.NO, Research.UNASKED])
def test_a_citizen_who_has_not_agreed_is_nowhere_but_in_the_count(jobcentre: Jobcentre, research: Research) -> None:
    out = jobcentre.add(citizen(2, research))
    meetings = [jobcentre.hold(meeting(out, 1)), jobcentre.hold(meeting(out, 2))]
    jobcentre.hold(meeting(jobcentre.add(citizen(1))))
    jobcentre.add(citizen(3, research))  # never measured: not even counted
    preview = jobcentre.submitting().preview(full=True)
    package = _sent(jobcentre)
    assert (preview.declined, preview.unasked) == ((1, 0) if research is Research.NO else (0, 1))
    assert package.manifest["declined_research"] == preview.declined
    everything = b"".join(package.members.values())
    names = [name for each in meetings for name in (each.meeting_id, each.research_id)]
    for trace in (out.research_id, out.citizen_id, *names):
        assert trace.encode() not in everything
    assert len(package.rows("citizens")) == 1


def test_only_closed_meetings_leave(jobcentre: Jobcentre) -> None:
    person = jobcentre.add(citizen())
    closed = jobcentre.hold(meeting(person, 1))
    with jobcentre.store.writing() as work:
        work.meetings.add(meeting(person, 2))
        work.meetings.answer(meeting(person, 2).meeting_id, "B1", Step(3), after_reveal=False)
    package = _sent(jobcentre)
    assert [row["meeting_id"] for row in package.rows("meetings")] == [closed.research_id]
    assert {row["meeting_id"] for row in package.rows("answers")} == {closed.research_id}


def test_a_citizen_without_a_closed_meeting_is_not_sent(jobcentre: Jobcentre) -> None:
    jobcentre.add(citizen())
    assert jobcentre.submitting().preview(full=True).is_empty
    assert _refused(jobcentre) is Code.EXPORT_EMPTY


# -- what changes between two measurements -----------------------------------------------------------------------------


def test_the_reason_of_the_change_of_caseworker_goes_along(jobcentre: Jobcentre) -> None:
    person = jobcentre.add(citizen())
    jobcentre.hold(meeting(person, 1, date(2026, 1, 5)))
    jobcentre.hand_over(person.citizen_id, date(2026, 2, 2), ChangeReason.REORGANISATION)
    second = meeting(person, 2, date(2026, 3, 30))
    jobcentre.hold(replace(second, caseworker_id=BO.caseworker_id))
    rows = sorted(_sent(jobcentre).rows("meetings"), key=lambda row: row["measurement_number"])
    assert [row["caseworker_changed"] for row in rows] == ["0", "1"]
    assert [row["change_reason"] for row in rows] == ["-97", "5"]
    assert [row["weeks_since_previous"] for row in rows] == ["-97", "12"]
    assert [row["iso_week"] for row in rows] == ["2026-W02", "2026-W14"]


# -- one submission after another --------------------------------------------------------------------------------------


def test_the_next_one_carries_only_what_is_new_and_what_that_refers_to(jobcentre: Jobcentre) -> None:
    first, second = jobcentre.add(citizen(1)), jobcentre.add(citizen(2))
    jobcentre.hold(meeting(first, 1))
    jobcentre.hold(meeting(second, 1))
    earlier = _sent(jobcentre)
    new = jobcentre.hold(meeting(first, 2))
    package = _sent(jobcentre)
    assert [row["citizen_id"] for row in package.rows("citizens")] == [first.research_id]
    assert [row["meeting_id"] for row in package.rows("meetings")] == [new.research_id]
    assert len(package.rows("answers")) == ROWS_OF_A_MEETING
    assert package.manifest["window"]["from"] == earlier.manifest["window"]["to"]
    assert _refused(jobcentre) is Code.EXPORT_EMPTY


def test_numbers_and_manifests_make_a_chain(jobcentre: Jobcentre) -> None:
    person = jobcentre.add(citizen())
    for number in (1, 2, 3):
        jobcentre.hold(meeting(person, number))
        _sent(jobcentre, full=number == 2)
    sent = jobcentre.submitting().sent()
    manifests = [json.loads(each.manifest) for each in sent]
    assert [each.seq for each in sent] == [manifest["seq"] for manifest in manifests] == [1, 2, 3]
    assert [manifest["previous_manifest_sha256"] for manifest in manifests] == [
        NO_HASH,
        sent[0].manifest_sha256,
        sent[1].manifest_sha256,
    ]
    assert len({each.submission_id for each in sent}) == 3
    assert sent[1].after == 0  # the full one


def test_what_was_sent_is_recorded_as_it_lies_in_the_file(jobcentre: Jobcentre) -> None:
    jobcentre.hold(meeting(jobcentre.add(citizen())))
    returned = jobcentre.submitting().export(jobcentre.folder)
    package = opened(jobcentre.folder / returned.file_name, jobcentre.centre)
    (recorded,) = jobcentre.submitting().sent()
    assert recorded == returned
    assert recorded.manifest == package.members["manifest.json"]
    assert recorded.signature == package.members["manifest.sig"]
    assert recorded.made_at == jobcentre.now
    assert jobcentre.submitting().preview().last_sent == recorded


def test_a_yes_given_later_brings_the_meetings_before_it(jobcentre: Jobcentre) -> None:
    asked_late = jobcentre.add(citizen(1, Research.UNASKED))
    jobcentre.hold(meeting(asked_late, 1))
    jobcentre.hold(meeting(jobcentre.add(citizen(2))))
    _sent(jobcentre)
    jobcentre.change(asked_late.citizen_id, research=Research.YES)
    package = _sent(jobcentre)
    assert [row["citizen_id"] for row in package.rows("citizens")] == [asked_late.research_id]
    assert len(package.rows("answers")) == ROWS_OF_A_MEETING


def test_a_restored_database_with_a_new_key_begins_anew_with_everything(jobcentre: Jobcentre, tmp_path: Path) -> None:
    person = jobcentre.add(citizen())
    held = [jobcentre.hold(meeting(person, 1)), jobcentre.hold(meeting(person, 2))]
    before = [jobcentre.submitting().export(jobcentre.folder, full=full) for full in (False, True)]
    jobcentre.now += timedelta(days=1)
    jobcentre.restore(replace(INSTALLATION, installation_id="ffffff"))
    preview = jobcentre.submitting().preview()
    assert (preview.seq, preview.after, preview.last_sent) == (1, 0, before[1])
    sent = jobcentre.submitting().export(jobcentre.folder)
    package = opened(jobcentre.folder / sent.file_name, jobcentre.centre)
    assert (sent.installation_id, sent.seq, package.manifest["previous_manifest_sha256"]) == ("ffffff", 1, NO_HASH)
    assert len(package.rows("meetings")) == len(held)
    assert jobcentre.submitting().sent() == [*before, sent]
    assert _refused(jobcentre) is Code.EXPORT_EMPTY
    # What the database sent before it was restored can be sent again as it was, with the signature it had.
    assert jobcentre.submitting().export_again(tmp_path, before[0].submission_id) == before[0]


# -- taking back -------------------------------------------------------------------------------------------------------


def test_a_withdrawal_leaves_a_tombstone_and_nothing_else(jobcentre: Jobcentre) -> None:
    person = jobcentre.add(citizen())
    held = jobcentre.hold(meeting(person))
    _sent(jobcentre)
    jobcentre.withdraw(person.citizen_id)
    package = _sent(jobcentre)
    assert package.rows("tombstones") == [{"kind": "citizen", "id": person.research_id, "reason": "withdrawal"}]
    assert all(not package.rows(table) for table in ("citizens", "meetings", "answers", "interventions"))
    assert not package.holds({held.meeting_id, held.research_id})
    assert package.manifest["declined_research"] == 1


def test_a_new_yes_after_a_withdrawal_is_another_citizen(jobcentre: Jobcentre) -> None:
    person = jobcentre.add(citizen())
    jobcentre.hold(meeting(person))
    first = _sent(jobcentre)
    jobcentre.withdraw(person.citizen_id)
    jobcentre.change(person.citizen_id, research=Research.YES)
    second = _sent(jobcentre)
    (row,) = second.rows("citizens")
    assert row["citizen_id"] != person.research_id
    for order in ([first, second], [second, first], [first, second, first]):
        tables = merged(order)
        assert list(tables["citizens"]) == [(row["citizen_id"],)]
        assert len(tables["answers"]) == ROWS_OF_A_MEETING


def _void_first(jobcentre: Jobcentre, held: list[Meeting]) -> None:
    jobcentre.void(held[0].meeting_id)


@pytest.mark.parametrize("voided", ["never", "sent before", "before", "after", "after the new yes"])
def test_nothing_ties_what_a_new_yes_sends_to_what_was_sent_before(
    jobcentre: Jobcentre, tmp_path: Path, voided: str
) -> None:
    person = jobcentre.add(citizen(1))
    held = [jobcentre.hold(meeting(person, n, date(2026, n, 5)), marks=[MARK]) for n in (1, 2, 3)]
    old = {person.research_id, *(each.research_id for each in held)}
    earlier = [_sent(jobcentre)]
    lost = jobcentre.submitting().sent()[-1]
    assert all(earlier[0].holds({name}) for name in old)
    if voided in ("sent before", "before"):
        _void_first(jobcentre, held)
    if voided == "sent before":
        earlier.append(_sent(jobcentre))
    jobcentre.withdraw(person.citizen_id)
    if voided == "after":
        _void_first(jobcentre, held)
    later = [_sent(jobcentre)]
    (tombstone,) = later[0].rows("tombstones")
    assert tombstone == {"kind": "citizen", "id": person.research_id, "reason": "withdrawal"}
    jobcentre.change(person.citizen_id, research=Research.YES)
    later.append(_sent(jobcentre))
    if voided == "after the new yes":
        _void_first(jobcentre, held)
        later.append(_sent(jobcentre))
    jobcentre.hold(meeting(person, 4, date(2026, 4, 6)))
    later.append(_sent(jobcentre))
    full = _sent(jobcentre, full=True)
    later.append(full)

    inside = {person.citizen_id, *(each.meeting_id for each in held)}
    for package in later:
        assert not package.holds(old - {person.research_id} | inside)
        assert all(person.research_id not in row.values() for table in TABLES[:-1] for row in package.rows(table.name))
    meetings = 3 if voided == "never" else 2
    assert len(later[1].rows("meetings")) == (3 if voided == "after the new yes" else meetings)
    assert not {row["meeting_id"] for each in later for row in each.rows("meetings")} & old
    assert jobcentre.submitting().export_again(tmp_path, lost.submission_id) is None

    alone, packages = merged([full]), [*earlier, *later]
    assert len(alone["meetings"]) == meetings + 1
    for order in (packages, packages[::-1], [*later, *earlier], [*packages, *earlier]):
        for table in ("citizens", "meetings", "answers", "interventions"):
            assert merged(order)[table] == alone[table], table


def test_a_second_withdrawal_takes_the_second_set_of_names_too(jobcentre: Jobcentre) -> None:
    person = jobcentre.add(citizen())
    held = jobcentre.hold(meeting(person))
    packages = []
    for _ in range(3):
        packages.append(_sent(jobcentre))
        jobcentre.withdraw(person.citizen_id)
        jobcentre.change(person.citizen_id, research=Research.YES)
    packages.append(_sent(jobcentre))
    names = [{row["meeting_id"] for row in each.rows("meetings")} for each in packages]
    assert names[0] == {held.research_id}
    assert len(set.union(*names)) == 4
    for place, package in enumerate(packages):
        assert not any(package.holds(before) for before in names[:place])
    (alive,) = merged(packages)["meetings"]
    assert {*alive} == names[-1]


def test_a_withdrawal_of_what_never_left_says_nothing(jobcentre: Jobcentre) -> None:
    person = jobcentre.add(citizen(1))
    jobcentre.hold(meeting(person))
    jobcentre.withdraw(person.citizen_id)
    jobcentre.hold(meeting(jobcentre.add(citizen(2))))
    assert _sent(jobcentre).rows("tombstones") == []
    assert _sent(jobcentre, full=True).rows("tombstones") == []


def test_a_voided_meeting_gets_a_tombstone_and_the_next_one_is_mended(jobcentre: Jobcentre) -> None:
    person = jobcentre.add(citizen())
    first = jobcentre.hold(meeting(person, 1, date(2026, 1, 5)))
    second = jobcentre.hold(meeting(person, 2, date(2026, 3, 30)))
    before = _sent(jobcentre)
    jobcentre.void(first.meeting_id)
    package = _sent(jobcentre)
    assert package.rows("tombstones") == [{"kind": "meeting", "id": first.research_id, "reason": "correction"}]
    mended = merged([before, package])["meetings"][(second.research_id,)]
    assert mended["weeks_since_previous"] == "-97"
    assert merged([before, package]) == merged([package, before])


def test_a_tombstone_of_a_meeting_that_was_not_for_research_is_not_sent(jobcentre: Jobcentre) -> None:
    other = jobcentre.add(citizen(2))
    jobcentre.hold(meeting(other, 1))
    _sent(jobcentre)
    unasked = jobcentre.add(citizen(1, Research.UNASKED))
    jobcentre.void(jobcentre.hold(meeting(unasked)).meeting_id)
    jobcentre.hold(meeting(other, 2))
    assert _sent(jobcentre).rows("tombstones") == []


# -- every order ends in the same tables -------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
def test_any_order_and_any_repetition_ends_where_a_full_snapshot_does(jobcentre: Jobcentre, seed: int) -> None:
    chance = random.Random(seed)
    packages, retired = _a_year(jobcentre, chance)
    full = _sent(jobcentre, full=True)
    in_order = merged(packages)
    assert merged([*packages, full]) == in_order
    shuffled = [*packages, full, *packages]
    chance.shuffle(shuffled)
    assert merged(shuffled) == in_order
    alone = merged([full])
    for table in ("citizens", "meetings", "answers", "interventions"):
        assert alone[table] == in_order[table], table
    for place, names in retired:
        for package in (*packages[place:], full):
            assert not package.holds(names)


def test_the_years_hold_withdrawals_of_what_had_left(tmp_path: Path) -> None:
    found = 0
    for seed in range(12):
        with Jobcentre.opened(tmp_path / str(seed)) as jobcentre:
            packages, retired = _a_year(jobcentre, random.Random(seed))
            found += sum(any(each.holds(names) for each in packages[:place]) for place, names in retired)
    assert found > 12


def _new(jobcentre: Jobcentre) -> list[Opened]:
    return [] if jobcentre.submitting().preview().is_empty else [_sent(jobcentre)]


def _a_year(jobcentre: Jobcentre, chance: random.Random) -> tuple[list[Opened], list[tuple[int, set[str]]]]:
    """What is sent in it; and after how many of them which names of meetings must not be seen any more."""
    people = [
        jobcentre.add(citizen(number, chance.choice([Research.YES, Research.YES, *Research]))) for number in range(1, 6)
    ]
    held: dict[str, int] = {each.citizen_id: 0 for each in people}
    alive = []
    packages: list[Opened] = []
    retired: list[tuple[int, set[str]]] = []
    for day in range(40):
        person = chance.choice(people)
        match chance.randrange(8):
            case 0 | 1 | 2:
                held[person.citizen_id] += 1
                number = held[person.citizen_id]
                on = date(2026, 1, 5) + timedelta(days=7 * day)
                alive.append(jobcentre.hold(meeting(person, number, on), {"B1": Step(chance.randint(1, 5))}))
            case 3 if alive:
                jobcentre.void(alive.pop(chance.randrange(len(alive))).meeting_id)
            case 4 if alive:
                with jobcentre.store.writing() as work:
                    changed = chance.choice(alive).meeting_id
                    work.meetings.answer(changed, "B2", Step(chance.randint(1, 5)), after_reveal=True)
            case 5:
                with jobcentre.store.reading() as work:
                    stored = work.citizens.get(person.citizen_id)
                    names: set[str] = {each.research_id for each in work.meetings.of(person.citizen_id)}
                if stored.research is Research.YES:
                    rows = [row for package in packages for row in package.rows("meetings")]
                    names |= {row["meeting_id"] for row in rows if row["citizen_id"] == stored.research_id}
                    retired.append((len(packages), names))
                    jobcentre.withdraw(person.citizen_id)
                else:
                    jobcentre.change(person.citizen_id, research=Research.YES)
            case 6:
                jobcentre.change(person.citizen_id, benefit=chance.choice(list(Benefit)))
            case _:
                packages.extend(_new(jobcentre))
    packages.extend(_new(jobcentre))
    return packages, retired


# -- interrupted -------------------------------------------------------------------------------------------------------


class _NeverNamed(PackageFiles):
    """Ends between the record and the name."""

    def finish(self, folder: Path, file_name: str) -> None:
        raise KeyboardInterrupt


class _NeverRecorded:
    """Ends between the file and the record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        return self._store.reading()

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        raise KeyboardInterrupt

    def copy_to(self, copy: Path) -> None: ...
    def compact(self) -> None: ...
    def close(self) -> None: ...


def test_ended_before_the_record_nothing_has_happened(jobcentre: Jobcentre) -> None:
    jobcentre.hold(meeting(jobcentre.add(citizen())))
    broken = jobcentre.submitting(store=_NeverRecorded(jobcentre.store))
    with pytest.raises(KeyboardInterrupt):
        broken.export(jobcentre.folder)
    (left,) = jobcentre.folder.iterdir()
    assert left.name.endswith(".part")
    assert jobcentre.submitting().sent() == []
    package = _sent(jobcentre)
    assert package.manifest["seq"] == 1
    assert len(list(jobcentre.folder.iterdir())) == 1


@pytest.mark.parametrize("full", [False, True])
def test_ended_before_the_name_it_is_finished_next_time(jobcentre: Jobcentre, *, full: bool) -> None:
    jobcentre.hold(meeting(jobcentre.add(citizen())))
    with pytest.raises(KeyboardInterrupt):
        jobcentre.submitting(_NeverNamed(jobcentre.centre.file)).export(jobcentre.folder, full=full)
    (recorded,) = jobcentre.submitting().sent()
    sent = jobcentre.submitting().export(jobcentre.folder, full=full)
    assert sent == recorded
    assert [path.name for path in jobcentre.folder.iterdir()] == [recorded.file_name]
    opened(jobcentre.folder / sent.file_name, jobcentre.centre)
    assert jobcentre.submitting().sent() == [recorded]


def test_ended_before_the_name_with_something_new_both_lie_there(jobcentre: Jobcentre) -> None:
    person = jobcentre.add(citizen())
    jobcentre.hold(meeting(person, 1))
    with pytest.raises(KeyboardInterrupt):
        jobcentre.submitting(_NeverNamed(jobcentre.centre.file)).export(jobcentre.folder)
    jobcentre.hold(meeting(person, 2))
    assert _sent(jobcentre).manifest["seq"] == 2
    assert sorted(path.name for path in jobcentre.folder.iterdir()) == sorted(
        each.file_name for each in jobcentre.submitting().sent()
    )


def test_a_folder_that_is_not_there_is_refused_and_nothing_recorded(jobcentre: Jobcentre) -> None:
    jobcentre.hold(meeting(jobcentre.add(citizen())))
    assert _refused(jobcentre, jobcentre.folder / "missing") is Code.EXPORT_FOLDER
    assert jobcentre.submitting().sent() == []
    assert _sent(jobcentre).manifest["seq"] == 1


def test_a_disk_that_fills_up_is_told_and_leaves_nothing(jobcentre: Jobcentre, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    jobcentre.hold(meeting(jobcentre.add(citizen())))
    monkeypatch.setattr("bip_desktop.whole_files.os.fsync", full)
    assert _refused(jobcentre) is Code.EXPORT_FOLDER
    monkeypatch.undo()
    assert list(jobcentre.folder.iterdir()) == []
    assert jobcentre.submitting().sent() == []


def test_a_missing_version_of_the_instrument_is_named(jobcentre: Jobcentre) -> None:
    jobcentre.hold(meeting(jobcentre.add(citizen())))
    jobcentre.instruments._versions.clear()
    assert _refused(jobcentre) is Code.INSTRUMENT_MISSING


# -- once more ---------------------------------------------------------------------------------------------------------


def test_a_lost_one_is_made_again_byte_for_byte(jobcentre: Jobcentre, tmp_path: Path) -> None:
    person = jobcentre.add(citizen())
    jobcentre.hold(meeting(person, 1))
    _sent(jobcentre)
    jobcentre.hold(meeting(person, 2))
    sent = jobcentre.submitting().export(jobcentre.folder)
    again = jobcentre.submitting().export_again(tmp_path, sent.submission_id)
    assert again == sent
    first = opened(jobcentre.folder / sent.file_name, jobcentre.centre)
    second = opened(tmp_path / sent.file_name, jobcentre.centre)
    assert first.archive == second.archive
    assert (jobcentre.folder / sent.file_name).read_bytes() != (tmp_path / sent.file_name).read_bytes()
    assert len(jobcentre.submitting().sent()) == 2


def test_a_lost_one_is_the_same_although_its_data_have_changed(jobcentre: Jobcentre, tmp_path: Path) -> None:
    person = jobcentre.add(citizen())
    held = jobcentre.hold(meeting(person))
    sent = jobcentre.submitting().export(jobcentre.folder)
    jobcentre.change(person.citizen_id, benefit=Benefit.OTHER)
    jobcentre.void(held.meeting_id)
    assert jobcentre.submitting().export_again(tmp_path, sent.submission_id) == sent
    first = opened(jobcentre.folder / sent.file_name, jobcentre.centre)
    assert opened(tmp_path / sent.file_name, jobcentre.centre).archive == first.archive


def test_a_lost_one_with_somebody_who_has_withdrawn_is_not_made_again(jobcentre: Jobcentre, tmp_path: Path) -> None:
    person, other = jobcentre.add(citizen(1)), jobcentre.add(citizen(2))
    jobcentre.hold(meeting(person))
    first = jobcentre.submitting().export(jobcentre.folder)
    jobcentre.hold(meeting(other))
    second = jobcentre.submitting().export(jobcentre.folder)
    jobcentre.withdraw(person.citizen_id)
    assert jobcentre.submitting().export_again(tmp_path, first.submission_id) is None
    assert not list(tmp_path.glob("*.age*"))
    # The other one holds nobody who has withdrawn: it is put together again, to the same bytes.
    assert jobcentre.submitting().export_again(tmp_path, second.submission_id) == second
    made = opened(tmp_path / second.file_name, jobcentre.centre)
    assert made.archive == opened(jobcentre.folder / second.file_name, jobcentre.centre).archive


def test_a_lost_one_for_a_centre_with_other_keys_is_not_made_again(jobcentre: Jobcentre, tmp_path: Path) -> None:
    jobcentre.hold(meeting(jobcentre.add(citizen())))
    sent = jobcentre.submitting().export(jobcentre.folder)
    other = PackageFiles(Centre(tmp_path).file)
    assert jobcentre.submitting(other).export_again(tmp_path, sent.submission_id) is None


def test_a_finished_one_is_never_written_over(jobcentre: Jobcentre) -> None:
    jobcentre.hold(meeting(jobcentre.add(citizen())))
    sent = jobcentre.submitting().export(jobcentre.folder)
    content = (jobcentre.folder / sent.file_name).read_bytes()
    with pytest.raises(BipError) as raised:
        jobcentre.submitting().export_again(jobcentre.folder, sent.submission_id)
    assert raised.value.code is Code.EXPORT_FOLDER
    assert (jobcentre.folder / sent.file_name).read_bytes() == content
