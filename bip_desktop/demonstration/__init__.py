# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented jobcentre to look at, and a walk through a whole meeting in the real windows."""
