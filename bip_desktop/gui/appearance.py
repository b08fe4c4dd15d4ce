# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Makes the program look and speak as preferred, at once, and has it remembered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from bip_desktop.gui import digit_keys, language, theme
from bip_desktop.preferences import Preferences


class Appearance(QObject):
    """The one place that changes language, colours and text size of the running program."""

    colours_changed = Signal()
    """The computer has become light or dark, and the program with it."""

    def __init__(
        self,
        app: QApplication,
        resources: Path,
        preferences: Preferences,
        remember: Callable[[Preferences], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._app = app
        self._resources = resources
        self._remember = remember
        self._wanted = preferences
        self._for_now = ""
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    @property
    def preferences(self) -> Preferences:
        """What is wanted now."""
        return self._wanted

    def prefer(self, wanted: Preferences) -> None:
        """Adopts `wanted` and has it remembered. Raises `BipError` where it cannot be written; adopted it is."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._apply()
            self._remember(wanted)

    def speak(self, code: str = "") -> None:
        """Speaks the language `code`, whatever else changes, until another is wanted; without one the preferred."""
        self._for_now = code
        code = language.spoken_for(code or self._wanted.language)
        if code != language.spoken():
            language.speak(self._app, code, self._resources / "i18n")

    def _apply(self) -> None:
        self.speak(self._for_now)
        digit_keys.prefer(self._wanted.digit_keys)
        name, scale = self._theme_name(), self._wanted.text_scale
        if not theme.is_applied(name, scale):
            theme.apply(self._app, theme.read_theme(self._resources / "themes" / f"{name}.toml", scale))

    def _theme_name(self) -> str:
        if self._wanted.theme != "system":
            return self._wanted.theme
        return "dark" if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"

    def _on_scheme_changed(self) -> None:
        if not theme.is_applied(self._theme_name(), self._wanted.text_scale):
            self._apply()
            self.colours_changed.emit()
