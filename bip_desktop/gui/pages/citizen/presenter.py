# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Gathers what is known of one citizen, and leads on from there."""

from collections.abc import Callable, Sequence
from datetime import date

from bip_desktop.domain.agreement import Agreement
from bip_desktop.domain.citizen import CaseworkerChange, Citizen, Outcome
from bip_desktop.domain.errors import BipError, Code, Kind
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.meeting import Meeting, State, VoidReason
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.gui import wording
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.citizen import describing
from bip_desktop.gui.pages.citizen.page import CitizenPage
from bip_desktop.gui.pages.citizen.view import CitizenView, Doing, Handover, LastAgreement, Newest
from bip_desktop.services.desk import Desk


class CitizenPresenter:
    """Shows the citizen anew after each thing done."""

    def __init__(self, desk: Desk, go: Navigation, citizen_id: CitizenId) -> None:
        self._desk = desk
        self._go = go
        self._citizen_id = citizen_id
        self._open: Meeting | None = None
        self.page = CitizenPage()
        self._show()
        self.page.go_on_asked.connect(self._on_go_on)
        self.page.prepare_asked.connect(lambda: go.prepare_meeting(citizen_id))
        self.page.own_answers_asked.connect(lambda: go.own_answers(citizen_id))
        self.page.close_course_asked.connect(self._on_close_asked)
        self.page.course_closed.connect(self._on_closed)
        self.page.reopen_asked.connect(self._on_reopen)
        self.page.void_asked.connect(self._on_void_asked)
        self.page.voided.connect(self._on_voided)
        self.page.back_asked.connect(go.caseload)
        self.page.lock_asked.connect(go.lock)

    # -- what is known ----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        caseload, me = self._desk.caseload, self._desk.unlocked.caseworker
        citizen = caseload.citizen(self._citizen_id)
        meetings = caseload.meetings(self._citizen_id)
        changes = caseload.changes(self._citizen_id)
        self._open = self._desk.measuring.open_meeting(self._citizen_id)
        names = {change.before: name.split()[0] for change, name in changes} | {me.caseworker_id: me.first_name}
        last = changes[-1] if changes else None
        since = last[0].on if last is not None and last[0].after == me.caseworker_id else None
        agreed = self._agreed(meetings)
        self.page.show_citizen(
            CitizenView(
                name=citizen.name,
                first_name=citizen.first_name,
                facts=describing.facts(citizen, since),
                doing=self._doing(citizen),
                handover=self._handover(meetings, last, Agreement() if agreed is None else agreed[1]),
                newest=self._newest(citizen),
                agreement=self._last_agreement(citizen, agreed, names),
                history=describing.history(citizen, meetings, names),
            )
        )

    def _doing(self, citizen: Citizen) -> Doing:
        if citizen.course_end is not None:
            return Doing(closed=describing.ended(citizen.course_end))
        if self._open is None:
            return Doing(
                primary=translate("citizen", "Start samtale"),
                secondary=translate("citizen", "Forbered"),
                can_close=True,
            )
        if self._open.state is State.PREPARED:
            today = self._desk.now().date()
            whole = not self._desk.measuring.take_up(self._open.meeting_id).unanswered(Respondent.CASEWORKER)
            done = whole and self._open.preparation_is_valid(today)
            return Doing(
                primary=translate("citizen", "Start samtale"),
                secondary=translate("citizen", "Ret forberedelsen")
                if done
                else translate("citizen", "Forbered færdig"),
                remark=describing.prepared(self._open, today, whole=whole),
                can_void=True,
                can_close=True,
            )
        return Doing(
            primary=translate("citizen", "Fortsæt samtalen"),
            remark=describing.under_way(self._open),
            can_void=True,
            can_close=True,
        )

    def _agreed(self, meetings: Sequence[Meeting]) -> tuple[Meeting, Agreement] | None:
        for meeting in reversed(meetings):
            if not meeting.is_open:
                agreement = self._desk.agreeing.agreement(meeting)
                if not agreement.is_empty:
                    return meeting, agreement
        return None

    def _last_agreement(
        self, citizen: Citizen, agreed: tuple[Meeting, Agreement] | None, names: describing.Names
    ) -> LastAgreement | None:
        if agreed is None:
            return None
        meeting, agreement = agreed
        return describing.agreement(
            citizen,
            meeting.held_on,
            agreement,
            names.get(meeting.caseworker_id, translate("citizen", "Sagsbehandleren")),
        )

    def _handover(
        self,
        meetings: Sequence[Meeting],
        last: tuple[CaseworkerChange, str] | None,
        agreed: Agreement,
    ) -> Handover | None:
        measured = [meeting.held_on for meeting in meetings if not meeting.is_open]
        if last is None or (measured and last[0].on < measured[-1]):
            return None
        history = self._desk.following.history(self._citizen_id)
        change, before = last
        return describing.handover(change, before, agreed, history[-1][1] if history else None)

    def _newest(self, citizen: Citizen) -> Newest | None:
        together = self._desk.following.together(self._citizen_id)
        if together is None:
            return None
        me = self._desk.unlocked.caseworker.caseworker_id
        own = any(meeting.caseworker_id == me for meeting in together.meetings)
        return describing.newest(citizen, together.moved, has_own_answers=own)

    # -- what is done -----------------------------------------------------------------------------------------------

    def _on_go_on(self) -> None:
        if self._open is not None and self._open.state is not State.PREPARED:
            self._go.take_up(self._open.meeting_id)
        else:
            self._go.start_meeting(self._citizen_id)

    def _on_close_asked(self) -> None:
        self.page.ask_outcome([(wording.outcome(each), each) for each in Outcome], self._desk.now().date())

    def _on_closed(self, outcome: Outcome | None, on: date) -> None:
        if outcome is None:
            self.page.show_problem(sentence(BipError(Code.REASON_MISSING)))
            return
        self._do(lambda: self._desk.caseload.close_course(self._citizen_id, outcome, on))

    def _on_reopen(self) -> None:
        self._do(lambda: self._desk.caseload.reopen_course(self._citizen_id))

    def _on_void_asked(self) -> None:
        self.page.ask_void_reason(
            [
                (translate("citizen", "Det var en forkert borger"), VoidReason.WRONG_CITIZEN),
                (translate("citizen", "Det var en prøve"), VoidReason.TEST),
                (translate("citizen", "Noget andet"), VoidReason.OTHER),
            ]
        )

    def _on_voided(self, reason: VoidReason | None) -> None:
        if reason is None:
            self.page.show_problem(sentence(BipError(Code.REASON_MISSING)))
            return
        meeting = self._open
        if meeting is not None:
            self._do(lambda: self._desk.measuring.take_up(meeting.meeting_id).void(reason))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
            self._show()
        except BipError as error:
            if error.kind is Kind.CORRECTABLE or error.code is Code.MEETING_OPEN:
                self.page.show_problem(sentence(error))
            else:
                self._go.notice(error)
