# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Packages come in, in any order and any number of times, and end in the same tables."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bip_desktop.centre.faults import Flaw
from bip_desktop.centre.intake import Fate
from bip_desktop.exchange.signed_json import SignedKind, is_signed_json
from bip_desktop.exchange.signing import public_key
from tests.centre.packages import Rows, Site, Taken, World, answers, citizen, citizen_id, meeting, meeting_id, rows_of
from tests.faults.sizes import Rounds


@pytest.fixture
def world(any_world: World) -> World:
    """Everything here holds on every kind of store."""
    return any_world


def _flaws(world: World, *paths: Path) -> list[Flaw]:
    return [outcome.refused.flaw for outcome in world.receive(*paths) if outcome.refused is not None]


def _signed_by(site: Site) -> Callable[[Taken], None]:
    return lambda taken: setattr(taken, "signing_key", site.installation.signing_key)


def _no_rows(**given: object) -> Rows:
    return {"citizens": [], "meetings": [], "answers": [], "interventions": [], "tombstones": [], **given}  # type: ignore[dict-item]


def test_what_was_sent_is_in_the_tables(world: World) -> None:
    rows = rows_of((1, 1), (2, 1), (3, 2))
    world.site.send(rows)
    assert world.fates() == [Fate.ACCEPTED]
    tables = world.tables()
    assert tables["citizens"] == {("opdigtet", *row) for row in rows["citizens"]}
    assert tables["meetings"] == {("opdigtet", *row) for row in rows["meetings"]}
    assert tables["answers"] == set(rows["answers"])
    assert tables["interventions"] == set(rows["interventions"])


def test_the_same_package_again_gets_the_same_receipt(world: World) -> None:
    path = world.site.send(rows_of((1, 1)))
    [first] = world.receive(path)
    assert first.receipt is not None
    content = first.receipt.read_bytes()
    first.receipt.unlink()
    world.site.send(rows_of((2, 1)))
    world.receive()
    [again] = world.receive(path)
    assert again.fate is Fate.DUPLICATE
    assert again.receipt is not None
    assert again.receipt.read_bytes() == content


def test_a_receipt_counts_is_signed_and_names_nobody(world: World) -> None:
    world.site.send(rows_of((1, 1), (2, 2)))
    [outcome] = world.receive()
    assert outcome.receipt is not None
    text = outcome.receipt.read_text(encoding="utf-8")
    receipt = json.loads(text)
    assert receipt["tables"]["answers"] == {"accepted": 104, "refused": {}}
    assert receipt["seq_without_gap"] == 1
    assert len(receipt["check_code"]) == 9
    public = public_key(world.home.signing_key())
    assert is_signed_json(SignedKind.RECEIPT, receipt, public)
    assert not is_signed_json(SignedKind.EVIDENCE, receipt, public)
    assert not is_signed_json(SignedKind.RECEIPT, {**receipt, "seq": 2}, public)
    assert citizen_id(1) not in text
    assert meeting_id(1) not in text


def test_a_gap_is_seen_and_closed(world: World) -> None:
    paths = [world.site.send(rows_of((number, number))) for number in (1, 2, 3, 4)]

    def without_gap(path: Path) -> int:
        [outcome] = world.receive(path)
        assert outcome.receipt is not None
        return int(json.loads(outcome.receipt.read_text(encoding="utf-8"))["seq_without_gap"])

    assert [without_gap(paths[place]) for place in (0, 2, 3, 1)] == [1, 1, 1, 4]


def test_the_highest_revision_wins_whenever_it_comes(world: World) -> None:
    old = world.site.send(rows_of((1, 1), revision=1, step=2))
    new = world.site.send(rows_of((1, 1), revision=2, step=4))
    other = world.another("other")
    assert world.fates(old, new) == other.fates(new, old) == [Fate.ACCEPTED] * 2
    assert world.tables() == other.tables()
    assert {row[3] for row in world.tables()["answers"] if row[1] == "B1"} == {4}


def test_two_rows_of_one_revision_end_the_same_in_any_order(world: World) -> None:
    one = world.site.send(rows_of((1, 1), step=2))
    two = world.site.send(rows_of((1, 1), step=4))
    other = world.another("other")
    world.receive(one, two)
    other.receive(two, one)
    assert world.tables() == other.tables()


def test_a_tombstone_beats_all_whenever_it_comes(world: World) -> None:
    sent = world.site.send(rows_of((1, 1), (2, 1), (3, 2), (4, 2)))
    gone = [("citizen", citizen_id(1), "withdrawal"), ("meeting", meeting_id(3), "correction")]
    taken_back = world.site.send(_no_rows(tombstones=gone))
    again = world.site.send(rows_of((1, 1), (3, 2), revision=9))
    other = world.another("other")
    world.receive(sent, taken_back, again)
    outcomes = other.receive(taken_back, again, sent)
    assert world.tables() == other.tables()
    assert {row[1] for row in world.tables()["citizens"]} == {citizen_id(2)}
    assert {row[1] for row in world.tables()["meetings"]} == {meeting_id(4)}
    assert {row[0] for row in world.tables()["answers"]} == {meeting_id(4)}
    assert outcomes[1].receipt is not None
    counts = json.loads(outcomes[1].receipt.read_text(encoding="utf-8"))["tables"]
    assert counts["citizens"] == {"accepted": 1, "refused": {"erased": 1}}
    assert counts["answers"] == {"accepted": 0, "refused": {"erased": 104}}


def test_a_full_snapshot_equals_the_increments(world: World) -> None:
    for number in range(1, 6):
        world.site.send(rows_of((number, 1 + number % 2)))
    world.site.send(rows_of((2, 1), revision=2, step=5))
    world.receive()
    everything = rows_of((1, 2), (3, 2), (4, 1), (5, 2))
    later = rows_of((2, 1), revision=2, step=5)
    snapshot = {name: everything[name] + later[name] for name in everything}
    snapshot["citizens"] = [citizen(1, 2), citizen(2, 1)]
    other = world.another("other")
    other.inbox = world.folder / "snapshot"
    other.inbox.mkdir()
    other.site.folder = other.inbox
    other.site.send(snapshot)
    assert other.fates() == [Fate.ACCEPTED]
    assert world.tables() == other.tables()


@pytest.mark.soak("packages sent three times each, shuffled: the same tables as once in order", small=10, full=100)
def test_three_times_and_shuffled_is_the_same_as_once_in_order(rounds: Rounds, world: World) -> None:
    """Broken once by an upsert that takes whatever comes last."""
    chance = random.Random(20261121)
    sites = [world.site, world.installed("opdigtet", "d4e5f6")]
    for number in rounds:
        # Meetings come again in higher revisions, from either installation, and now and then one is taken back.
        of = {each: 1 + each % 5 for each in (number // 2, 200 + number // 3)}
        rows = rows_of(*of.items(), revision=1 + number // 3, step=1 + number % 5)
        if number % 7 == 5:
            rows["tombstones"] = [("meeting", meeting_id(200 + number // 2), "correction")]
        sites[number % 2].send(rows)
    other = world.another("other")
    assert Fate.QUARANTINED not in world.fates()
    paths = sorted(world.inbox.iterdir()) * 3
    chance.shuffle(paths)
    fates = other.fates_of(paths)
    assert fates.count(Fate.ACCEPTED) == len(rounds)
    assert fates.count(Fate.DUPLICATE) == 2 * len(rounds)
    assert world.tables() == other.tables()
    assert len(world.tables()["meetings"]) > len(rounds) / 2
    rounds.found(times_received=len(paths), rows=sum(map(len, world.tables().values())))


@pytest.mark.soak("packages with a bad one among them: all others merged", small=20, full=500)
def test_one_bad_package_does_not_stop_the_others(rounds: Rounds, world: World) -> None:
    """Broken once by an intake that ends at the first refusal."""
    for number in rounds:
        world.site.send(rows_of((number, number)))
    bad = sorted(world.inbox.iterdir())[len(rounds) // 2]
    bad.write_bytes(b"nothing")
    fates = world.fates()
    assert (fates.count(Fate.ACCEPTED), fates.count(Fate.QUARANTINED)) == (len(rounds) - 1, 1)
    assert len(world.tables()["meetings"]) == len(rounds) - 1
    rounds.found(merged=len(rounds) - 1, set_aside=1)


# -- who may send ------------------------------------------------------------------------------------------------------


def test_an_unknown_site_is_set_aside_and_taken_in_after_enrolment(world: World) -> None:
    from bip_desktop.centre.enrolment import enrol

    stranger = world.installed("fremmed", "0a0b0c", enrolled=False)
    path = stranger.send(rows_of((7, 7)))
    assert _flaws(world, path) == [Flaw.SITE_UNKNOWN]
    path.unlink()
    with world.store.writing() as connection:
        enrol(connection, "fremmed", public_key(stranger.installation.signing_key), "2026-11-21")
    kept = next(world.home.quarantine.iterdir())
    assert world.fates(kept) == [Fate.ACCEPTED]
    assert list(world.home.quarantine.iterdir()) == []


def test_a_key_of_another_site_signs_for_its_own_alone(world: World) -> None:
    forger = world.installed("forger", "0f0f0f")
    path = world.site.send(rows_of((1, 1)), change=_signed_by(forger))
    assert _flaws(world, path) == [Flaw.KEY_UNKNOWN]


def test_a_revoked_key_sends_nothing_new_and_keeps_its_receipts(world: World) -> None:
    from bip_desktop.centre.enrolment import revoke

    before = world.site.send(rows_of((1, 1)))
    world.receive(before)
    with world.store.writing() as connection:
        revoke(connection, public_key(world.site.installation.signing_key).hex(), "2026-11-22")
    after = world.site.send(rows_of((2, 1)))
    assert _flaws(world, after) == [Flaw.KEY_REVOKED]
    assert world.fates(before) == [Fate.DUPLICATE]


def test_a_site_cannot_touch_what_another_sent(world: World) -> None:
    other = world.installed("anden", "0a0b0c")
    world.site.send(rows_of((1, 1)))
    world.receive()
    before = world.tables()
    theirs = rows_of((2, 1))
    own_meeting = rows_of((1, 5))
    caseworker = rows_of((3, 5))
    erasing = _no_rows(tombstones=[("citizen", citizen_id(1), "erasure")])
    for rows in (theirs, own_meeting, caseworker, erasing):
        assert _flaws(world, other.send(rows)) == [Flaw.OTHER_SITE]
    assert world.tables() == before


def test_one_installation_has_one_key(world: World) -> None:
    second = world.installed("opdigtet", "d4e5f6")
    world.receive(world.site.send(rows_of((1, 1))))
    path = world.site.send(rows_of((2, 1)), change=_signed_by(second))
    assert _flaws(world, path) == [Flaw.KEY_OTHER_INSTALLATION]


def test_two_versions_of_one_submission_are_a_conflict(world: World) -> None:
    world.receive(world.site.send(rows_of((1, 1))))
    again = world.site.send(rows_of((1, 1), step=5), seq=1)
    assert _flaws(world, again) == [Flaw.CONFLICT_SEQ]

    def same_id(taken: Taken) -> None:
        manifest = taken.manifest
        with world.store.reading() as connection:
            from bip_desktop.centre import store_tables as t

            manifest["submission_id"] = connection.execute(t.submissions.select()).first().submission_id  # type: ignore[union-attr]

    assert _flaws(world, world.site.send(rows_of((2, 1)), change=same_id, seq=2)) == [Flaw.CONFLICT_ID]


# -- what rows have to say together ------------------------------------------------------------------------------------


def test_a_fault_in_the_last_line_takes_back_the_first(world: World) -> None:
    rows = rows_of((1, 1), (2, 2))
    path = world.site.send(
        rows, change=lambda taken: taken.edit("interventions", lambda text: text.replace("job", "health"))
    )
    [outcome] = world.receive(path)
    assert outcome.refused is not None
    assert (outcome.refused.flaw, outcome.refused.place.row) == (Flaw.GROUP, 2)
    assert not any(world.tables().values())
    with world.store.reading() as connection:
        from bip_desktop.centre import store_tables as t

        assert connection.execute(t.submissions.select()).first() is None
        assert connection.execute(t.installations.select()).first() is None


def test_a_changed_questionnaire_under_an_old_name_is_set_aside(world: World) -> None:
    world.receive(world.site.send(rows_of((1, 1))))

    def reword(taken: Taken) -> None:
        files, manifest = taken.files, taken.manifest
        [name] = [name for name in files if name.startswith("instruments/")]
        files[name] = files[name].replace(b"Hvor godt ved du", b"Hvor godt vidste du")
        import hashlib

        manifest["instruments"][0]["sha256"] = hashlib.sha256(files[name]).hexdigest()

    assert _flaws(world, world.site.send(rows_of((2, 1)), change=reword)) == [Flaw.INSTRUMENT_CHANGED]


def test_after_the_reveal_is_a_row_of_its_own(world: World) -> None:
    rows = rows_of((1, 1))
    rows["answers"].append((meeting_id(1), "B3", 0, 5, "scale", 2, 1))
    world.receive(world.site.send(rows))
    b3 = sorted(row[3:] for row in world.tables()["answers"] if row[1] == "B3")
    assert b3 == [(3, "scale", 1, 0), (5, "scale", 2, 1)]


def test_a_meeting_without_all_its_answers_is_set_aside(world: World) -> None:
    rows = rows_of((1, 1))
    rows["answers"] = [row for row in answers(1) if row[1] != "S12"]
    [outcome] = world.receive(world.site.send(rows))
    assert outcome.refused is not None
    assert (outcome.refused.flaw, outcome.refused.facts["item"]) == (Flaw.ANSWERS_MISSING, "S12")


def test_rows_refer_to_what_is_in_the_package(world: World) -> None:
    rows = rows_of((1, 1))
    rows["meetings"] = [meeting(1, 1), meeting(2, 9)]
    assert _flaws(world, world.site.send(rows)) == [Flaw.REFERENCE]
