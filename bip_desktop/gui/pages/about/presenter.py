# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Says what the present questionnaire and rule table are."""

from PySide6.QtCore import QCoreApplication

from bip_desktop import __version__
from bip_desktop.domain.questionnaire import Wording
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
            _say("Spørgeskema »{0}«, udgave {1}, ordlyd {2}.").format(
                instrument.instrument_id, instrument.version, instrument.wording_version
            )
        ]
        if draft:
            questions.append(
                _say("Ordlyden er et udkast og ikke BIP’s egne ord i {0} af {1} spørgsmål: {2}.").format(
                    len(draft), len(instrument.items), ", ".join(draft)
                )
            )
        if verbatim:
            questions.append(_say("Ordret fra kilderne: {0}.").format(", ".join(verbatim)))
        self.page = AboutPage(
            __version__,
            (
                (_say("Spørgsmålene"), questions),
                (_say("Forslagene"), _rules(desk)),
                (
                    _say("Det, programmet ikke gør"),
                    (
                        _say("Det giver ingen point og ingen sandsynlighed, og det rangordner ingen."),
                        _say("Ét trin på ét område kan være tilfældigt."),
                        _say("Det bruger ikke nettet. Alt ligger krypteret på denne computer."),
                    ),
                ),
                (_say("Licens"), (_say("Programmet: MPL-2.0. Teksterne: CC BY-SA 4.0."),)),
            ),
        )
        self.page.back_asked.connect(go.caseload)


def _rules(desk: Desk) -> list[str]:
    table = desk.following.rules()
    if table is None:
        return [_say("Filen med forslag kan ikke læses lige nu.")]
    said = [_say("Regler »{0}«, udgave {1}. De bygger på:").format(table.table_id, table.version)]
    return said + [f"– {source.title}" for source in table.sources.values()]


def _say(text: str) -> str:
    return QCoreApplication.translate("about", text)
