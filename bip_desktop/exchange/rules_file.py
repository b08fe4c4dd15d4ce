# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The rule table of suggestions as a file: strict reading; a changed row changes the program.

A faulty file is refused with `BipError` RULES_FILE that names the file, the place and a short reason.
"""

import re
from pathlib import Path

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.evidence import Group
from bip_desktop.domain.suggestion import (
    Audience,
    Form,
    Grade,
    Rule,
    RuleTable,
    Sign,
    Situation,
    Source,
)
from bip_desktop.exchange.checked import Checked, read_checked, read_file

FORMAT_VERSION = 1
NEVER_SUGGESTED = frozenset({16, 18, 20, 21, 22, 23})
"""Misuse treatment (not for a shared screen), schemes that no longer exist, and the two that are no activity."""
NOT_SHARED = frozenset({"S2", "S3", "S4", "S5", "S7", "S8", "S12"})
"""Items of the caseworker's that no shared page may rest on."""
NEVER_A_REASON = frozenset({"S12"})
"""Her belief alone never changes what is offered."""
_CONTRARY = frozenset({4, 6, 8, 9, 10, 11, 15})
"""Social and health activities: the most effective caseworkers used fewer, and a row with one says so."""
_NAME = re.compile(r"[A-Za-z0-9._+-]{1,40}")
_THEME = re.compile(r"B[1-9]|S([2-9]|1[0-2])")
_TITLE_WORDS = 8

_TOP = frozenset({"format_version", "license", "table_id", "version", "sources", "rules"})
_RULE = frozenset(
    {
        "rule_id",
        "form",
        "audience",
        "situations",
        "themes",
        "signs",
        "activities",
        "grades",
        "title",
        "ground",
        "sources",
    }
)


def read_rules(content: bytes, file: str) -> RuleTable:
    """The rule table in a file's `content`. Raises `BipError` RULES_FILE."""
    root = read_checked(content, file, Code.RULES_FILE)
    root.fields(_TOP)
    if root["format_version"].number() != FORMAT_VERSION:
        root["format_version"].fail("unknown_value")
    root["license"].words()
    sources = {}
    for each in root["sources"].each(least=1):
        each.fields(frozenset({"source_id", "title"}))
        source = Source(each["source_id"].words(), each["title"].words())
        if source.source_id in sources:
            each["source_id"].fail("duplicate")
        sources[source.source_id] = source
    rules: dict[str, Rule] = {}
    for each in root["rules"].each(least=1):
        rule = _rule(each, sources)
        if rule.rule_id in rules:
            each["rule_id"].fail("duplicate")
        rules[rule.rule_id] = rule
    return RuleTable(_name(root["table_id"]), _name(root["version"]), sources, tuple(rules.values()))


def _name(value: Checked) -> str:
    if not _NAME.fullmatch(value.words()):
        value.fail("unknown_value")
    return value.words()


def _rule(value: Checked, sources: dict[str, Source]) -> Rule:
    value.fields(_RULE, frozenset({"because", "contrary", "measured"}))
    rule = Rule(
        rule_id=_name(value["rule_id"]),
        form=value["form"].one_of(Form),
        situations=frozenset(each.one_of(Situation) for each in value["situations"].each(least=1)),
        themes=tuple(each.words() for each in value["themes"].each()),
        signs=frozenset(each.one_of(Sign) for each in value["signs"].each()),
        activities=tuple(each.number() for each in value["activities"].each()),
        grades=tuple(each.one_of(Grade) for each in value["grades"].each(least=1)),
        title=value["title"].texts(),
        because=value["because"].texts() if value.has("because") else None,
        ground=value["ground"].texts(),
        contrary=value["contrary"].texts() if value.has("contrary") else None,
        sources=tuple(each.words() for each in value["sources"].each(least=1)),
        audience=value["audience"].one_of(Audience),
        measured=value["measured"].one_of(Group) if value.has("measured") else None,
    )
    for each in value["sources"].each():
        if each.words() not in sources:
            each.fail("unknown_source")
    for name in ("situations", "themes", "signs", "activities", "grades", "sources"):
        found = [each.value for each in value[name].each()]
        if len(set(found)) != len(found):
            value[name].fail("duplicate")
    for language, words in rule.title.texts.items():
        if len(words.split()) > _TITLE_WORDS:
            value["title"][language].fail("too_long")
    _check_activities(value, rule)
    _check_reasons(value, rule)
    return rule


def _check_activities(value: Checked, rule: Rule) -> None:
    for each in value["activities"].each():
        if not 1 <= each.number() <= 21:
            each.fail("range")
        if each.number() in NEVER_SUGGESTED:
            each.fail("never_suggested")
    if (rule.form is Form.COMBINATION) != bool(rule.activities):
        value["activities"].fail("wrong_for_form")


def _check_reasons(value: Checked, rule: Rule) -> None:
    for each in value["themes"].each():
        if not _THEME.fullmatch(each.words()):
            each.fail("unknown_value")
        if each.words() in NEVER_A_REASON or (rule.audience is Audience.SHARED and each.words() in NOT_SHARED):
            each.fail("not_shared")
    if bool(rule.themes) != bool(rule.signs):
        value["signs"].fail("wrong_for_themes")
    if not rule.themes and rule.because is None:
        value["because"].fail("missing")
    if _CONTRARY & set(rule.activities) and rule.contrary is None:
        value["contrary"].fail("missing")


class RulesFile:
    """Fulfils `ports.Rules`: read again whenever the file has changed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read: tuple[tuple[int, int], RuleTable] | None = None

    def current(self) -> RuleTable:
        """The table. Raises `BipError` RULES_FILE."""
        try:
            status = self._path.stat()
        except OSError:
            raise BipError(Code.RULES_FILE, file=self._path.name, place="fil", why="unreadable") from None
        state = (status.st_mtime_ns, status.st_size)
        if self._read is None or self._read[0] != state:
            self._read = (state, read_rules(read_file(self._path, Code.RULES_FILE), self._path.name))
        return self._read[1]
