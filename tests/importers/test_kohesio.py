"""Kohesio's project lists, by small invented files in their columns."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from akint_dash.domain.reading import Draft, Reading
from akint_dash.importers import find_reader, kohesio

ROW = {
    "Operation_Unique_Identifier": "https://linkedopendata.eu/entity/Q900001",
    "Operation_Local_Identifier": "2021-TEST-1",
    "Operation_Name_English": "Green harbour",
    "Operation_Name_Programme_Language": "Grønn havn",
    "Country": "Norway",
    "CountryCode": "NO",
    "Operation_Start_Date": "04/09/2023",
    "Operation_End_Date": "31/08/2026",
    "Cofinancing_Rate": "40.0",
    "Total_Eligible_Expenditure_amount": "337478.4",
    "Total_Eligible_Expenditure_Currency": "EUR",
    "Project_EU_Budget": "134991.36",
    "Beneficiary_Unique_Identifier": "https://linkedopendata.eu/entity/Q900002",
    "Beneficiary_Name": "Oppdiktet kommune",
    "Beneficiary_Local_Identifier": "971045698",
    "Fund_Code": "ERDF",
    "Fund_Name": "European Regional Development Fund",
    "Programme_Name": "Interreg oppdiktet",
    "NUTS3_Code": "NO084",
    "LAU_Labels": "Nesodden",
    "Programming_Period": "2021-2027",
}


def written(tmp_path: Path, *rows: dict[str, str]) -> Reading:
    path = tmp_path / "SE-pp21-27-20260924.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, ROW)
        table.writeheader()
        table.writerows({**ROW, **row} for row in rows)
    return find_reader(path).read(path)


def of(reading: Reading, entity: str) -> list[Draft]:
    return [draft for draft in reading.drafts if draft.entity == entity]


def test_a_beneficiary_in_the_county(tmp_path: Path) -> None:
    reading = written(tmp_path, {})
    assert reading.reader == kohesio.NAME
    (actor,), (part,) = of(reading, "actor"), of(reading, "participation")
    assert (actor.code, actor.values["municipality"]) == ("AKT-971045698", "3212")
    assert (part.values["project_number"], part.values["title"]) == ("Q900001", "Grønn havn")
    assert (part.values["from_date"], part.values["to_date"]) == ("2023-09-04", "2026-08-31")
    assert part.values["programme_text"] == "Interreg oppdiktet"
    assert {"amount", "currency", "role", "programme"}.isdisjoint(part.values)
    assert {r.key for r in reading.remarks} == {"project_total_remark", "unknown_code_remark"}


@pytest.mark.parametrize(("country", "nuts"), [("Sweden", "SE232"), ("Norway", "NO060"), ("Sweden", "SE232|NO084")])
def test_projects_elsewhere_are_counted_and_left_out(tmp_path: Path, country: str, nuts: str) -> None:
    reading = written(tmp_path, {"Country": country, "NUTS3_Code": nuts})
    assert not reading.drafts
    assert [(r.key, r.value) for r in reading.remarks] == [("outside_county_remark", "1")]


def test_a_beneficiary_of_a_project_in_several_places_has_no_place_of_ours(tmp_path: Path) -> None:
    reading = written(tmp_path, {"Country": "Sweden|Norway", "NUTS3_Code": "SE232|NO084"})
    (actor,) = of(reading, "actor")
    assert (actor.code, actor.values.get("municipality")) == ("AKT-KOHESIO-Q900002", None)


def test_a_row_without_a_beneficiary_is_told(tmp_path: Path) -> None:
    reading = written(tmp_path, {"Beneficiary_Name": ""}, {"Operation_Start_Date": "31/02/2024"})
    assert len(of(reading, "participation")) == 1
    assert {(r.key, r.place.row) for r in reading.remarks} >= {("nameless_row_remark", 2), ("not_a_date_remark", 3)}
