# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The part of the composition root that stands behind the passphrase: the vault, and every use case over it.

Importing this module takes longer than showing the first window (SQLAlchemy, the cipher, the files' formats). So only
`bootstrap` imports it, and not before the window stands.
"""

from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from bip_desktop import __version__, paths
from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.errors import BipError
from bip_desktop.exchange.caseload_file import CaseloadFiles
from bip_desktop.exchange.centre_keys import CentreKeys
from bip_desktop.exchange.evidence_file import CentresEvidence
from bip_desktop.exchange.handover_file import SealedHandovers
from bip_desktop.exchange.installation_card import InstallationCards
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.exchange.package import PackageFiles
from bip_desktop.exchange.receipt import CentresReceipts
from bip_desktop.exchange.rules_file import RulesFile
from bip_desktop.paths import Places
from bip_desktop.services.access import Access
from bip_desktop.services.administering import Administering
from bip_desktop.services.agreeing import Agreeing
from bip_desktop.services.assigning import Assigning
from bip_desktop.services.auditing import Auditing, log_anchors
from bip_desktop.services.backing_up import BackingUp
from bip_desktop.services.between_laptops import BetweenLaptops
from bip_desktop.services.caseload import Caseload
from bip_desktop.services.citizen_rights import CitizenRights
from bip_desktop.services.correcting import Correcting
from bip_desktop.services.desk import Desk
from bip_desktop.services.enrolling import Enrolling, enrolled_text
from bip_desktop.services.evidence import MeasuredRules, TakingInEvidence
from bip_desktop.services.finding import Finding
from bip_desktop.services.following import Following
from bip_desktop.services.handing_over import HandingOver
from bip_desktop.services.importing import Importing
from bip_desktop.services.informing import Informing
from bip_desktop.services.looking_into import LookingInto
from bip_desktop.services.measuring import Measuring
from bip_desktop.services.meeting_copy import Archiving
from bip_desktop.services.ports import Now, Unlocked
from bip_desktop.services.receipts import Receipts
from bip_desktop.services.reflecting import Reflecting
from bip_desktop.services.restoring import Restoring
from bip_desktop.services.retention import Retention
from bip_desktop.services.submitting import Submitting
from bip_desktop.services.unlocking import Patience, PinLock
from bip_desktop.services.watched_store import WatchedStore
from bip_desktop.storage.backup_share import FolderShare
from bip_desktop.storage.backups import FolderBackups
from bip_desktop.storage.erasing import FolderErasures
from bip_desktop.storage.handed_over import HandedOverList, take_up
from bip_desktop.storage.key_custody import FolderKeyCustody
from bip_desktop.storage.looking_into import BackupReader
from bip_desktop.storage.migrations import newest_revision
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.restoring import FolderRestoring
from bip_desktop.storage.vault import FolderVault


def vault(places: Places) -> FolderVault:
    """Where the jobcentre in `places` is made and opened."""
    return FolderVault(places.folder, paths.migrations())


def restoring(places: Places, now: Now, patience: Patience) -> Restoring:
    """What puts a backup in the place of the database in `places`."""
    return Restoring(FolderRestoring(places.folder, paths.migrations(), now), now, patience)


def looking_into(now: Now, patience: Patience) -> LookingInto:
    """What looks into the backups of any computer."""
    return LookingInto(BackupReader(paths.migrations()), now, patience)


@cache
def _instruments(folder: Path) -> InstrumentFolder:
    """One for as long as the program runs: what has been read stays so, also for a meeting that is locked."""
    return InstrumentFolder(folder)


def desk(unlocked: Unlocked, places: Places, now: Now, logged_at: Now | None = None) -> Desk:
    """Every use case over an unlocked jobcentre. The log of use has its own clock where `logged_at` is given."""
    access, store, logged_at = Access(unlocked, logged_at or now), unlocked.store, logged_at or now
    access.log(Event(Happened.UNLOCKED))
    handed_over = HandedOverList(places.folder)
    with suppress(BipError):  # a damaged list matters to a database that was put back, and must not lock any other
        # Put back to a time before they were sealed: they are still on the way.
        access.log(*(Event(Happened.HANDED_OVER, each, "sealed") for each in take_up(store, handed_over.all())))
    unlocked = replace(unlocked, store=WatchedStore(store, access))
    schema = newest_revision(paths.migrations())
    backups = FolderBackups(places.folder, unlocked.store.copy_to, now, schema, access.log_head)
    backing_up = BackingUp(access, backups, FolderShare(places.folder, now), now)
    instruments = _instruments(paths.resources() / "instruments")
    rules = MeasuredRules(RulesFile(paths.resources() / "evidence" / "rules@1.json"))
    centre = CentreKeys(places.recipients, lambda: enrolled_text(unlocked))
    return Desk(
        unlocked=unlocked,
        access=access,
        now=now,
        instruments=instruments,
        caseload=Caseload(unlocked, now),
        importing=Importing(unlocked, CaseloadFiles(), backing_up, now),
        measuring=Measuring(unlocked, instruments, rules, now),
        following=Following(unlocked, instruments, rules),
        agreeing=Agreeing(unlocked, instruments),
        correcting=Correcting(unlocked, instruments),
        handing_over=HandingOver(unlocked, now),
        reflecting=Reflecting(unlocked, instruments, now),
        submitting=Submitting(
            unlocked,
            instruments,
            rules,
            PackageFiles(centre),
            now,
            app_version=__version__,
            schema_version=schema,
        ),
        between_laptops=BetweenLaptops(
            unlocked, instruments, SealedHandovers(), InstallationCards(), handed_over, now, schema
        ),
        receipts=Receipts(unlocked, CentresReceipts(centre), now, __version__),
        evidence=TakingInEvidence(unlocked, CentresEvidence(centre), rules),
        enrolling=Enrolling(unlocked, centre, InstallationCards()),
        backing_up=backing_up,
        finding=Finding(access),
        auditing=Auditing(access, logged_at, lambda work: log_anchors(work, backups.all())),
        assigning=Assigning(access, now),
        administering=Administering(access, store, FolderKeyCustody(places.folder), Argon2PinHasher()),
        informing=Informing(unlocked, access, now),
        archiving=Archiving(access, instruments, unlocked.installation.site_name),
        citizen_rights=CitizenRights(
            unlocked, access, instruments, FolderErasures(places.folder), backing_up, logged_at
        ),
        retention=Retention(access, logged_at),
        pin_lock=PinLock(unlocked, access, Argon2PinHasher()),
    )
