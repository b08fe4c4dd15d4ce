# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Outcomes, register and DREAM extracts: read strictly, replaced whole, and gone with the citizen."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import select

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.command_line import main
from bip_desktop.centre.dream import read_codes, read_dream
from bip_desktop.centre.faults import CentreError
from bip_desktop.centre.linked_files import Kind, read_register, read_spells
from bip_desktop.centre.reasons import sentence
from bip_desktop.centre.weeks import month_of, week_name, week_number
from tests.centre.packages import World, citizen_id, meeting_id, rows_of

CODES = """
[[codes]]
kind = "education"
codes = ["650-659"]
from = "2024-W01"
to = "2025-W52"

[[codes]]
kind = "benefit"
codes = ["650-659"]
from = "2026-W01"

[[codes]]
kind = "income"
codes = ["771"]

[[codes]]
kind = "benefit"
codes = ["130"]

[[codes]]
kind = "not_observed"
codes = ["997"]

[months]
column = "br_YYYY_MM"
empty = ["", "0"]
kind = "income"
job_beside = [""]
"""
ONE, TWO = citizen_id(1), citizen_id(2)


def file(folder: Path, *lines: str, name: str = "file.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes("".join(line + "\n" for line in lines).encode(encoding))
    return path


def spells(path: Path) -> list[tuple[str, ...]]:
    return [each.cells for each in read_spells(path)]


def test_weeks_count_across_years() -> None:
    assert week_number("2027-W01") - week_number("2026-W53") == 1
    assert week_number("2026-W01") - week_number("2025-W52") == 1
    assert week_name(week_number("2020-W53")) == "2020-W53"
    assert month_of(week_number("2026-W01")) == (2026, 1)  # Monday 29 December, Thursday 1 January
    with pytest.raises(ValueError, match="week"):
        week_number("2025-W53")


def test_spells_that_touch_become_one(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        "citizen_id,kind,from_week,to_week",
        f"{ONE},observed,2025-W01,2025-W52",
        f"{ONE},observed,2026-W01,2026-W20",
        f"{ONE},job,2026-W02,2026-W05",
        f"{ONE},job,2026-W07,2026-W09",
        f"{TWO},job,2026-W03,2026-W12",
        f"{TWO},job,2026-W05,2026-W06",
    )
    assert spells(path) == [
        (ONE, "job", "2026-W02", "2026-W05"),
        (ONE, "job", "2026-W07", "2026-W09"),
        (ONE, "observed", "2025-W01", "2026-W20"),
        (TWO, "job", "2026-W03", "2026-W12"),
    ]


def test_another_programs_file_may_have_semicolons_and_a_bom(tmp_path: Path) -> None:
    path = file(tmp_path, "citizen_id;kind;from_week;to_week", f"{ONE};job;2026-W02;2026-W05", encoding="utf-8-sig")
    assert spells(path) == [(ONE, "job", "2026-W02", "2026-W05")]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["citizen_id,kind,from_week"], "række 1: Kolonnerne"),
        (["citizen_id,kind,from_week,to_week"], "ingen rækker"),
        (["citizen_id,kind,from_week,to_week", f"{ONE},job,2026-W02"], "række 2: Rækken har 3 celler"),
        (["citizen_id,kind,from_week,to_week", "010180-1234,job,2026-W02,2026-W03"], "række 2, kolonne citizen_id"),
        (["citizen_id,kind,from_week,to_week", f"{ONE},work,2026-W02,2026-W03"], "»work«"),
        (["citizen_id,kind,from_week,to_week", f"{ONE},job,2026-02,2026-W03"], "kolonne from_week: »2026-02«"),
        (["citizen_id,kind,from_week,to_week", f"{ONE},job,2025-W53,2026-W03"], "»2025-W53«"),
        (["citizen_id,kind,from_week,to_week", f"{ONE},job,2026-W04,2026-W03"], "slutter, før"),
    ],
)
def test_what_is_wrong_with_outcomes_is_told_with_its_place(tmp_path: Path, lines: list[str], said: str) -> None:
    with pytest.raises(CentreError) as refused:
        read_spells(file(tmp_path, *lines))
    words = sentence(refused.value)
    assert said in words.da
    assert words.en
    assert "010180" not in words.da + words.en + str(refused.value)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["citizen_id"], "Kolonnerne"),
        (["id,age", "1,2"], "Kolonnerne"),
        (["citizen_id,age,age", f"{ONE},2,2"], "Kolonnerne"),
        (["citizen_id,age", f"{ONE},30", f"{ONE},31"], "række 3, kolonne citizen_id: Den samme"),
        (["citizen_id,meeting_id,age", f"{ONE},{meeting_id(1)},3", f"{ONE},{meeting_id(1)},3"], "kolonne meeting_id"),
        (["citizen_id,age", f"{ONE},{'9' * 300}"], "række 2, kolonne age"),
    ],
)
def test_what_is_wrong_with_a_register_is_told_with_its_place(tmp_path: Path, lines: list[str], said: str) -> None:
    with pytest.raises(CentreError) as refused:
        list(read_register(file(tmp_path, *lines)))
    assert said in sentence(refused.value).da


def test_dream_becomes_spells(tmp_path: Path) -> None:
    header = "citizen_id,y_2551,y_2552,y_2601,y_2602,y_2603,y_2604,y_2605,br_2025_12,br_2026_01"
    path = file(
        tmp_path,
        header,
        # an education that the code means until the end of 2025; later the same code is a benefit
        f"{ONE},651,651,651,651,130,130,,,",
        # nothing in the weeks is no employment, but an income beside it is; beside a flexible job it is no ordinary one
        f"{TWO},,,,,771,997,997,,561010",
    )
    found = [each.cells for each in read_dream(path, read_codes(file(tmp_path, CODES, name="codes.toml")))]
    assert found == [
        (ONE, "education", "2025-W51", "2025-W52"),
        (ONE, "observed", "2025-W51", "2026-W05"),
        (TWO, "income", "2026-W01", "2026-W03"),
        (TWO, "job", "2026-W01", "2026-W02"),
        (TWO, "observed", "2025-W51", "2026-W03"),
    ]


def test_a_missing_week_parts_spells(tmp_path: Path) -> None:
    path = file(tmp_path, "citizen_id,y_2601,y_2603", f"{ONE},130,130")
    found = read_dream(path, read_codes(file(tmp_path, CODES, name="codes.toml")))
    assert [each.cells[2:] for each in found] == [("2026-W01", "2026-W01"), ("2026-W03", "2026-W03")]
    assert {each.kind for each in found} == {Kind.OBSERVED}


def test_a_code_that_is_not_known_is_never_guessed(tmp_path: Path) -> None:
    path = file(tmp_path, "citizen_id,y_2601,y_2602", f"{ONE},130,130", f"{TWO},444,555")
    with pytest.raises(CentreError) as refused:
        read_dream(path, read_codes(file(tmp_path, CODES, name="codes.toml")))
    assert "række 3, kolonne y_2601" in sentence(refused.value).da
    assert "444, 555" in sentence(refused.value).da
    twice = '[[codes]]\nkind = "education"\ncodes = ["130"]\n' + CODES
    with pytest.raises(CentreError):
        read_dream(
            file(tmp_path, "citizen_id,y_2601", f"{ONE},130"), read_codes(file(tmp_path, twice, name="twice.toml"))
        )


@pytest.mark.parametrize(
    "codes",
    [
        "codes = 3",
        "not toml [",
        '[[codes]]\nkind = "work"\ncodes = ["1"]',
        '[[codes]]\nkind = "job"',
        '[[codes]]\nkind = "job"\ncodes = ["1"]\nuntil = "2026-W01"',
        '[[codes]]\nkind = "job"\ncodes = ["1"]\nto = "2025-W53"',
    ],
)
def test_a_faulty_table_of_codes_is_refused(tmp_path: Path, codes: str) -> None:
    with pytest.raises(CentreError) as refused:
        read_codes(file(tmp_path, codes, name="codes.toml"))
    assert "codes.toml" in sentence(refused.value).da


def _table(folder: Path, name: str) -> list[list[str]]:
    with (folder / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))[1:]


def _tables(world: World, out: str) -> Path:
    assert main(["--home", str(world.home.folder), "tables", "--out", str(world.folder / out)]) == 0
    return world.folder / out


def test_what_was_linked_is_in_the_tables_until_the_citizen_withdraws(any_world: World, tmp_path: Path) -> None:
    world = any_world
    home = str(world.home.folder)
    world.site.send(rows_of((1, 1), (2, 2)))
    world.receive()
    outcomes = file(
        tmp_path, "citizen_id,kind,from_week,to_week",
        *(f"{each},observed,2026-W01,2026-W50" for each in (ONE, TWO, citizen_id(3))), name="o.csv",
    )  # fmt: skip
    register = file(tmp_path, "citizen_id,age,note", f"{ONE},40,a", f"{TWO},30,", name="r.csv")
    assert main(["--home", home, "link", "--outcomes", str(outcomes), "--register", str(register)]) == 0
    out = _tables(world, "T1")
    assert [row[0] for row in _table(out, "outcomes.csv")] == [ONE, TWO]  # the third is not known here
    assert _table(out, "register.csv") == [[ONE, "40", "a"], [TWO, "30", ""]]
    gone = {"tombstones": [("citizen", ONE, "withdrawal")]}
    world.site.send(gone)  # type: ignore[arg-type]
    world.receive()
    again = ["--home", home, "link", "--outcomes", str(outcomes)]
    for number in range(2):  # the second time the linking unit still sends them
        out = _tables(world, f"T{number + 2}")
        assert [row[0] for row in _table(out, "outcomes.csv")] == [TWO]
        assert _table(out, "register.csv") == [[TWO, "30", ""]]
        assert main(again) == 0
    with world.store.reading() as connection:
        stored = connection.execute(select(t.outcomes).where(t.outcomes.c.citizen_id == ONE)).all()
    assert not stored


def test_a_faulty_file_leaves_what_was_there(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = str(world.home.folder)
    world.site.send(rows_of((1, 1)))
    world.receive()
    good = file(tmp_path, "citizen_id,kind,from_week,to_week", f"{ONE},job,2026-W01,2026-W50", name="o.csv")
    bad = file(tmp_path, "citizen_id,age", f"{ONE},40", f"{ONE},41", name="r.csv")
    assert main(["--home", home, "link", "--outcomes", str(good)]) == 0
    other = file(tmp_path, "citizen_id,kind,from_week,to_week", f"{ONE},job,2026-W02,2026-W50", name="o2.csv")
    assert main(["--home", home, "link", "--outcomes", str(other), "--register", str(bad)]) == 2
    assert "r.csv, række 3, kolonne citizen_id" in capsys.readouterr().err
    assert _table(_tables(world, "T"), "outcomes.csv") == [[ONE, "job", "2026-W01", "2026-W50"]]
    assert main(["--home", home, "link"]) == 2
    assert main(["--home", home, "link", "--dream", str(good)]) == 2
