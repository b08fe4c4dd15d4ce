# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The sentences for everything that can be wrong: what it is, and what a person can do. Danish and English."""

from bip_desktop.centre.faults import CentreError, Fact, Flaw, Place, Problem, Refused
from bip_desktop.centre.linked_files import Why
from bip_desktop.domain.submission_labels import Words

_SEND_AGAIN = Words("Bed jobcentret sende den igen fra BIP.", "Ask the jobcentre to send it again from BIP.")
_NOT_FROM_BIP = Words(
    "Den er ikke lavet af BIP, eller den er ændret bagefter. Bed jobcentret sende den igen, og undersøg vejen hertil.",
    "BIP did not make it, or it was changed later. Ask the jobcentre to send it again, and look into the way it came.",
)
_FAULTY_PROGRAM = Words(
    "Underskriften er ægte, så det er programmet hos jobcentret, der skriver forkert. Meld fejlen med version.",
    "The signature is genuine, so the jobcentre's program writes wrongly. Report the fault with its version.",
)
_SPREADSHEET = Words(
    "Sådan ser en fil ud, der er gemt fra et regneark. Bed jobcentret sende pakken igen uden at åbne filerne.",
    "It looks like a file saved from a spreadsheet. Ask the jobcentre to send the package again without opening files.",
)

_FLAWS: dict[Flaw, tuple[Words, Words]] = {
    Flaw.UNREADABLE: (
        Words("Filen kan ikke læses ({reason}).", "The file cannot be read ({reason})."),
        Words("Se, om drevet er der, og om du må læse den.", "See that the drive is there and that you may read it."),
    ),
    Flaw.TOO_LARGE: (
        Words("Filen er for stor: {bytes} byte, højst {most}.", "The file is too large: {bytes} bytes of {most}."),
        _NOT_FROM_BIP,
    ),
    Flaw.NOT_SEALED: (
        Words("Filen er ikke en forseglet pakke.", "The file is not a sealed package."),
        Words("Bed om den fil, der ender på .zip.age.", "Ask for the file that ends with .zip.age."),
    ),
    Flaw.OTHER_KEY: (
        Words("Pakken er forseglet til en anden nøgle end vores.", "The package is sealed to another key than ours."),
        Words("Giv jobcentret vores recipients.json.", "Give the jobcentre our recipients.json."),
    ),
    Flaw.DAMAGED: (
        Words("Pakken er skadet eller ændret undervejs.", "The package was damaged or changed on its way."),
        _SEND_AGAIN,
    ),
    Flaw.ARCHIVE: (
        Words("Arkivet i pakken har ikke den rette form ({why}).", "The archive is not of the right form ({why})."),
        _NOT_FROM_BIP,
    ),
    Flaw.ARCHIVE_LARGE: (
        Words("Arkivet fylder mere, end en pakke må.", "The archive holds more than a package may."),
        _NOT_FROM_BIP,
    ),
    Flaw.ARCHIVE_RATIO: (
        Words(
            "Arkivet bliver {ratio} gange større af at blive pakket ud; højst {most}.",
            "The archive grows {ratio} times when unpacked; at most {most}.",
        ),
        _NOT_FROM_BIP,
    ),
    Flaw.MEMBER_NAME: (
        Words("Pakken indeholder en fil, der ikke hører til.", "The package holds a file that does not belong."),
        _NOT_FROM_BIP,
    ),
    Flaw.MEMBER_TWICE: (
        Words("Den samme fil er to gange i pakken.", "The same file is in the package twice."),
        _NOT_FROM_BIP,
    ),
    Flaw.MEMBER_MISSING: (Words("Filen mangler i pakken.", "The file is missing in the package."), _NOT_FROM_BIP),
    Flaw.MEMBER_DAMAGED: (Words("Filen kan ikke pakkes ud.", "The file cannot be unpacked."), _SEND_AGAIN),
    Flaw.MANIFEST: (
        Words("Indholdslisten er forkert ved {at} ({why}).", "The list of contents is wrong at {at} ({why})."),
        _NOT_FROM_BIP,
    ),
    Flaw.MANIFEST_VERSION: (
        Words("Pakken er i et nyere format, end vi kender.", "The package is in a newer format than we know."),
        Words("Opdatér bip-centre, og kør retry.", "Update bip-centre and run retry."),
    ),
    Flaw.SIGNATURE_MISSING: (
        Words("Pakken er ikke underskrevet.", "The package is not signed."),
        _NOT_FROM_BIP,
    ),
    Flaw.SITE_UNKNOWN: (
        Words("Vi kender ikke stedet »{site}«.", "We do not know the site “{site}”."),
        Words(
            "Hent stedets nøgle ad en anden vej, sammenlign den i telefonen, kør enrol og så retry.",
            "Get the site's key by another way, compare it on the phone, run enrol and then retry.",
        ),
    ),
    Flaw.KEY_UNKNOWN: (
        Words(
            "Pakken siger, den er fra »{site}«, men er ikke underskrevet med en nøgle, vi kender derfra.",
            "The package says it is from “{site}” but is not signed with a key we know from there.",
        ),
        Words(
            "Ring til stedet. Har de en ny computer, så kør enrol og retry. Ellers er pakken falsk.",
            "Call the site. If they have a new computer, run enrol and retry. Otherwise the package is forged.",
        ),
    ),
    Flaw.KEY_REVOKED: (
        Words("Pakken er underskrevet med en nøgle, der er spærret.", "The package is signed with a revoked key."),
        Words("Ring til »{site}«, og find ud af, hvor den kommer fra.", "Call “{site}”; find out where it comes from."),
    ),
    Flaw.KEY_OTHER_INSTALLATION: (
        Words(
            "Installation {installation} har før skrevet under med en anden nøgle, eller nøglen er en andens.",
            "Installation {installation} has signed with another key before, or the key is another's.",
        ),
        Words(
            "Ring til jobcentret. En gendannet database skal være en ny installation.",
            "Call the jobcentre. A restored database has to be a new installation.",
        ),
    ),
    Flaw.FILE_CHANGED: (
        Words("Filen er ændret, efter at pakken blev underskrevet.", "The file was changed after it was signed."),
        _NOT_FROM_BIP,
    ),
    Flaw.CONFLICT_ID: (
        Words(
            "Vi har modtaget den samme indberetning før ({received}) med et andet indhold.",
            "We received the same submission before ({received}) with another content.",
        ),
        Words("Ring til jobcentret: der kan være to udgaver.", "Call the jobcentre: there may be two versions."),
    ),
    Flaw.CONFLICT_SEQ: (
        Words(
            "Vi har modtaget nummer {seq} fra installationen før ({received}) med et andet indhold.",
            "We received number {seq} of the installation before ({received}) with another content.",
        ),
        Words(
            "Ring til jobcentret: databasen kan være kopieret eller gendannet uden at blive en ny installation.",
            "Call the jobcentre: the database may have been copied or restored without becoming a new installation.",
        ),
    ),
    Flaw.BYTE_ORDER_MARK: (Words("Filen begynder med en BOM.", "The file begins with a BOM."), _SPREADSHEET),
    Flaw.NUL: (Words("Filen indeholder NUL-tegn.", "The file holds NUL characters."), _FAULTY_PROGRAM),
    Flaw.NOT_UTF8: (
        Words("Teksten er ikke UTF-8 (måske cp1252).", "The text is not UTF-8 (perhaps cp1252)."),
        _SPREADSHEET,
    ),
    Flaw.LINE_ENDS: (Words("Linjerne slutter med CR.", "The lines end with CR."), _SPREADSHEET),
    Flaw.SEMICOLONS: (
        Words("Kolonnerne er delt med semikolon.", "The columns are parted by semicolons."),
        _SPREADSHEET,
    ),
    Flaw.COLUMNS: (
        Words(
            "Kolonnerne er ikke dem, der skal være. Mangler: {missing}. Fremmede: {beyond}.",
            "The columns are not those there should be. Missing: {missing}. Foreign: {beyond}.",
        ),
        _FAULTY_PROGRAM,
    ),
    Flaw.LAST_LINE: (Words("Den sidste linje er skåret over.", "The last line is cut."), _FAULTY_PROGRAM),
    Flaw.CELLS: (
        Words("Rækken har {found} celler, ikke {expected}.", "The row has {found} cells, not {expected}."),
        _FAULTY_PROGRAM,
    ),
    Flaw.QUOTES: (Words("Anførselstegn står forkert.", "Quotation marks are wrong."), _FAULTY_PROGRAM),
    Flaw.LINE_LONG: (Words("Linjen er alt for lang.", "The line is far too long."), _FAULTY_PROGRAM),
    Flaw.EMPTY: (Words("Cellen er tom.", "The cell is empty."), _FAULTY_PROGRAM),
    Flaw.TYPE: (Words("Cellen er ikke et helt tal.", "The cell is not a whole number."), _FAULTY_PROGRAM),
    Flaw.VALUE: (
        Words("Cellens værdi findes ikke i kolonnen.", "The cell's value does not exist in the column."),
        _FAULTY_PROGRAM,
    ),
    Flaw.KEY_TWICE: (Words("Rækken kommer to gange.", "The row comes twice."), _FAULTY_PROGRAM),
    Flaw.ROWS_COUNT: (
        Words("Der er {found} rækker, ikke {expected}.", "There are {found} rows, not {expected}."),
        _FAULTY_PROGRAM,
    ),
    Flaw.ROWS_MANY: (Words("Der er over {most} rækker.", "There are more than {most} rows."), _NOT_FROM_BIP),
    Flaw.REFERENCE: (
        Words("Rækken henviser til noget, der ikke er i {table}.", "The row refers to something not in {table}."),
        _FAULTY_PROGRAM,
    ),
    Flaw.OTHER_SITE: (
        Words("Nummeret er et andet jobcenters.", "The identity is another jobcentre's."),
        Words(
            "Ring til begge steder. Ingen kan rette eller slette det, et andet sted har sendt.",
            "Call both sites. Nobody can change or erase what another site has sent.",
        ),
    ),
    Flaw.OPTION: (Words("Muligheden findes ikke.", "The option does not exist."), _FAULTY_PROGRAM),
    Flaw.UNIT: (Words("Enheden passer ikke til spørgsmålet.", "The unit does not fit the item."), _FAULTY_PROGRAM),
    Flaw.ANSWER_VALUE: (
        Words("Svaret passer ikke til spørgsmålet.", "The answer does not fit the item."),
        _FAULTY_PROGRAM,
    ),
    Flaw.ANSWERS_MISSING: (
        Words("Samtale {meeting} har intet svar på {item}.", "Meeting {meeting} has no answer to {item}."),
        _FAULTY_PROGRAM,
    ),
    Flaw.GROUP: (Words("Aktiviteten er ikke i den gruppe.", "The activity is not in that group."), _FAULTY_PROGRAM),
    Flaw.INSTRUMENT_UNKNOWN: (
        Words("Spørgeskemaet {version} er ikke i pakken.", "The instrument {version} is not in the package."),
        _FAULTY_PROGRAM,
    ),
    Flaw.INSTRUMENT_FORM: (
        Words("Spørgeskemaet kan ikke læses ved {at} ({why}).", "The instrument cannot be read at {at} ({why})."),
        _FAULTY_PROGRAM,
    ),
    Flaw.INSTRUMENT_CHANGED: (
        Words(
            "Spørgeskemaet {version} er et andet end det, vi kender under det navn.",
            "The instrument {version} is another than the one we know by that name.",
        ),
        Words("En ny ordlyd skal være en ny version.", "A new wording has to be a new version."),
    ),
}

_PROBLEMS: dict[Problem, Words] = {
    Problem.HOME_MISSING: Words(
        "Der er intet forskningscenter i {folder}. Kør init.", "There is no centre in {folder}. Run init."
    ),
    Problem.HOME_EXISTS: Words("Der er et forskningscenter i {folder}.", "There is a centre in {folder} already."),
    Problem.HOME_DAMAGED: Words(
        "{file} mangler eller er skadet. Hent den fra sikkerhedskopien.", "{file} is missing or damaged. Restore it."
    ),
    Problem.STORE_NEWER: Words(
        "Data er fra en nyere version ({found}; denne kender {known}). Opdatér bip-centre.",
        "The data is from a newer version ({found}; this one knows {known}). Update bip-centre.",
    ),
    Problem.STORE_OTHER: Words(
        "Databasen er ikke et forskningscenters.", "The database is not that of a research centre."
    ),
    Problem.STORE_FAILED: Words("Databasen kan ikke bruges: {reason}", "The database cannot be used: {reason}"),
    Problem.SITE_FORM: Words(
        "»{site}« kan ikke være et sted: små bogstaver a til z, tal og bindestreg.",
        "“{site}” cannot be a site: lower-case a to z, digits and hyphens.",
    ),
    Problem.KEY_FORM: Words(
        "Nøglen kan ikke læses. Brug installationens kort, eller nøglens 64 hexadecimale tegn.",
        "The key cannot be read. Use the installation’s card, or the 64 hexadecimal digits of the key.",
    ),
    Problem.KEY_OF_OTHER_SITE: Words("Nøglen er »{site}«s.", "The key is that of “{site}”."),
    Problem.KEY_NOT_FOUND: Words(
        "Det passer på {found} nøgler, ikke på én. Se status.", "That fits {found} keys, not one. See status."
    ),
    Problem.PATH_MISSING: Words("{path} findes ikke.", "{path} does not exist."),
    Problem.QUARANTINE_UNKNOWN: Words(
        "Det er ikke sat til side: {names}. Se status.", "That has not been set aside: {names}. See status."
    ),
    Problem.FOLDER_NOT_EMPTY: Words("{folder} er ikke tom.", "{folder} is not empty."),
    Problem.LINK_NOTHING: Words(
        "Giv --outcomes FIL, eller --dream FIL med --codes FIL, eller --register FIL.",
        "Give --outcomes FILE, or --dream FILE with --codes FILE, or --register FILE.",
    ),
    Problem.EVIDENCE_NOTHING: Words(
        "Der er ikke nok borgere til at offentliggøre noget.", "There are not enough citizens to publish anything."
    ),
    Problem.EVIDENCE_SAME: Words(
        "Ingen tal kan fortælles anderledes end i udgave {release}: der er for få nye borgere bag dem endnu.",
        "No figure can be told otherwise than in release {release}: there are too few new citizens behind them yet.",
    ),
    Problem.EVIDENCE_DRAFT: Words(
        "{file} kan ikke bruges som udkast til tal: fejl ved {place}. Intet er offentliggjort. Se docs/exchange.md.",
        "{file} cannot be used as a draft of figures: see {place}. Nothing is published. See docs/exchange.md.",
    ),
    Problem.SIMULATE_OPTION: Words("{option} kan ikke være {value}.", "{option} cannot be {value}."),
    Problem.ANALYSE_CONFIG: Words(
        "Indstillingerne kan ikke bruges: {what}. Se docs/tables.md.",
        "The configuration cannot be used: {what}. See docs/tables.md.",
    ),
    Problem.ANALYSE_COLUMN: Words("{file} har ingen kolonne {column}.", "{file} has no column {column}."),
    Problem.ANALYSE_CELL: Words(
        "{file}, række {row}, kolonne {column}: »{value}« hører ikke til der.",
        "{file}, row {row}, column {column}: “{value}” does not belong there.",
    ),
    Problem.ANALYSE_TWICE: Words(
        "{file}, række {row}: {key} står der to gange.", "{file}, row {row}: {key} stands there twice."
    ),
    Problem.ANALYSE_EMPTY: Words("{file} har ingen rækker.", "{file} has no rows."),
    Problem.ANALYSE_COVARIATE: Words(
        "register.csv, række {row}, kolonne {column}: »{value}« er ikke et tal, der kan regnes med (decimaler skrives "
        "med punktum). Er kolonnen en kategori, så skriv den under categories i indstillingerne.",
        "register.csv, row {row}, column {column}: “{value}” is not a number to compute with (decimals take a "
        "point). If the column is a category, name it under categories in the configuration.",
    ),
    Problem.ANALYSE_INTERRUPTED: Words(
        "Afbrudt. Det, der stod i {path} før, er der endnu.",
        "Interrupted. What was in {path} before is still there.",
    ),
    Problem.ANALYSE_OUT: Words(
        "Der kan ikke skrives i {path} ({what}). Det, der stod der før, er der endnu. Nævn en anden mappe under --out.",
        "{path} cannot be written ({what}). What was there before is still there. Name another folder with --out.",
    ),
    Problem.SUMMARY_RECIPIENTS: Words(
        "{file} mangler, er skadet eller er ikke en recipients.json. Bed centret sende sin igen.",
        "{file} is missing, damaged or no recipients.json. Ask the centre to send its own again.",
    ),
    Problem.SUMMARY_FILE: Words(
        "{file} er ikke en sammenlægning, som centrets nøgle kan åbne, eller den er skadet.",
        "{file} is no summary that the centre's key opens, or it is damaged.",
    ),
    Problem.SUMMARY_DIFFERS: Words(
        "Filerne er ikke lavet med de samme oplysninger og det samme udfald. Brug de samme indstillinger alle steder.",
        "The files have other covariates or outcomes. Use the same configuration at every site.",
    ),
    Problem.SUMMARY_NOTHING: Words(
        "Der er for lidt at regne på: der skal være sagsbehandlere med mindst ti borgere hver, i alt mindst to, og "
        "udfaldet må ikke være ens for alle.",
        "There is too little to compute from: caseworkers with at least ten citizens each are needed, two or more in "
        "all, and the outcome must not be the same for everybody.",
    ),
}

_LINK_WHYS: dict[Why, Words] = {
    Why.FILE: Words("Filen kan ikke læses ({found}).", "The file cannot be read ({found})."),
    Why.NOT_UTF8: Words("Teksten er ikke UTF-8.", "The text is not UTF-8."),
    Why.COLUMNS: Words(
        "Kolonnerne er ikke dem, der skal være ({found}). Se docs/tables.md.",
        "The columns are not those there should be ({found}). See docs/tables.md.",
    ),
    Why.CELLS: Words(
        "Rækken har {found} celler, ikke som overskriften.", "The row has {found} cells, not the header's."
    ),
    Why.QUOTES: Words("Anførselstegn står forkert ({found}).", "Quotation marks are wrong ({found})."),
    Why.IDENTITY: Words("Det er ikke et UUID.", "It is not a UUID."),
    Why.KIND: Words("»{found}« er ikke en slags forløb.", "“{found}” is not a kind of spell."),
    Why.WEEK: Words("»{found}« er ikke en ISO-uge som 2026-W47.", "“{found}” is not an ISO week like 2026-W47."),
    Why.ORDER: Words("Forløbet slutter, før det begynder.", "The spell ends before it begins."),
    Why.TWICE: Words("Den samme kommer to gange.", "The same one comes twice."),
    Why.CELL: Words("Cellen er for lang eller har styretegn.", "The cell is too long or has control characters."),
    Why.NAME: Words(
        "»{found}« kan ikke være navnet på en oplysning: højst 64 bogstaver, tal og understreger, og ikke et navn, som "
        "analyserne selv bruger.",
        "“{found}” cannot be the name of a covariate: at most 64 letters, digits and underscores, and no name that the "
        "analyses use themselves.",
    ),
    Why.IDENTITY_OTHER: Words(
        "Samtalen hører til en anden borger i meetings.csv.", "In meetings.csv the meeting is of another citizen."
    ),
    Why.NO_ROWS: Words("Der er ingen rækker.", "There are no rows."),
    Why.WEEK_COLUMNS: Words(
        "Der skal være en kolonne pr. uge, der hedder y_ og år og uge (y_2647).",
        "There has to be a column a week, named y_ and year and week (y_2647).",
    ),
    Why.CODES: Words(
        "Kodetabellen siger ikke, eller ikke entydigt, hvad det er: {found}. Ret den fil, --codes nævner.",
        "The table of codes does not say, or not clearly, what this is: {found}. Mend the file --codes names.",
    ),
}


def reason(refused: Refused) -> Words:
    """Why a package was set aside, with its place, and what can be done."""
    what, act = _FLAWS[refused.flaw]
    looks = refused.facts.get("looks")
    if refused.flaw is Flaw.FILE_CHANGED and looks == "spreadsheet":
        act = _SPREADSHEET
    da, en = _where(refused.place, "række", "kolonne"), _where(refused.place, "row", "column")
    return Words(
        da + _filled(what.da, refused.facts) + " " + _filled(act.da, refused.facts),
        en + _filled(what.en, refused.facts) + " " + _filled(act.en, refused.facts),
    )


def _where(place: Place, row: str, column: str) -> str:
    parts = [place.file] if place.file else []
    if place.row:
        parts.append(f"{row} {place.row}")
    if place.column:
        parts.append(f"{column} {place.column}")
    return ", ".join(parts) + ": " if parts else ""


def _filled(text: str, facts: dict[str, Fact]) -> str:
    return text.format_map(facts)


def sentence(error: CentreError) -> Words:
    """What keeps a command from its work."""
    if error.problem is Problem.LINK_FILE:
        place = Place(str(error.facts["file"]), int(error.facts["row"]), str(error.facts["column"]))
        why = _LINK_WHYS[Why(str(error.facts["why"]))]
        return Words(
            _where(place, "række", "kolonne") + _filled(why.da, error.facts),
            _where(place, "row", "column") + _filled(why.en, error.facts),
        )
    words = _PROBLEMS[error.problem]
    return Words(_filled(words.da, error.facts), _filled(words.en, error.facts))
