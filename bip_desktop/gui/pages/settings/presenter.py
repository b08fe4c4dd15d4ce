# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Hands every choice on to where it is kept."""

from collections.abc import Callable
from dataclasses import replace

from bip_desktop.domain.errors import BipError, Kind
from bip_desktop.domain.rights import Action
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.settings.page import SettingsPage
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.preferences import Preferences
from bip_desktop.services.desk import Desk


class SettingsPresenter:
    """A preference makes the page anew, with everything else in the program."""

    def __init__(self, desk: Desk, go: Navigation, present: Preferences) -> None:
        self._desk = desk
        self._go = go
        self.page = SettingsPage(
            present,
            desk.caseload.rhythm(),
            desk.caseload.phone(),
            may_set=desk.access.can(Action.SETTINGS),
        )
        self.page.passphrase_asked.connect(lambda: go.passphrase(""))
        self.page.look_ups_asked.connect(go.own_look_ups)
        self.page.rhythm_typed.connect(self._on_rhythm)
        self.page.phone_typed.connect(self._on_phone)
        self.page.language.chosen.connect(lambda chosen: go.prefer(replace(present, language=chosen)))
        self.page.theme.chosen.connect(lambda chosen: go.prefer(replace(present, theme=chosen)))
        self.page.text_scale.chosen.connect(lambda chosen: go.prefer(replace(present, text_scale=chosen)))
        self.page.digit_keys.chosen.connect(lambda chosen: go.prefer(replace(present, digit_keys=chosen)))
        self.page.show_administration(desk.access.can(Action.ADMINISTER))
        self.page.backups_asked.connect(go.backups)
        self.page.back_asked.connect(go.caseload)
        self.page.lock_asked.connect(go.lock)

    def _on_rhythm(self, text: str) -> None:
        # What is no number is as far out of range as can be.
        days = int(text) if text.strip().isdecimal() else -1
        if days != self._desk.caseload.rhythm():
            self._keep(self.page.rhythm, lambda: self._desk.caseload.set_rhythm(days))
        else:
            self.page.rhythm.show_problem("")

    def _on_phone(self, text: str) -> None:
        if text.split() != self._desk.caseload.phone().split():
            self._keep(self.page.phone, lambda: self._desk.caseload.set_phone(text))

    def _keep(self, form_row: FormRow, work: Callable[[], None]) -> None:
        try:
            work()
        except BipError as error:
            if error.kind is Kind.CORRECTABLE:
                form_row.show_problem(sentence(error), take_keyboard=False)
            else:
                self._go.notice(error)
            return
        self.page.show_saved(form_row)
