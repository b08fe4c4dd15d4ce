# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What a process asked of the disk, in order: every write, every flush, every name; recorded with strace."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_CALLS = "openat,pwrite64,write,pwritev,writev,ftruncate,fallocate,fsync,fdatasync,unlink,unlinkat,rename,renameat2"
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(<[^>]*>)?")
_FILE = re.compile(r"^\d+<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_NOT_KNOWN = {"pwritev", "writev", "fallocate", "rename", "renameat2"}
"""Calls that the replay has no rule for: a library that begins to use one must not go unseen."""


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes into a file."""

    name: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file gets this length."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Flush:
    """Returns when all of a file, or the names in the folder (""), are on the disk."""

    name: str


@dataclass(frozen=True, slots=True)
class Make:
    """A name appears."""

    name: str


@dataclass(frozen=True, slots=True)
class Remove:
    """A name goes."""

    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """The process tells what it has done."""

    line: str


Act = Write | Cut | Flush | Make | Remove | Said


def can_record() -> bool:
    """Whether strace is here, and allowed."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0


def recorded(command: Sequence[str], folder: Path, trace: Path, given: str, cwd: Path) -> list[Act]:
    """Runs the command, and returns what it did to the files right below `folder` and what it said."""
    options = ["-f", "-qq", "-y", "-xx", "-s", "100000", "-e", f"trace={_CALLS}", "-o", str(trace)]
    ended = subprocess.run(
        ["strace", *options, *command], input=given.encode(), capture_output=True, cwd=cwd, check=False
    )
    assert ended.returncode == 0, ended.stderr.decode()
    with trace.open(encoding="ascii") as lines:
        return list(_acts(lines, folder.resolve()))


def _acts(lines: Iterator[str], folder: Path) -> Iterator[Act]:
    seen = {path.name for path in folder.iterdir()} if folder.exists() else set()
    for line in lines:
        assert "unfinished" not in line, "two threads of the process write at once"
        found = _LINE.match(line)
        if found is None or int(found[3]) < 0:
            continue
        call, arguments, result = found[1], found[2], int(found[3])
        texts = [_bytes(text) for text in _TEXT.findall(arguments)]
        if call == "openat":
            name = _name(found[4] or "", folder)
            if name and "O_CREAT" in arguments and name not in seen:
                seen.add(name)
                yield Make(name)
        elif call in ("unlink", "unlinkat"):
            name = _below(texts[-1].decode(), folder)
            if name:
                seen.discard(name)
                yield Remove(name)
        elif call == "write" and arguments.startswith("1<"):
            yield from (Said(each) for each in texts[0].decode().splitlines())
        else:
            name = _name(arguments, folder)
            if name is None:
                continue
            assert call not in _NOT_KNOWN, call
            if call == "pwrite64":
                yield Write(name, int(arguments.rsplit(", ", 1)[1]), texts[0][:result])
            elif call == "ftruncate":
                yield Cut(name, int(arguments.rsplit(", ", 1)[1]))
            elif call in ("fsync", "fdatasync"):
                yield Flush(name)
            else:
                raise AssertionError(call)


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _name(described: str, folder: Path) -> str | None:
    """The file of a descriptor, below `folder`: "" for the folder itself, None for one elsewhere."""
    found = _FILE.match(described) or re.match(r"^<([^>]*)>", described)
    return None if found is None else _below(_bytes(found[1]).decode(), folder) if "\\x" in found[1] else None


def _below(path: str, folder: Path) -> str | None:
    if Path(path) == folder:
        return ""
    return Path(path).name if Path(path).parent == folder else None
