# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The citizen is finished: her own answers, prepared beforehand or not, before anybody sees both."""

from PySide6.QtCore import Signal

from bip_desktop.gui.formatting import whose
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.default_view import DefaultView
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.page_body import OwnHeightArea
from bip_desktop.gui.widgets.texts import label


class ConfirmView(DefaultView):
    """Still right, mend, answer now, or answer after the meeting. No answer of either side is on the page."""

    still_right = Signal()
    answer_asked = Signal()
    after_asked = Signal()

    def __init__(self, citizen: str, prepared_on: str, *, after_meeting: bool = False) -> None:
        super().__init__()
        self.still = button(self.tr("De gælder stadig"), "primary", self.still_right.emit)
        self.mend = button(self.tr("Ret dem først"), "secondary", self.answer_asked.emit)
        self.now = button(self.tr("Svar nu"), "primary", self.answer_asked.emit)
        self.after = button(self.tr("Jeg svarer efter samtalen"), "secondary", self.after_asked.emit)
        if after_meeting:
            heading = self.tr("Nu mangler kun dine svar")
            text = self.tr(
                "Vent, til {0} er gået, eller vend skærmen. Spørgsmålene er kun til dig. Samtalen er afsluttet, når du "
                "har svaret."
            ).format(citizen)
            self.after.setText(self.tr("Jeg svarer senere"))
            first, second = self.now, self.after
            self.still.hide()
            self.mend.hide()
        elif prepared_on:
            heading = self.tr("Gælder dine svar stadig?")
            text = self.tr(
                "Du svarede den {0}, og {1} har ikke set dine svar. Når du går videre, ser I begge, hvad I hver især "
                "har svaret om samarbejde, netværk, hverdag og helbred. Vil du rette? Så vend skærmen først."
            ).format(prepared_on, citizen)
            first, second = self.still, self.mend
            self.now.hide()
            self.after.hide()
        else:
            heading = self.tr("Nu er det din tur")
            text = self.tr(
                "Vend skærmen, så kun du kan se den. Du har 12 spørgsmål; taster du et tal, går du videre med det "
                "samme. Svarer du efter samtalen, ser I kun {0} egne kurver i dag."
            ).format(whose(citizen))
            first, second = self.now, self.after
            self.still.hide()
            self.mend.hide()
        self.default = first
        self._first = first
        done = () if after_meeting else (label(self.tr("{0} er færdig").format(citizen), "muted"), 4)
        inner = column(
            *done,
            label(heading, "title"),
            14,
            card(column(label(text))),
        )
        second.setMinimumHeight(first.sizeHint().height())
        self.setLayout(column(OwnHeightArea(inner), 18, FlowLayout(first, second, spacing=12), None))

    def begin(self) -> None:
        """Takes the keyboard to the first way."""
        self._first.setFocus()
