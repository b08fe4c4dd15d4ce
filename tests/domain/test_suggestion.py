# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Suggestions over random histories: every "why" is true, nothing leaks, and there is always something to talk about.

The facts are worked out again here from the raw answers, in another way than the program does it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId, ResearchMeetingId
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import Meeting, Place, State, Step
from bip_desktop.domain.progression import History, progression
from bip_desktop.domain.questionnaire import Missing, Ticks, Value
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.domain.suggestion import (
    AT_ONCE,
    Audience,
    Form,
    Reason,
    ReasonKind,
    Situation,
    Suggestion,
    first_shown,
    situation,
    suggest,
)
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.exchange.rules_file import RulesFile
from bip_desktop.paths import resources

INSTRUMENT = InstrumentFolder(resources() / "instruments").current()
TABLE = RulesFile(resources() / "evidence" / "rules@1.json").current()

THEMES = [f"B{number}" for number in range(1, 10)]
PRIVATE = {"S2", "S3", "S4", "S5", "S7", "S8", "S12"}
FORBIDDEN = {16, 18, 20, 21, 22, 23}
GROUPS = {
    Kind.JOB: {3, 5, 7, 12, 13, 14, 17, 19, 20},
    Kind.UPSKILLING: {1, 2, 18, 21},
    Kind.SOCIAL: {4, 6, 8, 15},
    Kind.HEALTH: {9, 10, 11, 16},
}
DAY = date(2024, 1, 8)
EXAMPLES = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Answers = dict[str, Value]


def meeting(number: int) -> Meeting:
    return Meeting(
        meeting_id=MeetingId(f"m{number}"),
        research_id=ResearchMeetingId(f"r{number}"),
        citizen_id=CitizenId("c"),
        caseworker_id=CaseworkerId("k"),
        number=number,
        state=State.REVEALED,
        held_on=DAY + timedelta(days=90 * number),
        instrument_id="bip",
        instrument_version="1",
        rules_version="1",
        place=Place(Step.HELP),
    )


def history_of(*answers: Mapping[str, Value]) -> History:
    return [(meeting(number), Measurement(INSTRUMENT, blind=each)) for number, each in enumerate(answers, 1)]


def steps(first: int, **by_code: int) -> Answers:
    """All themes answered `first`, save those named."""
    return {code: ScaleStep(by_code.get(code, first)) for code in [*THEMES, *by_code]}


def with_activities(answers: Answers, *activities: int) -> Answers:
    return {**answers, "S1": Ticks(frozenset(activities))}


def suggestions(
    history: History, *, audience: Audience = Audience.SHARED, pairs: bool = True
) -> tuple[Suggestion, ...]:
    return suggest(TABLE, history, progression(history, INSTRUMENT), audience=audience, pairs=pairs)


# --- random histories -----------------------------------------------------------------------------------------------

ON_SCALE = st.integers(1, 5).map(ScaleStep)
NO_STEP = st.sampled_from([Missing.DONT_KNOW, Missing.DECLINED, Missing.SKIPPED, Missing.NOT_REACHED])
ON_ITEM = st.one_of(ON_SCALE, ON_SCALE, ON_SCALE, NO_STEP)
ACTIVITIES = st.one_of(
    st.frozensets(st.integers(1, 21), min_size=1, max_size=4),
    st.frozensets(st.integers(1, 21), min_size=1, max_size=21),
    st.sampled_from([frozenset({22}), frozenset({23}), frozenset({13, 11}), frozenset({16}), frozenset({16, 20})]),
    st.sampled_from([frozenset(GROUPS[Kind.JOB]), frozenset(range(1, 22))]),
).map(Ticks)
ON_S1 = st.one_of(ACTIVITIES, ACTIVITIES, ACTIVITIES, st.sampled_from([Missing.DECLINED, Missing.NOT_REACHED]))
MEASURED: st.SearchStrategy[Answers] = st.fixed_dictionaries(
    {"S1": ON_S1}, optional=dict.fromkeys([*THEMES, *(f"S{n}" for n in range(2, 13))], ON_ITEM)
)


@st.composite
def histories(draw: st.DrawFn, newest: st.SearchStrategy[frozenset[int]] | None = None) -> History:
    """One to twelve measurements; some repeat what was answered before, or move one theme only. `newest` draws the
    newest activities."""
    made: list[Answers] = [draw(MEASURED)]
    for _ in range(draw(st.integers(0, 11))):
        match draw(st.sampled_from(("other", "same", "same", "one moves"))):
            case "same":
                made.append(dict(made[-1]))
            case "one moves":
                made.append({**made[-1], draw(st.sampled_from(THEMES)): draw(ON_SCALE)})
            case _:
                made.append(draw(MEASURED))
    if newest is not None:
        made[-1] = {**made[-1], "S1": Ticks(draw(newest))}
    return history_of(*made)


def raw(history: History, code: str) -> list[int | None]:
    values = [measurement.blind.get(code) for _, measurement in history]
    return [value.step if isinstance(value, ScaleStep) else None for value in values]


def ticked(history: History) -> set[int] | None:
    """The activities of the newest measurement, None where they are not known."""
    value = history[-1][1].blind.get("S1")
    if not isinstance(value, Ticks) or value.options == {23}:
        return None
    return set(value.options) - {22}


def same_for(values: list[int | None]) -> int:
    count = 0
    while count < len(values) and values[-1 - count] is not None and values[-1 - count] == values[-1]:
        count += 1
    return count


def is_true(reason: Reason, history: History) -> bool:
    if reason.kind is ReasonKind.SITUATION:
        return reason == Reason(ReasonKind.SITUATION)
    values = raw(history, reason.item)
    if values[-1] != reason.step:
        return False
    match reason.kind:
        case ReasonKind.LOW:
            return reason.step <= 2
        case ReasonKind.LOWEST:
            others = [raw(history, code)[-1] for code in THEMES if code != reason.item]
            return reason.step <= 2 and all(other is None or other > reason.step for other in others)
        case ReasonKind.STILL:
            return reason.step <= 3 and reason.measurements >= 3 and same_for(values) == reason.measurements
        case ReasonKind.ROSE:
            run = values[-1 - reason.measurements :]
            return (
                len(run) == reason.measurements + 1
                and run[0] == reason.start
                and all(a is not None and b is not None and a < b for a, b in pairwise(run))
            )


def kinds_of(activities: set[int]) -> set[Kind]:
    return {kind for kind, numbers in GROUPS.items() if numbers & activities}


def situation_from_raw(history: History) -> Situation:
    now = ticked(history)
    if now is None:
        return Situation.UNKNOWN
    kinds = kinds_of(now)
    if not kinds:
        return Situation.NONE
    if Kind.JOB not in kinds:
        return Situation.WITHOUT_JOB
    if kinds == {Kind.JOB}:
        return Situation.JOB_ALONE
    moves = [raw(history, code)[-2:] for code in THEMES] if len(history) > 1 else []
    known = [(a, b) for a, b in moves if a is not None and b is not None]
    up, down = sum(a < b for a, b in known), sum(a > b for a, b in known)
    if up and up >= down:
        return Situation.COMBINED_MOVING
    last_three = [kinds_of(ticked(history[: n + 1]) or set()) for n in range(len(history) - 3, len(history)) if n >= 0]
    combined = len(last_three) == 3 and all(Kind.JOB in each and len(each) > 1 for each in last_three)
    answered = [code for code in THEMES if raw(history, code)[-1] is not None]
    if combined and answered and all(same_for(raw(history, code)) >= 3 for code in answered):
        return Situation.COMBINED_STILL
    return Situation.COMBINED


@EXAMPLES
@given(histories(), st.booleans())
def test_every_reason_is_true_of_the_answers(history: History, pairs: bool) -> None:
    for audience in Audience:
        for suggestion in suggestions(history, audience=audience, pairs=pairs):
            assert suggestion.reasons
            for reason in suggestion.reasons:
                assert is_true(reason, history), (suggestion.rule.rule_id, reason)


OLDER = replace(
    INSTRUMENT, version="0", items=tuple(each for each in INSTRUMENT.items if each.code not in ("B9", "S7"))
)
"""A version that lacked two of the questions."""


@EXAMPLES
@given(histories(), st.booleans(), st.integers(1, 11))
def test_every_reason_is_true_where_the_first_measurements_used_another_version(
    history: History, pairs: bool, older: int
) -> None:
    mixed = [
        (
            replace(each, instrument_version="0"),
            Measurement(OLDER, blind={c: v for c, v in answers.blind.items() if c not in ("B9", "S7")}),
        )
        if place < min(older, len(history) - 1)
        else (each, answers)
        for place, (each, answers) in enumerate(history)
    ]
    for audience in Audience:
        for suggestion in suggestions(mixed, audience=audience, pairs=pairs):
            for reason in suggestion.reasons:
                assert is_true(reason, mixed), (suggestion.rule.rule_id, reason)
    assert situation(mixed, progression(mixed, INSTRUMENT)) is situation_from_raw(mixed)


@EXAMPLES
@given(histories())
def test_what_is_hers_alone_rests_only_on_an_answer_of_hers_that_is_low_now(history: History) -> None:
    for suggestion in suggestions(history, audience=Audience.OWN):
        assert suggestion.rule.audience is Audience.OWN
        for reason in suggestion.reasons:
            now = history[-1][1].blind.get(reason.item)
            assert reason.kind is ReasonKind.LOW
            assert reason.item in PRIVATE - {"S12"}
            assert isinstance(now, ScaleStep)
            assert now.step == reason.step <= 2


@EXAMPLES
@given(histories())
def test_the_situation_is_what_the_answers_say(history: History) -> None:
    assert situation(history, progression(history, INSTRUMENT)) is situation_from_raw(history)


@EXAMPLES
@given(histories())
def test_nothing_is_suggested_that_is_under_way_already(history: History) -> None:
    under_way = ticked(history) or set()
    for suggestion in suggestions(history):
        assert suggestion.under_way == under_way & set(suggestion.activities)
        if suggestion.rule.form is Form.COMBINATION:
            assert set(suggestion.activities) - under_way


@EXAMPLES
@given(histories())
def test_what_is_kept_is_what_is_under_way(history: History) -> None:
    for suggestion in suggestions(history):
        if suggestion.rule.form is Form.KEEP:
            assert set(suggestion.activities) == (ticked(history) or set()) - {16}
        if suggestion.rule.form is Form.QUESTION:
            assert not suggestion.activities


@EXAMPLES
@given(histories(), st.booleans())
def test_keeping_is_for_what_is_combined_and_says_that_it_moves_only_where_it_does(
    history: History, pairs: bool
) -> None:
    now = situation_from_raw(history)
    rows = [each.rule for each in suggestions(history, pairs=pairs) if each.rule.form is Form.KEEP]
    assert [rule.rule_id for rule in rows] == (
        ["keep-what-moves"]
        if now is Situation.COMBINED_MOVING
        else ["give-it-time"]
        if now is Situation.COMBINED
        else []
    )


@EXAMPLES
@given(histories(), st.booleans())
def test_with_nothing_under_way_the_question_always_comes_first(history: History, pairs: bool) -> None:
    course = [*history[:-1], (history[-1][0], history[-1][1].answered("S1", Ticks(frozenset({22}))))]
    assert suggestions(course, pairs=pairs)[0].rule.rule_id == "nothing-under-way"


@EXAMPLES
@given(histories())
def test_no_forbidden_activity_is_ever_part_of_a_combination(history: History) -> None:
    for audience in Audience:
        for suggestion in suggestions(history, audience=audience):
            if suggestion.rule.form is Form.COMBINATION:
                assert not FORBIDDEN & set(suggestion.activities)


@EXAMPLES
@given(histories(), st.booleans())
def test_no_shared_reason_rests_on_what_only_the_caseworker_sees(history: History, pairs: bool) -> None:
    for suggestion in suggestions(history, pairs=pairs):
        assert suggestion.rule.audience is Audience.SHARED
        for reason in suggestion.reasons:
            assert reason.item not in PRIVATE
            assert pairs or not reason.item.startswith("S")


@EXAMPLES
@given(histories(), MEASURED)
def test_her_own_answers_change_nothing_on_the_shared_page(history: History, others: Answers) -> None:
    swapped = {code: value for code, value in others.items() if code in PRIVATE}
    kept = [
        (each, replace(answers, blind={c: v for c, v in answers.blind.items() if c not in PRIVATE} | swapped))
        for each, answers in history
    ]
    assert suggestions(kept) == suggestions(history)


@EXAMPLES
@given(histories(), ON_ITEM)
def test_her_belief_changes_nothing_at_all(history: History, belief: Value) -> None:
    other = [(each, replace(answers, blind={**answers.blind, "S12": belief})) for each, answers in history]
    for audience in Audience:
        assert suggestions(other, audience=audience) == suggestions(history, audience=audience)


@EXAMPLES
@given(histories(), st.booleans())
def test_there_are_always_two_and_those_shown_first_differ(history: History, pairs: bool) -> None:
    found = suggestions(history, pairs=pairs)
    assert len(found) >= 2
    first = found[:AT_ONCE]
    assert len({suggestion.rule.title.texts["da"] for suggestion in first}) == len(first)
    combinations = [frozenset(each.activities) for each in found if each.rule.form is Form.COMBINATION]
    assert len(set(combinations)) == len(combinations)
    assert len({each.rule.rule_id for each in found}) == len(found)


@EXAMPLES
@given(
    histories(
        st.frozensets(st.sampled_from(sorted(set(range(1, 22)) - GROUPS[Kind.JOB]))).map(lambda a: a or frozenset({22}))
    )
)
def test_without_a_job_part_every_combination_brings_one(history: History) -> None:
    assert situation_from_raw(history) in (Situation.NONE, Situation.WITHOUT_JOB)
    for suggestion in suggestions(history):
        if suggestion.rule.form is Form.COMBINATION:
            assert GROUPS[Kind.JOB] & set(suggestion.activities)


@EXAMPLES
@given(histories(st.frozensets(st.sampled_from(sorted(GROUPS[Kind.JOB])), min_size=1)))
def test_job_alone_is_always_combined_with_something_else(history: History) -> None:
    assert situation_from_raw(history) is Situation.JOB_ALONE
    for suggestion in suggestions(history):
        assert kinds_of(set(suggestion.activities)) - {Kind.JOB}


@EXAMPLES
@given(histories())
def test_questions_come_first_then_one_for_each_theme_the_lowest_first(history: History) -> None:
    found = suggestions(history)
    forms = [each.rule.form is Form.COMBINATION for each in found]
    assert forms == sorted(forms)
    resting = [
        min(each.reasons, key=lambda reason: reason.step) for each in found if each.rule.form is Form.COMBINATION
    ]
    firsts = [reason for place, reason in enumerate(resting) if reason.item not in {r.item for r in resting[:place]}]
    assert resting[: len(firsts)] == firsts
    on_themes = [reason.step for reason in firsts if reason.item]
    assert on_themes == sorted(on_themes)


@EXAMPLES
@given(histories(), MEASURED)
def test_only_the_newest_meeting_decides_what_is_under_way(history: History, before: Answers) -> None:
    longer = history_of(before, *(measurement.blind for _, measurement in history))
    for found in suggestions(longer):
        assert found.under_way <= (ticked(history) or set())


# --- one of each ----------------------------------------------------------------------------------------------------

STILL = steps(3)
COURSES: dict[Situation, tuple[Answers, ...]] = {
    Situation.UNKNOWN: ({**STILL, "S1": Ticks(frozenset({23}))},),
    Situation.NONE: (with_activities(STILL, 22),),
    Situation.WITHOUT_JOB: (with_activities(STILL, 10, 8),),
    Situation.JOB_ALONE: (with_activities(STILL, 17),),
    Situation.COMBINED: (with_activities(STILL, 13, 11),),
    Situation.COMBINED_MOVING: (with_activities(STILL, 13, 11), with_activities(steps(3, B6=4), 13, 11)),
    Situation.COMBINED_STILL: (with_activities(STILL, 13, 11),) * 3,
}


def ids(history: History, audience: Audience = Audience.SHARED) -> list[str]:
    return [each.rule.rule_id for each in suggestions(history, audience=audience)]


@pytest.mark.parametrize("wanted", Situation)
def test_every_situation_has_two_to_talk_about_even_where_no_theme_stands_out(wanted: Situation) -> None:
    history = history_of(*COURSES[wanted])
    assert situation(history, progression(history, INSTRUMENT)) is wanted
    assert len(suggestions(history)) >= 2


@pytest.mark.parametrize(
    ("b1", "b2", "b3", "wanted"),
    [
        (4, 3, 3, Situation.COMBINED_MOVING),
        (4, 2, 3, Situation.COMBINED_MOVING),
        (5, 2, 2, Situation.COMBINED),
        (3, 3, 2, Situation.COMBINED),
    ],
)
def test_what_is_combined_moves_where_no_more_themes_fell_than_rose(
    b1: int, b2: int, b3: int, wanted: Situation
) -> None:
    history = history_of(with_activities(STILL, 13, 11), with_activities(steps(3, B1=b1, B2=b2, B3=b3), 13, 11))
    assert situation(history, progression(history, INSTRUMENT)) is wanted is situation_from_raw(history)


@pytest.mark.parametrize(
    ("activities", "wanted"),
    [
        (((13, 11), (17, 2), (13, 11)), Situation.COMBINED_STILL),
        (((13,), (13, 11), (13, 11)), Situation.COMBINED),
        (((13, 11), (22,), (13, 11)), Situation.COMBINED),
        (((13, 11), (23,), (13, 11)), Situation.COMBINED),
        (((13, 11), (13, 11)), Situation.COMBINED),
    ],
)
def test_what_is_combined_is_still_only_after_three_measurements_with_it(
    activities: tuple[tuple[int, ...], ...], wanted: Situation
) -> None:
    history = history_of(*(with_activities(STILL, *each) for each in activities))
    assert situation(history, progression(history, INSTRUMENT)) is wanted is situation_from_raw(history)


@pytest.mark.parametrize("wanted", [Situation.COMBINED, Situation.COMBINED_MOVING, Situation.COMBINED_STILL])
def test_even_with_everything_under_way_there_are_two(wanted: Situation) -> None:
    course = [with_activities(answers, *range(1, 22)) for answers in COURSES[wanted]]
    assert len(suggestions(history_of(*course))) == 2


def test_nothing_under_way_gets_a_question_first() -> None:
    first = suggestions(history_of(*COURSES[Situation.NONE]))[0]
    assert first.rule.form is Form.QUESTION
    because = first.rule.because
    assert because is not None
    assert "Hvad skal der til, for at noget kan komme i gang?" in because.texts["da"]
    assert "samtaler" in because.texts["da"]


def test_without_a_job_part_a_placement_is_put_beside_what_is_under_way() -> None:
    first = suggestions(history_of(*COURSES[Situation.WITHOUT_JOB]))[0]
    assert first.rule.rule_id == "placement-beside"
    assert first.activities == (8, 10, 13)
    assert first.under_way == {8, 10}


def test_job_alone_is_joined_by_what_the_lowest_theme_asks_for() -> None:
    history = history_of(with_activities(steps(4, B6=2, B4=1), 17))
    first, second = suggestions(history)[:2]
    assert (first.activities, first.reasons) == ((17, 6), (Reason(ReasonKind.LOWEST, "B4", 1),))
    assert (second.activities, second.reasons) == ((17, 11), (Reason(ReasonKind.LOW, "B6", 2),))


def test_treatment_under_way_that_may_not_be_named_is_left_out_beside_a_placement() -> None:
    first = suggestions(history_of(with_activities(STILL, 16)))[0]
    assert (first.rule.rule_id, first.activities) == ("placement-beside", (13,))


def test_combined_and_moving_is_kept_with_what_rose() -> None:
    first = suggestions(history_of(*COURSES[Situation.COMBINED_MOVING]))[0]
    assert first.rule.form is Form.KEEP
    assert first.activities == (11, 13)
    assert first.reasons == (Reason(ReasonKind.ROSE, "B6", 4, 1, 3),)


def test_two_moves_in_a_row_are_said_before_single_ones() -> None:
    course = [steps(2, B1=3), steps(2, B1=3, B6=3), steps(2, B1=4, B6=4)]
    kept = suggestions(history_of(*(with_activities(answers, 13, 11) for answers in course)))[0]
    assert kept.reasons == (Reason(ReasonKind.ROSE, "B6", 4, 2, 2),)


def test_combined_and_still_looks_at_the_fit_and_keeps_nothing() -> None:
    found = suggestions(history_of(*COURSES[Situation.COMBINED_STILL]))
    assert [each.rule.rule_id for each in found[:2]] == ["look-at-the-fit", "what-do-we-miss"]
    assert not any(each.rule.form is Form.KEEP for each in found)


def test_health_still_low_for_three_measurements_brings_treatment_too() -> None:
    course = [with_activities(steps(4, B6=2, B1=b1), 22) for b1 in (3, 4, 3)]
    assert "placement-and-treatment" not in ids(history_of(*course[:2]))
    assert "placement-and-treatment" in ids(history_of(*course))
    treatment = next(e for e in suggestions(history_of(*course)) if e.rule.rule_id == "placement-and-treatment")
    assert treatment.reasons == (Reason(ReasonKind.STILL, "B6", 2, 3),)


def test_a_second_card_for_health_waits_for_the_other_themes() -> None:
    found = suggestions(history_of(with_activities(steps(4, B6=1, B4=2), 22)))
    second_parts = [each.activities for each in found if each.rule.form is Form.COMBINATION]
    assert second_parts[:2] == [(13, 11), (13, 6)]
    assert second_parts.index((13, 9)) > second_parts.index((13, 1))


def test_a_low_belief_of_the_citizens_brings_a_short_placement() -> None:
    assert ids(history_of(with_activities(steps(4, B8=2), 22)))[1] == "short-placement"


@pytest.mark.parametrize(
    ("item", "rule"),
    [
        ("S2", "own-realism"),
        ("S3", "own-focus"),
        ("S7", "own-instruction"),
        ("S8", "own-concentration"),
    ],
)
def test_what_only_she_answered_shows_on_her_own_page_only(item: str, rule: str) -> None:
    history = history_of(with_activities(steps(4, **{item: 2}), 22))
    assert ids(history, audience=Audience.OWN) == [rule]
    assert rule not in ids(history)


def test_her_paired_answer_counts_on_the_shared_page_only_where_there_are_pairs() -> None:
    history = history_of(with_activities(steps(4, S11=2), 22))
    assert Reason(ReasonKind.LOW, "S11", 2) in [r for each in suggestions(history) for r in each.reasons]
    assert not [r for each in suggestions(history, pairs=False) for r in each.reasons if r.item]


@EXAMPLES
@given(histories())
def test_at_first_there_are_two_combinations_to_choose_between(history: History) -> None:
    found = suggestions(history)
    shown = first_shown(found)
    combinations = [each for each in found if each.rule.form is Form.COMBINATION]
    assert shown == found[: len(shown)]
    assert len(shown) >= min(AT_ONCE, len(found))
    assert [each for each in shown if each.rule.form is Form.COMBINATION][:2] == combinations[:2]
