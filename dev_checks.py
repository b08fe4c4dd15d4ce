# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The checks of this project's own rules that no linter knows; `dev.py check` runs them.

Every tracked file says whose it is and under which licence, no file speaks of the machine or the
package service it was made with, and every text of the interface is translated.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent

COPYRIGHT = "SPDX-FileCopyrightText: 2026 The BIP Desktop contributors"
LICENCES = ("SPDX-License-Identifier: MPL-2.0", "SPDX-License-Identifier: CC-BY-SA-4.0")
HEADER_LINES = 6  # room for a "#!" or an XML declaration before it

# These cannot carry a comment, or lose it when a tool writes them anew.
WITHOUT_HEADER = {
    ".age", ".bin", ".csv", ".db", ".gif", ".icns", ".ico", ".json", ".jsonl", ".jpg", ".pdf", ".png", ".qm",
    ".sqlite", ".ts", ".ttf", ".typed", ".xlsx", ".zip",
}  # fmt: skip
WITHOUT_HEADER_FOLDERS = ("LICENSES/", "tests/data/")

# The brackets keep this file from finding itself.
FOREIGN = {
    "a package service": re.compile(
        r"p[y]pi\.org|p[y]thonhosted|n[p]mjs\.|y[a]rnpkg|d[e]b\.debian|s[e]curity\.debian|cr[a]tes\.io"
        r"|pr[o]xy\.golang|an[a]conda\.(org|com)",
        re.IGNORECASE,
    ),
    "a folder of one machine": re.compile(
        r"(?<![\w.~*}-])/(home|root|work|Users)/[\w.]|\b[A-Z]:\\+Users\\+\w",
    ),
}


def bare(line: str) -> str:
    """A line without the end of a comment that some languages need."""
    return line.rstrip().removesuffix("-->").rstrip()


def header_faults(name: str, text: str) -> Iterator[str]:
    """Yield what is wrong with the licence header of a tracked file."""
    if Path(name).suffix in WITHOUT_HEADER or name.startswith(WITHOUT_HEADER_FOLDERS):
        return
    head = text.splitlines()[:HEADER_LINES]
    if not any(bare(line).endswith(COPYRIGHT) for line in head):
        yield f"{name}: does not begin with {COPYRIGHT!r}"
    if not any(bare(line).endswith(LICENCES) for line in head):
        yield f"{name}: does not begin with a licence identifier"


def foreign_faults(name: str, text: str) -> Iterator[str]:
    """Yield the lines of a tracked file that speak of something outside the project."""
    for number, line in enumerate(text.splitlines(), 1):
        for what, pattern in FOREIGN.items():
            if found := pattern.search(line):
                yield f"{name}:{number}: names {what}: {found.group()}"


def messages(file: Path) -> dict[tuple[str, str, str], bool]:
    """Read a translation file: each text by its context, source and comment, and whether it is translated."""
    found = {}
    for context in ElementTree.parse(file).iter("context"):  # noqa: S314 - the project's own file
        for message in context.iter("message"):
            translation = message.find("translation")
            state = "unfinished" if translation is None else translation.get("type", "")
            if state not in {"vanished", "obsolete"}:
                texts = [message.findtext(part, "") for part in ("source", "comment")]
                found[context.findtext("name", ""), texts[0], texts[1]] = state != "unfinished"
    return found


def translation_faults(file: Path, sources: list[Path]) -> Iterator[str]:
    """Yield the texts that a translation file lacks, has for nothing, or leaves untranslated."""
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(copy(file, folder))
        command: list[str | Path] = [lupdate, "-silent", "-no-obsolete", *sources, "-ts", fresh]
        subprocess.run(command, check=True)
        now, written = messages(fresh), messages(file)
    for context, source, _ in sorted(now.keys() - written.keys()):
        yield f"{file.name}: lacks {source!r} of {context}"
    for context, source, _ in sorted(written.keys() - now.keys()):
        yield f"{file.name}: has {source!r} of {context}, which nothing uses"
    for context, source, _ in sorted(text for text, translated in written.items() if not translated):
        yield f"{file.name}: leaves {source!r} of {context} untranslated"


def faults() -> Iterator[str]:
    """Yield all that is wrong with the tracked files."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        file = ROOT / name
        if file.is_file() and not file.is_symlink():
            text = file.read_bytes().decode(errors="replace")
            yield from header_faults(name, text)
            yield from foreign_faults(name, text)
    sources = sorted((ROOT / "bip_desktop").rglob("*.py"))
    for file in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        yield from translation_faults(file, sources)


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found))
    sys.exit(bool(found))
