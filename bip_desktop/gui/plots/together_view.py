# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
""" "Se det sammen": a sentence first, then the pictures one at a time, each with its table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from bip_desktop.domain.progression import Progression, TwoViews
from bip_desktop.gui import theme, wording
from bip_desktop.gui.formatting import isolated
from bip_desktop.gui.plots import tables
from bip_desktop.gui.plots.from_start import FromStart, StartingPoint
from bip_desktop.gui.plots.over_time import OverTime
from bip_desktop.gui.plots.search_and_wage import SearchAndWage
from bip_desktop.gui.plots.sentences import first_word, from_start_headline
from bip_desktop.gui.plots.two_views import TwoViewsPicture
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout, as_high_as_its_texts
from bip_desktop.gui.widgets.layouts import card, column, scrolled, show_if
from bip_desktop.gui.widgets.texts import label

OVER_TIME, STARTING_POINT, TWO_VIEWS, FROM_START, SEARCH_AND_WAGE = (
    "over_time",
    "starting_point",
    "two_views",
    "from_start",
    "search_and_wage",
)
_LOW = 460
"""Pixels at 100 %: a lower page keeps its height for the picture."""


@dataclass(frozen=True, slots=True)
class _Tab:
    name: str
    short: str
    heading: str
    lead: str
    picture: Callable[[], QWidget]
    table: Callable[[], tables.TableText]


class TogetherView(QWidget):
    """The pictures of one progression, without margins of its own.

    Without `views` there are no pairs, and a quiet sentence says why. With `scrolls=False` it takes all the height it
    needs, for a page that scrolls itself.
    """

    picture_shown = Signal(str)
    """The tab on show: over_time, starting_point, two_views, from_start or search_and_wage."""

    def __init__(
        self,
        moved: Progression,
        views: tuple[TwoViews, ...],
        citizen_name: str,
        caseworker_name: str,
        language: str,
        *,
        scrolls: bool = True,
    ) -> None:
        super().__init__()
        look = theme.current()
        self._moved, self._views, self._language = moved, views, language
        self._citizen, self._caseworker = citizen_name, caseworker_name
        self.heading = label("", "title")
        self.lead = label("", "muted")
        self._tabs = self._made_tabs()
        self._built: dict[tuple[str, bool], QWidget] = {}
        self.as_table = False
        self.tabs: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for key, tab in self._tabs.items():
            made = _small(button(tab.name, "secondary", partial(self.show_picture, key)))
            made.setCheckable(True)
            group.addButton(made)
            self.tabs[key] = made
        self.table_switch = _small(button(self.tr("Som tabel"), "quiet", self._on_table))
        self._bar = FlowLayout(*self.tabs.values(), self.table_switch, spacing=look.px(8), parted=True)
        self.without_pairs = label(
            self.tr("{0} svarer efter samtalen, så her er kun dine svar.").format(
                isolated(first_word(caseworker_name))
            ),
            "small",
        )
        show_if(self.without_pairs, not views)
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        self._box = column(self.heading, self.lead, self._bar, self._slot, self.without_pairs, spacing=look.px(8))
        self._box.setStretch(self._box.indexOf(self._slot), 1)
        self._scrolls, self._is_low, self._is_aside = scrolls, False, False
        self.setLayout(column(as_high_as_its_texts(scrolled(self._box))) if scrolls else self._box)
        self.current = ""
        self.show_picture(next(iter(self._tabs)))

    def _made_tabs(self) -> dict[str, _Tab]:
        moved, views, language = self._moved, self._views, self._language
        made: dict[str, _Tab] = {}
        headline, explanation = wording.headline(moved), wording.explanation(moved, language)
        if moved.is_first:
            made[STARTING_POINT] = _Tab(
                self.tr("Dit udgangspunkt"),
                self.tr("Nu"),
                headline,
                explanation,
                lambda: StartingPoint(moved, language),
                lambda: tables.starting_point_table(moved, language),
            )
        else:
            made[OVER_TIME] = _Tab(
                self.tr("Over tid"),
                self.tr("Over tid"),
                headline,
                explanation,
                lambda: OverTime(moved, language),
                lambda: tables.over_time_table(moved, language),
            )
        if views:
            made[TWO_VIEWS] = _Tab(
                self.tr("Sådan ser vi hver især på det"),
                self.tr("Hver især"),
                self.tr("Sådan ser vi hver især på det"),
                self.tr(
                    "Ingen af jer har set den andens svar før nu. Forskelle er gode at tale om. "
                    "Der er ikke noget rigtigt svar."
                ),
                lambda: TwoViewsPicture(views, self._citizen, self._caseworker, language),
                lambda: tables.two_views_table(
                    views, isolated(first_word(self._citizen)), isolated(first_word(self._caseworker)), language
                ),
            )
        if not moved.is_first:
            made[FROM_START] = _Tab(
                self.tr("Fra start til nu"),
                self.tr("Fra start"),
                self.tr("Fra start til nu"),
                from_start_headline(moved),
                lambda: FromStart(moved, language),
                lambda: tables.from_start_table(moved, language),
            )
        made[SEARCH_AND_WAGE] = _Tab(
            self.tr("Jobsøgning og løn"),
            self.tr("Job og løn"),
            self.tr("Jobsøgning og løn"),
            self.tr(
                "Sådan søger du job, og den laveste løn, du vil arbejde for. Intet af det er rigtigt eller forkert."
            ),
            lambda: SearchAndWage(moved, language),
            lambda: tables.search_and_wage_table(moved, language),
        )
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that is low and narrow at once puts the picture before all that is not needed to choose it."""
        super().resizeEvent(event)
        low = self._scrolls and self.height() < theme.current().px(_LOW) and self.width() < self._needed(short=False)
        aside = low and self.width() < self._needed(short=True)
        if (low, aside) != (self._is_low, self._is_aside):
            self._is_low, self._is_aside = low, aside
            self._settle()

    def _needed(self, *, short: bool) -> int:
        """Pixels that the tabs and the table's button take in one line."""
        names = {key: each.short if short else each.name for key, each in self._tabs.items()}
        tabs = sum(_width(tab, names[key]) + theme.current().px(8) for key, tab in self.tabs.items())
        return tabs + self.table_switch.sizeHint().width()

    def _settle(self) -> None:
        """The tabs in one line and the explanation below the picture, with the table's button where it is `aside`; or
        as on a roomy page."""
        for key, tab in self.tabs.items():
            name = self._tabs[key].name
            tab.setText(self._tabs[key].short if self._is_low else name)
            tab.setAccessibleName(name)
        self.heading.setProperty("role", "section" if self._is_low else "title")
        self.heading.style().unpolish(self.heading)
        self.heading.style().polish(self.heading)
        tabs, box = self._bar, self._box
        for widget in (self.lead, self.table_switch):
            box.removeWidget(widget)
        tabs.removeWidget(self.table_switch)
        box.insertWidget(box.indexOf(self._slot if self._is_low else self.heading) + 1, self.lead)
        tabs.parted = not self._is_aside
        if self._is_aside:
            box.addWidget(self.table_switch, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            tabs.addWidget(self.table_switch)

    def show_picture(self, key: str) -> None:
        """Shows one of the tabs, as a picture or as a table."""
        self.current = key
        tab = self._tabs[key]
        self.tabs[key].setChecked(True)
        self.heading.setText(tab.heading)
        self.lead.setText(tab.lead)
        show_if(self.lead, bool(tab.lead))
        for widget in self._built.values():
            widget.hide()
        if (key, self.as_table) not in self._built:
            self._built[key, self.as_table] = made = self._made(tab)
            self._slot.addWidget(made)
        self.shown().show()
        self.picture_shown.emit(key)

    def shown(self) -> QWidget:
        """The picture or the table on show."""
        return self._built[self.current, self.as_table]

    def _made(self, tab: _Tab) -> QWidget:
        if not self.as_table:
            return tab.picture()
        pad = theme.current().px(10)
        made = QWidget()
        made.setLayout(column(card(column(tables.table_widget(tab.table())), margins=(pad, pad, pad, pad)), None))
        return made

    def _on_table(self) -> None:
        self.as_table = not self.as_table
        self.table_switch.setText(self.tr("Som billede") if self.as_table else self.tr("Som tabel"))
        self.show_picture(self.current)


def _width(made: QPushButton, text: str) -> int:
    """What the button takes with this text, whatever stands on it now."""
    metrics = made.fontMetrics()
    return made.sizeHint().width() + metrics.horizontalAdvance(text) - metrics.horizontalAdvance(made.text())


def _small(made: QPushButton) -> QPushButton:
    """Four tabs beside each other must fit the page."""
    px = theme.current().px
    # The thicker edge of the one with the keyboard takes its room from the padding, not from the words.
    made.setStyleSheet(
        f"QPushButton {{ font-size: {px(16)}px; padding: {px(8)}px {px(12)}px; }}"
        f"QPushButton:focus {{ padding: {px(8) - 2}px {px(12) - 2}px; }}"
    )
    return made
