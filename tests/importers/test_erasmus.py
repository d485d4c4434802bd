"""The Erasmus+ project lists, by small invented files in their columns."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest

from akint_dash.domain.reading import Draft, Reading
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers import erasmus, find_reader

GRANT = (
    "EU Grant award in euros (This amount represents the grant awarded after the selection stage and is indicative. "
    "Please note that any changes made during or after the project's lifetime will not be reflected here.)"
)
WHO = ("name", "organisation type", "address", "region", "country", "website")
COLUMNS = (
    "Programme",
    "Key Action",
    "Action Type",
    "Call year",
    "Project Identifier",
    "Project Title",
    "Topics",
    "Project Summary",
    "Project Status",
    GRANT,
    "Project Website",
    "Results Platform Project Card",
    "Participating countries",
    "Coordinating organisation name",
    "Coordinating organisation type",
    "Coordinator's address",
    "Coordinator's region",
    "Coordinator's country",
    "Coordinator's website",
    *(f"Partner {number} {word}" for number in range(1, 13) for word in WHO),
)
ROW = {
    "Programme": "Erasmus+",
    "Call year": "2024",
    "Project Identifier": "2024-1-NO01-KA121-VET-000200001",
    "Project Title": "Fagopplæring i Europa",
    "Project Summary": 'Flere\nlinjer, og "sitat"',
    GRANT: "25,000.00",
    "Coordinating organisation name": "Oppdiktet videregående skole",
    "Coordinator's address": "Skoleveien 1, 2000, Lillestrøm",
    "Coordinator's region": "Akershus",
    "Coordinator's country": "NO",
}
SHARED = ROW | {
    "Project Identifier": "2024-1-ES01-KA220-SCH-000200002",
    "Coordinating organisation name": "Escuela Inventada",
    "Coordinator's address": "Calle 1, 08012, Barcelona",
    "Coordinator's region": "Cataluña",
    "Coordinator's country": "ES",
    "Partner 2 name": "AS videregaende",
    "Partner 2 address": "Vei 2, 1430, AS",
    "Partner 2 region": "Oslo og Viken",
    "Partner 2 country": "NO",
    "Partner 12 name": "Annen skole",
    "Partner 12 address": "Vei 3, 7010, Trondheim",
    "Partner 12 region": "Trøndelag",
    "Partner 12 country": "NO",
}


def written(tmp_path: Path, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Reading:
    path = tmp_path / "ErasmusPlus_KA1_2024.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, columns, extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)
    return find_reader(path).read(path)


def of(reading: Reading, entity: str) -> list[Draft]:
    return [draft for draft in reading.drafts if draft.entity == entity]


def test_a_school_of_the_county_and_the_grant_it_has_alone(tmp_path: Path) -> None:
    reading = written(tmp_path, ROW)
    assert reading.reader == erasmus.NAME
    (actor,), (part,) = of(reading, "actor"), of(reading, "participation")
    assert actor.values == {
        "name": "Oppdiktet videregående skole",
        "municipality": "3205",
        "municipality_text": "Lillestrøm",
        "visibility": "public",
    }
    assert part.values["project_number"] == "2024-1-NO01-KA121-VET-000200001"
    assert (part.values["amount"], part.values["currency"]) == (2_500_000, "EUR")
    assert (part.values["programme"], part.values["role"]) == ("ERASMUS", "coordinator")
    assert "from_date" not in part.values
    assert not reading.remarks
    for draft in reading.drafts:
        assert set(draft.values) <= set(ENTITIES[draft.entity].by_name)


def test_a_partner_among_many_gets_no_share_of_the_projects_grant(tmp_path: Path) -> None:
    reading = written(tmp_path, SHARED)
    (part,) = of(reading, "participation")
    assert (part.values["role"], part.values["municipality"]) == ("participant", "3218")
    assert "amount" not in part.values
    assert {(r.key, r.value) for r in reading.remarks} == {
        ("project_total_remark", ""),
        ("outside_county_remark", "2"),
    }


def test_the_programme_of_an_earlier_period_is_kept_as_words(tmp_path: Path) -> None:
    reading = written(tmp_path, ROW | {"Call year": "2019"})
    (part,) = of(reading, "participation")
    assert (part.values.get("programme"), part.values["programme_text"]) == (None, "Erasmus+")
    assert [(r.key, r.value) for r in reading.remarks] == [("unknown_code_remark", "Erasmus+ 2019")]


@pytest.mark.parametrize(
    ("day", "said"), [("2024-09-01", "2024-09-01"), ("9/30/24", "2024-09-30"), ("9/1/2024", None), ("soon", None)]
)
def test_days_of_the_older_lists(tmp_path: Path, day: str, said: str | None) -> None:
    reading = written(tmp_path, ROW | {"Start date": day}, columns=(*COLUMNS, "Start date"))
    (part,) = of(reading, "participation")
    assert part.values.get("from_date") == said
    assert bool(reading.remarks) == (said is None)


def test_a_zip_of_the_list_is_read_like_the_list(tmp_path: Path) -> None:
    plain = written(tmp_path, ROW, SHARED)
    packed = tmp_path / "liste.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / "ErasmusPlus_KA1_2024.csv", "ErasmusPlus_KA1_2024.csv")
    assert [d.values for d in find_reader(packed).read(packed).drafts] == [d.values for d in plain.drafts]


def test_a_row_with_fields_too_many_is_told_and_the_rest_read(tmp_path: Path) -> None:
    written(tmp_path, ROW)
    path = tmp_path / "ErasmusPlus_KA1_2024.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write("a,b,c\n")
    reading = find_reader(path).read(path)
    assert [(r.key, r.place.row, r.value) for r in reading.remarks] == [("fields_remark", 3, "4")]
    assert len(of(reading, "participation")) == 1
