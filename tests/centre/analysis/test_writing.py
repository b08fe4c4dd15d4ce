# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Typed numbers, identities and small cells: what is written, and what must not be."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from bip_desktop.centre.analysis import run as running
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator, Identity, Sample, count
from bip_desktop.centre.analysis.making_tables import tables_of
from bip_desktop.centre.analysis.quantities import Points, Quantity, Ratio, Share
from bip_desktop.centre.analysis.settings import Draws, Settings
from bip_desktop.centre.analysis.suppression import suppress
from bip_desktop.centre.analysis.table_output import write_csv
from bip_desktop.centre.analysis.wording import Language
from tests.centre.analysis.worlds import Options, invent

MANY = Sample(100, 50, 20)
FEW = Sample(9, 4, 4)


def cell(group: str, sample: Sample = MANY, partition: str = "", share: float = 0.1) -> Effect:
    return Effect("job52", "S12", group, Share(share), sample, Estimator.MEAN, partition=partition)


def test_shares_make_points_and_nothing_else() -> None:
    assert (Share(0.06) - Share(0.047)).value == pytest.approx(1.3)
    assert type(Share(0.06) - Share(0.047)) is Points
    assert (Share(0.1476) + Points(13.69)).value == pytest.approx(0.2845)
    assert Points(-1.3).of(Share(0.06)).value == pytest.approx(-0.21667, abs=1e-5)
    with pytest.raises(TypeError):
        Share(0.1) - 0.1  # type: ignore[operator]
    with pytest.raises(TypeError):
        Share(0.1) + Share(0.1)  # type: ignore[operator]


def test_points_are_read_as_procentpoint_and_shares_as_per_cent() -> None:
    danish, english = Language("da"), Language("en")
    assert danish.quantity(Points(-1.34)) == "−1,3 procentpoint"
    assert english.quantity(Points(1.34)) == "1.3 percentage points"
    assert danish.quantity(Share(0.0641)) == "6,4\u00a0%"
    assert english.quantity(Share(0.0641)) == "6.4%"
    assert danish.printed("0.026; 0.027", Share(0)) == "2,6\u00a0% og 2,7\u00a0%"
    assert danish.printed("0.2845", Share(0)) == "28,45\u00a0%"  # as printed, not rounded anew
    assert danish.quantity(Points(-0.04)) == "0,0 procentpoint"  # no minus before a nought
    assert english.quantity(Ratio(0.0001)) == "<\u00a00.001"


def experiment(gain: float) -> EffectTable:
    rows: list[tuple[str, Quantity]] = [
        ("actual", Share(0.1476)),
        ("counterfactual", Share(0.2845)),
        ("gain", Points(gain)),
    ]
    effects = tuple(Effect("ext52", term, "", value, MANY, Estimator.NAIVE) for term, value in rows)
    return EffectTable("policy_experiment", effects, (Identity("gain", "counterfactual", "actual"),))


def test_the_printed_gain_does_not_add_up_and_the_computed_one_does() -> None:
    """D1: the source prints 14.69 beside figures that make 13.69."""
    assert experiment(13.69).broken() == ()
    assert experiment(14.69).broken() == ("ext52 naive: gain ≠ counterfactual − actual",)
    missing = experiment(13.69)
    assert replace(missing, effects=missing.effects[1:]).broken()


def test_a_table_whose_identity_fails_is_not_written_and_the_report_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(world):  # type: ignore[no-untyped-def]
        for table in tables_of(world):
            yield experiment(14.69) if table.name == "policy_experiment" else table

    monkeypatch.setattr(running, "tables_of", broken)
    tables = invent(Options(sites=2, caseworkers=12, citizens=200)).write(tmp_path / "tables")
    settings = Settings(draws=Draws(splits=2, permutations=2, bootstraps=20))
    ran = running.analyse(tables, tmp_path / "out", settings, "da", lambda _: None)
    assert list(ran.left_out) == ["policy_experiment"]
    assert not (tmp_path / "out" / "tables" / "policy_experiment.csv").exists()
    html = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "regnestykket går ikke op" in html
    assert 'id="policy_experiment"' not in html


def test_small_cells_are_emptied_and_none_can_be_found_by_subtraction() -> None:
    table = EffectTable(
        "belief",
        (
            cell("1", FEW, "S12"),
            cell("2", Sample(50, 30, 9), "S12"),
            cell("3", Sample(40, 20, 9), "S12"),
            cell("4", MANY, "S12"),
        ),
    )
    [shown] = suppress([table], 5)
    assert [each.suppressed for each in shown.effects] == [True, False, True, False]
    gone = shown.effects[0]
    assert gone.value.value != gone.value.value
    assert gone.sample == Sample(0, 0, 0)


def test_the_same_people_are_hidden_in_every_table() -> None:
    """A cell that goes with a small one in one table must not stand in the next."""
    first = EffectTable("belief", (cell("1", FEW, "S12"), cell("2", MANY, "S12"), cell("3", MANY, "S12")))
    second = EffectTable("calibration", (cell("2", MANY, "S12"), cell("3", MANY, "S12")))
    one, other = suppress([first, second], 5)
    assert [each.suppressed for each in one.effects][1:] == [each.suppressed for each in other.effects]
    assert sum(each.suppressed for each in other.effects) == 1


def test_few_caseworkers_hide_as_few_citizens_do_and_nobody_is_no_small_cell() -> None:
    few_caseworkers = cell("1", Sample(400, 300, 4))
    table = EffectTable("flow", (few_caseworkers, count("not_linked", Sample(0, 0, 0)), count("paired", FEW)))
    [shown] = suppress([table], 5)
    assert [each.suppressed for each in shown.effects] == [True, False, True]


def test_a_suppressed_row_is_written_without_any_number(tmp_path: Path) -> None:
    [shown] = suppress([EffectTable("belief", (cell("1", FEW),))], 5)
    write_csv([shown], tmp_path)
    [row] = csv.DictReader((tmp_path / "belief.csv").read_text(encoding="utf-8").splitlines())
    assert row["suppressed"] == "1"
    assert {row[name] for name in ("estimate", "se", "low", "high", "answers", "citizens", "caseworkers")} == {""}


def test_numbers_are_not_rounded(tmp_path: Path) -> None:
    share = 1 / 3
    write_csv([EffectTable("belief", (cell("1", share=share),))], tmp_path)
    [row] = csv.DictReader((tmp_path / "belief.csv").read_text(encoding="utf-8").splitlines())
    assert float(row["estimate"]) == share


def test_where_sources_disagree_is_written_beside_figures_that_none_prints_too(tmp_path: Path) -> None:
    rows = (
        replace(cell("1"), printed="0.26", printed_source="001", disagreement="D10"),
        replace(cell("2"), printed_source="000", disagreement="D12"),
        replace(cell("3"), printed="0.4", printed_source="000"),
        cell("4"),
    )
    write_csv([EffectTable("belief", rows)], tmp_path)
    with (tmp_path / "belief.csv").open(encoding="utf-8", newline="") as file:
        assert [row["printed_source"] for row in csv.DictReader(file)] == ["001 (D10)", "(D12)", "000", ""]


def test_an_interruption_leaves_what_was_there(tmp_path: Path) -> None:
    tables = invent(Options(sites=2, caseworkers=12, citizens=200)).write(tmp_path / "tables")
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.html").write_text("the one before", encoding="utf-8")

    def interrupted(text: str) -> None:
        if "regner" in text:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        running.analyse(tables, out, Settings(), "da", interrupted)
    assert (out / "report.html").read_text(encoding="utf-8") == "the one before"
    assert [each.name for each in out.iterdir()] == ["report.html"]


def test_causal_is_said_only_where_the_analyst_has_declared_it(tmp_path: Path) -> None:
    from bip_desktop.centre.analysis.settings import Design

    tables = invent(Options(sites=2, caseworkers=14, citizens=400)).write(tmp_path / "tables")
    draws = Draws(splits=2, permutations=2, bootstraps=20)
    for language, word in (("da", "kausal"), ("en", "causal")):
        for declared in (False, True):
            settings = Settings(draws=draws, design=Design(as_good_as_random=declared))
            running.analyse(tables, tmp_path / "out", settings, language, lambda _: None)
            html = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
            assert (word in html.lower()) is declared
