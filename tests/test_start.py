# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How the program begins: its version, and an empty folder that stays empty until somebody wants a jobcentre in it."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bip_desktop import __main__, __version__, bootstrap
from bip_desktop.gui.pages.first_start.presenter import FirstStartPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.paths import Places

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
PASSPHRASE = "fire små heste løber"


def files(folder: Path) -> set[str]:
    """Everything below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")} if folder.exists() else set()


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a start changes in the process is put back."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = logging.getLogger("bip_desktop")
    yield
    for handler in list(program.handlers):
        program.removeHandler(handler)
        handler.close()
    program.propagate = True


@pytest.fixture
def begun(qapp: QApplication, tmp_path: Path, as_before: None) -> Iterator[Shell]:
    """The program on a folder that does not exist yet."""
    shell = bootstrap.shell(bootstrap.application([]), Places(tmp_path / "BIP"))
    shell.window.show()
    QApplication.processEvents()
    yield shell
    shell.window.close()
    QTest.qWait(0)


def test_it_says_its_version() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bip_desktop", "--version"], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.strip() == __version__
    assert ended.stderr == ""


def test_saying_the_version_needs_no_window() -> None:
    asked = "import sys; from bip_desktop import __main__; print('PySide6' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.strip() == "False"


def test_an_unknown_word_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        __main__.main(["dmeo"])
    assert refused.value.code == 2
    assert "dmeo" in capsys.readouterr().err


def test_data_leads_to_that_folder_and_its_first_page(
    qapp: QApplication, tmp_path: Path, as_before: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Shell] = []
    build = bootstrap.shell

    def built(app: QApplication, places: Places) -> Shell:
        assert places.folder == tmp_path / "empty"
        begun.append(build(app, places))
        return begun[0]

    def looked_at(_: QApplication) -> int:
        QApplication.processEvents()
        assert begun[0].window.isVisible()
        assert isinstance(begun[0].presenter, FirstStartPresenter)
        begun[0].window.close()
        return 0

    monkeypatch.setattr(bootstrap, "shell", built)
    monkeypatch.setattr(QApplication, "exec", looked_at)
    assert __main__.main(["--data", str(tmp_path / "empty")]) == 0
    assert files(tmp_path) <= {"empty", "empty/log", "empty/bip.lock"}


def test_nothing_is_on_the_disk_until_the_form_is_sent(begun: Shell, tmp_path: Path) -> None:
    presenter = begun.presenter
    assert isinstance(presenter, FirstStartPresenter)
    page = presenter.page
    QTest.keyClicks(QApplication.focusWidget() or page, "Karen Opdigtet")
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)  # sent too early: refused
    QApplication.processEvents()
    assert begun.presenter is presenter
    assert files(tmp_path) <= {"BIP", "BIP/log"}


def test_closed_without_a_jobcentre_it_begins_the_same_way_the_next_time(begun: Shell, tmp_path: Path) -> None:
    begun.window.close()
    again = bootstrap.shell(bootstrap.application([]), Places(tmp_path / "BIP"))
    assert isinstance(again.presenter, FirstStartPresenter)
    assert files(tmp_path) <= {"BIP", "BIP/log"}
    again.window.close()


def test_where_a_key_file_lies_the_passphrase_is_asked_for(qapp: QApplication, tmp_path: Path, as_before: None) -> None:
    (tmp_path / "bip.key").write_bytes(b"")
    shell = bootstrap.shell(bootstrap.application([]), Places(tmp_path))
    assert isinstance(shell.presenter, UnlockPresenter)
    shell.window.close()
