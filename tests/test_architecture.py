# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The description of the structure names only what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/glossary.md")
WHERE = ("", "bip_desktop", "bip_desktop/gui", "bip_desktop/gui/pages", "bip_desktop/demonstration")
NAMED = re.compile(r"(?<![\w./])[\w][\w./…-]*\.(?:py|toml|spec|md)\b")


def is_there(name: str) -> bool:
    """Whether the file is in the tree: from its top, from a folder that goes without saying, or by its name alone."""
    if "/" not in name and next((ROOT / "bip_desktop").rglob(name), None) is not None:
        return True
    return any(next((ROOT / place).glob(name), None) is not None for place in WHERE)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: str) -> None:
    """Broken once by a module with another name."""
    named = set(NAMED.findall((ROOT / page).read_text(encoding="utf-8")))
    assert [name for name in sorted(named) if not is_there(name)] == []
    assert named or page == "docs/glossary.md"
