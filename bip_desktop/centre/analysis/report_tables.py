# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A long table as people read it: in topics, with what is the same for all its rows said once beneath it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bip_desktop.centre.analysis.effects import Contrast, Effect, EffectTable, Estimator, Sample
from bip_desktop.centre.analysis.report_rows import (
    ERROR_ALONE,
    GRIDS,
    Grid,
    Methods,
    Run,
    grid_of,
    interval_of,
    label_of,
    outcome_label,
    runs_of,
    unit_of,
)
from bip_desktop.centre.analysis.report_topics import Topic, topics_of
from bip_desktop.centre.analysis.report_words import CONTRASTS, ESTIMATORS, SE_KINDS
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.wording import Language, capital

_Q = "q"
_MAIN = "job52"
_PICTURE_ONLY = "D12"


@dataclass(frozen=True)
class Block:
    """A table of the report, with what holds for all of it."""

    heading: str
    is_open: bool
    is_all_hidden: bool
    """Then there is no table, only what is said beneath."""
    count: int
    """Of numbers, with those that are said beneath it."""
    beneath: int
    unit: str
    """Where all rows have the same."""
    has_number: bool
    """Not where all rows are counts: the sample says the same."""
    has_unit_column: bool
    has_interval: bool
    has_printed: bool
    has_sample: bool
    has_method: bool
    method_is_error: bool
    """Where the estimator is said by the rows or their headings."""
    has_q: bool
    runs: list[Run]
    grid: Grid | None
    foot: list[str]

    @property
    def is_narrow(self) -> bool:
        """Whether there is but a number beside each name: then they stand close."""
        return self.grid is None and not (self.has_sample or self.has_printed or self.has_method)


def blocks_of(table: EffectTable, words: Language, settings: Settings) -> list[Block]:
    """The tables that a long table becomes."""
    made = []
    for topic, effects in topics_of(table.name, table.effects):
        outcomes = list(dict.fromkeys(each.outcome for each in effects))
        parts = [effects] if topic.joined else [[e for e in effects if e.outcome == name] for name in outcomes]
        main = _MAIN if _MAIN in outcomes else outcomes[0]
        for part in parts:
            name = (
                outcome_label(part[0].outcome, words)
                if not topic.joined and (len(parts) > 1 or topic.heading is None)
                else ""
            )
            is_open = topic.is_open and (topic.all_open or topic.joined or part[0].outcome == main)
            made.append(_block(topic, part, _heading(topic, name, words), words, settings, is_open=is_open))
    return made


def _heading(topic: Topic, outcome: str, words: Language) -> str:
    parts = [words.of(topic.heading)] if topic.heading is not None else []
    heading = ": ".join([*parts, outcome] if outcome else parts) or words.say("Tabel", "Table")
    return capital(heading)


def _block(
    topic: Topic, effects: Sequence[Effect], heading: str, words: Language, settings: Settings, *, is_open: bool
) -> Block:
    q = {each.term: each for each in effects if each.group == _Q}
    shown = [each for each in effects if each.group != _Q]
    beneath = _beneath(topic, shown)
    shown = [each for each in shown if each not in beneath]
    fine = not topic.is_open
    grid = grid_of(topic, shown, words) if topic.layout in GRIDS else None
    methods = Methods(shown)
    runs = [] if grid else runs_of(topic, shown, q, words, methods, fine=fine)
    units = list(dict.fromkeys(unit_of(each, words) for each in shown))
    there = [each for each in shown if not each.suppressed]
    same_sample = len({each.sample for each in there}) == 1
    counted = all(each.estimator is Estimator.COUNT for each in shown)
    foot = [_said_beneath(topic, beneath, words)] if beneath else []
    foot += _foot(shown, there, words, settings, methods, in_grid=grid is not None, same_sample=same_sample)
    return Block(
        heading=heading,
        is_open=is_open,
        is_all_hidden=bool(shown) and not there,
        count=len(effects),
        beneath=len(beneath),
        unit=units[0] if len(units) == 1 else "",
        has_number=not counted,
        has_unit_column=len(units) > 1 and grid is None,
        has_interval=any(interval_of(each, words) for each in shown),
        has_printed=any(each.printed or each.disagreement not in {"", _PICTURE_ONLY} for each in shown),
        has_sample=grid is None and (counted or not same_sample),
        has_method=grid is None and (len(runs) == 1 or topic.layout in ERROR_ALONE) and methods.differ,
        method_is_error=topic.layout in ERROR_ALONE,
        has_q=bool(q),
        runs=runs,
        grid=grid,
        foot=foot,
    )


def _beneath(topic: Topic, effects: Sequence[Effect]) -> list[Effect]:
    """Rows that take no line: what is counted beside estimates, and in a table of counts what is nothing."""
    counts = [each for each in effects if each.estimator is Estimator.COUNT]
    if len(counts) < len(effects):
        return counts
    nothing = [each for each in effects if not each.suppressed and not each.sample.answers]
    return nothing if topic.gathers_nothing else []


def _said_beneath(topic: Topic, effects: Sequence[Effect], words: Language) -> str:
    names = [label_of(each, words, with_term=True, joined=topic.joined) for each in effects]
    if topic.gathers_nothing:
        bare = [_small(name.removeprefix(words.say("Udeladt: ", "Left out: "))) for name in names]
        return words.say("Ingen: {}.", "None: {}.").format("; ".join(bare))
    said = []
    for name, each in zip(names, effects, strict=True):
        numbers = words.say("skjult", "hidden") if each.suppressed else _sample_words([each.sample], words).rstrip(".")
        said.append(f"{name}: {numbers}.")
    return " ".join(said)


def _small(name: str) -> str:
    """As it stands within a sentence; a code keeps its capitals."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _foot(
    effects: Sequence[Effect],
    there: Sequence[Effect],
    words: Language,
    settings: Settings,
    methods: Methods,
    *,
    in_grid: bool,
    same_sample: bool,
) -> Iterator[str]:
    """What holds for all rows: method, error, comparison, base, sample, what is hidden."""
    estimators = list(dict.fromkeys(each.estimator.value for each in effects))
    if len(estimators) == 1 and estimators != [Estimator.COUNT.value]:
        yield words.say("Metode: {}.", "Method: {}.").format(words.of(ESTIMATORS[estimators[0]]))
    kinds = {each.uncertainty.kind.value for each in there} - {""}
    if len(kinds) == 1:
        yield words.say("Standardfejl: {}.", "Standard error: {}.").format(words.of(SE_KINDS[kinds.pop()]))
    elif kinds:
        usual = words.of(SE_KINDS[methods.common])
        yield words.say(
            "Standardfejl: {}, hvor ikke andet står.", "Standard error: {}, where nothing else is said."
        ).format(usual)
    compared = [
        words.of(CONTRASTS[c.value]) for c in dict.fromkeys(e.contrast for e in there) if c is not Contrast.LEVEL
    ]
    if compared:
        yield words.say("Sammenlignet: {}.", "Compared: {}.").format("; ".join(compared))
    bases = list(dict.fromkeys(words.quantity(each.base) for each in there if each.base is not None))
    if len(bases) == 1:
        yield words.say("Udgangsniveau: {}.", "Base: {}.").format(bases[0])
    units = {unit_of(each, words) for each in effects}
    if in_grid and len(units) == 1 and units != {""}:
        yield words.say("Tal i {}, 95 % interval nedenunder.", "Numbers in {}, 95% interval below.").format(*units)
    if there and (same_sample or in_grid) and estimators != [Estimator.COUNT.value]:
        yield _sample_words([each.sample for each in there], words)
    hidden = len(effects) - len(there)
    if hidden:
        yield words.say(
            "Skjulte tal: {}. Færre end {} borgere eller sagsbehandlere står bag, eller de kunne regnes ud af andre.",
            "Hidden numbers: {}. Fewer than {} citizens or caseworkers stand behind, or others would give them away.",
        ).format(hidden, settings.thresholds.cell)


def _sample_words(samples: Iterable[Sample], words: Language) -> str:
    found = list(samples)

    def span(numbers: list[int]) -> str:
        low, high = (words.number(n, 0) for n in (min(numbers), max(numbers)))
        return low if low == high else words.say(f"{low} til {high}", f"{low} to {high}")

    text = words.say("{} besvarelser, {} borgere, {} sagsbehandlere", "{} answers, {} citizens, {} caseworkers").format(
        span([each.answers for each in found]),
        span([each.citizens for each in found]),
        span([each.caseworkers for each in found]),
    )
    return text + ("." if len(set(found)) == 1 else words.say(" bag hvert tal.", " behind each number."))
