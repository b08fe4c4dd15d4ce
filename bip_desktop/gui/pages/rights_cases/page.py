# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A card for each case, with the step that is the reader's own; what is done stands in a table below."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QVBoxLayout

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.layouts import Child, card, clear, column, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar

_MARGINS = (24, 18, 24, 20)


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case under way."""

    case_id: str
    heading: str
    who: str
    steps: Sequence[str]
    do: str
    """What the next step's button says; empty where it is somebody else's."""
    sure: str
    """What is asked before it is done; empty where nothing is."""


class RightsCasesPage(Page):
    """States which case's next step is taken."""

    step_asked = Signal(str)
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Borgernes rettigheder"))
        self.back = button(self.tr("← Administration"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.steps: dict[str, QPushButton] = {}
        self.sure: QPushButton | None = None
        """The button that does what cannot be taken back, while it is asked."""
        self.said = label("", "strong")
        show_if(self.said, False)
        self._cards = column(spacing=14)
        self.done = ReadingTable(
            self.tr("Afsluttede sager"), [self.tr("Sag"), self.tr("Borger"), self.tr("Hvornår og hvem")]
        )
        self._done_card = card(column(label(self.tr("Afsluttet"), "section"), 8, self.done), margins=_MARGINS)
        heading = column(
            label(self.tr("Borgernes rettigheder"), "title"),
            label(
                self.tr(
                    "Sagsbehandleren beder om det, teamlederen godkender, og administratoren udfører det. "
                    "En sletning kræver to personer."
                ),
                "muted",
            ),
            spacing=2,
        )
        body = column(heading, self.said, self._cards, self._done_card, spacing=14)
        self.setLayout(column(TopBar("", "", lock, back=self.back), page_body(body, widest=860, foot=28)))
        self.first = self.back

    def show_cases(self, views: Sequence[CaseView], done: Sequence[Sequence[str]]) -> None:
        """Shows these in the place of those before."""
        clear(self._cards)
        self.steps, self.sure = {}, None
        for view in views:
            self._cards.addWidget(self._card(view))
        if not views:
            self._cards.addWidget(card(column(label(self.tr("Der er ingen sager i gang."))), margins=_MARGINS))
        self.done.show_rows(done)
        show_if(self._done_card, bool(done))

    def say(self, text: str) -> None:
        """Says what was done, or is being done."""
        self.said.setText(text)
        show_if(self.said, bool(text))

    def ask_folder(self) -> Path | None:
        """Where to put the two files of an access: a person decides."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Hvor skal indsigten gemmes?"), documents)
        return Path(chosen) if chosen else None

    def _card(self, view: CaseView) -> QFrame:
        parts: list[Child] = [label(view.heading, "section"), label(view.who, "strong")]
        parts += [label(step, "muted") for step in view.steps]
        if view.do:
            slot = column()
            made = button(view.do, "secondary", partial(self._on_step, view, slot))
            self.steps[view.case_id] = made
            slot.addLayout(FlowLayout(made))
            parts += [6, slot]
        return card(column(*parts, spacing=4), margins=_MARGINS)

    def _on_step(self, view: CaseView, slot: QVBoxLayout) -> None:
        if not view.sure:
            self.step_asked.emit(view.case_id)
            return
        self.steps[view.case_id].hide()
        self.sure = button(view.do.rstrip(" …"), "primary", partial(self.step_asked.emit, view.case_id))
        undo = button(self.tr("Fortryd"), "quiet", partial(self._on_undone, view.case_id))
        self._question = QFrame()
        self._question.setLayout(column(label(view.sure, "strong"), FlowLayout(self.sure, undo, spacing=10), spacing=8))
        slot.addWidget(self._question)
        undo.setFocus()

    def _on_undone(self, case_id: str) -> None:
        self._question.hide()
        self._question.deleteLater()
        self.sure = None
        self.steps[case_id].show()
        self.steps[case_id].setFocus()
