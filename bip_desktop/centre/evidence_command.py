# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`bip-centre evidence`: group results for the jobcentres. `draft` makes a file of an analysis' adjusted figures for
somebody to read and approve; `publish` makes the next release, and signs it."""

import json
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from bip_desktop.centre.changes import changes
from bip_desktop.centre.clock import now
from bip_desktop.centre.evidence_draft import draft_of, read_draft
from bip_desktop.centre.faults import CentreError, Problem
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


_WHY = {"overlap": "grupperne kan ikke gøres sammenlignelige", "few": "for få borgere"}


def evidence_arguments(parser: ArgumentParser) -> None:
    """What is to be done with it."""
    parser.add_argument(
        "act",
        choices=("publish", "draft"),
        help="publish: gør næste udgave, og underskriv den; draft: gør et udkast af en analyses tal, til at læse",
    )
    parser.add_argument("--from", dest="analysis", type=Path, metavar="DIR", help="det, analyse --out skrev")
    parser.add_argument("--out", type=Path, metavar="FILE", help="draft: hvor udkastet skrives")
    parser.add_argument("--draft", type=Path, metavar="FILE", help="publish: et godkendt udkast, med --from")


def evidence(given: Namespace, screen: Screen) -> bool:
    """Makes a draft, or the next release."""
    if given.act == "draft":
        return _draft(given, screen)
    drafted = None
    if given.draft is not None:
        drafted = read_draft(given.draft, _analysis(given))
    home = open_home(given.home)
    screen.progress("regner")
    with home.opened() as store, store.writing() as connection:
        release = publish(
            connection, changes(connection), home.signing_key(), home.name, date.fromisoformat(now()[:10]), drafted
        )
    path = make_private_folder(home.evidence) / f"bip-evidens-{release.evidence.release:04d}.json"
    write_private(path, release.content)
    found = {(each.item, each.group): each for each in sorted(release.evidence.results, key=lambda each: each.adjusted)}
    items = sorted({item for item, _ in found}, key=lambda item: int(item[1:]))
    rows = [
        (item, *(_cell(str(found[item, group].estimate), found[item, group].citizens) if (item, group) in found else "-"
                 for group in _GROUPS))
        for item in items
    ]  # fmt: skip
    screen.say("Gennemsnitlig ændring i trin fra en måling til den næste (borgere):\n")
    screen.say(text_table(("tema", *_GROUPS.values()), rows))
    adjusted = len({each.item for each in release.evidence.results if each.adjusted})
    if adjusted:
        screen.say(f"\n{adjusted} temaer er justeret: grupperne er gjort sammenlignelige.")
    screen.say(f"\nUdgave {release.evidence.release}: {release.fresh} nye tal, {release.evidence.suppressed} udeladt.")
    screen.say(f"Send {path} til jobcentrene.")
    screen.result(
        {
            "release": release.evidence.release,
            "file": str(path),
            "fresh": release.fresh,
            "suppressed": release.evidence.suppressed,
            "results": len(release.evidence.results),
            "adjusted": adjusted,
        }
    )
    return False


def _analysis(given: Namespace) -> Path:
    """The folder of the analysis. Raises `CentreError` PATH_MISSING."""
    if given.analysis is None or not given.analysis.is_dir():
        raise CentreError(Problem.PATH_MISSING, path="--from" if given.analysis is None else str(given.analysis))
    folder: Path = given.analysis
    return folder


def _draft(given: Namespace, screen: Screen) -> bool:
    made = draft_of(_analysis(given))
    path: Path = given.out if given.out is not None else given.analysis / "udkast.json"
    path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    themes = len({each["item"] for each in made["entries"]})
    screen.say(f"Et udkast med {themes} temaer ligger i {path}. Intet er offentliggjort.")
    for each in made["left_out"]:
        screen.say(f"  {each['item']} er ikke med: {_WHY[each['why']]}")
    screen.say("Læs det, ret det, og skriv approved: true og jeres navn. Så:")
    screen.say(f"    bip-centre evidence publish --draft {path} --from {given.analysis}")
    screen.result({"draft": str(path), "themes": themes, "entries": len(made["entries"])})
    return False


def _cell(estimate: str, citizens: int) -> str:
    return f"{estimate.replace('.', ',')} ({citizens})"
