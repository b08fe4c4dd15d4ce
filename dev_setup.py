# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What `dev.py` stands on: a `.venv` from a lock file, and the system's parts that Qt needs.

A set-up that was cut short is begun anew at the next start, and two starts at once take turns.
"""

# This file must parse on older Pythons too, so that they can say which one is needed.
from __future__ import annotations

import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up-complete"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = SCRIPTS / ("python.exe" if sys.platform == "win32" else "python")
MINORS = (13, 12, 11)

# What Qt loads by itself, and the Debian package of each.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_FILES = re.compile(r"(Inter|NotoSans|DejaVuSans)([-.\[_]|Variable|VF|\d)")
FONT_PACKAGES = ["fonts-inter", "fonts-dejavu-core"]


class SetUpError(Exception):
    """Something a person has to do first; the message says what."""


def quiet(command: Sequence[str], environ: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command that asks nothing, in the project's folder, and keep what it says."""
    return subprocess.run(
        command,
        env=environ,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        close_fds=False,  # the child holds the lock of `only_one` too
        check=False,
    )


# --- the machine ---------------------------------------------------------------------------------


def screen_available(environ: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be shown to a person."""
    if environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in {"offscreen", "minimal"}:
        return False
    return platform != "linux" or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def missing_libraries(wanted: Mapping[str, str], load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """List the sonames of `wanted` that the system cannot load."""
    missing = []
    for soname in wanted:
        try:
            load(soname)
        except OSError:
            missing.append(soname)
    return missing


def readable_font_found(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Tell whether one of the fonts that the interface is drawn for is installed."""
    walks = (os.walk(Path(folder).expanduser()) for folder in folders)
    return any(FONT_FILES.match(name) for walk in walks for _, _, names in walk for name in names)


def missing_message(what: str, packages: Sequence[str]) -> str:
    """Say what is missing and the one line that mends it."""
    return f"{what}\nOn Debian and Ubuntu this line installs it:\n    sudo apt-get install -y {' '.join(packages)}"


def may_install() -> bool:
    """Tell whether this is a Debian kind of system and the user may install packages on it."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None and os.geteuid() == 0


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages without asking; return whether it went well."""
    environ = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    with step("installing " + " ".join(packages)):
        quiet([*apt, "update"], environ)  # it may fail where the lists are fresh enough all the same
        done = quiet([*apt, "install", "-y", "--no-install-recommends", *packages], environ)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
    return done.returncode == 0


def provide_libraries(screen: bool) -> None:
    """See to it that Qt finds what it loads, before it crashes on it, and a font it can be read in."""
    if sys.platform != "linux":
        return
    wanted = {**LIBRARIES, **X11_LIBRARIES} if screen and os.environ.get("DISPLAY") else LIBRARIES
    packages = [wanted[soname] for soname in missing_libraries(wanted)]
    fonts = [] if readable_font_found() else FONT_PACKAGES
    # Apart, so that a font which is not to be had keeps no library away.
    for lacking in filter(None, (packages, fonts)):
        if may_install():
            with only_one():
                apt_install(lacking)
        elif lacking is fonts and shutil.which("apt-get"):
            print(missing_message("No font was found that the interface is drawn for.", fonts), file=sys.stderr)
    if missing := missing_libraries(wanted):
        what = "Qt needs libraries that are not here: " + ", ".join(missing)
        raise SetUpError(missing_message(what, [wanted[soname] for soname in missing]))


# --- set-up --------------------------------------------------------------------------------------


@contextmanager
def step(what: str) -> Iterator[None]:
    """Tell a waiting person what is being done, and how long it took."""
    print(f"  {what} ...", end="", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print(" not finished", flush=True)
        raise
    print(f" {time.monotonic() - start:.0f} s", flush=True)


@contextmanager
def only_one() -> Iterator[None]:
    """Let one start at a time set up. The system frees the lock, however the start ends."""
    with (ROOT / ".venv.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # it gives up after ten tries, a second apart
                    continue
        else:
            import fcntl

            os.set_inheritable(file.fileno(), True)  # a pip that outlives its killed parent keeps others out
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Another start is setting up; waiting for it.", flush=True)
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def base_python() -> str:
    """Find a Python that the project supports: the running one, or else one on PATH."""
    if sys.version_info[:2] in [(3, minor) for minor in MINORS]:
        return str(getattr(sys, "_base_executable", sys.executable))
    for minor in MINORS:
        found = shutil.which(f"python3.{minor}")
        # A name on PATH may be a mere placeholder, so see whether it starts.
        if found and quiet([found, "-c", ""]).returncode == 0:
            return found
    running = ".".join(map(str, sys.version_info[:2]))
    raise SetUpError(f"BIP Desktop needs Python 3.11, 3.12 or 3.13. This is {running}, and PATH has no other.")


def digest(*parts: bytes) -> str:
    """Return one SHA-256 of several byte strings."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def place() -> str:
    """Name this .venv: its Python and where it lies. Moved, its programs no longer start."""
    return digest(str(ROOT).encode(), (VENV / "pyvenv.cfg").read_bytes())


def state(lock: str) -> str:
    """Name what a complete set-up from `lock` leaves."""
    files = (ROOT / "requirements" / f"{lock}.lock", ROOT / "pyproject.toml")
    return f"{place()} {lock} {digest(*(file.read_bytes() for file in files))}"


def usable() -> bool:
    """Tell whether .venv was once completed here. If not, nobody knows what a set-up cut short has left."""
    return STAMP.exists() and PYTHON.exists() and STAMP.read_text().startswith(place())


def is_set_up(lock: str) -> bool:
    """Tell whether .venv holds what `lock` asks for. The development lock holds all of the other."""
    return usable() and STAMP.read_text() in {state(lock), state("dev")}


def make_venv() -> None:
    """Make .venv from nothing, and on Debian fetch what its Python lacks for that."""
    python = base_python()
    command = [python, "-m", "venv", "--clear", str(VENV)]
    with step("making the environment"):
        done = quiet(command)
    if done.returncode and "ensurepip" in done.stdout:
        version = "import sys; print('python%d.%d-venv' % sys.version_info[:2])"
        package = quiet([python, "-c", version]).stdout.strip()
        if not (may_install() and apt_install([package])):
            raise SetUpError(missing_message("This Python cannot make virtual environments.", [package]))
        with step("making the environment again"):
            done = quiet(command)
    if done.returncode:
        raise SetUpError(f"Making {VENV.name} failed:\n{done.stdout}")


def script(name: str) -> str:
    """Return the path of a program that .venv holds."""
    return str(SCRIPTS / (f"{name}.exe" if sys.platform == "win32" else name))


def pip(*arguments: str) -> None:
    """Run pip in .venv, silent unless it fails."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "-qq", *arguments]
    done = quiet(command)
    if done.returncode:
        raise SetUpError(f"Installing failed. The next start tries again.\n{done.stdout}")


def set_up(lock: str) -> None:
    """Bring .venv to what `lock` says, unless it is there already."""
    if is_set_up(lock):
        return
    with only_one():
        if is_set_up(lock):  # another start did it meanwhile
            return
        print("Setting up in .venv (about half a minute the first time):", flush=True)
        if not usable():
            make_venv()
        STAMP.unlink(missing_ok=True)
        with step(f"installing from requirements/{lock}.lock"):
            pip("install", "--only-binary", ":all:", "--require-hashes", "-r", f"requirements/{lock}.lock")
        with step("installing the project"):
            pip("install", "--no-deps", "--no-build-isolation", "--editable", ".")
        STAMP.write_text(state(lock))
