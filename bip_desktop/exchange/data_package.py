# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The description of the tables for any program that reads them: Frictionless Data Package v2, `datapackage.json`.

`label` is Danish and `label_en` English; the second is an addition of our own that the standard leaves room for.
"""

import hashlib
from collections.abc import Mapping

from bip_desktop.domain.submission import FORMAT_VERSION, TABLES
from bip_desktop.domain.submission_schema import Column, ColumnType, Label, Table
from bip_desktop.exchange.canonical_json import Json, canonical_bytes

_PROFILES = "https://datapackage.org/profiles/2.0/"
_DIALECT: Json = {
    "$schema": _PROFILES + "tabledialect.json",
    "delimiter": ",",
    "doubleQuote": True,
    "header": True,
    "lineTerminator": "\n",
    "quoteChar": '"',
}


def data_package_bytes(name: str, title: str, files: Mapping[str, bytes]) -> bytes:
    """The description of the CSV `files` (by path), indented: it is also read by people."""
    descriptor: Json = {
        "$schema": _PROFILES + "datapackage.json",
        "name": name,
        "title": title,
        "version": f"{FORMAT_VERSION}.0.0",
        "resources": [_resource(table, files[table.path]) for table in TABLES],
    }
    return canonical_bytes(descriptor, indent=1) + b"\n"


def _resource(table: Table, content: bytes) -> Json:
    return {
        "$schema": _PROFILES + "dataresource.json",
        "name": table.name,
        "path": table.path,
        "type": "table",
        "title": table.about.da,
        "title_en": table.about.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        "dialect": _DIALECT,
        "schema": _schema(table),
    }


def _schema(table: Table) -> Json:
    return {
        "$schema": _PROFILES + "tableschema.json",
        "fieldsMatch": "exact",
        # Missing values are told column by column: what -97 means depends on the column, and no cell is empty.
        "missingValues": [],
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {
                "fields": [reference.column],
                "reference": {"resource": reference.table, "fields": [reference.column]},
            }
            for reference in table.references
        ],
    }


def _field(column: Column) -> Json:
    field: dict[str, Json] = {
        "name": column.name,
        "type": column.type.value,
        "description": column.about.da,
        "description_en": column.about.en,
        "constraints": _constraints(column),
    }
    if column.categories:
        field["categories"] = [_labelled(label, label.value) for label in column.categories]
    if column.missing:
        field["missingValues"] = [_labelled(label, str(label.value)) for label in column.missing]
    return field


def _labelled(label: Label, value: str | int) -> Json:
    return {"value": value, "label": label.words.da, "label_en": label.words.en}


def _constraints(column: Column) -> Json:
    constraints: dict[str, Json] = {}
    if not column.missing:
        constraints["required"] = True
    if column.categories:
        constraints["enum"] = [label.value for label in column.categories]
    elif column.type is ColumnType.STRING:
        constraints["pattern"] = column.pattern
    else:
        if column.least is not None:
            constraints["minimum"] = column.least
        if column.most is not None:
            constraints["maximum"] = column.most
    return constraints
