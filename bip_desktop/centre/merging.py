# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The rows of one package into the merged tables: upsert by key, the highest revision wins, a tombstone beats all.

The interventions of a meeting are one set, and belong to the revision of the meeting's row beside them: a key of
theirs can vanish, since what was agreed on may be let go again. A higher revision takes the place of the whole set.

Everything runs in the caller's transaction and row by row, so that a fault in the last line takes back the first one
and a large package needs hardly more memory than a small one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, cast

from sqlalchemy import Column, Connection, delete, select
from sqlalchemy import Table as StoreTable

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.faults import Flaw, Place, Refused
from bip_desktop.centre.package_reader import InstrumentCame, OpenedPackage
from bip_desktop.centre.row_checks import BadRow, answer_bit, check_band, check_group, check_week, missing_item
from bip_desktop.centre.store import Cells, run_many, upsert
from bip_desktop.centre.table_reader import table_rows
from bip_desktop.domain.submission import ANSWERS, CITIZENS, INTERVENTIONS, MEETINGS, TOMBSTONES, TombstoneKind
from bip_desktop.domain.submission_schema import Cell, Row, Table
from bip_desktop.exchange.receipt import TableCount

_MOST_ROWS = 500_000
"""Citizens, meetings or tombstones of one package: more than all of Denmark's in the target group."""
_BATCH = 5_000
_AT_ONCE = 500
"""Values in one question to the database."""


class Merging:
    """One package on its way into the tables."""

    def __init__(self, connection: Connection, package: OpenedPackage, instruments: Collection[InstrumentCame]) -> None:
        self._connection = connection
        self._package = package
        self._site = package.manifest.site
        self._wordings = {(each.instrument_id, each.version): each.wording_version for each in instruments}
        self._citizens: dict[str, bool] = {}
        """The package's citizens; False for one that a tombstone has taken."""
        self._meetings: dict[str, int] = {}
        """The package's meetings with their number in the store; 0 for one that a tombstone has taken."""
        self._outdated: set[str] = set()
        """The package's meetings that are known in a higher revision."""

    def run(self) -> dict[str, TableCount]:
        """Writes everything and says what became of the rows. Raises `Refused`; the caller takes it all back then."""
        counts = {TOMBSTONES.name: self._tombstones(), CITIZENS.name: self._citizen_rows()}
        counts[MEETINGS.name] = self._meeting_rows()
        counts[ANSWERS.name] = self._answer_rows()
        counts[INTERVENTIONS.name] = self._intervention_rows()
        return counts

    # -- reading -------------------------------------------------------------------------------------------------------

    def _rows(self, table: Table) -> Iterator[tuple[int, Row]]:
        """The table's rows; in the end as many as the manifest says."""
        listed = self._package.manifest.files[table.path].rows
        number = 1
        for number, row in table_rows(table, self._package.archive.chunks(table.path)):
            yield number, row
        if number - 1 != listed:
            facts = {"found": number - 1, "expected": listed or 0}
            raise Refused(Flaw.ROWS_COUNT, Place(table.path), cast(dict[str, Any], facts))

    def _keyed(self, table: Table, places: Sequence[int]) -> Iterator[tuple[int, Row]]:
        """The rows of a table that fits in memory by its keys; a key that comes twice is refused."""
        seen: set[tuple[Cell, ...]] = set()
        for number, row in self._rows(table):
            key = tuple(row[place] for place in places)
            if key in seen:
                raise Refused(Flaw.KEY_TWICE, Place(table.path, number, table.key[-1]))
            if len(seen) >= _MOST_ROWS:
                raise Refused(Flaw.ROWS_MANY, Place(table.path, number), {"most": _MOST_ROWS})
            seen.add(key)
            yield number, row

    # -- table by table ------------------------------------------------------------------------------------------------

    def _tombstones(self) -> TableCount:
        accepted = 0
        for batch in _batches(self._keyed(TOMBSTONES, (0, 1))):
            rows = [row for _, row in batch]
            gone = {kind: [str(row[1]) for row in rows if row[0] == kind.value] for kind in TombstoneKind}
            self._check_owner(t.citizens.c.citizen_id, gone[TombstoneKind.CITIZEN], TOMBSTONES, "id")
            self._check_owner(t.meetings.c.meeting_id, gone[TombstoneKind.MEETING], TOMBSTONES, "id")
            self._put(t.tombstones, [(self._site, *row) for row in rows], ("site", "kind", "id"), ("reason",))
            for some in _some(gone[TombstoneKind.MEETING]):
                self._erase_meetings(t.meetings.c.meeting_id.in_(some))
            for some in _some(gone[TombstoneKind.CITIZEN]):
                self._erase_meetings(t.meetings.c.citizen_id.in_(some))
                for table in (t.citizens, t.outcomes, t.register_rows):
                    self._connection.execute(delete(table).where(table.c.citizen_id.in_(some)))
            accepted += len(rows)
        return TableCount(accepted)

    def _erase_meetings(self, which: Any) -> None:
        numbers = select(t.meetings.c.meeting_no).where(which)
        for table in (t.answers, t.interventions):
            self._connection.execute(delete(table).where(table.c.meeting_no.in_(numbers)))
        self._connection.execute(delete(t.meetings).where(which))

    def _citizen_rows(self) -> TableCount:
        accepted = erased = 0
        for batch in _batches(self._keyed(CITIZENS, (0,))):
            for number, row in batch:
                self._checked(CITIZENS, number, lambda row=row: check_band(str(row[3])))
            ids = [str(row[0]) for _, row in batch]
            self._check_owner(t.citizens.c.citizen_id, ids, CITIZENS, "citizen_id")
            dead = self._dead(TombstoneKind.CITIZEN, ids)
            self._citizens.update((each, each not in dead) for each in ids)
            rows = [(row[0], self._site, *row[1:]) for _, row in batch if row[0] not in dead]
            self._put(t.citizens, rows, ("citizen_id",), CITIZENS.header[1:])
            accepted += len(rows)
            erased += len(batch) - len(rows)
        return TableCount(accepted, erased)

    def _meeting_rows(self) -> TableCount:
        accepted = erased = 0
        for batch in _batches(self._keyed(MEETINGS, (0,))):
            for number, row in batch:
                self._check_meeting(number, row)
            ids = [str(row[0]) for _, row in batch]
            self._check_owner(t.meetings.c.meeting_id, ids, MEETINGS, "meeting_id")
            self._check_owner(t.meetings.c.caseworker_id, [str(row[3]) for _, row in batch], MEETINGS, "caseworker_id")
            dead = self._dead(TombstoneKind.MEETING, ids)
            alive = [row for _, row in batch if row[0] not in dead and self._citizens[str(row[2])]]
            rows = [(row[0], self._site, row[2], row[1], *row[3:]) for row in alive]
            header = ("revision", "citizen_id", *MEETINGS.header[3:])
            self._replace_interventions({str(row[0]): cast(int, row[1]) for row in alive})
            self._put(t.meetings, rows, ("meeting_id",), header)
            self._meetings.update((each, 0) for each in ids)
            for some in _some([str(row[0]) for row in alive]):
                numbers = select(t.meetings.c.meeting_id, t.meetings.c.meeting_no)
                found = self._connection.execute(numbers.where(t.meetings.c.meeting_id.in_(some)))
                self._meetings.update((each.meeting_id, each.meeting_no) for each in found)
            accepted += len(rows)
            erased += len(batch) - len(rows)
        return TableCount(accepted, erased)

    def _replace_interventions(self, coming: Mapping[str, int]) -> None:
        """Makes room for the interventions of meetings that come in a higher revision than is known."""
        m = t.meetings.c
        for some in _some(list(coming)):
            known = self._connection.execute(
                select(m.meeting_id, m.meeting_no, m.revision).where(m.meeting_id.in_(some))
            ).all()
            self._outdated.update(each.meeting_id for each in known if each.revision > coming[each.meeting_id])
            older = [each.meeting_no for each in known if each.revision < coming[each.meeting_id]]
            if older:
                self._connection.execute(delete(t.interventions).where(t.interventions.c.meeting_no.in_(older)))

    def _check_meeting(self, number: int, row: Row) -> None:
        if row[2] not in self._citizens:
            raise Refused(Flaw.REFERENCE, Place(MEETINGS.path, number, "citizen_id"), {"table": CITIZENS.name})
        self._checked(MEETINGS, number, lambda: check_week(str(row[4])))
        wording = self._wordings.get((str(row[12]), str(row[13])))
        if wording is None:
            raise Refused(
                Flaw.INSTRUMENT_UNKNOWN,
                Place(MEETINGS.path, number, "instrument_version"),
                {"version": f"{row[12]}@{row[13]}"},
            )
        if wording != row[14]:
            raise Refused(Flaw.VALUE, Place(MEETINGS.path, number, "wording_version"))

    def _answer_rows(self) -> TableCount:
        accepted = erased = 0
        seen = dict.fromkeys(self._meetings, 0)
        meetings = self._meetings
        rows: list[Cells] = []
        for number, row in self._rows(ANSWERS):
            meeting_id, item, option, value, unit, revision, after = cast(tuple[str, str, int, int, str, int, int], row)
            if meeting_id not in seen:
                raise Refused(Flaw.REFERENCE, Place(ANSWERS.path, number, "meeting_id"), {"table": MEETINGS.name})
            try:
                bit = answer_bit(item, option, value, unit, after)
            except BadRow as bad:
                raise Refused(bad.flaw, Place(ANSWERS.path, number, bad.column)) from None
            if seen[meeting_id] & bit:
                raise Refused(Flaw.KEY_TWICE, Place(ANSWERS.path, number, "after_reveal"))
            seen[meeting_id] |= bit
            if meeting_no := meetings[meeting_id]:
                rows.append((meeting_no, item, option, value, unit, revision, after))
                accepted += 1
            else:
                erased += 1
            if len(rows) >= _BATCH:
                self._put_answers(rows)
                rows = []
        self._put_answers(rows)
        for meeting_id, bits in seen.items():
            if item := missing_item(bits):
                raise Refused(Flaw.ANSWERS_MISSING, Place(ANSWERS.path), {"meeting": meeting_id, "item": item})
        return TableCount(accepted, erased)

    def _put_answers(self, rows: list[Cells]) -> None:
        key = (t.MEETING_NO, *ANSWERS.key[1:])
        self._put(t.answers, rows, key, ("revision", "value", "unit"))

    def _intervention_rows(self) -> TableCount:
        accepted = erased = 0
        for batch in _batches(self._keyed(INTERVENTIONS, (0, 1, 3))):
            rows: list[Cells] = []
            for number, row in batch:
                if row[0] not in self._meetings:
                    place = Place(INTERVENTIONS.path, number, "meeting_id")
                    raise Refused(Flaw.REFERENCE, place, {"table": MEETINGS.name})
                self._checked(INTERVENTIONS, number, lambda row=row: check_group(int(row[1]), str(row[2])))
                meeting_no = self._meetings[str(row[0])]
                if meeting_no and row[0] not in self._outdated:
                    rows.append((meeting_no, *row[1:]))
                erased += not meeting_no
                accepted += bool(meeting_no)
            self._put(t.interventions, rows, (t.MEETING_NO, *INTERVENTIONS.key[1:]), ("revision", "group", "origin"))
        return TableCount(accepted, erased)

    # -- the store -----------------------------------------------------------------------------------------------------

    def _put(self, table: StoreTable, rows: Sequence[Cells], key: tuple[str, ...], greater: tuple[str, ...]) -> None:
        columns = tuple(column.name for column in table.columns)
        if table is t.meetings:
            columns = columns[1:]  # the store numbers its meetings itself
        run_many(self._connection, upsert(self._connection.dialect, table, key, greater), columns, rows)

    def _dead(self, kind: TombstoneKind, ids: Sequence[str]) -> set[str]:
        """Those of `ids` that a tombstone of this site has taken."""
        dead: set[str] = set()
        for some in _some(ids):
            which = select(t.tombstones.c.id).where(
                t.tombstones.c.site == self._site, t.tombstones.c.kind == kind.value, t.tombstones.c.id.in_(some)
            )
            dead.update(self._connection.execute(which).scalars())
        return dead

    def _check_owner(self, column: Column[Any], ids: Sequence[str], table: Table, name: str) -> None:
        """That none of `ids` is another site's: nobody changes or erases what somebody else has sent."""
        for some in _some(ids):
            theirs = select(column).where(column.in_(some), column.table.c.site != self._site).limit(1)
            if self._connection.execute(theirs).first() is not None:
                raise Refused(Flaw.OTHER_SITE, Place(table.path, 0, name))

    def _checked(self, table: Table, number: int, check: Any) -> None:
        try:
            check()
        except BadRow as bad:
            raise Refused(bad.flaw, Place(table.path, number, bad.column)) from None


def _batches(rows: Iterable[tuple[int, Row]]) -> Iterator[list[tuple[int, Row]]]:
    rows = iter(rows)
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _some(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    unique = list(dict.fromkeys(ids))
    for start in range(0, len(unique), _AT_ONCE):
        yield unique[start : start + _AT_ONCE]
