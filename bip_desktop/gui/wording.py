# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Sentences about a progression, made from the same frozen series as the picture and the table beside them."""

from collections.abc import Sequence

from bip_desktop.domain.caseload import CaseloadRow, Standing, Topic
from bip_desktop.domain.citizen import Benefit, ChangeReason, Outcome
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.progression import Movement, Progression, Series
from bip_desktop.domain.questionnaire import Amount, Instrument, Item, Missing, Step, Ticks, Value
from bip_desktop.domain.suggestion import Grade, Reason, ReasonKind
from bip_desktop.gui.formatting import amount_words
from bip_desktop.gui.language import translate


def areas(count: int) -> str:
    """`1 område`, `3 områder`."""
    return translate("wording", "1 område") if count == 1 else translate("wording", "{0} områder").format(count)


def listed(names: Sequence[str]) -> str:
    """`»a«, »b« og »c«`."""
    quoted = [translate("wording", "»{0}«").format(name) for name in names]
    if len(quoted) < 2:
        return "".join(quoted)
    return translate("wording", "{0} og {1}").format(", ".join(quoted[:-1]), quoted[-1])


def headline(moved: Progression) -> str:
    """The sentence first on "Se det sammen". It counts answers, and judges nothing."""
    if moved.is_first:
        return translate("wording", "Dit udgangspunkt")
    higher, lower, same = len(moved.higher), len(moved.lower), len(moved.same)
    if higher and lower:
        return translate("wording", "Du svarer højere end sidst på {0} og lavere på {1}").format(
            areas(higher), areas(lower)
        )
    if higher:
        return translate("wording", "Du svarer højere end sidst på {0}").format(areas(higher))
    if lower:
        return translate("wording", "Du svarer lavere end sidst på {0}").format(areas(lower))
    if same:
        return translate("wording", "Du svarer som sidst")
    return translate("wording", "Der er ikke noget at sammenligne med denne gang")


def explanation(moved: Progression, language: str) -> str:
    """The line below the headline."""
    if moved.is_first:
        return translate("wording", "Her er, hvad du svarede i dag. Næste gang kan vi se, om noget har flyttet sig.")
    said: list[str] = []
    up = [name(series.item, language) for series in moved.higher if series.twice > 0]
    down = [name(series.item, language) for series in moved.lower if series.twice < 0]
    if up:
        said.append(translate("wording", "{0} er steget to gange i træk.").format(listed(up)))
    if down:
        said.append(translate("wording", "{0} er faldet to gange i træk.").format(listed(down)))
    for direction, form in (
        (Movement.HIGHER, translate("wording", "{0} er steget flere trin.")),
        (Movement.LOWER, translate("wording", "{0} er faldet flere trin.")),
    ):
        at_once = [name(each.item, language) for each in moved.themes if each.movement is direction and not each.twice]
        if at_once:
            said.append(form.format(listed(at_once)))
    single = [series for series in moved.themes if series.movement in (Movement.MAYBE_HIGHER, Movement.MAYBE_LOWER)]
    if len(single) == 1:
        one = translate("wording", "»{0}« er steget ét trin; det kan være tilfældigt.")
        if single[0].movement is Movement.MAYBE_LOWER:
            one = translate("wording", "»{0}« er faldet ét trin; det kan være tilfældigt.")
        said.append(one.format(name(single[0].item, language)))
    elif single:
        said.append(translate("wording", "Ét trin kan være tilfældigt."))
    if moved.lower and not moved.higher:
        said.append(translate("wording", "Det går ofte op og ned. Hvad tænker du?"))
    elif (moved.higher or moved.lower) and moved.same:
        rest = len(moved.higher) + len(moved.lower) + len(moved.same) == len(moved.themes)
        said.append(
            translate("wording", "Resten er som sidst.")
            if rest
            else translate("wording", "{0} er som sidst.").format(areas(len(moved.same)))
        )
    return " ".join(said)


def name(item: Item, language: str) -> str:
    """What the citizen reads a theme as."""
    return item.display.in_language(language)


def movement(series: Series) -> str:
    """The remark beside a theme."""
    return {
        Movement.FIRST: "",
        Movement.NO_ANSWER: translate("wording", "ikke svaret"),
        Movement.NO_ANSWER_BEFORE: translate("wording", "ikke svaret sidst"),
        Movement.SAME: translate("wording", "som sidst"),
        Movement.MAYBE_HIGHER: translate("wording", "måske højere"),
        Movement.MAYBE_LOWER: translate("wording", "måske lavere"),
        Movement.HIGHER: translate("wording", "ændring ↑"),
        Movement.LOWER: translate("wording", "ændring ↓"),
    }[series.movement]


def missing(code: Missing) -> str:
    """Why there is no answer, in words."""
    return {
        Missing.DONT_KNOW: translate("wording", "ved ikke"),
        Missing.DECLINED: translate("wording", "ønskede ikke at svare"),
        Missing.NOT_RELEVANT: translate("wording", "ikke relevant"),
        Missing.NOT_SHOWN: translate("wording", "ikke vist"),
        Missing.NOT_REACHED: translate("wording", "ikke nået"),
        Missing.SKIPPED: translate("wording", "sprunget over"),
    }[code]


def value_words(item: Item, value: Value | None, language: str) -> str:
    """An answer in words: the scale's word with its step, the ticked options, the amount, or why there is none."""
    match value:
        case None:
            return translate("wording", "ikke svaret endnu")
        case Missing():
            own = next((choice for choice in item.missing if choice.code is value), None)
            return own.text.in_language(language) if own else missing(value).capitalize()
        case Step(step):
            return f"{item.scale.word(step, language)} ({step})" if item.scale else str(step)
        case Ticks(options):
            return " · ".join(item.option(number).text.in_language(language) for number in sorted(options))
        case Amount():
            return amount_words(value)


def kind(which: Kind) -> str:
    """A kind of intervention, as tables name it."""
    return {
        Kind.JOB: translate("wording", "Jobrettet"),
        Kind.UPSKILLING: translate("wording", "Opkvalificering"),
        Kind.SOCIAL: translate("wording", "Social indsats"),
        Kind.HEALTH: translate("wording", "Helbred"),
    }[which]


def kinds(which: frozenset[Kind] | None) -> str:
    """The kinds under way, `Jobrettet + helbred`."""
    if which is None:
        return translate("wording", "Ved ikke")
    if not which:
        return translate("wording", "Ingen lige nu")
    words = [kind(each) for each in Kind if each in which]
    return " + ".join([words[0], *(word.lower() for word in words[1:])])


def counts(standing: Standing) -> str:
    """`3 højere · 6 ens · 1 lavere`; a first measurement has nothing to count."""
    if standing.number == 1:
        return translate("wording", "Første måling")
    parts = [
        translate("wording", "{0} højere").format(standing.higher) if standing.higher else "",
        translate("wording", "{0} ens").format(standing.same) if standing.same else "",
        translate("wording", "{0} lavere").format(standing.lower) if standing.lower else "",
    ]
    return " · ".join(part for part in parts if part) or translate("wording", "Ikke svaret")


def topic(row: CaseloadRow) -> str:
    """What is worth talking about, as a short remark; empty where nothing stands out."""
    return {
        Topic.HANDOVER: translate("wording", "Læs overleveringen først"),
        Topic.FIRST_MEETING: translate("wording", "Første samtale"),
        Topic.NOTHING_UNDER_WAY: translate("wording", "Hvad skal der til?"),
        Topic.FRESH_LOOK: translate("wording", "Et nyt blik på forløbet?"),
        Topic.AGREEMENT: translate("wording", "Sidste aftale: {0}").format(row.standing.agreed if row.standing else ""),
        Topic.ONE_KIND: translate("wording", "Én indsats"),
        Topic.WITHOUT_JOB: translate("wording", "Noget jobrettet ved siden af?"),
        Topic.NONE: "",
    }[row.topic]


def reason(why: Reason, instrument: Instrument, language: str) -> str:
    """A "why" in words: true to the series it came from."""
    theme = name(instrument.item(why.item), language) if why.item else ""
    match why.kind:
        case ReasonKind.SITUATION:
            return ""
        case ReasonKind.LOWEST:
            return translate("wording", "»{0}« er det område, hvor du svarer lavest ({1}).").format(theme, why.step)
        case ReasonKind.LOW:
            if why.item.startswith("S"):
                item = instrument.item(why.item)
                word = item.scale.word(why.step, language) if item.scale else str(why.step)
                return translate("wording", "Din sagsbehandler svarede »{1}« om »{0}«.").format(theme, word)
            return translate("wording", "Du har svaret {1} på »{0}«.").format(theme, why.step)
        case ReasonKind.STILL:
            return translate("wording", "»{0}« har ligget på {1} i {2} målinger.").format(
                theme, why.step, why.measurements
            )
        case ReasonKind.ROSE if why.measurements > 1:
            return translate("wording", "»{0}« er steget to gange i træk ({1} → {2}).").format(
                theme, why.start, why.step
            )
        case ReasonKind.ROSE:
            return translate("wording", "Du svarer højere end sidst på »{0}« ({1} → {2}).").format(
                theme, why.start, why.step
            )


def grade(which: Grade) -> str:
    """How strong the ground is."""
    return {
        Grade.FOUND: translate("wording", "fundet i BIP"),
        Grade.SEEN: translate("wording", "set, hvor flest kom i job"),
        Grade.JUDGEMENT: translate("wording", "fagligt skøn"),
    }[which]


def benefit(which: Benefit) -> str:
    """A benefit as people name it today."""
    return {
        Benefit.KONTANTHJAELP_MINDSTESATS: translate("wording", "Kontanthjælp, mindstesats"),
        Benefit.KONTANTHJAELP_GRUNDSATS: translate("wording", "Kontanthjælp, grundsats"),
        Benefit.KONTANTHJAELP_FORHOEJET: translate("wording", "Kontanthjælp, forhøjet sats"),
        Benefit.UDDANNELSESHJAELP: translate("wording", "Uddannelseshjælp (før juli 2025)"),
        Benefit.RESSOURCEFORLOEB: translate("wording", "Ressourceforløb"),
        Benefit.OTHER: translate("wording", "Anden ydelse"),
        Benefit.UNKNOWN: translate("wording", "Ikke oplyst"),
    }[which]


def change_reason(which: ChangeReason) -> str:
    """Why a citizen got another caseworker."""
    return {
        ChangeReason.LEFT: translate("wording", "sagsbehandleren er stoppet"),
        ChangeReason.LEAVE: translate("wording", "orlov"),
        ChangeReason.VISITATION: translate("wording", "ny visitation"),
        ChangeReason.BENEFIT: translate("wording", "ny ydelse"),
        ChangeReason.REORGANISATION: translate("wording", "omorganisering"),
        ChangeReason.CITIZEN: translate("wording", "borgerens eget ønske eller flytning"),
        ChangeReason.OTHER: translate("wording", "andet"),
        ChangeReason.UNKNOWN: translate("wording", "ikke oplyst"),
    }[which]


def outcome(which: Outcome) -> str:
    """How a course ended."""
    return {
        Outcome.JOB: translate("wording", "Job"),
        Outcome.EDUCATION: translate("wording", "Uddannelse"),
        Outcome.MOVED: translate("wording", "Flyttet"),
        Outcome.OTHER: translate("wording", "Andet"),
    }[which]
