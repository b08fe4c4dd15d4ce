# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Colours that can be read, computed from the theme files."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from bip_desktop.gui import theme
from bip_desktop.preferences import TEXT_SCALES
from tests.gui.conftest import ROOT, THEMES

FILES = sorted(THEMES.glob("*.toml"))
GROUNDS = ("paper", "surface")
TEXTS = ("ink", "muted", "action", "citizen", "caseworker", "good", "attention", "alarm")
ON_COLOUR = (
    ("action_ink", "action"),
    ("citizen_ink", "citizen"),
    ("caseworker_ink", "caseworker"),
    ("ink", "action_tint"),
    ("muted", "action_tint"),
    ("action", "action_tint"),
    ("ink", "citizen_tint"),
    ("citizen", "citizen_tint"),
    ("ink", "caseworker_tint"),
    ("caseworker", "caseworker_tint"),
    ("muted", "line"),
)
EDGES = ("edge", "span", "action", "citizen", "caseworker", "ink", "attention", "alarm")


def _named(path: Path) -> str:
    return path.stem


def test_there_are_a_light_a_dark_and_a_high_contrast_theme() -> None:
    assert {theme.read_theme(path).name for path in FILES} == {"light", "dark", "high_contrast"}


@pytest.mark.parametrize("path", FILES, ids=_named)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_stands_out_from_its_ground(path: Path, ground: str, text: str) -> None:
    roles = theme.read_theme(path).roles
    assert theme.contrast(roles[text], roles[ground]) >= 4.5


@pytest.mark.parametrize("path", FILES, ids=_named)
@pytest.mark.parametrize(("text", "ground"), ON_COLOUR)
def test_texts_on_buttons_and_tints_stand_out(path: Path, text: str, ground: str) -> None:
    roles = theme.read_theme(path).roles
    if path.stem == "high_contrast" and ground == "line":
        pytest.skip("there a disabled button has a line around it instead")
    assert theme.contrast(roles[text], roles[ground]) >= (3 if ground == "line" else 4.5)


@pytest.mark.parametrize("path", FILES, ids=_named)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("edge", EDGES)
def test_every_edge_of_a_control_can_be_seen(path: Path, ground: str, edge: str) -> None:
    roles = theme.read_theme(path).roles
    assert theme.contrast(roles[edge], roles[ground]) >= 3


@pytest.mark.parametrize("path", FILES, ids=_named)
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_the_style_sheet_has_no_role_or_size_left_open(app: QApplication, path: Path, scale: int) -> None:
    theme.apply(app, theme.read_theme(path, scale))
    assert not re.search(r"@[a-z_]+|\{\d+(-\d+)?\}px", app.styleSheet())


def test_a_larger_text_scale_makes_the_letters_larger(app: QApplication) -> None:
    sizes = []
    for scale in TEXT_SCALES:
        theme.apply(app, theme.read_theme(THEMES / "light.toml", scale))
        sizes.append(app.font().pixelSize())
    assert sizes == sorted(sizes)
    assert sizes[-1] == 2 * sizes[0]


@pytest.mark.parametrize("path", FILES, ids=_named)
@pytest.mark.parametrize("drawn", ["citizen", "caseworker", "span"])
def test_what_is_drawn_stands_out_from_the_lines_behind_it(path: Path, drawn: str) -> None:
    roles = theme.read_theme(path).roles
    assert theme.contrast(roles[drawn], roles["surface"]) > 2 * theme.contrast(roles["grid"], roles["surface"])


LITERAL = re.compile(
    r"""["'](?:[^"']*[\s:(])?\#(?:[0-9a-fA-F]{3,4}){1,2}\b"""
    r"""|\bQColor\(|\bqRgba?\(|GlobalColor\.(?!transparent)"""
    r"""|(?:color|background|border)[\w-]*\s*:[^;{}"]*\b(?:white|black|red|green|blue|yellow|gr[ae]y|rgba?|hsla?)\b"""
)
"""A colour said where it is used: as a number, by its name, or in a style sheet."""


def colours_said(code: str) -> list[str]:
    return [line.strip() for line in code.splitlines() if LITERAL.search(line)]


@pytest.mark.parametrize(
    "code",
    [
        '_INK = QColor("#1B2430")',
        "pen.setColor(Qt.GlobalColor.black)",
        'made.setStyleSheet("QLabel { color: #fff; }")',
        "made.setStyleSheet('background-color: white;')",
        '"border: 2px solid rgba(0, 0, 0, 40);"',
        "HEADING = '#123456'",
    ],
)
def test_a_colour_that_is_said_is_found(code: str) -> None:
    assert colours_said(code)


def test_every_colour_comes_from_the_table_of_roles() -> None:
    """Dark and high contrast reach only what asks for a role."""
    package = ROOT / "bip_desktop"
    said = {
        path.relative_to(ROOT).as_posix(): found
        for path in sorted((package / "gui").rglob("*.py"))
        if (found := [each for each in colours_said(path.read_text(encoding="utf-8")) if each != MADE_OF_A_ROLE])
    }
    assert said == {}


MADE_OF_A_ROLE = "return QColor(self.roles[role])"
