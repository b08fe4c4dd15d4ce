# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The citizen's yes or no to research: in one place, because a no after a yes must take back what has left."""

from dataclasses import replace

from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.domain.ids import CitizenId, ResearchId, new_id
from bip_desktop.services.ports import UnitOfWork


def choose_research(work: UnitOfWork, citizen_id: CitizenId, answer: Research) -> Citizen:
    """Writes the citizen's choice. A no after a yes is a withdrawal, after which the citizen and all the citizen's
    meetings have other names outside: a meeting in hand must be read anew."""
    before = work.citizens.get(citizen_id)
    if answer is before.research:
        return before
    citizen = work.citizens.change(replace(before, research=answer))
    if before.research is Research.YES:
        work.citizens.withdraw(citizen, ResearchId(new_id()))
    return work.citizens.get(citizen_id)
