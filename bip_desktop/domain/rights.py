# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Who may do what: one table, and whatever is not in it is refused.

Rights are held by the program. Whoever can unlock the database and has a debugger can read it all; the manual says so.
"""

from collections.abc import Collection, Mapping
from enum import IntEnum, StrEnum


class Role(StrEnum):
    """What a person is here; one may be several things."""

    CASEWORKER = "caseworker"
    TEAM_LEADER = "team_leader"
    ADMINISTRATOR = "administrator"


class Stand(StrEnum):
    """From where somebody acts: the columns of the table."""

    OWN = "caseworker, own citizen"
    OTHER = "caseworker, another's"
    TEAM_LEADER = "team leader"
    ADMINISTRATOR = "administrator"
    CITIZEN = "citizen mode"


class Verdict(IntEnum):
    """What the table says; the larger one counts for whoever stands in two columns."""

    NO = 0
    PURPOSE = 1
    """With a written purpose, which is logged; the citizen's caseworker is told."""
    YES = 2


class Action(StrEnum):
    """What can be done: the rows of the table. A row whose cells name different things is several here."""

    SEE_CASELOAD = "see_caseload"
    FIND = "find"
    OPEN = "open"
    ANSWER = "answer"
    HOLD = "hold"
    AMEND = "amend"
    SEE_OTHER_SIDE = "see_other_side"
    """S2 to S12 of a citizen."""
    OWN_PAGE = "own_page"
    """The caseworker's own S12 over time."""
    GIVE = "give"
    """At once: whoever it is given to has it from now on, and takes it up by that."""
    ASSIGN = "assign"
    PRINT = "print"
    TEAM_FIGURES = "team_figures"
    OVERDUE_OWN = "overdue_own"
    OVERDUE_ALL = "overdue_all"
    EXPORT = "export"
    PREPARE_RIGHT = "prepare_right"
    """Access export, rectification, erasure: two persons, three steps."""
    APPROVE_RIGHT = "approve_right"
    CARRY_OUT_RIGHT = "carry_out_right"
    ADMINISTER = "administer"
    """Users, slots, keys, recovery drill, backups, restore, retention."""
    LOG_OWN = "log_own"
    LOG_SIGN_OFF = "log_sign_off"
    LOG_SEARCH = "log_search"
    SETTINGS = "settings"
    TEXT_SIZE = "text_size"


_YES, _PURPOSE = Verdict.YES, Verdict.PURPOSE

RIGHTS: Mapping[Action, Mapping[Stand, Verdict]] = {
    Action.SEE_CASELOAD: {Stand.OWN: _YES},
    Action.FIND: {Stand.OWN: _YES, Stand.OTHER: _PURPOSE, Stand.TEAM_LEADER: _PURPOSE},
    Action.OPEN: {Stand.OWN: _YES, Stand.OTHER: _PURPOSE, Stand.CITIZEN: _YES},
    Action.ANSWER: {Stand.OWN: _YES, Stand.OTHER: _PURPOSE, Stand.CITIZEN: _YES},
    Action.HOLD: {Stand.OWN: _YES, Stand.OTHER: _PURPOSE},
    Action.AMEND: {Stand.OWN: _YES},
    Action.SEE_OTHER_SIDE: {Stand.OWN: _YES, Stand.OTHER: _PURPOSE},
    Action.OWN_PAGE: {Stand.OWN: _YES},
    Action.GIVE: {Stand.OWN: _YES},
    Action.ASSIGN: {Stand.TEAM_LEADER: _YES},
    Action.PRINT: {Stand.OWN: _YES},
    Action.TEAM_FIGURES: {Stand.TEAM_LEADER: _YES},
    Action.OVERDUE_OWN: {Stand.OWN: _YES, Stand.TEAM_LEADER: _YES},
    Action.OVERDUE_ALL: {Stand.TEAM_LEADER: _YES},
    Action.EXPORT: {Stand.TEAM_LEADER: _YES, Stand.ADMINISTRATOR: _YES},
    Action.PREPARE_RIGHT: {Stand.OWN: _YES},
    Action.APPROVE_RIGHT: {Stand.TEAM_LEADER: _YES},
    Action.CARRY_OUT_RIGHT: {Stand.ADMINISTRATOR: _YES},
    Action.ADMINISTER: {Stand.ADMINISTRATOR: _YES},
    Action.LOG_OWN: {Stand.OWN: _YES},
    Action.LOG_SIGN_OFF: {Stand.TEAM_LEADER: _YES},
    Action.LOG_SEARCH: {Stand.ADMINISTRATOR: _YES},
    Action.SETTINGS: {Stand.ADMINISTRATOR: _YES},
    Action.TEXT_SIZE: {
        Stand.OWN: _YES,
        Stand.OTHER: _YES,
        Stand.TEAM_LEADER: _YES,
        Stand.ADMINISTRATOR: _YES,
        Stand.CITIZEN: _YES,
    },
}


def stands(roles: Collection[Role], *, own: bool, citizen_mode: bool = False) -> frozenset[Stand]:
    """The columns somebody stands in. In citizen mode there is only that one, whoever has unlocked."""
    if citizen_mode:
        return frozenset({Stand.CITIZEN})
    found = set()
    if Role.CASEWORKER in roles:
        found.add(Stand.OWN if own else Stand.OTHER)
    if Role.TEAM_LEADER in roles:
        found.add(Stand.TEAM_LEADER)
    if Role.ADMINISTRATOR in roles:
        found.add(Stand.ADMINISTRATOR)
    return frozenset(found)


def verdict(action: Action, where: Collection[Stand]) -> Verdict:
    """What the table says for whoever stands in these columns; nothing said is no."""
    row = RIGHTS.get(action, {})
    return max((row.get(stand, Verdict.NO) for stand in where), default=Verdict.NO)
