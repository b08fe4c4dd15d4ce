# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Who was sealed for another computer, in a file beside the backups: a database that is put back to a time before that
must not make a citizen workable in two places.

The file holds random identities, the handover's own words and the receiver's card, and nothing about anybody.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from bip_desktop.domain.citizen import ChangeReason
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.handover import HandoverOut
from bip_desktop.domain.ids import CitizenId
from bip_desktop.paths import BACKUPS, HANDED_OVER
from bip_desktop.services.ports import Store
from bip_desktop.storage.durable_files import known_file_errors, make_private_folder, write_whole

FORMAT = "bip-handed-over"
Kept = tuple[HandoverOut, bytes]
"""A handover with the receiver's card."""


class HandedOverList:
    """Fulfils `services.between_laptops.KeptHandovers`."""

    def __init__(self, folder: Path) -> None:
        self._home = folder / BACKUPS

    def record(self, handover: HandoverOut, card: bytes) -> None:
        """Remembers a handover before its file is written: on the disk when this returns. Raises `BipError`."""
        self.record_all([(handover, card)])

    def record_all(self, kept: Iterable[Kept]) -> None:
        """The same for several."""
        known = list(self.all())
        names = {each.handover_id for each, _ in known}
        added = [each for each in kept if each[0].handover_id not in names]
        if added:
            self._write([*known, *added])

    def forget(self, citizens: Collection[CitizenId]) -> None:
        """These are here again. Raises `BipError`."""
        known = self.all()
        left = [each for each in known if not set(each[0].citizens) <= set(citizens)]
        if len(left) < len(known):
            self._write(left)

    def all(self) -> Sequence[Kept]:
        """Everything that was sealed here and did not come back."""
        return kept_in(self._home)

    def _write(self, kept: Sequence[Kept]) -> None:
        content = {"format": FORMAT, "version": 1, "handovers": [_written(*each) for each in kept]}
        with known_file_errors():
            make_private_folder(self._home)
            write_whole(self._home / HANDED_OVER, json.dumps(content, indent=1).encode() + b"\n")


def kept_in(home: Path) -> Sequence[Kept]:
    """The list in the folder `home`; empty where there is none. Raises `BipError` ERASURES_DAMAGED as the list of
    those erased does: then nobody knows who is elsewhere."""
    path = home / HANDED_OVER
    if not path.exists():
        return ()
    try:
        found = json.loads(path.read_bytes())
        if (found["format"], found["version"]) != (FORMAT, 1):
            raise ValueError("format")
        return tuple(_read(each) for each in found["handovers"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BipError(Code.ERASURES_DAMAGED, file=HANDED_OVER) from error


def take_up(store: Store, kept: Sequence[Kept]) -> tuple[CitizenId, ...]:
    """Records in a database that was put back what it does not know: who is here and was sealed since. Gives them."""
    with store.reading() as work:
        known = {each.handover_id for each in work.handovers.out()}
        here = {each.citizen_id for each in work.outbox.citizens()}
        away = {each for each in here if work.handovers.is_away(each)}
    lost = [each for each in kept if each[0].handover_id not in known and here & set(each[0].citizens) - away]
    if not lost:
        return ()
    with store.writing() as work:
        for handover, card in lost:
            mine = tuple(each for each in handover.citizens if each in here - away)
            work.handovers.add_colleague(handover.receiver, card)
            work.handovers.add_out(
                HandoverOut(
                    handover.handover_id,
                    handover.receiver,
                    handover.reason,
                    handover.file_name,
                    handover.sealed_at,
                    mine,
                )
            )
            away |= set(mine)
    return tuple(citizen for handover, _ in lost for citizen in handover.citizens)


def _written(handover: HandoverOut, card: bytes) -> dict[str, object]:
    return {
        "handover_id": handover.handover_id,
        "receiver": handover.receiver,
        "reason": handover.reason.value,
        "file_name": handover.file_name,
        "sealed_at": handover.sealed_at.isoformat(),
        "citizens": list(handover.citizens),
        "card": card.decode(),
    }


def _read(found: dict[str, object]) -> Kept:
    citizens = found["citizens"]
    if not isinstance(citizens, list):
        raise TypeError("citizens")
    handover = HandoverOut(
        str(found["handover_id"]),
        str(found["receiver"]),
        ChangeReason(int(str(found["reason"]))),
        str(found["file_name"]),
        datetime.fromisoformat(str(found["sealed_at"])),
        tuple(CitizenId(str(each)) for each in citizens),
    )
    return handover, str(found["card"]).encode()
