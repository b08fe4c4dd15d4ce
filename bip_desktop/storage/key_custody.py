# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Who can open the jobcentre: slots added, changed and taken away; and the database under a new key.

Whoever changes the key file types the own passphrase once more, so the data key is never kept for it. A change writes
the key file whole or not at all. Only taking a person away touches the database: it is written anew under a new data
key, beside the old one, and both files change places together (`replacing`).
"""

from pathlib import Path

from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.recovery_key import RecoveryKey
from bip_desktop.paths import BACKUPS, DATABASE, KEY_FILE
from bip_desktop.services.safekeeping_ports import SlotSeen
from bip_desktop.storage.durable_files import known_file_errors, make_private_file
from bip_desktop.storage.engine import connect, known_errors
from bip_desktop.storage.keyring import SLOT_VERSION, DataKey, Keyring, Slot, SlotKind
from bip_desktop.storage.replacing import prepared, replace_pair
from bip_desktop.storage.verifying import refuse_damage


class FolderKeyCustody:
    """Fulfils `safekeeping_ports.KeyCustody` for the jobcentre in one folder.

    Raises `BipError`: PASSPHRASE_WRONG, KEY_FILE_*.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / KEY_FILE

    def slots(self) -> tuple[SlotSeen, ...]:
        """What can be seen of the slots without a passphrase."""
        ring = self._read()
        return tuple(
            SlotSeen(slot.holder, is_recovery=slot.kind is SlotKind.RECOVERY, is_old=slot.version < SLOT_VERSION)
            for slot in ring.slots
        )

    def check(self, secret: str) -> CaseworkerId:
        """Whose secret it is."""
        return self._read().opened(secret)[0].holder

    def give(self, secret: str, holder: CaseworkerId, passphrase: str) -> None:
        """Gives `holder` a slot that `passphrase` opens, in the place of one the holder has."""
        ring = self._read()
        _, key = ring.opened(secret)
        old = {slot.slot_id for slot in ring.slots if slot.holder == holder and slot.kind is SlotKind.PASSPHRASE}
        added = ring.with_slot(Slot.sealing(key, passphrase, holder))
        self._write(added.without(old))

    def change(self, secret: str, passphrase: str) -> None:
        """Another passphrase for the slot that `secret` opens. Where that is the recovery slot, its holder gets a new
        passphrase and the recovery key stays as it is."""
        ring = self._read()
        slot, key = ring.opened(secret)
        if slot.kind is SlotKind.RECOVERY:
            self.give(secret, slot.holder, passphrase)
        else:
            self._write(ring.with_slot(slot.resealed(key, passphrase)))

    def set_recovery_key(self, secret: str, recovery_key: RecoveryKey) -> None:
        """Makes `recovery_key` the one that opens: an older one no longer does."""
        ring = self._read()
        slot, key = ring.opened(secret)
        old = {each.slot_id for each in ring.slots if each.kind is SlotKind.RECOVERY}
        new = Slot.sealing(key, recovery_key.written, slot.holder, kind=SlotKind.RECOVERY)
        self._write(ring.with_slot(new).without(old))

    def remove(self, secret: str, holder: CaseworkerId) -> None:
        """Takes all slots of `holder` away and writes the database anew under a new data key; the store is closed.

        A recovery key that the holder made goes too. The key files beside the backups here lose the slots as well.
        Killed at any moment, the old pair of files opens, or the new one. Raises `BipError` KEY_LAST, KEY_SLOT_OLD, and
        as the database does; then everything is as it was.
        """
        ring = self._read()
        _, key = ring.opened(secret)
        gone = {slot.slot_id for slot in ring.slots if slot.holder == holder}
        new_key = DataKey.random()
        new_ring = ring.without(gone).for_key(new_key)
        new_ring.opened(secret)  # nobody shuts the door behind themselves
        with known_file_errors(), prepared(self._folder) as part:
            _encrypt_anew(self._folder / DATABASE, key, part / DATABASE, new_key)
            refuse_damage(part / DATABASE, new_key)
            new_ring.write(part / KEY_FILE)
            replace_pair(self._folder)
        for path in sorted((self._folder / BACKUPS).glob(f"*/{KEY_FILE}")):
            self._forget(path, gone)

    def _forget(self, path: Path, gone: set[str]) -> None:
        with known_file_errors():
            ring = Keyring.read(path)
            if any(slot.slot_id in gone for slot in ring.slots) and any(s.slot_id not in gone for s in ring.slots):
                kept = tuple(slot for slot in ring.slots if slot.slot_id not in gone)
                Keyring(kept, ring.damaged).write(path)

    def _read(self) -> Keyring:
        with known_file_errors():
            return Keyring.read(self._path)

    def _write(self, ring: Keyring) -> None:
        with known_file_errors():
            ring.write(self._path)


def _encrypt_anew(path: Path, key: DataKey, new: Path, new_key: DataKey) -> None:
    make_private_file(new)
    with known_errors():
        connection = connect(path, key)
        try:
            connection.execute("PRAGMA temp_store=MEMORY")
            connection.execute(f"ATTACH DATABASE ? AS next KEY \"x'{new_key.raw.hex()}'\"", (str(new),))
            connection.execute("SELECT sqlcipher_export('next')")
            connection.execute("DETACH DATABASE next")
        finally:
            connection.close()
        connection = connect(new, new_key)
        try:
            connection.execute("PRAGMA journal_mode=WAL")  # stays with the file
        finally:
            connection.close()
