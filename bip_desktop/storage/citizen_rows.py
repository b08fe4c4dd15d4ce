# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Between the domain's citizens and their rows."""

from typing import Any

from bip_desktop.domain.caseload import Standing
from bip_desktop.domain.citizen import Benefit, CaseworkerChange, ChangeReason, Citizen, CourseEnd, Outcome, Research
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.ids import CaseworkerId, CitizenId, ResearchId
from bip_desktop.domain.intervention import Kind
from bip_desktop.storage.tables import CaseworkerChangeRow, CitizenRow, StandingRow

CITIZEN_COLUMNS = tuple(CitizenRow.__table__.columns)
STANDING_COLUMNS = tuple(StandingRow.__table__.columns)
CHANGE_COLUMNS = (
    CaseworkerChangeRow.changed_on,
    CaseworkerChangeRow.before_id,
    CaseworkerChangeRow.after_id,
    CaseworkerChangeRow.reason,
    CaseworkerChangeRow.note,
)


def citizen_of(row: Any) -> Citizen:
    """The citizen in a row of `CITIZEN_COLUMNS`."""
    end = None
    if row.course_outcome is not None:
        end = CourseEnd(Outcome(row.course_outcome), row.course_week, row.course_on)
    return Citizen(
        citizen_id=CitizenId(row.citizen_id),
        research_id=ResearchId(row.research_id),
        cpr=Cpr(row.cpr),
        name=row.name,
        caseworker_id=CaseworkerId(row.caseworker_id),
        case_number=row.case_number,
        benefit=Benefit(row.benefit),
        research=Research(row.research),
        language=row.language,
        next_meeting=row.next_meeting,
        course_end=end,
        revision=row.revision,
    )


def citizen_values(citizen: Citizen) -> dict[str, Any]:
    """The columns of `citizen`, by name."""
    end = citizen.course_end
    return {
        "citizen_id": citizen.citizen_id,
        "research_id": citizen.research_id,
        "cpr": citizen.cpr.digits,
        "name": citizen.name,
        "caseworker_id": citizen.caseworker_id,
        "case_number": citizen.case_number,
        "benefit": citizen.benefit.value,
        "research": citizen.research.value,
        "language": citizen.language,
        "next_meeting": citizen.next_meeting,
        "course_outcome": end.outcome.value if end else None,
        "course_week": end.iso_week if end else None,
        "course_on": end.on if end else None,
        "revision": citizen.revision,
    }


def change_of(row: Any) -> CaseworkerChange:
    """The change of caseworker in a row of `CHANGE_COLUMNS`."""
    return CaseworkerChange(
        on=row.changed_on,
        before=CaseworkerId(row.before_id),
        after=CaseworkerId(row.after_id),
        reason=ChangeReason(row.reason),
        note=row.note,
    )


def standing_of(row: Any) -> Standing:
    """The standing in a row of `STANDING_COLUMNS`."""
    kinds = None
    if row.job is not None:
        kinds = frozenset(kind for kind in Kind if getattr(row, kind.value))
    return Standing(
        citizen_id=CitizenId(row.citizen_id),
        number=row.number,
        on=row.measured_on,
        higher=row.higher,
        same=row.same,
        lower=row.lower,
        kinds=kinds,
        agreed=row.agreed,
    )


def standing_values(standing: Standing) -> dict[str, Any]:
    """The columns of `standing`, by name."""
    return {
        "citizen_id": standing.citizen_id,
        "number": standing.number,
        "measured_on": standing.on,
        "higher": standing.higher,
        "same": standing.same,
        "lower": standing.lower,
        **{kind.value: None if standing.kinds is None else kind in standing.kinds for kind in Kind},
        "agreed": standing.agreed,
    }
