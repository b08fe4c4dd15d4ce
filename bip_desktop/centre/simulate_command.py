# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`bip-centre simulate`: an invented world with known truth, as files."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bip_desktop.centre.clock import now
from bip_desktop.centre.screen_text import Screen, text_table
from bip_desktop.centre.simulation.options import OPTION_FIELDS, WorldOptions, option_name

_ABOUT = {
    "sites": "jobcentre",
    "caseworkers": "sagsbehandlere i alt",
    "citizens": "borgere i alt",
    "seed": "et andet tal giver en anden verden",
    "weeks": "uger med samtaler",
    "follow_up": "uger, registrene går videre bagefter",
    "installations": "computere på hvert jobcenter",
    "packages": "pakker fra hver computer",
    "caseworker_sd": "sande forskelle mellem sagsbehandlere: standardafvigelse, 0.05 er 5 procentpoint",
    "belief_effect": "hvad et trin på S12 gør ved chancen for arbejde",
    "change_effect": "hvad et skift af sagsbehandler gør ved den",
    "belief_skill": "korrelation mellem sagsbehandlerens tro og dygtighed",
    "combination_effect": "hvor langt en kombination med job flytter borgeren på tre måneder, i standardafvigelser",
}


def simulate_arguments(parser: ArgumentParser) -> None:
    """`--out`, and an option for each field of `WorldOptions`."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="en ny eller tom mappe")
    parser.add_argument("--tables-only", action="store_true", help="kun tabeller og sandhed, ingen pakker")
    for field in OPTION_FIELDS:
        about = f"{_ABOUT[field.name]} ({field.default})"
        kind = int if isinstance(field.default, int) else float
        parser.add_argument(option_name(field.name), type=kind, default=field.default, metavar="TAL", help=about)


def simulate(given: Namespace, screen: Screen) -> bool:
    """Invents the world and writes it."""
    options = WorldOptions(**{field.name: getattr(given, field.name) for field in OPTION_FIELDS}).check()
    # Only here: no other command should wait for pandas.
    from bip_desktop.centre.simulation.margins import margins
    from bip_desktop.centre.simulation.packages import write_packages
    from bip_desktop.centre.simulation.world import invent_world
    from bip_desktop.centre.simulation.world_files import (
        CENTRE,
        PACKAGES,
        TABLES,
        TRUTH,
        new_folder,
        write_truth,
        write_world_tables,
    )
    from bip_desktop.centre.simulation.world_tables import pieces, world_tables

    new_folder(given.out)
    screen.progress("opfinder verden")
    world = invent_world(options)
    screen.progress("skriver tabeller")
    frames = None if given.tables_only else world_tables(world)
    rows = write_world_tables(pieces(world) if frames is None else frames.items(), given.out / TABLES)
    write_truth(world, given.out)
    packages = 0
    if frames is not None:
        packages = write_packages(
            world, frames, given.out / PACKAGES, given.out / CENTRE, now(),
            lambda done, total: screen.progress(f"{done} af {total} pakker"),
        )  # fmt: skip
    found = margins(world)
    screen.say("En opdigtet verden. Ingen i den findes.\n")
    screen.say(
        text_table(
            ("tal", "trykt", "her", "kilde"),
            [(each.what, _written(each.printed, each.percent), _written(each.found, each.percent), each.source)
             for each in found],
        )
    )  # fmt: skip
    screen.say(f"\nTabellerne ligger i {given.out / TABLES}, og det, der er sandt, i {given.out / TRUTH}.")
    if packages:
        screen.say(f"{packages} pakker ligger i {given.out / PACKAGES}. Modtag dem med")
        screen.say(f"    bip-centre --home {given.out / CENTRE} receive {given.out / PACKAGES}")
    screen.result(
        {
            "out": str(given.out),
            "packages": packages,
            "rows": rows,
            "margins": [{"what": each.what, "printed": each.printed, "found": each.found} for each in found],
        }
    )
    return False


def _written(number: float, percent: bool) -> str:
    return f"{number:.1f} %".replace(".", ",") if percent else f"{number:,.0f}".replace(",", ".")
