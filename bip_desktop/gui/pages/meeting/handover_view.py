# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Handing the computer over is a page of its own: who holds it now, and what the other will see."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from bip_desktop.domain.meeting import Mode
from bip_desktop.gui import theme
from bip_desktop.gui.formatting import shortened, whose
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.default_view import DefaultView
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.page_body import OwnHeightArea
from bip_desktop.gui.widgets.texts import label


class HandoverView(DefaultView):
    """The computer goes to the citizen."""

    give_asked = Signal()
    declined = Signal()
    mode_chosen = Signal(object)
    """A `Mode`."""

    def __init__(
        self,
        citizen: str,
        caseworker: str,
        modes: Sequence[tuple[Mode, str]],
        mode: Mode,
        resumes: str,
        has_begun: bool,
    ):
        super().__init__()
        look = theme.current()
        self.mode = QComboBox()
        for which, text in modes:
            self.mode.addItem(text, which)
        self.mode.setCurrentIndex([which for which, _ in modes].index(mode))
        self.mode.activated.connect(lambda _: self.mode_chosen.emit(Mode(self.mode.currentData())))
        self.mode.setMaximumWidth(look.px(420))
        short = shortened(citizen)
        self.give = button(
            self.tr("Fortsæt {0} svar").format(whose(short))
            if resumes
            else self.tr("Giv computeren til {0}").format(short),
            "primary",
            self.give_asked.emit,
        )
        self.default = self.give
        no_more = self.tr("{0} vil ikke svare mere i dag") if has_begun else self.tr("{0} vil ikke svare i dag")
        self.refuse = button(no_more.format(short), "link", self.declined.emit)
        self.refuse.setMinimumHeight(self.give.sizeHint().height())
        lead = resumes or self.tr("Nu er det din tur, {0}").format(citizen)
        facts = (
            self.tr("Du ser kun dine egne spørgsmål, ét ad gangen."),
            self.tr("{0} ser ikke dine svar, før I begge er færdige.").format(caseworker),
            self.tr("Du bestemmer selv, hvad du svarer på. Du kan altid springe over."),
            self.tr("Når du er færdig, taster {0} sin pinkode.").format(caseworker),
        )
        inner = column(
            label(lead, "title"),
            14,
            card(column(*(label(fact) for fact in facts), spacing=8)),
            14,
            FormRow(self.tr("Hvordan svarer {0}?").format(citizen), self.mode),
        )
        self.setLayout(column(OwnHeightArea(inner), 18, FlowLayout(self.give, self.refuse, spacing=16), None))

    def begin(self) -> None:
        """Takes the keyboard to the way on."""
        self.give.setFocus()
