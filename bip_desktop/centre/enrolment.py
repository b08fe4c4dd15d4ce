# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Which installations the centre knows: their sites and the keys they sign with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.manifest_reader import SITE
from bip_desktop.domain.errors import BipError
from bip_desktop.exchange.installation_card import read_card
from bip_desktop.exchange.signing import fingerprint, is_signed


@dataclass(frozen=True, slots=True)
class SiteKey:
    """A key that a site's packages may be signed with."""

    fingerprint: str
    public: bytes
    revoked: bool


_MOST_BYTES = 10_000


def read_key(given: str, site: str = "") -> bytes:
    """The public key that `given` is or names a file of: 64 hexadecimal digits, spaces allowed, or the card that an
    installation of `site` has made. Raises `CentreError` KEY_FORM, KEY_OF_OTHER_SITE."""
    text = given
    if not _hex(text):
        try:
            path = Path(given)
            text = path.read_text(encoding="utf-8")[:_MOST_BYTES] if path.is_file() else ""
        except (OSError, ValueError):
            text = ""
    if text.lstrip().startswith("{"):
        return _key_on_card(text, site)
    found = _hex(text)
    if not found:
        raise CentreError(Problem.KEY_FORM)
    return bytes.fromhex(found)


def _key_on_card(text: str, site: str) -> bytes:
    try:
        card = read_card(text.encode(), "")
    except BipError:
        raise CentreError(Problem.KEY_FORM) from None
    if site and card.site != site:
        raise CentreError(Problem.KEY_OF_OTHER_SITE, site=card.site)
    return card.signing


def _hex(text: str) -> str:
    packed = "".join(text.split()).lower()
    return packed if re.fullmatch("[0-9a-f]{64}", packed) else ""


def enrol(connection: Connection, site: str, public: bytes, now: str) -> str:
    """Makes the key known as one of the site's, and gives its fingerprint. A revoked key becomes good again. Raises
    `CentreError` SITE_FORM, KEY_OF_OTHER_SITE."""
    if not re.fullmatch(SITE, site):
        raise CentreError(Problem.SITE_FORM, site=site[:40])
    print_ = fingerprint(public)
    keys = t.signing_keys
    known = connection.execute(select(keys.c.site).where(keys.c.fingerprint == print_)).scalar()
    if known is None:
        connection.execute(insert(keys).values(fingerprint=print_, site=site, public_key=public.hex(), enrolled_at=now))
    elif known != site:
        raise CentreError(Problem.KEY_OF_OTHER_SITE, site=known)
    else:
        connection.execute(update(keys).where(keys.c.fingerprint == print_).values(revoked_at=None))
    return print_


def revoke(connection: Connection, given: str, now: str) -> Sequence[str]:
    """Takes back the key whose fingerprint begins with `given` (eight digits at least), or the key itself, and gives
    the fingerprint. Raises `CentreError` KEY_NOT_FOUND."""
    start = "".join(given.split()).lower()
    if _hex(start):
        start = _known_print(connection, start)
    keys = t.signing_keys
    found: list[str] = []
    if re.fullmatch("[0-9a-f]{8,64}", start):
        found = list(
            connection.execute(select(keys.c.fingerprint).where(keys.c.fingerprint.startswith(start))).scalars()
        )
    if len(found) != 1:
        raise CentreError(Problem.KEY_NOT_FOUND, found=len(found))
    connection.execute(update(keys).where(keys.c.fingerprint == found[0]).values(revoked_at=now))
    return found


def _known_print(connection: Connection, digits: str) -> str:
    """The 64 digits may be a fingerprint or the key itself."""
    keys = t.signing_keys
    of_key = connection.execute(select(keys.c.fingerprint).where(keys.c.public_key == digits)).scalar()
    return str(of_key) if of_key else digits


def site_keys(connection: Connection, site: str) -> list[SiteKey]:
    """All the site's keys, revoked ones too."""
    keys = t.signing_keys
    return [
        SiteKey(each.fingerprint, bytes.fromhex(each.public_key), each.revoked_at is not None)
        for each in connection.execute(select(keys).where(keys.c.site == site))
    ]


def signer(keys: Sequence[SiteKey], manifest: bytes, signature: bytes) -> SiteKey | None:
    """The key that made the signature, where it is one of `keys`."""
    return next((key for key in keys if is_signed(key.public, manifest, signature)), None)
