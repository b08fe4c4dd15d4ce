# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The cards of a citizen's page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from bip_desktop.gui.formatting import whose
from bip_desktop.gui.language import translate
from bip_desktop.gui.pages.citizen.view import Handover, LastAgreement, Newest, TextRows
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.layouts import Child, card, column, row
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label

_MARGINS = (24, 18, 24, 18)


def newest_card(newest: Newest | None, own_answers: QPushButton) -> QFrame:
    """The newest measurement in words. The way to her own page stands there whatever is on it: one that came and went
    would tell what she has answered."""
    if newest is None:
        return _card(
            label(translate("citizen_cards", "Sidste måling"), "section"),
            6,
            label(translate("citizen_cards", "Ingen endnu. Den første samtale tager omkring tyve minutter."), "muted"),
            8,
            row(own_answers, None),
        )
    headings = [
        translate("citizen_cards", "Område"),
        translate("citizen_cards", "Svar"),
        translate("citizen_cards", "Siden sidst"),
    ]
    rows = newest.rows
    if not any(line[2] for line in rows):
        headings, rows = headings[:2], tuple(line[:2] for line in rows)
    parts: list[Child] = [
        _heading(translate("citizen_cards", "Sidste måling"), newest.when),
        8,
        label(newest.headline, "strong"),
        *([label(newest.remark, "small")] if newest.remark else []),
        10,
        ReadingTable(newest.headline, headings, rows),
        10,
        label(newest.search, "small"),
        4,
        row(own_answers, None),
    ]
    return _card(*parts)


def agreement_card(agreement: LastAgreement | None, name: str) -> QFrame:
    """The last agreement."""
    if agreement is None:
        return _card(
            label(translate("citizen_cards", "Sidste aftale"), "section"),
            6,
            label(translate("citizen_cards", "Der er ikke aftalt noget endnu."), "muted"),
        )
    headings = [
        translate("citizen_cards", "Hvem"),
        translate("citizen_cards", "Hvad"),
        translate("citizen_cards", "Hvornår"),
        translate("citizen_cards", "Gik det?"),
    ]
    rows = agreement.rows
    if not any(line[3] for line in rows):
        headings, rows = headings[:3], tuple(line[:3] for line in rows)
    parts: list[Child] = [
        _heading(translate("citizen_cards", "Sidste aftale"), agreement.when),
        8,
        *_goals(agreement.goals, name),
    ]
    if rows:
        parts += [8, ReadingTable(translate("citizen_cards", "Hvem gør hvad"), headings, rows)]
    return _card(*parts)


def handover_card(handover: Handover, name: str) -> QFrame:
    """What to read before the first meeting after a change of caseworker."""
    parts: list[Child] = [
        label(translate("citizen_cards", "Overlevering"), "section"),
        6,
        label(handover.summary),
    ]
    if handover.note:
        parts += [10, label(translate("citizen_cards", "Det skal du vide"), "strong"), 2, label(handover.note)]
    if handover.goals:
        parts += [10, *_goals(handover.goals, name)]
    parts += [10, label(translate("citizen_cards", "I gang ved sidste måling"), "strong"), 2, label(handover.under_way)]
    content = column(*parts)
    return card(content, kind="chosen", margins=_MARGINS)


def history_card(rows: TextRows) -> QFrame:
    """All measurements."""
    headings = [
        translate("citizen_cards", "Nr."),
        translate("citizen_cards", "Dato"),
        translate("citizen_cards", "Sagsbehandler"),
        translate("citizen_cards", "Svar"),
    ]
    if not rows:
        return _card(
            label(translate("citizen_cards", "Målinger"), "section"),
            6,
            label(translate("citizen_cards", "Ingen endnu."), "muted"),
        )
    return _card(
        label(translate("citizen_cards", "Målinger"), "section"),
        8,
        ReadingTable(translate("citizen_cards", "Målinger"), headings, rows),
    )


def _heading(text: str, when: str) -> QWidget:
    # The date stands at the end of the line, or below where there is no room beside the title.
    title, day = label(text, "section", wrap=False), label(when, "muted", wrap=False)
    return FlowRow(title, day, spacing=12, between=0, parted=True)


def _goals(goals: Sequence[str], name: str) -> list[Child]:
    if not goals:
        return []
    said = [label(translate("citizen_cards", "»{0}«").format(goal), "citizen") for goal in goals]
    return [label(translate("citizen_cards", "{0} egne ord").format(whose(name)), "small"), 2, column(*said, spacing=4)]


def _card(*parts: Child) -> QFrame:
    return card(column(*parts), margins=_MARGINS)
