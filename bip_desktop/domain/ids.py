# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Identities: random UUIDs as text, never derived from anything about a person."""

import uuid
from typing import NewType

CitizenId = NewType("CitizenId", str)
CaseworkerId = NewType("CaseworkerId", str)
MeetingId = NewType("MeetingId", str)
ResearchId = NewType("ResearchId", str)
"""What a citizen is called outside the jobcentre (`citizen_id` in the submission); another one after a withdrawal."""
ResearchMeetingId = NewType("ResearchMeetingId", str)
"""What a meeting is called outside the jobcentre (`meeting_id` in the submission); another one after the citizen's
withdrawal, so that what is sent after a new yes cannot be laid beside what was sent before."""


def new_id() -> str:
    """A new random identity (UUID 4, 36 characters)."""
    return str(uuid.uuid4())
