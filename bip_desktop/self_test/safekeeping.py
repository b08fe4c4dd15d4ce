# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Checks of what keeps people's answers: the key, the encryption, the schema, the data files, what leaves, the log."""

import io
import logging
import zipfile

import pyrage

from bip_desktop import bootstrap, logs, paths
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.paths import DATABASE, KEY_FILE
from bip_desktop.self_test.trial import CPR, GOAL, NAME, PASSPHRASE, Trial, answer, expect
from bip_desktop.services.unlocking import SHORTEST_PASSPHRASE
from bip_desktop.storage.keyring import Keyring
from bip_desktop.storage.migrations import needs_migration, newest_revision, stored_revision


def jobcentre(trial: Trial) -> str:
    """A key file and an encrypted database are made as at the first start."""
    _ = trial.desk
    for name in (KEY_FILE, DATABASE):
        expect((trial.places.folder / name).stat().st_size, f"{name} is empty")
    return "key file (Argon2id) and encrypted database made"


def passphrase(trial: Trial) -> str:
    """A wrong passphrase opens nothing; the right one does."""
    _ = trial.desk
    try:
        bootstrap.unlocking(trial.places).unlock("x" * SHORTEST_PASSPHRASE)
    except BipError as error:
        expect(error.code is Code.PASSPHRASE_WRONG, f"a wrong passphrase: {error.code.value}")
    else:
        expect(False, "a wrong passphrase opens the database")
    trial.opened_again().store.close()
    return "a wrong one refused, the right one accepted"


def schema(trial: Trial) -> str:
    """The database has the newest schema, through the migrations, and is whole."""
    _ = trial.desk
    _, key = Keyring.read(trial.places.folder / KEY_FILE).opened(PASSPHRASE)
    database, scripts = trial.places.folder / DATABASE, paths.migrations()
    newest = newest_revision(scripts)
    expect(not needs_migration(database, key, scripts), "the schema is older than the migrations")
    expect(stored_revision(database, key)[0] == newest, "the schema is not the newest")
    return f"revision {newest}"


def data_files(trial: Trial) -> str:
    """The questions and the suggestions can be read."""
    instrument = trial.desk.instruments.current()
    table = trial.desk.following.rules()
    if table is None:
        raise BipError(Code.RULES_FILE, file="rules", place="file")
    expect(table.rules, "there is no suggestion")
    return f"{len(instrument.items)} questions in version {instrument.version}, {len(table.rules)} suggestions"


def answers(trial: Trial) -> str:
    """Every answer is there again after the database was opened anew."""
    meetings = trial.desk.caseload.meetings(trial.citizen.citizen_id)
    again = trial.opened_again()
    items = [
        (place, item) for side in Respondent for place, item in enumerate(trial.desk.instruments.current().of(side))
    ]
    with again.store.reading() as work:
        for number, meeting in enumerate(meetings):
            kept = {each.item: each.value for each in work.meetings.stored_answers(meeting.meeting_id)}
            expect(kept == {item.code: answer(item, number + place) for place, item in items}, "an answer is lost")
        expect(work.citizens.get(trial.citizen.citizen_id).name == NAME, "the name is another")
    expect(
        bootstrap.open_desk(again, trial.places, lambda: trial.now).following.together(trial.citizen.citizen_id),
        "no series",
    )
    again.store.close()
    return f"{len(meetings)} meetings of {len(items)} answers each"


def encrypted(trial: Trial) -> str:
    """Nothing that was typed can be read in the files."""
    _ = trial.citizen
    looked = 0
    for file in sorted(trial.places.folder.iterdir()):
        if file.name.startswith((DATABASE, KEY_FILE)):
            content = file.read_bytes()
            looked += len(content)
            expect(not content.startswith(b"SQLite format 3"), f"{file.name} is not encrypted")
            for word in (NAME, CPR, GOAL, PASSPHRASE, "Karen"):
                for coding in ("utf-8", "utf-16-le"):
                    expect(word.encode(coding) not in content, f"plain text in {file.name}")
    expect(looked, "there is no file to look into")
    return f"{looked} bytes looked through"


def submission(trial: Trial) -> str:
    """A submission is sealed to the centre, whose key opens it, and it names nobody."""
    _ = trial.citizen
    folder = trial.folder / "submission"
    folder.mkdir(exist_ok=True)
    sent = trial.desk.submitting.export(folder, full=True)
    sealed = (folder / sent.file_name).read_bytes()
    content = pyrage.decrypt(sealed, [trial.centre.operating])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        opened = b"".join(archive.read(name) for name in names)
    expect("manifest.json" in names, "there is no manifest in it")
    for word in (NAME, CPR, GOAL):
        expect(word.encode() not in opened, "it holds what must not leave")
    return f"{len(sealed)} bytes with {len(names)} files, opened with the centre's key"


def log(trial: Trial) -> str:
    """What is logged carries no CPR number."""
    path = trial.folder / "log" / "trial.log"
    logs.start_log(path)
    logger = logging.getLogger("bip_desktop")
    try:
        logger.error("no citizen %s", CPR)
    finally:
        for handler in list(logger.handlers):
            logger.removeHandler(handler)
            handler.close()
    written = path.read_text(encoding="utf-8")
    expect("no citizen" in written, "the log is empty")
    expect(CPR not in written, "a CPR number is in the log")
    return "a CPR number was blotted out"
