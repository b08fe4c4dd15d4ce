# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens between this installation and others, in the database."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.handover import HandoverIn, HandoverOut, HandoverState
from bip_desktop.domain.ids import CitizenId
from bip_desktop.services.exchange_ports import Records, Taker
from bip_desktop.storage.citizen_records import records_of, remove_records, write_records
from bip_desktop.storage.citizen_store import CitizenStore
from bip_desktop.storage.exchange_tables import (
    ColleagueRow,
    HandoverInCitizenRow,
    HandoverInRow,
    HandoverOutCitizenRow,
    HandoverOutRow,
)
from bip_desktop.storage.tables import ChangeRow


class HandoverStore:
    """Fulfils `exchange_ports.Handovers`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def colleagues(self) -> Sequence[bytes]:
        """The cards of the installations known here."""
        return self._connection.scalars(select(ColleagueRow.card).order_by(ColleagueRow.signing)).all()

    def add_colleague(self, signing: str, card: bytes) -> None:
        """Makes an installation known, in the place of an older card of the same key."""
        self._connection.execute(delete(ColleagueRow).where(ColleagueRow.signing == signing))
        self._connection.execute(insert(ColleagueRow).values(signing=signing, card=card))

    # -- out -------------------------------------------------------------------------------------------------------

    def out(self) -> Sequence[HandoverOut]:
        """All that was sealed here, oldest first."""
        citizens: dict[str, list[CitizenId]] = {}
        for handover_id, citizen_id in self._connection.execute(
            select(HandoverOutCitizenRow.handover_id, HandoverOutCitizenRow.citizen_id).order_by(
                HandoverOutCitizenRow.citizen_id
            )
        ):
            citizens.setdefault(handover_id, []).append(CitizenId(citizen_id))
        rows = self._connection.execute(
            select(HandoverOutRow.__table__).order_by(HandoverOutRow.sealed_at, HandoverOutRow.handover_id)
        )
        return [
            HandoverOut(
                row.handover_id,
                row.receiver,
                ChangeReason(row.reason),
                row.file_name,
                row.sealed_at,
                tuple(citizens.get(row.handover_id, ())),
                HandoverState(row.state),
                row.settled_at,
            )
            for row in rows
        ]

    def add_out(self, handover: HandoverOut) -> None:
        """From now on nobody here works with these citizens. Raises `BipError` CITIZEN_AWAY where one is on the way
        already."""
        if any(self.is_away(each) for each in handover.citizens):
            raise BipError(Code.CITIZEN_AWAY)
        self._connection.execute(
            insert(HandoverOutRow).values(
                handover_id=handover.handover_id,
                receiver=handover.receiver,
                reason=handover.reason.value,
                file_name=handover.file_name,
                sealed_at=handover.sealed_at,
                state=handover.state.value,
                settled_at=handover.settled_at,
            )
        )
        self._connection.execute(
            insert(HandoverOutCitizenRow),
            [{"handover_id": handover.handover_id, "citizen_id": each} for each in handover.citizens],
        )

    def settle(self, handover_id: str, state: HandoverState, at: datetime) -> None:
        """Writes how a handover has ended; one that has ended stays as it is."""
        self._connection.execute(
            update(HandoverOutRow)
            .where(HandoverOutRow.handover_id == handover_id, HandoverOutRow.state == HandoverState.SEALED.value)
            .values(state=state.value, settled_at=at)
        )

    def is_away(self, citizen_id: CitizenId) -> bool:
        """Whether the citizen is on the way to another installation."""
        way = select(HandoverOutCitizenRow.citizen_id).join(
            HandoverOutRow, HandoverOutRow.handover_id == HandoverOutCitizenRow.handover_id
        )
        sealed = way.where(
            HandoverOutRow.state == HandoverState.SEALED.value, HandoverOutCitizenRow.citizen_id == citizen_id
        )
        return bool(self._connection.scalar(select(exists(sealed))))

    # -- in --------------------------------------------------------------------------------------------------------

    def came(self) -> Sequence[HandoverIn]:
        """All that was answered here, oldest first."""
        citizens: dict[str, list[CitizenId]] = {}
        for handover_id, citizen_id in self._connection.execute(
            select(HandoverInCitizenRow.handover_id, HandoverInCitizenRow.citizen_id).order_by(
                HandoverInCitizenRow.citizen_id
            )
        ):
            citizens.setdefault(handover_id, []).append(CitizenId(citizen_id))
        rows = self._connection.execute(
            select(HandoverInRow.__table__).order_by(HandoverInRow.answered_at, HandoverInRow.handover_id)
        )
        return [
            HandoverIn(
                row.handover_id,
                row.sender,
                row.sender_name,
                row.accepted,
                tuple(citizens.get(row.handover_id, ())),
                row.answered_at,
                row.reply,
                row.upto_seq,
            )
            for row in rows
        ]

    def add_in(self, handover: HandoverIn) -> None:
        """Records how a handover was answered, after its citizens were written."""
        upto = self._connection.scalar(select(func.max(ChangeRow.seq))) or 0
        self._connection.execute(
            insert(HandoverInRow).values(
                handover_id=handover.handover_id,
                sender=handover.sender,
                sender_name=handover.sender_name,
                accepted=handover.accepted,
                answered_at=handover.answered_at,
                upto_seq=upto,
                reply=handover.reply,
            )
        )
        if handover.citizens:
            self._connection.execute(
                insert(HandoverInCitizenRow),
                [{"handover_id": handover.handover_id, "citizen_id": each} for each in handover.citizens],
            )

    # -- everything of a citizen -----------------------------------------------------------------------------------

    def records(self, citizen_id: CitizenId) -> Records:
        """Everything there is of a citizen, the outbox's tombstones among it."""
        return records_of(self._connection, citizen_id)

    def take_in(self, citizen_id: CitizenId, records: Records, taker: Taker) -> None:
        """Writes what another installation had of a citizen, who is `taker`'s from now on. Raises `BipError`
        HANDOVER_KNOWN, HANDOVER_FILE."""
        try:
            write_records(self._connection, citizen_id, records)
        except IntegrityError as error:
            raise BipError(Code.HANDOVER_FILE, file="", place="rows") from error
        citizens = CitizenStore(self._connection)
        before = citizens.get(citizen_id).caseworker_id
        citizens.change_caseworker(citizen_id, CaseworkerChange(taker.on, before, taker.caseworker_id, taker.reason))

    def remove(self, citizen_id: CitizenId) -> None:
        """Takes away everything of a citizen whom another installation has now."""
        remove_records(self._connection, citizen_id)
