# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Building blocks that know no rule: they state what was done to them, and show what they are told."""
