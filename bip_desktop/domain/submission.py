# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What may leave a jobcentre: the five tables of a submission, column by column (format version 1).

Only the columns named here ever leave. Both the CSV files and their description are made from this text, and every
cell is held against its column before anything is written.
"""

from enum import StrEnum

from bip_desktop.domain.citizen import Benefit, ChangeReason
from bip_desktop.domain.intervention import Kind, Origin, Status
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Mode, When
from bip_desktop.domain.questionnaire import LARGEST_AMOUNT, Missing, Unit
from bip_desktop.domain.submission_labels import ACTIVITIES, ITEMS, Words
from bip_desktop.domain.submission_schema import Cell, Column, ColumnType, Label, Reference, Table

FORMAT_VERSION = 1
NO_HASH = "0" * 64
"""What stands for a SHA-256 where there is nothing before: the first manifest, a log that is not kept yet."""


class TombstoneKind(StrEnum):
    """What a tombstone takes away."""

    CITIZEN = "citizen"
    MEETING = "meeting"


class TombstoneReason(StrEnum):
    """Why it is taken away."""

    ERASURE = "erasure"
    WITHDRAWAL = "withdrawal"
    CORRECTION = "correction"


def _text(name: str, da: str, en: str, pattern: str) -> Column:
    return Column(name, ColumnType.STRING, Words(da, en), pattern=pattern)


def _words(name: str, da: str, en: str, categories: tuple[Label, ...], missing: tuple[Label, ...] = ()) -> Column:
    return Column(name, ColumnType.STRING, Words(da, en), categories=categories, missing=missing)


def _codes(name: str, da: str, en: str, categories: tuple[Label, ...], missing: tuple[Label, ...] = ()) -> Column:
    return Column(name, ColumnType.INTEGER, Words(da, en), categories=categories, missing=missing)


def _number(
    name: str, da: str, en: str, least: int, most: int | None = None, missing: tuple[Label, ...] = ()
) -> Column:
    return Column(name, ColumnType.INTEGER, Words(da, en), missing=missing, least=least, most=most)


def _label(value: Cell, da: str, en: str) -> Label:
    # A StrEnum or IntEnum member is written as the plain value it stands for.
    return Label(str(value) if isinstance(value, str) else int(value), Words(da, en))


_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_VERSION = r"[A-Za-z0-9][A-Za-z0-9._+\-]{0,63}"
_NO, _YES = _label(0, "Nej", "No"), _label(1, "Ja", "Yes")
_REVISION = _number("revision", "Rækkens revision: den højeste gælder", "The row's revision: the highest one holds", 0)
_CITIZEN = _text("citizen_id", "Borgeren: et tilfældigt UUID", "The citizen: a random UUID", _UUID)
_MEETING = _text("meeting_id", "Samtalen: et tilfældigt UUID", "The meeting: a random UUID", _UUID)
_PARTS = (
    _label(Part.COMPLETE, "Hele delen er besvaret", "The whole part is answered"),
    _label(Part.PARTIAL, "En del er besvaret", "Some of it is answered"),
    _label(Part.DECLINED, "Ønskede ikke at svare", "Wished not to answer"),
)
ANSWER_MISSING = (
    _label(Missing.DONT_KNOW, "Ved ikke", "Don't know"),
    _label(Missing.DECLINED, "Ønsker ikke at svare", "Wishes not to answer"),
    _label(Missing.NOT_RELEVANT, "Ikke relevant", "Not relevant"),
    _label(Missing.NOT_SHOWN, "Ikke vist", "Not shown"),
    _label(Missing.NOT_REACHED, "Ikke nået", "Not reached"),
    _label(Missing.SKIPPED, "Sprunget over", "Skipped"),
)
UNKNOWN = int(Missing.DONT_KNOW)
NONE_BEFORE = int(Missing.NOT_RELEVANT)
"""No change of caseworker, no measurement before."""
NO_OPTION = 0
"""`option` of an item without options."""
SCALE_UNIT = "scale"
TICK_UNIT = "tick"

CITIZENS = Table(
    "citizens",
    Words("Borgere, der har sagt ja til forskning", "Citizens who have agreed to research"),
    (
        _CITIZEN,
        _REVISION,
        _words(
            "sex",
            "Køn",
            "Sex",
            (_label("f", "Kvinde", "Woman"), _label("m", "Mand", "Man")),
            (_label(str(UNKNOWN), "Ukendt", "Unknown"),),
        ),
        Column(
            "birth_year_band",
            ColumnType.STRING,
            Words("Fødselsår i bånd af fem år", "Year of birth in bands of five years"),
            missing=(_label(str(UNKNOWN), "Ukendt", "Unknown"),),
            pattern="[0-9]{3}[05]-[0-9]{3}[49]",
        ),
        _codes(
            "benefit",
            "Ydelse",
            "Benefit",
            (
                _label(Benefit.KONTANTHJAELP_MINDSTESATS, "Kontanthjælp, mindstesats", "Cash benefit, lowest rate"),
                _label(Benefit.KONTANTHJAELP_GRUNDSATS, "Kontanthjælp, grundsats", "Cash benefit, basic rate"),
                _label(Benefit.KONTANTHJAELP_FORHOEJET, "Kontanthjælp, forhøjet sats", "Cash benefit, raised rate"),
                _label(
                    Benefit.UDDANNELSESHJAELP,
                    "Uddannelseshjælp (før juli 2025)",
                    "Education benefit (before July 2025)",
                ),
                _label(Benefit.RESSOURCEFORLOEB, "Ressourceforløb", "Resource course"),
                _label(Benefit.OTHER, "Anden ydelse", "Another benefit"),
            ),
            (_label(Benefit.UNKNOWN, "Ukendt", "Unknown"),),
        ),
        _codes("research", "Ja til forskning: altid 1", "Has agreed to research: always 1", (_YES,)),
    ),
    key=("citizen_id",),
)

MEETINGS = Table(
    "meetings",
    Words("Afsluttede samtaler med hver sin måling", "Closed meetings, each with its measurement"),
    (
        _MEETING,
        _REVISION,
        _CITIZEN,
        _text("caseworker_id", "Sagsbehandleren: et tilfældigt UUID", "The caseworker: a random UUID", _UUID),
        _text("iso_week", "Samtalens ISO-uge", "The meeting's ISO week", "[0-9]{4}-W[0-5][0-9]"),
        _number("measurement_number", "Målingens nummer", "The measurement's number", 1),
        _number(
            "weeks_since_previous",
            "ISO-uger siden målingen før",
            "ISO weeks since the measurement before",
            0,
            missing=(_label(NONE_BEFORE, "Første måling", "First measurement"),),
        ),
        _codes(
            "caseworker_changed",
            "En anden sagsbehandler end ved målingen før",
            "Another caseworker than at the measurement before",
            (_NO, _YES),
        ),
        _codes(
            "change_reason",
            "Hvorfor borgeren fik en anden sagsbehandler",
            "Why the citizen got another caseworker",
            (
                _label(ChangeReason.LEFT, "Sagsbehandleren stoppede", "The caseworker left"),
                _label(ChangeReason.LEAVE, "Orlov", "Leave"),
                _label(ChangeReason.VISITATION, "Ny visitationskategori", "Another visitation category"),
                _label(ChangeReason.BENEFIT, "Ny ydelse", "Another benefit"),
                _label(ChangeReason.REORGANISATION, "Omorganisering", "Reorganisation"),
                _label(
                    ChangeReason.CITIZEN,
                    "Borgeren flyttede eller bad om det",
                    "The citizen moved or asked for it",
                ),
                _label(ChangeReason.OTHER, "Andet", "Other"),
            ),
            (
                _label(NONE_BEFORE, "Intet skift", "No change"),
                _label(ChangeReason.UNKNOWN, "Ukendt", "Unknown"),
            ),
        ),
        _text(
            "language",
            "Sproget, borgeren fik vist",
            "The language shown to the citizen",
            r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}",
        ),
        _words(
            "citizen_mode",
            "Hvordan borgeren svarede",
            "How the citizen answered",
            (
                _label(Mode.SELF, "Selv", "Alone"),
                _label(Mode.READ_ALOUD, "Læst højt", "Read aloud"),
                _label(Mode.HELPED, "Med hjælp", "With help"),
                _label(Mode.INTERPRETER, "Med tolk", "With an interpreter"),
                _label(Mode.PAPER, "På papir", "On paper"),
            ),
        ),
        _words(
            "caseworker_when",
            "Hvornår sagsbehandleren svarede i forhold til borgerens svar",
            "When the caseworker answered in relation to the citizen's answers",
            (
                _label(When.BEFORE, "Før", "Before"),
                _label(When.DURING, "Under", "During"),
                _label(When.AFTER, "Efter", "After"),
            ),
        ),
        _text("instrument_id", "Spørgeskemaet", "The instrument", _VERSION),
        _text("instrument_version", "Spørgeskemaets version", "The instrument's version", _VERSION),
        _text("wording_version", "Ordlydens version", "The wording's version", _VERSION),
        _text("rules_version", "Regeltabellens version", "The rule table's version", _VERSION),
        _words("citizen_part", "Borgerens del", "The citizen's part", _PARTS),
        _words("caseworker_part", "Sagsbehandlerens del", "The caseworker's part", _PARTS),
    ),
    key=("meeting_id",),
    references=(Reference("citizen_id", "citizens"),),
)

ANSWERS = Table(
    "answers",
    Words("Svar: ét pr. række, ved B10 og S1 én række pr. mulighed", "Answers: one a row; B10 and S1 a row an option"),
    (
        _MEETING,
        _words("item", "Spørgsmålet", "The item", tuple(Label(code, words) for code, words in ITEMS.items())),
        _number(
            "option",
            "0, eller mulighedens nummer ved B10 og S1",
            "0, or the option's number for B10 and S1",
            NO_OPTION,
            99,
        ),
        _number(
            "value",
            "Svaret: trin 1 til 5, kryds 1 eller 0, beløb i øre",
            "The answer: step 1 to 5, tick 1 or 0, amount in øre",
            0,
            LARGEST_AMOUNT,
            ANSWER_MISSING,
        ),
        _words(
            "unit",
            "Hvad svaret tælles i",
            "What the answer is counted in",
            (
                _label(SCALE_UNIT, "Trin på skalaen", "Step on the scale"),
                _label(TICK_UNIT, "Kryds", "Tick"),
                _label(Unit.HOUR_BEFORE_TAX, "Øre i timen før skat", "Øre per hour before tax"),
                _label(Unit.HOUR_AFTER_TAX, "Øre i timen efter skat", "Øre per hour after tax"),
                _label(Unit.MONTH_BEFORE_TAX, "Øre om måneden før skat", "Øre per month before tax"),
                _label(Unit.MONTH_AFTER_TAX, "Øre om måneden efter skat", "Øre per month after tax"),
            ),
        ),
        _REVISION,
        _codes(
            "after_reveal",
            "1, når svaret er en ændring efter at begge så hinandens svar",
            "1 where the answer is a change made after both had seen each other's",
            (_NO, _YES),
        ),
    ),
    key=("meeting_id", "item", "option", "after_reveal"),
    references=(Reference("meeting_id", "meetings"),),
)

INTERVENTIONS = Table(
    "interventions",
    Words("Indsatser ved samtalen", "Interventions at the meeting"),
    (
        _MEETING,
        _codes(
            "activity", "Aktiviteten", "The activity", tuple(Label(code, words) for code, words in ACTIVITIES.items())
        ),
        _words(
            "group",
            "Aktivitetens gruppe",
            "The activity's group",
            (
                _label(Kind.JOB, "Jobrettet indsats", "Job-oriented"),
                _label(Kind.UPSKILLING, "Opkvalificering", "Upskilling"),
                _label(Kind.SOCIAL, "Social indsats", "Social"),
                _label(Kind.HEALTH, "Helbredsrettet indsats", "Health-oriented"),
            ),
        ),
        _words(
            "status",
            "Hvad der blev af den ved samtalen",
            "What became of it at the meeting",
            (
                _label(Status.ONGOING, "I gang", "Under way"),
                _label(Status.AGREED, "Aftalt", "Agreed"),
                _label(Status.SHOWN, "Vist på et forslag, der ikke blev valgt", "On a suggestion seen and not chosen"),
                _label(Status.DROPPED, "Stoppet", "Stopped"),
            ),
        ),
        _words(
            "origin",
            "Hvor den kom fra",
            "Where it came from",
            (
                _label(Origin.SUGGESTED, "Et forslag", "A suggestion"),
                _label(Origin.OWN, "De to selv", "The two themselves"),
            ),
        ),
        _REVISION,
    ),
    key=("meeting_id", "activity", "status"),
    references=(Reference("meeting_id", "meetings"),),
)

TOMBSTONES = Table(
    "tombstones",
    Words("Det, der skal slettes igen", "What must be erased again"),
    (
        _words(
            "kind",
            "Hvad der slettes",
            "What is erased",
            (
                _label(TombstoneKind.CITIZEN, "Borgeren med alle samtaler", "The citizen with all meetings"),
                _label(TombstoneKind.MEETING, "Samtalen", "The meeting"),
            ),
        ),
        _text("id", "citizen_id eller meeting_id", "citizen_id or meeting_id", _UUID),
        _words(
            "reason",
            "Hvorfor",
            "Why",
            (
                _label(TombstoneReason.ERASURE, "Afgørelse om sletning", "A decision of erasure"),
                _label(TombstoneReason.WITHDRAWAL, "Samtykke trukket tilbage", "Consent withdrawn"),
                _label(TombstoneReason.CORRECTION, "Rettelse", "Correction"),
            ),
        ),
    ),
    key=("kind", "id"),
)

TABLES = (CITIZENS, MEETINGS, ANSWERS, INTERVENTIONS, TOMBSTONES)
"""In the order they lie in the package; a table stands after those it refers to."""
