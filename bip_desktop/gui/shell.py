# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The shell around the pages: builds each with its presenter, and closes everything in order."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication

from bip_desktop.domain.errors import BipError
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.language import spoken, spoken_for, translate
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.navigation import Beginning, Navigation, Presenter
from bip_desktop.gui.rebuilding import Typing
from bip_desktop.gui.safekeeping import Safekeeping
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.gui.ways_of_trust import WaysOfTrust
from bip_desktop.gui.ways_of_work import WaysOfWork
from bip_desktop.preferences import TEXT_SCALES, Preferences

if TYPE_CHECKING:  # the services come with the first desk
    from bip_desktop.domain.backup import Backup
    from bip_desktop.domain.ids import CitizenId, MeetingId
    from bip_desktop.domain.meeting import Meeting
    from bip_desktop.gui.appearance import Appearance
    from bip_desktop.services.desk import Desk
    from bip_desktop.services.looking_into import LookingInto
    from bip_desktop.services.meeting_under_way import MeetingUnderWay
    from bip_desktop.services.ports import Unlocked
    from bip_desktop.services.restoring import Restoring
    from bip_desktop.services.unlocking import Unlocking

_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Backstage:
    """What the composition root gives the shell."""

    unlocking: Unlocking
    open_desk: Callable[[Unlocked], Desk]
    appearance: Appearance
    hint: str = ""
    """Shown where the passphrase is asked for: only in a demonstration."""
    restoring: Callable[[], Restoring] | None = None
    looking_into: Callable[[], LookingInto] | None = None
    """Both are made when somebody asks for them: the first window does without."""


class Shell(WaysOfWork, WaysOfTrust):
    """Fulfils `Navigation`. Page modules are imported when first needed, so that the first window comes at once."""

    def __init__(self, backstage: Backstage) -> None:
        self._backstage = backstage
        self.window = MainWindow(self.close, self.text_size)
        self.tasks = TaskRunner(_raise)
        self._safekeeping = Safekeeping(self.window, self.tasks, self.notice)
        self._desk: Desk | None = None
        self._presenter: Presenter | None = None
        self._again: Callable[[], None] | None = None
        self._is_outdated = False
        """Whether the page on show waits to be built anew until nobody waits for a result on it."""
        self._return_to: MeetingId | None = None
        backstage.appearance.colours_changed.connect(self._build_anew)
        self.tasks.answered.connect(self._on_answered)

    @property
    def presenter(self) -> Presenter | None:
        """Who decides for the page on show."""
        return self._presenter

    @property
    def desk(self) -> Desk | None:
        """The use cases behind the window; None while it is locked."""
        return self._desk

    # -- the ways ---------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The first page: first start, or the passphrase."""
        self._backstage.appearance.speak()
        if self._backstage.unlocking.is_first_start:
            from bip_desktop.gui.pages.first_start.presenter import FirstStartPresenter

            self._show(FirstStartPresenter(self._backstage.unlocking, self, self.tasks), again=self.begin)
        else:
            from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter

            hint = self._backstage.hint
            self._show(UnlockPresenter(self._backstage.unlocking, self, self.tasks, hint), again=self.begin)

    def unlocked(self, unlocked: Unlocked) -> None:
        """See `Navigation`."""
        from bip_desktop.services.meeting_under_way import MeetingUnderWay

        self._desk = desk = self._backstage.open_desk(unlocked)
        desk.access.leave_citizen_mode()  # the passphrase was right: it is the caseworker
        self._safekeeping.begin_day(desk.backing_up)
        back, self._return_to = self._return_to, None
        if not desk.access.is_caseworker:
            self.administration()
            return
        try:
            found = self._way_back(desk, back)
        except BipError as error:
            self.caseload()
            self.notice(error)
            return
        if found is None:
            self.caseload()
        elif isinstance(found, MeetingUnderWay):
            self.meeting(found)
        else:
            self._show(found)

    def caseload(self) -> None:
        """See `Navigation`."""
        if self._desk is not None and not self._desk.access.is_caseworker:
            self.administration()  # a team leader or an administrator who has no citizens
            return
        from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter

        self._open(lambda desk: CaseloadPresenter(desk, self))

    def restoring(self, trouble: BipError | None = None) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.restoring.presenter import RestoringPresenter

        if self._backstage.restoring is None:
            return
        restoring = self._backstage.restoring()
        back = self.begin if self._desk is None else self.backups
        self._show(RestoringPresenter(restoring, self, self.tasks, trouble, back))

    def what_was_on(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.what_was_on.presenter import WhatWasOnPresenter

        if self._backstage.looking_into is not None:
            back = self.begin if self._desk is None else self.settings
            self._show(WhatWasOnPresenter(self._backstage.looking_into(), self.tasks, back))

    def restore(self, backup: Backup, secret: str) -> None:
        """See `Navigation`."""
        if self._backstage.restoring is None:
            return
        restoring = self._backstage.restoring()
        self._return_to = None
        self._close_desk()
        self.tasks.run(
            lambda: restoring.restore(backup, secret), done=lambda _: self._on_restored(), failed=self._on_not_restored
        )

    def start_meeting(self, citizen_id: CitizenId) -> None:
        """See `Navigation`."""
        self._sit_down(lambda desk: desk.measuring.start(citizen_id))

    def prepare_meeting(self, citizen_id: CitizenId) -> None:
        """See `Navigation`."""
        self._sit_down(lambda desk: desk.measuring.prepare(citizen_id))

    def take_up(self, meeting_id: MeetingId) -> None:
        """See `Navigation`."""
        self._sit_down(lambda desk: desk.measuring.take_up(meeting_id))

    def meeting(self, under_way: MeetingUnderWay) -> None:
        """See `Navigation`."""
        if under_way.meeting.place.is_citizens_own:
            from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter

            if self._desk is not None:  # until the PIN
                self._desk.access.enter_citizen_mode(under_way.meeting.meeting_id, under_way.citizen.citizen_id)
            self._open(
                lambda desk: CitizenModePresenter(desk, self, under_way),
                whole_screen=True,
                language=self._language_at(under_way.meeting),
            )
        else:
            from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter

            self._open(
                lambda desk: MeetingPresenter(desk, self, under_way), language=self._language_at(under_way.meeting)
            )

    def speaks_otherwise(self, meeting: Meeting) -> bool:
        """See `Navigation`."""
        return spoken_for(self._language_at(meeting) or self._preferences.language) != spoken()

    def in_her_language(self, work: Callable[[], T]) -> T:
        """See `Navigation`."""
        before = spoken()
        self._backstage.appearance.speak()
        try:
            return work()
        finally:
            self._backstage.appearance.speak(before)

    def larger_text(self) -> None:
        """See `Navigation`."""
        is_largest = self._preferences.text_scale == TEXT_SCALES[-1]
        self.text_size(0 if is_largest else 1)

    def text_size(self, steps: int) -> None:
        """See `Navigation`."""
        place = TEXT_SCALES.index(self._preferences.text_scale) + steps if steps else 0
        self.prefer(replace(self._preferences, text_scale=TEXT_SCALES[max(0, min(place, len(TEXT_SCALES) - 1))]))

    def speak(self, language: str) -> None:
        """See `Navigation`."""
        self.prefer(replace(self._preferences, language=language))

    def prefer(self, wanted: Preferences) -> None:
        """See `Navigation`."""
        if wanted == self._preferences:
            return
        problem = None
        try:
            self._backstage.appearance.prefer(wanted)
        except BipError as error:
            problem = error
        self._build_anew()
        if problem is not None:  # after the page, which takes older notices away
            self.notice(problem)

    def idle_limit(self) -> float | None:
        """Seconds without a sign of life after which `lock` is due; None while there is nothing to lock."""
        if self._desk is None:
            return None
        from bip_desktop.services.unlocking import IDLE_LOCKS, IDLE_LOCKS_IN_MEETING

        return IDLE_LOCKS if self._under_way() is None else IDLE_LOCKS_IN_MEETING

    def lock_if_open(self) -> None:
        """Nobody is there any more, or the computer itself has been locked."""
        if self._desk is not None:
            modal = QApplication.activeModalWidget()
            if modal is not None:
                modal.close()  # what it asked for, a file say, is not wanted any more
            self.lock()

    def lock(self) -> None:
        """Closes the database; the meeting on show is where the way back leads."""
        under_way = self._under_way()
        if under_way is not None and under_way.meeting.is_open:
            self._return_to = under_way.meeting.meeting_id
        self._close_desk()
        self.begin()

    def notice(self, error: BipError) -> None:
        """See `Navigation`."""
        _log.warning("%s", error.code.value)
        self.window.notices.show_notice(sentence(error))

    def close(self) -> None:
        """Ends what runs, makes the last backup, then closes the database."""
        self._close_desk(lambda desk: self._safekeeping.at_exit(desk.backing_up))

    @property
    def _go(self) -> Navigation:
        return self

    # -- inside -----------------------------------------------------------------------------------------------------

    @property
    def _preferences(self) -> Preferences:
        return self._backstage.appearance.preferences

    @staticmethod
    def _language_at(meeting: Meeting) -> str:
        """The citizen's on every page that the citizen reads; none, which is the preferred, on hers."""
        return "" if meeting.place.is_caseworkers_own else meeting.language

    def _build_anew(self) -> None:
        """The same page in the present look and language, with what is typed in it and where the keyboard is."""
        before, again = self._presenter, self._again
        if before is None or _begin(before) or again is None:
            return
        if self.tasks.is_running:
            self._is_outdated = True
            return
        typing = Typing.of(before.page)
        again()
        if self._presenter is not None:
            typing.put_into(self._presenter.page)

    def _on_answered(self) -> None:
        if self._is_outdated:
            self._build_anew()

    def _under_way(self) -> MeetingUnderWay | None:
        from bip_desktop.services.meeting_under_way import MeetingUnderWay

        under_way = getattr(self._presenter, "under_way", None)
        return under_way if isinstance(under_way, MeetingUnderWay) else None

    def _close_desk(self, at_last: Callable[[Desk], None] = lambda _: None) -> None:
        self.window.end_typing()
        self.tasks.shut_down()
        desk, self._desk = self._desk, None
        if desk is not None:
            try:
                at_last(desk)
            finally:
                desk.unlocked.store.close()

    def _show(
        self, presenter: Presenter, *, whole_screen: bool = False, again: Callable[[], None] | None = None
    ) -> None:
        self._presenter = presenter
        self._again = again
        self._is_outdated = False
        self.window.show_page(presenter.page, whole_screen=whole_screen)
        _begin(presenter)

    def _open(
        self,
        build: Callable[[Desk], Presenter],
        *,
        whole_screen: bool = False,
        language: str = "",
        can_be_built_anew: bool = True,
    ) -> None:
        desk = self._desk
        if desk is None:
            self.begin()
            return
        before = spoken()
        self._backstage.appearance.speak(language)
        presenter = self._tried(lambda: build(desk))
        if presenter is None:
            self._backstage.appearance.speak(before)
            return
        again = (lambda: self._open(build)) if can_be_built_anew else None
        self._show(presenter, whole_screen=whole_screen, again=again)

    def _way_back(self, desk: Desk, back: MeetingId | None) -> MeetingUnderWay | Presenter | None:
        """The meeting that was locked, the question after an interruption, or nothing to go back to."""
        if back is not None:
            under_way = desk.measuring.take_up(back)
            if not under_way.meeting.place.is_citizens_own:
                return under_way
        interrupted = desk.measuring.interrupted()
        if interrupted is None:
            return None
        from bip_desktop.gui.pages.interrupted.presenter import InterruptedPresenter

        return InterruptedPresenter(desk, self, *interrupted)

    def _sit_down(self, begin: Callable[[Desk], MeetingUnderWay]) -> None:
        desk = self._desk
        if desk is not None:
            under_way = self._tried(lambda: begin(desk))
            if under_way is not None:
                self.meeting(under_way)

    def _on_restored(self) -> None:
        self.begin()
        self.window.notices.show_notice(
            translate("shell", "Sikkerhedskopien er hentet frem. Lås op for at arbejde videre.")
        )

    def _on_not_restored(self, error: BipError) -> None:
        self.begin()
        self.notice(error)

    def _tried(self, work: Callable[[], T]) -> T | None:
        """The result, or a notice where it cannot be had."""
        try:
            return work()
        except BipError as error:
            self.notice(error)
            return None


def _raise(bug: Exception) -> None:
    raise bug


def _begin(presenter: Presenter) -> bool:
    """Lets a presenter that has waited for its page build its first view, or, later, the present one anew; whether
    it is of that kind."""
    if isinstance(presenter, Beginning):
        presenter.begin()
        return True
    return False
