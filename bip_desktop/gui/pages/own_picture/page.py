# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How she has answered the question of belief over all her citizens. No verdict, and nothing to steer by."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from bip_desktop.gui import theme
from bip_desktop.gui.pages.own_picture.spread_picture import SpreadPicture
from bip_desktop.gui.pages.own_picture.view import OwnPictureView, Spread
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import as_high_as_its_texts
from bip_desktop.gui.widgets.layouts import Child, card, column, row, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar

_MARGINS = (24, 18, 24, 20)


class OwnPicturePage(Page):
    """Shows an `OwnPictureView`; states that she goes back."""

    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, view: OwnPictureView) -> None:
        super().__init__(self.tr("Mine egne svar"))
        back = button(self.tr("← Mine borgere"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.as_table = button(self.tr("Som tabel"), "quiet", self._on_table)
        parts: list[Child] = [
            label(self.tr("Mine egne svar"), "title"),
            4,
            label(self.tr("Siden er kun til dig. Ingen andre ser den, og intet af den bliver sendt."), "muted"),
            16,
            self._spread(view),
            16,
            _card(label(self.tr("Dit gennemsnit"), "section"), 6, *_spaced(view.orientation)),
            16,
            self._endings(view),
            16,
            card(
                column(
                    label(self.tr("Svar det, du tror."), "strong"),
                    label(
                        self.tr(
                            "Intet her beder dig om at svare højere. Et tal, man styrer efter, "
                            "måler ikke længere noget."
                        ),
                        "muted",
                    ),
                    spacing=2,
                ),
                kind="tile",
                margins=(0, 0, 0, 0),
            ),
        ]
        bar = TopBar("", "", lock, back=back, note=self.tr("Gemt lokalt, krypteret ✓"))
        self.setLayout(column(bar, as_high_as_its_texts(page_body(column(*parts), widest=860))))
        self.first = back

    def _spread(self, view: OwnPictureView) -> QFrame:
        spread = view.spread
        heading = label(self.tr("»{0}«").format(view.question), "section")
        if spread is None:
            self.picture = self.table = None
            empty = self.tr("Du har ikke svaret endnu. Billedet kommer, når din første samtale er afsluttet.")
            return _card(heading, 6, label(empty, "muted"))
        self.picture, self.table = SpreadPicture(spread), _table(spread, self.tr("Dine svar"), self._headings())
        self.table.hide()
        top = row(label(spread.headline, "strong"), self.as_table, spacing=12)
        top.setStretch(0, 1)
        parts: list[Child] = [heading, 4, top, 10, self.picture, self.table]
        if spread.source:
            parts += [12, label(self.tr("BIP: {0}").format(spread.source), "small")]
        return _card(*parts)

    def _headings(self) -> tuple[str, ...]:
        return self.tr("Svar"), self.tr("Dine svar"), self.tr("I BIP")

    def _endings(self, view: OwnPictureView) -> QFrame:
        endings = view.endings
        heading = label(self.tr("Hvad du svarede, og hvordan det gik"), "section")
        if endings is None:
            empty = self.tr("Ingen forløb er afsluttet endnu. Her kommer de til at stå ved dit sidste svar.")
            return _card(heading, 6, label(empty, "muted"))
        headings = (self.tr("Borger"), self.tr("Dit sidste svar"), self.tr("Sluttede med"))
        parts: list[Child] = [heading, 4, label(endings.headline, "strong"), 8]
        parts.append(ReadingTable(self.tr("Afsluttede forløb"), headings, endings.rows))
        if endings.rest:
            parts += [8, label(endings.rest, "small")]
        return _card(*parts)

    def _on_table(self) -> None:
        if self.picture is None or self.table is None:
            return
        as_table = self.table.isHidden()
        show_if(self.table, as_table)
        show_if(self.picture, not as_table)
        self.as_table.setText(self.tr("Som billede") if as_table else self.tr("Som tabel"))


def _table(spread: Spread, name: str, headings: tuple[str, ...]) -> ReadingTable:
    rows = [(words, str(count), band.in_bip) for band in spread.bands for words, count in band.answers]
    return ReadingTable(name, headings, rows)


def _spaced(texts: tuple[str, ...]) -> list[Child]:
    gap, parts = theme.current().px(4), list[Child]()
    for text in texts:
        parts += [label(text), gap]
    return parts[:-1]


def _card(*parts: Child) -> QFrame:
    return card(column(*parts), margins=_MARGINS)
