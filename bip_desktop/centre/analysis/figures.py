# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report's figures. A suppressed row is not drawn; a figure without rows is not there."""

from collections.abc import Callable, Iterator, Sequence

from matplotlib.axes import Axes

from bip_desktop.centre.analysis.drawing import (
    ACCENT,
    INK,
    LINE,
    OTHER,
    QUIET,
    Dot,
    Numbers,
    dots,
    new_figure,
    styled,
    svg,
)
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator
from bip_desktop.centre.analysis.report_terms import group_label, term_label
from bip_desktop.centre.analysis.report_words import ESTIMATORS, OUTCOMES
from bip_desktop.centre.analysis.wording import Language

Rows = Sequence[Effect]
_MAIN = "job52"
_SHOWN = 16
"""Covariates in one picture, at most: the strongest."""


def figures_of(table: EffectTable, words: Language) -> Iterator[str]:
    """The figures of one table."""
    rows = [each for each in table.effects if not each.suppressed and each.value.value == each.value.value]
    for draw in _FIGURES.get(table.name, ()):
        with styled(f"{table.name} {draw.__name__}"):
            made = draw(rows, words)
        if made:
            yield made


def _numbers(text: str) -> tuple[float, ...]:
    found = []
    for part in text.split(";"):
        try:
            found.append(float(part))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


def _dot(effect: Effect, label: str, times: float = 1.0, *, is_other: bool = False) -> Dot:
    u = effect.uncertainty
    printed = tuple(each * times for each in _numbers(effect.printed))
    return Dot(label, effect.value.value * times, u.low * times, u.high * times, printed, is_other)


def _picture(rows: Sequence[Dot], label: str, what: str, words: Language, *, zero: bool = True) -> str:
    if not rows:
        return ""
    figure, [axes] = new_figure(0.7 + 0.3 * len(rows))
    dots(axes, rows, label, Numbers(words.code), zero=zero)
    _legend_printed(axes, rows, words)
    return svg(figure, what)


def _legend_printed(axes: Axes, rows: Sequence[Dot], words: Language) -> None:
    if any(row.printed for row in rows):
        axes.plot(
            [], [], "D", markerfacecolor="white", markeredgecolor=INK, label=words.say("trykt i kilden", "printed")
        )
        axes.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 0.98), borderaxespad=0, fontsize=8.5)


def _points(words: Language) -> str:
    return words.say("procentpoint", "percentage points")


def _belief(rows: Rows, words: Language) -> str:
    here = [each for each in rows if each.outcome == _MAIN and each.term == "S12"]
    made = [_dot(each, words.of(group_label("S12", each.group)), 100) for each in here]
    label = words.say("% i job inden for 52 uger", "% in a job within 52 weeks")
    return _picture(made, label, label, words, zero=False)


def _distribution(rows: Rows, words: Language) -> str:
    made = [_dot(each, words.of(group_label("S12", each.group)), 100) for each in rows if each.term == "S12"]
    label = words.say("% af sagsbehandlernes svar", "% of caseworkers' answers")
    return _picture(made, label, label, words, zero=False)


def _reliability_diagram(rows: Rows, words: Language) -> str:
    by = {(each.term, each.group): each for each in rows if each.outcome == _MAIN}
    groups = [group for term, group in by if term == "observed" and ("forecast", group) in by]
    if not groups:
        return ""
    figure, [axes] = new_figure(3.6)
    top = 0.0
    for group in groups:
        seen, said = by["observed", group], by["forecast", group].value.value * 100
        value, low, high = seen.value.value * 100, seen.uncertainty.low * 100, seen.uncertainty.high * 100
        axes.plot([said, said], [low, high], color=ACCENT, linewidth=1.6)
        axes.plot([said], [value], "o", color=ACCENT, markersize=5.5)
        axes.annotate(
            words.of(group_label("S12", group)), (said, value), (7, -10), textcoords="offset points", fontsize=8.5
        )
        top = max(top, high, said)
    axes.plot([0, top], [0, top], color=QUIET, linewidth=0.8, linestyle="--")
    axes.set_xlabel(words.say("forudsagt, % i job", "forecast, % in a job"))
    axes.set_ylabel(words.say("faktisk, %", "observed, %"))
    number = Numbers(words.code)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: number(value))
    return svg(figure, words.say("Forudsagt og faktisk andel i job", "Forecast and observed share with a job"))


def _event_study(rows: Rows, words: Language) -> str:
    here = [each for each in rows if each.outcome == _MAIN]
    groups = [group for group in ("mass", "single_move") if any(each.group == group for each in here)]
    if not groups:
        return ""
    figure, all_axes = new_figure(2.8, len(groups), share_y=True)
    number = Numbers(words.code)
    for axes, group in zip(all_axes, groups, strict=True):
        points = [(int(each.term), each.value.value, each.uncertainty) for each in here if each.group == group]
        for time, value, u in points:
            colour = OTHER if time < 0 else ACCENT
            axes.plot([time, time], [u.low, u.high], color=colour, linewidth=1.6)
            axes.plot([time], [value], "s" if time < 0 else "o", color=colour, markersize=5.5)
        axes.axhline(0, color=QUIET, linewidth=0.8)
        axes.axvline(-0.5, color=LINE, linewidth=1)
        axes.set_title(words.of(group_label("", group)).capitalize(), fontsize=9.5, loc="left")
        axes.set_xlabel(words.say("samtaler siden skiftet", "meetings since the change"))
        axes.yaxis.set_major_formatter(lambda value, _: number(value))
    all_axes[0].set_ylabel(_points(words))
    return svg(figure, words.say("Forskel i job før og efter skift", "Difference in job before and after a change"))


def _binned(rows: Rows, words: Language) -> str:
    by = {(each.term, each.group): each for each in rows}
    tenths = [(by[t, g], by["tenth_s12", g]) for t, g in by if t == "tenth_orientation" and ("tenth_s12", g) in by]
    if not tenths:
        return ""
    figure, [axes] = new_figure(2.9)
    for one, other in tenths:
        u = other.uncertainty
        axes.plot([one.value.value] * 2, [u.low, u.high], color=ACCENT, linewidth=1.4)
        axes.plot([one.value.value], [other.value.value], "o", color=ACCENT, markersize=5.5)
    axes.set_xlabel(words.say("joborientering (trin over jobcentret)", "job orientation (steps above the jobcentre)"))
    axes.set_ylabel("S12")
    number = Numbers(words.code)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: number(value))
    return svg(figure, words.say("S12 efter joborientering", "S12 by job orientation"))


def _thirds(rows: Rows, words: Language) -> str:
    names = (
        words.say("Nederste tredjedel", "Lowest third"),
        words.say("Midterste tredjedel", "Middle third"),
        words.say("Øverste tredjedel", "Highest third"),
    )
    here = [each for each in rows if each.outcome == _MAIN]
    made = [_dot(each, names[int(each.group) - 1], 100) for each in here if each.term == "third"]
    made += [_dot(each, words.say("Alle", "All"), 100, is_other=True) for each in here if each.term == "overall"]
    label = words.say("% i job inden for 52 uger", "% in a job within 52 weeks")
    return _picture(made, label, label, words, zero=False)


def _belief_effects(rows: Rows, words: Language) -> str:
    wanted = (
        ("orientation", Estimator.REDUCED_FORM),
        ("S12", Estimator.TWO_STAGE),
        ("S12", Estimator.ANDERSON_RUBIN),
        ("S12", Estimator.TWO_STAGE_PLAIN),
        ("S12", Estimator.OLS),
    )
    by = {(each.outcome, each.term, each.estimator): each for each in rows if not each.group}
    made = []
    for outcome in ("job52", "jobedu52"):
        for term, estimator in wanted:
            if (outcome, term, estimator) in by:
                short = "job" if outcome == _MAIN else words.say("job/udd.", "job/edu.")
                label = f"{words.of(ESTIMATORS[estimator.value])}, {short}"
                made.append(_dot(by[outcome, term, estimator], label, is_other=estimator is Estimator.OLS))
    label = words.say("procentpoint pr. trin", "percentage points a step")
    return _picture(made, label, words.say("Tro og udfald, flere metoder", "Belief and outcome, by method"), words)


def _sensitivity(rows: Rows, words: Language) -> str:
    here = [e for e in rows if e.estimator is Estimator.SENSITIVITY and e.outcome == _MAIN and e.term == "S12"]
    said = words.say("korrelation", "correlation")
    made = [_dot(each, f"{said} {Numbers(words.code)(float(each.group))}") for each in here]
    label = words.say(
        "procentpoint pr. trin, hvis tro og dygtighed følges ad", "points a step if belief goes with skill"
    )
    return _picture(made, label, label, words)


def _balance(rows: Rows, words: Language) -> str:
    here = [each for each in rows if each.estimator is Estimator.BALANCE]
    strongest = sorted(here, key=lambda each: -abs(each.value.value / (each.uncertainty.se or 1)))[:_SHOWN]
    here = [each for each in here if each in strongest]
    made = [_dot(each, words.of(term_label(each.term))) for each in here]
    label = words.say("standardafvigelser pr. trin joborientering", "standard deviations per step of orientation")
    return _picture(made, label, words.say("Balance ved første svar", "Balance at the first answer"), words)


def _gaps(rows: Rows, words: Language) -> str:
    here = [each for each in rows if each.term in {"gap", "gain"}]
    made = [
        _dot(each, words.of(ESTIMATORS[each.estimator.value]), is_other=each.estimator is Estimator.PERMUTED)
        for each in here
    ]
    return _picture(made, _points(words), words.of(term_label(here[0].term)) if here else "", words)


def _raw_quarters(rows: Rows, words: Language) -> str:
    said = words.say("{}. fjerdedel", "Quarter {}")
    made = [_dot(each, said.format(each.group), 100) for each in rows if each.term == "raw"]
    label = words.say("% med udfaldet", "% with the outcome")
    return _picture(made, label, label, words, zero=False)


def _by_quarter(
    rows: Rows, words: Language, times: float, label: str, terms: Sequence[str] | None = None, columns: int = 4
) -> str:
    names = [term for term in dict.fromkeys(each.term for each in rows) if terms is None or term in terms]
    names = [name for name in names if sum(each.term == name for each in rows) > 1]
    if not names:
        return ""
    columns = min(len(names), columns)
    lines = -(-len(names) // columns)
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7.2, 1.75 * lines + 0.2), layout="constrained")
    grid = figure.subplots(lines, columns, squeeze=False, sharex=True)
    number = Numbers(words.code)
    for place, axes in enumerate(grid.flat):
        if place >= len(names):
            axes.set_visible(False)
            continue
        for each in rows:
            if each.term == names[place] and each.group:
                x, u = int(each.group), each.uncertainty
                axes.plot([x, x], [u.low * times, u.high * times], color=ACCENT, linewidth=1.6)
                axes.plot([x], [each.value.value * times], "o", color=ACCENT, markersize=4.5)
        axes.set_title(words.of(term_label(names[place]))[: 100 // columns], fontsize=8, loc="left")
        axes.set_xticks([1, 2, 3, 4])
        axes.yaxis.set_major_formatter(lambda value, _: number(value))
        axes.tick_params(labelsize=8)
    figure.supylabel(label, fontsize=8.5, color=QUIET)
    return svg(figure, label)


def _activities(rows: Rows, words: Language) -> str:
    label = words.say("% af besvarelser", "% of answers")
    return _by_quarter(rows, words, 100, label, ("job", "upskilling", "social", "health"))


def _combined_quarters(rows: Rows, words: Language) -> str:
    pairs = [term for term in dict.fromkeys(each.term for each in rows) if term.count("+") == 1]
    return _by_quarter(rows, words, 100, words.say("% af besvarelser", "% of answers"), pairs, 3)


def _assessments(rows: Rows, words: Language) -> str:
    here = [each for each in rows if each.outcome == "assessment"]
    return _by_quarter(here, words, 1, words.say("gennemsnit", "mean"))


def _predictors(rows: Rows, words: Language) -> str:
    q = {each.term: each.value.value for each in rows if each.outcome == _MAIN and each.group == "q"}
    here = [each for each in rows if each.outcome == _MAIN and not each.group]
    strong = sorted(here, key=lambda each: -abs(each.value.value / each.uncertainty.se))[:_SHOWN]
    made = [
        _dot(each, words.of(term_label(each.term)) + (" *" if q.get(each.term, 1) < 0.05 else "")) for each in strong
    ]
    label = words.say("procentpoint i job pr. trin (* q under 0,05)", "points in a job per step (* q below 0.05)")
    return _picture(made, label, label, words)


def _progression(rows: Rows, words: Language) -> str:
    here = [each for each in rows if each.term == "progression_difference"]
    made = []
    for each in here:
        arm, against = (words.of(group_label("", part)) for part in each.group.split("-"))
        how = words.of(ESTIMATORS[each.estimator.value])
        label = words.say("{} mod {}, {}", "{} beside {}, {}").format(arm, against, how)
        made.append(_dot(each, label, is_other=each.estimator is Estimator.RAW))
    label = words.say("trin på B1 til B9 siden svaret før", "steps of B1 to B9 since the answer before")
    return _picture(made, label, label, words)


def _overlap(rows: Rows, words: Language) -> str:
    by = {(each.term, each.group): each.value.value * 100 for each in rows if each.outcome == "overlap"}
    groups = [group for term, group in by if term == "chance_50"]
    made = [
        Dot(words.of(group_label("", g)), by["chance_50", g], by["chance_5", g], by["chance_95", g]) for g in groups
    ]
    label = words.say(
        "% sandsynlighed for mønstret: 5., 50. og 95. percentil", "% chance of the pattern: 5th, 50th, 95th percentile"
    )
    return _picture(made, label, words.say("Overlap", "Overlap"), words)


def _reliable_change(rows: Rows, words: Language) -> str:
    here = [each for each in rows if each.term == "reliable_change" and each.group == "95"]
    made = [Dot(words.of(term_label(each.outcome)), each.value.value) for each in here]
    label = words.say("trin, før en ændring er sikker (95 %)", "steps before a change is sure (95 %)")
    return _picture(made, label, label, words)


def _explained(rows: Rows, words: Language) -> str:
    made = []
    for each in rows:
        if each.term == "r_squared":
            outcome = words.of(OUTCOMES[each.outcome]) if each.outcome in OUTCOMES else each.outcome
            made.append(_dot(each, f"{outcome}: {words.of(group_label('', each.group))}", 100))
    return _picture(made, words.say("R², %", "R², %"), "R²", words, zero=False)


_FIGURES: dict[str, tuple[Callable[[Rows, Language], str], ...]] = {
    "s12_distribution": (_distribution,),
    "belief": (_belief,),
    "calibration": (_reliability_diagram,),
    "change_event_study": (_event_study,),
    "job_orientation": (_binned,),
    "job_orientation_thirds": (_thirds,),
    "belief_effect": (_belief_effects, _sensitivity, _balance),
    "quartiles": (_raw_quarters, _gaps),
    "policy_experiment": (_gaps,),
    "activities_by_quartile": (_activities,),
    "combinations_by_quartile": (_combined_quarters,),
    "assessments_by_quartile": (_assessments,),
    "explained": (_explained,),
    "predictors": (_predictors,),
    "combinations": (_progression, _overlap),
    "reliability": (_reliable_change,),
}
