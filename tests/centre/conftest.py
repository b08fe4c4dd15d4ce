# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A centre in a temporary folder, on each kind of store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.centre.packages import World
from tests.centre.postgres import Server, programs


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server of the tests' own."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed here (apt-get install postgresql): that store is not tested")
    server = Server(found)
    yield server
    server.stop()


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A centre on the embedded store."""
    return World(tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def any_world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A centre on the embedded store, and the same on PostgreSQL."""
    if request.param == "sqlite":
        yield World(tmp_path)
        return
    server: Server = request.getfixturevalue("postgres")
    world = World(tmp_path, server.new_database)
    yield world
    world.close()
