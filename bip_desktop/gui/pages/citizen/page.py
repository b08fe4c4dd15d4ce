# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One citizen: the next step, what was agreed, the newest measurement, and the ones before."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bip_desktop.domain.citizen import Outcome
from bip_desktop.domain.meeting import VoidReason
from bip_desktop.gui.pages.citizen.cards import agreement_card, handover_card, history_card, newest_card
from bip_desktop.gui.pages.citizen.panels import CloseCoursePanel, Panel, VoidPanel
from bip_desktop.gui.pages.citizen.view import CitizenView, Doing
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.heading_row import HeadingRow
from bip_desktop.gui.widgets.layouts import Child, card, clear, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import FollowingArea, page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar
from bip_desktop.gui.widgets.two_columns import TwoColumns


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
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.back = button(self.tr("← Mine borgere"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.bar = TopBar("", "", lock, back=self.back, note=self.tr("Gemt lokalt, krypteret ✓"))
        self.panel: Panel | None = None
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
        self.panel = None
        self._slot = column()
        self._body = page_body(self._content(view), foot=28)
        self._outer.addWidget(self._body, 1)
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

    def show_problem(self, text: str) -> None:
        """Says at the choice what is wrong with it."""
        if isinstance(self.panel, CloseCoursePanel):
            self.panel.outcome.show_problem(text)
        elif isinstance(self.panel, VoidPanel):
            self.panel.reason.show_problem(text)

    # -- inside -----------------------------------------------------------------------------------------------------

    def _content(self, view: CitizenView) -> QVBoxLayout:
        doing = view.doing
        self.primary = button(doing.primary, "primary", self.go_on_asked.emit)
        self.prepare = button(doing.secondary, "secondary", self.prepare_asked.emit)
        self.prepare.setMinimumHeight(self.primary.sizeHint().height())
        self.own_answers = button(self.tr("Dine svar (S2–S12)"), "link", self.own_answers_asked.emit)
        self.close_course = button(self.tr("Afslut forløb …"), "link", self.close_course_asked.emit)
        self.void = button(self.tr("Annullér målingen …"), "link", self.void_asked.emit)
        self.reopen = button(self.tr("Genåbn forløbet"), "secondary", self.reopen_asked.emit)
        tools = [shown for shown, text in ((self.prepare, doing.secondary), (self.primary, doing.primary)) if text]
        # The keyboard begins at the name: it is read aloud first, and a held Enter starts no meeting.
        self.first = name = label(view.name, "title")
        title = column(name, label(view.facts, "muted"), spacing=2)
        self.remark = label(doing.remark)
        parts: list[Child] = [HeadingRow(title, *tools, spacing=12), *self._states(doing), 12, self._slot]
        left: list[QWidget] = [newest_card(view.newest, self.own_answers)]
        if view.handover is not None:
            left.insert(0, handover_card(view.handover, view.first_name))
        right = [agreement_card(view.agreement, view.first_name), history_card(view.history)]
        parts.append(TwoColumns(column(*left, spacing=16), column(*right, spacing=16), shares=(1, 1), spacing=16))
        links = [link for link, can in ((self.close_course, doing.can_close), (self.void, doing.can_void)) if can]
        if links:
            parts += [12, FlowLayout(*links, spacing=18)]
        return column(*parts)

    def _states(self, doing: Doing) -> list[Child]:
        if doing.closed:
            line = row(label(doing.closed, "strong"), self.reopen, spacing=16)
            line.setStretch(0, 1)
            return [14, card(line, kind="true", margins=(24, 12, 16, 12))]
        return [10, self.remark] if doing.remark else []

    def _show_panel(self, panel: Panel) -> None:
        clear(self._slot)
        self.panel = panel
        panel.undone.connect(self._on_undone)
        self._slot.addWidget(panel)
        self._slot.addSpacing(16)
        panel.begin()

    def _on_undone(self) -> None:
        clear(self._slot)
        self.panel = None
        if self.first is not None:
            self.first.setFocus()
