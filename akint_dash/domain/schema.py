"""What the portfolio holds: every entity, its columns and its ties, as data.

Tables, migrations, the workbook template, the readers, the exports and the documentation are all made from
:data:`ENTITIES`. The reasons lie in ``MODEL`` of CONTRIBUTING.md. Money is whole minor units (øre, cent), text codes
stay text, dates are days in Europe/Oslo, moments are UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """How a column's value is stored in a record and shown in a workbook."""

    TEXT = "text"  # str
    DATE = "date"  # str, ISO day
    MOMENT = "moment"  # str, ISO UTC second with Z
    INTEGER = "integer"  # int
    NUMBER = "number"  # float: hours, full-time equivalents, rates, indicator values
    MONEY = "money"  # int, minor units of the row's currency (or of NOK, where the name says so)
    FLAG = "flag"  # bool
    CHOICE = "choice"  # str, a code of choices.CHOICES[of]
    REFERENCE = "reference"  # str, the code of a record of entity `of`
    TIES = "ties"  # list of [code, whole percent or None], codes of entity `of`


class Sort(StrEnum):
    """What an entity is: a code list, a record of its own, or a part of another record."""

    LIST = "list"
    RECORD = "record"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in code and database, its bokmål heading and one line of help for the workbook.

    ``formerly`` is the heading that it had in older workbooks, which are still read.
    """

    name: str
    kind: Kind
    heading: str
    help: str = ""
    of: str = ""
    required: bool = False
    shares: bool = False
    formerly: str = ""


@dataclass(frozen=True)  # without slots: by_name is kept
class Entity:
    """One entity: one table, one workbook sheet.

    ``parent`` names the reference column whose record this one is a part of; visibility, owner and area are
    inherited from there where blank.
    """

    name: str
    sheet: str
    sort: Sort
    columns: tuple[Column, ...]
    help: str
    parent: str = ""

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """The columns by name."""
        return {column.name: column for column in self.columns}

    @property
    def ties(self) -> tuple[Column, ...]:
        """The columns that hold several codes."""
        return tuple(column for column in self.columns if column.kind is Kind.TIES)

    @property
    def scalars(self) -> tuple[Column, ...]:
        """The columns of the entity's own table, without its code."""
        return tuple(column for column in self.columns if column.kind is not Kind.TIES)


def text(name: str, heading: str, help: str = "", *, required: bool = False, formerly: str = "") -> Column:
    """A column of text."""
    return Column(name, Kind.TEXT, heading, help, required=required, formerly=formerly)


def date(name: str, heading: str, help: str = "", *, required: bool = False) -> Column:
    """A column of days."""
    return Column(name, Kind.DATE, heading, help, required=required)


def integer(name: str, heading: str, help: str = "", *, required: bool = False) -> Column:
    """A column of whole numbers."""
    return Column(name, Kind.INTEGER, heading, help, required=required)


def number(name: str, heading: str, help: str = "", *, required: bool = False) -> Column:
    """A column of decimal numbers."""
    return Column(name, Kind.NUMBER, heading, help, required=required)


def money(name: str, heading: str, help: str = "", *, required: bool = False) -> Column:
    """A column of amounts in minor units."""
    return Column(name, Kind.MONEY, heading, help, required=required)


def choice(name: str, of: str, heading: str, help: str = "", *, required: bool = False) -> Column:
    """A column with a code of a closed vocabulary."""
    return Column(name, Kind.CHOICE, heading, help, of, required)


def refer(name: str, of: str, heading: str, help: str = "", *, required: bool = False) -> Column:
    """A column with the code of one record."""
    return Column(name, Kind.REFERENCE, heading, help, of, required)


def ties(name: str, of: str, heading: str, help: str = "", *, shares: bool = False) -> Column:
    """A column with the codes of several records."""
    return Column(name, Kind.TIES, heading, help, of, shares=shares)


NAMES: Final = (
    text("name_nb", "Navn", required=True),
    text("name_en", "Navn på engelsk"),
)
VALID: Final = (
    integer("valid_from", "Gjelder fra år"),
    integer("valid_to", "Gjelder til og med år"),
)
SOURCE: Final = (text("source", "Kilde", "Hvor opplysningen er hentet fra"),)
VISIBLE: Final = (
    choice("visibility", "visibility", "Synlighet", "Intern vises bare for ansatte"),
    text("exemption", "Hjemmel", "Hjemmel for unntak fra offentlighet"),
)
NOTE: Final = (text("note", "Merknad", "Vises bare for ansatte"),)
OWNED: Final = (
    refer("area", "area", "Ansvarlig rådsområde", required=True),
    ties(
        "areas",
        "area",
        "Deltakende rådsområder",
        "Skriv SAM 60 %; KUL 40 % bare når en fordeling er vedtatt",
        shares=True,
    ),
    text("owner", "Ansvarlig seksjon", "Rolle eller enhet, ikke en person", formerly="Eier"),
    text("owner_en", "Ansvarlig seksjon på engelsk", formerly="Eier på engelsk"),
    text("owner_mail", "E-post til ansvarlig", "Enhetens postkasse", formerly="Eiers e-post"),
    text("case_number", "Saksnummer", "Arkivets nummer, for eksempel 2024/1234"),
)


def _list(name: str, sheet: str, help: str, *columns: Column) -> Entity:
    return Entity(name, sheet, Sort.LIST, (*columns, *SOURCE), help)


def _record(name: str, sheet: str, help: str, *columns: Column) -> Entity:
    return Entity(name, sheet, Sort.RECORD, (*columns, *OWNED, *VISIBLE, *NOTE), help)


def _part(name: str, sheet: str, parent: str, help: str, *columns: Column) -> Entity:
    return Entity(name, sheet, Sort.PART, (*columns, *VISIBLE, *NOTE), help, parent)


def _public(name: str, sheet: str, help: str, *columns: Column) -> Entity:
    return Entity(name, sheet, Sort.PART, (*columns, *VISIBLE, *NOTE), help)


_LISTS: Final = (
    _list(
        "area",
        "Rådsområder",
        "Rådsområdene. Listen er et forslag til fylkeskommunen kan rette den",
        *NAMES,
        text("name_short", "Kort navn"),
        text("name_short_en", "Kort navn på engelsk"),
        *VALID,
        refer("replaced_by", "area", "Erstattet av"),
        text("mail", "Postkasse"),
        text("note", "Merknad"),
    ),
    _list("theme", "Temaer", "Oppgavene fylkeskommunen har, delt i temaer", *NAMES),
    _list("instrument", "Virkemidler", "Strategiens fire virkemidler", *NAMES),
    _list("plan", "Planer", "Regionale planer", *NAMES, *VALID),
    _list("goal", "Mål", "Målene i planene", refer("plan", "plan", "Plan", required=True), *NAMES),
    _list(
        "programme",
        "Programmer",
        "Programmer som gir støtte, med frister før søknad",
        *NAMES,
        refer("parent", "programme", "Del av"),
        integer("period_from", "Periode fra"),
        integer("period_to", "Periode til"),
        refer("successor", "programme", "Etterfølger"),
        choice("level", "level", "Nivå"),
        choice("norway", "participates", "Norge deltar"),
        text("norway_why", "Hvorfor"),
        text("norway_why_en", "Hvorfor, på engelsk"),
        text("currency", "Valuta"),
        number("cofunding", "Støtteandel, prosent"),
        integer("decision_days", "Dager før frist: politisk vedtak"),
        integer("partner_days", "Dager før frist: partnerbrev"),
        integer("contribution_days", "Dager før frist: egenandel"),
        text("portal_id", "Id i EU-portalen"),
    ),
    _list(
        "region",
        "Regioner",
        "Regioner med ISO 3166-2- og NUTS-kode",
        *NAMES,
        text("country", "Land", "ISO 3166-1, to bokstaver"),
        choice("ring", "ring", "Område", required=True),
        text("nuts", "NUTS"),
        number("lon", "Lengdegrad"),
        number("lat", "Breddegrad"),
        text("note", "Merknad"),
    ),
    _list(
        "municipality",
        "Kommuner",
        "Kommuner med numre for 2020 og 2024",
        *NAMES,
        *VALID,
        refer("replaced_by", "municipality", "Erstattet av"),
        text("county", "Fylke", "Fylkesnummer"),
        number("lon", "Lengdegrad"),
        number("lat", "Breddegrad"),
    ),
    _list(
        "rate",
        "Valutakurser",
        "Gjennomsnittskurs per år",
        text("currency", "Valuta", required=True),
        integer("year", "År", required=True),
        number("nok", "Norske kroner for én", required=True),
        text("source_en", "Kilde på engelsk"),
    ),
    _list(
        "area_theme",
        "Områdets temaer",
        "Hvilket rådsområde som har hvilket tema, år for år",
        refer("area", "area", "Rådsområde", required=True),
        refer("theme", "theme", "Tema", required=True),
        *VALID,
    ),
)

_PROJECTS: Final = (
    _record(
        "project",
        "Prosjekter",
        "Alle beløp er fylkeskommunens egen del; konsortiets sum står for seg",
        text("title", "Tittel", required=True),
        text("title_en", "Tittel på engelsk"),
        text("summary", "Sammendrag"),
        text("summary_en", "Sammendrag på engelsk"),
        choice("role", "project_role", "Vår rolle"),
        choice("origin", "origin", "Opphav"),
        refer("programme", "programme", "Program"),
        refer("call", "call", "Utlysning"),
        text("currency", "Valuta"),
        money("budget", "Budsjett, vår del"),
        money("consortium_total", "Konsortiets sum"),
        date("start", "Start"),
        date("end", "Slutt"),
        number("application_hours", "Timer brukt på søknaden"),
        number("fte", "Årsverk i prosjektet", "Stillinger som prosjektet betaler, i årsverk"),
        text("address", "Nettadresse"),
        ties("goals", "goal", "Mål"),
        ties("themes", "theme", "Temaer"),
        ties("regions", "region", "Partnerregioner"),
        ties("organisations", "organisation", "Partnere"),
        ties("from_organisations", "organisation", "Kom fra medlemskap i"),
        ties("actors", "actor", "Eksterne aktører"),
        ties("municipalities", "municipality", "Kommuner"),
    ),
    _part(
        "project_step",
        "Prosjektsteg",
        "project",
        "Når prosjektet nådde hvilket steg",
        refer("project", "project", "Prosjekt", required=True),
        choice("status", "status", "Status", required=True),
        date("date", "Dato", required=True),
        choice("reason", "refusal_reason", "Begrunnelse", "Hvorfor søknaden ble avslått, etter brevet"),
        text("reason_words", "Begrunnelse med ord"),
    ),
    _part(
        "funding",
        "Finansiering",
        "project",
        "Prosjektets finansiering, fylkeskommunens egen del",
        refer("project", "project", "Prosjekt", required=True),
        choice("level", "level", "Nivå", required=True),
        choice("form", "funding_form", "Penger eller timer", required=True),
        choice("payer", "funding_owner", "Hvem betaler", required=True),
        money("amount", "Beløp"),
        text("currency", "Valuta"),
        number("hours", "Timer"),
        choice("purpose", "purpose", "Formål"),
    ),
    _record(
        "result",
        "Resultater",
        "Hva som er annerledes nå",
        choice("kind", "result_kind", "Type", required=True),
        text("words", "Hva er annerledes", required=True),
        text("words_en", "På engelsk"),
        text("indicator", "Indikator"),
        number("value", "Verdi"),
        text("unit", "Enhet"),
        text("unit_en", "Enhet på engelsk"),
        text("evidence", "Dokumentasjon"),
        date("date", "Dato", required=True),
        refer("project", "project", "Prosjekt"),
        refer("activity", "activity", "Aktivitet"),
        refer("goal", "goal", "Mål"),
    ),
)

_POLICY: Final = (
    _public(
        "call",
        "Utlysninger",
        "Utlysninger av midler",
        text("title", "Tittel", required=True),
        text("title_en", "Tittel på engelsk"),
        text("identifier", "Identifikator"),
        choice("kind", "call_kind", "Type"),
        refer("programme", "programme", "Program"),
        text("programme_text", "Program etter kilden"),
        date("opening", "Åpner"),
        text("currency", "Valuta"),
        money("budget", "Budsjett"),
        text("address", "Nettadresse"),
        text("description", "Beskrivelse", "Kildens egen tekst om utlysningen"),
        ties("themes", "theme", "Temaer"),
        ties("confirmed_areas", "area", "Bekreftet for rådsområder"),
        ties("dismissed_areas", "area", "Avvist for rådsområder", "Kommer tilbake som forslag om utlysningen endres"),
        text(
            "fit_reasons",
            "Begrunnelser for bekreftet og avvist",
            "Én linje for hvert rådsområde: SAM: for stort for oss. En ny begrunnelse avviser på nytt",
        ),
    ),
    _part(
        "call_deadline",
        "Utlysningsfrister",
        "call",
        "Frister: øyeblikk eller dag, trinn eller søknadsrunde",
        refer("call", "call", "Utlysning", required=True),
        Column("moment", Kind.MOMENT, "Tidspunkt (UTC)"),
        date("day", "Dag"),
        integer("stage", "Trinn"),
        integer("cut_off", "Søknadsrunde"),
    ),
    _record(
        "dossier",
        "EU-saker",
        "Saker i EU som fylkeskommunen følger eller har fulgt",
        text("title", "Tittel", required=True),
        text("title_en", "Tittel på engelsk"),
        text("celex", "CELEX"),
        text("com", "COM-nummer"),
        text("procedure", "Prosedyre"),
        choice("stage", "dossier_stage", "Stadium", required=True),
        date("opened", "Fulgt fra", required=True),
        choice("eea", "eea_relevance", "EØS"),
        text("position", "Vårt standpunkt"),
        text("position_en", "Vårt standpunkt på engelsk"),
        text("address", "Nettadresse"),
        ties("themes", "theme", "Temaer"),
        ties("goals", "goal", "Mål"),
        ties("from_organisations", "organisation", "Kom fra medlemskap i"),
    ),
    _part(
        "dossier_deadline",
        "Frister i EU-saker",
        "dossier",
        "Våre frister i saken",
        refer("dossier", "dossier", "Sak", required=True),
        date("day", "Dag", required=True),
        text("what", "Hva", required=True),
        text("what_en", "På engelsk"),
    ),
    _record(
        "organisation",
        "Organisasjoner",
        "Nettverk og organisasjoner vi samarbeider med",
        text("name", "Navn", required=True),
        text("name_en", "Navn på engelsk"),
        text("name_long", "Fullt navn"),
        choice("kind", "organisation_kind", "Type"),
        text("address", "Nettadresse"),
        ties("regions", "region", "Medlemsregioner"),
        ties("themes", "theme", "Temaer"),
    ),
    _part(
        "post",
        "Verv",
        "organisation",
        "Verv fylkeskommunen har",
        refer("organisation", "organisation", "Organisasjon", required=True),
        text("title", "Verv", required=True),
        text("title_en", "Verv på engelsk"),
        choice("sphere", "sphere", "Politisk eller administrativt", required=True),
        date("from_date", "Fra", required=True),
        date("to_date", "Til"),
        text("person", "Person", "Kode i arket Personer"),
    ),
    _record(
        "membership",
        "Medlemskap",
        "Fylkeskommunens medlemskap",
        refer("organisation", "organisation", "Organisasjon", required=True),
        date("from_date", "Fra", required=True),
        date("to_date", "Til"),
        date("notice_by", "Si opp senest", "Siste dag for å si opp før neste periode"),
    ),
    _part(
        "membership_fee",
        "Kontingenter",
        "membership",
        "Kontingent per år",
        refer("membership", "membership", "Medlemskap", required=True),
        integer("year", "År", required=True),
        money("amount", "Beløp"),
        text("currency", "Valuta"),
    ),
)

_ACTIVITY: Final = (
    _record(
        "activity",
        "Aktiviteter",
        "Møter, innspill, kurs, besøk, støtte og veiledning",
        text("title", "Tittel", required=True),
        text("title_en", "Tittel på engelsk"),
        choice("kind", "activity_kind", "Type", required=True),
        date("start", "Dato", required=True),
        date("end", "Til dato"),
        number("hours", "Timer"),
        choice("level", "activity_level", "Strategisk eller operativt"),
        choice("sphere", "sphere", "Politisk eller administrativt"),
        refer("instrument", "instrument", "Virkemiddel", "Bare når typen alene ikke sier det"),
        choice("addressee_kind", "addressee_kind", "Mottaker"),
        text("addressee", "Mottakers navn"),
        text("addressee_en", "Mottakers navn på engelsk"),
        choice("channel", "channel", "Kanal"),
        choice("outcome", "outcome", "Utfall"),
        refer("goal", "goal", "Vedtatt mål som fremmes"),
        text("decision", "Vedtak som fremmes"),
        text("decision_en", "Vedtak som fremmes, på engelsk"),
        date("asked", "Støtte bedt om"),
        date("answered", "Støtte gitt"),
        refer("dossier", "dossier", "EU-sak"),
        refer("cooperation", "cooperation", "Bilateralt samarbeid"),
        ties("themes", "theme", "Temaer"),
        ties("organisations", "organisation", "Organisasjoner"),
        ties("from_organisations", "organisation", "Kom fra medlemskap i"),
        ties("regions", "region", "Regioner"),
        ties("projects", "project", "Prosjekter"),
        ties("actors", "actor", "Eksterne aktører"),
        ties("municipalities", "municipality", "Kommuner"),
    ),
    _part(
        "attendance",
        "Deltakelse",
        "activity",
        "Antall deltakere per målgruppe",
        refer("activity", "activity", "Aktivitet", required=True),
        choice("audience", "audience", "Målgruppe", required=True),
        integer("people", "Antall personer"),
        refer("area", "area", "Rådsområde"),
        refer("municipality", "municipality", "Kommune"),
    ),
    _record(
        "cooperation",
        "Bilaterale samarbeid",
        "Samarbeid med en region",
        refer("region", "region", "Region", required=True),
        choice("status", "cooperation_status", "Status", required=True),
        date("since", "Samarbeid fra", required=True),
        date("agreement_from", "Avtale fra"),
        date("agreement_to", "Avtale til"),
        text("words", "Hva samarbeidet gjelder"),
        text("words_en", "På engelsk"),
        ties("themes", "theme", "Temaer"),
        ties("organisations", "organisation", "Organisasjoner"),
        ties("projects", "project", "Prosjekter"),
    ),
    _public(
        "need",
        "Behov",
        "Hva en region har meldt at den trenger",
        refer("region", "region", "Region", required=True),
        refer("theme", "theme", "Tema", required=True),
        text("words", "Behov", required=True),
        text("words_en", "På engelsk"),
        date("date", "Meldt"),
    ),
    _record(
        "offer",
        "Kompetanse vi kan tilby",
        "Hva et rådsområde kan bidra med",
        refer("theme", "theme", "Tema", required=True),
        text("words", "Kompetanse", required=True),
        text("words_en", "På engelsk"),
    ),
)

_MEANS: Final = (
    _record(
        "budget",
        "Ressurser",
        "Avsatte og brukte midler per rådsområde, virkemiddel og år",
        refer("instrument", "instrument", "Virkemiddel", required=True),
        integer("year", "År", required=True),
        money("planned_nok", "Avsatt, kroner"),
        money("used_nok", "Brukt, kroner"),
        number("planned_fte", "Avsatte årsverk"),
        number("used_fte", "Brukte årsverk"),
        text("decided_by", "Vedtatt av"),
        text("decided_by_en", "Vedtatt av, på engelsk"),
        date("decided_on", "Vedtatt"),
    ),
    _record(
        "fund",
        "Utviklingsmidler",
        "Nasjonale, regionale og lokale utviklingsmidler per rådsområde og år",
        choice("level", "level", "Nivå", required=True),
        text("scheme", "Ordning", required=True),
        integer("year", "År", required=True),
        money("amount_nok", "Beløp, kroner"),
    ),
    _public(
        "actor",
        "Eksterne aktører",
        "Virksomheter utenfor fylkeskommunen",
        text("name", "Navn", required=True),
        text("organisation_number", "Organisasjonsnummer"),
        choice("sector", "sector", "Sektor"),
        text("sector_text", "Sektor etter kilden"),
        refer("municipality", "municipality", "Kommune"),
        text("municipality_text", "Kommune etter kilden"),
    ),
    _part(
        "participation",
        "Deltakelser",
        "actor",
        "Eksterne aktørers deltakelse i internasjonale prosjekter",
        refer("actor", "actor", "Aktør", required=True),
        text("project_number", "Prosjektnummer"),
        text("acronym", "Kortnavn"),
        text("title", "Tittel"),
        refer("project", "project", "Vårt prosjekt"),
        refer("programme", "programme", "Program"),
        text("programme_text", "Program etter kilden"),
        choice("role", "participation_role", "Rolle"),
        date("from_date", "Fra"),
        date("to_date", "Til"),
        money("amount", "Støtte"),
        text("currency", "Valuta"),
        refer("municipality", "municipality", "Kommune"),
        text("municipality_text", "Kommune etter kilden"),
    ),
    _record(
        "target",
        "Måltall",
        "Mål vi måler oss mot",
        choice("measure", "measure", "Mål for", required=True),
        refer("goal", "goal", "Mål"),
        integer("year", "År", required=True),
        number("value", "Verdi", required=True),
    ),
    _record(
        "remark",
        "Forklaringer",
        "Den offisielle forklaringen på et tall",
        text("words", "Forklaring", required=True),
        text("words_en", "På engelsk"),
        date("date", "Dato", required=True),
        text("record", "Gjelder post", "Koden til posten"),
        choice("measure", "measure", "Gjelder mål"),
        integer("year", "Gjelder år"),
    ),
    _record(
        "area_statement",
        "Ikke relevant",
        "Rådsområdets egen uttalelse om at et virkemiddel ikke er aktuelt",
        refer("instrument", "instrument", "Virkemiddel", required=True),
        text("reason", "Begrunnelse", required=True),
        text("reason_en", "På engelsk"),
        date("date", "Dato", required=True),
        date("until", "Til"),
    ),
)

ENTITIES: Final[Mapping[str, Entity]] = MappingProxyType(
    {entity.name: entity for entity in (*_LISTS, *_PROJECTS, *_POLICY, *_ACTIVITY, *_MEANS)}
)
"""Every entity by name, in the order of the workbook's sheets after turning records before lists."""

UNOWNED: Final = frozenset({"call", "need", "actor", "participation"})
"""Entities without a responsible area: they come from public sources."""

PERSON_SHEET: Final = "Personer"

PERSON: Final = Entity(
    "person",
    PERSON_SHEET,
    Sort.RECORD,
    (text("name", "Navn"), text("mail", "E-post"), text("role", "Rolle")),
    "Navn står bare her; de andre arkene viser til koden",
)
"""The sheet of names. No entity of the portfolio: kept outside the history (see ``store.persons``), never on a page."""

FORGOTTEN: Final = "forgotten"
"""The key that marks a person who was forgotten: the code stays, and stays empty."""

SHEETS: Final[Mapping[str, Entity]] = MappingProxyType({**ENTITIES, PERSON.name: PERSON})
"""Everything a workbook has a sheet for: the entities, and the names."""
