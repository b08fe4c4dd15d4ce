# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is damaged, forged or made to do harm is set aside whole, with a reason, and nothing of it is in the tables."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from bip_desktop.centre.faults import Flaw, Refused
from bip_desktop.centre.reasons import reason
from tests.centre.packages import Taken, World, citizen_id, meeting_id, rows_of

_ROWS = rows_of((1, 1), (2, 2))


def _refused(world: World, change: Callable[[Taken], None] | None) -> Refused:
    path = world.site.send(_ROWS, change, seq=1)
    [outcome] = world.receive(path)
    path.unlink()
    assert outcome.refused is not None
    assert not any(world.tables().values())
    words = reason(outcome.refused)  # every reason can be told with the facts it has
    assert len(words.da) > 40
    assert len(words.en) > 40
    return outcome.refused


def _edit(table: str, old: str, new: str | bytes) -> Callable[[Taken], None]:
    def change(taken: Taken) -> None:
        def edited(text: str) -> str | bytes:
            assert old in text
            if isinstance(new, bytes):
                return text.encode().replace(old.encode(), new, 1)
            return text.replace(old, new, 1)

        taken.edit(table, edited)

    return change


# -- tables that a person or a program has spoilt, signed all the same -------------------------------------------------

_CITIZEN = f"{citizen_id(1)},1,f,1980-1984,2,1"
_SPOILT = {
    "a BOM": (_edit("citizens", "citizen_id,", "\ufeffcitizen_id,"), Flaw.BYTE_ORDER_MARK, 1, ""),
    "semicolons": (lambda t: t.edit("citizens", lambda s: s.replace(",", ";")), Flaw.SEMICOLONS, 1, ""),
    "Windows lines": (lambda t: t.edit("answers", lambda s: s.replace("\n", "\r\n")), Flaw.LINE_ENDS, 1, ""),
    "cp1252": (_edit("citizens", ",f,", ",\xe6,".encode("cp1252")), Flaw.NOT_UTF8, 2, ""),
    "a NUL": (_edit("citizens", ",f,", ",f\0,"), Flaw.NUL, 2, ""),
    "an extra column": (_edit("citizens", "research\n", "research,note\n"), Flaw.COLUMNS, 1, ""),
    "a missing column": (_edit("citizens", "sex,", ""), Flaw.COLUMNS, 1, "sex"),
    "columns in another order": (_edit("citizens", "citizen_id,revision", "revision,citizen_id"), Flaw.COLUMNS, 1, ""),
    "an extra cell": (_edit("citizens", _CITIZEN, _CITIZEN + ",x"), Flaw.CELLS, 2, ""),
    "a missing cell": (_edit("citizens", _CITIZEN, _CITIZEN[:-2]), Flaw.CELLS, 2, ""),
    "an empty cell": (_edit("citizens", ",f,", ",,"), Flaw.EMPTY, 2, "sex"),
    "an empty line": (_edit("citizens", "\n", "\n\n"), Flaw.CELLS, 2, ""),
    "no header": (lambda t: t.edit("citizens", lambda s: s.split("\n", 1)[1]), Flaw.COLUMNS, 1, "citizen_id"),
    "nothing at all": (lambda t: t.edit("citizens", lambda _: ""), Flaw.COLUMNS, 1, "citizen_id"),
    "a cut last line": (lambda t: t.edit("answers", lambda s: s[:-4]), Flaw.LAST_LINE, 105, ""),
    "a decimal": (_edit("citizens", ",2,1\n", ",2.0,1\n"), Flaw.TYPE, 2, "benefit"),
    "a padded number": (_edit("citizens", ",2,1\n", ", 2,1\n"), Flaw.TYPE, 2, "benefit"),
    "other people's digits": (_edit("citizens", ",2,1\n", ",\u0662,1\n"), Flaw.TYPE, 2, "benefit"),
    "a code that does not exist": (_edit("citizens", ",2,1\n", ",9,1\n"), Flaw.VALUE, 2, "benefit"),
    "no consent": (_edit("citizens", ",2,1\n", ",2,0\n"), Flaw.VALUE, 2, "research"),
    "a band of a hundred years": (_edit("citizens", "1980-1984", "1880-1984"), Flaw.VALUE, 2, "birth_year_band"),
    "week 60": (_edit("meetings", "2026-W10", "2026-W54"), Flaw.VALUE, 2, "iso_week"),
    "an unfinished quotation": (_edit("citizens", ",f,", ',"f,'), Flaw.QUOTES, 2, ""),
    "free text": (_edit("citizens", ",f,", f",{'x' * 3000},"), Flaw.LINE_LONG, 2, ""),
    "an item that does not exist": (_edit("answers", ",B1,", ",B12,"), Flaw.VALUE, 2, "item"),
    "step 6": (_edit("answers", ",B1,0,3,", ",B1,0,6,"), Flaw.ANSWER_VALUE, 2, "value"),
    "step 0": (_edit("answers", ",B1,0,3,", ",B1,0,0,"), Flaw.ANSWER_VALUE, 2, "value"),
    "a tick of 2": (_edit("answers", ",B10,1,1,", ",B10,1,2,"), Flaw.ANSWER_VALUE, 11, "value"),
    "an option that does not exist": (_edit("answers", ",B10,8,", ",B10,9,"), Flaw.OPTION, 18, "option"),
    "another unit": (_edit("answers", ",B1,0,3,scale", ",B1,0,3,tick"), Flaw.UNIT, 2, "unit"),
    "a code of missing that does not exist": (_edit("answers", ",B1,0,3,", ",B1,0,-93,"), Flaw.VALUE, 2, "value"),
    "a row twice": (
        _edit("answers", f"{meeting_id(1)},B2,0,", f"{meeting_id(1)},B1,0,"),
        Flaw.KEY_TWICE,
        3,
        "after_reveal",
    ),
    "an unknown questionnaire": (
        _edit("meetings", ",bip,1,", ",bip,99,"),
        Flaw.INSTRUMENT_UNKNOWN,
        2,
        "instrument_version",
    ),
    "an activity of another group": (_edit("interventions", ",job,", ",social,"), Flaw.GROUP, 2, "group"),
}  # fmt: skip


@pytest.mark.parametrize("what", _SPOILT)
def test_a_spoilt_table_is_set_aside_with_file_row_and_column(world: World, what: str) -> None:
    change, flaw, row, column = _SPOILT[what]
    refused = _refused(world, change)
    assert (refused.flaw, refused.place.row, refused.place.column) == (flaw, row, column)
    assert refused.place.file.startswith("data/")


def test_a_wrong_number_of_rows_is_seen(world: World) -> None:
    def claim(taken: Taken) -> None:
        next(each for each in taken.manifest["files"] if each["name"] == "data/citizens.csv")["rows"] = 3

    assert _refused(world, claim).flaw is Flaw.ROWS_COUNT


def test_a_file_saved_from_a_spreadsheet_is_named_as_such(world: World) -> None:
    def save_in_excel(taken: Taken) -> None:
        taken.listed = False
        taken.edit("citizens", lambda text: ("\ufeff" + text).replace(",", ";").replace("\n", "\r\n"))

    refused = _refused(world, save_in_excel)
    assert (refused.flaw, refused.place.file) == (Flaw.FILE_CHANGED, "data/citizens.csv")
    assert "regneark" in reason(refused).da
    assert "spreadsheet" in reason(refused).en


# -- signature and manifest --------------------------------------------------------------------------------------------


def _set(name: str, value: object) -> Callable[[Taken], None]:
    def change(taken: Taken) -> None:
        setattr(taken, name, value)

    return change


def _manifest(name: str, value: object) -> Callable[[Taken], None]:
    return lambda taken: taken.manifest.update({name: value})


def _without(name: str) -> Callable[[Taken], None]:
    def change(taken: Taken) -> None:
        del taken.files[name]
        taken.manifest["files"] = [each for each in taken.manifest["files"] if each["name"] != name]

    return change


_FORGED = {
    "no signature": (_set("signature", b""), Flaw.SIGNATURE_MISSING),
    "another's signature": (_set("signing_key", bytes(32)), Flaw.KEY_UNKNOWN),
    "random signature": (_set("signature", bytes(64)), Flaw.KEY_UNKNOWN),
    "a newer format": (_manifest("format_version", 2), Flaw.MANIFEST_VERSION),
    "an unknown site": (_manifest("site", "andetsteds"), Flaw.SITE_UNKNOWN),
    "no number": (_manifest("seq", "1"), Flaw.MANIFEST),
    "number 0": (_manifest("seq", 0), Flaw.MANIFEST),
    "a huge number": (_manifest("seq", 10**30), Flaw.MANIFEST),
    "something beyond": (_manifest("cpr", "610190-1234"), Flaw.MANIFEST),
    "no list": (_manifest("files", {}), Flaw.MANIFEST),
    "a missing table": (_without("data/answers.csv"), Flaw.MEMBER_MISSING),
    "a foreign file": (lambda taken: taken.files.update({"run.exe": b"MZ"}), Flaw.MEMBER_NAME),
    "a path upwards": (lambda taken: taken.files.update({"../../evil.csv": b"x"}), Flaw.MEMBER_NAME),
    "an absolute path": (lambda taken: taken.files.update({"/tmp/evil.csv": b"x"}), Flaw.MEMBER_NAME),
    "an archive in the archive": (lambda taken: taken.files.update({"more.zip": b"PK"}), Flaw.MEMBER_NAME),
    "an unlisted file": (lambda taken: taken.files.update({"linkage.age": b"x"}), Flaw.MEMBER_NAME),
}  # fmt: skip


@pytest.mark.parametrize("what", _FORGED)
def test_what_is_not_as_signed_is_set_aside(world: World, what: str) -> None:
    change, flaw = _FORGED[what]
    assert _refused(world, change).flaw is flaw


# -- archives made to do harm ------------------------------------------------------------------------------------------


def _repack(change: Callable[[bytes], bytes]) -> Callable[[Taken], None]:
    return _set("repack", change)


def _bomb(_plain: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = bytes(1024 * 1024)
    data = b"".join(packer.compress(zeros) for _ in range(400)) + packer.flush()
    return _zip([("data/answers.csv", data, 400 * 1024 * 1024, 0)])


def _zip(members: list[tuple[str, bytes, int, int]], starts: list[int] | None = None) -> bytes:
    """An archive by hand: (name, packed, told size, told checksum), at its true or at told places."""
    body, directory = b"", b""
    for number, (name, data, size, crc) in enumerate(members):
        start = len(body) if starts is None else starts[number]
        raw = name.encode()
        body += struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0x21, crc, len(data), size, len(raw), 0) + raw + data
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0x21, crc, len(data), size, len(raw), 0, 0, 0, 0, 0, start
        ) + raw  # fmt: skip
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(members), len(members), len(directory), len(body), 0)
    return body + directory + end


def _dated(plain: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(plain)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2026, 11, 21, 8, 0, 0)), old.read(name))
    return out.getvalue()


_LIAR = zlib.compress(b"x" * 100_000, 9)[2:-4]
_ARCHIVES = {
    "no archive": (lambda _: b"hello" * 100, Flaw.ARCHIVE),
    "nothing": (lambda _: b"", Flaw.ARCHIVE),
    "bytes before": (lambda plain: b"#!/bin/sh\n" + plain, Flaw.ARCHIVE),
    "bytes after": (lambda plain: plain + b"\0", Flaw.ARCHIVE),
    "a bomb": (_bomb, Flaw.ARCHIVE_RATIO),
    "10 GB": (lambda _: _zip([("data/answers.csv", b"x", 0xFFFFFFFF, 0)]), Flaw.ARCHIVE_LARGE),
    "a thousand members": (lambda _: _zip([(f"m{n}", b"", 0, 0) for n in range(1000)]), Flaw.ARCHIVE_LARGE),
    "overlapping members": (lambda _: _zip([("a", b"x", 1, 0), ("b", b"x", 1, 0)], [0, 0]), Flaw.ARCHIVE),
    "the same name twice": (lambda _: _zip([("a", b"x", 1, 0), ("a", b"x", 1, 0)]), Flaw.MEMBER_TWICE),
    "a real date": (_dated, Flaw.ARCHIVE),
    "another name inside": (lambda plain: plain.replace(b"LAESMIG.txt", b"LAESMIG.exe", 1), Flaw.ARCHIVE),
    "a size that lies": (lambda _: _zip([("manifest.json", _LIAR, 10, 0)]), Flaw.MEMBER_MISSING),
}  # fmt: skip


@pytest.mark.parametrize("what", _ARCHIVES)
def test_an_archive_made_to_do_harm_is_set_aside(world: World, what: str) -> None:
    repack, flaw = _ARCHIVES[what]
    assert _refused(world, _repack(repack)).flaw is flaw


def test_a_member_larger_than_it_says_is_not_unpacked_further(world: World) -> None:
    def lie(plain: bytes) -> bytes:
        with zipfile.ZipFile(BytesIO(plain)) as old:
            members = []
            for name in old.namelist():
                content = old.read(name)
                packed = zlib.compress(content, 9)[2:-4]
                size, crc = len(content), zlib.crc32(content)
                if name == "data/answers.csv":
                    packed = zlib.compress(content + bytes(1000), 9)[2:-4]
                members.append((name, packed, size, crc))
        return _zip(members)

    refused = _refused(world, _repack(lie))
    assert (refused.flaw, refused.place.file) == (Flaw.MEMBER_DAMAGED, "data/answers.csv")


def test_a_file_that_is_no_package_is_told_so(world: World, tmp_path: Path) -> None:
    path = tmp_path / "x.zip.age"
    for content, flaw in (
        (b"PK\3\4", Flaw.NOT_SEALED),
        (b"", Flaw.NOT_SEALED),
        (b"age-encryption.org/v1\n-", Flaw.DAMAGED),
    ):
        path.write_bytes(content)
        [outcome] = world.receive(path)
        assert outcome.refused is not None
        assert outcome.refused.flaw is flaw
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    [outcome] = world.receive(path)
    assert outcome.refused is not None
    assert outcome.refused.flaw is Flaw.TOO_LARGE
    assert not any(each.stat().st_size > 1000 for each in world.home.quarantine.iterdir())


def test_a_package_sealed_to_others_is_told_so(world: World) -> None:
    stranger = World(world.folder / "stranger")
    path = stranger.site.send(_ROWS)
    [outcome] = world.receive(path)
    assert outcome.refused is not None
    assert outcome.refused.flaw is Flaw.OTHER_KEY
