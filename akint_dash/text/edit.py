"""What the form of one field says of it: the schema's own explanations, and how its kind is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from akint_dash.domain.schema import Column, Kind
from akint_dash.text.words import Words

HELP: Final[Mapping[str, str]] = {
    "Hvor opplysningen er hentet fra": "Hvor opplysningen er hentet fra.",
    "ISO 3166-1, to bokstaver": "ISO 3166-1, to bokstaver.",
    "Fylkesnummer": "Fylkesnummer.",
    "Stillinger som prosjektet betaler, i årsverk": "Stillinger som prosjektet betaler, i årsverk.",
    "Skriv SAM 60 %; KUL 40 % bare når en fordeling er vedtatt": (
        "Skriv prosent etter koden bare når en fordeling er vedtatt."
    ),
    "Rolle eller enhet, ikke en person": "Rolle eller enhet, ikke en person.",
    "Enhetens postkasse": "Enhetens postkasse.",
    "Arkivets nummer, for eksempel 2024/1234": "Arkivets nummer, for eksempel 2024/1234.",
    "Intern vises bare for ansatte": "Det som er internt, vises bare for ansatte.",
    "Hjemmel for unntak fra offentlighet": "Hjemmel for unntak fra offentlighet.",
    "Vises bare for ansatte": "Vises bare for ansatte.",
    "Hvorfor søknaden ble avslått, etter brevet": "Hvorfor søknaden ble avslått, etter brevet.",
    "Kildens egen tekst om utlysningen": "Kildens egen tekst om utlysningen.",
    "Kode i arket Personer": "Kode i arket Personer, aldri et navn.",
    "Siste dag for å si opp før neste periode": "Siste dag for å si opp før neste periode.",
    "Bare når typen alene ikke sier det": "Bare når typen alene ikke sier det.",
    "Koden til posten": "Koden til registreringen.",
}
"""The schema's help of a column -> the same as a sentence of a page."""
HOW: Final[Mapping[Kind, str]] = {
    Kind.MOMENT: "Dato og klokkeslett i UTC, for eksempel 24.11.2026 16:00.",
    Kind.INTEGER: "Et helt tall.",
    Kind.NUMBER: "Et tall, for eksempel 1\u00a0234,5.",
    Kind.MONEY: "Hele kroner eller euro, for eksempel 1 250 000.",
    Kind.TIES: "Én kode eller ett navn på hver linje.",
}


def help_of(w: Words, column: Column) -> str:
    """What a form says of a column; "" where it says nothing beside its name."""
    said = [HELP.get(column.help, ""), HOW.get(column.kind, "")]
    return " ".join(w(one) for one in said if one)
