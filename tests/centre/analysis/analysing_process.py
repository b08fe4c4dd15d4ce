# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A process that analyses and says how far it is, made to be interrupted: arguments are those of `bip-centre`."""

from unittest import mock

from bip_desktop.centre.command_line import start
from bip_desktop.centre.screen_text import Screen


def said(_screen: Screen, text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    with mock.patch.object(Screen, "progress", said):
        start()
