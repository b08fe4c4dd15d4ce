# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What was measured stands on the card beside grade and source: true to the sign, and never about the one who reads."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bip_desktop.domain.evidence import Evidence, Group, Measure, Result
from bip_desktop.domain.suggestion import Reason, ReasonKind, RuleTable
from bip_desktop.gui.measured_texts import steps
from bip_desktop.gui.pages.meeting.help_view import HelpView
from tests.exchange.test_evidence_file import EVIDENCE
from tests.gui.test_help_view import INSTRUMENT, LOWEST, SOURCES, suggestion, texts


def _result(group: Group, estimate: str, citizens: int = 120, **more: object) -> Result:
    plain = Result(Measure.MEAN_CHANGE, group, "B6", citizens, 300, Decimal(estimate))
    return replace(plain, **more)  # type: ignore[arg-type]


def _ground(
    qtbot: QtBot, *results: Result, reason: Reason = LOWEST, group: Group | None = Group.COMBINED_WITH_JOB
) -> str:
    plain = suggestion("a", reason=reason)
    shown = replace(plain, rule=replace(plain.rule, measured=group))
    evidence: Evidence = replace(EVIDENCE, results=results)
    table = RuleTable("invented", "1", SOURCES, (shown.rule,)).with_evidence(evidence)
    view = HelpView((shown,), table, (), frozenset(), frozenset(), frozenset(), INSTRUMENT, "da")
    qtbot.addWidget(view)
    view.resize(972, 658)
    view.show()
    [card] = view.cards
    card.source_button.click()
    return texts(card)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (_result(Group.COMBINED_WITH_JOB, "0.214"), "steg i snit 0,21 trin fra måling til måling (120 borgere)"),
        (_result(Group.COMBINED_WITH_JOB, "-0.10"), "faldt i snit 0,10 trin fra måling til måling (120 borgere)"),
        (_result(Group.COMBINED_WITH_JOB, "0.001"), "stod i snit stille fra måling til måling (120 borgere)"),
        (
            _result(Group.COMBINED_WITH_JOB, "0.1", low=Decimal("-0.1"), high=Decimal("0.3")),
            "steg i snit 0,10 trin fra måling til måling, hvad der kan være tilfældigt (120 borgere)",
        ),
    ],
)
def test_a_card_says_what_was_measured_with_its_sign(
    qtbot: QtBot, app: QApplication, result: Result, words: str
) -> None:
    said = _ground(qtbot, result)
    assert words in said
    assert "B: fulgtes ad med mest udvikling." in said  # grade and ground stay said
    assert "Et gennemsnit siger ikke noget om netop dig." in said
    assert "Center for Opdigtet Forskning: nye tal, 21. november 2026. 400 borgere i 3 jobcentre." in said
    assert "En lang titel på en rapport" in said


def test_beside_it_stands_what_one_activity_alone_went_with(qtbot: QtBot, app: QApplication) -> None:
    said = _ground(qtbot, _result(Group.COMBINED_WITH_JOB, "0.2"), _result(Group.SINGLE, "0.05", 80))
    assert "Til sammenligning med én slags indsats: steg i snit 0,05 trin fra måling til måling (80 borgere)." in said


def test_nothing_is_said_of_a_theme_or_group_that_was_not_measured(qtbot: QtBot, app: QApplication) -> None:
    assert "Målt" not in _ground(qtbot, _result(Group.NONE, "0.2"))
    assert "Målt" not in _ground(qtbot, _result(Group.COMBINED_WITH_JOB, "0.2"), group=None)
    other = Reason(ReasonKind.LOWEST, "B1", 2)
    assert "Målt" not in _ground(qtbot, _result(Group.COMBINED_WITH_JOB, "0.2"), reason=other)


def test_steps_have_a_sign_where_they_move(app: QApplication) -> None:
    assert [steps(Decimal(each)) for each in ("0.2", "-0.2", "0.004")] == ["+0,20", "\N{MINUS SIGN}0,20", "0,00"]
