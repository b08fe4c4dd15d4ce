# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The demonstration's research centre: keys made for one demonstration and used for nothing else."""

import json
from dataclasses import dataclass
from pathlib import Path

import pyrage


@dataclass(frozen=True, slots=True)
class DemonstrationCentre:
    """The two private keys, as age writes them."""

    operating: pyrage.x25519.Identity
    recovery: pyrage.x25519.Identity

    @classmethod
    def new(cls) -> "DemonstrationCentre":
        """Fresh keys."""
        return cls(pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate())

    def write_recipients(self, path: Path) -> None:
        """The public keys, as a jobcentre gets them."""
        content = {
            "format_version": 1,
            "centre": "Opdigtet forskningscenter (demonstration)",
            "operating": {"key": str(self.operating.to_public())},
            "recovery": {"key": str(self.recovery.to_public())},
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

    def write_identity(self, path: Path) -> None:
        """The private key that opens the demonstration's submissions, as the age tools read it."""
        path.write_text(f"# Demonstration only.\n{self.operating}\n", encoding="utf-8")
