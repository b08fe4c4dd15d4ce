# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Keeps the municipality's words; until there are some, the program's draft stands in the field."""

from bip_desktop.domain.errors import BipError, Kind
from bip_desktop.gui import rights_texts
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.information.page import InformationPage
from bip_desktop.services.desk import Desk


class InformationPresenter:
    """Adopts what was written."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._desk = desk
        self._go = go
        self.page = InformationPage(
            rights_texts.information(desk.informing.current(), translate("information", "Din sagsbehandler"))
        )
        self.page.adopted.connect(self._on_adopted)
        self.page.back_asked.connect(go.administration)
        self.page.lock_asked.connect(go.lock)
        self._show()

    def _show(self, *, saved: bool = False) -> None:
        current = self._desk.informing.current()
        said = translate("information", "I bruger tekst nr. {0}.").format(current.version)
        self.page.show_state(rights_texts.draft_remark() if current.is_draft else said, saved=saved)

    def _on_adopted(self, words: str) -> None:
        try:
            self._desk.informing.adopt(words)
        except BipError as error:
            if error.kind is Kind.CORRECTABLE:
                self.page.text_row.show_problem(sentence(error))
            else:
                self._go.notice(error)
            return
        self._show(saved=True)
