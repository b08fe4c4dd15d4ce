# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The part of a page below its bar: it scrolls, and its lines never grow too long to read."""

from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.layouts import column, scrolled


def page_body(content: QLayout, *, widest: int = 1200, foot: int = 40) -> QScrollArea:
    """`content` in the middle of an area that scrolls, at most `widest` pixels (at 100 %) wide."""
    holder = QWidget()
    holder.setLayout(content)
    holder.setMaximumWidth(theme.current().px(widest))
    return scrolled(column(holder, None, margins=(40, 26, 40, foot)))
