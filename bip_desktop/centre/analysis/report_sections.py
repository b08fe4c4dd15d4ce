# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What each table is and how it is read, Danish first."""

from dataclasses import dataclass

from bip_desktop.domain.submission_labels import Words


@dataclass(frozen=True, slots=True)
class Section:
    """A table's heading and what a reader must know to read it."""

    title: Words
    about: Words


SECTIONS: dict[str, Section] = {
    "flow": Section(
        Words("Fra samtaler til besvarelser", "From meetings to answers"),
        Words(
            "Hvert trin viser, hvor mange besvarelser der er tilbage. Intet er smidt væk uden en linje her.",
            "Each step shows how many answers are left. Nothing is left out without a line here.",
        ),
    ),
    "s12_distribution": Section(
        Words("Hvad sagsbehandlerne svarer om jobchancen", "What caseworkers answer on the chance of a job"),
        Words(
            "S12, alle sagsbehandlernes svar. »Ved ikke« er ikke med i fordelingen.", "S12, all caseworkers' answers."
        ),
    ),
    "belief": Section(
        Words("Udfald efter sagsbehandlerens tro", "Outcome by the caseworker's belief"),
        Words(
            "Andelen med udfaldet inden for 52 uger, efter svaret på S12. Det er en sammenhæng: sagsbehandleren ved "
            "noget om borgeren, som også har betydning for job.",
            "The share with the outcome within 52 weeks by S12. An association: the caseworker knows things.",
        ),
    ),
    "calibration": Section(
        Words("Hvor godt svaret rammer", "How well the answer forecasts"),
        Words(
            "AUC: af to borgere, den ene med og den anden uden job, hvor ofte havde den med job det højeste svar? "
            "Forudsagt er andelen blandt andre borgere med samme svar.",
            "AUC: of two citizens, one with and one without a job, how often did the one with a job have the higher "
            "answer? Forecast is the share among other citizens with the same answer.",
        ),
    ),
    "change_share": Section(
        Words("Borgere med mere end én sagsbehandler", "Citizens with more than one caseworker"),
        Words("Af borgere med mindst to parrede besvarelser.", "Of citizens with at least two paired answers."),
    ),
    "caseworker_change": Section(
        Words("Antal skift og udfald", "Number of changes and outcome"),
        Words(
            "Lineær model som i kilden: udfaldet pr. skift mere til og med besvarelsen, med kontrol for register, "
            "borgerens svar, målingens nummer, kvartal og jobcenter.",
            "Linear model as in the source: the outcome for each change more up to the answer, given register, the "
            "citizen's answers, the measurement's number, quarter and jobcentre.",
        ),
    ),
    "change_event_study": Section(
        Words("Før og efter det første skift", "Before and after the first change"),
        Words(
            "Forskellen til borgere uden skift, runde for runde. Ved masseskift stopper sagsbehandleren, og alle "
            "hendes borgere får en anden på én gang; det er det mest troværdige. Ved enkeltskift kan skiftet skyldes "
            "borgerens situation. Er der forskel allerede før skiftet, er der en anden forklaring end skiftet.",
            "The difference to citizens without a change, round by round. In a mass move the caseworker leaves and all "
            "her citizens move at once: the credible one. Differences before the change speak for another explanation.",
        ),
    ),
    "job_orientation": Section(
        Words("Joborientering", "Job orientation"),
        Words(
            "Gennemsnittet af S12 for sagsbehandlerens andre borgere, i forhold til jobcentrets andre borgere. "
            "Borgerens egne svar er helt udeladt. Første trin: hvor meget det flytter svaret om borgeren selv.",
            "The mean S12 of the caseworker's other citizens beside the jobcentre's others; the citizen is left out. "
            "First stage: how far it moves the answer on the citizen.",
        ),
    ),
    "job_orientation_thirds": Section(
        Words("Udfald efter joborientering", "Outcome by job orientation"),
        Words(
            "Besvarelserne delt i tre lige store dele efter joborientering. Det er den reducerede form, ikke pr. trin.",
            "Answers in three equal parts by job orientation: the reduced form, not per step.",
        ),
    ),
    "belief_effect": Section(
        Words("Tro og udfald: hvad kan siges", "Belief and outcome: what can be said"),
        Words(
            "Først den reducerede form (joborientering på udfald), så to trin (2SLS). Andersons og Rubins interval "
            "holder også, hvis instrumentet er svagt. Balance: hænger joborientering sammen med borgerens første "
            "svar? Kanal: flytter den også aktiviteterne? Følsomhed: hvad bliver estimatet, hvis sagsbehandlere, der "
            "tror, også er dygtigere?",
            "First the reduced form, then two stages (2SLS); the Anderson–Rubin interval holds for weak instruments "
            "too. Balance: is orientation related to first answers? Channel: does it move activities? Sensitivity: "
            "what if those who believe are also better caseworkers?",
        ),
    ),
    "belief_drivers": Section(
        Words("Hvad hænger sammen med S12", "What goes with S12"),
        Words(
            "Lineær model af S12, og hvor meget der forklares trin for trin.", "Linear model of S12, and R² by step."
        ),
    ),
    "caseworker_effects": Section(
        Words("Forskelle mellem sagsbehandlere: modellen", "Differences between caseworkers: the model"),
        Words(
            "Lineær model med en effekt for hver sagsbehandler. Ingen sagsbehandler vises: der er kun spredningen, "
            "og hvor sikker den er. S-svarene er ikke med.",
            "Linear model with an effect for each caseworker. None is shown: only their spread and how sure it is.",
        ),
    ),
    "quartiles": Section(
        Words("Fjerdedele af sagsbehandlere", "Quarters of caseworkers"),
        Words(
            "Den naive forskel er altid for stor, fordi den samme støj både ordner og måler. Derfor står tre tal ved "
            "siden af: halvdelt (den ene halvdel af borgerne ordner, den anden måler), krympet (støjen er trukket "
            "fra) og blandet (sagsbehandlerne er byttet tilfældigt om inden for jobcenter og kvartal).",
            "The naive gap is always too large: the same noise ranks and measures. Beside it: split-sample (one half "
            "of the citizens ranks, the other measures), shrunken, and permuted (caseworkers shuffled).",
        ),
    ),
    "policy_experiment": Section(
        Words("Hvis alle var som den bedste fjerdedel", "If all were as the top quarter"),
        Words(
            "Regnestykket fra kilden: gevinst = tænkt andel − faktisk andel. Det naive tal indeholder støjen.",
            "The source's experiment: gain = counterfactual − actual. The naive figure holds the noise.",
        ),
    ),
    "activities_by_quartile": Section(
        Words("Aktiviteter efter fjerdedel", "Activities by quarter"),
        Words("Andel af besvarelser med aktiviteten. 1 er mindst, 4 mest.", "Share of answers with it; 4 is the top."),
    ),
    "combinations_by_quartile": Section(
        Words("Kombinationer efter fjerdedel", "Combinations by quarter"),
        Words("Andel af besvarelser med alle de nævnte grupper.", "Share of answers with all the named groups."),
    ),
    "assessments_by_quartile": Section(
        Words("Sagsbehandlerens svar efter fjerdedel", "Caseworkers' answers by quarter"),
        Words("Gennemsnit af S2 til S12; B6 og S11 også ved første svar.", "Means of S2 to S12; B6, S11 at first too."),
    ),
    "explained": Section(
        Words("Hvor meget kan forklares", "How much is explained"),
        Words(
            "R² er et svagt mål, når udfaldet er sjældent; derfor står AUC ved siden af.",
            "R² is a poor yardstick for a rare outcome; AUC stands beside it.",
        ),
    ),
    "predictors": Section(
        Words("Indikatorer og udfald", "Indicators and outcomes"),
        Words(
            "Niveau og ændring på hvert spørgsmål, alle på én gang. q er justeret for, at der spørges mange gange.",
            "Level and change of every item at once. q is adjusted for asking many times.",
        ),
    ),
    "channels": Section(
        Words("Måder at søge job på", "Ways to look for work"),
        Words("Job efter det, borgeren har krydset af i B10.", "Job by what the citizen ticked in B10."),
    ),
    "combinations": Section(
        Words("Indsatser og bevægelse", "Interventions and progression"),
        Words(
            "Andele af alle besvarelser, og den gennemsnitlige ændring på B1 til B9 siden svaret før. Dobbelt robust "
            "betyder, at der er taget højde for svarene før og registeroplysninger. Borgere, der får kombinationer, "
            "er andre borgere end dem, der ikke gør: det kan ingen metode helt rette op på.",
            "Shares of all answers, and the mean change of B1 to B9 since the answer before. Doubly robust: given the "
            "answers before and the register. Those who get combinations differ, and no method wholly mends that.",
        ),
    ),
    "reliability": Section(
        Words("Hvor sikkert er ét svar", "How sure is one answer"),
        Words(
            "Pålidelighed pr. spørgsmål af svar tæt på hinanden, og hvor stor en ændring skal være, før den ikke bare "
            "er tilfældig. Ét trin kan være tilfældigt.",
            "Reliability of each item, and how large a change must be before it is more than chance.",
        ),
    ),
}
