# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the codes in the columns `term` and `group` are called in the report."""

from bip_desktop.centre.analysis.report_words import SE_KINDS, activity_words, item_words
from bip_desktop.domain.submission_labels import Words

_TERMS = {
    # flow
    "meetings": Words("Samtaler", "Meetings"),
    "meeting_of_unknown_citizen": Words("Udeladt: samtaler med ukendt borger", "Left out: unknown citizen"),
    "meeting_of_impossible_week": Words(
        "Udeladt: samtaler før 1990 eller efter 2099", "Left out: meetings before 1990 or after 2099"
    ),
    "answer_to_unknown_meeting": Words("Udeladt: svar fra ukendt samtale", "Left out: unknown meeting"),
    "citizen_without_meeting": Words("Udeladt: borgere uden samtale", "Left out: citizens without a meeting"),
    "spell_of_unknown_citizen": Words("Udeladt: forløb med ukendt borger", "Left out: spells of an unknown citizen"),
    "spell_of_no_kind": Words("Udeladt: forløb, der ikke tæller", "Left out: spells that do not count"),
    "register_of_unknown": Words("Udeladt: registerrækker uden borger", "Left out: register rows of nobody"),
    "answers_used": Words("Svar i analyserne", "Answers looked at"),
    "answer_after_reveal": Words("Udeladt: svar ændret efter afsløringen", "Left out: answers after the reveal"),
    "answer_about_wages": Words("Udeladt: svar om løn (B11)", "Left out: answers about wages (B11)"),
    "contradictory_activities": Words("»Ingen« eller »ved ikke« sammen med andet i S1", "S1 contradicts itself"),
    "belief_unknown": Words("»Ved ikke« til S12", "S12 is don't know"),
    "not_paired": Words("Udeladt: kun den ene side svarede", "Left out: only one side answered"),
    "not_linked": Words("Uden udfald i registrene", "Not followed in the registers"),
    "citizen_sheets": Words("Borgerens svar", "Citizens' sheets"),
    "caseworker_sheets": Words("Sagsbehandlerens svar", "Caseworkers' sheets"),
    "paired": Words("Parrede besvarelser", "Paired answers"),
    "linked": Words("… fulgt i registrene", "… followed in the registers"),
    "ten_citizens": Words("… sagsbehandler med nok borgere", "… caseworker with enough citizens"),
    "more_than_one": Words("… borger med flere besvarelser", "… citizen with several answers"),
    "first_dropped": Words("… uden borgerens første", "… without the citizen's first"),
    "outcome_known": Words("… udfald kendt", "… outcome known"),
    "regression": Words("… med alle oplysninger: modellen", "… with every covariate: the model"),
    "covariate_constant": Words("Udeladt oplysning: ens for alle", "Covariate left out: constant"),
    "covariate_collinear": Words("Udeladt oplysning: følger af andre", "Covariate left out: collinear"),
    "incomplete": Words("Udeladt: mangler mindst én oplysning", "Left out: lacks some covariate"),
    "covariate_missing": Words("Mangler oplysningen", "Lacks the covariate"),
    "other_jobcentres": Words("Fra andre jobcentre: der er kun ét", "From other jobcentres: there is only one"),
    "no_model_no_outcomes": Words("I modellen: ingen udfald i data", "In the model: no outcomes in the data"),
    "no_model_nobody_twice": Words("I modellen: ingen borger har to svar", "In the model: no citizen has two answers"),
    "no_model_too_few": Words("I modellen: for få", "In the model: too few"),
    "no_model_no_variation": Words("I modellen: udfaldet er ens for alle", "In the model: one outcome for all"),
    "no_model_one_caseworker": Words("I modellen: kun én sagsbehandler", "In the model: only one caseworker"),
    # shared
    "no_or_doubt": Words("Nej eller Tvivler", "No or doubts"),
    "good_or_yes": Words("Gode chancer eller Ja", "Good chances or yes"),
    "dont_know": Words("Ved ikke, af alle svar", "Don't know, of all"),
    "auc": Words("AUC", "AUC"),
    "brier": Words("Brier", "Brier"),
    "brier_base": Words("Brier, samme svar om alle", "Brier, one answer for all"),
    "brier_skill": Words("Forbedring af Brier", "Brier skill"),
    "brier_reliability": Words("Brier: skævhed", "Brier: reliability"),
    "observed_followed": Words("Faktisk, kun svar fulgt i 52 uger", "Observed, only answers followed all 52 weeks"),
    "brier_within": Words("Brier: resten", "Brier: the rest"),
    "observed_independent": Words("Faktisk, som om svar var uafhængige", "Observed, as if answers were independent"),
    "changed_of_all": Words("Mere end én sagsbehandler, af alle", "More than one caseworker, of all"),
    "brier_resolution": Words("Brier: adskillelse", "Brier: resolution"),
    "r_squared": Words("R²", "R²"),
    "observed": Words("Faktisk", "Observed"),
    "forecast": Words("Forudsagt", "Forecast"),
    "changed": Words("Mere end én sagsbehandler", "More than one caseworker"),
    "base": Words("Udgangsniveau", "Base"),
    "after": Words("Efter skiftet under ét", "After the change, all at once"),
    "changes": Words("Ét skift mere", "One change more"),
    "detectable": Words(
        "Mindste effekt, som 8 af 10 undersøgelser ville finde", "Smallest effect that 8 of 10 such studies would find"
    ),
    "relative": Words("I forhold til udgangsniveauet", "Relative to the base"),
    "orientation": Words("Joborientering", "Job orientation"),
    "orientation_sd": Words("Spredning i joborientering", "Spread of orientation"),
    "f": Words("F", "F"),
    "partial_r_squared": Words("Delvis R²", "Partial R²"),
    "third": Words("Tredjedel", "Third"),
    "overall": Words("Alle", "All"),
    "top_to_bottom": Words("Øverste i forhold til nederste", "Top beside bottom"),
    "difference": Words("Øverste minus nederste", "Top less bottom"),
    "B10": Words("Søger ved", "Looks by"),
    "B10_difference": Words("Forskel til de andre", "Difference to the others"),
    "raw": Words("Udfald i fjerdedelen", "Outcome in the quarter"),
    "effect": Words("Gennemsnitlig effekt", "Mean effect"),
    "gap": Words("Forskel, øverste og nederste fjerdedel", "Gap, top and bottom quarter"),
    "citizens_per_caseworker": Words("Borgere pr. sagsbehandler", "Citizens per caseworker"),
    "actual": Words("Faktisk andel", "Actual"),
    "counterfactual": Words("Tænkt andel", "Counterfactual"),
    "gain": Words("Gevinst", "Gain"),
    "share": Words("Andel af besvarelser", "Share of answers"),
    "progression": Words("Ændring siden svaret før", "Change since the answer before"),
    "progression_difference": Words("Forskel i ændring", "Difference in change"),
    "first_answer": Words("Ved borgerens første svar", "At the citizen's first answer"),
    "effective_share": Words("Del af svarene, der tæller fuldt", "Share of answers that count fully"),
    "hardly_possible": Words("Næsten umuligt for", "Hardly possible for"),
    "chance_5": Words("Sandsynlighed, 5. percentil", "Chance, 5th percentile"),
    "chance_50": Words("Sandsynlighed, midt", "Chance, median"),
    "chance_95": Words("Sandsynlighed, 95. percentil", "Chance, 95th percentile"),
    "lag_1": Words("Korrelation med svaret før", "Correlation with the answer before"),
    "lag_2": Words("Korrelation to svar tilbage", "Correlation two answers back"),
    "sd": Words("Spredning", "Standard deviation"),
    "reliability": Words("Pålidelighed", "Reliability"),
    "reliable_change": Words("Sikker ændring fra", "Reliable change from"),
    "orientation_percentile": Words("Joborientering, percentil", "Orientation, percentile"),
    "tenth_orientation": Words("Joborientering i tiendedel", "Orientation in the tenth"),
    "tenth_s12": Words("S12 i tiendedel", "S12 in the tenth"),
    "break_even": Words("Korrelation, der fjerner det hele", "Correlation that takes all of it"),
    "r_squared_without": Words("R² uden sagsbehandlere", "R² without caseworkers"),
    "r_squared_with": Words("R² med sagsbehandlere", "R² with caseworkers"),
    "r_squared_adjusted": Words("R², justeret", "R², adjusted"),
    "r_squared_permuted": Words("R², når sagsbehandlerne er blandet", "R² with caseworkers shuffled"),
    "f_p_value": Words("p for F", "p of F"),
    "movers": Words("Borgere med flere af sagsbehandlerne", "Citizens with several of them"),
    "sd_effects": Words("Spredning i effekterne", "Spread of the effects"),
    "forecast_slope": Words("Prognosetest (1 er rigtigt)", "Forecast test (1 is right)"),
    "sorting": Words("Korrelation med borgernes chancer", "Correlation with the citizens' chances"),
    "gap_followed": Words("Forskel, kun svar fulgt i 52 uger", "Gap, only answers followed all 52 weeks"),
    "gap_incomplete_kept": Words("Forskel, også ufuldstændige svar", "Gap, incomplete answers kept"),
    "gap_split_sample": Words("Halvdelt forskel, blandet", "Split-sample gap, shuffled"),
    "same_sign": Words("Samme fortegn, af de klare", "Same sign, of the clear ones"),
    "p_value": Words("p for ingen sammenhæng", "p of no effect"),
    "linearity_p_value": Words("p for, at hvert trin tæller ens", "p of every step counting the same"),
    "balance_p_value": Words("p for balance på alt under ét", "p of balance on all at once"),
    "halves": Words("Halvdele, der er set på", "Halves looked at"),
    "halves_against": Words("Halvdele, hvor det går den anden vej", "Halves where it goes the other way"),
    "gap_p_value": Words("p for forskellen", "p of the gap"),
    "round": Words("Målingens nummer", "The measurement's number"),
}
_GROUPS = {
    "none": Words("ingen", "none"),
    "single": Words("én gruppe", "single"),
    "combined": Words("kombineret", "combined"),
    "combined_with_job": Words("kombineret med jobrettet", "combined with job"),
    "combined_without_job": Words("kombineret uden jobrettet", "combined without job"),
    "job": Words("jobrettet", "job-oriented"),
    "upskilling": Words("opkvalificering", "upskilling"),
    "social": Words("social", "social"),
    "health": Words("helbredsrettet", "health"),
    "mass": Words("masseskift", "mass move"),
    "single_move": Words("enkeltskift", "single move"),
    "register": Words("register", "register"),
    "items": Words("+ borgerens og sagsbehandlerens svar", "+ both sides' answers"),
    "caseworker_items": Words("+ sagsbehandlerens svar", "+ the caseworker's answers"),
    "caseworkers": Words("+ hvem sagsbehandleren er", "+ who the caseworker is"),
    "q": Words("q", "q"),
}
_HALVES = {" high": Words("øverste halvdel", "upper half"), " low": Words("nederste halvdel", "lower half")}
_THIRDS = (
    Words("nederste tredjedel", "lowest third"),
    Words("midterste tredjedel", "middle third"),
    Words("øverste tredjedel", "highest third"),
)
_QUARTERS = (
    Words("1. fjerdedel (nederste)", "quarter 1 (bottom)"),
    Words("2. fjerdedel", "quarter 2"),
    Words("3. fjerdedel", "quarter 3"),
    Words("4. fjerdedel (øverste)", "quarter 4 (top)"),
)
_S12 = (
    Words("1 Nej", "1 No"),
    Words("2 Tvivler", "2 Doubts"),
    Words("3 Det svinger", "3 It varies"),
    Words("4 Gode chancer", "4 Good chances"),
    Words("5 Ja", "5 Yes"),
)
_B10 = (
    Words("Aviser", "Papers"),
    Words("Internettet", "Internet"),
    Words("Uopfordret", "Unsolicited"),
    Words("Netværk", "Network"),
    Words("Praktikvirksomhed", "Trainee place"),
    Words("Vikarbureau", "Agency"),
    Words("Søger ikke", "Not looking"),
    Words("Vil ikke svare", "No answer"),
)
_NUMBERED = {
    "third": _THIRDS,
    "raw": _QUARTERS,
    "effect": _QUARTERS,
    "citizens_per_caseworker": _QUARTERS,
    "S12": _S12,
    "observed": _S12,
    "observed_independent": _S12,
    "observed_followed": _S12,
    "forecast": _S12,
    "B10": _B10,
}
"""What the numbers of a term's groups stand for, from 1."""


def _plain(text: str) -> Words:
    return Words(text, text)


def _round_label(number: int) -> Words:
    """Of the event study: measurements before or after the first with another caseworker."""
    if number == 0:
        return Words("første måling efter skiftet", "first measurement after the change")
    if number < 0:
        many = "" if number == -1 else "er"
        return Words(f"{-number} måling{many} før", f"{-number} measurement{'' if number == -1 else 's'} before")
    many = "" if number == 1 else "er"
    return Words(f"{number} måling{many} senere", f"{number} measurement{'' if number == 1 else 's'} later")


def term_label(term: str) -> Words:
    """What a term is called; a covariate's own name where it has no other."""
    if term in _TERMS:
        return _TERMS[term]
    if term.lstrip("-").isdigit():
        return _round_label(int(term))
    if term.startswith("S12="):
        step = group_label("S12", term.removeprefix("S12="))
        return Words(f"{step.da} mod 1 Nej", f"{step.en} beside 1 No")
    if term.startswith("early_"):
        return Words("Udfaldet kom, før de 52 uger var fulgt", "The outcome came before 52 weeks were followed")
    if term.startswith("censored_"):
        return Words("Ikke fulgt i 52 uger", "Not followed for 52 weeks")
    if term.startswith("quarter="):
        return Words(f"Kvartal {term.removeprefix('quarter=')}", f"Quarter {term.removeprefix('quarter=')}")
    if term.startswith("activity_"):
        return activity_words(int(term.removeprefix("activity_")))
    if "+" in term:
        parts = [group_label("", part) for part in term.split("+")]
        return Words(" + ".join(each.da for each in parts), " + ".join(each.en for each in parts))
    if term in _GROUPS:
        return _GROUPS[term]
    return item_words(term) or _plain(term)


def is_code(term: str) -> bool:
    """Whether it has no name but its own, as a register's column: that stays as it is written."""
    return term not in _TERMS and term not in _GROUPS and term_label(term) == _plain(term)


def group_label(term: str, group: str) -> Words:
    """What a group is called beside its term."""
    known = _number_label(term, group) or _pair_label(group) or _GROUPS.get(group) or SE_KINDS.get(group)
    return known or item_words(group) or _plain(group)


def _number_label(term: str, group: str) -> Words | None:
    """Of a group that is a number: what it counts follows from the term."""
    if group == "-99":
        return Words("Ved ikke", "Don't know")
    if term == "reliable_change":
        return Words(f"{group} %", f"{group}%")
    if not group.isdigit():
        is_decimal = group.replace(".", "", 1).isdigit()
        return Words(f"korrelation {group.replace('.', ',')}", f"correlation {group}") if is_decimal else None
    if term == "orientation_percentile":
        return Words(f"{group}. percentil", f"{group}th percentile")
    if term.startswith("tenth_"):
        return Words(f"{group}. tiendedel", f"Tenth {group}")
    names = _NUMBERED.get("B10" if term.startswith("B10") else term, ())
    return names[int(group) - 1] if 1 <= int(group) <= len(names) else None


def _pair_label(group: str) -> Words | None:
    """Of a group that two words make: one pattern beside another, or one half by a covariate."""
    for end, half in _HALVES.items():
        if group.endswith(end):
            name = term_label(group.removesuffix(end))
            return Words(f"{name.da}, {half.da}", f"{name.en}, {half.en}")
    if "-" in group and all(part in _GROUPS for part in group.split("-")):
        arm, against = (_GROUPS[part] for part in group.split("-"))
        return Words(f"{arm.da} mod {against.da}", f"{arm.en} beside {against.en}")
    return None
