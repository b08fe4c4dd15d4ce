# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What every test may use: the sizes of those that are tried over and over."""

from tests.faults.sizes import pytest_collection_modifyitems, pytest_runtest_makereport, rounds

__all__ = ["pytest_collection_modifyitems", "pytest_runtest_makereport", "rounds"]
