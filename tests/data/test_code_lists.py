"""Facts of the code lists and of the strategy's rows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.schema import ENTITIES, Sort
from tests.data.code_files import CODE, ROOT, SHARED, bad_cells, code_lists, dangling, entity_files, header, rows

LISTS = [name for name, entity in ENTITIES.items() if entity.sort is Sort.LIST]
FILES = entity_files(CODE)
OWN_PAGES = {
    "/", "/maal", "/finansiering", "/omrader", "/kart", "/virkemidler/prosjektutvikling", "/virkemidler/bilateralt",
    "/virkemidler/politikkoppfolging", "/virkemidler/kompetanseheving",
}  # fmt: skip


def shared(*parts: str) -> Path:
    path = SHARED.joinpath(*parts)
    if not path.is_file():
        pytest.skip(f"{path.name} is not on this machine")
    return path


def folded(text: str) -> str:
    """Blanks and line breaks folded; a word broken at its hyphen is whole again."""
    return re.sub(r"-\s+", "-", " ".join(text.split()))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_its_file(name: str) -> None:
    assert name in FILES


@pytest.mark.parametrize("name", FILES)
def test_headings_are_the_schemas(name: str) -> None:
    heading = header(FILES[name])
    assert heading[0] == "code"
    assert set(heading[1:]) <= set(ENTITIES[name].by_name)
    assert len(set(heading)) == len(heading)


@pytest.mark.parametrize("name", FILES)
def test_cells_hold_what_their_column_asks_for(name: str) -> None:
    assert bad_cells(name, FILES[name], CHOICES) == []


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_a_code_of_its_own_and_a_source(name: str) -> None:
    found = rows(FILES[name])
    codes = [row["code"] for row in found]
    assert len(set(codes)) == len(codes)
    assert all(codes)
    assert [row["code"] for row in found if not row["source"].strip()] == []


def test_codes_hold_no_blanks() -> None:
    """A blank before a number would be read as a share."""
    assert [c for records in code_lists().values() for c in records if re.search(r"[\s;]", c)] == []


def test_references_resolve() -> None:
    assert dangling(code_lists()) == []


def test_areas_are_marked_as_a_proposal() -> None:
    areas = code_lists()["area"]
    assert list(areas) == ["FRL", "SAM", "NAE", "KLI", "UTD", "KUL", "PLA", "TAN"]
    assert all("forslag" in a["source"] and "Forslag" in a["note"] and not a["mail"] for a in areas.values())


def test_the_four_instruments_in_the_strategys_order() -> None:
    assert list(code_lists()["instrument"]) == ["PRO", "POL", "KOM", "BIL"]


def test_nothing_is_invented_of_plans_goals_and_rates() -> None:
    assert [code_lists()[name] for name in ("plan", "goal", "rate")] == [{}, {}, {}]


def test_every_theme_has_an_area() -> None:
    owned = {row["theme"] for row in code_lists()["area_theme"].values()}
    assert owned == set(code_lists()["theme"])


def test_municipalities_of_today_and_their_numbers_of_2020() -> None:
    all_ = code_lists()["municipality"]
    today = {c for c, row in all_.items() if row["county"] == "32"}
    before = {row["replaced_by"] for row in all_.values() if row["county"] == "30"}
    assert len(today) == 21
    assert today <= before
    assert {"0301", "3105", "3003"} <= set(all_)
    assert all(all_[row["replaced_by"]]["name_nb"] == row["name_nb"] for row in all_.values() if row["replaced_by"])


def test_lead_times_are_marked_as_the_countys_own_assumption() -> None:
    programmes = code_lists()["programme"].values()
    said = [p for p in programmes if p["decision_days"] or p["partner_days"] or p["contribution_days"]]
    assert said
    assert all("forslag, rettes av fylkeskommunen" in p["source"] for p in said)


def test_parts_of_a_programme_lie_on_its_level() -> None:
    programmes = code_lists()["programme"]
    parts = [p for p in programmes.values() if p["parent"]]
    assert parts
    assert all(programmes[p["parent"]]["level"] == p["level"] for p in parts)


def test_portal_ids_are_the_portals() -> None:
    said = {p["portal_id"] for p in code_lists()["programme"].values() if p["portal_id"]}
    listed = {r["framework_programme_id"] for r in rows(shared("data", "portal_programme_ids.csv"))}
    assert said == listed


def test_aliases_name_programmes() -> None:
    aliases = rows(CODE / "programme_alias.csv")
    texts = [row["text"].casefold() for row in aliases]
    assert len(set(texts)) == len(texts)
    assert {row["programme"] for row in aliases} <= set(code_lists()["programme"])
    assert all(row["source"] for row in aliases)


@pytest.mark.parametrize(
    ("file", "columns"),
    [
        ("eu_calls.csv", ["programme"]),
        ("forskningsradet_h2020_akershus.csv", ["framework_programme", "programme"]),
        ("programmes_2021_2027.csv", ["code"]),
    ],
)
def test_every_programme_of_the_real_files_is_known(file: str, columns: list[str]) -> None:
    known = {row["text"] for row in rows(CODE / "programme_alias.csv")} | set(code_lists()["programme"])
    said = {row[column].strip() for row in rows(shared("data", file)) for column in columns}
    assert said - known - {""} == set()


def strategy() -> Any:
    return yaml.safe_load((ROOT / "data" / "strategy.yaml").read_text(encoding="utf-8"))


def test_the_strategy_has_its_23_rows() -> None:
    said = strategy()
    assert [row["id"] for row in said["rows"]] == [f"S{n}" for n in range(1, 24)]
    assert (said["period"], said["decided_by"], said["date"], said["case_number"]) == (
        "2024-2027", "Fylkestinget", None, None,
    )  # fmt: skip
    columns = {"id", "section", "sentence_nb", "sentence_en", "question_nb", "question_en", "home"}
    assert all(set(row) == columns and all(row.values()) for row in said["rows"])
    assert {row["home"] for row in said["rows"]} == OWN_PAGES


def test_the_strategys_sentences_are_quoted() -> None:
    text = folded(shared("strategy-nb.txt").read_text(encoding="utf-8"))
    assert [row["id"] for row in strategy()["rows"] if folded(row["sentence_nb"]) not in text] == []
