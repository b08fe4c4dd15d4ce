# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Small invented worlds as plain tables, with a known truth: how caseworkers differ, what belief does."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

MONDAY = date(2014, 1, 6)
ACTIVITIES = 23


@dataclass(frozen=True)
class Options:
    """What is true."""

    seed: int = 1
    sites: int = 4
    caseworkers: int = 24
    citizens: int = 400
    answers: int = 3
    """Of each citizen, on average."""
    weeks: int = 150
    follow_up: int = 80
    difference: float = 0.0
    """Standard deviation of the caseworkers' effects on the chance of any outcome."""
    moves: float = 0.1
    missing: float = 0.01
    believers: float = 0.5
    """Standard deviation of the caseworkers' general belief."""
    works: float = 0.0
    """What a step of it does to the chance."""
    base: float = 0.15


def week_text(week: int) -> str:
    """`2014-W02` and on."""
    year, number, _ = (MONDAY + timedelta(weeks=int(week))).isocalendar()
    return f"{year}-W{number:02d}"


@dataclass(frozen=True)
class World:
    """The tables as frames."""

    citizens: pd.DataFrame
    meetings: pd.DataFrame
    answers: pd.DataFrame
    outcomes: pd.DataFrame
    register: pd.DataFrame

    def write(self, folder: Path) -> Path:
        """As CSV."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("citizens", "meetings", "answers", "outcomes", "register"):
            getattr(self, name).to_csv(folder / f"{name}.csv", index=False, lineterminator="\n")
        return folder


def invent(o: Options) -> World:
    """The tables of a world."""
    r = np.random.default_rng(o.seed)
    site_of_caseworker = np.arange(o.caseworkers) % o.sites
    effect = r.normal(0, 1, o.caseworkers) * o.difference
    belief = r.normal(0, 1, o.caseworkers) * o.believers
    citizen_site = r.integers(0, o.sites, o.citizens)
    health = r.normal(size=o.citizens)
    age = r.integers(20, 60, o.citizens)
    chosen = {s: np.flatnonzero(site_of_caseworker == s) for s in range(o.sites)}
    citizen, caseworker, week, number, changed = [], [], [], [], []
    for i in range(o.citizens):
        mine = r.choice(chosen[citizen_site[i]])
        at = int(r.integers(0, o.weeks // 2))
        for n in range(1 + r.poisson(o.answers - 1)):
            before = mine
            if n and r.random() < o.moves:
                mine = r.choice(chosen[citizen_site[i]])
            citizen.append(i)
            caseworker.append(mine)
            week.append(at)
            number.append(n + 1)
            changed.append(int(n > 0 and mine != before))
            at += int(r.integers(8, 18))
    c, k, w, change = (np.array(each) for each in (citizen, caseworker, week, changed))
    n = len(c)
    chance = np.clip(o.base + 0.06 * health[c] + effect[k] + o.works * belief[k], 0.005, 0.95)
    drift = r.normal(size=n) * 0.5
    scales = {}
    for item in [f"B{j}" for j in range(1, 10)] + [f"S{j}" for j in range(2, 12)]:
        raw = np.clip(np.round(3 + 0.7 * health[c] + drift + r.normal(size=n) * 0.8), 1, 5).astype(int)
        raw[r.random(n) < o.missing] = -99
        scales[item] = raw
    s12 = np.clip(np.round(2.6 + 0.6 * health[c] + belief[k] + r.normal(size=n) * 0.8), 1, 5).astype(int)
    s12[r.random(n) < 0.02] = -99
    scales["S12"] = s12
    return World(
        pd.DataFrame(
            {"site": [f"by-{s}" for s in citizen_site], "citizen_id": [f"c{i:05d}" for i in range(o.citizens)]}
        ),
        pd.DataFrame(
            {
                "site": [f"by-{s}" for s in citizen_site[c]],
                "meeting_id": [f"m{i:06d}" for i in range(n)],
                "citizen_id": [f"c{i:05d}" for i in c],
                "caseworker_id": [f"k{i:04d}" for i in k],
                "iso_week": [week_text(each) for each in w],
                "measurement_number": number,
                "change_reason": np.where(change == 1, 1, -97),
                "citizen_part": "complete",
                "caseworker_part": "complete",
            }
        ),
        _answers(scales, r, n),
        _outcomes(o, c, w, chance, r),
        pd.DataFrame(
            {"citizen_id": [f"c{i:05d}" for i in range(o.citizens)], "age": age, "illness": np.round(health, 3)}
        ),
    )


def _answers(scales: dict[str, np.ndarray], r: np.random.Generator, n: int) -> pd.DataFrame:
    meeting = np.array([f"m{i:06d}" for i in range(n)], dtype=object)
    parts = [
        pd.DataFrame({"meeting_id": meeting, "item": item, "option": 0, "value": values, "unit": "scale"})
        for item, values in scales.items()
    ]
    channels = (r.random((n, 8)) < 0.25).astype(int)
    channels[channels[:, :6].any(axis=1), 6:] = 0
    ticks = (r.random((n, ACTIVITIES)) < 0.05).astype(int)
    ticks[:, 21:] = 0
    ticks[~ticks.any(axis=1), 21] = 1
    for item, options in (("B10", channels), ("S1", ticks)):
        for j in range(options.shape[1]):
            made = {"meeting_id": meeting, "item": item, "option": j + 1, "value": options[:, j], "unit": "tick"}
            parts.append(pd.DataFrame(made))
    frame = pd.concat(parts, ignore_index=True)
    frame["revision"] = 1
    frame["after_reveal"] = 0
    return frame.sort_values(["meeting_id", "item", "option"], kind="stable")


def _outcomes(o: Options, c: np.ndarray, w: np.ndarray, chance: np.ndarray, r: np.random.Generator) -> pd.DataFrame:
    """Each citizen is followed from the start; some find something within a year of their last answer or so."""
    rows = [(f"c{i:05d}", "observed", week_text(0), week_text(o.weeks + o.follow_up)) for i in range(o.citizens)]
    last = {i: place for place, i in enumerate(c)}
    for i, place in last.items():
        if r.random() < chance[place]:
            kind = r.choice(["job", "income", "education"], p=[0.5, 0.3, 0.2])
            start = int(w[place] + r.integers(1, 52))
            rows.append((f"c{i:05d}", str(kind), week_text(start), week_text(start + int(r.integers(4, 60)))))
    return pd.DataFrame(rows, columns=["citizen_id", "kind", "from_week", "to_week"])
