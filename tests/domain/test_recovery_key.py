# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The recovery key: typed from paper, with mistakes found and named by their group."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.recovery_key import ALPHABET, GROUP_LENGTH, GROUPS, RecoveryKey, looks_like_recovery_key

KEY = RecoveryKey.random()
PLACES = [(group, sign) for group in range(GROUPS) for sign in range(GROUP_LENGTH)]


def _refused(typed: str) -> BipError:
    with pytest.raises(BipError) as caught:
        RecoveryKey.parse(typed)
    return caught.value


def _with(group: int, text: str) -> str:
    return "-".join((*KEY.groups[:group], text, *KEY.groups[group + 1 :]))


def test_it_is_as_strong_as_a_key_of_128_bits_and_has_no_signs_that_are_alike() -> None:
    assert math.log2(len(ALPHABET)) * GROUPS * (GROUP_LENGTH - 1) > 128
    assert not set(ALPHABET) & set("0O1ILSZ")
    assert RecoveryKey.random() != RecoveryKey.random()
    assert KEY.written not in repr(KEY)


@pytest.mark.parametrize(
    "typed",
    [KEY.written, KEY.written.lower(), KEY.written.replace("-", "  "), "".join(KEY.groups)],
    ids=["as printed", "small letters", "blanks", "in one"],
)
def test_it_is_read_however_it_is_typed(typed: str) -> None:
    assert RecoveryKey.parse(typed) == KEY
    assert looks_like_recovery_key(typed)


@pytest.mark.parametrize(("group", "sign"), PLACES)
def test_every_single_wrong_sign_is_found_and_its_group_named(group: int, sign: int) -> None:
    """Fails with weights that are not all different from 0 modulo 29, or with no check sign compared."""
    right = KEY.groups[group]
    for other in set(ALPHABET) - {right[sign]}:
        refused = _refused(_with(group, right[:sign] + other + right[sign + 1 :]))
        assert (refused.code, refused.facts) == (Code.RECOVERY_KEY_GROUP, {"group": group + 1})


@given(st.integers(0, GROUPS - 1), st.integers(0, GROUP_LENGTH - 3))
def test_two_neighbours_that_changed_places_are_found(group: int, sign: int) -> None:
    """Fails where every sign has the same weight."""
    right = KEY.groups[group]
    if right[sign] != right[sign + 1]:
        swapped = right[:sign] + right[sign + 1] + right[sign] + right[sign + 2 :]
        assert _refused(_with(group, swapped)).facts == {"group": group + 1}


def test_groups_in_another_order_are_found() -> None:
    """Fails where the number of the group is left out of its check sign."""
    swapped = (KEY.groups[1], KEY.groups[0], *KEY.groups[2:])
    if KEY.groups[0] != KEY.groups[1]:
        assert _refused("-".join(swapped)).facts == {"group": 1}


@pytest.mark.parametrize(
    "typed", ["", "A", KEY.written[:-1], KEY.written + "A"], ids=["none", "one sign", "one too few", "one too many"]
)
def test_a_wrong_length_is_said(typed: str) -> None:
    assert _refused(typed).code is Code.RECOVERY_KEY_LENGTH


@given(st.text(max_size=60))
def test_nothing_a_person_types_is_more_than_refused(typed: str) -> None:
    assert _refused(typed).code in (Code.RECOVERY_KEY_GROUP, Code.RECOVERY_KEY_LENGTH)


def test_part_of_it_is_typed_back() -> None:
    asked = KEY.asked_back()
    KEY.check_typed_back({number: KEY.groups[number - 1].lower() for number in asked})
    with pytest.raises(BipError) as caught:
        KEY.check_typed_back({number: KEY.groups[number - 2] + "X" for number in asked})
    assert caught.value.facts == {"group": asked[0]}
