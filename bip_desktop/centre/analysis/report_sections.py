# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report's chapters and sections, in its order, Danish first: what each table is, and how it is read."""

from dataclasses import dataclass

from bip_desktop.domain.submission_labels import Words


@dataclass(frozen=True, slots=True)
class Section:
    """A table's place and heading, what it holds, and what a reader must know to read it."""

    chapter: str
    title: Words
    about: Words
    how: Words


CHAPTERS = {
    "data": Words("Data og hvor sikre svarene er", "The data, and how sure the answers are"),
    "belief": Words("Sagsbehandlerens tro på job", "The caseworker's belief in a job"),
    "change": Words("Skift af sagsbehandler", "Change of caseworker"),
    "caseworkers": Words("Forskelle mellem sagsbehandlere", "Differences between caseworkers"),
    "forecast": Words("Hvad der forudsiger job", "What foretells a job"),
    "interventions": Words("Indsatser", "Interventions"),
}
SECTIONS: dict[str, Section] = {
    "flow": Section(
        "data",
        Words("Fra samtaler til besvarelser", "From meetings to answers"),
        Words(
            "Hvor mange besvarelser hver analyse bygger på, og hvor de øvrige blev af.",
            "How many answers each analysis rests on, and where the others went.",
        ),
        Words(
            "Læs oppefra: hvert trin er en del af det forrige. Intet er taget ud uden en linje her.",
            "Read from the top: each step is part of the one before. Nothing is left out without a line here.",
        ),
    ),
    "s12_distribution": Section(
        "data",
        Words("Hvad sagsbehandlerne svarer om jobchancen", "What caseworkers answer on the chance of a job"),
        Words(
            "Alle sagsbehandlernes svar på S12: »Tror du, at borgeren kommer i job inden for det næste år?«",
            "All caseworkers' answers to S12: do you believe that the citizen will have a job within a year?",
        ),
        Words(
            "Andelene er af svar og ikke af sagsbehandlere. »Ved ikke« er ikke med i de fem, men står for sig selv.",
            "The shares are of answers, not of caseworkers. “Don't know” is not among the five and stands by itself.",
        ),
    ),
    "reliability": Section(
        "data",
        Words("Hvor sikkert er ét svar", "How sure is one answer"),
        Words(
            "Hvor meget to svar på samme spørgsmål ligner hinanden, når der er kort tid imellem.",
            "How alike two answers to the same question are when little time has passed.",
        ),
        Words(
            "Pålidelighed er 1, når svaret er helt sikkert, og 0, når det er ren støj. »Sikker ændring« er, hvor mange "
            "trin én borger mindst skal flytte sig, før det næppe er tilfældigt. Ét trin kan være tilfældigt.",
            "Reliability is 1 where an answer is certain and 0 where it is noise. “Reliable change” is how many steps "
            "one citizen must move before it is hardly chance. One step may be chance.",
        ),
    ),
    "belief": Section(
        "belief",
        Words("Udfald efter sagsbehandlerens tro", "Outcome by the caseworker's belief"),
        Words(
            "Andelen med hvert udfald efter sagsbehandlerens svar på S12.",
            "The share with each outcome by the caseworker's answer to S12.",
        ),
        Words(
            "Det er en sammenhæng. Sagsbehandleren ved noget om borgeren, som også har betydning for job, så tallene "
            "siger ikke, hvad troen gør.",
            "It is an association. The caseworker knows things of the citizen that matter for a job too, so the "
            "figures do not say what belief does.",
        ),
    ),
    "calibration": Section(
        "belief",
        Words("Hvor godt svaret rammer", "How well the answer forecasts"),
        Words(
            "S12 læst som et gæt på, om borgeren kommer i job.",
            "S12 read as a guess at whether the citizen finds a job.",
        ),
        Words(
            "AUC: af to borgere, én med og én uden job, hvor tit havde den med job det højeste svar? 0,5 er et "
            "møntkast, "
            "1 er altid. Brier er den gennemsnitlige fejl i anden: lavere er bedre. Forudsagt er andelen blandt andre "
            "borgere med samme svar; ligger punkterne på den stiplede linje, passer gættet.",
            "AUC: of two citizens, one with a job and one without, how often had the one with a job the higher answer? "
            "0.5 is tossing a coin, 1 is always. Brier is the mean squared error: lower is better. Forecast is the "
            "share among other citizens with the same answer; points on the dashed line are right.",
        ),
    ),
    "belief_drivers": Section(
        "belief",
        Words("Hvad hænger sammen med S12", "What goes with S12"),
        Words(
            "Hvor meget af forskellen i S12 der følger af register, svar og sagsbehandler, lagt til trin for trin.",
            "How much of S12 follows from the register, the answers and the caseworker, added step by step.",
        ),
        Words(
            "R² stiger altid, når der lægges flere oplysninger til, også tilfældige.",
            "R² always rises when more is added, even what is random.",
        ),
    ),
    "job_orientation": Section(
        "belief",
        Words("Joborientering", "Job orientation"),
        Words(
            "Gennemsnittet af S12 for sagsbehandlerens andre borgere, i forhold til jobcentrets andre borgere.",
            "The mean S12 of the caseworker's other citizens, beside the jobcentre's other citizens.",
        ),
        Words(
            "Alle borgerens egne svar er holdt ude, også de tidligere. Første trin viser, hvor meget joborientering "
            "flytter svaret om borgeren selv; F bør være langt over 10.",
            "All the citizen's own answers are kept out, earlier ones too. The first stage shows how far orientation "
            "moves the answer on the citizen; F should be well above 10.",
        ),
    ),
    "job_orientation_thirds": Section(
        "belief",
        Words("Udfald efter joborientering", "Outcome by job orientation"),
        Words(
            "Besvarelserne delt i tre lige store dele efter sagsbehandlerens joborientering.",
            "The answers in three equal parts by the caseworker's job orientation.",
        ),
        Words(
            "Det er den reducerede form: forskellen mellem tredjedele, ikke forskellen pr. trin på S12.",
            "It is the reduced form: the difference between thirds, not per step of S12.",
        ),
    ),
    "belief_effect": Section(
        "belief",
        Words("Tro og udfald: hvad kan siges", "Belief and outcome: what can be said"),
        Words(
            "Først joborientering på udfaldet (reduceret form), så to trin (2SLS), og derefter alt det, der "
            "taler imod.",
            "First orientation on the outcome (reduced form), then two stages (2SLS), then all that speaks against.",
        ),
        Words(
            "Anderson–Rubin holder også, når instrumentet er svagt. Balance: hænger joborientering sammen med "
            "borgernes "
            "første svar? Det bør den ikke. Kanal: flytter den også aktiviteterne? Så virker den ikke kun gennem "
            "troen. "
            "Følsomhed: hvad bliver der tilbage, hvis sagsbehandlere, der tror, også er dygtigere?",
            "Anderson–Rubin holds for weak instruments too. Balance: does orientation go with citizens' first answers? "
            "It should not. Channel: does it move activities too? Then it does not work through belief alone. "
            "Sensitivity: what is left if caseworkers who believe are also better at it?",
        ),
    ),
    "change_share": Section(
        "change",
        Words("Borgere med mere end én sagsbehandler", "Citizens with more than one caseworker"),
        Words("Blandt borgere med mindst to parrede besvarelser.", "Among citizens with at least two paired answers."),
        Words(
            "Skift før den første og efter den sidste besvarelse er ikke med.",
            "Changes before the first and after the last answer are not seen.",
        ),
    ),
    "caseworker_change": Section(
        "change",
        Words("Antal skift og udfald", "Number of changes and outcome"),
        Words(
            "Lineær model som i kilden: udfaldet pr. skift til og med besvarelsen, med kontrol for register, borgerens "
            "svar, målingens nummer, kvartal og jobcenter.",
            "Linear model as in the source: the outcome for each change up to the answer, given register, the "
            "citizen's answers, the measurement's number, quarter and jobcentre.",
        ),
        Words(
            "Hvem der skifter, er ikke tilfældigt. Se derfor også før og efter skiftet i næste afsnit.",
            "Who changes is not chance. So see the next section too: before and after the change.",
        ),
    ),
    "change_event_study": Section(
        "change",
        Words("Før og efter det første skift", "Before and after the first change"),
        Words(
            "Forskellen til borgere uden skift ved samme måling. Ved masseskift stopper sagsbehandleren, så alle "
            "hendes "
            "borgere skifter på én gang; det er det mest troværdige. Enkeltskift kan skyldes borgerens situation.",
            "The difference to citizens without a change at the same measurement. In a mass move the caseworker leaves "
            "and all her citizens change at once: the credible one. Single moves may come of the citizen's situation.",
        ),
        Words(
            "Punkterne længst før skiftet bør ligge på nul. Gør de ikke det, er der en anden forklaring end skiftet.",
            "The points longest before the change should lie on zero. Where they do not, there is another explanation.",
        ),
    ),
    "caseworker_effects": Section(
        "caseworkers",
        Words("Modellen bag forskellene", "The model behind the differences"),
        Words(
            "Lineær model med en effekt for hver sagsbehandler. S-svarene er ikke med, for de er en del af det, "
            "sagsbehandleren gør.",
            "Linear model with an effect for each caseworker. The S answers are kept out: they are part of what the "
            "caseworker does.",
        ),
        Words(
            "Ingen sagsbehandler vises. Den naive spredning indeholder støjen; den halvdelte gør ikke. Prognosetest: "
            "rammer det krympede tal andre borgere, er den 1. Sammenlign R² med R² i blandede verdener, hvor "
            "sagsbehandlerne er byttet tilfældigt om.",
            "No caseworker is shown. The naive spread holds the noise, the split-sample one does not. Forecast test: 1 "
            "where the shrunken figure is right for other citizens. Compare R² with that of shuffled worlds.",
        ),
    ),
    "quartiles": Section(
        "caseworkers",
        Words("Fjerdedele af sagsbehandlere", "Quarters of caseworkers"),
        Words(
            "Sagsbehandlerne delt i fire efter deres estimerede effekt. Fjerdedelene er opdigtede grupper: hvem der er "
            "i hvilken, er for en stor del tilfældigt.",
            "Caseworkers in four groups by their estimated effect. Who is in which is chance to a large part.",
        ),
        Words(
            "Den naive forskel er altid for stor, for den samme støj både ordner og måler. Halvdelt: den ene "
            "halvdel af "
            "borgerne ordner, den anden måler. Krympet: støjen er trukket fra. Blandet: sagsbehandlerne er byttet "
            "tilfældigt om inden for jobcenter og kvartal, så der er ingen sand forskel.",
            "The naive gap is always too large: the same noise ranks and measures. Split sample: one half of the "
            "citizens ranks, the other measures. Shrunken: the noise is taken out. Permuted: caseworkers shuffled "
            "within jobcentre and quarter, so that there is no true difference.",
        ),
    ),
    "policy_experiment": Section(
        "caseworkers",
        Words("Hvis alle var som den øverste fjerdedel", "If all were as the top quarter"),
        Words(
            "Kildens regnestykke: gevinst = tænkt andel − faktisk andel. Går det ikke op, vises tabellen ikke.",
            "The source's sum: gain = counterfactual − actual. Where it does not add up, the table is not shown.",
        ),
        Words(
            "Det naive tal indeholder støjen. Læs det ved siden af det blandede: så meget giver regnestykket, når "
            "ingen er bedre end andre.",
            "The naive figure holds the noise. Read it beside the permuted one: what the sum gives where nobody is "
            "better than another.",
        ),
    ),
    "activities_by_quartile": Section(
        "caseworkers",
        Words("Aktiviteter efter fjerdedel", "Activities by quarter"),
        Words(
            "Andel af besvarelser med mindst én aktivitet af slagsen i de sidste tre måneder.",
            "Share of answers with at least one such activity in the last three months.",
        ),
        Words(
            "1 er den nederste fjerdedel, 4 den øverste. Fjerdedelene er dannet af den naive effekt, så støjen er med.",
            "1 is the bottom quarter, 4 the top. The quarters are made of the naive effect: the noise is in them.",
        ),
    ),
    "combinations_by_quartile": Section(
        "caseworkers",
        Words("Kombinationer efter fjerdedel", "Combinations by quarter"),
        Words(
            "Andel af besvarelser med alle de nævnte slags aktiviteter.",
            "Share of answers with all the named kinds of activity.",
        ),
        Words("1 er den nederste fjerdedel, 4 den øverste.", "1 is the bottom quarter, 4 the top."),
    ),
    "assessments_by_quartile": Section(
        "caseworkers",
        Words("Sagsbehandlerens svar efter fjerdedel", "Caseworkers' answers by quarter"),
        Words(
            "Gennemsnit af S2 til S12, og af S11 og B6 ved borgerens første svar.",
            "Means of S2 to S12, and of S11 and B6 at the citizen's first answer.",
        ),
        Words(
            "Skalaen går fra 1 til 5. 1 er den nederste fjerdedel, 4 den øverste.",
            "The scale goes from 1 to 5. Quarter 1 is the bottom, 4 the top.",
        ),
    ),
    "explained": Section(
        "forecast",
        Words("Hvor meget kan forklares", "How much is explained"),
        Words(
            "Register alene, så med svarene, så med hvem sagsbehandleren er.",
            "The register alone, then with the answers, then with who the caseworker is.",
        ),
        Words(
            "R² er af de data, modellen er regnet på, og et svagt mål, når udfaldet er sjældent. AUC er for borgere, "
            "modellen ikke har set.",
            "R² is of the data the model was made of, and a poor yardstick for a rare outcome. AUC is for citizens the "
            "model has not seen.",
        ),
    ),
    "predictors": Section(
        "forecast",
        Words("Indikatorer og udfald", "Indicators and outcomes"),
        Words(
            "Niveau og ændring på hvert spørgsmål, alle i samme model, med kontrol for register.",
            "Level and change of every item in one model, given the register.",
        ),
        Words(
            "Når der spørges mange gange, er noget stort ved et tilfælde. q tager højde for det: under 0,05 venter man "
            "højst én falsk for hver tyve.",
            "Ask many times and something is large by chance. q allows for it: below 0.05 expect one in twenty to be "
            "false.",
        ),
    ),
    "channels": Section(
        "forecast",
        Words("Måder at søge job på", "Ways to look for work"),
        Words("Udfald efter, hvad borgeren har krydset af i B10.", "The outcome by what the citizen ticked in B10."),
        Words(
            "Forskellen er til borgere, der ikke har krydset det af. De kan være forskellige på andre måder også.",
            "The difference is to citizens who did not tick it. They may differ in other ways too.",
        ),
    ),
    "combinations": Section(
        "interventions",
        Words("Indsatser og bevægelse", "Interventions and progression"),
        Words(
            "Hvor tit hvert mønster forekommer, og hvor langt borgerne flytter sig på B1 til B9 fra svaret før.",
            "How often each pattern occurs, and how far citizens move on B1 to B9 from the answer before.",
        ),
        Words(
            "Dobbelt robust: der er taget højde for svarene før og for registeret. Den rå forskel er ikke. Overlap: "
            "findes der borgere, der lignede hinanden og fik hver sit? Borgere, der får kombinationer, er andre "
            "borgere "
            "end de øvrige, og det kan ingen metode helt rette op på.",
            "Doubly robust: given the answers before and the register; the raw difference is not. Overlap: are there "
            "citizens who were alike and got different things? Those who get combinations are other citizens, and no "
            "method wholly mends that.",
        ),
    ),
}
"""In the report's order."""
