# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Plain texts on paper: headings, sentences and tables, on as many A4 pages as they need."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from bip_desktop.gui.printing import write_file

_MARGIN = 18
"""Millimetres."""
_BODY = 10
"""Points."""


def save_as_pdf(target: Path, html: str, title: str) -> None:
    """Writes `html` as a PDF, whole or not at all. Raises `BipError` PRINT_FILE."""
    write_file(target, as_pdf(html, title))


def as_pdf(html: str, title: str) -> bytes:
    """The PDF's content."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    writer.setTitle(title)
    writer.setCreator("BIP Desktop")
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    paper = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    document = QTextDocument()
    font = QFont(QGuiApplication.font().family())
    font.setPointSize(_BODY)
    document.setDefaultFont(font)
    document.setHtml(html)
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())
