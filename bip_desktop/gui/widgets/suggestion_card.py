# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One suggestion to talk about: what, why, on what ground, and what the same source found against it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.domain.suggestion import Form, Grade, RuleTable, Suggestion
from bip_desktop.gui import theme, wording
from bip_desktop.gui.measured_texts import measured_of, measured_source, measured_words
from bip_desktop.gui.widgets import icons
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.card_grid import CardGrid
from bip_desktop.gui.widgets.flow import FlowingLabel
from bip_desktop.gui.widgets.flow_row import FlowRow, TurningRow
from bip_desktop.gui.widgets.layouts import card, column, row, show_if
from bip_desktop.gui.widgets.texts import label


def shared_name(instrument: Instrument, activity: int, language: str) -> str:
    """An activity as it may be named where others look: a sensitive one by its kind only."""
    option = instrument.activities.option(activity)
    if option.sensitive and option.kind is not None:
        return wording.kind(option.kind)
    return option.short.in_language(language)


class SuggestionCard(QFrame):
    """Nothing on it is preselected: it shows as chosen only what it is told is chosen."""

    chosen = Signal(str, bool)
    """The rule's id, and whether it is chosen now."""

    def __init__(
        self, suggestion: Suggestion, table: RuleTable, instrument: Instrument, language: str, *, chosen: bool
    ) -> None:
        super().__init__()
        look = theme.current()
        self.suggestion = suggestion
        rule = suggestion.rule
        self._is_question = rule.form is Form.QUESTION
        title = rule.title.in_language(language)
        self.title = FlowingLabel(title, "section")
        self.toggle = button("", "secondary", self._on_toggled)
        self.toggle.setCheckable(True)
        show_if(self.toggle, not self._is_question)
        now = measured_of(suggestion, table)
        cited = [table.sources[each].title for each in rule.sources]
        if now is not None and table.evidence is not None:
            cited.append(measured_source(table.evidence))
        self.sources = label("\n".join(cited), "small")
        self.sources.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sources.hide()
        self.source_button = button(self.tr("Se kilden"), "link", self._on_source)
        quieter(self.source_button)
        # A question is asked, not explained.
        why = "" if self._is_question else self.tr("Hvorfor:")
        self.why = _why(_reason_words(suggestion, instrument, language), why)
        words = _ground_words(suggestion, language)
        if now is not None and rule.measured is not None:
            words = f"{words} {measured_words(now, rule.measured, instrument, language)}"
        self.ground = label(words, "small")
        show_if(self.ground, bool(self.ground.text()))
        self.tiles = self._tiles(instrument, language)
        box = column(self._head(rule.grades), look.px(8))
        if self.tiles is not None:
            box.addWidget(self.tiles)
            box.addSpacing(look.px(8))
        box.addWidget(self.why)
        box.addSpacing(look.px(2))
        known = row(spacing=look.px(12))
        known.addWidget(self.ground, 1)
        known.addWidget(self.source_button, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        box.addWidget(TurningRow(known, 560))
        box.addWidget(self.sources)
        show_if(self.source_button, bool(rule.sources))
        box.setContentsMargins(look.px(20), look.px(12), look.px(20), look.px(10))
        self.setLayout(box)
        self.setAccessibleName(title)
        self.source_button.setAccessibleName(self.tr("Se kilden til »{0}«").format(title))
        self.show_chosen(chosen)

    def show_chosen(self, chosen: bool) -> None:
        """Marks the card as chosen by the two, or not."""
        keep = self.suggestion.rule.form is Form.KEEP
        if chosen:
            words = self.tr("I holder fast ✓") if keep else self.tr("Valgt sammen ✓")
        else:
            words = self.tr("Hold fast") if keep else self.tr("Vælg")
        self.toggle.setText(words)
        self.toggle.setChecked(chosen)
        self.toggle.setAccessibleName(f"{words}: {self.title.text()}")
        self.setProperty("card", "chosen" if chosen else "true")
        self.style().unpolish(self)
        self.style().polish(self)

    def _head(self, grades: Sequence[Grade]) -> QWidget:
        look = theme.current()
        form = self.suggestion.rule.form
        parts: list[QWidget] = []
        if form is not Form.COMBINATION:
            parts.append(icons.icon_label(icons.QUESTION if self._is_question else icons.KEEP, "action", 26))
        pills = [_grade_pill(grade) for grade in grades]
        left = FlowRow(*parts, self.title, *pills, spacing=look.px(10), between=look.px(4))
        box = row(spacing=look.px(12))
        box.addWidget(left, 1, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return TurningRow(box, wrap=True)

    def _tiles(self, instrument: Instrument, language: str) -> QWidget | None:
        """The activities as tiles: joined by a plus in a combination, beside each other where they are kept."""
        if self._is_question or not self.suggestion.activities:
            return None
        look = theme.current()
        tiles = [
            activity_tile(
                instrument, activity, language, self.tr("i gang") if activity in self.suggestion.under_way else ""
            )
            for activity in self.suggestion.activities
        ]
        if self.suggestion.rule.form is Form.KEEP:
            return CardGrid(tiles, least=look.px(230), most=3, spacing=look.px(10))
        return _joined(tiles, self.tr("sammen med"))

    def _on_toggled(self) -> None:
        chosen = self.toggle.isChecked()
        self.show_chosen(chosen)
        self.chosen.emit(self.suggestion.rule.rule_id, chosen)

    def _on_source(self) -> None:
        unfolded = self.sources.isHidden()
        show_if(self.sources, unfolded)
        self.source_button.setText(self.tr("Skjul kilden") if unfolded else self.tr("Se kilden"))


def _joined(tiles: Sequence[QWidget], joined: str) -> TurningRow:
    """Tiles with a plus between them."""
    box = row(spacing=theme.current().px(8))
    for place, tile in enumerate(tiles):
        if place:
            plus = label("+", "section", wrap=False)
            plus.setAccessibleName(joined)
            box.addWidget(plus, 0, Qt.AlignmentFlag.AlignCenter)
        box.addWidget(tile, 1)
    return TurningRow(box, 230 * len(tiles))


def activity_tile(instrument: Instrument, activity: int, language: str, state: str = "") -> QFrame:
    """A neutral tile: icon and kind above (with `state`, in words), the activity below."""
    look = theme.current()
    option = instrument.activities.option(activity)
    above = row(spacing=look.px(7))
    if option.kind is not None:
        above.addWidget(icons.icon_label(icons.KINDS[option.kind], size=18))
        kind = wording.kind(option.kind)
        above.addWidget(label(kind, "small", wrap=False))
    if state:
        above.addWidget(label(f"· {state}", "small", wrap=False))
    above.addStretch(1)
    pad = look.px(14)
    return card(
        column(above, look.px(2), label(shared_name(instrument, activity, language), "strong"), None),
        kind="tile",
        margins=(pad, look.px(8), pad, look.px(9)),
    )


def _grade_pill(grade: Grade) -> QLabel:
    """`B fundet i BIP`, the letter strong."""
    look = theme.current()
    made = QLabel(f"<b>{grade.value}</b> {wording.grade(grade)}")
    made.setProperty("pill", "true")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setStyleSheet(
        f"font-size: {look.px(14)}px; padding: {look.px(4)}px {look.px(9)}px; border-radius: {look.px(10)}px;"
    )
    return made


def _why(words: str, why: str) -> QLabel:
    made = label("", wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    made.setText(f"<b>{why}</b> {escaped}")
    show_if(made, bool(words))
    return made


def _reason_words(suggestion: Suggestion, instrument: Instrument, language: str) -> str:
    """The reasons in words; the rule's own where it rests on no theme."""
    said = [wording.reason(why, instrument, language) for why in suggestion.reasons]
    words = " ".join(each for each in said if each).replace(" → ", "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}")
    because = suggestion.rule.because
    if because is not None and not words:
        return because.in_language(language)
    return words


def _ground_words(suggestion: Suggestion, language: str) -> str:
    """What is known and how; then what the same source found against it."""
    rule = suggestion.rule
    parts = [rule.ground.in_language(language)]
    if rule.contrary is not None:
        parts.append(rule.contrary.in_language(language))
    return " ".join(part for part in parts if part)


def quieter(made: QPushButton) -> None:
    """Makes a link button as small as small text, with room for its focus ring."""
    px = theme.current().px
    made.setStyleSheet(
        f"QPushButton {{ font-size: {px(15)}px; padding: 0px {px(3) + 3}px; }}"
        f"QPushButton:focus {{ padding: 0px {px(3)}px; }}"
    )
    made.setMinimumHeight(px(30))
