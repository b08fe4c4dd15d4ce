# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`manifest.json`: what a package is, what lies in it, and which one came before. Its exact bytes are signed."""

import hashlib
import json
from collections.abc import Mapping

from bip_desktop.domain.submission import FORMAT_VERSION, TABLES
from bip_desktop.exchange.canonical_json import Json, canonical_bytes
from bip_desktop.exchange.envelope import Recipients
from bip_desktop.services.submitting import Package


def manifest_bytes(package: Package, files: Mapping[str, bytes], recipients: Recipients) -> bytes:
    """The manifest of `package` with its `files` (name in the archive, content), as canonical JSON."""
    contents = package.contents
    manifest: Json = {
        "format_version": FORMAT_VERSION,
        "submission_id": package.submission_id,
        "site": package.installation.site,
        "installation": package.installation.installation_id,
        "seq": package.seq,
        "previous_manifest_sha256": package.previous_manifest_sha256,
        "window": {"from": contents.after, "to": contents.upto},
        "app_version": package.app_version,
        "schema_version": package.schema_version,
        "instruments": [
            {
                "id": each.instrument_id,
                "version": each.version,
                "wording_version": each.wording_version,
                "sha256": hashlib.sha256(each.content).hexdigest(),
            }
            for each in package.instruments
        ],
        "rules": {"id": package.rules_id, "version": package.rules_version},
        "files": listed(files, contents.counts),
        "recipients": recipients.fingerprints,
        "audit_head": package.audit_head,
        "declined_research": contents.declined,
    }
    return canonical_bytes(manifest)


def listed(files: Mapping[str, bytes], counts: Mapping[str, int]) -> Json:
    """Each file with its bytes, its SHA-256 and, for a table, its rows without the header (else null)."""
    rows = {table.path: counts[table.name] for table in TABLES}
    return [
        {
            "name": name,
            "rows": rows.get(name),
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        for name, content in sorted(files.items())
    ]


def still_describes(manifest: bytes, files: Mapping[str, bytes], counts: Mapping[str, int], to: Recipients) -> bool:
    """Whether a stored manifest is true of these files and recipients."""
    return bool(json.loads(manifest)["files"] == listed(files, counts)) and names_recipients(manifest, to)


def names_recipients(manifest: bytes, to: Recipients) -> bool:
    """Whether a stored manifest names these recipients."""
    return bool(json.loads(manifest)["recipients"] == to.fingerprints)
