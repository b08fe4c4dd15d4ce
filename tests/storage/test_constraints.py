# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The database refuses by itself what the domain would never write."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Table, insert, select, update
from sqlalchemy.exc import IntegrityError

from bip_desktop.domain.agreement import Agreement
from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.caseload import Standing
from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason
from bip_desktop.domain.citizen_rights import Ground, RightKind, RightsCase
from bip_desktop.domain.handover import HandoverIn, HandoverOut
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.intervention import Mark, Origin, Status
from bip_desktop.domain.questionnaire import Amount, Missing, Step, Ticks, Unit
from bip_desktop.domain.reflection import Reflection
from bip_desktop.services.exchange_ports import StoredReceipt
from bip_desktop.services.ports import ShownSuggestion, UnitOfWork
from bip_desktop.services.trust_ports import Information, Notice, SpotCheck
from bip_desktop.storage.meeting_tables import MeetingRow  # noqa: F401 - its tables join the others
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.tables import Table as Declared
from tests.storage.invented import AGREEMENT, BO, KAREN, TODAY, citizen, meeting
from tests.storage.test_outbox import submission

TABLES = Declared.metadata.tables


NOON = datetime.fromisoformat("2026-03-02T12:00:00")


@pytest.fixture
def filled(store: DatabaseStore) -> DatabaseStore:
    """At least one good row in every table."""
    with store.writing() as work:
        anna, first = citizen(1), meeting(citizen(1))
        work.citizens.add(anna)
        work.citizens.add(citizen(2))
        work.citizens.set_standing(Standing(anna.citizen_id, 1, TODAY, 1, 2, 3, frozenset()))
        work.citizens.change_caseworker(
            anna.citizen_id,
            CaseworkerChange(TODAY, KAREN.caseworker_id, BO.caseworker_id, ChangeReason.LEAVE),
        )
        work.meetings.add(first)
        work.meetings.answer(first.meeting_id, "B1", Step(3), after_reveal=False)
        work.meetings.answer(first.meeting_id, "B10", Ticks(frozenset({1})), after_reveal=False)
        work.meetings.answer(first.meeting_id, "B11", Amount(150_00, Unit.HOUR_BEFORE_TAX), after_reveal=False)
        work.meetings.answer(first.meeting_id, "B2", Missing.DECLINED, after_reveal=True)
        work.meetings.set_marks(first.meeting_id, [Mark(1, Status.AGREED, Origin.OWN)])
        work.meetings.set_notes(first.meeting_id, ["talks"])
        work.meetings.set_reflection(first.meeting_id, Reflection("En plads tæt på"))
        work.meetings.set_shown(first.meeting_id, [ShownSuggestion("R1", 1, (1, 14), chosen=False)])
        work.meetings.set_agreement(first.meeting_id, AGREEMENT)
        work.outbox.add_sent(submission(1))
        _fill_trust(work)
        work.outbox.add_sent(submission(2), b"PK archive")
        work.outbox.add_receipt(StoredReceipt(submission(1).submission_id, NOON, b"{}"))
        out = HandoverOut("out", "ab" * 32, ChangeReason.LEAVE, "fil", NOON, (CitizenId("away"),))
        work.handovers.add_out(out)
        work.handovers.add_in(HandoverIn("in", "ab" * 32, "Bo", True, (anna.citizen_id,), NOON, b"{}"))
    return store


def _fill_trust(work: UnitOfWork) -> None:
    anna, at = citizen(1).citizen_id, datetime(2026, 3, 2, 10, 45)  # noqa: DTZ001 - as the database has them
    work.rights.notify(Notice(1, KAREN.caseworker_id, anna, BO.caseworker_id, at, 1))
    work.rights.add_information(Information(anna, "1", "0" * 64, at, KAREN.caseworker_id))
    case = RightsCase("1", RightKind.ERASURE, anna, Ground.REQUEST, KAREN.caseworker_id, at)
    work.rights.set_case(case.approved(KAREN.caseworker_id, at).done(BO.caseworker_id, at))
    work.audit.append(KAREN.caseworker_id, at, [Event(Happened.READ, anna, "card", "Opdigtet")])
    work.audit.add_spot_check(SpotCheck("2026-02", work.audit.head(), (1,)))
    work.audit.sign_spot_check("2026-02", KAREN.caseworker_id, at, "")


def _change_all(store: DatabaseStore, table: Table, values: dict[str, Any]) -> None:
    with store._writer.begin() as connection:
        assert connection.execute(update(table).values(values)).rowcount


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("installation", {"signing_key": b"short"}),
        ("citizen", {"cpr": "610180123"}),
        ("citizen", {"benefit": 0}),
        ("citizen", {"research": "perhaps"}),
        ("citizen", {"course_outcome": "retired", "course_week": "2026-W10", "course_on": TODAY}),
        ("citizen", {"course_outcome": "job"}),
        ("citizen", {"revision": 0}),
        ("caseworker_change", {"reason": 8}),
        ("standing", {"number": 0}),
        ("standing", {"higher": -1}),
        ("standing", {"job": None}),
        ("change_log", {"kind": "note"}),
        ("change_log", {"reason": "withdrawal"}),
        ("change_log", {"kind": "tombstone_citizen", "reason": "whim"}),
        ("change_log", {"kind": "tombstone_citizen"}),
        ("submission", {"seq": 0}),
        ("submission", {"upto_seq": -1}),
        ("submission_count", {"row_count": -1}),
        ("meeting", {"number": 0}),
        ("meeting", {"state": "begun"}),
        ("meeting", {"mode": "alone"}),
        ("meeting", {"caseworker_when": "never"}),
        ("meeting", {"citizen_part": "most"}),
        ("meeting", {"caseworker_part": "most"}),
        ("meeting", {"void_reason": "whim"}),
        ("meeting", {"revision": 0}),
        ("answer", {"revision": 0}),
        ("answer", {"kind": "scale", "value": 0, "unit": None}),
        ("answer", {"kind": "scale", "value": 6, "unit": None}),
        ("answer", {"kind": "scale", "value": None, "unit": None}),
        ("answer", {"kind": "scale", "value": 3, "unit": "oere_per_hour_before_tax"}),
        ("answer", {"kind": "ticks", "value": 1, "unit": None}),
        ("answer", {"kind": "missing", "value": -93, "unit": None}),
        ("answer", {"kind": "missing", "value": -100, "unit": None}),
        ("answer", {"kind": "missing", "value": None, "unit": None}),
        ("answer", {"kind": "amount", "value": -1, "unit": "oere_per_hour_before_tax"}),
        ("answer", {"kind": "amount", "value": 9_999_999_901, "unit": "oere_per_hour_before_tax"}),
        ("answer", {"kind": "amount", "value": 100, "unit": None}),
        ("answer", {"kind": "amount", "value": 100, "unit": "dollars"}),
        ("answer", {"kind": "words", "value": 1, "unit": None}),
        ("standing", {"still_for": 1}),
        ("handover_out", {"state": "lost"}),
        ("handover_out", {"state": "received"}),
        ("handover_out", {"settled_at": datetime(2026, 3, 2, 12)}),  # noqa: DTZ001 - as the database has them
        ("answer_tick", {"option": 0}),
        ("activity_mark", {"activity": 22}),
        ("activity_mark", {"activity": 0}),
        ("activity_mark", {"status": "wished"}),
        ("activity_mark", {"origin": "stranger"}),
        ("shown_activity", {"activity": 22}),
        ("goal", {"place": 3}),
        ("task", {"who": "nobody"}),
        ("task", {"how": "well"}),
        ("caseworker_role", {"role": "chief"}),
        ("audit_entry", {"seq": 0}),
        ("audit_entry", {"what": "nothing"}),
        ("audit_text", {"kind": "remark"}),
        ("spot_check", {"signed_at": None}),
        ("rights_case", {"kind": "wish"}),
        ("rights_case", {"ground": "none"}),
        ("rights_case", {"approved_at": None}),
        ("rights_case", {"done_at": None}),
        ("rights_case", {"approved_by": None, "approved_at": None}),
        ("rights_case", {"done_by": KAREN.caseworker_id}),
    ],
)
def test_a_value_that_cannot_be_is_refused(table: str, values: dict[str, Any], filled: DatabaseStore) -> None:
    with pytest.raises(IntegrityError, match="CHECK constraint failed: ck_" + table):
        _change_all(filled, TABLES[table], values)


@pytest.mark.parametrize(("table", "column"), [("answer", "after_reveal"), ("shown_suggestion", "chosen")])
def test_a_truth_value_is_nothing_but_yes_or_no(table: str, column: str, filled: DatabaseStore) -> None:
    with pytest.raises(IntegrityError, match="CHECK"), filled._writer.begin() as connection:
        connection.exec_driver_sql(f"UPDATE {table} SET {column} = 2")


_FOREIGN_KEYS = [
    (table.name, constraint.column_keys)
    for table in TABLES.values()
    for constraint in sorted(table.foreign_key_constraints, key=lambda found: str(found.name))
]


@pytest.mark.parametrize(("table", "columns"), _FOREIGN_KEYS)
def test_a_row_that_points_nowhere_is_refused(table: str, columns: list[str], filled: DatabaseStore) -> None:
    with filled._writer.begin() as connection:
        row = dict(connection.execute(select(TABLES[table])).mappings().first() or {})
    assert row, f"no row in {table} to try with"
    nowhere = {name: 999 if isinstance(row[name], int) else "nowhere" for name in columns}
    this = [column == row[column.name] for column in TABLES[table].primary_key.columns]
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), filled._writer.begin() as connection:
        connection.execute(update(TABLES[table]).where(*this).values(nowhere))


def test_there_are_foreign_keys_to_try() -> None:
    assert len(_FOREIGN_KEYS) == 33


def test_a_citizen_with_meetings_cannot_be_taken_away(filled: DatabaseStore) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), filled._writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM citizen")


def test_two_open_meetings_or_two_with_one_number_are_refused_by_the_database_too(filled: DatabaseStore) -> None:
    row = {column.name: column for column in TABLES["meeting"].columns}
    with filled._writer.begin() as connection:
        stored = dict(connection.execute(select(TABLES["meeting"])).mappings().one())
    assert row.keys() == stored.keys()
    other = stored | {"seq": 2, "meeting_id": "another", "research_id": "another"}
    for changed in ({"number": 2}, {"state": "closed"}):
        with pytest.raises(IntegrityError, match="UNIQUE"), filled._writer.begin() as connection:
            connection.execute(insert(TABLES["meeting"]).values(other | changed))
    with filled._writer.begin() as connection:
        connection.execute(insert(TABLES["meeting"]).values(other | {"state": "voided"}))


def test_two_meetings_never_have_one_name_outside(filled: DatabaseStore) -> None:
    with filled._writer.begin() as connection:
        stored = dict(connection.execute(select(TABLES["meeting"])).mappings().one())
    other = stored | {"seq": 2, "meeting_id": "another", "state": "voided"}
    with pytest.raises(IntegrityError, match=r"UNIQUE.*research_id"), filled._writer.begin() as connection:
        connection.execute(insert(TABLES["meeting"]).values(other))


def test_an_answers_revision_is_there_once(filled: DatabaseStore) -> None:
    with filled._writer.begin() as connection:
        stored = dict(connection.execute(select(TABLES["answer"])).mappings().first() or {})
    with pytest.raises(IntegrityError, match="UNIQUE"), filled._writer.begin() as connection:
        connection.execute(insert(TABLES["answer"]).values(stored | {"seq": 99}))


def test_an_empty_agreement_needs_no_rows_of_its_own(filled: DatabaseStore) -> None:
    with filled.writing() as work:
        work.meetings.set_agreement(meeting(citizen(1)).meeting_id, Agreement())
    with filled.reading() as work:
        assert work.meetings.agreement(meeting(citizen(1)).meeting_id) == Agreement()
