# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Looking at it together: the citizen's history as one frozen picture, and what suggestions fit it."""

from dataclasses import dataclass

from bip_desktop.domain.errors import BipError
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.intervention import Mark, Origin, Status
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.progression import History, Progression, TwoViews, progression, two_views
from bip_desktop.domain.suggestion import Audience, RuleTable, Suggestion, suggest
from bip_desktop.services.ports import Instruments, Rules, ShownSuggestion, UnitOfWork, Unlocked


@dataclass(frozen=True, slots=True)
class Together:
    """What the shared pages show: frozen at one moment."""

    moved: Progression
    views: tuple[TwoViews, ...]
    """Empty where the caseworker had not answered before the reveal."""
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Help:
    """What the page "Hvad kan hjælpe?" shows."""

    suggestions: tuple[Suggestion, ...]
    table: RuleTable
    under_way: tuple[int, ...] | None
    """Activities from the newest S1; None where it is not known."""


class Following:
    """The citizen's measurements over time."""

    def __init__(self, unlocked: Unlocked, instruments: Instruments, rules: Rules) -> None:
        self._unlocked = unlocked
        self._instruments = instruments
        self._rules = rules

    def history(self, citizen_id: CitizenId) -> History:
        """The revealed measurements, oldest first."""
        with self._unlocked.store.reading() as work:
            return read_history(work, self._instruments, citizen_id)

    def together(self, citizen_id: CitizenId) -> Together | None:
        """The picture at the newest revealed measurement; None where there is none yet."""
        history = self.history(citizen_id)
        if not history:
            return None
        meeting, measurement = history[-1]
        return Together(
            moved=progression(history, measurement.instrument),
            views=two_views(measurement) if meeting.has_pairs and meeting.caseworker_part is not None else (),
            meetings=tuple(meeting for meeting, _ in history),
        )

    def rules(self) -> RuleTable | None:
        """The rule table in use; None where it cannot be read."""
        try:
            return self._rules.current()
        except BipError:
            return None

    def help(self, citizen_id: CitizenId, *, audience: Audience = Audience.SHARED) -> Help | None:
        """Suggestions at the newest revealed measurement; None where there is none yet."""
        history = self.history(citizen_id)
        if not history:
            return None
        meeting, measurement = history[-1]
        table = self._rules.current()
        activities = measurement.activities()
        return Help(
            suggestions=suggest(
                table,
                history,
                progression(history, measurement.instrument),
                audience=audience,
                pairs=meeting.has_pairs,
            ),
            table=table,
            under_way=None if activities is None else tuple(sorted(activities)),
        )


def read_history(work: UnitOfWork, instruments: Instruments, citizen_id: CitizenId) -> History:
    """The revealed measurements of one citizen, oldest first, each in its own version of the instrument."""
    answers = work.meetings.measurements(citizen_id)
    return tuple(
        (
            meeting,
            Measurement(
                instruments.version(meeting.instrument_id, meeting.instrument_version),
                blind=answers.get(meeting.meeting_id, {}).get(False, {}),
                later=answers.get(meeting.meeting_id, {}).get(True, {}),
            ),
        )
        for meeting in work.meetings.of(citizen_id)
        if meeting.is_revealed
    )


def marks_of(
    activities: frozenset[int] | None,
    shown: tuple[ShownSuggestion, ...],
    own: frozenset[int],
    dropped: frozenset[int],
) -> tuple[Mark, ...]:
    """What became of each activity at a meeting.

    Ongoing is what S1 says and nobody has stopped; agreed is what was chosen, from a suggestion or by the two
    themselves; shown is what stood on a suggestion that was seen and not chosen.
    """
    ongoing = (activities or frozenset()) - dropped
    suggested = {activity for each in shown if each.chosen for activity in each.activities}
    seen = {activity for each in shown if not each.chosen for activity in each.activities}
    agreed = suggested | own
    return (
        *(Mark(activity, Status.ONGOING, Origin.OWN) for activity in sorted(ongoing)),
        # Their own wish counts first, so that it is still there when a suggestion with it is let go again.
        *(Mark(a, Status.AGREED, Origin.OWN if a in own else Origin.SUGGESTED) for a in sorted(agreed)),
        *(Mark(activity, Status.SHOWN, Origin.SUGGESTED) for activity in sorted(seen - agreed)),
        *(Mark(activity, Status.DROPPED, Origin.OWN) for activity in sorted(dropped)),
    )
