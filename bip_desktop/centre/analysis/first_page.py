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
    makers = (_size, _belief, _change)
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
        ).format(_of_hundred(words, changed.value)),
        words.say("Blandt borgere med mindst to samtaler.", "Among citizens with at least two meetings."),
    )
