# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Step 6: at most three goals in the citizen's own words, who does what by when, and the next meeting."""

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from bip_desktop.domain.agreement import MOST_GOALS, Agreement, Task, Who
from bip_desktop.gui import theme
from bip_desktop.gui.formatting import day_and_clock, whose
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowingLabel, as_high_as_its_texts
from bip_desktop.gui.widgets.flow_row import FlowRow, trailing
from bip_desktop.gui.widgets.form_rows import text_field
from bip_desktop.gui.widgets.layouts import card, column, scrolled, show_if
from bip_desktop.gui.widgets.note_panel import NotePanel
from bip_desktop.gui.widgets.scrolling import show_whole
from bip_desktop.gui.widgets.task_row import TaskRow
from bip_desktop.gui.widgets.texts import label

_MOST_TASKS = 6


class AgreementView(QWidget):
    """States the whole agreement whenever something in it has changed."""

    changed = Signal(object)
    """An `Agreement`."""
    print_asked = Signal()
    """On paper, at a printer."""
    file_asked = Signal()
    """As a PDF."""
    note_asked = Signal()
    phone_changed = Signal(str)
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
        phone: str = "",
    ) -> None:
        super().__init__()
        look = theme.current()
        self._today = today
        self._names = ((Who.CITIZEN, citizen), (Who.CASEWORKER, caseworker), (Who.OTHER, self.tr("En anden")))
        self._planned = agreement.next_meeting
        self.tasks: list[TaskRow] = []
        parts: list[QWidget] = [label(self.tr("Vores aftale"), "title")]
        if chosen:
            parts.append(label(self.tr("I har valgt: {0}").format(" + ".join(chosen)), "strong"))
        self.note = NotePanel(
            self.tr("Journalnotat"),
            self.tr("Til sagen. Uden CPR-nummer og uden svar: de ligger i BIP."),
        )
        self.note.hide()
        parts += [
            self._goals(agreement, citizen),
            self._promises(agreement),
            self._meeting(agreement, suggested),
            self._papers(phone),
            self.note,
        ]
        self.end = button(self.tr("Afslut samtalen"), "primary", self.close_asked.emit)
        foot = trailing(label(self.tr("Aftalen er ikke en afgørelse."), "muted"), self.end)
        self.area = as_high_as_its_texts(scrolled(column(*parts, None, spacing=look.px(10))))
        whole = column(self.area, look.px(10), foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    # -- its parts --------------------------------------------------------------------------------------------------

    def _goals(self, agreement: Agreement, citizen: str) -> QFrame:
        look = theme.current()
        self.goals: list[QLineEdit] = []
        box = column(label(self.tr("Det vil jeg gerne nå"), "section"), spacing=look.px(7))
        box.addWidget(label(self.tr("Med {0} egne ord. Højst tre.").format(whose(citizen)), "small"))
        for number in range(MOST_GOALS):
            field = text_field(most=160)
            field.setAccessibleName(self.tr("Mål {0}").format(number + 1))
            field.setMinimumHeight(look.px(44))
            field.setText(agreement.goals[number] if number < len(agreement.goals) else "")
            field.setCursorPosition(0)
            field.editingFinished.connect(self._on_changed)
            self.goals.append(field)
            box.addWidget(field)
        return _padded(box)

    def _promises(self, agreement: Agreement) -> QFrame:
        look = theme.current()
        self._task_box: QVBoxLayout = column(spacing=look.px(8))
        self.more = button(self.tr("+ En aftale mere"), "link", self._on_more)
        self.gone = FlowingLabel("", "muted")
        self.undo = button(self.tr("Fortryd"), "link", self._on_undo)
        self._removed: tuple[int, Task] | None = None
        title = label(self.tr("Hvem gør hvad?"), "section")
        foot = FlowRow(self.more, self.gone, self.undo, spacing=look.px(14))
        for task in agreement.tasks or (None,):
            self._add(task)
        made = _padded(column(title, self._task_box, foot, spacing=look.px(7)))
        self._show_removed()
        return made

    def _meeting(self, agreement: Agreement, suggested: datetime) -> QFrame:
        look = theme.current()
        moment = agreement.next_meeting or suggested
        self.day = QDateEdit(QDate(moment.year, moment.month, moment.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(self.tr("dd.MM.yyyy"))
        self.day.setAccessibleName(self.tr("Dato for næste samtale"))
        self.hour = QTimeEdit(QTime(moment.hour, moment.minute))
        self.hour.setDisplayFormat(self.tr("HH.mm"))
        self.hour.setAccessibleName(self.tr("Klokkeslæt for næste samtale"))
        # The style sheet's padding reaches a date, but not a time.
        for inside in self.hour.findChildren(QLineEdit):
            inside.setTextMargins(look.px(10), 0, 0, 0)
        for field, least in ((self.day, 168), (self.hour, 96)):
            field.setMinimumHeight(look.px(44))
            field.setMinimumWidth(look.px(least))
        self.plan = button(self.tr("Aftal denne tid"), "secondary", self._on_plan)
        self.planned = FlowingLabel("", "strong")
        self.planned.setMinimumHeight(look.px(44))
        self._show_planned()
        self.day.dateChanged.connect(lambda _: self._on_plan())
        self.hour.timeChanged.connect(lambda _: self._on_plan())
        line = FlowRow(self.day, self.hour, self.plan, self.planned, spacing=look.px(8))
        return _padded(column(label(self.tr("Næste samtale"), "section"), line, spacing=look.px(7)))

    def _papers(self, phone: str) -> QFrame:
        look = theme.current()
        self.printer = button(self.tr("Udskriv"), "secondary", self.print_asked.emit)
        self.paper = button(self.tr("Gem som PDF"), "secondary", self.file_asked.emit)
        self.journal = button(self.tr("Journalnotat"), "secondary", self._on_journal)
        self.phone = text_field(most=40, placeholder=self.tr("fx 12 34 56 78"))
        self.phone.setText(phone)
        self.phone.setAccessibleName(self.tr("Dit direkte nummer"))
        self.phone.setMinimumHeight(look.px(44))
        self.phone.setFixedWidth(look.px(190))
        self.phone.editingFinished.connect(lambda: self.phone_changed.emit(self.phone.text()))
        asked = FlowingLabel(self.tr("Dit direkte nummer på papiret:"), "muted")
        asked.setMinimumHeight(look.px(44))
        line = FlowRow(self.printer, self.paper, self.journal, asked, self.phone, spacing=look.px(8))
        return _padded(column(label(self.tr("Med hjem og til sagen"), "section"), line, spacing=look.px(7)))

    # -- what it says -----------------------------------------------------------------------------------------------

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

    def show_note(self, text: str) -> None:
        """Unfolds the journal note below, or puts the newest text in it."""
        self.note.show_text(text)
        if self.note.isHidden():
            show_if(self.note, wanted=True)
            self.journal.setText(self.tr("Skjul journalnotat"))
            show_whole(self.area, self.note)
            self.note.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what happens -----------------------------------------------------------------------------------------------

    def _add(self, task: Task | None, place: int | None = None) -> TaskRow:
        made = TaskRow(self._names, task, self._today)
        made.changed.connect(self._on_changed)
        made.removed.connect(lambda: self._on_removed(made))
        place = len(self.tasks) if place is None else min(place, len(self.tasks))
        self.tasks.insert(place, made)
        self._task_box.insertWidget(place, made)
        show_if(self.more, len(self.tasks) < _MOST_TASKS)
        return made

    def _on_more(self) -> None:
        self._add(None).what.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_removed()

    def _on_removed(self, gone: TaskRow) -> None:
        place, task = self.tasks.index(gone), gone.task()
        self._removed = (place, task) if task.what.strip() else None
        self.tasks.remove(gone)
        self._task_box.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        if not self.tasks:
            self._add(None)
        show_if(self.more, wanted=True)
        self._show_removed()
        if self._removed is not None:
            self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_changed()
        else:
            self.tasks[min(place, len(self.tasks) - 1)].what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        if self._removed is None:
            return
        place, task = self._removed
        if len(self.tasks) == 1 and not self.tasks[0].task().what.strip():
            empty = self.tasks.pop()
            self._task_box.removeWidget(empty)
            empty.hide()
            empty.deleteLater()
        back = self._add(task, place)
        self._removed = None
        self._show_removed()
        back.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_changed()

    def _show_removed(self) -> None:
        if self._removed is not None:
            self.gone.setText(self.tr("Fjernet: »{0}«").format(self._removed[1].what.strip()))
        # With six promises there is no room for a seventh, not even for one that comes back.
        wanted = self._removed is not None and len(self.tasks) < _MOST_TASKS
        show_if(self.gone, wanted)
        show_if(self.undo, wanted)

    def _on_journal(self) -> None:
        if self.note.isHidden():
            self.note_asked.emit()
        else:
            self.note.hide()
            self.journal.setText(self.tr("Journalnotat"))

    def _on_plan(self) -> None:
        day, hour = self.day.date(), self.hour.time()
        self._planned = datetime.combine(date(day.year(), day.month(), day.day()), time(hour.hour(), hour.minute()))
        self._show_planned()
        self._on_changed()

    def _show_planned(self) -> None:
        moment = self._planned
        self.planned.setText(self.tr("Aftalt: {0}").format(day_and_clock(moment)) if moment else "")

    def _on_changed(self) -> None:
        for field in (*self.goals, *(each.what for each in self.tasks)):
            if not field.hasFocus():
                field.setCursorPosition(0)  # what is longer than its field is read from its beginning
        self.changed.emit(self.agreement())
        if not self.note.isHidden():
            self.note_asked.emit()  # it must never say less than what is agreed


def _padded(box: QVBoxLayout) -> QFrame:
    look = theme.current()
    return card(box, margins=(look.px(20), look.px(12), look.px(20), look.px(12)))
