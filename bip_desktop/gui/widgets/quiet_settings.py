# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Language and text size for whoever cannot read the page yet: two quiet links at its foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.language import spoken
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.layouts import row
from bip_desktop.preferences import TEXT_SCALES

_NAMES = {"da": "Dansk", "en": "English"}
"""Each by its own name."""


class QuietSettings(QWidget):
    """States that the other language, or another text size, is wanted."""

    language_asked = Signal(str)
    larger_text_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        other = next(code for code in _NAMES if code != spoken())
        self.language = button(_NAMES[other], "link", lambda: self.language_asked.emit(other))
        self.larger_text = button(
            self.tr("Større tekst") if theme.current().scale < TEXT_SCALES[-1] else self.tr("Mindre tekst"),
            "link",
            self.larger_text_asked.emit,
        )
        self.setLayout(row(self.language, 16, self.larger_text))
