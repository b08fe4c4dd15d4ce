# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the page of her own answers shows: texts and counts, frozen at one moment."""

from dataclasses import dataclass

TextRows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Answers that BIP's published figures take together."""

    answers: tuple[tuple[str, int], ...]
    """Each answer in words, and how often she gave it."""
    said: str
    """How many of hers they are, beside BIP's."""
    in_bip: str
    """How many gave one of them in BIP, in the words of the source."""


@dataclass(frozen=True, slots=True)
class Spread:
    """All her answers to the one question."""

    headline: str
    bands: tuple[Band, ...]
    source: str

    @property
    def most(self) -> int:
        """The longest bar."""
        return max(count for band in self.bands for _, count in band.answers)


@dataclass(frozen=True, slots=True)
class Endings:
    """How closed courses ended, beside what she last answered."""

    headline: str
    rows: TextRows
    """Citizen, answer, how and when it ended."""
    rest: str
    """That there are older ones; empty where all are shown."""


@dataclass(frozen=True, slots=True)
class OwnPictureView:
    """The whole page."""

    question: str
    spread: Spread | None
    orientation: tuple[str, ...]
    """Her mean and her colleagues', or what is needed for them."""
    endings: Endings | None
