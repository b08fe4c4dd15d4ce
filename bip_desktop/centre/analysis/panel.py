# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The answers that analyses look at: one row a meeting, with what follows from the rows around it."""

from dataclasses import dataclass, field, replace

import numpy as np

from bip_desktop.centre.analysis.answer_codes import ABSENT, CHANNELS, SCALES, Codes
from bip_desktop.centre.analysis.effects import Sample
from bip_desktop.centre.analysis.reading import Read
from bip_desktop.centre.analysis.reading_linked import Register
from bip_desktop.centre.analysis.settings import BELIEF, Settings
from bip_desktop.centre.analysis.weeks import YEAR, Flags, outcome
from bip_desktop.centre.statistics.within import Floats, Integers

OUTCOMES = ("job52", "jobedu52", "ext52", "job_at_52")
DONT_KNOW = -99
GROUPS: dict[str, tuple[int, ...]] = {
    "job": (3, 5, 7, 12, 13, 14, 17, 19, 20),
    "upskilling": (1, 2, 18, 21),
    "social": (4, 6, 8, 15),
    "health": (9, 10, 11, 16),
}
"""S1's activities by group; each of 1 to 21 is in one."""
NO_ACTIVITY, ACTIVITY_UNKNOWN = 22, 23
NOT_SEARCHING = 7
"""B10's option."""
WEEKS_IN_QUARTER = 13


@dataclass(frozen=True)
class Panel:
    """Rows in the order of citizen and time. `values`, `outcomes` and `register` have a row for each."""

    citizen: Integers
    caseworker: Integers
    site: Integers
    week: Integers
    number: Integers
    reason: Integers
    values: Codes
    outcomes: dict[str, Floats]
    register: Register
    linked: Flags
    followed: Flags
    """Whether all the 52 weeks are observed."""
    paired: Flags
    caseworker_sheet: Flags
    citizen_sheet: Flags
    round: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """The how manyeth paired answer of the citizen it is, from 0; only of paired rows."""
    previous: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Where the citizen's paired answer before stands among these rows; -1 where there is none."""

    def __len__(self) -> int:
        return len(self.citizen)

    def scale(self, item: str) -> Floats:
        """The answers to a scale, nan where there is none."""
        raw = self.values[:, SCALES.index(item)]
        return np.where(raw >= 1, raw, np.nan).astype(float)

    def code(self, item: str) -> Codes:
        """The answers to a scale with their missing codes."""
        return np.asarray(self.values[:, SCALES.index(item)])

    def change(self, item: str) -> Floats:
        """The change since the citizen's answer before, whoever took it."""
        level = self.scale(item)
        before = np.where(self.previous >= 0, level[np.maximum(self.previous, 0)], np.nan)
        return np.asarray(level - before)

    @property
    def channels(self) -> Codes:
        """(n, 8): B10's ticks."""
        return np.asarray(self.values[:, len(SCALES) : len(SCALES) + CHANNELS])

    @property
    def activities(self) -> Codes:
        """(n, 23): S1's ticks."""
        return np.asarray(self.values[:, len(SCALES) + CHANNELS :])

    @property
    def belief(self) -> Floats:
        """S12, nan for "ved ikke"."""
        return self.scale(BELIEF)

    @property
    def quarter(self) -> Integers:
        """Quarters of a year since the first of all answers."""
        return np.asarray((self.week - self.week.min()) // WEEKS_IN_QUARTER)

    def sample(self, rows: Flags | Integers | None = None) -> Sample:
        """How many stand behind these rows."""
        if rows is None:
            return Sample.of(self.citizen, self.caseworker)
        return Sample.of(self.citizen[rows], self.caseworker[rows])

    def sites(self, rows: Flags) -> int:
        """Jobcentres among these rows."""
        return len(np.unique(self.site[rows]))

    def where(self, rows: Flags) -> "Panel":
        """Only these rows; `previous` points where it did, or nowhere."""
        place = np.where(rows, np.cumsum(rows) - 1, -1)
        previous = self.previous
        if len(previous):
            kept = previous[rows]
            previous = np.where(kept >= 0, place[np.maximum(kept, 0)], -1)
        return replace(
            self,
            citizen=self.citizen[rows],
            caseworker=self.caseworker[rows],
            site=self.site[rows],
            week=self.week[rows],
            number=self.number[rows],
            reason=self.reason[rows],
            values=self.values[rows],
            outcomes={name: values[rows] for name, values in self.outcomes.items()},
            register=Register(self.register.names, self.register.values.where(rows)),
            linked=self.linked[rows],
            followed=self.followed[rows],
            paired=self.paired[rows],
            caseworker_sheet=self.caseworker_sheet[rows],
            citizen_sheet=self.citizen_sheet[rows],
            round=self.round[rows] if len(self.round) else self.round,
            previous=previous,
        )


def make_panel(read: Read, settings: Settings) -> Panel:
    """All meetings, not yet narrowed to the paired ones."""
    m = read.meetings
    known = read.spells["observed"].knows(m.citizen) if read.spells is not None else np.zeros(len(m.citizen), bool)
    return Panel(
        citizen=m.citizen,
        caseworker=m.caseworker,
        site=m.site,
        week=m.week,
        number=m.number,
        reason=m.reason,
        values=read.values,
        outcomes=_outcomes(read, settings),
        register=read.register,
        linked=known,
        followed=_followed(read),
        paired=m.citizen_sheet & m.caseworker_sheet,
        caseworker_sheet=m.caseworker_sheet,
        citizen_sheet=m.citizen_sheet,
    )


def paired_only(panel: Panel) -> Panel:
    """The paired answers, each with its round and the one before it."""
    rows = panel.where(panel.paired)
    first = np.ones(len(rows), dtype=bool)
    first[1:] = rows.citizen[1:] != rows.citizen[:-1]
    place = np.arange(len(rows))
    begins = np.maximum.accumulate(np.where(first, place, 0)) if len(rows) else place
    return replace(rows, round=place - begins, previous=np.where(first, -1, place - 1))


def _followed(read: Read) -> Flags:
    m = read.meetings
    if read.spells is None:
        return np.zeros(len(m.citizen), dtype=bool)
    return read.spells["observed"].covers(m.citizen, m.week + 1, m.week + YEAR)


def _outcomes(read: Read, settings: Settings) -> dict[str, Floats]:
    m = read.meetings
    if read.spells is None:
        return {name: np.full(len(m.citizen), np.nan) for name in OUTCOMES}
    first, last, observed = m.week + 1, m.week + YEAR, _followed(read)
    counts = observed | (not settings.outcomes.followed_only)
    made = {}
    for name in ("job52", "jobedu52", "ext52"):
        happened = np.zeros(len(m.citizen), dtype=bool)
        for kind in getattr(settings.outcomes, name):
            happened |= read.spells[kind].touches(m.citizen, first, last)
        made[name] = outcome(happened & counts, observed)
    then = np.zeros(len(m.citizen), dtype=bool)
    for kind in settings.outcomes.job52:
        then |= read.spells[kind].covers(m.citizen, last, last)
    made["job_at_52"] = outcome(then & counts, observed)
    return made


def activity_groups(panel: Panel) -> tuple[dict[str, Flags], Flags, Flags, Flags]:
    """Which groups have a tick, which answers tick "ingen aktiviteter", which are answered at all, and which contradict
    themselves (22 or 23 with another): those count as not answered."""
    ticks = panel.activities == 1
    given = (panel.activities >= 0).any(axis=1) & (panel.activities != ABSENT).any(axis=1)
    active = ticks[:, : NO_ACTIVITY - 1].any(axis=1)
    none, unknown = ticks[:, NO_ACTIVITY - 1], ticks[:, ACTIVITY_UNKNOWN - 1]
    contradicts = (none & (active | unknown)) | (unknown & active)
    clean = given & ~contradicts
    groups = {name: ticks[:, [n - 1 for n in numbers]].any(axis=1) & clean for name, numbers in GROUPS.items()}
    return groups, none & clean, clean, contradicts
