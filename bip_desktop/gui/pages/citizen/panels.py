# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The two questions that the page of a citizen can ask: how the course ended, and why a measurement does not count."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFrame

from bip_desktop.domain.citizen import Outcome
from bip_desktop.domain.meeting import VoidReason
from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.gui.widgets.layouts import column
from bip_desktop.gui.widgets.texts import label

_MARGINS = (24, 18, 24, 22)


class Panel(QFrame):
    """A question in the page, in an edge of its own."""

    undone = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("card", "chosen")
        self.setAccessibleName(name)
        self.choice = QComboBox()
        self.choice.setPlaceholderText(self.tr("Vælg …"))
        self.choice.setMaximumWidth(theme.current().px(420))
        self._values: list[object] = []

    def _offer(self, choices: Sequence[tuple[str, object]]) -> None:
        # The values stay here: Qt would hand an enumeration of texts back as a plain text.
        for text, value in choices:
            self.choice.addItem(text)
            self._values.append(value)
        self.choice.setCurrentIndex(-1)

    def _chosen(self) -> object:
        place = self.choice.currentIndex()
        return self._values[place] if place >= 0 else None

    def begin(self) -> None:
        """Takes the keyboard to the first field."""
        self.choice.setFocus()


class CloseCoursePanel(Panel):
    """How the course ended, and when."""

    confirmed = Signal(object, object)
    """`Outcome` or None, and the day."""

    def __init__(self, outcomes: Sequence[tuple[str, Outcome]], today: date) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Afslut forløb"))
        self._offer(outcomes)
        self.outcome = FormRow(self.tr("Hvordan sluttede forløbet?"), self.choice)
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d. MMMM yyyy")
        self.day.setMaximumDate(self.day.date())
        self.day.setMaximumWidth(theme.current().px(420))
        self.week = FormRow(self.tr("Hvornår?"), self.day, self._week())
        self.day.dateChanged.connect(lambda _: self.week.show_help(self._week()))
        self.close_course = button(self.tr("Afslut forløb"), "primary", self._on_confirmed)
        undo = button(self.tr("Fortryd"), "quiet", self.undone.emit)
        undo.setMinimumHeight(self.close_course.sizeHint().height())
        content = column(
            label(self.tr("Afslut forløb"), "section"),
            label(self.tr("Påmindelserne stopper. Svarene bliver, og forløbet kan genåbnes."), "muted"),
            self.outcome,
            self.week,
            FlowLayout(self.close_course, undo, spacing=12),
            spacing=14,
        )
        content.setContentsMargins(*_MARGINS)
        self.setLayout(content)

    def _week(self) -> str:
        week, _ = self.day.date().weekNumber()
        return self.tr("Kun ugen bliver gemt: uge {0}.").format(week)

    def _on_confirmed(self) -> None:
        day = self.day.date()
        self.confirmed.emit(self._chosen(), date(day.year(), day.month(), day.day()))


class VoidPanel(Panel):
    """Why the open measurement does not count."""

    confirmed = Signal(object)
    """`VoidReason` or None."""

    def __init__(self, reasons: Sequence[tuple[str, VoidReason]]) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Annullér målingen"))
        self._offer(reasons)
        self.reason = FormRow(self.tr("Hvorfor tæller den ikke?"), self.choice)
        self.void = button(self.tr("Annullér målingen"), "primary", self._on_confirmed)
        undo = button(self.tr("Fortryd"), "quiet", self.undone.emit)
        undo.setMinimumHeight(self.void.sizeHint().height())
        content = column(
            label(self.tr("Annullér målingen"), "section"),
            label(self.tr("Svarene fra denne måling tæller ikke med nogen steder. Det kan ikke fortrydes."), "muted"),
            self.reason,
            FlowLayout(self.void, undo, spacing=12),
            spacing=14,
        )
        content.setContentsMargins(*_MARGINS)
        self.setLayout(content)

    def _on_confirmed(self) -> None:
        self.confirmed.emit(self._chosen())
