# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An installation's card: what the research centre enrols, and what a colleague seals citizens to.

    {"format_version": 1, "site": "nordby", "site_name": "Jobcenter Nordby", "installation": "a1b2c3",
     "holder": "Whose computer it is", "signing": "64 hex digits", "handover": "age1...", "signature": "..."}

It is signed with the very key it names. That keeps it whole; whose it is, the two say to each other on the phone.
"""

import re
from pathlib import Path

import pyrage

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.exchange.canonical_json import Json
from bip_desktop.exchange.checked import Checked, read_checked, read_file
from bip_desktop.exchange.handover_keys import handover_recipient
from bip_desktop.exchange.signed_json import SIGNATURE, SignedKind, is_signed_json, signed_bytes
from bip_desktop.exchange.signing import fingerprint, public_key, read_aloud
from bip_desktop.services.enrolling import InstallationCard
from bip_desktop.services.ports import Installation
from bip_desktop.whole_files import write_whole_file

FORMAT_VERSION = 1
_FIELDS = frozenset({"format_version", "site", "site_name", "installation", "holder", "signing", "handover", SIGNATURE})
_SITE = re.compile("[a-z0-9-]{1,200}")
_INSTALLATION = re.compile("[0-9a-f]{6}")
_KEY = re.compile("[0-9a-f]{64}")


def card_of(installation: Installation, holder: str) -> InstallationCard:
    """The card of an installation that `holder` works at."""
    content: dict[str, Json] = {
        "format_version": FORMAT_VERSION,
        "site": installation.site,
        "site_name": installation.site_name,
        "installation": installation.installation_id,
        "holder": holder,
        "signing": public_key(installation.signing_key).hex(),
        "handover": handover_recipient(installation.signing_key),
    }
    return read_card(signed_bytes(SignedKind.CARD, content, installation.signing_key), "")


def read_card(content: bytes, file: str) -> InstallationCard:
    """The card in a file's `content`. Raises `BipError` CARD_FILE where it is none, or was altered."""
    root = read_checked(content, file, Code.CARD_FILE)
    root.fields(_FIELDS)
    if root["format_version"].number() != FORMAT_VERSION:
        root["format_version"].fail("unknown_value")
    signing = bytes.fromhex(_formed(root["signing"], _KEY))
    if not isinstance(root.value, dict) or not is_signed_json(SignedKind.CARD, root.value, signing):
        root[SIGNATURE].fail("altered")
    site, installation_id = _formed(root["site"], _SITE), _formed(root["installation"], _INSTALLATION)
    return InstallationCard(
        site=site,
        site_name=root["site_name"].words(longest=200),
        installation_id=installation_id,
        holder=root["holder"].words(longest=200),
        signing=signing,
        handover=_recipient(root["handover"]),
        fingerprint=read_aloud(fingerprint(signing)),
        file_name=f"bip-kort-{site}-{installation_id}.json",
        content=content,
    )


def _formed(value: Checked, form: re.Pattern[str]) -> str:
    if not form.fullmatch(value.words()):
        value.fail("unknown_value")
    return value.words()


def _recipient(value: Checked) -> str:
    try:
        return str(pyrage.x25519.Recipient.from_str(value.words()))
    except pyrage.RecipientError:
        value.fail("unknown_value")


class InstallationCards:
    """Fulfils `services.enrolling.CardFiles`."""

    def card(self, installation: Installation, holder: str) -> InstallationCard:
        """See `card_of`."""
        return card_of(installation, holder)

    def read(self, path: Path) -> InstallationCard:
        """The card in a file. Raises `BipError` CARD_FILE."""
        return read_card(read_file(path, Code.CARD_FILE), path.name)

    def write(self, folder: Path, card: InstallationCard) -> None:
        """Writes it under its own name, in the place of an older one. Raises `BipError` EXPORT_FOLDER."""
        try:
            write_whole_file(folder / card.file_name, card.content)
        except OSError as error:
            raise BipError(Code.EXPORT_FOLDER, reason=type(error).__name__) from error
