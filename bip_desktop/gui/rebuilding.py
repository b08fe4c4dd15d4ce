# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What a person has done on a page, to be found again on the same page built anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


@dataclass(frozen=True, slots=True)
class Typing:
    """The texts in the fields, and which part has the keyboard."""

    texts: tuple[str, ...]
    place: int
    """Of the part with the keyboard among all of the page; -1 where there is none."""
    kind: type[QWidget]

    @classmethod
    def of(cls, page: QWidget) -> "Typing":
        """As it stands now."""
        parts = page.findChildren(QWidget)
        focus = page.focusWidget()
        place = parts.index(focus) if focus in parts else -1
        return cls(tuple(_text(each) for each in _fields(parts)), place, QWidget if place < 0 else type(parts[place]))

    def put_into(self, page: QWidget) -> None:
        """Puts it into the page built anew; where that looks different, nothing is guessed."""
        parts = page.findChildren(QWidget)
        fields = _fields(parts)
        if len(fields) == len(self.texts):
            for field, text in zip(fields, self.texts, strict=True):
                if _text(field) != text:
                    _write(field, text)
        if 0 <= self.place < len(parts) and type(parts[self.place]) is self.kind:
            parts[self.place].setFocus(Qt.FocusReason.OtherFocusReason)


def _fields(parts: Sequence[QWidget]) -> list[QLineEdit | QPlainTextEdit]:
    return [each for each in parts if isinstance(each, QLineEdit | QPlainTextEdit)]


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
