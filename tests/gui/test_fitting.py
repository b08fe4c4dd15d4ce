# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What looks for cut and unreachable texts finds them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.layouts import column, row, scrolled
from bip_desktop.gui.widgets.texts import label
from tests.gui import fitting

Show = Callable[[QWidget], MainWindow]
LONG = "Det her står der rigtig meget om, og det skal kunne læses. " * 12


def _page(*children: QWidget) -> QWidget:
    page = QWidget()
    page.setLayout(column(*children, None))
    return page


def test_what_fits_has_no_faults(show: Show) -> None:
    words, way = label(LONG), button("Videre")
    window = show(_page(words, way))
    fitting.at_size(window, (1024, 600))
    assert fitting.faults(window) == []
    assert fitting.in_sight(way)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda words, way: words.setFixedHeight(30), "lines cut"),
        (lambda words, way: words.setText("W" * 300), "a word cut"),
        (lambda words, way: way.setFixedWidth(20), "cut, "),
        (lambda words, way: (words.parentWidget().layout().setEnabled(False), way.move(10, 10)), "over each other"),
        (lambda words, way: (words.parentWidget().layout().setEnabled(False), way.move(1000, 500)), "out at the side"),
        (lambda words, way: (words.parentWidget().layout().setEnabled(False), way.move(10, 590)), "out below"),
    ],
)
def test_what_is_cut_is_found(show: Show, spoil: Callable[[QWidget, QWidget], object], said: str) -> None:
    words, way = label(LONG), button("Videre")
    window = show(_page(words, way))
    fitting.at_size(window, (1024, 600))
    spoil(words, way)
    fitting.at_size(window, (1024, 600))
    assert any(each.startswith(said) for each in fitting.faults(window)), fitting.faults(window)


def test_what_is_wider_than_its_area_is_found(show: Show) -> None:
    buttons = [button(f"En lang knap nummer {number}") for number in range(9)]
    page = QWidget()
    page.setLayout(column(scrolled(column(row(*buttons), None))))
    window = show(page)
    fitting.at_size(window, (1024, 600))
    assert any(each.startswith("out at the side") for each in fitting.faults(window))


def test_what_must_be_scrolled_to_is_not_in_sight(show: Show) -> None:
    way = button("Videre")
    page = QWidget()
    page.setLayout(column(scrolled(column(label(LONG * 9), way, None))))
    window = show(page)
    fitting.at_size(window, (1024, 600))
    assert fitting.faults(window) == []
    assert not fitting.in_sight(way)
