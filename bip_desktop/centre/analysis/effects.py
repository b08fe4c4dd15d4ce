# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An effect: what is compared, on which outcome, from which base, how it was found, and how sure that is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from bip_desktop.centre.analysis.composition import Composition
from bip_desktop.centre.analysis.quantities import Count, Points, Quantity, Share
from bip_desktop.centre.statistics.within import Integers

IDENTITY = 1e-9
"""How far the two sides of an identity may lie apart."""


class SeKind(StrEnum):
    """Which standard error it is. Five packages give five for one regression, so it is always said."""

    NONE = ""
    INDEPENDENT = "iid"
    CITIZEN = "cluster_citizen"
    CASEWORKER = "cluster_caseworker"
    BOTH = "cluster_both"
    BOOTSTRAP = "bootstrap_caseworker"
    POSTERIOR = "posterior"
    PERMUTED = "permutation"
    WILD = "wild_cluster"
    PARAMETRIC = "parametric"
    """Effects and errors drawn anew from what was estimated, and ranked anew."""


class Estimator(StrEnum):
    """How it was found."""

    COUNT = "count"
    MEAN = "mean"
    OLS = "ols"
    FIXED_EFFECTS = "fixed_effects"
    NAIVE = "naive"
    SPLIT = "split_sample"
    SHRUNKEN = "shrunken"
    PERMUTED = "permuted"
    REDUCED_FORM = "reduced_form"
    FIRST_STAGE = "first_stage"
    TWO_STAGE = "2sls"
    TWO_STAGE_PLAIN = "2sls_without_s"
    TWO_STAGE_FOLLOWED = "2sls_followed"
    TWO_STAGE_FILLED = "2sls_incomplete"
    ANDERSON_RUBIN = "anderson_rubin"
    WILD = "wild_cluster"
    JACKKNIFE = "cluster_jackknife"
    MONOTONE = "monotonicity"
    BALANCE = "balance"
    CHANNEL = "channel"
    SENSITIVITY = "sensitivity"
    EVENT_STUDY = "event_study"
    RAW = "raw"
    AIPW = "aipw"
    OVERLAP = "overlap"
    CORRELATION = "correlation"
    ORDERED = "ordered_logit"


class Contrast(StrEnum):
    """What an effect compares. A number of points without it says nothing."""

    LEVEL = "level"
    STEP = "one_step"
    """One step up of S12."""
    CHANGE = "one_change"
    """One change of caseworker more."""
    UNIT = "one_unit"
    """One more of the covariate."""
    TOP_BOTTOM = "top_to_bottom_quarter"
    TO_TOP = "all_as_top_quarter"
    TO_NONE = "to_none"
    TO_SINGLE = "to_single"
    TO_NEVER = "to_not_changed"
    TO_OVERALL = "to_overall"
    TO_NO = "to_no"
    """Beside the S12 answer "nej"."""


@dataclass(frozen=True, slots=True)
class Sample:
    """How many stand behind a number."""

    answers: int
    citizens: int
    caseworkers: int

    @classmethod
    def of(cls, citizen: Integers, caseworker: Integers) -> "Sample":
        """Of rows with these citizens and caseworkers."""
        return cls(len(citizen), _different(citizen), _different(caseworker))


NOBODY = Sample(0, 0, 0)


def _different(numbers: Integers) -> int:
    """How many different ones there are; without sorting, for this is asked of millions a thousand times."""
    if len(numbers) == 0:
        return 0
    seen = np.zeros(int(numbers.max()) + 1, dtype=bool)
    seen[numbers] = True
    return int(seen.sum())


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """Of an estimate, in its own unit."""

    se: float = float("nan")
    kind: SeKind = SeKind.NONE
    low: float = float("nan")
    high: float = float("nan")


UNKNOWN = Uncertainty()


@dataclass(frozen=True, slots=True)
class Effect:
    """One row of a table."""

    outcome: str
    term: str
    group: str
    value: Quantity
    sample: Sample
    estimator: Estimator = Estimator.MEAN
    uncertainty: Uncertainty = UNKNOWN
    contrast: Contrast = Contrast.LEVEL
    base: Share | None = None
    """The share the contrast starts from."""
    printed: str = ""
    printed_source: str = ""
    disagreement: str = ""
    """D1 to D13: where the sources contradict each other, or the reading of the figure."""
    partition: str = ""
    """Rows with the same word add up to something that is known: suppressing one alone would not hide it."""
    parts: tuple[Sample, ...] = ()
    """Of a share of answers: those it counts, and the others. Either may be nobody, but not few."""
    suppressed: bool = False

    def hidden(self) -> "Effect":
        """The same row with nothing in it."""
        nothing = type(self.value)(float("nan"))
        return replace(
            self, value=nothing, sample=Sample(0, 0, 0), uncertainty=UNKNOWN, base=None, parts=(), suppressed=True
        )


@dataclass(frozen=True, slots=True)
class Identity:
    """`gain` must be `after` less `before`, for each outcome and estimator of a table."""

    gain: str
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class EffectTable:
    """The rows of one table, and what must hold among them."""

    name: str
    effects: tuple[Effect, ...]
    identities: tuple[Identity, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """Codes of what a reader must know of it, or why it is empty (`report_words`)."""
    compositions: tuple[Composition, ...] = ()
    """Rows that can be added and subtracted."""

    def broken(self) -> tuple[str, ...]:
        """The identities that do not hold: a table with one is not shown."""
        return tuple(_broken(self.effects, self.identities))


def _broken(effects: Sequence[Effect], identities: Iterable[Identity]) -> Iterable[str]:
    rows = {(each.outcome, each.estimator, each.term): each for each in effects}
    for identity in identities:
        for (outcome, estimator, term), gain in rows.items():
            if term != identity.gain or gain.suppressed:
                continue
            after = rows.get((outcome, estimator, identity.after))
            before = rows.get((outcome, estimator, identity.before))
            found = None if after is None or before is None else (after.value, before.value)
            match found, gain.value:
                case (Share() as high, Share() as low), Points(value) if abs((high - low).value - value) <= IDENTITY:
                    continue
                case _:
                    yield f"{outcome} {estimator.value}: {identity.gain} ≠ {identity.after} − {identity.before}"


def count(term: str, sample: Sample, outcome: str = "", group: str = "") -> Effect:
    """A row that counts answers."""
    return Effect(outcome, term, group, Count(sample.answers), sample, Estimator.COUNT)
