# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The plain tables as arrays."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import numpy as np

from bip_desktop.centre.analysis.answer_codes import Codes
from bip_desktop.centre.analysis.reading_answers import read_answers
from bip_desktop.centre.analysis.reading_linked import Register, read_register, read_spells
from bip_desktop.centre.analysis.reading_meetings import Meetings, read_citizens, read_meetings
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.table_form import examine
from bip_desktop.centre.analysis.weeks import Spells
from bip_desktop.centre.faults import CentreError, Problem

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Read:
    """The tables as arrays."""

    meetings: Meetings
    values: Codes
    """(n, all scales and options): the blind answers of each meeting."""
    spells: Mapping[str, Spells] | None
    """By kind; None where there is no outcomes.csv."""
    register: Register
    counts: Mapping[str, int]
    """Answers that are looked at, and rows of each table that are not, by the flow's word for them."""
    hashes: Mapping[str, str]
    """SHA-256 of each file."""


def read_tables(folder: Path, settings: Settings, progress: Progress) -> Read:
    """Reads `folder`. Raises `CentreError` ANALYSE_… or PATH_MISSING."""
    citizens_file, meetings_file, answers_file, outcomes_file, register_file = paths = [
        folder / f"{name}.csv" for name in ("citizens", "meetings", "answers", "outcomes", "register")
    ]
    for path in paths[:3]:
        if not path.exists():
            raise CentreError(Problem.PATH_MISSING, path=str(path))
    hashes = {}
    for path in paths:
        if path != answers_file and path.exists():
            progress(f"ser efter i {path.name}")
            hashes[path.name] = examine(path)
    with _examined(answers_file) as examined:
        progress("læser citizens.csv og meetings.csv")
        citizens = read_citizens(citizens_file)
        meetings, identities = read_meetings(meetings_file, citizens)

        def tell(rows: int) -> None:
            progress(f"læser answers.csv: {rows:,} rækker".replace(",", "."))

        values, counts = read_answers(answers_file, identities, tell)
    hashes[answers_file.name] = examined[0]
    progress("læser outcomes.csv og register.csv")
    counts["citizen_without_meeting"] = len(citizens) - int((np.bincount(meetings.citizen) > 0).sum())
    spells = None
    if outcomes_file.exists():
        spells, more = read_spells(outcomes_file, citizens, settings)
        counts |= more
    register, counts["register_of_unknown"] = read_register(
        register_file, meetings.citizen, identities, citizens, settings
    )
    return Read(meetings, values, spells, register, counts, hashes)


@contextmanager
def _examined(path: Path) -> Iterator[list[str]]:
    """Looks at the form of the largest file beside what is done meanwhile, and gives its hash afterwards. What is wrong
    with its form goes before what was made of it."""
    found: list[str] = []
    faults: list[CentreError] = []
    interrupted = Event()

    def look() -> None:
        try:
            found.append(examine(path, interrupted.is_set))
        except CentreError as error:
            faults.append(error)

    def wait() -> None:
        while thread.is_alive():
            thread.join(0.2)  # a wait without an end would not hear an interruption everywhere
        if faults:
            raise faults[0]

    thread = Thread(target=look, daemon=True)
    thread.start()
    try:
        yield found
    except Exception:  # whatever it is, a fault found in the file itself says more
        wait()
        raise
    except BaseException:
        interrupted.set()
        raise
    wait()
