# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The recovery key: what opens the jobcentre when every passphrase is forgotten. Shown once, printed, kept in a safe.

    A4KX7-9MQ2R-…      seven groups: four random characters and one that checks them

The alphabet has 29 signs, none of which is easily taken for another (no 0 O, 1 I L, 5 S, 2 Z pairs). 28 random signs
are 136 bits, more than any passphrase. Since 29 is a prime, a check sign finds every single wrong character, every two
neighbours that have changed places, and every group in another one's place.
"""

import secrets
from dataclasses import dataclass, field

from bip_desktop.domain.errors import BipError, Code

ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXY"
GROUPS = 7
GROUP_LENGTH = 5
TYPED_BACK = 2
"""How many groups are typed back to show that the paper can be read."""


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A recovery key; its text never shows by accident."""

    groups: tuple[str, ...] = field(repr=False)

    @classmethod
    def random(cls) -> "RecoveryKey":
        """A new one."""
        made = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH - 1)) for _ in range(GROUPS))
        return cls(tuple(signs + _check_sign(signs, number) for number, signs in enumerate(made)))

    @classmethod
    def parse(cls, typed: str) -> "RecoveryKey":
        """What a person typed, in any case and with any blanks or hyphens.

        Raises `BipError`: RECOVERY_KEY_LENGTH with the number of signs; RECOVERY_KEY_GROUP with the group (from 1) that
        holds a mistake.
        """
        signs = _plain(typed)
        if len(signs) != GROUPS * GROUP_LENGTH:
            raise BipError(Code.RECOVERY_KEY_LENGTH, signs=len(signs), needed=GROUPS * GROUP_LENGTH)
        groups = tuple(signs[at : at + GROUP_LENGTH] for at in range(0, len(signs), GROUP_LENGTH))
        for number, group in enumerate(groups):
            if not set(group) <= set(ALPHABET) or _check_sign(group[:-1], number) != group[-1]:
                raise BipError(Code.RECOVERY_KEY_GROUP, group=number + 1)
        return cls(groups)

    @property
    def written(self) -> str:
        """As it is printed, and as it opens the slot."""
        return "-".join(self.groups)

    def asked_back(self) -> tuple[int, ...]:
        """The numbers (from 1) of the groups to be typed back, chosen at random."""
        return tuple(sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), TYPED_BACK)))

    def check_typed_back(self, typed: dict[int, str]) -> None:
        """Raises `BipError` RECOVERY_KEY_GROUP with the first group that was not typed as it stands."""
        for number, text in sorted(typed.items()):
            if _plain(text) != self.groups[number - 1]:
                raise BipError(Code.RECOVERY_KEY_GROUP, group=number)


def looks_like_recovery_key(typed: str) -> bool:
    """Whether `typed` has the length of a recovery key and its signs alone: then it is one, well or badly typed."""
    signs = _plain(typed)
    return len(signs) == GROUPS * GROUP_LENGTH and set(signs) <= set(ALPHABET)


def _plain(typed: str) -> str:
    return "".join(each for each in typed.upper() if not each.isspace() and each not in "-–—.")


def _check_sign(signs: str, number: int) -> str:
    values = (ALPHABET.index(sign) for sign in signs)
    return ALPHABET[(sum(weight * value for weight, value in enumerate(values, 2)) + number) % len(ALPHABET)]
