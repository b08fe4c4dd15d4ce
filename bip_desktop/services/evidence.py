# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the research centre has measured, taken in from its signed file: it joins the rules, and can be put back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.evidence import Evidence
from bip_desktop.domain.suggestion import RuleTable
from bip_desktop.services.ports import Rules, Unlocked

_NOW, _BEFORE, _HIGHEST = "evidence.now", "evidence.before", "evidence.highest"
"""The settings: the release in use and the one it replaced, as the files they came in; the highest release seen."""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A release with its file."""

    evidence: Evidence
    text: str
    sha256: str


class EvidenceFiles(Protocol):
    """Reads the centre's releases."""

    def read(self, path: Path) -> EvidenceFile:
        """Raises `BipError`: EVIDENCE_FILE, EVIDENCE_SIGNATURE, CENTRE_UNKNOWN, RECIPIENTS_FILE."""
        ...

    def kept(self, text: str) -> EvidenceFile:
        """What was taken in before. Raises as `read`."""
        ...


class MeasuredRules:
    """Fulfils `ports.Rules`: the rule table with what has been measured."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.evidence: Evidence | None = None

    def current(self) -> RuleTable:
        """The table. Raises `BipError` RULES_FILE."""
        table = self._rules.current()
        if self.evidence is None or self.evidence.rules_id != table.table_id:
            return table
        return table.with_evidence(self.evidence)


class TakingInEvidence:
    """Looks at a release, takes it in, and puts the one before back."""

    def __init__(self, unlocked: Unlocked, files: EvidenceFiles, rules: MeasuredRules) -> None:
        self._unlocked = unlocked
        self._files = files
        self._rules = rules
        # Read once: the rules are asked for in the middle of other transactions.
        rules.evidence = self.present()

    def present(self) -> Evidence | None:
        """The release in use; None where there is none, or none that this centre has signed."""
        file = self._kept(_NOW)
        return None if file is None else file.evidence

    def before(self) -> Evidence | None:
        """The release that would be put back; None where there was none."""
        file = self._kept(_BEFORE)
        return None if file is None else file.evidence

    def look(self, path: Path) -> EvidenceFile:
        """What a file would bring; nothing is changed.

        Raises `BipError`: EVIDENCE_FILE, EVIDENCE_SIGNATURE, CENTRE_UNKNOWN, RECIPIENTS_FILE, EVIDENCE_OLDER (what is
        in use, or has been, is newer), EVIDENCE_CHAIN (it does not follow on from what is in use).
        """
        file = self._files.read(path)
        if file.evidence.rules_id != self._rules.current().table_id:
            raise BipError(Code.EVIDENCE_FILE, file=path.name, place="rules", why="unknown_value")
        self._check_newer(file)
        return file

    def accept(self, file: EvidenceFile) -> None:
        """From now on these are the figures. Raises `BipError` EVIDENCE_OLDER, EVIDENCE_CHAIN."""
        self._check_newer(file)
        highest = max(self._highest(), file.evidence.release)
        with self._unlocked.store.writing() as work:
            work.people.set_setting(_BEFORE, work.people.setting(_NOW) or "")
            work.people.set_setting(_NOW, file.text)
            work.people.set_setting(_HIGHEST, str(highest))
        self._rules.evidence = file.evidence

    def put_back(self) -> None:
        """The figures before these, or none where there were none."""
        with self._unlocked.store.writing() as work:
            work.people.set_setting(_NOW, work.people.setting(_BEFORE) or "")
            work.people.set_setting(_BEFORE, "")
        self._rules.evidence = self.present()

    def _check_newer(self, file: EvidenceFile) -> None:
        present = self._kept(_NOW)
        found = file.evidence.release
        have = self._highest() if present is None else max(self._highest(), present.evidence.release + 1)
        if found < have:
            raise BipError(Code.EVIDENCE_OLDER, found=found, have=self._highest())
        if present is not None and found == present.evidence.release + 1 and file.evidence.previous != present.sha256:
            raise BipError(Code.EVIDENCE_CHAIN)

    def _highest(self) -> int:
        return int(self._setting(_HIGHEST) or 0)

    def _kept(self, key: str) -> EvidenceFile | None:
        text = self._setting(key)
        if not text:
            return None
        try:
            return self._files.kept(text)
        except BipError:
            return None

    def _setting(self, key: str) -> str:
        with self._unlocked.store.reading() as work:
            return work.people.setting(key) or ""
