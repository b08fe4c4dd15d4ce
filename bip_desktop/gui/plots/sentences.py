# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What each picture says, as sentences: for the ear, and for whoever would rather read."""

from collections.abc import Sequence

from bip_desktop.domain.progression import Movement, Progression, Series, TwoViews
from bip_desktop.domain.questionnaire import Missing, Scale, Step, Value
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import long_date
from bip_desktop.gui.language import translate

_TOLD = 10
"""So many of the newest answers are read out."""


def first_word(name: str) -> str:
    """How a person is named on the shared pages."""
    return name.split()[0] if name.split() else name


def short_value(value: Value) -> str:
    """A step as its digit, and why there is none in words."""
    match value:
        case Step(step):
            return str(step)
        case Missing():
            return wording.missing(value)
        case _:
            return ""


def theme_sentence(series: Series, language: str) -> str:
    """One theme's curve in words."""
    now = wording.value_words(series.item, series.now.value, language)
    said = {
        Movement.FIRST: translate("plots", "du svarer {now}."),
        Movement.NO_ANSWER: translate("plots", "{now} denne gang."),
        Movement.NO_ANSWER_BEFORE: translate("plots", "du svarer {now}. Sidst var der ikke noget svar."),
        Movement.SAME: translate("plots", "du svarer {now}, som sidst."),
        Movement.MAYBE_HIGHER: translate("plots", "du svarer {now}, måske højere end sidst."),
        Movement.MAYBE_LOWER: translate("plots", "du svarer {now}, måske lavere end sidst."),
        Movement.HIGHER: translate("plots", "du svarer {now}, en ændring opad."),
        Movement.LOWER: translate("plots", "du svarer {now}, en ændring nedad."),
    }[series.movement].format(now=now)
    parts = [f"{wording.name(series.item, language)}: {said}"]
    if len(series.points) > 1:
        newest = series.points[-_TOLD:]
        answers = ", ".join(short_value(point.value) for point in newest)
        if len(newest) < len(series.points):
            told = translate("plots", "De {0} nyeste af {1} svar siden {2}: {3}.").format(
                len(newest), len(series.points), long_date(series.points[0].on), answers
            )
        else:
            told = translate("plots", "{0} svar fra {1} til {2}: {3}.").format(
                len(newest), long_date(series.points[0].on), long_date(series.now.on), answers
            )
        parts.append(told)
    return " ".join(parts)


def two_views_sentence(view: TwoViews, citizen: str, caseworker: str, language: str) -> str:
    """One theme as the two see it, in words."""
    hers = wording.value_words(view.caseworker_item, view.caseworker, language)
    said = translate("plots", "{theme}: {citizen} svarer »{own}«, {caseworker} svarer »{hers}«.").format(
        theme=wording.name(view.citizen_item, language),
        citizen=citizen,
        own=wording.value_words(view.citizen_item, view.citizen, language),
        caseworker=caseworker,
        hers=hers,
    )
    return f"{said} {tell_each_other()}." if view.worth_telling else said


def tell_each_other() -> str:
    """The remark where the two are two or more steps apart."""
    return translate("plots", "Fortæl hinanden, hvad I tænker på")


def from_start_sentence(series: Series, language: str) -> str:
    """One theme's way from the first answer to now, in words."""
    start, moved = series.start, series.since_start
    if start is None or moved is None:
        return translate("plots", "{0}: kan ikke sammenlignes med starten ({1}).").format(
            wording.name(series.item, language), wording.value_words(series.item, series.now.value, language)
        )
    then = wording.value_words(series.item, start.value, language)
    now = wording.value_words(series.item, series.now.value, language)
    form = (
        translate("plots", "{0}: {1} i starten, {2} nu.") if moved else translate("plots", "{0}: {2}, som i starten.")
    )
    return form.format(wording.name(series.item, language), then, now)


def from_start_headline(moved: Progression) -> str:
    """Counts answers from the first to now, and judges nothing."""
    ways = [series.since_start for series in moved.themes if series.since_start is not None]
    up, down = sum(way > 0 for way in ways), sum(way < 0 for way in ways)
    same = len(ways) - up - down
    if not ways:
        return translate("plots", "Der er ikke noget at sammenligne med starten denne gang.")
    parts = [
        translate("plots", "højere på {0}").format(wording.areas(up)) if up else "",
        translate("plots", "lavere på {0}").format(wording.areas(down)) if down else "",
        translate("plots", "som i starten på {0}").format(wording.areas(same)) if same else "",
    ]
    said = [part for part in parts if part]
    joined = said[0] if len(said) == 1 else translate("plots", "{0} og {1}").format(", ".join(said[:-1]), said[-1])
    return translate("plots", "Du svarer nu {0}.").format(joined)


def search_sentence(series: Series, language: str) -> str:
    """How the citizen looks for work now, in words."""
    return f"{wording.name(series.item, language)}: {wording.value_words(series.item, series.now.value, language)}."


def ends(scales: Sequence[Scale], language: str) -> str:
    """`1 = slet ikke · 5 = rigtig godt (rigtig meget)`."""
    said = []
    for step in (1, 5):
        words = list(dict.fromkeys(scale.word(step, language).lower() for scale in scales))
        if words:
            said.append(f"{step} = {words[0]}" + (f" ({', '.join(words[1:])})" if words[1:] else ""))
    return " · ".join(said)


def scales_of(series: Sequence[Series]) -> tuple[Scale, ...]:
    """The scales that these series use, each once."""
    found = {each.item.scale.scale_id: each.item.scale for each in series if each.item.scale is not None}
    return tuple(found.values())
