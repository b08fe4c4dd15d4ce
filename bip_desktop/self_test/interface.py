# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Checks of what people see: pages, pictures, paper, letters, colours, icons and languages."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPixmap, QTextLayout
from PySide6.QtWidgets import QWidget

from bip_desktop import paths
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.gui import theme
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.gui.printing import print_agreement
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.icons import KEEP, KINDS, QUESTION, pixmap
from bip_desktop.paths import Places
from bip_desktop.self_test.trial import Trial, expect
from bip_desktop.services.meeting_under_way import MeetingUnderWay

DANISH = "æøåÆØÅ"
LETTERS = DANISH + "éü«»–…•✓←→"
"""What Danish texts and the program's own signs need, be it from another font."""
THEMES = ("light", "dark", "high_contrast")
_FEWEST_COLOURS = 6
_LEAST_PDF = 2_000
"""Bytes: an empty page is smaller."""


def pages(trial: Trial) -> str:
    """Every page can be built and is drawn."""
    package = importlib.import_module("bip_desktop.gui.pages")
    modules = [found.name for found in pkgutil.walk_packages(package.__path__, "bip_desktop.gui.pages.")]
    expect(modules, "there are no pages")
    for name in modules:
        importlib.import_module(name)
    return f"{len(modules)} modules imported; drawn: {', '.join(sorted(drawn_pages(trial)))}"


def drawn_pages(trial: Trial) -> frozenset[str]:
    """The folders of all pages that were shown, each of them looked at."""
    seen: set[str] = set()

    def look(shell: Shell, what: str) -> None:
        trial.settle()
        expect(not shell.window.notices.text, f"{what}: {shell.window.notices.text}")
        _expect_drawn(shell.window, what)
        seen.add(type(shell.presenter).__module__.split(".")[3])

    with trial.shell(Places(trial.folder / "none")) as shell:
        look(shell, "first start")
    _ = trial.desk
    with trial.shell() as shell:
        look(shell, "unlock")
    with trial.shell_inside() as shell:
        for what, go in _ways(shell, trial):
            go()
            look(shell, what)
        shell.start_meeting(trial.citizen.citizen_id)
        look(shell, "welcome")
        under_way = _under_way(shell)
        for place in _walked(under_way):
            if shell.desk is not None:
                shell.desk.access.leave_citizen_mode()  # nobody is here to type the PIN
            shell.meeting(under_way)
            look(shell, f"{place.step.value} {place.item or ''}".strip())
        shell.unlocked(trial.made)
        look(shell, "interrupted")
        expect("interrupted" in seen, "an interrupted meeting asks no question")
        trial.desk.agreeing.close(trial.desk.measuring.take_up(under_way.meeting.meeting_id).meeting)
    return frozenset(seen)


def _ways(shell: Shell, trial: Trial) -> tuple[tuple[str, Callable[[], None]], ...]:
    her = trial.citizen.citizen_id
    return (
        ("caseload", shell.caseload),
        ("new citizen", shell.new_citizen),
        ("import", shell.import_caseload),
        ("citizen", lambda: shell.citizen(her)),
        ("own answers", lambda: shell.own_answers(her)),
        ("own picture", shell.own_picture),
        ("export", shell.export),
        ("research centre", shell.research_centre),
        ("moving", shell.moving),
        ("about", shell.about),
        ("settings", shell.settings),
        ("passphrase", lambda: shell.passphrase("")),
        ("own look-ups", shell.own_look_ups),
        ("administration", shell.administration),
        ("users", shell.users),
        ("recovery key", lambda: shell.recovery_key("")),
        ("log", shell.use_log),
        ("spot checks", shell.spot_checks),
        ("assigning", shell.assigning),
        ("finding", lambda: shell.finding("")),
        ("the citizen's rights", lambda: shell.citizen_rights(her)),
        ("rights under way", shell.rights_cases),
        ("deadlines", shell.deadlines),
        ("information", shell.information),
        ("backups", shell.backups),
        ("what was on", shell.what_was_on),
        ("restoring", shell.restoring),
        ("larger text", shell.larger_text),
    )


def _under_way(shell: Shell) -> MeetingUnderWay:
    expect(isinstance(shell.presenter, MeetingPresenter), "the meeting did not begin")
    found = getattr(shell.presenter, "under_way", None)
    if not isinstance(found, MeetingUnderWay):
        raise TypeError("the meeting's page has no meeting")
    return found


def _walked(under_way: MeetingUnderWay) -> Iterator[Place]:
    """Leads a meeting through all its pages, and stops at each."""

    def at(place: Place) -> Place:
        under_way.go(place)
        return place

    yield at(Place(Step.HANDOVER))
    for item in under_way.instrument.of(Respondent.CITIZEN):
        yield at(Place(Step.CITIZEN, item.code))
    yield at(Place(Step.REVIEW))
    under_way.citizen_done()
    yield at(Place(Step.LOCKED))
    yield at(Place(Step.CONFIRM))
    under_way.caseworker_begins()
    for item in under_way.instrument.of(Respondent.CASEWORKER):
        yield at(Place(Step.CASEWORKER, item.code))
    under_way.reveal()
    for step in (Step.TOGETHER, Step.HELP, Step.AGREEMENT):
        yield at(Place(step))


def pictures(trial: Trial) -> str:
    """Every picture of a series is drawn, and as a table too."""
    together = trial.desk.following.together(trial.citizen.citizen_id)
    if together is None:
        raise LookupError("there is no series")
    view = TogetherView(together.moved, together.views, trial.citizen.name, "Karen Prøve", "da")
    view.resize(1000, 600)
    view.show()
    try:
        for key in view.tabs:
            view.show_picture(key)
            trial.settle()
            _expect_drawn(view.shown(), key)
        return ", ".join(view.tabs)
    finally:
        view.deleteLater()


def paper(trial: Trial) -> str:
    """The agreement is written as a PDF."""
    meeting = trial.desk.caseload.meetings(trial.citizen.citizen_id)[-1]
    together = trial.desk.following.together(trial.citizen.citizen_id)
    path = trial.folder / "agreement.pdf"
    print_agreement(
        path,
        trial.desk.agreeing.page(meeting),
        None if together is None else together.moved,
        trial.desk.instruments.current(),
        "da",
    )
    content = path.read_bytes()
    expect(content.startswith(b"%PDF") and len(content) > _LEAST_PDF, "the PDF is empty")
    return f"{len(content)} bytes"


def letters(trial: Trial) -> str:
    """The program's font has the letters that Danish is written with."""
    lacking = {letter for letter in LETTERS if not _has_sign(trial.app.font(), letter)}
    own = QFontMetrics(trial.app.font())
    lacking |= {letter for letter in DANISH if not own.inFontUcs4(ord(letter))}
    expect(not lacking, f"{trial.app.font().family()!r} lacks {' '.join(sorted(lacking))}")
    return trial.app.font().family()


def _has_sign(font: QFont, letter: str) -> bool:
    """Whether a font that Qt falls back on has it; the first glyph of a font is the empty box."""
    layout = QTextLayout(letter, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())


def themes(trial: Trial) -> str:
    """Every table of colours can be read and has all roles that are asked for."""
    before = theme.current()
    roles = set()
    try:
        for name in THEMES:
            table = theme.read_theme(paths.resources() / "themes" / f"{name}.toml")
            theme.apply(trial.app, table)
            roles.add(frozenset(table.roles))
    finally:
        theme.apply(trial.app, before)
    expect(len(roles) == 1, "the tables have different roles")
    return ", ".join(THEMES)


def icons(_: Trial) -> str:
    """The program's icons and the signs of the kinds of intervention can be drawn."""
    files = sorted((paths.resources() / "icons").glob("*.svg"))
    expect(files, "there are no icons")
    for file in files:
        expect(not _is_empty(QIcon(str(file)).pixmap(32, 32)), f"{file.name} draws nothing")
    signs = [*KINDS.values(), QUESTION, KEEP]
    for sign in signs:
        expect(not _is_empty(pixmap(sign)), f"{sign} draws nothing")
    return f"{len(files)} files and {len(signs)} signs"


def languages(_: Trial) -> str:
    """Qt's own Danish is there, and every translation of ours can be loaded."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    expect(QTranslator().load("qtbase_da", folder), "Qt's own texts are not there in Danish")
    ours = sorted((paths.resources() / "i18n").glob("*.qm"))
    for file in ours:
        translator = QTranslator()
        expect(translator.load(str(file)) and not translator.isEmpty(), f"{file.name} is empty")
    return ", ".join(["Danish", *(file.name for file in ours)])


def _expect_drawn(widget: QWidget, what: str) -> None:
    """That it shows more than its ground."""
    image = widget.grab().toImage()
    colours = {
        image.pixel(x, y)
        for x in range(0, image.width(), max(1, image.width() // 300))
        for y in range(0, image.height(), 2)
    }
    expect(len(colours) >= _FEWEST_COLOURS, f"{what}: nothing is drawn ({len(colours)} colours)")


def _is_empty(picture: QPixmap) -> bool:
    image = picture.toImage()
    return not any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))
