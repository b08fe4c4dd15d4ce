# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every known error as sentences: what happened, what is safe, what to do. Never blame, never "unknown error"."""

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.language import translate


def sentence(error: BipError) -> str:
    """The sentences for a known error, in the program's language."""
    return _catalogue()[error.code].format(**error.facts)


def _catalogue() -> dict[Code, str]:
    return {
        Code.CPR_FORM: translate(
            "error_texts", "Et CPR-nummer har ti cifre, for eksempel 010190-1234. Ret det, og prøv igen."
        ),
        Code.CPR_DATE: translate(
            "error_texts", "De første seks cifre er ikke en dato, der findes. Se efter, om to cifre er byttet om."
        ),
        Code.CPR_FUTURE: translate(
            "error_texts", "Fødselsdatoen ligger ude i fremtiden. Se efter, om CPR-nummeret er skrevet rigtigt."
        ),
        Code.CPR_KNOWN: translate(
            "error_texts", "Borgeren er oprettet i forvejen. Find borgeren ved at søge i stedet."
        ),
        Code.CPR_TWICE: translate("error_texts", "CPR-nummeret står også i linje {line}."),
        Code.CPR_AS_DATE: translate(
            "error_texts", "Regnearket har lavet CPR-nummeret om til en dato. Gør feltet til tekst."
        ),
        Code.CASE_NUMBER_AS_DATE: translate(
            "error_texts", "Regnearket har lavet sagsnummeret om til en dato. Gør feltet til tekst."
        ),
        Code.ROW_LONG: translate("error_texts", "Navnet eller sagsnummeret er for langt."),
        Code.ROW_CELLS: translate("error_texts", "Rækken har flere felter, end der er overskrifter."),
        Code.NAME_EMPTY: translate("error_texts", "Skriv et navn."),
        Code.SITE_EMPTY: translate("error_texts", "Skriv jobcentrets navn."),
        Code.PASSPHRASE_SHORT: translate(
            "error_texts", "Brug mindst {least} tegn. Tre eller fire tilfældige ord er nemme at huske."
        ),
        Code.PASSPHRASE_DIFFERS: translate("error_texts", "De to adgangssætninger er ikke ens. Skriv dem igen."),
        Code.PASSPHRASE_WRONG: translate("error_texts", "Adgangssætningen passer ikke. Intet er ændret. Prøv igen."),
        Code.PASSPHRASE_WAIT: translate("error_texts", "Vent {seconds} sekunder, før du prøver igen. Intet er ændret."),
        Code.RECOVERY_KEY_LENGTH: translate(
            "error_texts",
            "Gendannelsesnøglen har {needed} tegn; her står {signs}. Skriv alle grupper af. Intet er ændret.",
        ),
        Code.RECOVERY_KEY_GROUP: translate(
            "error_texts",
            "Der er en skrivefejl i gruppe {group} af gendannelsesnøglen. Se på papiret igen. Intet er ændret.",
        ),
        Code.PIN_FORM: translate("error_texts", "Vælg en pinkode med {least} til {most} cifre."),
        Code.PIN_WRONG: translate("error_texts", "Pinkoden passer ikke. Du har {left} forsøg tilbage."),
        Code.AMOUNT_FORM: translate("error_texts", "Skriv beløbet i hele kroner, for eksempel 150."),
        Code.AMOUNT_LARGE: translate("error_texts", "Beløbet kan højst være 99.999.999 kr."),
        Code.GOALS_MANY: translate("error_texts", "Der er plads til {most} mål. Vælg de vigtigste."),
        Code.REASON_MISSING: translate("error_texts", "Vælg en grund."),
        Code.RHYTHM_RANGE: translate("error_texts", "Vælg fra {least} til {most} dage."),
        Code.ANSWER_RANGE: translate("error_texts", "Svaret kan ikke gemmes på {item}. De andre svar er gemt."),
        Code.ANSWER_KIND: translate("error_texts", "Svaret kan ikke gemmes på {item}. De andre svar er gemt."),
        Code.ANSWER_EXCLUSIVE: translate(
            "error_texts", "Det svar kan ikke stå sammen med andre på {item}. De andre svar er gemt."
        ),
        Code.ANSWER_STATE: translate(
            "error_texts", "Der kan ikke svares på {item} på dette tidspunkt. Alt, der er svaret, er gemt."
        ),
        Code.MEETING_EVENT: translate(
            "error_texts", "Samtalen er kommet videre i mellemtiden. Alt er gemt. Åbn borgeren igen."
        ),
        Code.MEETING_OPEN: translate(
            "error_texts", "Der er en samtale, som ikke er afsluttet. Fortsæt den, eller annullér den først."
        ),
        Code.MEETING_UNKNOWN: translate("error_texts", "Samtalen findes ikke længere. De andre samtaler er gemt."),
        Code.COURSE_CLOSED: translate(
            "error_texts", "Forløbet er afsluttet. Genåbn det på borgerens side for at holde en samtale."
        ),
        Code.RIGHT_REFUSED: translate(
            "error_texts",
            "Det har du ikke adgang til. Intet er ændret. Spørg din administrator, hvis du skal have det.",
        ),
        Code.RIGHT_PURPOSE: translate(
            "error_texts", "Skriv, hvorfor du har brug for det. Formålet bliver gemt, og sagsbehandleren får besked."
        ),
        Code.RIGHT_STEP: translate(
            "error_texts", "Det næste trin kan ikke tages endnu, eller det er taget. Intet er ændret. Se listen igen."
        ),
        Code.RIGHT_TWO: translate(
            "error_texts", "Den, der har godkendt en sletning, kan ikke selv udføre den. Intet er slettet."
        ),
        Code.YEARS: translate(
            "error_texts", "Skriv et helt antal år mellem {least} og {most}, eller lad feltet stå tomt."
        ),
        Code.TEXT_LENGTH: translate("error_texts", "Skriv en tekst på højst {most} tegn."),
        Code.LAST_ADMINISTRATOR: translate(
            "error_texts", "Så ville der ikke være nogen administrator. Intet er ændret. Giv først rollen til en anden."
        ),
        Code.SEARCH_SHORT: translate("error_texts", "Skriv mindst {least} tegn af navnet eller sagsnummeret."),
        Code.INSTRUMENT_FILE: translate(
            "error_texts",
            "Filen med spørgsmål, {file}, kan ikke bruges: fejl ved {place}. Alle svar er gemt. "
            "Læg den tidligere fil tilbage, eller bed om en ny.",
        ),
        Code.INSTRUMENT_MISSING: translate(
            "error_texts",
            "Spørgsmålene i udgave {version} mangler. Alle svar er gemt. Læg filen {file} tilbage, og prøv igen.",
        ),
        Code.RULES_FILE: translate(
            "error_texts",
            "Filen med forslag, {file}, kan ikke bruges: fejl ved {place}. Alt er gemt. "
            "I kan gå videre uden forslag og skrive jeres eget.",
        ),
        Code.RECIPIENTS_FILE: translate(
            "error_texts",
            "Filen med forskningscentrets nøgler, {file}, kan ikke bruges: fejl ved {place}. "
            "Intet er sendt. Bed centret om en ny fil.",
        ),
        Code.CENTRE_UNKNOWN: translate(
            "error_texts",
            "Programmet kender ikke jeres forskningscenters nøgler. Intet er ændret. Hent centrets nøglefil først.",
        ),
        Code.CARD_FILE: translate(
            "error_texts",
            "{file} er ikke et kort fra en anden computer, eller det er ændret undervejs. Intet er ændret. "
            "Bed om kortet igen.",
        ),
        Code.CARD_OWN: translate(
            "error_texts",
            "Det er denne computers eget kort. Intet er ændret. Bed din kollega om kortet fra den anden computer.",
        ),
        Code.RECEIPT_FILE: translate(
            "error_texts",
            "{file} er ikke en kvittering fra centret. Intet er ændret. Find den rigtige fil, og prøv igen.",
        ),
        Code.RECEIPT_SIGNATURE: translate(
            "error_texts",
            "Kvitteringen {file} er ikke underskrevet af jeres forskningscenter, eller den er ændret undervejs. "
            "Intet er ændret her. Ring til centret, og bed om kvitteringen igen.",
        ),
        Code.RECEIPT_OTHER: translate(
            "error_texts",
            "Kvitteringen {file} hører ikke til en pakke herfra. Intet er ændret. "
            "Prøv den på den computer, pakken blev gemt på.",
        ),
        Code.EVIDENCE_FILE: translate(
            "error_texts",
            "Filen med forskningens tal, {file}, kan ikke bruges: fejl ved {place}. Intet er ændret. "
            "Bed centret om en ny fil.",
        ),
        Code.EVIDENCE_SIGNATURE: translate(
            "error_texts",
            "Filen {file} er ikke underskrevet af jeres forskningscenter, eller den er ændret undervejs. "
            "Intet er ændret her. Bed centret om at sende den igen.",
        ),
        Code.EVIDENCE_OLDER: translate(
            "error_texts",
            "I har allerede nyere tal: udgave {have}. Filen har udgave {found}. Intet er ændret.",
        ),
        Code.EVIDENCE_CHAIN: translate(
            "error_texts",
            "Filen bygger ikke på de tal, I har nu. Intet er ændret. Bed centret om den udgave, der mangler.",
        ),
        Code.CITIZEN_AWAY: translate(
            "error_texts",
            "Borgeren er på vej til en anden computer, så her kan du kun læse. Alt, der var gemt, er gemt.",
        ),
        Code.HANDOVER_FILE: translate(
            "error_texts",
            "Filen med borgere kan ikke læses: fejl ved {place}. Intet er ændret. Bed din kollega skrive den igen.",
        ),
        Code.HANDOVER_SIGNATURE: translate(
            "error_texts",
            "Filen {file} er ændret undervejs, eller den er ikke skrevet af den, der står i den. Intet er ændret. "
            "Bed din kollega skrive den igen.",
        ),
        Code.HANDOVER_OTHER: translate(
            "error_texts",
            "Filen {file} er ikke til denne computer. Intet er ændret. Giv din kollega denne computers kort.",
        ),
        Code.HANDOVER_SITE: translate(
            "error_texts",
            "Kortet er fra et andet jobcenter, og borgere kan kun gives videre i samme jobcenter. Intet er ændret. "
            "Vælg et kort fra en kollega her.",
        ),
        Code.HANDOVER_SCHEMA: translate(
            "error_texts",
            "De to computere har ikke samme udgave af programmet. Intet er ændret. "
            "Opdatér begge, og bed din kollega skrive filen igen.",
        ),
        Code.HANDOVER_KNOWN: translate(
            "error_texts",
            "En af borgerne findes her i forvejen. Intet er ændret. Afvis filen; så kan din kollega give de andre.",
        ),
        Code.HANDOVER_TWICE: translate(
            "error_texts", "Filen er allerede besvaret her. Intet er ændret. Du kan gemme svaret til din kollega igen."
        ),
        Code.HANDOVER_BOTH: translate(
            "error_texts",
            "Borgerne er taget tilbage her, og din kollega har taget imod dem. Intet er slettet. "
            "Tal sammen, før I arbejder videre: de står nu to steder.",
        ),
        Code.HANDOVER_REPLY: translate(
            "error_texts",
            "{file} er ikke et svar på noget, der er på vej herfra. Intet er ændret. "
            "Find den rigtige fil, og prøv igen.",
        ),
        Code.CASELOAD_FILE: translate(
            "error_texts",
            "Filen kan ikke åbnes. Intet er oprettet. Se efter, om den er åben i et andet program, og vælg den igen.",
        ),
        Code.CASELOAD_KIND: translate(
            "error_texts",
            "Filen er ikke en liste, der kan læses. Intet er oprettet. "
            "Gem den som Excel (.xlsx) eller CSV, og vælg den igen.",
        ),
        Code.CASELOAD_OLD: translate(
            "error_texts",
            "Filen er fra et ældre Excel eller har en adgangskode. Intet er oprettet. "
            "Gem den som .xlsx uden adgangskode, og vælg den igen.",
        ),
        Code.CASELOAD_DAMAGED: translate(
            "error_texts",
            "Filen kan ikke læses længere end til linje {line}. Intet er oprettet. "
            "Åbn den i Excel, gem den på ny, og vælg den igen.",
        ),
        Code.CASELOAD_LARGE: translate(
            "error_texts",
            "Filen er for stor: den må højst fylde {most} MB. Intet er oprettet. Gem kun dine egne borgere i filen.",
        ),
        Code.CASELOAD_ROWS: translate(
            "error_texts", "Filen har mere end {most} rækker. Intet er oprettet. Gem kun dine egne borgere i filen."
        ),
        Code.CASELOAD_COLUMNS: translate(
            "error_texts",
            "Filen mangler en række med overskrifter. Der skal mindst stå »Navn« og »CPR«. Intet er oprettet.",
        ),
        Code.CASELOAD_COLUMN_TWICE: translate(
            "error_texts",
            "Kolonne {first} og kolonne {second} har overskrifter, der betyder det samme. Intet er oprettet. "
            "Slet den ene, og vælg filen igen.",
        ),
        Code.CASELOAD_EMPTY: translate(
            "error_texts", "Der er ingen borgere under overskrifterne i filen. Intet er oprettet."
        ),
        Code.CASELOAD_CHANGED: translate(
            "error_texts",
            "Nogle af borgerne er blevet oprettet i mellemtiden. Intet er hentet fra filen. Se den igennem igen.",
        ),
        Code.KEY_FILE_MISSING: translate(
            "error_texts",
            "Nøglefilen mangler. Databasen er stadig krypteret og urørt. "
            "Hent den frem fra en sikkerhedskopi; så går intet tabt.",
        ),
        Code.KEY_FILE_DAMAGED: translate(
            "error_texts",
            "Nøglefilen er beskadiget. Databasen er urørt. "
            "Hent nøglefilen frem fra en sikkerhedskopi; så går intet tabt.",
        ),
        Code.KEY_LAST: translate(
            "error_texts",
            "Der ville ikke være nogen tilbage med en adgangssætning. Intet er ændret. Giv først en anden adgang.",
        ),
        Code.KEY_SLOT_OLD: translate(
            "error_texts",
            "Nogen har endnu ikke låst op med dette program. Intet er ændret. "
            "Lad alle låse op én gang, og fjern så personen igen.",
        ),
        Code.KEY_FILE_LOCKED: translate(
            "error_texts",
            "Nøglefilen kan ikke læses lige nu. Intet er ændret. Måske bruger et andet program den, eller du har ikke "
            "adgang til mappen. Vent lidt, og prøv igen.",
        ),
        Code.DATABASE_MISSING: translate(
            "error_texts",
            "Databasen mangler, men nøglefilen er her. Intet er ændret. Hent en sikkerhedskopi frem.",
        ),
        Code.DATABASE_DAMAGED: translate(
            "error_texts",
            "Databasen er beskadiget og kan ikke læses. Det er ikke din skyld. Filen er urørt og "
            "bliver ikke slettet. Hent den nyeste sikkerhedskopi frem; du får først at se, hvad der ikke kommer med.",
        ),
        Code.DATABASE_NEWER: translate(
            "error_texts", "Databasen er lavet af et nyere program. Intet er ændret. Opdatér programmet, og start igen."
        ),
        Code.DATABASE_EXISTS: translate(
            "error_texts", "Der er allerede et jobcenter i mappen. Det er ikke ændret. Lås det op i stedet."
        ),
        Code.DATABASE_BUSY: translate(
            "error_texts",
            "Et andet program bruger databasen. Det sidste er ikke gemt; alt andet er. "
            "Luk det andet program, og prøv igen.",
        ),
        Code.DATABASE_WRITE: translate(
            "error_texts",
            "Der kan ikke skrives på disken. Det sidste er ikke gemt; alt andet er. "
            "Se efter, om den er taget ud eller skrivebeskyttet, og prøv igen.",
        ),
        Code.DISK_FULL: translate(
            "error_texts", "Disken er fuld. Det sidste er ikke gemt; alt andet er. Gør plads på disken, og prøv igen."
        ),
        Code.FOLDER_NETWORK: translate(
            "error_texts",
            "Mappen ligger på et netværksdrev. Dér kan svar gå tabt, når to skriver på én gang, så databasen bliver "
            "ikke åbnet dér. Intet er ændret. Læg mappen på computerens egen disk. Sikkerhedskopier må gerne ligge "
            "på et netværksdrev.",
        ),
        Code.FOLDER_SYNCHRONISED: translate(
            "error_texts",
            "Mappen bliver kopieret af OneDrive eller et lignende program. Dér kan svar gå tabt, så databasen bliver "
            "ikke åbnet dér. Intet er ændret. Læg mappen et andet sted på computeren. Sikkerhedskopier må gerne "
            "ligge dér.",
        ),
        Code.BACKUP_SPACE: translate(
            "error_texts",
            "Der er ikke plads til en sikkerhedskopi på disken. Alt, I har skrevet, er gemt. Gør plads, og prøv igen.",
        ),
        Code.BACKUP_WRITE: translate(
            "error_texts",
            "Sikkerhedskopien kunne ikke skrives. Alt, I har skrevet, er gemt, og de tidligere sikkerhedskopier er "
            "der stadig. Prøv igen om lidt.",
        ),
        Code.BACKUP_SHARE: translate(
            "error_texts",
            "Mappen til ekstra sikkerhedskopier kan ikke nås. Sikkerhedskopierne på denne computer er der "
            "stadig. Den ekstra kopi bliver lavet, næste gang mappen er der.",
        ),
        Code.BACKUP_DAMAGED: translate(
            "error_texts",
            "Sikkerhedskopien er beskadiget og kan ikke bruges. Intet er ændret. Vælg en anden sikkerhedskopi.",
        ),
        Code.ERASURES_DAMAGED: translate(
            "error_texts",
            "Listen over slettede borgere kan ikke læses. Intet er hentet frem, for så kunne nogen, der er slettet, "
            "komme tilbage. Læg filen {file} fra en anden sikkerhedskopi på dens plads, og prøv igen.",
        ),
        Code.EXPORT_FOLDER: translate(
            "error_texts", "Der kan ikke skrives i den mappe. Intet er sendt, og intet er tabt. Vælg en anden mappe."
        ),
        Code.EXPORT_EMPTY: translate("error_texts", "Der er ikke noget nyt at sende siden sidst."),
        Code.EXPORT_UNFINISHED: translate(
            "error_texts",
            "Pakken ligger i mappen som {file}.part, men fik ikke sit navn. Den er talt med. "
            "Gem igen i den samme mappe; så bliver den færdig.",
        ),
        Code.PROGRAM: translate("error_texts", "Programmet gjorde noget, det ikke skulle. Intet er tabt. Prøv igen."),
        Code.PRINT_FILE: translate(
            "error_texts", "Filen kunne ikke skrives. Aftalen er gemt her i programmet. Vælg en anden mappe."
        ),
        Code.PRINTER: translate(
            "error_texts",
            "Printeren tog ikke imod aftalen. Den er gemt her i programmet. Prøv igen, eller gem den som PDF.",
        ),
    }
