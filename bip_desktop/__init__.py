# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""BIP Desktop: measure, follow and explain progression towards work."""

__version__ = "0.1.0"
