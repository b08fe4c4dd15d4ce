# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The package as it lies on the disk: sealed, signed, exact, and free of anything that must not leave."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from frictionless import Package, validate

from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.citizen import ChangeReason, Research
from bip_desktop.domain.intervention import Mark, Origin, Status
from bip_desktop.domain.meeting import When
from bip_desktop.domain.questionnaire import Amount, Missing, Respondent, Step, Ticks, Unit, Value
from bip_desktop.domain.submission import CITIZENS, NO_HASH, TABLES
from bip_desktop.exchange.csv_tables import csv_bytes
from bip_desktop.exchange.package import archive, instrument_name
from bip_desktop.exchange.signing import (
    CONTEXT,
    fingerprint,
    is_signed,
    new_signing_key,
    public_key,
    read_aloud,
    sign,
)
from tests.exchange.submission_cases import (
    BO,
    INSTALLATION,
    KAREN,
    NEXT_INSTRUMENT,
    Jobcentre,
    citizen,
    meeting,
    outside,
)
from tests.exchange.submission_reading import Opened, opened

EVERY_KIND: dict[str, Value] = {
    **{f"B{n}": Step(1 + n % 5) for n in range(1, 6)},
    "B6": Missing.DONT_KNOW,
    "B7": Missing.DECLINED,
    "B8": Missing.SKIPPED,
    "B10": Ticks(frozenset({2, 4})),
    "B11": Amount(1_250_000, Unit.MONTH_AFTER_TAX),
    "S1": Ticks(frozenset({3, 10})),
    "S2": Step(3),
    "S3": Missing.NOT_RELEVANT,
}
MARKS = [
    Mark(3, Status.ONGOING, Origin.OWN),
    Mark(10, Status.DROPPED, Origin.OWN),
    Mark(13, Status.AGREED, Origin.SUGGESTED),
    Mark(1, Status.SHOWN, Origin.SUGGESTED),
]


@pytest.fixture
def jobcentre(tmp_path: Path) -> Iterator[Jobcentre]:
    with Jobcentre.opened(tmp_path / "jobcentre") as jobcentre:
        yield jobcentre


@pytest.fixture
def busy(jobcentre: Jobcentre) -> Jobcentre:
    """Something of everything that can be sent, and of everything that must not be."""
    person = jobcentre.add(citizen(1))
    first = meeting(person, 1, date(2026, 3, 2))
    jobcentre.hold(first, EVERY_KIND, MARKS, later={"B1": Step(5), "B10": Ticks(frozenset({7}))})
    jobcentre.hand_over(person.citizen_id, date(2026, 4, 8), ChangeReason.LEAVE)
    second = replace(
        meeting(person, 2, date(2026, 5, 26)),
        caseworker_id=BO.caseworker_id,
        instrument_version=NEXT_INSTRUMENT.version,
        language="en",
        caseworker_when=When.AFTER,
    )
    jobcentre.hold(second, {"S1": Ticks(frozenset({23}))}, declined=(Respondent.CITIZEN,))
    jobcentre.hold(meeting(jobcentre.add(citizen(2, Research.NO))), EVERY_KIND, MARKS)
    jobcentre.hold(meeting(jobcentre.add(citizen(3, Research.UNASKED))), EVERY_KIND, MARKS)
    gone = jobcentre.add(citizen(4))
    jobcentre.hold(meeting(gone), EVERY_KIND, MARKS)
    jobcentre.submitting().export(jobcentre.folder)
    jobcentre.withdraw(gone.citizen_id)
    return jobcentre


@pytest.fixture
def file(busy: Jobcentre) -> Path:
    """The second submission of a busy jobcentre, with everything in it."""
    return busy.folder / busy.submitting().export(busy.folder, full=True).file_name


@pytest.fixture
def package(busy: Jobcentre, file: Path) -> Opened:
    return opened(file, busy.centre)


# -- the seal ----------------------------------------------------------------------------------------------------------


def test_both_of_the_centres_keys_open_it_and_no_third_does(busy: Jobcentre, file: Path) -> None:
    sealed = file.read_bytes()
    first = pyrage.decrypt(sealed, [busy.centre.operating])
    assert first == pyrage.decrypt(sealed, [busy.centre.recovery])
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [pyrage.x25519.Identity.generate()])


def test_it_is_sealed_to_exactly_two(file: Path) -> None:
    header, _, _ = file.read_bytes().partition(b"\n--- ")
    assert header.startswith(b"age-encryption.org/v1\n")
    assert header.count(b"\n-> X25519 ") == 2


def test_a_changed_byte_is_noticed_by_the_seal(busy: Jobcentre, file: Path) -> None:
    sealed = bytearray(file.read_bytes())
    sealed[-1] ^= 1
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(bytes(sealed), [busy.centre.operating])


def test_nothing_readable_lies_outside_the_seal(file: Path) -> None:
    sealed = file.read_bytes()
    assert b"PK\x03\x04" not in sealed
    assert INSTALLATION.site.encode() not in sealed


# -- the signature -----------------------------------------------------------------------------------------------------


def test_the_signature_fails_on_any_changed_byte(package: Opened) -> None:
    manifest, signature = package.members["manifest.json"], package.members["manifest.sig"]
    public = public_key(INSTALLATION.signing_key)
    assert is_signed(public, manifest, signature)
    for place in range(len(manifest)):
        changed = bytearray(manifest)
        changed[place] ^= 1
        assert not is_signed(public, bytes(changed), signature)
    for place in range(len(signature)):
        changed = bytearray(signature)
        changed[place] ^= 1
        assert not is_signed(public, manifest, bytes(changed))


def test_the_signature_is_over_the_context_and_the_exact_bytes(package: Opened) -> None:
    public = Ed25519PublicKey.from_public_bytes(public_key(INSTALLATION.signing_key))
    public.verify(package.members["manifest.sig"], b"BIP-submission-v1\x00" + package.members["manifest.json"])
    assert CONTEXT == b"BIP-submission-v1\x00"


def test_another_installation_cannot_have_signed_it(package: Opened) -> None:
    manifest = package.members["manifest.json"]
    other = new_signing_key()
    assert len(other) == 32
    assert other != new_signing_key()
    assert not is_signed(public_key(other), manifest, package.members["manifest.sig"])
    assert is_signed(public_key(other), manifest, sign(other, manifest))


def test_a_key_has_a_fingerprint_that_can_be_read_aloud() -> None:
    print_ = fingerprint(public_key(INSTALLATION.signing_key))
    assert re.fullmatch("[0-9a-f]{64}", print_)
    assert re.fullmatch("([0-9a-f]{4} ){7}[0-9a-f]{4}", read_aloud(print_))


# -- the manifest ------------------------------------------------------------------------------------------------------


def test_the_manifest_says_exactly_this(busy: Jobcentre, package: Opened) -> None:
    manifest = package.manifest
    centre = busy.writer.centre()
    first, second = busy.submitting().sent()
    assert set(manifest) == {
        "format_version",
        "submission_id",
        "site",
        "installation",
        "seq",
        "previous_manifest_sha256",
        "window",
        "app_version",
        "schema_version",
        "instruments",
        "rules",
        "files",
        "recipients",
        "audit_head",
        "declined_research",
    }
    assert manifest["format_version"] == 1
    assert manifest["submission_id"] == second.submission_id
    assert (manifest["site"], manifest["installation"], manifest["seq"]) == ("opdigtet", "a1b2c3", 2)
    assert manifest["previous_manifest_sha256"] == first.manifest_sha256
    assert manifest["window"] == {"from": 0, "to": second.upto}
    assert (manifest["app_version"], manifest["schema_version"]) == ("0.1.0", "7f3a")
    assert [(each["id"], each["version"], each["wording_version"]) for each in manifest["instruments"]] == [
        ("bip", "2026.1", "draft-1"),
        ("bip", "2026.2", "draft-2"),
    ]
    assert manifest["rules"] == {"id": "bip-rules", "version": "1"}
    assert manifest["recipients"] == {
        "operating": centre.operating_fingerprint,
        "recovery": centre.recovery_fingerprint,
    }
    assert manifest["audit_head"] == NO_HASH
    assert manifest["declined_research"] == 2  # one has said no from the start, one has withdrawn
    assert {each["name"]: each["rows"] for each in manifest["files"]} == {
        "data/citizens.csv": 1,
        "data/meetings.csv": 2,
        "data/answers.csv": second.counts["answers"],
        "data/interventions.csv": 4,
        "data/tombstones.csv": 1,
        "datapackage.json": None,
        "LAESMIG.txt": None,
        "instruments/bip@2026.1.json": None,
        "instruments/bip@2026.2.json": None,
    }


def test_the_manifest_has_one_way_of_being_written(package: Opened) -> None:
    written = json.dumps(package.manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert package.members["manifest.json"] == written.encode()


def test_the_head_of_the_log_goes_along_where_there_is_one(busy: Jobcentre) -> None:
    with busy.store.writing() as work:
        head = work.audit.append(
            KAREN.caseworker_id, datetime.fromisoformat("2026-03-02T08:00"), [Event(Happened.UNLOCKED)]
        )
    sent = busy.submitting().export(busy.folder)
    assert json.loads(sent.manifest)["audit_head"] == head.hash


def test_the_instruments_go_along_as_they_are(busy: Jobcentre, package: Opened) -> None:
    for version in ("2026.1", "2026.2"):
        assert package.members[f"instruments/bip@{version}.json"] == busy.instruments.raw("bip", version)


@pytest.mark.parametrize("name", ["../bip", "a/b", "", "b ip", "a\\b"])
def test_an_instruments_id_cannot_name_another_place(name: str) -> None:
    with pytest.raises(ValueError, match="instrument"):
        instrument_name(name, "1")


# -- the tables --------------------------------------------------------------------------------------------------------

HEADERS = {
    "citizens": "citizen_id,revision,sex,birth_year_band,benefit,research",
    "meetings": (
        "meeting_id,revision,citizen_id,caseworker_id,iso_week,measurement_number,weeks_since_previous,"
        "caseworker_changed,change_reason,language,citizen_mode,caseworker_when,instrument_id,instrument_version,"
        "wording_version,rules_version,citizen_part,caseworker_part"
    ),
    "answers": "meeting_id,item,option,value,unit,revision,after_reveal",
    "interventions": "meeting_id,activity,group,status,origin,revision",
    "tombstones": "kind,id,reason",
}


def test_the_columns_are_exactly_those_of_the_contract(package: Opened) -> None:
    assert {table.name: ",".join(table.header) for table in TABLES} == HEADERS
    for name, header in HEADERS.items():
        assert package.members[f"data/{name}.csv"].decode().split("\n")[0] == header


def test_the_small_tables_are_these_to_the_byte(package: Opened) -> None:
    first, second = "0a751de0-0000-4000-8000-000100000001", "0a751de0-0000-4000-8000-000200000001"
    person = "5e5ea5c0-0000-4000-8000-000000000001"
    assert package.members["data/citizens.csv"].decode() == (f"{HEADERS['citizens']}\n{person},2,m,1980-1984,2,1\n")
    assert package.members["data/meetings.csv"].decode() == (
        f"{HEADERS['meetings']}\n"
        f"{first},2,{person},{KAREN.caseworker_id},2026-W10,1,-97,0,-97,da,helped,before,"
        "bip,2026.1,draft-1,1,partial,partial\n"
        f"{second},2,{person},{BO.caseworker_id},2026-W22,2,12,1,2,en,helped,after,"
        "bip,2026.2,draft-2,1,declined,partial\n"
    )
    assert package.members["data/interventions.csv"].decode() == (
        f"{HEADERS['interventions']}\n"
        f"{first},1,upskilling,shown,suggested,2\n"
        f"{first},3,job,ongoing,own,2\n"
        f"{first},10,health,dropped,own,2\n"
        f"{first},13,job,agreed,suggested,2\n"
    )
    assert package.members["data/tombstones.csv"].decode() == (
        f"{HEADERS['tombstones']}\ncitizen,5e5ea5c0-0000-4000-8000-000000000004,withdrawal\n"
    )


def test_the_answers_of_every_kind_are_these(package: Opened) -> None:
    first = "0a751de0-0000-4000-8000-000100000001"
    lines = package.members["data/answers.csv"].decode().split("\n")
    for line in (
        f"{first},B1,0,2,scale,1,0",
        f"{first},B1,0,5,scale,1,1",
        f"{first},B6,0,-99,scale,1,0",
        f"{first},B7,0,-98,scale,1,0",
        f"{first},B8,0,-94,scale,1,0",
        f"{first},B9,0,-95,scale,1,0",
        f"{first},B10,2,1,tick,1,0",
        f"{first},B10,3,0,tick,1,0",
        f"{first},B10,2,0,tick,1,1",
        f"{first},B10,7,1,tick,1,1",
        f"{first},B11,0,1250000,oere_per_month_after_tax,1,0",
        f"{first},S1,10,1,tick,1,0",
        f"{first},S1,23,0,tick,1,0",
        f"{first},S3,0,-97,scale,1,0",
    ):
        assert lines.count(line) == 1, line


def test_a_declined_part_is_declined_in_every_row(package: Opened) -> None:
    rows = [row for row in package.rows("answers") if row["meeting_id"].endswith("000200000001")]
    assert {row["value"] for row in rows if row["item"].startswith("B")} == {"-98"}
    assert [row["value"] for row in rows if row["item"] == "S1"] == ["0"] * 22 + ["1"]


def test_the_files_are_plain_csv(package: Opened) -> None:
    for table in TABLES:
        content = package.members[table.path]
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\n")
        assert not any(sign in content for sign in (b"\r", b'"', b"\0", b";", b",,", b",\n", b"\n\n", b"\n,"))
        content.decode("ascii")  # codes and numbers need no more


def test_a_table_without_rows_has_its_header_alone() -> None:
    for table in TABLES:
        assert csv_bytes(table, []) == ",".join(table.header).encode() + b"\n"


def test_a_cell_that_may_not_leave_stops_the_whole_file() -> None:
    with pytest.raises(ValueError, match=r"citizens\.sex"):
        csv_bytes(CITIZENS, [("5e5ea5c0-0000-4000-8000-000000000001", 1, "Anna", "1980-1984", 2, 1)])


def test_a_key_that_comes_twice_is_a_fault() -> None:
    row = ("5e5ea5c0-0000-4000-8000-000000000001", 1, "f", "1980-1984", 2, 1)
    with pytest.raises(ValueError, match="twice"):
        csv_bytes(CITIZENS, [row, row])


# -- the description ---------------------------------------------------------------------------------------------------


@pytest.fixture
def unpacked(package: Opened, tmp_path: Path) -> Path:
    for name, content in package.members.items():
        path = tmp_path / "unpacked" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "unpacked"


def test_frictionless_finds_the_package_valid(unpacked: Path) -> None:
    report = validate(str(unpacked / "datapackage.json"))
    assert report.flatten(["type", "note"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(TABLES)


@pytest.mark.parametrize(
    ("table", "before", "after"),
    [
        ("citizens", ",m,", ",x,"),  # a category there is not
        ("citizens", "1980-1984", "1980"),
        ("meetings", "5e5ea5c0-0000-4000-8000-000000000001", "5e5ea5c0-0000-4000-8000-000000000009"),  # no such citizen
        ("meetings", ",12,1,2,", ",,1,2,"),  # an empty cell
        ("answers", ",scale,1,1\n", ",scale,1,0\n"),  # the same key twice
        ("answers", ",1250000,", ",12500.00,"),
        ("interventions", ",13,job,", ",22,job,"),
    ],
)
def test_frictionless_finds_what_is_wrong(unpacked: Path, table: str, before: str, after: str) -> None:
    path = unpacked / f"data/{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8", newline="")
    _without_hashes(unpacked / "datapackage.json")
    assert not validate(str(unpacked / "datapackage.json")).valid


def _without_hashes(path: Path) -> None:
    """So that it is the columns that notice, not the hash."""
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        del resource["hash"], resource["bytes"]
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def test_the_description_is_version_2_with_types_labels_and_keys(unpacked: Path) -> None:
    descriptor = json.loads((unpacked / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    by_name = {resource["name"]: resource["schema"] for resource in descriptor["resources"]}
    fields = {name: {field["name"]: field for field in schema["fields"]} for name, schema in by_name.items()}
    assert by_name["answers"]["primaryKey"] == ["meeting_id", "item", "option", "after_reveal"]
    assert by_name["meetings"]["foreignKeys"] == [
        {"fields": ["citizen_id"], "reference": {"resource": "citizens", "fields": ["citizen_id"]}}
    ]
    assert fields["answers"]["value"]["type"] == "integer"
    assert [each["value"] for each in fields["answers"]["value"]["missingValues"]] == [
        "-99",
        "-98",
        "-97",
        "-96",
        "-95",
        "-94",
    ]
    assert fields["citizens"]["sex"]["categories"][0] == {"value": "f", "label": "Kvinde", "label_en": "Woman"}
    assert fields["citizens"]["benefit"]["missingValues"][0]["label"] == "Ukendt"
    for table in TABLES:
        assert list(fields[table.name]) == list(table.header)


def test_frictionless_reads_missing_codes_as_missing(unpacked: Path) -> None:
    rows = Package(str(unpacked / "datapackage.json")).get_table_resource("meetings").read_rows()
    assert [row["weeks_since_previous"] for row in rows] == [None, 12]


# -- the archive -------------------------------------------------------------------------------------------------------


def test_the_archive_is_the_same_whenever_it_is_made(package: Opened) -> None:
    members = dict(package.members)
    manifest, signature = members.pop("manifest.json"), members.pop("manifest.sig")
    assert archive(members, manifest, signature) == package.archive


def test_the_archive_holds_no_time_and_no_more_than_it_should(package: Opened) -> None:
    with zipfile.ZipFile(io.BytesIO(package.archive)) as zipped:
        infos = zipped.infolist()
        assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in infos} == {0o100644}
        assert not zipped.comment
        assert not any(info.extra or info.comment for info in infos)
        assert [info.filename for info in infos] == [
            "manifest.json",
            "manifest.sig",
            *(table.path for table in TABLES),
            "datapackage.json",
            "instruments/bip@2026.1.json",
            "instruments/bip@2026.2.json",
            "LAESMIG.txt",
        ]
        assert sum(info.file_size for info in infos) < 100 * len(package.archive)  # what the centre unpacks


def test_the_note_is_for_a_person(package: Opened) -> None:
    note = package.members["LAESMIG.txt"].decode()
    assert "indberetning 2 fra opdigtet" in note
    assert "-98 ønsker ikke at svare" in note
    assert not re.search(r"[{}]", note)


# -- what must never leave ---------------------------------------------------------------------------------------------


def test_nothing_that_must_not_leave_is_in_any_byte(busy: Jobcentre, file: Path, package: Opened) -> None:
    people = [citizen(number) for number in range(1, 5)]
    canaries: set[str] = {"Fritekst", "Karen", "Bo Opdigtet", "12 34 56 78", "Jobcenter Opdigtet", "SAGSNR"}
    for person in people:
        digits = person.cpr.digits
        canaries |= {digits, person.cpr.written, digits[:6], person.name, person.citizen_id}
        canaries |= {meeting(person, number).meeting_id for number in (1, 2)}
    for on in (date(2026, 3, 2), date(2026, 5, 26), date(2026, 4, 8), date(2026, 4, 9), date(2027, 5, 4), busy.now):
        canaries |= {on.strftime(form) for form in ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y%m%d")}
    outside = {busy.centre.operating, busy.centre.recovery}
    haystacks = {"archive": package.archive, "name": file.name.encode(), **package.members}
    for canary in canaries:
        for name, haystack in haystacks.items():
            assert canary.encode() not in haystack, (canary, name)
    for name, haystack in haystacks.items():
        assert INSTALLATION.signing_key not in haystack, name
        assert not any(str(key).encode() in haystack for key in outside), name


def test_those_who_have_not_agreed_leave_no_trace(package: Opened) -> None:
    everything = b"".join(package.members.values())
    for number in (2, 3, 4):
        person = citizen(number)
        assert outside(meeting(person)).encode() not in everything
        assert (person.research_id.encode() in everything) is (number == 4)  # the tombstone of a withdrawal
