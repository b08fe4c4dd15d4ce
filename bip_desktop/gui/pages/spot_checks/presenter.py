# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Draws what is due, shows it, and keeps who has signed."""

from datetime import date

from bip_desktop.domain.errors import BipError
from bip_desktop.gui import log_rows
from bip_desktop.gui.formatting import number
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.spot_checks.page import Month, SpotChecksPage
from bip_desktop.services.desk import Desk
from bip_desktop.services.trust_ports import SpotCheck


class SpotChecksPresenter:
    """The team leader's list."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._desk = desk
        self._go = go
        self.page = SpotChecksPage([self._month(each) for each in desk.auditing.due_spot_checks()])
        self.page.signed.connect(self._on_signed)
        self.page.back_asked.connect(go.administration)
        self.page.lock_asked.connect(go.lock)

    def _month(self, check: SpotCheck) -> Month:
        first = date.fromisoformat(f"{check.month}-01")
        return Month(
            key=check.month,
            heading=month_name(first),
            about=translate("spot_checks", "{0} hændelser er trukket.").format(number(len(check.numbers))),
            rows=log_rows.rows(self._desk.auditing.spot_check(check.month)),
        )

    def _on_signed(self, month: str, remark: str) -> None:
        try:
            self._desk.auditing.sign_off(month, remark)
        except BipError as error:
            self._go.notice(error)
            return
        self._go.spot_checks()


def month_name(first: date) -> str:
    """`Oktober 2026`."""
    from PySide6.QtCore import QDate, QLocale

    said = QLocale().toString(QDate(first.year, first.month, first.day), translate("spot_checks", "MMMM yyyy"))
    return said[:1].upper() + said[1:]
