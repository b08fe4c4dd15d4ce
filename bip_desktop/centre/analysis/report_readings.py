# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How each table of the report is read, Danish first."""

from bip_desktop.domain.submission_labels import Words

READINGS = {
    "flow": Words(
        "Læs oppefra: hvert trin er en del af det forrige. Intet er taget ud uden en linje her.",
        "Read from the top: each step is part of the one before. Nothing is left out without a line here.",
    ),
    "s12_distribution": Words(
        "Andelene er af svar og ikke af sagsbehandlere. »Ved ikke« er ikke med i de fem, men står for sig selv.",
        "The shares are of answers, not of caseworkers. “Don't know” is not among the five and stands by itself.",
    ),
    "reliability": Words(
        "Pålidelighed er 1, når svaret er helt sikkert, og 0, når det er ren støj. »Sikker ændring« er, hvor "
        "mange trin én borger mindst skal flytte sig, før det næppe er tilfældigt. Ét trin kan være "
        "tilfældigt.",
        "Reliability is 1 where an answer is certain and 0 where it is noise. “Reliable change” is how many "
        "steps one citizen must move before it is hardly chance. One step may be chance.",
    ),
    "belief": Words(
        "Det er en sammenhæng. Sagsbehandleren ved noget om borgeren, som også har betydning for job, så "
        "tallene siger ikke, hvad troen gør.",
        "It is an association. The caseworker knows things of the citizen that matter for a job too, so the "
        "figures do not say what belief does.",
    ),
    "calibration": Words(
        "AUC: af to borgere, én med og én uden job, hvor tit havde den med job det højeste svar? 0,5 er "
        "et møntkast, 1 er altid. Brier er den gennemsnitlige kvadrerede fejl: lavere er bedre. Forudsagt "
        "er andelen blandt andre borgere med samme svar; ligger punkterne på den stiplede linje, passer "
        "gættet.",
        "AUC: of two citizens, one with a job and one without, how often had the one with a job the higher "
        "answer? 0.5 is tossing a coin, 1 is always. Brier is the mean squared error: lower is better. "
        "Forecast is the share among other citizens with the same answer; points on the dashed line are "
        "right.",
    ),
    "belief_drivers": Words(
        "R² stiger altid, når der lægges flere oplysninger til, også tilfældige.",
        "R² always rises when more is added, even what is random.",
    ),
    "job_orientation": Words(
        "Alle borgerens egne svar er holdt ude, også de tidligere. Første trin viser, hvor meget "
        "joborientering flytter svaret om borgeren selv; F bør være langt over 10.",
        "All the citizen's own answers are kept out, earlier ones too. The first stage shows how far "
        "orientation moves the answer on the citizen; F should be well above 10.",
    ),
    "job_orientation_thirds": Words(
        "Det er den reducerede form: forskellen mellem tredjedele, ikke forskellen pr. trin på S12.",
        "It is the reduced form: the difference between thirds, not per step of S12.",
    ),
    "belief_effect": Words(
        "Anderson–Rubin holder også, når instrumentet er svagt. Balance: hænger joborientering sammen med "
        "borgernes første svar? Det bør den ikke. Kanal: hænger den også sammen med, hvilke aktiviteter "
        "borgeren får? Så virker den måske ikke kun gennem troen. Følsomhed: hvad bliver der tilbage, "
        "hvis sagsbehandlere, der tror, også er dygtigere?",
        "Anderson–Rubin holds for weak instruments too. Balance: does orientation go with citizens' first "
        "answers? It should not. Channel: does it go with the activities citizens get too? Then it may "
        "not work through belief alone. Sensitivity: what is left if caseworkers who believe are also "
        "better at it?",
    ),
    "change_share": Words(
        "Skift før den første og efter den sidste besvarelse er ikke med.",
        "Changes before the first and after the last answer are not seen.",
    ),
    "caseworker_change": Words(
        "Hvem der skifter, er ikke tilfældigt. Se derfor også før og efter skiftet i næste afsnit.",
        "Who changes is not chance. So see the next section too: before and after the change.",
    ),
    "change_event_study": Words(
        "Punkterne længst før skiftet bør ligge omkring nul. Gør de ikke det, er der en anden forklaring end skiftet.",
        "The points longest before the change should lie about zero. Where they do not, there is another explanation.",
    ),
    "caseworker_effects": Words(
        "Ingen sagsbehandler vises. Den naive spredning indeholder støjen; den halvdelte gør ikke. "
        "Prognosetesten er 1, når det krympede tal også passer på andre borgere. Sammenlign R² med R² i "
        "blandede verdener, hvor sagsbehandlerne er byttet tilfældigt om.",
        "No caseworker is shown. The naive spread holds the noise, the split-sample one does not. Forecast "
        "test: 1 where the shrunken figure is right for other citizens. Compare R² with that of shuffled "
        "worlds.",
    ),
    "quartiles": Words(
        "Den naive forskel er altid for stor, for den samme støj indgår både i rangordningen og i "
        "målingen. Halvdelt: den ene halvdel af borgerne bruges til at rangordne, den anden til at måle. "
        "Krympet: støjen er trukket fra. Blandet: sagsbehandlerne er byttet tilfældigt om inden for "
        "jobcenter og kvartal, så der er ingen sand forskel.",
        "The naive gap is always too large: the same noise ranks and measures. Split sample: one half of the "
        "citizens ranks, the other measures. Shrunken: the noise is taken out. Permuted: caseworkers shuffled "
        "within jobcentre and quarter, so that there is no true difference.",
    ),
    "policy_experiment": Words(
        "Det naive tal indeholder støjen. Læs det ved siden af det blandede: så meget giver regnestykket, når "
        "ingen er bedre end andre.",
        "The naive figure holds the noise. Read it beside the permuted one: what the sum gives where nobody "
        "is better than another.",
    ),
    "activities_by_quartile": Words(
        "1 er den nederste fjerdedel, 4 den øverste. Fjerdedelene er dannet af den naive effekt, så støjen er med.",
        "1 is the bottom quarter, 4 the top. The quarters are made of the naive effect: the noise is in them.",
    ),
    "combinations_by_quartile": Words(
        "1 er den nederste fjerdedel, 4 den øverste.", "1 is the bottom quarter, 4 the top."
    ),
    "assessments_by_quartile": Words(
        "Skalaen går fra 1 til 5. 1 er den nederste fjerdedel, 4 den øverste.",
        "The scale goes from 1 to 5. Quarter 1 is the bottom, 4 the top.",
    ),
    "explained": Words(
        "R² er regnet på de samme data som modellen og er et svagt mål, når udfaldet er sjældent. AUC er "
        "regnet på borgere, modellen ikke har set.",
        "R² is of the data the model was made of, and a poor yardstick for a rare outcome. AUC is for "
        "citizens the model has not seen.",
    ),
    "predictors": Words(
        "Når der spørges mange gange, ser noget stort ud ved et tilfælde. q tager højde for det: under "
        "0,05 må man regne med højst ét falsk fund ud af tyve.",
        "Ask many times and something looks large by chance. q allows for it: below 0.05 expect at most "
        "one finding in twenty to be false.",
    ),
    "channels": Words(
        "Forskellen er til borgere, der ikke har krydset det af. De kan være forskellige på andre måder også.",
        "The difference is to citizens who did not tick it. They may differ in other ways too.",
    ),
    "combinations": Words(
        "Dobbelt robust: der er taget højde for svarene før og for registeret. Det er der ikke i den rå "
        "forskel. Overlap: findes der borgere, der lignede hinanden, men fik noget forskelligt? Borgere, "
        "der får kombinationer, adskiller sig fra de øvrige, og det kan ingen metode helt rette op på.",
        "Doubly robust: given the answers before and the register; the raw difference is not. Overlap: "
        "are there citizens who were alike and got different things? Those who get combinations differ "
        "from the rest, and no method wholly mends that.",
    ),
}
