# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What an invented world is made from."""

from dataclasses import dataclass, fields

from bip_desktop.centre.faults import CentreError, Problem


@dataclass(frozen=True, slots=True)
class WorldOptions:
    """Sizes, seed, and the true effects. Effects are shares of the chance within a year: 0.013 is 1.3 points.

    The defaults give a world near the figures the sources print.
    """

    sites: int = 10
    caseworkers: int = 300
    citizens: int = 3_707
    seed: int = 71
    """The default world is one that lies near the printed figures where they are uncertain."""
    weeks: int = 182
    """How long meetings are held."""
    follow_up: int = 4
    """Weeks the registers go on after that; answers with less than a year after them are censored."""
    installations: int = 2
    """Laptops of each site: each sends packages of its own."""
    packages: int = 4
    """Packages of each installation."""
    caseworker_sd: float = 0.05
    """Standard deviation of the caseworkers' true effects on `ext52`."""
    belief_effect: float = 0.013
    """What one step of S12, held for a year, does to the chance of a job."""
    change_effect: float = -0.013
    """What each change of caseworker does to the chance of a job."""
    belief_skill: float = 0.0
    """Correlation of a caseworker's general belief and her true effect."""
    combination_effect: float = 0.25
    """How far three months with a combination that holds something job-oriented move the citizen's state, in standard
    deviations: other combinations half as far, a single intervention not at all, none 0.4 of it backwards."""

    def check(self) -> "WorldOptions":
        """These options. Raises `CentreError` SIMULATE_OPTION with the option's name."""
        limits = {
            "sites": (1, 1_000),
            "caseworkers": (self.sites, 100_000),
            "citizens": (self.sites, 1_000_000),
            "seed": (0, 2**63 - 1),
            "weeks": (26, 1_000),
            "follow_up": (0, 500),
            "installations": (1, 100),
            "packages": (1, 1_000),
            "caseworker_sd": (0, 0.12),
            "belief_effect": (-0.02, 0.04),
            "change_effect": (-0.03, 0.04),
            "belief_skill": (-1, 1),
            "combination_effect": (-2, 2),
        }
        for name, (least, most) in limits.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise CentreError(Problem.SIMULATE_OPTION, option=option_name(name), value=str(value))
        return self


def option_name(field: str) -> str:
    """How a field is called on the command line."""
    return "--" + field.replace("_", "-")


OPTION_FIELDS = fields(WorldOptions)
