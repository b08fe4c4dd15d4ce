# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`bip-centre link`: outcomes and register from the linking unit, or a DREAM extract."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from bip_desktop.centre.dream import read_codes, read_dream
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.home import open_home
from bip_desktop.centre.linked_files import read_register, read_spells
from bip_desktop.centre.linking import Linked, link_register, link_spells, spells_by_kind
from bip_desktop.centre.screen_text import Screen, text_table


def link_arguments(parser: ArgumentParser) -> None:
    """Which files."""
    outcomes = parser.add_mutually_exclusive_group()
    outcomes.add_argument("--outcomes", type=Path, metavar="FILE", help="udfald som forløb: outcomes.csv")
    outcomes.add_argument("--dream", type=Path, metavar="FILE", help="et udtræk af DREAM med en kolonne pr. uge")
    parser.add_argument(
        "--codes", type=Path, metavar="FILE", help="hvad DREAMs koder betyder (TOML), sammen med --dream"
    )
    parser.add_argument("--register", type=Path, metavar="FILE", help="oplysninger om borgerne: register.csv")


def link(given: Namespace, screen: Screen) -> bool:
    """Reads the files first, then puts all of them in, or nothing."""
    if not (given.outcomes or given.dream or given.register) or bool(given.dream) != bool(given.codes):
        raise CentreError(Problem.LINK_NOTHING)
    home = open_home(given.home)
    said: dict[str, Any] = {}
    spells = None
    if given.outcomes:
        screen.progress("læser udfald")
        spells = read_spells(given.outcomes)
    elif given.dream:
        screen.progress("læser DREAM")
        spells = read_dream(given.dream, read_codes(given.codes))
    with home.opened() as store, store.writing() as connection:
        if spells is not None:
            screen.progress("gemmer forløb")
            said["outcomes"] = link_spells(connection, spells)
        if given.register:
            screen.progress("læser register")
            said["register"] = link_register(connection, read_register(given.register))
    if spells is not None:
        screen.say(text_table(("forløb", "antal"), list(spells_by_kind(spells).items())))
    for name, linked in said.items():
        screen.say(_sentence(name, linked))
    screen.result({name: {"rows": each.rows, "citizens": each.citizens, "known": each.known}
                   for name, each in said.items()})  # fmt: skip
    return False


def _sentence(name: str, linked: Linked) -> str:
    unknown = linked.citizens - linked.known
    sentence = f"{name}: {linked.rows} rækker om {linked.citizens} borgere."
    return f"{sentence} {unknown} af dem kender centret ikke (endnu)." if unknown else sentence
