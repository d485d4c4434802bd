from __future__ import annotations

from pathlib import Path

import pytest

from akint_dash.domain.reading import Draft, Reading
from akint_dash.domain.schema import ENTITIES
from akint_dash.errors import UnreadableFile
from akint_dash.importers import cordis, find_reader
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
