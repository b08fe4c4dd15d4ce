# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The rule table as a file: what it may suggest and say, and that a faulty or changed file is noticed."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.questionnaire import Text
from bip_desktop.domain.suggestion import Audience, Form, Grade, Rule, RuleTable, Situation
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.exchange.rules_file import RulesFile, read_rules
from bip_desktop.paths import resources

FILE = "rules@1.json"
PATH = resources() / "evidence" / FILE
CONTENT = PATH.read_bytes()
TABLE = read_rules(CONTENT, FILE)
ACTIVITIES = InstrumentFolder(resources() / "instruments").current().activities

TITLES = {
    "000": "Væksthusets Forskningscenter (2017): Sagsbehandlerens betydning for udsatte borgeres jobchancer",
    "001": "Rosholm, Sørensen, Skipper & Nielsen, Væksthusets Forskningscenter: rapport om sagsbehandlernes "
    "effektivitet i BIP (beskrivelse; titel og år står ikke i kilden)",
    "002": "Præsentation af BIP (beskrivelse; data pr. august 2016)",
    "003": "Væksthusets Forskningscenter: Troen på borgernes jobchance, et samarbejdsprojekt mellem praksis og "
    "forskning",
    "004": "Bogkapitel om Henrik og Karen, BIP i praksis (beskrivelse)",
}
"""evidence.md, letter for letter; of 004 without the note on how it was scanned."""
FORBIDDEN = (16, 18, 20, 21, 22, 23)
NOT_SHARED = ("S2", "S3", "S4", "S5", "S7", "S8", "S12")
SOCIAL, HEALTH = {4, 6, 8, 15}, {9, 10, 11, 16}

SHARED = [rule for rule in TABLE.rules if rule.audience is Audience.SHARED]


def named(rule: Rule) -> str:
    return rule.rule_id


def texts(rule: Rule) -> list[str]:
    """Everything a row says, in every language."""
    found = (rule.title, rule.because, rule.ground, rule.contrary)
    return [words for text in found if text is not None for words in text.texts.values()]


# --- the table that is shipped --------------------------------------------------------------------------------------


def test_sources_are_cited_by_their_titles() -> None:
    assert {source.source_id: source.title for source in TABLE.sources.values()} == TITLES


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_every_row_has_a_source_a_grade_and_both_languages(rule: Rule) -> None:
    assert rule.sources
    assert set(rule.sources) <= TITLES.keys()
    assert rule.grades
    assert list(rule.grades) == sorted(set(rule.grades))
    for text in (rule.title, rule.because, rule.ground, rule.contrary):
        assert text is None or text.texts.keys() == {"da", "en"}


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_every_grade_is_told_in_the_ground(rule: Rule) -> None:
    for words in rule.ground.texts.values():
        assert re.findall(r"\b([BCD]):", words) == [grade.value for grade in rule.grades]


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_judgement_says_that_it_is_judgement(rule: Rule) -> None:
    if Grade.JUDGEMENT in rule.grades:
        assert "fagligt skøn" in rule.ground.texts["da"]


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_found_in_bip_is_said_only_of_kinds_that_were_combined_there(rule: Rule) -> None:
    kinds = {ACTIVITIES.option(number).kind for number in rule.activities}
    if Grade.FOUND in rule.grades and rule.form is Form.COMBINATION:
        joins = len(rule.activities) == 1 and rule.situations.isdisjoint({Situation.NONE, Situation.UNKNOWN})
        assert joins or (Kind.JOB in kinds and len(kinds) > 1)
        assert "004" in rule.sources
    if Grade.SEEN in rule.grades:
        assert "001" in rule.sources


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_that_a_theme_points_to_a_rule_is_always_judgement(rule: Rule) -> None:
    assert Grade.JUDGEMENT in rule.grades or not rule.themes


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_titles_and_sentences_are_short_and_every_combination_has_its_contrary_finding(rule: Rule) -> None:
    most = 6 if rule.audience is Audience.SHARED and rule.form is Form.COMBINATION else 8
    assert all(len(words.split()) <= most for words in rule.title.texts.values())
    for words in texts(rule):
        assert all(len(sentence.split()) <= 22 for sentence in re.split(r"[.?] ", words))
    assert rule.contrary is not None or rule.form is not Form.COMBINATION


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_a_row_on_health_or_social_life_shows_what_was_found_against_it(rule: Rule) -> None:
    if (SOCIAL | HEALTH) & set(rule.activities):
        assert rule.contrary is not None
        assert "001" in rule.sources
        assert rule.contrary.texts["da"].startswith("Men hvor flest kom i job")
        kind = "helbredsindsatser" if HEALTH & set(rule.activities) else "sociale indsatser"
        assert kind in rule.contrary.texts["da"]


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_a_finding_is_about_the_study_and_ranks_nobody(rule: Rule) -> None:
    for words in texts(rule):
        assert "effektiv" not in words
        assert "effective" not in words
        assert not re.search(r"giver|fører til|virker|skaber|sikrer", words)


def test_the_row_on_network_names_network_in_what_was_found_against_it() -> None:
    rows = [rule for rule in TABLE.rules if 6 in rule.activities]
    assert rows
    for rule in rows:
        assert rule.contrary is not None
        assert "netværk" in rule.contrary.texts["da"]


def test_nothing_under_way_is_met_with_a_question_and_its_contrary_finding() -> None:
    rows = [rule for rule in SHARED if rule.form is Form.QUESTION and Situation.NONE in rule.situations]
    assert rows
    for rule in rows:
        assert rule.contrary is not None
        assert "uden" in rule.contrary.texts["da"]


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_no_row_promises_causes_or_counts(rule: Rule) -> None:
    for words in texts(rule):
        assert not re.search(r"\bgiver\b|virker bedst|\bfører til\b|\bøger\b|\bskyldes\b", words, re.IGNORECASE)
        assert not re.search(r"\bworks best\b|\bcauses\b|\bleads to\b|\bincreases\b", words, re.IGNORECASE)
        assert "%" not in words
        assert "procent" not in words.lower()
        assert not re.search(r"\d", words)


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_no_row_speaks_of_the_citizens_chance_or_judges(rule: Rule) -> None:
    for words in texts(rule):
        assert not re.search(r"chance|sandsynlig|likel|probab|risiko|risk|score", words, re.IGNORECASE)


@pytest.mark.parametrize("rule", TABLE.rules, ids=named)
def test_no_row_suggests_what_may_not_be_suggested(rule: Rule) -> None:
    assert not set(rule.activities) & set(FORBIDDEN)
    for words in texts(rule):
        assert not re.search(r"misbrug|revalidering|jobrotation", words, re.IGNORECASE)


@pytest.mark.parametrize("rule", SHARED, ids=named)
def test_no_shared_row_rests_on_what_only_she_sees(rule: Rule) -> None:
    assert not set(rule.themes) & set(NOT_SHARED)
    for words in texts(rule):
        assert not re.search(r"realis|målrettet|instruktion|koncentration", words, re.IGNORECASE)


def test_no_row_rests_on_her_belief() -> None:
    assert all("S12" not in rule.themes for rule in TABLE.rules)


@pytest.mark.parametrize("situation", Situation)
def test_every_situation_has_shared_rows_that_need_no_theme(situation: Situation) -> None:
    assert len([rule for rule in SHARED if situation in rule.situations and not rule.themes]) >= 2


def test_only_what_is_combined_is_kept() -> None:
    kept = {each for rule in TABLE.rules if rule.form is Form.KEEP for each in rule.situations}
    assert kept == {Situation.COMBINED, Situation.COMBINED_MOVING}


# --- faults ---------------------------------------------------------------------------------------------------------

Tree = dict[str, Any]
Change = Callable[[Tree], None]


def tree() -> Tree:
    read: Tree = json.loads(CONTENT)
    return read


ROWS = {rule.rule_id: place for place, rule in enumerate(TABLE.rules)}
QUESTION, COMBINATION, OWN = (ROWS[name] for name in ("nothing-under-way", "placement-and-health", "own-realism"))
KEEP = ROWS["keep-what-moves"]
Q, C, HERS, K = (f"rules[{place}]" for place in (QUESTION, COMBINATION, OWN, KEEP))


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


def again(*path: str | int) -> Change:
    """Repeats the first member of the list at `path`, at its end."""

    def change(top: Tree) -> None:
        at: Any = top
        for name in path:
            at = at[name]
        at.append(at[0])

    return change


def row(place: int, name: str, value: object) -> Change:
    return put("rules", place, name, value=value)


NINE_WORDS = {"da": "et to tre fire fem seks syv otte ni"}
FAULTS: dict[str, tuple[Change, str, str]] = {
    "format version": (put("format_version", value=2), "format_version", "unknown_value"),
    "no licence": (put("license", value=None), "license", "not_text"),
    "no version": (drop("version"), "version", "missing"),
    "unknown field at the top": (put("more", value=1), "more", "unknown_field"),
    "no rules": (put("rules", value=[]), "rules", "too_few"),
    "no sources": (put("sources", value=[]), "sources", "too_few"),
    "a source twice": (again("sources"), f"sources[{len(TITLES)}].source_id", "duplicate"),
    "a source with more": (put("sources", 0, "url", value="https://"), "sources[0].url", "unknown_field"),
    "missing field": (drop("rules", COMBINATION, "ground"), f"{C}.ground", "missing"),
    "unknown field": (row(COMBINATION, "weight", 2), f"{C}.weight", "unknown_field"),
    "not text": (row(COMBINATION, "rule_id", 1), f"{C}.rule_id", "not_text"),
    "no Danish": (row(COMBINATION, "title", {"en": "Placement"}), f"{C}.title.da", "missing"),
    "long title": (row(COMBINATION, "title", NINE_WORDS), f"{C}.title.da", "too_long"),
    "endless text": (row(COMBINATION, "ground", {"da": "a" * 3000}), f"{C}.ground.da", "range"),
    "a rule twice": (again("rules"), f"rules[{len(TABLE.rules)}].rule_id", "duplicate"),
    "a rule as text": (put("rules", COMBINATION, value="praktik"), C, "not_object"),
    "unknown form": (row(COMBINATION, "form", "advice"), f"{C}.form", "unknown_value"),
    "unknown audience": (row(COMBINATION, "audience", "all"), f"{C}.audience", "unknown_value"),
    "unknown situation": (row(COMBINATION, "situations", ["lazy"]), f"{C}.situations[0]", "unknown_value"),
    "no situation": (row(COMBINATION, "situations", []), f"{C}.situations", "too_few"),
    "unknown grade": (row(COMBINATION, "grades", ["A"]), f"{C}.grades[0]", "unknown_value"),
    "no grade": (row(COMBINATION, "grades", []), f"{C}.grades", "too_few"),
    "a grade twice": (again("rules", COMBINATION, "grades"), f"{C}.grades", "duplicate"),
    "unknown source": (row(COMBINATION, "sources", ["007"]), f"{C}.sources[0]", "unknown_source"),
    "no source": (row(COMBINATION, "sources", []), f"{C}.sources", "too_few"),
    "its source twice": (again("rules", COMBINATION, "sources"), f"{C}.sources", "duplicate"),
    "unknown sign": (row(COMBINATION, "signs", ["high"]), f"{C}.signs[0]", "unknown_value"),
    "themes without a sign": (row(COMBINATION, "signs", []), f"{C}.signs", "wrong_for_themes"),
    "a sign without themes": (row(QUESTION, "signs", ["low"]), f"{Q}.signs", "wrong_for_themes"),
    "no reason": (drop("rules", QUESTION, "because"), f"{Q}.because", "missing"),
    "a situation twice": (again("rules", COMBINATION, "situations"), f"{C}.situations", "duplicate"),
    "a sign twice": (again("rules", COMBINATION, "signs"), f"{C}.signs", "duplicate"),
    "a theme twice": (again("rules", COMBINATION, "themes"), f"{C}.themes", "duplicate"),
    "the wage as a reason": (row(COMBINATION, "themes", ["B11"]), f"{C}.themes[0]", "unknown_value"),
    "her activities as a reason": (row(OWN, "themes", ["S1"]), f"{HERS}.themes[0]", "unknown_value"),
    "a theme there is not": (row(COMBINATION, "themes", ["B0"]), f"{C}.themes[0]", "unknown_value"),
    "number as text": (row(COMBINATION, "activities", ["13", 11]), f"{C}.activities[0]", "not_number"),
    "number as true": (row(COMBINATION, "activities", [13, True]), f"{C}.activities[1]", "not_number"),
    "an activity there is not": (row(COMBINATION, "activities", [13, 24]), f"{C}.activities[1]", "range"),
    "an activity twice": (row(COMBINATION, "activities", [13, 13]), f"{C}.activities", "duplicate"),
    "a combination of nothing": (row(COMBINATION, "activities", []), f"{C}.activities", "wrong_for_form"),
    "a question with an activity": (row(QUESTION, "activities", [13]), f"{Q}.activities", "wrong_for_form"),
    "health without what was found against it": (drop("rules", COMBINATION, "contrary"), f"{C}.contrary", "missing"),
    "a name that is no name": (row(COMBINATION, "rule_id", "a b"), f"{C}.rule_id", "unknown_value"),
    "a version that is no name": (put("version", value="1/2"), "version", "unknown_value"),
    "keeping with an activity": (row(KEEP, "activities", [13]), f"{K}.activities", "wrong_for_form"),
}


def refused(content: bytes) -> BipError:
    with pytest.raises(BipError) as caught:
        read_rules(content, FILE)
    assert caught.value.code is Code.RULES_FILE
    assert caught.value.facts["file"] == FILE
    return caught.value


def changed(change: Change) -> bytes:
    made = tree()
    change(made)
    return json.dumps(made).encode()


@pytest.mark.parametrize(("change", "place", "why"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_refused_with_its_place(change: Change, place: str, why: str) -> None:
    assert refused(changed(change)).facts == {"file": FILE, "place": place, "why": why}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("activity", FORBIDDEN)
def test_what_may_not_be_suggested_is_refused_for_everybody(audience: Audience, activity: int) -> None:
    made = tree()
    made["rules"][COMBINATION] |= {"audience": audience.value, "activities": [13, activity]}
    why = "range" if activity > 21 else "never_suggested"
    assert refused(json.dumps(made).encode()).facts == {"file": FILE, "place": f"{C}.activities[1]", "why": why}


@pytest.mark.parametrize("theme", NOT_SHARED)
def test_a_shared_row_on_what_only_she_sees_is_refused(theme: str) -> None:
    content = changed(row(COMBINATION, "themes", ["B6", theme]))
    assert refused(content).facts == {"file": FILE, "place": f"{C}.themes[1]", "why": "not_shared"}


@pytest.mark.parametrize("theme", sorted(set(NOT_SHARED) - {"S12"}))
def test_her_own_row_may_rest_on_her_own_answers(theme: str) -> None:
    assert read_rules(changed(row(OWN, "themes", [theme])), FILE).rules[OWN].themes == (theme,)


def test_her_belief_is_no_reason_even_on_her_own_page() -> None:
    content = changed(row(OWN, "themes", ["S12"]))
    assert refused(content).facts == {"file": FILE, "place": f"{HERS}.themes[0]", "why": "not_shared"}


@pytest.mark.parametrize("theme", ["S6", "S9", "S10", "S11"])
def test_a_shared_row_may_rest_on_the_pairs(theme: str) -> None:
    assert read_rules(changed(row(COMBINATION, "themes", [theme])), FILE).rules[COMBINATION].themes == (theme,)


RAW_FAULTS: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "fil", "not_json"),
    "cut off": (CONTENT[:-20], "fil", "not_json"),
    "not an object": (b"[1]", "fil", "not_object"),
    "duplicate key": (CONTENT.replace(b'"table_id"', b'"license"', 1), "license", "duplicate"),
    "duplicate key of a rule": (
        CONTENT.replace(b'"audience"', b'"form"', 1),
        "rules[0].form",
        "duplicate",
    ),
    "NaN": (CONTENT.replace(b'"format_version": 1', b'"format_version": NaN'), "fil", "not_json"),
    "byte order mark": (b"\xef\xbb\xbf" + CONTENT, "fil", "byte_order_mark"),
    "cp1252": (CONTENT.decode().encode("cp1252"), "fil", "not_utf8"),
    "deep": (b"[" * 200_000, "fil", "not_json"),
    "huge": (b" " * 2_000_000 + CONTENT, "fil", "too_large"),
}


@pytest.mark.parametrize(("content", "place", "why"), RAW_FAULTS.values(), ids=RAW_FAULTS.keys())
def test_a_file_that_is_no_clean_json_is_refused(content: bytes, place: str, why: str) -> None:
    assert refused(content).facts == {"file": FILE, "place": place, "why": why}


# --- whatever happens to a file -------------------------------------------------------------------------------------

JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 30)
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["B6", "S12", "S3", "own", "shared", "keep", "B", "D", "004", "still"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def read_or_refused(content: bytes) -> RuleTable | None:
    """The table, or None where it was refused as it should be. Nothing else may be raised."""
    try:
        return read_rules(content, FILE)
    except BipError as error:
        fault = error
    assert fault.code is Code.RULES_FILE
    assert fault.facts.keys() == {"file", "place", "why"}
    assert fault.facts["place"]
    return None


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_change_of_the_tree_is_read_or_refused_and_never_leaks(data: st.DataObject) -> None:
    made = tree()
    for _ in range(data.draw(st.integers(1, 3), "changes")):
        at: Any = made
        while True:
            places: list[Any] = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not places:
                break
            place = data.draw(st.sampled_from(places), "place")
            if isinstance(at[place], dict | list) and data.draw(st.integers(0, 6), "deeper"):
                at = at[place]
                continue
            match data.draw(st.sampled_from(("set", "set", "drop", "rename")), "how"):
                case "drop":
                    del at[place]
                case "rename" if isinstance(at, dict):
                    at[data.draw(st.text(max_size=60), "name")] = at.pop(place)
                case _:
                    at[place] = data.draw(JSON_VALUES, "value")
            break
    table = read_or_refused(json.dumps(made).encode())
    if table is None:
        return
    for rule in table.rules:
        assert not set(rule.activities) & set(FORBIDDEN)
        assert "S12" not in rule.themes
        assert rule.audience is Audience.OWN or not set(rule.themes) & set(NOT_SHARED)
        assert rule.sources
        assert set(rule.sources) <= table.sources.keys()


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_change_of_the_bytes_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(CONTENT)
    for _ in range(data.draw(st.integers(1, 4), "changes")):
        start = data.draw(st.integers(0, len(content)), "start")
        length = data.draw(st.sampled_from((0, 1, 1, 1, 40, 4000)), "length")
        content[start : start + length] = data.draw(st.binary(max_size=8), "bytes")
    read_or_refused(bytes(content))


# --- the file in its place ------------------------------------------------------------------------------------------


def write(path: Path, content: bytes, at: int) -> None:
    """Writes the file as of another moment, whatever the clock of the file system can tell apart."""
    path.write_bytes(content)
    os.utime(path, ns=(at, at))


def test_a_changed_row_changes_the_program(tmp_path: Path) -> None:
    path = tmp_path / FILE
    write(path, CONTENT, 1_000_000_000)
    rules = RulesFile(path)
    assert rules.current() == TABLE
    title = {"da": "En ny overskrift"}
    write(path, changed(row(COMBINATION, "title", title)), 2_000_000_000)
    assert rules.current().rules[COMBINATION].title == Text(title)
    write(path, CONTENT, 3_000_000_000)
    assert rules.current() == TABLE


def test_a_change_of_the_same_length_is_seen_and_an_older_file_too(tmp_path: Path) -> None:
    path = tmp_path / FILE
    write(path, CONTENT, 2_000_000_000)
    rules = RulesFile(path)
    assert rules.current() == TABLE
    write(path, CONTENT.replace(b"Praktik og", b"Praksis og"), 1_000_000_000)
    assert rules.current().rules[COMBINATION].title.texts["da"].startswith("Praksis og")


def test_a_file_that_is_as_it_was_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / FILE
    write(path, CONTENT, 1_000_000_000)
    rules = RulesFile(path)
    assert rules.current() is rules.current()


def test_a_file_that_became_faulty_is_refused_until_it_is_mended(tmp_path: Path) -> None:
    path = tmp_path / FILE
    write(path, CONTENT, 1_000_000_000)
    rules = RulesFile(path)
    assert rules.current() == TABLE
    write(path, b"{}", 2_000_000_000)
    for _ in range(2):
        with pytest.raises(BipError, check=lambda error: error.code is Code.RULES_FILE):
            rules.current()
    write(path, CONTENT, 3_000_000_000)
    assert rules.current() == TABLE


@pytest.mark.parametrize("folder", [True, False])
def test_a_file_that_cannot_be_read_is_said_by_name(tmp_path: Path, folder: bool) -> None:
    path = tmp_path / FILE
    if folder:
        path.mkdir()
    with pytest.raises(BipError, check=lambda error: error.code is Code.RULES_FILE) as caught:
        RulesFile(path).current()
    assert caught.value.facts == {"file": FILE, "place": "fil", "why": "unreadable"}
