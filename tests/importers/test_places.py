"""A town is a municipality only where the source also says which county it is in."""

from __future__ import annotations

import pytest

from akint_dash.importers.places import counties, is_ours, municipality_number, municipality_of, of_today


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (("NO084",), {"32"}),
        (("no084",), {"32"}),
        (("NO012",), {"32"}),
        (("NO082",), {"31", "32", "33"}),
        (("NO081",), {"03"}),
        (("NO08",), {"03", "31", "32", "33"}),
        (("Akershus",), {"32"}),
        (("Oslo og Akershus",), {"03", "32"}),
        (("", "NO084"), {"32"}),
        (("NO084", "NO08"), {"32"}),
        (("SE232",), set()),
        (("SE",), set()),
        (("NO",), set()),
        (("",), set()),
        (("Extra-Regio NUTS 3",), set()),
    ],
)
def test_counties(said: tuple[str, ...], found: set[str]) -> None:
    assert counties(*said) == found
    assert is_ours(counties(*said)) == ("32" in found)


@pytest.mark.parametrize(
    ("town", "nuts", "code"),
    [
        ("Lillestrøm", "NO084", "3205"),
        ("LILLESTROM", "NO082", "3205"),
        ("Lillestroem", "NO012", "3205"),
        ("2000 Lillestrøm", "NO084", "3205"),
        ("NO-1430 ÅS", "NO084", "3218"),
        ("AS", "NO084", "3218"),
        ("Kjeller", "NO084", None),
        ("Lillestrøm", "", None),
        ("Lillestrøm", "NO060", None),
        ("Sarpsborg", "NO084", None),
        ("Oslo", "NO081", "0301"),
        ("anything", "NO081", "0301"),
        ("", "NO084", None),
    ],
)
def test_municipality_of_a_town(town: str, nuts: str, code: str | None) -> None:
    assert municipality_of(town, counties(nuts)) == code


@pytest.mark.parametrize(("text", "code"), [("301", "0301"), ("3205.0", "3205"), (" 3205\u00a0", "3205"), ("", None)])
def test_a_municipalitys_number_keeps_its_zero(text: str, code: str | None) -> None:
    assert municipality_number(text) == code


@pytest.mark.parametrize(
    ("number", "today"), [("3030", "3205"), ("3205", "3205"), ("3003", "3003"), ("9999", "9999"), (None, None)]
)
def test_an_earlier_number_in_the_county_is_the_one_of_today(number: str | None, today: str | None) -> None:
    assert of_today(number) == today
