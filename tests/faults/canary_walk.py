# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Leads the real program through every screen with citizens whose CPR numbers are canaries, and makes it fail on each:
`python -m tests.faults.canary_walk FOLDER LIST COUNT`. FOLDER holds the jobcentre, the home and the temporary files;
LIST is a file to import from elsewhere. Prints what was heard, and where.
"""

import json
import logging
import os
import pkgutil
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from bip_desktop import bootstrap
from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.gui import pages
from bip_desktop.gui.pages.citizen_mode.lock_view import LockView
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.importing.presenter import ImportingPresenter
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.new_citizen.presenter import NewCitizenPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.paths import Places
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from tests.faults.canaries import canaries, heard_in, singing_files
from tests.gui.alive import windows
from tests.gui.invented_work import PASSPHRASE, PIN, answer_all, caseworker_answers, citizen_answers
from tests.gui.test_shell import at, click, desk_of, press, seen, settle, shown, write
from tests.walks.test_nothing_of_hers_is_shared import said_in

MEETINGS = 40
"""One in so many citizens has a meeting in the walk; the first too."""


class Walk:
    """The program, and what has been heard in it."""

    def __init__(self, folder: Path, known: list[Cpr]) -> None:
        self._folder = folder
        self._known = frozenset(each.digits for each in known)
        self.heard: dict[str, str] = {}
        self.looked = Counter[str]()
        self.pages = set[str]()
        """Which of `bip_desktop/gui/pages` have been on the screen."""
        self.shell: Shell = shown(bootstrap.shell(bootstrap.application([]), Places(folder / "BIP")))
        self._unlock()

    def _unlock(self) -> None:
        self.shell.window.activateWindow()  # the last failure's report had the keyboard
        settle()
        press(PASSPHRASE, Qt.Key.Key_Return)
        self.wait_for(lambda: not isinstance(self.shell.presenter, UnlockPresenter))

    def wait_for(self, done: Callable[[], bool]) -> None:
        """Lets the window work until it is so."""
        while not done():
            QApplication.processEvents()
        settle()

    def look(self, where: str) -> None:
        """Listens to all that is on the screen, read aloud, in titles, and on the clipboard."""
        self.looked["screens"] += 1
        self.pages.add(type(self.shell.presenter).__module__.split(".")[-2])
        titles = [widget.windowTitle() for widget in windows()]
        for kind, said in (
            ("screen", said_in(self.shell.window)),
            ("title", "\n".join(titles)),
            ("clipboard", QGuiApplication.clipboard().text()),
        ):
            if heard_in(said.encode(), self._known):
                self.heard[f"{kind} {where}"] = ""

    def look_into_files(self, when: str) -> None:
        """Listens to every file, the open database's log among them."""
        self.looked["files"] += sum(path.is_file() for path in self._folder.rglob("*"))
        for name in singing_files(self._folder, self._known):
            self.heard[f"file {name}, {when}"] = ""

    # -- failing ----------------------------------------------------------------------------------------------------

    def fail(self, citizen: Citizen) -> None:
        """The program fails, each time in another of the ways it has, with the number in what it says."""
        cpr = citizen.cpr
        ways: list[Callable[[], object]] = [
            lambda: QTimer.singleShot(0, lambda: _raise(ValueError(f"no {cpr.written}, {cpr.digits}"))),
            lambda: self.shell.tasks.run(lambda: _raise(KeyError(cpr.digits)), done=_nothing, failed=_nothing),
            lambda: QTimer.singleShot(0, lambda: self._twice(citizen)),
            lambda: logging.getLogger("bip_desktop.opdigtet").warning("cannot find %s", cpr.written),
        ]
        ways[self.looked["forced failures"] % len(ways)]()
        self.looked["forced failures"] += 1
        self.wait_for(lambda: not self.shell.tasks.is_running)
        for box in self.shell.window.findChildren(QMessageBox):
            said = f"{box.text()}\n{box.informativeText()}\n{box.detailedText()}\n{box.windowTitle()}"
            self.looked["reports of a failure"] += 1
            if heard_in(said.encode(), self._known):
                self.heard["report of a failure"] = ""
            box.close()
            box.deleteLater()
        settle()

    def _twice(self, citizen: Citizen) -> None:
        """What the database says to a number it has already; or the rights, on the citizen's own screen."""
        with desk_of(self.shell).unlocked.store.writing() as work:
            work.citizens.add(citizen)

    # -- the screens ------------------------------------------------------------------------------------------------

    def import_list(self, path: Path) -> None:
        """Most of them come from a file."""
        self.shell.import_caseload()
        page = at(self.shell, ImportingPresenter).page
        page.ask_file = lambda start: str(path)  # type: ignore[method-assign]
        click(page.choose)
        self.wait_for(lambda: not page.reading.isVisible())
        self.look("of a list read")
        click(page.create_citizens)
        self.wait_for(lambda: not page.creating.isVisible())
        self.look("of a list made")

    def type_in(self, cpr: Cpr, name: str) -> None:
        """One is typed; then once more, and wrongly."""
        for number in (cpr.written, cpr.digits[:9], cpr.written):
            self.shell.new_citizen()
            page = at(self.shell, NewCitizenPresenter).page
            write(page.name.field, name)  # type: ignore[arg-type]
            write(page.cpr.field, number)  # type: ignore[arg-type]
            page.name.field.setFocus()
            settle()
            self.look("of a new citizen")
            click(page.create_citizen)
            if isinstance(self.shell.presenter, NewCitizenPresenter):
                page.name.field.setFocus()
                settle()
            self.look("after a new citizen")

    def visit(self, citizen: Citizen, *, meets: bool) -> None:
        """Her or his pages, and a whole meeting now and then."""
        citizen_id = citizen.citizen_id
        self.shell.citizen(citizen_id)
        settle()
        self.look("of a citizen")
        self.fail(citizen)
        if meets:
            self._meet(citizen)
            self.shell.own_answers(citizen_id)
            self.look("of her own answers")
            self.shell.citizen(citizen_id)
            self.look("of a citizen measured")

    def _meet(self, citizen: Citizen) -> None:
        under_way = desk_of(self.shell).measuring.start(citizen.citizen_id)
        self._pages(under_way, citizen, Step.WELCOME, Step.HANDOVER)
        for item in under_way.instrument.of(Respondent.CITIZEN):
            self._page(under_way, Place(Step.CITIZEN, item.code))
        self.fail(citizen)
        answer_all(under_way, citizen_answers())
        self._page(under_way, Place(Step.REVIEW))
        under_way.citizen_done()
        under_way.set_research(Research.YES)
        self._pages(under_way, citizen, Step.RESEARCH, Step.LOCKED)
        self.shell.window.activateWindow()
        lock = seen(at(self.shell, CitizenModePresenter).page, LockView)
        write(lock.field, PIN)
        press(Qt.Key.Key_Return)
        assert at(self.shell, MeetingPresenter).under_way.meeting.place.step is Step.CONFIRM
        self.look("at confirm")
        under_way = at(self.shell, MeetingPresenter).under_way
        under_way.caseworker_begins()
        for item in under_way.instrument.of(Respondent.CASEWORKER):
            self._page(under_way, Place(Step.CASEWORKER, item.code))
        answer_all(under_way, caseworker_answers())
        under_way.reveal()
        self._pages(under_way, citizen, Step.TOGETHER, Step.HELP, Step.AGREEMENT)
        view = seen(at(self.shell, MeetingPresenter).page, AgreementView)
        click(view.journal)
        click(view.note.copy)
        self.look("of the journal note")
        desk_of(self.shell).agreeing.close(under_way.meeting)

    def _pages(self, under_way: MeetingUnderWay, citizen: Citizen, *steps: Step) -> None:
        for step in steps:
            self._page(under_way, Place(step))
            self.fail(citizen)

    def _page(self, under_way: MeetingUnderWay, place: Place) -> None:
        under_way.go(place)
        self.shell.meeting(under_way)
        settle()
        self.look(f"at {place}")

    def others(self, citizen: Citizen) -> None:
        """The pages that are nobody's, and those that are about many."""
        go = self.shell
        ways = [
            go.caseload,
            go.export,
            go.research_centre,
            go.moving,
            go.about,
            go.settings,
            go.own_picture,
            go.backups,
            go.administration,
            go.users,
            go.use_log,
            go.own_look_ups,
            go.spot_checks,
            lambda: go.finding(citizen.name[:3]),
            go.assigning,
            lambda: go.recovery_key(PASSPHRASE),
            lambda: go.passphrase(""),
        ]
        hers = [lambda: go.citizen_rights(citizen.citizen_id), go.rights_cases, go.deadlines, go.information]
        for way in (*ways, *hers, lambda: go.moving(citizen.citizen_id), go.what_was_on, go.restoring, go.caseload):
            way()
            settle()
            self.wait_for(lambda: not go.tasks.is_running)
            self.look(f"of {type(go.presenter).__name__}")

    def lock(self, citizen: Citizen) -> None:
        """Locked in the middle of a meeting, and opened again at the question after an interruption."""
        under_way = desk_of(self.shell).measuring.start(citizen.citizen_id)
        self._page(under_way, Place(Step.CITIZEN, "B1"))
        self.shell.lock()
        settle()
        self.look("locked")
        self.look_into_files("locked")
        self._unlock()
        self.look("interrupted")

    @property
    def not_seen(self) -> list[str]:
        """The pages that have not been on the screen; the first start has no citizens yet."""
        return sorted({each.name for each in pkgutil.iter_modules(pages.__path__)} - self.pages - {"first_start"})


def _nothing(_: object) -> None:
    pass


def _raise(error: Exception) -> None:
    raise error


def main(folder: Path, file: Path, count: int) -> None:
    known = canaries(count)
    walk = Walk(folder, known)
    typed = known[: max(2, count // 50)]
    lines = [f"Borger {number:04d};{each.written}" for number, each in enumerate(known) if each not in typed]
    file.write_text("\n".join(("Navn;CPR-nummer", *lines)), encoding="utf-8")
    walk.import_list(file)
    for number, cpr in enumerate(typed):
        walk.type_in(cpr, f"Borger {number:04d}")
    by_number = {row.citizen.cpr: row.citizen for row in desk_of(walk.shell).caseload.view().rows}
    assert len(by_number) == count
    for number, cpr in enumerate(known):
        walk.visit(by_number[cpr], meets=number % MEETINGS == 0)
        if number % 100 == 0:
            walk.look_into_files("open")
            print(json.dumps({"done": number}), flush=True)
    newest = by_number[known[-1]]
    walk.others(newest)
    walk.look_into_files("open")
    walk.lock(newest)
    walk.others(newest)
    walk.shell.window.close()
    settle()
    walk.look_into_files("closed")
    print(json.dumps({"heard": sorted(walk.heard), "not_seen": walk.not_seen, "looked": walk.looked}), flush=True)
    with suppress(OSError):
        sys.stdout.flush()
    os._exit(0)  # what fails on purpose may leave Qt in any state


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
