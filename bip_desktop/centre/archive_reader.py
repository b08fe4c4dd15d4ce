# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Strict reading of the plain zip inside a package.

A zip can say one thing at its end and another before each member; programs that believe different halves see different
files. Here everything has to say the same, members lie end to end, nothing is between or around them, and no byte is
unpacked before the sizes are known. Only what the format needs is read: no encryption, no second volume, no zip64.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from bip_desktop.centre.faults import Flaw, Place, Refused

MOST_SEALED = 100 * 1024 * 1024
"""Bytes of a package."""
MOST_UNPACKED = 500 * 1024 * 1024
MOST_MEMBERS = 32
MOST_RATIO = 100
_CHUNK = 64 * 1024
_STORED, _DEFLATED = 0, 8
_FLAGS_ALLOWED = 0x0806
"""UTF-8 names and the deflater's own hints. Encryption and sizes told afterwards are not for us."""
_TIME, _DATE = 0, 0x0021
"""1980-01-01 00:00: no real date leaves."""
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the archive."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int
    """Where its packed bytes begin."""


class Archive:
    """The members of a zip, checked before anything is unpacked."""

    def __init__(self, file: BinaryIO) -> None:
        """Raises `Refused` where the archive is not of the one allowed form."""
        self._file = file
        self.members: Mapping[str, Member] = _members(file)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a member, a piece at a time; its length and checksum are checked at the end. Raises
        `Refused` MEMBER_DAMAGED."""
        member = self.members[name]
        crc = size = 0
        for chunk in self._unpacked(member):
            crc = zlib.crc32(chunk, crc)
            size += len(chunk)
            if size > member.size:
                break
            yield chunk
        if size != member.size or crc != member.crc:
            raise Refused(Flaw.MEMBER_DAMAGED, Place(name))

    def content(self, name: str, most: int) -> bytes:
        """A small member as a whole. Raises `Refused` ARCHIVE_LARGE where it has more than `most` bytes."""
        if self.members[name].size > most:
            raise Refused(Flaw.ARCHIVE_LARGE, Place(name), {"most": most})
        return b"".join(self.chunks(name))

    def _unpacked(self, member: Member) -> Iterator[bytes]:
        left, place = member.packed, member.start
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        while left:
            # The file is read from two places in turn when tables are compared, so its position is never trusted.
            self._file.seek(place)
            packed = self._file.read(min(_CHUNK, left))
            if not packed:
                return
            left -= len(packed)
            place += len(packed)
            if member.method == _STORED:
                yield packed
                continue
            try:
                while packed and not inflate.eof:
                    yield inflate.decompress(packed, _CHUNK)
                    packed = inflate.unconsumed_tail
            except zlib.error:
                raise Refused(Flaw.MEMBER_DAMAGED, Place(member.name)) from None
            if inflate.eof and left:
                break
        while member.method == _DEFLATED and not inflate.eof and (rest := inflate.decompress(b"", _CHUNK)):
            yield rest
        if member.method == _DEFLATED and (not inflate.eof or inflate.unused_data or left):
            raise Refused(Flaw.MEMBER_DAMAGED, Place(member.name))


def _members(file: BinaryIO) -> dict[str, Member]:
    length = file.seek(0, 2)
    if length < _END.size:
        raise _form("short")
    file.seek(length - _END.size)
    mark, disk, start_disk, here, entries, size, offset, comment = _END.unpack(file.read(_END.size))
    if mark != b"PK\5\6" or disk or start_disk or here != entries or comment:
        raise _form("end")
    if entries > MOST_MEMBERS:
        raise Refused(Flaw.ARCHIVE_LARGE, facts={"members": entries, "most": MOST_MEMBERS})
    if offset + size != length - _END.size:
        raise _form("around")
    file.seek(offset)
    directory = file.read(size)
    members: dict[str, Member] = {}
    place, expected = 0, 0
    for _ in range(entries):
        member, head, place = _listed(directory, place, expected)
        if member.name in members:
            raise Refused(Flaw.MEMBER_TWICE, Place(member.name))
        file.seek(expected)
        if file.read(len(head)) != head:
            raise _form("differs", member.name)
        expected = member.start + member.packed
        members[member.name] = member
    if place != size or expected != offset:
        raise _form("between")
    unpacked = sum(member.size for member in members.values())
    if unpacked > MOST_UNPACKED:
        raise Refused(Flaw.ARCHIVE_LARGE, facts={"bytes": unpacked, "most": MOST_UNPACKED})
    if unpacked > MOST_RATIO * length:
        raise Refused(Flaw.ARCHIVE_RATIO, facts={"ratio": unpacked // length, "most": MOST_RATIO})
    return members


def _listed(directory: bytes, place: int, expected: int) -> tuple[Member, bytes, int]:
    """The next entry of the directory, the local header it must have, and where the entry after it begins."""
    if place + _CENTRAL.size > len(directory):
        raise _form("directory")
    (
        mark, _, needed, flags, method, time, date, crc, packed, size, name_length, extra, comment, disk, _, _, start
    ) = _CENTRAL.unpack_from(directory, place)  # fmt: skip
    name_at = place + _CENTRAL.size
    raw = directory[name_at : name_at + name_length]
    if mark != b"PK\1\2" or len(raw) != name_length or disk:
        raise _form("directory")
    name = _name(raw)
    if size > MOST_UNPACKED:
        raise Refused(Flaw.ARCHIVE_LARGE, Place(name), {"bytes": size, "most": MOST_UNPACKED})
    if extra or comment or flags & ~_FLAGS_ALLOWED or method not in (_STORED, _DEFLATED):
        raise _form("feature", name)
    if (time, date) != (_TIME, _DATE):
        raise _form("time", name)
    if start != expected:
        raise _form("overlap", name)
    if method == _STORED and packed != size:
        raise _form("size", name)
    head = _LOCAL.pack(b"PK\3\4", needed, flags, method, time, date, crc, packed, size, name_length, 0) + raw
    return Member(name, method, crc, packed, size, start + len(head)), head, name_at + name_length


def _name(raw: bytes) -> str:
    """The name as text that can be shown; which names there may be is for the reader of packages to say."""
    name = raw.decode("ascii", errors="replace")
    return "".join(sign if sign.isprintable() and sign != "\ufffd" else "?" for sign in name[:100])


def _form(why: str, name: str = "") -> Refused:
    return Refused(Flaw.ARCHIVE, Place(name), {"why": why})
