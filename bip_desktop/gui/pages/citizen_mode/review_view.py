# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""All the answers before "Færdig": each in words, each with its "Ret"."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.default_view import DefaultView
from bip_desktop.gui.widgets.flow import as_high_as_its_texts
from bip_desktop.gui.widgets.layouts import column, row, show_if
from bip_desktop.gui.widgets.page_body import FollowingArea
from bip_desktop.gui.widgets.texts import label


class ReviewView(DefaultView):
    """Rows of (code, name, answer in words, whether it is answered)."""

    mend_asked = Signal(str)
    """An item's code."""
    back_asked = Signal()
    done_asked = Signal()
    research_asked = Signal()

    def __init__(self, rows: Sequence[tuple[str, str, str, bool]], *, research_again: bool) -> None:
        super().__init__()
        look = theme.current()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(look.px(2))
        grid.setColumnStretch(1, 1)
        for line, (code, name, words, is_answered) in enumerate(rows):
            mend = button(self.tr("Ret"), "link")
            mend.setAccessibleName(self.tr("Ret {0}").format(name))
            mend.clicked.connect(lambda _=False, which=code: self.mend_asked.emit(which))
            grid.addWidget(label(name, "strong", wrap=False), line, 0)
            grid.addWidget(label(words, "body" if is_answered else "muted"), line, 1)
            grid.addWidget(mend, line, 2)
        left = sum(not is_answered for _, _, _, is_answered in rows)
        lead = (
            self.tr("Se dine svar igennem. Du kan rette, hvad du vil.")
            if not left
            else self.tr("Se dine svar igennem. Der er {0} uden svar. Det er helt i orden.").format(left)
        )
        self.research = button(self.tr("Må svarene bruges til forskning? Vælg igen"), "link", self.research_asked.emit)
        show_if(self.research, research_again)
        inner = column(
            label(self.tr("Dine svar"), "title"), 6, label(lead, "muted"), 16, grid, 10, row(self.research, None), None
        )
        middle = QWidget()
        middle.setMaximumWidth(look.px(860))
        middle.setLayout(inner)
        self.back = button(self.tr("← Tilbage"), "citizen-quiet", self.back_asked.emit)
        self.done = button(self.tr("Færdig"), "citizen", self.done_asked.emit)
        self.default = self.done
        area = FollowingArea(row(middle, margins=(24, 20, 24, 8)))
        as_high_as_its_texts(area)
        whole = column(area, row(self.back, None, self.done, margins=(48, 6, 48, 12)))
        whole.setStretch(0, 1)
        self.setLayout(whole)
