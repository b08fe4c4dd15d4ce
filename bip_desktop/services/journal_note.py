# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The facts of the note for the case system: what was agreed, and how many areas moved. Answers stay in BIP."""

from dataclasses import dataclass

from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.progression import Progression
from bip_desktop.services.agreeing import AgreementPage


@dataclass(frozen=True, slots=True)
class Counts:
    """How many areas the citizen answered higher, as before and lower than the time before."""

    higher: int
    same: int
    lower: int


@dataclass(frozen=True, slots=True)
class JournalNote:
    """Nothing here is an answer, and nothing is the caseworker's own view of the citizen."""

    page: AgreementPage
    number: int
    """Which measurement this was."""
    part: Part | None
    """How much the citizen answered."""
    counts: Counts | None
    """None at a first measurement."""


def journal_note(page: AgreementPage, meeting: Meeting, moved: Progression | None) -> JournalNote:
    """The note of one meeting."""
    counts = None
    if moved is not None and not moved.is_first:
        counts = Counts(len(moved.higher), len(moved.same), len(moved.lower))
    return JournalNote(page, meeting.number, meeting.citizen_part, counts)
