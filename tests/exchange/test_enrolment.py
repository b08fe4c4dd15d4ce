# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Jobcentre and research centre get to know each other: files of one program that the other reads, and nothing else."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyrage
import pytest

from bip_desktop.centre.command_line import main
from bip_desktop.centre.enrolment import read_key, site_keys
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.home import make_home, open_home
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.exchange.centre_keys import CentreKeys
from bip_desktop.exchange.envelope import read_recipients
from bip_desktop.exchange.handover_keys import handover_identity, handover_recipient
from bip_desktop.exchange.installation_card import InstallationCards, card_of, read_card
from bip_desktop.exchange.package import PackageFiles
from bip_desktop.exchange.signed_json import SignedKind, signed_bytes
from bip_desktop.exchange.signing import fingerprint, new_signing_key, public_key, read_aloud
from bip_desktop.services.enrolling import Enrolling, enrolled_text
from bip_desktop.services.ports import Unlocked
from tests.exchange.submission_cases import INSTALLATION, KAREN, Jobcentre


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("centre") / "home"
    linking = str(pyrage.x25519.Identity.generate().to_public())
    assert main(["--home", str(folder), "init", "--name", "Center for Opdigtet Forskning", "--linking", linking]) == 0
    return folder


def _changed(home: Path, folder: Path, changed: dict[str, Any]) -> Path:
    content = json.loads((home / "recipients.json").read_text(encoding="utf-8"))
    content.update(changed)
    path = folder / "ny.json"
    kept = {name: value for name, value in content.items() if value is not ...}
    path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    return path


def _enrolling(jobcentre: Jobcentre, file: Path) -> Enrolling:
    unlocked = Unlocked(jobcentre.store, INSTALLATION, KAREN)
    return Enrolling(unlocked, CentreKeys(file, lambda: enrolled_text(unlocked)), InstallationCards())


def _place(enrolling: Enrolling, file: Path) -> object:
    with pytest.raises(BipError) as raised:
        enrolling.look(file)
    assert raised.value.code is Code.RECIPIENTS_FILE
    return raised.value.facts["place"]


@pytest.fixture
def enrolling(tmp_path: Path) -> Any:
    with Jobcentre.opened(tmp_path / "jobcentre") as jobcentre:
        yield _enrolling(jobcentre, tmp_path / "recipients.json")


def test_the_centres_file_is_taken_in_with_the_fingerprint_that_init_shows(
    enrolling: Enrolling, centre: Path, tmp_path: Path
) -> None:
    assert enrolling.present() is None
    found = enrolling.look(centre / "recipients.json")
    assert enrolling.present() is None  # looking changes nothing
    assert found.centre == "Center for Opdigtet Forskning"
    assert found.fingerprint == read_aloud(fingerprint(public_key(open_home(centre).signing_key())))
    assert found.can_link
    enrolling.accept(found)
    present = enrolling.present()
    assert present is not None
    assert (present.centre, present.fingerprint) == (found.centre, found.fingerprint)


def test_what_was_taken_in_holds_whatever_lies_beside_the_database(
    enrolling: Enrolling, centre: Path, tmp_path: Path
) -> None:
    enrolling.accept(enrolling.look(centre / "recipients.json"))
    stranger = make_home(tmp_path / "stranger", "Fremmed center")
    (tmp_path / "recipients.json").write_bytes(stranger.recipients_file.read_bytes())
    present = enrolling.present()
    assert present is not None
    assert present.centre == "Center for Opdigtet Forskning"


def test_packages_are_sealed_to_the_centre_that_was_taken_in(centre: Path, tmp_path: Path) -> None:
    with Jobcentre.opened(tmp_path / "jobcentre") as jobcentre:
        enrolling = _enrolling(jobcentre, tmp_path / "recipients.json")
        enrolling.accept(enrolling.look(centre / "recipients.json"))
        unlocked = Unlocked(jobcentre.store, INSTALLATION, KAREN)
        files = PackageFiles(CentreKeys(tmp_path / "recipients.json", lambda: enrolled_text(unlocked)))
        assert files.centre().name == "Center for Opdigtet Forskning"
        recipients = read_recipients(centre / "recipients.json")
        assert files.centre().operating_fingerprint == recipients.fingerprints["operating"]


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"signature": ...}, "signature"),
        ({"signature": "00" * 64}, "signature"),
        ({"centre": "Et andet center"}, "signature"),
        ({"extra": 1}, "signature"),
        ({"signing": ...}, "signing.key"),
        ({"signing": {"key": "ab"}}, "signing.key"),
        ({"signing": {"key": "00" * 32}}, "signature"),
        ({"operating": {"key": str(pyrage.x25519.Identity.generate().to_public())}}, "signature"),
    ],
)
def test_an_altered_or_unsigned_enrolment_is_refused(
    enrolling: Enrolling, centre: Path, tmp_path: Path, changed: dict[str, Any], place: str
) -> None:
    assert _place(enrolling, _changed(centre, tmp_path, changed)) == place
    assert enrolling.present() is None


def test_another_kind_of_signed_file_cannot_pass_for_an_enrolment(
    enrolling: Enrolling, centre: Path, tmp_path: Path
) -> None:
    content = json.loads((centre / "recipients.json").read_text(encoding="utf-8"))
    content.pop("signature")
    path = tmp_path / "ny.json"
    path.write_bytes(signed_bytes(SignedKind.EVIDENCE, content, open_home(centre).signing_key()))
    assert _place(enrolling, path) == "signature"


def test_the_linking_units_key_cannot_be_one_of_the_centres_own(centre: Path, tmp_path: Path) -> None:
    content = json.loads((centre / "recipients.json").read_text(encoding="utf-8"))
    content.pop("signature")
    content["linking"] = content["operating"]
    path = tmp_path / "ny.json"
    path.write_bytes(signed_bytes(SignedKind.RECIPIENTS, content, open_home(centre).signing_key()))
    with pytest.raises(BipError) as raised:
        read_recipients(path)
    assert raised.value.facts["place"] == "linking.key"


def test_a_linking_key_that_is_none_is_refused_by_the_centre(tmp_path: Path) -> None:
    with pytest.raises(CentreError) as raised:
        make_home(tmp_path / "home", "Center", linking="age1nothing")
    assert raised.value.problem is Problem.KEY_FORM
    assert not (tmp_path / "home").exists()


def test_the_installations_card_is_what_the_centre_enrols(enrolling: Enrolling, centre: Path, tmp_path: Path) -> None:
    card = enrolling.write_card(tmp_path)
    assert card.name == "bip-kort-opdigtet-a1b2c3.json"
    assert main(["--home", str(centre), "enrol", "opdigtet", str(card)]) == 0
    with open_home(centre).store().reading() as connection:
        [known] = site_keys(connection, "opdigtet")
    assert known.public == public_key(INSTALLATION.signing_key)
    assert read_aloud(known.fingerprint) == enrolling.card().fingerprint


def test_a_card_of_one_site_is_not_enrolled_for_another(enrolling: Enrolling, tmp_path: Path) -> None:
    card = enrolling.write_card(tmp_path)
    with pytest.raises(CentreError) as raised:
        read_key(str(card), "fremmed")
    assert raised.value.problem is Problem.KEY_OF_OTHER_SITE


def test_a_card_tells_nothing_that_is_secret() -> None:
    content = card_of(INSTALLATION, "Karen Opdigtet").content
    assert INSTALLATION.signing_key.hex().encode() not in content
    assert str(handover_identity(INSTALLATION.signing_key)).encode() not in content


@pytest.mark.parametrize("name", ["site", "site_name", "installation", "holder", "signing", "handover"])
def test_an_altered_card_is_refused(name: str) -> None:
    other = card_of(replace(INSTALLATION, signing_key=new_signing_key(), installation_id="0f0f0f"), "Bo Opdigtet")
    read, theirs = json.loads(card_of(INSTALLATION, "Karen Opdigtet").content), json.loads(other.content)
    theirs |= {"site": "fremmed", "site_name": "Fremmed"}
    read[name] = theirs[name]
    with pytest.raises(BipError) as raised:
        read_card(json.dumps(read).encode(), "kort.json")
    assert raised.value.code is Code.CARD_FILE


def test_the_handover_key_follows_from_the_signing_key_alone() -> None:
    for _ in range(50):
        key = os.urandom(32)
        recipient = handover_recipient(key)
        sealed = pyrage.encrypt(b"Opdigtet", [pyrage.x25519.Recipient.from_str(recipient)])
        assert pyrage.decrypt(sealed, [handover_identity(key)]) == b"Opdigtet"
    assert handover_recipient(bytes(32)) == "age1vnv8w6qexfql4y6p90a7fsxm5x4cfjsyfz7tllrfyq4g87lxcuyq6zzvdt"
