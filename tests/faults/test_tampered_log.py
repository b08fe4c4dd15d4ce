# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The log of use after somebody has been at it with the key and SQL: by hand, and with the whole chain made anew."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, delete, insert, update

from bip_desktop.domain.audit import START, Anchor, Entry, Event, Happened, Verdict, linked, text_hash, verify
from bip_desktop.storage.audit_store import AuditStore
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.trust_tables import AuditRow, AuditStartRow, AuditTextRow
from tests.faults.sizes import Rounds
from tests.storage.conftest import finished, jobcentre, scripts, store

__all__ = ["finished", "jobcentre", "scripts", "store"]
ENTRIES, ANCHORED = 60, 45
BEGIN = datetime.fromisoformat("2026-03-02T08:00")
PEOPLE = ("karen", "bo", "ida")
SALT = bytes(16)


def fill(connection: Connection) -> Anchor:
    """A morning's log; returns the head that lies outside, in a backup made a quarter before its end."""
    log, anchors, chance = AuditStore(connection), [], random.Random(3)
    for number in range(ENTRIES):
        what = chance.choice([Happened.READ, Happened.CHANGED, Happened.LISTED, Happened.SEARCHED])
        event = Event(what, f"citizen-{chance.randrange(9)}", "card", "Opdigtet formål" if number % 7 == 0 else "")
        head = log.append(chance.choice(PEOPLE), BEGIN + timedelta(minutes=number), [event])
        anchors.append(Anchor(head.hash, head.seq))
    return anchors[ANCHORED - 1]


def checked(connection: Connection, anchors: Sequence[Anchor]) -> Verdict:
    """What the administrator's check says."""
    log = AuditStore(connection)
    return verify(log.chain(), anchors, log.start(), log.altered())


def _write(connection: Connection, entries: Iterable[Entry]) -> None:
    """In the place of all that was there."""
    connection.execute(delete(AuditRow))
    names = [each.name for each in fields(Entry)]
    connection.execute(insert(AuditRow), [{name: getattr(each, name) for name in names} for each in entries])


def _anew(entries: Iterable[Entry]) -> list[Entry]:
    """The chain as somebody makes it who knows how: every number and hash fits the one before."""
    made: list[Entry] = []
    for each in entries:
        event = Event(Happened(each.what), each.subject, each.detail)
        before = made[-1].head if made else START
        made.append(linked(before, each.at, each.actor, event, each.purpose_hash, each.criterion_hash))
    return made


class Tampering:
    """One change of the log, up to the last anchored head."""

    def __init__(self, connection: Connection, chance: random.Random) -> None:
        self.connection = connection
        self.chance = chance
        self.entries = list(AuditStore(connection).chain())
        self.place = chance.randrange(ANCHORED)

    @property
    def ways(self) -> tuple[Callable[[], None], ...]:
        """Whatever somebody might try."""
        return (
            self.edit,
            self.edit_and_hash,
            self.edit_and_make_anew,
            self.swap,
            self.swap_and_make_anew,
            self.take_out,
            self.take_out_and_make_anew,
            self.put_in,
            self.cut_the_beginning,
            self.cut_the_beginning_as_if_by_deadline,
            self.cut_the_end,
            self.write_over_a_purpose,
        )

    def other(self) -> dict[str, object]:
        """Each field of the entry with another value."""
        old = self.entries[self.place]
        new: dict[str, object] = {
            "at": old.at + timedelta(seconds=self.chance.randrange(1, 9999)),
            "actor": next(each for each in PEOPLE if each != old.actor),
            "what": str(next(each for each in Happened if each != old.what)),
            "subject": "citizen-99",
            "detail": "answers",
            "purpose_hash": "1" * 64,
            "criterion_hash": "2" * 64,
            "previous": "3" * 64,
            "hash": "4" * 64,
        }
        return new

    def _one_other(self) -> dict[str, object]:
        new = self.other()
        name = self.chance.choice(list(new))
        return {name: new[name]}

    def _replaced(self) -> list[Entry]:
        old = self.entries[self.place]
        values = {each.name: getattr(old, each.name) for each in fields(Entry)} | self._one_other()
        return [*self.entries[: self.place], Entry(**values), *self.entries[self.place + 1 :]]

    def edit(self) -> None:
        """One field of one entry."""
        seq = self.entries[self.place].seq
        self.connection.execute(update(AuditRow).where(AuditRow.seq == seq).values(**self._one_other()))

    def edit_and_hash(self) -> None:
        """And its own hash with it."""
        found = self._replaced()
        changed = found[self.place]
        found[self.place] = Entry(
            **{each.name: getattr(changed, each.name) for each in fields(Entry) if each.name != "hash"},
            hash=changed.computed if changed.hash == self.entries[self.place].hash else changed.hash,
        )
        _write(self.connection, found)

    def edit_and_make_anew(self) -> None:
        """And every hash after it."""
        old = self.entries[self.place]
        values = {each.name: getattr(old, each.name) for each in fields(Entry)} | {"subject": "citizen-99"}
        _write(self.connection, _anew([*self.entries[: self.place], Entry(**values), *self.entries[self.place + 1 :]]))

    def _swapped(self) -> list[Entry]:
        found = list(self.entries)
        other = (self.place + self.chance.randrange(1, ANCHORED)) % ANCHORED
        found[self.place], found[other] = found[other], found[self.place]
        return found

    def swap(self) -> None:
        """Two entries change places, and numbers."""
        numbered = zip(self._swapped(), self.entries, strict=True)
        keep = [each.name for each in fields(Entry) if each.name != "seq"]
        _write(
            self.connection, [Entry(seq=at.seq, **{name: getattr(new, name) for name in keep}) for new, at in numbered]
        )

    def swap_and_make_anew(self) -> None:
        """And every hash after them."""
        _write(self.connection, _anew(self._swapped()))

    def take_out(self) -> None:
        """One entry."""
        self.connection.execute(delete(AuditRow).where(AuditRow.seq == self.entries[self.place].seq))

    def take_out_and_make_anew(self) -> None:
        """And every number and hash after it."""
        _write(self.connection, _anew(self.entries[: self.place] + self.entries[self.place + 1 :]))

    def put_in(self) -> None:
        """One that never happened."""
        self.entries.insert(self.place, self.entries[self.place])
        _write(self.connection, _anew(self.entries))

    def cut_the_beginning(self) -> None:
        """The oldest entries."""
        self.connection.execute(delete(AuditTextRow).where(AuditTextRow.seq <= self.place + 1))
        self.connection.execute(delete(AuditRow).where(AuditRow.seq <= self.place + 1))

    def cut_the_beginning_as_if_by_deadline(self) -> None:
        """And the place where the chain begins written down, as the program does."""
        head = self.entries[self.place].head
        self.cut_the_beginning()
        self.connection.execute(insert(AuditStartRow).values(seq=head.seq, hash=head.hash))

    def cut_the_end(self) -> None:
        """From before the anchor to the end."""
        self.connection.execute(delete(AuditTextRow).where(AuditTextRow.seq > self.place))
        self.connection.execute(delete(AuditRow).where(AuditRow.seq > self.place))

    def write_over_a_purpose(self) -> None:
        """The chain holds its hash alone."""
        seq = 1 + 7 * self.chance.randrange(ANCHORED // 7)
        values = (
            {"text": "Et andet formål", "salt": SALT} if self.chance.random() < 0.5 else {"text": "Et andet formål"}
        )
        done = self.connection.execute(update(AuditTextRow).where(AuditTextRow.seq == seq).values(**values))
        assert done.rowcount == 1


@pytest.mark.soak("edits, reorders and cuts of the log up to the last head that lies outside: all found", 60, 1_000, 2)
def test_whatever_is_done_to_the_log_before_the_last_anchor_is_found(rounds: Rounds, store: DatabaseStore) -> None:
    """Broken once by anchors that are not compared, and once by a beginning that needs no entry about the cut."""
    with store._writer.begin() as connection:
        anchor = fill(connection)
    undetected = 0
    for number in rounds:
        chance = random.Random(number)
        with store._writer.connect() as connection:
            assert checked(connection, [anchor]).is_whole
            tampering = Tampering(connection, chance)
            tampering.ways[number % len(tampering.ways)]()
            found = checked(connection, [anchor])
            assert not found.is_whole, tampering.ways[number % len(tampering.ways)].__name__
            undetected += found.is_whole
            connection.rollback()
    rounds.found(undetected=undetected)


@pytest.mark.parametrize("name", [each.name for each in fields(Entry) if each.name != "seq"])
def test_no_field_of_an_entry_can_be_changed_unseen(name: str, store: DatabaseStore) -> None:
    """Broken once by a chain that leaves `detail` out of the hash."""
    with store._writer.begin() as connection:
        anchor = fill(connection)
        tampering = Tampering(connection, random.Random(1))
        seq = tampering.entries[tampering.place].seq
        connection.execute(update(AuditRow).where(AuditRow.seq == seq).values({name: tampering.other()[name]}))
        found = checked(connection, [anchor])
    assert found.first_broken in (seq, seq + 1)


@pytest.mark.parametrize("left", range(ANCHORED, ENTRIES + 1))
def test_an_end_cut_off_after_the_last_anchor_cannot_be_found_and_is_said_openly(
    left: int, store: DatabaseStore
) -> None:
    """Fails where the check claims more than it knows: `unanchored` says how much could be gone without a trace."""
    with store._writer.begin() as connection:
        anchor = fill(connection)
        connection.execute(delete(AuditTextRow).where(AuditTextRow.seq > left))
        connection.execute(delete(AuditRow).where(AuditRow.seq > left))
        found = checked(connection, [anchor])
    assert found.is_whole
    assert (found.entries, found.anchored_upto, found.unanchored) == (left, ANCHORED, left - ANCHORED)


def test_an_erased_purpose_leaves_the_chain_whole(store: DatabaseStore) -> None:
    """And its hash tells nobody what it was, because the salt went with it."""
    with store._writer.begin() as connection:
        anchor = fill(connection)
        log = AuditStore(connection)
        entry = next(each for each in log.chain() if each.purpose_hash)
        assert log.erase_texts(entry.subject, ["Opdigtet"]) >= 1
        assert log.texts([entry.seq]) == []
        assert checked(connection, [anchor]).is_whole
    assert entry.purpose_hash not in {text_hash(b"", "Opdigtet formål"), text_hash(SALT, "Opdigtet formål")}
