# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseload as a table for Qt's views. Texts are made when a row is shown, so that its length costs nothing."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bip_desktop.domain.caseload import CaseloadRow, Due
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import isolated, whose
from bip_desktop.gui.models.caseload_texts import Action, action_of, action_words, last_measured, time_and_number

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, from the left."""

    CITIZEN = 0
    MEASURED = 1
    COUNTS = 2
    KINDS = 3
    TOPIC = 4
    ACTION = 5


class Role(IntEnum):
    """What the view asks for beside Qt's own roles."""

    BELOW = Qt.ItemDataRole.UserRole + 1
    """The line below the first one."""
    QUIET = Qt.ItemDataRole.UserRole + 2
    """Whether the row is muted: the course is closed."""


class CaseloadModel(QAbstractTableModel):
    """One citizen a row. `due` says who is due now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[CaseloadRow] = ()
        self._today = date.min
        self._due: Callable[[CaseloadRow], Due] = lambda row: row.due(self._today)

    def show_rows(self, rows: Sequence[CaseloadRow], today: date, due: Callable[[CaseloadRow], Due]) -> None:
        """Shows these rows, in this order."""
        self.beginResetModel()
        self._rows, self._today, self._due = rows, today, due
        self.endResetModel()

    def row_at(self, line: int) -> CaseloadRow:
        """The citizen of a line."""
        return self._rows[line]

    def action_at(self, line: int) -> Action:
        """What the button of a line does."""
        row = self._rows[line]
        return action_of(row, self._due(row))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many citizens."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Six."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if section == Column.ACTION:
                return "" if role == Qt.ItemDataRole.DisplayRole else self.tr("Næste skridt")
            return self._heading(Column(section))
        return None

    def _heading(self, column: Column) -> str:
        return {
            Column.CITIZEN: self.tr("Borger"),
            Column.MEASURED: self.tr("Sidste måling"),
            Column.COUNTS: self.tr("Ved sidste måling"),
            Column.KINDS: self.tr("Indsatser nu"),
            Column.TOPIC: self.tr("Værd at tale om"),
            Column.ACTION: self.tr("Næste skridt"),
        }[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts to show, to point at and to hear."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Role.BELOW:
                return self._below(row) if column is Column.CITIZEN else ""
            case Role.QUIET:
                return row.citizen.course_end is not None
            case Qt.ItemDataRole.AccessibleTextRole:
                below = f", {self._below(row)}" if column is Column.CITIZEN else ""
                text = self._text(row, column) or self.tr("intet særligt")
                return f"{self._heading(column)}: {text}{below}"
            case Qt.ItemDataRole.ToolTipRole if column is Column.CITIZEN:
                opens = self.tr("Åbn {0} side (mellemrum)").format(whose(row.citizen.first_name))
                return f"{isolated(row.citizen.name)}\n{self._below(row)}\n{opens}"
            case Qt.ItemDataRole.ToolTipRole if column is Column.TOPIC:
                return self._text(row, column)
        return None

    def _text(self, row: CaseloadRow, column: Column) -> str:
        standing = row.standing
        match column:
            case Column.CITIZEN:
                return isolated(row.citizen.name)
            case Column.MEASURED:
                return last_measured(row, self._today)
            case Column.COUNTS:
                return "–" if standing is None else wording.counts(standing)
            case Column.KINDS:
                return "–" if standing is None else wording.kinds(standing.kinds)
            case Column.TOPIC:
                return "" if row.citizen.course_end is not None else wording.topic(row)
            case Column.ACTION:
                return action_words(action_of(row, self._due(row)))

    def _below(self, row: CaseloadRow) -> str:
        return time_and_number(row, self._due(row), self._today)
