# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Passphrases that are wrong, from nearly right to nonsense."""

import hashlib
import random
import string
from pathlib import Path

import pytest

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.services.unlocking import LONGEST_WAIT, Unlocking
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.vault import FolderVault
from tests.faults.sizes import Rounds
from tests.gui.conftest import ROOT
from tests.storage.conftest import Jobcentre, finished, jobcentre, scripts
from tests.storage.invented import PASSPHRASE

__all__ = ["finished", "jobcentre", "scripts"]


def nearly(chance: random.Random) -> str:
    """One wrong passphrase."""
    place = chance.randrange(len(PASSPHRASE))
    ways = (
        lambda: PASSPHRASE[:place] + chance.choice(string.ascii_letters + "æøå 0'\"\\%\0") + PASSPHRASE[place + 1 :],
        lambda: PASSPHRASE[:place] + PASSPHRASE[place + 1 :],
        lambda: PASSPHRASE.swapcase(),
        lambda: PASSPHRASE + chance.choice([" ", "\u200b", "\n", "x" * chance.randrange(1, 5_000)]),
        lambda: "".join(chance.choice(string.printable) for _ in range(chance.randrange(40))),
        lambda: "👩‍👩‍👧" * chance.randrange(1, 9),
        lambda: "-".join("".join(chance.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=5)) for _ in range(11)),
    )
    made = chance.choice(ways)()
    return made if made != PASSPHRASE else made + "?"


def hashes(folder: Path) -> dict[str, str]:
    """The name and SHA-256 of every file there."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


class Clock:
    """Moves only when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.soak("wrong passphrases: every file as it was, and each wait as long as the last or longer", 5, 1_000, 3)
def test_a_wrong_passphrase_writes_nothing_and_costs_a_growing_wait(rounds: Rounds, jobcentre: Jobcentre) -> None:
    """Broken once by a key file that is written back with the number of wrong ones in it; and once by a wait that
    starts anew."""
    before, clock, chance = hashes(jobcentre.folder), Clock(), random.Random(20261121)
    unlocking = Unlocking(FolderVault(jobcentre.folder, ROOT / "db"), Argon2PinHasher(), clock)
    waits = [0]
    for number in rounds:
        with pytest.raises(BipError) as caught:
            unlocking.unlock(nearly(chance))
        assert caught.value.code in (Code.PASSPHRASE_WRONG, Code.RECOVERY_KEY_GROUP, Code.RECOVERY_KEY_LENGTH), number
        assert hashes(jobcentre.folder) == before, number
        with pytest.raises(BipError) as caught:  # at once again: the right one too has to wait
            unlocking.unlock(PASSPHRASE if number > 3 else nearly(chance))
        if caught.value.code is Code.PASSPHRASE_WAIT:
            seconds = caught.value.facts["seconds"]
            assert isinstance(seconds, int)
            waits.append(seconds)
        clock.now += LONGEST_WAIT + 1
    assert waits == sorted(waits)
    assert waits[-1] >= (LONGEST_WAIT if len(rounds) > 10 else 8)
    opened = unlocking.unlock(PASSPHRASE)
    opened.store.close()
    rounds.found(refused=len(rounds), files_changed=0, longest_wait=f"{waits[-1]} s")
