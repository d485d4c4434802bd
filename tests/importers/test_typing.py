"""What people type in a workbook: read as they mean it, or told by sheet, row and column with the way out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from akint_dash.domain.history import State
from akint_dash.domain.reading import Problem
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.conflicts import Base
from akint_dash.importers.load import Plan, plan
from akint_dash.importers.workbook import read
from akint_dash.text.problems import problem_line

STATE: State = {
    "area": {"SAM": {"name_nb": "Samferdsel"}, "KUL": {"name_nb": "Kultur, idrett og frivillighet"}},
    "instrument": {"PRO": {"name_nb": "Prosjekt"}},
    "municipality": {"0301": {"name_nb": "Oslo"}, "3201": {"name_nb": "Bærum"}},
    "theme": {"klima_miljo": {"name_nb": "Klima og miljø"}, "kultur": {"name_nb": "Kultur"}},
}
NEEDED: dict[str, dict[str, Any]] = {
    "project": {"Tittel": "Prøve", "Ansvarlig rådsområde": "SAM"},
    "budget": {"Virkemiddel": "PRO", "Ansvarlig rådsområde": "SAM", "År": 2026},
    "programme": {"Navn": "Prøve"},
}
ROW = 5


def planned(folder: Path, entity: str, shown_as: str, typed: dict[str, Any]) -> Plan:
    """The plan of a workbook with one row; what is ``typed`` last is shown as the number format says."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = ENTITIES[entity].sheet
    row = {"Kode": "X-1", **NEEDED[entity], **typed}
    for at, (heading, value) in enumerate(row.items(), start=1):
        sheet.cell(ROW - 1, at, heading)
        sheet.cell(ROW, at).value = value
    if shown_as:
        sheet.cell(ROW, len(row)).number_format = shown_as
    book.save(folder / "bok.xlsx")
    return plan([read(folder / "bok.xlsx")], STATE, {0: Base(None)})


DAY, PERCENT, EURO = "dd.mm.yyyy", "0 %", "[$€-2] #,##0"
D = dt.datetime


@pytest.mark.parametrize(
    ("entity", "typed", "shown_as", "column", "kept"),
    [
        ("budget", {"Avsatte årsverk": 0.5}, PERCENT, "planned_fte", 0.5),
        ("budget", {"Avsatte årsverk": "50 %"}, "", "planned_fte", 0.5),
        ("budget", {"Avsatte årsverk": 50}, '0"%"', "planned_fte", 0.5),
        ("project", {"Årsverk i prosjektet": "50 prosent"}, "", "fte", 0.5),
        ("programme", {"Støtteandel, prosent": 0.6}, PERCENT, "cofunding", 60.0),
        ("project", {"Valuta": "kr"}, "", "currency", "NOK"),
        ("project", {"Valuta": "Euro"}, "", "currency", "EUR"),
        ("project", {"Valuta": "€"}, "", "currency", "EUR"),
        ("project", {"Valuta": "nok."}, "", "currency", "NOK"),
        ("project", {"Budsjett, vår del": "1 000 kr"}, "", "currency", "NOK"),
        ("project", {"Budsjett, vår del": 1000}, EURO, "currency", "EUR"),
        ("project", {"Budsjett, vår del": 1000}, '#,##0 "kr"', "currency", "NOK"),
        ("budget", {"Avsatt, kroner": 1000}, "[$kr-414] #,##0", "planned_nok", 100_000),
        ("project", {"Start": D(2026, 3, 1)}, DAY, "start", "2026-03-01"),
        ("project", {"Start": "1. mars 2026"}, "", "start", "2026-03-01"),
        ("project", {"Ansvarlig rådsområde": "Samferdsel"}, "", "area", "SAM"),
        ("project", {"Ansvarlig rådsområde": "SAM - Samferdsel"}, "", "area", "SAM"),
        ("project", {"Kommuner": 301}, "", "municipalities", [["0301", None]]),
        ("project", {"Kommuner": "301; Bærum"}, "", "municipalities", [["0301", None], ["3201", None]]),
        (
            "project",
            {"Deltakende rådsområder": "KUL – Kultur, idrett og frivillighet, SAM – Samferdsel"},
            "",
            "areas",
            [["KUL", None], ["SAM", None]],
        ),
        ("project", {"Deltakende rådsområder": "SAM/KUL"}, "", "areas", [["SAM", None], ["KUL", None]]),
        ("project", {"Vår rolle": "Prosjektleder"}, "", "role", "lead"),
        ("project", {"Synlighet": "offentlige"}, "", "visibility", "public"),
        ("project", {"Saksnummer": "2024/12"}, "", "case_number", "2024/12"),
        ("project", {"Merknad": "=HYPERLINK"}, "", "note", None),
    ],
)
def test_what_is_meant_is_taken(
    tmp_path: Path, entity: str, typed: dict[str, Any], shown_as: str, column: str, kept: Any
) -> None:
    made = planned(tmp_path, entity, shown_as, typed)
    if kept is None:
        assert [p.key for p in made.problems] == ["formula_without_value"]
        return
    assert made.problems == []
    assert made.changes[0].after is not None
    assert made.changes[0].after[column] == kept


@pytest.mark.parametrize(
    ("entity", "typed", "shown_as", "key", "nb", "en"),
    [
        ("project", {"Start": 2026}, DAY, "year_in_date", "01.01.2026", "01.01.2026"),
        ("project", {"Start": 2026}, "d. mmmm yyyy", "year_in_date", "18.07.1905", "18.07.1905"),
        ("project", {"Start": D(1905, 7, 18)}, DAY, "year_in_date", "01.01.2026", "01.01.2026"),
        ("project", {"Start": 2026}, "", "year_not_day", "hele datoen", "whole date"),
        ("project", {"Start": "2026"}, "", "year_not_day", "hele datoen", "whole date"),
        ("project", {"Start": D(1962, 1, 1)}, DAY, "year_out_of_range", "1990–2060", "1990–2060"),
        ("project", {"Start": "01.01.2620"}, "", "year_out_of_range", "1990–2060", "1990–2060"),
        ("project", {"Start": "03/04/2026"}, "", "two_readings_day", "03.04.2026 eller 04.03.2026", "full stops"),
        ("budget", {"År": 26}, "", "year_out_of_range", "1990–2060", "1990–2060"),
        ("budget", {"År": D(2026, 1, 1)}, DAY, "number_is_date", "Mente du 2026?", "Did you mean 2026?"),
        ("project", {"Timer brukt på søknaden": D(2026, 5, 7)}, DAY, "number_is_date", "Mente du 7,5?", "mean 7,5?"),
        ("project", {"Timer brukt på søknaden": dt.time(7, 30)}, "", "number_is_time", "Mente du 7,5?", "mean 7,5?"),
        ("project", {"Timer brukt på søknaden": 0.5}, PERCENT, "percent_in_number", "0,5 eller 50", "percent sign"),
        ("project", {"Timer brukt på søknaden": "50 %"}, "", "percent_in_number", "0,5 eller 50", "percent sign"),
        ("budget", {"Avsatte årsverk": -1}, "", "negative", "mindre enn null", "less than zero"),
        ("budget", {"Avsatt, kroner": -5}, "", "negative", "mindre enn null", "less than zero"),
        ("programme", {"Støtteandel, prosent": 0.6}, "", "percent_or_part", "Mente du 60?", "mean 60?"),
        ("project", {"Saksnummer": D(2024, 12, 1)}, DAY, "text_changed", "01.12.2024", "as text"),
        ("project", {"Saksnummer": True}, "", "text_changed", "SANN", "as text"),
        ("project", {"Saksnummer": dt.time(7, 30)}, "", "text_changed", "7:30", "as text"),
        ("project", {"Saksnummer": 0.5}, PERCENT, "text_changed", "50 %", "as text"),
        ("project", {"Saksnummer": 2024123456789012345}, "", "digits_lost", "alle sifrene", "all the digits"),
        ("project", {"Kode": D(2026, 1, 2)}, "", "code_is_date", "02.01.2026", "as text"),
        ("project", {"Deltakende rådsområder": D(2026, 1, 2)}, "", "code_is_date", "02.01.2026", "as text"),
        ("project", {"Valuta": "N0K"}, "", "unknown_currency", "Mente du NOK?", "mean NOK?"),
        ("project", {"Valuta": "dollar"}, "", "unknown_currency", "USD eller CAD", "USD"),
        ("project", {"Valuta": "TNOK"}, "", "currency_in_thousands", "hele enheter", "whole units"),
        ("project", {"Budsjett, vår del": 1000}, "", "amount_without_currency", "Budsjett, vår del", "Write the"),
        ("project", {"Valuta": "EUR", "Budsjett, vår del": "kr 5"}, "", "currency_contradicts", "(EUR)", "(EUR)"),
        ("project", {"Valuta": "NOK", "Budsjett, vår del": 5}, EURO, "currency_contradicts", "«5 EUR»", "“5 EUR”"),
        ("budget", {"Avsatt, kroner": 5}, EURO, "currency_contradicts", "(NOK)", "(NOK)"),
        ("budget", {"Avsatt, kroner": "1,234"}, "", "two_readings", "1234 eller 1,234", "two ways"),
        ("project", {"Ansvarlig rådsområde": "Samfersel"}, "", "unknown_code", "SAM – Samferdsel", "Did you mean"),
        ("project", {"Ansvarlig rådsområde": "SAM; KUL"}, "", "one_code_only", "eller KUL", "only one"),
        ("project", {"Ansvarlig rådsområde": "SAM – Kultur"}, "", "code_and_name_differ", "SAM – Samferdsel", "SAM"),
        ("project", {"Temaer": "klima"}, "", "unknown_code", "klima_miljo – Klima og miljø", "Did you mean"),
        ("project", {"Deltakende rådsområder": "KUL 40"}, "", "share_without_percent", "KUL 40 %", "KUL 40 %"),
        ("project", {"Deltakende rådsområder": "SAM 40 %"}, "", "shares_not_100", "«SAM 40 %»", "“SAM 40 %”"),
        ("project", {"Vår rolle": "prosjekteir"}, "", "choice_near", "Mente du Prosjekteier?", "Did you mean"),
        ("project", {"Vår rolle": "sjef"}, "", "not_a_choice", "Prosjekteier, Partner", "Lead partner"),
    ],
)
def test_what_cannot_be_meant_is_told_where_it_stands_with_the_way_out(
    tmp_path: Path, entity: str, typed: dict[str, Any], shown_as: str, key: str, nb: str, en: str
) -> None:
    made = planned(tmp_path, entity, shown_as, typed)
    found: list[Problem] = [p for p in made.problems if p.key == key]
    assert found, [p.key for p in made.problems]
    place = found[0].place
    wanted = "Valuta" if key == "amount_without_currency" else list(typed)[-1]
    assert (place.sheet, place.row, place.column) == (ENTITIES[entity].sheet, ROW, wanted)
    bokmal, english = (problem_line(found[0], language) for language in ("nb", "en"))
    assert nb in bokmal
    assert en in english
    assert f"rad {ROW}, kolonne {wanted}" in bokmal
    assert "0.3125" not in bokmal + english
