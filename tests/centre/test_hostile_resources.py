# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Archives made to eat time and memory are refused with little of either: under 5 seconds and 300 MiB, the program's
own start counted."""

import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.centre.packages import Taken, World, rows_of
from tests.centre.test_hostile_packages import _zip

_SECONDS, _MEMORY = 5.0, 300 * 1024 * 1024
_MEASURED = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)
said = process.stdout.read()
_, status, used = os.wait4(process.pid, 0)
code = os.waitstatus_to_exitcode(status)
print(json.dumps({"said": said, "code": code, "most": used.ru_maxrss, "seconds": used.ru_utime + used.ru_stime}))
"""
"""Begins the program from a small process: the system counts the memory of whoever began it as its own."""
_GB = 1024**3


def _zeros(size: int) -> bytes:
    """A deflated stream that unpacks to so many zeros, made at once: a block that stands for itself, many times."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(_GB // 100)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * (size // (_GB // 100)) + packer.flush()


def _member(name: str, told: int, size: int) -> Callable[[bytes], bytes]:
    return lambda _: _zip([(name, _zeros(size), told, 0)])


def _full_of(plain: bytes, name: str, size: int, told: int) -> bytes:
    """The archive with one member that unpacks to `size` zeros and says it is of `told` bytes."""
    with zipfile.ZipFile(io.BytesIO(plain)) as old:
        members = []
        for each in old.namelist():
            content = old.read(each)
            members.append((each, zlib.compress(content, 9)[2:-4], len(content), zlib.crc32(content)))
        members = [(name, _zeros(size), told, 0) if each[0] == name else each for each in members]
    return _zip(members)


def _nested(plain: bytes) -> bytes:
    inner = plain
    for _ in range(5):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
            for number in range(10):
                zipped.writestr(f"{number}.zip", inner)
        inner = out.getvalue()
    return inner


def _overlapping(_plain: bytes) -> bytes:
    """Fifteen members that all are the same ten megabytes of stream."""
    data = _zeros(_GB)
    return _zip([(f"data/{number}.csv", data if number == 0 else b"", _GB, 0) for number in range(15)], [0] * 15)


_HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "a bomb": _member("data/answers.csv", 400 * 1024 * 1024, 4 * _GB // 10),
    "a member of 10 GB": _member("data/answers.csv", 0xFFFFFFFF, 10 * _GB),
    "a member of 10 GB that says it is small": lambda plain: _full_of(plain, "data/answers.csv", 10 * _GB, 50_000),
    "a member that says it is as large as may be": lambda plain: _full_of(
        plain, "data/answers.csv", 10 * _GB, 400 * 1024 * 1024
    ),
    "a way out": lambda plain: _zip([("../../../tmp/owned.csv", zlib.compress(b"x")[2:-4], 1, zlib.crc32(b"x"))]),
    "a nested archive": _nested,
    "overlapping members": _overlapping,
}


@pytest.mark.parametrize("what", _HOSTILE)
def test_it_is_refused_with_little_time_and_memory(world: World, what: str) -> None:
    if not hasattr(os, "wait4"):
        pytest.skip("this system does not tell how much memory a process has used")

    def change(taken: Taken) -> None:
        taken.repack = _HOSTILE[what]

    world.site.send(rows_of((1, 1)), change)
    command = [sys.executable, "-m", "bip_desktop.centre", "--json", "--home", str(world.home.folder), "receive"]
    root = Path(__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-c", _MEASURED, *command, str(world.inbox)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
        text=True,
        check=True,
    )
    used = json.loads(told.stdout)
    said = json.loads(used["said"])
    assert used["code"] == 1
    assert said["quarantined"] == 1
    assert said["reasons"][0]["da"]
    unit = 1 if sys.platform == "darwin" else 1024
    assert used["most"] * unit < _MEMORY
    # Of its own processor time: another program's does not count against it.
    assert used["seconds"] < _SECONDS
    assert not any(world.tables().values())
    assert not (world.folder / "owned.csv").exists()
