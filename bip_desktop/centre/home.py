# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The centre's folder: its keys, its settings, and the files it works with.

centre.json         the centre's name, where the store is, the least version of the program it receives from
store.sqlite        the embedded store, unless another is named
recipients.json     the public keys, signed: what jobcentres get
keys/               the operating key and the signing key, for this user alone
recovery-key.txt    the recovery key, to be taken to a safe place and deleted here
receipts/           one signed receipt a submission
quarantine/         copies of what was set aside
linkage/            sealed files for the linking unit, which nobody here can open
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyrage

from bip_desktop import __version__
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.store import Store
from bip_desktop.exchange.canonical_json import Json, canonical_bytes
from bip_desktop.exchange.envelope import Recipients, key_fingerprint, read_recipients
from bip_desktop.exchange.signed_json import SignedKind, signed_bytes
from bip_desktop.exchange.signing import fingerprint, new_signing_key, public_key
from bip_desktop.whole_files import make_private_folder, write_private

FORMAT_VERSION = 1
_SETTINGS = "centre.json"


@dataclass(frozen=True)
class Home:
    """A centre's folder with what it has been set up with."""

    folder: Path
    name: str
    store_url: str
    least_app_version: str

    @property
    def recipients_file(self) -> Path:
        """The public keys, signed."""
        return self.folder / "recipients.json"

    @property
    def recovery_file(self) -> Path:
        """The recovery key, as long as nobody has taken it away."""
        return self.folder / "recovery-key.txt"

    @property
    def receipts(self) -> Path:
        """The receipts' folder."""
        return self.folder / "receipts"

    @property
    def quarantine(self) -> Path:
        """The folder of what was set aside."""
        return self.folder / "quarantine"

    @property
    def linkage(self) -> Path:
        """The folder of what is the linking unit's."""
        return self.folder / "linkage"

    @property
    def evidence(self) -> Path:
        """The folder of what has been published."""
        return self.folder / "evidence"

    def operating_identity(self) -> pyrage.x25519.Identity:
        """The private key that opens packages. Raises `CentreError` HOME_DAMAGED."""
        lines = self._key("operating-key.txt").splitlines()
        try:
            return pyrage.x25519.Identity.from_str(next(line for line in lines if line.startswith("AGE-SECRET-KEY-")))
        except (StopIteration, pyrage.IdentityError):
            raise CentreError(Problem.HOME_DAMAGED, file="keys/operating-key.txt") from None

    def signing_key(self) -> bytes:
        """The private key that receipts and evidence are signed with. Raises `CentreError` HOME_DAMAGED."""
        try:
            key = bytes.fromhex(self._key("signing-key.txt").strip())
            public_key(key)
        except ValueError:
            raise CentreError(Problem.HOME_DAMAGED, file="keys/signing-key.txt") from None
        return key

    def recipients(self) -> Recipients:
        """The public keys that packages are sealed to."""
        return read_recipients(self.recipients_file)

    def store(self) -> Store:
        """The store, which the caller closes. Raises `CentreError` where it cannot be used."""
        store = Store(self.store_url)
        try:
            store.check()
        except CentreError:
            store.close()
            raise
        return store

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """The store for the length of the block. Raises `CentreError` where it cannot be used."""
        store = self.store()
        try:
            yield store
        finally:
            store.close()

    def _key(self, name: str) -> str:
        try:
            return (self.folder / "keys" / name).read_text(encoding="ascii")
        except (OSError, ValueError):
            raise CentreError(Problem.HOME_DAMAGED, file=f"keys/{name}") from None


def make_home(folder: Path, name: str, store_url: str = "", linking: str = "") -> Home:
    """Makes a centre with new keys and an empty store; `linking` is the linking unit's public age key, which is passed
    on to the jobcentres. Raises `CentreError` HOME_EXISTS, STORE_OTHER, STORE_FAILED, KEY_FORM."""
    if linking:
        try:
            linking = str(pyrage.x25519.Recipient.from_str(linking.strip()))
        except pyrage.RecipientError:
            raise CentreError(Problem.KEY_FORM) from None
    if (folder / _SETTINGS).exists() or (folder / "keys").exists():
        raise CentreError(Problem.HOME_EXISTS, folder=str(folder))
    make_private_folder(folder)
    home = Home(folder, name, store_url or _embedded(folder), __version__)
    store = Store(home.store_url)
    store.create()
    store.close()
    if not store_url:
        (folder / "store.sqlite").chmod(0o600)
    for each in (folder / "keys", home.receipts, home.quarantine, home.linkage):
        make_private_folder(each)
    operating, recovery = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    signing = new_signing_key()
    write_private(folder / "keys" / "operating-key.txt", f"{operating}\n".encode())
    write_private(folder / "keys" / "signing-key.txt", f"{signing.hex()}\n".encode())
    write_private(home.recovery_file, f"{recovery}\n".encode())
    public = public_key(signing)
    recipients: dict[str, Json] = {
        "format_version": 1,
        "centre": name,
        "operating": _with_print(str(operating.to_public())),
        "recovery": _with_print(str(recovery.to_public())),
        "signing": {"key": public.hex(), "fingerprint": fingerprint(public)},
    }
    if linking:
        recipients["linking"] = _with_print(linking)
    write_private(home.recipients_file, signed_bytes(SignedKind.RECIPIENTS, recipients, signing))
    settings: Json = {
        "format_version": FORMAT_VERSION,
        "name": name,
        "store": store_url,
        "least_app_version": home.least_app_version,
    }
    # Last: a folder with settings is whole.
    write_private(folder / _SETTINGS, canonical_bytes(settings, indent=1) + b"\n")
    return home


def _with_print(key: str) -> Json:
    return {"key": key, "fingerprint": key_fingerprint(key)}


def _embedded(folder: Path) -> str:
    return f"sqlite:///{(folder / 'store.sqlite').resolve()}"


def open_home(folder: Path) -> Home:
    """The centre in `folder`. Raises `CentreError` HOME_MISSING, HOME_DAMAGED."""
    try:
        read = json.loads((folder / _SETTINGS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CentreError(Problem.HOME_MISSING, folder=str(folder)) from None
    except (OSError, ValueError):
        raise CentreError(Problem.HOME_DAMAGED, file=_SETTINGS) from None
    try:
        name, store, least = (str(read[field]) for field in ("name", "store", "least_app_version"))
        if read["format_version"] != FORMAT_VERSION:
            raise CentreError(Problem.STORE_NEWER, found=str(read["format_version"]), known=FORMAT_VERSION)
    except (KeyError, TypeError):
        raise CentreError(Problem.HOME_DAMAGED, file=_SETTINGS) from None
    return Home(folder, name, store or _embedded(folder), least)
