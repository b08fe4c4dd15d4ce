# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Figures of how caseworkers differ, never without what chance alone gives."""

import textwrap
from collections.abc import Sequence

from bip_desktop.centre.analysis.drawing import ACCENT, QUIET, Picture, new_figure, number_axis, svg
from bip_desktop.centre.analysis.effects import Estimator
from bip_desktop.centre.analysis.figure_rows import Rows, dot, picture, points
from bip_desktop.centre.analysis.report_terms import group_label, term_label
from bip_desktop.centre.analysis.report_words import ESTIMATORS
from bip_desktop.centre.analysis.wording import Language, capital


def explained(rows: Rows, words: Language) -> Picture | None:
    """R² without and with caseworkers, and with shuffled ones."""
    wanted = ("r_squared_without", "r_squared_with", "r_squared_permuted")
    by = {each.term: each for each in rows if not each.group}
    made = [
        dot(by[term], words.of(term_label(term)), 100, is_other=term == "r_squared_permuted")
        for term in wanted
        if term in by
    ]
    title = words.say("Hvad sagsbehandlerne lægger til forklaringen", "What caseworkers add to the explanation")
    more = words.say("Firkant: sagsbehandlerne er byttet tilfældigt om.", "Square: caseworkers shuffled by chance.")
    return picture(made, "R², %", title, words, zero=False, more=more)


def gaps(rows: Rows, words: Language) -> Picture | None:
    """The gap between the outer quarters as four estimators see it."""
    title = words.say(
        "Forskel mellem øverste og nederste fjerdedel, målt på fire måder",
        "The gap between the top and the bottom quarter, measured in four ways",
    )
    return _ways(rows, "gap", title, words)


def gains(rows: Rows, words: Language) -> Picture | None:
    """The gain of the policy experiment in the same four ways."""
    title = words.say("Gevinst, målt på fire måder", "The gain, measured in four ways")
    return _ways(rows, "gain", title, words)


def _ways(rows: Rows, term: str, title: str, words: Language) -> Picture | None:
    made = [
        dot(each, words.of(ESTIMATORS[each.estimator.value]), is_other=each.estimator is Estimator.PERMUTED)
        for each in rows
        if each.term == term
    ]
    more = words.say(
        "Firkant: sagsbehandlerne er byttet tilfældigt om, så ingen er bedre end andre.",
        "Square: caseworkers shuffled by chance, so that nobody is better than another.",
    )
    return picture(made, points(words), title, words, more=more)


def raw_quarters(rows: Rows, words: Language) -> Picture | None:
    """The share with the outcome in each quarter."""
    made = [dot(each, words.of(group_label("raw", each.group)), 100) for each in rows if each.term == "raw"]
    label = words.say("% med udfaldet", "% with the outcome")
    title = words.say("Udfald i hver fjerdedel, uden korrektion for støj", "Outcome by quarter, noise not taken out")
    return picture(made, label, title, words, zero=False)


def _by_quarter(
    rows: Rows, words: Language, times: float, label: str, title: str, terms: Sequence[str] | None, columns: int
) -> Picture | None:
    names = [term for term in dict.fromkeys(each.term for each in rows) if terms is None or term in terms]
    names = [name for name in names if sum(each.term == name for each in rows) > 1]
    if not names:
        return None
    columns = min(len(names), columns)
    lines = -(-len(names) // columns)
    figure, grid = new_figure(1.55 * lines + 0.35, columns, lines, sharex=True, sharey=True)
    for place, axes in enumerate(grid):
        if place >= len(names):
            axes.set_visible(False)
            continue
        for each in rows:
            if each.term == names[place] and each.group:
                x, u = int(each.group), each.uncertainty
                axes.plot([x, x], [u.low * times, u.high * times], color=ACCENT, linewidth=1.8)
                axes.plot([x], [each.value.value * times], "o", color=ACCENT, markersize=4.5)
        name = words.of(term_label(names[place])).split(" (")[0]
        axes.set_title("\n".join(textwrap.wrap(capital(name), 96 // columns)), fontsize=8.5, loc="left")
        axes.set_xlim(0.5, 4.5)
        axes.set_xticks([1, 2, 3, 4])
        axes.tick_params(labelsize=8)
        axes.grid(axis="y", color="#e8edf0", linewidth=0.6)
    if times > 1:
        grid[0].set_ylim(bottom=0)
    number_axis(grid[0].yaxis, words)
    figure.supylabel(label, fontsize=8.5, color=QUIET)
    figure.supxlabel(
        words.say("fjerdedel, 1 nederste til 4 øverste", "quarter, 1 bottom to 4 top"), fontsize=8.5, color=QUIET
    )
    return Picture(
        svg(figure, f"{title}. {label}."), title, words.say("Streger: 95 % interval.", "Lines: 95% interval.")
    )


def activities(rows: Rows, words: Language) -> Picture | None:
    """The groups of activities."""
    label = words.say("% af besvarelser", "% of answers")
    title = words.say("Aktiviteter efter fjerdedel", "Activities by quarter")
    return _by_quarter(rows, words, 100, label, title, ("job", "upskilling", "social", "health", "none"), 5)


def combined(rows: Rows, words: Language) -> Picture | None:
    """Two groups together."""
    pairs = [term for term in dict.fromkeys(each.term for each in rows) if term.count("+") == 1]
    label = words.say("% af besvarelser", "% of answers")
    title = words.say("To slags aktiviteter sammen", "Two kinds of activity together")
    return _by_quarter(rows, words, 100, label, title, pairs, 3)


def assessments(rows: Rows, words: Language) -> Picture | None:
    """Means of S2 to S12."""
    here = [each for each in rows if each.outcome == "assessment"]
    label = words.say("gennemsnit, 1 til 5", "mean, 1 to 5")
    title = words.say("Sagsbehandlerens svar efter fjerdedel", "Caseworkers' answers by quarter")
    return _by_quarter(here, words, 1, label, title, None, 4)
