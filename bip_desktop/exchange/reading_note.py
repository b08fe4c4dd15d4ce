# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`LAESMIG.txt`: what lies in a package, for a person who opens it."""

from collections.abc import Mapping

READING_NOTE = "LAESMIG.txt"

_TEXT = """\
BIP: indberetning {seq} fra {site}

Pakken indeholder svar fra samtaler i et jobcenter. Kun borgere, der har sagt ja til forskning, er med.
Der er ingen navne, CPR-numre, datoer eller fritekst i den. Borgere, samtaler og sagsbehandlere har tilfældige numre.

data/citizens.csv       borgerne: {citizens}
data/meetings.csv       afsluttede samtaler: {meetings}
data/answers.csv        svar: {answers} rækker (B10 og S1 har en række for hver mulighed)
data/interventions.csv  indsatser ved samtalerne: {interventions}
data/tombstones.csv     det, der skal slettes igen hos jer: {tombstones}
datapackage.json        hver kolonne, hver kode og hvad den betyder, på dansk og engelsk (Frictionless Data Package 2)
instruments/            spørgeskemaerne, som de blev vist; det enkelte spørgsmål siger, om ordlyden er et udkast
manifest.json           hvad pakken er, og SHA-256 af hver fil
manifest.sig            jobcentrets underskrift på manifest.json (Ed25519)

Sådan læses tallene
- Trin går fra 1 til 5. Kryds er 1 eller 0. Beløb (B11) står i øre; kolonnen unit siger, i hvad.
- Minustal er grunde til, at der ikke er et svar: -99 ved ikke, -98 ønsker ikke at svare, -97 ikke relevant,
  -96 ikke vist, -95 ikke nået, -94 sprunget over. Regn aldrig med dem som tal.
- after_reveal 0 er svar givet, før de to så hinandens. after_reveal 1 er ændringer bagefter. Brug 0 i analyser, hvis
  I ikke har en grund til andet.
- Kommer en række igen, gælder den med højest revision. Det, der står i tombstones.csv, slettes, hvad der end ellers
  kommer.

Ret ikke i filerne, og gem dem ikke fra et regneark: så passer de ikke længere til manifest.json, og pakken bliver
afvist. Dataene handler om mennesker. Opbevar dem derefter.
"""


def reading_note(site: str, seq: int, counts: Mapping[str, int]) -> bytes:
    """The note for submission number `seq` of `site`, with the rows of each table. UTF-8, plain Danish."""
    return _TEXT.format(site=site, seq=seq, **counts).encode()
