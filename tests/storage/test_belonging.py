# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Everything of one citizen, compared with a scan of the whole database that knows nothing of foreign keys."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from bip_desktop.domain.questionnaire import Step, Ticks
from bip_desktop.storage.belonging import everything
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.tables import Table
from tests.storage.invented import AGREEMENT, BO, KAREN, citizen, meeting
from tests.storage.test_constraints import filled

__all__ = ["filled"]
LOG = ("audit_entry", "audit_text")
"""Given to the citizen as look-ups, without who looked."""
OTHERS = ("caseworker", "caseworker_role", "jobcentre_setting", "schema_step", "installation", "spot_check")


def rows_in(name: str, tree: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """All rows of a tree, each with its table."""
    yield name, {key: value for key, value in tree.items() if not isinstance(value, list)}
    for table, below in tree.items():
        if isinstance(below, list):
            for each in below:
                yield from rows_in(table, each)


def scanned(store: DatabaseStore, identities: set[str]) -> Counter[str]:
    """Rows by table in which one of the identities stands, and those that point to such a row by the name of a column
    that numbers it."""
    found: Counter[str] = Counter()
    with store._reader.connect() as connection:
        answers = set()
        for table in Table.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                cells = row._mapping
                if identities & {str(each) for each in row} or cells.get("answer_seq") in answers:
                    found[table.name] += 1
                    if table.name == "answer":
                        answers.add(cells["seq"])
    return found


def add_the_other(store: DatabaseStore) -> set[str]:
    """Another citizen with a meeting of the same kind."""
    other, held = citizen(2), meeting(citizen(2))
    with store.writing() as work:
        work.meetings.add(held)
        work.meetings.answer(held.meeting_id, "B1", Step(2), after_reveal=False)
        work.meetings.answer(held.meeting_id, "B10", Ticks(frozenset({3})), after_reveal=False)
        work.meetings.set_agreement(held.meeting_id, AGREEMENT)
    return {other.citizen_id, other.research_id, held.meeting_id, held.research_id}


def test_all_of_the_citizens_rows_are_there_and_none_of_anybody_elses(filled: DatabaseStore) -> None:
    """Fails where a table that points to another one of the citizen's is left out, or one is read without asking whose
    it is: broken by following foreign keys one step only, and by a closure without its condition."""
    others = add_the_other(filled)
    anna, held = citizen(1), meeting(citizen(1))
    mine = {anna.citizen_id, anna.research_id, held.meeting_id, held.research_id}
    with filled._reader.connect() as connection:
        tree, mentions = everything(connection, anna.citizen_id)
    got = [*rows_in("citizen", tree), *((table, row) for table, rows in mentions.items() for row in rows)]
    counted = Counter(table for table, _ in got)
    expected = scanned(filled, mine)
    assert {table: count for table, count in expected.items() if table not in LOG} == dict(counted)
    assert sum(counted.values()) > 20, "the scan must have something to find"
    said = {str(value) for _, row in got for value in row.values()}
    assert not said & others
    assert anna.cpr.digits in said
    assert {KAREN.name, BO.name} <= said, "who sat with the citizen, and who did before"
    assert not said & {KAREN.caseworker_id, BO.caseworker_id}, "colleagues have no identity outside"


def test_a_colleague_is_named_only_where_the_citizen_knows_of_it(filled: DatabaseStore) -> None:
    """Fails where whoever looked up the citizen is named."""
    with filled._reader.connect() as connection:
        tree, mentions = everything(connection, citizen(1).citizen_id)
    for table in ("owner_notice", "information_shown"):
        assert not {KAREN.name, BO.name} & {str(cell) for row in tree[table] for cell in row.values()}
    assert not {KAREN.name, BO.name} & {str(cell) for row in mentions["rights_case"] for cell in row.values()}
