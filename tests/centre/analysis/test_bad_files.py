# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What people really do to files: a refusal in words with the place, or everything that was read is accounted for."""

import random
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from bip_desktop.centre.analysis import table_form
from bip_desktop.centre.analysis.making_tables import make_world, tables_of
from bip_desktop.centre.analysis.reading import read_tables
from bip_desktop.centre.analysis.settings import Draws, Settings
from bip_desktop.centre.analysis.suppression import suppress
from bip_desktop.centre.analysis.table_output import write_csv
from bip_desktop.centre.analysis.workbook import write_workbook
from bip_desktop.centre.command_line import DONE, FAILED, main
from bip_desktop.centre.faults import CentreError
from bip_desktop.centre.reasons import sentence
from tests.centre.analysis.worlds import Options, World, invent
from tests.faults.sizes import Rounds

TABLES = ("citizens", "meetings", "answers", "outcomes", "register")
FEW = Settings(draws=Draws(splits=2, permutations=2, bootstraps=20))
Bytes = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def world() -> World:
    return invent(Options(seed=3, sites=2, caseworkers=10, citizens=140))


def silent(_: str) -> None:
    """Nobody watches."""


def refusal(folder: Path) -> str | None:
    """Why the tables cannot be read, in Danish; None where they can."""
    try:
        read_tables(folder, FEW, silent)
    except CentreError as error:
        words = sentence(error)
        assert len(words.da) > 20
        assert len(words.en) > 20
        assert "{file}" not in words.da + words.en
        return words.da
    return None


def heading(text: bytes) -> bytes:
    return text.split(b"\n", 1)[0] + b"\n"


def rest(text: bytes) -> bytes:
    return text.split(b"\n", 1)[1]


def each_line(change: Callable[[int, list[bytes]], list[bytes]]) -> Bytes:
    def changed(text: bytes) -> bytes:
        lines = text.rstrip(b"\n").split(b"\n")
        return b"\n".join(b",".join(change(n, line.split(b","))) for n, line in enumerate(lines)) + b"\n"

    return changed


REFUSED: dict[str, Bytes] = {
    "nothing": lambda _: b"",
    "blank lines alone": lambda _: b"\n\n",
    "semicolons": lambda text: text.replace(b",", b";"),
    "latin-1": lambda text: heading(text) + b"\xe6" + rest(text),
    "utf-16": lambda text: text.decode().encode("utf-16"),
    "NUL": lambda text: text[:200] + b"\0" + text[200:],
    "bytes by chance": lambda _: random.Random(1).randbytes(4000),
    "column twice": each_line(lambda _, cells: [*cells, cells[0]]),
    "a cell more in every row": lambda text: heading(text) + rest(text).replace(b"\n", b",9\n"),
    "a cell more in one row": lambda text: heading(text) + rest(text).replace(b"\n", b",9\n", 1),
    "a cell less in one row": each_line(lambda n, cells: cells[:-1] if n == 3 else cells),
    "a blank line": lambda text: text.replace(b"\n", b"\n\n", 3),
    "cut within a row": lambda text: text[: text.rindex(b",")],
    "an open quotation mark": lambda text: heading(text) + b'"' + rest(text),
    "a quotation mark in a cell": each_line(lambda n, cells: [*cells[:-1], b'1"2'] if n == 3 else cells),
    "a cell of megabytes": each_line(lambda n, cells: [b"x" * 3_000_000, *cells[1:]] if n == 3 else cells),
    "capital headings": lambda text: heading(text).upper() + rest(text),
    "headings with spaces": lambda text: heading(text).replace(b",", b" , ") + rest(text),
}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", REFUSED.values(), ids=list(REFUSED))
def test_what_is_no_table_is_refused_by_its_name(change: Bytes, table: str, world: World, tmp_path: Path) -> None:
    """Broken once by pandas alone: it drops a cell too many and moves all columns where every row has one."""
    path = world.write(tmp_path) / f"{table}.csv"
    path.write_bytes(change(path.read_bytes()))
    said = refusal(tmp_path)
    assert said is not None
    assert path.name in said


@pytest.mark.parametrize("table", TABLES)
def test_a_folder_in_place_of_a_file_is_refused(table: str, world: World, tmp_path: Path) -> None:
    path = world.write(tmp_path) / f"{table}.csv"
    path.unlink()
    path.mkdir()
    assert path.name in (refusal(tmp_path) or "")


SAME: dict[str, Bytes] = {
    "a byte order mark": lambda text: b"\xef\xbb\xbf" + text,
    "CRLF": lambda text: text.replace(b"\n", b"\r\n"),
    "CR": lambda text: text.replace(b"\n", b"\r"),
    "no last line end": lambda text: text.rstrip(b"\n"),
    "blank lines at the end": lambda text: text + b"\n\n",
    "a column nobody asked for": each_line(lambda n, cells: [*cells, b"9" if n else b"more"]),
    "columns in another order": each_line(lambda _, cells: cells[::-1]),
    "quotation marks everywhere": each_line(lambda _, cells: [b'"' + cell + b'"' for cell in cells]),
}


@pytest.mark.parametrize("change", SAME.values(), ids=list(SAME))
def test_what_means_the_same_gives_the_same_tables(change: Bytes, world: World, tmp_path: Path) -> None:
    made = []
    for place in ("plain", "changed"):
        folder = world.write(tmp_path / place)
        if place == "changed":
            for table in TABLES:
                path = folder / f"{table}.csv"
                if table != "register" or b"more" not in change(b"a,b\n1,2\n"):
                    path.write_bytes(change(path.read_bytes()))
        flow = next(tables_of(make_world(read_tables(folder, FEW, silent), FEW, silent)))
        made.append(flow.effects)
    assert made[0] == made[1]


def test_blocks_may_end_anywhere(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A character, a line end and a quotation may be torn apart between two looks at the file."""
    path = tmp_path / "x.csv"
    text = 'køn,by\r\n"æ,\r\nø",1\r\n"a""b",2\r\n\r\n'.encode()
    path.write_bytes(text)
    whole = table_form.examine(path)
    for size in range(8, len(text) + 1):
        monkeypatch.setattr(table_form, "_BLOCK", size)
        assert table_form.examine(path) == whole
    path.write_bytes(text.replace(b",2", b""))
    for size in range(8, len(text) + 1):
        monkeypatch.setattr(table_form, "_BLOCK", size)
        with pytest.raises(CentreError) as error:
            table_form.examine(path)
        assert error.value.facts["row"] in (3, 4)  # the quoted cell spans a line


CELLS = {
    ("register", "age"): [
        "3,5",
        "nan",
        "NaN",
        "inf",
        "-inf",
        "1e308",
        "1e999",
        "1e-320",
        "gammel",
        "0x1",
        "1_000",
        "-",
    ],
    ("meetings", "iso_week"): ["", "2014-W54", "2014W02", "2014-w02", "01-02-2014", "0000-W01"],
    ("meetings", "measurement_number"): ["", "0", "-1", "1.5", "nan", "1e20", "to"],
    ("meetings", "change_reason"): ["", "x"],
    ("meetings", "citizen_part"): ["", "Complete", "half"],
    ("meetings", "caseworker_part"): ["", "ja"],
    ("meetings", "site"): [""],
    ("meetings", "caseworker_id"): [""],
    ("meetings", "citizen_id"): [""],
    ("meetings", "meeting_id"): ["", "m000000"],
    ("citizens", "citizen_id"): ["", "c00000"],
    ("answers", "value"): ["", "-93", "6", "-100", "1.5", "1e400", "9" * 22, "nan", "fem"],
    ("answers", "option"): ["", "1.5", "-1", "99"],
    ("answers", "after_reveal"): ["", "2", "-1", "x"],
    ("answers", "item"): ["", "b1", "S13", " B1", "B12"],
    ("outcomes", "kind"): ["", "JOB", "benefit", "711"],
    ("outcomes", "from_week"): ["", "2030-W01", "x"],
    ("outcomes", "to_week"): ["", "2001-W01", "x"],
}


@pytest.mark.parametrize(("table", "column"), CELLS, ids=str)
def test_a_cell_that_cannot_be_is_refused_by_its_place(table: str, column: str, world: World, tmp_path: Path) -> None:
    folder = world.write(tmp_path)
    path = folder / f"{table}.csv"
    for value in CELLS[table, column]:
        frame = getattr(world, table).astype({column: object}).copy()
        frame.iloc[2, frame.columns.get_loc(column)] = value
        frame.to_csv(path, index=False)
        said = refusal(folder)
        assert said is not None, value
        assert path.name in said
        assert "række" in said


NAMES = [
    "=1+1", "+cmd", "@x", "<script>", "a\nb", "a\tb", "a\x01b", "x" * 65, "", " a", "$x$", "{{7}}", "S12", "B1",
    "B1_change", "orientation", "changes", "round", 'a"b', "a,b", "quarter=1",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_would_do_harm_is_refused(name: str, world: World, tmp_path: Path) -> None:
    """In a spreadsheet, in the report, in a picture, or by being the name of something else."""
    folder = world.write(tmp_path)
    world.register.assign(**{name: range(len(world.register))}).to_csv(folder / "register.csv", index=False)
    assert "register.csv" in (refusal(folder) or "")


def test_a_category_that_would_do_harm_is_refused(world: World, tmp_path: Path) -> None:
    folder = world.write(tmp_path)
    chosen = Settings(covariates=FEW.covariates.__class__(categories=("town",)))
    for word in ("x" * 100, "a\x01b", "a\nb"):
        town = ["by", word] * (len(world.register) // 2)
        world.register.assign(town=town).to_csv(folder / "register.csv", index=False)
        with pytest.raises(CentreError) as error:
            read_tables(folder, chosen, silent)
        assert "town" in sentence(error.value).da


def counts(folder: Path) -> dict[str, int]:
    """The flow's numbers of rows, before anything is suppressed."""
    table = next(tables_of(make_world(read_tables(folder, FEW, silent), FEW, silent)))
    return {each.term: int(each.value.value) for each in table.effects if not each.group}


def accounted(folder: Path) -> dict[str, int]:
    """Everything read is everything kept and everything named."""
    found = counts(folder)
    rows = {name: len(pd.read_csv(folder / f"{name}.csv", dtype=str)) for name in TABLES}
    assert rows["meetings"] == (
        found["meetings"] + found["meeting_of_unknown_citizen"] + found["meeting_of_impossible_week"]
    )
    left_out = ("answer_to_unknown_meeting", "answer_after_reveal", "answer_about_wages")
    assert rows["answers"] == found["answers_used"] + sum(found[name] for name in left_out)
    assert found["meetings"] == found["paired"] + found["not_paired"]
    assert 0 <= found["citizen_without_meeting"] < rows["citizens"]
    assert found["spell_of_unknown_citizen"] + found["spell_of_no_kind"] <= rows["outcomes"]
    steps = ["paired", "linked", "ten_citizens", "more_than_one", "first_dropped", "outcome_known", "regression"]
    assert sorted((found[step] for step in steps), reverse=True) == [found[step] for step in steps]
    return found


def test_strangers_in_every_table_have_a_row_in_the_flow(world: World, tmp_path: Path) -> None:
    """Broken once by spells and covariates of citizens that nobody knows, which were dropped without a word."""
    folder = world.write(tmp_path)
    plain = accounted(folder)

    def spoil(table: str, column: str, values: list[str]) -> None:
        frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
        frame.loc[: len(values) - 1, column] = values
        frame.to_csv(folder / f"{table}.csv", index=False)

    spoil("outcomes", "citizen_id", ["nobody"] * 7)
    spoil("register", "citizen_id", ["no one", "somebody else"])
    spoil("answers", "meeting_id", ["never"] * 11)
    spoil("meetings", "iso_week", ["1950-W01", "2014-W03", "9998-W01"])
    found = accounted(folder)
    assert found["spell_of_unknown_citizen"] == 7
    assert found["register_of_unknown"] == 2
    assert found["answer_to_unknown_meeting"] >= 11
    assert found["meeting_of_impossible_week"] == 2
    assert plain["spell_of_unknown_citizen"] == plain["register_of_unknown"] == plain["citizen_without_meeting"] == 0


def test_answers_after_the_reveal_and_about_wages_have_a_row(world: World, tmp_path: Path) -> None:
    folder = world.write(tmp_path)
    later = world.answers.iloc[:6].assign(after_reveal=1)
    wages = world.answers[world.answers["item"] == "B1"].iloc[:9].assign(item="B11", value=2_000_000)
    pd.concat([world.answers, later, wages]).to_csv(folder / "answers.csv", index=False)
    found = accounted(folder)
    assert (found["answer_after_reveal"], found["answer_about_wages"]) == (6, 9)


def test_a_meeting_still_to_come_is_censored_and_overlapping_spells_are_one(world: World, tmp_path: Path) -> None:
    folder = world.write(tmp_path)
    before = accounted(folder)
    world.meetings.assign(iso_week="2090-W01").to_csv(folder / "meetings.csv", index=False)
    assert accounted(folder)["censored_job52"] == len(world.meetings)
    world.write(tmp_path)
    jobs = world.outcomes[world.outcomes.kind != "observed"]
    pd.concat([world.outcomes, jobs, jobs.assign(to_week=jobs.from_week)]).to_csv(folder / "outcomes.csv", index=False)
    assert accounted(folder) == before


def test_a_register_row_of_another_citizen_is_refused(world: World, tmp_path: Path) -> None:
    folder = world.write(tmp_path)
    by_meeting = world.meetings[["citizen_id", "meeting_id"]].assign(age=range(len(world.meetings)))
    by_meeting.to_csv(folder / "register.csv", index=False)
    assert refusal(folder) is None
    by_meeting.loc[4, "citizen_id"] = by_meeting.citizen_id.iloc[-1]
    by_meeting.to_csv(folder / "register.csv", index=False)
    assert "anden borger" in (refusal(folder) or "")


def test_a_caseworker_in_two_jobcentres_is_one_person(world: World, tmp_path: Path) -> None:
    folder = world.write(tmp_path)
    together = world.meetings.caseworker_id.replace({"k0001": "k0000"})
    world.meetings.assign(caseworker_id=together).to_csv(folder / "meetings.csv", index=False)
    read = read_tables(folder, FEW, silent)
    assert len(set(read.meetings.caseworker.tolist())) == together.nunique()
    accounted(folder)


def test_two_thousand_covariates_are_too_many_for_so_few_and_are_said_to_be(world: World, tmp_path: Path) -> None:
    """Broken once by a heading that was read anew for each of them."""
    folder = world.write(tmp_path / "tables")
    chance = random.Random(2)
    more = {f"v{n}": [chance.randrange(9) for _ in world.register.index] for n in range(2000)}
    pd.concat([world.register, pd.DataFrame(more)], axis=1).to_csv(folder / "register.csv", index=False)
    assert main(["analyse", "--tables", str(folder), "--out", str(tmp_path / "out")]) == DONE
    notes = (tmp_path / "out" / "run.json").read_text(encoding="utf-8")
    assert "too_few" in notes


@pytest.mark.parametrize(
    "config",
    [
        b"\xff\xfe\x00",
        b"\0",
        b"x = " + b"[" * 5000,
        b"[covariates]\nregister = ['age', 'age']\n",
        b"[covariates]\nregister = ['citizen_id']\n",
        b"[covariates]\nregister = 'age'\n",
        b"[covariates]\ncategories = ['shoes']\n",
        b"[covariates]\nitems = ['B1', 'B1']\n",
        b"[covariates]\nmissing = 'mean'\n",
        b"[draws]\nseed = -1\n",
        b"[draws]\nseed = 1e3\n",
        b"[draws]\nsplits = 1\n",
        b"[draws]\nbootstraps = 19\n",
        b"[draws]\n[draws]\n",
        b"[thresholds]\ncell = -5\n",
        b"[outcomes]\ncaseworker_effects = 'work'\n",
        b"[design]\nas_good_as_random = 'yes'\n",
        b"[[dream]]\ncode = 1\nkind = 'job'\n",
        b"[[dream]]\ncode = '1'\nkind = 'work'\n",
        b"[[dream]]\ncode = '1'\nkind = 'job'\nvalid_from = 'now'\n",
        b"[[dream]]\ncode = '1'\nkind = 'job'\nvalid_from = '2020-W01'\nvalid_to = '2010-W01'\n",
        b"dream = 3\n",
    ],
)
def test_a_configuration_that_cannot_be_is_refused(
    config: bytes, world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = world.write(tmp_path / "tables")
    (tmp_path / "c.toml").write_bytes(config)
    given = ["analyse", "--tables", str(folder), "--out", str(tmp_path / "out"), "--config", str(tmp_path / "c.toml")]
    assert main(given) == FAILED
    assert len(capsys.readouterr().err) > 20
    assert not (tmp_path / "out").exists()


_ODD = (
    "",
    "0",
    "1",
    "5",
    "-99",
    "-98",
    "9",
    "x",
    "2014-W10",
    "2090-W01",
    "none",
    "observed",
    "job",
    "k0001",
    "by-0",
    "B11",
)


@pytest.mark.soak(
    "tables changed by chance: no crash, and every row kept, named or refused", small=10, full=200, minutes=4
)
def test_tables_that_chance_has_changed_are_refused_or_accounted_for(
    rounds: Rounds, world: World, tmp_path: Path
) -> None:
    """Broken once by leaving the spells of unknown citizens uncounted."""
    refused = done = 0
    for number in rounds:
        chance = random.Random(number)
        folder = world.write(tmp_path)
        for _ in range(chance.randrange(1, 4)):
            _spoil(folder / f"{chance.choice(TABLES)}.csv", chance)
        if refusal(folder) is not None:
            refused += 1
            continue
        accounted(folder)
        made = list(tables_of(make_world(read_tables(folder, FEW, silent), FEW, silent)))
        assert not [table.name for table in made if table.broken()]
        shown = suppress(made, 5)
        write_csv(shown, tmp_path / "out")
        write_workbook(shown, tmp_path / "out" / "all.xlsx", "0123456789ab", "da")
        done += 1
    rounds.found(refused=refused, accounted_for=done)


def _spoil(path: Path, chance: random.Random) -> None:
    if not path.read_text(encoding="utf-8").strip():
        return  # its last column is gone already
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    if frame.empty:
        return
    some = chance.sample(range(len(frame)), max(1, int(len(frame) * chance.choice([0.0, 0.02, 0.5]))))
    column = chance.choice(list(frame.columns))
    match chance.randrange(7):
        case 0:
            frame = frame.drop(index=some)
        case 1:
            frame = pd.concat([frame, frame.iloc[some[:2]]])
        case 2:
            frame.loc[some, column] = chance.choice(_ODD)
        case 3:
            other = chance.sample(range(len(frame)), len(frame))
            frame[column] = frame[column].to_numpy()[other]
        case 4:
            frame[column] = frame[column].iloc[0]
        case 5:
            frame = frame.drop(columns=column)
        case 6:
            frame = frame.sample(frac=1, random_state=chance.randrange(99))
    frame.to_csv(path, index=False)
