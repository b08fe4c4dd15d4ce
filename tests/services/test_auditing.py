# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The log looked at: own look-ups, search, the check of the chain, and the spot check of each month."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bip_desktop import bootstrap
from bip_desktop.domain.audit import Anchor, Event, Happened
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.rights import Role
from bip_desktop.domain.spot_check import LEAST, drawn, sample_size
from bip_desktop.paths import Places
from bip_desktop.services.auditing import Auditing
from bip_desktop.services.ports import Unlocked
from tests.gui.invented_work import BO, KAREN, Calendar, add_citizen

SEPTEMBER, OCTOBER = datetime.fromisoformat("2026-09-30T08:00"), datetime.fromisoformat("2026-10-05T08:00")


@pytest.fixture
def looked(unlocked: Unlocked) -> None:
    """3 look-ups in September and 400 in October."""
    with unlocked.store.writing() as work:
        for first, count in ((SEPTEMBER, 3), (OCTOBER, 400)):
            for number in range(count):
                work.audit.append(
                    BO.caseworker_id, first + timedelta(minutes=number), [Event(Happened.READ, f"c{number}", "card")]
                )


@pytest.fixture
def sit(unlocked: Unlocked, places: Places, calendar: Calendar, looked: None) -> Callable[..., Auditing]:
    """Karen with these roles, looking at the log."""

    def at_it(*roles: Role) -> Auditing:
        with unlocked.store.writing() as work:
            work.rights.set_roles(KAREN.caseworker_id, frozenset(roles))
        return bootstrap.open_desk(unlocked, places, calendar).auditing

    return at_it


def test_the_share_is_five_per_cent_and_at_least_ten() -> None:
    """Fails with another share, or where the least is forgotten."""
    assert [sample_size(each) for each in (0, 1, 10, 11, 200, 201, 400, 10_000)] == [0, 1, 10, 10, 10, 11, 20, 500]
    numbers = range(1, 401)
    first = drawn(numbers, "a" * 64)
    assert len(first) == 20
    assert len(set(first)) == 20
    assert set(first) <= set(numbers)
    assert drawn(numbers, "a" * 64) == first, "whoever repeats it draws the same"
    assert drawn(numbers, "b" * 64) != first, "and nobody knows it before the month is over"


def test_each_finished_month_is_drawn_once_and_signed_off_once(
    sit: Callable[..., Auditing], calendar: Calendar
) -> None:
    """Fails where a month is drawn again, or where the present one is drawn before it is over."""
    auditing = sit(Role.TEAM_LEADER)
    september, october = auditing.due_spot_checks()
    assert (september.month, len(september.numbers)) == ("2026-09", 3)
    assert (october.month, len(october.numbers)) == ("2026-10", 20)
    assert auditing.due_spot_checks() == [september, october]
    lines = auditing.spot_check("2026-10")
    assert [line.entry.seq for line in lines] == list(october.numbers)
    assert {line.who for line in lines} == {BO.name}
    assert all(line.entry.at.month == 10 for line in lines)
    auditing.sign_off("2026-10", "Alt set igennem")
    assert auditing.due_spot_checks() == [september]
    with pytest.raises(BipError) as caught:
        auditing.sign_off("2026-10")
    assert caught.value.code is Code.RIGHT_STEP
    calendar.now += timedelta(days=31)
    assert [each.month for each in auditing.due_spot_checks()] == ["2026-09", "2026-11"]
    assert len(auditing.spot_check("2026-11")) == min(LEAST, len(auditing.spot_check("2026-11")))


def _refused(*uses: Callable[[], object]) -> None:
    for use in uses:
        with pytest.raises(BipError) as caught:
            use()
        assert caught.value.code is Code.RIGHT_REFUSED


def test_only_a_team_leader_signs_and_only_an_administrator_searches(sit: Callable[..., Auditing]) -> None:
    leader = sit(Role.TEAM_LEADER)
    _refused(leader.search, leader.verify, leader.own)
    administrator = sit(Role.ADMINISTRATOR)
    _refused(administrator.due_spot_checks, administrator.own)
    caseworker = sit(Role.CASEWORKER)
    _refused(caseworker.due_spot_checks, caseworker.search, caseworker.verify)


def test_a_caseworker_sees_the_own_look_ups_and_no_others(
    sit: Callable[..., Auditing], unlocked: Unlocked, places: Places, calendar: Calendar
) -> None:
    auditing = sit(Role.CASEWORKER)
    add_citizen(bootstrap.open_desk(unlocked, places, calendar))
    assert {line.entry.actor for line in auditing.own()} == {KAREN.caseworker_id}
    bo = bootstrap.open_desk(replace(unlocked, caseworker=BO), places, calendar)
    assert {line.entry.actor for line in bo.auditing.own()} == {BO.caseworker_id}


def test_the_search_is_by_person_and_by_citizen_and_is_in_the_log_itself(sit: Callable[..., Auditing]) -> None:
    auditing = sit(Role.ADMINISTRATOR)
    found = auditing.search(actor=BO.caseworker_id)
    assert {line.entry.actor for line in found} == {BO.caseworker_id}
    newest = auditing.search()[-1].entry
    assert (newest.what, newest.actor) == (Happened.LOG_READ, KAREN.caseworker_id)


def test_the_check_knows_the_heads_that_lie_in_backups(sit: Callable[..., Auditing], unlocked: Unlocked) -> None:
    """Fails where the anchors are not looked at: the log here is whole in itself, but it is not the one there was."""
    auditing = sit(Role.ADMINISTRATOR)
    assert auditing.verify().is_whole
    auditing._anchors = lambda _work: [Anchor("f" * 64, 7)]
    found = auditing.verify()
    assert found.first_broken == 7
