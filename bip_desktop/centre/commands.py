# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The commands of `bip-centre`, each with its arguments. A command's `run` says whether something was set aside."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bip_desktop.centre.analysis.commands import (
    analyse_arguments,
    combine_arguments,
    run_analyse,
    run_combine,
    run_summarise,
    summarise_arguments,
)
from bip_desktop.centre.clock import now
from bip_desktop.centre.enrolment import enrol, read_key, revoke
from bip_desktop.centre.evidence_command import evidence, evidence_arguments
from bip_desktop.centre.home import make_home, open_home
from bip_desktop.centre.link_command import link, link_arguments
from bip_desktop.centre.receive_command import discard, discard_arguments, receive, receive_arguments, retry
from bip_desktop.centre.screen_text import Screen, text_table
from bip_desktop.centre.simulate_command import simulate, simulate_arguments
from bip_desktop.centre.status import Status, status_of
from bip_desktop.centre.table_files import FORMATS, LANGUAGES, write_tables
from bip_desktop.exchange.signing import fingerprint, public_key, read_aloud


@dataclass(frozen=True)
class Command:
    """A command's one line of help, its arguments, and what it does."""

    about: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Screen], bool]


# -- init, enrol, revoke -----------------------------------------------------------------------------------------------


def _init_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--name", default="Forskningscenter", help="centrets navn, som jobcentrene ser det")
    parser.add_argument("--store", default="", metavar="URL", help="en anden database end den indbyggede")
    parser.add_argument("--linking", default="", metavar="KEY", help="den koblende enheds offentlige age-nøgle")


def _init(given: Namespace, screen: Screen) -> bool:
    home = make_home(given.home, given.name, given.store, given.linking)
    print_ = fingerprint(public_key(home.signing_key()))
    screen.say(f"Centret ligger i {home.folder}.")
    screen.say(f"Giv jobcentrene {home.recipients_file}. Fingeraftryk, til at læse op: {read_aloud(print_)}")
    screen.say(f"Flyt {home.recovery_file} til et sikkert sted uden net, og slet den her. Uden den og")
    screen.say("uden driftsnøglen kan ingen åbne det, jobcentrene har sendt. Tag sikkerhedskopi af mappen keys.")
    screen.result({"home": str(home.folder), "fingerprint": print_, "recipients": str(home.recipients_file)})
    return False


def _enrol_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE", help="stedet: små bogstaver, tal og bindestreg")
    parser.add_argument("key", metavar="KEY", help="installationens kort, eller dens offentlige nøgle: 64 tegn")


def _enrol(given: Namespace, screen: Screen) -> bool:
    public = read_key(given.key, given.site)
    with open_home(given.home).opened() as store, store.writing() as connection:
        print_ = enrol(connection, given.site, public, now())
    screen.say(f"{given.site}: nøglen er kendt. Sammenlign i telefonen: {read_aloud(print_)}")
    screen.result({"site": given.site, "fingerprint": print_})
    return False


def _revoke_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("key", metavar="KEY", help="nøglen, eller de første otte tegn af dens fingeraftryk")


def _revoke(given: Namespace, screen: Screen) -> bool:
    with open_home(given.home).opened() as store, store.writing() as connection:
        [print_] = revoke(connection, given.key, now())
    screen.say(f"Nøglen er spærret: {read_aloud(print_)}. Det, der er modtaget, bliver.")
    screen.result({"fingerprint": print_})
    return False


# -- status ------------------------------------------------------------------------------------------------------------


def _status(given: Namespace, screen: Screen) -> bool:
    home = open_home(given.home)
    with home.opened() as store, store.reading() as connection:
        status = status_of(connection, home.name)
    status.recovery_key_still_here = home.recovery_file.exists()
    screen.say(_status_text(status))
    screen.result(status.as_json())
    return False


def _status_text(status: Status) -> str:
    lines = [status.centre, ""]
    keys = [
        (site, read_aloud(key.fingerprint)[:19], key.enrolled_at[:10], key.revoked_at[:10] if key.revoked_at else "")
        for site, keys in status.sites.items()
        for key in keys
    ]
    lines += [text_table(("sted", "nøgle", "kendt fra", "spærret"), keys), ""]
    if status.installations:
        header = (
            "sted",
            "installation",
            "modtaget",
            "sidste nr.",
            "mangler",
            "brud",
            "senest",
            "BIP",
            "nej",
        )
        lines += [
            text_table(
                header,
                [
                    (
                        each.site,
                        each.installation,
                        each.received,
                        each.last_seq,
                        ", ".join(each.missing) or "-",
                        ", ".join(map(str, each.chain_breaks)) or "-",
                        each.last_received[:10],
                        each.app_version,
                        each.declined,
                    )
                    for each in status.installations
                ],
            ),
            "",
        ]
    lines.append("Spørgeskemaer: " + (", ".join(status.instruments) or "ingen endnu"))
    lines.append("Rækker: " + ", ".join(f"{name} {rows}" for name, rows in status.rows.items()))
    lines.append(f"Sat til side: {len(status.quarantine)}")
    for each in status.quarantine:
        lines += [f"  {each['file_name']} ({each['first_seen'][:10]})", f"    {each['da']}", f"    {each['en']}"]
    if status.recovery_key_still_here:
        lines.append("Gendannelsesnøglen ligger stadig i mappen. Flyt recovery-key.txt til et sikkert sted.")
    return "\n".join(lines)


# -- tables ------------------------------------------------------------------------------------------------------------


def _tables_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="hvor tabellerne skrives")
    parser.add_argument(
        "--format", action="append", choices=FORMATS, default=None, help="kan gives flere gange; uden: csv"
    )
    parser.add_argument("--language", choices=LANGUAGES, default="da", help="sproget, koderne forklares på")


def _tables(given: Namespace, screen: Screen) -> bool:
    formats = list(dict.fromkeys(given.format or ["csv"]))
    with open_home(given.home).opened() as store, store.reading() as connection:
        counts = write_tables(
            connection, given.out, formats, lambda name, _: screen.progress(f"skriver {name}"), given.language
        )
    screen.say(text_table(("fil", "rækker"), list(counts.items())))
    screen.result({"out": str(given.out), "files": counts})
    return False


def _no_arguments(_parser: ArgumentParser) -> None:
    pass


COMMANDS: Mapping[str, Command] = {
    "init": Command("gør en mappe til et forskningscenter med nøgler og database", _init_arguments, _init),
    "enrol": Command("gør et steds nøgle kendt", _enrol_arguments, _enrol),
    "revoke": Command("spærrer en nøgle", _revoke_arguments, _revoke),
    "receive": Command("modtager pakker", receive_arguments, receive),
    "retry": Command("prøver igen med det, der er sat til side", _no_arguments, retry),
    "discard": Command("smider noget af det, der er sat til side, væk", discard_arguments, discard),
    "status": Command("viser steder, huller, versioner og det, der er sat til side", _no_arguments, _status),
    "tables": Command("skriver de samlede tabeller", _tables_arguments, _tables),
    "link": Command("tager udfald og register ind fra den, der kobler", link_arguments, link),
    "evidence": Command(
        "gør udkast til tal om grupper, og offentliggør dem til jobcentrene", evidence_arguments, evidence
    ),
    "simulate": Command(
        "opfinder en verden med kendt sandhed, til prøver og forevisning", simulate_arguments, simulate
    ),
    "analyse": Command("regner alle analyser og skriver rapport og tabeller", analyse_arguments, run_analyse),
    "summarise": Command(
        "regner summer på stedet: ingen rækker forlader det",
        summarise_arguments,
        run_summarise,
    ),
    "combine": Command("regner på flere steders summer under ét", combine_arguments, run_combine),
}
