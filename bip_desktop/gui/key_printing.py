# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The recovery key on paper: straight to the printer, so that no file of ours lies anywhere on the way."""

from html import escape

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QTextDocument

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.recovery_key import RecoveryKey
from bip_desktop.gui.language import translate

_MARGIN = 20
"""Millimetres."""


def paint_recovery_key(device: QPagedPaintDevice, key: RecoveryKey, site_name: str) -> None:
    """One page (A4). Raises `BipError` PRINTER where the printer takes nothing."""
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    paper = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    document = recovery_key_document(key, site_name)
    document.documentLayout().setPaintDevice(device)
    document.setPageSize(QSizeF(device.width(), device.height()))
    painter = QPainter()
    if not painter.begin(device):
        raise BipError(Code.PRINTER)
    document.drawContents(painter)
    if not painter.end():
        raise BipError(Code.PRINTER)


def recovery_key_document(key: RecoveryKey, site_name: str) -> QTextDocument:
    """What stands on the page."""
    document = QTextDocument()
    font = QFont(QGuiApplication.font().family())
    font.setPointSize(13)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    rows = "".join(
        f'<tr><td style="padding-right:24px">{place}</td>'
        f'<td style="font-family:monospace; font-size:22pt">{escape(group)}</td></tr>'
        for place, group in enumerate(key.groups, start=1)
    )
    said = (
        translate("key_printing", "Den åbner alt, hvis alle adgangssætninger er glemt."),
        translate("key_printing", "Læg den i jobcentrets pengeskab. Ikke ved computeren, og ikke i en skuffe."),
        translate("key_printing", "Laver nogen en ny nøgle, virker denne ikke mere: makulér den så."),
    )
    body = "".join(f'<p style="margin:6px 0">{escape(each)}</p>' for each in said)
    title = translate("key_printing", "Gendannelsesnøgle til BIP")
    document.setHtml(
        f'<p style="font-size:24pt; font-weight:700; margin:0">{escape(title)}</p>'
        f'<p style="margin:4px 0 18px 0">{escape(site_name)}</p><table cellpadding="4">{rows}</table>{body}'
    )
    return document
