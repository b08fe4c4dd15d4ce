# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The checks of this project's own rules that no linter knows; `dev.py check` runs them.

Every tracked file says whose it is and under which licence, no file speaks of the machine or the
package service it was made with, and every text of the interface is translated.
`python dev_checks.py texts` brings the translation files up to date with the sources; what is new in
them then waits for a person who knows the language.
"""

import ast
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


def hidden_text_faults(name: str, text: str) -> Iterator[str]:
    """Yield the calls for a translation that lupdate does not find: of no literal, or within an f-string."""
    tree = ast.parse(text)
    within = {call for each in ast.walk(tree) if isinstance(each, ast.JoinedStr) for call in ast.walk(each)}
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or called(call) not in {"tr", "translate"}:
            continue
        if call in within:
            yield f"{name}:{call.lineno}: a text within an f-string is not found by lupdate"
        elif not all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in call.args):
            yield f"{name}:{call.lineno}: a text that is not written out is not found by lupdate"


def called(call: ast.Call) -> str:
    """The name of what is called as a function or, on `self` or a class, as Qt's own way of translating."""
    match call.func:
        case ast.Name(name):
            return name
        case (
            ast.Attribute(ast.Name("self"), "tr") | ast.Attribute(attr="translate", value=ast.Name("QCoreApplication"))
        ):
            return call.func.attr
        case _:
            return ""


def messages(file: Path) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Read a translation file: each text by its context, source and comment, with its translation and state."""
    found = {}
    for context in ElementTree.parse(file).iter("context"):  # noqa: S314 - the project's own file
        for message in context.iter("message"):
            translation = message.find("translation")
            state = "unfinished" if translation is None else translation.get("type", "")
            texts = [message.findtext(part, "") for part in ("source", "comment", "translation")]
            found[context.findtext("name", ""), texts[0], texts[1]] = (state, texts[2])
    return found


def update(file: Path, sources: list[Path]) -> None:
    """Bring a translation file up to date: with what the sources have, and without what they no longer have."""
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "da_DK"]
    # From the project's folder, so that no path of this machine comes into the file.
    subprocess.run([tool("lupdate"), *options, *sources, "-ts", file], check=True, cwd=ROOT)


def release(file: Path, compiled: Path) -> None:
    """Compile a translation file for the program."""
    subprocess.run([tool("lrelease"), "-silent", file, "-qm", compiled], check=True)


def tool(name: str) -> Path:
    """One of Qt's programs for translators, which come with PySide6."""
    return Path(sys.executable).with_name(f"pyside6-{name}")


def translation_faults(file: Path, sources: list[Path]) -> Iterator[str]:
    """Yield the texts that a translation file lacks, has for nothing, leaves untranslated or gives other facts, and
    say where the compiled file beside it is another."""
    with tempfile.TemporaryDirectory() as folder:
        fresh, compiled = Path(copy(file, folder)), Path(folder) / "compiled.qm"
        update(fresh, sources)
        release(file, compiled)
        now, written = messages(fresh), messages(file)
        used = file.with_suffix(".qm")
        if not used.exists() or used.read_bytes() != compiled.read_bytes():
            yield f"{used.name}: is not what {file.name} compiles to"
    for context, source, _ in sorted(now.keys() - written.keys()):
        yield f"{file.name}: lacks {source!r} of {context}"
    for context, source, _ in sorted(written.keys() - now.keys()):
        yield f"{file.name}: has {source!r} of {context}, which nothing uses"
    for (context, source, _), (state, translation) in sorted(written.items()):
        if state in {"vanished", "obsolete"}:
            yield f"{file.name}: keeps {source!r} of {context}, which is {state}"
        elif state or not translation:
            yield f"{file.name}: leaves {source!r} of {context} untranslated"
        elif places(source) != places(translation):
            yield f"{file.name}: gives {source!r} of {context} other places to fill in: {translation!r}"


def places(text: str) -> set[str]:
    """What is filled into a text."""
    return set(re.findall(r"\{\w*\}", text))


def sources() -> list[Path]:
    """The files that hold texts of the interface."""
    return sorted((ROOT / "bip_desktop").rglob("*.py"))


def translations() -> list[Path]:
    """The translation files."""
    return sorted((ROOT / "resources" / "i18n").glob("*.ts"))


def faults() -> Iterator[str]:
    """Yield all that is wrong with the tracked files."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        file = ROOT / name
        if file.is_file() and not file.is_symlink():
            text = file.read_bytes().decode(errors="replace")
            yield from header_faults(name, text)
            yield from foreign_faults(name, text)
    for file in sources():
        yield from hidden_text_faults(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
    for file in translations():
        yield from translation_faults(file, sources())


if __name__ == "__main__":
    if sys.argv[1:] == ["texts"]:
        for each in translations():
            update(each, sources())
            release(each, each.with_suffix(".qm"))
    found = list(faults())
    print("\n".join(found))
    sys.exit(bool(found))
