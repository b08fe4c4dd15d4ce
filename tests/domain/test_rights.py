# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every cell of the table of rights, from a table written down here once more; what is not in it is refused."""

from itertools import chain, combinations

import pytest

from bip_desktop.domain.rights import RIGHTS, Action, Role, Stand, Verdict, stands, verdict

COLUMNS = (Stand.OWN, Stand.OTHER, Stand.TEAM_LEADER, Stand.ADMINISTRATOR, Stand.CITIZEN)
# y yes, p with a purpose, - no. Written by hand from the agreed table, not from the program.
TABLE = """
see_caseload      y - - - -
find              y p p - -
open              y p - - y
answer            y p - - y
hold              y p - - -
amend             y - - - -
see_other_side    y p - - -
own_page          y - - - -
give              y - - - -
assign            - - y - -
print             y - - - -
team_figures      - - y - -
overdue_own       y - y - -
overdue_all       - - y - -
export            - - y y -
prepare_right     y - - - -
approve_right     - - y - -
carry_out_right   - - - y -
administer        - - - y -
log_own           y - - - -
log_sign_off      - - y - -
log_search        - - - y -
settings          - - - y -
text_size         y y y y y
"""
VERDICTS = {"y": Verdict.YES, "p": Verdict.PURPOSE, "-": Verdict.NO}
CELLS = [
    (name, column, VERDICTS[cell])
    for name, *cells in (line.split() for line in TABLE.strip().splitlines())
    for column, cell in zip(COLUMNS, cells, strict=True)
]


@pytest.mark.parametrize(("name", "column", "said"), CELLS)
def test_every_cell(name: str, column: Stand, said: Verdict) -> None:
    """Fails where one cell of the program's table is changed: seen with `GIVE` for another's citizen."""
    assert verdict(Action(name), {column}) is said


def test_every_action_is_in_the_table_once() -> None:
    assert sorted({name for name, _, _ in CELLS}) == sorted(Action)
    assert set(RIGHTS) == set(Action)


def test_what_nobody_has_said_is_refused() -> None:
    for action in Action:
        assert verdict(action, ()) is Verdict.NO
        assert verdict(action, stands((), own=True)) is Verdict.NO


@pytest.mark.parametrize("own", [True, False])
def test_several_roles_are_worth_the_most_of_each_and_no_more(own: bool) -> None:
    everything = chain.from_iterable(combinations(Role, size) for size in range(4))
    for roles in everything:
        for action in Action:
            alone = [verdict(action, stands({role}, own=own)) for role in roles]
            assert verdict(action, stands(roles, own=own)) is max(alone, default=Verdict.NO)


def test_on_the_citizens_screen_no_role_counts() -> None:
    assert stands(tuple(Role), own=True, citizen_mode=True) == {Stand.CITIZEN}
