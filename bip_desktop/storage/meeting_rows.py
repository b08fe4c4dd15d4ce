# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Between the domain's meetings and answers and their rows."""

from typing import Any

from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId, ResearchMeetingId
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Meeting, Mode, Place, State, VoidReason, When
from bip_desktop.domain.questionnaire import Amount, Missing, Step, Ticks, Unit, Value
from bip_desktop.storage.meeting_tables import MeetingRow

MEETING_COLUMNS = tuple(column for column in MeetingRow.__table__.columns if column.name != "seq")


def meeting_of(row: Any) -> Meeting:
    """The meeting in a row of `MEETING_COLUMNS`."""
    return Meeting(
        meeting_id=MeetingId(row.meeting_id),
        research_id=ResearchMeetingId(row.research_id),
        citizen_id=CitizenId(row.citizen_id),
        caseworker_id=CaseworkerId(row.caseworker_id),
        number=row.number,
        state=State(row.state),
        held_on=row.held_on,
        instrument_id=row.instrument_id,
        instrument_version=row.instrument_version,
        rules_version=row.rules_version,
        place=Place.parse(row.place),
        language=row.language,
        mode=Mode(row.mode),
        caseworker_when=When(row.caseworker_when),
        prepared_on=row.prepared_on,
        citizen_part=Part(row.citizen_part) if row.citizen_part else None,
        caseworker_part=Part(row.caseworker_part) if row.caseworker_part else None,
        void_reason=VoidReason(row.void_reason) if row.void_reason else None,
        touched_at=row.touched_at,
        revision=row.revision,
    )


def meeting_values(meeting: Meeting) -> dict[str, Any]:
    """The columns of `meeting`, by name."""
    return {
        "meeting_id": meeting.meeting_id,
        "research_id": meeting.research_id,
        "citizen_id": meeting.citizen_id,
        "caseworker_id": meeting.caseworker_id,
        "number": meeting.number,
        "state": meeting.state.value,
        "held_on": meeting.held_on,
        "instrument_id": meeting.instrument_id,
        "instrument_version": meeting.instrument_version,
        "rules_version": meeting.rules_version,
        "place": str(meeting.place),
        "language": meeting.language,
        "mode": meeting.mode.value,
        "caseworker_when": meeting.caseworker_when.value,
        "prepared_on": meeting.prepared_on,
        "citizen_part": meeting.citizen_part.value if meeting.citizen_part else None,
        "caseworker_part": meeting.caseworker_part.value if meeting.caseworker_part else None,
        "void_reason": meeting.void_reason.value if meeting.void_reason else None,
        "touched_at": meeting.touched_at,
        "revision": meeting.revision,
    }


def answer_values(value: Value) -> tuple[str, int | None, str | None]:
    """Kind, value and unit of an answer; the options of ticks are rows of their own."""
    match value:
        case Missing():
            return "missing", value.value, None
        case Step(step):
            return "scale", step, None
        case Ticks():
            return "ticks", None, None
        case Amount(oere, unit):
            return "amount", oere, unit.value


def answer_of(kind: str, value: int | None, unit: str | None, ticks: frozenset[int]) -> Value:
    """The answer in the columns `kind`, `value` and `unit`, and the options ticked."""
    if kind == "ticks":
        return Ticks(ticks)
    if value is None:
        raise ValueError(f"an answer of kind {kind} without a value")
    match kind:
        case "scale":
            return Step(value)
        case "amount" if unit is not None:
            return Amount(value, Unit(unit))
        case "missing":
            return Missing(value)
        case _:
            raise ValueError(kind)
