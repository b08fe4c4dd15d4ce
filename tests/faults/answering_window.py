# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The program's window, answered in by keys until it is killed: `python -m tests.faults.answering_window FOLDER`.

Says the place and the digit of each answer that stands there as saved, and the place of each step to the next.
"""

import os
import sys
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bip_desktop import bootstrap
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.widgets.item_editors import ScaleEditor
from bip_desktop.paths import Places
from tests.gui.invented_work import PASSPHRASE
from tests.gui.test_shell import answering, at, desk_of, press, seen, shown


def main(folder: str) -> None:
    app = bootstrap.application(sys.argv[:1])
    shell = shown(bootstrap.shell(app, Places(Path(folder))))
    press(PASSPHRASE, Qt.Key.Key_Return)
    while not isinstance(shell.presenter, CaseloadPresenter):
        QApplication.processEvents()
    answering(shell, desk_of(shell), "B1")
    for digit in cycle(range(1, 6)):
        presenter = at(shell, CitizenModePresenter)
        view = seen(presenter.page, QuestionView)
        assert isinstance(view.editor, ScaleEditor)
        press(Qt.Key(Qt.Key.Key_0.value + digit))
        if view.editor.steps[digit - 1]._row.saved:
            os.write(1, f"{view.item.code} {digit}\n".encode())
        if digit == 5 and view.item.code != "B9":
            press(Qt.Key.Key_Return)
            os.write(1, f"{presenter.under_way.meeting.place.item} -\n".encode())


if __name__ == "__main__":
    main(sys.argv[1])
