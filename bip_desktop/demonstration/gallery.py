# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The complete set of pictures: every page in every look, and one page to see them all on."""

import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bip_desktop import bootstrap, preferences
from bip_desktop.demonstration.centre import DemonstrationCentre
from bip_desktop.demonstration.hands import Hands
from bip_desktop.demonstration.jobcentre import Secrets, fill
from bip_desktop.demonstration.looks import LOOKS, Look
from bip_desktop.demonstration.many import many_measurements
from bip_desktop.demonstration.scenes import scenes
from bip_desktop.demonstration.stage import Stage
from bip_desktop.gui.shell import Shell
from bip_desktop.paths import Places
from bip_desktop.preferences import Preferences

INDEX = "index.html"


def take_pictures(app: QApplication, folder: Path, pictures: Path, today: date, looks: Iterable[Look] = LOOKS) -> None:
    """Fills a jobcentre in `folder` and leaves a picture of every scene in every look in `pictures`."""
    filled = Places(folder / "filled")
    DemonstrationCentre.new().write_recipients(filled.recipients)
    secrets = fill(filled, today, more=(many_measurements(),))
    taken: dict[str, list[Look]] = {}
    for look in looks:
        _clear(pictures / look.name)
        copy = folder / look.name
        shutil.copytree(filled.folder, copy)
        for name in _pictures_of(app, look, Places(copy), secrets, pictures / look.name):
            taken.setdefault(name, []).append(look)
        print(f"{look.name}: {sum(look in seen for seen in taken.values())} pictures", flush=True)
    (pictures / INDEX).write_text(_index(taken), encoding="utf-8")


def picture_file(name: str) -> str:
    """The file of the picture `page/state`."""
    return f"{name.replace('/', '-')}.png"


def opened(app: QApplication, look: Look, places: Places) -> Shell:
    """The program on a screen of this size, as somebody has it who has chosen this look in the settings."""
    wanted = Preferences(language=look.language, theme=look.theme, text_scale=look.scale)
    places.preferences.write_bytes(preferences.written(wanted))
    shell = bootstrap.shell(app, places)
    width, height = look.size
    for screen in QGuiApplication.screens():
        if screen.name() == f"{width}x{height}":
            shell.window.setGeometry(screen.geometry())
    return shell


def _pictures_of(app: QApplication, look: Look, places: Places, secrets: Secrets, pictures: Path) -> list[str]:
    shell = opened(app, look, places)
    hands = Hands(shell.window, pictures)
    hands.open_window()
    taken = []
    for name in scenes(Stage(shell, hands, places, secrets, look.language), places.folder):
        hands.picture_at(pictures / picture_file(name))
        taken.append(name)
    shell.window.close()
    return taken


def _clear(pictures: Path) -> None:
    pictures.mkdir(parents=True, exist_ok=True)
    for path in pictures.glob("*.png"):
        path.unlink()


def _index(taken: Mapping[str, Iterable[Look]]) -> str:
    """One page with links beside it only: a heading for each page, a row for each of its states."""
    parts, page = [], ""
    for name in sorted(taken, key=lambda each: each.split("/", maxsplit=1)[0]):
        if name.split("/")[0] != page:
            page = name.split("/")[0]
            parts.append(f'<h2 id="{escape(page)}">{escape(page)}</h2>')
        parts.append(f"<h3>{escape(name)}</h3><div>{''.join(_figure(name, look) for look in taken[name])}</div>")
    links = " · ".join(f'<a href="#{escape(each)}">{escape(each)}</a>' for each in _pages(taken))
    return _FRAME.format(links=links, body="\n".join(parts))


def _pages(taken: Iterable[str]) -> list[str]:
    return sorted({name.split("/", maxsplit=1)[0] for name in taken})


def _figure(name: str, look: Look) -> str:
    target = escape(f"{look.name}/{picture_file(name)}")
    return (
        f'<figure><a href="{target}"><img src="{target}" alt="{escape(name)}, {look.name}" loading="lazy"></a>'
        f"<figcaption>{look.name}</figcaption></figure>"
    )


_FRAME = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>BIP: every page in every look</title>
<style>
body {{ font-family: sans-serif; margin: 1.5em; background: #eee; color: #1b2430; }}
h2 {{ margin: 2em 0 0; }} h3 {{ margin: 1em 0 .3em; font-weight: 500; }}
div {{ display: flex; gap: .6em; overflow-x: auto; }}
figure {{ margin: 0; }} img {{ height: 15em; border: 1px solid #8a8578; }}
figcaption {{ font-size: .8em; }}
nav {{ position: sticky; top: 0; background: #eee; padding: .4em 0; }}
</style>
<h1>Every page in every look</h1>
<p>Everybody in the pictures is invented. A picture opens in its own size.</p>
<nav>{links}</nav>
{body}
</html>
"""
