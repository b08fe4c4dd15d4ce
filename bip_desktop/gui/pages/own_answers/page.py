# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseworker's own answers about one citizen. No curve, no verdict."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from bip_desktop.gui.pages.own_answers.answers_table import AnswersTable
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.layouts import Child, card, column
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


@dataclass(frozen=True, slots=True)
class OwnAnswersView:
    """Questions (short name, whole question), measurements newest first, and the answers in words."""

    name: str
    questions: tuple[tuple[str, str], ...]
    measurements: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    others: str
    """That there are measurements by others, or nothing."""


class OwnAnswersPage(Page):
    """Shows the table; states that she goes back."""

    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, view: OwnAnswersView) -> None:
        super().__init__(self.tr("Dine svar om {0}").format(view.name))
        back = button(self.tr("← {0}").format(view.name), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.table: AnswersTable | None = None
        parts: list[Child] = [
            label(self.tr("Dine svar om {0}").format(view.name), "title"),
            4,
            label(
                self.tr(
                    "Siden er kun til dig. På den skærm, I ser på sammen, står kun dine svar om samarbejde, netværk, "
                    "hverdag og helbred. {0} kan bede om at se resten: det er en del af sagen."
                ).format(view.name),
                "muted",
            ),
            16,
        ]
        if view.measurements:
            self.table = AnswersTable(view.questions, view.measurements, view.answers)
            parts.append(card(column(self.table), margins=(16, 8, 16, 8)))
        else:
            parts.append(card(column(label(self.tr("Du har ikke svaret endnu."), "muted")), margins=(24, 24, 24, 24)))
        if view.others:
            parts += [10, label(view.others, "small")]
        parts += [
            18,
            card(
                column(
                    label(self.tr("Svar det, du tror."), "strong"),
                    label(self.tr("Et tal, man styrer efter, måler ikke længere noget."), "muted"),
                    spacing=2,
                ),
                kind="tile",
                margins=(0, 0, 0, 0),
            ),
        ]
        self.setLayout(
            column(
                TopBar("", "", lock, back=back, note=self.tr("Gemt lokalt, krypteret ✓")),
                page_body(column(*parts)),
            )
        )
        self.first = back
