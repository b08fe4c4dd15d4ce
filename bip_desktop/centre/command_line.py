# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`bip-centre`: the research centre's program. It exits with 0 where nothing was set aside, 1 where something was, and
2 where the command could not do its work."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from bip_desktop import __version__
from bip_desktop.centre.commands import COMMANDS
from bip_desktop.centre.faults import CentreError
from bip_desktop.centre.reasons import sentence
from bip_desktop.centre.screen_text import Screen

DONE, SET_ASIDE, FAILED = 0, 1, 2


def start() -> NoReturn:
    """What a shell runs. A program that was cut off in the middle is not taken apart piece by piece: libraries that
    were at work have been seen to crash then."""
    code = main()
    if code == FAILED:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a console of another alphabet must not end the work
            reconfigure(errors="replace")
    given = _parser().parse_args(arguments)
    screen = Screen(as_json=given.json)
    try:
        return SET_ASIDE if COMMANDS[given.command].run(given, screen) else DONE
    except CentreError as error:
        words = sentence(error)
        screen.clear()
        print(words.da, file=sys.stderr)
        screen.result({"problem": error.problem.value, "da": words.da, "en": words.en})
        return FAILED
    except KeyboardInterrupt:
        screen.clear()
        print("Afbrudt. Det, der var færdigt, er gemt.", file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bip-centre", description="Forskningscentrets program til BIP.")
    parser.add_argument("--home", type=Path, default=Path("bip-centre"), metavar="DIR", help="centrets mappe")
    parser.add_argument("--json", action="store_true", help="svar som JSON")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for name, command in COMMANDS.items():
        command.arguments(commands.add_parser(name, help=command.about, description=command.about))
    return parser
