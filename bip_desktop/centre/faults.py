# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Why a package is set aside: a code, the place, and facts. Sentences are in `reasons.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Fact = str | int


class Flaw(StrEnum):
    """Every reason for which a package is set aside."""

    # the file
    UNREADABLE = "file.unreadable"
    TOO_LARGE = "file.too_large"
    NOT_SEALED = "file.not_sealed"
    OTHER_KEY = "file.other_key"
    DAMAGED = "file.damaged"
    # the archive
    ARCHIVE = "archive.form"
    ARCHIVE_LARGE = "archive.too_large"
    ARCHIVE_RATIO = "archive.ratio"
    MEMBER_NAME = "archive.member_name"
    MEMBER_TWICE = "archive.member_twice"
    MEMBER_MISSING = "archive.member_missing"
    MEMBER_DAMAGED = "archive.member_damaged"
    # who and what
    MANIFEST = "manifest.form"
    MANIFEST_VERSION = "manifest.version"
    SIGNATURE_MISSING = "signature.missing"
    SITE_UNKNOWN = "signature.site_unknown"
    KEY_UNKNOWN = "signature.key_unknown"
    KEY_REVOKED = "signature.key_revoked"
    KEY_OTHER_INSTALLATION = "signature.other_installation"
    FILE_CHANGED = "member.changed"
    CONFLICT_ID = "register.conflict_id"
    CONFLICT_SEQ = "register.conflict_seq"
    # the tables
    BYTE_ORDER_MARK = "table.byte_order_mark"
    NUL = "table.nul"
    NOT_UTF8 = "table.not_utf8"
    LINE_ENDS = "table.line_ends"
    SEMICOLONS = "table.semicolons"
    COLUMNS = "table.columns"
    LAST_LINE = "table.last_line"
    CELLS = "table.cells"
    QUOTES = "table.quotes"
    LINE_LONG = "table.line_long"
    EMPTY = "table.empty_cell"
    TYPE = "table.type"
    VALUE = "table.value"
    KEY_TWICE = "table.key_twice"
    ROWS_COUNT = "table.rows"
    ROWS_MANY = "table.rows_many"
    # what the rows say together
    REFERENCE = "rows.reference"
    OTHER_SITE = "rows.other_site"
    OPTION = "rows.option"
    UNIT = "rows.unit"
    ANSWER_VALUE = "rows.answer_value"
    ANSWERS_MISSING = "rows.answers_missing"
    GROUP = "rows.group"
    INSTRUMENT_UNKNOWN = "instrument.unknown"
    INSTRUMENT_FORM = "instrument.form"
    INSTRUMENT_CHANGED = "instrument.changed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a package: a file, and a row (the header is row 1) and column where there is one."""

    file: str = ""
    row: int = 0
    column: str = ""


NOWHERE = Place()


class Refused(Exception):  # noqa: N818 - it is what happens to the package, not an error of the program
    """A package that is set aside whole."""

    def __init__(self, flaw: Flaw, place: Place = NOWHERE, facts: Mapping[str, Fact] | None = None) -> None:
        super().__init__(f"{flaw.value} {place}")
        self.flaw = flaw
        self.place = place
        self.facts = dict(facts or {})


class Problem(StrEnum):
    """What keeps a command from doing its work at all."""

    HOME_MISSING = "home.missing"
    HOME_EXISTS = "home.exists"
    HOME_DAMAGED = "home.damaged"
    STORE_NEWER = "store.newer"
    STORE_OTHER = "store.other"
    STORE_FAILED = "store.failed"
    SITE_FORM = "site.form"
    KEY_FORM = "key.form"
    KEY_OF_OTHER_SITE = "key.other_site"
    KEY_NOT_FOUND = "key.not_found"
    PATH_MISSING = "path.missing"
    QUARANTINE_UNKNOWN = "quarantine.unknown"
    FOLDER_NOT_EMPTY = "folder.not_empty"
    LINK_FILE = "link.file"
    LINK_NOTHING = "link.nothing"
    EVIDENCE_NOTHING = "evidence.nothing"
    EVIDENCE_SAME = "evidence.same"
    EVIDENCE_DRAFT = "evidence.draft"
    SIMULATE_OPTION = "simulate.option"
    ANALYSE_CONFIG = "analyse.config"
    ANALYSE_COLUMN = "analyse.column"
    ANALYSE_CELL = "analyse.cell"
    ANALYSE_TWICE = "analyse.twice"
    ANALYSE_EMPTY = "analyse.empty"
    ANALYSE_COVARIATE = "analyse.covariate"
    ANALYSE_OUT = "analyse.out"
    ANALYSE_INTERRUPTED = "analyse.interrupted"
    SUMMARY_RECIPIENTS = "summary.recipients"
    SUMMARY_FILE = "summary.file"
    SUMMARY_DIFFERS = "summary.differs"
    SUMMARY_NOTHING = "summary.nothing"


class CentreError(Exception):
    """A known problem with its facts; the sentence is in `reasons.py`."""

    def __init__(self, problem: Problem, **facts: Fact) -> None:
        super().__init__(f"{problem.value} {facts}" if facts else problem.value)
        self.problem = problem
        self.facts = facts
