# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The band that warns before the lock."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.gui.lock_warning import LockWarning


@pytest.mark.parametrize("width", [1024, 2560])
def test_it_lies_over_the_foot_of_the_window_and_is_whole(app: QApplication, qtbot: QtBot, width: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 600)
    window.show()
    warning = LockWarning(window)
    assert warning.text == ""
    warning.warn(42)
    assert "42 sekunder" in warning.text
    assert warning.geometry().bottomRight() == window.rect().bottomRight()
    [text] = warning.findChildren(QLabel)
    assert text.height() >= text.heightForWidth(text.width())
    window.resize(1100, 700)
    app.processEvents()
    assert warning.geometry().bottomRight() == window.rect().bottomRight()
