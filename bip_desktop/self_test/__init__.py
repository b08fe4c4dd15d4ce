# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`bip-desktop --self-test FILE`: the program tries itself where it stands, from its source, a wheel, or frozen."""
