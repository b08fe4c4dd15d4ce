# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Tests of the commands that set the project up and check it."""

import json
import re
import tomllib
from dataclasses import asdict
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import dev
import dev_checks
import dev_setup
from benchmarks.figures import Figure, Report
from benchmarks.run import PAGES, page

ROOT = Path(dev.__file__).parent
HEADER = f"# {dev_checks.COPYRIGHT}\n# {dev_checks.LICENCES[0]}\n"


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"QT_QPA_PLATFORM": "minimal:enable_fonts"}, "win32", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_known_from_the_environment(environ: dict[str, str], platform: str, expected: bool) -> None:
    assert dev_setup.screen_available(environ, platform) is expected


def test_the_demonstration_makes_pictures_where_there_is_no_screen() -> None:
    completed = dev.demo_arguments(["--seed", "7"], False, lambda: "new")
    assert completed == ["--seed", "7", "--screenshots", "new"]


@pytest.mark.parametrize(
    ("arguments", "screen"),
    [(["--seed", "7"], True), (["--screenshots", "mine"], False), (["--screenshots=mine"], False)],
)
def test_the_demonstration_s_arguments_are_otherwise_passed_on_as_they_are(arguments: list[str], screen: bool) -> None:
    assert dev.demo_arguments(arguments, screen, lambda: "new") == arguments


def test_the_program_without_a_screen_names_the_way_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert dev.main(["run"]) == 2
    assert "dev.py demo" in capsys.readouterr().err


def test_an_unknown_option_of_check_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["check", "--fast"]) == 2
    assert "--fast" in capsys.readouterr().err


def test_bench_takes_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["bench", "--fast"]) == 2
    assert "bench" in capsys.readouterr().err


def test_wheel_takes_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["wheel", "--fast"]) == 2
    assert "no arguments" in capsys.readouterr().err


def test_a_build_says_which_libraries_for_windows_it_could_not_bring_along() -> None:
    assert dev.lacking_for_windows([]) == ""
    said = dev.lacking_for_windows(["libxcb-cursor.so.0"])
    assert "Warning" in said
    assert "libxcb-cursor.so.0" in said
    assert "libxcb-cursor0" in said


def test_the_results_say_of_each_figure_whether_it_holds() -> None:
    figures = [
        Figure("first window", 1.4, 1.5, "×"),
        Figure("caseload", 301.0, 300.0, "ms"),
        Figure("faster", 4.2, 4.0, "×", at_least=True),
        Figure("much faster", 19.5, 20.0, "×", at_least=True),
    ]
    start = Report(figures, {"bare": "100 ms"})
    written = page(PAGES["results"], {"start": Report.read(json.dumps(asdict(start)))}, "2 cores")
    assert "| first window | 1.40 × | 1.50 × | held |\n| caseload | 301.0 ms | 300.0 ms | **missed** |\n" in written
    assert "| faster | 4.20 × | at least 4.00 × | held |\n" in written
    assert "| much faster | 19.50 × | at least 20.00 × | **missed** |\n" in written
    assert "2 cores" in written
    assert "- bare: 100 ms" in written


def test_a_library_that_does_not_load_is_listed_with_its_package() -> None:
    def load(soname: str) -> None:
        if soname == "libEGL.so.1":
            raise OSError(soname)

    missing = dev_setup.missing_libraries(dev_setup.LIBRARIES, load)
    assert missing == ["libEGL.so.1"]
    message = dev_setup.missing_message("Qt lacks a library.", [dev_setup.LIBRARIES[name] for name in missing])
    assert message.splitlines()[-1].strip() == "sudo apt-get install -y libegl1"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Inter-Regular.otf", True),
        ("DejaVuSans.ttf", True),
        ("NotoSans[wght].ttf", True),
        ("DejaVuSansMono.ttf", False),
        ("NotoSansCJK-Regular.ttc", False),
        ("Interface.ttf", False),
    ],
)
def test_a_readable_font_is_known_by_its_file(tmp_path: Path, name: str, expected: bool) -> None:
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / name).touch()
    assert dev_setup.readable_font_found([str(tmp_path)]) is expected


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set-up that was completed from the lock for running."""
    for name in (
        "requirements/run.lock",
        "requirements/dev.lock",
        "pyproject.toml",
        ".venv/pyvenv.cfg",
        ".venv/python",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(dev_setup, "ROOT", tmp_path)
    monkeypatch.setattr(dev_setup, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev_setup, "PYTHON", tmp_path / ".venv/python")
    monkeypatch.setattr(dev_setup, "STAMP", tmp_path / ".venv/stamp")
    (tmp_path / ".venv/stamp").write_text(dev_setup.state("run"))
    return tmp_path


@pytest.mark.usefixtures("tree")
def test_a_completed_set_up_is_not_repeated() -> None:
    assert dev_setup.is_set_up("run")
    assert not dev_setup.is_set_up("dev")


def test_the_development_set_up_is_enough_to_run(tree: Path) -> None:
    (tree / ".venv/stamp").write_text(dev_setup.state("dev"))
    assert dev_setup.is_set_up("run")


@pytest.mark.parametrize("name", ["requirements/run.lock", "pyproject.toml"])
def test_a_changed_requirement_is_installed_into_the_same_environment(tree: Path, name: str) -> None:
    (tree / name).write_text("changed")
    assert not dev_setup.is_set_up("run")
    assert dev_setup.usable()


@pytest.mark.parametrize("gone", [".venv/stamp", ".venv/python"])
def test_an_environment_cut_short_is_made_anew(tree: Path, gone: str) -> None:
    (tree / gone).unlink()
    assert not dev_setup.usable()


def test_a_moved_environment_is_made_anew(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev_setup, "ROOT", tree / "elsewhere")
    assert not dev_setup.usable()


def test_a_file_with_its_header_is_accepted() -> None:
    assert not list(dev_checks.header_faults("module.py", HEADER + "x = 1\n"))
    assert not list(dev_checks.header_faults("script", "#!/bin/sh\n" + HEADER))


@pytest.mark.parametrize("text", ["", "x = 1\n", HEADER.splitlines()[0], HEADER.splitlines()[1], "\n" * 9 + HEADER])
def test_a_file_without_its_header_is_found(text: str) -> None:
    assert list(dev_checks.header_faults("module.py", text))


def test_a_file_that_cannot_carry_a_comment_needs_no_header() -> None:
    assert not list(dev_checks.header_faults("resources/instruments/one.json", "{}"))


@pytest.mark.parametrize(
    "line",
    [  # put together here, because this file is checked as well
        "url = https://py" + "pi.org/simple",
        'path = "/ho' + 'me/anna/x"',
        "cd /wo" + "rk/main",
        "</ro" + "ot/.cache>",
        "C:" + r"\Users\anna",
    ],
)
def test_a_line_about_one_machine_is_found(line: str) -> None:
    (fault,) = dev_checks.foreign_faults("notes.md", f"fine\n{line}\n")
    assert fault.startswith("notes.md:2: ")


@pytest.mark.parametrize(
    "line", ["https://example.dk/ho" + "me/page", "towards/wo" + "rk/soon", "~/wo" + "rk/x", "tests/ro" + "ot/a"]
)
def test_a_line_that_only_looks_like_it_is_left_alone(line: str) -> None:
    assert not list(dev_checks.foreign_faults("notes.md", line))


def test_a_translation_that_lags_behind_is_found(tmp_path: Path) -> None:
    source, file = tmp_path / "page.py", tmp_path / "bip_en.ts"
    source.write_text(
        "from PySide6.QtCore import QObject\nclass Page(QObject):\n"
        '    def texts(self) -> list[str]:\n        return [self.tr("Gem"), self.tr("Luk"), self.tr("Ny")]\n'
    )
    done, open_ = "<translation>Save</translation>", '<translation type="unfinished"></translation>'
    texts = {"Gem": done, "Luk": open_, "Gammel": done}
    entries = "".join(f"<message><source>{text}</source>{state}</message>" for text, state in texts.items())
    file.write_text(f'<TS version="2.1" language="en"><context><name>Page</name>{entries}</context></TS>')
    dev_checks.release(file, file.with_suffix(".qm"))
    assert list(dev_checks.translation_faults(file, [source])) == [
        "bip_en.ts: lacks 'Ny' of Page",
        "bip_en.ts: has 'Gammel' of Page, which nothing uses",
        "bip_en.ts: leaves 'Luk' of Page untranslated",
    ]


def translated(folder: Path, texts: dict[str, str]) -> tuple[Path, list[Path]]:
    """A page with the keys of `texts`, and its compiled translation file; a value is the `translation` element."""
    source, file = folder / "page.py", folder / "bip_en.ts"
    calls = ", ".join(f'self.tr("{text}")' for text in texts)
    source.write_text(
        "from PySide6.QtCore import QObject\nclass Page(QObject):\n"
        f"    def texts(self) -> list[str]:\n        return [{calls}]\n"
    )
    entries = "".join(f"<message><source>{text}</source>{each}</message>" for text, each in texts.items())
    file.write_text(f'<TS version="2.1" language="en"><context><name>Page</name>{entries}</context></TS>')
    dev_checks.release(file, file.with_suffix(".qm"))
    return file, [source]


def test_a_translation_that_says_all_there_is_to_say_has_no_fault(tmp_path: Path) -> None:
    file, sources = translated(tmp_path, {"{0} svar": "<translation>{0} answers</translation>"})
    assert list(dev_checks.translation_faults(file, sources)) == []


@pytest.mark.parametrize("translation", ["answers", "{1} answers", "{0} of {1} answers", "{} answers"])
def test_a_translation_with_other_places_to_fill_in_is_found(tmp_path: Path, translation: str) -> None:
    file, sources = translated(tmp_path, {"{0} svar": f"<translation>{translation}</translation>"})
    assert list(dev_checks.translation_faults(file, sources)) == [
        f"bip_en.ts: gives '{{0}} svar' of Page other places to fill in: {translation!r}"
    ]


def test_a_translation_that_is_kept_for_nothing_is_found(tmp_path: Path) -> None:
    file, sources = translated(tmp_path, {"Gem": "<translation>Save</translation>"})
    kept = '<message><source>Før</source><translation type="vanished">Before</translation></message></context>'
    file.write_text(file.read_text().replace("</context>", kept))
    found = list(dev_checks.translation_faults(file, sources))
    assert "bip_en.ts: keeps 'Før' of Page, which is vanished" in found


def test_a_compiled_translation_that_is_older_than_its_texts_is_found(tmp_path: Path) -> None:
    file, sources = translated(tmp_path, {"Gem": "<translation>Save</translation>"})
    file.write_text(file.read_text().replace(">Save<", ">Keep<"))
    assert list(dev_checks.translation_faults(file, sources)) == ["bip_en.qm: is not what bip_en.ts compiles to"]


def test_a_text_that_lupdate_cannot_find_is_found() -> None:
    text = 'a = self.tr("Gem")\nb = translate("page", word)\nc = f"{self.tr(\'Luk\')}!"\nd = name.translate(table)\n'
    assert list(dev_checks.hidden_text_faults("page.py", text)) == [
        "page.py:2: a text that is not written out is not found by lupdate",
        "page.py:3: a text within an f-string is not found by lupdate",
    ]


def locked(name: str) -> set[str]:
    return set(re.findall(r"^[\w.-]+==.+(?= \\$)", (ROOT / "requirements" / f"{name}.lock").read_text(), re.MULTILINE))


def test_the_lock_for_running_is_part_of_the_one_for_development() -> None:
    assert len(locked("run")) > 10
    assert locked("run") <= locked("dev")


def test_the_contract_of_the_domain_names_every_dependency() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = {re.split(r"[^\w-]", entry)[0].lower() for entry in config["project"]["dependencies"]}
    contracts = {contract["name"]: contract for contract in config["tool"]["importlinter"]["contracts"]}
    forbidden = set(contracts["The domain imports the standard library only"]["forbidden_modules"])
    named = {
        distribution.lower().replace("_", "-")
        for module, distributions in packages_distributions().items()
        if module in forbidden
        for distribution in distributions
    }
    assert wanted <= named
