# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What all parts of a meeting's store share: the connection, and the outbox's interest in closed meetings."""

from sqlalchemy import Connection, bindparam, update

from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.meeting import State
from bip_desktop.storage.meeting_tables import MeetingRow
from bip_desktop.storage.outbox_store import ChangeLog

# Made once, because it goes with every answer.
_REVISE = (
    update(MeetingRow)
    .where(MeetingRow.meeting_id == bindparam("changed"), MeetingRow.state == State.CLOSED.value)
    .values(revision=MeetingRow.revision + 1)
)


class MeetingPart:
    """One part of the meetings in the database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._log = ChangeLog(connection)

    def _revise_closed(self, meeting_id: MeetingId) -> None:
        """Raises the revision of a meeting that is closed, because what may leave has changed; else does nothing."""
        closed = self._connection.execute(_REVISE, {"changed": meeting_id})
        if closed.rowcount:
            self._log.meeting(meeting_id)
