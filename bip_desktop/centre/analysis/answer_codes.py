# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How the answers of a meeting lie side by side: a column for each scale, then for each option of B10 and of S1."""

import numpy as np
from numpy.typing import NDArray

from bip_desktop.centre.analysis.settings import BELIEF, CASEWORKER_SCALES, CITIZEN_SCALES

Codes = NDArray[np.int8]
ABSENT = -128
"""There is no row for it: neither an answer nor a missing code."""
STEPS = range(1, 6)
MISSING_CODES = range(-99, -93)
SCALES = (*CITIZEN_SCALES, *CASEWORKER_SCALES, BELIEF)
CHANNELS, ACTIVITIES = 8, 23
OPTIONS = {"B10": CHANNELS, "S1": ACTIVITIES}
WIDTH = len(SCALES) + CHANNELS + ACTIVITIES
PLACES = {
    **{item: place for place, item in enumerate(SCALES)},
    "B10": len(SCALES),
    "S1": len(SCALES) + CHANNELS,
}
"""Where an item stands, or its first option."""
