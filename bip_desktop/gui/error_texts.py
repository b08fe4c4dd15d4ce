# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every known error as sentences: what happened, what is safe, what to do. Never blame, never "unknown error"."""

from PySide6.QtCore import QCoreApplication

from bip_desktop.domain.errors import BipError, Code


def sentence(error: BipError) -> str:
    """The sentences for a known error, in the program's language."""
    return _catalogue()[error.code].format(**error.facts)


def _say(text: str) -> str:
    return QCoreApplication.translate("error_texts", text)


def _catalogue() -> dict[Code, str]:
    return {
        Code.CPR_FORM: _say("Et CPR-nummer har ti cifre, for eksempel 010190-1234. Ret det, og prøv igen."),
        Code.CPR_DATE: _say("De første seks cifre er ikke en dato, der findes. Se efter, om to cifre er byttet om."),
        Code.CPR_FUTURE: _say("Fødselsdatoen ligger ude i fremtiden. Se efter, om CPR-nummeret er skrevet rigtigt."),
        Code.CPR_KNOWN: _say("Borgeren er oprettet i forvejen. Find borgeren ved at søge i stedet."),
        Code.CPR_TWICE: _say("CPR-nummeret står også i linje {line}."),
        Code.CPR_AS_DATE: _say("Regnearket har lavet CPR-nummeret om til en dato. Gør feltet til tekst."),
        Code.CASE_NUMBER_AS_DATE: _say("Regnearket har lavet sagsnummeret om til en dato. Gør feltet til tekst."),
        Code.ROW_LONG: _say("Navnet eller sagsnummeret er for langt."),
        Code.ROW_CELLS: _say("Rækken har flere felter, end der er overskrifter."),
        Code.NAME_EMPTY: _say("Skriv et navn."),
        Code.SITE_EMPTY: _say("Skriv jobcentrets navn."),
        Code.PASSPHRASE_SHORT: _say("Brug mindst {least} tegn. Tre eller fire tilfældige ord er nemme at huske."),
        Code.PASSPHRASE_DIFFERS: _say("De to adgangssætninger er ikke ens. Skriv dem igen."),
        Code.PASSPHRASE_WRONG: _say("Adgangssætningen passer ikke. Intet er ændret. Prøv igen."),
        Code.PASSPHRASE_WAIT: _say("Vent {seconds} sekunder, før du prøver igen. Intet er ændret."),
        Code.PIN_FORM: _say("Vælg en pinkode med {least} til {most} cifre."),
        Code.PIN_WRONG: _say("Pinkoden passer ikke. Du har {left} forsøg tilbage."),
        Code.AMOUNT_FORM: _say("Skriv beløbet i hele kroner, for eksempel 150."),
        Code.AMOUNT_LARGE: _say("Beløbet kan højst være 99.999.999 kr."),
        Code.GOALS_MANY: _say("Der er plads til {most} mål. Vælg de vigtigste."),
        Code.REASON_MISSING: _say("Vælg en grund."),
        Code.ANSWER_RANGE: _say("Svaret kan ikke gemmes på {item}. De andre svar er gemt."),
        Code.ANSWER_KIND: _say("Svaret kan ikke gemmes på {item}. De andre svar er gemt."),
        Code.ANSWER_EXCLUSIVE: _say("Det svar kan ikke stå sammen med andre på {item}. De andre svar er gemt."),
        Code.ANSWER_STATE: _say("Der kan ikke svares på {item} på dette tidspunkt. Alt, der er svaret, er gemt."),
        Code.MEETING_EVENT: _say("Samtalen er kommet videre i mellemtiden. Alt er gemt. Åbn borgeren igen."),
        Code.MEETING_OPEN: _say("Der er en samtale, som ikke er afsluttet. Fortsæt den, eller annullér den først."),
        Code.MEETING_UNKNOWN: _say("Samtalen findes ikke længere. De andre samtaler er gemt."),
        Code.COURSE_CLOSED: _say("Forløbet er afsluttet. Genåbn det på borgerens side for at holde en samtale."),
        Code.INSTRUMENT_FILE: _say(
            "Filen med spørgsmål, {file}, kan ikke bruges: fejl ved {place}. Alle svar er gemt. "
            "Læg den tidligere fil tilbage, eller bed om en ny."
        ),
        Code.INSTRUMENT_MISSING: _say(
            "Spørgsmålene i udgave {version} mangler. Alle svar er gemt. Læg filen {file} tilbage, og prøv igen."
        ),
        Code.RULES_FILE: _say(
            "Filen med forslag, {file}, kan ikke bruges: fejl ved {place}. Alt er gemt. "
            "I kan gå videre uden forslag og skrive jeres eget."
        ),
        Code.RECIPIENTS_FILE: _say(
            "Filen med forskningscentrets nøgler, {file}, kan ikke bruges: fejl ved {place}. "
            "Intet er sendt. Bed centret om en ny fil."
        ),
        Code.CASELOAD_FILE: _say(
            "Filen kan ikke åbnes. Intet er oprettet. Se efter, om den er åben i et andet program, og vælg den igen."
        ),
        Code.CASELOAD_KIND: _say(
            "Filen er ikke en liste, der kan læses. Intet er oprettet. "
            "Gem den som Excel (.xlsx) eller CSV, og vælg den igen."
        ),
        Code.CASELOAD_OLD: _say(
            "Filen er fra et ældre Excel eller har en adgangskode. Intet er oprettet. "
            "Gem den som .xlsx uden adgangskode, og vælg den igen."
        ),
        Code.CASELOAD_DAMAGED: _say(
            "Filen kan ikke læses længere end til linje {line}. Intet er oprettet. "
            "Åbn den i Excel, gem den på ny, og vælg den igen."
        ),
        Code.CASELOAD_LARGE: _say(
            "Filen er for stor: den må højst fylde {most} MB. Intet er oprettet. Gem kun dine egne borgere i filen."
        ),
        Code.CASELOAD_ROWS: _say(
            "Filen har mere end {most} rækker. Intet er oprettet. Gem kun dine egne borgere i filen."
        ),
        Code.CASELOAD_COLUMNS: _say(
            "Filen mangler en række med overskrifter. Der skal mindst stå »Navn« og »CPR«. Intet er oprettet."
        ),
        Code.CASELOAD_COLUMN_TWICE: _say(
            "Kolonne {first} og kolonne {second} har overskrifter, der betyder det samme. Intet er oprettet. "
            "Slet den ene, og vælg filen igen."
        ),
        Code.CASELOAD_EMPTY: _say("Der er ingen borgere under overskrifterne i filen. Intet er oprettet."),
        Code.CASELOAD_CHANGED: _say(
            "Nogle af borgerne er blevet oprettet i mellemtiden. Intet er hentet fra filen. Se den igennem igen."
        ),
        Code.KEY_FILE_MISSING: _say(
            "Nøglefilen mangler. Databasen er stadig krypteret og urørt. "
            "Læg nøglefilen tilbage fra sikkerhedskopien, og start igen."
        ),
        Code.KEY_FILE_DAMAGED: _say(
            "Nøglefilen er beskadiget. Databasen er urørt. Læg nøglefilen tilbage fra sikkerhedskopien, og start igen."
        ),
        Code.DATABASE_MISSING: _say(
            "Databasen mangler, men nøglefilen er her. Intet er ændret. "
            "Læg databasen tilbage fra sikkerhedskopien, og start igen."
        ),
        Code.DATABASE_DAMAGED: _say(
            "Databasen kan ikke læses. Den er beskadiget og er ikke ændret. "
            "Luk programmet, gem en kopi af mappen, og hent sikkerhedskopien frem."
        ),
        Code.DATABASE_NEWER: _say(
            "Databasen er lavet af et nyere program. Intet er ændret. Opdatér programmet, og start igen."
        ),
        Code.DATABASE_EXISTS: _say("Der er allerede et jobcenter i mappen. Det er ikke ændret. Lås det op i stedet."),
        Code.DATABASE_BUSY: _say(
            "Et andet program bruger databasen. Det sidste svar er ikke gemt; alt andet er. "
            "Luk det andet program, og svar igen."
        ),
        Code.DATABASE_WRITE: _say(
            "Der kan ikke skrives på disken. Det sidste er ikke gemt; alt andet er. Prøv igen om lidt."
        ),
        Code.DISK_FULL: _say(
            "Disken er fuld. Det sidste er ikke gemt; alt andet er. Gør plads på disken, og prøv igen."
        ),
        Code.EXPORT_FOLDER: _say(
            "Der kan ikke skrives i den mappe. Intet er sendt, og intet er tabt. Vælg en anden mappe."
        ),
        Code.EXPORT_EMPTY: _say("Der er ikke noget nyt at sende siden sidst."),
        Code.EXPORT_UNFINISHED: _say(
            "Pakken ligger i mappen som {file}.part, men fik ikke sit navn. Den er talt med. "
            "Gem igen i den samme mappe; så bliver den færdig."
        ),
        Code.PROGRAM: _say("Programmet gjorde noget, det ikke skulle. Intet er tabt. Prøv igen."),
        Code.PRINT_FILE: _say("Filen kunne ikke skrives. Aftalen er gemt her i programmet. Vælg en anden mappe."),
    }
