# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The shell's ways to the pages of a caseworker's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bip_desktop.gui.ways import Ways

if TYPE_CHECKING:
    from bip_desktop.domain.ids import CitizenId


class WaysOfWork(Ways):
    """See `Ways`."""

    def new_citizen(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.new_citizen.presenter import NewCitizenPresenter

        self._open(lambda desk: NewCitizenPresenter(desk, self._go))

    def import_caseload(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.importing.presenter import ImportingPresenter

        # What was read from the file stays on the page, whatever size it gets.
        self._open(lambda desk: ImportingPresenter(desk, self._go, self.tasks), can_be_built_anew=False)

    def citizen(self, citizen_id: CitizenId) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter

        self._open(lambda desk: CitizenPresenter(desk, self._go, citizen_id))

    def own_answers(self, citizen_id: CitizenId) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.own_answers.presenter import OwnAnswersPresenter

        self._open(lambda desk: OwnAnswersPresenter(desk, self._go, citizen_id))

    def own_picture(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.own_picture.presenter import OwnPicturePresenter

        self._open(lambda desk: OwnPicturePresenter(desk, self._go))

    def export(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.export.presenter import ExportPresenter

        self._open(lambda desk: ExportPresenter(desk, self._go, self.tasks))

    def research_centre(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.research_centre.presenter import ResearchCentrePresenter

        # What was read from a file stays on the page, whatever size it gets.
        self._open(lambda desk: ResearchCentrePresenter(desk, self._go), can_be_built_anew=False)

    def moving(self, citizen_id: CitizenId | None = None) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.moving.presenter import MovingPresenter

        # What was read from a file stays on the page, whatever size it gets.
        self._open(lambda desk: MovingPresenter(desk, self._go, self.tasks, citizen_id), can_be_built_anew=False)

    def about(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.about.presenter import AboutPresenter

        self._open(lambda desk: AboutPresenter(desk, self._go))

    def settings(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.settings.presenter import SettingsPresenter

        self._open(lambda desk: SettingsPresenter(desk, self._go, self._preferences))

    def backups(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.backups.presenter import BackupsPresenter

        self._open(lambda desk: BackupsPresenter(desk, self._go, self.tasks))
