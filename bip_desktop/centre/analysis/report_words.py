# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report's words for the codes of its tables, Danish first."""

from bip_desktop.domain.submission_labels import ACTIVITIES, ITEMS, Words

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
SE_KINDS = {
    "": Words("", ""),
    "iid": Words("svar regnet som uafhængige", "answers taken as independent"),
    "cluster_citizen": Words("klyngerobust på borger", "clustered by citizen"),
    "cluster_caseworker": Words("klyngerobust på sagsbehandler", "clustered by caseworker"),
    "cluster_both": Words("klyngerobust på borger og sagsbehandler", "clustered by citizen and caseworker"),
    "bootstrap_caseworker": Words("sagsbehandlere trukket på ny", "caseworkers drawn anew"),
    "posterior": Words("a posteriori", "posterior"),
    "permutation": Words("spredning i blandede verdener", "spread over shuffled worlds"),
    "wild_cluster": Words("fortegn pr. sagsbehandler ved lodtrækning", "wild cluster bootstrap"),
    "parametric": Words(
        "effekter og fejl trukket på ny og rangordnet igen", "effects and errors redrawn and re-ranked"
    ),
}
CONTRASTS = {
    "level": Words("", ""),
    "one_step": Words("et trin mere på S12", "one step up of S12"),
    "one_change": Words("et skift mere", "one change more"),
    "one_unit": Words("én enhed mere af oplysningen", "one unit more of the covariate"),
    "top_to_bottom_quarter": Words("øverste mod nederste fjerdedel", "top beside bottom quarter"),
    "all_as_top_quarter": Words("alle som den øverste fjerdedel mod nu", "all as the top quarter beside now"),
    "to_none": Words("mod ingen aktiviteter", "beside no activities"),
    "to_single": Words("mod én slags aktivitet", "beside one kind of activity"),
    "to_not_changed": Words("mod borgere uden skift", "beside citizens without a change"),
    "to_no": Words("mod »Nej« på S12", "beside “no” to S12"),
    "to_overall": Words("mod de øvrige", "beside the others"),
}
ESTIMATORS = {
    "count": Words("antal", "count"),
    "mean": Words("direkte af data", "straight from the data"),
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
    "2sls_incomplete": Words("to trin, også ufuldstændige svar", "two stages, incomplete answers kept"),
    "anderson_rubin": Words("Anderson–Rubin", "Anderson–Rubin"),
    "wild_cluster": Words("få sagsbehandlere (wild bootstrap)", "few caseworkers (wild bootstrap)"),
    "cluster_jackknife": Words("jackknife over sagsbehandlere", "cluster jackknife"),
    "monotonicity": Words("første trin i halvdele", "first stage in halves"),
    "balance": Words("balance", "balance"),
    "channel": Words("anden kanal", "other channel"),
    "sensitivity": Words("følsomhed", "sensitivity"),
    "event_study": Words("måling for måling", "event study"),
    "raw": Words("rå forskel", "raw"),
    "aipw": Words("dobbelt robust", "doubly robust"),
    "overlap": Words("overlap", "overlap"),
    "correlation": Words("korrelation", "correlation"),
    "ordered_logit": Words("ordnet logit (log odds)", "ordered logit (log odds)"),
}
NOTES = {
    "no_outcomes": Words("Der er ingen udfald i data.", "There are no outcomes in the data."),
    "nobody_twice": Words("Ingen borger har to besvarelser.", "No citizen has two answers."),
    "too_few": Words("Der er for få til at regne på.", "There are too few to compute with."),
    "no_variation": Words("Udfaldet er ens for alle.", "The outcome is the same for all."),
    "one_caseworker": Words("Der er kun én sagsbehandler.", "There is only one caseworker."),
    "one_jobcentre": Words("Der er kun ét jobcenter.", "There is only one jobcentre."),
    "not_halved": Words(
        "Sagsbehandlerne har for få borgere til, at forskellen kan måles på andre borgere end dem, grupperne er dannet "
        "af. Så vises ingen fjerdedele.",
        "Caseworkers have too few citizens for the difference to be measured on others than those who rank. So no "
        "quarters are shown.",
    ),
    "not_all_halved": Words(
        "Sagsbehandlere, der i en af halvdelingerne kun har borgere i den ene halvdel, er ikke med i de halvdelte tal.",
        "Caseworkers whose citizens are all in one half in some split are not in the split-sample figures.",
    ),
    "few_draws": Words(
        "Regnet med færre end 50 halvdelinger eller 200 blandede verdener: kun til prøve.",
        "Computed with fewer than 50 splits or 200 shuffled worlds: a trial only.",
    ),
    "noise_alone": Words(
        "Bytter man sagsbehandlerne om inden for jobcenter og startkvartal, kan tallet blive lige så stort som det "
        "naive.",
        "Caseworkers shuffled within jobcentre and quarter of start can give as much as the naive figure.",
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
        "De borgere, der får kombinationer, adskiller sig fra de øvrige. Tallene må ikke læses som en virkning.",
        "Citizens who get combinations differ from the rest. The figures must not be read as an effect.",
    ),
    "noise_printed": Words(
        "I blandede verdener, hvor ingen sagsbehandler er bedre end en anden, kan den naive forskel blive "
        "mindst lige så stor som den, kilden har trykt (26 procentpoint).",
        "In shuffled worlds, where no caseworker is better than another, the naive gap can become at "
        "least as large as the printed one (26 percentage points).",
    ),
    "windows_overlap": Words(
        "De 52 uger efter en samtale lige før skiftet ligger mest efter skiftet, så dér kan en forskel være skiftets "
        "egen. Jo længere før, jo mere taler en forskel for en anden forklaring.",
        "The 52 weeks after a meeting just before the change lie mostly after the change, so that a difference there "
        "can be the change's own. The earlier, the more it speaks for another explanation.",
    ),
    "known_early": Words(
        "Nogle sene svar er fulgt i mindre end 52 uger. Af dem kendes kun de udfald, der kom, så andelene er for høje. "
        "Uden de svar står de under »Hvor godt svaret rammer«.",
        "Some late answers are followed for less than 52 weeks. Only outcomes that came are known of them, so that the "
        "shares are too high. Without them they stand under “How well the answer forecasts”.",
    ),
    "known_early_here": Words(
        "Svar, der er fulgt i mindre end 52 uger, er kun med, hvis udfaldet kom. Det hæver andelene, mest hos dem, der "
        "er nye. Med followed_only = true er de ude.",
        "Answers followed for less than 52 weeks are in it only where the outcome came. That raises shares, most for "
        "those who are new. followed_only = true leaves them out.",
    ),
    "few_caseworkers": Words(
        "Der er under 40 sagsbehandlere: de almindelige intervaller er for smalle. Læs rækkerne for få sagsbehandlere.",
        "There are fewer than 40 caseworkers: the usual intervals are too narrow. Read the rows for few caseworkers.",
    ),
    "no_mass_moves": Words("Ingen masseskift fundet.", "No mass moves found."),
    "not_random": Words(
        "Analytikeren har ikke erklæret, at borgere fordeles som ved lodtrækning. Læs derfor tallene som sammenhænge.",
        "The analyst has not declared assignment as good as random. So read the figures as associations.",
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
