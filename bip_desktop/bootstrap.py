# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The composition root: the one module that knows every layer, and puts them together."""

import logging
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from bip_desktop import __version__, paths
from bip_desktop.domain.errors import BipError, Kind
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.exchange.package import PackageFiles
from bip_desktop.exchange.rules_file import RulesFile
from bip_desktop.gui import theme
from bip_desktop.gui.bug_dialog import show_bug
from bip_desktop.gui.shell import Backstage, Shell
from bip_desktop.logs import redacted, start_log
from bip_desktop.paths import Places
from bip_desktop.services.agreeing import Agreeing
from bip_desktop.services.caseload import Caseload
from bip_desktop.services.desk import Desk
from bip_desktop.services.following import Following
from bip_desktop.services.measuring import Measuring
from bip_desktop.services.ports import Now, Unlocked
from bip_desktop.services.submitting import Submitting
from bip_desktop.services.unlocking import PinLock, Unlocking
from bip_desktop.storage.migrations import newest_revision
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.vault import FolderVault

_log = logging.getLogger(__name__)


def local_now() -> datetime:
    """The time on the wall: local and without a zone, as the calendar has it."""
    return datetime.now()  # noqa: DTZ005 - meetings are agreed in local time


def unlocking(places: Places) -> Unlocking:
    """What opens the jobcentre in `places`."""
    return Unlocking(FolderVault(places.folder, paths.migrations()), Argon2PinHasher())


def open_desk(unlocked: Unlocked, places: Places, now: Now = local_now) -> Desk:
    """Every use case over an unlocked jobcentre."""
    instruments = InstrumentFolder(paths.resources() / "instruments")
    rules = RulesFile(paths.resources() / "evidence" / "rules@1.json")
    return Desk(
        unlocked=unlocked,
        now=now,
        instruments=instruments,
        caseload=Caseload(unlocked, now),
        measuring=Measuring(unlocked, instruments, rules, now),
        following=Following(unlocked, instruments, rules),
        agreeing=Agreeing(unlocked, instruments),
        submitting=Submitting(
            unlocked,
            instruments,
            rules,
            PackageFiles(places.recipients),
            now,
            app_version=__version__,
            schema_version=newest_revision(paths.migrations()),
        ),
        pin_lock=PinLock(unlocked, Argon2PinHasher()),
    )


def application(arguments: Sequence[str]) -> QApplication:
    """The program's one `QApplication`, in Danish and with its theme."""
    app = QApplication.instance() or QApplication(list(arguments))
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    app.setApplicationName("BIP")
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    own = QTranslator(app)
    if own.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(own)
    set_text_scale(app, 100)
    return app


def set_text_scale(app: QApplication, scale: int) -> None:
    """Gives the program another text size, per cent."""
    theme.apply(app, theme.read_theme(paths.resources() / "themes" / "light.toml", scale))


def shell(app: QApplication, places: Places, *, hint: str = "", now: Now = local_now) -> Shell:
    """The window over the jobcentre in `places`, at its first page."""
    start_log(places.log)
    made = Shell(
        Backstage(
            unlocking=unlocking(places),
            open_desk=lambda unlocked: open_desk(unlocked, places, now),
            set_text_scale=lambda scale: set_text_scale(app, scale),
            hint=hint,
        )
    )
    sys.excepthook = lambda kind, error, trace: _on_bug(made, kind, error, trace)
    made.begin()
    return made


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
    show_bug(made.window, report)
