"""New values that no one is likely to mean are asked about; what the database holds is not doubted."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.doubts import doubts


def found(entity: str, old: dict[str, Any] | None = None, **new: Any) -> list[tuple[str, str, str, str]]:
    said = doubts(ENTITIES[entity], old or {}, new)
    return [(doubt.column.name, doubt.key, doubt.value, doubt.expected) for doubt in said]


@pytest.mark.parametrize(
    ("entity", "new", "doubt"),
    [
        ("project", {"start": "1905-07-18"}, ("start", "year_in_date", "18.07.1905", "2026")),
        ("project", {"start": "1905-06-12"}, ("start", "year_in_date", "12.06.1905", "1990")),
        ("project", {"start": "1926-01-01"}, ("start", "year_out_of_range", "01.01.1926", "1990–2060")),
        ("project", {"start": "2061-01-01"}, ("start", "year_out_of_range", "01.01.2061", "1990–2060")),
        ("project", {"start": "0926-01-01"}, ("start", "year_out_of_range", "01.01.926", "1990–2060")),
        ("cooperation", {"since": "1944-12-31"}, ("since", "year_out_of_range", "31.12.1944", "1945–2060")),
        (
            "call_deadline",
            {"moment": "1905-07-18T00:00:00Z"},
            ("moment", "year_in_date", "18.07.1905", "2026"),
        ),
        ("budget", {"year": 26}, ("year", "year_out_of_range", "26", "1990–2060")),
        ("programme", {"period_to": 20270}, ("period_to", "year_out_of_range", "20270", "1990–2060")),
        ("budget", {"planned_nok": -150}, ("planned_nok", "negative", "-1,50", "")),
        ("budget", {"used_fte": -0.5}, ("used_fte", "negative", "-0,5", "")),
        ("project", {"fte": -1.0}, ("fte", "negative", "-1", "")),
        ("project", {"application_hours": -7.5}, ("application_hours", "negative", "-7,5", "")),
        ("programme", {"cofunding": 0.6}, ("cofunding", "percent_or_part", "0,6", "60")),
        ("programme", {"cofunding": 600.0}, ("cofunding", "number_too_large", "600", "100")),
        ("region", {"lon": 10752.0}, ("lon", "number_too_large", "10752", "180")),
        ("project", {"currency": "N0K"}, ("currency", "unknown_currency", "N0K", "NOK")),
        ("project", {"currency": "dollar"}, ("currency", "unknown_currency", "dollar", "USD eller CAD")),
        ("project", {"currency": "mill. kr"}, ("currency", "currency_in_thousands", "mill. kr", "NOK")),
        ("project", {"currency": "TNOK"}, ("currency", "currency_in_thousands", "TNOK", "NOK")),
        ("project", {"currency": "1000 EUR"}, ("currency", "currency_in_thousands", "1000 EUR", "EUR")),
        (
            "project",
            {"budget": 100},
            ("currency", "amount_without_currency", "", "Budsjett, vår del"),
        ),
        ("funding", {"amount": 0}, ("currency", "amount_without_currency", "", "Beløp")),
    ],
)
def test_an_unlikely_value_is_asked_about_once(
    entity: str, new: dict[str, Any], doubt: tuple[str, str, str, str]
) -> None:
    assert found(entity, **new) == [doubt]
    assert found(entity, new, **new) == [], "what is there already is not doubted"


@pytest.mark.parametrize(
    ("entity", "new"),
    [
        ("project", {"start": "1990-01-01", "end": "2060-12-31"}),
        ("municipality", {"valid_from": 1838, "valid_to": 2023}),
        ("cooperation", {"since": "1949-05-05"}),
        ("post", {"from_date": "1951-01-01"}),
        ("budget", {"year": 2026, "planned_nok": 0, "planned_fte": 0.5}),
        ("programme", {"cofunding": 60.0, "decision_days": 0}),
        ("project", {"currency": "EUR", "budget": 100}),
        ("project", {"currency": "EUR"}),
        ("result", {"value": -3.5}),
        ("target", {"value": 0.5, "year": 2030}),
        ("region", {"lon": -21.9, "lat": 64.1}),
        ("project", {"start": "ingen dato"}),  # which has been told
    ],
)
def test_likely_values_are_not(entity: str, new: dict[str, Any]) -> None:
    assert found(entity, **new) == []


def test_a_currency_that_is_taken_away_from_an_amount_is_asked_about() -> None:
    assert [d[1] for d in found("project", {"budget": 100, "currency": "EUR"}, budget=100)] == [
        "amount_without_currency"
    ]
