# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The evidence file: right figures, and nothing of few people for an adversary who keeps every release."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bip_desktop.centre import publishing
from bip_desktop.centre.changes import Change, changes
from bip_desktop.centre.command_line import main
from bip_desktop.centre.disclosure import tells_of_few
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.home import open_home
from bip_desktop.centre.publishing import Release, publish
from bip_desktop.centre.store import Store
from bip_desktop.domain.evidence import THEMES, Group
from bip_desktop.exchange.evidence_file import read_evidence, release_hash
from bip_desktop.exchange.signing import public_key

KEY = bytes(range(32))
Cell = tuple[str, Group]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    made.create()
    return made


def change(citizen: int, group: Group, steps: int = 1, meeting: int = 1, item: str = "B1") -> Change:
    return Change(f"citizen {citizen}", f"meeting {citizen}.{meeting}", "by-01", "2026-W10", group, item, steps)


def released(store: Store, found: Iterable[Change]) -> Release | None:
    """The next release, or None where there is none to make."""
    with store.writing() as connection:
        try:
            return publish(connection, found, KEY, "Center for Opdigtet Forskning", date(2026, 11, 21))
        except CentreError as error:
            if error.problem not in (Problem.EVIDENCE_NOTHING, Problem.EVIDENCE_SAME):
                raise
            return None


def held(found: Iterable[Change], group: Group) -> set[Change]:
    """The changes a group's figure is of: `combined` holds `combined_with_job`."""
    wanted = {group, Group.COMBINED_WITH_JOB} if group is Group.COMBINED else {group}
    return {each for each in found if each.group in wanted}


def groups(release: Release | None) -> dict[Group, tuple[int, int]]:
    """Citizens and answers of each group told."""
    assert release is not None
    return {each.group: (each.citizens, each.answers) for each in release.evidence.results}


def test_a_group_of_four_is_not_told(store: Store) -> None:
    assert released(store, [change(number, Group.NONE) for number in range(4)]) is None
    # four citizens with several changes each are still four
    assert released(store, [change(number % 4, Group.NONE, meeting=number) for number in range(12)]) is None
    assert groups(released(store, [change(number, Group.NONE) for number in range(5)])) == {Group.NONE: (5, 5)}


def test_what_is_left_of_a_group_is_not_told_by_subtraction(store: Store) -> None:
    with_job = [change(number, Group.COMBINED_WITH_JOB) for number in range(10)]
    others = [change(number, Group.COMBINED) for number in range(20, 23)]
    # thirteen less ten would be three
    assert set(groups(released(store, with_job + others))) == {Group.COMBINED}


def test_a_release_does_not_tell_of_who_came_since_the_last(store: Store) -> None:
    first = [change(number, Group.NONE) for number in range(10)]
    assert groups(released(store, first)) == {Group.NONE: (10, 10)}
    assert released(store, [*first, change(11, Group.NONE)]) is None
    some = [change(number, Group.SINGLE) for number in range(20, 26)]
    again = released(store, [*first, change(11, Group.NONE), *some])
    assert groups(again) == {Group.NONE: (10, 10), Group.SINGLE: (6, 6)}  # as it was told last, not as it is now
    later = [*first, *(change(number, Group.NONE) for number in range(11, 16)), *some]
    assert groups(released(store, later)) == {Group.NONE: (15, 15), Group.SINGLE: (6, 6)}


def test_nor_of_who_has_withdrawn_or_was_corrected(store: Store) -> None:
    first = [change(number, Group.NONE) for number in range(10)]
    released(store, first)
    assert released(store, first[1:]) is None
    assert released(store, [replace(first[0], steps=3), *first[1:]]) is None
    # One went and five came: five or more would have to be known to find the one.
    came = [change(number, Group.NONE) for number in range(30, 35)]
    assert groups(released(store, first[1:] + came)) == {Group.NONE: (14, 14)}


def test_it_does_so_over_a_release_in_between(store: Store) -> None:
    """One came with five others, and later the five are gone again: first and third differ by one alone."""
    first = [change(number, Group.NONE) for number in range(10)]
    five = [change(number, Group.NONE) for number in range(20, 25)]
    released(store, first)
    assert groups(released(store, [*first, *five, change(30, Group.NONE)])) == {Group.NONE: (16, 16)}
    assert released(store, [*first, change(30, Group.NONE)]) is None


class Adversary:
    """Keeps what every release told, and knows exactly which contributions each figure holds."""

    def __init__(self) -> None:
        self.told: dict[Cell, list[frozenset[Change]]] = {}

    def reads(self, release: Release, found: Sequence[Change]) -> None:
        for result in release.evidence.results:
            now = frozenset(each for each in held(found, result.group) if each.item == result.item)
            past = self.told.setdefault((result.item, result.group), [])
            fits = [
                each
                for each in (now, *past[-1:])
                if figures(each) == (result.citizens, result.answers, result.estimate)
            ]
            assert fits, "a figure that is neither today's nor the last one told"
            past.append(fits[0] if fits[0] == now else past[-1])

    def finds(self, most: int = 4) -> set[frozenset[str]]:
        """Every set of at most `most` citizens of whom some sum can be reckoned by any weights at all."""
        found = set()
        for item in {item for item, _ in self.told}:
            sets = [each for (of, _), past in self.told.items() for each in past if of == item]
            every = sorted({change for each in sets for change in each}, key=repr)
            matrix = np.array([[float(change in each) for change in every] for each in sets])
            rank = np.linalg.matrix_rank(matrix)
            citizens = sorted({change.citizen_id for change in every})
            for size in range(1, most + 1):
                for few in combinations(citizens, size):
                    others = [place for place, change in enumerate(every) if change.citizen_id not in few]
                    if np.linalg.matrix_rank(matrix[:, others]) < rank:
                        found.add(frozenset(few))
        return found


def figures(of: Iterable[Change]) -> tuple[int, int, object]:
    """What is told of these changes."""
    changed = list(of)
    if not changed:
        return 0, 0, None
    mean = publishing._rounded(sum(each.steps for each in changed) / len(changed))
    return len({each.citizen_id for each in changed}), len(changed), mean


def _story(seed: int) -> Iterable[list[Change]]:
    """What there is at each of some releases: people come a few at a time, go on, withdraw, and are corrected."""
    choice = random.Random(seed)
    now: list[Change] = []
    kinds = [Group.NONE, Group.COMBINED, Group.COMBINED_WITH_JOB]
    for _ in range(6):
        for _ in range(choice.choice([0, 1, 2, 4, 7])):
            number = choice.randrange(13)
            now.append(
                change(number, choice.choice(kinds), choice.randint(-4, 4), len(now) * 10 + choice.randrange(10))
            )
        if now and choice.random() < 0.4:
            gone = choice.choice(now).citizen_id
            now = [each for each in now if each.citizen_id != gone]
        if now and choice.random() < 0.3:
            now[choice.randrange(len(now))] = replace(now[choice.randrange(len(now))], steps=choice.randint(-4, 4))
        now = list({(each.citizen_id, each.meeting_id): each for each in now}.values())
        yield list(now)


@pytest.mark.parametrize("seed", range(12))
def test_an_adversary_with_all_releases_finds_nobody(store: Store, seed: int) -> None:
    adversary, releases = Adversary(), 0
    for found in _story(seed):
        release = released(store, found)
        if release is not None:
            releases += 1
            adversary.reads(release, found)
    assert not adversary.finds()


def test_the_adversary_would_find_somebody_were_only_each_cell_held_to_five(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without this the test above might pass because the adversary is blind."""

    def alone(told: Sequence[dict[bytes, bytes]], least: int) -> bool:
        return any(len(set(basis.values())) < least for basis in told)

    monkeypatch.setattr(publishing, "tells_of_few", alone)
    caught = 0
    for seed in range(12):
        fresh = Store(f"sqlite:///{store._engine.url.database}{seed}")
        fresh.create()
        adversary = Adversary()
        for found in _story(seed):
            release = released(fresh, found)
            if release is not None:
                adversary.reads(release, found)
        caught += bool(adversary.finds())
        fresh.close()
    assert caught >= 6


def test_many_small_parts_are_taken_together() -> None:
    people = {bytes([number]): bytes([number]) for number in range(60)}
    nested = [dict(list(people.items())[: 20 + number]) for number in range(30)]  # one more at a time
    assert tells_of_few(nested, 5)
    assert not tells_of_few(nested[:1], 5)
    assert not tells_of_few([nested[0], nested[5], nested[10]], 5)


# -- with a real centre ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("evidence") / "world"
    size = ["--sites", "2", "--caseworkers", "10", "--citizens", "150", "--installations", "1", "--packages", "2"]
    assert main(["--json", "simulate", "--out", str(out), *size]) == 0
    assert main(["--home", str(out / "centre"), "receive", str(out / "packages")]) == 0
    assert main(["--home", str(out / "centre"), "evidence", "publish"]) == 0
    return out


def test_the_figures_are_those_of_the_tables(centre: Path) -> None:
    home = open_home(centre / "centre")
    content = (home.evidence / "bip-evidens-0001.json").read_bytes()
    told = read_evidence(content, "file", public_key(home.signing_key()))
    assert (told.release, told.previous) == (1, "0" * 64)
    answers = pd.read_csv(centre / "tables" / "answers.csv")
    meetings = pd.read_csv(centre / "tables" / "meetings.csv").set_index("meeting_id")
    blind = answers[answers["after_reveal"] == 0]
    themes = blind[blind["item"].isin(THEMES)].pivot_table(index="meeting_id", columns="item", values="value")
    ticks = blind[blind["item"] == "S1"].pivot_table(index="meeting_id", columns="option", values="value") == 1
    kinds = {
        "job": [3, 5, 7, 12, 13, 14, 17, 19, 20],
        "up": [1, 2, 18, 21],
        "social": [4, 6, 8, 15],
        "health": [9, 10, 11, 16],
    }
    kind = pd.DataFrame({name: ticks[options].any(axis=1) for name, options in kinds.items()})
    count = kind.sum(axis=1)
    of = {
        Group.NONE: ticks[22],
        Group.SINGLE: count == 1,
        Group.COMBINED: count >= 2,
        Group.COMBINED_WITH_JOB: (count >= 2) & kind["job"],
    }
    frame = themes.join(meetings[["citizen_id", "measurement_number"]]).sort_values(
        ["citizen_id", "measurement_number"]
    )
    checked = 0
    for item in THEMES:
        before = frame.groupby("citizen_id")[item].shift(1)
        moved = (frame[item] - before)[(frame[item] > 0) & (before > 0)]
        for group, which in of.items():
            mine = moved[which.reindex(moved.index)]
            result = [each for each in told.results if (each.item, each.group) == (item, group)]
            if result:
                checked += 1
                assert float(result[0].estimate) == pytest.approx(mine.mean(), abs=0.0051)
                assert result[0].answers == len(mine)
                assert result[0].citizens == frame.loc[mine.index, "citizen_id"].nunique()
    assert checked == len(told.results) >= 30
    assert told.suppressed == 36 - checked


def test_a_release_follows_the_one_before_and_is_not_made_for_nothing(
    centre: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = open_home(centre / "centre")
    assert main(["--home", str(home.folder), "evidence", "publish"]) == 2
    assert "udgave 1" in capsys.readouterr().err
    with home.store().reading() as connection:
        found = list(changes(connection))
    more = [replace(each, citizen_id=f"{each.citizen_id} b", meeting_id=f"{each.meeting_id} b") for each in found]
    with home.store().writing() as connection:
        release = publish(connection, found + more, home.signing_key(), "x", date(2026, 11, 21))
    assert release.evidence.release == 2
    assert release.evidence.previous == release_hash((home.evidence / "bip-evidens-0001.json").read_bytes())


def test_nothing_is_published_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path / "c"), "init"]) == 0
    assert main(["--home", str(tmp_path / "c"), "evidence", "publish"]) == 2
    assert "ikke nok borgere" in capsys.readouterr().err


def test_nobody_erased_stays_in_what_is_kept(store: Store) -> None:
    released(store, [change(number, Group.NONE) for number in range(10)])
    with store.reading() as connection:
        kept = b"".join(bytes(row[0]) for row in connection.exec_driver_sql("SELECT tokens FROM evidence_basis"))
    assert len(kept) == 10 * 16
    assert b"citizen" not in kept
