# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Step 6: at most three goals in the citizen's own words, who does what by when, and the next meeting."""

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from bip_desktop.domain.agreement import MOST_GOALS, Agreement, Task, Who
from bip_desktop.gui import theme
from bip_desktop.gui.formatting import long_date, whose
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.form_rows import text_field
from bip_desktop.gui.widgets.layouts import card, column, row, scrolled, show_if
from bip_desktop.gui.widgets.texts import label, pill

_MOST_TASKS = 6


class _TaskRow(QWidget):
    """Who does what by when."""

    changed = Signal()

    def __init__(self, names: Sequence[tuple[Who, str]], task: Task | None, today: date) -> None:
        super().__init__()
        look = theme.current()
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Hvem"))
        for who, name in names:
            self.who.addItem(name, who)
        self.what = text_field(placeholder=self.tr("gør hvad?"))
        self.what.setAccessibleName(self.tr("Hvad"))
        self.by = QDateEdit()
        self.by.setCalendarPopup(True)
        self.by.setAccessibleName(self.tr("Senest"))
        self.by.setDisplayFormat("dd.MM.yyyy")
        # The day before the first that can be meant stands for none.
        first = min(today, task.by) if task is not None and task.by is not None else today
        self.by.setMinimumDate(QDate(first.year, first.month, first.day).addDays(-1))
        self.by.setSpecialValueText(self.tr("ingen frist"))
        if task is not None:
            self.who.setCurrentIndex([who for who, _ in names].index(task.who))
            self.what.setText(task.what)
            if task.by is not None:
                self.by.setDate(QDate(task.by.year, task.by.month, task.by.day))
        for field in (self.who, self.what, self.by):
            field.setMinimumHeight(look.px(44))
        self.who.setMinimumWidth(look.px(130))
        self.by.setMinimumWidth(look.px(160))
        box = row(self.who, self.what, self.by, spacing=8)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.who.activated.connect(lambda _: self.changed.emit())
        self.what.editingFinished.connect(self.changed)
        self.by.dateChanged.connect(lambda _: self.changed.emit())

    def task(self) -> Task:
        """What the row says."""
        day = self.by.date()
        by = None if day == self.by.minimumDate() else date(day.year(), day.month(), day.day())
        return Task(Who(self.who.currentData()), self.what.text(), by)


class AgreementView(QWidget):
    """States the whole agreement whenever something in it has changed."""

    changed = Signal(object)
    """An `Agreement`."""
    print_asked = Signal()
    close_asked = Signal()

    def __init__(
        self,
        citizen: str,
        caseworker: str,
        agreement: Agreement,
        chosen: Sequence[str],
        *,
        today: date,
        suggested: datetime,
    ) -> None:
        super().__init__()
        look = theme.current()
        self._today = today
        self._names = ((Who.CITIZEN, citizen), (Who.CASEWORKER, caseworker), (Who.OTHER, self.tr("En anden")))
        self.goals: list[QLineEdit] = []
        goals = column(label(self.tr("Det vil jeg gerne nå"), "section"), spacing=8)
        goals.addWidget(label(self.tr("Med {0} egne ord. Højst tre.").format(whose(citizen)), "small"))
        for number in range(MOST_GOALS):
            field = text_field(most=160)
            field.setAccessibleName(self.tr("Mål {0}").format(number + 1))
            field.setMinimumHeight(look.px(44))
            field.setText(agreement.goals[number] if number < len(agreement.goals) else "")
            field.editingFinished.connect(self._on_changed)
            self.goals.append(field)
            goals.addWidget(field)
        self.tasks: list[_TaskRow] = []
        self._task_box: QVBoxLayout = column(spacing=8)
        self.more = button(self.tr("+ En aftale mere"), "link", self._on_more)
        tasks = column(label(self.tr("Hvem gør hvad?"), "section"), self._task_box, row(self.more, None), spacing=8)
        for task in agreement.tasks or (None,):
            self._add(task)
        parts: list[QWidget] = []
        if chosen:
            pills = row(label(self.tr("I har valgt:"), "strong", wrap=False), *(pill(each) for each in chosen), None)
            pills.setSpacing(8)
            parts.append(card(pills, margins=(20, 10, 20, 10)))
        parts += [card(goals), card(tasks), card(self._meeting(agreement, suggested))]
        self.paper = button(self.tr("Gem som PDF"), "secondary", self.print_asked.emit)
        self.end = button(self.tr("Afslut samtalen"), "primary", self.close_asked.emit)
        foot = row(label(self.tr("Aftalen er ikke en afgørelse."), "muted"), None, self.paper, self.end, spacing=12)
        whole = column(
            label(self.tr("Vores aftale"), "title"), 10, scrolled(column(*parts, None, spacing=10)), 10, foot
        )
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _meeting(self, agreement: Agreement, suggested: datetime) -> QVBoxLayout:
        look = theme.current()
        self._planned = agreement.next_meeting
        moment = agreement.next_meeting or suggested
        self.day = QDateEdit(QDate(moment.year, moment.month, moment.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd.MM.yyyy")
        self.day.setAccessibleName(self.tr("Dato for næste samtale"))
        self.hour = QTimeEdit(QTime(moment.hour, moment.minute))
        self.hour.setDisplayFormat("HH.mm")
        self.hour.setAccessibleName(self.tr("Klokkeslæt for næste samtale"))
        for field in (self.day, self.hour):
            field.setMinimumHeight(look.px(44))
        self.plan = button(self.tr("Aftal denne tid"), "secondary", self._on_plan)
        self.planned = label("", "strong", wrap=False)
        self.hour.setMinimumWidth(look.px(96))
        self._show_planned()
        self.day.dateChanged.connect(lambda _: self._on_plan())
        self.hour.timeChanged.connect(lambda _: self._on_plan())
        line = row(self.day, self.hour, self.plan, self.planned, None, spacing=8)
        return column(label(self.tr("Næste samtale"), "section"), line, spacing=8)

    def begin(self) -> None:
        """Takes the keyboard to the first goal."""
        self.goals[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def agreement(self) -> Agreement:
        """What the page says now."""
        return Agreement(
            goals=tuple(text for field in self.goals if (text := field.text().strip())),
            tasks=tuple(task for each in self.tasks if (task := each.task()).what.strip()),
            next_meeting=self._planned,
        )

    def _add(self, task: Task | None) -> _TaskRow:
        made = _TaskRow(self._names, task, self._today)
        made.changed.connect(self._on_changed)
        self.tasks.append(made)
        self._task_box.addWidget(made)
        show_if(self.more, len(self.tasks) < _MOST_TASKS)
        return made

    def _on_more(self) -> None:
        self._add(None).what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_plan(self) -> None:
        day, hour = self.day.date(), self.hour.time()
        self._planned = datetime.combine(date(day.year(), day.month(), day.day()), time(hour.hour(), hour.minute()))
        self._show_planned()
        self._on_changed()

    def _show_planned(self) -> None:
        moment = self._planned
        self.planned.setText(
            self.tr("Aftalt: {0} kl. {1}").format(long_date(moment.date()), moment.strftime("%H.%M")) if moment else ""
        )

    def _on_changed(self) -> None:
        self.changed.emit(self.agreement())
