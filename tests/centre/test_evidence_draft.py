# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A draft of adjusted figures: what is in it, what somebody may and may not do to it, and how it is published."""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bip_desktop.centre.analysis.combinations import combinations
from bip_desktop.centre.analysis.suppression import suppress
from bip_desktop.centre.analysis.table_output import HEADER, write_csv
from bip_desktop.centre.changes import Change
from bip_desktop.centre.command_line import FAILED, main
from bip_desktop.centre.evidence_draft import draft_of, read_draft
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.home import make_home
from bip_desktop.centre.publishing import Drafted, Release, publish
from bip_desktop.centre.store import Store
from bip_desktop.domain.evidence import Group, Measure, Result, measured
from bip_desktop.domain.questionnaire import Text
from bip_desktop.exchange.evidence_file import read_evidence
from bip_desktop.exchange.signing import public_key
from tests.centre.analysis.array_worlds import FEW, truth

KEY = bytes(range(32))
NOTE = Text({"da": "Prøve", "en": "Trial"})


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `analyse` writes of the combinations, with its record."""
    folder = tmp_path_factory.mktemp("analysis")
    panel = truth(5, citizens=2500).panel
    write_csv(suppress([combinations(panel, panel, FEW)], 5), folder / "tables")
    record = {"data": {"sha256": "d" * 64}, "versions": {"bip": "1.0"}, "seeds": {"seed": 7}}
    (folder / "run.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def approved(analysis: Path) -> dict[str, Any]:
    return draft_of(analysis) | {"approved": True, "approved_by": "En opdigtet forsker"}


def written(folder: Path, draft: object) -> Path:
    path = folder / "draft.json"
    path.write_text(json.dumps(draft), encoding="utf-8")
    return path


def refused(folder: Path, draft: object, analysis: Path) -> str:
    with pytest.raises(CentreError) as error:
        read_draft(written(folder, draft), analysis)
    assert error.value.problem is Problem.EVIDENCE_DRAFT
    return str(error.value.facts["place"])


def table_rows(analysis: Path) -> list[dict[str, str]]:
    with (analysis / "tables" / "combinations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def with_table(analysis: Path, folder: Path, mend: Callable[[dict[str, str]], None]) -> Path:
    """The analysis with each row of the table mended."""
    rows = table_rows(analysis)
    for row in rows:
        mend(row)
    (folder / "tables").mkdir()
    with (folder / "tables" / "combinations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    (folder / "run.json").write_bytes((analysis / "run.json").read_bytes())
    return folder


def test_a_draft_has_the_adjusted_figures_of_every_theme_and_says_that_it_is_one(analysis: Path) -> None:
    draft = draft_of(analysis)
    assert draft["status"] == "draft"
    assert draft["approved"] is False
    assert draft["about"]["da"].startswith("UDKAST")
    assert draft["from"]["data_sha256"] == "d" * 64
    assert len(draft["entries"]) == 9 * 4
    rows = {
        (row["term"], row["group"]): row
        for row in table_rows(analysis)
        if (row["outcome"], row["estimator"]) == ("progression", "aipw")
    }
    for each in draft["entries"]:
        row = rows[each["item"], each["group"]]
        assert Decimal(each["estimate"]) == pytest.approx(Decimal(row["estimate"]), abs=Decimal("0.005"))
        assert each["citizens"] == int(row["citizens"])
        assert Decimal(each["low"]) <= Decimal(each["estimate"]) <= Decimal(each["high"])
        assert each["wording"]["da"].startswith("Udkast:")
        clear = Decimal(each["low"]) > 0 or Decimal(each["high"]) < 0
        assert each["grade"] == ("B" if clear else None)
        assert ("tilfældigt" in each["wording"]["da"]) is not clear
    assert "kausal" not in json.dumps(draft).lower()


def test_a_theme_with_a_hidden_figure_is_not_in_it(analysis: Path, tmp_path: Path) -> None:
    def hide(row: dict[str, str]) -> None:
        if (row["term"], row["group"], row["estimator"]) == ("B4", "single", "aipw"):
            row |= {"estimate": "", "low": "", "high": "", "citizens": "", "answers": "", "suppressed": "1"}

    draft = draft_of(with_table(analysis, tmp_path, hide))
    assert draft["left_out"] == [{"item": "B4", "why": "few"}]
    assert {each["item"] for each in draft["entries"]} == {f"B{n}" for n in range(1, 10) if n != 4}


def test_without_overlap_nothing_is_in_it(analysis: Path, tmp_path: Path) -> None:
    def apart(row: dict[str, str]) -> None:
        if (row["term"], row["group"]) == ("hardly_possible", "combined_with_job"):
            row["estimate"] = "0.2"

    draft = draft_of(with_table(analysis, tmp_path, apart))
    assert draft["entries"] == []
    assert {each["why"] for each in draft["left_out"]} == {"overlap"}


def test_without_adjusted_figures_nothing_is_in_it(analysis: Path, tmp_path: Path) -> None:
    def raw_only(row: dict[str, str]) -> None:
        if row["estimator"] in {"aipw", "overlap"}:
            row["outcome"] = "gone"

    draft = draft_of(with_table(analysis, tmp_path, raw_only))
    assert draft["entries"] == []
    assert {each["why"] for each in draft["left_out"]} == {"few"}


def test_only_an_approved_draft_with_its_own_figures_is_read(analysis: Path, tmp_path: Path) -> None:
    good = approved(analysis)
    assert len(read_draft(written(tmp_path, good), analysis).results) == 36
    assert refused(tmp_path, draft_of(analysis), analysis) == "approved"
    assert refused(tmp_path, good | {"approved_by": " "}, analysis) == "approved_by"
    assert refused(tmp_path, good | {"entries": []}, analysis) == "entries"
    for name, value in (("estimate", "9.99"), ("citizens", 4), ("high", "3.00"), ("adjusted", False)):
        entries = [dict(each) for each in good["entries"]]
        entries[2][name] = value
        assert refused(tmp_path, good | {"entries": entries}, analysis) == f"entries[2].{name}"
    twice = [*good["entries"], good["entries"][0]]
    assert refused(tmp_path, good | {"entries": twice}, analysis) == "entries[36]"
    causal = {"da": "Den KAUSALE effekt", "en": "x"}
    assert refused(tmp_path, good | {"note": causal}, analysis) == "note: kausal"
    other = good | {"from": good["from"] | {"data_sha256": "e" * 64}}
    assert refused(tmp_path, other, analysis) == "from"
    with pytest.raises(CentreError, match="JSON"):
        (tmp_path / "draft.json").write_text("not JSON", encoding="utf-8")
        read_draft(tmp_path / "draft.json", analysis)


def test_a_theme_goes_whole_or_not_at_all(analysis: Path, tmp_path: Path) -> None:
    """Else an adjusted figure would stand beside a raw one."""
    good = approved(analysis)
    without = [each for each in good["entries"] if each["item"] != "B2"]
    assert {each.item for each in read_draft(written(tmp_path, good | {"entries": without}), analysis).results} == {
        f"B{n}" for n in range(1, 10) if n != 2
    }
    assert refused(tmp_path, good | {"entries": good["entries"][1:]}, analysis).startswith("B1: ")


# -- publishing --------------------------------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    made.create()
    return made


def changes(numbers: Iterable[int], steps: int = 1) -> list[Change]:
    """Of these citizens, one after the other none, single, combined and combined with job."""
    kinds = list(Group)
    return [Change(f"citizen {n}", f"meeting {n}", "by-01", "2026-W10", kinds[n % 4], "B1", steps) for n in numbers]


def adjusted(estimate: str) -> Drafted:
    value = Decimal(estimate)
    results = [Result(Measure.MEAN_CHANGE, each, "B1", 6, 6, value, value, value, adjusted=True) for each in Group]
    return Drafted(tuple(results), NOTE)


def released(store: Store, found: Sequence[Change], drafted: Drafted | None = None) -> Release | None:
    with store.writing() as connection:
        try:
            return publish(connection, found, KEY, "Center for Opdigtet Forskning", date(2026, 11, 21), drafted)
        except CentreError as error:
            if error.problem is not Problem.EVIDENCE_SAME:
                raise
            return None


def told(release: Release | None) -> set[Decimal]:
    assert release is not None
    again = read_evidence(release.content, "evidence", public_key(KEY))
    assert set(again.results) == set(release.evidence.results)
    return {each.estimate for each in release.evidence.results if each.adjusted}


def test_approved_figures_stand_beside_the_raw_ones_and_are_what_is_shown(store: Store) -> None:
    release = released(store, changes(range(40)), adjusted("0.25"))
    assert told(release) == {Decimal("0.25")}
    assert release is not None
    assert release.evidence.note == NOTE
    assert {each.adjusted for each in release.evidence.results} == {True, False}
    assert release.evidence.suppressed == 9 * 4 - 4
    shown = measured(release.evidence, "B1")
    assert shown is not None
    assert all(each.adjusted for each in shown.groups.values())


def test_they_are_told_anew_only_where_enough_have_come_or_gone_since_every_time(store: Store) -> None:
    assert told(released(store, changes(range(40)), adjusted("0.25"))) == {Decimal("0.25")}
    assert released(store, changes(range(40)), adjusted("0.30")) is None  # nobody came: the same people again
    assert released(store, changes(range(43)), adjusted("0.30")) is None
    later = released(store, changes(range(60)), adjusted("0.35"))
    assert told(later) == {Decimal("0.35")}
    # Back to the first forty and two: enough beside the last time, too few beside the first.
    back = released(store, changes(range(42)), adjusted("0.40"))
    assert back is None or told(back) == {Decimal("0.35")}


def test_figures_of_other_data_are_refused(store: Store) -> None:
    with pytest.raises(CentreError) as error:
        released(store, changes(range(20)), adjusted("0.25"))  # five of each, and the figures are of six
    assert error.value.problem is Problem.EVIDENCE_DRAFT
    assert released(store, changes(range(20))) is not None


def test_they_stay_with_their_words_in_a_release_without_a_draft(store: Store) -> None:
    released(store, changes(range(40)), adjusted("0.25"))
    later = released(store, changes(range(80)))
    assert told(later) == {Decimal("0.25")}
    assert later is not None
    assert later.evidence.note == NOTE


def test_without_a_draft_no_figure_is_adjusted(store: Store) -> None:
    assert told(released(store, changes(range(40)))) == set()


def test_the_command_makes_a_draft_and_refuses_one_that_nobody_approved(
    analysis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_home(tmp_path / "home", "Et opdigtet center", "", "")
    out = tmp_path / "udkast.json"
    assert (
        main(["--home", str(tmp_path / "home"), "evidence", "draft", "--from", str(analysis), "--out", str(out)]) == 0
    )
    assert "Intet er offentliggjort" in capsys.readouterr().out
    assert len(json.loads(out.read_text(encoding="utf-8"))["entries"]) == 36
    given = ["--home", str(tmp_path / "home"), "evidence", "publish", "--draft", str(out), "--from", str(analysis)]
    assert main(given) == FAILED
    assert "approved" in capsys.readouterr().err
    assert main(given[:-2]) == FAILED
    assert "--from" in capsys.readouterr().err
