# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One run from tables to report, its numbers held against plain pandas loops and pyfixest."""

import json
import re
import warnings
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from bip_desktop.centre.command_line import DONE, main
from tests.centre.analysis.worlds import Options, World, invent

FEW = """
[draws]
splits = 6
permutations = 8
bootstraps = 40
"""
NAMES = {
    "flow", "s12_distribution", "belief", "calibration", "change_share", "caseworker_change", "change_event_study",
    "job_orientation", "job_orientation_thirds", "belief_effect", "belief_drivers", "caseworker_effects", "quartiles",
    "policy_experiment", "activities_by_quartile", "combinations_by_quartile", "assessments_by_quartile", "explained",
    "predictors", "channels", "combinations", "reliability",
}  # fmt: skip
COLUMNS = (
    "outcome", "term", "group", "estimate", "unit", "se", "se_kind", "low", "high", "answers", "citizens",
    "caseworkers", "suppressed", "estimator", "printed", "printed_source",
)  # fmt: skip


def analysed(folder: Path, world: World, config: str = FEW, *more: str) -> dict[str, pd.DataFrame]:
    """Runs the command and gives the tables it wrote."""
    (folder / "settings.toml").write_text(config, encoding="utf-8")
    tables = world.write(folder / "tables")
    out = folder / "out"
    given = ["analyse", "--tables", str(tables), "--out", str(out), "--config", str(folder / "settings.toml"), *more]
    assert main(given) == DONE
    return {path.stem: pd.read_csv(path, keep_default_na=True) for path in sorted((out / "tables").glob("*.csv"))}


@pytest.fixture(scope="module")
def world() -> World:
    return invent(Options(sites=3, caseworkers=24, citizens=600, difference=0.05))


@pytest.fixture(scope="module")
def tables(world: World, tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    return analysed(tmp_path_factory.mktemp("run"), world)


def week(text: str) -> int:
    return date.fromisocalendar(int(text[:4]), int(text[6:]), 1).toordinal() // 7


def wide(world: World) -> pd.DataFrame:
    """The answers a row a meeting, with outcomes by a plain loop over weeks."""
    scales = world.answers[world.answers.option == 0].pivot(index="meeting_id", columns="item", values="value")
    rows = world.meetings.merge(scales.reset_index(), on="meeting_id").merge(world.register, on="citizen_id")
    happening: dict[tuple[str, str], set[int]] = {}
    for spell in world.outcomes.to_dict("records"):
        weeks = happening.setdefault((spell["citizen_id"], spell["kind"]), set())
        weeks.update(range(week(spell["from_week"]), week(spell["to_week"]) + 1))
    kinds = {"job52": ["job"], "jobedu52": ["job", "education"], "ext52": ["income", "job", "education"]}
    for name, found in kinds.items():
        values = []
        for row in rows.to_dict("records"):
            at = week(row["iso_week"])
            year = set(range(at + 1, at + 53))
            is_one = any(year & happening.get((row["citizen_id"], kind), set()) for kind in found)
            seen = year <= happening[row["citizen_id"], "observed"]
            values.append(1.0 if is_one else 0.0 if seen else np.nan)
        rows[name] = values
    return rows.sort_values(["citizen_id", "measurement_number"]).reset_index(drop=True)


def test_every_table_has_its_fixed_name_and_the_fixed_columns(tables: dict[str, pd.DataFrame]) -> None:
    assert set(tables) == NAMES
    for name, table in tables.items():
        assert tuple(table.columns) == COLUMNS, name
        assert table.unit.isin(["share", "points", "score", "ratio", "count"]).all(), name
        assert table.suppressed.isin([0, 1]).all(), name
        shares = table[(table.unit == "share") & (table.suppressed == 0)]
        assert shares.estimate.between(0, 1).all(), name


def test_outcome_by_belief_is_that_of_a_plain_loop(world: World, tables: dict[str, pd.DataFrame]) -> None:
    rows = wide(world)
    found = tables["belief"].set_index(["outcome", "group"])
    for name in ("job52", "jobedu52", "ext52"):
        known = rows[rows[name].notna()]
        for answer in (1, 2, 3, 4, 5, -99):
            share = known.loc[known["S12"] == answer, name].mean()
            row: Any = found.loc[(name, answer)]
            if not row.suppressed:
                assert row.estimate == pytest.approx(share, abs=1e-15)
                assert row.answers == int(known["S12"].eq(answer).sum())
    assert set(tables["belief"].group) == {1, 2, 3, 4, 5, -99}


def a1_sample(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    items = [f"B{n}" for n in range(1, 10)]
    rows = rows.copy()
    for item in items:
        rows[item] = rows[item].where(rows[item] > 0)
        rows[f"{item}_change"] = rows.groupby("citizen_id")[item].diff()
    enough = rows.groupby("caseworker_id").citizen_id.transform("nunique") >= 10
    later = rows.groupby("citizen_id").cumcount() > 0
    names = ["age", "illness", *items, *(f"{item}_change" for item in items)]
    return rows[enough & later & rows.ext52.notna()].dropna(subset=names), names


def test_caseworker_effects_are_those_of_pyfixest(world: World, tables: dict[str, pd.DataFrame]) -> None:
    import pyfixest

    sample, names = a1_sample(wide(world))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = pyfixest.feols(
            f"ext52 ~ {' + '.join(names)} | caseworker_id", sample, vcov={"CRV1": "caseworker_id"}
        ).tidy()
    ours = tables["caseworker_effects"]
    ours = ours[ours.group.isna() & (ours.se_kind == "cluster_caseworker")].set_index("term")
    assert list(ours.index) == names
    np.testing.assert_allclose(ours.estimate / 100, theirs.loc[names, "Estimate"], rtol=1e-9)
    np.testing.assert_allclose(ours.se / 100, theirs.loc[names, "Std. Error"], rtol=1e-9)
    np.testing.assert_allclose(ours.high / 100, theirs.loc[names, "97.5%"], rtol=1e-9)
    flow = tables["flow"].set_index("term")
    assert flow.loc["regression", "answers"] == len(sample)
    assert flow.loc["regression", "citizens"] == sample.citizen_id.nunique()


def test_quarters_are_cut_as_array_split_cuts_and_gains_add_up(world: World, tables: dict[str, pd.DataFrame]) -> None:
    import statsmodels.formula.api as smf

    sample, names = a1_sample(wide(world))
    fitted = smf.ols(f"ext52 ~ C(caseworker_id) - 1 + {' + '.join(names)}", sample).fit()
    effects = fitted.params[[name for name in fitted.params.index if name.startswith("C(")]]
    ids = effects.index.str.extract(r"\[(.*)\]")[0].to_numpy()
    order = np.argsort(effects.to_numpy(), kind="stable")
    shares = [sample[sample.caseworker_id.isin(ids[part])].ext52.mean() for part in np.array_split(order, 4)]
    found = tables["quartiles"]
    np.testing.assert_allclose(found[found.term == "raw"].sort_values("group").estimate, shares, rtol=1e-12)
    ranked = effects.to_numpy()[order]
    naive = found[(found.term == "gap") & (found.estimator == "naive")].estimate.item()
    parts = np.array_split(ranked, 4)
    assert naive == pytest.approx(100 * (parts[3].mean() - parts[0].mean()), rel=1e-9)
    assert set(found[found.term == "gap"].estimator) == {"naive", "split_sample", "shrunken", "permuted"}
    for _, rows in tables["policy_experiment"].groupby("estimator"):
        by = rows.set_index("term").estimate
        assert by.gain == pytest.approx(100 * (by.counterfactual - by.actual), abs=1e-9)


def test_the_distribution_of_belief_is_a_plain_count(world: World, tables: dict[str, pd.DataFrame]) -> None:
    """Broken once by counting "ved ikke" among the answered."""
    s12 = world.answers.loc[world.answers["item"] == "S12", "value"]
    found = tables["s12_distribution"].set_index(["term", "group"])
    for answer in range(1, 6):
        row: Any = found.loc[("S12", answer)]
        assert row.estimate == pytest.approx((s12 == answer).sum() / (s12 > 0).sum(), abs=1e-15)
        assert row.answers == (s12 > 0).sum()
    dont_know: Any = found.loc["dont_know"].iloc[0]
    assert dont_know.estimate == pytest.approx((s12 == -99).mean(), abs=1e-15)


def test_changed_is_one_row_of_citizens_seen_with_several(world: World, tables: dict[str, pd.DataFrame]) -> None:
    seen = world.meetings.groupby("citizen_id").caseworker_id.agg(["nunique", "size"])
    several = seen[seen["size"] >= 2]
    [row] = [each for each in tables["change_share"].itertuples() if each.term == "changed"]
    assert row.estimate == pytest.approx((several["nunique"] > 1).mean(), abs=1e-15)


def test_the_same_input_gives_the_same_tables(world: World, tmp_path: Path) -> None:
    """Rows in another order give the same tables too."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    analysed(tmp_path / "a", world)
    mixed = World(*(getattr(world, name).sample(frac=1, random_state=3) for name in World.__dataclass_fields__))
    analysed(tmp_path / "b", mixed)
    for path in sorted((tmp_path / "a" / "out" / "tables").glob("*.csv")):
        assert path.read_bytes() == (tmp_path / "b" / "out" / "tables" / path.name).read_bytes(), path.name


def test_the_report_is_one_file_that_names_nobody(world: World, tmp_path: Path) -> None:
    analysed(tmp_path, world)
    html = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "procentpoint" in html
    assert "kausal" not in html.lower()
    assert "src=" not in html
    assert "http" not in html.replace("http://www.w3.org", "").replace("http://purl.org", "").replace(
        "http://creativecommons.org", ""
    )
    for identity in (*world.meetings.caseworker_id.unique(), *world.meetings.citizen_id.unique()[:50]):
        assert not re.search(rf"\b{identity}\b", html)
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert record["counts"]["paired"]["answers"] == len(world.meetings)
