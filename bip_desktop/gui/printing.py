# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The agreement on paper: large type, the citizen's own words, the picture, and a number to call."""

import os
from contextlib import suppress
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from bip_desktop.domain.agreement import Task, Who
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.progression import Progression
from bip_desktop.domain.questionnaire import Instrument, Wording
from bip_desktop.gui import theme, wording
from bip_desktop.gui.formatting import day_and_clock, isolated, long_date
from bip_desktop.gui.language import translate
from bip_desktop.gui.plots.printed_picture import PrintedPicture
from bip_desktop.gui.plots.sentences import ends, first_word, scales_of
from bip_desktop.gui.plots.signs import explained
from bip_desktop.gui.widgets.suggestion_card import shared_name
from bip_desktop.services.agreeing import AgreementPage

_MARGIN = 16
"""Millimetres."""
_BODY = 14
"""Points: large enough to be read at a kitchen table."""
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_HEADLINE = 1
"""Marks the block that everything after it stays on one page with."""


def print_agreement(
    target: QIODevice | Path, page: AgreementPage, moved: Progression | None, instrument: Instrument, language: str
) -> None:
    """Writes the agreement as a PDF (A4). A file is whole or not there.

    Raises `BipError` PRINT_FILE where it cannot be written.
    """
    content = _pdf(page, moved, instrument, language)
    if isinstance(target, Path):
        write_file(target, content)
    elif target.write(QByteArray(content)) != len(content):
        raise BipError(Code.PRINT_FILE)


def agreement_document(
    page: AgreementPage, moved: Progression | None, instrument: Instrument, language: str
) -> QTextDocument:
    """The text that is printed, with the picture as an object in it."""
    made = QTextDocument()
    font = QFont(QGuiApplication.font().family())
    font.setPointSize(_BODY)
    made.setDefaultFont(font)
    made.setDocumentMargin(0)
    made.setHtml(_html(page, instrument, language))
    if moved is not None:
        _add_picture(made, moved, language)
    if any(item.wording is Wording.DRAFT for item in instrument.items):
        draft = translate("printing", "Spørgsmålene er et udkast, ikke BIP's egne ord.")
        _add(made, f'<p style="font-size:11pt; margin:0">{_text(draft)}</p>')
    return made


def _html(page: AgreementPage, instrument: Instrument, language: str) -> str:
    agreement = page.agreement
    title, no_decision = translate("printing", "Vores aftale"), translate("printing", "Aftalen er ikke en afgørelse.")
    parts = [
        f'<p style="font-size:28pt; font-weight:700; margin:0">{_text(title)}</p>',
        f'<p style="margin:4px 0 0 0">{_text(isolated(page.citizen))} · {_text(long_date(page.on))}</p>',
        f'<p style="margin:0 0 4px 0">{_text(page.site_name)}, {_text(isolated(page.caseworker.name))}</p>',
    ]
    if agreement.goals:
        many = len(agreement.goals) > 1
        parts.append(_section(translate("printing", "Mine mål") if many else translate("printing", "Mit mål")))
        parts += [f'<p style="font-size:16pt; margin:3px 0">»{_text(goal)}«</p>' for goal in agreement.goals]
    if agreement.tasks:
        parts.append(_section(translate("printing", "Hvem gør hvad")))
        rows = "".join(_task(task, page) for task in agreement.tasks)
        parts.append(f'<table cellspacing="0" cellpadding="3" width="100%">{rows}</table>')
    if page.activities:
        parts.append(_section(translate("printing", "Det har vi valgt sammen")))
        names = dict.fromkeys(shared_name(instrument, each, language) for each in page.activities)
        parts.append(f'<p style="margin:2px 0">{_text(" + ".join(names))}</p>')
    parts.append(_section(translate("printing", "Næste samtale")))
    following = agreement.next_meeting
    said = day_and_clock(following) if following else translate("printing", "Vi aftaler den senere.")
    parts.append(f'<p style="margin:2px 0">{_text(said)}</p>')
    if page.caseworker.phone:
        call = translate("printing", "Er du i tvivl om noget? Ring direkte til {0}: {1}").format(
            isolated(page.caseworker.first_name), page.caseworker.phone
        )
        parts.append(f'<p style="font-weight:700; margin:16px 0 2px 0">{_text(call)}</p>')
    parts.append(f'<p style="margin:2px 0">{_text(no_decision)}</p>')
    if page.hidden:
        hidden = translate("printing", "Et tal, der lignede et CPR-nummer, er udeladt.")
        parts.append(f'<p style="font-size:11pt; margin:2px 0">{_text(hidden)}</p>')
    return "".join(parts)


def _task(task: Task, page: AgreementPage) -> str:
    who = {
        Who.CITIZEN: isolated(first_word(page.citizen)),
        Who.CASEWORKER: isolated(page.caseworker.first_name),
        Who.OTHER: translate("printing", "Andre"),
    }[task.who]
    by = translate("printing", "senest {0}").format(long_date(task.by)) if task.by else ""
    return f'<tr><td width="20%"><b>{_text(who)}</b></td><td>{_text(task.what)}<br/>{_text(by)}</td></tr>'.replace(
        "<br/></td>", "</td>"
    )


def _section(text: str) -> str:
    return f'<p style="font-size:17pt; font-weight:700; margin:16px 0 2px 0">{_text(text)}</p>'


def _text(text: str) -> str:
    return escape(text)


def _add_picture(document: QTextDocument, moved: Progression, language: str) -> None:
    """The headline, the curves, and what their signs mean."""
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock()
    cursor.insertHtml(_section(wording.headline(moved)))
    cursor.block().setUserState(_HEADLINE)
    spaced = cursor.blockFormat()
    spaced.setTopMargin(14)
    cursor.setBlockFormat(spaced)
    picture = PrintedPicture(moved, language, document)
    document.documentLayout().registerHandler(PrintedPicture.KIND, picture)
    look = QTextCharFormat()
    look.setObjectType(PrintedPicture.KIND)
    cursor.insertBlock()
    cursor.insertText(_OBJECT, look)
    signs = [f"{sign} = {words}" for sign, words in explained(moved.themes)]
    said = " · ".join([ends(scales_of(moved.themes), language), *signs])
    _add(document, f'<p style="font-size:11pt; margin:0">{_text(said)}</p>')


def _add(document: QTextDocument, html: str) -> None:
    """One more paragraph."""
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock(QTextBlockFormat())
    cursor.insertHtml(html)


def _pdf(page: AgreementPage, moved: Progression | None, instrument: Instrument, language: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    writer.setTitle(translate("printing", "Vores aftale"))
    writer.setCreator("BIP Desktop")
    _paint(writer, page, moved, instrument, language)
    buffer.close()
    return bytes(buffer.data().data())


def paint_agreement(
    device: QPagedPaintDevice,
    page: AgreementPage,
    moved: Progression | None,
    instrument: Instrument,
    language: str,
) -> None:
    """Draws the agreement straight onto a printer's pages (A4): no file of ours lies anywhere on the way.

    Raises `BipError` PRINTER where the printer takes nothing.
    """
    if not _paint(device, page, moved, instrument, language):
        raise BipError(Code.PRINTER)


def _paint(
    device: QPagedPaintDevice,
    page: AgreementPage,
    moved: Progression | None,
    instrument: Instrument,
    language: str,
) -> bool:
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    paper = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    document = agreement_document(page, moved, instrument, language)
    document.documentLayout().setPaintDevice(device)
    size = QSizeF(device.width(), device.height())
    document.setPageSize(size)
    _keep_together(document)
    look, context = theme.for_paper(), QAbstractTextDocumentLayout.PaintContext()
    context.palette = QPalette(look.color("ink"), look.color("surface"))
    painter = QPainter()
    if not painter.begin(device):
        return False
    done = True
    for place in range(document.pageCount()):
        done = done and (place == 0 or device.newPage())
        painter.save()
        painter.translate(0, -place * size.height())
        context.clip = QRectF(0, place * size.height(), size.width(), size.height())
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
    return painter.end() and done


def _keep_together(document: QTextDocument) -> None:
    """Begins a new page with the headline where its picture, or what explains it, would stand on the next."""
    marked = {}
    block = document.begin()
    while block.isValid():
        marked[block.userState()] = block
        block = block.next()
    if _HEADLINE not in marked:
        return
    layout, high = document.documentLayout(), document.pageSize().height()
    first, last = layout.blockBoundingRect(marked[_HEADLINE]), layout.blockBoundingRect(document.lastBlock())
    if first.bottom() // high != last.bottom() // high:
        cursor = QTextCursor(marked[_HEADLINE])
        look = cursor.blockFormat()
        look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        cursor.setBlockFormat(look)


def write_file(target: Path, content: bytes) -> None:
    """Writes a file that she has chosen the place of: whole or not at all. Raises `BipError` PRINT_FILE."""
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise BipError(Code.PRINT_FILE) from None
