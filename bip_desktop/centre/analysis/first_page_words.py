# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The first page's fixed words, Danish first: headings, what to bear in mind, and why there is no finding."""

from bip_desktop.domain.submission_labels import Words

HEADINGS = {
    "size": Words("Hvem tallene er om", "Who the figures are about"),
    "belief": Words("Når sagsbehandleren tror på job", "When the caseworker believes in a job"),
    "general_belief": Words("Sagsbehandlere, der tror mere på job", "Caseworkers who believe more in jobs"),
    "change": Words("Skift af sagsbehandler", "Change of caseworker"),
    "caseworkers": Words("Forskelle mellem sagsbehandlere", "Differences between caseworkers"),
    "interventions": Words("Aktiviteter", "Activities"),
    "one_answer": Words("Ét svar fra én borger", "One answer of one citizen"),
}
REMINDERS = {
    "size": Words(
        "Kun borgere, der har sagt ja til forskning, er med. De andre kan have det anderledes.",
        "Only citizens who agreed to research are in it. The others may be different.",
    ),
    "belief": Words(
        "Sagsbehandleren kender borgeren og svarer ud fra det. Tallene viser ikke, at troen i sig selv giver job.",
        "The caseworker knows the citizen and answers from that. The figures do not show that belief itself "
        "gives jobs.",
    ),
    "general_belief": Words(
        "De, der tror mere på job, kan også være dygtigere til andet. Så er det ikke troen, der gør forskellen.",
        "Those who believe more in jobs may be better at other things too. Then it is not belief that matters.",
    ),
    "declared": Words(
        "Det gælder kun, hvis borgerne virkelig er fordelt som ved lodtrækning, sådan som analytikeren har oplyst, og "
        "hvis de, der tror mere på job, ikke også er dygtigere til andet.",
        "It holds only if citizens really were given to caseworkers as by lot, as the analyst has stated, and if those "
        "who believe more in jobs are not better at other things too.",
    ),
    "change": Words(
        "De, der skifter, kan være i en anden situation end de andre. Tallene viser ikke, at det er skiftet, der gør "
        "det. Kun borgere med mindst to besvarelser er med.",
        "Those who change may be in another situation than the others. The figures do not show that the change does "
        "it. Only citizens with at least two answers are in it.",
    ),
    "caseworkers": Words(
        "Tallene kan ikke vise, hvem der er dygtig. Derfor er ingen nævnt, og ingen bør bedømmes på dem.",
        "The figures cannot show who is good at it. So nobody is named, and nobody should be judged by them.",
    ),
    "interventions": Words(
        "De, der får flere slags aktiviteter, er ofte i en anden situation. Tallene viser ikke, hvad "
        "aktiviteterne gør.",
        "Those who get several kinds are often in another situation. The figures do not show what activities do.",
    ),
    "one_answer": Words(
        "Se hellere på flere spørgsmål og flere samtaler sammen.",
        "Better look at several questions and meetings together.",
    ),
}
REASONS = {
    "no_outcomes": Words(
        "Det kan ikke siges endnu: der er ingen oplysninger om job fra registrene, eller borgerne er ikke fulgt længe "
        "nok.",
        "It cannot be said yet: there is nothing on jobs from the registers, or citizens have not been followed long "
        "enough.",
    ),
    "nobody_twice": Words(
        "Det kan ikke siges endnu: ingen borger har svaret mere end én gang.",
        "It cannot be said yet: no citizen has answered more than once.",
    ),
    "too_few": Words(
        "Det kan ikke siges: der er for få svar til at regne på.", "It cannot be said: there are too few answers."
    ),
    "no_variation": Words(
        "Det kan ikke siges: det gik ens for alle borgerne.", "It cannot be said: it went alike for all citizens."
    ),
    "not_halved": Words(
        "Det kan ikke siges: sagsbehandlerne har for få borgere til, at forskelle kan skilles fra tilfældigheder.",
        "It cannot be said: caseworkers have too few citizens for differences to be told from chance.",
    ),
    "one_caseworker": Words(
        "Det kan ikke siges: der er kun én sagsbehandler.", "It cannot be said: there is only one caseworker."
    ),
    "no_changes": Words("Ingen borger har skiftet sagsbehandler.", "No citizen has had another caseworker."),
    "hidden": Words(
        "Tallet er skjult, fordi for få borgere eller sagsbehandlere står bag.",
        "The figure is hidden: too few citizens or caseworkers stand behind it.",
    ),
    "identity": Words(
        "Tallet er ikke vist, fordi regnestykket ikke går op.", "The figure is not shown: its sum does not add up."
    ),
}
"""By the code of a table's note; the last two where the report itself has taken the number away."""
TO_BE_HAD = {
    "job52": Words("kommer i job", "find a job"),
    "jobedu52": Words("kommer i job eller uddannelse", "find a job or an education"),
    "ext52": Words("får indkomst eller kommer i uddannelse", "get an income or an education"),
    "job_at_52": Words("er i job et år efter", "have a job a year later"),
}
