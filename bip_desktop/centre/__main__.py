# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`python -m bip_desktop.centre` is `bip-centre`."""

from bip_desktop.centre.command_line import start

if __name__ == "__main__":
    start()
