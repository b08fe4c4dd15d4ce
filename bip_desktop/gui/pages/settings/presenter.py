# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Hands every choice on to where it is kept."""

from dataclasses import replace

from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.settings.page import SettingsPage
from bip_desktop.preferences import Preferences
from bip_desktop.services.desk import Desk


class SettingsPresenter:
    """A preference makes the page anew, with everything else in the program."""

    def __init__(self, desk: Desk, go: Navigation, present: Preferences) -> None:
        self.page = SettingsPage(present)
        self.page.language.chosen.connect(lambda chosen: go.prefer(replace(present, language=chosen)))
        self.page.theme.chosen.connect(lambda chosen: go.prefer(replace(present, theme=chosen)))
        self.page.text_scale.chosen.connect(lambda chosen: go.prefer(replace(present, text_scale=chosen)))
        self.page.digit_keys.chosen.connect(lambda chosen: go.prefer(replace(present, digit_keys=chosen)))
        self.page.back_asked.connect(go.caseload)
        self.page.lock_asked.connect(go.lock)
