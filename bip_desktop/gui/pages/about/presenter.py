# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Says what the present questionnaire and rule table are."""

from bip_desktop import __version__
from bip_desktop.domain.questionnaire import Wording
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.about.page import AboutPage
from bip_desktop.services.desk import Desk


class AboutPresenter:
    """Everything on the page is read from the files in use."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        instrument = desk.instruments.current()
        draft = [item.code for item in instrument.items if item.wording is Wording.DRAFT]
        verbatim = [item.code for item in instrument.items if item.wording is Wording.VERBATIM]
        questions = [
            translate("about", "Spørgeskema »{0}«, udgave {1}, ordlyd {2}.").format(
                instrument.instrument_id, instrument.version, instrument.wording_version
            )
        ]
        if draft:
            questions.append(
                translate("about", "Ordlyden er et udkast og ikke BIP’s egne ord i {0} af {1} spørgsmål: {2}.").format(
                    len(draft), len(instrument.items), ", ".join(draft)
                )
            )
        if verbatim:
            questions.append(translate("about", "Ordret fra kilderne: {0}.").format(", ".join(verbatim)))
        self.page = AboutPage(
            __version__,
            (
                (translate("about", "Spørgsmålene"), questions),
                (translate("about", "Forslagene"), _rules(desk)),
                (
                    translate("about", "Det, programmet ikke gør"),
                    (
                        translate("about", "Det giver ingen point og ingen sandsynlighed, og det rangordner ingen."),
                        translate("about", "Ét trin på ét område kan være tilfældigt."),
                        translate("about", "Det bruger ikke nettet. Alt ligger krypteret på denne computer."),
                    ),
                ),
                (translate("about", "Licens"), (translate("about", "Programmet: MPL-2.0. Teksterne: CC BY-SA 4.0."),)),
            ),
        )
        self.page.back_asked.connect(go.caseload)


def _rules(desk: Desk) -> list[str]:
    table = desk.following.rules()
    if table is None:
        return [translate("about", "Filen med forslag kan ikke læses lige nu.")]
    said = [translate("about", "Regler »{0}«, udgave {1}. De bygger på:").format(table.table_id, table.version)]
    return said + [f"– {source.title}" for source in table.sources.values()]
