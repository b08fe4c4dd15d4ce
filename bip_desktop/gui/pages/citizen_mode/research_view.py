# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""May the answers be used for research? Asked of the citizen alone with the screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bip_desktop.domain.citizen import Research
from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_buttons import AnswerButton
from bip_desktop.gui.widgets.choice_row import ChoiceRow, Side
from bip_desktop.gui.widgets.default_view import DefaultView
from bip_desktop.gui.widgets.flow import as_high_as_its_texts
from bip_desktop.gui.widgets.layouts import column, row
from bip_desktop.gui.widgets.page_body import FollowingArea
from bip_desktop.gui.widgets.texts import label


class ResearchView(DefaultView):
    """Yes, no, or go on without answering, which counts as no."""

    answered = Signal(object)
    """A `Research`."""
    on_asked = Signal()

    def __init__(self, caseworker: str) -> None:
        super().__init__()
        self.choices = {
            Research.YES: AnswerButton(self.tr("Ja, mine svar må bruges"), ChoiceRow(Side.CITIZEN)),
            Research.NO: AnswerButton(self.tr("Nej, det vil jeg ikke"), ChoiceRow(Side.CITIZEN)),
        }
        for answer, made in self.choices.items():
            made.clicked.connect(lambda _=False, which=answer: self.answered.emit(which))
        facts = "\n".join(
            (
                self.tr("Forskerne får dine svar uden navn og uden CPR-nummer."),
                self.tr("{0} kan ikke se, hvad du vælger, mens I taler sammen.").format(caseworker),
                self.tr("Det betyder ikke noget for din sag eller dine penge."),
                self.tr("Du kan altid sige til, hvis du skifter mening."),
            )
        )
        middle = QWidget()
        middle.setMaximumWidth(theme.current().px(860))
        middle.setLayout(
            column(
                column(
                    label(self.tr("Forskning"), "citizen"),
                    8,
                    label(self.tr("Må dine svar bruges til forskning?"), "question"),
                    12,
                    label(facts),
                    margins=(5, 0, 5, 0),
                ),
                20,
                *self.choices.values(),
                None,
            )
        )
        self.on = button(self.tr("Videre →"), "citizen", self.on_asked.emit)
        self.default = self.on
        self._area = FollowingArea(row(middle, margins=(24, 24, 24, 8)))
        as_high_as_its_texts(self._area)
        whole = column(self._area, row(None, self.on, margins=(48, 6, 48, 12)))
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def show_answer(self, answer: Research, saved: str) -> None:
        """Marks what is stored; nothing while it is unasked."""
        for which, made in self.choices.items():
            made.setAutoExclusive(False)
            made.setChecked(which is answer)
            made.show_saved(saved)
            made.setAutoExclusive(True)

    def begin(self) -> None:
        """Takes the keyboard to the first choice."""
        self.choices[Research.YES].setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.verticalScrollBar().setValue(0)  # what it means is read first
