# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report's first page: what a team leader can take with her, each sentence with its reservation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator
from bip_desktop.centre.analysis.quantities import Share
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.wording import Language


@dataclass(frozen=True)
class Finding:
    """A heading, a sentence or two, and what it must not be read as."""

    heading: str
    text: str
    reservation: str


class Found:
    """Effects by where they stand; a suppressed one is not there."""

    def __init__(self, tables: Sequence[EffectTable]) -> None:
        self._rows = {
            (table.name, each.outcome, each.term, each.group, each.estimator): each
            for table in tables
            for each in table.effects
            if not each.suppressed and each.value.value == each.value.value  # a number
        }
        self.notes = {(table.name, note) for table in tables for note in table.notes}

    def get(
        self, table: str, outcome: str, term: str, group: str = "", estimator: Estimator = Estimator.MEAN
    ) -> Effect | None:
        """One effect."""
        return self._rows.get((table, outcome, term, group, estimator))


def first_page(tables: Sequence[EffectTable], settings: Settings, words: Language) -> list[Finding]:
    """The findings that these tables hold."""
    found = Found(tables)
    makers = (_size, _belief, _caseworkers, _change, _belief_effect, _combined)
    return [each for make in makers for each in make(found, settings, words)]


def _of_hundred(words: Language, share: Share) -> str:
    return words.number(round(share.value * 100), 0)


def _size(found: Found, _settings: Settings, words: Language) -> Iterator[Finding]:
    paired = found.get("flow", "", "paired", estimator=Estimator.COUNT)
    if paired is None:
        return
    s = paired.sample
    numbers = [words.number(each, 0) for each in (s.answers, s.citizens, s.caseworkers)]
    yield Finding(
        words.say("Hvad der er målt", "What was measured"),
        words.say(
            "{} besvarelser, hvor både borgeren og sagsbehandleren har svaret: {} borgere og {} sagsbehandlere.",
            "{} answers by both the citizen and the caseworker: {} citizens and {} caseworkers.",
        ).format(*numbers),
        words.say(
            "Kun borgere, der har sagt ja til forskning, er med.", "Only citizens who agreed to research are in it."
        ),
    )


def _belief(found: Found, _settings: Settings, words: Language) -> Iterator[Finding]:
    low, high = (found.get("belief", "job52", "S12", group) for group in ("1", "5"))
    if low is None or high is None or not (isinstance(low.value, Share) and isinstance(high.value, Share)):
        return
    yield Finding(
        words.say("Når sagsbehandleren tror på job", "When the caseworker believes in a job"),
        words.say(
            "Svarer sagsbehandleren »Ja« til, at borgeren kommer i job, er {} af 100 i job inden for et år. Svarer hun "
            "»Nej«, er det {} af 100.",
            "Of 100 citizens whose caseworker answers “yes”, {} have a job within a year; where she answers “no”, {}.",
        ).format(_of_hundred(words, high.value), _of_hundred(words, low.value)),
        words.say(
            "Hun ved noget om borgeren. Tallet siger ikke, at troen skaber jobbet, og intet om den enkelte borger.",
            "She knows things. It does not say that belief makes the job, and nothing of any one citizen.",
        ),
    )


def _change(found: Found, _settings: Settings, words: Language) -> Iterator[Finding]:
    changed = found.get("change_share", "change", "changed")
    if changed is None or not isinstance(changed.value, Share):
        return
    yield Finding(
        words.say("Skift af sagsbehandler", "Change of caseworker"),
        words.say(
            "{} af 100 borgere har haft mere end én sagsbehandler.", "{} of 100 citizens had more than one caseworker."
        ).format(_of_hundred(words, changed.value))
        + _each_change(found, words),
        words.say(
            "Blandt borgere med mindst to samtaler. De, der skifter, kan være andre borgere end dem, der ikke gør.",
            "Among citizens with at least two meetings. Those who change may differ from those who do not.",
        ),
    )


def _each_change(found: Found, words: Language) -> str:
    effect = found.get("caseworker_change", "job52", "changes", estimator=Estimator.OLS)
    if effect is None:
        return ""
    u = effect.uncertainty
    nothing = words.say(" Det kan altså være ingenting.", " So it may be nothing.") if u.low <= 0 <= u.high else ""
    said = words.say(
        " For hvert skift kommer borgerne {} {} i job inden for et år (interval {}).",
        " With each change citizens find a job {} {} within a year (interval {}).",
    ).format(
        *_how_much(effect, words),
        words.between(type(effect.value)(u.low), type(effect.value)(u.high)),
    )
    return said + nothing


def _how_much(effect: Effect, words: Language) -> tuple[str, str]:
    """The size without its sign, and which way it goes."""
    more = words.say("oftere", "more often") if effect.value.value > 0 else words.say("sjældnere", "less often")
    return words.quantity(type(effect.value)(abs(effect.value.value))), more


def _caseworkers(found: Found, settings: Settings, words: Language) -> Iterator[Finding]:
    outcome = settings.outcomes.caseworker_effects
    naive, split, chance = (
        found.get("quartiles", outcome, "gap", estimator=each)
        for each in (Estimator.NAIVE, Estimator.SPLIT, Estimator.PERMUTED)
    )
    if naive is None or split is None or chance is None:
        return
    u = split.uncertainty
    text = words.say(
        "Regnet lige ud ad landevejen er der {} mellem de sagsbehandlere, det går bedst for, og dem, det går dårligst "
        "for. Men bytter man sagsbehandlerne tilfældigt om, får man også {}. Måles forskellen på andre borgere end "
        "dem, der ordnede, er den {} ({}).",
        "Computed naively, the top and bottom quarter of caseworkers differ by {}. Shuffle the caseworkers by chance "
        "and it is {} too. Measured on other citizens than those who ranked them it is {} ({}).",
    ).format(
        words.quantity(naive.value),
        words.quantity(chance.value),
        words.quantity(split.value),
        words.between(type(split.value)(u.low), type(split.value)(u.high)),
    )
    yield Finding(
        words.say("Forskelle mellem sagsbehandlere", "Differences between caseworkers"),
        text,
        words.say(
            "Hvem der er bedst, kan ikke ses i tallene. Derfor er ingen nævnt.",
            "Who is best cannot be seen from the figures. So nobody is named.",
        ),
    )


def _belief_effect(found: Found, settings: Settings, words: Language) -> Iterator[Finding]:
    effect = found.get("belief_effect", "job52", "S12", estimator=Estimator.TWO_STAGE)
    if effect is None:
        return
    u = effect.uncertainty
    unsure = u.low <= 0 <= u.high
    text = words.say(
        "Borgere hos sagsbehandlere, der generelt tror mere på job, kommer {} {} i job for hvert trin. "
        "Usikkerheden går fra {}.",
        "Citizens of caseworkers who believe more in jobs in general find one {} {} for each step ({}).",
    ).format(*_how_much(effect, words), words.between(type(effect.value)(u.low), type(effect.value)(u.high)))
    if unsure:
        text += words.say(" Det kan altså være ingenting.", " So it may be nothing.")
    declared = settings.design.as_good_as_random
    yield Finding(
        words.say("Sagsbehandlerens generelle tro", "The caseworker's general belief"),
        text,
        words.say(
            "Det kan også være, at de, der tror, er dygtigere. Se følsomheden længere nede.",
            "It may be that those who believe are better at it too. See the sensitivity below.",
        )
        if not declared
        else words.say(
            "Under forudsætning af, at borgerne er fordelt som ved lodtrækning.", "If assignment was as good as random."
        ),
    )


def _combined(found: Found, _settings: Settings, words: Language) -> Iterator[Finding]:
    shares = [found.get("combinations", "activities", "share", group) for group in ("none", "single", "combined")]
    if any(each is None for each in shares):
        return
    none, single, combined = (
        _of_hundred(words, each.value) for each in shares if each is not None and isinstance(each.value, Share)
    )
    text = words.say(
        "I {} af 100 besvarelser er der ingen aktiviteter, i {} én slags og i {} en kombination.",
        "Of 100 answers {} have no activities, {} one kind and {} a combination.",
    ).format(none, single, combined)
    differs = found.get(
        "combinations", "progression", "progression_difference", "combined_with_job-none", Estimator.AIPW
    )
    if differs is not None:
        text += words.say(
            " Borgere med en kombination med noget jobrettet flyttede sig {} {} end borgere uden aktiviteter, når "
            "der er taget højde for svarene før.",
            " Citizens with a combination with a job-oriented part moved {} {} than those with none, given the "
            "answers before.",
        ).format(
            words.quantity(type(differs.value)(abs(differs.value.value))),
            words.say("mere", "further") if differs.value.value > 0 else words.say("mindre", "less far"),
        )
    yield Finding(
        words.say("Indsatser", "Interventions"),
        text,
        words.say(
            "De, der får kombinationer, er andre borgere. Det er ikke målt, hvad indsatsen i sig selv gør.",
            "Those who get combinations are other citizens. What the intervention does in itself is not measured.",
        ),
    )
