# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`bip-centre evidence publish`: group results for the jobcentres, signed."""

from argparse import ArgumentParser, Namespace
from datetime import date

from bip_desktop.centre.changes import changes
from bip_desktop.centre.clock import now
from bip_desktop.centre.home import open_home
from bip_desktop.centre.publishing import publish
from bip_desktop.centre.screen_text import Screen, text_table
from bip_desktop.domain.evidence import Group
from bip_desktop.whole_files import make_private_folder, write_private

_GROUPS = {
    Group.NONE: "ingen indsats",
    Group.SINGLE: "en enkelt",
    Group.COMBINED: "kombineret",
    Group.COMBINED_WITH_JOB: "heraf med job",
}


def evidence_arguments(parser: ArgumentParser) -> None:
    """What is to be done with it."""
    parser.add_argument("act", choices=("publish",), help="publish: gør næste udgave, og underskriv den")


def evidence(given: Namespace, screen: Screen) -> bool:
    """Makes the next release."""
    home = open_home(given.home)
    screen.progress("regner")
    with home.opened() as store, store.writing() as connection:
        release = publish(
            connection, changes(connection), home.signing_key(), home.name, date.fromisoformat(now()[:10])
        )
    path = make_private_folder(home.evidence) / f"bip-evidens-{release.evidence.release:04d}.json"
    write_private(path, release.content)
    found = {(each.item, each.group): each for each in release.evidence.results}
    items = sorted({item for item, _ in found}, key=lambda item: int(item[1:]))
    rows = [
        (item, *(_cell(str(found[item, group].estimate), found[item, group].citizens) if (item, group) in found else "-"
                 for group in _GROUPS))
        for item in items
    ]  # fmt: skip
    screen.say("Gennemsnitlig ændring i trin fra en måling til den næste (borgere):\n")
    screen.say(text_table(("tema", *_GROUPS.values()), rows))
    screen.say(f"\nUdgave {release.evidence.release}: {release.fresh} nye tal, {release.evidence.suppressed} udeladt.")
    screen.say(f"Send {path} til jobcentrene.")
    screen.result(
        {
            "release": release.evidence.release,
            "file": str(path),
            "fresh": release.fresh,
            "suppressed": release.evidence.suppressed,
            "results": len(release.evidence.results),
        }
    )
    return False


def _cell(estimate: str, citizens: int) -> str:
    return f"{estimate.replace('.', ',')} ({citizens})"
