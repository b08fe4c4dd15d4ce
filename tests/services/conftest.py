# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A desk over a real encrypted database."""

from tests.gui.conftest import calendar, desk, desk_of_bo, finished, places, unlocked, vault

__all__ = ["calendar", "desk", "desk_of_bo", "finished", "places", "unlocked", "vault"]
