"""keep.eu's export, by small invented workbooks in its columns: a cover, the projects, the partners."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from akint_dash.domain.reading import Draft, Reading
from akint_dash.domain.schema import ENTITIES
from akint_dash.errors import UnreadableFile
from akint_dash.importers import find_reader, keep_eu
from tests.importers.test_workbook import made

AMOUNT = "Partner's programme co-financing (EUR) (2021-2027 only)"
FILE = "Project_search_results_keep_eu.xlsx"
PROJECT: dict[str, Any] = {
    "Period": "2021-2027",
    "Programme": "2021 - 2027 INTERREG VI-B North Sea",
    "Project ID (2021-2027 only)": "41-2-1-23",
    "Project acronym": "MADEUP",
    "Project name in English": "A made up project",
    "Project start": datetime(2023, 9, 4),
    "Project end": "N.a.",
    "Project's total budget / expenditure": 2349367.02,
    "Project's EU funding": 1879493.6,
}
PARTNER: dict[str, Any] = {
    "Programme": PROJECT["Programme"],
    "Project ID (2021-2027 only)": "41-2-1-23",
    "Project acronym": "MADEUP",
    "Organisation in English": "Made Up Municipality",
    "Lead partner": "No",
    "Country code": "NO",
    "NUTS2 code (or equivalent)": "NO08",
    "NUTS3 code (or equivalent)": "NO084",
    "Town": "Nesodden",
    "Type of Organisation": "Local public authority",
    "Participant Identification Code": 951881080,
    "Partner\u2019s ID if not PIC": "NO 971 045 698",
    "Partner's programme co-financing (EUR) (2021-2027 only)": 119846.5,
    "ERDF contribution (2014-2020 only)": "N.a.",
}


def written(folder: Path, projects: list[dict[str, Any]], partners: list[dict[str, Any]]) -> Reading:
    path = folder / FILE
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        book.add_worksheet("Cover").write(0, 0, "Projects found")
        for name, common, rows in (("Projects", PROJECT, projects), ("Partners", PARTNER, partners)):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, list(common))
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate({**common, **row}.values()):
                    if isinstance(value, datetime):
                        sheet.write_datetime(number, column, value, day)
                    else:
                        sheet.write(number, column, value)
    return find_reader(path).read(path)


def of(reading: Reading, entity: str) -> list[Draft]:
    return [draft for draft in reading.drafts if draft.entity == entity]


def test_a_partner_of_the_county(tmp_path: Path) -> None:
    reading = written(tmp_path, [{}], [{}])
    assert reading.reader == keep_eu.NAME
    (actor,), (part,) = of(reading, "actor"), of(reading, "participation")
    assert (actor.code, actor.values["municipality"], actor.values["sector"]) == ("AKT-971045698", "3212", "public")
    assert part.values["project_number"] == "2021 - 2027 INTERREG VI-B North Sea: 41-2-1-23"
    assert (part.values["title"], part.values["programme"]) == ("A made up project", "INTERREG-NSR")
    assert (part.values["from_date"], part.values.get("to_date")) == ("2023-09-04", None)
    assert (part.values["amount"], part.values["currency"]) == (11_984_650, "EUR")
    assert part.values["role"] == "participant"
    assert not reading.remarks
    for draft in reading.drafts:
        assert set(draft.values) <= set(ENTITIES[draft.entity].by_name)


def test_a_project_of_the_earlier_period_is_joined_by_its_acronym_and_its_programme_kept_as_words(
    tmp_path: Path,
) -> None:
    earlier = {
        "Programme": "2014 - 2020 INTERREG VB North Sea",
        "Project ID (2021-2027 only)": "N.a.",
        "Participant Identification Code": "N.a.",
        "Partner\u2019s ID if not PIC": "N.a.",
        "Partner's programme co-financing (EUR) (2021-2027 only)": "N.a.",
        "ERDF contribution (2014-2020 only)": "119846",
        "Lead partner": "Yes",
    }
    project = {k: v for k, v in earlier.items() if k in PROJECT} | {"Period": "2014-2020"}
    reading = written(tmp_path, [{}, project], [earlier])
    (actor,), (part,) = of(reading, "actor"), of(reading, "participation")
    assert "organisation_number" not in actor.values
    assert part.values["project_number"] == "2014 - 2020 INTERREG VB North Sea: MADEUP"
    assert (part.values["role"], part.values["amount"]) == ("coordinator", 11_984_600)
    assert "programme" not in part.values
    assert [(r.key, r.value) for r in reading.remarks] == [("unknown_code_remark", "2014 - 2020 INTERREG VB North Sea")]


def test_partners_elsewhere_are_counted_and_left_out(tmp_path: Path) -> None:
    away = {"NUTS3 code (or equivalent)": "NO0A2", "NUTS2 code (or equivalent)": "NO0A"}
    reading = written(tmp_path, [{}], [{}, away, {"Country code": "DE", "NUTS3 code (or equivalent)": "DE943"}])
    assert len(of(reading, "participation")) == 1
    assert [(r.key, r.value) for r in reading.remarks] == [("outside_county_remark", "2")]


def test_text_that_reads_two_ways_gives_no_amount(tmp_path: Path) -> None:
    reading = written(tmp_path, [{}], [{AMOUNT: "119,846"}, {AMOUNT: 1.234, "Project acronym": "OTHER"}])
    (part,) = of(reading, "participation")
    assert part.values["amount"] == 123  # of the row whose cell is a number
    assert {r.key for r in reading.remarks} == {"two_readings_remark", "double_participation_remark"}


def test_one_participant_code_is_one_actor_here_and_in_cordis(tmp_path: Path) -> None:
    reading = written(tmp_path, [{}], [{"Partner\u2019s ID if not PIC": ""}])
    (actor,) = of(reading, "actor")
    assert (actor.code, actor.source_refs) == (
        "AKT-CORDIS-951881080",
        (("keep_eu", "CORDIS-951881080"), ("pic", "951881080")),
    )


def test_days_of_1904_are_days_and_an_error_is_told(tmp_path: Path) -> None:
    def build(book: openpyxl.Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        for name, row in (("Projects", PROJECT), ("Partners", PARTNER | {AMOUNT: "#N/A", "Town": "=1+1"})):
            sheet = book.create_sheet(name)
            sheet.append(list(row))
            sheet.append(list(row.values()))

    reading = keep_eu.read(made(tmp_path, build, FILE))
    (part,) = of(reading, "participation")
    assert part.values["from_date"] == "2023-09-04"
    assert "amount" not in part.values
    assert [(one.key, one.place.row, one.place.column) for one in reading.remarks] == [
        ("cell_without_value_remark", 2, "Town"),
        ("cell_without_value_remark", 2, AMOUNT),
    ]


def test_a_damaged_export_is_refused_in_words(tmp_path: Path) -> None:
    written(tmp_path, [{}], [{}])
    path, broken = tmp_path / FILE, tmp_path / "broken.xlsx"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(broken, "w") as cut:
        for name in whole.namelist():
            cut.writestr(name, whole.read(name)[: 300 if "sheet3" in name else None])
    with pytest.raises(UnreadableFile) as error:
        keep_eu.read(broken)
    assert error.value.key in {"damaged_file", "missing_columns"}
