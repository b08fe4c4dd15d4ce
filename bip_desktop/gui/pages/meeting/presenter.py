# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Leads the two people through the six steps."""

from collections.abc import Callable

from bip_desktop.domain.errors import BipError
from bip_desktop.domain.meeting import Place, State, Step
from bip_desktop.gui.formatting import isolated, long_date, whose
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.meeting.caseworker_part import CaseworkerPart
from bip_desktop.gui.pages.meeting.ending_part import EndingPart
from bip_desktop.gui.pages.meeting.opening_part import OpeningPart
from bip_desktop.gui.pages.meeting.page import MeetingPage
from bip_desktop.gui.pages.meeting.part import Part
from bip_desktop.gui.widgets.step_rail import StepRail
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay

_RAIL = {
    Step.WELCOME: 0,
    Step.HANDOVER: 1,
    Step.CITIZEN: 1,
    Step.REVIEW: 1,
    Step.RESEARCH: 1,
    Step.LOCKED: 1,
    Step.CONFIRM: 2,
    Step.CASEWORKER: 2,
    Step.TOGETHER: 3,
    Step.HELP: 4,
    Step.AGREEMENT: 5,
}
_SHARED = (Step.TOGETHER, Step.HELP, Step.AGREEMENT)


class MeetingPresenter:
    """Shows the view for the place the meeting is at; each part of the meeting builds its own views."""

    def __init__(self, desk: Desk, go: Navigation, under_way: MeetingUnderWay) -> None:
        self.desk = desk
        self.navigation = go
        self.under_way = under_way
        meeting, citizen = under_way.meeting, under_way.citizen
        self.page = MeetingPage(
            isolated(citizen.first_name),
            translate("meeting", "{0}. gang · {1}").format(meeting.number, long_date(meeting.held_on)),
        )
        self.page.step_asked.connect(self._on_step)
        self.page.stop_asked.connect(self._on_stop)
        self.page.lock_asked.connect(go.lock)
        self.page.back_asked.connect(self._on_back)
        self.page.on_asked.connect(self._on_on)
        opening, ending = OpeningPart(self), EndingPart(self)
        caseworker = CaseworkerPart(self)
        self._parts: dict[Step, Part] = {
            Step.WELCOME: opening,
            Step.HANDOVER: opening,
            Step.CASEWORKER: caseworker,
            Step.CONFIRM: caseworker,
            Step.TOGETHER: ending,
            Step.HELP: ending,
            Step.AGREEMENT: ending,
        }

    def begin(self) -> None:
        """Shows the view for the place the meeting is at."""
        self.show()

    def show(self) -> None:
        """Shows the view for the place, in the language of those who read it."""
        if self.navigation.speaks_otherwise(self.under_way.meeting):
            self.navigation.meeting(self.under_way)
            return
        self._parts[self.under_way.meeting.place.step].show(self.under_way.meeting.place)

    def rail(self) -> StepRail:
        """The six steps as they stand now."""
        citizen, her = self.under_way.citizen.first_name, self.under_way.caseworker.first_name
        names = (
            translate("meeting", "Velkommen"),
            translate("meeting", "{0} svar").format(whose(citizen)),
            translate("meeting", "{0} svar").format(whose(her)),
            translate("meeting", "Se det sammen"),
            translate("meeting", "Hvad kan hjælpe?"),
            translate("meeting", "Aftale"),
        )
        meeting = self.under_way.meeting
        current = _RAIL[meeting.place.step]
        reachable = {current}
        if meeting.is_revealed:
            reachable |= {_RAIL[step] for step in _SHARED}
        elif meeting.state is State.CITIZEN_ANSWERING:
            reachable |= {0, 1}
        foot = translate("meeting", "Alt er gemt. I kan stoppe når som helst og fortsætte senere.")
        # What she prepares beforehand comes before the first step.
        done = frozenset() if meeting.state is State.PREPARED else frozenset(range(current))
        return StepRail(names, current, done, frozenset(reachable), foot)

    def go_to(self, place: Place) -> None:
        """Remembers the place and shows it, here or on the citizen's screen."""
        if self.tried(lambda: self.under_way.go(place)):
            self.navigation.meeting(self.under_way) if place.is_citizens_own else self.show()

    def tried(self, work: Callable[[], object]) -> bool:
        """Whether it is done; otherwise the notice says what is safe, and the page stays."""
        try:
            work()
        except BipError as error:
            self.navigation.notice(error)
            return False
        return True

    def _on_step(self, step: int) -> None:
        if step != _RAIL[self.under_way.meeting.place.step]:
            self.go_to(Place(next(place for place, number in _RAIL.items() if number == step)))

    def _on_back(self) -> None:
        self._parts[self.under_way.meeting.place.step].back()

    def _on_on(self) -> None:
        self._parts[self.under_way.meeting.place.step].on()

    def _on_stop(self) -> None:
        if self.tried(self.under_way.pause):
            self.navigation.citizen(self.under_way.citizen.citizen_id)
