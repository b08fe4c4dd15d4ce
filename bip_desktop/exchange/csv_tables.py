# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The CSV files of a submission: RFC 4180, comma, LF, UTF-8 without BOM, header row, no empty cell."""

import csv
import io
from collections.abc import Iterable

from bip_desktop.domain.submission_schema import Row, Table


def csv_bytes(table: Table, rows: Iterable[Row]) -> bytes:
    """The file of `table`. Raises `ValueError` where a cell does not belong in its column, or a key comes twice."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", strict=True)
    writer.writerow(table.header)
    places = [table.header.index(name) for name in table.key]
    keys = set()
    for row in rows:
        table.check(row)
        key = tuple(row[place] for place in places)
        if key in keys:
            raise ValueError(f"{table.name}: a key that comes twice")
        keys.add(key)
        writer.writerow(row)
    return text.getvalue().encode()
