# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Her answers over time: a row for each question, which stays in sight while the measurements scroll."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from bip_desktop.gui import theme


class AnswersTable(QTableWidget):
    """`questions` are pairs of a short name and the whole question; `measurements` the headings, newest first."""

    def __init__(
        self,
        questions: Sequence[tuple[str, str]],
        measurements: Sequence[str],
        answers: Sequence[Sequence[str]],
    ) -> None:
        super().__init__(len(questions), len(measurements))
        look = theme.current()
        self.setAccessibleName(self.tr("Dine svar"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeaderLabels(list(measurements))
        self.setVerticalHeaderLabels([name for name, _ in questions])
        for line, (_, question) in enumerate(questions):
            heading = self.verticalHeaderItem(line)
            if heading is not None:
                heading.setToolTip(question)
            for place, text in enumerate(answers[line]):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{questions[line][0]}, {measurements[place]}: {text}")
                self.setItem(line, place, item)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setDefaultAlignment(left)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultSectionSize(look.px(168))
        self.verticalHeader().setDefaultSectionSize(look.px(38))
        self.horizontalHeader().setFixedHeight(look.px(62))
        self.setStyleSheet(
            f"QHeaderView, QTableCornerButton::section {{ background: {look.roles['surface']}; border: none; }}"
            f"QHeaderView::section:vertical {{ font-size: {look.px(16)}px; color: {look.roles['ink']};"
            f" padding-right: {look.px(16)}px; }}"
            f"QHeaderView::section:horizontal {{ padding-left: 3px; }}"
            f"QTableView::item {{ border-bottom: 1px solid {look.roles['line']}; }}"
            f"QTableView::item:selected {{ background: {look.roles['action_tint']}; color: {look.roles['ink']}; }}"
        )
        self.setFixedHeight(look.px(62) + len(questions) * look.px(38) + look.px(16))
