# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The evidence file: mean changes by group, with nothing that tells of few people, in one release or over several.

A figure is published anew only where it can be told beside every figure that ever was. Otherwise it stands as it was
published last; and where it never was, it is left out. Which contributions a figure held is kept as tokens that only
this centre's key can make: of a citizen who has been erased they say nothing.
"""

import hashlib
import hmac
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, insert, select

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.changes import Change
from bip_desktop.centre.disclosure import Basis, tells_of_few
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.domain.evidence import LEAST_CITIZENS, THEMES, Evidence, Group, Measure, Result
from bip_desktop.domain.questionnaire import Text
from bip_desktop.exchange.evidence_file import evidence_bytes, read_evidence, release_hash
from bip_desktop.exchange.signing import public_key

RULES = "bip-rules"
NO_RELEASE = "0" * 64
_FAMILIES = ((Group.NONE,), (Group.SINGLE,), (Group.COMBINED, Group.COMBINED_WITH_JOB))
"""Groups that share contributions stand together: one may be what is left when another is taken away."""
_TOKEN = 8
_NORMAL = 1.96
_DIGITS = Decimal("0.01")
_NOTE = Text(
    {
        "da": "Gennemsnit af borgernes egne svar, ikke justeret: de borgere, der får flere indsatser, er ikke de samme "
        "som de andre. Tallene siger ikke, hvad en indsats gør for den enkelte.",
        "en": "Means of the citizens' own answers, not adjusted: citizens who get several interventions differ from "
        "the others. The figures do not say what an intervention does for one person.",
    }
)
_ADJUSTED = "adjusted"
"""Stands for a group where it is kept what adjusted figures rest on."""
Cell = tuple[str, Group]


@dataclass(frozen=True)
class Drafted:
    """Adjusted figures out of an analysis, that somebody has looked at and approved (`evidence_draft`)."""

    results: tuple[Result, ...]
    """All groups of each theme, or none."""
    note: Text


@dataclass
class _Figure:
    """A cell with what it rests on."""

    basis: dict[bytes, bytes] = field(default_factory=dict)
    steps: dict[bytes, list[int]] = field(default_factory=lambda: defaultdict(list))
    """By the citizen's token."""

    def result(self, item: str, group: Group) -> Result:
        """Mean and an interval that knows that one citizen's changes go together."""
        count, citizens = len(self.basis), len(self.steps)
        mean = sum(map(sum, self.steps.values())) / count
        squares = sum((sum(steps) - mean * len(steps)) ** 2 for steps in self.steps.values())
        error = math.sqrt(squares * citizens / max(1, citizens - 1)) / count
        estimate = _rounded(mean)
        return Result(
            measure=Measure.MEAN_CHANGE,
            group=group,
            item=item,
            citizens=citizens,
            answers=count,
            estimate=estimate,
            low=min(estimate, _rounded(max(-4.0, mean - _NORMAL * error))),
            high=max(estimate, _rounded(min(4.0, mean + _NORMAL * error))),
        )


def _rounded(number: float) -> Decimal:
    return Decimal(repr(number)).quantize(_DIGITS) + 0


@dataclass(frozen=True)
class Release:
    """What is published."""

    evidence: Evidence
    content: bytes
    fresh: int
    """Figures that are new; the others stand as they were published last."""


def publish(
    connection: Connection,
    found: Iterable[Change],
    signing_key: bytes,
    source: str,
    today: date,
    drafted: Drafted | None = None,
) -> Release:
    """Makes the next release of what was `found`, with the adjusted figures of a draft that somebody has approved, and
    keeps what it rests on. Raises `CentreError` EVIDENCE_NOTHING where no figure can be told, EVIDENCE_SAME where none
    has changed, EVIDENCE_DRAFT where the draft is of other data."""
    before = _before(connection, signing_key)
    history, adjusted_history = _history(connection)
    figures, sites, weeks = _figures(found, signing_key)
    told = () if before is None else before.evidence.results
    old = {(each.item, each.group): each for each in told if not each.adjusted}
    old_adjusted = {(each.item, each.group): each for each in told if each.adjusted}
    results: list[Result] = []
    fresh: dict[Cell, _Figure] = {}
    citizens: set[bytes] = set()
    for item in THEMES:
        for family in _FAMILIES:
            mine = {group: figures.get((item, group), _Figure()) for group in family}
            new = _told_anew(mine, {group: history.get((item, group), []) for group in family}, old, item)
            for group in family:
                if group in new:
                    results.append(mine[group].result(item, group))
                    fresh[item, group] = mine[group]
                    citizens |= set(mine[group].basis.values())
                elif (item, group) in old:
                    results.append(old[item, group])
                    citizens |= set(history[item, group][-1].values())
    raw = len(results)
    _hold_to_store(drafted, figures)
    fresh_adjusted = _adjusted_anew(drafted, figures, adjusted_history)
    for item in THEMES:
        if item in fresh_adjusted and drafted is not None:
            results += [each for each in drafted.results if each.item == item]
            citizens |= set(fresh_adjusted[item].values())
        else:
            results += [old_adjusted[item, group] for group in Group if (item, group) in old_adjusted]
    if not results:
        raise CentreError(Problem.EVIDENCE_NOTHING)
    if not fresh and not fresh_adjusted:
        raise CentreError(Problem.EVIDENCE_SAME, release=before.evidence.release if before else 0)
    evidence = Evidence(
        release=1 if before is None else before.evidence.release + 1,
        previous=NO_RELEASE if before is None else release_hash(before.content),
        published_on=today,
        data_upto=max(weeks),
        source=source,
        rules_id=RULES,
        citizens=len(citizens),
        jobcentres=len(sites),
        results=tuple(results),
        suppressed=len(THEMES) * len(Group) - raw,
        note=_note(drafted, before),
    )
    content = evidence_bytes(evidence, signing_key)
    kept: dict[tuple[str, str], Basis] = {(item, group.value): figure.basis for (item, group), figure in fresh.items()}
    kept |= {(item, _ADJUSTED): basis for item, basis in fresh_adjusted.items()}
    _keep(connection, evidence, content, kept)
    return Release(evidence, content, len(fresh) + len(fresh_adjusted) * len(Group))


def _hold_to_store(drafted: Drafted | None, figures: Mapping[Cell, _Figure]) -> None:
    """Raises `CentreError` EVIDENCE_DRAFT where a figure is of more citizens than there are here: then it is of other
    data."""
    for each in drafted.results if drafted is not None else ():
        if len(figures.get((each.item, each.group), _Figure()).steps) < each.citizens:
            place = f"{each.item} {each.group.value}: citizens"
            raise CentreError(Problem.EVIDENCE_DRAFT, file="analyse", place=place)


def _adjusted_anew(
    drafted: Drafted | None, figures: Mapping[Cell, _Figure], history: Mapping[str, Sequence[Basis]]
) -> dict[str, Basis]:
    """The themes whose adjusted figures are told anew, with what they rest on: the changes of everybody in the theme,
    since each figure is made comparable by all of them. They are no sums, so that nothing can be subtracted exactly;
    but beside every time they were told before, enough people must have come or gone."""
    made: dict[str, Basis] = {}
    for item in dict.fromkeys(each.item for each in drafted.results) if drafted is not None else ():
        basis = {token: person for g in Group for token, person in figures.get((item, g), _Figure()).basis.items()}
        apart = [_persons_apart(basis, past) for past in history.get(item, [])]
        if basis and all(number >= LEAST_CITIZENS for number in apart):
            made[item] = basis
    return made


def _persons_apart(one: Basis, other: Basis) -> int:
    """Of how many people one of the two has a contribution that the other has not."""
    both = {**one, **other}
    return len({both[token] for token in one.keys() ^ other.keys()})


def _note(drafted: Drafted | None, before: "_Before | None") -> Text | None:
    """The draft's words where there is one; with adjusted figures that stay, the ones they came with."""
    if drafted is not None:
        return drafted.note
    stays = before is not None and any(each.adjusted for each in before.evidence.results)
    return before.evidence.note if before is not None and stays else _NOTE


def _told_anew(
    figures: Mapping[Group, _Figure], history: Mapping[Group, Sequence[Basis]], old: Mapping[Cell, Result], item: str
) -> Sequence[Group]:
    """Which groups of a family are told anew: as many as can be, beside all that was ever told of the family."""
    told = [basis for group in figures for basis in history[group]]
    changed = [
        group
        for group, figure in figures.items()
        if figure.basis and ((item, group) not in old or figure.basis != history[group][-1])
    ]
    for chosen in _subsets(changed):
        coming = [figures[group].basis for group in chosen]
        if not tells_of_few([*told, *coming], LEAST_CITIZENS):
            return chosen
    return []


def _subsets(groups: Sequence[Group]) -> Iterable[Sequence[Group]]:
    """All of them, then fewer: of two, the larger group first."""
    yield groups
    if len(groups) > 1:
        for group in groups:
            yield [group]


def _figures(found: Iterable[Change], signing_key: bytes) -> tuple[dict[Cell, _Figure], set[str], set[str]]:
    secret = hashlib.sha256(b"BIP-evidence-basis-v1\0" + signing_key).digest()
    figures: dict[Cell, _Figure] = defaultdict(_Figure)
    sites, weeks = set(), set()
    for change in found:
        person = _token(secret, change.citizen_id)
        contribution = _token(secret, f"{change.citizen_id} {change.meeting_id} {change.item} {change.steps}")
        with_job = change.group is Group.COMBINED_WITH_JOB
        for group in {change.group, Group.COMBINED} if with_job else {change.group}:
            figure = figures[change.item, group]
            figure.basis[contribution] = person
            figure.steps[person].append(change.steps)
        sites.add(change.site)
        weeks.add(change.iso_week)
    return figures, sites, weeks


def _token(secret: bytes, text: str) -> bytes:
    return hmac.digest(secret, text.encode(), "sha256")[:_TOKEN]


# -- the store ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Before:
    evidence: Evidence
    content: bytes


def _before(connection: Connection, signing_key: bytes) -> _Before | None:
    table = t.evidence_releases
    newest = connection.execute(select(table.c.content).order_by(table.c.release.desc()).limit(1)).scalar()
    if newest is None:
        return None
    return _Before(read_evidence(bytes(newest), "evidence", public_key(signing_key)), bytes(newest))


def _history(connection: Connection) -> tuple[dict[Cell, list[Basis]], dict[str, list[Basis]]]:
    """What every figure that was ever told rested on, oldest first: by cell, and the adjusted ones by theme."""
    history: dict[Cell, list[Basis]] = defaultdict(list)
    adjusted: dict[str, list[Basis]] = defaultdict(list)
    table = t.evidence_basis
    for row in connection.execute(select(table).order_by(table.c.release)):
        pairs = bytes(row.tokens)
        basis = {
            pairs[at : at + _TOKEN]: pairs[at + _TOKEN : at + 2 * _TOKEN] for at in range(0, len(pairs), 2 * _TOKEN)
        }
        (adjusted[row.item] if row.group == _ADJUSTED else history[row.item, Group(row.group)]).append(basis)
    return history, adjusted


def _keep(connection: Connection, evidence: Evidence, content: bytes, fresh: Mapping[tuple[str, str], Basis]) -> None:
    values = {
        "release": evidence.release,
        "published_at": evidence.published_on.isoformat(),
        "content": content,
    }
    connection.execute(insert(t.evidence_releases).values(**values))
    for (item, group), basis in fresh.items():
        tokens = b"".join(contribution + person for contribution, person in sorted(basis.items()))
        connection.execute(
            insert(t.evidence_basis).values(release=evidence.release, item=item, group=group, tokens=tokens)
        )
