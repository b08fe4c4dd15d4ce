# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What each method of the store does, and with whom: the right it asks for and what is logged of it.

A method that is not in `RULES` cannot be called, so a new one is refused until somebody has said what it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bip_desktop.domain.audit import Happened
from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.meeting import Meeting, State
from bip_desktop.domain.rights import Action
from bip_desktop.services.access import Access
from bip_desktop.services.ports import UnitOfWork

CARD = "card"
"""Who the citizen is and when the meetings were."""
ANSWERS = "answers"
"""What was said and agreed."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method of the store."""

    work: UnitOfWork
    access: Access
    args: tuple[Any, ...]
    named: Mapping[str, Any]

    @property
    def first(self) -> Any:
        """The first argument, however it was given."""
        return self.args[0] if self.args else next(iter(self.named.values()))


@dataclass(frozen=True, slots=True)
class Rule:
    """What a method does. Without an action anybody may; without something that happened nothing is logged."""

    action: Action | Callable[[Call], Action | None] | None = None
    what: Happened | None = None
    whose: Callable[[Call], CitizenId | None] | None = None
    of_result: bool = False
    """The citizen is known by the result alone."""
    detail: str = ""
    gathers: bool = False
    """For research: the transaction is one use, however many citizens it reads."""
    of_caseworker: bool = False
    """The first argument is a caseworker: what is not her own is another's."""


def _citizen(call: Call) -> CitizenId:
    found: Citizen | CitizenId = call.first
    return found.citizen_id if hasattr(found, "citizen_id") else CitizenId(found)


def _of_meeting(call: Call) -> CitizenId:
    found = call.first
    return found.citizen_id if isinstance(found, Meeting) else call.access.citizen_of(call.work, found)


def meetings_of(rule: Rule, call: Call) -> frozenset[MeetingId] | None:
    """Whose content a call is about; None for all meetings of a citizen."""
    if rule.whose in (_of_meeting, _of_stored):
        return frozenset({call.first.meeting_id if isinstance(call.first, Meeting) else MeetingId(call.first)})
    return None if rule.detail == ANSWERS else frozenset()


def _of_stored(call: Call) -> CitizenId:
    meeting: Meeting = call.first
    return call.access.citizen_of(call.work, meeting.meeting_id)


def _of_change(call: Call) -> Action:
    """A course that is closed or opened again is hers alone, and so is whose citizen it is."""
    citizen: Citizen = call.first
    before = call.work.citizens.get(citizen.citizen_id)
    if before.caseworker_id != citizen.caseworker_id:
        return Action.GIVE
    return Action.ANSWER if before.course_end == citizen.course_end else Action.AMEND


def _of_save(call: Call) -> Action:
    meeting: Meeting = call.first
    if State.VOIDED in (meeting.state, call.work.meetings.get(meeting.meeting_id).state):
        return Action.AMEND
    return Action.HOLD if meeting.state in (State.PREPARED, State.CLOSED) else Action.ANSWER


def _of_answer(call: Call) -> Action:
    return Action.AMEND if call.named.get("after_reveal", False) else Action.ANSWER


def _of_herself(call: Call) -> Action | None:
    who = call.first if isinstance(call.first, str) else call.first.caseworker_id
    return None if who == call.access.me else Action.ADMINISTER


def _of_handover(call: Call) -> Action:
    """Nobody seals whom she may not give; each is asked for by itself."""
    for citizen_id in call.first.citizens:
        call.access.judge(call.work, Action.GIVE, citizen_id)
    return Action.SEE_CASELOAD


def _reads(depth: str, whose: Callable[[Call], CitizenId] = _of_meeting, action: Action = Action.OPEN) -> Rule:
    return Rule(action, Happened.READ, whose, detail=depth)


def _changes(action: Action | Callable[[Call], Action | None], whose: Callable[[Call], CitizenId]) -> Rule:
    return Rule(action, Happened.CHANGED, whose)


_FREE = Rule()
_GATHERS = Rule(Action.EXPORT, Happened.LISTED, detail="research", gathers=True)

RULES: Mapping[str, Mapping[str, Rule]] = {
    "people": {
        "installation": _FREE,
        "caseworker": _FREE,
        "caseworkers": _FREE,
        "setting": _FREE,
        "pin_hash": Rule(_of_herself),
        # A colleague who is named when a citizen is given away: without a slot of her own she opens nothing.
        "add": Rule(Action.GIVE, Happened.SETTINGS, detail="person"),
        "change": Rule(_of_herself, Happened.SETTINGS, detail="person"),
        "set_setting": Rule(Action.SETTINGS, Happened.SETTINGS, detail="setting"),
        "set_pin_hash": Rule(_of_herself, Happened.KEYS, detail="pin"),
    },
    "citizens": {
        "add": Rule(Action.SEE_CASELOAD, Happened.CREATED, _citizen, detail="citizen"),
        "get": _reads(CARD, _citizen),
        "has_cpr": Rule(Action.SEE_CASELOAD, Happened.SEARCHED, detail="cpr"),
        "change": _changes(_of_change, _citizen),
        "plan": _changes(Action.HOLD, _citizen),
        "change_caseworker": Rule(Action.GIVE, Happened.HANDED_OVER, _citizen, detail="given"),
        "undo_change_caseworker": Rule(Action.GIVE, Happened.HANDED_OVER, _citizen, detail="undone"),
        "changes": _reads(CARD, _citizen),
        "caseload": Rule(Action.SEE_CASELOAD, Happened.LISTED, of_caseworker=True, detail="caseload"),
        "row": _reads(CARD, _citizen),
        "set_standing": _changes(Action.HOLD, _citizen),
        "clear_standing": _changes(Action.HOLD, _citizen),
        "withdraw": _changes(Action.ANSWER, _citizen),
    },
    "meetings": {
        "add": Rule(Action.HOLD, Happened.CREATED, _of_meeting, detail="meeting"),
        "get": _reads(CARD),
        "save": _changes(_of_save, _of_stored),
        "of": _reads(CARD, _citizen),
        "all_of": _reads(CARD, _citizen),
        "open_of": _reads(CARD, _citizen),
        "open_of_caseworker": Rule(Action.SEE_CASELOAD, Happened.READ, of_result=True, of_caseworker=True, detail=CARD),
        "answer": _changes(_of_answer, _of_meeting),
        "measurement": _reads(ANSWERS),
        "measurements": _reads(ANSWERS, _citizen),
        "answers_of_caseworker": Rule(Action.OWN_PAGE, Happened.LISTED, of_caseworker=True, detail="own answers"),
        "mean_of_colleagues": Rule(Action.OWN_PAGE, Happened.LISTED, of_caseworker=True, detail="own answers"),
        "stored_answers": _reads(ANSWERS),
        "revisions": _reads(ANSWERS),
        "set_marks": _changes(Action.HOLD, _of_meeting),
        "marks": _reads(ANSWERS),
        "set_notes": _changes(Action.HOLD, _of_meeting),
        "notes": _reads(ANSWERS, action=Action.SEE_OTHER_SIDE),
        "set_reflection": _changes(Action.HOLD, _of_meeting),
        "reflections": _reads(ANSWERS, _citizen, Action.SEE_OTHER_SIDE),
        "set_shown": _changes(Action.HOLD, _of_meeting),
        "shown": _reads(ANSWERS),
        "set_agreement": _changes(Action.HOLD, _of_meeting),
        "agreement": _reads(ANSWERS),
        "set_how": _changes(Action.HOLD, _of_meeting),
        "last_agreement": _reads(ANSWERS, _citizen),
    },
    "outbox": {
        "head": Rule(Action.EXPORT),
        "sent": Rule(Action.EXPORT),
        "changes": _GATHERS,
        "citizens": _GATHERS,
        "closed_meetings": _GATHERS,
        "citizen_of_voided": _GATHERS,
        "can_restore": Rule(Action.AMEND),
        "add_sent": Rule(Action.EXPORT, Happened.EXPORTED, detail="research"),
        "archive": Rule(Action.EXPORT, Happened.EXPORTED, detail="research again"),
        "receipts": Rule(Action.EXPORT),
        "add_receipt": Rule(Action.EXPORT, Happened.SETTINGS, detail="receipt"),
    },
    "audit": {"head": _FREE},
    "rights": {
        "roles": _FREE,
        "owner": _FREE,
        "information": _reads(CARD, _citizen),
        "add_information": Rule(Action.HOLD, Happened.INFORMED, _citizen),
    },
    "handovers": {
        # Cards of colleagues, and random identities: nothing about anybody.
        "colleagues": _FREE,
        "out": _FREE,
        "came": _FREE,
        "is_away": _FREE,
        "add_colleague": Rule(Action.SEE_CASELOAD, Happened.SETTINGS, detail="colleague"),
        "records": Rule(Action.GIVE, Happened.HANDED_OVER, _citizen, detail="sealed"),
        "add_out": Rule(_of_handover),
        "settle": Rule(Action.SEE_CASELOAD, Happened.SETTINGS, detail="handover"),
        "remove": Rule(Action.GIVE, Happened.HANDED_OVER, _citizen, detail="removed"),
        "take_in": Rule(Action.SEE_CASELOAD, Happened.CREATED, _citizen, detail="taken over"),
        "add_in": Rule(Action.SEE_CASELOAD, Happened.SETTINGS, detail="handover"),
    },
}
