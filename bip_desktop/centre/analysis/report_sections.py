# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report's chapters and sections, in its order, Danish first: what each table is."""

from dataclasses import dataclass

from bip_desktop.centre.analysis.report_readings import READINGS
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
_TABLES: dict[str, tuple[str, Words, Words]] = {
    "flow": (
        "data",
        Words("Fra samtaler til besvarelser", "From meetings to answers"),
        Words(
            "Hvor mange besvarelser hver analyse bygger på, og hvor de øvrige blev af.",
            "How many answers each analysis rests on, and where the others went.",
        ),
    ),
    "s12_distribution": (
        "data",
        Words("Hvad sagsbehandlerne svarer om jobchancen", "What caseworkers answer on the chance of a job"),
        Words(
            "Alle sagsbehandlernes svar på S12: »Tror du, at borgeren kommer i job inden for det næste år?«",
            "All caseworkers' answers to S12: do you believe that the citizen will have a job within a year?",
        ),
    ),
    "reliability": (
        "data",
        Words("Hvor sikkert er ét svar", "How sure is one answer"),
        Words(
            "Hvor meget to svar på samme spørgsmål ligner hinanden, når der er kort tid imellem.",
            "How alike two answers to the same question are when little time has passed.",
        ),
    ),
    "belief": (
        "belief",
        Words("Udfald efter sagsbehandlerens tro", "Outcome by the caseworker's belief"),
        Words(
            "Andelen med hvert udfald efter sagsbehandlerens svar på S12.",
            "The share with each outcome by the caseworker's answer to S12.",
        ),
    ),
    "calibration": (
        "belief",
        Words("Hvor godt svaret rammer", "How well the answer forecasts"),
        Words(
            "S12 læst som et gæt på, om borgeren kommer i job.",
            "S12 read as a guess at whether the citizen finds a job.",
        ),
    ),
    "belief_drivers": (
        "belief",
        Words("Hvad hænger sammen med S12", "What goes with S12"),
        Words(
            "Hvor meget af forskellen i S12 der følger af register, svar og sagsbehandler, lagt til trin for trin.",
            "How much of S12 follows from the register, the answers and the caseworker, added step by step.",
        ),
    ),
    "job_orientation": (
        "belief",
        Words("Joborientering", "Job orientation"),
        Words(
            "Gennemsnittet af S12 for sagsbehandlerens andre borgere, i forhold til jobcentrets andre borgere.",
            "The mean S12 of the caseworker's other citizens, beside the jobcentre's other citizens.",
        ),
    ),
    "job_orientation_thirds": (
        "belief",
        Words("Udfald efter joborientering", "Outcome by job orientation"),
        Words(
            "Besvarelserne delt i tre lige store dele efter sagsbehandlerens joborientering.",
            "The answers in three equal parts by the caseworker's job orientation.",
        ),
    ),
    "belief_effect": (
        "belief",
        Words("Tro og udfald: hvad kan siges", "Belief and outcome: what can be said"),
        Words(
            "Først joborientering på udfaldet (reduceret form), så to trin (2SLS), og derefter alt det, der taler "
            "imod.",
            "First orientation on the outcome (reduced form), then two stages (2SLS), then all that speaks against.",
        ),
    ),
    "change_share": (
        "change",
        Words("Borgere med mere end én sagsbehandler", "Citizens with more than one caseworker"),
        Words("Blandt borgere med mindst to parrede besvarelser.", "Among citizens with at least two paired answers."),
    ),
    "caseworker_change": (
        "change",
        Words("Antal skift og udfald", "Number of changes and outcome"),
        Words(
            "Lineær model som i kilden: udfaldet pr. skift til og med besvarelsen, med kontrol for register, "
            "borgerens svar, målingens nummer, kvartal og jobcenter.",
            "Linear model as in the source: the outcome for each change up to the answer, given register, the "
            "citizen's answers, the measurement's number, quarter and jobcentre.",
        ),
    ),
    "change_event_study": (
        "change",
        Words("Før og efter det første skift", "Before and after the first change"),
        Words(
            "Forskellen til borgere uden skift ved samme måling. Ved masseskift stopper sagsbehandleren, så alle "
            "hendes borgere skifter på én gang; det er det mest troværdige. Enkeltskift kan skyldes borgerens "
            "situation.",
            "The difference to citizens without a change at the same measurement. In a mass move the caseworker "
            "leaves and all her citizens change at once: the credible one. Single moves may come of the citizen's "
            "situation.",
        ),
    ),
    "caseworker_effects": (
        "caseworkers",
        Words("Modellen bag forskellene", "The model behind the differences"),
        Words(
            "Lineær model med en effekt for hver sagsbehandler. S-svarene er ikke med, for de er en del af det, "
            "sagsbehandleren gør.",
            "Linear model with an effect for each caseworker. The S answers are kept out: they are part of what "
            "the caseworker does.",
        ),
    ),
    "quartiles": (
        "caseworkers",
        Words("Fjerdedele af sagsbehandlere", "Quarters of caseworkers"),
        Words(
            "Sagsbehandlerne delt i fire efter deres estimerede effekt. Fjerdedelene er dannet ud fra tallene "
            "selv: hvem der er i hvilken, er for en stor del tilfældigt.",
            "Caseworkers in four groups by their estimated effect. The quarters are made of the figures "
            "themselves: who is in which is chance to a large part.",
        ),
    ),
    "policy_experiment": (
        "caseworkers",
        Words("Hvis alle var som den øverste fjerdedel", "If all were as the top quarter"),
        Words(
            "Kildens regnestykke: gevinst = tænkt andel − faktisk andel. Går det ikke op, vises tabellen ikke.",
            "The source's sum: gain = counterfactual − actual. Where it does not add up, the table is not shown.",
        ),
    ),
    "activities_by_quartile": (
        "caseworkers",
        Words("Aktiviteter efter fjerdedel", "Activities by quarter"),
        Words(
            "Andel af besvarelser med mindst én aktivitet af slagsen i de sidste tre måneder.",
            "Share of answers with at least one such activity in the last three months.",
        ),
    ),
    "combinations_by_quartile": (
        "caseworkers",
        Words("Kombinationer efter fjerdedel", "Combinations by quarter"),
        Words(
            "Andel af besvarelser med alle de nævnte slags aktiviteter.",
            "Share of answers with all the named kinds of activity.",
        ),
    ),
    "assessments_by_quartile": (
        "caseworkers",
        Words("Sagsbehandlerens svar efter fjerdedel", "Caseworkers' answers by quarter"),
        Words(
            "Gennemsnit af S2 til S12, og af S11 og B6 ved borgerens første svar.",
            "Means of S2 to S12, and of S11 and B6 at the citizen's first answer.",
        ),
    ),
    "explained": (
        "forecast",
        Words("Hvor meget kan forklares", "How much is explained"),
        Words(
            "Register alene, så med svarene, så med hvem sagsbehandleren er.",
            "The register alone, then with the answers, then with who the caseworker is.",
        ),
    ),
    "predictors": (
        "forecast",
        Words("Indikatorer og udfald", "Indicators and outcomes"),
        Words(
            "Niveau og ændring på hvert spørgsmål, alle i samme model, med kontrol for register.",
            "Level and change of every item in one model, given the register.",
        ),
    ),
    "channels": (
        "forecast",
        Words("Måder at søge job på", "Ways to look for work"),
        Words("Udfald efter, hvad borgeren har krydset af i B10.", "The outcome by what the citizen ticked in B10."),
    ),
    "combinations": (
        "interventions",
        Words("Indsatser og udvikling", "Interventions and progression"),
        Words(
            "Hvor tit hvert mønster forekommer, og hvor langt borgerne flytter sig på B1 til B9 fra svaret før.",
            "How often each pattern occurs, and how far citizens move on B1 to B9 from the answer before.",
        ),
    ),
}
SECTIONS = {name: Section(chapter, title, about, READINGS[name]) for name, (chapter, title, about) in _TABLES.items()}
"""In the report's order."""
