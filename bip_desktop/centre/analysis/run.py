# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One run of the analyses: read, compute, suppress, write. Everything is written beside the folder first, so that a
run that is interrupted leaves what was there before."""

import hashlib
import json
import platform
import shutil
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from errno import ENOTDIR
from importlib.metadata import version
from os import strerror
from pathlib import Path
from typing import Any

from bip_desktop import __version__
from bip_desktop.centre.analysis.effects import EffectTable
from bip_desktop.centre.analysis.making_tables import World, make_world, tables_of
from bip_desktop.centre.analysis.reading import Progress, Read, read_tables
from bip_desktop.centre.analysis.report import MARK, write_report
from bip_desktop.centre.analysis.report_sections import SECTIONS
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.suppression import suppress
from bip_desktop.centre.analysis.table_output import write_csv
from bip_desktop.centre.analysis.workbook import write_workbook
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.weeks import month_of

WORKBOOK = "analyses.xlsx"
_PACKAGES = ("numpy", "pandas", "scipy", "statsmodels", "matplotlib")


@dataclass(frozen=True)
class Ran:
    """What a run has written."""

    tables: Sequence[EffectTable]
    left_out: dict[str, tuple[str, ...]]
    """Tables whose identity does not hold, and why: they are not written."""
    out: Path


def analyse(folder: Path, out: Path, settings: Settings, language: str, progress: Progress) -> Ran:
    """Reads the tables in `folder` and writes everything to `out`. Raises `CentreError` as `read_tables` does, and
    FOLDER_NOT_EMPTY, ANALYSE_OUT."""
    with _beside(out) as part:
        read = read_tables(folder, settings, progress)
        world = make_world(read, settings, progress)
        made = list(tables_of(world))
        left_out = {table.name: table.broken() for table in made if table.broken()}
        shown = suppress([table for table in made if table.name not in left_out], settings.thresholds.cell)
        progress("skriver tabeller")
        write_csv(shown, part / "tables")
        record = _record(world, read, shown, left_out)
        write_workbook(shown, part / "tables" / WORKBOOK, record["data"]["sha256"][:MARK], language)
        text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
        (part / "run.json").write_text(text, encoding="utf-8")
        progress("skriver rapporten")
        write_report(part / "report.html", shown, left_out, record, settings, language)
        _put(part, out)
    return Ran(shown, left_out, out)


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A folder beside `out`, made before the work, so that a place that cannot be written says so at once. It is gone
    afterwards, whatever happened."""
    part = out.with_name(out.name + ".part")
    try:
        _check_out(out)
        shutil.rmtree(part, ignore_errors=True)
        try:
            (part / "tables").mkdir(parents=True)
        except ValueError as error:  # a name that cannot be one
            raise OSError(str(error)) from None
        yield part
    except OSError as error:
        raise CentreError(Problem.ANALYSE_OUT, path=str(out), what=error.strerror or str(error)) from None
    finally:
        if "\0" not in str(part):
            shutil.rmtree(part, ignore_errors=True)


def _check_out(out: Path) -> None:
    """What an earlier run has written may go. A folder `tables` with anything else in it may be the data themselves."""
    tables = out / "tables"
    ours = {*(f"{name}.csv" for name in SECTIONS), WORKBOOK}
    if tables.is_dir() and not {each.name for each in tables.iterdir()} <= ours:
        raise CentreError(Problem.FOLDER_NOT_EMPTY, folder=str(tables))
    for path in (out, tables):
        if path.exists() and not path.is_dir():
            raise NotADirectoryError(ENOTDIR, strerror(ENOTDIR))


def _put(part: Path, out: Path) -> None:
    """Moves what was written to its place; other files in `out` stay."""
    out.mkdir(parents=True, exist_ok=True)
    with _uninterrupted():
        for name in ("tables", "run.json", "report.html"):
            old = out / name
            if old.is_dir():
                old.replace(part / f"{name}-before")
            (part / name).replace(old)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """For what takes no time and must be done whole: an interruption then comes too late."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _record(
    world: World, read: Read, tables: Sequence[EffectTable], left_out: dict[str, tuple[str, ...]]
) -> dict[str, Any]:
    """run.json: everything that makes this run what it is, and no time of day: the same input gives the same file."""
    together = hashlib.sha256(json.dumps(dict(read.hashes), sort_keys=True).encode()).hexdigest()
    counts: dict[str, Any] = {}
    for table in tables:
        if table.name == "flow":
            counts = {
                f"{each.term}{f' {each.outcome}' if each.outcome else ''}": (
                    None
                    if each.suppressed
                    else {
                        "answers": each.sample.answers,
                        "citizens": each.sample.citizens,
                        "caseworkers": each.sample.caseworkers,
                        **_jobcentres(world, each.term),
                    }
                )
                for each in table.effects
            }
    return {
        "versions": {
            "bip": __version__,
            "python": platform.python_version(),
            **{name: version(name) for name in _PACKAGES},
        },
        "configuration": world.settings.as_json(),
        "data": {"sha256": together, "files": dict(read.hashes), "quarters": _quarters(world)},
        "seeds": {"seed": world.settings.draws.seed},
        "counts": counts,
        "rows": {table.name: len(table.effects) for table in tables},
        "suppressed": {table.name: sum(each.suppressed for each in table.effects) for table in tables},
        "identity_failed": {name: list(why) for name, why in left_out.items()},
        "notes": {table.name: list(table.notes) for table in tables if table.notes},
    }


def _quarters(world: World) -> list[str]:
    """The first and the last quarter with a meeting; none where there is no meeting."""
    week = world.everything.week
    if len(week) == 0:
        return []
    found = [month_of(int(each)) for each in (week.min(), week.max())]
    return [f"{year}-Q{(month + 2) // 3}" for year, month in found]


def _jobcentres(world: World, term: str) -> dict[str, int]:
    return {"jobcentres": world.flow.jobcentres[term]} if term in world.flow.jobcentres else {}
