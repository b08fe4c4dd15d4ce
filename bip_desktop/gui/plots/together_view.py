# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
""" "Se det sammen": a sentence first, then the pictures one at a time, each with its table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
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
from bip_desktop.gui.widgets.flow import as_high_as_its_texts
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.layouts import card, column, scrolled, show_if
from bip_desktop.gui.widgets.texts import label

OVER_TIME, STARTING_POINT, TWO_VIEWS, FROM_START, SEARCH_AND_WAGE = (
    "over_time",
    "starting_point",
    "two_views",
    "from_start",
    "search_and_wage",
)


@dataclass(frozen=True, slots=True)
class _Tab:
    name: str
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
        bar = FlowRow(*self.tabs.values(), self.table_switch, spacing=look.px(8), parted=True)
        self.without_pairs = label(
            self.tr("{0} svarer efter samtalen, så her er kun dine svar.").format(
                isolated(first_word(caseworker_name))
            ),
            "small",
        )
        show_if(self.without_pairs, not views)
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        box = column(self.heading, look.px(4), self.lead, look.px(12), bar, look.px(12), self._slot, self.without_pairs)
        box.setStretch(box.indexOf(self._slot), 1)
        self.setLayout(column(as_high_as_its_texts(scrolled(box))) if scrolls else box)
        self.current = ""
        self.show_picture(next(iter(self._tabs)))

    def _made_tabs(self) -> dict[str, _Tab]:
        moved, views, language = self._moved, self._views, self._language
        made: dict[str, _Tab] = {}
        headline, explanation = wording.headline(moved), wording.explanation(moved, language)
        if moved.is_first:
            made[STARTING_POINT] = _Tab(
                self.tr("Dit udgangspunkt"),
                headline,
                explanation,
                lambda: StartingPoint(moved, language),
                lambda: tables.starting_point_table(moved, language),
            )
        else:
            made[OVER_TIME] = _Tab(
                self.tr("Over tid"),
                headline,
                explanation,
                lambda: OverTime(moved, language),
                lambda: tables.over_time_table(moved, language),
            )
        if views:
            made[TWO_VIEWS] = _Tab(
                self.tr("Sådan ser vi hver især på det"),
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
                self.tr("Fra start til nu"),
                from_start_headline(moved),
                lambda: FromStart(moved, language),
                lambda: tables.from_start_table(moved, language),
            )
        made[SEARCH_AND_WAGE] = _Tab(
            self.tr("Jobsøgning og løn"),
            self.tr("Jobsøgning og løn"),
            self.tr("Sådan søger du job, og det mindste, du vil arbejde for. Her er ikke noget, der er bedst."),
            lambda: SearchAndWage(moved, language),
            lambda: tables.search_and_wage_table(moved, language),
        )
        return made

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


def _small(made: QPushButton) -> QPushButton:
    """Four tabs beside each other must fit the page."""
    px = theme.current().px
    # The thicker edge of the one with the keyboard takes its room from the padding, not from the words.
    made.setStyleSheet(
        f"QPushButton {{ font-size: {px(16)}px; padding: {px(8)}px {px(12)}px; }}"
        f"QPushButton:focus {{ padding: {px(8) - 2}px {px(12) - 2}px; }}"
    )
    return made
