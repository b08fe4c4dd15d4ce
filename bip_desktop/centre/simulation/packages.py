# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented world as jobcentres would send it: real sealed and signed packages from several installations of each
site, and a centre whose keys open them.

Each installation sends the meetings of its own caseworkers, a span of weeks at a time. A few meetings come again in a
later package, corrected, and a few citizens withdraw after their answers were sent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast
from uuid import uuid4

import numpy as np
import pandas as pd

from bip_desktop import __version__
from bip_desktop.centre.enrolment import enrol
from bip_desktop.centre.home import Home, make_home
from bip_desktop.centre.linked_files import CITIZEN, Kind, RegisterRow, Spell
from bip_desktop.centre.linking import link_register, link_spells
from bip_desktop.centre.simulation.people import Ints
from bip_desktop.centre.simulation.world import World
from bip_desktop.centre.simulation.world_tables import OUTCOMES, REGISTER, RULES_VERSION, Frames
from bip_desktop.centre.weeks import week_number
from bip_desktop.domain.submission import ANSWERS, CITIZENS, INTERVENTIONS, MEETINGS, NO_HASH, TOMBSTONES
from bip_desktop.domain.submission_schema import Row, Table
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.exchange.package import PackageFiles
from bip_desktop.exchange.signing import new_signing_key, public_key
from bip_desktop.paths import resources
from bip_desktop.services.ports import Installation
from bip_desktop.services.submission_contents import Contents
from bip_desktop.services.submitting import InstrumentUsed, Package

CENTRE_NAME = "Opdigtet forskningscenter"
_SCHEMA_VERSION = "0002"
_RULES = "bip-rules"
_CHANGED_LATER = {"before": "during", "during": "after", "after": "before"}
"""`caseworker_when` as it stood before it was corrected."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Sender:
    installation: Installation
    site: int
    number: int
    """Among the installations of its site."""


def write_packages(world: World, frames: Frames, folder: Path, home_folder: Path, now: str, progress: Progress) -> int:
    """Makes the centre in `home_folder` and fills `folder` with packages for it; gives how many there are."""
    home = make_home(home_folder, CENTRE_NAME)
    folder.mkdir()
    senders = _enrolled(world, home, now)
    _link(frames, home)
    writer = PackageFiles(home.recipients_file)
    shipments = _Shipments(world, frames)
    total, done = len(senders) * world.options.packages, 0
    for sender in senders:
        previous, after = NO_HASH, 0
        for seq in range(1, world.options.packages + 1):
            rows = shipments.rows(sender, seq)
            upto = after + max(1, len(rows[MEETINGS.name]))
            prepared = writer.prepare(_package(sender, seq, previous, Contents(after, upto, rows, (), 0, 0)))
            (folder / prepared.file_name).write_bytes(prepared.sealed)
            previous, after = prepared.manifest_sha256, upto
            done += 1
            progress(done, total)
    return total


def _enrolled(world: World, home: Home, now: str) -> list[_Sender]:
    senders = []
    with home.opened() as store, store.writing() as connection:
        for site, name in enumerate(world.sites):
            for number in range(world.options.installations):
                key = new_signing_key()
                print_ = enrol(connection, name, public_key(key), now)
                senders.append(_Sender(Installation(print_[:6], name, name, key), site, number))
    return senders


def _link(frames: Frames, home: Home) -> None:
    """Puts in what a linking unit would have sent."""
    spells = [
        Spell(citizen, Kind(kind), week_number(first), week_number(last))
        for citizen, kind, first, last in frames[OUTCOMES].itertuples(index=False, name=None)
    ]
    register = (
        RegisterRow(str(row.pop(CITIZEN)), "", {str(name): str(value) for name, value in row.items()})
        for row in frames[REGISTER].to_dict("records")
    )
    with home.opened() as store, store.writing() as connection:
        link_spells(connection, spells)
        link_register(connection, register)


def _package(sender: _Sender, seq: int, previous: str, contents: Contents) -> Package:
    installation = sender.installation
    return Package(
        str(uuid4()),
        installation,
        seq,
        previous,
        contents,
        (_instrument(),),
        _RULES,
        RULES_VERSION,
        __version__,
        _SCHEMA_VERSION,
        NO_HASH,
    )


@cache
def _instrument() -> InstrumentUsed:
    folder = InstrumentFolder(resources() / "instruments")
    current = folder.current()
    raw = folder.raw(current.instrument_id, current.version)
    return InstrumentUsed(current.instrument_id, current.version, current.wording_version, raw)


class _Shipments:
    """Which rows go into which package."""

    def __init__(self, world: World, frames: Frames) -> None:
        self._world = world
        self._frames = frames
        courses, options = world.courses, world.options
        self._site = world.people.site[courses.citizen]
        self._installation = courses.caseworker // options.sites % options.installations
        self._seq: Ints = 1 + courses.week * options.packages // max(1, int(courses.week.max()) + 1)
        self._corrected = world.circumstances.corrected & (self._seq < options.packages)
        place = pd.Series(np.arange(len(courses.week)), index=world.names.meetings)
        self._answers = _by_meeting(frames[ANSWERS.name], place)
        self._interventions = _by_meeting(frames[INTERVENTIONS.name], place)

    def rows(self, sender: _Sender, seq: int) -> dict[str, tuple[Row, ...]]:
        """The rows of one package by table."""
        here = (self._site == sender.site) & (self._installation == sender.number)
        last = seq == self._world.options.packages
        first_time = np.flatnonzero(here & (self._seq == seq))
        again = np.flatnonzero(here & self._corrected) if last else np.empty(0, dtype=np.int64)
        rows = self._of_meetings(np.union1d(first_time, again))
        if not last:
            rows = _before_correction(rows)
        if sender.number == 0:
            withdrawn = self._world.names.withdrawn[sender.site :: self._world.options.sites]
            if last:
                mine = self._frames[TOMBSTONES.name]["id"].isin(list(withdrawn))
                rows[TOMBSTONES.name] = _tuples(self._frames[TOMBSTONES.name][mine], TOMBSTONES)
            elif seq == 1 and rows[CITIZENS.name]:
                for name in withdrawn:
                    rows = _with_double(rows, str(name))
        return rows

    def _of_meetings(self, places: Ints) -> dict[str, tuple[Row, ...]]:
        citizens = np.unique(self._world.courses.citizen[places])
        return {
            CITIZENS.name: _tuples(self._frames[CITIZENS.name].iloc[citizens], CITIZENS),
            MEETINGS.name: _tuples(self._frames[MEETINGS.name].iloc[places], MEETINGS),
            ANSWERS.name: _tuples(_picked(self._answers, places), ANSWERS),
            INTERVENTIONS.name: _tuples(_picked(self._interventions, places), INTERVENTIONS),
            TOMBSTONES.name: (),
        }


def _by_meeting(frame: pd.DataFrame, place: "pd.Series[int]") -> pd.DataFrame:
    """The frame by its meetings' places."""
    return frame.set_axis(place.loc[frame["meeting_id"]].to_numpy(), axis=0).sort_index(kind="stable")


def _picked(frame: pd.DataFrame, places: Ints) -> pd.DataFrame:
    return frame[frame.index.isin(places)]


def _tuples(frame: pd.DataFrame, table: Table) -> tuple[Row, ...]:
    columns = [frame[name].tolist() for name in table.header]
    return tuple(zip(*columns, strict=True))


def _before_correction(rows: dict[str, tuple[Row, ...]]) -> dict[str, tuple[Row, ...]]:
    """The rows as they stood when they were first sent."""
    revision, when = MEETINGS.header.index("revision"), MEETINGS.header.index("caseworker_when")
    of_set = INTERVENTIONS.header.index("revision")

    def before(row: Row) -> Row:
        if row[revision] == 1:
            return row
        return (*row[:revision], 1, *row[revision + 1 : when], _CHANGED_LATER[str(row[when])], *row[when + 1 :])

    return {
        **rows,
        MEETINGS.name: tuple(before(row) for row in rows[MEETINGS.name]),
        INTERVENTIONS.name: tuple((*row[:of_set], 1) for row in rows[INTERVENTIONS.name]),
    }


def _with_double(rows: dict[str, tuple[Row, ...]], name: str) -> dict[str, tuple[Row, ...]]:
    """The same rows, and those of the first citizen once more under other names."""
    citizen = cast(str, rows[CITIZENS.name][0][0])
    place = MEETINGS.header.index("citizen_id")
    names = {str(row[0]): str(uuid4()) for row in rows[MEETINGS.name] if row[place] == citizen}
    names[citizen] = name
    doubled = dict(rows)
    for table in (CITIZENS, MEETINGS, ANSWERS, INTERVENTIONS):
        mine = (row for row in rows[table.name] if row[0] in names)
        doubled[table.name] += tuple(
            tuple(names.get(str(cell), cell) if at in (0, place) else cell for at, cell in enumerate(row))
            for row in mine
        )
    return doubled
