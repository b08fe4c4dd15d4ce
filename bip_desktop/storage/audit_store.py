# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The log of use, in the database. Entries are only ever appended; an old part is deleted by its deadline alone."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from bip_desktop.domain.audit import START, Entry, Event, Happened, Head, linked, text_hash
from bip_desktop.services.trust_ports import LoggedText, SpotCheck
from bip_desktop.storage.trust_tables import AuditRow, AuditStartRow, AuditTextRow, SpotCheckLineRow, SpotCheckRow

_COLUMNS = tuple(AuditRow.__table__.columns)
_AT_ONCE = 2_000
_SALT_BYTES = 16
_HEAD = select(AuditRow.seq, AuditRow.hash, AuditRow.at).order_by(AuditRow.seq.desc()).limit(1)
"""Made once, because it goes with every answer."""
_INSERT = insert(AuditRow)


class AuditStore:
    """Fulfils `trust_ports.AuditTrail`. The writing transaction is exclusive, so nobody else comes after the head."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> Head:
        """Where the chain stands now."""
        return self._head()[0]

    def start(self) -> Head:
        """Where the chain begins: at 0, until an old part is deleted."""
        row = self._connection.execute(
            select(AuditStartRow.seq, AuditStartRow.hash).order_by(AuditStartRow.seq.desc()).limit(1)
        ).one_or_none()
        return START if row is None else Head(row.seq, row.hash)

    def append(self, actor: str, at: datetime, events: Sequence[Event]) -> Head:
        """Appends entries in their order; a clock that has gone back is noted before them."""
        head, last_at = self._head()
        if last_at is not None and at < last_at:
            gone = int((last_at - at).total_seconds())
            events = (Event(Happened.CLOCK_BACK, detail=f"seconds={gone}"), *events)
        rows, texts = [], []
        for event in events:
            salts = {kind: secrets.token_bytes(_SALT_BYTES) for kind in ("purpose", "criterion")}
            written = {"purpose": event.purpose, "criterion": event.criterion}
            hashes = {kind: text_hash(salts[kind], text) for kind, text in written.items()}
            entry = linked(head, at, actor, event, hashes["purpose"], hashes["criterion"])
            head = entry.head
            rows.append({column.name: getattr(entry, column.name) for column in _COLUMNS})
            texts += [
                {"seq": entry.seq, "kind": kind, "salt": salts[kind], "text": text}
                for kind, text in written.items()
                if text
            ]
        self._connection.execute(_INSERT, rows)
        if texts:
            self._connection.execute(insert(AuditTextRow), texts)
        return head

    def _head(self) -> tuple[Head, datetime | None]:
        row = self._connection.execute(_HEAD).one_or_none()
        return (self.start(), None) if row is None else (Head(row.seq, row.hash), row.at)

    def entries(
        self, *, after: int = 0, actor: str | None = None, subject: str | None = None, newest: int | None = None
    ) -> Sequence[Entry]:
        """Entries oldest first; with `newest` only so many of the last."""
        query = select(*_COLUMNS).where(AuditRow.seq > after)
        if actor is not None:
            query = query.where(AuditRow.actor == actor)
        if subject is not None:
            query = query.where(AuditRow.subject == subject)
        if newest is not None:
            rows = self._connection.execute(query.order_by(AuditRow.seq.desc()).limit(newest)).all()[::-1]
        else:
            rows = list(self._connection.execute(query.order_by(AuditRow.seq)))
        return [_entry(row) for row in rows]

    def chain(self) -> Iterator[Entry]:
        """All entries, a few at a time, in the order in which they lie there."""
        after = 0
        while found := self._connection.execute(
            select(*_COLUMNS).where(AuditRow.seq > after).order_by(AuditRow.seq).limit(_AT_ONCE)
        ).all():
            yield from (_entry(row) for row in found)
            after = found[-1].seq

    def between(self, first: datetime, last: datetime) -> Sequence[int]:
        """The numbers of the entries from `first` up to, and without, `last`."""
        return list(
            self._connection.scalars(
                select(AuditRow.seq).where(AuditRow.at >= first, AuditRow.at < last).order_by(AuditRow.seq)
            )
        )

    def texts(self, numbers: Sequence[int]) -> Sequence[LoggedText]:
        """The texts of these entries that have not been erased."""
        rows = self._connection.execute(
            select(AuditTextRow.seq, AuditTextRow.kind, AuditTextRow.text).where(AuditTextRow.seq.in_(numbers))
        )
        return [LoggedText(*row) for row in rows]

    def altered(self) -> Sequence[int]:
        """Entries with a text that is not the one that was logged; an erased text is none."""
        hashes = {"purpose": AuditRow.purpose_hash, "criterion": AuditRow.criterion_hash}
        found = set()
        for kind, logged in hashes.items():
            rows = self._connection.execute(
                select(AuditTextRow.seq, AuditTextRow.salt, AuditTextRow.text, logged)
                .join(AuditRow, AuditRow.seq == AuditTextRow.seq, isouter=True)
                .where(AuditTextRow.kind == kind)
            )
            found |= {seq for seq, salt, text, written in rows if text_hash(salt, text) != written}
        return sorted(found)

    def erase_texts(self, subject: str, words: Sequence[str]) -> int:
        """Erases the texts of all entries about `subject`, those that hold one of `words`, and what was searched for
        where it is part of one; returns how many."""
        about = set(self._connection.scalars(select(AuditRow.seq).where(AuditRow.subject == subject)))
        wanted = [word.casefold() for word in words if word.strip()]
        gone = [
            (row.seq, row.kind)
            for row in self._connection.execute(select(AuditTextRow.seq, AuditTextRow.kind, AuditTextRow.text))
            if row.seq in about or _tells_of(row.text.casefold(), wanted, is_part=row.kind == "criterion")
        ]
        for seq, kind in gone:
            self._connection.execute(delete(AuditTextRow).where(AuditTextRow.seq == seq, AuditTextRow.kind == kind))
        return len(gone)

    def cut(self, before: datetime) -> Head | None:
        """Deletes the oldest part, all of it from before a moment, and keeps where the chain begins now; None where
        there is nothing so old. `audit.cut_off` has to be logged with it."""
        row = self._connection.execute(
            select(AuditRow.seq, AuditRow.hash)
            .where(
                AuditRow.seq
                < select(func.coalesce(func.min(AuditRow.seq), 0)).where(AuditRow.at >= before).scalar_subquery()
            )
            .order_by(AuditRow.seq.desc())
            .limit(1)
        ).one_or_none()
        if row is None:
            return None
        self._connection.execute(delete(AuditTextRow).where(AuditTextRow.seq <= row.seq))
        self._connection.execute(delete(AuditRow).where(AuditRow.seq <= row.seq))
        self._connection.execute(insert(AuditStartRow).values(seq=row.seq, hash=row.hash))
        return Head(row.seq, row.hash)

    # -- spot checks -----------------------------------------------------------------------------------------------

    def spot_checks(self) -> Sequence[SpotCheck]:
        """All of them, oldest first."""
        lines: dict[str, list[int]] = {}
        for month, seq in self._connection.execute(
            select(SpotCheckLineRow.month, SpotCheckLineRow.seq).order_by(SpotCheckLineRow.seq)
        ):
            lines.setdefault(month, []).append(seq)
        return [
            SpotCheck(
                month=row.month,
                head=Head(row.upto, row.head),
                numbers=tuple(lines.get(row.month, ())),
                signed_by=row.signed_by,
                signed_at=row.signed_at,
                remark=row.remark,
            )
            for row in self._connection.execute(select(SpotCheckRow.__table__).order_by(SpotCheckRow.month))
        ]

    def add_spot_check(self, check: SpotCheck) -> None:
        """Writes a draw down."""
        self._connection.execute(
            insert(SpotCheckRow).values(
                month=check.month, upto=check.head.seq, head=check.head.hash, signed_by=None, signed_at=None, remark=""
            )
        )
        if check.numbers:
            rows = [{"month": check.month, "seq": seq} for seq in check.numbers]
            self._connection.execute(insert(SpotCheckLineRow), rows)

    def sign_spot_check(self, month: str, by: str, at: datetime, remark: str) -> None:
        """Signs the check of a month that nobody has signed yet."""
        done = self._connection.execute(
            update(SpotCheckRow)
            .where(SpotCheckRow.month == month, SpotCheckRow.signed_by.is_(None))
            .values(signed_by=by, signed_at=at, remark=remark)
        )
        if not done.rowcount:
            raise KeyError(month)


def _tells_of(text: str, words: Sequence[str], *, is_part: bool) -> bool:
    return any(word in text or (is_part and text.strip() in word) for word in words)


def _entry(row: object) -> Entry:
    values = {column.name: getattr(row, column.name) for column in _COLUMNS}
    with suppress(ValueError):  # somebody has written over it: the check says so
        values["what"] = Happened(values["what"])
    return Entry(**values)
