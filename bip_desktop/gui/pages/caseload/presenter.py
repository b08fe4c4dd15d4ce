# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Fills the caseload and leads on from it."""

from collections.abc import Sequence

from bip_desktop.domain.caseload import CaseloadRow
from bip_desktop.domain.errors import BipError
from bip_desktop.domain.ids import CitizenId
from bip_desktop.gui.language import translate
from bip_desktop.gui.models.caseload_texts import summary
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.caseload.page import CaseloadPage
from bip_desktop.services.desk import Desk


class CaseloadPresenter:
    """Reads the caseload once, and searches in what it has read."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._desk = desk
        self._go = go
        unlocked = desk.unlocked
        self.page = CaseloadPage(f"{unlocked.caseworker.first_name} · {unlocked.installation.site_name}")
        view = desk.caseload.view()
        self._rows = view.rows
        self.page.show_summary(summary(view.today, view.due))
        self._show(self._rows, "")
        self.page.searched.connect(self._on_searched)
        self.page.start_asked.connect(go.start_meeting)
        self.page.continue_asked.connect(self._on_continue)
        self.page.citizen_asked.connect(go.citizen)
        self.page.new_citizen_asked.connect(go.new_citizen)
        self.page.import_asked.connect(go.import_caseload)
        self.page.export_asked.connect(go.export)
        self.page.about_asked.connect(go.about)
        self.page.settings_asked.connect(go.settings)
        self.page.lock_asked.connect(go.lock)

    def _on_searched(self, text: str) -> None:
        self._show([row for row in self._rows if _matches(row, text.strip().casefold())], text)

    def _show(self, rows: Sequence[CaseloadRow], search: str) -> None:
        if rows:
            self.page.show_rows(rows, self._desk.now().date(), self._desk.caseload.due)
        elif search.strip():
            self.page.show_nothing(
                translate("caseload", "Ingen borger passer til »{0}«").format(search.strip()), offer_file=False
            )
        else:
            self.page.show_nothing(
                translate("caseload", "Du har ingen borgere endnu. Opret den første, eller hent dem fra en fil."),
                offer_file=True,
            )

    def _on_continue(self, citizen_id: CitizenId) -> None:
        try:
            meeting = self._desk.measuring.open_meeting(citizen_id)
        except BipError as error:
            self._go.notice(error)
            return
        if meeting is not None:
            self._go.take_up(meeting.meeting_id)


def _matches(row: CaseloadRow, wanted: str) -> bool:
    return not wanted or wanted in row.citizen.name.casefold() or wanted in row.citizen.case_number.casefold()
