# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`python -m bip_desktop.centre` is `bip-centre`."""

import sys

from bip_desktop.centre.command_line import main

if __name__ == "__main__":
    sys.exit(main())
