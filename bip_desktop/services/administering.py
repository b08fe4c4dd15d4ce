# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Who may open the jobcentre, and as what: users, roles, passphrases and the recovery key."""

from collections.abc import Sequence
from dataclasses import dataclass

from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.citizen import Caseworker
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, new_id
from bip_desktop.domain.names import cleaned
from bip_desktop.domain.recovery_key import RecoveryKey
from bip_desktop.domain.rights import Action, Role
from bip_desktop.services.access import Access
from bip_desktop.services.ports import PinHasher, Store
from bip_desktop.services.safekeeping_ports import KeyCustody
from bip_desktop.services.unlocking import checked_passphrase, checked_pin


@dataclass(frozen=True, slots=True)
class NewUser:
    """What is asked for of a new person; she types the passphrase herself."""

    name: str
    phone: str
    roles: frozenset[Role]
    passphrase: str
    repeated: str
    pin: str


@dataclass(frozen=True, slots=True)
class User:
    """One person as the page of users shows her."""

    caseworker: Caseworker
    roles: frozenset[Role]
    can_unlock: bool
    must_unlock_once: bool
    """Before anybody can be removed: her slot is of an older form."""


@dataclass(frozen=True, slots=True)
class Users:
    """All who are or were here, and whether there is a recovery key."""

    people: tuple[User, ...]
    has_recovery_key: bool


class Administering:
    """Users, roles and keys. Whoever changes a key types the own passphrase once more."""

    def __init__(self, access: Access, store: Store, custody: KeyCustody, pins: PinHasher) -> None:
        self._access = access
        self._store = store
        self._custody = custody
        self._pins = pins

    # -- for everybody ---------------------------------------------------------------------------------------------

    def change_passphrase(self, secret: str, passphrase: str, repeated: str) -> None:
        """Another passphrase for oneself; `secret` is the present one, or the recovery key where that is forgotten.

        Raises `BipError`: PASSPHRASE_SHORT, PASSPHRASE_DIFFERS, PASSPHRASE_WRONG (also for somebody else's).
        """
        checked_passphrase(passphrase, repeated)
        self._check_own(secret)
        with self._access.noting(Event(Happened.KEYS, detail="passphrase changed")):
            self._custody.change(secret, passphrase)

    @property
    def has_recovery_key(self) -> bool:
        """Whether a recovery key opens this jobcentre: where none does, the program keeps reminding."""
        return any(slot.is_recovery for slot in self._custody.slots())

    # -- the recovery key ------------------------------------------------------------------------------------------

    def new_recovery_key(self) -> RecoveryKey:
        """A recovery key to be shown once and printed. It opens nothing before `keep_recovery_key`."""
        return RecoveryKey.random()

    def keep_recovery_key(self, secret: str, key: RecoveryKey, typed_back: dict[int, str]) -> None:
        """From now on `key` opens, and an older one no longer does.

        Raises `BipError`: RECOVERY_KEY_GROUP for what was typed back wrong, PASSPHRASE_WRONG, RIGHT_REFUSED; then an
        older one still opens.
        """
        key.check_typed_back(typed_back)
        with self._access.acting(Action.ADMINISTER) as act:
            act.log(Event(Happened.KEYS, detail="recovery key made"))
            self._custody.set_recovery_key(secret, key)

    def try_recovery_key(self, typed: str) -> None:
        """The drill: whether the paper in the safe opens. Raises `BipError`: RECOVERY_KEY_*, PASSPHRASE_WRONG."""
        with self._access.acting(Action.ADMINISTER) as act:
            self._custody.check(RecoveryKey.parse(typed).written)
            act.log(Event(Happened.KEYS, detail="recovery drill"))

    # -- users -----------------------------------------------------------------------------------------------------

    def people(self) -> Sequence[Caseworker]:
        """Everybody's name, for the log. Raises `BipError` RIGHT_REFUSED."""
        with self._access.acting(Action.LOG_SEARCH) as act:
            act.log(Event(Happened.LISTED, detail="users"))
            return act.work.people.caseworkers()

    def users(self) -> Users:
        """Everybody, by name."""
        slots = self._custody.slots()
        with self._access.acting(Action.ADMINISTER) as act:
            people: Sequence[Caseworker] = act.work.people.caseworkers()
            roles = {each.caseworker_id: act.work.rights.roles(each.caseworker_id) for each in people}
            act.log(Event(Happened.LISTED, detail="users"))
        opens = {slot.holder for slot in slots if not slot.is_recovery}
        old = {slot.holder for slot in slots if slot.is_old}
        return Users(
            people=tuple(
                User(each, roles[each.caseworker_id], each.caseworker_id in opens, each.caseworker_id in old)
                for each in people
            ),
            has_recovery_key=any(slot.is_recovery for slot in slots),
        )

    def add(self, secret: str, wish: NewUser) -> Caseworker:
        """A new person with a slot of her own.

        Raises `BipError`: NAME_EMPTY, PASSPHRASE_SHORT, PASSPHRASE_DIFFERS, PIN_FORM, PASSPHRASE_WRONG, RIGHT_REFUSED.
        """
        if not cleaned(wish.name):
            raise BipError(Code.NAME_EMPTY)
        checked_passphrase(wish.passphrase, wish.repeated)
        checked_pin(wish.pin)
        name, phone = cleaned(wish.name), wish.phone.strip()
        pin_hash = self._pins.hash(wish.pin)
        opens = {slot.holder for slot in self._custody.slots()}
        with self._access.acting(Action.ADMINISTER) as act:
            known = [each for each in act.work.people.caseworkers() if each.name.casefold() == name.casefold()]
            named = next((each for each in known if each.caseworker_id not in opens), None)
            if named is not None:  # a colleague who has been given citizens by name alone
                person = Caseworker(named.caseworker_id, named.name, phone or named.phone)
                act.work.people.change(person)
            else:
                person = Caseworker(CaseworkerId(new_id()), name, phone)
                act.work.people.add(person)
            act.work.people.set_pin_hash(person.caseworker_id, pin_hash)
            act.work.rights.set_roles(person.caseworker_id, wish.roles)
            act.log(Event(Happened.KEYS, detail=f"user added {person.caseworker_id}"))
            act.log(Event(Happened.ROLES, detail=_said(person.caseworker_id, wish.roles)))
            # Last: where it fails, nothing was added; a slot without a person in the database would open it.
            self._custody.give(secret, person.caseworker_id, wish.passphrase)
        return person

    def reset_passphrase(self, secret: str, person: CaseworkerId, passphrase: str, repeated: str) -> None:
        """A new passphrase for somebody who has forgotten hers; she types it."""
        checked_passphrase(passphrase, repeated)
        with self._access.acting(Action.ADMINISTER) as act:
            if not act.work.rights.roles(person):
                raise BipError(Code.RIGHT_REFUSED, action=Action.ADMINISTER.value)
            act.log(Event(Happened.KEYS, detail=f"passphrase reset {person}"))
            self._custody.give(secret, person, passphrase)

    def set_roles(self, person: CaseworkerId, roles: frozenset[Role]) -> None:
        """What a person is here. Raises `BipError` LAST_ADMINISTRATOR where nobody would be left."""
        with self._access.acting(Action.ADMINISTER) as act:
            act.work.rights.set_roles(person, roles)
            people = act.work.people.caseworkers()
            if not any(Role.ADMINISTRATOR in act.work.rights.roles(each.caseworker_id) for each in people):
                raise BipError(Code.LAST_ADMINISTRATOR)
            act.log(Event(Happened.ROLES, detail=_said(person, roles)))

    def remove(self, secret: str, person: CaseworkerId) -> None:
        """Shuts a person out: no roles, no slot, and a new data key. The jobcentre is closed afterwards and has to be
        unlocked again, by whoever did it.

        Her citizens stay hers until the team leader assigns them. Raises `BipError`: PASSPHRASE_WRONG, KEY_LAST,
        KEY_SLOT_OLD, LAST_ADMINISTRATOR, RIGHT_REFUSED.
        """
        self._check_own(secret)
        slots = self._custody.slots()
        if any(slot.is_old and slot.holder != person for slot in slots):
            raise BipError(Code.KEY_SLOT_OLD)
        if not any(slot.holder != person and not slot.is_recovery for slot in slots):
            raise BipError(Code.KEY_LAST)
        with self._access.acting(Action.ADMINISTER) as act:
            act.work.rights.set_roles(person, frozenset())
            people = act.work.people.caseworkers()
            if not any(Role.ADMINISTRATOR in act.work.rights.roles(each.caseworker_id) for each in people):
                raise BipError(Code.LAST_ADMINISTRATOR)
            act.log(Event(Happened.ROLES, detail=_said(person, frozenset())))
            act.log(Event(Happened.KEYS, detail=f"user removed {person}"))
        self._store.close()
        self._custody.remove(secret, person)

    def _check_own(self, secret: str) -> None:
        if self._custody.check(secret) != self._access.me:
            raise BipError(Code.PASSPHRASE_WRONG)


def _said(person: CaseworkerId, roles: frozenset[Role]) -> str:
    return f"{person} {' '.join(sorted(roles)) or 'none'}"
