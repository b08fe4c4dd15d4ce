# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The scenes of a meeting, from the welcome to the agreement."""

from collections.abc import Collection, Iterator, Mapping

from PySide6.QtWidgets import QScrollArea, QWidget

from bip_desktop.demonstration.many import MANY
from bip_desktop.demonstration.stage import Stage
from bip_desktop.domain.meeting import Step, VoidReason
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.gui.pages.citizen_mode.lock_view import LockView
from bip_desktop.gui.pages.citizen_mode.page import CitizenModePage
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.help_view import HelpView
from bip_desktop.gui.plots.together_view import TogetherView

Scene = Iterator[str]
LONG = "Wilhelmine"
FROM_THE_RIGHT = "سارة"
_MEETINGS: Mapping[str, tuple[str, Mapping[str, int]]] = {
    "Henrik": ("ninth", {"B1": 0, "B3": -1, "B6": 1, "B7": 1, "B8": 1, "B9": 1}),
    "Sara": ("first", {}),
    "Peter": ("still", {}),
    "Birgit": ("lower", {"B1": -1, "B7": -2}),
    "Jonas": ("nothing-under-way", {"B6": 1}),
    "Freja": ("low-belief", {}),
    "Malene": ("declined-questions", {}),
    "Bodil": ("fourteen", {"B5": -1, "B9": 1}),
    MANY: ("forty", {"B2": 1}),
    LONG: ("long-name", {"B4": 1}),
    FROM_THE_RIGHT: ("name-from-the-right", {"B2": 1}),
}
"""Who holds a meeting to the end, what it shows, and how the answers move."""
_WITH_EVERY_TAB = ("Henrik", "Sara", "Bodil", MANY)
_WITH_TABLES = ("Henrik", MANY)


def meeting_scenes(stage: Stage, names: Collection[str] = tuple(_MEETINGS)) -> Scene:
    """Every page of a meeting in every state, to the end with those of these names; each meeting is voided when it
    has been shown."""
    yield from _opening(stage)
    yield from _citizens_screen(stage)
    yield from _her_answers(stage)
    for name in names:
        yield from _ending(stage, name, *_MEETINGS[name])
    yield from _answered_after(stage)
    yield from _agreement(stage)


def _opening(stage: Stage) -> Scene:
    for name, state in (
        ("Henrik", "ninth"),
        ("Sara", "first"),
        (LONG, "long-name"),
        (FROM_THE_RIGHT, "from-the-right"),
    ):
        under_way = stage.start(name)
        stage.at(under_way, Step.WELCOME)
        yield f"welcome/{state}"
        stage.at(under_way, Step.HANDOVER)
        yield f"handover/{state}"
        under_way.void(VoidReason.TEST)


def _citizens_screen(stage: Stage) -> Scene:
    under_way = stage.start("Henrik")
    stage.at(under_way, Step.CITIZEN, "B1")
    yield "question/B1-empty"
    stage.citizen_answers(under_way, {})
    for item in under_way.instrument.of(Respondent.CITIZEN):
        stage.at(under_way, Step.CITIZEN, item.code)
        yield f"question/{item.code}"
    stage.at(under_way, Step.REVIEW)
    yield "review/review"
    stage.hands.click(stage.page(CitizenModePage).pause)
    stage.view(LockView)
    yield "locked/pause"
    under_way = stage.desk.measuring.take_up(under_way.meeting.meeting_id)
    stage.at(under_way, Step.HANDOVER, "B6")
    yield "handover/after-pause"
    under_way.resume()
    under_way.citizen_done()
    stage.at(under_way, Step.RESEARCH)
    yield "research/research"
    stage.at(under_way, Step.LOCKED)
    yield "locked/finished"
    under_way.void(VoidReason.TEST)
    for name, state in ((LONG, "long-name"), (FROM_THE_RIGHT, "from-the-right")):
        under_way = stage.start(name)
        stage.citizen_answers(under_way, {})
        stage.at(under_way, Step.CITIZEN, "B6")
        yield f"question/{state}"
        stage.at(under_way, Step.REVIEW)
        yield f"review/{state}"
        under_way.citizen_done()
        stage.at(under_way, Step.LOCKED)
        yield f"locked/{state}"
        under_way.void(VoidReason.TEST)


def _her_answers(stage: Stage) -> Scene:
    under_way = stage.start("Nadia")
    stage.citizen_answers(under_way, {})
    under_way.citizen_done()
    stage.at(under_way, Step.CONFIRM)
    yield "confirm/prepared"
    under_way.void(VoidReason.TEST)
    under_way = stage.start("Henrik")
    stage.citizen_answers(under_way, {})
    under_way.citizen_done()
    stage.at(under_way, Step.CONFIRM)
    yield "confirm/unprepared"
    under_way.caseworker_begins()
    stage.at(under_way, Step.CASEWORKER, "S1")
    yield "her-question/S1-empty"
    stage.caseworker_answers(under_way, {})
    for item in under_way.instrument.of(Respondent.CASEWORKER):
        stage.at(under_way, Step.CASEWORKER, item.code)
        yield f"her-question/{item.code}"
    under_way.void(VoidReason.TEST)


def _ending(stage: Stage, name: str, state: str, moves: Mapping[str, int]) -> Scene:
    under_way = stage.reveal(name, moves)
    stage.at(under_way, Step.TOGETHER)
    together = stage.view(TogetherView)
    yield f"together/{state}-{together.current}"
    if name in _WITH_EVERY_TAB:
        for key in list(together.tabs)[1:]:
            stage.hands.click(together.tabs[key])
            yield f"together/{state}-{key}"
    if name in _WITH_TABLES:
        stage.hands.click(together.table_switch)
        for key, tab in together.tabs.items():
            stage.hands.click(tab)
            yield f"together/{state}-{key}-table"
    stage.at(under_way, Step.HELP)
    yield f"help/{state}"
    if name == "Henrik":
        yield from _every_suggestion(stage)
    stage.at(under_way, Step.AGREEMENT)
    yield f"agreement/{state}"
    under_way.void(VoidReason.TEST)


def _every_suggestion(stage: Stage) -> Scene:
    hands, view = stage.hands, stage.view(HelpView)
    hands.click(view.cards[0].source_button)
    hands.click(view.choose_buttons[0])
    yield "help/chosen-with-source"
    while view.another.isVisible():
        hands.click(view.another)
    yield "help/last-suggestion"
    hands.click(view.own_switch)
    _into_sight(stage, view.picker)
    yield "help/own"


def _answered_after(stage: Stage) -> Scene:
    under_way = stage.reveal("Tove", {"B4": 1}, later=True)
    stage.at(under_way, Step.TOGETHER)
    yield "together/without-pairs"
    stage.at(under_way, Step.CONFIRM)
    yield "confirm/after-the-meeting"
    under_way.void(VoidReason.TEST)
    under_way = stage.start("Anders")
    under_way.citizen_done(declined=True)
    under_way.caseworker_begins()
    stage.caseworker_answers(under_way, {})
    under_way.reveal()
    stage.at(under_way, Step.TOGETHER)
    yield "together/declined"
    stage.at(under_way, Step.HELP)
    yield "help/declined"
    under_way.void(VoidReason.TEST)


def _agreement(stage: Stage) -> Scene:
    hands, under_way = stage.hands, stage.reveal("Henrik", {"B6": 1})
    stage.at(under_way, Step.HELP)
    hands.click(stage.view(HelpView).choose_buttons[0])
    stage.at(under_way, Step.AGREEMENT)
    view = stage.view(AgreementView)
    for field, goal in zip(view.goals, _GOALS, strict=True):
        hands.fill(field, goal)
    hands.fill(view.tasks[0].what, "Ringer til min ven om praktik fra mandag")
    hands.click(view.more)
    hands.fill(view.tasks[1].what, "Spørger behandleren, om tiderne kan flyttes, så de passer med praktikken")
    hands.click(view.plan)
    yield "agreement/filled"
    hands.click(view.journal)
    yield "agreement/journal-note"


_GOALS = (
    "Et praktisk arbejde, hvor jeg kender nogen",
    "At kunne sige til min chef, når jeg har brug for en pause, uden at være bange for, hvad de andre tænker om mig",
    "Mere ro",
)


def _into_sight(stage: Stage, widget: QWidget) -> None:
    """Brings the end of a long page into sight."""
    for parent in _parents(widget):
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
    stage.hands.settle()


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()
