"""Words of a search that are no words of a record: kinds of things, times, and small words that say nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from akint_dash.domain.selection import LISTS


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing one asks for: what it is ``called`` (bokmål and English, between bars), its list and its page.

    ``said_as`` is its bokmål name (a message id). ``page`` is a bokmål address with its own parameters; ``key`` names a
    card of it. ``by`` are the parameters of the selection that narrow it.
    """

    called: str
    said_as: str
    entity: str = ""
    page: str = ""
    key: str = ""
    by: tuple[str, ...] = ()


_ALL: Final = (*LISTS, "periode")
THINGS: Final[Mapping[str, Thing]] = {
    "due": Thing(
        "frist|frister|fristene|fristen|søknadsfrist|søknadsfrister|tidsfrist|tidsfrister|deadline|deadlines",
        "Frister",
        page="/frister",
        by=("omrade", "virkemiddel", "program", "tema", "ring", "partner"),
    ),
    "membership": Thing(
        "medlemskap|medlemskapene|medlemskapet|kontingent|kontingenter|membership|memberships|membership fee|"
        "membership fees|fees",
        "Våre medlemskap",
        "membership",
        "/virkemidler/politikkoppfolging",
        "medlemskap",
        ("omrade", "virkemiddel", "tema", "periode"),
    ),
    "call": Thing(
        "utlysning|utlysninger|utlysningene|utlysningen|call|calls",
        "Utlysninger",
        "call",
        "/utlysninger",
        by=("omrade", "program", "tema", "periode"),
    ),
    "project": Thing(
        "prosjekt|prosjekter|prosjektene|prosjektet|project|projects",
        "Prosjekter",
        "project",
        "/virkemidler/prosjektutvikling",
        by=_ALL,
    ),
    "partner": Thing(
        "partner|partnere|partnerne|partneren|partners|prosjektpartnere|prosjektpartner|project partners",
        "Partnere i prosjektene",
        "project",
        "/data/prosjekt?kolonner=programme,organisations,regions,actors",
        by=_ALL,
    ),
    "programme": Thing(
        "program|programmer|programmene|programmet|programme|programmes",
        "Støtte etter program",
        page="/utforsk?mal=stotte&etter=program",
        by=_ALL,
    ),
    "money": Thing(
        "penger|pengene|støtte|støtten|midler|midlene|tilskudd|finansiering|kroner|eu penger|eu midler|eu støtte|"
        "money|funding|grant|grants|eu money|eu funding",
        "Innvilget støtte",
        page="/utforsk?mal=stotte&etter=omrade",
        by=_ALL,
    ),
    "actor": Thing(
        "aktør|aktører|aktørene|ekstern aktør|eksterne aktører|deltar|deltaker|deltakere|deltakerne|"
        "actor|actors|external actor|external actors|external organisation|external organisations|take part|"
        "takes part|taking part|participate|participates|participant|participants",
        "Eksterne aktører",
        "actor",
    ),
    "participation": Thing(
        "deltakelse|deltakelser|prosjektdeltakelse|prosjektdeltakelser|participation|participations",
        "Prosjektdeltakelser",
        "participation",
        "/virkemidler/prosjektutvikling",
        "kommuner",
    ),
    "dossier": Thing(
        "eu sak|eu saker|eu sakene|eu saken|sak|saker|sakene|dossier|dossiers",
        "EU-saker",
        "dossier",
        "/virkemidler/politikkoppfolging",
        "eu-saker",
        ("omrade", "virkemiddel", "tema", "maned", "periode"),
    ),
    "activity": Thing("aktivitet|aktiviteter|aktivitetene|activity|activities", "Aktiviteter", "activity"),
    "cooperation": Thing(
        "samarbeid|samarbeidene|bilaterale samarbeid|samarbeidsregion|samarbeidsregioner|partnerregion|partnerregioner|"
        "cooperation|cooperations|partnership|partnerships|partner region|partner regions",
        "Bilaterale samarbeid",
        "cooperation",
        "/virkemidler/bilateralt",
        by=("omrade", "virkemiddel", "tema", "ring", "partner", "maned"),
    ),
    "organisation": Thing(
        "organisasjon|organisasjoner|organisasjonene|nettverk|nettverkene|organisation|organisations|network|networks",
        "Organisasjoner",
        "organisation",
    ),
    "result": Thing("resultat|resultater|resultatene|result|results", "Resultater", "result"),
    "need": Thing("behov|behovene|need|needs", "Behov", "need"),
    "post": Thing("verv|vervene|board seats|posts", "Verv", "post"),
    "goal": Thing("mål|målene|goal|goals", "Mål", "goal", "/maal", by=_ALL),
    "area": Thing("rådsområde|rådsområder|rådsområdene|department|departments", "Rådsområder", "area", "/omrader"),
    "map": Thing("kart|kartet|map", "Kart", page="/kart", by=("omrade", "virkemiddel", "tema", "ring", "partner")),
    "development": Thing(
        "utviklingsmidler|utviklingsmidlene|development funding|development money",
        "Finansiering",
        "fund",
        "/finansiering",
        by=("omrade", "periode"),
    ),
    "strategy": Thing("strategi|strategien|strategy", "Strategien", page="/strategien"),
    "explore": Thing("utforsk|explore", "Utforsk", page="/utforsk"),
}
"""What can be asked for, by what it is called here."""

WINDOWS: Final[Mapping[str, str]] = {
    "paske": "påske|påsken|easter",
    "aaret": "årets slutt|nyttår|årsskiftet|new year|end of the year",
}
"""Until when deadlines are asked for: the word in the address of their page, and the words for it."""

YEARS: Final[Mapping[int, str]] = {
    0: "i år|inneværende år|årets|this year",
    -1: "i fjor|fjoråret|forrige år|last year",
    1: "neste år|next year",
}
"""How far a year lies from this one, and what it is called."""

_MONTHS: Final = (
    "januar|january|jan", "februar|february|feb", "mars|march|mar", "april|apr", "mai|may", "juni|june|jun",
    "juli|july|jul", "august|aug", "september|sept|sep", "oktober|october|okt|oct", "november|nov",
    "desember|december|des|dec",
)  # fmt: skip
MONTHS: Final[Mapping[str, int]] = {name: at for at, names in enumerate(_MONTHS, 1) for name in names.split("|")}
"""What the months are called beside a year, and their numbers."""

LEAST: Final = "over|mer enn|minst|above|more than|at least"
"""Words before an amount that something costs at least."""

NOTHING: Final = "ingenting|uten noe|intet|nothing"
"""Words for memberships that nothing is recorded from."""

PROGRAMMES: Final[Mapping[str, str]] = {"HORIZON": "horisont|horizon", "EU4H": "eu4health", "HORIZON-MSCA": "msca"}
"""Programmes by what people call them beside name and code."""

_SMALL: Final = (
    "i på fra til og for med av som en ei et er var har hva hvem hvilke hvilken hvilket hvor mye mange når de det den "
    "disse vi vår våre vårt vis finn før etter innen alle om ved mot fikk få får gav ga koster kostet mellom "
    "registrert registrerte internasjonal internasjonalt internasjonale "
    "the of in on for and how much many did do does get gets got from which who what when are is was our we us show "
    "find to a an at by with before until after all about that have has cost costs gave against give between recorded "
    "international"
)
SMALL: Final = frozenset(_SMALL.split())
"""Words that no record is looked for by, where others stand beside them."""
