# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A PostgreSQL server of the tests' own: on a socket in a temporary folder, with no network and no password."""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

_PROGRAMS = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt/postgresql")
_SETTINGS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off"


def programs() -> Path | None:
    """The folder of the server's programs, None where there is no server."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    installed = [path.parent for root in _PROGRAMS for path in Path(root).glob("**/bin/initdb")]
    return max(installed, default=None)


class Server:
    """A running server; each test gets a database of its own."""

    def __init__(self, bin_folder: Path) -> None:
        self._bin = bin_folder
        # Short: a socket's path has a hundred characters at most.
        self._folder = Path(tempfile.mkdtemp(prefix="bip-pg-"))
        self._user = _somebody()
        if self._user is not None:
            shutil.chown(self._folder, self._user)
        self._run("initdb", "-D", str(self._data), "-U", "bip", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        options = f"-k {self._folder} {_SETTINGS}"
        self._run("pg_ctl", "-D", str(self._data), "-o", options, "-l", str(self._folder / "log"), "-w", "start")
        self._names = (f"test{number}" for number in itertools.count())

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def new_database(self) -> str:
        """The URL of an empty database."""
        name = next(self._names)
        with psycopg.connect(f"host={self._folder} user=bip dbname=postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql+psycopg://bip@/{name}?host={self._folder}"

    def stop(self) -> None:
        """Stops the server and removes everything."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "stop")
        shutil.rmtree(self._folder)

    def _run(self, program: str, *arguments: str) -> None:
        # Not its output: the server would keep the pipe open.
        done = subprocess.run(
            [str(self._bin / program), *arguments], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            if program != "pg_ctl" else subprocess.DEVNULL, cwd=self._folder, user=self._user,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr and done.stderr.decode()}")


def _somebody() -> str | None:
    """Whom the server runs as: it refuses to be root."""
    if os.geteuid() != 0:
        return None
    names = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
