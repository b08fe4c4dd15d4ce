# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Arguments and start: `bip-desktop`, or `bip-desktop demo` for an invented jobcentre."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from bip_desktop import __version__


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bip-desktop", description="Conversations about the way to a job.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="the folder of the jobcentre (default: the user's own)"
    )
    verbs = parser.add_subparsers(dest="verb")
    demo = verbs.add_parser("demo", help="open an invented jobcentre in a temporary folder")
    demo.add_argument(
        "--screenshots", type=Path, metavar="DIR", help="lead through a whole meeting and leave pictures of it in DIR"
    )
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Starts the program; returns its exit code."""
    wish = _arguments().parse_args(argv)
    if wish.verb == "demo":
        from bip_desktop.demonstration.start import run_demonstration

        return run_demonstration(wish.screenshots)
    gc.disable()  # until the window stands: nothing that is made on the way there is garbage
    from bip_desktop import bootstrap
    from bip_desktop.paths import Places

    app = bootstrap.application(sys.argv[:1])
    shell = bootstrap.shell(app, Places(wish.data) if wish.data else Places.of_user())
    shell.window.show()
    gc.enable()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
