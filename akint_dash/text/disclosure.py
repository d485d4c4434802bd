"""The words of the pack that answers a request of access (innsyn): what it is, its columns, what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from akint_dash.domain.exhibit import Kind
from akint_dash.text.words import Words

KINDS: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "tekst",
    Kind.CODE: "kode",
    Kind.COUNT: "antall",
    Kind.DECIMAL: "desimaltall",
    Kind.SHARE: "andel fra 0 til 1",
    Kind.RATE: "kurs",
    Kind.MONEY: "beløp i hele enheter av valutaen",
    Kind.DATE: "dato, ISO 8601",
    Kind.MOMENT: "dag og klokkeslett, norsk tid",
    Kind.YEAR: "år",
    Kind.DAYS: "antall dager",
}
"""What a column holds, in the data dictionary."""
HEADS: Final = ("Fil", "Tabell", "Kolonne", "Betydning", "Type", "Enhet", "Valg")
"""The columns of the data dictionary."""


def kind(w: Words, one: Kind) -> str:
    """What a column holds."""
    return w(KINDS[one])


def heads(w: Words) -> list[str]:
    """The headings of the data dictionary."""
    return [w(head) for head in HEADS]


def left_out(w: Words) -> str:
    """What is left out: the same sentence whether anything is or not, so that nothing is told by it."""
    return w("Registreringer som ikke er offentlige, er ikke med.")


def title(w: Words) -> str:
    """What the pack is called."""
    return w("Innsynspakke")


def about(w: Words) -> str:
    """What the pack is."""
    return w("Dette er den offentlige delen av en visning av fylkeskommunens internasjonale arbeid.")


def same(w: Words) -> str:
    """Who gets it."""
    return w("Pakken er den samme hvem som enn henter den.")


def missing(w: Words) -> str:
    """What an empty cell says."""
    return w("En tom celle betyr at opplysningen mangler. Den betyr aldri 0.")


def contents(w: Words) -> list[tuple[str, str]]:
    """The files, and what each is."""
    return [
        ("data.xlsx", w("tabellene som Excel, med filtrene på første ark")),
        ("data/*.csv", w("én tabell i hver fil, med komma mellom og desimalpunktum")),
        ("data.json", w("de samme tallene som JSON")),
        ("datapackage.json", w("beskrivelse av filene etter Frictionless Data Package 2.0")),
        (w("dataordbok.csv"), w("hver kolonne: betydning, type, enhet og hva den kan inneholde")),
        ("dcat.jsonld", w("beskrivelse av datasettet etter DCAT-AP-NO")),
    ]


def labels(w: Words) -> dict[str, str]:
    """What stands before the lines of the text that goes with the files."""
    return {
        "files": w("Filer i pakken"),
        "licence": w("Lisens"),
        "contact": w("Spørsmål kan rettes til"),
        "address": w("Adressen til pakken"),
    }


def no_licence(w: Words) -> str:
    """That nobody has said under which licence."""
    return w("Ingen lisens er oppgitt for dataene.")


def keywords(w: Words) -> list[str]:
    """What the data set is found by."""
    return [w("internasjonalt arbeid"), w("prosjekter"), w("EU")]
