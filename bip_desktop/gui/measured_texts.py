# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the research centre has measured, in words: means of groups, never anything of the one who reads them."""

from decimal import Decimal

from PySide6.QtCore import QLocale

from bip_desktop.domain.evidence import Evidence, Group, Measured, Result, measured
from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.domain.suggestion import RuleTable, Suggestion
from bip_desktop.gui.formatting import long_date
from bip_desktop.gui.language import translate
from bip_desktop.gui.wording import name

_BESIDE = {
    Group.NONE: Group.SINGLE,
    Group.SINGLE: Group.NONE,
    Group.COMBINED: Group.SINGLE,
    Group.COMBINED_WITH_JOB: Group.SINGLE,
}
"""What a group is seen beside."""
_SMALLEST = Decimal("0.005")
"""What is less than this is shown as no move."""


def measured_of(suggestion: Suggestion, table: RuleTable) -> Measured | None:
    """What has been measured of the theme that a suggestion rests on; None where nothing was."""
    group = suggestion.rule.measured
    if group is None or table.evidence is None:
        return None
    for reason in suggestion.reasons:
        found = measured(table.evidence, reason.item)
        if found is not None and group in found.groups:
            return found
    return None


def measured_words(found: Measured, group: Group, instrument: Instrument, language: str) -> str:
    """How the theme moved in `group`, beside another group, and what that does not say."""
    theme = name(instrument.item(found.item), language)
    parts = [
        translate("measured_texts", "Målt {0}: »{1}« {2} ({3} borgere).").format(
            group_words(group), theme, _moved(found.groups[group]), _number(found.groups[group].citizens)
        )
    ]
    other = found.groups.get(_BESIDE[group])
    if other is not None:
        parts.append(
            translate("measured_texts", "Til sammenligning {0}: {1} ({2} borgere).").format(
                group_words(_BESIDE[group]), _moved(other), _number(other.citizens)
            )
        )
    parts.append(translate("measured_texts", "Et gennemsnit siger ikke noget om netop dig."))
    return " ".join(parts)


def measured_source(evidence: Evidence) -> str:
    """Where the figures come from: who, when, how many."""
    return translate("measured_texts", "{0}: nye tal, {1}. {2} borgere i {3} jobcentre.").format(
        evidence.source, long_date(evidence.published_on), _number(evidence.citizens), _number(evidence.jobcentres)
    )


def group_words(group: Group) -> str:
    """A group of citizens by what they took part in."""
    return {
        Group.NONE: translate("measured_texts", "uden noget i gang"),
        Group.SINGLE: translate("measured_texts", "med én slags indsats"),
        Group.COMBINED: translate("measured_texts", "med en kombination"),
        Group.COMBINED_WITH_JOB: translate("measured_texts", "med en kombination med job"),
    }[group]


def steps(number: Decimal) -> str:
    """Steps of a scale with two decimals and their sign, as the language writes them."""
    if abs(number) < _SMALLEST:
        return QLocale().toString(0.0, "f", 2)
    sign = "+" if number > 0 else "\N{MINUS SIGN}"
    return sign + QLocale().toString(float(abs(number)), "f", 2)


def _moved(result: Result) -> str:
    size = QLocale().toString(float(abs(result.estimate)), "f", 2)
    if abs(result.estimate) < _SMALLEST:
        words = translate("measured_texts", "stod i snit stille fra måling til måling")
    elif result.estimate > 0:
        words = translate("measured_texts", "steg i snit {0} trin fra måling til måling").format(size)
    else:
        words = translate("measured_texts", "faldt i snit {0} trin fra måling til måling").format(size)
    if may_be_chance(result):
        words = translate("measured_texts", "{0}, hvad der kan være tilfældigt").format(words)
    return words


def may_be_chance(result: Result) -> bool:
    """Whether the interval holds no move at all; where there is none nobody knows, and nothing is said."""
    return result.low is not None and result.high is not None and result.low <= 0 <= result.high


def _number(count: int) -> str:
    return QLocale().toString(count)
