# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Steps 4 to 6, shared: what has moved, what could help, what is agreed."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QFileDialog

from bip_desktop.domain.agreement import Agreement
from bip_desktop.domain.errors import BipError
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.progression import Progression
from bip_desktop.gui.formatting import isolated
from bip_desktop.gui.journal_text import journal_text
from bip_desktop.gui.language import spoken, translate
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.help_view import HelpView
from bip_desktop.gui.pages.meeting.part import Part
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.gui.printing import paint_agreement, print_agreement
from bip_desktop.gui.widgets.suggestion_card import shared_name
from bip_desktop.services.journal_note import journal_note

_FRIDAY = 4
_NEXT_MEETING = timedelta(weeks=13)
"""BIP's rhythm: about every third month."""


def _working_day(day: date) -> date:
    """`day`, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > _FRIDAY else 0)


class EndingPart(Part):
    """The shared pages."""

    def show(self, place: Place) -> None:
        """Shows the page for `place`."""
        match place.step:
            case Step.TOGETHER:
                self._show_together()
            case Step.HELP:
                self._show_help()
            case _:
                self._show_agreement()

    def on(self) -> None:
        """On to the next shared page."""
        step = Step.HELP if self.lead.under_way.meeting.place.step is Step.TOGETHER else Step.AGREEMENT
        self.lead.go_to(Place(step))

    def back(self) -> None:
        """Back to the shared page before."""
        self.lead.go_to(Place(Step.TOGETHER))

    def _show_together(self) -> None:
        lead, page = self.lead, self.lead.page
        together = lead.desk.following.together(lead.under_way.meeting.citizen_id)
        if together is None:
            return
        view = TogetherView(
            together.moved,
            together.views,
            lead.under_way.citizen.first_name,
            lead.under_way.caseworker.first_name,
            spoken(),
        )
        page.show_view(
            view,
            lead.rail(),
            on=translate("meeting", "Hvad kan hjælpe? →"),
            note=translate("meeting", "Gemt ✓"),
            begin=view.tabs[view.current],
        )

    def _show_help(self) -> None:
        lead, page, meeting = self.lead, self.lead.page, self.lead.under_way.meeting
        agreeing = lead.desk.agreeing
        try:
            found = lead.desk.following.help(meeting.citizen_id)
        except BipError as error:
            lead.navigation.notice(error)
            found = None
        choices = agreeing.choices(meeting)
        view = HelpView(
            suggestions=found.suggestions if found else (),
            table=found.table if found else None,
            under_way=found.under_way if found else None,
            chosen=frozenset(each.rule_id for each in choices.shown if each.chosen),
            own=choices.own,
            dropped=choices.dropped,
            instrument=lead.under_way.instrument,
            language=spoken(),
        )
        by_id = {each.rule.rule_id: each for each in (found.suggestions if found else ())}
        view.shown.connect(lambda ids: self._keep(lambda: agreeing.show(meeting, [by_id[each] for each in ids])))
        view.chosen.connect(lambda rule, on: self._choose(lambda: agreeing.choose(meeting, rule, chosen=on)))
        view.own_changed.connect(lambda own: self._choose(lambda: agreeing.set_own(meeting, own)))
        view.dropped_changed.connect(lambda gone: self._choose(lambda: agreeing.set_dropped(meeting, gone)))
        self._keep(lambda: agreeing.show(meeting, [by_id[each] for each in view.shown_now]))
        page.show_view(view, lead.rail(), on=translate("meeting", "Til aftalen →"), back=True, begin=view.first)

    def _show_agreement(self) -> None:
        lead, meeting = self.lead, self.lead.under_way.meeting
        now = lead.desk.now()
        view = AgreementView(
            isolated(lead.under_way.citizen.first_name),
            isolated(lead.under_way.caseworker.first_name),
            lead.desk.agreeing.agreement(meeting),
            [
                shared_name(lead.under_way.instrument, each, spoken())
                for each in lead.desk.agreeing.choices(meeting).agreed
            ],
            today=now.date(),
            suggested=datetime.combine(_working_day(now.date() + _NEXT_MEETING), time(10, 0)),
            phone=lead.desk.agreeing.phone(meeting),
        )
        view.changed.connect(self._on_agreement)
        view.phone_changed.connect(self._on_phone)
        view.print_asked.connect(lambda: self._on_print(view))
        view.file_asked.connect(lambda: self._on_file(view))
        view.note_asked.connect(lambda: self._on_note(view))
        view.close_asked.connect(lambda: self._on_close(view))
        lead.page.show_view(view, lead.rail())
        view.begin()

    def _keep(self, work: Callable[[], object]) -> bool:
        kept = self.lead.tried(work)
        self.lead.page.show_saved(translate("meeting", "Gemt ✓") if kept else "")
        return kept

    def _choose(self, work: Callable[[], object]) -> None:
        if not self._keep(work):
            self._show_help()  # as it is stored

    def _on_agreement(self, agreement: Agreement) -> bool:
        return self._keep(lambda: self.lead.desk.agreeing.set_agreement(self.lead.under_way.meeting, agreement))

    def _on_phone(self, phone: str) -> bool:
        return self._keep(lambda: self.lead.desk.agreeing.set_phone(self.lead.under_way.meeting, phone))

    def _is_kept(self, view: AgreementView) -> bool:
        """Whether everything on the page is on the disk: only that goes on paper."""
        return self._on_agreement(view.agreement()) and self._on_phone(view.phone.text())

    def _moved(self) -> Progression | None:
        together = self.lead.desk.following.together(self.lead.under_way.meeting.citizen_id)
        return together.moved if together else None

    def _on_print(self, view: AgreementView) -> None:
        printer = self.ask_printer() if self._is_kept(view) else None
        if printer is None:
            return
        meeting, instrument = self.lead.under_way.meeting, self.lead.under_way.instrument
        page = self.lead.desk.agreeing.page(meeting)
        if not self.lead.tried(lambda: self.lead.desk.access.printed(meeting.citizen_id, "agreement")):
            return
        if self.lead.tried(lambda: paint_agreement(printer, page, self._moved(), instrument, spoken())):
            self.lead.page.show_saved(translate("meeting", "Sendt til printeren ✓"))

    def _on_file(self, view: AgreementView) -> None:
        target = self.ask_target() if self._is_kept(view) else None
        if target is None:
            return
        meeting, instrument = self.lead.under_way.meeting, self.lead.under_way.instrument
        page = self.lead.desk.agreeing.page(meeting)
        if not self.lead.tried(lambda: self.lead.desk.access.printed(meeting.citizen_id, "agreement pdf")):
            return
        if self.lead.tried(lambda: print_agreement(target, page, self._moved(), instrument, spoken())):
            self.lead.page.show_saved(translate("meeting", "Aftalen er gemt som PDF ✓"))

    def _on_note(self, view: AgreementView) -> None:
        meeting, instrument = self.lead.under_way.meeting, self.lead.under_way.instrument
        if self._on_agreement(view.agreement()) and self.lead.tried(
            lambda: self.lead.desk.access.printed(meeting.citizen_id, "journal note")
        ):
            note = journal_note(self.lead.desk.agreeing.page(meeting), meeting, self._moved())
            view.show_note(self.lead.navigation.in_her_language(lambda: journal_text(note, instrument, spoken())))

    def ask_printer(self) -> QPagedPaintDevice | None:
        """Which printer: a person decides. What the queue is called says nothing about the citizen."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # it looks for printers: not before one is wanted

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(translate("meeting", "Aftale"))
        dialog = QPrintDialog(printer, self.lead.page)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def ask_target(self) -> Path | None:
        """Where to put the print: a person decides. The proposed name says nothing about the citizen."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = translate("meeting", "Aftale {0}.pdf").format(self.lead.under_way.meeting.held_on.isoformat())
        chosen, _ = QFileDialog.getSaveFileName(
            self.lead.page, translate("meeting", "Gem aftalen"), str(Path(documents) / name), "PDF (*.pdf)"
        )
        if not chosen:
            return None
        target = Path(chosen)
        return target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")

    def _on_close(self, view: AgreementView) -> None:
        lead = self.lead
        if not self._is_kept(view):
            return
        if lead.under_way.owes_answers:
            lead.go_to(Place(Step.CONFIRM))
        elif lead.tried(lambda: lead.desk.agreeing.close(lead.under_way.meeting)):
            lead.navigation.citizen(lead.under_way.meeting.citizen_id)
