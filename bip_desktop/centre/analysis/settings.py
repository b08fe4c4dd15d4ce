# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What an analyst may decide, from a TOML file. Everything has a default; an unknown word is refused."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.weeks import week_number

CITIZEN_SCALES = tuple(f"B{n}" for n in range(1, 10))
CASEWORKER_SCALES = tuple(f"S{n}" for n in range(2, 12))
BELIEF = "S12"
SPELL_KINDS = ("job", "income", "education")
LEAST_CELL = 5
"""Nobody may ask for numbers of fewer."""
LEAST_SPLITS, LEAST_PERMUTATIONS = 50, 200
"""With fewer a run is a trial, and says so."""


@dataclass(frozen=True)
class Covariates:
    """What enters the regressions."""

    register: tuple[str, ...] | None = None
    """Columns of register.csv; None: every one."""
    categories: tuple[str, ...] = ()
    """Those of them that are categories and not numbers."""
    items: tuple[str, ...] = CITIZEN_SCALES
    changes: bool = True
    """Whether the items' changes since the citizen's previous answer enter too (caseworker effects)."""
    missing: str = "complete"
    """`complete`: an answer that lacks one is left out. `indicator`: it stays, the mean stands in for what is missing,
    and a covariate `…_missing` says that it does."""
    caseworker_items: bool = True
    """Whether S2 to S11 enter where belief is the question (never in the caseworker effects)."""


@dataclass(frozen=True)
class Outcomes:
    """Which kinds of spell make an outcome within 52 weeks, and which outcome each analysis looks at."""

    job52: tuple[str, ...] = ("job",)
    jobedu52: tuple[str, ...] = ("job", "education")
    ext52: tuple[str, ...] = ("income", "job", "education")
    caseworker_effects: str = "ext52"
    followed_only: bool = False
    """Whether an outcome that came before 52 weeks were followed is missing too: of those answers only the good ones
    are known. By the contract it counts."""


@dataclass(frozen=True)
class DreamCode:
    """A code that stands as a spell's kind, what it is, and the weeks it meant that."""

    code: str
    kind: str
    valid_from: str = "1990-W01"
    valid_to: str = "2099-W52"


@dataclass(frozen=True)
class Thresholds:
    """From how many on."""

    citizens: int = 10
    """Citizens a caseworker must have, for her effect and for her orientation."""
    cell: int = 5
    """Citizens and caseworkers behind every number that is written."""
    mass_move: int = 5
    """Citizens who must get another caseworker at once for it to be a mass move."""
    mass_weeks: int = 26
    """Within how many weeks that is, and how long a caseworker must not be seen to have left."""
    lag_weeks: int = 17
    """Answers at most so far apart stand for the same state, where reliability is estimated."""


@dataclass(frozen=True)
class Draws:
    """Chance: where it starts and how often it is asked."""

    seed: int = 20170507
    splits: int = 50
    permutations: int = 200
    bootstraps: int = 400
    refit_rows: int = 100_000
    """Above so many answers halves and shuffled worlds keep the coefficients of the whole: there they are certain."""


@dataclass(frozen=True)
class Design:
    """What the analyst declares of the data."""

    as_good_as_random: bool = False
    """That citizens are given to caseworkers as good as by chance within a jobcentre: only then is "kausal" written."""
    ten_citizens_before: bool = True
    """Whether a caseworker's citizens are counted over all answers, or only over those the regression uses."""
    cluster: str = "cluster_caseworker"
    """The standard error shown for the caseworker effects' covariates; the other kinds stand beside it."""


@dataclass(frozen=True)
class Settings:
    """All of it."""

    covariates: Covariates = field(default_factory=Covariates)
    outcomes: Outcomes = field(default_factory=Outcomes)
    dream: tuple[DreamCode, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    draws: Draws = field(default_factory=Draws)
    design: Design = field(default_factory=Design)

    def as_json(self) -> dict[str, Any]:
        """For run.json."""
        return asdict(self)


def read_settings(path: Path) -> Settings:
    """The settings in `path`. Raises `CentreError` PATH_MISSING, ANALYSE_CONFIG."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CentreError(Problem.PATH_MISSING, path=str(path)) from None
    except (OSError, ValueError, RecursionError) as error:
        raise _wrong((str(error).splitlines() or [type(error).__name__])[0]) from None
    parts: dict[str, Any] = {}
    sections: dict[str, type[Any]] = {
        "covariates": Covariates,
        "outcomes": Outcomes,
        "thresholds": Thresholds,
        "draws": Draws,
        "design": Design,
    }
    for name, content in given.items():
        if name == "dream":
            entries = content if isinstance(content, list) else [content]
            parts[name] = tuple(_section(DreamCode, each, name) for each in entries)
        elif name in sections:
            parts[name] = _section(sections[name], content, name)
        else:
            raise _wrong(name)
    made = Settings(**parts)
    _check(made)
    return made


def _section(kind: type[Any], content: object, where: str) -> Any:
    if not isinstance(content, Mapping):
        raise _wrong(where)
    known = {each.name: each for each in fields(kind)}
    values: dict[str, Any] = {}
    for name, value in content.items():
        if name not in known:
            raise _wrong(f"{where}.{name}")
        default = known[name].default
        values[name] = _typed(value, default, f"{where}.{name}")
    for name, each in known.items():
        if name not in values and each.default is MISSING:
            raise _wrong(f"{where}.{name}")
    return kind(**values)


def _typed(value: object, default: object, where: str) -> object:
    if isinstance(default, tuple) or default is None:
        if isinstance(value, list) and all(isinstance(each, str) for each in value) and len(set(value)) == len(value):
            return tuple(value)
        raise _wrong(where)
    wanted = str if default is MISSING else type(default)
    if type(value) is not wanted:
        raise _wrong(where)
    return value


def _check(made: Settings) -> None:
    for name in ("job52", "jobedu52", "ext52"):
        if not set(getattr(made.outcomes, name)) <= set(SPELL_KINDS):
            raise _wrong(f"outcomes.{name}")
    if made.outcomes.caseworker_effects not in {"job52", "jobedu52", "ext52", "job_at_52"}:
        raise _wrong("outcomes.caseworker_effects")
    if made.covariates.missing not in {"complete", "indicator"}:
        raise _wrong("covariates.missing")
    if not set(made.covariates.items) <= set(CITIZEN_SCALES):
        raise _wrong("covariates.items")
    if made.design.cluster not in {"iid", "cluster_caseworker", "cluster_citizen", "cluster_both"}:
        raise _wrong("design.cluster")
    for each in made.dream:
        _check_code(each)
    for name in ("citizens", "cell", "mass_move", "mass_weeks", "lag_weeks"):
        if getattr(made.thresholds, name) < (LEAST_CELL if name == "cell" else 1):
            raise _wrong(f"thresholds.{name}")
    for name, least in (("splits", 2), ("permutations", 2), ("bootstraps", 20), ("refit_rows", 0), ("seed", 0)):
        if getattr(made.draws, name) < least:
            raise _wrong(f"draws.{name}")


def _check_code(code: DreamCode) -> None:
    if code.kind not in {*SPELL_KINDS, "observed", "none"}:
        raise _wrong("dream.kind")
    try:
        lasts = week_number(code.valid_from) <= week_number(code.valid_to)
    except ValueError:
        lasts = False
    if not lasts:
        raise _wrong(f"dream.{code.code}: {code.valid_from} – {code.valid_to}")


def _wrong(what: str) -> CentreError:
    return CentreError(Problem.ANALYSE_CONFIG, what=what)
