# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Which column of a caseload file is which, by its heading in Danish or English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.services.benefit_texts import plain

_LONGEST_HEADING = 40


class Column(StrEnum):
    """A column that counts."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    CPR = "cpr"
    CASE_NUMBER = "case_number"
    BENEFIT = "benefit"
    CASEWORKER = "caseworker"


_NAMES = {
    Column.NAME: "navn borger borgernavn borgersnavn borgerensnavn fuldenavn fuldtnavn name fullname citizen "
    "citizenname",
    Column.FIRST_NAME: "fornavn fornavne firstname givenname",
    Column.LAST_NAME: "efternavn efternavne lastname surname familyname",
    Column.CPR: "cpr cprnr cprnummer cprno cprnumber personnummer personnr civilregistrationnumber",
    Column.CASE_NUMBER: "sag sagsnr sagsnummer sagnr sagnummer sagsid sagid sagsno journalnr journalnummer case caseno "
    "casenumber casenr caseid",
    Column.BENEFIT: "ydelse ydelser ydelsestype ydelsesart ydelseskode forsoergelse forsoergelsesgrundlag "
    "forsoergelsesydelse benefit benefits benefittype",
    Column.CASEWORKER: "sagsbehandler sagsbehandlernavn sagsbehandlersnavn ansvarligsagsbehandler ansvarlig raadgiver "
    "beskaeftigelsesraadgiver jobraadgiver jobkonsulent medarbejder caseworker caseworkername",
}
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the columns that count stand, from 0; the headings of the others; how many cells wide the row is."""

    places: Mapping[Column, int]
    ignored: tuple[str, ...]
    width: int


def headings_in(cells: Sequence[str]) -> Headings | None:
    """The headings in a row, or None where it is not one: a name and a CPR number are needed.

    Raises `BipError` CASELOAD_COLUMN_TWICE where two columns of such a row mean the same.
    """
    places: dict[Column, int] = {}
    twice: tuple[int, int] | None = None
    ignored = []
    for place, text in enumerate(cells):
        column = _COLUMN_OF.get(plain(text))
        if column is None:
            if text:
                ignored.append(_shown(text))
        elif column in places:
            twice = twice or (places[column], place)
        else:
            places[column] = place
    if Column.CPR not in places or not places.keys() & {Column.NAME, Column.FIRST_NAME, Column.LAST_NAME}:
        return None
    if twice is not None:
        raise BipError(Code.CASELOAD_COLUMN_TWICE, first=_letter(twice[0]), second=_letter(twice[1]))
    filled = [place for place, text in enumerate(cells) if text]
    return Headings(places, tuple(ignored), filled[-1] + 1)


def _shown(text: str) -> str:
    return "".join(each if each.isprintable() else " " for each in text[:_LONGEST_HEADING]).strip()


def _letter(place: int) -> str:
    """How a spreadsheet names the column.

    >>> _letter(0), _letter(26)
    ('A', 'AA')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
