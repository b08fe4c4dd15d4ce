# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The sources whose figures stand beside ours, and where they disagree with each other or with themselves: D1 to D13.
Danish first."""

from bip_desktop.domain.submission_labels import Words

SOURCES = {
    "000": Words(
        "Væksthusets Forskningscenter (2017): Sagsbehandlerens betydning for udsatte borgeres jobchancer",
        "Væksthusets Forskningscenter (2017): Sagsbehandlerens betydning for udsatte borgeres jobchancer (in Danish)",
    ),
    "001": Words(
        "Rosholm, Sørensen, Skipper og Nielsen, Væksthusets Forskningscenter: rapport om sagsbehandlernes effektivitet "
        "i BIP",
        "Rosholm, Sørensen, Skipper and Nielsen, Væksthusets Forskningscenter: report on how effective caseworkers in "
        "BIP are (in Danish)",
    ),
    "002": Words(
        "Præsentation af BIP, data pr. august 2016", "Presentation of BIP, data as of August 2016 (in Danish)"
    ),
    "003": Words(
        "Væksthusets Forskningscenter: Troen på borgernes jobchance",
        "Væksthusets Forskningscenter: Troen på borgernes jobchance (in Danish)",
    ),
    "004": Words("Bogkapitel om BIP i praksis", "Chapter of a book on BIP in practice (in Danish)"),
}
DISAGREEMENTS = {
    "D1": Words(
        "Kildens tre tal passer ikke sammen: 28,45 − 14,76 er 13,69, men der står 14,69. Her er det tredje "
        "regnet ud af "
        "de to andre.",
        "The source's three figures do not fit: 28.45 − 14.76 is 13.69, yet 14.69 is printed. Here the third is worked "
        "out of the other two.",
    ),
    "D2": Words(
        "Kilderne skriver 30, 32 og 33 % om troen. Det er tre forskellige ting: 4 procentpoint af et "
        "andet udgangsniveau, øverste tredjedel mod nederste, og 3,3 procentpoint af 10 %.",
        "The sources say 30, 32 and 33% of belief. These are three things: 4 percentage points of another base, the "
        "top third beside the bottom one, and 3.3 points of 10%.",
    ),
    "D3": Words(
        "Om ét skift skriver kilderne 25 % (2 procentpoint), 22 % (1,3) og 16 % (1,6, job eller uddannelse), og "
        "ét sted "
        "»2 %«, hvor der må menes procentpoint.",
        "Of one change the sources say 25% (2 percentage points), 22% (1.3) and 16% (1.6, job or education), and once "
        "“2%”, where points must be meant.",
    ),
    "D4": Words(
        "1,3 procentpoint er trykt to gange, om skift og om tro. Det kan være et tilfælde eller en afskriftsfejl.",
        "1.3 percentage points is printed twice, of change and of belief. It may be chance or a slip in copying.",
    ),
    "D5": Words(
        "To kilder har to tal (2,6 og 2,7 %; 5,1 og 4,9 %), fordi de har hvert sit udtræk af data. Derfor står "
        "udtrækkets mærke på hver tabel her.",
        "Two sources have two figures (2.6 and 2.7%; 5.1 and 4.9%), as each has its own cut of the data. So "
        "every table "
        "here bears the mark of its data.",
    ),
    "D6": Words(
        "6, 10 og 14,76 % er tre forskellige udfald, og kilderne skifter mellem »inden for et år« og »et år senere«.",
        "6, 10 and 14.76% are three outcomes, and the sources move between “within a year” and “a year later”.",
    ),
    "D7": Words(
        "Kildernes R² (7 → 28 og 16 → 21 %) har forskellige udfald og forskellige oplysninger bag sig og kan ikke "
        "sammenlignes.",
        "The sources' R² (7 → 28 and 16 → 21%) have different outcomes and covariates and cannot be compared.",
    ),
    "D8": Words(
        "»Halvdelen af sagsbehandlerne« i én kilde er »knap halvdelen af besvarelserne« i en anden. Her er det svar.",
        "“Half of the caseworkers” in one source is “almost half of the answers” in another. Here it is answers.",
    ),
    "D9": Words(
        "Kildens gennemsnit giver 2.677 par af borger og sagsbehandler, men den har 2.701 borgere: så er næsten ingen "
        "set af to af de 115 sagsbehandlere, selv om 40 % har skiftet.",
        "The source's means make 2,677 pairs of citizen and caseworker, yet it has 2,701 citizens: so hardly anybody "
        "was seen by two of the 115 caseworkers, although 40% had a change.",
    ),
    "D10": Words(
        "Kilden slutter, at forskellen ikke er tilfældig, fordi fjerdedelene er lige store. Det følger ikke; "
        "derfor står "
        "den halvdelte forskel ved siden af.",
        "The source concludes that the gap is no chance since the quarters are equal in size. It does not follow; so "
        "the split-sample gap stands beside it.",
    ),
    "D11": Words(
        "Der er 1,7 procentpoint mellem kildens yderste tredjedele; med 1,3 procentpoint pr. trin på S12 "
        "skal der så være 1,3 trin imellem dem. Det er meget, men muligt.",
        "The source's outer thirds differ by 1.7 percentage points; at 1.3 a step they must differ by 1.3 steps "
        "of S12. "
        "That is much, but possible.",
    ),
    "D12": Words(
        "Kilden viser det kun som figur; der er ikke noget tal at sammenligne med.",
        "The source shows it as a picture only; there is no number to compare with.",
    ),
    "D13": Words(
        "»De bedste havde de svageste borgere«, skriver kilderne. En del af den sammenhæng opstår af sig "
        "selv, når begge tal er estimeret på de samme borgere. Det gør den ikke i den halvdelte: dér "
        "giver den ene halvdel af borgerne chancerne og den anden effekterne.",
        "“The best had the weakest citizens”, the sources say. Part of that comes by itself where both "
        "figures are estimated from the same citizens. It does not in split halves: there one half of the "
        "citizens gives the chances and the other the effects.",
    ),
}
