# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What a process asked of the disk, in order: every write, every flush, every name; recorded with strace, or
with a shim between it and the C library."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.gui.conftest import ROOT

_CALLS = "openat,pwrite64,write,pwritev,writev,ftruncate,fallocate,fsync,fdatasync,unlink,unlinkat,rename,renameat2"
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(<[^>]*>)?")
_FILE = re.compile(r"^\d*<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


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


@dataclass(frozen=True, slots=True)
class _Call:
    """One call of the system."""

    name: str
    path: str
    number: int
    """The offset, the size, or 1 where a file was made."""
    data: bytes = b""


def has_strace() -> bool:
    """Whether strace is here, and allowed."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0


def has_compiler() -> bool:
    """Whether the shim can be built."""
    return shutil.which("gcc") is not None


def recorded(
    command: Sequence[str], folder: Path, trace: Path, given: str, *, by_strace: bool | None = None
) -> list[Act]:
    """Runs the command, and returns what it did to the files right below `folder` and what it said."""
    before = {path.name for path in folder.iterdir()}
    if has_strace() if by_strace is None else by_strace:
        options = ["-f", "-qq", "-y", "-xx", "-s", "100000", "-e", f"trace={_CALLS}", "-o", str(trace)]
        _run(["strace", *options, *command], given, {})
        read = _traced
    else:
        shim = trace.with_suffix(".so")
        subprocess.run(["gcc", "-shared", "-fPIC", "-o", shim, Path(__file__).with_name("shim.c"), "-ldl"], check=True)
        _run(command, given, {"LD_PRELOAD": str(shim), "BIP_SHIM_LOG": str(trace)})
        read = _noted
    with trace.open(encoding="ascii") as lines:
        return list(_acts(read(lines), folder.resolve(), before))


def _run(command: Sequence[str], given: str, more: Mapping[str, str]) -> None:
    ended = subprocess.run(
        command, input=given.encode(), capture_output=True, cwd=ROOT, env={**os.environ, **more}, check=False
    )
    assert ended.returncode == 0, ended.stderr.decode()


def _traced(lines: Iterable[str]) -> Iterator[_Call]:
    """As strace writes them down."""
    for line in lines:
        assert "unfinished" not in line, "two threads of the process write at once"
        found = _LINE.match(line)
        if found is None or int(found[3]) < 0:
            continue
        name, arguments, result = found[1], found[2], int(found[3])
        texts = [_bytes(text) for text in _TEXT.findall(arguments)]
        if name == "openat":
            yield _Call("open", _path_of(found[4] or ""), int("O_CREAT" in arguments))
        elif name in ("unlink", "unlinkat"):
            yield _Call("unlink", texts[-1].decode(), 0)
        elif name == "write" and arguments.startswith("1<"):
            yield _Call("said", "", 0, texts[0])
        elif name in ("pwrite64", "ftruncate"):
            data = texts[0][:result] if texts else b""
            yield _Call(name.removesuffix("64"), _path_of(arguments), int(arguments.rsplit(", ", 1)[1]), data)
        else:
            yield _Call("fsync" if name == "fdatasync" else name, _path_of(arguments), 0)


def _noted(lines: Iterable[str]) -> Iterator[_Call]:
    """As the shim does."""
    for line in lines:
        name, path, number, data = line.rstrip("\n").split("\t")
        yield _Call(name, bytes.fromhex(path).decode(), int(number), bytes.fromhex(data))


def _acts(calls: Iterable[_Call], folder: Path, seen: set[str]) -> Iterator[Act]:
    for call in calls:
        if call.name == "said":
            yield from (Said(each) for each in call.data.decode().splitlines())
            continue
        name = _below(call.path, folder)
        match call.name:
            case _ if name is None:
                continue
            case "open":
                if name and call.number and name not in seen:
                    seen.add(name)
                    yield Make(name)
            case "unlink":
                seen.discard(name)
                yield Remove(name)
            case "pwrite":
                yield Write(name, call.number, call.data)
            case "ftruncate":
                yield Cut(name, call.number)
            case "fsync":
                yield Flush(name)
            case _:  # a library that begins to use another call must not go unseen
                raise AssertionError(f"no rule for {call.name}")


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _path_of(described: str) -> str:
    """The path of a descriptor."""
    found = _FILE.match(described)
    return _bytes(found[1]).decode() if found is not None and "\\x" in found[1] else ""


def _below(path: str, folder: Path) -> str | None:
    """The name of a file right below `folder`, "" for the folder itself, None for one elsewhere."""
    if not path or Path(path) == folder:
        return "" if path else None
    return Path(path).name if Path(path).parent == folder else None
