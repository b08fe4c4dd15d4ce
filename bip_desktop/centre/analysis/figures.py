# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report's figures, by table. A suppressed row is not drawn; a figure without rows is not there."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bip_desktop.centre.analysis import figures_belief, figures_caseworkers, figures_citizens
from bip_desktop.centre.analysis.drawing import Picture, styled
from bip_desktop.centre.analysis.effects import EffectTable
from bip_desktop.centre.analysis.figure_rows import Rows
from bip_desktop.centre.analysis.report_words import OUTCOMES
from bip_desktop.centre.analysis.wording import Language

_FIGURES: dict[str, tuple[Callable[[Rows, Language], Picture | None], ...]] = {
    "s12_distribution": (figures_belief.distribution,),
    "reliability": (figures_citizens.reliable_change,),
    "belief": (figures_belief.belief,),
    "calibration": (figures_belief.reliability_diagram,),
    "belief_drivers": (figures_belief.drivers,),
    "job_orientation": (figures_belief.binned,),
    "job_orientation_thirds": (figures_belief.thirds,),
    "belief_effect": (figures_belief.effects, figures_belief.sensitivity, figures_belief.balance),
    "caseworker_change": (figures_citizens.changes,),
    "change_event_study": (figures_citizens.event_study,),
    "caseworker_effects": (figures_caseworkers.explained,),
    "quartiles": (figures_caseworkers.gaps, figures_caseworkers.raw_quarters),
    "policy_experiment": (figures_caseworkers.gains,),
    "activities_by_quartile": (figures_caseworkers.activities,),
    "combinations_by_quartile": (figures_caseworkers.combined,),
    "assessments_by_quartile": (figures_caseworkers.assessments,),
    "explained": (figures_citizens.explained,),
    "predictors": (figures_citizens.predictors,),
    "channels": (figures_citizens.channels,),
    "combinations": (figures_citizens.progression, figures_citizens.overlap),
}


_OF_ONE_OUTCOME = {"caseworker_effects", "quartiles", "policy_experiment"}
"""Tables whose outcome the configuration chooses: their figures say which."""


def figures_of(table: EffectTable, words: Language) -> Iterator[Picture]:
    """The figures of one table."""
    rows = [each for each in table.effects if not each.suppressed and each.value.value == each.value.value]
    outcomes = {each.outcome for each in rows}
    named = outcomes <= set(OUTCOMES) and len(outcomes) == 1 and table.name in _OF_ONE_OUTCOME
    outcome = words.say("Udfald: {}.", "Outcome: {}.").format(words.of(OUTCOMES[outcomes.pop()])) if named else ""
    for draw in _FIGURES.get(table.name, ()):
        with styled(f"{table.name} {draw.__name__}"):
            made = draw(rows, words)
        if made is not None:
            yield replace(made, legend=f"{made.legend} {outcome}".strip())
