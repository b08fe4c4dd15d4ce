# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Fills the caseload and leads on from it."""

from dataclasses import replace

from bip_desktop.domain.caseload_choice import Choice, Group, Order, chosen
from bip_desktop.domain.errors import BipError
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.rights import Action
from bip_desktop.gui.formatting import day_and_clock, isolated
from bip_desktop.gui.language import translate
from bip_desktop.gui.models.caseload_texts import found, group, order, summary
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.caseload.page import CaseloadPage
from bip_desktop.services.access import Tidings
from bip_desktop.services.desk import Desk

_LOOKED_AFTER = (Action.ADMINISTER, Action.LOG_SEARCH, Action.LOG_SIGN_OFF)


class CaseloadPresenter:
    """Reads the caseload once, and chooses among what it has read."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._desk = desk
        self._go = go
        unlocked = desk.unlocked
        self.page = CaseloadPage(
            f"{isolated(unlocked.caseworker.first_name)} · {unlocked.installation.site_name}",
            [(group(each), each) for each in Group],
            [(order(each), each) for each in Order],
        )
        view = desk.caseload.view()
        self._rows = view.rows
        self._summary = _with_reminder(summary(view.today, view.due), desk)
        self.page.show_choice(desk.caseload.choice, can_choose=bool(self._rows))
        self._show(desk.caseload.choice)
        self.page.chosen.connect(self._on_chosen)
        self.page.start_asked.connect(go.start_meeting)
        self.page.continue_asked.connect(self._on_continue)
        self.page.citizen_asked.connect(go.citizen)
        self.page.new_citizen_asked.connect(go.new_citizen)
        self.page.import_asked.connect(go.import_caseload)
        self.page.own_picture_asked.connect(go.own_picture)
        self.page.export_asked.connect(go.export)
        self.page.about_asked.connect(go.about)
        self.page.settings_asked.connect(go.settings)
        self.page.administration_asked.connect(go.administration)
        self.page.colleagues_asked.connect(go.finding)
        self.page.show_administration(is_hers=any(map(desk.access.can, _LOOKED_AFTER)))
        self._tidings = desk.access.tidings()
        self.page.show_tidings("\n".join(map(_said, self._tidings)))
        self.page.tidings_seen.connect(self._on_tidings_seen)
        self.page.lock_asked.connect(go.lock)

    def _on_chosen(self, choice: Choice) -> None:
        # What is typed is not kept: a list that is short without being asked looks like people who are gone.
        self._desk.caseload.choice = replace(choice, search="")
        self._show(choice)

    def _show(self, choice: Choice) -> None:
        caseload = self._desk.caseload
        rows = self._rows if choice == Choice() else chosen(self._rows, caseload.due, choice)
        if choice.is_everybody or not self._rows:
            self.page.show_summary(translate("caseload", "I dag"), self._summary)
        else:
            self.page.show_summary(group(choice.group), found(len(rows), len(self._rows)))
        if rows:
            self.page.show_rows(rows, self._desk.now().date(), caseload.due)
        elif not self._rows:
            self.page.show_nothing(
                translate("caseload", "Du har ingen borgere endnu. Opret den første, eller hent dem fra en fil."),
                offer_file=True,
            )
        elif choice.search.strip():
            said = translate("caseload", "Ingen borger passer til »{0}«")
            if choice.group is not Group.ALL:
                said = translate("caseload", "Ingen borger under »{1}« passer til »{0}«")
            self.page.show_nothing(
                said.format(isolated(choice.search.strip()), group(choice.group)),
                offer_everybody=True,
                offer_colleagues=True,
            )
        else:
            self.page.show_nothing(
                translate("caseload", "Ingen af dine borgere er her nu"),
                offer_everybody=True,
            )

    def _on_tidings_seen(self) -> None:
        self._desk.access.mark_seen(self._tidings)
        self.page.show_tidings("")
        self.page.search.setFocus()

    def _on_continue(self, citizen_id: CitizenId) -> None:
        try:
            meeting = self._desk.measuring.open_meeting(citizen_id)
        except BipError as error:
            self._go.notice(error)
            return
        if meeting is not None:
            self._go.take_up(meeting.meeting_id)


def _with_reminder(said: str, desk: Desk) -> str:
    """Also of packages that were sent long ago and have no receipt, where it is hers to ask about them."""
    overdue = len(desk.receipts.overdue()) if desk.access.can(Action.EXPORT) else 0
    if not overdue:
        return said
    reminder = (
        translate("caseload", "1 pakke til forskning mangler kvittering")
        if overdue == 1
        else translate("caseload", "{0} pakker til forskning mangler kvittering").format(overdue)
    )
    return f"{said} · {reminder}"


def _said(each: Tidings) -> str:
    return translate("caseload", "{0} åbnede {1} {2}: »{3}«").format(
        isolated(each.who), isolated(each.citizen), day_and_clock(each.notice.at), isolated(each.purpose)
    )
