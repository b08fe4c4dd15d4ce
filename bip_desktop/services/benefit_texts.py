# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What other systems call the benefits: their texts, generously, as `Benefit`."""

import re

from bip_desktop.domain.citizen import Benefit

_NOTHING = {"", "ikkeoplyst", "ukendt", "ingen", "vedikke", "unknown", "none", "na"}
# The first that is found in the text counts. Those that name no rate of kontanthjælp come before those that do.
_PARTS = (
    (Benefit.RESSOURCEFORLOEB, ("ressource", "resource", "rff")),
    (Benefit.UDDANNELSESHJAELP, ("uddannelseshj", "uddhj", "education")),
    (
        Benefit.OTHER,
        (
            "sygedagpenge",
            "dagpenge",
            "jobafklaring",
            "pension",
            "fleks",
            "ledighedsydelse",
            "revalidering",
            "rehabilit",
            "integration",
            "overgangs",
            "hjemrejse",
            "selvfors",
            "sickness",
            "unemploymentinsurance",
        ),
    ),
    (Benefit.KONTANTHJAELP_MINDSTESATS, ("mindste", "minimum")),
    (Benefit.KONTANTHJAELP_GRUNDSATS, ("grundsats", "basicrate")),
    (Benefit.KONTANTHJAELP_FORHOEJET, ("forhoej", "forhoj", "increasedrate", "higherrate")),
)
_WHOLE = {
    **{str(code.value): code for code in Benefit},
    "sho": Benefit.OTHER,
    "su": Benefit.OTHER,
    "anden": Benefit.OTHER,
    "andenydelse": Benefit.OTHER,
    "andet": Benefit.OTHER,
    "other": Benefit.OTHER,
    "grund": Benefit.KONTANTHJAELP_GRUNDSATS,
}


def plain(text: str) -> str:
    """Letters and digits alone, small and without Danish ones: how a text compares with another.

    >>> plain("Forhøjet sats!")
    'forhoejetsats'
    """
    spelt = text.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[\W_]", "", spelt)


def benefit_from(text: str) -> Benefit | None:
    """The benefit that `text` names: UNKNOWN where it says so or nothing, None where it cannot be understood.

    >>> benefit_from("Kontanthjælp - Grundsats")
    <Benefit.KONTANTHJAELP_GRUNDSATS: 2>
    """
    said = plain(text)
    if said in _NOTHING:
        return Benefit.UNKNOWN
    if text.strip() == str(Benefit.UNKNOWN.value):
        return Benefit.UNKNOWN
    if said in _WHOLE:
        return _WHOLE[said]
    return next((benefit for benefit, parts in _PARTS if any(part in said for part in parts)), None)
