# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Arguments and start: `bip-desktop`, or `bip-desktop demo` for an invented jobcentre."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bip_desktop import __version__

_NO_SCREEN = (
    "bip-desktop: there is no screen here, so no window can be opened. Start it on a desktop, or let the "
    "demonstration leave pictures instead: bip-desktop demo --screenshots DIR"
)


def _has_screen() -> bool:
    """Whether Qt can open a window; without a screen it would end the process where it stands."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bip-desktop", description="Conversations about the way to a job.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="the folder of the jobcentre (default: the user's own)"
    )
    parser.add_argument(
        "--self-test",
        type=Path,
        metavar="FILE",
        help="try the program out in a temporary folder and write what was found to FILE; 0 only if all is well",
    )
    parser.add_argument(
        "--what-was-on",
        type=Path,
        metavar="BACKUP",
        help="say what lay on a computer that is gone, by the newest backup in the folder BACKUP",
    )
    verbs = parser.add_subparsers(dest="verb")
    demo = verbs.add_parser("demo", help="open an invented jobcentre in a temporary folder")
    demo.add_argument(
        "--screenshots", type=Path, metavar="DIR", help="lead through a whole meeting and leave pictures of it in DIR"
    )
    demo.add_argument(
        "--all",
        action="store_true",
        help="with --screenshots: every page in every size, theme and language",
    )
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Starts the program; returns its exit code."""
    wish = _arguments().parse_args(argv)
    if wish.self_test is not None:
        if not _has_screen():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from bip_desktop.self_test.run import run_self_test

        return run_self_test(wish.self_test)
    if wish.what_was_on is not None:
        from getpass import getpass

        from bip_desktop.bootstrap import say_what_was_on

        return say_what_was_on(wish.what_was_on, getpass("Adgangssætning eller gendannelsesnøgle: "))
    if not _has_screen() and not (wish.verb == "demo" and wish.screenshots):
        print(_NO_SCREEN, file=sys.stderr)
        return 2
    if wish.verb == "demo":
        from bip_desktop.demonstration.start import run_demonstration

        return run_demonstration(wish.screenshots, complete=wish.all)
    gc.disable()  # until the window stands: nothing that is made on the way there is garbage
    from bip_desktop import bootstrap
    from bip_desktop.paths import Places

    app = bootstrap.application(sys.argv[:1])
    places = Places(wish.data) if wish.data else Places.of_user()
    only_one = bootstrap.only_one(places)
    if only_one is None:
        return 0
    shell = bootstrap.shell(app, places)
    shell.window.show()
    bootstrap.listen(only_one, shell)
    gc.enable()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
