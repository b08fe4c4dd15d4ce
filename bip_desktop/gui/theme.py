# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Colours by role from a table, sizes by one text scale, and the short style sheet made of both."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

_FONTS = ("Segoe UI", "Inter", "Noto Sans", "DejaVu Sans")
_BODY = 18
"""Pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Roles with their colours, and how large texts are (per cent)."""

    name: str
    roles: Mapping[str, str]
    icons: str
    """The folder of icons, with forward slashes."""
    scale: int = 100

    def color(self, role: str) -> QColor:
        """The colour of a role; `KeyError` where the table lacks it."""
        return QColor(self.roles[role])

    def px(self, size: float) -> int:
        """`size` pixels at 100 %, at this text scale."""
        return round(size * self.scale / 100)


def read_theme(path: Path, scale: int = 100) -> Theme:
    """The theme in a TOML file."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return Theme(content["name"], content["roles"], (path.parent.parent / "icons").as_posix(), scale)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours `#RRGGBB`, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_applied: list[Theme] = []


def current() -> Theme:
    """The theme that was applied last."""
    return _applied[-1]


def for_paper() -> Theme:
    """The light one at 100 %: paper is white, whatever the screen is."""
    return read_theme(Path(current().icons).parent / "themes" / "light.toml")


def is_applied(name: str, scale: int) -> bool:
    """Whether that is what the program looks like already."""
    return bool(_applied) and (_applied[-1].name, _applied[-1].scale) == (name, scale)


def apply(app: QApplication, theme: Theme) -> None:
    """Gives the program this theme. Pages built before keep their own drawn parts until they are built again."""
    _applied[:] = [theme]
    app.setStyle(QStyleFactory.create("Fusion"))
    family = next(filter(QFontDatabase.hasFamily, _FONTS), app.font().family())
    font = QFont(family)
    font.setPixelSize(theme.px(_BODY))
    app.setFont(font)
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, "paper"),
        (QPalette.ColorRole.Base, "surface"),
        (QPalette.ColorRole.AlternateBase, "paper"),
        (QPalette.ColorRole.Button, "surface"),
        (QPalette.ColorRole.WindowText, "ink"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.ButtonText, "ink"),
        (QPalette.ColorRole.ToolTipBase, "surface"),
        (QPalette.ColorRole.ToolTipText, "ink"),
        (QPalette.ColorRole.PlaceholderText, "muted"),
        (QPalette.ColorRole.Highlight, "action"),
        (QPalette.ColorRole.HighlightedText, "action_ink"),
        (QPalette.ColorRole.Link, "action"),
        (QPalette.ColorRole.Accent, "action"),
    ):
        palette.setColor(role, theme.color(name))
    return palette


_SHEET = """
QLabel { background: transparent; }
QLabel[role="question"] { font-size: {33}px; font-weight: 700; }
QLabel[role="title"] { font-size: {27}px; font-weight: 700; }
QLabel[role="section"] { font-size: {20}px; font-weight: 700; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="small"] { color: @muted; font-size: {15}px; }
QLabel[role="error"] { color: @alarm; font-weight: 600; }
QLabel[role="brand"] { color: @action; font-weight: 800; }
QLabel[role="citizen"] { color: @citizen; font-weight: 600; }
QLabel[role="caseworker"] { color: @caseworker; font-weight: 600; }
QLabel[pill="true"] { border: 1px solid @edge; border-radius: {11}px; padding: {3}px {10}px; font-size: {15}px; }
QLabel[pill="chosen"] { background: @action_tint; color: @action; border-radius: {12}px; padding: {4}px {11}px;
    font-size: {15}px; font-weight: 600; }
QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: 12px; }
QFrame[card="chosen"] { background: @surface; border: 2px solid @action; border-radius: 12px; }
QFrame[card="tile"] { background: @paper; border: none; border-radius: 8px; }
QFrame[bar="top"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[bar="side"] { background: @surface; border: none; border-right: 1px solid @line; }
QFrame[bar="notice"] { background: @surface; border: none; border-bottom: 3px solid @attention; }
QFrame[bar="warning"] { background: @surface; border: none; border-top: 3px solid @attention; }
QFrame[bar="demo"] { background: @action_tint; border: none; }
QFrame[rule="true"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QWidget[ground="surface"] { background: @surface; }
QPushButton { background: @surface; color: @ink; border: 1px solid @edge; border-radius: 8px;
    padding: {8}px {16}px; font-weight: 600; min-height: {22}px; }
QPushButton:hover { background: @paper; }
QPushButton:disabled { color: @muted; border-color: @line; background: @paper; }
QPushButton[variant="primary"] { background: @action; color: @action_ink; border: 1px solid @action;
    padding: {12}px {22}px; }
QPushButton[variant="primary"]:hover { border: 1px solid @ink; }
QPushButton[variant="primary"]:disabled { background: @line; color: @muted; border-color: @line; }
QPushButton[variant="row"] { background: @action; color: @action_ink; border: 1px solid @action; }
QPushButton[variant="secondary"] { color: @action; border: 1px solid @action; }
QPushButton[variant="secondary"]:checked { background: @action; color: @action_ink; }
QPushButton[variant="citizen"] { background: @citizen; color: @citizen_ink; border: 1px solid @citizen;
    padding: {14}px {30}px; }
QPushButton[variant="citizen-quiet"] { color: @citizen; border: 1px solid @citizen; padding: {14}px {22}px; }
QPushButton[variant="caseworker"] { background: @caseworker; color: @caseworker_ink; border: 1px solid @caseworker;
    padding: {14}px {30}px; }
QPushButton[variant="caseworker-quiet"] { color: @caseworker; border: 1px solid @caseworker;
    padding: {14}px {22}px; }
QPushButton[variant="link"] { background: transparent; border: none; color: @muted; text-decoration: underline;
    padding: {8}px {4}px; font-weight: 400; }
QPushButton[variant="link"]:hover { color: @ink; }
QPushButton:focus { border: 3px solid @ink; padding: {8-2}px {16-2}px; }
QPushButton[variant="primary"]:focus { border: 3px solid @ink; padding: {12-2}px {22-2}px; }
QPushButton[variant="citizen"]:focus, QPushButton[variant="caseworker"]:focus { border: 3px solid @ink;
    padding: {14-2}px {30-2}px; }
QPushButton[variant="citizen-quiet"]:focus, QPushButton[variant="caseworker-quiet"]:focus {
    border: 3px solid @ink; padding: {14-2}px {22-2}px; }
QPushButton[variant="link"]:focus { border: 3px solid @ink; border-radius: 8px; padding: {8-3}px {4-3}px; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QTimeEdit { background: @surface; color: @ink;
    border: 1px solid @edge; border-radius: 8px; padding: {9}px {12}px; selection-background-color: @action;
    selection-color: @action_ink; placeholder-text-color: @muted; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus { border: 3px solid @ink;
    padding: {9-2}px {12-2}px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0; background: transparent; }
QTimeEdit::up-button, QTimeEdit::down-button { width: 0; border: none; }
QLineEdit[wrong="true"] { border: 2px solid @alarm; padding: {9-1}px {12-1}px; }
QLineEdit[wrong="true"]:focus { border: 3px solid @alarm; padding: {9-2}px {12-2}px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: {34}px; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(ICONS/chevron-down.svg); width: {16}px; height: {16}px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @edge; padding: 4px; }
QScrollArea, QScrollArea > QWidget > QWidget[scrolled="true"] { background: transparent; border: none; }
QTableWidget, QTableView { background: @surface; border: none; gridline-color: @line;
    selection-background-color: @action_tint; selection-color: @ink; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: {9}px {10}px; font-size: {15}px; font-weight: 600; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: @edge; border-radius: 4px; min-height: 40px; margin: 2px; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: @edge; border-radius: 4px; min-width: 40px; margin: 2px; }
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal { width: 0; }
QToolTip { background: @surface; color: @ink; border: 1px solid @edge; padding: 6px; }
QMenu { background: @surface; border: 1px solid @edge; padding: 6px; }
QMenu::item { padding: {8}px {18}px; border-radius: 6px; }
QMenu::item:selected { background: @action_tint; }
"""


def _style_sheet(theme: Theme) -> str:
    # {8} is 8 pixels at 100 %; {8-2} is that less 2 pixels, which a thicker edge takes up.
    sized = re.sub(r"\{(\d+)(-\d+)?\}", lambda match: str(theme.px(int(match[1])) + int(match[2] or 0)), _SHEET)
    return re.sub(r"@([a-z_]+)", lambda match: theme.roles[match[1]], sized).replace("ICONS", theme.icons)
