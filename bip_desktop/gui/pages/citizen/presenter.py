# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Gathers what is known of one citizen, and leads on from there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bip_desktop.domain.agreement import Agreement
from bip_desktop.domain.caseload import Due
from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason, Citizen, Outcome, Research
from bip_desktop.domain.errors import BipError, Code, Kind
from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.meeting import PREPARED_FOR, Meeting, State, VoidReason
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.gui import wording
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import isolated
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.citizen import describing
from bip_desktop.gui.pages.citizen.page import CitizenPage
from bip_desktop.gui.pages.citizen.view import CitizenView, Doing, Handover, LastAgreement, Newest
from bip_desktop.services.desk import Desk

JUST_HELD = timedelta(days=7)
"""So long after a meeting the next one is what matters, not another one now."""
FINDING = "000"
"""The source of what is known about changes of caseworker."""


class CitizenPresenter:
    """Shows the citizen anew after each thing done."""

    def __init__(self, desk: Desk, go: Navigation, citizen_id: CitizenId) -> None:
        self._desk = desk
        self._go = go
        self._citizen_id = citizen_id
        self._open: Meeting | None = None
        self._undo: Callable[[], object] | None = None
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
        self.page.void_closed_asked.connect(self._on_void_closed_asked)
        self.page.closed_voided.connect(self._on_closed_voided)
        self.page.change_asked.connect(self._on_change_asked)
        self.page.moving_asked.connect(lambda: go.moving(self._citizen_id))
        self.page.changed.connect(self._on_changed)
        self.page.research_asked.connect(self._on_research_asked)
        self.page.research_chosen.connect(self._on_research_chosen)
        self.page.rights_asked.connect(lambda: go.citizen_rights(citizen_id))
        self.page.undo_asked.connect(self._on_undo)
        self.page.back_asked.connect(go.caseload)
        self.page.lock_asked.connect(go.lock)

    # -- what is known ----------------------------------------------------------------------------------------------

    def _show(self, done: str = "") -> None:
        caseload, me = self._desk.caseload, self._desk.unlocked.caseworker
        row = caseload.row(self._citizen_id)
        citizen = row.citizen
        meetings = caseload.meetings(self._citizen_id)
        changes = caseload.changes(self._citizen_id)
        self._open = self._desk.measuring.open_meeting(self._citizen_id)
        names = {change.before: isolated(name.split()[0]) for change, name in changes}
        names[me.caseworker_id] = isolated(me.first_name)
        last = changes[-1] if changes else None
        since = last[0].on if last is not None and last[0].after == me.caseworker_id else None
        agreed = self._agreed(meetings)
        self.page.show_citizen(
            CitizenView(
                name=isolated(citizen.name),
                first_name=isolated(citizen.first_name),
                facts=describing.facts(citizen, since),
                doing=self._doing(citizen, meetings, done, is_due=caseload.due(row) is Due.OVERDUE),
                research=describing.research(citizen),
                handover=self._handover(meetings, last, Agreement() if agreed is None else agreed[1]),
                newest=self._newest(citizen),
                agreement=self._last_agreement(citizen, agreed, names),
                history=describing.history(citizen, meetings, names),
            )
        )

    def _doing(self, citizen: Citizen, meetings: Sequence[Meeting], done: str, *, is_due: bool) -> Doing:
        if citizen.caseworker_id != self._desk.unlocked.caseworker.caseworker_id:
            colleague = self._desk.handing_over.caseworker_of(self._citizen_id)
            return Doing(done=describing.given_away(citizen, isolated(colleague.name)))
        if self._desk.between_laptops.is_away(self._citizen_id):
            away = translate(
                "citizen", "På vej til en anden computer. Her kan du kun læse, indtil din kollega har svaret."
            )
            return Doing(remark=away, done=done)
        closed = any(meeting.state is State.CLOSED for meeting in meetings)
        if citizen.course_end is not None:
            ended = describing.ended(citizen.course_end)
            return Doing(closed=ended, can_void_closed=closed, can_change=True, done=done)
        today = self._desk.now().date()
        found = Doing(can_close=True, can_change=True, can_void_closed=closed, is_due=is_due, done=done)
        match self._open:
            case None:
                return self._next_step(citizen, meetings, found, today)
            case Meeting(state=State.PREPARED) as prepared:
                whole = not self._desk.measuring.take_up(prepared.meeting_id).unanswered(Respondent.CASEWORKER)
                ready = whole and prepared.preparation_is_valid(today)
                return replace(
                    found,
                    primary=translate("citizen", "Start samtale"),
                    secondary=translate("citizen", "Ret forberedelsen")
                    if ready
                    else translate("citizen", "Forbered færdig"),
                    remark=describing.prepared(prepared, today, whole=whole),
                    can_void=True,
                )
            case under_way:
                return replace(
                    found,
                    primary=translate("citizen", "Fortsæt samtalen"),
                    remark=describing.under_way(under_way, today),
                    can_void=True,
                )

    def _next_step(self, citizen: Citizen, meetings: Sequence[Meeting], found: Doing, today: date) -> Doing:
        """Start a meeting; but just after one, the next one is what matters."""
        newest = meetings[-1] if meetings else None
        planned = citizen.next_meeting
        soon = planned is not None and today <= planned.date() <= today + PREPARED_FOR
        if newest is not None and today - newest.held_on < JUST_HELD and not soon:
            return replace(
                found,
                quiet=translate("citizen", "Start samtale"),
                remark=describing.next_meeting(citizen, newest, today),
            )
        return replace(
            found,
            primary=translate("citizen", "Start samtale"),
            secondary=translate("citizen", "Forbered"),
            remark=describing.planned(citizen, today),
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
        if last is None or last[0].after != self._desk.unlocked.caseworker.caseworker_id:
            return None
        if measured and last[0].on < measured[-1]:
            return None
        history = self._desk.following.history(self._citizen_id)
        change, before = last
        return describing.handover(change, isolated(before), agreed, history[-1][1] if history else None)

    def _newest(self, citizen: Citizen) -> Newest | None:
        together = self._desk.following.together(self._citizen_id)
        return None if together is None else describing.newest(citizen, together.moved)

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
            self._ask_reason()
        else:
            self._do(lambda: self._desk.caseload.close_course(self._citizen_id, outcome, on))

    def _on_reopen(self) -> None:
        self._do(lambda: self._desk.caseload.reopen_course(self._citizen_id))

    def _on_void_asked(self) -> None:
        self.page.ask_void_reason(_void_reasons())

    def _on_voided(self, reason: VoidReason | None) -> None:
        meeting = self._open
        if reason is None:
            self._ask_reason()
        elif meeting is not None:
            self._do(lambda: self._desk.measuring.take_up(meeting.meeting_id).void(reason))

    def _on_void_closed_asked(self) -> None:
        closed = [each for each in self._desk.caseload.meetings(self._citizen_id) if each.state is State.CLOSED]
        self.page.ask_void_closed(
            [(describing.measurement(each), each.meeting_id) for each in reversed(closed)], _void_reasons()
        )

    def _on_closed_voided(self, meeting_id: MeetingId, reason: VoidReason | None) -> None:
        if reason is None:
            self._ask_reason()
            return
        self._do(
            lambda: self._desk.correcting.void(meeting_id, reason),
            done=translate("citizen", "Målingen er annulleret og tæller ikke med."),
            undo=lambda: self._desk.correcting.restore(meeting_id),
        )

    def _on_change_asked(self) -> None:
        rules = self._desk.following.rules()
        source = rules.sources.get(FINDING) if rules is not None else None
        self.page.ask_change(
            [each.name for each in self._desk.handing_over.colleagues()],
            [(wording.change_reason(each).capitalize(), each) for each in ChangeReason],
            "" if source is None else source.title,
        )

    def _on_changed(self, colleague_takes: bool, colleague: str, reason: ChangeReason | None) -> None:
        handing_over = self._desk.handing_over
        if reason is None and colleague.strip():
            self._ask_reason()
            return
        work = handing_over.give if colleague_takes else handing_over.took_over
        self._do(
            lambda: work(self._citizen_id, colleague, reason or ChangeReason.UNKNOWN),
            done=translate("citizen", "Skiftet er gemt."),
            undo=lambda: handing_over.undo(self._citizen_id),
        )

    def _on_research_asked(self) -> None:
        citizen = self._desk.caseload.citizen(self._citizen_id)
        answers = [(translate("citizen", "Ja, det må de"), Research.YES), (translate("citizen", "Nej"), Research.NO)]
        self.page.ask_research([each for each in answers if each[1] is not citizen.research], citizen.research)

    def _on_research_chosen(self, answer: Research | None) -> None:
        if answer is None:
            self._ask_reason()
        else:
            self._do(lambda: self._desk.correcting.set_research(self._citizen_id, answer))

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            self._do(undo)

    def _ask_reason(self) -> None:
        self.page.show_problem(sentence(BipError(Code.REASON_MISSING)))

    def _do(self, work: Callable[[], object], *, done: str = "", undo: Callable[[], object] | None = None) -> None:
        try:
            work()
            self._undo = undo
            self._show(done)
        except BipError as error:
            if error.kind is Kind.CORRECTABLE or error.code is Code.MEETING_OPEN:
                self.page.show_problem(sentence(error))
            else:
                self._go.notice(error)


def _void_reasons() -> list[tuple[str, VoidReason]]:
    return [
        (translate("citizen", "Det var en forkert borger"), VoidReason.WRONG_CITIZEN),
        (translate("citizen", "Det var en prøve"), VoidReason.TEST),
        (translate("citizen", "Noget andet"), VoidReason.OTHER),
    ]
