# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Figures of citizens: changes of caseworker, what foretells a job, interventions, how sure an answer is."""

from bip_desktop.centre.analysis.drawing import ACCENT, LINE, OTHER, QUIET, Dot, Picture, new_figure, number_axis, svg
from bip_desktop.centre.analysis.effects import Estimator
from bip_desktop.centre.analysis.figure_rows import MAIN, Rows, dot, picture, points, strongest
from bip_desktop.centre.analysis.report_terms import group_label, term_label
from bip_desktop.centre.analysis.report_words import ESTIMATORS, OUTCOMES
from bip_desktop.centre.analysis.wording import Language, capital


def changes(rows: Rows, words: Language) -> Picture | None:
    """One change more."""
    here = [each for each in rows if each.term == "changes" and not each.group and each.estimator is Estimator.OLS]
    made = [dot(each, words.of(OUTCOMES[each.outcome])) for each in here if each.outcome in OUTCOMES]
    title = words.say("Ét skift mere", "One change more")
    return picture(made, points(words), title, words)


def event_study(rows: Rows, words: Language) -> Picture | None:
    """Before and after the first change, mass moves beside single ones."""
    here = [each for each in rows if each.outcome == MAIN]
    groups = [group for group in ("mass", "single_move") if any(each.group == group for each in here)]
    if not groups:
        return None
    figure, all_axes = new_figure(2.7, len(groups), sharey=True)
    for axes, group in zip(all_axes, groups, strict=True):
        for each in here:
            if each.group != group or not each.term.lstrip("-").isdigit():
                continue
            time, value, u = int(each.term), each.value.value, each.uncertainty
            colour = OTHER if time < 0 else ACCENT
            axes.plot([time, time], [u.low, u.high], color=colour, linewidth=1.8)
            axes.plot([time], [value], "s" if time < 0 else "o", color=colour, markersize=5.5)
        axes.axhline(0, color=QUIET, linewidth=0.9)
        axes.axvline(-0.5, color=LINE, linewidth=1)
        name = words.of(group_label("", group))
        axes.set_title(capital(name), fontsize=9.5, loc="left")
        axes.set_xlabel(words.say("målinger siden skiftet", "measurements since the change"), fontsize=8.5)
        axes.set_xticks(range(-3, 5))
        number_axis(axes.xaxis, words)
    number_axis(all_axes[0].yaxis, words)
    all_axes[0].set_ylabel(points(words), fontsize=8.5)
    title = words.say(
        "Forskel i job inden for 52 uger, før og efter skiftet",
        "Difference in a job within 52 weeks, before and after the change",
    )
    marks = words.say(
        "Streger: 95 % interval. Firkant: før skiftet, bør ligge omkring nul.",
        "Lines: 95% interval. Square: before the change, should lie about zero.",
    )
    return Picture(svg(figure, title), title, marks)


def explained(rows: Rows, words: Language) -> Picture | None:
    """R² by what is known."""
    made = []
    for each in rows:
        if each.term == "r_squared":
            outcome = words.of(OUTCOMES[each.outcome]) if each.outcome in OUTCOMES else each.outcome
            made.append(dot(each, f"{outcome}: {words.of(group_label('', each.group))}", 100))
    return picture(made, "R², %", words.say("Forklaret del", "Explained part"), words, zero=False)


def predictors(rows: Rows, words: Language) -> Picture | None:
    """The items that stand farthest from nothing."""
    q = {each.term: each.value.value for each in rows if each.outcome == MAIN and each.group == "q"}
    here = strongest([each for each in rows if each.outcome == MAIN and not each.group])
    made = [dot(each, words.of(term_label(each.term)) + (" *" if q.get(each.term, 1) < 0.05 else "")) for each in here]
    label = words.say(
        "procentpoint i job inden for 52 uger, pr. trin", "percentage points with a job within 52 weeks, per step"
    )
    title = words.say("Hvad der hænger stærkest sammen med job", "What goes most with a job")
    more = words.say("* q under 0,05.", "* q below 0.05.") if any(value < 0.05 for value in q.values()) else ""
    return picture(made, label, title, words, more=more)


def channels(rows: Rows, words: Language) -> Picture | None:
    """How those who look in a way differ from those who do not."""
    here = [each for each in rows if each.outcome == MAIN and each.term == "B10_difference"]
    made = [dot(each, words.of(group_label("B10", each.group))) for each in here]
    label = words.say(
        "procentpoint i job inden for 52 uger, mod dem, der ikke har krydset det af",
        "percentage points with a job within 52 weeks, beside the rest",
    )
    title = words.say("Forskel i job efter måden at søge på", "Difference in job by the way of looking")
    return picture(made, label, title, words)


def progression(rows: Rows, words: Language) -> Picture | None:
    """How far patterns of activities differ."""
    made = []
    for each in rows:
        if each.term == "progression_difference":
            label = f"{words.of(group_label('', each.group))}, {words.of(ESTIMATORS[each.estimator.value])}"
            made.append(dot(each, label, is_other=each.estimator is Estimator.RAW))
    label = words.say("trin på B1 til B9 siden svaret før", "steps of B1 to B9 since the answer before")
    title = words.say("Forskel i udvikling", "Difference in progression")
    more = words.say("Firkant: rå forskel.", "Square: raw difference.")
    return picture(made, label, title, words, more=more)


def overlap(rows: Rows, words: Language) -> Picture | None:
    """Whether citizens with one pattern could have had another."""
    by = {(each.term, each.group): each.value.value * 100 for each in rows if each.outcome == "overlap"}
    groups = [g for term, g in by if term == "chance_50" and ("chance_5", g) in by and ("chance_95", g) in by]
    made = []
    for group in groups:
        name = words.of(group_label("", group))
        ends = by["chance_5", group], by["chance_95", group]
        made.append(Dot(capital(name), by["chance_50", group], *ends))
    label = words.say("% sandsynlighed for mønstret", "% chance of the pattern")
    title = words.say("Overlap: hvor sandsynligt hvert mønster var", "Overlap: how likely each pattern was")
    found = picture(made, label, title, words, zero=False)
    marks = words.say(
        "Punkt: midten. Streger: 5. til 95. percentil.", "Dot: the median. Lines: 5th to 95th percentile."
    )
    return None if found is None else Picture(found.svg, found.title, marks)


def reliable_change(rows: Rows, words: Language) -> Picture | None:
    """How many steps are more than chance."""
    here = [each for each in rows if each.term == "reliable_change" and each.group == "95"]
    made = [dot(each, words.of(term_label(each.outcome))) for each in here]
    label = words.say("trin, før en ændring er sikker (95 %)", "steps before a change is sure (95%)")
    title = words.say("Så langt skal én borger flytte sig", "How far one citizen must move")
    return picture(made, label, title, words, zero=False)
