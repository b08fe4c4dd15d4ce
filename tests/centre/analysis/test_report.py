# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report as a document: valid, alone, complete in both languages, readable by people and by screen readers."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bip_desktop.centre.analysis import drawing
from bip_desktop.centre.analysis import run as running
from bip_desktop.centre.analysis.effects import (
    Contrast,
    Effect,
    EffectTable,
    Estimator,
    Sample,
    SeKind,
    Uncertainty,
    count,
)
from bip_desktop.centre.analysis.first_page import first_page
from bip_desktop.centre.analysis.first_page_words import HEADINGS, REASONS, REMINDERS, TO_BE_HAD
from bip_desktop.centre.analysis.making_tables import _TABLES as MADE
from bip_desktop.centre.analysis.panel import OUTCOMES as OUTCOME_CODES
from bip_desktop.centre.analysis.quantities import Points, Ratio, Score, Share
from bip_desktop.centre.analysis.report import write_report
from bip_desktop.centre.analysis.report_rows import label_of
from bip_desktop.centre.analysis.report_sections import CHAPTERS, SECTIONS
from bip_desktop.centre.analysis.report_sources import DISAGREEMENTS, SOURCES
from bip_desktop.centre.analysis.report_tables import blocks_of
from bip_desktop.centre.analysis.report_terms import group_label, is_code, term_label
from bip_desktop.centre.analysis.report_words import CONTRASTS, ESTIMATORS, NOTES, OUTCOMES, SE_KINDS
from bip_desktop.centre.analysis.settings import Draws, Settings
from bip_desktop.centre.analysis.suppression import suppress
from bip_desktop.centre.analysis.wording import Language
from bip_desktop.domain.submission_labels import Words
from tests.centre.analysis.worlds import Options, World, invent

SETTINGS = Settings(draws=Draws(splits=2, permutations=3, bootstraps=20))
MANY = Sample(200, 100, 30)
SVG = "{http://www.w3.org/2000/svg}"
PLAIN_COLUMN = "shoe_size"


@pytest.fixture(scope="module")
def world() -> World:
    made = invent(Options(sites=3, caseworkers=45, citizens=900, difference=0.05))
    return replace(made, register=made.register.rename(columns={"illness": PLAIN_COLUMN}))


@pytest.fixture(scope="module")
def ran(world: World, tmp_path_factory: pytest.TempPathFactory) -> running.Ran:
    folder = tmp_path_factory.mktemp("report")
    return running.analyse(world.write(folder / "tables"), folder / "out", SETTINGS, "da", lambda _: None)


@pytest.fixture(scope="module")
def tables(ran: running.Ran) -> Sequence[EffectTable]:
    return ran.tables


@pytest.fixture(scope="module")
def reports(ran: running.Ran) -> dict[str, str]:
    """As the run wrote it, and the same in the other language."""
    record = json.loads((ran.out / "run.json").read_text(encoding="utf-8"))
    write_report(ran.out / "english.html", ran.tables, ran.left_out, record, SETTINGS, "en")
    names = {"da": "report.html", "en": "english.html"}
    return {each: (ran.out / name).read_text(encoding="utf-8") for each, name in names.items()}


@pytest.fixture(params=["da", "en"])
def html(request: pytest.FixtureRequest, reports: dict[str, str]) -> str:
    return reports[request.param]


def tree(html: str) -> ElementTree.Element:
    """Read strictly: what is not closed, or nested wrongly, is refused."""
    start, rest = html.split("\n", 1)
    assert start == "<!doctype html>"
    return ElementTree.fromstring(rest)


def text_of(element: ElementTree.Element) -> str:
    """What a reader sees, without what figures draw with."""
    return " ".join(each.strip() for each in element.itertext() if each.strip())


def test_the_report_is_well_formed_and_every_link_leads_somewhere(html: str) -> None:
    root = tree(html)
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    links = [each.get("href", "") for each in root.iter("a")]
    assert len(links) > 40
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)


def test_the_report_asks_for_nothing_from_anywhere(html: str) -> None:
    root = tree(html)
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "image", "foreignObject"}
    for each in root.iter():
        for name, value in each.attrib.items():
            assert not name.startswith("on")
            assert "src" not in name
            if name.endswith("href"):
                assert value.startswith("#")
    style = text_of(next(root.iter("style")))
    assert "url(" not in style
    assert "@import" not in style
    assert not list(root.iter(f"{SVG}style"))  # it would hold for the whole page


def test_headings_go_down_one_step_at_a_time_and_tables_name_their_heads(html: str) -> None:
    root = tree(html)
    levels = [int(each.tag[1]) for each in root.iter() if re.fullmatch("h[1-6]", each.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))
    assert root.get("lang") in {"da", "en"}
    heads = list(root.iter("th"))
    assert heads
    assert {each.get("scope") for each in heads} == {"col", "row", "rowgroup"}
    assert all(text_of(each) for each in heads)
    for row in (each for body in root.iter("tbody") for each in body):
        assert row[0].tag == "th"
    for region in (each for each in root.iter() if each.get("role") == "region"):
        assert region.get("aria-label")
        assert region.get("tabindex") == "0"


def test_every_figure_says_in_words_what_it_shows(html: str) -> None:
    figures = list(tree(html).iter("figure"))
    assert len(figures) > 15
    for each in figures:
        drawn = next(each.iter(f"{SVG}svg"))
        assert drawn.get("role") == "img"
        assert drawn[0].tag == f"{SVG}title"
        assert drawn[0].text
        assert text_of(each[0])  # the caption


def test_each_language_is_alone_in_its_report(reports: dict[str, str]) -> None:
    english = tree(reports["en"])
    for each in (element for element in english.iter("dd") if text_of(element)[:4] in {f"[{n}" for n in SOURCES}):
        each.clear()
    for each in [element for element in english.iter() if element.tag in {f"{SVG}defs", "style"}]:
        each.clear()
    said = re.sub(r"\[00[0-4]\].*", "", text_of(english))
    assert not re.findall(r"\w*[æøåÆØÅ]\w*", said)
    danish = text_of(tree(reports["da"]))
    assert not re.findall(r"\b(?:the|and|of|with|by|answers|citizens)\b", danish.split("Versioner")[0].split("}")[-1])


def every_word() -> Iterator[tuple[str, Words]]:
    yield from (
        (f"section {name}", words) for name, each in SECTIONS.items() for words in (each.title, each.about, each.how)
    )
    for name, found in {
        "chapter": CHAPTERS,
        "estimator": ESTIMATORS,
        "note": NOTES,
        "outcome": OUTCOMES,
        "disagreement": DISAGREEMENTS,
        "source": SOURCES,
        "heading": HEADINGS,
        "reminder": REMINDERS,
        "reason": REASONS,
        "to be had": TO_BE_HAD,
    }.items():
        yield from ((f"{name} {code}", words) for code, words in found.items())


def test_every_code_has_words_in_both_languages() -> None:
    for name, words in every_word():
        assert words.da.strip(), name
        assert words.en.strip(), name
    assert set(ESTIMATORS) >= {each.value for each in Estimator}
    for code in SeKind:
        assert (SE_KINDS[code.value].da != "") is (code is not SeKind.NONE)
        assert (SE_KINDS[code.value].en != "") is (code is not SeKind.NONE)
    for contrast in Contrast:
        assert (CONTRASTS[contrast.value].da != "") is (contrast is not Contrast.LEVEL)
        assert (CONTRASTS[contrast.value].en != "") is (contrast is not Contrast.LEVEL)
    assert set(SECTIONS) == set(MADE)
    assert {each.chapter for each in SECTIONS.values()} == set(CHAPTERS)
    assert set(DISAGREEMENTS) == {f"D{n}" for n in range(1, 14)}
    assert set(TO_BE_HAD) == set(OUTCOME_CODES) <= set(OUTCOMES)


def test_every_term_and_group_that_is_computed_has_words(tables: Sequence[EffectTable], world: World) -> None:
    columns = set(world.register.columns)
    bare = set()
    for table in tables:
        for each in table.effects:
            if is_code(each.term):
                bare.add(each.term.removesuffix("_missing"))
            label = group_label(each.term, each.group)
            if each.group and label.da == each.group:
                bare.add(each.group.removesuffix("_missing"))
            assert each.outcome in {"", *OUTCOMES} or not is_code(each.outcome), each.outcome
            assert term_label(each.term).en.strip()
    numbers = {each for each in bare if re.fullmatch(r"\d+", each)}
    codes = {each for each in bare if re.fullmatch(r"[BS]\d+(_change)?", each)}
    same_in_both = {"register", "social", "q"}
    jobcentres = {each for each in bare if each.startswith("site=")}
    left = bare - columns - numbers - codes - same_in_both - jobcentres
    assert {each for each in left if term_label(each).da == each} == set()
    assert PLAIN_COLUMN in bare  # a register's column stays as it is written


def test_every_note_that_is_said_has_words() -> None:
    """What stands as a note's code in the analyses: a string beside `notes`, or given back in place of a result."""
    folder = Path(running.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py") if "words" not in path.name)
    said = set(re.findall(r'notes(?:\.append\(|=\()\(?"([a-z_]+)"', source))
    said |= set(re.findall(r'return "([a-z]+_[a-z_]+)"(?: if| else|\n)', source))
    assert {"no_outcomes", "one_caseworker", "combinations_differ"} <= said
    assert said - set(REASONS) <= set(NOTES)


def test_no_row_is_lost_between_the_tables_and_the_report(tables: Sequence[EffectTable]) -> None:
    words = Language("da")
    for table in tables:
        blocks = blocks_of(table, words, SETTINGS)
        assert sum(each.count for each in blocks) == len(table.effects), table.name
        for block in blocks:
            if block.grid is None:
                shown = [row for run in block.runs for row in run.rows]
                beside = sum(bool(row.q) for row in shown)
                assert len(shown) + beside + block.beneath == block.count, (table.name, block.heading)
            else:
                cells = [cell for _, line in block.grid.rows for cell in line if cell is not None]
                assert len(cells) == block.count, (table.name, block.heading)


def test_what_is_hidden_is_said_to_be_and_nothing_of_it_is_shown() -> None:
    few = Effect("job52", "S12", "1", Share(0.4321), Sample(6, 3, 3), Estimator.MEAN)
    many = Effect("job52", "S12", "2", Share(0.1), MANY, Estimator.MEAN)
    [shown] = suppress([EffectTable("belief", (few, many))], 5)
    [block] = blocks_of(shown, Language("da"), SETTINGS)
    row = block.runs[0].rows[0]
    assert row.cell.hidden
    assert row.cell.value == "skjult"
    assert "43" not in str(row)
    assert row.sample == ("", "", "")
    assert any(each.startswith("Skjulte tal: 1. Færre end 5") for each in block.foot)


def test_the_standard_error_and_the_sample_stand_under_each_table(reports: dict[str, str]) -> None:
    root = tree(reports["da"])
    for details in root.iter("details"):
        foot = text_of(next(each for each in details.iter("p") if each.get("class") == "foot"))
        heads = text_of(next(details.iter("thead")))
        assert "tables/" in foot
        assert "besvarelser" in foot or "Sagsbehandlere" in heads or "Ingen:" in foot, text_of(details)[:80]
        if re.search(r"95\s*% interval", f"{heads} {foot}"):
            assert "Standardfejl" in foot or "Standardfejl" in heads, text_of(details)[:80]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_words_and_marks_stand_out_from_their_ground() -> None:
    style = (Path(running.__file__).parent / "report.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", style))
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    for ground in ("paper", "tint", "warn-tint"):
        for ink in ("ink", "quiet", "accent"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for mark in (drawing.INK, drawing.QUIET, drawing.ACCENT, drawing.OTHER):
        assert contrast(mark, colours["paper"]) >= 4.5
    assert (colours["ink"], colours["quiet"], colours["accent"]) == (drawing.INK, drawing.QUIET, drawing.ACCENT)
    # Grey print: the second colour is told from the first by its shape, not its tone alone.
    assert drawing.OTHER != drawing.ACCENT


JARGON = (
    "2sls",
    "auc",
    "s12",
    "estimat",
    "regression",
    "koefficient",
    "klynge",
    "p-værdi",
    "kausal",
    "instrument",
    "r²",
)


def test_the_first_page_is_for_a_team_leader(tables: Sequence[EffectTable]) -> None:
    found = first_page(tables, SETTINGS, Language("da"))
    assert len(found) == len(HEADINGS)
    assert not any(each.is_missing for each in found)
    said = " ".join(f"{each.heading} {each.text} {each.reservation}" for each in found).lower()
    assert not [word for word in JARGON if word in said]
    assert "procentpoint" in said
    assert not re.search(r"\d\s*%", said)  # differences are procentpoint, shares "ud af 100"
    assert all(each.reservation for each in found)


def test_a_finding_sends_its_reader_to_where_its_figures_stand(reports: dict[str, str]) -> None:
    root = tree(reports["da"])
    first = next(each for each in root.iter("header") if each.get("id") == "first")
    links = {text_of(each): each.get("href", "").removeprefix("#") for each in first.iter("a")}
    assert set(links.values()) >= {"flow", "caseworker_change", "quartiles", "combinations"}
    numbers = {
        each.get("id"): text_of(each[0]).split()[0] for each in root.iter("section") if each.get("class") == "part"
    }
    assert all(said == f"Se {numbers[name]}" for said, name in links.items())


def gap(estimator: Estimator, value: float, low: float = float("nan"), high: float = float("nan")) -> Effect:
    return Effect("ext52", "gap", "", Points(value), MANY, estimator, Uncertainty(1, SeKind.BOOTSTRAP, low, high))


def one_finding(table: EffectTable, name: str, language: str = "da") -> str:
    words = Language(language)
    made = first_page([count_table(), table], SETTINGS, words)
    return next(each.text for each in made if each.heading == words.of(HEADINGS[name]))


def count_table(linked: Sample = MANY) -> EffectTable:
    return EffectTable("flow", (count("paired", MANY), count("linked", linked)))


def test_the_first_page_says_what_chance_alone_gives() -> None:
    def of(chance: float, low: float) -> str:
        ways = (gap(Estimator.NAIVE, 20), gap(Estimator.SPLIT, 3, low, 6), gap(Estimator.PERMUTED, chance))
        return one_finding(EffectTable("quartiles", ways), "caseworkers")

    assert "det meste er tilfældigheder" in of(17, 1)
    assert "17,0 procentpoint" in of(17, 1)
    assert "En del af det er tilfældigheder" in of(5, 1)
    assert "Der kan altså være ingen forskel" in of(17, -1)
    assert "Der kan altså være ingen forskel" not in of(17, 1)


def first_stage(low: float) -> tuple[Effect, Effect]:
    band = Uncertainty(0.1, SeKind.CASEWORKER, low, low + 0.4)
    return (
        Effect("job52", "orientation", "", Score(low + 0.2), MANY, Estimator.FIRST_STAGE, band),
        Effect("job52", "f", "", Ratio(12.0), MANY, Estimator.FIRST_STAGE),
    )


@pytest.mark.parametrize("clear", [0, 1, 2])
def test_that_some_believe_more_is_said_only_where_it_is_clear(clear: int) -> None:
    """Not where the first stage may be nothing, nor where its F is hidden."""
    band = Uncertainty(1, SeKind.CASEWORKER, 0.5, 3.0)
    effect = Effect("job52", "S12", "", Points(2.0), MANY, Estimator.TWO_STAGE, band)
    stage = {0: first_stage(-0.1), 1: first_stage(0.2)[:1], 2: first_stage(0.2)}[clear]
    said = one_finding(EffectTable("belief_effect", (effect, *stage)), "general_belief")
    assert ("Nogle sagsbehandlere tror mere" in said) is (clear == 2)
    assert ("oftere" in said) is (clear == 2)
    assert ("Vi kan ikke se, om nogle sagsbehandlere tror mere" in said) is (clear < 2)


def test_every_source_that_is_listed_stands_beside_a_figure(tables: Sequence[EffectTable]) -> None:
    said = {each.printed_source[:3] for table in tables for each in table.effects if each.printed}
    said |= {part.strip() for table in tables for each in table.effects for part in each.printed_source.split(";")}
    assert set(SOURCES) <= said


@pytest.mark.parametrize(("low", "high", "unsure"), [(-1.0, 3.0, True), (0.5, 3.0, False), (-3.0, -0.5, False)])
def test_an_interval_that_holds_nothing_is_not_told_as_a_finding(low: float, high: float, unsure: bool) -> None:
    value = (low + high) / 2
    band = Uncertainty(1, SeKind.CASEWORKER, low, high)
    effect = Effect("job52", "S12", "", Points(value), MANY, Estimator.TWO_STAGE, band)
    said = one_finding(EffectTable("belief_effect", (effect, *first_stage(0.2))), "general_belief")
    assert said.startswith("Nogle sagsbehandlere tror mere")
    assert ("kan vi ikke se" in said) is unsure
    assert ("oftere" in said) is (high > 0)
    assert ("sjældnere" in said) is (low < 0)


def test_a_finding_that_is_not_there_says_why() -> None:
    words = Language("da")

    def why(*tables: EffectTable) -> dict[str, str]:
        return {each.heading: each.text for each in first_page(tables, SETTINGS, words) if each.is_missing}

    nothing = Sample(0, 0, 0)
    empty = EffectTable("belief", ())
    assert "registrene" in why(count_table(nothing), empty)[HEADINGS["belief"].da]
    assert "for få svar" in why(count_table(), empty)[HEADINGS["belief"].da]
    hidden = Effect("job52", "S12", "5", Share(float("nan")), nothing, suppressed=True)
    assert "skjult" in why(count_table(), EffectTable("belief", (hidden,)))[HEADINGS["belief"].da]
    alone = EffectTable("quartiles", (), notes=("one_caseworker",))
    assert "kun én sagsbehandler" in why(count_table(), alone)[HEADINGS["caseworkers"].da]
    assert "går op" in why(count_table())[HEADINGS["caseworkers"].da]  # left out: its identity fails


@pytest.mark.parametrize(
    ("term", "group", "label"),
    [
        ("change", "job", "Jobrettet"),
        ("change", "social", "Social"),
        ("change", "single-none", "Én gruppe mod ingen"),
        ("S12", "0.1", "Korrelation 0,1"),
        ("raw", "1", "1. fjerdedel (nederste)"),
        ("orientation", "age high", "age, øverste halvdel"),
        ("orientation", "shoe_size", "shoe_size"),
    ],
)
def test_a_row_begins_large_and_a_register_s_column_as_it_is_written(term: str, group: str, label: str) -> None:
    effect = Effect("job52", term, group, Ratio(0.5), MANY, Estimator.MEAN)
    assert label_of(effect, Language("da"), with_term=False, joined=False) == label


def test_too_few_for_one_outcome_is_not_said_of_all(ran: running.Ran, tmp_path: Path) -> None:
    record = json.loads((ran.out / "run.json").read_text(encoding="utf-8"))
    some = Effect("job52", "B1", "", Points(1.0), MANY, Estimator.OLS)
    said = {}
    for effects in ((), (some,)):
        table = EffectTable("predictors", effects, notes=("too_few",))
        write_report(tmp_path / "report.html", [table], {}, record, SETTINGS, "da")
        notes = tree((tmp_path / "report.html").read_text(encoding="utf-8")).iter("p")
        said[bool(effects)] = [text_of(each) for each in notes if each.get("class") == "note"]
    assert said[False] == ["Der er for få til at regne på."]
    assert said[True] == ["For mindst ét udfald er der ingen tal. Der er for få til at regne på."]


def test_what_the_source_printed_is_not_rounded_anew_and_what_is_worked_out_says_so() -> None:
    printed = replace(
        Effect("ext52", "counterfactual", "", Share(0.3), MANY, Estimator.NAIVE),
        printed="0.2845",
        printed_source="001",
        disagreement="D1",
    )
    worked_out = replace(
        Effect("job52", "auc", "", Ratio(0.7), MANY, Estimator.MEAN), printed="0.75", printed_source="000 (table 2)"
    )
    for language, source in (("da", "regnet ud af tabel 2 i [000]"), ("en", "worked out of table 2 in [000]")):
        words = Language(language)
        [block] = blocks_of(EffectTable("policy_experiment", (printed,)), words, SETTINGS)
        row = block.runs[0].rows[0]
        assert row.printed.replace("\u00a0", "").replace(",", ".") == "28.45%"
        assert (row.source, row.disagreement) == ("[001]", "D1")
        [block] = blocks_of(EffectTable("calibration", (worked_out,)), words, SETTINGS)
        assert block.runs[0].rows[0].source == source
