# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the caseworker asks herself after a meeting in which she doubted: for her alone, kept here, never sent."""

from dataclasses import dataclass

from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import Meeting, State
from bip_desktop.domain.questionnaire import Step

DOUBT = 2
"""S12 answered with this step or lower: Nej or Tvivler."""


@dataclass(frozen=True, slots=True)
class Reflection:
    """What it would take for one step up, and with whom it could be talked over."""

    needed: str = ""
    with_whom: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not self.needed and not self.with_whom


def invites_reflection(meeting: Meeting, measurement: Measurement) -> bool:
    """Whether the two questions may be asked after this meeting: only when it is closed, and she doubted."""
    belief = measurement.value("S12")
    return meeting.state is State.CLOSED and isinstance(belief, Step) and belief.step <= DOUBT
