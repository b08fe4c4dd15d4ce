# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`bip-centre receive`, `retry` and `discard`: packages in, and what was set aside of them."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from sqlalchemy import delete, select

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.clock import now
from bip_desktop.centre.faults import CentreError, Problem, Refused
from bip_desktop.centre.home import open_home
from bip_desktop.centre.intake import Fate, Intake, packages_in
from bip_desktop.centre.reasons import reason
from bip_desktop.centre.screen_text import Screen
from bip_desktop.exchange.package import SUFFIX

_FATES = {Fate.ACCEPTED: "modtaget", Fate.DUPLICATE: "modtaget før", Fate.QUARANTINED: "sat til side"}


def receive_arguments(parser: ArgumentParser) -> None:
    """Which packages."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="pakker, eller mapper med pakker")


def receive(given: Namespace, screen: Screen) -> bool:
    """Takes packages in; one bad one never stops the others."""
    return _take_in(given.home, packages_in(given.paths), screen)


def retry(given: Namespace, screen: Screen) -> bool:
    """Tries what was set aside again: a key may have been enrolled, or the program renewed."""
    home = open_home(given.home)
    with home.opened() as store, store.reading() as connection:
        kept = select(t.quarantine.c.sha256).where(t.quarantine.c.kept)
        names = connection.execute(kept.order_by(t.quarantine.c.first_seen)).scalars().all()
    return _take_in(given.home, [home.quarantine / f"{name}{SUFFIX}" for name in names], screen)


def _take_in(folder: Path, paths: list[Path], screen: Screen) -> bool:
    home = open_home(folder)
    counts = dict.fromkeys(Fate, 0)
    rows = 0
    aside: list[tuple[Path, Refused]] = []
    with home.opened() as store:
        for number, outcome in enumerate(Intake(home, store, now).receive(paths), 1):
            counts[outcome.fate] += 1
            rows += outcome.rows
            screen.progress(f"{number} af {len(paths)} pakker")
            if outcome.refused is not None:
                aside.append((outcome.path, outcome.refused))
                screen.say(f"{outcome.path.name}\n    {reason(outcome.refused).da}\n    {reason(outcome.refused).en}")
    screen.say(", ".join(f"{count} {_FATES[fate]}" for fate, count in counts.items()) + f". {rows} rækker.")
    if counts[Fate.ACCEPTED] or counts[Fate.DUPLICATE]:
        screen.say(f"Kvitteringerne ligger i {home.receipts}. Send dem til jobcentrene.")
    screen.result(
        {
            **{fate.value: count for fate, count in counts.items()},
            "rows": rows,
            "reasons": [_reason_json(path, refused) for path, refused in aside],
        }
    )
    return bool(aside)


def discard_arguments(parser: ArgumentParser) -> None:
    """Which of them."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("names", nargs="*", default=[], metavar="NAVN", help="filnavne, som status viser dem")
    which.add_argument("--all", action="store_true", help="alt, der er sat til side")


def discard(given: Namespace, screen: Screen) -> bool:
    """Removes what was set aside, and its copies: a forged package, or one that has come again in order."""
    home, table = open_home(given.home), t.quarantine
    with home.opened() as store, store.writing() as connection:
        found = [row for row in connection.execute(select(table.c.sha256, table.c.file_name)).all()
                 if given.all or row.file_name in given.names]  # fmt: skip
        if missing := set(given.names) - {row.file_name for row in found}:
            raise CentreError(Problem.QUARANTINE_UNKNOWN, names=", ".join(sorted(missing)))
        for row in found:
            connection.execute(delete(table).where(table.c.sha256 == row.sha256))
    for row in found:  # after the transaction: a copy that nothing names is in nobody's way
        (home.quarantine / f"{row.sha256}{SUFFIX}").unlink(missing_ok=True)
    screen.say(f"{len(found)} smidt væk.")
    screen.result({"discarded": [row.file_name for row in found]})
    return False


def _reason_json(path: Path, refused: Refused) -> dict[str, object]:
    words = reason(refused)
    place = refused.place
    return {
        "path": str(path),
        "flaw": refused.flaw.value,
        "file": place.file,
        "row": place.row,
        "column": place.column,
        "da": words.da,
        "en": words.en,
    }
