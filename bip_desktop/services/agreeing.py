# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Choosing what could help, agreeing on something, and closing the meeting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bip_desktop.domain.agreement import Agreement, How, Task
from bip_desktop.domain.caseload import standing
from bip_desktop.domain.citizen import Caseworker
from bip_desktop.domain.cpr import without_cpr
from bip_desktop.domain.ids import CaseworkerId, MeetingId
from bip_desktop.domain.intervention import Origin, Status
from bip_desktop.domain.meeting import Event, Meeting
from bip_desktop.domain.progression import progression
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.domain.suggestion import Suggestion
from bip_desktop.services.following import marks_of, read_history
from bip_desktop.services.ports import Instruments, ShownSuggestion, UnitOfWork, Unlocked


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen on "Hvad kan hjælpe?" so far."""

    shown: tuple[ShownSuggestion, ...] = ()
    own: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()

    @property
    def agreed(self) -> tuple[int, ...]:
        """Every activity chosen, from suggestions and of their own."""
        chosen = {activity for each in self.shown if each.chosen for activity in each.activities}
        return tuple(sorted(chosen | self.own))


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """What the printed agreement and the journal note say."""

    citizen: str
    caseworker: Caseworker
    site_name: str
    on: date
    agreement: Agreement
    activities: tuple[int, ...]
    hidden: bool = False
    """Whether something in the two people's own words looked like a CPR number, and was left out."""


class Agreeing:
    """The last steps of a meeting. Everything is kept as it is typed and chosen."""

    def __init__(self, unlocked: Unlocked, instruments: Instruments) -> None:
        self._unlocked = unlocked
        self._instruments = instruments

    # -- how it went with the last one -----------------------------------------------------------------------------

    def last(self, meeting: Meeting) -> tuple[MeetingId, Agreement] | None:
        """The agreement to begin with: the newest before this meeting."""
        with self._unlocked.store.reading() as work:
            return work.meetings.last_agreement(meeting.citizen_id, meeting.number)

    def set_how(self, meeting_id: MeetingId, task: int, how: How | None) -> None:
        """How promise number `task` (from 0) of an earlier agreement went."""
        with self._unlocked.store.writing() as work:
            work.meetings.set_how(meeting_id, task, how)

    # -- choosing --------------------------------------------------------------------------------------------------

    def choices(self, meeting: Meeting) -> Choices:
        """What has been chosen at this meeting so far."""
        with self._unlocked.store.reading() as work:
            return _read_choices(work, meeting)

    def show(self, meeting: Meeting, suggestions: Sequence[Suggestion]) -> Choices:
        """Records that these suggestions are on the screen; what was chosen before stays chosen."""
        before = self.choices(meeting)
        known = {each.rule_id for each in before.shown}
        new = tuple(
            ShownSuggestion(suggestion.rule.rule_id, len(known) + place, suggestion.activities, chosen=False)
            for place, suggestion in enumerate(each for each in suggestions if each.rule.rule_id not in known)
        )
        return self._write(meeting, replace(before, shown=before.shown + new)) if new else before

    def choose(self, meeting: Meeting, rule_id: str, *, chosen: bool) -> Choices:
        """Chooses a suggestion, or lets it go again."""
        before = self.choices(meeting)
        shown = tuple(replace(each, chosen=chosen) if each.rule_id == rule_id else each for each in before.shown)
        return self._write(meeting, replace(before, shown=shown))

    def set_own(self, meeting: Meeting, activities: frozenset[int]) -> Choices:
        """The two people's own proposal."""
        return self._write(meeting, replace(self.choices(meeting), own=activities))

    def set_dropped(self, meeting: Meeting, activities: frozenset[int]) -> Choices:
        """What was under way and stops now."""
        return self._write(meeting, replace(self.choices(meeting), dropped=activities))

    def _write(self, meeting: Meeting, choices: Choices) -> Choices:
        with self._unlocked.store.writing() as work:
            work.meetings.set_shown(meeting.meeting_id, choices.shown)
            self._write_marks(work, meeting, choices)
        return choices

    def _write_marks(self, work: UnitOfWork, meeting: Meeting, choices: Choices) -> None:
        instrument = self._instruments.version(meeting.instrument_id, meeting.instrument_version)
        activities = work.meetings.measurement(meeting.meeting_id, instrument).activities()
        sensitive = {option.number for option in instrument.activities.options if option.sensitive}
        marks = marks_of(activities, choices.shown, choices.own, choices.dropped)
        # What may not be named before both cannot be agreed on by both: not even by a choice kept from before.
        kept = tuple(m for m in marks if not (m.status is Status.AGREED and m.activity in sensitive))
        work.meetings.set_marks(meeting.meeting_id, kept)

    # -- agreeing --------------------------------------------------------------------------------------------------

    def agreement(self, meeting: Meeting) -> Agreement:
        """What is written down so far."""
        with self._unlocked.store.reading() as work:
            return work.meetings.agreement(meeting.meeting_id)

    def set_agreement(self, meeting: Meeting, agreement: Agreement) -> None:
        """Writes the agreement down, as it is now, and plans the next meeting."""
        tidy = replace(
            agreement,
            goals=tuple(text for goal in agreement.goals if (text := " ".join(goal.split()))),
            tasks=tuple(
                Task(task.who, text, task.by, task.how)
                for task in agreement.tasks
                if (text := " ".join(task.what.split()))
            ),
        )
        with self._unlocked.store.writing() as work:
            work.meetings.set_agreement(meeting.meeting_id, tidy)
            work.citizens.plan(meeting.citizen_id, tidy.next_meeting)

    def page(self, meeting: Meeting) -> AgreementPage:
        """The agreement as it leaves the screen: never with a CPR number in it."""
        with self._unlocked.store.reading() as work:
            written = work.meetings.agreement(meeting.meeting_id)
            agreement = replace(
                written,
                goals=tuple(without_cpr(goal) for goal in written.goals),
                tasks=tuple(replace(task, what=without_cpr(task.what)) for task in written.tasks),
            )
            return AgreementPage(
                citizen=work.citizens.get(meeting.citizen_id).name,
                caseworker=work.people.caseworker(meeting.caseworker_id),
                site_name=self._unlocked.installation.site_name,
                on=meeting.held_on,
                agreement=agreement,
                activities=tuple(
                    sorted({m.activity for m in work.meetings.marks(meeting.meeting_id) if m.status is Status.AGREED})
                ),
                hidden=agreement != written,
            )

    def phone(self, meeting: Meeting) -> str:
        """The caseworker's direct number, empty where it is not known."""
        with self._unlocked.store.reading() as work:
            return work.people.caseworker(meeting.caseworker_id).phone

    def set_phone(self, meeting: Meeting, phone: str) -> None:
        """Remembers the caseworker's direct number for this agreement and those to come."""
        with self._unlocked.store.writing() as work:
            change_phone(work, meeting.caseworker_id, phone)

    def close(self, meeting: Meeting) -> Meeting:
        """Closes the meeting: from now on it counts in the caseload and may be sent to research."""
        with self._unlocked.store.writing() as work:
            instrument = self._instruments.version(meeting.instrument_id, meeting.instrument_version)
            measurement = work.meetings.measurement(meeting.meeting_id, instrument)
            closed = meeting.moved(Event.CLOSE)
            if meeting.caseworker_part is None:
                for code, value in measurement.filled(Respondent.CASEWORKER).items():
                    work.meetings.answer(meeting.meeting_id, code, value, after_reveal=False)
                    measurement = measurement.answered(code, value)
                closed = replace(closed, caseworker_part=measurement.part(Respondent.CASEWORKER))
            self._write_marks(work, meeting, _read_choices(work, meeting))
            work.meetings.save(closed)
            history = read_history(work, self._instruments, meeting.citizen_id)
            work.citizens.set_standing(
                standing(
                    meeting.citizen_id,
                    progression(history, instrument),
                    measurement.kinds(),
                    work.meetings.agreement(meeting.meeting_id),
                )
            )
        return closed


def _read_choices(work: UnitOfWork, meeting: Meeting) -> Choices:
    marks = work.meetings.marks(meeting.meeting_id)
    return Choices(
        shown=tuple(work.meetings.shown(meeting.meeting_id)),
        own=frozenset(m.activity for m in marks if m.status is Status.AGREED and m.origin is Origin.OWN),
        dropped=frozenset(m.activity for m in marks if m.status is Status.DROPPED),
    )


def change_phone(work: UnitOfWork, caseworker_id: CaseworkerId, phone: str) -> None:
    """Writes a caseworker's direct number, without the spaces around it."""
    known = work.people.caseworker(caseworker_id)
    if (tidy := " ".join(phone.split())) != known.phone:
        work.people.change(replace(known, phone=tidy))
