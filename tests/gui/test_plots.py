# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The pictures of progress: curve, table and sentence say the same, and nothing that must not leak is on them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.progression import Movement, Point, Progression, Series, Span, TwoViews
from bip_desktop.domain.questionnaire import Amount, Missing, Step, Ticks, Unit, Value
from bip_desktop.exchange.instrument_file import read_instrument
from bip_desktop.gui import theme, wording
from bip_desktop.gui.plots import tables
from bip_desktop.gui.plots.answer_axis import Gap
from bip_desktop.gui.plots.from_start import FromStart, StartingPoint
from bip_desktop.gui.plots.over_time import OverTime
from bip_desktop.gui.plots.search_and_wage import SearchAndWage
from bip_desktop.gui.plots.sentences import from_start_headline, theme_sentence
from bip_desktop.gui.plots.theme_plot import ThemeCard, ThemePlot, spans_in_words
from bip_desktop.gui.plots.time_axis import MANY, time_axis
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.gui.plots.two_views import TwoViewsPicture
from tests.gui.conftest import ROOT, THEMES

FILE = ROOT / "resources" / "instruments" / "bip@1.json"
INSTRUMENT = read_instrument(FILE.read_bytes(), FILE.name)
DECLINED, DONT_KNOW, SKIPPED = Missing.DECLINED, Missing.DONT_KNOW, Missing.SKIPPED
FORBIDDEN = ("S2", "S3", "S4", "S5", "S7", "S8", "S12")
NO_ANSWERS = {wording.missing(code): code for code in Missing}


def days(count: int) -> tuple[date, ...]:
    """About every third month, never the same distance."""
    return tuple(date(2024, 1, 10) + timedelta(days=90 * place + place % 4 * 5) for place in range(count))


def steps(text: str) -> tuple[Value, ...]:
    """`23?4` as answers; `?` is declined, `o` don't know, `-` skipped."""
    signs = {"?": DECLINED, "o": DONT_KNOW, "-": SKIPPED}
    return tuple(signs[sign] if sign in signs else Step(int(sign)) for sign in text)


def moved(
    themes: Sequence[Sequence[Value]],
    *,
    new_at: tuple[int, ...] = (),
    spans: tuple[Span, ...] = (),
    search: Sequence[Value] | None = None,
    wage: Sequence[Value] | None = None,
) -> Progression:
    """A progression with these answers to B1 to B9; where fewer are given, the last goes on."""
    count = len(themes[0])
    rows = [*themes, *[themes[-1]] * (9 - len(themes))]
    on = days(count)

    def series(code: str, values: Sequence[Value]) -> Series:
        points = (Point(place + 1, on[place], value) for place, value in enumerate(values))
        return Series(INSTRUMENT.item(code), tuple(points))

    return Progression(
        themes=tuple(series(f"B{place}", values) for place, values in enumerate(rows, start=1)),
        search=series("B10", search or [Ticks(frozenset({2}))] * count),
        wage=series("B11", wage or [Amount(150_00, Unit.HOUR_BEFORE_TAX)] * count),
        numbers=tuple(range(1, count + 1)),
        dates=on,
        new_caseworker_at=new_at,
        spans=spans,
    )


def pairs(*answers: tuple[Value, Value]) -> tuple[TwoViews, ...]:
    """The four pairs with (citizen's, caseworker's) answers."""
    return tuple(TwoViews(own, hers, *answer) for (own, hers), answer in zip(INSTRUMENT.pairs, answers, strict=False))


_HENRIK = "22333344 21222333 33344444 22222222 33233344 11212234 33333444 122?3334 22233345"
HENRIK = moved(
    [steps(each) for each in _HENRIK.split()],
    new_at=(5,),
    spans=(Span(Kind.JOB, 6, 8), Span(Kind.HEALTH, 1, 2), Span(Kind.HEALTH, 6, 8)),
)
VIEWS = pairs((Step(4), Step(4)), (Step(2), Step(4)), (Step(4), Step(3)), (DECLINED, DONT_KNOW))


def texts(widget: QWidget) -> str:
    """Everything a person or a screen reader finds on a widget."""
    found = [each.text() for each in widget.findChildren(QLabel)]
    for each in (widget, *widget.findChildren(QWidget)):
        found += [
            each.accessibleName(),
            each.toolTip(),
            getattr(each, "text", str)() if not isinstance(each, QLabel) else "",
        ]
    for table in widget.findChildren(QTableWidget):
        found += [
            item.text()
            for line in range(table.rowCount())
            for place in range(table.columnCount())
            if (item := table.item(line, place)) is not None
        ]
    return "\n".join(str(each) for each in found)


def stretches(plot: ThemePlot) -> list[list[tuple[float, float]]]:
    """What is joined by a line: points in a row without a gap, as the plotted item holds them."""
    xs, ys = plot.curve.getData()
    if xs is None:
        return []
    found: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(xs, ys, strict=True):
        if math.isnan(y):
            found.append([])
        else:
            found[-1].append((float(x), float(y)))
    return [each for each in found if each]


# -- picture, table and sentence agree --------------------------------------------------------------------------------

ANSWERS = st.one_of(st.integers(1, 5).map(Step), st.sampled_from(list(Missing)))


@st.composite
def histories(draw: st.DrawFn) -> Progression:
    """Nine themes over one to twelve measurements, with any answers."""
    count = draw(st.integers(1, 12))
    return moved([draw(st.lists(ANSWERS, min_size=count, max_size=count)) for _ in range(9)])


def from_cell(text: str) -> int | None:
    """The step a cell of the table says; None where it says why there is none."""
    assert text.isdigit() or text in NO_ANSWERS
    return int(text) if text.isdigit() else None


@dataclass(frozen=True)
class Told:
    """What one theme's answers are, by one way of showing them, oldest first."""

    steps: list[int | None]


def by_curve(plot: ThemePlot, count: int) -> Told:
    """From the plotted data items."""
    xs, ys = plot.curve.getData()
    if xs is None or not len(xs):
        return Told([None] * count)
    return Told([None if math.isnan(y) else int(y) for y in ys])


def by_table(cells: Sequence[str]) -> Told:
    """From the cells of a row: the name, the remark, then the newest answer first."""
    return Told([from_cell(cell) for cell in reversed(cells[2:])])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shown=histories())
def test_curve_table_and_sentence_say_the_same(app: QApplication, shown: Progression) -> None:
    table = tables.over_time_table(shown, "da")
    axis = time_axis(shown)
    for series, cells in zip(shown.themes, table.rows, strict=False):
        card = ThemeCard(series, axis, "da")
        truth = Told([point.step for point in series.points])
        assert by_curve(card.plot, len(series.points)) == truth
        assert by_table(cells) == truth
        newest = ", ".join(cell for cell in reversed(cells[2:12]))
        if len(series.points) > 1:
            assert f": {newest}." in card.accessibleName()
        assert cells[1] == card.remark.text() == wording.movement(series)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shown=histories())
def test_the_headline_counts_what_the_table_shows(app: QApplication, shown: Progression) -> None:
    if shown.is_first:
        assert wording.headline(shown) == "Dit udgangspunkt"
        return
    higher = lower = 0
    for cells in tables.over_time_table(shown, "da").rows[:9]:
        now, before = from_cell(cells[2]), from_cell(cells[3])
        if now is not None and before is not None:
            higher, lower = higher + (now > before), lower + (now < before)
    said = wording.headline(shown)
    assert ("højere" in said) == (higher > 0)
    assert ("lavere" in said) == (lower > 0)
    if higher:
        assert f"højere end sidst på {wording.areas(higher)}" in said
    if lower:
        assert f"på {wording.areas(lower)}" in said


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shown=histories())
def test_below_the_headline_every_change_is_named_and_nothing_else(app: QApplication, shown: Progression) -> None:
    said = wording.explanation(shown, "da")
    changed = (Movement.HIGHER, Movement.LOWER)
    single = [each for each in shown.themes if each.movement in (Movement.MAYBE_HIGHER, Movement.MAYBE_LOWER)]
    for series in shown.themes:
        named = series.movement in changed or single == [series]
        assert (f"»{wording.name(series.item, 'da')}«" in said) == named, said
    assert ("flere trin" in said) == any(each.movement in changed and not each.twice for each in shown.themes)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shown=histories())
def test_the_dumbbells_are_the_first_answer_and_now(app: QApplication, shown: Progression) -> None:
    picture = FromStart(shown, "da")
    compared = shown.from_start()
    table = tables.from_start_table(shown, "da")
    ways = []
    for row, series, cells in zip(picture.rows, compared, table.rows, strict=False):
        start = next(point.step for point in series.points if point.step is not None)
        drawn = [mark.step for mark in row.line.marks]  # type: ignore[attr-defined]
        assert drawn == ([start, series.now.step] if start != series.now.step else [start])
        assert cells[1].endswith(f"({start})")
        assert cells[3].endswith(f"({series.now.step})")
        ways.append(drawn[-1] - drawn[0])
    assert len(picture.rows) == len(compared)
    assert ways == sorted(ways, reverse=True)
    up = sum(way > 0 for way in ways)
    assert (f"højere på {wording.areas(up)}" in from_start_headline(shown)) == (up > 0)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.lists(st.tuples(ANSWERS, ANSWERS), min_size=4, max_size=4))
def test_both_marks_stand_where_the_table_says(app: QApplication, answers: list[tuple[Value, Value]]) -> None:
    views = pairs(*answers)
    picture = TwoViewsPicture(views, "Henrik", "Karen", "da")
    rows = tables.two_views_table(views, "Henrik", "Karen", "da").rows
    for card, cells, (own, hers) in zip(picture.cards, rows, answers, strict=True):
        drawn = {mark.role: mark.step for mark in card.line.marks}
        assert drawn.get("citizen") == (own.step if isinstance(own, Step) else None)
        assert drawn.get("caseworker") == (hers.step if isinstance(hers, Step) else None)
        for role, cell in (("citizen", cells[1]), ("caseworker", cells[2])):
            assert (role in drawn) == cell.endswith(")")
            assert role not in drawn or cell.endswith(f"({drawn[role]})")
        apart = len(drawn) == 2 and abs(drawn["citizen"] - drawn["caseworker"]) >= 2
        assert (card.prompt is not None) == apart == bool(cells[3])
        assert cells[1] in card.accessibleName()
        assert cells[2] in card.accessibleName()


# -- gaps, marks and sizes --------------------------------------------------------------------------------------------


def plot_of(answers: str) -> ThemePlot:
    shown = moved([steps(answers)])
    return ThemePlot(shown.themes[0], time_axis(shown))


def test_a_missing_answer_is_a_gap_and_is_never_joined(app: QApplication) -> None:
    plot = plot_of("23?34o-5")
    assert [[y for _, y in each] for each in stretches(plot)] == [[2, 3], [3, 4], [5]]
    assert plot.curve.opts["connect"] == "finite"
    _, ys = plot.curve.getData()
    assert 0 not in ys


def test_each_gap_has_its_sign_and_the_legend_explains_those_there_are(app: QApplication) -> None:
    shown = moved([steps("23?3o"), steps("33333")])
    picture = OverTime(shown, "da")
    signs = {made.textItem.toPlainText() for made, _, _, _ in picture.cards[0].plot._texts}
    assert {"?", "◌"} <= signs
    said = texts(picture.legend)
    assert "?  ønskede ikke at svare" in said
    assert "◌  ved ikke" in said
    assert "sprunget over" not in said
    assert "1 = slet ikke · 5 = rigtig godt (rigtig meget)" in said


def test_the_newest_answer_is_larger_with_its_number(app: QApplication) -> None:
    plot = plot_of("234")
    assert plot.newest is not None
    xs, ys = plot.newest.getData()
    assert (list(xs), list(ys)) == ([float(days(3)[-1].toordinal())], [4.0])
    assert "4" in {made.textItem.toPlainText() for made, _, _, _ in plot._texts}
    assert plot_of("23?").newest is None


def test_measurements_stand_at_their_real_dates(app: QApplication) -> None:
    plot = plot_of("2345")
    xs, _ = plot.curve.getData()
    assert list(xs) == [float(day.toordinal()) for day in days(4)]


@pytest.mark.parametrize("count", [1, 2, 9, 14, 40])
def test_any_number_of_measurements_can_be_drawn(qtbot: QtBot, app: QApplication, count: int) -> None:
    every = tuple(Span(kind, 1, count) for kind in Kind)
    picture = OverTime(moved([steps(("234?1" * 8)[:count])], spans=every), "da")
    qtbot.addWidget(picture)
    picture.resize(1000, 500)
    picture.show()
    QApplication.processEvents()
    assert picture.grid.columns == 3
    assert len(picture.cards[0].plot._lanes) == (4 if count <= MANY else 1)
    for made, _ in picture.cards[0].plot._ends:
        assert picture.cards[0].plot.viewRect().contains(made.pos())


def test_measurements_without_any_answer_are_drawn_as_signs_alone(qtbot: QtBot, app: QApplication) -> None:
    picture = OverTime(moved([steps("?o-")]), "da")
    qtbot.addWidget(picture)
    picture.show()
    QApplication.processEvents()
    assert stretches(picture.cards[0].plot) == []


def test_a_change_of_caseworker_stands_between_two_measurements(app: QApplication) -> None:
    axis = time_axis(HENRIK)
    assert len(axis.changes) == 1
    assert axis.xs[3] < axis.changes[0] < axis.xs[4]


def test_interventions_are_named_by_kind_only(app: QApplication) -> None:
    axis = time_axis(HENRIK)
    assert [(lane.kind, len(lane.stretches)) for lane in axis.lanes] == [(Kind.JOB, 1), (Kind.HEALTH, 2)]
    assert [line.split(":")[0] for line in spans_in_words(axis).splitlines()] == ["Jobrettet", "Helbred"]
    said = texts(TogetherView(HENRIK, VIEWS, "Henrik", "Karen", "da"))
    names = {option.short.in_language("da") for option in INSTRUMENT.activities.options if option.kind}
    assert {name for name in names if name in said} == {"Jobsøgning"}  # the name of a tab
    assert "Misbrugsbehandling" in names


def test_the_table_has_what_the_time_axis_is_marked_with(app: QApplication) -> None:
    rows = {cells[0]: cells[2:] for cells in tables.over_time_table(HENRIK, "da").rows}
    assert rows["Sagsbehandler"] == ("", "", "", "ny", "", "", "", "")
    assert rows["Helbred"] == ("i gang",) * 3 + ("",) * 3 + ("i gang",) * 2


@pytest.mark.parametrize(("width", "columns"), [(1000, 3), (600, 2), (300, 1)])
def test_the_cards_take_the_columns_there_is_room_for(
    qtbot: QtBot, app: QApplication, width: int, columns: int
) -> None:
    picture = OverTime(HENRIK, "da")
    qtbot.addWidget(picture)
    picture.resize(width, 600)
    picture.show()
    assert picture.grid.columns == columns


def test_nine_cards_fit_a_small_screen_without_scrolling(qtbot: QtBot, app: QApplication) -> None:
    # 1280 x 800 less the bar, the rail, the frame's margins and its foot
    assert _hidden_height(qtbot, 972, 658) == 0


def test_large_text_scrolls_instead_of_being_cut(qtbot: QtBot, app: QApplication) -> None:
    theme.apply(app, theme.read_theme(THEMES / "light.toml", 200))
    assert _hidden_height(qtbot, 972, 658) > 0


def _hidden_height(qtbot: QtBot, width: int, height: int) -> int:
    from PySide6.QtWidgets import QScrollArea

    view = TogetherView(HENRIK, VIEWS, "Henrik", "Karen", "da")
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    QApplication.processEvents()
    area = view.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    inner = area.widget()
    assert inner is not None
    assert inner.width() <= area.viewport().width()
    return max(0, inner.height() - area.viewport().height())


# -- what must not be there -------------------------------------------------------------------------------------------


def test_nothing_of_hers_but_the_pairs_is_ever_shown(app: QApplication) -> None:
    view = TogetherView(HENRIK, VIEWS, "Henrik", "Karen", "da")
    said = ""
    for key in view.tabs:
        view.show_picture(key)
        said += texts(view)
        view.table_switch.click()
        said += texts(view)
        view.table_switch.click()
    for code in FORBIDDEN:
        item = INSTRUMENT.item(code)
        assert item.theme not in said
        assert item.question.in_language("da") not in said
    for word in ("gennemsnit", "i alt", "score", "samlet", "sandsynlig", "%"):
        assert word not in said.lower()


def test_the_wage_says_that_no_figure_is_right(app: QApplication) -> None:
    wages: list[Value] = [Amount(150_00, Unit.HOUR_BEFORE_TAX), DECLINED, Amount(22_000_00, Unit.MONTH_AFTER_TAX)]
    picture = SearchAndWage(moved([steps("234")], wage=wages), "da")
    assert "ikke noget rigtigt tal" in picture.neither.text()
    assert [plot.unit for plot in picture.wages] == [Unit.MONTH_AFTER_TAX, Unit.HOUR_BEFORE_TAX]
    assert [plot.amounts for plot in picture.wages] == [((2, 22_000_00),), ((0, 150_00),)]


def test_wages_are_not_joined_over_a_gap(app: QApplication) -> None:
    hour = [Amount(kroner * 100, Unit.HOUR_BEFORE_TAX) for kroner in (150, 160, 140)]
    picture = SearchAndWage(moved([steps("2345")], wage=[hour[0], hour[1], DONT_KNOW, hour[2]]), "da")
    assert picture.wages[0].lines == (((0, 150_00), (1, 160_00)), ((3, 140_00),))


def test_both_pictures_of_looking_for_work_stand_on_one_time_axis(app: QApplication) -> None:
    answers: list[Value] = [Ticks(frozenset({7})), DECLINED, Ticks(frozenset({2, 4}))]
    picture = SearchAndWage(moved([steps("234")], search=answers), "da")
    [wage] = picture.wages
    for width in (200, 420, 900):
        assert picture.ticks.axis.xs(width) == wage.axis.xs(width)
        assert all(picture.ticks.axis.left(width) < x < width for x in wage.axis.xs(width))


def test_a_meeting_without_a_wage_is_a_gap_with_its_reason(app: QApplication) -> None:
    hour = Amount(150_00, Unit.HOUR_BEFORE_TAX)
    picture = SearchAndWage(moved([steps("23455")], wage=[hour, DECLINED, DECLINED, DONT_KNOW, hour]), "da")
    assert picture.wages[0].gaps == (Gap(1, 2, DECLINED), Gap(3, 3, DONT_KNOW))
    assert "ønskede ikke at svare" in texts(picture)
    [nothing] = SearchAndWage(moved([steps("23")], wage=[DECLINED, DONT_KNOW]), "da").wages
    assert (nothing.unit, nothing.amounts) == (None, ())
    assert len(nothing.gaps) == 2


def test_a_sign_for_no_answer_stands_in_no_options_row(app: QApplication) -> None:
    answered: list[Value] = [Ticks(frozenset({7})), Ticks(frozenset({2}))]
    pictures = [SearchAndWage(moved([steps("23")], search=each), "da") for each in (answered, [answered[0], DECLINED])]
    whole, holed = (picture.ticks for picture in pictures)
    assert (whole.no_answer, holed.no_answer) == ("", "Intet svar")
    assert holed.sizeHint().height() > whole.sizeHint().height()


def test_ways_of_looking_for_work_are_ticks_over_time(app: QApplication) -> None:
    search: list[Value] = [Ticks(frozenset({7})), DECLINED, Ticks(frozenset({2, 4}))]
    shown = moved([steps("234")], search=search)
    assert SearchAndWage(shown, "da").ticks.dots == {(1, 7), (3, 2), (3, 4)}
    assert [cells[1] for cells in tables.search_and_wage_table(shown, "da").rows] == [
        "Internettet · Netværk",
        "ønskede ikke at svare",
        "Søger ikke",
    ]


# -- the view ---------------------------------------------------------------------------------------------------------


def test_a_sentence_comes_first_and_each_picture_has_its_own(app: QApplication) -> None:
    view = TogetherView(HENRIK, VIEWS, "Henrik", "Karen", "da")
    assert list(view.tabs) == ["over_time", "two_views", "from_start", "search_and_wage"]
    assert view.heading.text() == wording.headline(HENRIK)
    view.tabs["two_views"].click()
    assert view.heading.text() == "Sådan ser vi hver især på det"
    assert view.lead.text().startswith("Ingen af jer har set den andens svar før nu.")


def test_the_table_is_one_key_away_from_each_picture(qtbot: QtBot, app: QApplication) -> None:
    view = TogetherView(HENRIK, VIEWS, "Henrik", "Karen", "da")
    qtbot.addWidget(view)
    view.show()
    view.table_switch.setFocus()
    QTest.keyClick(view.table_switch, Qt.Key.Key_Space)
    assert view.shown().findChild(QTableWidget) is not None
    assert view.table_switch.text() == "Som billede"
    with qtbot.waitSignal(view.picture_shown) as shown:
        QTest.keyClick(view.tabs["from_start"], Qt.Key.Key_Space)
    assert shown.args == ["from_start"]
    assert view.shown().findChild(QTableWidget) is not None


def test_without_her_answers_there_are_no_pairs_and_a_sentence_says_why(app: QApplication) -> None:
    view = TogetherView(HENRIK, (), "Henrik", "Karen Berg", "da")
    assert "two_views" not in view.tabs
    assert view.without_pairs.text() == "Karen svarer efter samtalen, så her er kun dine svar."
    assert not view.without_pairs.isHidden()


def test_a_first_meeting_has_a_starting_point_and_no_curves(app: QApplication) -> None:
    shown = moved([steps(each) for each in "2415?3315"])
    view = TogetherView(shown, VIEWS, "Henrik", "Karen", "da")
    assert list(view.tabs) == ["starting_point", "two_views", "search_and_wage"]
    picture = StartingPoint(shown, "da")
    drawn = [row.line.marks for row in picture.rows]  # type: ignore[attr-defined]
    assert [marks[0].step if marks else None for marks in drawn] == [5, 5, 4, 3, 3, 2, 1, 1, None]


def test_the_pairs_can_be_looked_at_one_at_a_time(app: QApplication) -> None:
    picture = TwoViewsPicture(VIEWS, "Henrik", "Karen", "da")
    assert [card.isHidden() for card in picture.cards] == [False] * 4
    picture.toggle.click()
    assert [card.isHidden() for card in picture.cards] == [False, True, True, True]
    picture.next.click()
    assert [card.isHidden() for card in picture.cards] == [True, False, True, True]
    picture.toggle.click()
    assert [card.isHidden() for card in picture.cards] == [False] * 4


def test_a_decline_has_words_that_do_not_judge(app: QApplication) -> None:
    shown = moved([steps("43"), steps("33")])
    view = TogetherView(shown, (), "Henrik", "Karen", "da")
    assert view.heading.text() == "Du svarer lavere end sidst på 1 område"
    assert "Det går ofte op og ned. Hvad tænker du?" in view.lead.text()


def test_the_sentence_of_a_theme_says_what_may_be_said(app: QApplication) -> None:
    said = theme_sentence(HENRIK.series("B6"), "da")
    assert said.startswith("Mit helbred: du svarer Godt (4), en ændring opad. 8 svar fra 10. januar 2024")
    assert said.endswith("1, 1, 2, 1, 2, 2, 3, 4.")
    assert HENRIK.series("B8").movement is Movement.MAYBE_HIGHER
    assert "måske højere end sidst" in theme_sentence(HENRIK.series("B8"), "da")
