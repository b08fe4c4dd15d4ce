# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Set BIP Desktop up and run it, its tests and its checks. Needs Python and nothing else.

    python3 dev.py demo [--screenshots FOLDER]   the demonstration with invented people
    python3 dev.py run [ARGUMENTS]               the program itself
    python3 dev.py test [PYTEST ARGUMENTS]       the tests
    python3 dev.py check [--no-tests]            every check a change must pass
    python3 dev.py lock [--upgrade]              the lock files anew
    python3 dev.py bench                         how fast it is, into benchmarks/*.md
    python3 dev.py soak [WORDS]                  every fault at full size, up to an hour, into reports/
    python3 dev.py build                         the program as one folder, in dist/, and tries it out
    python3 dev.py wheel                         the wheel, in dist/, and tries it out in an environment of its own

The first start makes .venv and takes about half a minute; later starts find it ready.
"""

# This file must parse on older Pythons too, so that they can say which one is needed.
from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from dev_setup import (
    PYTHON,
    ROOT,
    SCRIPTS,
    X11_LIBRARIES,
    SetUpError,
    missing_libraries,
    pip,
    provide_libraries,
    quiet,
    screen_available,
    script,
    set_up,
)

DIST = ROOT / "dist"

LOCK_HEADER = """\
# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
# Made by "python3 dev.py lock" from pyproject.toml, for every platform and Python 3.11 to 3.13.
"""


def call(command: Sequence[str], environ: Mapping[str, str] | None = None, folder: Path | None = None) -> int:
    """Run a command in the foreground and return its exit code as a shell would."""
    code = subprocess.run(command, env=environ, cwd=folder, check=False).returncode
    return code if code >= 0 else 128 - code


def offscreen() -> dict[str, str]:
    """Return this environment with Qt drawing into memory, unless the caller chose otherwise."""
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


def demo_arguments(arguments: Sequence[str], screen: bool, new_folder: Callable[[], str]) -> list[str]:
    """Complete the demonstration's arguments: without a screen it shows itself as pictures in a folder."""
    named = any(argument.partition("=")[0] == "--screenshots" for argument in arguments)
    return [*arguments] if screen or named else [*arguments, "--screenshots", new_folder()]


def demo(arguments: Sequence[str]) -> int:
    """Show the program with invented people."""
    screen = screen_available(os.environ, sys.platform)
    provide_libraries(screen)
    set_up("run")
    completed = demo_arguments(arguments, screen, lambda: tempfile.mkdtemp(prefix="bip-desktop-demo-"))
    if len(completed) > len(arguments):
        print(f"There is no screen here: the pictures go to {completed[-1]}", flush=True)
    return call([script("bip-desktop"), "demo", *completed], None if screen else offscreen())


def run(arguments: Sequence[str]) -> int:
    """Start the program itself."""
    screen = screen_available(os.environ, sys.platform)
    if not (arguments or screen or "QT_QPA_PLATFORM" in os.environ):
        raise SetUpError("There is no screen here. The demonstration does without: python3 dev.py demo")
    provide_libraries(screen)
    set_up("run")
    return call([script("bip-desktop"), *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run the tests, without opening a window: all of them in as many processes as there are cores."""
    provide_libraries(screen=False)
    set_up("dev")
    chosen = arguments or ("-n", "auto")
    return call([str(PYTHON), "-m", "pytest", *chosen], offscreen(), ROOT)


def check(arguments: Sequence[str]) -> int:
    """Run every check, all of them even when one fails."""
    if unknown := set(arguments) - {"--no-tests"}:
        raise SetUpError(f"check does not know {' '.join(sorted(unknown))}, only --no-tests")
    set_up("dev")
    python = str(PYTHON)
    steps = {
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "lint": [python, "-m", "ruff", "check", "."],
        "types": [python, "-m", "mypy"],
        "layers": [script("lint-imports"), "--no-logo"],
        "project": [python, "dev_checks.py"],
    }
    codes = {}
    for name, command in steps.items():
        done = quiet(command)
        codes[name] = done.returncode
        print(f"{name:<10}{'FAILED' if done.returncode else 'ok'}", flush=True)
        if done.returncode:
            print(done.stdout, flush=True)
    if not arguments:
        codes["tests"] = test([])
        print(f"{'tests':<10}{'FAILED' if codes['tests'] else 'ok'}")
    return int(any(codes.values()))


def lock(arguments: Sequence[str]) -> int:
    """Write both lock files anew from pyproject.toml, keeping the versions in them unless told to upgrade."""
    set_up("dev")
    if not Path(script("uv")).exists():
        pip("install", "uv")
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
    options += ["--no-header", "--quiet", *arguments]
    # The smaller lock follows the larger one, so that a `.venv` made for either fits both.
    groups = {"dev": ["--group", "dev", "--extra", "build"], "run": ["--group", "setup", "-c", "requirements/dev.lock"]}
    for name, group in groups.items():
        file = f"requirements/{name}.lock"
        code = call([script("uv"), "pip", "compile", "pyproject.toml", *group, *options, "-o", file], None, ROOT)
        if code:
            return code
        (ROOT / file).write_text(LOCK_HEADER + (ROOT / file).read_text())
    return 0


def bench(arguments: Sequence[str]) -> int:
    """Measure how fast the program is, beside its limits; the machine should have nothing else to do."""
    if arguments:
        raise SetUpError("bench takes no arguments")
    provide_libraries(screen=False)
    set_up("dev")  # the packages to compare with
    return call([str(PYTHON), "-m", "benchmarks.run"], offscreen(), ROOT)


def soak(arguments: Sequence[str]) -> int:
    """Put the program through every fault at full size, or those whose tests' names hold one of the words."""
    provide_libraries(screen=False)
    set_up("dev")
    return call([str(PYTHON), "-m", "tests.faults.soak", *arguments], offscreen(), ROOT)


def build(arguments: Sequence[str]) -> int:
    """Build the program as one folder that needs no Python, and let it try itself out."""
    provide_libraries(screen=False)
    set_up("dev")
    code = call([str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--clean", *arguments, "build.spec"], None, ROOT)
    if warning := lacking_for_windows(missing_libraries(X11_LIBRARIES) if sys.platform == "linux" else []):
        print(warning, file=sys.stderr)
    return code or tried_out([str(DIST / "bip-desktop" / "bip-desktop")], DIST / "bip-desktop-self-test.json")


def lacking_for_windows(missing: Sequence[str]) -> str:
    """Say what a folder built here does not bring along; empty where it brings all."""
    if not missing:
        return ""
    packages = " ".join(X11_LIBRARIES[soname] for soname in missing)
    return (
        f"Warning: this machine lacks {', '.join(missing)}, so the folder does too. It opens windows only where "
        f"they are installed ({packages}), or under Wayland."
    )


def tried_out(command: Sequence[str], report: Path) -> int:
    """Run the self-test of a built program, without a window, and say where its report is."""
    report.unlink(missing_ok=True)
    code = call([*command, "--self-test", str(report)], offscreen())
    print(f"self-test {'FAILED' if code else 'passed'}: {report.relative_to(ROOT)}", flush=True)
    return code


def wheel(arguments: Sequence[str]) -> int:
    """Build the wheel and try it out in a fresh environment, with what `.venv` has of other packages.

    Nothing is fetched: so it works without a network, and with exactly the locked versions.
    """
    if arguments:
        raise SetUpError("wheel takes no arguments")
    provide_libraries(screen=False)
    set_up("dev")
    for old in DIST.glob("bip_desktop-*.whl"):
        old.unlink()
    code = call([str(PYTHON), "-m", "hatchling", "build", "--target", "wheel", "--directory", str(DIST)], None, ROOT)
    if code:
        return code
    [built] = DIST.glob("bip_desktop-*.whl")
    with tempfile.TemporaryDirectory(prefix="bip-desktop-wheel-") as fresh:
        return tried_wheel(built, Path(fresh))


def tried_wheel(built: Path, fresh: Path) -> int:
    """Install a wheel in an environment below `fresh`, and start what it brings."""
    environment = fresh / "environment"
    if code := call([str(PYTHON), "-m", "venv", str(environment)]):
        return code
    python = environment / SCRIPTS.name / PYTHON.name
    program = str(python.with_name("bip-desktop"))
    lend_packages(python)
    for command in (
        [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(built)],
        [str(python), "-m", "pip", "check"],
        [program, "--version"],
        [program, "demo", "--screenshots", str(fresh / "pictures")],
    ):
        if code := call(command, offscreen(), fresh):
            return code
    return tried_out([program], DIST / "wheel-self-test.json")


def lend_packages(python: Path) -> None:
    """Let the environment of `python` find the packages of `.venv` too: by a path in a .pth file, which brings the
    packages there but not their own .pth files, so not this source tree."""
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages, to = (quiet([str(each), "-c", where]).stdout.strip() for each in (PYTHON, python))
    (Path(to) / "lent.pth").write_text(packages + "\n", encoding="utf-8")


VERBS = {
    "demo": demo,
    "run": run,
    "test": test,
    "check": check,
    "lock": lock,
    "bench": bench,
    "soak": soak,
    "build": build,
    "wheel": wheel,
}


def main(arguments: Sequence[str]) -> int:
    """Carry out the verb, and return the exit code."""
    if not arguments or arguments[0] not in VERBS:
        print(__doc__)
        return 0 if arguments and arguments[0] in {"-h", "--help"} else 2
    try:
        return VERBS[arguments[0]](arguments[1:])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
