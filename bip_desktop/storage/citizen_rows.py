# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Between the domain's citizens and their rows."""

from functools import cache
from typing import Any

from bip_desktop.domain.caseload import Standing
from bip_desktop.domain.citizen import Benefit, CaseworkerChange, ChangeReason, Citizen, CourseEnd, Outcome, Research
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.ids import CaseworkerId, CitizenId, ResearchId
from bip_desktop.domain.intervention import Kind
from bip_desktop.storage.tables import CaseworkerChangeRow, CitizenRow, StandingRow

CITIZEN_COLUMNS = (
    CitizenRow.citizen_id,
    CitizenRow.research_id,
    CitizenRow.cpr,
    CitizenRow.name,
    CitizenRow.caseworker_id,
    CitizenRow.case_number,
    CitizenRow.benefit,
    CitizenRow.research,
    CitizenRow.language,
    CitizenRow.next_meeting,
    CitizenRow.course_outcome,
    CitizenRow.course_week,
    CitizenRow.course_on,
    CitizenRow.revision,
)
STANDING_COLUMNS = (
    StandingRow.citizen_id,
    StandingRow.number,
    StandingRow.measured_on,
    StandingRow.higher,
    StandingRow.same,
    StandingRow.lower,
    StandingRow.still_for,
    StandingRow.job,
    StandingRow.upskilling,
    StandingRow.social,
    StandingRow.health,
    StandingRow.agreed,
)
CHANGE_COLUMNS = (
    CaseworkerChangeRow.changed_on,
    CaseworkerChangeRow.before_id,
    CaseworkerChangeRow.after_id,
    CaseworkerChangeRow.reason,
    CaseworkerChangeRow.note,
)


def citizen_of(row: Any) -> Citizen:
    """The citizen in a row of `CITIZEN_COLUMNS`.

    Taken apart by position, as standings are: by name would cost a caseload of thousands half its time.
    """
    (
        citizen_id,
        research_id,
        cpr,
        name,
        caseworker_id,
        case_number,
        benefit,
        research,
        language,
        next_meeting,
        course_outcome,
        course_week,
        course_on,
        revision,
    ) = row
    return Citizen(
        citizen_id=CitizenId(citizen_id),
        research_id=ResearchId(research_id),
        cpr=Cpr(cpr),
        name=name,
        caseworker_id=CaseworkerId(caseworker_id),
        case_number=case_number,
        benefit=Benefit(benefit),
        research=Research(research),
        language=language,
        next_meeting=next_meeting,
        course_end=None if course_outcome is None else CourseEnd(Outcome(course_outcome), course_week, course_on),
        revision=revision,
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
    citizen_id, number, measured_on, higher, same, lower, still_for, job, upskilling, social, health, agreed = row
    return Standing(
        citizen_id=CitizenId(citizen_id),
        number=number,
        on=measured_on,
        higher=higher,
        same=same,
        lower=lower,
        still_for=still_for,
        kinds=None if job is None else _kinds(job, upskilling, social, health),
        agreed=agreed,
    )


@cache
def _kinds(job: bool, upskilling: bool, social: bool, health: bool) -> frozenset[Kind]:
    """One of sixteen: a caseload has thousands of standings."""
    marked = {Kind.JOB: job, Kind.UPSKILLING: upskilling, Kind.SOCIAL: social, Kind.HEALTH: health}
    return frozenset(kind for kind, is_marked in marked.items() if is_marked)


def standing_values(standing: Standing) -> dict[str, Any]:
    """The columns of `standing`, by name."""
    return {
        "citizen_id": standing.citizen_id,
        "number": standing.number,
        "measured_on": standing.on,
        "higher": standing.higher,
        "same": standing.same,
        "lower": standing.lower,
        "still_for": standing.still_for,
        **{kind.value: None if standing.kinds is None else kind in standing.kinds for kind in Kind},
        "agreed": standing.agreed,
    }
