# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The self-test passes where all is well, finds each thing that is broken, and names no person and no folder."""

import json
import os
import pkgutil
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from bip_desktop import __main__, __version__, bootstrap, logs, paths
from bip_desktop.gui import pages
from bip_desktop.gui.pages.about.presenter import AboutPresenter
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.paths import DATABASE
from bip_desktop.self_test import interface, run
from bip_desktop.self_test.report import Outcome, without_folders, write_report
from bip_desktop.self_test.trial import CPR, NAME, PASSPHRASE, SelfTestError, Trial
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from bip_desktop.storage.keyring import Keyring

ROOT = Path(__file__).parents[2]
EMPTY_ICON = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'
Break = Callable[[pytest.MonkeyPatch, Trial, Path], None]


def started(*arguments: str, platform: str = "") -> subprocess.CompletedProcess[str]:
    """The program as a process of its own, on a machine without a screen."""
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environ = {name: value for name, value in os.environ.items() if name not in without}
    if platform:
        environ["QT_QPA_PLATFORM"] = platform
    command = [sys.executable, "-m", "bip_desktop", *arguments]
    return subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.timeout(150)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_sound_program_passes_without_a_screen(tmp_path: Path) -> None:
    ended = started("--self-test", str(tmp_path / "report.json"))
    text = (tmp_path / "report.json").read_text(encoding="utf-8")
    report = json.loads(text)
    assert ended.returncode == 0, ended.stderr + text
    assert report["passed"] is True
    assert report["version"] == __version__
    assert [each["name"] for each in report["checks"]] == list(run.CHECKS)
    assert all(each["passed"] and each["detail"] for each in report["checks"])
    for what in (str(ROOT), str(Path.home()), str(tmp_path), "/tmp", NAME, CPR, PASSPHRASE):
        assert what not in text


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("arguments", [(), ("demo",)])
def test_without_a_screen_the_program_says_so_in_one_line(arguments: tuple[str, ...]) -> None:
    ended = started(*arguments)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "no screen" in ended.stderr
    assert "--screenshots" in ended.stderr


# -- whatever is broken is found ------------------------------------------------------------------------------------


@pytest.fixture
def trial(qapp: QApplication, tmp_path: Path) -> Iterator[Trial]:
    """What the checks work on, in a folder of the test's own."""
    made = Trial(bootstrap.application([]), tmp_path / "trial")
    made.folder.mkdir()
    yield made
    made.close()


def with_resources(patch: pytest.MonkeyPatch, folder: Path) -> Path:
    """A copy of the resources that the program takes for its own."""
    copy = folder / "resources"
    shutil.copytree(ROOT / "resources", copy)
    patch.setattr(paths, "resources", lambda: copy)
    return copy


def no_migrations(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    patch.setattr(paths, "migrations", lambda: folder)


def any_passphrase_opens(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    real = Keyring.opened
    patch.setattr(Keyring, "opened", lambda self, _: real(self, PASSPHRASE))


def a_migration_is_left_out(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    _ = trial.desk
    shutil.copytree(ROOT / "db", folder / "db")
    (folder / "db" / "versions" / "9999_later.py").touch()
    patch.setattr(paths, "migrations", lambda: folder / "db")


def no_rules(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    (with_resources(patch, folder) / "evidence" / "rules@1.json").write_text("{}", encoding="utf-8")


def no_instrument(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    shutil.rmtree(with_resources(patch, folder) / "instruments")


def an_answer_is_lost(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    real = MeetingUnderWay.answer

    def forgetful(self: MeetingUnderWay, code: str, value: object) -> None:
        if code != "S12":
            real(self, code, value)  # type: ignore[arg-type]

    patch.setattr(MeetingUnderWay, "answer", forgetful)


def plain_text_beside_the_database(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    _ = trial.citizen
    (trial.places.folder / (DATABASE + "-journal")).write_bytes(b"...." + NAME.encode())


def another_centres_keys(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    _ = trial.citizen
    type(trial.centre).new().write_recipients(trial.places.recipients)


def a_log_that_blots_nothing_out(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    patch.setattr(logs, "redacted", lambda text: text)


def a_letter_that_no_font_has(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    patch.setattr(interface, "LETTERS", "æ\U0010fffd")


def a_theme_without_a_role(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    file = with_resources(patch, folder) / "themes" / "dark.toml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("citizen ")), encoding="utf-8")


def an_icon_that_draws_nothing(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    (with_resources(patch, folder) / "icons" / "chevron-down.svg").write_text(EMPTY_ICON, encoding="utf-8")


def a_damaged_translation(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    i18n = with_resources(patch, folder) / "i18n"
    i18n.mkdir(exist_ok=True)
    (i18n / "damaged.qm").write_bytes(b"no translation")


def a_page_that_cannot_be_built(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    patch.setattr(AboutPresenter, "__init__", broken)


def an_empty_picture(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    patch.setattr(TogetherView, "_made", lambda *_: QWidget())


def no_place_for_the_paper(patch: pytest.MonkeyPatch, trial: Trial, folder: Path) -> None:
    (trial.folder / "agreement.pdf").mkdir()


@pytest.mark.parametrize(
    ("name", "break_it"),
    [
        ("the encrypted jobcentre", no_migrations),
        ("the passphrase", any_passphrase_opens),
        ("the schema", a_migration_is_left_out),
        ("questions and suggestions", no_rules),
        ("questions and suggestions", no_instrument),
        ("the answers", an_answer_is_lost),
        ("no plain text", plain_text_beside_the_database),
        ("the submission", another_centres_keys),
        ("the log", a_log_that_blots_nothing_out),
        ("the letters", a_letter_that_no_font_has),
        ("the themes", a_theme_without_a_role),
        ("the icons", an_icon_that_draws_nothing),
        ("the languages", a_damaged_translation),
        ("the pages", a_page_that_cannot_be_built),
        ("the pages", no_rules),
        ("the pictures", an_empty_picture),
        ("the paper", no_place_for_the_paper),
    ],
)
def test_what_is_broken_is_found(
    name: str, break_it: Break, trial: Trial, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sound = run.tried(name, run.CHECKS[name], Trial(trial.app, tmp_path / "sound")) if name == "the log" else None
    break_it(monkeypatch, trial, tmp_path)
    found = run.tried(name, run.CHECKS[name], trial)
    assert not found.passed
    assert found.detail
    assert sound is None or sound.passed


def test_every_check_is_broken_once() -> None:
    [mark] = [each for each in test_what_is_broken_is_found.pytestmark if each.name == "parametrize"]  # type: ignore[attr-defined]
    assert {name for name, _ in mark.args[1]} == set(run.CHECKS)


def test_every_page_is_looked_at(trial: Trial) -> None:
    assert interface.drawn_pages(trial) == {found.name for found in pkgutil.iter_modules(pages.__path__)}


def test_a_bug_in_a_slot_is_a_failure_and_shows_no_dialog(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(trial: Trial) -> str:
        with trial.shell():
            sys.excepthook(ZeroDivisionError, ZeroDivisionError("no 610180-1234"), None)
        return "all is well"

    found = run.tried("a bug", check, trial)
    assert not found.passed
    assert found.detail == "ZeroDivisionError: no ••••••-••••"


def test_one_failure_is_enough_for_exit_code_1(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(_: Trial) -> str:
        raise SelfTestError("it is broken")

    monkeypatch.setattr(run, "CHECKS", {"sound": lambda _: "yes", "broken": failing, "later": lambda _: "yes"})
    assert __main__.main(["--self-test", str(tmp_path / "report.json")]) == 1
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["passed"] is False
    assert [each["passed"] for each in report["checks"]] == [True, False, True]
    assert "it is broken" in capsys.readouterr().err


def test_nothing_tried_is_nothing_passed(tmp_path: Path) -> None:
    assert not write_report(tmp_path / "report.json", [])
    assert write_report(tmp_path / "report.json", [Outcome("one", True, "")])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[Errno 2] No such file: '/tmp/a b/bip.db'", "[Errno 2] No such file: '…/bip.db'"),
        (r"cannot open D:\Jobcenter\BIP\bip.db", r"cannot open …\bip.db"),
        ("61 modules, 3/4 of them", "61 modules, 3/4 of them"),
    ],
)
def test_no_folder_is_named(text: str, left: str) -> None:
    assert without_folders(text) == left
