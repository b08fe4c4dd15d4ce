# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A world near the sources' margins: what they print comes out with its sign, and what noise alone gives is said."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from bip_desktop.centre.command_line import DONE, main

pytestmark = pytest.mark.timeout(400)  # a whole world is made first
FEW = "[draws]\nsplits = 8\npermutations = 12\nbootstraps = 40\n"
FILLED = FEW + "[covariates]\nmissing = 'indicator'\n"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("simulated") / "world"
    assert main(["simulate", "--out", str(folder), "--tables-only"]) == DONE
    return folder


@pytest.fixture(scope="module", params=[FEW, FILLED], ids=["complete", "indicator"])
def out(world: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """By default an answer that lacks a covariate is left out; and once where all stay."""
    folder = tmp_path_factory.mktemp("analysed")
    (folder / "few.toml").write_text(request.param, encoding="utf-8")
    tables, config = str(world / "tables"), str(folder / "few.toml")
    assert main(["analyse", "--tables", tables, "--out", str(folder / "out"), "--config", config]) == DONE
    return folder / "out"


def table(out: Path, name: str) -> Any:
    """As the command wrote it; what is suppressed is nan."""
    return pd.read_csv(
        out / "tables" / f"{name}.csv", keep_default_na=False, na_values={"estimate": [""], "high": [""]}
    )


def test_the_printed_directions_come_out(out: Path) -> None:
    belief = table(out, "belief")
    by_answer = belief[(belief.outcome == "job52") & (belief.group > 0)].sort_values("group").estimate
    assert by_answer.is_monotonic_increasing
    assert by_answer.iloc[-1] > 0.2
    raw = table(out, "quartiles")
    assert raw[raw.term == "raw"].sort_values("group").estimate.is_monotonic_increasing
    moved = table(out, "combinations")
    moved = moved[(moved.term == "progression") & (moved.estimator == "aipw")].set_index("group").estimate
    assert moved["none"] < 0 < moved["combined_without_job"] < moved["combined_with_job"]
    change = table(out, "caseworker_change").query("term == 'changes' and group == '' and outcome == 'job52'")
    assert change.estimate.item() < 0
    shares = table(out, "combinations").query("term == 'share'").set_index("group").estimate
    assert shares["single"] == pytest.approx(0.5, abs=0.03)
    assert shares["combined"] == pytest.approx(0.26, abs=0.03)
    changed = table(out, "change_share").query("term == 'changed'")
    assert changed.estimate.item() == pytest.approx(0.4, abs=0.04)


def test_what_caseworkers_say_and_what_follows_is_near_what_is_printed(out: Path) -> None:
    """Figures 2 and 4, the two papers' R² and AUC, and which way the quarters' profiles lean."""
    said = table(out, "s12_distribution").set_index(["term", "group"]).estimate
    assert 0.4 < said["no_or_doubt", ""] < 0.5
    assert said["good_or_yes", ""] == pytest.approx(0.25, abs=0.04)
    assert said["S12", "5"] == pytest.approx(0.06, abs=0.015)
    assert said["dont_know", ""] == pytest.approx(0.02, abs=0.01)
    thirds = table(out, "job_orientation_thirds").query("outcome == 'job52'").set_index("term").estimate
    assert thirds["difference"] > 0
    assert 1 < thirds["top_to_bottom"] < 1.6
    forecast = table(out, "calibration").query("outcome == 'job52'").set_index("term").estimate
    assert forecast["auc"] == pytest.approx(0.75, abs=0.04)
    assert forecast["brier"] < forecast["brier_base"]
    assert forecast["brier_base"] - forecast["brier_resolution"] + forecast["brier_reliability"] == pytest.approx(
        forecast["brier"], abs=3e-4
    )
    steps = table(out, "explained").query("term == 'r_squared'")
    for _, rows in steps.groupby("outcome"):
        assert rows.set_index("group").estimate.loc[["register", "items", "caseworkers"]].is_monotonic_increasing
    effects = table(out, "caseworker_effects").set_index(["term", "estimator"]).estimate
    assert effects["r_squared_without", "ols"] == pytest.approx(0.16, abs=0.05)
    assert effects["r_squared_with", "fixed_effects"] == pytest.approx(0.21, abs=0.06)
    assert effects["sd_effects", "split_sample"] < effects["sd_effects", "naive"]
    profile = table(out, "activities_by_quartile").set_index(["term", "group"]).estimate
    assert profile["job", 4] > profile["job", 1]
    assert profile["upskilling", 4] > profile["upskilling", 1]
    assessed = table(out, "assessments_by_quartile").query("outcome == 'assessment'").set_index(["term", "group"])
    assert assessed.estimate["S7", 1] == max(assessed.estimate["S7", group] for group in (1, 2, 3, 4))
    assert assessed.estimate["S12", 1] == min(assessed.estimate["S12", group] for group in (1, 2, 3, 4))


def test_the_report_says_where_noise_alone_gives_the_printed_figure(out: Path) -> None:
    gaps = table(out, "quartiles").query("term == 'gap'").set_index("estimator")
    assert gaps.loc["permuted", "high"] >= 26
    assert gaps.loc["split_sample", "estimate"] < 0.6 * gaps.loc["naive", "estimate"]
    html = (out / "report.html").read_text(encoding="utf-8")
    assert "mindst lige så stor" in html
    assert html.count("<svg") > 15
