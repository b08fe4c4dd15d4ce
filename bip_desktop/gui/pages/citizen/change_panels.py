# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Questions for what is changed outside a meeting: another caseworker, a measurement that does not count, research."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from bip_desktop.domain.citizen import ChangeReason, Research
from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.meeting import VoidReason
from bip_desktop.gui import theme
from bip_desktop.gui.pages.citizen.panels import Panel, choice_box
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.gui.widgets.layouts import Child, card, column, show_if
from bip_desktop.gui.widgets.texts import label


class ChangePanel(Panel):
    """Another caseworker: which way, who and why. Before a change that could be avoided, what was found is shown."""

    confirmed = Signal(bool, str, object)
    """Whether a colleague takes over (else she did), the colleague's name, and a `ChangeReason` or None."""

    def __init__(
        self, name: str, colleagues: Sequence[str], reasons: Sequence[tuple[str, ChangeReason]], source: str
    ) -> None:
        super().__init__(self.tr("Skift af sagsbehandler"))
        self.way = choice_box()
        self.way.addItems(
            [
                self.tr("En kollega overtager {0} fra mig").format(name),
                self.tr("Jeg har overtaget {0} fra en kollega").format(name),
            ]
        )
        self.way.setCurrentIndex(0)
        self.colleague = QComboBox()
        self.colleague.setEditable(True)
        self.colleague.addItems(list(colleagues))
        self.colleague.setCurrentIndex(-1)
        self.colleague.setMaximumWidth(theme.current().px(420))
        field = self.colleague.lineEdit()
        if field is not None:
            field.setMaxLength(200)
            field.setPlaceholderText(self.tr("Vælg eller skriv et navn"))
        self._offer(reasons)
        self.who = FormRow(self.tr("Hvilken kollega?"), self.colleague)
        self.reason = FormRow(self.tr("Hvorfor?"), self.choice)
        self.finding = card(
            column(
                label(self.tr("Kan skiftet undgås?"), "strong"),
                2,
                label(
                    self.tr(
                        "I BIP hænger hvert skift sammen med omkring en femtedel lavere chance for job inden for et "
                        "år. Det siger ikke, hvad der var årsagen, og ikke, hvordan det går {0}."
                    ).format(name)
                ),
                4,
                label(source, "small"),
            ),
            kind="tile",
            margins=(16, 10, 16, 12),
        )
        self.finding.hide()
        self.choice.currentIndexChanged.connect(self._on_reason)
        self._ask(
            FormRow(self.tr("Hvad er sket?"), self.way),
            self.who,
            self.reason,
            self.finding,
            about=self.tr(
                "Ugen og grunden bliver gemt. Overtager en kollega, står {0} ikke længere på din liste."
            ).format(name),
            do=self.tr("Gem skiftet"),
        )

    def begin(self) -> None:
        """Takes the keyboard to the first field."""
        self.way.setFocus()

    def show_problem(self, text: str) -> None:
        """Says it at the name where that is missing, else at the reason."""
        (self.reason if self.colleague.currentText().strip() else self.who).show_problem(text)

    def _on_reason(self) -> None:
        reason = self._chosen()
        show_if(self.finding, isinstance(reason, ChangeReason) and reason.avoidable)

    def _on_confirmed(self) -> None:
        self.who.show_problem("")
        self.reason.show_problem("")
        self.confirmed.emit(self.way.currentIndex() == 0, self.colleague.currentText(), self._chosen())


class VoidClosedPanel(Panel):
    """A closed measurement that does not count, and why."""

    confirmed = Signal(object, object)
    """The `MeetingId`, and a `VoidReason` or None."""

    def __init__(self, meetings: Sequence[tuple[str, MeetingId]], reasons: Sequence[tuple[str, VoidReason]]) -> None:
        super().__init__(self.tr("Annullér en måling"))
        self._meetings = [meeting_id for _, meeting_id in meetings]
        self.which = choice_box()
        self.which.addItems([text for text, _ in meetings])
        self.which.setCurrentIndex(0)
        self._offer(reasons)
        self.reason = FormRow(self.tr("Hvorfor tæller den ikke?"), self.choice)
        parts: list[FormRow] = [FormRow(self.tr("Hvilken måling?"), self.which), self.reason]
        self._ask(
            *parts,
            about=self.tr(
                "Den tæller ikke med nogen steder. Er den sendt til forskning, bliver den trukket tilbage næste gang, "
                "der sendes."
            ),
            do=self.tr("Annullér målingen"),
        )

    def begin(self) -> None:
        """Takes the keyboard to the first field."""
        self.which.setFocus()

    def _on_confirmed(self) -> None:
        self.confirmed.emit(self._meetings[self.which.currentIndex()], self._chosen())


class ResearchPanel(Panel):
    """What the citizen says to research now."""

    confirmed = Signal(object)
    """`Research` or None."""

    def __init__(self, name: str, answers: Sequence[tuple[str, Research]], before: Research) -> None:
        super().__init__(self.tr("Svar til forskning"))
        self._offer(answers)
        self.reason = FormRow(self.tr("Må svarene bruges til forskning? Spørg {0}.").format(name), self.choice)
        about: list[Child] = []
        if before is Research.YES:
            about = [label(self.tr("Et nej nu trækker også det tilbage, der er sendt."), "small")]
        self._ask(
            self.reason,
            *about,
            about=self.tr("Uden navn og CPR-nummer. {0} bestemmer, og det ændrer intet i sagen.").format(name),
            do=self.tr("Gem svaret"),
        )

    def _on_confirmed(self) -> None:
        self.confirmed.emit(self._chosen())
