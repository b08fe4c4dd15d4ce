# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Step 1: the right citizen, what the answers are for, and how it went with the last agreement."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from bip_desktop.domain.agreement import Agreement, How, Task
from bip_desktop.gui.formatting import short_date
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import as_high_as_its_texts
from bip_desktop.gui.widgets.heading_row import HeadingRow
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.page_body import FollowingArea
from bip_desktop.gui.widgets.texts import label


class WelcomeView(QWidget):
    """States how it went with each promise."""

    went = Signal(int, object)
    """Number of the promise from 0, and a `How`."""

    def __init__(
        self,
        citizen: str,
        born: str,
        information: str,
        remark: str,
        last: Agreement | None,
        caseworker: str,
        first_name: str,
    ) -> None:
        super().__init__()
        self._who = {"citizen": first_name, "caseworker": caseworker, "other": self.tr("En anden")}
        self.how_buttons: dict[tuple[int, How], QWidget] = {}
        right = card(column(label(citizen, "section"), label(self.tr("Født {0}").format(born), "muted"), spacing=4))
        told = [label(information), *([label(remark, "small")] if remark else [])]
        info = card(column(label(self.tr("Dine svar"), "section"), *told, spacing=6))
        parts: list[QWidget] = [right, info]
        if last is not None and not last.is_empty:
            parts.append(self._agreement(last))
        inner = column(label(self.tr("Velkommen, {0}").format(first_name), "title"), 14, *parts, None, spacing=12)
        self.setLayout(column(as_high_as_its_texts(FollowingArea(inner))))

    def _agreement(self, last: Agreement) -> QWidget:
        lines: list[QWidget] = [label(self.tr("Hvordan gik det med det, vi aftalte?"), "section")]
        lines.extend(label(self.tr("»{0}«").format(goal)) for goal in last.goals)
        lines.extend(self._promise(number, task) for number, task in enumerate(last.tasks))
        return card(column(*lines, spacing=10))

    def _promise(self, number: int, task: Task) -> QWidget:
        by = self.tr(" · senest {0}").format(short_date(task.by)) if task.by else ""
        if by:  # a line may end after the dot, and nowhere else
            dot, _, rest = by.strip().partition(" ")
            by = "\N{NO-BREAK SPACE}" + dot + " " + rest.replace(" ", "\N{NO-BREAK SPACE}")
        words = label(f"{self._who[task.who]}: {task.what}{by}")
        choices: Sequence[tuple[How, str]] = (
            (How.DONE, self.tr("Gjort")),
            (How.PARTLY, self.tr("Noget af det")),
            (How.NOT_YET, self.tr("Ikke endnu")),
        )
        group = QButtonGroup(self)
        buttons = []
        for how, text in choices:
            made = button(text, "secondary")
            made.setCheckable(True)
            made.setChecked(task.how is how)
            made.setAccessibleName(f"{task.what}: {text}")
            made.clicked.connect(lambda _=False, which=how: self.went.emit(number, which))
            group.addButton(made)
            buttons.append(made)
            self.how_buttons[number, how] = made
        return HeadingRow(column(words), *buttons, wide=640, spacing=8)
