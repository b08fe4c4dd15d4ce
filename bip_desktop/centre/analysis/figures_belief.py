# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Figures of what caseworkers believe."""

from bip_desktop.centre.analysis.drawing import ACCENT, QUIET, Picture, new_figure, number_axis, svg
from bip_desktop.centre.analysis.effects import Estimator
from bip_desktop.centre.analysis.figure_rows import MAIN, Rows, dot, picture, strongest
from bip_desktop.centre.analysis.report_terms import group_label, term_label
from bip_desktop.centre.analysis.report_words import ESTIMATORS
from bip_desktop.centre.analysis.wording import Language


def belief(rows: Rows, words: Language) -> Picture | None:
    """The share with a job by S12."""
    here = [each for each in rows if each.outcome == MAIN and each.term == "S12"]
    made = [dot(each, words.of(group_label("S12", each.group)), 100) for each in here]
    label = words.say("% i job inden for 52 uger", "% with a job within 52 weeks")
    title = words.say("I job efter sagsbehandlerens svar på S12", "With a job by the caseworker's answer to S12")
    return picture(made, label, title, words, zero=False)


def distribution(rows: Rows, words: Language) -> Picture | None:
    """The answers to S12."""
    made = [dot(each, words.of(group_label("S12", each.group)), 100) for each in rows if each.term == "S12"]
    label = words.say("% af sagsbehandlernes svar", "% of caseworkers' answers")
    return picture(made, label, words.say("Svarene på S12", "The answers to S12"), words, zero=False)


def reliability_diagram(rows: Rows, words: Language) -> Picture | None:
    """Observed shares by forecast ones."""
    by = {(each.term, each.group): each for each in rows if each.outcome == MAIN}
    groups = [group for term, group in by if term == "observed" and ("forecast", group) in by]
    if not groups:
        return None
    figure, [axes] = new_figure(3.4)
    top = 0.0
    for group in groups:
        seen, said = by["observed", group], by["forecast", group].value.value * 100
        value, low, high = seen.value.value * 100, seen.uncertainty.low * 100, seen.uncertainty.high * 100
        axes.plot([said, said], [low, high], color=ACCENT, linewidth=1.8)
        axes.plot([said], [value], "o", color=ACCENT, markersize=5.5)
        name = words.of(group_label("S12", group))
        axes.annotate(name, (said, value), (8, -9), textcoords="offset points", fontsize=8.5)
        top = max(top, high, said)
    axes.plot([0, top], [0, top], color=QUIET, linewidth=0.8, linestyle="--")
    axes.set_xlim(left=0, right=top * 1.12)
    axes.set_ylim(bottom=0)
    axes.set_xlabel(words.say("forudsagt, % i job", "forecast, % with a job"), fontsize=8.5)
    axes.set_ylabel(words.say("faktisk, %", "observed, %"), fontsize=8.5)
    for axis in (axes.xaxis, axes.yaxis):
        number_axis(axis, words)
    title = words.say(
        "Forudsagt og faktisk andel i job inden for 52 uger", "Forecast and observed share with a job within 52 weeks"
    )
    marks = words.say(
        "Streger: 95 % interval. Stiplet: forudsagt er lig faktisk.",
        "Lines: 95% interval. Dashed: forecast is observed.",
    )
    return Picture(svg(figure, title), title, marks)


def drivers(rows: Rows, words: Language) -> Picture | None:
    """How much of S12 follows from what."""
    made = [dot(each, words.of(group_label("", each.group)), 100) for each in rows if each.term == "r_squared"]
    title = words.say("Forklaret del af S12", "Explained part of S12")
    return picture(made, "R², %", title, words, zero=False)


def binned(rows: Rows, words: Language) -> Picture | None:
    """S12 by tenth of orientation."""
    by = {(each.term, each.group): each for each in rows}
    tenths = [(by[t, g], by["tenth_s12", g]) for t, g in by if t == "tenth_orientation" and ("tenth_s12", g) in by]
    if not tenths:
        return None
    figure, [axes] = new_figure(2.8)
    for one, other in tenths:
        u = other.uncertainty
        axes.plot([one.value.value] * 2, [u.low, u.high], color=ACCENT, linewidth=1.6)
        axes.plot([one.value.value], [other.value.value], "o", color=ACCENT, markersize=5.5)
    axes.set_xlabel(
        words.say("joborientering, trin over jobcentret", "job orientation, steps above the jobcentre"), fontsize=8.5
    )
    axes.set_ylabel(words.say("S12 om borgeren", "S12 of the citizen"), fontsize=8.5)
    for axis in (axes.xaxis, axes.yaxis):
        number_axis(axis, words)
    title = words.say("S12 efter tiendedel af joborientering", "S12 by tenth of job orientation")
    return Picture(svg(figure, title), title, words.say("Streger: 95 % interval.", "Lines: 95% interval."))


def thirds(rows: Rows, words: Language) -> Picture | None:
    """The share with a job by third of orientation."""
    here = [each for each in rows if each.outcome == MAIN]
    made = [dot(each, words.of(group_label("third", each.group)), 100) for each in here if each.term == "third"]
    made += [dot(each, words.say("Alle", "All"), 100, is_other=True) for each in here if each.term == "overall"]
    label = words.say("% i job inden for 52 uger", "% with a job within 52 weeks")
    title = words.say("I job efter sagsbehandlerens joborientering", "With a job by the caseworker's orientation")
    return picture(made, label, title, words, zero=False)


_METHODS = (
    ("orientation", Estimator.REDUCED_FORM),
    ("S12", Estimator.TWO_STAGE),
    ("S12", Estimator.ANDERSON_RUBIN),
    ("S12", Estimator.TWO_STAGE_PLAIN),
    ("S12", Estimator.OLS),
)


def effects(rows: Rows, words: Language) -> Picture | None:
    """Every estimate of what belief does."""
    by = {(each.outcome, each.term, each.estimator): each for each in rows if not each.group}
    made = []
    for outcome, short in ((MAIN, "job"), ("jobedu52", words.say("job/udd.", "job/edu."))):
        for term, estimator in _METHODS:
            if (outcome, term, estimator) in by:
                label = f"{words.of(ESTIMATORS[estimator.value])}, {short}"
                made.append(dot(by[outcome, term, estimator], label, is_other=estimator is Estimator.OLS))
    label = words.say("procentpoint pr. trin", "percentage points a step")
    more = words.say(
        "Firkant: lineær model uden instrument. Reduceret form er pr. trin joborientering, de andre pr. trin på S12.",
        "Square: linear model without an instrument. The reduced form is per step of orientation, the others of S12.",
    )
    return picture(
        made, label, words.say("Tro og udfald, flere metoder", "Belief and outcome, by method"), words, more=more
    )


def sensitivity(rows: Rows, words: Language) -> Picture | None:
    """What is left where belief goes with skill."""
    here = [e for e in rows if e.estimator is Estimator.SENSITIVITY and e.outcome == MAIN and e.term == "S12"]
    said = words.say("korrelation", "correlation")
    made = [dot(each, f"{said} {words.number(float(each.group), 1)}") for each in here]
    label = words.say(
        "procentpoint i job inden for 52 uger, pr. trin på S12",
        "percentage points with a job within 52 weeks, per step of S12",
    )
    title = words.say("Hvad der er tilbage, hvis tro og dygtighed følges ad", "What is left if belief goes with skill")
    return picture(made, label, title, words)


def balance(rows: Rows, words: Language) -> Picture | None:
    """Whether orientation goes with what citizens were like at first."""
    here = strongest([each for each in rows if each.estimator is Estimator.BALANCE])
    made = [dot(each, words.of(term_label(each.term))) for each in here]
    label = words.say("standardafvigelser pr. trin joborientering", "standard deviations per step of orientation")
    title = words.say("Balance ved første svar: de største", "Balance at the first answer: the largest")
    more = words.say("Alle bør ligge nær nul.", "All should lie near zero.")
    return picture(made, label, title, words, more=more)
