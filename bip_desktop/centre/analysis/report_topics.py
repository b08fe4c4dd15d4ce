# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How a long table is laid out in the report: what stands first, what is folded away, what becomes a grid."""

from dataclasses import dataclass
from enum import Enum

from bip_desktop.centre.analysis.effects import Effect, Estimator
from bip_desktop.domain.submission_labels import Words


class Layout(Enum):
    """How the rows of a topic stand."""

    ROWS = "rows"
    BY_ESTIMATOR = "by estimator"
    """Rows, those of one estimator together, each with its error beside it."""
    BY_TERM = "by term"
    """Rows, those of one term together, named by how they were found."""
    BY_GROUP = "by group"
    """Rows, those of one group together under its name."""
    TERMS_BY_GROUPS = "terms by groups"
    """A grid: a line a term, a column a group."""
    GROUPS_BY_TERMS = "groups by terms"
    OUTCOMES_BY_TERMS = "outcomes by terms"


@dataclass(frozen=True)
class Topic:
    """Rows of a table that are read together."""

    heading: Words | None = None
    """None: the outcome's name alone."""
    terms: frozenset[str] | None = None
    """None: all that no topic before it has taken."""
    estimators: frozenset[Estimator] | None = None
    outcomes: frozenset[str] | None = None
    is_open: bool = True
    """Folded topics stand with their number of rows; of an open one the main outcome is open."""
    all_open: bool = False
    """Whether every outcome is."""
    layout: Layout = Layout.ROWS
    joined: bool = False
    """Whether all outcomes stand in one table."""
    gathers_nothing: bool = False
    """Whether what was counted and is nothing is named in one sentence beneath, instead of a row each."""

    def takes(self, effect: Effect) -> bool:
        """Whether the row belongs here."""
        return (
            (self.terms is None or effect.term in self.terms)
            and (self.estimators is None or effect.estimator in self.estimators)
            and (self.outcomes is None or effect.outcome in self.outcomes)
        )


def _terms(names: str) -> frozenset[str]:
    return frozenset(names.split())


_COVARIATES = Topic(Words("Oplysningerne i modellen", "The model's covariates"), is_open=False)
_QUARTERS = Topic(layout=Layout.TERMS_BY_GROUPS)
_TOPICS: dict[str, tuple[Topic, ...]] = {
    "flow": (
        Topic(
            Words("Trin for trin", "Step by step"),
            _terms(
                "meetings citizen_sheets caseworker_sheets paired linked ten_citizens more_than_one first_dropped "
                "outcome_known regression other_jobcentres no_model_no_outcomes no_model_nobody_twice no_model_too_few "
                "no_model_no_variation no_model_one_caseworker"
            ),
            joined=True,
        ),
        Topic(
            Words("Oplysninger, der mangler eller ikke kan bruges", "Covariates that are missing or of no use"),
            _terms("covariate_missing covariate_constant covariate_collinear"),
            is_open=False,
            joined=True,
        ),
        Topic(Words("Udeladt eller ukendt", "Left out or not known"), joined=True, gathers_nothing=True),
    ),
    "calibration": (
        Topic(
            Words("Forudsagt og faktisk", "Forecast and observed"),
            _terms("forecast observed observed_followed observed_independent"),
        ),
        Topic(Words("Hvor godt det skelner og rammer", "How well it tells apart and hits")),
    ),
    "caseworker_change": (
        Topic(Words("Skiftet", "The change"), _terms("base changes detectable relative incomplete")),
        _COVARIATES,
    ),
    "change_event_study": (Topic(layout=Layout.BY_GROUP),),
    "job_orientation": (
        Topic(Words("Første trin", "First stage"), estimators=frozenset({Estimator.FIRST_STAGE})),
        Topic(
            Words("Første trin i hver halvdel af borgerne", "First stage in each half of the citizens"),
            estimators=frozenset({Estimator.MONOTONE}),
            is_open=False,
        ),
        Topic(Words("Spredning", "Spread"), _terms("orientation_sd orientation_percentile")),
        Topic(
            Words("S12 efter tiendedel af joborientering", "S12 by tenth of orientation"),
            _terms("tenth_orientation tenth_s12"),
            is_open=False,
            layout=Layout.GROUPS_BY_TERMS,
        ),
        _COVARIATES,
    ),
    "belief_effect": (
        Topic(
            Words("Hvis de, der tror, også er dygtigere", "If those who believe are also better at it"),
            estimators=frozenset({Estimator.SENSITIVITY}),
        ),
        Topic(
            Words(
                "Hænger joborientering også sammen med, hvilke aktiviteter borgeren får?",
                "Does orientation go with the activities citizens get too?",
            ),
            estimators=frozenset({Estimator.CHANNEL}),
        ),
        Topic(
            Words("Balance: borgernes første svar", "Balance: citizens' first answers"),
            outcomes=frozenset({"first_answer"}),
            is_open=False,
        ),
        Topic(
            Words("Om trinnene er lige store", "Whether the steps are equal"),
            _terms("S12=2 S12=3 S12=4 S12=5 linearity_p_value"),
            is_open=False,
        ),
        Topic(
            Words("Estimaterne", "The estimates"),
            _terms("S12 orientation detectable relative f partial_r_squared base"),
            frozenset(
                {
                    Estimator.REDUCED_FORM,
                    Estimator.FIRST_STAGE,
                    Estimator.TWO_STAGE,
                    Estimator.ANDERSON_RUBIN,
                    Estimator.OLS,
                }
            ),
        ),
        Topic(
            Words("Få sagsbehandlere, andre udvalg og jackknife", "Few caseworkers, other samples and a jackknife"),
            estimators=frozenset(
                {
                    Estimator.WILD,
                    Estimator.JACKKNIFE,
                    Estimator.TWO_STAGE_PLAIN,
                    Estimator.TWO_STAGE_FOLLOWED,
                    Estimator.TWO_STAGE_FILLED,
                    Estimator.COUNT,
                }
            ),
            layout=Layout.BY_TERM,
        ),
        _COVARIATES,
    ),
    "belief_drivers": (
        Topic(
            Words("Forklaret, trin for trin", "Explained, step by step"),
            _terms("r_squared r_squared_adjusted same_sign incomplete"),
        ),
        _COVARIATES,
    ),
    "caseworker_effects": (
        Topic(
            Words("Hvor forskellige sagsbehandlerne er", "How much caseworkers differ"),
            _terms("sd_effects forecast_slope sorting movers"),
        ),
        Topic(
            Words("Hvor meget modellen forklarer", "How much the model explains"),
            _terms("r_squared_without r_squared_with r_squared_adjusted r_squared_permuted f f_p_value"),
        ),
        _COVARIATES,
    ),
    "quartiles": (
        Topic(
            Words("Forskellen mellem øverste og nederste fjerdedel", "The gap between the top and the bottom quarter"),
            _terms("gap gap_split_sample gap_p_value"),
            layout=Layout.BY_TERM,
        ),
        Topic(
            Words("Forskellen i andre udvalg", "The gap in other samples"),
            _terms("gap_followed gap_incomplete_kept"),
            is_open=False,
            layout=Layout.BY_TERM,
        ),
        Topic(Words("De fire fjerdedele", "The four quarters")),
    ),
    "policy_experiment": (Topic(layout=Layout.BY_ESTIMATOR),),
    "explained": (Topic(all_open=True),),
    "activities_by_quartile": (
        Topic(
            Words("Grupper af aktiviteter", "Groups of activities"),
            _terms("job upskilling social health none"),
            layout=Layout.TERMS_BY_GROUPS,
        ),
        Topic(Words("Hver aktivitet", "Each activity"), is_open=False, layout=Layout.TERMS_BY_GROUPS),
    ),
    "combinations_by_quartile": (_QUARTERS,),
    "assessments_by_quartile": (_QUARTERS,),
    "combinations": (
        Topic(
            Words("Sandsynlighed for hvert mønster (overlap)", "Chance of each pattern (overlap)"),
            outcomes=frozenset({"overlap"}),
            is_open=False,
            layout=Layout.GROUPS_BY_TERMS,
        ),
        Topic(
            Words("Forskelle i udvikling", "Differences in progression"),
            _terms("progression_difference"),
        ),
        Topic(Words("Udvikling", "Progression"), _terms("progression"), is_open=False),
        Topic(
            Words("Udvikling på hvert tema", "Progression of each theme"),
            _terms("B1 B2 B3 B4 B5 B6 B7 B8 B9"),
            is_open=False,
        ),
        Topic(),
    ),
    "reliability": (Topic(layout=Layout.OUTCOMES_BY_TERMS, joined=True),),
}
_PLAIN = (Topic(),)
_LATER = {
    "belief_effect": (4, 5, 0, 1, 3, 2, 6),
    "flow": (0, 2, 1),
    "combinations": (4, 1, 2, 3, 0),
    "calibration": (1, 0),
}
"""In which order topics are shown, where it is not that in which they take their rows."""


def topics_of(table: str, effects: tuple[Effect, ...]) -> list[tuple[Topic, list[Effect]]]:
    """The table's topics with their rows, as they are shown; every row is in one."""
    topics = _TOPICS.get(table, _PLAIN)
    if topics[-1].terms is not None or topics[-1].estimators is not None or topics[-1].outcomes is not None:
        topics = (*topics, Topic())
    taken: list[list[Effect]] = [[] for _ in topics]
    for effect in effects:
        taken[next(place for place, topic in enumerate(topics) if topic.takes(effect))].append(effect)
    order = _LATER.get(table, range(len(topics)))
    return [(topics[place], taken[place]) for place in order if taken[place]]
