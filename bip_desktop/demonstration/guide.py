# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Knows where in the program a walk is, and says so where it is somewhere else."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from bip_desktop.demonstration.hands import Hands, TourError
from bip_desktop.domain.meeting import Step
from bip_desktop.gui.pages.citizen_mode.page import CitizenModePage
from bip_desktop.gui.pages.meeting.page import MeetingPage
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.shell import Shell

P = TypeVar("P")
V = TypeVar("V", bound=QWidget)


class Guide:
    """What every walk needs."""

    def __init__(self, shell: Shell, hands: Hands) -> None:
        self._shell = shell
        self._hands = hands

    def _at(self, kind: type[P]) -> P:
        """The presenter on show, once it is of this kind."""

        def found() -> P | None:
            presenter = self._shell.presenter
            return presenter if isinstance(presenter, kind) else None

        return self._hands.wait_for(kind.__name__, found)

    def _meeting(self, step: Step) -> MeetingPresenter:
        presenter = self._at(MeetingPresenter)
        self._expect(presenter.under_way.meeting.place.step, step)
        return presenter

    def _view(self, page: CitizenModePage | MeetingPage, kind: type[V]) -> V:
        view = page.view
        if not isinstance(view, kind):
            raise TourError(f"{type(view).__name__} is shown, not {kind.__name__}")
        return view

    @staticmethod
    def _expect(found: object, wanted: object) -> None:
        if found != wanted:
            raise TourError(f"found {found}, wanted {wanted}")
