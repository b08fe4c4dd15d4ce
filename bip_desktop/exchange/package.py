# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A submission as a file: a plain archive that can be made again byte for byte, sealed, and written without a trace of
half a file. Fulfils `services.submitting.PackageWriter`."""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.submission import TABLES
from bip_desktop.exchange.centre_keys import CentreKeys
from bip_desktop.exchange.csv_tables import csv_bytes
from bip_desktop.exchange.data_package import data_package_bytes
from bip_desktop.exchange.envelope import Recipients, seal
from bip_desktop.exchange.manifest import manifest_bytes, names_recipients, still_describes
from bip_desktop.exchange.reading_note import READING_NOTE, reading_note
from bip_desktop.exchange.signing import sign
from bip_desktop.services.ports import Installation, SentSubmission
from bip_desktop.services.submitting import Centre, Package, PreparedPackage
from bip_desktop.whole_files import PART, give_name, write_part_file

MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
DATA_PACKAGE = "datapackage.json"
SUFFIX = ".zip.age"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can name: no real date leaves, and the archive is the same whenever it is made."""
_UNIX = 3
_MODE = 0o100644 << 16


class PackageFiles:
    """Makes packages for the research centre, and puts them into folders."""

    def __init__(self, keys: CentreKeys | Path) -> None:
        """`keys`, or the file of recipients that holds them."""
        self._keys = CentreKeys(keys) if isinstance(keys, Path) else keys

    def _recipients(self) -> Recipients:
        # Read each time: a centre's new keys count at once.
        return self._keys.current()

    def centre(self) -> Centre:
        """Who is sealed to. Raises `BipError` RECIPIENTS_FILE."""
        recipients = self._recipients()
        prints = recipients.fingerprints
        return Centre(recipients.centre, prints["operating"], prints["recovery"])

    def prepare(self, package: Package) -> PreparedPackage:
        """The package with its manifest and signature. Raises `BipError` RECIPIENTS_FILE; `ValueError` for a cell
        that may not leave."""
        recipients = self._recipients()
        files = package_files(package)
        manifest = manifest_bytes(package, files, recipients)
        digest = hashlib.sha256(manifest).hexdigest()
        signature = sign(package.installation.signing_key, manifest)
        name = file_name(package.installation, package.seq, digest)
        plain = archive(files, manifest, signature)
        return PreparedPackage(name, manifest, digest, signature, plain, seal(plain, recipients))

    def seal_again(self, sent: SentSubmission, plain: bytes) -> PreparedPackage | None:
        """The package that was `sent`, from its archive as it was kept; None where the centre's keys have changed."""
        recipients = self._recipients()
        if not names_recipients(sent.manifest, recipients):
            return None
        return PreparedPackage(
            sent.file_name, sent.manifest, sent.manifest_sha256, sent.signature, plain, seal(plain, recipients)
        )

    def prepare_again(self, package: Package, sent: SentSubmission) -> PreparedPackage | None:
        """The package that was `sent`, with the manifest and signature that were kept; None where the data or the
        centre's keys have changed since."""
        recipients = self._recipients()
        files = package_files(package)
        if not still_describes(sent.manifest, files, package.contents.counts, recipients):
            return None
        plain = archive(files, sent.manifest, sent.signature)
        return PreparedPackage(
            sent.file_name, sent.manifest, sent.manifest_sha256, sent.signature, plain, seal(plain, recipients)
        )

    def write_part(self, folder: Path, prepared: PreparedPackage) -> None:
        """Writes `.part`, flushed to the disk. Raises `BipError` EXPORT_FOLDER, and leaves nothing then."""
        part = folder / (prepared.file_name + PART)
        try:
            if (folder / prepared.file_name).exists():  # a finished one is never written over
                raise FileExistsError
            write_part_file(part, prepared.sealed)
        except OSError as error:
            raise _refused(error) from error

    def finish(self, folder: Path, file_name: str) -> None:
        """Gives the `.part` its name, and waits until the folder knows it. Raises `BipError` EXPORT_FOLDER."""
        part, whole = folder / (file_name + PART), folder / file_name
        try:
            if whole.exists():  # finished already, and never written over: the part is a double
                part.unlink(missing_ok=True)
                return
            give_name(part, whole)
        except OSError as error:
            raise _refused(error) from error

    def unfinished(self, folder: Path, installation: Installation) -> Sequence[str]:
        """The names that this installation's `.part` files in `folder` would get. Raises `BipError` EXPORT_FOLDER."""
        form = re.compile(
            rf"bip-{re.escape(installation.site)}-{re.escape(installation.installation_id)}-"
            rf"[0-9]{{6,}}-[0-9a-f]{{8}}{re.escape(SUFFIX)}"
        )
        try:
            names = sorted(path.name.removesuffix(PART) for path in folder.iterdir() if path.name.endswith(PART))
        except OSError as error:
            raise _refused(error) from error
        return [name for name in names if form.fullmatch(name)]

    def discard(self, folder: Path, file_name: str) -> None:
        """Removes the `.part` of this name. Raises `BipError` EXPORT_FOLDER."""
        try:
            (folder / (file_name + PART)).unlink(missing_ok=True)
        except OSError as error:
            raise _refused(error) from error


def package_files(package: Package) -> dict[str, bytes]:
    """Everything in the package but the manifest and its signature: name in the archive, content."""
    files = {table.path: csv_bytes(table, package.contents.rows[table.name]) for table in TABLES}
    installation = package.installation
    name = f"bip-{installation.site}-{installation.installation_id}-{package.seq:06d}"
    title = f"BIP: indberetning {package.seq} fra {installation.site}"
    files[DATA_PACKAGE] = data_package_bytes(name, title, files)
    for each in package.instruments:
        files[instrument_name(each.instrument_id, each.version)] = each.content
    files[READING_NOTE] = reading_note(installation.site, package.seq, package.contents.counts)
    return files


def instrument_name(instrument_id: str, version: str) -> str:
    """Where a questionnaire lies in the package. Raises `ValueError` where its id or version cannot be a name."""
    for part in (instrument_id, version):
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._+\-]*", part):
            raise ValueError("an instrument whose id or version cannot be part of a file name")
    return f"instruments/{instrument_id}@{version}.json"


def file_name(installation: Installation, seq: int, manifest_sha256: str) -> str:
    """`bip-<site>-<installation>-<seq>-<first 8 of the manifest's SHA-256>.zip.age`."""
    if not re.fullmatch("[a-z0-9-]+", installation.site) or not re.fullmatch(
        "[0-9a-f]{6}", installation.installation_id
    ):
        raise ValueError("an installation that cannot be named in a file name")
    return f"bip-{installation.site}-{installation.installation_id}-{seq:06d}-{manifest_sha256[:8]}{SUFFIX}"


def archive(files: Mapping[str, bytes], manifest: bytes, signature: bytes) -> bytes:
    """The plain zip: fixed order, times and permissions, so that the same files are the same bytes."""
    content = io.BytesIO()
    members = {MANIFEST: manifest, SIGNATURE: signature, **files}
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.create_system = _UNIX
            info.external_attr = _MODE
            info.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(info, data, compresslevel=9)
    return content.getvalue()


def _refused(error: OSError) -> BipError:
    return BipError(Code.EXPORT_FOLDER, reason=type(error).__name__)
