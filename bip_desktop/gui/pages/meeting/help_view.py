# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
""" "Hvad kan hjælpe?": combinations to talk about, with why and on what ground. Nothing is preselected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.domain.suggestion import RuleTable, Suggestion, first_shown
from bip_desktop.gui import theme
from bip_desktop.gui.widgets.activity_picker import ActivityPicker
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import as_high_as_its_texts
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.layouts import card, column, scrolled, show_if
from bip_desktop.gui.widgets.scrolling import show_whole
from bip_desktop.gui.widgets.suggestion_card import SuggestionCard, shared_name
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.under_way_strip import UnderWayStrip


class HelpView(QWidget):
    """The suggestions for both to look at. `table` is None where the rules could not be read."""

    chosen = Signal(str, bool)
    """A rule's id, and whether it is chosen now."""
    own_changed = Signal(object)
    """A frozenset of activities: the two people's own proposal."""
    dropped_changed = Signal(object)
    """A frozenset of the activities under way that stop."""
    shown = Signal(list)
    """Every rule id on the screen, when another one has come."""

    def __init__(
        self,
        suggestions: tuple[Suggestion, ...],
        table: RuleTable | None,
        under_way: tuple[int, ...] | None,
        chosen: frozenset[str],
        own: frozenset[int],
        dropped: frozenset[int],
        instrument: Instrument,
        language: str,
    ) -> None:
        super().__init__()
        look = theme.current()
        self._table, self._instrument, self._language, self._chosen = table, instrument, language, chosen
        self.cards: list[SuggestionCard] = []
        self._slot = QVBoxLayout()
        self._slot.setSpacing(look.px(11))
        at_once = {each.rule.rule_id for each in first_shown(suggestions)} | chosen
        self._waiting = [each for each in suggestions if each.rule.rule_id not in at_once]
        for each in suggestions:
            if each.rule.rule_id in at_once:
                self._add(each)
        self.strip = UnderWayStrip(under_way, dropped, instrument, language)
        self.strip.dropped_changed.connect(self.dropped_changed)
        self.empty = label(self._empty_words(), "body")
        self._empty_card = card(column(self.empty))
        show_if(self._empty_card, not suggestions)
        self.another = button(self.tr("Et andet forslag"), "secondary", self._on_another)
        show_if(self.another, bool(self._waiting))
        self.own_switch = button(self.tr("Mit eget forslag"), "secondary", self._on_own_switch)
        self.own_words = label("", "body")
        self.picker = ActivityPicker(instrument, own, language)
        self.picker.changed.connect(self._on_own)
        self.picker.hide()
        self._show_own(own)
        ways = FlowRow(self.another, self.own_switch, spacing=look.px(10))
        inner = column(
            label(self.tr("Hvad kan hjælpe dig videre?"), "title"),
            label(
                self.tr(
                    "I BIP fulgtes mest udvikling ad med at have noget med job og noget andet i gang på samme tid. "
                    "Intet er besluttet endnu."
                ),
                "muted",
            ),
            self.strip,
            self._empty_card,
            self._slot,
            ways,
            self.own_words,
            self.picker,
            None,
            spacing=look.px(11),
        )
        self.area = as_high_as_its_texts(scrolled(inner))
        self.setLayout(column(self.area))

    @property
    def shown_now(self) -> list[str]:
        """The rules on the screen, from the top."""
        return [each.suggestion.rule.rule_id for each in self.cards]

    @property
    def choose_buttons(self) -> list[QPushButton]:
        """The buttons of the suggestions that can be chosen, from the top."""
        return [each.toggle for each in self.cards if not each.toggle.isHidden()]

    @property
    def first(self) -> QPushButton | None:
        """Where the keyboard begins: the first card's first button; None where there is none."""
        return next(
            (each for card in self.cards for each in (card.toggle, card.source_button) if not each.isHidden()), None
        )

    def _empty_words(self) -> str:
        if self._table is None:
            return self.tr("Forslagene kan ikke læses lige nu. I kan gå videre og vælge jeres eget.")
        return self.tr("Der er ikke noget forslag, der passer lige nu. I kan vælge jeres eget.")

    def _add(self, suggestion: Suggestion) -> SuggestionCard | None:
        if self._table is None:
            return None
        chosen = suggestion.rule.rule_id in self._chosen
        made = SuggestionCard(suggestion, self._table, self._instrument, self._language, chosen=chosen)
        made.chosen.connect(self.chosen)
        self.cards.append(made)
        self._slot.addWidget(made)
        return made

    def _on_another(self) -> None:
        made = self._add(self._waiting.pop(0))
        show_if(self.another, bool(self._waiting))
        if made is not None:
            show_whole(self.area, made)
            made.source_button.setFocus()
        self.shown.emit(self.shown_now)

    def _on_own_switch(self) -> None:
        unfolded = self.picker.isHidden()
        show_if(self.picker, unfolded)
        self.own_switch.setText(self.tr("Luk listen") if unfolded else self.tr("Mit eget forslag"))
        if unfolded:
            show_whole(self.area, self.picker)
            next(iter(self.picker.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_own(self, own: frozenset[int]) -> None:
        self._show_own(own)
        self.own_changed.emit(own)

    def _show_own(self, own: frozenset[int]) -> None:
        names = dict.fromkeys(shared_name(self._instrument, each, self._language) for each in sorted(own))
        self.own_words.setText(self.tr("Jeres eget forslag: {0}").format(" + ".join(names)))
        show_if(self.own_words, bool(own))
