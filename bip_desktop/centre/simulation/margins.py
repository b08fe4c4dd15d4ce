# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How near an invented world of the sources' size comes to the figures they print."""

from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.simulation.answering import DECLINED, STEPS
from bip_desktop.centre.simulation.courses import PATTERNS
from bip_desktop.centre.simulation.people import Bools, Floats, Ints
from bip_desktop.centre.simulation.spells import EDUCATION, INCOME, JOB
from bip_desktop.centre.simulation.world import World

_YEAR = 52
_FEWEST = 10
"""Citizens of a caseworker in the sources' sample."""
_BY_S12 = (1.1, 2.6, 5.1, 10.4, 26.8)


@dataclass(frozen=True, slots=True)
class Margin:
    """A figure of this world beside the printed one. Percent where `percent`, else a count."""

    what: str
    printed: float
    found: float
    source: str
    percent: bool = False


def margins(world: World) -> list[Margin]:
    """The figures, in the order people ask for them."""
    courses, answers = world.courses, world.answers
    citizen_side, caseworker_side = answers.citizen_part != DECLINED, answers.caseworker_part != DECLINED
    seen: Bools = courses.week + _YEAR <= world.last_week
    seen &= world.people.linked[courses.citizen]
    job, education, income = (within_a_year(world, kind) for kind in (JOB, EDUCATION, INCOME))
    any_: Bools = job | education | income
    count = np.bincount(courses.citizen, minlength=world.options.citizens)
    changed = np.zeros(world.options.citizens, dtype=np.bool_)
    changed[courses.citizen[courses.reason > 0]] = True
    sample = _sample(world) & seen
    s12 = answers.steps[:, STEPS.index("S12")]
    known = s12 > 0
    thirds = _thirds(world, s12)
    pattern = np.bincount(courses.pattern, minlength=len(PATTERNS)) / max(1, len(courses.pattern))
    return [
        Margin("svar fra borgere", 13_688, int(citizen_side.sum()), "001"),
        Margin("svar fra sagsbehandlere", 13_561, int(caseworker_side.sum()), "001"),
        Margin("svar i 001's udvalg", 6_164, int(sample.sum()), "001"),
        Margin("sagsbehandlere i det", 115, len(np.unique(courses.caseworker[sample])), "001"),
        Margin("borgere i det", 2_701, len(np.unique(courses.citizen[sample])), "001"),
        _share("i arbejde inden for et år", 6, job[seen], "000"),
        _share("arbejde eller uddannelse", 10, (job | education)[seen], "000"),
        _share("nogen indkomst eller SU, i udvalget", 14.76, any_[sample], "001"),
        _share("mindst ét skift, af borgere med to svar", 40, changed[count >= 2], "000"),
        *(
            _share(f"i arbejde, hvor S12 er {step}", printed, job[seen & (s12 == step)], "000")
            for step, printed in enumerate(_BY_S12, 1)
        ),
        _share("S12 er Nej eller Tvivler", 48, s12[known] <= 2, "000"),
        _share("S12 er Ja", 6, s12[known] == 5, "000"),
        _share("i arbejde, laveste tredjedel af joborientering", 5.3, job[seen & (thirds == 0)], "000"),
        _share("i arbejde, højeste tredjedel", 7, job[seen & (thirds == 2)], "000"),
        Margin("ingen indsats", 23, 100 * float(pattern[0]), "004", percent=True),
        Margin("en enkelt", 50, 100 * float(pattern[1]), "004", percent=True),
        Margin("kombineret", 26, 100 * float(pattern[2] + pattern[3]), "004", percent=True),
        Margin("kombineret med job", 18, 100 * float(pattern[3]), "004", percent=True),
    ]


def _share(what: str, printed: float, which: Bools, source: str) -> Margin:
    return Margin(what, printed, 100 * float(which.mean()) if len(which) else float("nan"), source, percent=True)


def within_a_year(world: World, kind: int) -> Bools:
    """Whether a spell of this kind touches the 52 weeks after each meeting's."""
    courses, spells = world.courses, world.spells
    mine = spells.kind == kind
    # Spells of one kind do not overlap: it is the first that ends after the meeting's week, or none.
    width = world.last_week + 2
    ends = spells.citizen[mine] * width + spells.end[mine]
    begins = np.append(spells.start[mine], np.iinfo(np.int64).max)
    whose = np.append(spells.citizen[mine], -1)
    place = np.searchsorted(ends, courses.citizen * width + courses.week, side="right")
    result: Bools = (whose[place] == courses.citizen) & (begins[place] <= courses.week + _YEAR)
    return result


def _sample(world: World) -> Bools:
    """Caseworkers with answers on at least ten citizens, citizens with two answers, and not the first one."""
    courses, caseworkers = world.courses, world.options.caseworkers
    pairs = np.unique(courses.citizen * caseworkers + courses.caseworker)
    enough = np.bincount(pairs % caseworkers, minlength=caseworkers) >= _FEWEST
    result: Bools = enough[courses.caseworker] & (courses.number > 1)
    return result


def _thirds(world: World, s12: Ints) -> Ints:
    """Each meeting's third by the caseworker's mean S12 over her other citizens, beside her jobcentre's mean."""
    courses, caseworkers = world.courses, world.options.caseworkers
    known = (s12 > 0).astype(float)
    score = np.where(s12 > 0, s12, 0).astype(float)
    pair = np.unique(courses.citizen * caseworkers + courses.caseworker, return_inverse=True)[1]
    site = world.people.site[courses.citizen]

    def others(key: Ints, own: Ints) -> Floats:
        total, mine = np.bincount(key, score)[key], np.bincount(own, score)[own]
        count, my_count = np.bincount(key, known)[key], np.bincount(own, known)[own]
        left = count - my_count
        result: Floats = np.where(left > 0, (total - mine) / np.maximum(left, 1), np.nan)
        return result

    orientation = others(courses.caseworker, pair) - others(site, courses.citizen)
    found = ~np.isnan(orientation)
    cuts = np.quantile(orientation[found], (1 / 3, 2 / 3)) if found.any() else np.zeros(2)
    return np.where(found, np.searchsorted(cuts, orientation), -1)
