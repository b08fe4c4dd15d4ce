# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Moves one caseworker's citizens to another."""

from collections.abc import Sequence

from bip_desktop.domain.citizen import ChangeReason
from bip_desktop.domain.errors import BipError
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import isolated, number
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.assigning.page import AssigningPage
from bip_desktop.services.assigning import Load
from bip_desktop.services.desk import Desk

_REASONS = tuple(ChangeReason)


class AssigningPresenter:
    """Whoever has nobody cannot give."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._desk = desk
        self._go = go
        self._givers: Sequence[Load] = ()
        self._takers: Sequence[Load] = ()
        self._read()
        self.page = AssigningPage(*self._names(), [wording.change_reason(each).capitalize() for each in _REASONS])
        self.page.asked.connect(self._on_asked)
        self.page.back_asked.connect(go.administration)
        self.page.lock_asked.connect(go.lock)

    def _read(self) -> None:
        self._takers = self._desk.assigning.loads()
        self._givers = [each for each in self._takers if each.citizens]

    def _names(self) -> tuple[list[str], list[str]]:
        return [_said(each) for each in self._givers], [isolated(each.caseworker.name) for each in self._takers]

    def _on_asked(self, giver: int, taker: int, reason: int) -> None:
        before, after = self._givers[giver].caseworker, self._takers[taker].caseworker
        if before == after:
            self.page.show_said(translate("assigning", "Det er den samme. Vælg en anden at flytte til."))
            return
        try:
            moved = self._desk.assigning.assign_all(before.caseworker_id, after.caseworker_id, _REASONS[reason])
            self._read()
        except BipError as error:
            self._go.notice(error)
            return
        self.page.show_people(*self._names())
        name = isolated(after.name)
        if moved == 1:
            said = translate("assigning", "1 borger er nu hos {0}.").format(name)
        else:
            said = translate("assigning", "{0} borgere er nu hos {1}.").format(number(moved), name)
        self.page.show_said(said)


def _said(load: Load) -> str:
    name = isolated(load.caseworker.name)
    if load.citizens == 1:
        return translate("assigning", "{0} (1 borger)").format(name)
    return translate("assigning", "{0} ({1} borgere)").format(name, number(load.citizens))
