# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Icons for kinds of intervention, in a neutral colour: a colour never says that one is better."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from bip_desktop.domain.intervention import Kind
from bip_desktop.gui import theme

KINDS = {
    Kind.JOB: "ph.briefcase",
    Kind.UPSKILLING: "ph.graduation-cap",
    Kind.SOCIAL: "ph.users-three",
    Kind.HEALTH: "ph.heart",
}
QUESTION = "ph.chats-circle"
KEEP = "ph.path"


def pixmap(name: str, role: str = "muted", size: int = 20) -> QPixmap:
    """The icon `name` in a theme's colour, `size` pixels at 100 %."""
    import qtawesome  # loads its fonts: not before the first icon is drawn

    look = theme.current()
    side = look.px(size)
    made: QPixmap = qtawesome.icon(name, color=look.color(role)).pixmap(QSize(side, side))
    return made


def icon_label(name: str, role: str = "muted", size: int = 20) -> QLabel:
    """The icon on a label. The words beside it say the same, so screen readers pass it by."""
    made = QLabel()
    made.setPixmap(pixmap(name, role, size))
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
