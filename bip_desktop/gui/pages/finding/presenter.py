# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Searches with a purpose, and opens with the same."""

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.rights import Action
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import isolated, number, whose
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.finding.page import FindingPage, Hit
from bip_desktop.services.desk import Desk
from bip_desktop.services.trust_ports import Found


class FindingPresenter:
    """For a caseworker, and for a team leader, who finds and does not open."""

    def __init__(self, desk: Desk, go: Navigation, text: str) -> None:
        self._desk = desk
        self._go = go
        self._purpose = ""
        is_caseworker = desk.access.can(Action.SEE_CASELOAD)
        self._can_open = is_caseworker
        back = translate("finding", "← Mine borgere") if is_caseworker else translate("finding", "← Administration")
        self.page = FindingPage(text, back)
        self.page.search_asked.connect(self._on_search)
        self.page.open_asked.connect(self._on_open)
        self.page.back_asked.connect(go.caseload if is_caseworker else go.administration)
        self.page.lock_asked.connect(go.lock)

    def _on_search(self, text: str, purpose: str) -> None:
        try:
            found = self._desk.finding.anybody(text, purpose)
        except BipError as error:
            place = {Code.SEARCH_SHORT: self.page.text, Code.RIGHT_PURPOSE: self.page.purpose}.get(error.code)
            if place is None:
                self._go.notice(error)
            else:
                self.page.show_problem(place, sentence(error))
            return
        self._purpose = purpose
        names = {each.caseworker_id: each.name for each in self._desk.finding.caseworkers()}
        self.page.show_hits(_said(len(found)), [self._hit(each, names.get(each.caseworker_id, "")) for each in found])

    def _hit(self, found: Found, caseworker: str) -> Hit:
        is_own = found.caseworker_id == self._desk.access.me
        owner = translate("finding", "din egen borger") if is_own else whose_citizen(caseworker)
        parts = [owner]
        if found.case_number:
            parts.append(translate("finding", "sagsnummer {0}").format(found.case_number))
        return Hit(found.citizen_id, isolated(found.name), " · ".join(parts), self._can_open, is_own)

    def _on_open(self, citizen_id: CitizenId, stands_in: bool) -> None:
        try:
            if stands_in:
                self._desk.access.stand_in(citizen_id, self._purpose)
            else:
                self._desk.access.break_glass(citizen_id, self._purpose)
        except BipError as error:
            self._go.notice(error)
            return
        self._go.citizen(citizen_id)


def whose_citizen(caseworker: str) -> str:
    """`Bo Opdigtets borger`."""
    return translate("finding", "{0} borger").format(whose(caseworker))


def _said(count: int) -> str:
    if count == 0:
        return translate("finding", "Ingen passer.")
    if count == 1:
        return translate("finding", "1 passer:")
    return translate("finding", "{0} passer:").format(number(count))
