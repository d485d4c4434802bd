from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from akint_dash.domain.reading import Draft, Reading
from akint_dash.domain.schema import ENTITIES
from akint_dash.errors import UnreadableFile
from akint_dash.importers import cordis, find_reader, streamed
from tests.importers.real import real

ROW = {
    "projectID": "1",
    "projectAcronym": "MADEUP",
    "organisationID": "900",
    "vatNumber": "",
    "name": "Made Up Ltd",
    "activityType": "PRC",
    "city": "Nowhere",
    "country": "UK",
    "nutsCode": "UKI31",
    "role": "participant",
    "ecContribution": "100.5",
    "netEcContribution": "",
    "totalCost": "960619,95",
}


def written(tmp_path: Path, *rows: dict[str, str], columns: tuple[str, ...] = ()) -> Reading:
    path = tmp_path / "organization.csv"
    names = columns or tuple(ROW)
    lines = [";".join(f'"{name}"' for name in names)]
    lines += [";".join(f'"{(ROW | row)[name]}"' for name in names) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return find_reader(path).read(path)


def of(reading: Reading, entity: str) -> list[Draft]:
    return [draft for draft in reading.drafts if draft.entity == entity]


def test_an_organisation_abroad(tmp_path: Path) -> None:
    reading = written(tmp_path, {}, columns=tuple(reversed(ROW)))
    (actor,), (part,) = of(reading, "actor"), of(reading, "participation")
    assert actor.code == "AKT-CORDIS-900"
    assert actor.values["sector"] == "business"
    assert "municipality" not in actor.values
    assert actor.values["municipality_text"] == "Nowhere (GB)"
    assert (part.code, part.values["actor"]) == ("DEL-1-CORDIS-900", actor.code)
    assert part.values["amount"] == 10_050
    for draft in reading.drafts:
        assert set(draft.values) <= set(ENTITIES[draft.entity].by_name)


def test_a_norwegian_organisation_gets_the_codes_of_other_sources(tmp_path: Path) -> None:
    home = {"vatNumber": "NO974760673MVA", "country": "NO", "nutsCode": "NO084", "city": "Ås"}
    reading = written(
        tmp_path,
        home | {"netEcContribution": "5000,25"},
        home | {"role": "thirdParty"},
        home | {"vatNumber": "NO974760674MVA", "organisationID": "901", "nutsCode": "NO081"},
    )
    assert [draft.code for draft in of(reading, "participation")] == [
        "DEL-1-974760673",
        "DEL-1-974760673-third_party",
        "DEL-1-CORDIS-901",
    ]
    first, last = of(reading, "actor")
    assert first.values["organisation_number"] == "974760673"
    assert (first.values["municipality"], first.values["municipality_text"]) == ("3218", "Ås")
    assert last.values["municipality"] == "0301"
    assert of(reading, "participation")[0].values["amount"] == 500_025
    assert of(reading, "participation")[1].values["role"] == "third_party"


def test_unknown_words_are_remarks_and_half_rows_problems(tmp_path: Path) -> None:
    reading = written(
        tmp_path,
        {"role": "guest", "activityType": "ZZZ"},
        {"name": ""},
        {"netEcContribution": "some"},
    )
    assert {(remark.key, remark.value) for remark in reading.remarks} == {
        ("unknown_code_remark", "guest"),
        ("unknown_code_remark", "ZZZ"),
        ("not_money_remark", "some"),
        ("double_participation_remark", "1"),
    }
    assert [(p.key, p.place.row) for p in reading.problems] == [("required_missing", 3)]


def test_a_project_number_that_lost_digits_is_a_problem_and_no_project(tmp_path: Path) -> None:
    reading = written(tmp_path, {}, {"projectID": "1.01E+08"}, {"projectID": "101000001.0"})
    assert [(p.key, p.place.row, p.value) for p in reading.problems] == [("lost_digits", 3, "1.01E+08")]
    assert {draft.values["project_number"] for draft in of(reading, "participation")} == {"1", "101000001"}


def test_the_project_file_is_another_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        written(tmp_path, {}, columns=("projectID", "projectAcronym"))


def test_the_real_rows_go_in() -> None:
    path = real("cordis_organization_sample.csv")
    reading = find_reader(path).read(path)
    assert reading.reader == cordis.NAME
    assert not reading.problems
    assert not reading.remarks
    parts = of(reading, "participation")
    assert len(parts) == len(of(reading, "actor")) == 5
    assert sum(int(str(draft.values["amount"])) for draft in parts) == 156_377_847


# -- the zip as downloaded

PROJECT = {
    "id": "1",
    "acronym": "MADEUP",
    "status": "SIGNED",
    "title": "A made up project",
    "startDate": "2023-01-01",
    "endDate": "2026-12-31",
    "totalCost": "960619,95",
    "ecMaxContribution": "1000",
    "legalBasis": "HORIZON.2.5",
    "frameworkProgramme": "HORIZON",
    "objective": "Words; with signs\nand lines",
}
HOME = {"vatNumber": "NO974760673MVA", "country": "NO", "nutsCode": "NO084", "city": "Ås"}


def lines(*rows: dict[str, str]) -> str:
    names = [";".join(f'"{name}"' for name in rows[0])]
    return "\r\n".join([*names, *(";".join(f'"{value}"' for value in row.values()) for row in rows)]) + "\r\n"


def zipped(tmp_path: Path, organisations: str, projects: str, folder: str = "") -> Path:
    path = tmp_path / "cordis-HORIZONprojects-csv.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{folder}project.csv", projects.encode("utf-8-sig"))
        archive.writestr(f"{folder}organization.csv", organisations.encode())
        archive.writestr(f"{folder}topics.csv", '"projectID";"topic"\r\n')
    return path


@pytest.mark.parametrize("folder", ["", "csv/"])
def test_the_zip_gives_the_countys_rows_with_their_projects(tmp_path: Path, folder: str) -> None:
    rows = (ROW | HOME, ROW, ROW | HOME | {"nutsCode": "NO060", "city": "Trondheim"})
    path = zipped(tmp_path, lines(*rows), lines(PROJECT, PROJECT | {"id": "2"}), folder)
    reading = find_reader(path).read(path)
    assert reading.reader == cordis.NAME
    (actor,), (part,) = of(reading, "actor"), of(reading, "participation")
    assert (actor.code, actor.values["municipality"]) == ("AKT-974760673", "3218")
    assert (part.values["title"], part.values["programme"]) == ("A made up project", "HORIZON-CL5")
    assert (part.values["from_date"], part.values["to_date"]) == ("2023-01-01", "2026-12-31")
    assert part.values["amount"] == 10_050
    assert [(r.key, r.value) for r in reading.remarks] == [("outside_county_remark", "2")]


@pytest.mark.parametrize(
    ("basis", "framework", "programme"),
    [
        ("HORIZON.1.2", "HORIZON", "HORIZON-MSCA"),
        ("HORIZON.2.4.3", "HORIZON", "HORIZON-CL4"),
        ("H2020-EU.3.3.", "H2020", "H2020-ENERGY"),
        ("H2020-EU.2.1.1.", "H2020", "H2020-LEIT"),
        ("H2020-EU.9.", "H2020", "H2020"),
        ("", "HORIZON", "HORIZON"),
        ("UNHEARD", "FP99", None),
    ],
)
def test_a_legal_basis_is_the_programme_it_lies_in(
    tmp_path: Path, basis: str, framework: str, programme: str | None
) -> None:
    project = PROJECT | {"legalBasis": basis, "frameworkProgramme": framework}
    path = zipped(tmp_path, lines(ROW | HOME), lines(project))
    reading = find_reader(path).read(path)
    (part,) = of(reading, "participation")
    assert part.values.get("programme") == programme
    assert part.values["programme_text"] == (basis or framework)
    assert [r.key for r in reading.remarks] == ([] if programme else ["unknown_code_remark"])


def test_a_broken_row_in_the_zip_is_told_and_never_stops_the_rest(tmp_path: Path) -> None:
    broken = lines(PROJECT).replace('"Words;', '""Words;') + lines(PROJECT | {"id": "2"}).partition("\n")[2]
    path = zipped(tmp_path, lines(ROW | HOME | {"projectID": "2"}), broken)
    reading = find_reader(path).read(path)
    (part,) = of(reading, "participation")
    assert part.values["title"] == "A made up project"
    assert {(r.key, r.place.sheet) for r in reading.remarks} == {("fields_remark", "project.csv")}


def test_a_zip_that_is_damaged_or_too_large_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path, lines(ROW | HOME), lines(PROJECT))
    whole = path.read_bytes()
    at = whole.index(b"organization.csv") + len("organization.csv")
    path.write_bytes(whole[:at] + bytes(20) + whole[at + 20 :])
    with pytest.raises(UnreadableFile) as damaged:
        cordis.read(path)
    assert damaged.value.key == "damaged_file"
    path.write_bytes(whole)
    monkeypatch.setattr(streamed, "LIMIT_UNPACKED", 100)
    with pytest.raises(UnreadableFile) as large:
        cordis.read(path)
    assert large.value.key == "too_large"
