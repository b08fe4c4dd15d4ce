# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the fixed codes of a submission are called. The codes B1 to B11, S1 to S12 and 1 to 21 never change.

These name themes and activities for people who read data. What a citizen was shown is the instrument's own text, which
lies in the package beside the data. Danish names of themes and activities: source 000 and 001, verbatim.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing said in Danish and in English."""

    da: str
    en: str


ITEMS: Final = {
    "B1": Words("Ide om arbejde", "Idea of work"),
    "B2": Words("Tage kontakt", "Making contact"),
    "B3": Words("Samarbejde (borgeren)", "Working together (citizen)"),
    "B4": Words("Netværk (borgeren)", "Network (citizen)"),
    "B5": Words("Hverdagsmestring (borgeren)", "Everyday life (citizen)"),
    "B6": Words("Helbred (borgeren)", "Health (citizen)"),
    "B7": Words("Kompetence", "Skills"),
    "B8": Words("Klare et arbejde", "Managing a job"),
    "B9": Words("Viden om muligheder", "Knowledge of possibilities"),
    "B10": Words("Jobsøgning", "Job search"),
    "B11": Words("Reservationsløn", "Reservation wage"),
    "S1": Words("Aktiviteter", "Activities"),
    "S2": Words("Realisme", "Realism"),
    "S3": Words("Målrettethed", "Focus"),
    "S4": Words("Initiativ", "Initiative"),
    "S5": Words("Fortælle om sig selv", "Telling about oneself"),
    "S6": Words("Samarbejde (sagsbehandleren)", "Working together (caseworker)"),
    "S7": Words("Instruktion", "Instruction"),
    "S8": Words("Koncentration", "Concentration"),
    "S9": Words("Netværk (sagsbehandleren)", "Network (caseworker)"),
    "S10": Words("Hverdagsmestring (sagsbehandleren)", "Everyday life (caseworker)"),
    "S11": Words("Helbred (sagsbehandleren)", "Health (caseworker)"),
    "S12": Words("Jobchance", "Chance of a job"),
}

ACTIVITIES: Final = {
    1: Words(
        "Opkvalificering af almen-faglige kompetencer (læse/skrive kundskaber, sprog, IT, kommunikation)",
        "General skills (reading and writing, language, IT, communication)",
    ),
    2: Words("Fag-faglig opkvalificering (fx kurser, certifikater)", "Vocational skills (courses, certificates)"),
    3: Words(
        "Viden om arbejdsmarkedet (fx lovgivning, regler, normer på arbejdspladser og branchekendskab)",
        "Knowledge of the labour market (law, rules, norms of workplaces, trades)",
    ),
    4: Words("Opkvalificering af sociale og personlige kompetencer", "Social and personal skills"),
    5: Words("Jobsøgning", "Job search"),
    6: Words("Styrkelse af netværk", "Strengthening of the network"),
    7: Words("Virksomheds-, uddannelses- eller jobcentermentor", "Mentor from a company, a school or the jobcentre"),
    8: Words(
        "Hverdagsmestring (fx hjælp med bolig, gæld, transport)",
        "Everyday life (help with housing, debt, transport)",
    ),
    9: Words("Kost og motion", "Food and exercise"),
    10: Words(
        "Udredning og/eller behandling, inkl. genoptræning (via læge, psykiater, psykolog mv.)",
        "Examination or treatment, with rehabilitation (doctor, psychiatrist, psychologist)",
    ),
    11: Words(
        "Mestring af psykisk og/eller fysisk helbred (fx psykoedukation, smertehåndtering)",
        "Coping with mental or physical health (psychoeducation, pain)",
    ),
    12: Words("Træning/praktik i eget værksted/intern virksomhed", "Training in the jobcentre's own workshop"),
    13: Words("Træning/praktik på ekstern arbejdsplads", "Training at an external workplace"),
    14: Words("Virksomhedscenter", "Company centre"),
    15: Words("Social mentor/støtte-kontaktperson", "Social mentor or contact person"),
    16: Words("Misbrugsbehandling", "Treatment of addiction"),
    17: Words("Løntilskud", "Wage subsidy"),
    18: Words("Forrevalidering", "Pre-rehabilitation (phased out)"),
    19: Words("Vikartimer", "Hours as a temporary"),
    20: Words("Jobrotationsprojekt", "Job rotation (phased out)"),
    21: Words("Revalidering", "Vocational rehabilitation (phased out)"),
}
