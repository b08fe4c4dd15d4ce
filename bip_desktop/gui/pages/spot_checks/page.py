# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Each month that waits, with the look-ups that were drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton

from bip_desktop.gui.log_rows import headings
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


@dataclass(frozen=True, slots=True)
class Month:
    """One month's check."""

    key: str
    heading: str
    about: str
    rows: Sequence[Sequence[str]]


class SpotChecksPage(Page):
    """States which month has been looked through, and what was remarked."""

    signed = Signal(str, str)
    """Month, remark."""
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, months: Sequence[Month]) -> None:
        super().__init__(self.tr("Stikprøver"))
        self.back = button(self.tr("← Administration"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.remarks: dict[str, QLineEdit] = {}
        self.signs: dict[str, QPushButton] = {}
        self.tables: dict[str, ReadingTable] = {}
        heading = column(
            label(self.tr("Stikprøver"), "title"),
            label(
                self.tr(
                    "Hver måned trækker programmet 5 % af hændelserne i loggen, mindst 10. Ingen kan vælge hvilke. "
                    "Spørg den, der har slået op, hvis du ikke kan se hvorfor."
                ),
                "muted",
            ),
            spacing=2,
        )
        self.nothing = label(self.tr("Ingen stikprøver venter. Den næste kommer, når måneden er gået."), "strong")
        cards = [self._card(each) for each in months] or [card(column(self.nothing))]
        self.setLayout(
            column(TopBar("", "", lock, back=self.back), page_body(column(heading, *cards, spacing=14), widest=1180))
        )
        self.first = self.back  # the list is read from its top, not signed from its end

    def _card(self, month: Month) -> QFrame:
        table = ReadingTable(month.heading, headings(), month.rows)
        remark = text_field(most=400)
        sign = button(self.tr("Jeg har set dem alle"), "primary", lambda: self.signed.emit(month.key, remark.text()))
        sign.setAccessibleName(f"{month.heading}: {sign.text()}")
        self.remarks[month.key], self.signs[month.key], self.tables[month.key] = remark, sign, table
        return card(
            column(
                label(month.heading, "section"),
                label(month.about, "muted"),
                table,
                FormRow(self.tr("Bemærkning (kan udelades)"), remark, self.tr("Skriv ingen navne og CPR-numre.")),
                row(sign, None),
                spacing=10,
            )
        )
