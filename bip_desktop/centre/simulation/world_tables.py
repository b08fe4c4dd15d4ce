# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented world as tables: those that `bip-centre tables` writes of it once its packages have been received."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from bip_desktop.centre.merged_tables import MERGED, SITE_COLUMN
from bip_desktop.centre.simulation.activities import NOTHING, activities_of
from bip_desktop.centre.simulation.answering import CITIZEN_STEPS, STEPS, UNITS
from bip_desktop.centre.simulation.people import Bools, Ints
from bip_desktop.centre.simulation.spells import KINDS
from bip_desktop.centre.simulation.world import FIRST_DAY, Texts, World
from bip_desktop.domain.citizen import ChangeReason
from bip_desktop.domain.intervention import Origin, Status
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.submission import NONE_BEFORE, SCALE_UNIT, TICK_UNIT, TombstoneKind, TombstoneReason
from bip_desktop.domain.submission_rows import BAND_YEARS
from bip_desktop.exchange.instrument_file import KINDS as GROUPS
from bip_desktop.exchange.instrument_file import TICKS
from bip_desktop.paths import resources

Frames = dict[str, pd.DataFrame]
OUTCOMES, REGISTER = "outcomes", "register"
OBSERVED = "observed"
RULES_VERSION = "1"
_PARTS = np.array([Part.COMPLETE.value, Part.PARTIAL.value, Part.DECLINED.value], dtype=object)
_WEEKS_BEFORE = 26
"""The registers follow people from so long before their first meeting."""
_MEETINGS_AT_A_TIME = 20_000
_Column = tuple[str, int, Ints, str | Texts]
_HEADERS = {table.name: list(table.header) for table in MERGED}


def world_tables(world: World) -> Frames:
    """Every table by its name, with the columns `bip-centre tables` writes; integers as integers."""
    parts: dict[str, list[pd.DataFrame]] = {}
    for name, piece in pieces(world):
        parts.setdefault(name, []).append(piece)
    return {name: made[0] if len(made) == 1 else pd.concat(made, ignore_index=True) for name, made in parts.items()}


def pieces(world: World) -> Iterator[tuple[str, pd.DataFrame]]:
    """The same, the answers some meetings at a time: of millions they would fill the memory."""
    yield "citizens", _citizens(world)
    yield "meetings", _meetings(world)
    columns = [*_answer_columns(world)]
    for first in range(0, len(world.names.meetings), _MEETINGS_AT_A_TIME):
        yield "answers", _answers(world, columns, slice(first, first + _MEETINGS_AT_A_TIME))
    yield "answers", _changed_answers(world)
    yield "interventions", _interventions(world)
    yield "tombstones", _tombstones(world)
    yield OUTCOMES, _outcomes(world)
    yield REGISTER, _register(world)


def _citizens(world: World) -> pd.DataFrame:
    people = world.people
    born = FIRST_DAY.year - people.age
    bands = born // BAND_YEARS * BAND_YEARS
    made = {
        SITE_COLUMN.name: world.sites[people.site],
        "citizen_id": world.names.citizens,
        "revision": 1,
        "sex": np.where(people.female == 1, "f", "m"),
        "birth_year_band": [f"{first}-{first + BAND_YEARS - 1}" for first in bands],
        "benefit": people.benefit,
        "research": 1,
    }
    return pd.DataFrame(made)[_HEADERS["citizens"]]


def _meetings(world: World) -> pd.DataFrame:
    from bip_desktop.exchange.instrument_file import InstrumentFolder

    instrument = InstrumentFolder(resources() / "instruments").current()
    courses, around = world.courses, world.circumstances
    since = np.where(courses.since < 0, NONE_BEFORE, courses.since)
    unknown = (courses.reason > 0) & (courses.citizen % 25 == 0)
    made = {
        SITE_COLUMN.name: world.sites[world.people.site[courses.citizen]],
        "meeting_id": world.names.meetings,
        "revision": 1 + around.corrected,
        "citizen_id": world.names.citizens[courses.citizen],
        "caseworker_id": world.names.caseworkers[courses.caseworker],
        "iso_week": world.weeks[courses.week],
        "measurement_number": courses.number,
        "weeks_since_previous": since,
        "caseworker_changed": (courses.reason > 0).astype(int),
        "change_reason": np.select(
            [courses.reason == 0, unknown], [NONE_BEFORE, int(ChangeReason.UNKNOWN)], courses.reason
        ),
        "language": around.language,
        "citizen_mode": around.mode,
        "caseworker_when": around.when,
        "instrument_id": instrument.instrument_id,
        "instrument_version": instrument.version,
        "wording_version": instrument.wording_version,
        "rules_version": RULES_VERSION,
        "citizen_part": _PARTS[world.answers.citizen_part],
        "caseworker_part": _PARTS[world.answers.caseworker_part],
    }
    return pd.DataFrame(made)[_HEADERS["meetings"]]


def _answers(world: World, columns: Sequence[_Column], rows: slice) -> pd.DataFrame:
    """Every item and option of these meetings."""
    names, width = world.names.meetings[rows], len(columns)
    units = np.empty((len(names), width), dtype=object)
    for place, (_, _, _, unit) in enumerate(columns):
        units[:, place] = unit if isinstance(unit, str) else unit[rows]
    made = {
        "meeting_id": np.repeat(names, width),
        "item": np.tile(np.array([item for item, *_ in columns], dtype=object), len(names)),
        "option": np.tile([option for _, option, *_ in columns], len(names)),
        "value": np.stack([values[rows] for _, _, values, _ in columns], axis=1).ravel(),
        "unit": units.ravel(),
        "revision": 1,
        "after_reveal": 0,
    }
    return pd.DataFrame(made)[_HEADERS["answers"]]


def _changed_answers(world: World) -> pd.DataFrame:
    """What was changed after both had seen each other's answers."""
    s12 = world.answers.steps[:, -1]
    later = world.circumstances.changed_after_reveal & (s12 > 0)
    made = {
        "meeting_id": world.names.meetings[later],
        "item": STEPS[-1],
        "option": 0,
        "value": np.where(s12[later] > 1, s12[later] - 1, 2),
        "unit": SCALE_UNIT,
        "revision": 2,
        "after_reveal": 1,
    }
    return pd.DataFrame(made)[_HEADERS["answers"]]


def _answer_columns(world: World) -> Iterator[_Column]:
    """(item, option, a value for each meeting, unit) in the instrument's order."""
    answers = world.answers
    for place, item in enumerate(STEPS[:CITIZEN_STEPS]):
        yield item, 0, answers.steps[:, place], SCALE_UNIT
    for option in range(TICKS["B10"]):
        yield "B10", option + 1, answers.channels[:, option], TICK_UNIT
    yield "B11", 0, answers.wage, np.array([unit.value for unit in UNITS], dtype=object)[answers.wage_unit]
    for option in range(TICKS["S1"]):
        yield "S1", option + 1, answers.activities[:, option], TICK_UNIT
    for place, item in enumerate(STEPS[CITIZEN_STEPS:], CITIZEN_STEPS):
        yield item, 0, answers.steps[:, place], SCALE_UNIT


def _interventions(world: World) -> pd.DataFrame:
    """What was ticked goes on or stops, and what is ticked next time was agreed, as the next meeting shows; some
    things were suggested and not chosen."""
    now = activities_of(world.answers.activities) == 1
    follows = np.zeros(len(now), dtype=np.bool_)
    follows[:-1] = world.courses.citizen[1:] == world.courses.citizen[:-1]
    after = np.zeros_like(now)
    after[:-1] = now[1:]
    after &= follows[:, None]
    shown = np.zeros_like(now)
    random = np.random.default_rng(world.options.seed)
    some = random.random(len(now)) < 0.3
    shown[some, random.integers(0, NOTHING - 1, size=int(some.sum()))] = True
    suggested = random.random(now.shape) < 0.35
    parts = [
        _marks(world, now & (after | ~follows[:, None]), Status.ONGOING, suggested),
        _marks(world, after & ~now, Status.AGREED, suggested),
        _marks(world, shown & ~now & ~after, Status.SHOWN, np.ones_like(suggested)),
        _marks(world, now & ~after & follows[:, None] & suggested, Status.DROPPED, suggested),
    ]
    together = pd.concat(parts, ignore_index=True)
    return together.sort_values(["place", "activity", "status"], kind="stable")[_HEADERS["interventions"]].reset_index(
        drop=True
    )


def _marks(world: World, which: Bools, status: Status, suggested: Bools) -> pd.DataFrame:
    place, activity = np.nonzero(which)
    groups = np.empty(NOTHING, dtype=object)
    for kind, options in GROUPS.items():
        groups[list(options)] = kind.value
    return pd.DataFrame(
        {
            "place": place,
            "meeting_id": world.names.meetings[place],
            "activity": activity + 1,
            "group": groups[activity + 1],
            "status": status.value,
            "origin": np.where(suggested[place, activity], Origin.SUGGESTED.value, Origin.OWN.value),
            "revision": 1 + world.circumstances.corrected[place],  # the set belongs to the meeting's row
        }
    )


def _tombstones(world: World) -> pd.DataFrame:
    made = {
        SITE_COLUMN.name: world.sites[np.arange(len(world.names.withdrawn)) % world.options.sites],
        "kind": TombstoneKind.CITIZEN.value,
        "id": world.names.withdrawn,
        "reason": TombstoneReason.WITHDRAWAL.value,
    }
    return pd.DataFrame(made)[_HEADERS["tombstones"]]


def _outcomes(world: World) -> pd.DataFrame:
    """The spells of those whom the registers know; `observed` from half a year before the first meeting."""
    spells, linked = world.spells, world.people.linked
    kept = linked[spells.citizen]
    known = np.flatnonzero(linked)
    start = np.concatenate([np.maximum(0, world.people.entry[known] - _WEEKS_BEFORE), spells.start[kept]])
    end = np.concatenate([np.full(len(known), world.last_week), spells.end[kept]])
    kinds = np.array(KINDS, dtype=object)[spells.kind[kept]]
    made = pd.DataFrame(
        {
            "citizen_id": world.names.citizens[np.concatenate([known, spells.citizen[kept]])],
            "kind": np.concatenate([np.full(len(known), OBSERVED, dtype=object), kinds]),
            "from_week": world.weeks[start],
            "to_week": world.weeks[end],
        }
    )
    return made.sort_values(["citizen_id", "kind", "from_week"], ignore_index=True)


def _register(world: World) -> pd.DataFrame:
    known = world.people.linked
    made = pd.DataFrame(
        {
            "citizen_id": world.names.citizens[known],
            **{name: values[known] for name, values in world.people.register.items()},
        }
    )
    return made.sort_values("citizen_id", ignore_index=True)
