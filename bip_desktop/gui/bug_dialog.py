# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What people see when the program itself has failed: what is safe, what to do, and a report to pass on."""

from PySide6.QtWidgets import QMessageBox, QWidget

from bip_desktop.gui.language import translate


def show_bug(parent: QWidget, report: str) -> None:
    """Says that the program failed. `report` is redacted by the caller and can be copied."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("BIP")
    box.setText(translate("bug_dialog", "Programmet gjorde noget, det ikke skulle."))
    box.setInformativeText(
        translate(
            "bug_dialog",
            "Alle svar med »gemt« er gemt. Luk programmet og start det igen; så fortsætter du, hvor du slap. "
            "Sker det igen, så send rapporten nedenfor til dem, der passer programmet. Den indeholder ingen CPR-numre.",
        )
    )
    box.setDetailedText(report)
    box.open()
