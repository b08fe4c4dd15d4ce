# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A citizen's rights, step by step: prepared by the caseworker, approved by a team leader, carried out by an
administrator; an erasure never approved and carried out by one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.backup import Reason
from bip_desktop.domain.citizen_rights import Ground, RightKind, RightsCase
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId, new_id
from bip_desktop.domain.rights import Action
from bip_desktop.services.access import Access
from bip_desktop.services.access_export import AccessExport, gathered
from bip_desktop.services.backing_up import BackingUp
from bip_desktop.services.ports import Instruments, Now, Store, UnitOfWork, Unlocked
from bip_desktop.services.safekeeping_ports import Erasures


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case as a page shows it."""

    case: RightsCase
    name: str
    """Empty for whoever has no business with names, and where the citizen is gone."""
    case_number: str
    is_here: bool
    """Whether there still is such a citizen."""
    people: tuple[str, str, str]
    """Who prepared, approved and carried out; empty where nobody has yet."""
    can_approve: bool
    can_carry_out: bool


class CitizenRights:
    """The cases and their steps. Whoever opens the list is in the log."""

    def __init__(
        self,
        unlocked: Unlocked,
        access: Access,
        instruments: Instruments,
        erasures: Erasures,
        backing_up: BackingUp,
        now: Now,
    ) -> None:
        self._store: Store = unlocked.store
        self._site_name = unlocked.installation.site_name
        self._access = access
        self._instruments = instruments
        self._erasures = erasures
        self._backing_up = backing_up
        self._now = now

    # -- the cases -------------------------------------------------------------------------------------------------

    @property
    def may_see_all(self) -> bool:
        """Whether she approves or carries out for the whole jobcentre."""
        return self._access.can(Action.APPROVE_RIGHT) or self._access.can(Action.CARRY_OUT_RIGHT)

    def of(self, citizen_id: CitizenId) -> Sequence[CaseLine]:
        """The cases of one of her own citizens, oldest first. Raises `BipError` RIGHT_REFUSED."""
        with self._access.acting(Action.PREPARE_RIGHT, citizen_id) as act:
            act.log(Event(Happened.READ, citizen_id, "rights"))
            return self._lines(act.work, [each for each in act.work.rights.cases() if each.citizen_id == citizen_id])

    def all(self) -> Sequence[CaseLine]:
        """Those of the whole jobcentre, oldest first. Raises `BipError` RIGHT_REFUSED."""
        approves = self._access.can(Action.APPROVE_RIGHT)
        with self._access.acting(Action.APPROVE_RIGHT if approves else Action.CARRY_OUT_RIGHT) as act:
            act.log(Event(Happened.LISTED, detail="rights"))
            return self._lines(act.work, act.work.rights.cases())

    def waiting(self) -> int:
        """How many cases wait for a step of hers. Raises `BipError` RIGHT_REFUSED."""
        return sum(line.can_approve or line.can_carry_out for line in self.all())

    def _lines(self, work: UnitOfWork, cases: Sequence[RightsCase]) -> Sequence[CaseLine]:
        approves = self._access.can(Action.APPROVE_RIGHT)
        carries_out = self._access.can(Action.CARRY_OUT_RIGHT)
        names: Mapping[str | None, str] = {each.caseworker_id: each.name for each in work.people.caseworkers()}
        found = []
        for case in cases:
            steps = (case.prepared_by, case.approved_by, case.done_by)
            owner = work.rights.owner(case.citizen_id)
            citizen = None if owner is None else work.citizens.get(case.citizen_id)
            named = approves or owner == self._access.me
            is_next = citizen is not None and case.done_by is None
            two = case.kind is not RightKind.ERASURE or case.approved_by != self._access.me
            found.append(
                CaseLine(
                    case,
                    citizen.name if citizen is not None and named else "",
                    "" if citizen is None else citizen.case_number,
                    is_here=citizen is not None,
                    people=(names.get(steps[0], ""), names.get(steps[1], ""), names.get(steps[2], "")),
                    can_approve=approves and is_next and case.approved_by is None,
                    can_carry_out=carries_out and is_next and case.approved_by is not None and two,
                )
            )
        return found

    # -- the steps -------------------------------------------------------------------------------------------------

    def prepare(self, citizen_id: CitizenId, kind: RightKind) -> RightsCase:
        """The citizen asks for something. Raises `BipError`: RIGHT_REFUSED, RIGHT_STEP where it is under way."""
        with self._access.acting(Action.PREPARE_RIGHT, citizen_id) as act:
            return begun(act.work, self._access, self._now, citizen_id, kind, Ground.REQUEST, act.events)

    def approve(self, case_id: str) -> None:
        """She has looked at it. Raises `BipError`: RIGHT_REFUSED, RIGHT_STEP."""
        with self._access.acting(Action.APPROVE_RIGHT) as act:
            case = _case(act.work, case_id)
            act.work.rights.set_case(case.approved(self._access.me, self._now()))
            act.log(Event(Happened.RIGHT, case.citizen_id, f"{case.kind} approved"))

    def access_export(self, case_id: str) -> AccessExport:
        """Everything of the citizen, to be written where she says; `handed_over` ends the case. Raises `BipError`:
        RIGHT_REFUSED, RIGHT_STEP, INSTRUMENT_MISSING."""
        with self._access.acting(Action.CARRY_OUT_RIGHT) as act:
            case = _case(act.work, case_id, RightKind.ACCESS)
            case.done(self._access.me, self._now())
            act.log(Event(Happened.EXPORTED, case.citizen_id, "access"))
            return gathered(act.work, self._instruments, case.citizen_id, self._now(), self._site_name)

    def handed_over(self, case_id: str) -> None:
        """The files lie where she wanted them. Raises `BipError`: RIGHT_REFUSED, RIGHT_STEP."""
        with self._access.acting(Action.CARRY_OUT_RIGHT) as act:
            case = _case(act.work, case_id, RightKind.ACCESS)
            act.work.rights.set_case(case.done(self._access.me, self._now()))
            act.log(Event(Happened.RIGHT, case.citizen_id, f"{case.kind} done"))

    def erase(self, case_id: str) -> None:
        """Takes the citizen out of the database for good, with a backup of the moment before.

        Raises `BipError`: RIGHT_REFUSED, RIGHT_STEP, RIGHT_TWO, CITIZEN_AWAY (on the way to another installation),
        and what a backup raises: then nothing is erased.
        """
        with self._access.acting(Action.CARRY_OUT_RIGHT) as act:
            case = self._erasable(act.work, case_id)
            act.log(Event(Happened.RIGHT, case.citizen_id, f"{case.kind} begun"))
        self._backing_up.make(Reason.ERASURE)
        self._erasures.record(case.citizen_id)
        with self._access.acting(Action.CARRY_OUT_RIGHT) as act:
            case = self._erasable(act.work, case_id)
            act.work.rights.erase(case.citizen_id)
            act.work.rights.set_case(case.done(self._access.me, self._now()))
            act.log(Event(Happened.DELETED, case.citizen_id, "erasure"))
        self._store.compact()

    def _erasable(self, work: UnitOfWork, case_id: str) -> RightsCase:
        case = _case(work, case_id, RightKind.ERASURE)
        case.done(self._access.me, self._now())
        if work.handovers.is_away(case.citizen_id):
            raise BipError(Code.CITIZEN_AWAY)
        return case


def begun(
    work: UnitOfWork,
    access: Access,
    now: Now,
    citizen_id: CitizenId,
    kind: RightKind,
    ground: Ground,
    events: list[Event],
) -> RightsCase:
    """A new case. Raises `BipError` RIGHT_STEP where one of its kind is under way."""
    if any((each.citizen_id, each.kind) == (citizen_id, kind) and each.done_by is None for each in work.rights.cases()):
        raise BipError(Code.RIGHT_STEP)
    case = RightsCase(new_id(), kind, citizen_id, ground, access.me, now())
    work.rights.set_case(case)
    events.append(Event(Happened.RIGHT, citizen_id, f"{kind} prepared {ground}"))
    return case


def _case(work: UnitOfWork, case_id: str, kind: RightKind | None = None) -> RightsCase:
    found = next((each for each in work.rights.cases() if each.case_id == case_id), None)
    if found is None or (kind is not None and found.kind is not kind) or work.rights.owner(found.citizen_id) is None:
        raise BipError(Code.RIGHT_STEP)
    return found
