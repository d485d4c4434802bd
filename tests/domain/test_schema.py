"""The schema as data: everything it names exists, everything it calls something has one name."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from akint_dash.domain.choices import CHOICES, DERIVED, word
from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS
from akint_dash.domain.references import references
from akint_dash.domain.schema import ENTITIES, PERSON_SHEET, UNOWNED, Entity, Kind, Sort

EVERY = [pytest.param(entity, id=name) for name, entity in ENTITIES.items()]
TABLES_OF_THE_STORE = {"revision", "change", "person", "source_ref"}


def twice(names: list[str]) -> list[str]:
    return [name for name, n in Counter(names).items() if n > 1]


def test_every_entity_has_its_own_name_and_sheet() -> None:
    assert all(name == entity.name for name, entity in ENTITIES.items())
    assert twice([entity.sheet.casefold() for entity in ENTITIES.values()] + [PERSON_SHEET.casefold()]) == []


def test_sheets_have_names_that_excel_takes() -> None:
    for entity in ENTITIES.values():
        assert 0 < len(entity.sheet) <= 31
        assert not set(entity.sheet) & set("[]:*?/\\'")


def test_no_table_of_a_tie_is_called_like_another_table() -> None:
    tables = [*ENTITIES, *TABLES_OF_THE_STORE]
    tables += [f"{name}_{column.name}" for name, entity in ENTITIES.items() for column in entity.ties]
    assert twice(tables) == []
    assert all(len(name) <= 63 for name in tables), "PostgreSQL cuts longer names"


@pytest.mark.parametrize("entity", EVERY)
def test_columns_have_their_own_names_and_headings(entity: Entity) -> None:
    assert twice([column.name for column in entity.columns]) == []
    assert twice([column.heading.casefold() for column in entity.columns]) == []
    assert not {column.name for column in entity.columns} & {"code", DEMONSTRATION, SOURCE_REFS}
    assert all(column.name.isidentifier() and column.heading.strip() == column.heading for column in entity.columns)
    assert entity.help


@pytest.mark.parametrize("entity", EVERY)
def test_every_reference_and_every_choice_exists(entity: Entity) -> None:
    for column in entity.columns:
        if column.kind in (Kind.REFERENCE, Kind.TIES):
            assert column.of in ENTITIES, column.name
        elif column.kind is Kind.CHOICE:
            assert column.of in CHOICES, column.name
        else:
            assert column.of == "", column.name
        assert not column.shares or column.kind is Kind.TIES
        assert not (column.required and column.kind is Kind.TIES), "a tie table cannot demand a row"


@pytest.mark.parametrize("entity", EVERY)
def test_a_part_names_what_it_is_a_part_of(entity: Entity) -> None:
    if entity.parent:
        parent = entity.by_name[entity.parent]
        assert entity.sort is Sort.PART
        assert parent.kind is Kind.REFERENCE
        assert parent.required
        assert "visibility" in ENTITIES[parent.of].by_name, "what it inherits"


@pytest.mark.parametrize("entity", EVERY)
def test_records_are_owned_and_what_is_not_a_list_can_be_made_internal(entity: Entity) -> None:
    names = entity.by_name
    if entity.sort is Sort.RECORD:
        assert {
            "area",
            "areas",
            "owner",
            "owner_mail",
            "case_number",
            "visibility",
            "exemption",
            "note",
        } <= names.keys()
    if entity.sort is Sort.LIST:
        assert "visibility" not in names
        assert "source" in names
    else:
        assert {"visibility", "exemption", "note"} <= names.keys()


def test_unowned_are_those_of_public_sources_without_an_area() -> None:
    without = {
        name
        for name, entity in ENTITIES.items()
        if entity.sort is Sort.PART and (not entity.parent or entity.parent == "actor")
    }
    assert without == UNOWNED
    assert not any("area" in ENTITIES[name].by_name for name in UNOWNED)


def test_required_references_never_lead_in_a_ring() -> None:
    """Else no first record could ever be written."""
    needs = {
        name: {c.of for c in entity.columns if c.kind is Kind.REFERENCE and c.required}
        for name, entity in ENTITIES.items()
    }
    done: set[str] = set()
    while ready := {name for name, of in needs.items() if of <= done} - done:
        done |= ready
    assert done == ENTITIES.keys()


def test_every_choice_is_used_and_has_its_own_words_in_both_languages() -> None:
    used = {c.of for entity in ENTITIES.values() for c in entity.columns if c.kind is Kind.CHOICE}
    assert used == CHOICES.keys() - DERIVED
    for name, codes in CHOICES.items():
        for language in ("nb", "en"):
            words = [word(name, code, language) for code in codes]
            assert twice([w.casefold() for w in words]) == [], name
            assert all(w and w == w.strip() for w in words)
        clash = {w.casefold(): code for code in codes for w in codes[code]}
        for code in codes:
            assert clash.get(code.casefold(), code) == code, "a word of one choice is the code of another"


def test_money_is_in_the_rows_currency_or_says_nok() -> None:
    for entity in ENTITIES.values():
        amounts = [c.name for c in entity.columns if c.kind is Kind.MONEY and not c.name.endswith("_nok")]
        assert not amounts or "currency" in entity.by_name, entity.name


def test_references_are_found_in_columns_and_ties_and_nowhere_else() -> None:
    values: dict[str, Any] = {
        "title": "SAM",
        "area": "SAM",
        "areas": [["KUL", 40], ["NÆR", None]],
        "ukjent": "x",
        "programme": "HE",
    }
    assert list(references("project", values)) == [
        ("area", "area", "SAM"),
        ("areas", "area", "KUL"),
        ("areas", "area", "NÆR"),
        ("programme", "programme", "HE"),
    ]
