# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report's words, Danish first: what each table is, what its codes mean, and where the sources disagree."""

from dataclasses import dataclass

from bip_desktop.domain.submission_labels import ACTIVITIES, ITEMS, Words


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

OUTCOMES = {
    "job52": Words("job inden for 52 uger", "job within 52 weeks"),
    "jobedu52": Words("job eller uddannelse inden for 52 uger", "job or education within 52 weeks"),
    "ext52": Words("indkomst eller uddannelse inden for 52 uger", "any income or education within 52 weeks"),
    "job_at_52": Words("i job i uge 52", "in a job in week 52"),
    "search": Words("søger job", "looks for work"),
    "change": Words("skift", "change"),
    "activities": Words("aktiviteter", "activities"),
    "assessment": Words("sagsbehandlerens svar", "the caseworker's answers"),
    "first_answer": Words("ved borgerens første svar", "at the citizen's first answer"),
    "progression": Words("ændring siden svaret før", "change since the answer before"),
    "overlap": Words("overlap", "overlap"),
}
UNITS = {
    "share": Words("%", "%"),
    "points": Words("procentpoint", "percentage points"),
    "score": Words("trin", "steps"),
    "ratio": Words("", ""),
    "count": Words("", ""),
}
SE_KINDS = {
    "": Words("", ""),
    "iid": Words("uafhængige svar", "independent answers"),
    "cluster_citizen": Words("klynger: borger", "clustered by citizen"),
    "cluster_caseworker": Words("klynger: sagsbehandler", "clustered by caseworker"),
    "cluster_both": Words("klynger: borger og sagsbehandler", "clustered by citizen and caseworker"),
    "bootstrap_caseworker": Words("genudtrækning af sagsbehandlere", "bootstrap of caseworkers"),
    "posterior": Words("a posteriori", "posterior"),
    "permutation": Words("blandede verdener", "permuted worlds"),
    "wild_cluster": Words("fortegn pr. sagsbehandler ved lodtrækning", "wild cluster bootstrap"),
    "parametric": Words("effekter og fejl trukket om, og ordnet igen", "effects and errors redrawn, and re-ranked"),
}
ESTIMATORS = {
    "count": Words("antal", "count"),
    "mean": Words("gennemsnit", "mean"),
    "ols": Words("lineær model", "linear model"),
    "fixed_effects": Words("effekt pr. sagsbehandler", "fixed effects"),
    "naive": Words("naiv", "naive"),
    "split_sample": Words("halvdelt", "split sample"),
    "shrunken": Words("krympet", "shrunken"),
    "permuted": Words("blandet", "permuted"),
    "reduced_form": Words("reduceret form", "reduced form"),
    "first_stage": Words("første trin", "first stage"),
    "2sls": Words("to trin (2SLS)", "two stages (2SLS)"),
    "2sls_without_s": Words("to trin uden S2–S11", "two stages without S2–S11"),
    "2sls_followed": Words("to trin, kun fulgt i 52 uger", "two stages, followed all 52 weeks"),
    "2sls_incomplete": Words("to trin, også svar med huller", "two stages, incomplete answers kept"),
    "anderson_rubin": Words("Anderson–Rubin", "Anderson–Rubin"),
    "wild_cluster": Words("få sagsbehandlere (wild bootstrap)", "few caseworkers (wild bootstrap)"),
    "cluster_jackknife": Words("jackknife over sagsbehandlere", "cluster jackknife"),
    "monotonicity": Words("første trin i halvdele", "first stage in halves"),
    "balance": Words("balance", "balance"),
    "channel": Words("anden kanal", "other channel"),
    "sensitivity": Words("følsomhed", "sensitivity"),
    "event_study": Words("runde for runde", "event study"),
    "raw": Words("rå forskel", "raw"),
    "aipw": Words("dobbelt robust", "doubly robust"),
    "overlap": Words("overlap", "overlap"),
    "correlation": Words("korrelation", "correlation"),
    "logit": Words("logit", "logit"),
}
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
NOTES = {
    "no_outcomes": Words("Der er ingen udfald i data.", "There are no outcomes in the data."),
    "nobody_twice": Words("Ingen borger har to besvarelser.", "No citizen has two answers."),
    "too_few": Words("Der er for få til at regne på.", "There are too few to compute with."),
    "no_variation": Words("Udfaldet er ens for alle.", "The outcome is the same for all."),
    "one_caseworker": Words("Der er kun én sagsbehandler.", "There is only one caseworker."),
    "one_jobcentre": Words("Der er kun ét jobcenter.", "There is only one jobcentre."),
    "noise_alone": Words(
        "Støj alene giver noget i samme størrelse som det naive tal.",
        "Noise alone gives something the size of the naive figure.",
    ),
    "nested": Words(
        "Jobcentrenes niveau kan ikke skilles fra sagsbehandlernes: hver sagsbehandler hører til ét jobcenter.",
        "The jobcentres' level cannot be told from the caseworkers': each belongs to one jobcentre.",
    ),
    "no_changes": Words("Ingen borger har skiftet sagsbehandler.", "No citizen has changed caseworker."),
    "declared_random": Words(
        "Analytikeren har erklæret, at borgere inden for et jobcenter fordeles som ved lodtrækning. Under den "
        "forudsætning kan estimatet læses kausalt, hvis joborientering kun virker gennem troen.",
        "The analyst has declared assignment within a jobcentre as good as random. On that ground the estimate may be "
        "read as causal, if orientation works through belief alone.",
    ),
    "combinations_differ": Words(
        "De borgere, der får kombinationer, er andre borgere end de øvrige. Tallene må ikke læses som virkning.",
        "Citizens who get combinations are other citizens. The figures must not be read as an effect.",
    ),
    "noise_printed": Words(
        "I blandede verdener, hvor ingen sagsbehandler er bedre end en anden, er den naive forskel mindst lige så stor "
        "som den, kilden har trykt (26 procentpoint).",
        "In shuffled worlds, where no caseworker is better than another, the naive gap is at least as large as the "
        "printed one (26 percentage points).",
    ),
    "few_caseworkers": Words(
        "Der er under 40 sagsbehandlere: de almindelige intervaller er for smalle. Læs rækkerne for få sagsbehandlere.",
        "There are fewer than 40 caseworkers: the usual intervals are too narrow. Read the rows for few caseworkers.",
    ),
    "no_mass_moves": Words("Ingen masseskift fundet.", "No mass moves found."),
    "not_random": Words(
        "Analytikeren har ikke erklæret, at borgere fordeles som ved lodtrækning.",
        "The analyst has not declared assignment as good as random.",
    ),
}


def item_words(code: str) -> Words | None:
    """What an item's code stands for, also where it is a change."""
    name = code.removesuffix("_change")
    if name not in ITEMS:
        return None
    words = ITEMS[name]
    if name == code:
        return Words(f"{code} {words.da}", f"{code} {words.en}")
    return Words(f"{name} {words.da}, ændring", f"{name} {words.en}, change")


def activity_words(number: int) -> Words:
    """What an activity's number stands for."""
    if number in ACTIVITIES:
        words = ACTIVITIES[number]
        return Words(f"{number} {words.da.split(' (')[0]}", f"{number} {words.en.split(' (')[0]}")
    return Words("22 Ingen aktiviteter", "22 None") if number == 22 else Words("23 Ved ikke", "23 Don't know")
