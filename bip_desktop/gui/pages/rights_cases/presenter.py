# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Approves and carries out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bip_desktop.domain.citizen_rights import RightKind
from bip_desktop.domain.errors import BipError
from bip_desktop.gui import rights_texts
from bip_desktop.gui.language import spoken, translate
from bip_desktop.gui.measurement_paper import access_html
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.rights_cases.page import CaseView, RightsCasesPage
from bip_desktop.gui.paper import save_as_pdf
from bip_desktop.gui.printing import write_file
from bip_desktop.services.citizen_rights import CaseLine
from bip_desktop.services.desk import Desk


class RightsCasesPresenter:
    """Shows the list anew after each step."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._desk = desk
        self._go = go
        self._lines: dict[str, CaseLine] = {}
        self.page = RightsCasesPage()
        self.page.step_asked.connect(self._on_step)
        self.page.back_asked.connect(go.administration)
        self.page.lock_asked.connect(go.lock)
        self._show()

    def _show(self) -> None:
        lines = self._desk.citizen_rights.all()
        self._lines = {line.case.case_id: line for line in lines}
        under_way = [line for line in lines if line.case.done_at is None and line.is_here]
        ended = [line for line in lines if line not in under_way]
        self.page.show_cases([_view(line) for line in under_way], [_row(line) for line in reversed(ended)])

    def _on_step(self, case_id: str) -> None:
        line, rights = self._lines[case_id], self._desk.citizen_rights
        if line.can_approve:
            said = translate("rights_cases", "Godkendt. Administratoren er den næste.")
            self._do(partial(rights.approve, case_id), said)
        elif line.case.kind is RightKind.ERASURE:
            self._do(
                partial(rights.erase, case_id),
                translate("rights_cases", "Borgeren er slettet. Der er taget en sikkerhedskopi lige før."),
            )
        else:
            folder = self.page.ask_folder()
            if folder is not None:
                self._do(
                    partial(self._hand_over, case_id, folder),
                    translate("rights_cases", "Indsigten er gemt som PDF og som fil. Giv dem til borgeren."),
                )

    def _hand_over(self, case_id: str, folder: Path) -> None:
        export = self._desk.citizen_rights.access_export(case_id)
        # Neither a name nor a number of the citizen's: the case's own random number tells two of a day apart.
        name = translate("rights_cases", "Indsigt {0} {1}").format(export.made_at.date().isoformat(), case_id[:4])
        save_as_pdf(folder / f"{name}.pdf", access_html(export, spoken()), translate("rights_cases", "Indsigt"))
        write_file(folder / f"{name}.json", export.as_json())
        self._desk.citizen_rights.handed_over(case_id)

    def _do(self, work: partial[None], said: str) -> None:
        try:
            work()
        except BipError as error:
            self._go.notice(error)
            said = ""
        self.page.say(said)
        self._show()
        self.page.back.setFocus()


def _view(line: CaseLine) -> CaseView:
    case = line.case
    do = sure = ""
    if line.can_approve:
        do = translate("rights_cases", "Godkend")
    elif line.can_carry_out and case.kind is RightKind.ERASURE:
        do = translate("rights_cases", "Slet borgeren …")
        sure = translate(
            "rights_cases", "Alt om borgeren bliver slettet for altid. Det kan ikke fortrydes. Vil du slette nu?"
        )
    elif line.can_carry_out and case.kind is RightKind.ACCESS:
        do = translate("rights_cases", "Gem indsigten …")
    return CaseView(
        case.case_id,
        translate("rights_cases", "{0}: {1}").format(rights_texts.kind(case.kind), rights_texts.ground(case.ground)),
        rights_texts.who(line),
        rights_texts.steps(line),
        do,
        sure,
    )


def _row(line: CaseLine) -> Sequence[str]:
    return (
        rights_texts.kind(line.case.kind),
        rights_texts.who(line),
        rights_texts.steps(line)[-1],
    )
