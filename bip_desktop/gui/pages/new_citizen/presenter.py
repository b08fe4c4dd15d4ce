# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Adds a citizen, and says at the field what stands in the way."""

from bip_desktop.domain.citizen import Benefit
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.errors import BipError, Code, Kind
from bip_desktop.gui import wording
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import long_date
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.new_citizen.page import NewCitizenPage
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk

_BENEFITS = (
    Benefit.UNKNOWN,
    Benefit.KONTANTHJAELP_MINDSTESATS,
    Benefit.KONTANTHJAELP_GRUNDSATS,
    Benefit.KONTANTHJAELP_FORHOEJET,
    Benefit.RESSOURCEFORLOEB,
    Benefit.UDDANNELSESHJAELP,
    Benefit.OTHER,
)


class NewCitizenPresenter:
    """Checks the CPR number when it is left, and everything when the citizen is to be made."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._desk = desk
        self._go = go
        self.page = NewCitizenPage([(code, wording.benefit(code)) for code in _BENEFITS])
        self.page.cpr_left.connect(self._on_cpr_left)
        self.page.create_asked.connect(self._on_asked)
        self.page.back_asked.connect(go.caseload)

    def _on_cpr_left(self, text: str) -> None:
        if not text.strip():
            return
        try:
            number = Cpr.parse(text, self._desk.now().date())
        except BipError as error:
            self.page.cpr.show_problem(sentence(error), take_keyboard=False)
            return
        self.page.show_cpr_fits(number.masked, _remark(number))

    def _on_asked(self, name: str, cpr: str, case_number: str, benefit: Benefit) -> None:
        self.page.clear_problems()
        try:
            citizen = self._desk.caseload.add(NewCitizen(name, cpr, case_number, Benefit(benefit)))
        except BipError as error:
            self._show(error)
            return
        self._go.citizen(citizen.citizen_id)

    def _show(self, error: BipError) -> None:
        if error.code is Code.NAME_EMPTY:
            self.page.name.show_problem(sentence(error))
        elif error.kind is Kind.CORRECTABLE:
            self.page.cpr.show_problem(sentence(error))
        else:
            self._go.notice(error)


def _remark(number: Cpr) -> str:
    born = translate("new_citizen", "Født {0}.").format(long_date(number.birth_date))
    if number.is_replacement:
        return translate("new_citizen", "Erstatningsnummer. {0}").format(born)
    if number.passes_modulus_11:
        return born
    return translate(
        "new_citizen", "{0} Kontrolcifferet passer ikke. Nyere numre kan være sådan, så se lige efter en ekstra gang."
    ).format(born)
