# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The nine themes as small curves on paper, from the same series as on the screen."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPaintDevice, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from bip_desktop.domain.progression import Progression, Series
from bip_desktop.domain.questionnaire import Missing
from bip_desktop.gui import theme, wording
from bip_desktop.gui.formatting import month_year
from bip_desktop.gui.plots.signs import SIGNS
from bip_desktop.gui.plots.time_axis import MANY, TimeAxis, time_axis

_WIDE, _HIGH = 17.6, 7.3
"""Centimetres."""
_INCH = 2.54
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class _Panel:
    """One theme's place on the paper, with `unit` device pixels a point (1/72 inch)."""

    box: QRectF
    unit: float

    def at(self, across: float, step: float) -> QPointF:
        """Where a step (1 to 5) at `across` (0 to 1) of the time lies."""
        unit = self.unit
        left, right = self.box.left() + 6 * unit, self.box.right() - 26 * unit
        top, bottom = self.box.top() + 22 * unit, self.box.bottom() - 18 * unit
        return QPointF(left + across * (right - left), bottom - (step - 1) / 4 * (bottom - top))


class PrintedPicture(QPyTextObject):
    """A text object that draws the themes where it stands in the text."""

    KIND = QTextFormat.ObjectTypes.UserObject.value + 1

    def __init__(self, moved: Progression, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._moved, self._language = moved, language
        self._look = theme.for_paper()

    def intrinsicSize(self, doc: QTextDocument, position: int, text_format: QTextFormat) -> QSizeF:
        """As wide as the page's text."""
        per_cm = _dpi(doc) / _INCH
        return QSizeF(_WIDE * per_cm, _HIGH * per_cm)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, position: int, text_format: QTextFormat
    ) -> None:
        """Draws three rows of three."""
        unit = _dpi(doc) / 72
        axis = time_axis(self._moved)
        rows = -(-len(self._moved.themes) // _COLUMNS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, series in enumerate(self._moved.themes):
            wide, high = rect.width() / _COLUMNS, rect.height() / rows
            box = QRectF(rect.x() + place % _COLUMNS * wide, rect.y() + place // _COLUMNS * high, wide - 8 * unit, high)
            self._draw(painter, _Panel(box, unit), series, axis)
        painter.restore()

    def _draw(self, painter: QPainter, panel: _Panel, series: Series, axis: TimeAxis) -> None:
        unit, xs = panel.unit, axis.xs
        across = [(x - xs[0]) / (xs[-1] - xs[0]) if len(xs) > 1 else 0.5 for x in xs]
        self._text(
            painter,
            panel.box.topLeft() + QPointF(0, 12 * unit),
            wording.name(series.item, self._language),
            11,
            bold=True,
        )
        painter.setPen(QPen(self._look.color("edge"), 0.3 * unit))
        for step in range(1, 6):
            painter.drawLine(panel.at(0, step) - QPointF(4 * unit, 0), panel.at(1, step) + QPointF(4 * unit, 0))
        points = [
            (panel.at(place, point.step), point) if point.step is not None else None
            for place, point in zip(across, series.points, strict=True)
        ]
        painter.setPen(QPen(self._look.color("citizen"), 1.4 * unit))
        for before, after in pairwise(points):
            if before is not None and after is not None:
                painter.drawLine(before[0], after[0])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("citizen"))
        small = 1.2 if len(points) > MANY else 2.2
        for each in points:
            if each is not None:
                size = (4.2 if each[1] is series.now else small) * unit
                painter.drawEllipse(each[0], size, size)
        for place, point in zip(across, series.points, strict=True):
            if isinstance(point.value, Missing):
                self._text(painter, panel.at(place, 1.25) - QPointF(3 * unit, 0), SIGNS[point.value], 9)
        if points[-1] is not None:
            spot = points[-1][0] + QPointF(8 * unit, 4.5 * unit)
            self._text(painter, spot, str(series.now.step), 13, bold=True, role="citizen")
        below = panel.box.bottom() - 5 * unit
        self._text(painter, QPointF(panel.at(across[0], 1).x() - 4 * unit, below), month_year(series.points[0].on), 9)
        if len(xs) > 1:
            text = month_year(series.now.on)
            wide = painter.fontMetrics().horizontalAdvance(text)
            self._text(painter, QPointF(panel.at(1, 1).x() + 4 * unit - wide, below), text, 9)

    def _text(
        self, painter: QPainter, at: QPointF, text: str, points: int, *, bold: bool = False, role: str = ""
    ) -> None:
        font = QFont(painter.font())
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._look.color(role or ("ink" if bold else "muted")))
        painter.drawText(at, text)


def _dpi(document: QTextDocument) -> float:
    """Of what the document is laid out for; 96 before that is known."""
    device: QPaintDevice | None = document.documentLayout().paintDevice()
    return float(device.logicalDpiX()) if device is not None else 96.0
