# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How fast the program is, measured on the real windows and a real encrypted database. `python3 dev.py bench`."""
