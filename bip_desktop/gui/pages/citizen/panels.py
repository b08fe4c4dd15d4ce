# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Questions that the page of a citizen can ask: how the course ended, and why the open measurement does not count."""

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
from bip_desktop.gui.widgets.layouts import Child, column
from bip_desktop.gui.widgets.texts import label

_MARGINS = (24, 18, 24, 22)


def choice_box() -> QComboBox:
    """A list to choose from, not too wide to read."""
    made = QComboBox()
    made.setMaximumWidth(theme.current().px(420))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(20)
    return made


class Panel(QFrame):
    """A question in the page, in an edge of its own."""

    undone = Signal()
    reason: FormRow
    """Where a missing choice is said."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("card", "chosen")
        self.setAccessibleName(name)
        self._name = name
        self.choice = choice_box()
        self.choice.setPlaceholderText(self.tr("Vælg …"))
        self._values: list[object] = []

    def begin(self) -> None:
        """Takes the keyboard to the first field."""
        self.choice.setFocus()

    def show_problem(self, text: str) -> None:
        """Says at the choice what is wrong with it."""
        self.reason.show_problem(text)

    def _offer(self, choices: Sequence[tuple[str, object]]) -> None:
        # The values stay here: Qt would hand an enumeration of texts back as a plain text.
        for text, value in choices:
            self.choice.addItem(text)
            self._values.append(value)
        self.choice.setCurrentIndex(-1)

    def _chosen(self) -> object:
        place = self.choice.currentIndex()
        return self._values[place] if place >= 0 else None

    def _ask(self, *parts: Child, about: str, do: str) -> None:
        """Puts the question together; `do` is what its button says."""
        self.confirm = button(do, "primary", self._on_confirmed)
        undo = button(self.tr("Fortryd"), "quiet", self.undone.emit)
        self.confirm.ensurePolished()
        undo.setMinimumHeight(self.confirm.sizeHint().height())
        content = column(
            label(self._name, "section"),
            label(about, "muted"),
            *parts,
            FlowLayout(self.confirm, undo, spacing=12),
            spacing=14,
        )
        content.setContentsMargins(*_MARGINS)
        self.setLayout(content)

    def _on_confirmed(self) -> None:
        raise NotImplementedError


class CloseCoursePanel(Panel):
    """How the course ended, and when."""

    confirmed = Signal(object, object)
    """`Outcome` or None, and the day."""

    def __init__(self, outcomes: Sequence[tuple[str, Outcome]], today: date) -> None:
        super().__init__(self.tr("Afslut forløb"))
        self._offer(outcomes)
        self.reason = FormRow(self.tr("Hvordan sluttede forløbet?"), self.choice)
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(self.tr("d. MMMM yyyy"))
        self.day.setMaximumDate(self.day.date())
        self.day.setMaximumWidth(theme.current().px(420))
        self.week = FormRow(self.tr("Hvornår?"), self.day, self._week())
        self.day.dateChanged.connect(lambda _: self.week.show_help(self._week()))
        self._ask(
            self.reason,
            self.week,
            about=self.tr("Påmindelserne stopper. Svarene bliver, og forløbet kan genåbnes."),
            do=self.tr("Afslut forløb"),
        )

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
        super().__init__(self.tr("Annullér målingen"))
        self._offer(reasons)
        self.reason = FormRow(self.tr("Hvorfor tæller den ikke?"), self.choice)
        self._ask(
            self.reason,
            about=self.tr("Svarene fra denne måling tæller ikke med nogen steder. Det kan ikke fortrydes."),
            do=self.tr("Annullér målingen"),
        )

    def _on_confirmed(self) -> None:
        self.confirmed.emit(self._chosen())
