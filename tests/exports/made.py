"""Publications made by hand: every kind of value, every form of chart, and texts that mean harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from akint_dash.domain.exhibit import Chart, Column, Exhibit, Form, Kind, Publication, Series
from akint_dash.text.words import Language

COLUMNS: Final = (
    Column("name", "Prosjekt", Kind.TEXT),
    Column("name_code", "Prosjekt (kode)", Kind.CODE),
    Column("n", "Antall", Kind.COUNT),
    Column("hours", "Timer", Kind.DECIMAL),
    Column("share", "Andel", Kind.SHARE),
    Column("rate", "Kurs", Kind.RATE),
    Column("ore", "Støtte", Kind.MONEY, "NOK"),
    Column("budget", "Budsjett", Kind.MONEY),
    Column("budget_currency", "Budsjett (valuta)", Kind.CODE),
    Column("day", "Dato", Kind.DATE),
    Column("moment", "Klokkeslett", Kind.MOMENT),
    Column("year", "År", Kind.YEAR),
    Column("days", "Dager igjen", Kind.DAYS),
)
FULL: Final = (
    "Ås og Ø", "007", 1234, 37.5, 0.2846, 11.6085, Decimal("6200200"), Decimal("1234.56"), "EUR",
    date(2026, 11, 30), "01.12.2026 kl. 17.00", 2026, 7,
)  # fmt: skip
BELOW: Final = (
    "1e5", "P-0001", -4, -0.5, -0.02, 0.0, Decimal("-1200.50"), Decimal("0"), "SEK",
    date(2024, 2, 29), "–", 2024, -3,
)  # fmt: skip
MISSING: Final = (None,) * len(COLUMNS)
NONE_OF: Final = ("–",) * len(COLUMNS)
EVERY: Final = Exhibit(
    "alt", "Alle slag verdier står her", "Alle slag verdier", COLUMNS, (FULL, BELOW, MISSING, NONE_OF)
)

YEARS: Final = ("2024", "2025", "2026")
CHART: Final = Chart(
    Form.COLUMNS, YEARS, (Series("Prosjektutvikling", (3, None, 5), "PRO"), Series("Annet", (0, 2, 1))), Kind.COUNT
)
DRAWN: Final = Exhibit(
    "tegnet",
    "Fem tiltak i 2026",
    "Tiltak etter år",
    (Column("year", "År", Kind.YEAR), Column("PRO", "Prosjektutvikling", Kind.COUNT), Column("x", "Annet", Kind.COUNT)),
    ((2024, 3, 0), (2025, None, 2), (2026, 5, 1)),
    base="Filtre: Samferdsel",
    say="Tre av fem er nye.",
    unit="Tiltak",
    notes=("Bygger på 11 tiltak",),
    refs=("3.1",),
    instrument="PRO",
    chart=CHART,
    over="Prosjektutvikling",
)


def publication(*exhibits: Exhibit, language: Language = "nb", **changed: object) -> Publication:
    """A publication of these figures."""
    made = Publication(
        language=language,
        title="Fem tiltak hittil i 2026",
        page="Oversikt",
        over="Oversikt for ledelsen, 24. november 2026",
        say="Slik vet vi det.",
        selection=(("Rådsområde", "Samferdsel; Kultur"), ("Periode", "2024–2026")),
        day=date(2026, 11, 24),
        data="Data per 30.10.2026 kl. 09.00 · oppdatering 14",
        sources=("demonstrasjonen",),
        address="https://akint.example/?omrade=SAM",
        county="Akershus fylkeskommune",
        demonstration="Demonstrasjonsdata: oppdiktede tall",
        audience="Bare det som er åpent for alle",
        exhibits=exhibits or (EVERY, DRAWN),
        notes=("Egne data til 30.10.2026.",),
        name="demonstrasjon-oversikt-2026-11-24",
    )
    return replace(made, **changed)  # type: ignore[arg-type]


HARM: Final = (
    '=HYPERLINK("http://x.example";"x")', "=2+2", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\uff1d1+1", "\uff0b1",
    "'=1+1", "<r>x</r>", "<r><t>x</t></r>", "_x0041_", "{=1+1}", "=cmd|' /C calc'!A0", "Ark!$A$1", "a\nb", "&Lx &P",
    "007", "1e5", "TRUE", "2026-01-01", "http://x.example/", "internal:Sheet1!A1", "\ufdfd\U0001f600",
    "Ærlig «sitat» \"x\"", "[x]:*?/\\y",
)  # fmt: skip
"""Texts of records that a spreadsheet could take for something else."""


def harmful() -> Publication:
    """Every harmful text in every place a text may stand."""
    columns = tuple(Column(f"c{n}", text, Kind.TEXT) for n, text in enumerate(HARM))
    rows = tuple(tuple(HARM[(n + at) % len(HARM)] for at in range(len(HARM))) for n in range(len(HARM)))
    chart = Chart(Form.BARS, HARM, tuple(Series(text, (1,) * len(HARM)) for text in HARM[:6]), Kind.COUNT)
    wide = Exhibit("bred", "=2+2", "=2+2", columns, rows, base="=1", say="+1", unit="-1", notes=HARM, chart=chart)
    some = [Exhibit(f"f{n}", text, text, columns[:2], tuple(row[:2] for row in rows)) for n, text in enumerate(HARM)]
    said: dict[str, Any] = {
        "title": "=2+2",
        "say": "@x",
        "page": "=2+2&P",
        "county": "=2+2",
        "demonstration": "=2+2",
        "data": "=2+2",
    }
    said |= {"over": "=1", "audience": "=1", "address": "=1+1"}
    return publication(wide, *some, selection=tuple((text, text) for text in HARM), sources=HARM, notes=HARM, **said)
