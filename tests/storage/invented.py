# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Invented people and meetings. CPR numbers are replacement numbers (day + 60), so that no real one can occur."""

from datetime import date, datetime

from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.citizen import Benefit, Caseworker, Citizen, Research
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId, ResearchId, ResearchMeetingId
from bip_desktop.domain.meeting import Meeting, Place, State, Step
from bip_desktop.services.ports import Installation

KAREN = Caseworker(CaseworkerId("5d1f0c5e-0000-4000-8000-000000000001"), "Karen Opdigtet", "12 34 56 78")
BO = Caseworker(CaseworkerId("5d1f0c5e-0000-4000-8000-000000000002"), "Bo Opdigtet")
INSTALLATION = Installation("a1b2c3", "opdigtet", "Jobcenter Opdigtet", bytes(range(32)))
PASSPHRASE = "fire små heste løber"
TODAY = date(2026, 3, 2)


def citizen(number: int = 1, caseworker: Caseworker = KAREN) -> Citizen:
    """An invented citizen; each number another one."""
    return Citizen(
        citizen_id=CitizenId(f"c17125e0-0000-4000-8000-{number:012d}"),
        research_id=ResearchId(f"5e5ea5c0-0000-4000-8000-{number:012d}"),
        cpr=Cpr(f"{61 + number % 28:02d}{1 + number // 28 % 12:02d}80{number % 10_000:04d}"),
        name=f"Borger Nummer {number:05d}",
        caseworker_id=caseworker.caseworker_id,
        case_number=f"S-{number}",
        benefit=Benefit.KONTANTHJAELP_GRUNDSATS,
        research=Research.YES,
    )


def meeting(
    of: Citizen, number: int = 1, state: State = State.CITIZEN_ANSWERING, caseworker: Caseworker = KAREN
) -> Meeting:
    """An invented meeting of a citizen; its identities follow from the citizen and the number."""
    return Meeting(
        meeting_id=MeetingId(f"{of.citizen_id[:24]}{number:04d}{of.citizen_id[-8:]}"),
        research_id=ResearchMeetingId(f"0a751de0-0000-4000-8000-{number:04d}{of.citizen_id[-8:]}"),
        citizen_id=of.citizen_id,
        caseworker_id=caseworker.caseworker_id,
        number=number,
        state=state,
        held_on=TODAY,
        instrument_id="bip",
        instrument_version="2026.1",
        rules_version="1",
        place=Place(Step.CITIZEN, "B1"),
    )


AGREEMENT = Agreement(
    goals=("Komme i praktik", "Sove bedre"),
    tasks=(
        Task(Who.CITIZEN, "Ringer til bageren", date(2026, 3, 9)),
        Task(Who.CASEWORKER, "Skriver til lægen", None, How.PARTLY),
    ),
    next_meeting=datetime.fromisoformat("2026-06-01T09:30"),
)
