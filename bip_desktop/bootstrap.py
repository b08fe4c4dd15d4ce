# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The composition root: the one module that knows every layer, and puts them together."""

from __future__ import annotations

import gc
import logging
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bip_desktop import paths, preferences
from bip_desktop.domain.errors import BipError, Kind
from bip_desktop.gui import language, theme
from bip_desktop.gui.appearance import Appearance
from bip_desktop.gui.language import translate
from bip_desktop.gui.shell import Backstage, Shell
from bip_desktop.gui.single_instance import SingleInstance
from bip_desktop.logs import redacted, start_log
from bip_desktop.paths import Places
from bip_desktop.preferences import Preferences
from bip_desktop.services.unlocking import Patience, Unlocking
from bip_desktop.storage.durable_files import known_file_errors, make_private_folder, write_whole
from bip_desktop.storage.pins import Argon2PinHasher

if TYPE_CHECKING:  # tests/test_start_imports.py says what the first window does without
    from pathlib import Path

    from bip_desktop.domain.citizen import Caseworker
    from bip_desktop.domain.ids import CaseworkerId
    from bip_desktop.services.desk import Desk
    from bip_desktop.services.looking_into import LookingInto
    from bip_desktop.services.ports import Installation, Now, Store, Unlocked
    from bip_desktop.services.restoring import Restoring
    from bip_desktop.services.safekeeping_ports import Vault

_log = logging.getLogger(__name__)
_AT_REST = 100
"""Milliseconds after the first page was built: the window has been drawn by then."""


def local_now() -> datetime:
    """The time on the wall: local and without a zone, as the calendar has it."""
    return datetime.now()  # noqa: DTZ005 - meetings are agreed in local time


class LateVault:
    """Fulfils `safekeeping_ports.Vault`; imports what makes and opens a jobcentre in the thread that first does so."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def exists(self) -> bool:
        """Whether there is a jobcentre, or what is left of one: seen from its files alone."""
        return paths.holds_jobcentre(self._places.folder)

    def create(self, passphrase: str, caseworker: Caseworker, pin_hash: str, installation: Installation) -> Store:
        """See `FolderVault`."""
        return self._vault().create(passphrase, caseworker, pin_hash, installation)

    def open(self, passphrase: str) -> tuple[Store, CaseworkerId]:
        """See `FolderVault`."""
        return self._vault().open(passphrase)

    def _vault(self) -> Vault:
        from bip_desktop import behind_lock

        return behind_lock.vault(self._places)


def unlocking(places: Places) -> Unlocking:
    """What opens the jobcentre in `places`."""
    return Unlocking(LateVault(places), Argon2PinHasher())


def open_desk(unlocked: Unlocked, places: Places, now: Now = local_now, logged_at: Now | None = None) -> Desk:
    """Every use case over an unlocked jobcentre. The log of use has its own clock where `logged_at` is given."""
    from bip_desktop import behind_lock

    return behind_lock.desk(unlocked, places, now, logged_at)


def restoring(places: Places, now: Now = local_now, patience: Patience | None = None) -> Restoring:
    """What puts a backup in the place of the database in `places`."""
    from bip_desktop import behind_lock

    return behind_lock.restoring(places, now, patience or Patience())


def looking_into(now: Now = local_now, patience: Patience | None = None) -> LookingInto:
    """What looks into the backups of any computer."""
    from bip_desktop import behind_lock

    return behind_lock.looking_into(now, patience or Patience())


def say_what_was_on(folder: Path, secret: str) -> int:
    """Says in the terminal what lay on the computer whose newest backup is in `folder`; returns the exit code."""
    from bip_desktop.gui import error_texts, theft_texts

    looking = looking_into()
    backups = looking.offered(folder)
    if not backups:
        print(translate("what_was_on", "Der ligger ingen sikkerhedskopi i den mappe. Vælg en anden mappe."))
        return 1
    try:
        print(theft_texts.as_text(looking.look(backups[0], secret)))
    except BipError as error:
        print(error_texts.sentence(error))
        return 1
    return 0


def _import_the_rest() -> None:
    import bip_desktop.behind_lock  # noqa: F401 - so that the passphrase does not have to wait for it

    # All of it stays to the end, so the garbage collector need not look through it again and again.
    gc.freeze()


def application(arguments: Sequence[str]) -> QApplication:
    """The program's one `QApplication`, as it looks and speaks where nobody has chosen anything."""
    app = QApplication.instance() or QApplication(list(arguments))
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    app.setApplicationName("BIP")
    default = Preferences()
    language.speak(app, default.language, paths.resources() / "i18n")
    theme.apply(app, theme.read_theme(paths.resources() / "themes" / f"{default.theme}.toml", default.text_scale))
    return app


def appearance(app: QApplication, places: Places) -> Appearance:
    """How the program looks and speaks on this computer."""
    return Appearance(
        app, paths.resources(), _preferences(places), lambda wanted: _remember(places, preferences.written(wanted))
    )


def _preferences(places: Places) -> Preferences:
    try:
        with places.preferences.open("rb") as file:
            return preferences.read(file.read(preferences.LARGEST + 1))
    except OSError:
        return Preferences()


def _remember(places: Places, content: bytes) -> None:
    with known_file_errors():
        make_private_folder(places.folder)
        write_whole(places.preferences, content)


def shell(app: QApplication, places: Places, *, hint: str = "", now: Now = local_now) -> Shell:
    """The window over the jobcentre in `places`, at its first page."""
    start_log(places.log)
    unlocker = unlocking(places)
    made = Shell(
        Backstage(
            unlocking=unlocker,
            open_desk=lambda unlocked: open_desk(unlocked, places, now),
            appearance=appearance(app, places),
            hint=hint,
            restoring=lambda: restoring(places, now, unlocker.patience),
            looking_into=lambda: looking_into(now, unlocker.patience),
        )
    )
    sys.excepthook = lambda kind, error, trace: _on_bug(made, kind, error, trace)
    made.begin()
    # The rest is imported while the passphrase is typed.
    QTimer.singleShot(_AT_REST, made.window, lambda: _when_at_rest(app, made))
    return made


def _when_at_rest(app: QApplication, made: Shell) -> None:
    from bip_desktop.gui.auto_lock import AutoLock
    from bip_desktop.gui.system_lock import SystemLock

    watch = AutoLock(app, made.window, made.idle_limit)
    watch.warned.connect(made.window.lock_warning.warn)
    watch.stayed.connect(made.window.lock_warning.hide)
    watch.due.connect(made.lock_if_open)
    SystemLock(app, made.window).locked.connect(made.lock_if_open)
    made.tasks.run(_import_the_rest, done=lambda _: None, failed=made.notice, is_awaited=False)


def only_one(places: Places) -> SingleInstance | None:
    """The right to open this jobcentre; None where another program has it, which has come to the front then."""
    with suppress(OSError):
        make_private_folder(places.folder)
    mine = SingleInstance(places.folder)
    try:
        if mine.claim():
            return mine
    except OSError:
        return mine  # the vault says what is wrong with the folder
    if not mine.knock():
        from PySide6.QtWidgets import QMessageBox

        said = translate(
            "single_instance",
            "BIP er allerede åbent på denne computer, men svarer ikke. Vent et øjeblik, og prøv igen. Alt, der er "
            "gemt, er der stadig.",
        )
        QMessageBox.information(None, "BIP", said)
    return None


def listen(only_one: SingleInstance, made: Shell) -> None:
    """Lets a second start bring this window to the front, once there is time to listen."""
    QTimer.singleShot(_AT_REST, made.window, lambda: only_one.listen(made.window.come_to_front))


def _on_bug(made: Shell, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody has caught: a fault of the place goes to the notice bar; a bug is written down without CPR numbers,
    and shown with what is safe."""
    if isinstance(error, BipError) and error.kind is Kind.ENVIRONMENT:
        made.notice(error)
        return
    report = redacted("".join(traceback.format_exception(kind, error, trace)))
    _log.error("bug\n%s", report)
    if sys.stderr is not None:  # a windowed program on Windows has none
        sys.stderr.write(report)
    from bip_desktop.gui.bug_dialog import show_bug

    show_bug(made.window, report)
