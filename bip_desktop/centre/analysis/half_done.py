# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is left where work was cut off in the middle."""

import gc
import sys
import traceback


def throw_away(cut_off: BaseException) -> None:
    """Lets go of what an exception holds on to, half a worksheet say, and does not let it complain of its end."""
    hook, sys.unraisablehook = sys.unraisablehook, lambda _: None
    try:
        traceback.clear_frames(cut_off.__traceback__)
        cut_off.__traceback__ = None
        gc.collect()
    finally:
        sys.unraisablehook = hook
