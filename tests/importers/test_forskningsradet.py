from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from akint_dash.domain.history import apply
from akint_dash.domain.reading import Draft, Reading
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers import find_reader, streamed
from akint_dash.importers.code_csv import read_folder
from akint_dash.importers.load import plan
from akint_dash.settings import PROJECT
from tests.importers.real import real

CODES = PROJECT / "data" / "code"
COLUMNS = (
    "framework_programme",
    "programme",
    "project_number",
    "acronym",
    "title",
    "start_date",
    "end_date",
    "org_number",
    "org_name",
    "role",
    "sector",
    "municipality_no_2020",
    "municipality_no_2024",
    "municipality",
    "ec_contribution_eur",
)
ROW = {
    "framework_programme": "H2020",
    "programme": "Secure, clean and efficient energy",
    "project_number": "123456",
    "acronym": "MADEUP",
    "title": "A made up project",
    "start_date": "2020-01-01",
    "end_date": "2022-12-31",
    "org_number": "974760673",
    "org_name": "MADE UP AS",
    "role": "COORDINATOR",
    "sector": "Næringsliv",
    "municipality_no_2020": "3024",
    "municipality_no_2024": "3201",
    "municipality": "Bærum",
    "ec_contribution_eur": "1234.565",
}


def written(tmp_path: Path, *rows: dict[str, str]) -> Reading:
    path = tmp_path / "list.csv"
    lines = [",".join(f'"{(ROW | row)[name]}"' for name in COLUMNS) for row in rows]
    path.write_text("\n".join([",".join(COLUMNS), *lines]) + "\n", encoding="utf-8")
    return find_reader(path).read(path)


def of(reading: Reading, entity: str) -> list[Draft]:
    return [draft for draft in reading.drafts if draft.entity == entity]


def test_an_actor_and_its_participation(tmp_path: Path) -> None:
    reading = written(tmp_path, {})
    (actor,), (part,) = of(reading, "actor"), of(reading, "participation")
    assert actor.code == "AKT-974760673"
    assert actor.values["sector"] == "business"
    assert actor.values["sector_text"] == "Næringsliv"
    assert actor.values["municipality"] == "3201"
    assert part.code == "DEL-123456-974760673-coordinator"
    assert part.values["actor"] == actor.code
    assert part.values["amount"] == 123_457
    assert (part.values["from_date"], part.values["to_date"]) == ("2020-01-01", "2022-12-31")
    assert part.values["role"] == "coordinator"
    assert part.values["visibility"] == "public"
    for draft in reading.drafts:
        assert set(draft.values) <= set(ENTITIES[draft.entity].by_name)


@pytest.mark.parametrize(
    ("new", "old", "code"),
    [("301", "301", "0301"), ("", "3003", "3003"), ("301.0", "", "0301"), ("", "", None)],
)
def test_municipalities_stay_what_they_are(tmp_path: Path, new: str, old: str, code: str | None) -> None:
    row = {"municipality_no_2024": new, "municipality_no_2020": old, "municipality": "There"}
    for draft in written(tmp_path, row).drafts:
        assert draft.values.get("municipality") == code
        assert draft.values["municipality_text"] == "There"


def test_rows_of_one_participation_are_one_with_the_support_of_all(tmp_path: Path) -> None:
    reading = written(tmp_path, {}, {"ec_contribution_eur": "5"}, {}, {"project_number": "7"}, {"role": "PARTICIPANT"})
    assert {draft.code: draft.values["amount"] for draft in of(reading, "participation")} == {
        "DEL-123456-974760673-coordinator": 123_457 + 500,
        "DEL-123456-974760673": 123_457,
        "DEL-7-974760673-coordinator": 123_457,
    }
    assert [(r.key, r.value, r.expected) for r in reading.remarks] == [("double_participation_remark", "123456", "3")]
    assert len(of(reading, "actor")) == 1


def test_an_actor_is_as_its_latest_project_says(tmp_path: Path) -> None:
    later = {"project_number": "9", "start_date": "2021-01-01", "org_name": "NEW NAME AS"}
    reading = written(tmp_path, {}, later, {"project_number": "8", "start_date": "2019-01-01"})
    (actor,) = of(reading, "actor")
    assert actor.values["name"] == "NEW NAME AS"


def test_what_is_odd_is_a_remark_and_what_is_wrong_a_problem(tmp_path: Path) -> None:
    reading = written(
        tmp_path,
        {"org_number": "974760674"},
        {"sector": "Sirkus", "role": "MAGICIAN", "start_date": "once", "org_number": ""},
        {"org_name": ""},
    )
    assert {(r.key, r.value) for r in reading.remarks} >= {
        ("bad_organisation_number_remark", "974760674"),
        ("unknown_code_remark", "Sirkus"),
        ("unknown_code_remark", "MAGICIAN"),
    }
    assert ("not_a_date_remark", 3, "once") in {(r.key, r.place.row, r.value) for r in reading.remarks}
    assert [(p.key, p.place.row, p.value) for p in reading.problems] == [("required_missing", 4, "")]
    assert len({draft.code for draft in of(reading, "actor")}) == 1  # no number that holds, one name, one place


def test_the_real_participations_209_inside_and_2_outside() -> None:
    path = real("forskningsradet_h2020_akershus.csv")
    reading = find_reader(path).read(path)
    assert not reading.problems
    parts = of(reading, "participation")
    assert len({draft.code for draft in parts}) == 211
    where = Counter(str(draft.values["municipality"])[:2] for draft in parts)
    assert where == {"32": 209, "30": 2}
    outside = [d for d in parts if not str(d.values["municipality"]).startswith("32")]
    assert {draft.values["municipality_text"] for draft in outside} == {"Sarpsborg"}
    assert len(of(reading, "actor")) == 71
    assert all(isinstance(draft.values["amount"], int) for draft in parts)
    assert all(draft.values["sector"] for draft in of(reading, "actor"))
    made = plan([reading], {}, {})
    assert not made.problems
    assert len(made.changes) == 211 + 71


def published(folder: Path) -> Reading:
    """The file in the Council's own columns, as it publishes it."""
    path = folder / "published.csv"
    said = {
        "Rammeprogram": "H2020",
        "Program (H2020)": "Secure, clean and efficient energy",
        "Prosjektnr": "123456",
        "Prosjektkortnavn": "MADEUP",
        "Prosjektnavn": "A made up project",
        "Kontrakt startdato": "01.02.2020 00:00",
        "Kontrakt sluttdato": "31.12.2022 00:00",
        "Organisasjonsnummer": "974760673",
        "Organisasjonsnavn": "MADE UP AS",
        "Organisasjon rolle": "COORDINATOR",
        "FoU sektor": "Næringsliv",
        "Adresse kommunenummer": "301",
        "Adresse kommune": "Oslo",
        "Innvilget beløp organisasjon EUR": "626199.99999984",
    }
    lines = [",".join(said), ",".join(f'"{value}"' for value in said.values())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return find_reader(path).read(path)


def test_the_list_as_the_council_publishes_it(tmp_path: Path) -> None:
    reading = published(tmp_path)
    (actor,), (part,) = of(reading, "actor"), of(reading, "participation")
    assert (actor.code, actor.values["municipality"]) == ("AKT-974760673", "0301")
    assert (part.values["from_date"], part.values["to_date"]) == ("2020-02-01", "2022-12-31")
    assert (part.values["amount"], part.values["programme"]) == (62_620_000, "H2020-ENERGY")
    assert not reading.remarks


def test_what_says_less_exactly_leaves_alone_what_is_known(tmp_path: Path) -> None:
    state = apply({}, plan([read_folder(CODES, reader="kodelister"), written(tmp_path, {})], {}, {}).changes)
    coarse = written(tmp_path, {"programme": "", "municipality_no_2024": ""})
    assert of(coarse, "participation")[0].values["programme"] == "H2020"
    assert plan([coarse], state, {}).changes == []


@pytest.mark.parametrize("column", ["title", "org_name", "ec_contribution_eur"])
def test_a_quote_that_is_never_closed_is_a_problem_that_names_its_row(tmp_path: Path, column: str) -> None:
    written(tmp_path, {}, {"project_number": "2"}, {"project_number": "3"})
    path = tmp_path / "list.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[2].split(",")
    at = next(i for i, cell in enumerate(cells) if cell == f'"{ROW[column]}"')
    cells[at] = cells[at][:-1]
    plain = [",".join(cells[:at]), *(cell for cell in cells[at:])]
    lines[2] = ",".join([plain[0], plain[1], *(cell.strip('"') for cell in plain[2:])])
    lines[3] = lines[3].replace('"', "")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    reading = find_reader(path).read(path)
    assert [(p.key, p.place.row, p.value, p.expected) for p in reading.problems] == [("open_quote", 3, "3", "3")]


def test_a_short_and_a_long_row_are_told_and_left_out(tmp_path: Path) -> None:
    written(tmp_path, {})
    path = tmp_path / "list.csv"
    whole = path.read_text(encoding="utf-8")
    row = whole.splitlines()[1].replace("123456", "7")
    path.write_text(whole + ",".join(row.split(",")[:4]) + f"\n\n{row},x\n", encoding="utf-8")
    reading = find_reader(path).read(path)
    assert len(of(reading, "participation")) == 1
    assert [(r.key, r.place.row, r.value) for r in reading.remarks] == [
        ("fields_remark", 3, "3"),
        ("fields_remark", 5, "5"),
    ]


def test_a_sign_that_is_no_character_is_told_with_its_cell(tmp_path: Path) -> None:
    written(tmp_path, {"municipality": "Bærum" + "x" * streamed.HEAD_BYTES}, {"project_number": "8"})
    path = tmp_path / "list.csv"
    raw = path.read_bytes()
    last = raw.rindex("æ".encode())
    path.write_bytes(raw[:last] + b"\xc3" + raw[last + 2 :])
    reading = find_reader(path).read(path)
    assert ("broken_sign_remark", 3, "municipality") in {(r.key, r.place.row, r.place.column) for r in reading.remarks}


def test_a_quote_inside_a_field_is_no_fault(tmp_path: Path) -> None:
    written(tmp_path, {"title": "PIPES"}, {"title": "PIPES", "project_number": "2"})
    path = tmp_path / "list.csv"
    path.write_text(path.read_text(encoding="utf-8").replace('"PIPES"', 'Pipes of 5" in harbours'), encoding="utf-8")
    reading = find_reader(path).read(path)
    assert not reading.problems
    assert {draft.values["title"] for draft in of(reading, "participation")} == {'Pipes of 5" in harbours'}


def test_a_list_without_organisation_numbers_speaks_of_the_same_actors(tmp_path: Path) -> None:
    lists = apply({}, plan([read_folder(CODES, reader="kodelister")], {}, {}).changes)
    state = apply(lists, plan([written(tmp_path, {})], lists, {}).changes)
    path = tmp_path / "list.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [{k: v for k, v in row.items() if k != "org_number"} for row in csv.DictReader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
    later = apply(state, plan([find_reader(path).read(path)], state, {}).changes)
    for entity in ("actor", "participation"):
        assert later[entity].keys() == state[entity].keys()


def test_entities_of_html_are_text(tmp_path: Path) -> None:
    reading = written(tmp_path, {"org_name": "Havn &amp; S&oslash;nn AS", "title": "R&amp;amp;D"})
    (actor,), (part,) = of(reading, "actor"), of(reading, "participation")
    assert (actor.values["name"], part.values["title"]) == ("Havn & S\u00f8nn AS", "R&D")
