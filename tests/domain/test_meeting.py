# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The meeting as a state machine: nobody sees the other's answers before the reveal, on any path."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.meeting import Event, Meeting, Place, State, Step, When
from bip_desktop.domain.questionnaire import Respondent
from tests.exchange.submission_cases import citizen, meeting

DAY = date(2026, 11, 21)
MEETING = replace(meeting(citizen(), held_on=DAY), state=State.PREPARED, caseworker_when=When.DURING)
CITIZEN, CASEWORKER = Respondent.CITIZEN, Respondent.CASEWORKER

LEGAL = {
    State.PREPARED: {Event.START: State.CITIZEN_ANSWERING},
    State.CITIZEN_ANSWERING: {Event.PAUSE: State.PAUSED, Event.CITIZEN_DONE: State.CITIZEN_FINISHED},
    State.PAUSED: {Event.RESUME: State.CITIZEN_ANSWERING, Event.CITIZEN_DONE: State.CITIZEN_FINISHED},
    State.CITIZEN_FINISHED: {
        Event.CASEWORKER_BEGINS: State.CASEWORKER_ANSWERING,
        Event.REVEAL: State.REVEALED,
    },
    State.CASEWORKER_ANSWERING: {Event.REVEAL: State.REVEALED},
    State.REVEALED: {Event.CLOSE: State.CLOSED},
    State.CLOSED: {},
}
"""The picture in experience.md, with "from any: voided" left to the tests."""


def at(state: State) -> Meeting:
    return replace(MEETING, state=state)


def expected(state: State, event: Event) -> State | None:
    if state is State.VOIDED:
        return None
    return State.VOIDED if event is Event.VOID else LEGAL[state].get(event)


@pytest.mark.parametrize(("state", "event"), list(product(State, Event)))
def test_every_event_moves_as_drawn_or_is_refused(state: State, event: Event) -> None:
    target = expected(state, event)
    if target is not None:
        moved = at(state).moved(event)
        assert moved.state is target
        assert replace(moved, state=state) == at(state)
        return
    with pytest.raises(BipError, check=lambda error: error.code is Code.MEETING_EVENT) as caught:
        at(state).moved(event)
    assert caught.value.facts == {"state": state.value, "event": event.value}


def walk(events: Sequence[Event]) -> list[Meeting]:
    """Every meeting on the way; a refused event leaves it where it is."""
    path = [MEETING]
    for event in events:
        with suppress(BipError):
            path.append(path[-1].moved(event))
    return path


EVENTS = st.lists(
    # void is rarer, so that paths get far
    st.sampled_from([*(event for event in Event if event is not Event.VOID)] * 3 + [Event.VOID]),
    max_size=40,
)


@settings(max_examples=1500)
@given(EVENTS)
def test_on_no_path_does_anyone_see_the_other_before_the_reveal(events: list[Event]) -> None:
    path = walk(events)
    states = [passed.state for passed in path]
    for number, passed in enumerate(path):
        revealed = State.REVEALED in states[: number + 1] and passed.state is not State.VOIDED
        assert passed.is_revealed is revealed
        for reader, writer in ((CITIZEN, CASEWORKER), (CASEWORKER, CITIZEN)):
            assert passed.may_see(reader, writer) is revealed
        if not revealed:  # at most one of the two is at the questions
            assert not (passed.may_answer(CITIZEN) and passed.may_answer(CASEWORKER))
            for side in Respondent:
                assert passed.may_see(side, side) is passed.may_answer(side)


@settings(max_examples=1500)
@given(EVENTS)
def test_no_path_goes_back_before_the_reveal_or_out_of_voided(events: list[Event]) -> None:
    states = [passed.state for passed in walk(events)]
    if State.REVEALED in states:
        after = states[states.index(State.REVEALED) :]
        assert set(after) <= {State.REVEALED, State.CLOSED, State.VOIDED}
    if State.VOIDED in states:
        assert states.index(State.VOIDED) == len(states) - 1
    if State.CITIZEN_FINISHED in states:
        finished = states[states.index(State.CITIZEN_FINISHED) :]
        assert not {State.PREPARED, State.CITIZEN_ANSWERING, State.PAUSED} & set(finished)


@pytest.mark.parametrize(
    ("state", "theirs", "hers"),
    [
        (State.PREPARED, False, True),
        (State.CITIZEN_ANSWERING, True, False),
        (State.PAUSED, False, False),
        (State.CITIZEN_FINISHED, False, False),
        (State.CASEWORKER_ANSWERING, False, True),
        (State.REVEALED, True, True),
        (State.CLOSED, True, True),
        (State.VOIDED, False, False),
    ],
)
def test_each_side_answers_in_its_own_turn(state: State, hers: bool, theirs: bool) -> None:
    assert (at(state).may_answer(CITIZEN), at(state).may_answer(CASEWORKER)) == (theirs, hers)


def test_what_is_sealed_beforehand_is_not_even_shown_to_its_writer_in_the_citizens_turn() -> None:
    for state in (State.CITIZEN_ANSWERING, State.PAUSED, State.CITIZEN_FINISHED):
        assert not at(state).may_see(CASEWORKER, CASEWORKER)


@pytest.mark.parametrize("state", State)
def test_all_but_closed_and_voided_are_open(state: State) -> None:
    assert at(state).is_open is (state not in (State.CLOSED, State.VOIDED))


@pytest.mark.parametrize(("when", "pairs"), [(When.BEFORE, True), (When.DURING, True), (When.AFTER, False)])
def test_a_meeting_whose_caseworker_answered_last_has_no_pairs(when: When, pairs: bool) -> None:
    assert replace(MEETING, caseworker_when=when).has_pairs is pairs


@pytest.mark.parametrize(("days", "fresh"), [(0, True), (7, True), (8, False), (400, False)])
def test_what_is_prepared_is_fresh_for_seven_days(days: int, fresh: bool) -> None:
    prepared = replace(MEETING, prepared_on=DAY - timedelta(days=days))
    assert prepared.preparation_is_valid(DAY) is fresh
    assert not MEETING.preparation_is_valid(DAY)


@pytest.mark.parametrize(
    "place", [*(Place(step) for step in Step), Place(Step.CITIZEN, "B10"), Place(Step.CASEWORKER, "S12")]
)
def test_a_place_is_read_as_it_was_written(place: Place) -> None:
    assert Place.parse(str(place)) == place
    assert MEETING.at(place).place == place
