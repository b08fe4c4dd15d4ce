# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Known errors: a code and facts, never prose.

The interface turns a code into a sentence (`gui/error_texts.py`). Facts are safe to log: they never hold a name, a
CPR number or an answer.
"""

from enum import StrEnum

Fact = str | int


class Kind(StrEnum):
    """What an error asks of the person who meets it."""

    CORRECTABLE = "correctable"  # shown at the field it belongs to
    ENVIRONMENT = "environment"  # shown as a bar: what happened, what is safe, what to do


class Code(StrEnum):
    """Every known error. The value is what logs and tests name it by."""

    # what a person typed
    CPR_FORM = "cpr.form"
    CPR_DATE = "cpr.date"
    CPR_FUTURE = "cpr.future"
    CPR_KNOWN = "cpr.known"
    NAME_EMPTY = "name.empty"
    SITE_EMPTY = "site.empty"
    PASSPHRASE_SHORT = "passphrase.short"
    PASSPHRASE_DIFFERS = "passphrase.differs"
    PASSPHRASE_WRONG = "passphrase.wrong"
    PASSPHRASE_WAIT = "passphrase.wait"
    PIN_FORM = "pin.form"
    PIN_WRONG = "pin.wrong"
    AMOUNT_FORM = "amount.form"
    AMOUNT_LARGE = "amount.large"
    GOALS_MANY = "goals.many"
    REASON_MISSING = "reason.missing"
    # what the rules of the meeting refuse
    ANSWER_RANGE = "answer.range"
    ANSWER_KIND = "answer.kind"
    ANSWER_EXCLUSIVE = "answer.exclusive"
    ANSWER_STATE = "answer.state"
    MEETING_EVENT = "meeting.event"
    MEETING_OPEN = "meeting.open"
    MEETING_UNKNOWN = "meeting.unknown"
    COURSE_CLOSED = "course.closed"
    # files that are data
    INSTRUMENT_FILE = "instrument.file"
    INSTRUMENT_MISSING = "instrument.missing"
    RULES_FILE = "rules.file"
    RECIPIENTS_FILE = "recipients.file"
    # the place the program runs in
    KEY_FILE_MISSING = "keyfile.missing"
    KEY_FILE_DAMAGED = "keyfile.damaged"
    DATABASE_MISSING = "database.missing"
    DATABASE_DAMAGED = "database.damaged"
    DATABASE_NEWER = "database.newer"
    DATABASE_EXISTS = "database.exists"
    DATABASE_BUSY = "database.busy"
    DATABASE_WRITE = "database.write"
    DISK_FULL = "disk.full"
    EXPORT_FOLDER = "export.folder"
    EXPORT_EMPTY = "export.empty"
    PRINT_FILE = "print.file"


_CORRECTABLE = {
    code
    for code in Code
    if code.value.split(".")[0] in {"cpr", "name", "site", "passphrase", "pin", "amount", "goals", "reason", "answer"}
}


class BipError(Exception):
    """A known error with its code and facts.

    >>> BipError(Code.ANSWER_RANGE, item="B6").facts
    {'item': 'B6'}
    """

    def __init__(self, code: Code, **facts: Fact) -> None:
        self.code = code
        self.facts = facts
        super().__init__(f"{code.value} {facts}" if facts else code.value)

    @property
    def kind(self) -> Kind:
        """Whether the person at the screen can mend it at once."""
        return Kind.CORRECTABLE if self.code in _CORRECTABLE else Kind.ENVIRONMENT
