# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report's first page: what a team leader can take with her, each sentence with its reservation, and where there
is no finding, why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator
from bip_desktop.centre.analysis.first_page_numbers import bare_span, may_be_nothing, more_or_less, of_hundred, span
from bip_desktop.centre.analysis.first_page_words import HEADINGS, REASONS, REMINDERS, TO_BE_HAD
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.wording import Language

_MOSTLY = 0.5
"""The part of the naive gap from which on it is said to be mostly chance."""


_OF_OUTCOMES = {"belief", "belief_effect", "quartiles"}
"""Tables that say nothing where nobody is followed."""


@dataclass(frozen=True)
class Finding:
    """A heading, a sentence or two, and what it must not be read as."""

    heading: str
    text: str
    reservation: str
    table: str
    """Where its figures stand in the report."""
    is_missing: bool = False
    """Whether it says why there is no finding."""


class Found:
    """Effects by where they stand; a suppressed one is not there."""

    def __init__(self, tables: Sequence[EffectTable]) -> None:
        self._rows = {
            (table.name, each.outcome, each.term, each.group, each.estimator): each
            for table in tables
            for each in table.effects
            if not each.suppressed and each.value.value == each.value.value  # a number
        }
        self._notes = {table.name: table.notes for table in tables}
        self._hidden = {table.name for table in tables if any(each.suppressed for each in table.effects)}
        self._there = {table.name for table in tables}

    def get(
        self, table: str, outcome: str, term: str, group: str = "", estimator: Estimator = Estimator.MEAN
    ) -> Effect | None:
        """One effect."""
        return self._rows.get((table, outcome, term, group, estimator))

    def every(self, table: str, term: str, group: str) -> list[Effect]:
        """Of all outcomes."""
        return [each for (name, _, t, g, _), each in self._rows.items() if (name, t, g) == (table, term, group)]

    def why_not(self, table: str) -> str:
        """The code of what stands in the way of a finding from this table."""
        if table not in self._there:
            return "identity"
        for note in self._notes[table]:
            if note in REASONS:
                return note
        linked = self.get("flow", "", "linked", estimator=Estimator.COUNT)
        if table in _OF_OUTCOMES and linked is not None and linked.sample.answers == 0:
            return "no_outcomes"
        return "hidden" if table in self._hidden else "too_few"


def first_page(tables: Sequence[EffectTable], settings: Settings, words: Language) -> list[Finding]:
    """The findings that these tables hold, and why others are not there."""
    found = Found(tables)
    made = []
    for name, (table, make) in _MAKERS.items():
        heading, reminder = words.of(HEADINGS[name]), words.of(REMINDERS[name])
        said = " ".join(make(found, settings, words))
        if name == "general_belief" and settings.design.as_good_as_random:
            reminder = words.of(REMINDERS["declared"])
        if said:
            made.append(Finding(heading, said, reminder, _seen_in(name, table, found)))
        else:
            made.append(Finding(heading, words.of(REASONS[found.why_not(table)]), "", table, is_missing=True))
    return made


def _seen_in(name: str, table: str, found: Found) -> str:
    """The table to send a reader to: where the finding's last figure stands, if it is there."""
    last = _LAST_FIGURE.get(name)
    return last[0] if last is not None and found.get(*last) is not None else table


def _size(found: Found, _settings: Settings, words: Language) -> Iterator[str]:
    paired = found.get("flow", "", "paired", estimator=Estimator.COUNT)
    if paired is None or not paired.sample.answers:
        return
    s = paired.sample
    yield words.say(
        "{} borgere og {} sagsbehandlere er med. Ved {} samtaler svarede både borgeren og sagsbehandleren.",
        "{} citizens and {} caseworkers are in it. At {} meetings both the citizen and the caseworker answered.",
    ).format(*(words.number(each, 0) for each in (s.citizens, s.caseworkers, s.answers)))


def _belief(found: Found, _settings: Settings, words: Language) -> Iterator[str]:
    low, high = (
        found.get("calibration", "job52", "observed_followed", group) or found.get("belief", "job52", "S12", group)
        for group in ("1", "5")
    )
    if low is None or high is None:
        return
    yield words.say(
        "Når sagsbehandleren svarer »Ja« til, at borgeren kommer i job, er {} ud af 100 i job inden for et år. Når "
        "svaret er »Nej«, er det {} ud af 100.",
        "Where the caseworker answers “yes” to whether the citizen will find a job, {} of 100 have one within a year. "
        "Where the answer is “no”, it is {} of 100.",
    ).format(of_hundred(high, words), of_hundred(low, words))


def _general_belief(found: Found, _settings: Settings, words: Language) -> Iterator[str]:
    effect = found.get("belief_effect", "job52", "S12", estimator=Estimator.TWO_STAGE)
    if effect is None:
        return
    if not _believe_more(found):
        yield words.say(
            "Vi kan ikke se, om nogle sagsbehandlere tror mere på job end deres kolleger, uanset hvem borgeren er. Så "
            "kan vi heller ikke se, om det betyder noget for job.",
            "It cannot be seen whether some caseworkers believe more in jobs than their colleagues, whoever the "
            "citizen is. So neither can it be seen whether that matters for jobs.",
        )
        return
    yield words.say(
        "Nogle sagsbehandlere tror mere på job end deres kolleger, uanset hvem borgeren er.",
        "Some caseworkers believe more in jobs than their colleagues, whoever the citizen is.",
    )
    if may_be_nothing(effect):
        yield words.say(
            "Om deres borgere også oftere kommer i job, kan vi ikke se. Det bedste bud er {} for hvert trin, "
            "sagsbehandleren tror mere, men det kan være alt fra {}.",
            "Whether their citizens find jobs more often cannot be seen. The best guess is {} for each step, but it "
            "may be anything from {}.",
        ).format(more_or_less(effect, words), span(effect, words))
    else:
        yield words.say(
            "Deres borgere kommer i job {} for hvert trin, sagsbehandleren tror mere. Det er usikkert: fra {}.",
            "Their citizens find jobs {} for each step. It is uncertain: from {}.",
        ).format(more_or_less(effect, words), span(effect, words))


def _believe_more(found: Found) -> bool:
    """Whether it is clear that caseworkers' belief in others goes with that in the citizen: the first stage."""
    strength, stage = (
        found.get("belief_effect", "job52", term, estimator=Estimator.FIRST_STAGE) for term in ("f", "orientation")
    )
    return strength is not None and stage is not None and stage.uncertainty.low > 0


def _change(found: Found, _settings: Settings, words: Language) -> Iterator[str]:
    changed = found.get("change_share", "change", "changed")
    if changed is None:
        return
    yield words.say(
        "{} ud af 100 borgere har haft mere end én sagsbehandler.", "{} of 100 citizens had more than one caseworker."
    ).format(of_hundred(changed, words))
    effect = found.get("caseworker_change", "job52", "changes", estimator=Estimator.OLS)
    if effect is None:
        return
    if may_be_nothing(effect):
        yield words.say(
            "Om det har betydning for job, kan vi ikke se. Det bedste bud er, at borgere med ét skift mere kommer i "
            "job {} end andre, der ligner dem, men det kan være alt fra {}.",
            "Whether it matters for jobs cannot be seen. The best guess is that citizens with one change more find "
            "jobs {} than others like them, but it may be anything from {}.",
        ).format(more_or_less(effect, words), span(effect, words))
    else:
        yield words.say(
            "Borgere med ét skift mere kommer i job {} end andre, der ligner dem. Det er usikkert: fra {}.",
            "Citizens with one change more find jobs {} than others like them. It is uncertain: from {}.",
        ).format(more_or_less(effect, words), span(effect, words))


def _caseworkers(found: Found, settings: Settings, words: Language) -> Iterator[str]:
    outcome = settings.outcomes.caseworker_effects
    naive, split, chance = (
        found.get("quartiles", outcome, "gap", estimator=each)
        for each in (Estimator.NAIVE, Estimator.SPLIT, Estimator.PERMUTED)
    )
    if naive is None or split is None or chance is None:
        return
    yield words.say(
        "Deler man sagsbehandlerne i fire grupper efter, hvor tit deres borgere {}, og tager man højde "
        "for, at de har forskellige borgere, ser der ud til at være {} mellem den øverste og den nederste "
        "gruppe.",
        "Put caseworkers in four groups by how often their citizens {}, allow for their having different "
        "citizens, and the top and bottom group seem to differ by {}.",
    ).format(words.of(TO_BE_HAD[outcome]), words.quantity(naive.value))
    mostly = naive.value.value > 0 and chance.value.value / naive.value.value >= _MOSTLY
    yield (
        words.say("Men det meste er tilfældigheder:", "But most of it is chance:")
        if mostly
        else words.say("En del af det er tilfældigheder:", "Some of it is chance:")
    )
    yield words.say(
        "trækker man lod om, hvem der har hvilke borgere, så ingen kan være bedre end andre, bliver forskellen "
        "stadig {}. "
        "Måler man på andre borgere end dem, grupperne er lavet af, er den {} (usikkerhed: {}).",
        "draw lots for who has which citizens, so that nobody can be better than another, and the gap is still {}. "
        "Measured on other citizens than those the groups were made of it is {} (uncertainty: {}).",
    ).format(words.quantity(chance.value), words.quantity(split.value), bare_span(split, words))
    if may_be_nothing(split):
        yield words.say("Der kan altså være ingen forskel.", "So there may be no difference.")


def _interventions(found: Found, _settings: Settings, words: Language) -> Iterator[str]:
    none, single, combined = (
        found.get("combinations", "activities", "share", group) for group in ("none", "single", "combined")
    )
    if none is None or single is None or combined is None:
        return
    yield words.say(
        "Ved {} ud af 100 samtaler havde borgeren ingen aktiviteter, ved {} én slags og ved {} flere slags på én gang.",
        "At {} of 100 meetings the citizen had no activities, at {} one kind and at {} several kinds at once.",
    ).format(*(of_hundred(each, words) for each in (none, single, combined)))
    pair = "combined_with_job-none"
    differs = found.get("combinations", "progression", "progression_difference", pair, Estimator.AIPW)
    if differs is None:
        return
    if may_be_nothing(differs):
        yield words.say(
            "Vi kan ikke se, om borgere med flere slags, også noget jobrettet, er gået længere frem på egne svar end "
            "borgere uden aktiviteter.",
            "It cannot be seen whether citizens with several kinds, a job-oriented one among them, moved further on "
            "their own answers than citizens without activities.",
        )
        return
    yield words.say(
        "Borgere med flere slags, også noget jobrettet, er på egne svar kommet {} {} end borgere uden aktiviteter, der "
        "svarede det samme sidst. Skalaen går fra 1 til 5.",
        "On their own answers, citizens with several kinds, a job-oriented one among them, moved {} {} than citizens "
        "without activities who answered the same last time. The scale goes from 1 to 5.",
    ).format(
        words.quantity(type(differs.value)(abs(differs.value.value))),
        words.say("længere", "further") if differs.value.value > 0 else words.say("kortere", "less far"),
    )


def _one_answer(found: Found, _settings: Settings, words: Language) -> Iterator[str]:
    steps = sorted(each.value.value for each in found.every("reliability", "reliable_change", "95"))
    if not steps:
        return
    middle = steps[len(steps) // 2]
    yield words.say(
        "Der skal typisk {} trin til på et spørgsmål, før det er næsten sikkert, at borgeren har flyttet sig.",
        "It typically takes {} steps on a question before it is almost sure that the citizen has moved.",
    ).format(words.number(middle, 1))
    if steps[0] > 1:
        yield words.say("Ét trin kan være tilfældigt.", "One step may be chance.")


_MAKERS = {
    "size": ("flow", _size),
    "belief": ("belief", _belief),
    "general_belief": ("belief_effect", _general_belief),
    "change": ("change_share", _change),
    "caseworkers": ("quartiles", _caseworkers),
    "interventions": ("combinations", _interventions),
    "one_answer": ("reliability", _one_answer),
}
"""Each finding with the table it comes from."""


_LAST_FIGURE = {
    "belief": ("calibration", "job52", "observed_followed", "5", Estimator.MEAN),
    "change": ("caseworker_change", "job52", "changes", "", Estimator.OLS),
}
"""Of findings that need more than one table."""
