# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The shell's ways to the pages about who may see what, and about the citizen's rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bip_desktop.gui.ways import Ways

if TYPE_CHECKING:
    from bip_desktop.domain.ids import CitizenId


class WaysOfTrust(Ways):
    """See `Ways`."""

    def administration(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.administration.presenter import AdministrationPresenter

        self._open(lambda desk: AdministrationPresenter(desk, self._go))

    def users(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.users.presenter import UsersPresenter

        self._open(lambda desk: UsersPresenter(desk, self._go, self.tasks))

    def use_log(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.use_log.presenter import UseLogPresenter

        self._open(lambda desk: UseLogPresenter(desk, self._go, self.tasks))

    def own_look_ups(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.use_log.presenter import OwnLookUpsPresenter

        self._open(lambda desk: OwnLookUpsPresenter(desk, self._go))

    def spot_checks(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.spot_checks.presenter import SpotChecksPresenter

        self._open(lambda desk: SpotChecksPresenter(desk, self._go))

    def assigning(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.assigning.presenter import AssigningPresenter

        self._open(lambda desk: AssigningPresenter(desk, self._go))

    def finding(self, text: str) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.finding.presenter import FindingPresenter

        self._open(lambda desk: FindingPresenter(desk, self._go, text))

    def recovery_key(self, secret: str) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.recovery_key.presenter import RecoveryKeyPresenter

        # Another size of text must not mean another key.
        self._open(lambda desk: RecoveryKeyPresenter(desk, self._go, self.tasks, secret), can_be_built_anew=False)

    def passphrase(self, recovery_key: str) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.passphrase.presenter import PassphrasePresenter

        self._open(lambda desk: PassphrasePresenter(desk, self._go, self.tasks, recovery_key))

    def citizen_rights(self, citizen_id: CitizenId) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.citizen_rights.presenter import CitizenRightsPresenter

        self._open(lambda desk: CitizenRightsPresenter(desk, self._go, citizen_id))

    def rights_cases(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.rights_cases.presenter import RightsCasesPresenter

        self._open(lambda desk: RightsCasesPresenter(desk, self._go))

    def deadlines(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.deadlines.presenter import DeadlinesPresenter

        self._open(lambda desk: DeadlinesPresenter(desk, self._go))

    def information(self) -> None:
        """See `Navigation`."""
        from bip_desktop.gui.pages.information.presenter import InformationPresenter

        self._open(lambda desk: InformationPresenter(desk, self._go))
