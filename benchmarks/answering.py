# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One answer, from the click until it is committed and shown as saved, beside a bare commit; and the next question."""

import secrets
import sys
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton
from sqlcipher3 import dbapi2 as sqlcipher

from benchmarks.figures import Figure, Report, median, milliseconds, ms, p95
from benchmarks.jobcentre import open_jobcentre
from benchmarks.screen import Drawn, click
from bip_desktop import bootstrap
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.meeting.caseworker_view import CaseworkerView
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.item_editors import ScaleEditor, TickEditor

ROUNDS = 3
MORE_THAN_BARE = 10
MOST = 50
"""Milliseconds."""


class BareCommits:
    """One row at a time into an encrypted file of its own, with the settings of ours and nothing around it."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlcipher.connect(str(path), isolation_level=None)
        for pragma in (
            f"key=\"x'{secrets.token_hex(32)}'\"",
            "journal_mode=WAL",
            "synchronous=FULL",
            "secure_delete=ON",
            "temp_store=MEMORY",
        ):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(
            "CREATE TABLE answer (seq INTEGER PRIMARY KEY, meeting TEXT, item TEXT, value INTEGER)"
        )

    def commit(self) -> None:
        """One answer's worth."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "INSERT INTO answer (meeting, item, value) VALUES (?, 'B1', 3)", (secrets.token_hex(18),)
        )
        self._connection.execute("COMMIT")


class Clicks:
    """What the clicks of all rounds took."""

    def __init__(self, shell: Shell, bare: BareCommits) -> None:
        self._shell = shell
        self._drawn = Drawn(shell.window)
        self._bare = bare
        self.bare: list[float] = []
        self.answers: list[float] = []
        self.questions: list[float] = []

    def citizen(self) -> None:
        """The citizen's questions, each answered in every way that is a click, and on to the next."""
        presenter = self._shell.presenter
        if not isinstance(presenter, CitizenModePresenter):
            raise TypeError("not the citizen's screen")
        for _ in presenter.under_way.instrument.of(Respondent.CITIZEN):
            view = presenter.page.view
            if not isinstance(view, QuestionView):
                raise TypeError("no question")
            for button in _buttons(view.editor):
                self._answer(button)
            self.questions.append(self._drawn.after(partial(click, view.on)))

    def caseworker(self) -> None:
        """Her questions: an answer to a scale leads on by itself, so only the ways on are timed."""
        presenter = self._shell.presenter
        if not isinstance(presenter, MeetingPresenter):
            raise TypeError("not the meeting")
        for _ in presenter.under_way.instrument.of(Respondent.CASEWORKER)[:-1]:
            [view] = presenter.page.findChildren(CaseworkerView)
            self.questions.append(self._drawn.after(partial(click, view.on)))

    def _answer(self, button: QAbstractButton) -> None:
        self.bare.append(milliseconds(self._bare.commit))
        self.answers.append(self._drawn.after(partial(click, button)))


def _buttons(editor: object) -> list[QAbstractButton]:
    match editor:
        case ScaleEditor():
            return [*editor.steps, *editor.missing.buttons.values()]
        case TickEditor():
            return [*editor.ticks.values(), *editor.missing.buttons.values()]
        case _:
            return []


def main() -> None:
    """Whole questionnaires, one after the other, with a bare commit before each answer."""
    app = bootstrap.application(sys.argv[:1])
    with open_jobcentre() as jobcentre:
        shell = bootstrap.shell(app, jobcentre.places, now=jobcentre.calendar)
        shell.window.show()
        clicks = Clicks(shell, BareCommits(jobcentre.places.folder / "bare.db"))
        shell.unlocked(jobcentre.unlocked)
        under_way = jobcentre.desk.measuring.start(jobcentre.new_citizen().citizen_id)
        for _ in range(ROUNDS):
            under_way.go(Place(Step.CITIZEN, "B1"))
            shell.meeting(under_way)
            clicks.citizen()
        under_way.citizen_done()
        under_way.caseworker_begins()
        for _ in range(ROUNDS):
            under_way.go(Place(Step.CASEWORKER, "S1"))
            shell.meeting(under_way)
            clicks.caseworker()
        shell.window.close()
    extra = median(clicks.answers) - median(clicks.bare)
    Report(
        [
            Figure(
                "an answer, from click to committed and shown: more than a bare commit", extra, MORE_THAN_BARE, "ms"
            ),
            Figure("an answer, 95th percentile", p95(clicks.answers), MOST, "ms"),
            Figure("the next question, 95th percentile", p95(clicks.questions), MOST, "ms"),
        ],
        {
            "a bare SQLCipher commit": ms(clicks.bare),
            "an answer": ms(clicks.answers),
            "the next question": ms(clicks.questions),
        },
    ).say()


if __name__ == "__main__":
    main()
