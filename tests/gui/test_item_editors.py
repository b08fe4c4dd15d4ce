# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The editors of items: what is stated by keys and clicks, and that nothing is shown but what is stored."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.questionnaire import Amount, Item, Missing, Step, Ticks, Unit, Value
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.gui import digit_keys
from bip_desktop.gui.widgets.amount_editor import AmountEditor, read_kroner
from bip_desktop.gui.widgets.choice_row import Side
from bip_desktop.gui.widgets.item_editors import ScaleEditor, TickEditor, editor_for
from tests.gui.conftest import ROOT
from tests.gui.test_shell import arrow_to, click, press

INSTRUMENT = InstrumentFolder(ROOT / "resources" / "instruments").current()
SAVED = "✓ gemt"


class Sheet(QWidget):
    """One editor as on a page: what it states is stored and shown, unless the disk `is_full`."""

    def __init__(self, item: Item, side: Side = Side.CITIZEN) -> None:
        super().__init__()
        self.editor = editor_for(item, side, "da")
        self.stored: Value | None = None
        self.stated: list[Value] = []
        self.is_full = False
        self.editor.answered.connect(self._on_answered)
        box = QVBoxLayout(self)
        box.addWidget(self.editor)
        box.addStretch(1)
        self.editor.show_value(None, "")
        self.resize(800, 700)

    def _on_answered(self, value: Value) -> None:
        self.stated.append(value)
        if not self.is_full:
            self.stored = self.editor.item.check(value)
        self.editor.show_value(self.stored, "" if self.is_full else SAVED)

    def kept(self) -> Value | None:
        """What is stored."""
        return self.stored

    @property
    def scale(self) -> ScaleEditor:
        """The editor of a scale."""
        assert isinstance(self.editor, ScaleEditor)
        return self.editor

    @property
    def ticks(self) -> TickEditor:
        """The editor of ticks."""
        assert isinstance(self.editor, TickEditor)
        return self.editor

    @property
    def amount(self) -> AmountEditor:
        """The editor of an amount."""
        assert isinstance(self.editor, AmountEditor)
        return self.editor

    @property
    def marked(self) -> list[str]:
        """The texts of all that is marked."""
        editor = self.editor
        assert isinstance(editor, ScaleEditor | TickEditor | AmountEditor)
        shown: list[QAbstractButton] = list(editor.missing.buttons.values())
        if isinstance(editor, ScaleEditor):
            shown += editor.steps
        elif isinstance(editor, TickEditor):
            shown += editor.ticks.values()
        return [made.text() for made in shown if made.isChecked()]


@pytest.fixture
def sheet(app: QApplication, qtbot: QtBot, request: pytest.FixtureRequest) -> Sheet:
    """The sheet of the item named by the test's parameter."""
    made = Sheet(INSTRUMENT.item(request.param))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.editor.first_focus().setFocus()
    return made


# -- a scale --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
def test_nothing_is_marked_before_it_is_answered(sheet: Sheet) -> None:
    assert sheet.marked == []
    assert sheet.stated == []


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
@pytest.mark.parametrize("digit", range(1, 6))
def test_a_digit_answers(sheet: Sheet, digit: int) -> None:
    press(Qt.Key(Qt.Key.Key_0.value + digit))
    assert sheet.stated == [Step(digit)]
    assert sheet.scale.steps[digit - 1].hasFocus()
    assert sheet.marked == [sheet.scale.steps[digit - 1].text()]


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_6, Qt.Key.Key_9, Qt.Key.Key_A, Qt.Key.Key_Minus])
def test_other_keys_answer_nothing(sheet: Sheet, key: Qt.Key) -> None:
    press(key)
    assert sheet.stated == []


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
def test_a_digit_of_the_keypad_answers_and_one_with_control_does_not(sheet: Sheet) -> None:
    row = sheet.scale.steps[0]
    QTest.keyClick(row, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert sheet.stated == []
    QTest.keyClick(row, Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    assert sheet.stated == [Step(3)]


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
def test_a_key_held_too_long_is_one_answer(sheet: Sheet) -> None:
    for repeated in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier, "3", autorep=repeated, count=1
        )
        QApplication.sendEvent(sheet.scale.first_focus(), event)
    assert sheet.stated == [Step(3)]


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
def test_arrows_go_through_the_rows_and_space_answers(sheet: Sheet) -> None:
    for row in sheet.scale.steps[:3]:
        arrow_to(row)
    assert sheet.stated == []
    press(Qt.Key.Key_Space)
    assert sheet.stated == [Step(3)]
    press(Qt.Key.Key_Down)
    assert sheet.stated == [Step(3), Step(4)], "from a chosen row an arrow chooses, as radio buttons do"


@pytest.fixture
def digits_off() -> Iterator[None]:
    """The digits answer nothing."""
    digit_keys.prefer(False)
    yield
    digit_keys.prefer(True)


@pytest.mark.usefixtures("digits_off")
@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
def test_digits_can_be_switched_off(sheet: Sheet) -> None:
    press(Qt.Key.Key_3)
    assert sheet.stated == []
    arrow_to(sheet.scale.steps[1])
    press(Qt.Key.Key_Space)
    assert sheet.stated == [Step(2)]


def test_on_her_side_an_arrow_only_points(app: QApplication, qtbot: QtBot) -> None:
    sheet = Sheet(INSTRUMENT.item("S4"), Side.CASEWORKER)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.editor.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
    press(Qt.Key.Key_Return)
    assert sheet.stated == [], "nobody has pointed at anything yet"
    press(Qt.Key.Key_2, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert sheet.stated == [Step(2)], "from a chosen row too"
    assert sheet.scale.steps[3].hasFocus()
    press(Qt.Key.Key_Return)
    assert sheet.stated == [Step(2), Step(4)]
    arrow_to(sheet.scale.missing.buttons[Missing.DONT_KNOW])
    press(Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert sheet.stated == [Step(2), Step(4), Step(4)]


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
def test_dont_know_and_rather_not_are_always_there_and_replace_a_step(sheet: Sheet) -> None:
    assert [each.text() for each in sheet.scale.missing.buttons.values()] == ["Ved ikke", "Ønsker ikke at svare"]
    press(Qt.Key.Key_2)
    click(sheet.scale.missing.buttons[Missing.DECLINED])
    assert sheet.stated == [Step(2), Missing.DECLINED]
    assert sheet.marked == ["Ønsker ikke at svare"]
    press(Qt.Key.Key_5)
    assert sheet.marked == [sheet.scale.steps[4].text()]


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
def test_the_ways_of_not_answering_are_as_high_as_the_steps(sheet: Sheet) -> None:
    heights = {each.height() for each in (*sheet.scale.steps, *sheet.scale.missing.buttons.values())}
    assert len(heights) == 1


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
def test_what_cannot_be_kept_is_not_shown(sheet: Sheet) -> None:
    press(Qt.Key.Key_2)
    sheet.is_full = True
    press(Qt.Key.Key_5)
    assert sheet.marked == [sheet.scale.steps[1].text()]
    assert not any(each._row.saved for each in sheet.scale.steps)


@pytest.mark.parametrize("sheet", ["B1"], indirect=True)
def test_the_whole_row_can_be_clicked(sheet: Sheet) -> None:
    row = sheet.scale.steps[3]
    for point in (row.rect().topLeft(), row.rect().center(), row.rect().bottomRight()):
        sheet.stated.clear()
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=point)
        assert sheet.stated == [Step(4)]


# -- ticks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", ["B10"], indirect=True)
def test_several_can_be_ticked_and_saved_is_said_each_time(sheet: Sheet) -> None:
    assert sheet.ticks.saved.text() == ""
    click(sheet.ticks.ticks[2])
    assert sheet.ticks.saved.text() == SAVED
    click(sheet.ticks.ticks[4])
    assert sheet.kept() == Ticks(frozenset({2, 4}))
    click(sheet.ticks.ticks[2])
    assert sheet.kept() == Ticks(frozenset({4}))


@pytest.mark.parametrize("sheet", ["B10"], indirect=True)
@pytest.mark.parametrize("number", [7, 8])
def test_an_exclusive_option_clears_the_others_and_is_cleared_by_them(sheet: Sheet, number: int) -> None:
    click(sheet.ticks.ticks[2])
    click(sheet.ticks.ticks[number])
    assert sheet.kept() == Ticks(frozenset({number}))
    assert sheet.marked == [sheet.ticks.ticks[number].text()]
    click(sheet.ticks.ticks[15 - number])
    assert sheet.kept() == Ticks(frozenset({15 - number}))
    click(sheet.ticks.ticks[1])
    assert sheet.kept() == Ticks(frozenset({1}))


@pytest.mark.parametrize("sheet", ["B10"], indirect=True)
def test_the_last_tick_taken_away_is_passed_over(sheet: Sheet) -> None:
    press(Qt.Key.Key_Space)
    first = next(iter(sheet.ticks.ticks))
    assert sheet.kept() == Ticks(frozenset({first}))
    press(Qt.Key.Key_Space)
    assert sheet.kept() is Missing.SKIPPED
    assert sheet.marked == []


@pytest.mark.parametrize("sheet", ["B10"], indirect=True)
def test_dont_know_takes_the_ticks_away(sheet: Sheet) -> None:
    click(sheet.ticks.ticks[2])
    click(sheet.ticks.missing.buttons[Missing.DONT_KNOW])
    assert sheet.kept() is Missing.DONT_KNOW
    assert sheet.marked == ["Ved ikke"]
    click(sheet.ticks.ticks[3])
    assert sheet.marked == [sheet.ticks.ticks[3].text()]


@pytest.mark.parametrize("sheet", ["B10"], indirect=True)
def test_ticks_that_cannot_be_kept_are_not_shown(sheet: Sheet) -> None:
    click(sheet.ticks.ticks[2])
    sheet.is_full = True
    click(sheet.ticks.ticks[3])
    assert sheet.marked == [sheet.ticks.ticks[2].text()]
    assert sheet.ticks.saved.text() == ""


@pytest.mark.parametrize("sheet", ["S1"], indirect=True)
def test_every_activity_can_be_ticked_and_those_no_longer_made_say_so(sheet: Sheet) -> None:
    gone = {each.number for each in INSTRUMENT.activities.options if each.phased_out}
    assert gone
    assert sheet.ticks.ticks.keys() == {each.number for each in INSTRUMENT.activities.options}
    assert {number for number, made in sheet.ticks.ticks.items() if "(udfaset)" in made.text()} == gone


# -- an amount ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("140", 140),
        ("12.000", 12_000),
        ("12 000", 12_000),
        ("12\N{NO-BREAK SPACE}000", 12_000),
        (" 140 kr. ", 140),
        ("140KR", 140),
        ("99.999.999", 99_999_999),
        ("0", 0),
    ],
)
def test_whole_kroner_are_read(text: str, kroner: int) -> None:
    assert read_kroner(text) == kroner * 100


@pytest.mark.parametrize("text", ["", "  ", "kr."])
def test_nothing_typed_is_no_amount(text: str) -> None:
    assert read_kroner(text) is None


@pytest.mark.parametrize("text", ["abc", "140,50", "140.50", "12.5", "1.2.3", "-140", "1e3", "½", "１４０", "120-150"])
def test_what_is_no_whole_amount_is_never_guessed_at(text: str) -> None:
    with pytest.raises(BipError) as refused:
        read_kroner(text)
    assert refused.value.code is Code.AMOUNT_FORM


@pytest.mark.parametrize("text", ["100.000.000", "1000000000000", "99999999999999999999"])
def test_an_amount_too_large_to_be_sent_is_refused(text: str) -> None:
    with pytest.raises(BipError) as refused:
        read_kroner(text)
    assert refused.value.code is Code.AMOUNT_LARGE


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_a_pause_in_typing_saves(sheet: Sheet, qtbot: QtBot) -> None:
    press("140")
    assert sheet.stated == []
    qtbot.waitUntil(lambda: sheet.kept() == Amount(140_00, Unit.HOUR_BEFORE_TAX), timeout=3000)
    assert sheet.amount.saved.text() == SAVED
    assert sheet.amount.field.text() == "140"


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_what_is_saved_on_the_way_does_not_disturb_who_types_slowly(sheet: Sheet) -> None:
    press("1200")
    sheet.amount.commit()
    press("0")
    sheet.amount.commit()
    assert sheet.kept() == Amount(12_000_00, Unit.HOUR_BEFORE_TAX)
    press(Qt.Key.Key_Home, "1")
    sheet.amount.commit()
    assert sheet.kept() == Amount(112_000_00, Unit.HOUR_BEFORE_TAX)


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_leaving_the_field_saves_once(sheet: Sheet) -> None:
    press("140", Qt.Key.Key_Tab)
    assert sheet.stated == [Amount(140_00, Unit.HOUR_BEFORE_TAX)]
    sheet.amount.commit()
    assert len(sheet.stated) == 1


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_unit_and_basis_belong_to_the_amount(sheet: Sheet) -> None:
    press("14.000", Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    assert sheet.kept() == Amount(14_000_00, Unit.MONTH_BEFORE_TAX)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Down)
    assert sheet.kept() == Amount(14_000_00, Unit.MONTH_AFTER_TAX)
    assert sheet.amount.unit is Unit.MONTH_AFTER_TAX


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
@pytest.mark.parametrize("unit", list(Unit))
def test_what_is_stored_is_shown_with_its_unit(sheet: Sheet, unit: Unit) -> None:
    sheet.editor.show_value(Amount(12_000_00, unit), "")
    assert sheet.amount.field.text() == "12.000"
    assert sheet.amount.unit is unit
    assert sheet.amount.saved.text() == ""
    assert sheet.amount._ask.isHidden(), "asked when it is written, not when it is looked at again"


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
@pytest.mark.parametrize(("text", "said"), [("abc", "hele kroner"), ("1000000000000", "højst være 99.999.999")])
def test_what_is_wrong_is_said_at_the_field_and_nothing_is_stated(sheet: Sheet, text: str, said: str) -> None:
    press(text, Qt.Key.Key_Tab)
    assert said in sheet.amount.problem.text()
    assert sheet.amount.problem.isVisible()
    assert sheet.stated == []
    assert not sheet.amount.may_leave()
    sheet.amount.field.setText("140")
    assert sheet.amount.may_leave()
    assert sheet.amount.problem.isHidden()


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_an_odd_amount_is_saved_and_asked_about_once(sheet: Sheet) -> None:
    press("12.000", Qt.Key.Key_Tab)
    assert sheet.kept() == Amount(12_000_00, Unit.HOUR_BEFORE_TAX)
    assert sheet.amount._ask.isVisible()
    assert sheet.amount.question.text() == "Du har skrevet 12.000 kr. i timen før skat. Er det rigtigt?"
    click(sheet.amount._yes)
    assert sheet.amount._ask.isHidden()
    assert sheet.amount.may_leave()
    assert sheet.stated == [Amount(12_000_00, Unit.HOUR_BEFORE_TAX)]


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_who_goes_on_at_once_still_meets_the_one_question_but_only_once(sheet: Sheet) -> None:
    press("12.000")
    assert not sheet.amount.may_leave()
    assert sheet.amount._yes.hasFocus()
    assert sheet.amount.may_leave()
    assert sheet.kept() == Amount(12_000_00, Unit.HOUR_BEFORE_TAX)


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_mending_an_odd_amount_takes_the_keyboard_to_it(sheet: Sheet) -> None:
    press("12.000", Qt.Key.Key_Tab)
    click(sheet.amount._mend)
    assert sheet.amount.field.hasFocus()
    press("120", Qt.Key.Key_Tab)
    assert sheet.kept() == Amount(120_00, Unit.HOUR_BEFORE_TAX)
    assert sheet.amount._ask.isHidden()
    assert sheet.amount.may_leave()


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_an_emptied_field_takes_the_amount_back(sheet: Sheet) -> None:
    press("140", Qt.Key.Key_Tab)
    sheet.amount.field.setFocus()
    sheet.amount.field.selectAll()
    press(Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    assert sheet.kept() is Missing.SKIPPED
    assert sheet.amount.field.text() == ""


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_rather_not_empties_the_field_and_an_amount_replaces_it(sheet: Sheet) -> None:
    press("140", Qt.Key.Key_Tab)
    click(sheet.amount.missing.buttons[Missing.DECLINED])
    assert sheet.kept() is Missing.DECLINED
    assert sheet.amount.field.text() == ""
    assert sheet.marked == ["Ønsker ikke at svare"]
    sheet.amount.field.setFocus()
    press("150", Qt.Key.Key_Tab)
    assert sheet.kept() == Amount(150_00, Unit.HOUR_BEFORE_TAX)
    assert sheet.marked == []


@pytest.mark.parametrize("sheet", ["B11"], indirect=True)
def test_an_amount_that_cannot_be_kept_says_no_saved_and_holds_the_page(sheet: Sheet) -> None:
    sheet.is_full = True
    press("140")
    assert not sheet.amount.may_leave()
    assert sheet.amount.saved.text() == ""
    assert sheet.amount.field.text() == "140", "what is typed is not taken away"
    sheet.is_full = False
    assert sheet.amount.may_leave()
    assert sheet.kept() == Amount(140_00, Unit.HOUR_BEFORE_TAX)


# -- arrows among boxes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", ["S1"], indirect=True)
def test_an_arrow_leads_to_the_next_box_in_its_direction(app: QApplication, sheet: Sheet) -> None:
    sheet.resize(1000, 700)
    QTest.qWait(1)
    boxes = [made for made in sheet.ticks.ticks.values() if made.isVisible()]
    columns = sorted({made.x() for made in boxes if made.parentWidget() is sheet.ticks})
    assert len(columns) == 3
    first, second = boxes[:2]
    assert first.hasFocus()
    press(Qt.Key.Key_Down)
    assert second.hasFocus()
    press(Qt.Key.Key_Right)
    there = app.focusWidget()
    assert there is not None
    assert there.x() == columns[1]
    assert there.y() < second.y() + second.height()
    assert there.y() + there.height() > second.y()
    press(Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert first.hasFocus()
    press(Qt.Key.Key_Up)
    assert first.hasFocus(), "there is nothing above it"
    assert sheet.stated == []
