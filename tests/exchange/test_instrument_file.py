# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The questionnaire as a file: every published word is in it, and a faulty file is refused with its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.questionnaire import Instrument, Item, ItemKind, Missing, Respondent, Unit, Wording
from bip_desktop.exchange.instrument_file import InstrumentFolder, read_instrument
from bip_desktop.paths import resources

FILE = "bip@1.json"
CONTENT = (resources() / "instruments" / FILE).read_bytes()
INSTRUMENT = read_instrument(CONTENT, FILE)

GOOD = ("Slet ikke", "Ikke så godt", "Nogenlunde", "Godt", "Rigtig godt")
MUCH = ("Slet ikke", "Lidt", "Nogenlunde", "Meget", "Rigtig meget")
CHANCE = ("Nej", "Tvivler", "Det svinger", "Gode chancer", "Ja")
CHANCE_ENGLISH = ("No", "Doubtful", "It varies", "Good chances", "Yes")

# code, theme, display name, question, English, scale, pair: instrument.md, letter for letter
CITIZEN = (
    (
        "B1",
        "Ide om arbejde",
        "Idé om arbejde",
        "Hvor godt ved du, hvilket arbejde du gerne vil have?",
        "How well do you know what work you would like?",
        GOOD,
        None,
    ),
    (
        "B2",
        "Tage kontakt",
        "Tage kontakt",
        "Hvor godt kan du selv kontakte en arbejdsplads?",
        "How well can you contact a workplace yourself?",
        GOOD,
        None,
    ),
    (
        "B3",
        "Samarbejde",
        "Samarbejde",
        "Hvor godt samarbejder du med andre?",
        "How well do you work together with others?",
        GOOD,
        "S6",
    ),
    (
        "B4",
        "Netværk",
        "Folk, jeg kender",
        "Hvor godt kan folk, du kender, hjælpe dig med at finde arbejde?",
        "How well can people you know help you find work?",
        GOOD,
        "S9",
    ),
    (
        "B5",
        "Hverdagsmestring",
        "Min hverdag",
        "Hvor godt får du hverdagen til at fungere?",
        "How well do you get everyday life to work?",
        GOOD,
        "S10",
    ),
    (
        "B6",
        "Helbred",
        "Mit helbred",
        "Hvor godt kan du få helbredet og et arbejde til at hænge sammen?",
        "How well can you make your health and a job fit together?",
        GOOD,
        "S11",
    ),
    (
        "B7",
        "Kompetence",
        "Det, jeg kan",
        "Hvor godt kan en arbejdsplads bruge det, du kan?",
        "How well could a workplace use what you can do?",
        GOOD,
        None,
    ),
    (
        "B8",
        "Klare et arbejde",
        "Troen på et arbejde",
        "Hvor meget tror du på, at du kan klare et arbejde?",
        "How much do you believe that you can manage a job?",
        MUCH,
        None,
    ),
    (
        "B9",
        "Viden om muligheder",
        "Mine muligheder",
        "Hvor godt kender du dine muligheder for at få arbejde?",
        "How well do you know your possibilities of getting work?",
        GOOD,
        None,
    ),
    ("B10", "Jobsøgning", "Sådan søger jeg", "Hvordan søger du job?", "How do you look for work?", None, None),
    (
        "B11",
        "Reservationsløn",
        "Laveste løn",
        "Hvad er den laveste løn, du vil arbejde for?",
        "What is the lowest wage you would work for?",
        None,
        None,
    ),
)
# code, theme, question, English, scale, pair
CASEWORKER = (
    (
        "S1",
        "Aktiviteter",
        "Hvilke aktiviteter har borgeren deltaget i inden for de sidste tre måneder? (sæt gerne flere krydser)",
        None,
        None,
        None,
    ),
    (
        "S2",
        "Realisme",
        "Hvor realistisk ser borgeren på, hvor egne kompetencer kan bruges?",
        "How realistically does the citizen see where their skills can be used?",
        MUCH,
        None,
    ),
    (
        "S3",
        "Målrettethed",
        "Hvor målrettet er borgeren i sin jobsøgning?",
        "How focused is the citizen's job search?",
        MUCH,
        None,
    ),
    (
        "S4",
        "Initiativ",
        "Hvor meget tager borgeren selv initiativ?",
        "How much initiative does the citizen take?",
        MUCH,
        None,
    ),
    (
        "S5",
        "Fortælle om sig selv",
        "Hvor godt kan borgeren fortælle en arbejdsgiver om sig selv?",
        "How well can the citizen tell an employer about themselves?",
        GOOD,
        None,
    ),
    (
        "S6",
        "Samarbejde",
        "Hvor godt samarbejder borgeren med andre?",
        "How well does the citizen work together with others?",
        GOOD,
        "B3",
    ),
    (
        "S7",
        "Instruktion",
        "Hvor godt forstår borgeren en instruktion?",
        "How well does the citizen understand an instruction?",
        GOOD,
        None,
    ),
    (
        "S8",
        "Koncentration",
        "Hvor godt kan borgeren koncentrere sig om en opgave?",
        "How well can the citizen concentrate on a task?",
        GOOD,
        None,
    ),
    (
        "S9",
        "Netværk",
        "Hvor godt kan folk, borgeren kender, hjælpe med at finde arbejde?",
        "How well can people the citizen knows help with finding work?",
        GOOD,
        "B4",
    ),
    (
        "S10",
        "Hverdagsmestring",
        "Hvor godt får borgeren hverdagen til at fungere?",
        "How well does the citizen get everyday life to work?",
        GOOD,
        "B5",
    ),
    (
        "S11",
        "Helbred",
        "Hvor godt kan borgeren få helbredet og et arbejde til at hænge sammen?",
        "How well can the citizen make health and a job fit together?",
        GOOD,
        "B6",
    ),
    (
        "S12",
        "Jobchance",
        "Tror du, at borgeren kommer i job inden for det næste år?",
        "Do you believe that the citizen gets a job within the next year?",
        CHANCE,
        None,
    ),
)
SEARCH = (
    "Aviser mm",
    "Internettet",
    "Uopfordret",
    "Netværk",
    "Praktikvirksomhed",
    "Vikarbureau mm",
    "Søger ikke",
    "Ønsker ikke at svare",
)
JOB, SKILLS, SOCIAL, HEALTH = Kind.JOB, Kind.UPSKILLING, Kind.SOCIAL, Kind.HEALTH
ACTIVITIES: tuple[tuple[str, Kind | None], ...] = (
    (
        "Opkvalificering af almen-faglige kompetencer (læse/skrive kundskaber, sprog, IT, kommunikation)",
        SKILLS,
    ),
    ("Fag-faglig opkvalificering (fx kurser, certifikater)", SKILLS),
    ("Viden om arbejdsmarkedet (fx lovgivning, regler, normer på arbejdspladser og branchekendskab)", JOB),
    ("Opkvalificering af sociale og personlige kompetencer", SOCIAL),
    ("Jobsøgning", JOB),
    ("Styrkelse af netværk", SOCIAL),
    ("Virksomheds-, uddannelses- eller jobcentermentor", JOB),
    ("Hverdagsmestring (fx hjælp med bolig, gæld, transport)", SOCIAL),
    ("Kost og motion", HEALTH),
    ("Udredning og/eller behandling, inkl. genoptræning (via læge, psykiater, psykolog mv.)", HEALTH),
    ("Mestring af psykisk og/eller fysisk helbred (fx psykoedukation, smertehåndtering)", HEALTH),
    ("Træning/praktik i eget værksted/intern virksomhed", JOB),
    ("Træning/praktik på ekstern arbejdsplads", JOB),
    ("Virksomhedscenter", JOB),
    ("Social mentor/støtte-kontaktperson", SOCIAL),
    ("Misbrugsbehandling", HEALTH),
    ("Løntilskud", JOB),
    ("Forrevalidering", SKILLS),
    ("Vikartimer", JOB),
    ("Jobrotationsprojekt", JOB),
    ("Revalidering", SKILLS),
    ("Ingen aktiviteter", None),
    ("Ved ikke", None),
)
VERBATIM = {"B10", "S1", "S12"}


def words_on(item: Item, language: str = "da") -> tuple[str, ...] | None:
    return None if item.scale is None else tuple(step.texts[language] for step in item.scale.steps)


# --- the file that is shipped ---------------------------------------------------------------------------------------


def test_the_codes_are_the_23_in_their_order() -> None:
    assert [item.code for item in INSTRUMENT.items] == [
        *(f"B{number}" for number in range(1, 12)),
        *(f"S{number}" for number in range(1, 13)),
    ]


def test_the_citizens_items_are_letter_for_letter() -> None:
    found = tuple(
        (
            item.code,
            item.theme,
            item.display.texts["da"],
            item.question.texts["da"],
            item.question.texts["en"],
            words_on(item),
            item.pair,
        )
        for item in INSTRUMENT.of(Respondent.CITIZEN)
    )
    assert found == CITIZEN


def test_the_caseworkers_items_are_letter_for_letter() -> None:
    found = tuple(
        (
            item.code,
            item.theme,
            item.question.texts["da"],
            None if item.code == "S1" else item.question.texts["en"],
            words_on(item),
            item.pair,
        )
        for item in INSTRUMENT.of(Respondent.CASEWORKER)
    )
    assert found == CASEWORKER


def test_the_chance_has_its_own_words_in_english_too() -> None:
    assert words_on(INSTRUMENT.item("S12"), "en") == CHANCE_ENGLISH


def test_the_ways_of_looking_for_work_are_verbatim_and_the_last_two_stand_alone() -> None:
    options = INSTRUMENT.item("B10").options
    assert tuple(option.text.texts["da"] for option in options) == SEARCH
    assert [option.number for option in options] == list(range(1, 9))
    assert {option.number for option in options if option.exclusive} == {7, 8}
    assert all(option.help is not None for option in options[:7])


def test_the_activities_are_verbatim_in_their_groups() -> None:
    options = INSTRUMENT.activities.options
    assert tuple((option.text.texts["da"], option.kind) for option in options) == ACTIVITIES
    assert [option.number for option in options] == list(range(1, 24))
    assert {option.number for option in options if option.exclusive} == {22, 23}
    assert {option.number for option in options if option.phased_out} == {18, 20, 21}
    assert {option.number for option in options if option.sensitive} == {16}


@pytest.mark.parametrize("item", INSTRUMENT.items, ids=lambda item: item.code)
def test_every_item_offers_its_ways_of_not_answering(item: Item) -> None:
    expected = [(Missing.DONT_KNOW, "Ved ikke"), (Missing.DECLINED, "Ønsker ikke at svare")]
    match item.code:
        case "B10":  # option 8 is its "ønsker ikke at svare"
            expected = expected[:1]
        case "S1":  # option 23 is its "ved ikke"
            expected = expected[1:]
        case "S3":
            expected.append((Missing.NOT_RELEVANT, "Søger ikke job"))
    assert [(choice.code, choice.text.texts["da"]) for choice in item.missing] == expected


@pytest.mark.parametrize("item", INSTRUMENT.items, ids=lambda item: item.code)
def test_only_what_is_published_is_called_verbatim(item: Item) -> None:
    assert item.wording is (Wording.VERBATIM if item.code in VERBATIM else Wording.DRAFT)


def test_help_tiles_and_translations_of_a_verbatim_item_are_drafts() -> None:
    parts = {item["code"]: item.get("wording_parts") for item in json.loads(CONTENT)["items"]}
    for code, found in parts.items():
        assert (found is not None) is (code in VERBATIM)
        for part, status in (found or {}).items():
            assert status == ("verbatim" if part in {"question", "options", "scale"} else "draft")


@pytest.mark.parametrize("item", INSTRUMENT.items, ids=lambda item: item.code)
def test_a_question_has_at_most_twenty_words_and_both_languages(item: Item) -> None:
    texts = [item.display, item.question, *(choice.text for choice in item.missing)]
    texts += [text for option in item.options for text in (option.text, option.short)]
    assert all(text.texts.keys() == {"da", "en"} for text in texts)
    assert all(len(words.split()) <= 20 for words in item.question.texts.values())


def test_the_wage_is_before_tax_and_by_the_hour_unless_something_else_is_chosen() -> None:
    wage = INSTRUMENT.item("B11")
    assert wage.kind is ItemKind.AMOUNT
    assert wage.units[0] is Unit.HOUR_BEFORE_TAX
    assert set(wage.units) == set(Unit)


def test_talks_and_a_referral_are_notes_and_no_codes() -> None:
    assert [note.text.texts["da"] for note in INSTRUMENT.notes] == ["Intensive samtaler", "Henvist til et konkret job"]


def test_a_draft_says_so_in_its_version() -> None:
    assert (INSTRUMENT.instrument_id, INSTRUMENT.version, INSTRUMENT.languages) == ("bip", "1", ("da", "en"))
    assert "draft" in INSTRUMENT.wording_version


# --- faults ---------------------------------------------------------------------------------------------------------

Tree = dict[str, Any]
Change = Callable[[Tree], None]


def tree() -> Tree:
    read: Tree = json.loads(CONTENT)
    return read


def put(*path: str | int, value: object) -> Change:
    """Sets what lies at `path`."""

    def change(top: Tree) -> None:
        at: Any = top
        for name in path[:-1]:
            at = at[name]
        at[path[-1]] = value

    return change


def drop(*path: str | int) -> Change:
    """Takes away what lies at `path`."""

    def change(top: Tree) -> None:
        at: Any = top
        for name in path[:-1]:
            at = at[name]
        del at[path[-1]]

    return change


def add(*path: str | int, copy: int = -1) -> Change:
    """Repeats a member of the list at `path`."""

    def change(top: Tree) -> None:
        at: Any = top
        for name in path:
            at = at[name]
        at.append(at[copy])

    return change


def refused(content: bytes) -> BipError:
    with pytest.raises(BipError) as caught:
        read_instrument(content, FILE)
    assert caught.value.code is Code.INSTRUMENT_FILE
    assert caught.value.facts["file"] == FILE
    return caught.value


B1, B3, B10, B11, S1, S2, S6 = 0, 2, 9, 10, 11, 12, 16
TWENTY_ONE_WORDS = " ".join(["ord"] * 21)
FAULTS: dict[str, tuple[Change, str, str]] = {
    "format version": (put("format_version", value=2), "format_version", "unknown_value"),
    "missing field at the top": (drop("wording_version"), "wording_version", "missing"),
    "unknown field at the top": (put("more", value=1), "more", "unknown_field"),
    "missing field": (drop("items", B1, "theme"), "items[0].theme", "missing"),
    "unknown field": (put("items", B1, "more", value=1), "items[0].more", "unknown_field"),
    "unknown field of an option": (
        put("items", S1, "options", 4, "color", value="red"),
        "items[11].options[4].color",
        "unknown_field",
    ),
    "not text": (put("items", S2, "theme", value=7), "items[12].theme", "not_text"),
    "null": (put("items", S2, "theme", value=None), "items[12].theme", "not_text"),
    "empty text": (put("items", S2, "question", "da", value="  "), "items[12].question.da", "range"),
    "padded text": (put("items", S2, "theme", value="Realisme "), "items[12].theme", "padded"),
    "a language that is not declared": (
        put("items", S2, "question", "fr", value="Quoi ?"),
        "items[12].question.fr",
        "unknown_language",
    ),
    "no licence": (put("license", value=None), "license", "not_text"),
    "a word that no button holds": (put("scales", "G", 0, "da", value="a" * 41), "scales.G[0].da", "range"),
    "a part of the wording that there is not": (
        put("items", B10, "wording_parts", "color", value="draft"),
        "items[9].wording_parts.color",
        "unknown_field",
    ),
    "a part of the wording that is neither": (
        put("items", B10, "wording_parts", "help", value="final"),
        "items[9].wording_parts.help",
        "unknown_value",
    ),
    "control character": (put("items", S2, "question", "da", value="a\u202eb"), "items[12].question.da", "unprintable"),
    "lone surrogate": (put("items", S2, "question", "da", value="\ud800"), "items[12].question.da", "unprintable"),
    "no Danish": (drop("items", S2, "question", "da"), "items[12].question.da", "missing"),
    "wrong code": (put("items", B3, "code", value="B12"), "items[2].code", "wrong_codes"),
    "lower-case code": (put("items", B3, "code", value="b3"), "items[2].code", "wrong_codes"),
    "duplicate code": (put("items", B3, "code", value="B2"), "items[2].code", "wrong_codes"),
    "one item too many": (add("items"), "items", "too_many"),
    "one item too few": (drop("items", 22), "items", "too_few"),
    "the other side": (put("items", B1, "respondent", value="caseworker"), "items[0].respondent", "wrong_codes"),
    "unknown side": (put("items", B1, "respondent", value="both"), "items[0].respondent", "unknown_value"),
    "unknown kind": (put("items", B1, "kind", value="slider"), "items[0].kind", "unknown_value"),
    "unknown wording": (put("items", B1, "wording", value="final"), "items[0].wording", "unknown_value"),
    "six steps": (add("scales", "G"), "scales.G", "too_many"),
    "four steps": (drop("scales", "G", 4), "scales.G", "too_few"),
    "unknown scale": (put("items", B1, "scale", value="X"), "items[0].scale", "unknown_scale"),
    "no scale": (drop("items", B1, "scale"), "items[0].scale", "missing"),
    "a scale on ticks": (put("items", B10, "scale", value="G"), "items[9].scale", "unknown_field"),
    "options on a scale": (put("items", B1, "options", value=[]), "items[0].options", "unknown_field"),
    "units on a scale": (put("items", B1, "units", value=[]), "items[0].units", "unknown_field"),
    "no units": (put("items", B11, "units", value=[]), "items[10].units", "too_few"),
    "unknown unit": (put("items", B11, "units", 0, value="kr"), "items[10].units[0]", "unknown_value"),
    "the same unit twice": (add("items", B11, "units"), "items[10].units", "duplicate"),
    "pair on one side only": (drop("items", S6, "pair"), "items[16].pair", "wrong_pair"),
    "another pair": (put("items", B3, "pair", value="S9"), "items[2].pair", "wrong_pair"),
    "a pair of its own": (put("items", B1, "pair", value="S2"), "items[0].pair", "wrong_pair"),
    "two scales in a pair": (put("items", S6, "scale", value="M"), "items[2].scale", "wrong_pair"),
    "long question": (
        put("items", B1, "question", "da", value=TWENTY_ONE_WORDS),
        "items[0].question.da",
        "too_long",
    ),
    "long question in English": (
        put("items", B1, "question", "en", value=TWENTY_ONE_WORDS),
        "items[0].question.en",
        "too_long",
    ),
    "endless text": (put("items", B1, "theme", value="a" * 3000), "items[0].theme", "range"),
    "22 options": (drop("items", S1, "options", 22), "items[11].options", "wrong_codes"),
    "options in another order": (put("items", S1, "options", 0, "number", value=2), "items[11].options", "wrong_codes"),
    "number as text": (
        put("items", S1, "options", 0, "number", value="1"),
        "items[11].options[0].number",
        "not_number",
    ),
    "number as true": (
        put("items", S1, "options", 0, "number", value=True),
        "items[11].options[0].number",
        "not_number",
    ),
    "number with a point": (
        put("items", S1, "options", 0, "number", value=1.0),
        "items[11].options[0].number",
        "not_number",
    ),
    "another group": (
        put("items", S1, "options", 0, "kind", value="job"),
        "items[11].options[0].kind",
        "wrong_codes",
    ),
    "an activity in no group": (drop("items", S1, "options", 0, "kind"), "items[11].options[0].kind", "wrong_codes"),
    "no activities as an activity": (
        put("items", S1, "options", 21, "kind", value="job"),
        "items[11].options[21].kind",
        "wrong_codes",
    ),
    "no activities beside some": (
        drop("items", S1, "options", 21, "exclusive"),
        "items[11].options[21].exclusive",
        "wrong_codes",
    ),
    "a search that stands alone": (
        put("items", B10, "options", 0, "exclusive", value=True),
        "items[9].options[0].exclusive",
        "wrong_codes",
    ),
    "misuse treatment named to all": (
        put("items", S1, "options", 15, "sensitive", value=False),
        "items[11].options[15].sensitive",
        "wrong_codes",
    ),
    "yes as text": (
        put("items", S1, "options", 21, "exclusive", value="yes"),
        "items[11].options[21].exclusive",
        "not_yes_or_no",
    ),
    "unknown missing code": (
        put("items", B1, "missing", 0, "code", value=-93),
        "items[0].missing[0].code",
        "unknown_value",
    ),
    "missing code with a point": (
        put("items", B1, "missing", 0, "code", value=-99.0),
        "items[0].missing[0].code",
        "not_text",
    ),
    "a missing code that nobody chooses": (
        put("items", B1, "missing", 0, "code", value=-95),
        "items[0].missing[0].code",
        "wrong_codes",
    ),
    "a forced answer": (put("items", B1, "missing", value=[]), "items[0].missing", "too_few"),
    "no way of saying don't know": (drop("items", B1, "missing", 0), "items[0].missing", "wrong_codes"),
    "a way of not answering of another item": (
        put("items", B1, "missing", 0, "code", value=-97),
        "items[0].missing",
        "wrong_codes",
    ),
    "the same missing code twice": (add("items", B1, "missing"), "items[0].missing", "duplicate"),
    "two ways of declining": (
        put("items", B10, "missing", 0, "code", value=-98),
        "items[9].missing",
        "wrong_codes",
    ),
    "a name that is no file name": (put("instrument_id", value="../bip"), "instrument_id", "unknown_value"),
    "languages without Danish": (put("languages", value=["en"]), "languages", "missing"),
    "a language twice": (put("languages", value=["da", "da"]), "languages", "duplicate"),
    "items as an object": (put("items", value={}), "items", "not_list"),
    "an item as text": (put("items", B1, value="B1"), "items[0]", "not_object"),
    "scales as a list": (put("scales", value=[]), "scales", "not_object"),
    "a language that is none": (put("languages", 1, value="../en"), "languages[1]", "unknown_value"),
    "a note twice": (add("notes"), "notes[2].note_id", "duplicate"),
    "a note with more": (put("notes", 0, "code", value=24), "notes[0].code", "unknown_field"),
}


@pytest.mark.parametrize(("change", "place", "why"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_refused_with_its_place(change: Change, place: str, why: str) -> None:
    made = tree()
    change(made)
    assert refused(json.dumps(made).encode()).facts == {"file": FILE, "place": place, "why": why}


RAW_FAULTS: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "fil", "not_json"),
    "not JSON": (b"\xc3\xa6\xc3\xb8\xc3\xa5", "fil", "not_json"),
    "cut off": (CONTENT[:-20], "fil", "not_json"),
    "more after the end": (CONTENT + b"{}", "fil", "not_json"),
    "not an object": (b"[]", "fil", "not_object"),
    "null": (b"null", "fil", "not_object"),
    "duplicate key": (CONTENT.replace(b'"version"', b'"license"', 1), "license", "duplicate"),
    "duplicate key of an item": (CONTENT.replace(b'"theme"', b'"code"', 1), "items[0].code", "duplicate"),
    "NaN": (CONTENT.replace(b'"format_version": 1', b'"format_version": NaN'), "fil", "not_json"),
    "Infinity": (CONTENT.replace(b'"format_version": 1', b'"format_version": -Infinity'), "fil", "not_json"),
    "too large a number": (CONTENT.replace(b'_version": 1', b'_version": ' + b"1" * 5000), "fil", "not_json"),
    "byte order mark": (b"\xef\xbb\xbf" + CONTENT, "fil", "byte_order_mark"),
    "cp1252": (CONTENT.decode().encode("cp1252"), "fil", "not_utf8"),
    "UTF-16": (CONTENT.decode().encode("utf-16"), "fil", "not_utf8"),
    "deep": (b"[" * 200_000 + b"]" * 200_000, "fil", "not_json"),
    "deep in a field": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "fil", "not_json"),
    "huge": (b" " * 2_000_000 + CONTENT, "fil", "too_large"),
}


@pytest.mark.parametrize(("content", "place", "why"), RAW_FAULTS.values(), ids=RAW_FAULTS.keys())
def test_a_file_that_is_no_clean_json_is_refused(content: bytes, place: str, why: str) -> None:
    assert refused(content).facts == {"file": FILE, "place": place, "why": why}


def test_a_place_is_short_and_printable_whatever_the_file_calls_its_fields() -> None:
    for name in ("x" * 5000, "a\nb", "\ud800", "\u202e"):
        made = tree()
        made["items"][0][name] = 1
        place = str(refused(json.dumps(made).encode()).facts["place"])
        assert place.startswith("items[0].")
        assert place.isprintable()
        assert len(place) < 60


# --- whatever happens to a file -------------------------------------------------------------------------------------

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.sampled_from(["B1", "G", "da"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def read_or_refused(content: bytes) -> Instrument | None:
    """The instrument, or None where it was refused as it should be. Nothing else may be raised."""
    try:
        return read_instrument(content, FILE)
    except BipError as error:
        fault = error
    assert fault.code is Code.INSTRUMENT_FILE
    assert fault.facts.keys() == {"file", "place", "why"}
    assert fault.facts["place"]
    return None


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_change_of_the_tree_is_read_or_refused_with_its_place(data: st.DataObject) -> None:
    made = tree()
    for _ in range(data.draw(st.integers(1, 3), "changes")):
        at: Any = made
        while True:
            places: list[Any] = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not places:
                break
            place = data.draw(st.sampled_from(places), "place")
            if isinstance(at[place], dict | list) and data.draw(st.integers(0, 4), "deeper"):
                at = at[place]
                continue
            match data.draw(st.sampled_from(("set", "drop", "rename")), "how"):
                case "drop":
                    del at[place]
                case "rename" if isinstance(at, dict):
                    at[data.draw(st.text(max_size=60), "name")] = at.pop(place)
                case _:
                    at[place] = data.draw(JSON_VALUES, "value")
            break
    instrument = read_or_refused(json.dumps(made).encode())
    if instrument is not None:
        assert [item.code for item in instrument.items] == [item.code for item in INSTRUMENT.items]
        assert [item.pair for item in instrument.items] == [item.pair for item in INSTRUMENT.items]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_change_of_the_bytes_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(CONTENT)
    for _ in range(data.draw(st.integers(1, 4), "changes")):
        start = data.draw(st.integers(0, len(content)), "start")
        length = data.draw(st.sampled_from((0, 1, 1, 1, 40, 4000)), "length")
        content[start : start + length] = data.draw(st.binary(max_size=8), "bytes")
    read_or_refused(bytes(content))


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_nothing_else_than_an_instrument_is_ever_read(content: bytes) -> None:
    assert read_or_refused(content) is None


# --- the folder of versions -----------------------------------------------------------------------------------------


def write(folder: Path, version: str, *, instrument_id: str = "bip", name: str | None = None) -> Path:
    made = tree()
    made["version"], made["instrument_id"] = version, instrument_id
    path = folder / (name or f"{instrument_id}@{version}.json")
    path.write_text(json.dumps(made), "utf-8")
    return path


def missing() -> "pytest.RaisesExc[BipError]":
    return pytest.raises(BipError, check=lambda error: error.code is Code.INSTRUMENT_MISSING)


def test_the_shipped_folder_has_the_shipped_version() -> None:
    folder = InstrumentFolder(resources() / "instruments")
    assert folder.current() == INSTRUMENT
    assert folder.raw("bip", "1") == CONTENT


@pytest.mark.parametrize(
    ("versions", "newest"),
    [
        (("9", "10"), "10"),
        (("1", "2"), "2"),
        (("2.9", "2.10"), "2.10"),
        (("2026.2", "2026.1"), "2026.2"),
        (("1", "1.1"), "1.1"),
        (("1-draft", "1"), "1"),
        (("2-draft", "1"), "2-draft"),
    ],
)
def test_the_current_version_is_the_highest(tmp_path: Path, versions: tuple[str, ...], newest: str) -> None:
    for version in versions:
        write(tmp_path, version)
    assert InstrumentFolder(tmp_path).current().version == newest


def test_other_instruments_and_other_files_are_not_the_current_version(tmp_path: Path) -> None:
    write(tmp_path, "1")
    write(tmp_path, "2", instrument_id="other")
    (tmp_path / "bip@3.json.bak").write_text("{}")
    (tmp_path / "notes.json").write_text("{}")
    assert InstrumentFolder(tmp_path).current().version == "1"


def test_a_version_stays_as_it_was_read(tmp_path: Path) -> None:
    path = write(tmp_path, "1")
    folder = InstrumentFolder(tmp_path)
    read, raw = folder.version("bip", "1"), folder.raw("bip", "1")
    made = tree()
    made["items"][0]["question"]["da"] = "En anden tekst?"
    path.write_text(json.dumps(made), "utf-8")
    assert folder.version("bip", "1") == read
    path.unlink()
    assert folder.version("bip", "1") is read
    assert folder.raw("bip", "1") == raw
    with missing():
        InstrumentFolder(tmp_path).version("bip", "1")


def test_a_newer_version_is_current_at_once_and_the_old_one_stays(tmp_path: Path) -> None:
    write(tmp_path, "9")
    folder = InstrumentFolder(tmp_path)
    assert folder.current().version == "9"
    write(tmp_path, "10")
    assert folder.current().version == "10"
    assert folder.version("bip", "9").version == "9"


def test_a_version_that_is_not_there_is_missing(tmp_path: Path) -> None:
    write(tmp_path, "1")
    with missing() as caught:
        InstrumentFolder(tmp_path).version("bip", "2")
    assert caught.value.facts == {"file": "bip@2.json", "version": "2"}


def test_the_current_version_stays_when_its_file_is_gone(tmp_path: Path) -> None:
    path = write(tmp_path, "1")
    folder = InstrumentFolder(tmp_path)
    read = folder.current()
    path.unlink()
    assert folder.current() is read


@pytest.mark.parametrize(
    ("instrument_id", "version"), [("../bip", "1"), ("bip", "1/../../bip@1"), ("", "1"), ("bip", "")]
)
def test_nothing_outside_the_folder_is_looked_for(tmp_path: Path, instrument_id: str, version: str) -> None:
    write(tmp_path, "1")
    inner = tmp_path / "inner"
    inner.mkdir()
    with missing():
        InstrumentFolder(inner).version(instrument_id, version)


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_versions_has_no_current_one(tmp_path: Path, name: str) -> None:
    with missing():
        InstrumentFolder(tmp_path / name).current()


@pytest.mark.parametrize(("instrument_id", "version"), [("bip", "2"), ("other", "1")])
def test_a_file_that_calls_itself_something_else_is_refused(tmp_path: Path, instrument_id: str, version: str) -> None:
    write(tmp_path, version, instrument_id=instrument_id, name="bip@1.json")
    with pytest.raises(BipError, check=lambda error: error.code is Code.INSTRUMENT_FILE) as caught:
        InstrumentFolder(tmp_path).version("bip", "1")
    assert caught.value.facts == {"file": "bip@1.json", "place": "version", "why": "wrong_name"}


def test_a_faulty_newest_version_is_said_and_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "1")
    (tmp_path / "bip@2.json").write_text("{}")
    with pytest.raises(BipError, check=lambda error: error.code is Code.INSTRUMENT_FILE):
        InstrumentFolder(tmp_path).current()
