# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What may leave and has changed, and what has been sent."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.ids import CitizenId, MeetingId, ResearchId, ResearchMeetingId
from bip_desktop.domain.meeting import Meeting, State
from bip_desktop.services.exchange_ports import StoredReceipt
from bip_desktop.services.ports import Change, SentSubmission
from bip_desktop.storage.citizen_rows import CITIZEN_COLUMNS, citizen_of
from bip_desktop.storage.exchange_tables import (
    HandoverInCitizenRow,
    HandoverInRow,
    SubmissionArchiveRow,
    SubmissionReceiptRow,
)
from bip_desktop.storage.meeting_rows import MEETING_COLUMNS, meeting_of
from bip_desktop.storage.meeting_tables import MeetingRow
from bip_desktop.storage.tables import ChangeRow, CitizenRow, SubmissionCountRow, SubmissionRow


class ChangeLog:
    """Appends to the outbox. Lines are never changed and never taken back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def citizen(self, citizen_id: CitizenId) -> None:
        """A citizen is new or has changed."""
        self._append("citizen", citizen_id)

    def meeting(self, meeting_id: MeetingId) -> None:
        """A meeting was closed, or changed after that."""
        self._append("meeting", meeting_id)

    def withdrawn(self, research_id: ResearchId) -> None:
        """The citizen known outside as `research_id` has withdrawn from research."""
        self._append("tombstone_citizen", research_id, "withdrawal")

    def voided(self, research_id: ResearchMeetingId) -> None:
        """The meeting known outside as `research_id` had been closed, and does not count after all."""
        self._append("tombstone_meeting", research_id, "correction")

    def _append(self, kind: str, key: str, reason: str = "") -> None:
        self._connection.execute(insert(ChangeRow).values(kind=kind, key=key, reason=reason))


class OutboxStore:
    """Fulfils `ports.Outbox`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> int:
        """The newest change's seq, 0 where there is none."""
        return self._connection.scalar(select(func.max(ChangeRow.seq))) or 0

    def changes(self, after: int, upto: int) -> Sequence[Change]:
        """The changes of the window (after, upto], oldest first."""
        rows = self._connection.execute(
            select(ChangeRow.seq, ChangeRow.kind, ChangeRow.key, ChangeRow.reason)
            .where(ChangeRow.seq > after, ChangeRow.seq <= upto)
            .order_by(ChangeRow.seq)
        )
        return [Change(*row) for row in rows]

    def citizens(self) -> Sequence[Citizen]:
        """All citizens."""
        rows = self._connection.execute(select(*CITIZEN_COLUMNS).order_by(CitizenRow.citizen_id))
        return [citizen_of(row) for row in rows]

    def closed_meetings(self, citizen_id: CitizenId) -> Sequence[Meeting]:
        """The citizen's closed meetings, oldest first."""
        rows = self._connection.execute(
            select(*MEETING_COLUMNS)
            .where(MeetingRow.citizen_id == citizen_id, MeetingRow.state == State.CLOSED)
            .order_by(MeetingRow.number)
        )
        return [meeting_of(row) for row in rows]

    def citizen_of_voided(self, meeting: ResearchMeetingId) -> CitizenId | None:
        """Whose voided meeting has this name outside now."""
        found = self._connection.scalar(
            select(MeetingRow.citizen_id).where(
                MeetingRow.research_id == meeting, MeetingRow.state == State.VOIDED.value
            )
        )
        return None if found is None else CitizenId(found)

    def can_restore(self, meeting: ResearchMeetingId) -> bool:
        """Whether this meeting's voiding stands in the outbox, and after all that has been sent."""
        voided = self._connection.scalar(
            select(func.max(ChangeRow.seq)).where(ChangeRow.kind == "tombstone_meeting", ChangeRow.key == meeting)
        )
        sent = self._connection.scalar(select(func.max(SubmissionRow.upto_seq))) or 0
        # What was voided at another installation may have been sent from there.
        came = self._connection.scalar(
            select(func.max(HandoverInRow.upto_seq))
            .join(HandoverInCitizenRow, HandoverInCitizenRow.handover_id == HandoverInRow.handover_id)
            .join(MeetingRow, MeetingRow.citizen_id == HandoverInCitizenRow.citizen_id)
            .where(MeetingRow.research_id == meeting)
        )
        return voided is not None and voided > max(sent, came or 0)

    def sent(self) -> Sequence[SentSubmission]:
        """Every submission, oldest first: numbers count within an installation, the outbox through all of them."""
        counts: dict[str, dict[str, int]] = {}
        for submission_id, table, rows in self._connection.execute(
            select(
                SubmissionCountRow.submission_id, SubmissionCountRow.table_name, SubmissionCountRow.row_count
            ).order_by(SubmissionCountRow.table_name)
        ):
            counts.setdefault(submission_id, {})[table] = rows
        return [
            SentSubmission(
                submission_id=row.submission_id,
                installation_id=row.installation_id,
                seq=row.seq,
                after=row.after_seq,
                upto=row.upto_seq,
                manifest=row.manifest,
                manifest_sha256=row.manifest_sha256,
                signature=row.signature,
                file_name=row.file_name,
                made_at=row.made_at,
                counts=counts.get(row.submission_id, {}),
            )
            for row in self._connection.execute(
                select(SubmissionRow.__table__).order_by(
                    SubmissionRow.upto_seq, SubmissionRow.made_at, SubmissionRow.seq
                )
            )
        ]

    def add_sent(self, sent: SentSubmission, archive: bytes = b"") -> None:
        """Records a submission that lies on the disk, with its plain archive."""
        self._connection.execute(
            insert(SubmissionRow).values(
                submission_id=sent.submission_id,
                installation_id=sent.installation_id,
                seq=sent.seq,
                after_seq=sent.after,
                upto_seq=sent.upto,
                manifest=sent.manifest,
                manifest_sha256=sent.manifest_sha256,
                signature=sent.signature,
                file_name=sent.file_name,
                made_at=sent.made_at,
            )
        )
        counted = [
            {"submission_id": sent.submission_id, "table_name": table, "row_count": rows}
            for table, rows in sent.counts.items()
        ]
        if counted:
            self._connection.execute(insert(SubmissionCountRow), counted)
        if archive:
            self._connection.execute(
                insert(SubmissionArchiveRow).values(submission_id=sent.submission_id, content=archive)
            )

    def archive(self, submission_id: str) -> bytes | None:
        """The plain archive of a submission, where it is still kept."""
        return self._connection.scalar(
            select(SubmissionArchiveRow.content).where(SubmissionArchiveRow.submission_id == submission_id)
        )

    def receipts(self) -> Mapping[str, StoredReceipt]:
        """The centre's receipts, by submission."""
        rows = self._connection.execute(select(SubmissionReceiptRow.__table__))
        return {row.submission_id: StoredReceipt(row.submission_id, row.read_at, row.content) for row in rows}

    def add_receipt(self, receipt: StoredReceipt) -> None:
        """Keeps the centre's receipt, and lets go of the archive."""
        which = receipt.submission_id
        self._connection.execute(delete(SubmissionArchiveRow).where(SubmissionArchiveRow.submission_id == which))
        self._connection.execute(delete(SubmissionReceiptRow).where(SubmissionReceiptRow.submission_id == which))
        self._connection.execute(
            insert(SubmissionReceiptRow).values(submission_id=which, read_at=receipt.read_at, content=receipt.content)
        )
