# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The key file: who can open it, and what is said of one that cannot be opened."""

import json
import os
import stat
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.storage.keyring import Argon2id, DataKey, Keyring, Slot, SlotKind

KAREN = CaseworkerId("karen")
BO = CaseworkerId("bo")
PASSPHRASE = "fire små heste løber"


@pytest.fixture(scope="module")
def key() -> DataKey:
    return DataKey.random()


@pytest.fixture(scope="module")
def ring(key: DataKey) -> Keyring:
    return Keyring((Slot.sealing(key, PASSPHRASE, KAREN, "Karen"),))


def _code(ring: Keyring, passphrase: str) -> Code:
    with pytest.raises(BipError) as caught:
        ring.opened(passphrase)
    return caught.value.code


def _code_of_file(path: Path, passphrase: str = PASSPHRASE) -> Code | None:
    """What opening the file says; None where it opens."""
    try:
        Keyring.read(path).opened(passphrase)
    except BipError as error:
        return error.code
    return None


def _edit(path: Path, **changes: Any) -> None:
    document = json.loads(path.read_bytes())
    document["slots"][0] |= changes
    path.write_text(json.dumps(document), encoding="utf-8")


def test_the_data_key_comes_back_with_the_passphrase(ring: Keyring, key: DataKey, tmp_path: Path) -> None:
    ring.write(tmp_path / "bip.key")
    slot, opened = Keyring.read(tmp_path / "bip.key").opened(PASSPHRASE)
    assert (opened.raw, slot.holder, slot.label, slot.kind) == (key.raw, KAREN, "Karen", SlotKind.PASSPHRASE)
    assert len(key.raw) == 32


def test_a_slot_costs_what_the_second_recommended_option_of_rfc_9106_asks_for(ring: Keyring) -> None:
    assert ring.slots[0].kdf == Argon2id(memory_kib=64 * 1024, iterations=3, lanes=4)


def test_a_wrong_passphrase_is_told_apart_from_a_damaged_key_file(ring: Keyring, tmp_path: Path) -> None:
    path = tmp_path / "bip.key"
    ring.write(path)
    assert _code_of_file(path, "noget helt andet") is Code.PASSPHRASE_WRONG
    whole = path.read_bytes()
    said = set()
    for place in range(0, len(whole), 7):
        damaged = bytearray(whole)
        damaged[place] ^= 0x04
        path.write_bytes(damaged)
        said.add(_code_of_file(path))
    assert Code.KEY_FILE_DAMAGED in said
    # A flip in the white space between the fields may harm nothing.
    assert said <= {Code.KEY_FILE_DAMAGED, None}


def test_a_missing_key_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert _code_of_file(tmp_path / "bip.key") is Code.KEY_FILE_MISSING


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"slots": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_key_file_is_damaged(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "bip.key").write_bytes(content)
    assert _code_of_file(tmp_path / "bip.key") is Code.KEY_FILE_DAMAGED


def test_the_header_of_a_slot_cannot_be_changed_with_its_checksum(ring: Keyring, tmp_path: Path) -> None:
    path = tmp_path / "bip.key"
    forged = Slot.from_json(ring.slots[0].as_json())
    object.__setattr__(forged, "holder", BO)
    Keyring((forged,)).write(path)
    assert _code_of_file(path) is Code.KEY_FILE_DAMAGED


def test_a_slot_that_asks_for_absurd_memory_is_damaged(ring: Keyring, tmp_path: Path) -> None:
    path = tmp_path / "bip.key"
    forged = Slot.from_json(ring.slots[0].as_json())
    object.__setattr__(forged, "kdf", Argon2id(memory_kib=1 << 30))
    Keyring((forged,)).write(path)
    assert _code_of_file(path) is Code.KEY_FILE_DAMAGED


def test_the_same_letters_open_however_they_are_composed(key: DataKey) -> None:
    composed = unicodedata.normalize("NFC", "små æbler på en måge")
    taken_apart = unicodedata.normalize("NFD", composed)
    assert composed != taken_apart
    assert Keyring((Slot.sealing(key, taken_apart, KAREN),)).opened(composed)[1].raw == key.raw


def test_a_second_holder_opens_the_same_data_key(ring: Keyring, key: DataKey) -> None:
    both = ring.with_slot(Slot.sealing(key, "otte store elefanter", BO))
    assert both.opened("otte store elefanter")[0].holder == BO
    assert both.opened(PASSPHRASE)[0].holder == KAREN
    assert both.opened("otte store elefanter")[1].raw == key.raw


def test_a_changed_passphrase_opens_and_the_old_one_no_longer(ring: Keyring, key: DataKey) -> None:
    slot, opened = ring.opened(PASSPHRASE)
    changed = ring.with_slot(slot.resealed(opened, "fem nye heste løber"))
    assert len(changed.slots) == 1
    assert changed.opened("fem nye heste løber")[1].raw == key.raw
    assert changed.slots[0].salt != slot.salt
    assert changed.slots[0].nonce != slot.nonce
    assert _code(changed, PASSPHRASE) is Code.PASSPHRASE_WRONG


def test_one_damaged_slot_does_not_close_the_others_and_is_kept(ring: Keyring, key: DataKey, tmp_path: Path) -> None:
    path = tmp_path / "bip.key"
    ring.with_slot(Slot.sealing(key, "otte store elefanter", BO)).write(path)
    _edit(path, label="Karin")
    hurt = Keyring.read(path)
    assert hurt.opened("otte store elefanter")[1].raw == key.raw
    # Nobody can know whether this was the damaged slot's passphrase.
    assert _code(hurt, PASSPHRASE) is Code.KEY_FILE_DAMAGED
    hurt.write(path)
    assert json.loads(path.read_bytes())["slots"][1]["label"] == "Karin"


def test_the_key_file_is_private_and_leaves_no_part_behind(ring: Keyring, tmp_path: Path) -> None:
    ring.write(tmp_path / "bip.key")
    ring.write(tmp_path / "bip.key")
    assert [path.name for path in tmp_path.iterdir()] == ["bip.key"]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "bip.key").stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_key_file(
    ring: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bip.key"
    ring.write(path)
    before = path.read_bytes()

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        Keyring(()).write(path)
    assert path.read_bytes() == before


def test_neither_key_nor_master_shows_in_the_file_or_in_a_text(ring: Keyring, key: DataKey, tmp_path: Path) -> None:
    ring.write(tmp_path / "bip.key")
    content = (tmp_path / "bip.key").read_text(encoding="utf-8")
    assert key.raw.hex() not in content
    assert key.raw.hex() not in repr(key) + repr(ring)
