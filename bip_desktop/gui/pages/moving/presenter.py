# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Leads citizens to a colleague's computer and takes them from there, one file at a time."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QStandardPaths

from bip_desktop.domain.citizen import ChangeReason, Citizen
from bip_desktop.domain.errors import BipError, Code, Kind
from bip_desktop.domain.handover import HandoverOut, HandoverState
from bip_desktop.domain.ids import CitizenId
from bip_desktop.gui import wording
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import isolated, long_date
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.moving.page import MovingPage
from bip_desktop.gui.pages.moving.view import ShownComing
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.gui.widgets.way_list import Way
from bip_desktop.services.between_laptops import Coming
from bip_desktop.services.desk import Desk
from bip_desktop.services.enrolling import InstallationCard

T = TypeVar("T")
_NEWEST = 5
"""So many answers can be saved again from the page."""


class MovingPresenter:
    """Nobody moves before she has seen who it is."""

    def __init__(self, desk: Desk, go: Navigation, tasks: TaskRunner, citizen_id: CitizenId | None = None) -> None:
        self._desk = desk
        self._go = go
        self._tasks = tasks
        self._ticked = {citizen_id} if citizen_id is not None else set()
        self._coming: Coming | None = None
        self._card: InstallationCard | None = None
        self._citizens: list[Citizen] = []
        self._colleagues: Sequence[InstallationCard] = ()
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._stop: Callable[[], None] = lambda: None
        self.page = MovingPage()
        self.page.file_asked.connect(self._on_file_asked)
        self.page.answered.connect(self._on_answered)
        self.page.reply_wanted.connect(self._on_reply_wanted)
        self.page.card_asked.connect(self._on_card_asked)
        self.page.card_accepted.connect(self._on_card_accepted)
        self.page.give_asked.connect(self._on_give)
        self.page.write_again_asked.connect(self._on_write_again)
        self.page.read_reply_asked.connect(self._on_read_reply)
        self.page.taken_back.connect(self._on_taken_back)
        self.page.own_card_asked.connect(self._on_own_card)
        self.page.back_asked.connect(go.caseload)
        self.page.lock_asked.connect(go.lock)
        self.page.destroyed.connect(lambda: self._stop())
        self._show()

    def _show(self) -> None:
        between = self._desk.between_laptops
        out = [each for each in between.out() if each.state is HandoverState.SEALED]
        away = {citizen_id for each in out for citizen_id in each.citizens}
        self._citizens = [row.citizen for row in self._desk.caseload.view().rows if row.citizen.citizen_id not in away]
        self._colleagues = between.colleagues()
        self.page.show_choices(
            [(isolated(each.name), each.case_number) for each in self._citizens],
            [place for place, each in enumerate(self._citizens) if each.citizen_id in self._ticked],
            [_computer(each) for each in self._colleagues],
            [(wording.change_reason(each).capitalize(), each) for each in ChangeReason],
        )
        names = {each.signing.hex(): isolated(each.holder) for each in self._colleagues}
        self.page.show_ways([self._way(each, names.get(each.receiver, "")) for each in out])
        self.page.show_replies(
            [
                Way(
                    each.handover_id,
                    translate("moving", "Fra {0}, {1}: {2}").format(
                        isolated(each.sender_name),
                        long_date(each.answered_at.date()),
                        _people(len(each.citizens)) if each.accepted else translate("moving", "afvist"),
                    ),
                    "",
                    translate("moving", "Gem svaret …"),
                )
                for each in between.came()[:_NEWEST]
            ]
        )

    def _way(self, handover: HandoverOut, name: str) -> Way:
        return Way(
            handover.handover_id,
            translate("moving", "{0} til {1}").format(_people(len(handover.citizens)), name),
            translate("moving", "Siden {0}. Filen hedder {1}.").format(
                long_date(handover.sealed_at.date()), handover.file_name
            ),
            translate("moving", "Skriv filen igen …"),
            translate("moving", "Computeren er gået tabt …"),
        )

    # -- taking -----------------------------------------------------------------------------------------------------

    def _on_file_asked(self) -> None:
        path = self._file(
            translate("moving", "Hvilken fil har du fået?"),
            translate("moving", "Borgere fra en kollega (*.age);;Alle filer (*)"),
        )
        if path is not None:
            self._run(lambda: self._desk.between_laptops.look(path), self._on_looked, self._on_not_taken)

    def _on_looked(self, coming: Coming) -> None:
        self._coming = coming
        sender = coming.parcel.sender
        self.page.show_coming(
            ShownComing(
                translate("moving", "{0} giver dig {1}").format(isolated(sender.holder), _people(len(coming.people))),
                tuple(
                    (f"{isolated(name)} · {number}" if number else isolated(name), str(meetings))
                    for name, number, meetings in coming.people
                ),
                "" if coming.is_known else sender.fingerprint,
            )
        )

    def _on_answered(self, yes: bool) -> None:
        coming, self._coming = self._coming, None
        if coming is None:
            return
        between = self._desk.between_laptops
        answer = between.accept if yes else between.decline

        def done(_: object) -> None:
            self._show()
            text = (
                translate("moving", "De står på din liste nu. Gem svaret, og send det til {0}.")
                if yes
                else translate("moving", "De bliver hos din kollega. Gem svaret, og send det til {0}.")
            )
            self.page.show_taken(text.format(isolated(coming.parcel.sender.holder)))
            self._on_reply_wanted(coming.parcel.handover_id)

        def failed(error: BipError) -> None:
            if error.code is Code.HANDOVER_KNOWN:  # it can still be turned down
                self._on_looked(coming)
            self._on_not_taken(error, keep=error.code is Code.HANDOVER_KNOWN)

        self._run(lambda: answer(coming), done, failed)

    def _on_not_taken(self, error: BipError, *, keep: bool = False) -> None:
        if keep:
            self.page.show_coming_problem(sentence(error))
        else:
            self.page.show_taken(sentence(error), problem=True)

    def _on_reply_wanted(self, handover_id: str) -> None:
        folder = self._where(translate("moving", "Hvor skal svaret gemmes?"))
        if folder is None:
            return
        try:
            path = self._desk.between_laptops.write_reply(folder, handover_id)
        except BipError as error:
            self.page.show_taken(sentence(error), problem=True)
            return
        self.page.show_taken(translate("moving", "Svaret ligger i {0}. Send det til din kollega.").format(path))

    # -- giving -----------------------------------------------------------------------------------------------------

    def _on_card_asked(self) -> None:
        path = self._file(
            translate("moving", "Hvilken fil er din kollegas kort?"),
            translate("moving", "Kort (*.json);;Alle filer (*)"),
        )
        if path is None:
            return
        try:
            self._card = self._desk.between_laptops.look_at_card(path)
        except BipError as error:
            self.page.show_given(sentence(error), problem=True)
            return
        self.page.show_card(_computer(self._card), self._card.fingerprint)

    def _on_card_accepted(self, yes: bool) -> None:
        card, self._card = self._card, None
        self.page.hide_card()
        if not yes or card is None:
            return
        self._remember_ticks()
        try:
            self._desk.between_laptops.add_colleague(card)
        except BipError as error:
            self.page.show_given(sentence(error), problem=True)
            return
        self._show()

    def _on_give(self, colleague: int, reason: ChangeReason | None) -> None:
        self._remember_ticks()
        if not self._ticked:
            self.page.show_given(translate("moving", "Sæt kryds ved dem, du vil give videre."), problem=True)
            return
        if colleague < 0:
            self.page.show_given(translate("moving", "Vælg, hvem der skal have dem."), problem=True)
            return
        if reason is None:
            self.page.show_reason_problem(sentence(BipError(Code.REASON_MISSING)))
            return
        folder = self._where(translate("moving", "Hvor skal filen gemmes?"))
        if folder is None:
            return
        whose = [each.citizen_id for each in self._citizens if each.citizen_id in self._ticked]
        to = self._colleagues[colleague]

        def done(handover: HandoverOut) -> None:
            self._ticked = set()
            self._show()
            self.page.show_given(
                translate("moving", "Filen ligger i {0}. Giv den til {1}.").format(
                    folder / handover.file_name, isolated(to.holder)
                )
            )

        def failed(error: BipError) -> None:
            self._show()
            self.page.show_given(sentence(error), problem=True)

        self._run(lambda: self._desk.between_laptops.give(folder, whose, to, reason), done, failed)

    def _on_write_again(self, handover_id: str) -> None:
        folder = self._where(translate("moving", "Hvor skal filen gemmes?"))
        if folder is None:
            return
        self._run(
            lambda: self._desk.between_laptops.write_again(folder, handover_id),
            lambda handover: self.page.show_ways_said(
                translate("moving", "Filen ligger i {0}").format(folder / handover.file_name)
            ),
            lambda error: self.page.show_ways_said(sentence(error), problem=True),
        )

    def _on_taken_back(self, handover_id: str) -> None:
        def done(_: None) -> None:
            self._show()
            self.page.show_ways_said(translate("moving", "De er dine igen."))

        self._run(
            lambda: self._desk.between_laptops.take_back(handover_id),
            done,
            lambda error: self.page.show_ways_said(sentence(error), problem=True),
        )

    def _on_read_reply(self) -> None:
        path = self._file(
            translate("moving", "Hvilken fil er din kollegas svar?"),
            translate("moving", "Svar (*.json);;Alle filer (*)"),
        )
        if path is None:
            return

        def done(handover: HandoverOut) -> None:
            self._show()
            self.page.show_ways_said(
                translate("moving", "Din kollega har taget imod. De står ikke længere her.")
                if handover.state is HandoverState.RECEIVED
                else translate("moving", "Din kollega har afvist. De er dine igen.")
            )

        self._run(
            lambda: self._desk.between_laptops.read_reply(path),
            done,
            lambda error: self.page.show_ways_said(sentence(error), problem=True),
        )

    def _on_own_card(self) -> None:
        folder = self._where(translate("moving", "Hvor skal kortet gemmes?"))
        if folder is None:
            return
        try:
            path = self._desk.enrolling.write_card(folder)
        except BipError as error:
            self.page.show_taken(sentence(error), problem=True)
            return
        fingerprint = self._desk.enrolling.card().fingerprint
        self.page.show_taken(
            translate("moving", "Kortet ligger i {0}. Læs tegnene op, når din kollega ringer: {1}").format(
                path, fingerprint
            )
        )

    # -- inside -----------------------------------------------------------------------------------------------------

    def _remember_ticks(self) -> None:
        self._ticked = {self._citizens[place].citizen_id for place in self.page.chosen}

    def _run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BipError], None]) -> None:
        def told(error: BipError) -> None:
            failed(error)
            if error.kind is Kind.ENVIRONMENT and error.code in (Code.DATABASE_WRITE, Code.DISK_FULL):
                self._go.notice(error)

        self._stop = self._tasks.run(work, done=done, failed=told)

    def _file(self, title: str, kinds: str) -> Path | None:
        chosen = self.page.ask_file(title, self._folder, kinds)
        if not chosen:
            return None
        self._folder = str(Path(chosen).parent)
        return Path(chosen)

    def _where(self, title: str) -> Path | None:
        chosen = self.page.ask_folder(title, self._folder)
        if not chosen:
            return None
        self._folder = chosen
        return Path(chosen)


def _people(count: int) -> str:
    if count == 1:
        return translate("moving", "1 borger")
    return translate("moving", "{0} borgere").format(count)


def _computer(card: InstallationCard) -> str:
    return translate("moving", "{0} (computer {1})").format(isolated(card.holder), card.installation_id)
