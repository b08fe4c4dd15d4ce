# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A questionnaire with the real codes, and a rule table with one rule: what the pages need without any file."""

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.questionnaire import (
    Instrument,
    Item,
    ItemKind,
    Missing,
    MissingChoice,
    Option,
    Respondent,
    Scale,
    Text,
    Unit,
    Wording,
)
from bip_desktop.domain.suggestion import RuleTable


def _da(text: str) -> Text:
    return Text({"da": text})


def _scale(scale_id: str, *words: str) -> Scale:
    return Scale(scale_id, tuple(_da(word) for word in words))


WELL = _scale("G", "Slet ikke", "Ikke så godt", "Nogenlunde", "Godt", "Rigtig godt")
MUCH = _scale("M", "Slet ikke", "Lidt", "Nogenlunde", "Meget", "Rigtig meget")
CHANCE = _scale("S12", "Nej", "Tvivler", "Det svinger", "Gode chancer", "Ja")
_NO_ANSWER = (
    MissingChoice(Missing.DONT_KNOW, _da("Ved ikke")),
    MissingChoice(Missing.DECLINED, _da("Ønsker ikke at svare")),
)


def _item(code: str, theme: str, question: str, scale: Scale, *, display: str = "", pair: str | None = None) -> Item:
    return Item(
        code=code,
        respondent=Respondent.CITIZEN if code.startswith("B") else Respondent.CASEWORKER,
        kind=ItemKind.SCALE,
        theme=theme,
        display=_da(display or theme),
        question=_da(question),
        wording=Wording.DRAFT,
        scale=scale,
        missing=_NO_ANSWER,
        pair=pair,
    )


def _ticks(code: str, theme: str, display: str, question: str, options: tuple[Option, ...]) -> Item:
    side = Respondent.CITIZEN if code.startswith("B") else Respondent.CASEWORKER
    return Item(code, side, ItemKind.TICKS, theme, _da(display), _da(question), Wording.VERBATIM, options=options)


_SEARCH = ("Aviser mm", "Internettet", "Uopfordret", "Netværk", "Praktikvirksomhed", "Vikarbureau mm", "Søger ikke")
_KINDS = {
    **dict.fromkeys((12, 13, 14, 17, 19, 20), Kind.JOB),
    **dict.fromkeys((1, 2, 3, 5, 7, 18, 21), Kind.UPSKILLING),
    **dict.fromkeys((4, 6, 8, 15), Kind.SOCIAL),
    **dict.fromkeys((9, 10, 11, 16), Kind.HEALTH),
}
_ACTIVITIES = {
    1: "Almen-faglige kompetencer",
    4: "Styrkelse af netværk",
    9: "Mestring af psykisk eller fysisk helbred",
    13: "Praktik på en ekstern arbejdsplads",
    22: "Ingen aktiviteter",
    23: "Ved ikke",
}

INSTRUMENT = Instrument(
    "bip-draft",
    "2026.1",
    "draft-1",
    (
        _item(
            "B1",
            "Ide om arbejde",
            "Hvor godt ved du, hvilket arbejde du gerne vil have?",
            WELL,
            display="Idé om arbejde",
        ),
        _item("B2", "Tage kontakt", "Hvor godt kan du selv kontakte en arbejdsplads?", WELL),
        _item("B3", "Samarbejde", "Hvor godt samarbejder du med andre?", WELL, pair="S6"),
        _item(
            "B4", "Netværk", "Hvor godt kan folk, du kender, hjælpe dig?", WELL, display="Folk, jeg kender", pair="S9"
        ),
        _item(
            "B5",
            "Hverdagsmestring",
            "Hvor godt får du hverdagen til at fungere?",
            WELL,
            display="Min hverdag",
            pair="S10",
        ),
        _item(
            "B6",
            "Helbred",
            "Hvor godt kan du få helbredet og et arbejde til at hænge sammen?",
            WELL,
            display="Mit helbred",
            pair="S11",
        ),
        _item("B7", "Kompetence", "Hvor godt kan en arbejdsplads bruge det, du kan?", WELL, display="Det, jeg kan"),
        _item(
            "B8",
            "Klare et arbejde",
            "Hvor meget tror du på, at du kan klare et arbejde?",
            MUCH,
            display="Troen på et arbejde",
        ),
        _item("B9", "Viden om muligheder", "Hvor godt kender du dine muligheder?", WELL, display="Mine muligheder"),
        _ticks(
            "B10",
            "Jobsøgning",
            "Sådan søger jeg",
            "Hvordan søger du job?",
            (
                *(
                    Option(number, _da(text), _da(text), exclusive=number == 7)
                    for number, text in enumerate(_SEARCH, start=1)
                ),
                Option(8, _da("Ønsker ikke at svare"), _da("Ønsker ikke at svare"), exclusive=True),
            ),
        ),
        Item(
            "B11",
            Respondent.CITIZEN,
            ItemKind.AMOUNT,
            "Reservationsløn",
            _da("Laveste løn"),
            _da("Hvad er den laveste løn, du vil arbejde for?"),
            Wording.DRAFT,
            missing=_NO_ANSWER,
            units=tuple(Unit),
        ),
        _ticks(
            "S1",
            "Aktiviteter",
            "Aktiviteter",
            "Hvilke aktiviteter har borgeren deltaget i inden for de sidste tre måneder?",
            tuple(
                Option(
                    number,
                    _da(text := _ACTIVITIES.get(number, f"Aktivitet {number}")),
                    _da(text),
                    exclusive=number > 21,
                    kind=_KINDS.get(number),
                )
                for number in range(1, 24)
            ),
        ),
        _item("S2", "Realisme", "Hvor realistisk ser borgeren på, hvor egne kompetencer kan bruges?", MUCH),
        _item("S3", "Målrettethed", "Hvor målrettet er borgeren i sin jobsøgning?", MUCH),
        _item("S4", "Initiativ", "Hvor meget tager borgeren selv initiativ?", MUCH),
        _item("S5", "Fortælle om sig selv", "Hvor godt kan borgeren fortælle en arbejdsgiver om sig selv?", WELL),
        _item("S6", "Samarbejde", "Hvor godt samarbejder borgeren med andre?", WELL, pair="B3"),
        _item("S7", "Instruktion", "Hvor godt forstår borgeren en instruktion?", WELL),
        _item("S8", "Koncentration", "Hvor godt kan borgeren koncentrere sig om en opgave?", WELL),
        _item("S9", "Netværk", "Hvor godt kan folk, borgeren kender, hjælpe?", WELL, pair="B4"),
        _item("S10", "Hverdagsmestring", "Hvor godt får borgeren hverdagen til at fungere?", WELL, pair="B5"),
        _item(
            "S11", "Helbred", "Hvor godt kan borgeren få helbredet og et arbejde til at hænge sammen?", WELL, pair="B6"
        ),
        _item("S12", "Jobchance", "Tror du, at borgeren kommer i job inden for det næste år?", CHANCE),
    ),
)


class InventedInstruments:
    """Fulfils `ports.Instruments` with the one questionnaire."""

    def current(self) -> Instrument:
        return INSTRUMENT

    def version(self, instrument_id: str, version: str) -> Instrument:
        if (instrument_id, version) != (INSTRUMENT.instrument_id, INSTRUMENT.version):
            raise BipError(Code.INSTRUMENT_MISSING, version=version, file=f"{instrument_id}@{version}.json")
        return INSTRUMENT

    def raw(self, instrument_id: str, version: str) -> bytes:
        return b"{}"


class InventedRules:
    """Fulfils `ports.Rules` with an empty table."""

    def current(self) -> RuleTable:
        return RuleTable("bip-rules", "1", {}, ())
