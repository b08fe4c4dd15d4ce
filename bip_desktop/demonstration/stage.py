# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Puts the real window at any page and any moment of a meeting, for the complete set of pictures."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from bip_desktop import bootstrap
from bip_desktop.demonstration.hands import Hands, TourError
from bip_desktop.demonstration.jobcentre import Secrets
from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.questionnaire import Amount, Item, ItemKind, Respondent, Ticks, Unit, Value
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.gui.shell import Shell
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay

P = TypeVar("P")
V = TypeVar("V", bound=QWidget)
FIRST_ANSWERS: Mapping[str, int] = {"B3": 4, "B4": 2, "B6": 2, "B8": 3, "B9": 2}
"""What somebody answers who has answered nothing before; 3 to the rest."""


class Stage:
    """One window over one unlocked jobcentre."""

    def __init__(self, shell: Shell, hands: Hands, places: Places, secrets: Secrets, language: str = "da") -> None:
        self.shell = shell
        self.hands = hands
        self.secrets = secrets
        self._places = places
        self._language = language
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        """A desk over the same open jobcentre as the window's own."""
        if self._desk is None:
            raise TourError("the jobcentre is locked")
        return self._desk

    def unlock(self) -> None:
        """Opens the jobcentre as the passphrase does."""
        unlocked = bootstrap.unlocking(self._places).unlock(self.secrets.passphrase)
        self._desk = bootstrap.open_desk(unlocked, self._places)
        self.shell.unlocked(unlocked)

    def citizen(self, name: str) -> Citizen:
        """The one citizen whose name begins so."""
        found = [row.citizen for row in self.desk.caseload.view().rows if row.citizen.name.startswith(name)]
        if len(found) != 1:
            raise TourError(f"{len(found)} citizens are called {name}")
        return found[0]

    def page(self, kind: type[P]) -> P:
        """The page on show, which must be of this kind."""
        page = self.shell.window.page
        if not isinstance(page, kind):
            raise TourError(f"{type(page).__name__} is shown, not {kind.__name__}")
        return page

    def view(self, kind: type[V]) -> V:
        """The part of a meeting's page that changes, which must be of this kind."""
        view = getattr(self.shell.window.page, "view", None)
        if not isinstance(view, kind):
            raise TourError(f"{type(view).__name__} is shown, not {kind.__name__}")
        return view

    # -- the meeting ------------------------------------------------------------------------------------------------

    def start(self, name: str) -> MeetingUnderWay:
        """Begins a meeting with somebody who reads the language of the pictures; nothing is shown yet."""
        under_way = self.desk.measuring.start(self.citizen(name).citizen_id)
        if under_way.meeting.language != self._language:
            under_way.set_language(self._language)
        return under_way

    def at(self, under_way: MeetingUnderWay, step: Step, item: str = "") -> None:
        """Shows the meeting at a place."""
        under_way.go(Place(step, item))
        if self.shell.desk is not None:
            self.shell.desk.access.leave_citizen_mode()  # a picture types no PIN
        self.shell.meeting(under_way)
        self.hands.settle()

    def citizen_answers(self, under_way: MeetingUnderWay, moves: Mapping[str, int]) -> None:
        """The citizen answers as last time, but for `moves`: so many steps up or down."""
        self._answer(under_way, Respondent.CITIZEN, moves, None)

    def caseworker_answers(
        self, under_way: MeetingUnderWay, moves: Mapping[str, int], activities: Iterable[int] | None = None
    ) -> None:
        """The caseworker answers likewise; with other `activities` where they are given."""
        self._answer(under_way, Respondent.CASEWORKER, moves, activities)

    def reveal(self, name: str, moves: Mapping[str, int] | None = None, *, later: bool = False) -> MeetingUnderWay:
        """A whole meeting of somebody's up to the reveal; `later` where the caseworker answers after it."""
        under_way = self.start(name)
        self.citizen_answers(under_way, moves or {})
        under_way.citizen_done()
        if not later:
            under_way.caseworker_begins()
            self.caseworker_answers(under_way, {})
        under_way.reveal(answers_later=later)
        return under_way

    def _answer(
        self,
        under_way: MeetingUnderWay,
        respondent: Respondent,
        moves: Mapping[str, int],
        activities: Iterable[int] | None,
    ) -> None:
        history = self.desk.following.history(under_way.citizen.citizen_id)
        for item in under_way.instrument.of(respondent):
            before = history[-1][1].value(item.code) if history else None
            value = _first(item) if before is None else before
            if isinstance(value, ScaleStep) and item.code in moves:
                value = ScaleStep(min(5, max(1, value.step + moves[item.code])))
            if isinstance(value, Ticks) and respondent is Respondent.CASEWORKER and activities is not None:
                value = Ticks(frozenset(activities))
            under_way.answer(item.code, value)


def _first(item: Item) -> Value:
    match item.kind:
        case ItemKind.TICKS:
            return Ticks(frozenset({22 if item.respondent is Respondent.CASEWORKER else 2}))
        case ItemKind.AMOUNT:
            return Amount(135_00, Unit.HOUR_BEFORE_TAX)
        case _:
            return ScaleStep(FIRST_ANSWERS.get(item.code, 3))


def wrong_rows(folder: Path) -> Path:
    """A list of invented citizens from another system, with what can be wrong in one."""
    path = folder / "opdigtede-borgere.csv"
    path.write_text(
        "navn;cpr;sagsnummer;ydelse;sagsbehandler\n"
        "Ny Eksempel;620180-1235;DEMO-101;Kontanthjælp;Karen Eksempel\n"
        "Endnu Eksempel;730295-2446;DEMO-102;Uddannelseshjælp;Karen Eksempel\n"
        "Kendt Eksempel;720587-1239;DEMO-103;Kontanthjælp;Karen Eksempel\n"
        "Forkert Eksempel;310290-1234;DEMO-104;Kontanthjælp;Karen Eksempel\n"
        ";640180-1237;DEMO-105;Kontanthjælp;Karen Eksempel\n",
        encoding="utf-8",
    )
    return path
