# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Caseworkers, the installation and its settings, in the database."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from bip_desktop.domain.citizen import Caseworker
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.rights import Role
from bip_desktop.services.ports import Installation
from bip_desktop.storage.tables import CaseworkerRow, InstallationRow, SettingRow
from bip_desktop.storage.trust_tables import RoleRow


class PeopleStore:
    """Fulfils `ports.People`. Whoever is not there is a `KeyError`: a fault of the program, not of a person."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def installation(self) -> Installation:
        """The one installation this database is."""
        row = self._connection.execute(
            select(
                InstallationRow.installation_id,
                InstallationRow.site,
                InstallationRow.site_name,
                InstallationRow.signing_key,
            )
        ).one()
        return Installation(*row)

    def set_installation(self, installation: Installation) -> None:
        """Writes the installation of a new database."""
        self._connection.execute(
            insert(InstallationRow).values(
                installation_id=installation.installation_id,
                site=installation.site,
                site_name=installation.site_name,
                signing_key=installation.signing_key,
            )
        )

    def caseworker(self, caseworker_id: CaseworkerId) -> Caseworker:
        """The caseworker with this identity."""
        for caseworker in self._caseworkers(caseworker_id):
            return caseworker
        raise KeyError(caseworker_id)

    def caseworkers(self) -> Sequence[Caseworker]:
        """All of them, by name."""
        return self._caseworkers(None)

    def _caseworkers(self, only: CaseworkerId | None) -> Sequence[Caseworker]:
        query = select(CaseworkerRow.caseworker_id, CaseworkerRow.name, CaseworkerRow.phone)
        if only is not None:
            query = query.where(CaseworkerRow.caseworker_id == only)
        rows = self._connection.execute(query.order_by(CaseworkerRow.name, CaseworkerRow.caseworker_id))
        return [Caseworker(CaseworkerId(identity), name, phone) for identity, name, phone in rows]

    def add(self, caseworker: Caseworker) -> None:
        """Adds a person who has no PIN yet, and is a caseworker and nothing more."""
        self._connection.execute(
            insert(CaseworkerRow).values(
                caseworker_id=caseworker.caseworker_id, name=caseworker.name, phone=caseworker.phone, pin_hash=""
            )
        )
        self._connection.execute(
            insert(RoleRow).values(caseworker_id=caseworker.caseworker_id, role=Role.CASEWORKER.value)
        )

    def change(self, caseworker: Caseworker) -> None:
        """Writes the name and the direct number of a caseworker."""
        done = self._connection.execute(
            update(CaseworkerRow)
            .where(CaseworkerRow.caseworker_id == caseworker.caseworker_id)
            .values(name=caseworker.name, phone=caseworker.phone)
        )
        if not done.rowcount:
            raise KeyError(caseworker.caseworker_id)

    def setting(self, key: str) -> str | None:
        """A setting of this jobcentre; None where nobody has set it."""
        return self._connection.scalar(select(SettingRow.value).where(SettingRow.key == key))

    def set_setting(self, key: str, value: str) -> None:
        """Writes a setting of this jobcentre."""
        self._connection.execute(delete(SettingRow).where(SettingRow.key == key))
        self._connection.execute(insert(SettingRow).values(key=key, value=value))

    def pin_hash(self, caseworker_id: CaseworkerId) -> str:
        """The hash of the PIN, empty where there is none."""
        found = self._connection.scalar(
            select(CaseworkerRow.pin_hash).where(CaseworkerRow.caseworker_id == caseworker_id)
        )
        if found is None:
            raise KeyError(caseworker_id)
        return found

    def set_pin_hash(self, caseworker_id: CaseworkerId, pin_hash: str) -> None:
        """Sets the hash of the PIN."""
        done = self._connection.execute(
            update(CaseworkerRow).where(CaseworkerRow.caseworker_id == caseworker_id).values(pin_hash=pin_hash)
        )
        if not done.rowcount:
            raise KeyError(caseworker_id)
