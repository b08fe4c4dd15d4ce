# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
""" "Hvad kan hjælpe?": nothing is preselected, what was seen is stated, and every ground stands beside its claim."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel
from pytestqt.qtbot import QtBot

from bip_desktop.domain.progression import History
from bip_desktop.domain.questionnaire import Text
from bip_desktop.domain.suggestion import (
    AT_ONCE,
    Audience,
    Form,
    Grade,
    Reason,
    ReasonKind,
    Rule,
    RuleTable,
    Situation,
    Source,
    Suggestion,
)
from bip_desktop.exchange.instrument_file import read_instrument
from bip_desktop.gui import wording
from bip_desktop.gui.pages.meeting.help_view import HelpView
from bip_desktop.gui.widgets.suggestion_card import SuggestionCard
from tests.domain.test_suggestion import histories, suggestions
from tests.gui.conftest import ROOT

FILE = ROOT / "resources" / "instruments" / "bip@1.json"
INSTRUMENT = read_instrument(FILE.read_bytes(), FILE.name)
SOURCES = {"001": Source("001", "En lang titel på en rapport"), "004": Source("004", "Et bogkapitel")}
EXAMPLES = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
LOWEST = Reason(ReasonKind.LOWEST, "B6", 2)
ALONE = Reason(ReasonKind.SITUATION)


def suggestion(
    rule_id: str,
    activities: tuple[int, ...] = (13, 11),
    *,
    form: Form = Form.COMBINATION,
    reason: Reason = LOWEST,
    because: str = "",
    contrary: str = "",
    under_way: frozenset[int] = frozenset(),
) -> Suggestion:
    """A suggestion of an invented rule named after its id."""
    rule = Rule(
        rule_id=rule_id,
        form=form,
        situations=frozenset(Situation),
        themes=(),
        signs=frozenset(),
        activities=activities,
        grades=(Grade.FOUND, Grade.JUDGEMENT),
        title=Text({"da": f"Forslag {rule_id}"}),
        because=Text({"da": because}) if because else None,
        ground=Text({"da": "B: fulgtes ad med mest udvikling."}),
        contrary=Text({"da": contrary}) if contrary else None,
        sources=("001", "004"),
    )
    return Suggestion(rule, activities, (reason,), under_way)


FIVE = tuple(suggestion(each) for each in "abcde")


def help_view(
    qtbot: QtBot,
    suggestions: tuple[Suggestion, ...] = FIVE,
    *,
    readable: bool = True,
    under_way: tuple[int, ...] | None = (11, 13),
    chosen: frozenset[str] = frozenset(),
    own: frozenset[int] = frozenset(),
    dropped: frozenset[int] = frozenset(),
) -> HelpView:
    """The page as the presenter builds it."""
    table = RuleTable("invented", "1", SOURCES, tuple(each.rule for each in suggestions)) if readable else None
    view = HelpView(suggestions, table, under_way, chosen, own, dropped, INSTRUMENT, "da")
    qtbot.addWidget(view)
    view.resize(972, 658)
    view.show()
    return view


def texts(widget: QFrame | HelpView) -> str:
    """Every label on it that can be seen."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


def card_of(qtbot: QtBot, shown: Suggestion) -> SuggestionCard:
    """A page with one card."""
    return help_view(qtbot, (shown,)).cards[0]


def test_three_are_shown_and_nothing_is_preselected(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(qtbot)
    assert view.shown_now == ["a", "b", "c"]
    assert len(view.cards) == AT_ONCE
    assert [each.isChecked() for each in view.choose_buttons] == [False] * 3
    assert {each.text() for each in view.choose_buttons} == {"Vælg"}
    assert "Intet er besluttet endnu." in texts(view)


def test_choosing_is_stated_and_can_be_taken_back_by_keys(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(qtbot)
    stated: list[tuple[str, bool]] = []
    view.chosen.connect(lambda rule, on: stated.append((rule, on)))
    second = view.choose_buttons[1]
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert second.text() == "Valgt sammen ✓"
    assert view.cards[1].property("card") == "chosen"
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert stated == [("b", True), ("b", False)]
    assert second.text() == "Vælg"
    assert view.cards[1].property("card") == "true"


def test_another_one_is_shown_and_stated_until_there_are_no_more(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(qtbot)
    with qtbot.waitSignal(view.shown) as signal:
        view.another.click()
    assert signal.args == [["a", "b", "c", "d"]]
    assert not view.another.isHidden()
    view.another.click()
    assert view.shown_now == ["a", "b", "c", "d", "e"]
    assert view.another.isHidden()


def test_what_was_chosen_before_is_shown_again(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(qtbot, chosen=frozenset({"e"}))
    assert view.shown_now == ["a", "b", "c", "e"]
    assert [each.isChecked() for each in view.choose_buttons] == [False, False, False, True]
    view.another.click()
    assert view.shown_now == ["a", "b", "c", "e", "d"]


def test_a_card_says_what_why_on_what_ground_and_what_speaks_against(qtbot: QtBot, app: QApplication) -> None:
    card = card_of(qtbot, suggestion("a", contrary="De mest effektive brugte det mindre.", under_way=frozenset({13})))
    said = texts(card)
    assert "<b>Hvorfor:</b> »Mit helbred« er det område, hvor du svarer lavest (2)." in said
    assert "B: fulgtes ad med mest udvikling. De mest effektive brugte det mindre." in said
    assert "<b>B</b> fundet i BIP" in said
    assert "<b>D</b> fagligt skøn" in said
    assert "Praktik på en arbejdsplads" in said
    assert "· i gang" in said
    assert "+" in said.splitlines()


def test_the_full_titles_of_the_sources_unfold_in_place(qtbot: QtBot, app: QApplication) -> None:
    card = card_of(qtbot, FIVE[0])
    assert "En lang titel på en rapport" not in texts(card)
    card.source_button.click()
    assert "En lang titel på en rapport\nEt bogkapitel" in texts(card)
    card.source_button.click()
    assert "Et bogkapitel" not in texts(card)


def test_a_rule_without_a_theme_gives_its_own_reason(qtbot: QtBot, app: QApplication) -> None:
    card = card_of(qtbot, suggestion("a", reason=ALONE, because="Et andet spor at tale om."))
    assert "<b>Hvorfor:</b> Et andet spor at tale om." in texts(card)


def test_a_question_has_no_tiles_and_is_not_chosen(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(qtbot, (suggestion("a", (), form=Form.QUESTION, reason=ALONE, because="Hvad skal der til?"),))
    assert view.cards[0].tiles is None
    assert view.choose_buttons == []
    assert view.shown_now == ["a"]


def test_keeping_what_is_under_way_is_held_on_to(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(qtbot, (suggestion("a", form=Form.KEEP, under_way=frozenset({11, 13})),))
    assert view.choose_buttons[0].text() == "Hold fast"
    assert "+" not in texts(view.cards[0]).splitlines()
    with qtbot.waitSignal(view.chosen) as signal:
        view.choose_buttons[0].click()
    assert signal.args == ["a", True]
    assert view.choose_buttons[0].text() == "I holder fast ✓"


def test_the_two_can_make_a_proposal_of_their_own(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(qtbot, own=frozenset({5}))
    assert view.picker.isHidden()
    view.own_switch.click()
    assert not view.picker.isHidden()
    with qtbot.waitSignal(view.own_changed) as signal:
        view.picker.boxes[19].click()
    assert signal.args == [frozenset({5, 19})]
    assert view.own_words.text() == "Jeres eget forslag: Jobsøgning + Vikartimer"
    with qtbot.waitSignal(view.own_changed) as signal:
        view.picker.boxes[5].click()
    assert signal.args == [frozenset({19})]


def test_every_activity_that_exists_and_may_be_named_can_be_picked(qtbot: QtBot, app: QApplication) -> None:
    assert set(help_view(qtbot).picker.boxes) == set(range(1, 22)) - {16, 18, 20, 21}


def test_what_stops_is_stated(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(qtbot, dropped=frozenset({11}))
    assert view.strip.stops[11].isChecked()
    with qtbot.waitSignal(view.dropped_changed) as signal:
        view.strip.stops[13].click()
    assert signal.args == [frozenset({11, 13})]
    with qtbot.waitSignal(view.dropped_changed) as signal:
        view.strip.stops[11].click()
    assert signal.args == [frozenset({13})]


def test_a_sensitive_activity_is_named_by_its_kind_only(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(
        qtbot,
        (suggestion("a", (13, 16), under_way=frozenset({16})), suggestion("b", (16,), form=Form.KEEP)),
        under_way=(16,),
        own=frozenset({16}),
    )
    assert "Misbrugsbehandling" not in texts(view)
    assert "Misbrugsbehandling" not in "".join(each.accessibleName() for each in view.strip.stops.values())
    assert view.own_words.text() == "Jeres eget forslag: Helbred"


def test_nothing_under_way_is_known_by_being_the_only_one_without_a_name(qtbot: QtBot, app: QApplication) -> None:
    strip = help_view(qtbot, under_way=(9, 11, 13, 16)).strip
    said = [each.text() for each in strip.findChildren(QLabel)]
    assert said == ["I gang nu:", "Praktik på en arbejdsplads", "Helbred"]
    assert set(strip.stops) == {13}
    assert set(help_view(qtbot, under_way=(9, 11, 13)).strip.stops) == {9, 11, 13}


@EXAMPLES
@given(histories(), st.booleans())
def test_every_why_says_in_words_what_the_series_says(app: QApplication, history: History, pairs: bool) -> None:
    for audience in Audience:
        for shown in suggestions(history, audience=audience, pairs=pairs):
            for why in shown.reasons:
                said = wording.reason(why, INSTRUMENT, "da")
                if why.kind is ReasonKind.SITUATION:
                    assert said == ""
                    continue
                item = INSTRUMENT.item(why.item)
                assert f"»{item.display.in_language('da')}«" in said
                figures = [int(each) for each in re.findall(r"\d+", re.sub("»[^«]*«", "", said))]
                if why.item.startswith("S"):
                    assert item.scale is not None
                    assert f"»{item.scale.word(why.step, 'da')}«" in said
                elif why.kind is ReasonKind.STILL:
                    assert figures == [why.step, why.measurements]
                elif why.kind is ReasonKind.ROSE:
                    assert figures == [why.start, why.step]
                    assert ("to gange i træk" in said) == (why.measurements > 1)
                else:
                    assert figures == [why.step]


def test_unreadable_rules_leave_the_two_with_their_own_words(qtbot: QtBot, app: QApplication) -> None:
    view = help_view(qtbot, (), readable=False, under_way=None)
    assert "Forslagene kan ikke læses lige nu." in texts(view)
    assert "Det er ikke noteret, hvad der er i gang lige nu." in texts(view)
    assert view.shown_now == []
    assert view.another.isHidden()
    assert not view.own_switch.isHidden()


def test_nothing_under_way_is_a_sentence_and_not_an_accusation(qtbot: QtBot, app: QApplication) -> None:
    assert "Der er ikke noget i gang lige nu." in texts(help_view(qtbot, under_way=()))
