# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How a page may look: the screens, text sizes, themes and languages that every page is shown in."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((1280, 800), (1024, 600), (2560, 1440))
"""Pixels."""
_SCALES = (100, 150, 200)


@dataclass(frozen=True, slots=True)
class Look:
    """One way of looking at every page."""

    size: Size = SIZES[0]
    scale: int = 100
    theme: str = "light"
    language: str = "da"

    @property
    def name(self) -> str:
        """Its folder, and what stands above its pictures."""
        width, height = self.size
        return f"{width}x{height}-{self.scale}-{self.theme}-{self.language}"


LOOKS = (
    *(Look(size, scale) for size, scale in product(SIZES, _SCALES)),
    Look(theme="dark"),
    Look(theme="high_contrast"),
    Look(language="en"),
)


def use_invisible_screens(folder: Path, sizes: Sequence[Size]) -> None:
    """Screens of these sizes that nobody sees, side by side: a window on one of them can fill it. To be called
    before the program's application is made."""
    screens, left = [], 0
    for width, height in sizes:
        name = f"{width}x{height}"
        screens.append({"name": name, "x": left, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1})
        left += width
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
