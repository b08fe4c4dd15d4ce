# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A centre in a temporary folder."""

from pathlib import Path

import pytest

from tests.centre.packages import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)
