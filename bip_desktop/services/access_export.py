# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Everything there is of one citizen, to be given to the citizen (article 15): for a person to read, and as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bip_desktop.domain.audit import Happened
from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.services.meeting_copy import MeetingCopy, copied
from bip_desktop.services.ports import Instruments, UnitOfWork
from bip_desktop.services.trust_ports import Information, Tree

FORMAT, VERSION = "bip-access", 1


@dataclass(frozen=True, slots=True)
class LookUp:
    """One use of the citizen's data: when, what and why; not by whom."""

    on: date
    what: Happened
    detail: str
    purpose: str


@dataclass(frozen=True, slots=True)
class AccessExport:
    """Everything of one citizen at one moment."""

    made_at: datetime
    site_name: str
    citizen: Citizen
    caseworker: str
    meetings: Sequence[MeetingCopy]
    """The voided ones too, oldest first."""
    information: Sequence[Information]
    look_ups: Sequence[LookUp]
    submissions: Sequence[datetime]
    """Sent to research while something of the citizen's lay in their window, and the citizen says yes."""
    handovers: Sequence[datetime]
    """Sealed for another installation of the jobcentre."""
    record: Tree
    """The citizen's row with all that belongs to it."""
    mentions: Mapping[str, Sequence[Tree]]
    """Rows elsewhere that mention the citizen."""

    def as_json(self) -> bytes:
        """The same for a machine: names of keys stay what they are as long as `version` does."""
        content = {
            "format": FORMAT,
            "version": VERSION,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "jobcentre": self.site_name,
            "citizen": self.record,
            "elsewhere": self.mentions,
            "look_ups": [
                {"on": each.on.isoformat(), "what": each.what.value, "detail": each.detail, "purpose": each.purpose}
                for each in self.look_ups
            ],
            "recipients": {
                "research_centre": [each.isoformat(timespec="seconds") for each in self.submissions],
                "other_installation": [each.isoformat(timespec="seconds") for each in self.handovers],
            },
            "questions": self._questions(),
        }
        return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"

    def _questions(self) -> Mapping[str, Mapping[str, object]]:
        """What was asked, in the words of each version of the questionnaire."""
        used = {(each.instrument.instrument_id, each.instrument.version): each.instrument for each in self.meetings}
        return {f"{which}@{version}": _asked(instrument) for (which, version), instrument in sorted(used.items())}


def _asked(instrument: Instrument) -> Mapping[str, object]:
    return {
        item.code: {
            "question": item.question.in_language("da"),
            "steps": [step.in_language("da") for step in item.scale.steps] if item.scale else [],
            "options": {str(option.number): option.text.in_language("da") for option in item.options},
        }
        for item in instrument.items
    }


def gathered(
    work: UnitOfWork, instruments: Instruments, citizen_id: CitizenId, made_at: datetime, site_name: str
) -> AccessExport:
    """Reads all of it in one transaction. Raises `BipError` INSTRUMENT_MISSING."""
    citizen = work.citizens.get(citizen_id)
    meetings = work.meetings.all_of(citizen_id)
    record, mentions = work.rights.everything(citizen_id)
    return AccessExport(
        made_at=made_at,
        site_name=site_name,
        citizen=citizen,
        caseworker=work.people.caseworker(citizen.caseworker_id).name,
        meetings=[copied(work, instruments, meeting) for meeting in meetings],
        information=work.rights.information(citizen_id),
        look_ups=_look_ups(work, citizen_id),
        submissions=_submissions(work, citizen, meetings),
        handovers=[each.sealed_at for each in work.handovers.out() if citizen_id in each.citizens],
        record=record,
        mentions=mentions,
    )


def _look_ups(work: UnitOfWork, citizen_id: CitizenId) -> Sequence[LookUp]:
    entries = work.audit.entries(subject=citizen_id)
    written = work.audit.texts([each.seq for each in entries])
    purposes = {each.seq: each.text for each in written if each.kind == "purpose"}
    return [
        # What has an equals sign names somebody of the jobcentre's by a random identity.
        LookUp(each.at.date(), each.what, "" if "=" in each.detail else each.detail, purposes.get(each.seq, ""))
        for each in entries
    ]


def _submissions(work: UnitOfWork, citizen: Citizen, meetings: Sequence[Meeting]) -> Sequence[datetime]:
    """After a no there is nothing to name: the centre was told, and the citizen has another name outside."""
    if citizen.research is not Research.YES:
        return ()
    keys = {citizen.citizen_id, *(each.meeting_id for each in meetings)}
    mine = [each.seq for each in work.outbox.changes(0, work.outbox.head()) if each.key in keys]
    return [each.made_at for each in work.outbox.sent() if any(each.after < seq <= each.upto for seq in mine)]
