# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Reads what comes from the research centre, and uses it when somebody has said yes."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths

from bip_desktop.domain.errors import BipError
from bip_desktop.domain.evidence import THEMES, Evidence, Group, Measured, measured
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import long_date
from bip_desktop.gui.language import spoken, translate
from bip_desktop.gui.measured_texts import may_be_chance, measured_source, steps
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.research_centre.page import ResearchCentrePage
from bip_desktop.gui.pages.research_centre.view import ShownCentre, ShownFigures
from bip_desktop.gui.wording import name
from bip_desktop.services.desk import Desk
from bip_desktop.services.enrolling import Enrolment
from bip_desktop.services.evidence import EvidenceFile

_GROUPS = (Group.NONE, Group.SINGLE, Group.COMBINED, Group.COMBINED_WITH_JOB)


class ResearchCentrePresenter:
    """The files are small: they are read at once."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._desk = desk
        self._coming_keys: Enrolment | None = None
        self._coming_figures: EvidenceFile | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.page = ResearchCentrePage()
        self.page.keys_asked.connect(self._on_keys_asked)
        self.page.keys_accepted.connect(self._on_keys_accepted)
        self.page.card_asked.connect(self._on_card_asked)
        self.page.figures_asked.connect(self._on_figures_asked)
        self.page.figures_accepted.connect(self._on_figures_accepted)
        self.page.put_back_asked.connect(self._on_put_back)
        self.page.back_asked.connect(go.export)
        self.page.lock_asked.connect(go.lock)
        self.page.show_own(desk.enrolling.card().fingerprint)
        self._show_centre()
        self._show_figures()

    # -- the centre's keys ------------------------------------------------------------------------------------------

    def _show_centre(self) -> None:
        present = self._desk.enrolling.present()
        if present is None:
            words = translate(
                "research_centre", "Ingen endnu. Centret sender jer en fil, recipients.json, med sine nøgler."
            )
            self.page.show_centre(ShownCentre("", "", words))
            return
        words = "" if present.fingerprint else translate("research_centre", "Nøglerne er ikke underskrevet.")
        self.page.show_centre(ShownCentre(present.centre, present.fingerprint, words))

    def _on_keys_asked(self) -> None:
        path = self._file(translate("research_centre", "Hvilken fil er centrets nøgler?"))
        if path is None:
            return
        try:
            coming = self._desk.enrolling.look(path)
        except BipError as error:
            self.page.show_keys_problem(sentence(error))
            return
        self._coming_keys = coming
        present = self._desk.enrolling.present()
        words = translate("research_centre", "Derefter bliver jeres pakker låst, så kun dette center kan åbne dem.")
        if present is not None and present.fingerprint != coming.fingerprint:
            words = translate(
                "research_centre", "I dag sender I til {0}. Siger du ja, er det dette center fra nu af."
            ).format(present.centre)
        self.page.show_coming_centre(ShownCentre(coming.centre, coming.fingerprint, words))

    def _on_keys_accepted(self, yes: bool) -> None:
        coming, self._coming_keys = self._coming_keys, None
        try:
            if yes and coming is not None:
                self._desk.enrolling.accept(coming)
        except BipError as error:
            self.page.show_keys_problem(sentence(error))
            return
        self._show_centre()

    # -- this computer ----------------------------------------------------------------------------------------------

    def _on_card_asked(self) -> None:
        chosen = self.page.ask_folder(self._folder)
        if not chosen:
            return
        self._folder = chosen
        try:
            path = self._desk.enrolling.write_card(Path(chosen))
        except BipError as error:
            self.page.show_card_problem(sentence(error))
            return
        self.page.show_card_saved(translate("research_centre", "Kortet ligger i {0}").format(path))

    # -- what was measured ------------------------------------------------------------------------------------------

    def _show_figures(self) -> None:
        present, before = self._desk.evidence.present(), self._desk.evidence.before()
        put_back = ""
        if present is not None:
            put_back = (
                translate("research_centre", "Brug ikke nye tal")
                if before is None
                else translate("research_centre", "Gå tilbage til tallene fra {0}").format(
                    long_date(before.published_on)
                )
            )
        self.page.show_figures(None if present is None else self._figures(present), put_back)

    def _on_figures_asked(self) -> None:
        path = self._file(translate("research_centre", "Hvilken fil er de nye tal?"))
        if path is None:
            return
        try:
            self._coming_figures = self._desk.evidence.look(path)
        except BipError as error:
            self.page.show_figures_problem(sentence(error))
            return
        self.page.show_coming_figures(self._figures(self._coming_figures.evidence))

    def _on_figures_accepted(self, yes: bool) -> None:
        coming, self._coming_figures = self._coming_figures, None
        problem = None
        try:
            if yes and coming is not None:
                self._desk.evidence.accept(coming)
        except BipError as error:
            problem = error
        self._show_figures()
        if problem is not None:
            self.page.show_figures_problem(sentence(problem))

    def _on_put_back(self) -> None:
        try:
            self._desk.evidence.put_back()
        except BipError as error:
            self.page.show_figures_problem(sentence(error))
            return
        self._show_figures()

    def _figures(self, evidence: Evidence) -> ShownFigures:
        instrument, language = self._desk.instruments.current(), spoken()
        known = [found for item in THEMES if (found := measured(evidence, item)) is not None]
        rows = tuple(
            (name(instrument.item(found.item), language), *(_cell(found, group) for group in _GROUPS))
            for found in known
        )
        notes = [
            translate(
                "research_centre",
                "Trin i snit fra måling til måling, med antal borgere. Målt til og med {0}. »–«: for få borgere.",
            ).format(_week(evidence.data_upto))
        ]
        notes.append(
            translate(
                "research_centre",
                "»Intet«: uden noget i gang. »Én slags«: én slags indsats. »Flere«: en kombination. »Med job«: en "
                "kombination med job; de er også med i »Flere«.",
            )
        )
        if any(may_be_chance(result) for found in known for result in found.groups.values()):
            notes.append(translate("research_centre", "*: kan være tilfældigt."))
        if any(result.adjusted for found in known for result in found.groups.values()):
            notes.append(
                translate("research_centre", "Grupperne er gjort sammenlignelige, så godt det kan lade sig gøre.")
            )
        if evidence.note is not None:
            notes.append(evidence.note.in_language(language))
        return ShownFigures(measured_source(evidence), rows, tuple(notes))

    def _file(self, title: str) -> Path | None:
        chosen = self.page.ask_file(title, self._folder)
        if not chosen:
            return None
        self._folder = str(Path(chosen).parent)
        return Path(chosen)


def _cell(found: Measured, group: Group) -> str:
    result = found.groups.get(group)
    if result is None:
        return "–"
    star = "*" if may_be_chance(result) else ""
    return f"{steps(Decimal(result.estimate))}{star} ({QLocale().toString(result.citizens)})"


def _week(iso: str) -> str:
    year, week = iso.split("-W")
    return translate("research_centre", "uge {0} i {1}").format(int(week), year)
