# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One citizen: the next step, what was agreed, the newest measurement, and the ones before."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bip_desktop.domain.citizen import ChangeReason, Outcome, Research
from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.meeting import VoidReason
from bip_desktop.gui.pages.citizen.cards import agreement_card, handover_card, history_card, newest_card
from bip_desktop.gui.pages.citizen.change_panels import ChangePanel, ResearchPanel, VoidClosedPanel
from bip_desktop.gui.pages.citizen.panels import CloseCoursePanel, Panel, VoidPanel
from bip_desktop.gui.pages.citizen.view import CitizenView, Doing
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout, as_high_as_its_texts
from bip_desktop.gui.widgets.heading_row import HeadingRow
from bip_desktop.gui.widgets.layouts import Child, card, clear, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import FollowingArea, page_body
from bip_desktop.gui.widgets.texts import label, pill
from bip_desktop.gui.widgets.top_bar import TopBar
from bip_desktop.gui.widgets.two_columns import TwoColumns

_ROUNDS = 3
"""Texts that wrap tell their parents how high they are, who tell theirs."""


class CitizenPage(Page):
    """Shows a `CitizenView`; states what is asked for."""

    go_on_asked = Signal()
    """The primary action: start the meeting, or continue it."""
    prepare_asked = Signal()
    own_answers_asked = Signal()
    close_course_asked = Signal()
    course_closed = Signal(object, object)
    """`Outcome` or None, and the day."""
    reopen_asked = Signal()
    void_asked = Signal()
    voided = Signal(object)
    """`VoidReason` or None."""
    void_closed_asked = Signal()
    closed_voided = Signal(object, object)
    """A `MeetingId`, and a `VoidReason` or None."""
    change_asked = Signal()
    changed = Signal(bool, str, object)
    """Whether a colleague takes over, her or his name, and a `ChangeReason` or None."""
    moving_asked = Signal()
    """To a colleague's computer."""
    research_asked = Signal()
    research_chosen = Signal(object)
    """`Research` or None."""
    rights_asked = Signal()
    undo_asked = Signal()
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.back = button(self.tr("← Mine borgere"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.bar = TopBar("", "", lock, back=self.back, note=self.tr("Gemt lokalt, krypteret ✓"))
        self.panel: Panel | None = None
        self._first_name = ""
        self._slot = column()
        self._body: FollowingArea | None = None
        self._outer: QVBoxLayout = column(self.bar)
        self.setLayout(self._outer)

    def show_citizen(self, view: CitizenView) -> None:
        """Shows the citizen, in the place of what was there."""
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self.setAccessibleName(view.name)
        self._first_name = view.first_name
        self.panel = None
        self._slot = column()
        self._body = page_body(self._content(view), foot=28)
        self._outer.addWidget(as_high_as_its_texts(self._body), 1)
        if self.isVisible() and self.first is not None:
            self.first.setFocus()

    def ask_outcome(self, outcomes: Sequence[tuple[str, Outcome]], today: date) -> None:
        """Asks how the course ended, in the page."""
        panel = CloseCoursePanel(outcomes, today)
        panel.confirmed.connect(self.course_closed)
        self._show_panel(panel)

    def ask_void_reason(self, reasons: Sequence[tuple[str, VoidReason]]) -> None:
        """Asks why the measurement does not count, in the page."""
        panel = VoidPanel(reasons)
        panel.confirmed.connect(self.voided)
        self._show_panel(panel)

    def ask_void_closed(
        self, meetings: Sequence[tuple[str, MeetingId]], reasons: Sequence[tuple[str, VoidReason]]
    ) -> None:
        """Asks which closed measurement does not count, and why."""
        panel = VoidClosedPanel(meetings, reasons)
        panel.confirmed.connect(self.closed_voided)
        self._show_panel(panel)

    def ask_change(self, colleagues: Sequence[str], reasons: Sequence[tuple[str, ChangeReason]], source: str) -> None:
        """Asks about a change of caseworker; `source` is where the finding stands."""
        panel = ChangePanel(self._first_name, colleagues, reasons, source)
        panel.confirmed.connect(self.changed)
        self._show_panel(panel)

    def ask_research(self, answers: Sequence[tuple[str, Research]], before: Research) -> None:
        """Asks what the citizen says to research now."""
        panel = ResearchPanel(self._first_name, answers, before)
        panel.confirmed.connect(self.research_chosen)
        self._show_panel(panel)

    def show_problem(self, text: str) -> None:
        """Says at the choice what is wrong with it."""
        if self.panel is not None:
            self.panel.show_problem(text)

    # -- inside -----------------------------------------------------------------------------------------------------

    def _content(self, view: CitizenView) -> QVBoxLayout:
        doing = view.doing
        self.primary = button(doing.primary, "primary", self.go_on_asked.emit)
        self.prepare = button(doing.secondary, "secondary", self.prepare_asked.emit)
        self.start_again = button(doing.quiet, "secondary", self.go_on_asked.emit)
        for other in (self.prepare, self.start_again):
            other.setMinimumHeight(self.primary.sizeHint().height())
        self.own_answers = button(self.tr("Dine svar (S2–S12)"), "link", self.own_answers_asked.emit)
        self.reopen = button(self.tr("Genåbn forløbet"), "secondary", self.reopen_asked.emit)
        self.undo = button(self.tr("Fortryd"), "secondary", self.undo_asked.emit)
        tools = [
            shown
            for shown, text in (
                (self.prepare, doing.secondary),
                (self.start_again, doing.quiet),
                (self.primary, doing.primary),
            )
            if text
        ]
        # The keyboard begins at the name: it is read aloud first, and a held Enter starts no meeting.
        self.first = name = label(view.name, "title")
        self.remark = label(doing.remark)
        facts: list[Child] = [name, label(view.facts, "muted")]
        if doing.is_due:
            facts += [6, row(pill(self.tr("Mangler en måling")), None)]
        parts: list[Child] = [HeadingRow(column(*facts, spacing=2), *tools, spacing=12), *self._states(doing)]
        left: list[QWidget] = [newest_card(view.newest, self.own_answers)]
        if view.handover is not None:
            left.insert(0, handover_card(view.handover, view.first_name))
        right = [agreement_card(view.agreement, view.first_name), history_card(view.history)]
        columns = TwoColumns(column(*left, spacing=16), column(*right, spacing=16), shares=(1, 1), spacing=16)
        parts += [12, self._slot, columns]
        links = self._links(view)
        if links:
            parts += [12, FlowLayout(*links, spacing=18)]
        return column(*parts)

    def _links(self, view: CitizenView) -> list[QWidget]:
        """What is seldom done, quietly at the foot."""
        doing = view.doing
        self.change = button(self.tr("Skift af sagsbehandler …"), "link", self.change_asked.emit)
        self.moving = button(self.tr("Giv til en anden computer …"), "link", self.moving_asked.emit)
        self.research = button(self.tr("{0} …").format(view.research), "link", self.research_asked.emit)
        self.rights = button(self.tr("Rettigheder og arkiv …"), "link", self.rights_asked.emit)
        self.close_course = button(self.tr("Afslut forløb …"), "link", self.close_course_asked.emit)
        self.void = button(self.tr("Annullér målingen …"), "link", self.void_asked.emit)
        self.void_closed = button(self.tr("Annullér en måling …"), "link", self.void_closed_asked.emit)
        return [
            link
            for link, can in (
                (self.change, doing.can_change),
                (self.moving, doing.can_change),
                (self.research, doing.can_change),
                (self.rights, doing.can_change),
                (self.close_course, doing.can_close),
                (self.void, doing.can_void),
                (self.void_closed, doing.can_void_closed and not doing.can_void),
            )
            if can
        ]

    def _states(self, doing: Doing) -> list[Child]:
        parts: list[Child] = []
        for text, way in ((doing.done, self.undo), (doing.closed, self.reopen)):
            if text:
                line = row(label(text, "strong"), way, spacing=16)
                line.setStretch(0, 1)
                parts += [14, card(line, kind="true", margins=(24, 12, 16, 12))]
        return [*parts, 10, self.remark] if doing.remark else parts

    def _show_panel(self, panel: Panel) -> None:
        clear(self._slot)
        self.panel = panel
        panel.undone.connect(self._on_undone)
        self._slot.addWidget(panel)
        self._slot.addSpacing(16)
        panel.begin()
        # The links that ask stand at the foot, the question above: whole once the layout has given it its place.
        QTimer.singleShot(0, panel, lambda: self._bring_into_sight(panel))

    def _bring_into_sight(self, panel: Panel) -> None:
        if self._body is None or self.panel is not panel:
            return
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._body.bring_into_sight(panel)

    def _on_undone(self) -> None:
        clear(self._slot)
        self.panel = None
        if self.first is not None:
            self.first.setFocus()
