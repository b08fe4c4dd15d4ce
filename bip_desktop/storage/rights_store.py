# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Roles, notices, what citizens were told, and their rights, in the database."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from bip_desktop.domain.citizen_rights import Ground, RightKind, RightsCase
from bip_desktop.domain.ids import CaseworkerId, CitizenId
from bip_desktop.domain.rights import Role
from bip_desktop.services.trust_ports import Found, Information, Notice, Tree
from bip_desktop.storage.belonging import everything
from bip_desktop.storage.erasing import erase
from bip_desktop.storage.tables import CitizenRow
from bip_desktop.storage.trust_tables import InformationRow, NoticeRow, RightsCaseRow, RoleRow


class RightsStore:
    """Fulfils `trust_ports.Rights`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def roles(self, caseworker_id: CaseworkerId) -> frozenset[Role]:
        """What a person is here; nothing for one who has left."""
        found = self._connection.scalars(select(RoleRow.role).where(RoleRow.caseworker_id == caseworker_id))
        return frozenset(Role(role) for role in found)

    def set_roles(self, caseworker_id: CaseworkerId, roles: frozenset[Role]) -> None:
        """Gives a person these roles in the place of the present ones."""
        self._connection.execute(delete(RoleRow).where(RoleRow.caseworker_id == caseworker_id))
        if roles:
            rows = [{"caseworker_id": caseworker_id, "role": role.value} for role in sorted(roles)]
            self._connection.execute(insert(RoleRow), rows)

    def owner(self, citizen_id: CitizenId) -> CaseworkerId | None:
        """Whose citizen it is."""
        found = self._connection.scalar(select(CitizenRow.caseworker_id).where(CitizenRow.citizen_id == citizen_id))
        return None if found is None else CaseworkerId(found)

    def counts(self) -> dict[CaseworkerId, int]:
        """How many citizens each caseworker has, closed courses too."""
        rows = self._connection.execute(
            select(CitizenRow.caseworker_id, func.count()).group_by(CitizenRow.caseworker_id)
        )
        return {CaseworkerId(caseworker_id): count for caseworker_id, count in rows}

    def citizens_of(self, caseworker_id: CaseworkerId) -> Sequence[CitizenId]:
        """Whom a caseworker has, as identities alone."""
        found = self._connection.scalars(
            select(CitizenRow.citizen_id)
            .where(CitizenRow.caseworker_id == caseworker_id)
            .order_by(CitizenRow.citizen_id)
        )
        return [CitizenId(citizen_id) for citizen_id in found]

    def find(self, text: str) -> Sequence[Found]:
        """Citizens whose name or case number holds `text`, by name."""
        # Folded here: the database folds no letter beyond z.
        wanted = text.casefold()
        rows = self._connection.execute(
            select(CitizenRow.citizen_id, CitizenRow.name, CitizenRow.case_number, CitizenRow.caseworker_id).order_by(
                CitizenRow.name, CitizenRow.citizen_id
            )
        )
        return [
            Found(CitizenId(citizen_id), name, case_number, CaseworkerId(caseworker_id))
            for citizen_id, name, case_number, caseworker_id in rows
            if wanted in name.casefold() or wanted in case_number.casefold()
        ]

    # -- notices ---------------------------------------------------------------------------------------------------

    def notify(self, notice: Notice) -> None:
        """Leaves a notice for a citizen's caseworker."""
        self._connection.execute(
            insert(NoticeRow).values(
                owner_id=notice.owner,
                citizen_id=notice.citizen_id,
                by_id=notice.by,
                at=notice.at,
                audit_seq=notice.audit_seq,
                seen_at=None,
            )
        )

    def notices(self, owner: CaseworkerId) -> Sequence[Notice]:
        """Those she has not seen, oldest first."""
        rows = self._connection.execute(
            select(NoticeRow.__table__)
            .where(NoticeRow.owner_id == owner, NoticeRow.seen_at.is_(None))
            .order_by(NoticeRow.seq)
        )
        return [
            Notice(
                row.seq,
                CaseworkerId(row.owner_id),
                CitizenId(row.citizen_id),
                CaseworkerId(row.by_id),
                row.at,
                row.audit_seq,
            )
            for row in rows
        ]

    def mark_seen(self, seqs: Sequence[int], at: datetime) -> None:
        """She has seen these notices."""
        self._connection.execute(update(NoticeRow).where(NoticeRow.seq.in_(seqs)).values(seen_at=at))

    # -- the citizen's rights --------------------------------------------------------------------------------------

    def add_information(self, information: Information) -> None:
        """A citizen was shown the information text."""
        self._connection.execute(insert(InformationRow).values(asdict(information)))

    def information(self, citizen_id: CitizenId) -> Sequence[Information]:
        """When a citizen was shown which version, oldest first."""
        rows = self._connection.execute(
            select(InformationRow.__table__).where(InformationRow.citizen_id == citizen_id).order_by(InformationRow.seq)
        )
        return [
            Information(CitizenId(row.citizen_id), row.version, row.sha256, row.shown_at, CaseworkerId(row.shown_by))
            for row in rows
        ]

    def set_case(self, case: RightsCase) -> None:
        """Writes a case as it is now."""
        self._connection.execute(delete(RightsCaseRow).where(RightsCaseRow.case_id == case.case_id))
        self._connection.execute(insert(RightsCaseRow).values(asdict(case)))

    def cases(self) -> Sequence[RightsCase]:
        """All of them, oldest first."""
        rows = self._connection.execute(
            select(RightsCaseRow.__table__).order_by(RightsCaseRow.prepared_at, RightsCaseRow.case_id)
        )
        return [
            RightsCase(**(dict(row._mapping) | {"kind": RightKind(row.kind), "ground": Ground(row.ground)}))
            for row in rows
        ]

    # -- everything of one citizen ---------------------------------------------------------------------------------

    def everything(self, citizen_id: CitizenId) -> tuple[Tree, Mapping[str, Sequence[Tree]]]:
        """See `trust_ports.Rights`."""
        return everything(self._connection, citizen_id)

    def erase(self, citizen_id: CitizenId) -> bool:
        """Takes the citizen out of every table; whether there was anything."""
        return erase(self._connection, citizen_id)

    def ended_before(self, day: date) -> Sequence[tuple[CitizenId, date]]:
        """Whose course was closed before a day, and when, the oldest first."""
        rows = self._connection.execute(
            select(CitizenRow.citizen_id, CitizenRow.course_on)
            .where(CitizenRow.course_on < day)
            .order_by(CitizenRow.course_on, CitizenRow.citizen_id)
        )
        return [(CitizenId(citizen_id), on) for citizen_id, on in rows if on is not None]
