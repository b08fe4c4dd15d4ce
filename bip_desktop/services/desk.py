# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What stands open once the jobcentre is unlocked: one of each use case."""

from dataclasses import dataclass

from bip_desktop.services.access import Access
from bip_desktop.services.administering import Administering
from bip_desktop.services.agreeing import Agreeing
from bip_desktop.services.assigning import Assigning
from bip_desktop.services.auditing import Auditing
from bip_desktop.services.backing_up import BackingUp
from bip_desktop.services.between_laptops import BetweenLaptops
from bip_desktop.services.caseload import Caseload
from bip_desktop.services.citizen_rights import CitizenRights
from bip_desktop.services.correcting import Correcting
from bip_desktop.services.enrolling import Enrolling
from bip_desktop.services.evidence import TakingInEvidence
from bip_desktop.services.finding import Finding
from bip_desktop.services.following import Following
from bip_desktop.services.handing_over import HandingOver
from bip_desktop.services.importing import Importing
from bip_desktop.services.informing import Informing
from bip_desktop.services.measuring import Measuring
from bip_desktop.services.meeting_copy import Archiving
from bip_desktop.services.ports import Instruments, Now, Unlocked
from bip_desktop.services.receipts import Receipts
from bip_desktop.services.reflecting import Reflecting
from bip_desktop.services.retention import Retention
from bip_desktop.services.submitting import Submitting
from bip_desktop.services.unlocking import PinLock


@dataclass(frozen=True, slots=True)
class Desk:
    """The use cases of one unlocked jobcentre."""

    unlocked: Unlocked
    """With the watched store: every use of it is asked for and logged."""
    access: Access
    now: Now
    instruments: Instruments
    caseload: Caseload
    importing: Importing
    measuring: Measuring
    following: Following
    agreeing: Agreeing
    correcting: Correcting
    handing_over: HandingOver
    reflecting: Reflecting
    submitting: Submitting
    enrolling: Enrolling
    between_laptops: BetweenLaptops
    receipts: Receipts
    evidence: TakingInEvidence
    backing_up: BackingUp
    finding: Finding
    auditing: Auditing
    informing: Informing
    archiving: Archiving
    citizen_rights: CitizenRights
    retention: Retention
    administering: Administering
    assigning: Assigning
    pin_lock: PinLock
