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
    CPR_TWICE = "cpr.twice"
    CPR_AS_DATE = "cpr.as_date"
    CASE_NUMBER_AS_DATE = "case_number.as_date"
    ROW_LONG = "row.long"
    ROW_CELLS = "row.cells"
    NAME_EMPTY = "name.empty"
    SITE_EMPTY = "site.empty"
    PASSPHRASE_SHORT = "passphrase.short"
    PASSPHRASE_DIFFERS = "passphrase.differs"
    PASSPHRASE_WRONG = "passphrase.wrong"
    PASSPHRASE_WAIT = "passphrase.wait"
    RECOVERY_KEY_LENGTH = "recovery_key.length"
    RECOVERY_KEY_GROUP = "recovery_key.group"
    PIN_FORM = "pin.form"
    PIN_WRONG = "pin.wrong"
    AMOUNT_FORM = "amount.form"
    AMOUNT_LARGE = "amount.large"
    GOALS_MANY = "goals.many"
    REASON_MISSING = "reason.missing"
    RHYTHM_RANGE = "rhythm.range"
    # what the rules of the meeting refuse
    ANSWER_RANGE = "answer.range"
    ANSWER_KIND = "answer.kind"
    ANSWER_EXCLUSIVE = "answer.exclusive"
    ANSWER_STATE = "answer.state"
    MEETING_EVENT = "meeting.event"
    MEETING_OPEN = "meeting.open"
    MEETING_UNKNOWN = "meeting.unknown"
    COURSE_CLOSED = "course.closed"
    # what the rights refuse
    RIGHT_REFUSED = "right.refused"
    RIGHT_PURPOSE = "right.purpose"
    RIGHT_STEP = "right.step"
    RIGHT_TWO = "right.two"
    YEARS = "retention.years"
    TEXT_LENGTH = "text.length"
    LAST_ADMINISTRATOR = "right.last_administrator"
    SEARCH_SHORT = "search.short"
    # files that are data
    INSTRUMENT_FILE = "instrument.file"
    INSTRUMENT_MISSING = "instrument.missing"
    RULES_FILE = "rules.file"
    RECIPIENTS_FILE = "recipients.file"
    CENTRE_UNKNOWN = "centre.unknown"
    CARD_FILE = "card.file"
    CARD_OWN = "card.own"
    RECEIPT_FILE = "receipt.file"
    RECEIPT_SIGNATURE = "receipt.signature"
    RECEIPT_OTHER = "receipt.other"
    EVIDENCE_FILE = "evidence.file"
    EVIDENCE_SIGNATURE = "evidence.signature"
    EVIDENCE_OLDER = "evidence.older"
    EVIDENCE_CHAIN = "evidence.chain"
    # citizens between two computers
    CITIZEN_AWAY = "citizen.away"
    HANDOVER_FILE = "handover.file"
    HANDOVER_SIGNATURE = "handover.signature"
    HANDOVER_OTHER = "handover.other"
    HANDOVER_SITE = "handover.site"
    HANDOVER_SCHEMA = "handover.schema"
    HANDOVER_KNOWN = "handover.known"
    HANDOVER_TWICE = "handover.twice"
    HANDOVER_REPLY = "handover.reply"
    HANDOVER_BOTH = "handover.both"
    # a file with a caseload
    CASELOAD_FILE = "caseload_file.unreadable"
    CASELOAD_KIND = "caseload_file.kind"
    CASELOAD_OLD = "caseload_file.old"
    CASELOAD_DAMAGED = "caseload_file.damaged"
    CASELOAD_LARGE = "caseload_file.large"
    CASELOAD_ROWS = "caseload_file.rows"
    CASELOAD_COLUMNS = "caseload_file.columns"
    CASELOAD_COLUMN_TWICE = "caseload_file.column_twice"
    CASELOAD_EMPTY = "caseload_file.empty"
    CASELOAD_CHANGED = "caseload_file.changed"
    # the place the program runs in
    KEY_FILE_MISSING = "keyfile.missing"
    KEY_FILE_DAMAGED = "keyfile.damaged"
    KEY_FILE_LOCKED = "keyfile.locked"
    KEY_LAST = "keyfile.last"
    KEY_SLOT_OLD = "keyfile.slot_old"
    DATABASE_MISSING = "database.missing"
    DATABASE_DAMAGED = "database.damaged"
    DATABASE_NEWER = "database.newer"
    DATABASE_EXISTS = "database.exists"
    DATABASE_BUSY = "database.busy"
    DATABASE_WRITE = "database.write"
    DISK_FULL = "disk.full"
    FOLDER_NETWORK = "folder.network"
    FOLDER_SYNCHRONISED = "folder.synchronised"
    BACKUP_SPACE = "backup.space"
    BACKUP_WRITE = "backup.write"
    BACKUP_SHARE = "backup.share"
    BACKUP_DAMAGED = "backup.damaged"
    ERASURES_DAMAGED = "backup.erasures"
    EXPORT_FOLDER = "export.folder"
    EXPORT_EMPTY = "export.empty"
    EXPORT_UNFINISHED = "export.unfinished"
    PRINT_FILE = "print.file"
    PRINTER = "print.printer"
    PROGRAM = "program.fault"


# fmt: off
_BEFORE_THE_POINT = {
    "amount", "answer", "case_number", "caseload_file", "cpr", "goals", "name", "passphrase", "pin", "reason",
    "recovery_key", "retention", "rhythm", "right", "row", "search", "site", "text",
}
# fmt: on
_CORRECTABLE = {code for code in Code if code.value.split(".")[0] in _BEFORE_THE_POINT}


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
