# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseload's use cases over a real database: the rhythm of the reminders."""

import pytest

from bip_desktop.domain.caseload import Due
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.services.desk import Desk
from tests.gui.invented_work import (
    NOW,
    Calendar,
    Held,
    add_citizen,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    weeks_before,
)


def test_the_rhythm_is_bips_until_the_jobcentre_sets_another(desk: Desk, calendar: Calendar) -> None:
    henrik = add_citizen(desk)
    held = Held(citizen_answers(), caseworker_answers())
    hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, 8), held)
    (row,) = desk.caseload.view().rows
    assert (desk.caseload.rhythm(), desk.caseload.due(row)) == (90, Due.LATER)
    desk.caseload.set_rhythm(55)
    assert (desk.caseload.rhythm(), desk.caseload.due(row), desk.caseload.view().due) == (55, Due.OVERDUE, 1)


@pytest.mark.parametrize("days", [13, 367])
def test_a_rhythm_that_reminds_of_nothing_is_refused(desk: Desk, days: int) -> None:
    with pytest.raises(BipError) as caught:
        desk.caseload.set_rhythm(days)
    assert caught.value.code is Code.RHYTHM_RANGE
    assert desk.caseload.rhythm() == 90
