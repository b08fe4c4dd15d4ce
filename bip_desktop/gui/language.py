# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The interface's language: the sources are Danish, every other language is a translation of them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

translate = QCoreApplication.translate
"""`translate(context, text)`: the text in the interface's language. Both are literals, so that lupdate finds them."""

_LOCALES = {
    "da": (QLocale.Language.Danish, QLocale.Country.Denmark),
    "en": (QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_installed: list[QTranslator] = []


def spoken() -> str:
    """The code of the interface's language."""
    return next((code for code, (language, _) in _LOCALES.items() if language is QLocale().language()), "da")


def spoken_for(code: str) -> str:
    """The language in which the interface speaks to somebody whose language is `code`, which can be any."""
    return code if code in _LOCALES else "da"


def speak(app: QCoreApplication, code: str, translations: Path) -> None:
    """Gives the program another language, with its dates and numbers; Danish where it does not speak that one. Pages
    built before keep their words."""
    code = spoken_for(code)
    while _installed:
        app.removeTranslator(_installed.pop())
    # Not the system's way of writing, which would mix two languages on one page.
    QLocale.setDefault(QLocale(*_LOCALES[code]))
    qt = QTranslator(app)
    if qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _install(app, qt)
    if code != "da":
        own = QTranslator(app)
        if own.load(f"bip_{code}", str(translations)):
            _install(app, own)


def _install(app: QCoreApplication, translator: QTranslator) -> None:
    app.installTranslator(translator)
    _installed.append(translator)
