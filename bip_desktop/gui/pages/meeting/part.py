# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What a part of the meeting can do for the presenter, and the presenter for it."""

from collections.abc import Callable
from typing import Protocol

from bip_desktop.domain.meeting import Place
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.meeting.page import MeetingPage
from bip_desktop.gui.widgets.step_rail import StepRail
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay


class Lead(Protocol):
    """The presenter, as its parts know it."""

    desk: Desk
    navigation: Navigation
    under_way: MeetingUnderWay
    page: MeetingPage

    def show(self) -> None: ...
    def rail(self) -> StepRail: ...
    def go_to(self, place: Place) -> None: ...
    def tried(self, work: Callable[[], object]) -> bool: ...


class Part:
    """Builds the views of some steps; `back` and `on` answer the frame's two buttons."""

    def __init__(self, lead: Lead) -> None:
        self.lead = lead

    def show(self, place: Place) -> None:
        """Shows the view for `place`."""
        raise NotImplementedError

    def back(self) -> None:
        """The frame's way back."""

    def on(self) -> None:
        """The frame's way on."""
