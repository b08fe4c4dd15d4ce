# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A change of caseworker: recorded with its reason, seen in the caseload, and undone."""

import pytest

from bip_desktop.domain.caseload import Topic
from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.services.desk import Desk
from tests.gui.invented_work import BO, KAREN, NOW, add_citizen


def test_a_colleague_has_the_citizen_from_now_on(desk: Desk) -> None:
    henrik = add_citizen(desk)
    desk.handing_over.give(henrik.citizen_id, " bo  opdigtet ", ChangeReason.REORGANISATION)
    assert desk.caseload.view().rows == ()
    assert desk.handing_over.caseworker_of(henrik.citizen_id) == BO
    change = CaseworkerChange(NOW.date(), KAREN.caseworker_id, BO.caseworker_id, ChangeReason.REORGANISATION)
    assert desk.caseload.changes(henrik.citizen_id) == [(change, KAREN.name)]
    assert desk.handing_over.colleagues() == [BO]


def test_undone_it_is_as_if_nothing_had_happened(desk: Desk) -> None:
    henrik = add_citizen(desk)
    desk.handing_over.give(henrik.citizen_id, BO.name, ChangeReason.LEAVE)
    desk.handing_over.undo(henrik.citizen_id)
    (row,) = desk.caseload.view().rows
    assert (row.citizen.caseworker_id, row.last_change) == (KAREN.caseworker_id, None)


def test_one_taken_over_is_read_about_first_and_a_new_name_becomes_known(desk: Desk) -> None:
    henrik = add_citizen(desk)
    desk.handing_over.took_over(henrik.citizen_id, "Ida Opdigtet", ChangeReason.LEFT)
    (row,) = desk.caseload.view().rows
    assert row.topic is Topic.HANDOVER
    assert [each.name for each in desk.handing_over.colleagues()] == ["Bo Opdigtet", "Ida Opdigtet"]
    desk.handing_over.undo(henrik.citizen_id)
    assert desk.caseload.changes(henrik.citizen_id) == []
    assert desk.handing_over.caseworker_of(henrik.citizen_id) == KAREN


def test_without_a_name_nothing_is_recorded(desk: Desk) -> None:
    henrik = add_citizen(desk)
    with pytest.raises(BipError) as caught:
        desk.handing_over.give(henrik.citizen_id, "  ", ChangeReason.LEFT)
    assert caught.value.code is Code.NAME_EMPTY
    assert desk.caseload.changes(henrik.citizen_id) == []


def test_a_meeting_under_way_is_ended_first(desk: Desk) -> None:
    henrik = add_citizen(desk)
    desk.measuring.prepare(henrik.citizen_id)
    with pytest.raises(BipError) as caught:
        desk.handing_over.give(henrik.citizen_id, BO.name, ChangeReason.LEFT)
    assert caught.value.code is Code.MEETING_OPEN
    assert len(desk.caseload.view().rows) == 1
