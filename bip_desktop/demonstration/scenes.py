# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every page and every state of a meeting, one after the other: what the complete set of pictures shows.

A scene leads the stage somewhere and yields the picture's name, `page/state`; the picture is taken there.
"""

from collections.abc import Collection
from pathlib import Path

from bip_desktop.demonstration.many import MANY
from bip_desktop.demonstration.meeting_scenes import FROM_THE_RIGHT, LONG, Scene, meeting_scenes
from bip_desktop.demonstration.stage import Stage, wrong_rows
from bip_desktop.demonstration.trust_scenes import trust_scenes
from bip_desktop.domain.caseload_choice import Group
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.pages.caseload.page import CaseloadPage
from bip_desktop.gui.pages.citizen.page import CitizenPage
from bip_desktop.gui.pages.export.page import ExportPage
from bip_desktop.gui.pages.importing.page import ImportingPage
from bip_desktop.gui.pages.new_citizen.page import NewCitizenPage
from bip_desktop.gui.pages.own_picture.page import OwnPicturePage
from bip_desktop.gui.pages.unlock.page import UnlockPage

_ON_THEIR_PAGES = {
    "Sara": "first-meeting-ahead",
    "Henrik": "combined-and-moving",
    "Jonas": "nothing-under-way",
    "Lise": "new-caseworker",
    "Birgit": "stalled",
    "Nadia": "prepared",
    "Amina": "interrupted",
    "Karim": "paused",
    "Ole": "course-closed",
    "Tove": "answered-after",
    "Anders": "declined",
    LONG: "long-name",
    FROM_THE_RIGHT: "name-from-the-right",
    MANY: "forty-measurements",
}


def scenes(stage: Stage, folder: Path, names: Collection[str] = ()) -> Scene:
    """All of them; `folder` is for files on the way. With `names` only their meetings come to an end."""
    yield from _locked(stage)
    yield from _caseload(stage, folder)
    for name, state in _ON_THEIR_PAGES.items():
        stage.shell.citizen(stage.citizen(name).citizen_id)
        yield f"citizen/{state}"
    yield from _panels(stage)
    yield from trust_scenes(stage)
    yield from meeting_scenes(stage, names) if names else meeting_scenes(stage)


def _locked(stage: Stage) -> Scene:
    yield "unlock/unlock"
    stage.page(UnlockPage).show_problem(sentence(BipError(Code.PASSPHRASE_WRONG)))
    yield "unlock/wrong"
    stage.unlock()
    yield "interrupted/interrupted"


def _caseload(stage: Stage, folder: Path) -> Scene:
    shell, hands = stage.shell, stage.hands
    shell.caseload()
    yield "caseload/all"
    page = stage.page(CaseloadPage)
    page.group.setCurrentIndex(list(Group).index(Group.OVERDUE))
    yield "caseload/overdue"
    page.group.setCurrentIndex(0)
    hands.fill(page.search, "Findes ikke")
    yield "caseload/nobody-found"
    shell.notice(BipError(Code.DISK_FULL))
    yield "caseload/notice"
    shell.own_picture()
    yield "own-picture/spread"
    stage.page(OwnPicturePage).as_table.click()
    yield "own-picture/table"
    shell.new_citizen()
    yield "new-citizen/empty"
    new = stage.page(NewCitizenPage)
    hands.fill(new.name.field, "Ny Eksempel")
    hands.fill(new.cpr.field, "310290-1234")
    hands.click(new.create_citizen)
    yield "new-citizen/impossible-cpr"
    shell.import_caseload()
    yield "import/empty"
    importing = stage.page(ImportingPage)
    hands.answer_file_dialog(wrong_rows(folder), lambda: hands.click(importing.choose))
    hands.wait_for("the rows", importing.table.isVisible)
    yield "import/rows"
    shell.export()
    export = stage.page(ExportPage)
    hands.wait_for("what would be sent", export.sealed.text)
    yield "export/export"
    shell.about()
    yield "about/about"
    shell.settings()
    yield "settings/settings"
    shell.backups()
    yield "backups/backups"
    shell.restoring()
    yield "restoring/restoring"
    shell.what_was_on()
    yield "what-was-on/no-folder-yet"


def _panels(stage: Stage) -> Scene:
    shell, hands = stage.shell, stage.hands
    shell.citizen(stage.citizen("Bodil").citizen_id)
    hands.click(stage.page(CitizenPage).close_course)
    yield "citizen/close-course"
    shell.citizen(stage.citizen("Amina").citizen_id)
    hands.click(stage.page(CitizenPage).void)
    yield "citizen/void"
    shell.citizen(stage.citizen("Henrik").citizen_id)
    hands.click(stage.page(CitizenPage).change)
    yield "citizen/change-of-caseworker"
    for name, state in (("Henrik", "moving"), ("Birgit", "stalled"), (LONG, "long-name")):
        shell.own_answers(stage.citizen(name).citizen_id)
        yield f"own-answers/{state}"
