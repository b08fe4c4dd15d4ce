# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Where the sources disagree with each other or with themselves, Danish first: D1 to D13."""

from bip_desktop.domain.submission_labels import Words

DISAGREEMENTS = {
    "D1": Words(
        "Kildens tre tal passer ikke sammen: 28,45 − 14,76 = 13,69, men der står 14,69. Her er det tredje regnet ud.",
        "The source's three figures do not fit: 28.45 − 14.76 = 13.69, yet 14.69 is printed.",
    ),
    "D2": Words(
        "Kilderne skriver 30, 32 og 33 %. Det er tre forskellige ting: andet udfald, andre tredjedele, anden base.",
        "The sources say 30, 32 and 33 %: three different things.",
    ),
    "D3": Words(
        "Kilderne skriver 25 % (2 procentpoint), 22 % (1,3) og 16 % (1,6), og ét sted bare »2 %«.",
        "The sources say 25 % (2 points), 22 % (1.3), 16 % (1.6), and once just “2 %”.",
    ),
    "D4": Words(
        "1,3 procentpoint er trykt to gange, om skift og om tro: tilfælde eller afskrift.",
        "1.3 points is printed twice, of change and of belief: chance or a copy.",
    ),
    "D5": Words("Kilderne har forskellige udtræk af data.", "The sources have different cuts of the data."),
    "D6": Words(
        "6, 10 og 14,76 % er tre udfald, og kilderne skifter mellem »inden for et år« og »et år senere«.",
        "6, 10 and 14.76 % are three outcomes; the sources mix “within a year” and “a year later”.",
    ),
    "D7": Words(
        "Kildernes R² (7 → 28, 16 → 21) har forskellige udfald og forskellige oplysninger bag sig.",
        "The sources' R² (7 → 28, 16 → 21) have different outcomes and covariates.",
    ),
    "D8": Words(
        "»Halvdelen af sagsbehandlerne« i én kilde er »halvdelen af besvarelserne« i en anden.",
        "“Half of the caseworkers” in one source is “half of the answers” in another.",
    ),
    "D9": Words(
        "Kildens gennemsnit giver 2.677 par af borger og sagsbehandler, men 2.701 borgere.",
        "The source's means give 2,677 pairs of citizen and caseworker, yet 2,701 citizens.",
    ),
    "D10": Words(
        "Kilden slutter af lige store fjerdedele, at forskellen ikke er tilfældig. Det følger ikke.",
        "The source concludes from equal quarters that the gap is no chance. It does not follow.",
    ),
    "D11": Words(
        "Tredjedelene skiller 1,7 procentpoint; med 1,3 pr. trin skal de skille 1,3 trin på S12.",
        "The thirds differ by 1.7 points; at 1.3 a step they must differ by 1.3 steps of S12.",
    ),
    "D12": Words(
        "Kildens tal er kun et billede; der er ingen værdi at sammenligne med.", "Only a picture in the source."
    ),
    "D13": Words(
        "»De bedste havde de svageste borgere«: en del af den sammenhæng er mekanisk, så den er rettet med halvdele.",
        "“The best had the weakest citizens”: part of it is mechanical, so it is corrected by halves.",
    ),
}
