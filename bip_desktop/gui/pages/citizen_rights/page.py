# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Access, rectification, erasure, the copy for the archive and what the citizen was told: one card each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from bip_desktop.domain.citizen_rights import RightKind
from bip_desktop.gui.pages.citizen_rights.correcting_cards import AnswerCard, DetailsCard
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_list import ChoiceList
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.gui.widgets.layouts import Child, card, clear, column, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar

_MARGINS = (24, 18, 24, 20)


class CitizenRightsPage(Page):
    """States what is asked for."""

    access_asked = Signal()
    erasure_asked = Signal()
    archive_asked = Signal(object)
    """A `MeetingId`."""
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, name: str, details: DetailsCard, answers: AnswerCard | None) -> None:
        super().__init__(self.tr("Borgerens rettigheder"))
        self.back = button(self.tr("← Tilbage til borgeren"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.details, self.answers = details, answers
        self.said = label("", "strong")
        show_if(self.said, False)
        self.access = button(self.tr("Bed om indsigt"), "secondary", self.access_asked.emit)
        self.erasure = button(self.tr("Bed om sletning …"), "secondary", self._on_erasure)
        self.erasure_sure = button(self.tr("Ja, bed om sletning"), "primary", self._on_erasure_sure)
        self.erasure_undone = button(self.tr("Fortryd"), "quiet", lambda: self._ask_erasure(asking=False))
        self._erasure_question = label(
            self.tr("Skal alt om borgeren slettes? Teamlederen ser på det, og administratoren sletter."), "strong"
        )
        self._steps: dict[RightKind, QVBoxLayout] = {kind: column(spacing=2) for kind in RightKind}
        self.archive = button(self.tr("Gem som PDF …"), "secondary", self._on_archive)
        self.measurements = ChoiceList(self.tr("Hvilken måling?"))
        self._archive_row = FormRow(self.tr("Hvilken måling?"), self.measurements)
        self._no_archive = label(self.tr("Der er ingen afsluttet måling endnu."), "muted")
        self.told = column(spacing=2)
        heading = column(label(self.tr("Borgerens rettigheder"), "title"), label(name, "muted"), spacing=2)
        cards: list[QWidget] = [
            self._card(
                self.tr("Indsigt"),
                self.tr(
                    "Borgeren kan få en kopi af alt, hvad I har om borgeren i BIP, og se, hvornår det er brugt. "
                    "Teamlederen godkender, og administratoren gemmer den som PDF og som fil."
                ),
                self._steps[RightKind.ACCESS],
                FlowLayout(self.access),
            ),
            details,
            *([] if answers is None else [answers]),
            self._card(
                self.tr("Arkivudskrift"),
                self.tr("Hele målingen med alle spørgsmål, svar, rettelser og aftalen, til sagen i jeres arkiv."),
                column(self._archive_row, self._no_archive),
                FlowLayout(self.archive),
            ),
            self._card(
                self.tr("Hvad borgeren er blevet oplyst om"),
                self.tr("Teksten på velkomstsiden, hver gang den er vist."),
                self.told,
            ),
            self._card(
                self.tr("Sletning"),
                self.tr(
                    "Alt om borgeren forsvinder for altid, også fra sikkerhedskopier, der hentes frem. "
                    "Loven kan kræve, at oplysninger bliver gemt: spørg, hvis du er i tvivl."
                ),
                self._steps[RightKind.ERASURE],
                self._erasure_question,
                FlowLayout(self.erasure, self.erasure_sure, self.erasure_undone, spacing=10),
            ),
        ]
        body = column(heading, self.said, *cards, spacing=14)
        self.setLayout(column(TopBar("", "", lock, back=self.back), page_body(body, widest=860, foot=28)))
        self._ask_erasure(asking=False)
        self.first = self.back

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_steps(self, kind: RightKind, steps: Sequence[str], *, is_under_way: bool) -> None:
        """How far it has come; what is under way is not asked for again."""
        _fill(self._steps[kind], steps, self.tr("Der er ikke bedt om det."))
        asks = {RightKind.ACCESS: self.access, RightKind.ERASURE: self.erasure}[kind]
        show_if(asks, not is_under_way)

    def show_told(self, lines: Sequence[str]) -> None:
        """When the citizen was shown which text."""
        _fill(self.told, lines, self.tr("Teksten er ikke vist endnu."))

    def show_measurements(self, choices: Sequence[tuple[str, object]]) -> None:
        """Which measurements there are to archive."""
        self.measurements.offer(choices)
        show_if(self._archive_row, bool(choices))
        show_if(self._no_archive, not choices)
        self.archive.setEnabled(bool(choices))

    def say(self, text: str) -> None:
        """Says what was done."""
        self.said.setText(text)
        show_if(self.said, bool(text))

    def ask_target(self, name: str) -> Path | None:
        """Where to put the copy: a person decides. The proposed name says nothing about the citizen."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Gem arkivudskriften"), str(Path(documents) / name), "PDF (*.pdf)"
        )
        if not chosen:
            return None
        target = Path(chosen)
        return target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")

    # -- parts ------------------------------------------------------------------------------------------------------

    def _card(self, heading: str, about: str, *parts: Child) -> QWidget:
        content = column(label(heading, "section"), label(about, "muted"), *parts, spacing=8)
        return card(content, margins=_MARGINS)

    def _on_archive(self) -> None:
        meeting = self.measurements.chosen
        if meeting is not None:
            self.archive_asked.emit(meeting)

    def _on_erasure(self) -> None:
        self._ask_erasure(asking=True)
        self.erasure_undone.setFocus()

    def _on_erasure_sure(self) -> None:
        self._ask_erasure(asking=False)
        self.erasure_asked.emit()

    def _ask_erasure(self, *, asking: bool) -> None:
        for each in (self._erasure_question, self.erasure_sure, self.erasure_undone):
            show_if(each, asking)
        show_if(self.erasure, not asking)


def _fill(box: QVBoxLayout, lines: Sequence[str], nothing: str) -> None:
    clear(box)
    for line in lines:
        box.addWidget(label(line))
    if not lines:
        box.addWidget(label(nothing))
