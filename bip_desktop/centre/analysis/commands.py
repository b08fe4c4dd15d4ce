# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The commands of the analyses."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bip_desktop.centre.analysis.settings import Settings, read_settings
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.home import open_home
from bip_desktop.centre.screen_text import Screen
from bip_desktop.centre.table_files import write_tables


def analyse_arguments(parser: ArgumentParser) -> None:
    """Of `analyse`."""
    _input_arguments(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="hvor rapport og tabeller skrives")
    parser.add_argument("--language", choices=("da", "en"), default="da", help="rapportens sprog")


def _input_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--tables", type=Path, metavar="DIR", help="tabeller som CSV; uden: centrets egne data")
    parser.add_argument("--config", type=Path, metavar="FILE", help="indstillinger (TOML)")


def run_analyse(given: Namespace, screen: Screen) -> bool:
    """Reads, computes and writes everything."""
    from bip_desktop.centre.analysis.run import analyse  # only here: pandas and matplotlib take a second

    with _tables(given, screen) as folder:
        ran = analyse(folder, given.out, settings_of(given), given.language, screen.progress)
    screen.clear()
    for name, why in ran.left_out.items():
        screen.say(f"{name} er ikke vist, fordi regnestykket ikke går op: {'; '.join(why)}")
    screen.say(f"Rapporten: {ran.out / 'report.html'}")
    screen.say(f"{len(ran.tables)} tabeller i {ran.out / 'tables'}.")
    screen.result({"out": str(ran.out), "rows": {table.name: len(table.effects) for table in ran.tables}})
    return bool(ran.left_out)


def settings_of(given: Namespace) -> Settings:
    """What was asked for, or the defaults."""
    return read_settings(given.config) if given.config is not None else Settings()


@contextmanager
def _tables(given: Namespace, screen: Screen) -> Iterator[Path]:
    """The folder with the tables; those of the store are written for the while."""
    if given.tables is not None:
        if not given.tables.is_dir():
            raise CentreError(Problem.PATH_MISSING, path=str(given.tables))
        yield given.tables
        return
    home = open_home(given.home)
    with TemporaryDirectory(dir=home.folder, prefix="analyse-") as folder:
        with home.store().reading() as connection:
            write_tables(connection, Path(folder), ["csv"], lambda name, _: screen.progress(f"henter {name}"))
        yield Path(folder)
