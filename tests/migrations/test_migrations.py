# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Migrations: the old schema or the new one, never between; a newer one is refused unread."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

import bip_desktop
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.storage.durable_files import make_private_file
from bip_desktop.storage.engine import migrating_engine, reading_engine
from bip_desktop.storage.keyring import DataKey
from bip_desktop.storage.meeting_tables import MeetingRow  # noqa: F401 - its tables join the others
from bip_desktop.storage.migrations import (
    BrokenForeignKeysError,
    migrate,
    needs_migration,
    newest_revision,
    stored_revision,
)
from bip_desktop.storage.tables import Table
from bip_desktop.storage.vault import FolderVault
from tests.migrations.kept_databases import PASSPHRASE, SCRIPTS
from tests.storage.invented import AGREEMENT, INSTALLATION, KAREN, citizen

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{new}"
down_revision = "{old}"


def upgrade() -> None:
    op.add_column("caseworker", sa.Column("team", sa.Text(), nullable=True))
    op.create_table("team", sa.Column("name", sa.Text(), primary_key=True))
    op.execute("UPDATE caseworker SET name = 'changed'")
    {last}
"""


@pytest.fixture(scope="module")
def key() -> DataKey:
    return DataKey.random()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, key: DataKey) -> Path:
    """A jobcentre of the newest schema, never touched by a test."""
    folder = tmp_path_factory.mktemp("made") / "BIP"
    store = FolderVault(folder, SCRIPTS).create(PASSPHRASE, KAREN, "", INSTALLATION)
    with store.writing() as work:
        work.citizens.add(citizen())
    store.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "BIP")
    return tmp_path / "BIP"


@pytest.fixture
def opened(folder: Path) -> tuple[Path, DataKey]:
    """The database of the test's own, and its key."""
    from bip_desktop.storage.keyring import Keyring

    return folder / "bip.db", Keyring.read(folder / "bip.key").opened(PASSPHRASE)[1]


def _scripts_with(tmp_path: Path, last: str) -> Path:
    """The migrations, and one more that ends with the statement `last`."""
    scripts = tmp_path / "100% db"  # a path that configuration files would take apart
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    old = newest_revision(SCRIPTS)
    new = f"{int(old) + 1:04d}"
    (scripts / "versions" / f"{new}_next.py").write_text(NEXT.format(new=new, old=old, last=last), encoding="utf-8")
    return scripts


def _schema(engine: Engine) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE tbl_name != 'alembic_version'"
            " ORDER BY type, name"
        )
        return [(*row[:3], _in_order(row[3] or "")) for row in rows]


def _in_order(statement: str) -> list[str]:
    """The lines of a table's declaration: columns as they come, constraints by name."""
    lines = [line.strip().rstrip(",") for line in statement.splitlines()]
    return [line for line in lines if not line.startswith("CONSTRAINT")] + sorted(
        line for line in lines if line.startswith("CONSTRAINT")
    )


def _content(path: Path, key: DataKey) -> list[str]:
    """Schema and data, every table of them."""
    engine = reading_engine(path, key)
    with engine.connect() as connection:
        dumped = [str(row) for row in connection.exec_driver_sql("SELECT * FROM sqlite_master")]
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        for table in tables:
            dumped += [f"{table}: {row}" for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]
    engine.dispose()
    return dumped


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def migrated(opened: tuple[Path, DataKey]) -> Iterator[Engine]:
    engine = reading_engine(*opened)
    yield engine
    engine.dispose()


def test_the_migrated_schema_is_the_declared_one_to_the_letter(migrated: Engine, tmp_path: Path, key: DataKey) -> None:
    make_private_file(tmp_path / "declared.db")
    engine = migrating_engine(tmp_path / "declared.db", key)
    Table.metadata.create_all(engine)
    declared = _schema(engine)
    engine.dispose()
    assert _schema(migrated) == declared
    assert len(declared) > 40


def test_alembic_finds_no_difference_either(migrated: Engine) -> None:
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Table.metadata) == []


def test_the_names_of_the_files_say_what_alembic_would() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    directory = ScriptDirectory.from_config(config)
    revisions = [script.revision for script in directory.walk_revisions()]
    assert directory.get_heads() == [newest_revision(SCRIPTS)]
    assert revisions == [f"{number:04d}" for number in range(len(revisions), 0, -1)]
    for script in directory.walk_revisions():
        assert Path(script.path).name.startswith(f"{script.revision}_")


def test_a_folder_without_migrations_is_no_folder_of_migrations(tmp_path: Path) -> None:
    (tmp_path / "versions").mkdir()
    with pytest.raises(FileNotFoundError):
        newest_revision(tmp_path)


def test_the_database_says_which_program_brought_it_here(opened: tuple[Path, DataKey]) -> None:
    assert stored_revision(*opened) == (newest_revision(SCRIPTS), bip_desktop.__version__)
    assert not needs_migration(*opened, SCRIPTS)


def test_an_older_database_is_brought_up_to_date_when_it_is_opened(folder: Path, tmp_path: Path) -> None:
    scripts = _scripts_with(tmp_path, "pass")
    store, _ = FolderVault(folder, scripts).open(PASSPHRASE)
    with store.reading() as work:
        assert work.people.caseworker(KAREN.caseworker_id).name == "changed"
        assert work.citizens.get(citizen().citizen_id) == citizen()
    store.close()
    FolderVault(folder, scripts).open(PASSPHRASE)[0].close()


@pytest.mark.parametrize(
    ("last", "error"),
    [
        ("raise ZeroDivisionError", ZeroDivisionError),
        ("op.execute(\"INSERT INTO local_note VALUES ('nowhere', 'talks')\")", BrokenForeignKeysError),
    ],
)
def test_a_migration_that_fails_half_way_leaves_the_old_schema_and_data(
    last: str, error: type[Exception], opened: tuple[Path, DataKey], folder: Path, tmp_path: Path
) -> None:
    before = _content(*opened)
    with pytest.raises(error):
        FolderVault(folder, _scripts_with(tmp_path, last)).open(PASSPHRASE)
    assert _content(*opened) == before
    store, _ = FolderVault(folder, SCRIPTS).open(PASSPHRASE)
    with store.reading() as work:
        assert work.people.caseworker(KAREN.caseworker_id) == KAREN
    store.close()


def test_a_migration_that_is_killed_half_way_leaves_the_old_schema_and_data(
    opened: tuple[Path, DataKey], tmp_path: Path
) -> None:
    path, key = opened
    before = _content(path, key)
    scripts = _scripts_with(tmp_path, "import os; os._exit(9)")
    program = (
        "import sys; from pathlib import Path; from bip_desktop.storage.keyring import DataKey;"
        "from bip_desktop.storage.migrations import migrate;"
        "migrate(Path(sys.argv[1]), DataKey(bytes.fromhex(sys.stdin.read())), Path(sys.argv[2]))"
    )
    ended = subprocess.run([sys.executable, "-c", program, path, scripts], input=key.raw.hex(), text=True, check=False)
    assert ended.returncode == 9
    assert _content(path, key) == before


def test_a_newer_database_is_refused_with_what_it_needs_and_not_touched(folder: Path, tmp_path: Path) -> None:
    newer = _scripts_with(tmp_path, "pass")
    FolderVault(folder, newer).open(PASSPHRASE)[0].close()
    before = _hashes(folder)
    assert before.keys() == {"bip.db", "bip.key"}
    with pytest.raises(BipError) as caught:
        FolderVault(folder, SCRIPTS).open(PASSPHRASE)
    assert caught.value.code is Code.DATABASE_NEWER
    assert caught.value.facts == {"schema": newest_revision(newer), "version": bip_desktop.__version__}
    assert _hashes(folder) == before


def test_a_newer_database_whose_log_was_left_by_a_crash_is_not_touched_either(folder: Path, tmp_path: Path) -> None:
    newer = _scripts_with(tmp_path, "pass")
    store, _ = FolderVault(folder, newer).open(PASSPHRASE)
    with store.writing() as work:
        work.citizens.plan(citizen().citizen_id, AGREEMENT.next_meeting)
    crashed = tmp_path / "crashed"
    shutil.copytree(folder, crashed, ignore=shutil.ignore_patterns("*-shm"))
    store.close()
    before = _hashes(crashed)
    assert (crashed / "bip.db-wal").stat().st_size > 0
    with pytest.raises(BipError) as caught:
        FolderVault(crashed, SCRIPTS).open(PASSPHRASE)
    assert caught.value.code is Code.DATABASE_NEWER
    after = _hashes(crashed)
    assert {name: after[name] for name in before} == before
    # The index of the log is made to read it, and holds nothing of its own.
    assert after.keys() - before.keys() <= {"bip.db-shm"}


def test_a_database_without_a_schema_is_damaged(tmp_path: Path, key: DataKey) -> None:
    path = tmp_path / "bip.db"
    make_private_file(path)
    engine = migrating_engine(path, key)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num TEXT)")
        connection.exec_driver_sql("CREATE TABLE schema_step (revision TEXT, app_version TEXT)")
    engine.dispose()
    with pytest.raises(BipError) as caught:
        stored_revision(path, key)
    assert caught.value.code is Code.DATABASE_DAMAGED


def test_opening_an_up_to_date_database_does_not_wait_for_alembic(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from bip_desktop.storage.vault import FolderVault;"
        "FolderVault(Path(sys.argv[1]), Path(sys.argv[2])).open(sys.argv[3])[0].close();"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, folder, SCRIPTS, PASSPHRASE], check=True)


def test_a_program_that_comes_second_finds_nothing_left_to_migrate(opened: tuple[Path, DataKey]) -> None:
    before = _content(*opened)
    migrate(*opened, SCRIPTS)
    assert _content(*opened) == before
