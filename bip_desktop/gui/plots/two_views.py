# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One theme as the citizen and the caseworker each see it: side by side on one scale, never averaged."""

from PySide6.QtWidgets import QFrame, QWidget

from bip_desktop.domain.progression import TwoViews
from bip_desktop.domain.questionnaire import Item, Step, Value
from bip_desktop.gui import theme, wording
from bip_desktop.gui.formatting import isolated, whose
from bip_desktop.gui.plots.legend import Legend, Marker, explained
from bip_desktop.gui.plots.scale_line import Mark, ScaleLine, ScaleWords
from bip_desktop.gui.plots.scale_rows import ScaleRow
from bip_desktop.gui.plots.sentences import first_word, tell_each_other, two_views_sentence
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.layouts import column, row, show_if
from bip_desktop.gui.widgets.texts import label, pill


class PairCard(QFrame):
    """One theme with both marks. Its accessible name is the sentence that says the same."""

    def __init__(self, view: TwoViews, citizen: str, caseworker: str, language: str) -> None:
        super().__init__()
        look = theme.current()
        self.view = view
        self.setProperty("card", "true")
        sides = (
            (view.citizen_item, view.citizen, "citizen", first_word(citizen)),
            (view.caseworker_item, view.caseworker, "caseworker", first_word(caseworker)),
        )
        self.line = ScaleLine(
            tuple(Mark(value.step, role, who[:1].upper()) for _, value, role, who in sides if isinstance(value, Step))
        )
        without = [_said(item, value, role, who, language) for item, value, role, who in sides if _is_missing(value)]
        below: QWidget | None = None
        self.prompt = pill(tell_each_other()) if view.worth_telling else None
        if self.prompt is not None:
            self.prompt.setStyleSheet(f"border-radius: {look.px(11)}px;")
            below = self.prompt
        elif without:
            below = QWidget()
            below.setLayout(row(*without, spacing=look.px(20)))
        self.row = ScaleRow(wording.name(view.citizen_item, language), self.line, below=below)
        self.setLayout(column(self.row, margins=(look.px(20), look.px(9), look.px(20), look.px(9))))
        self.setAccessibleName(
            two_views_sentence(view, isolated(first_word(citizen)), isolated(first_word(caseworker)), language)
        )


def _is_missing(value: Value) -> bool:
    return not isinstance(value, Step)


def _said(item: Item, value: Value, role: str, who: str, language: str) -> QWidget:
    words = wording.value_words(item, value, language)
    return explained(f"{isolated(who)}: {words[:1].lower()}{words[1:]}", Marker(role, who[:1].upper()))


class TwoViewsPicture(QWidget):
    """The pairs, all together or one at a time, with the words of their scale below once."""

    def __init__(self, views: tuple[TwoViews, ...], citizen: str, caseworker: str, language: str) -> None:
        super().__init__()
        look = theme.current()
        self.cards = tuple(PairCard(view, citizen, caseworker, language) for view in views)
        self._words: list[tuple[range, QWidget]] = []
        self._alone: int | None = None
        box = column(spacing=look.px(10))
        first = 0
        for place, (view, each) in enumerate(zip(views, self.cards, strict=True)):
            box.addWidget(each)
            ending = place + 1 == len(views) or views[place + 1].citizen_item.scale != view.citizen_item.scale
            if ending:
                words = ScaleRow("", ScaleWords(view.citizen_item.scale, language))
                words.setContentsMargins(look.px(20), 0, look.px(20), 0)
                self._words.append((range(first, place + 1), words))
                box.addWidget(words)
                first = place + 1
        self.legend = Legend(
            *(
                explained(self.tr("{0} svar").format(whose(first_word(who))), Marker(role, who[:1].upper()))
                for role, who in (("citizen", citizen), ("caseworker", caseworker))
            )
        )
        self.toggle = button(self.tr("Én ad gangen"), "link", self._on_toggled)
        self.previous = button("←", "quiet", lambda: self._go(-1))
        self.previous.setAccessibleName(self.tr("Forrige område"))
        self.next = button("→", "quiet", lambda: self._go(1))
        self.next.setAccessibleName(self.tr("Næste område"))
        self.place = label("", "muted", wrap=False)
        ways = QWidget()
        ways.setLayout(row(self.previous, self.place, self.next, self.toggle, spacing=look.px(10)))
        foot = FlowRow(self.legend, ways, spacing=look.px(10), parted=True)
        self.setLayout(column(box, foot, None, spacing=look.px(8)))
        self._show()

    @property
    def one_at_a_time(self) -> bool:
        """Whether only one theme is on the screen."""
        return self._alone is not None

    def _on_toggled(self) -> None:
        self._alone = 0 if self._alone is None else None
        self._show()

    def _go(self, way: int) -> None:
        if self._alone is not None:
            self._alone = max(0, min(len(self.cards) - 1, self._alone + way))
            self._show()

    def _show(self) -> None:
        alone = self._alone
        for place, each in enumerate(self.cards):
            show_if(each, alone is None or place == alone)
        for places, words in self._words:
            show_if(words, alone is None or alone in places)
        for widget in (self.previous, self.place, self.next):
            show_if(widget, alone is not None)
        if alone is not None:
            self.place.setText(self.tr("{0} af {1}").format(alone + 1, len(self.cards)))
            self.previous.setEnabled(alone > 0)
            self.next.setEnabled(alone + 1 < len(self.cards))
        self.toggle.setText(self.tr("Én ad gangen") if alone is None else self.tr("Vis alle"))
        show_if(self.toggle, len(self.cards) > 1)
