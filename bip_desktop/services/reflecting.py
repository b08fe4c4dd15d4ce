# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseworker's own pages: what she has answered, what it led to, and what she notes for herself. Nobody else's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bip_desktop.domain.citizen import CourseEnd
from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.questionnaire import Missing, Step, Value
from bip_desktop.domain.reflection import Reflection, invites_reflection
from bip_desktop.domain.stalled import Reason, stalled
from bip_desktop.services.caseload import read_rhythm
from bip_desktop.services.following import read_history
from bip_desktop.services.ports import Instruments, Now, Unlocked

BELIEF = "S12"
LEAST_CITIZENS = 10
"""So many citizens before a caseworker's answers may be taken together (source 001)."""
LEAST_COLLEAGUES = 5
"""So many such colleagues before hers may stand beside theirs."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A closed course of hers, with the last she answered to S12 before."""

    name: str
    citizen_id: CitizenId
    end: CourseEnd
    belief: Value | None


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """How her answers to S12 spread, over all her measurements, and how her closed courses ended."""

    counts: Mapping[int, int]
    """Answers by step, 1 to 5."""
    dont_know: int
    citizens: int
    """Of how many citizens she has answered with a step."""
    mean: Fraction | None
    """Her mean over each citizen's newest such answer; None below `LEAST_CITIZENS`."""
    ended: tuple[Ended, ...]
    """The newest end first."""
    colleagues: int = 0
    """How many colleagues have answered on `LEAST_CITIZENS` too."""
    colleagues_mean: Fraction | None = None
    """The mean of their means; None where she has none herself, or they are fewer than `LEAST_COLLEAGUES`."""

    @property
    def answers(self) -> int:
        """All her answers, "don't know" too."""
        return sum(self.counts.values()) + self.dont_know


@dataclass(frozen=True, slots=True)
class Doubt:
    """A closed meeting after which she may ask herself the two questions, with what she has noted."""

    meeting_id: MeetingId
    number: int
    noted: Reflection


class Reflecting:
    """What the caseworker alone looks at."""

    def __init__(self, unlocked: Unlocked, instruments: Instruments, now: Now) -> None:
        self._unlocked = unlocked
        self._instruments = instruments
        self._now = now

    def reasons_to_stop(self, citizen_id: CitizenId) -> tuple[Reason, ...]:
        """Why this course may be worth stopping at now."""
        with self._unlocked.store.reading() as work:
            row = work.citizens.row(citizen_id)
            return stalled(row, self._now().date(), read_rhythm(work))

    def doubts(self, citizen_id: CitizenId) -> Sequence[Doubt]:
        """Her meetings with this citizen after which the two questions are asked, the newest first: the newest
        measurement where she doubted, and all that she has noted something after."""
        with self._unlocked.store.reading() as work:
            noted = work.meetings.reflections(citizen_id)
            mine = [
                (meeting, measured)
                for meeting, measured in read_history(work, self._instruments, citizen_id)
                if meeting.caseworker_id == self._unlocked.caseworker.caseworker_id
            ]
        return [
            Doubt(meeting.meeting_id, meeting.number, noted.get(meeting.meeting_id, Reflection()))
            for meeting, measured in reversed(mine)
            if meeting.meeting_id in noted or (meeting is mine[-1][0] and invites_reflection(meeting, measured))
        ]

    def note(self, meeting_id: MeetingId, reflection: Reflection) -> None:
        """Keeps what she has written, as it is now."""
        tidy = Reflection(reflection.needed.strip(), reflection.with_whom.strip())
        with self._unlocked.store.writing() as work:
            work.meetings.set_reflection(meeting_id, tidy)

    def own_picture(self) -> OwnPicture:
        """Over all her citizens, closed courses too."""
        me = self._unlocked.caseworker.caseworker_id
        with self._unlocked.store.reading() as work:
            given = work.meetings.answers_of_caseworker(me, BELIEF)
            rows = work.citizens.caseload(me)
            colleagues, theirs = work.meetings.mean_of_colleagues(me, BELIEF, LEAST_CITIZENS, LEAST_COLLEAGUES)
        counts = dict.fromkeys(range(1, 6), 0)
        newest = dict(given)
        for _, value in given:
            if isinstance(value, Step):
                counts[value.step] += 1
        steps = {citizen_id: value.step for citizen_id, value in given if isinstance(value, Step)}
        mean = Fraction(sum(steps.values()), len(steps)) if len(steps) >= LEAST_CITIZENS else None
        ended = [
            Ended(row.citizen.name, row.citizen.citizen_id, row.citizen.course_end, newest.get(row.citizen.citizen_id))
            for row in rows
            if row.citizen.course_end is not None
        ]
        return OwnPicture(
            counts=counts,
            dont_know=sum(value is Missing.DONT_KNOW for _, value in given),
            citizens=len(steps),
            mean=mean,
            ended=tuple(sorted(ended, key=lambda each: (each.end.iso_week, each.name), reverse=True)),
            colleagues=colleagues,
            colleagues_mean=None if mean is None else theirs,
        )
