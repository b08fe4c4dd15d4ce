# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The commands of the analyses."""

import os
import warnings
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bip_desktop.centre.analysis.half_done import throw_away
from bip_desktop.centre.analysis.settings import Settings, read_settings
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.home import open_home
from bip_desktop.centre.screen_text import Screen
from bip_desktop.centre.table_files import write_tables

if TYPE_CHECKING:
    from bip_desktop.centre.analysis.run import Ran


def analyse_arguments(parser: ArgumentParser) -> None:
    """Of `analyse`."""
    _input_arguments(parser)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="mappen til report.html, tables og run.json"
    )
    parser.add_argument("--language", choices=("da", "en"), default="da", help="rapportens sprog (da)")


def _input_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--tables", type=Path, metavar="DIR", help="mappe med CSV-tabeller; uden: centrets egne data")
    parser.add_argument("--config", type=Path, metavar="FILE", help="indstillinger (TOML), se docs/tables.md")


def _one_thread() -> None:
    """Several threads of the linear algebra add up in another order, and the last digits would depend on their number.
    It is read when numpy is, which no command before this one needs."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ[name] = "1"


def run_analyse(given: Namespace, screen: Screen) -> bool:
    """Reads, computes and writes everything."""
    _one_thread()
    try:
        from bip_desktop.centre.analysis.run import analyse  # only here: pandas and matplotlib take a second

        with _tables(given, screen) as folder, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what numpy warns of stands in the tables as a number that is not there
            ran = analyse(folder, given.out, settings_of(given), given.language, screen.progress)
    except KeyboardInterrupt as interrupted:
        throw_away(interrupted)
        raise CentreError(Problem.ANALYSE_INTERRUPTED, path=str(given.out)) from None
    screen.clear()
    for line in closing(ran):
        screen.say(line)
    screen.result({"out": str(ran.out), "rows": {table.name: len(table.effects) for table in ran.tables}})
    return bool(ran.left_out)


def closing(ran: "Ran") -> Iterator[str]:
    """What was written, what is not there and why."""
    from bip_desktop.centre.analysis.report_sections import SECTIONS
    from bip_desktop.centre.analysis.report_words import NOTES
    from bip_desktop.centre.analysis.run import WORKBOOK

    for name, why in ran.left_out.items():
        yield f"Ikke skrevet: {SECTIONS[name].title.da}. Regnestykket går ikke op: {'; '.join(why)}."
    for table in ran.tables:
        if not table.effects:
            reasons = " ".join(NOTES[note].da for note in table.notes)
            yield f"Uden tal: {SECTIONS[table.name].title.da}. {reasons}".rstrip()
    rows = [each for table in ran.tables for each in table.effects]
    hidden = sum(each.suppressed for each in rows)
    yield f"{_number(len(rows))} tal i {len(ran.tables)} tabeller, {_number(hidden)} af dem skjult: for få står bag."
    yield ""
    yield f"Rapporten:  {ran.out / 'report.html'}"
    yield f"Tabellerne: {ran.out / 'tables'} (samlet i {WORKBOOK})"
    yield f"Kørslen:    {ran.out / 'run.json'}"


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def summarise_arguments(parser: ArgumentParser) -> None:
    """Of `summarise`."""
    _input_arguments(parser)
    parser.add_argument("--recipients", type=Path, required=True, metavar="FILE", help="centrets recipients.json")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="den forseglede fil")


def run_summarise(given: Namespace, screen: Screen) -> bool:
    """Writes sums per caseworker, sealed."""
    _one_thread()
    from bip_desktop.centre.analysis.federation import seal, summarise_tables
    from bip_desktop.domain.errors import BipError
    from bip_desktop.exchange.envelope import read_recipients

    try:
        recipients = read_recipients(given.recipients)
    except BipError:
        raise CentreError(Problem.SUMMARY_RECIPIENTS, file=given.recipients.name) from None
    with _tables(given, screen) as folder:
        sums, done = summarise_tables(folder, settings_of(given), screen.progress)
    if not done.caseworkers:
        raise CentreError(Problem.SUMMARY_NOTHING)
    with _writing(given.out):
        seal(sums, recipients, given.out)
    screen.say(f"{_number(done.caseworkers)} sagsbehandlere, {_number(done.answers)} besvarelser i {given.out}.")
    if done.left_out:
        screen.say(f"{_number(done.left_out)} sagsbehandlere har færre end ti borgere og er ikke med.")
    screen.say("Filen er forseglet til centret og må ikke offentliggøres: summer af få kan røbe den enkelte.")
    screen.result(
        {"out": str(given.out), "caseworkers": done.caseworkers, "left_out": done.left_out, "answers": done.answers}
    )
    return False


def combine_arguments(parser: ArgumentParser) -> None:
    """Of `combine`."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="forseglede filer fra stederne")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="hvor tabellen skrives")


def run_combine(given: Namespace, screen: Screen) -> bool:
    """One regression of all sites' sums."""
    _one_thread()
    from bip_desktop.centre.analysis.federation import combined_table, unseal
    from bip_desktop.centre.analysis.suppression import suppress
    from bip_desktop.centre.analysis.table_output import write_csv

    identity = open_home(given.home).operating_identity()
    # The same sums twice, under whatever name, would count their people twice.
    by_content = {site.sums.products.tobytes(): site for site in (unseal(path, identity) for path in given.files)}
    sites = list(by_content.values())
    if len(sites) < len(given.files):
        screen.say(f"{len(given.files) - len(sites)} filer er de samme som andre og er ikke talt to gange.")
    tables = suppress([combined_table(sites)], Settings().thresholds.cell)
    with _writing(given.out):
        write_csv(tables, given.out / "tables")
    sample = tables[0].effects[0].sample
    files = "én fil" if len(sites) == 1 else f"{len(sites)} filer"
    screen.say(f"{_number(sample.caseworkers)} sagsbehandlere, {_number(sample.answers)} besvarelser fra {files}.")
    screen.say(f"Tabellen: {given.out / 'tables' / (tables[0].name + '.csv')}")
    screen.result({"out": str(given.out), "caseworkers": sample.caseworkers, "answers": sample.answers})
    return False


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    """Raises `CentreError` ANALYSE_OUT where `out` cannot be written."""
    try:
        yield
    except OSError as error:
        raise CentreError(Problem.ANALYSE_OUT, path=str(out), what=error.strerror or str(error)) from None


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
        with home.opened() as store, store.reading() as connection:
            write_tables(connection, Path(folder), ["csv"], lambda name, _: screen.progress(f"henter {name}"))
        yield Path(folder)
