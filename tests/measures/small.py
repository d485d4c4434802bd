"""Small hand-made states for the measures' tests."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import parse_qs

from akint_dash.domain.history import State
from akint_dash.domain.selection import Selection
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import make

TODAY = date(2026, 5, 20)

LISTS: State = {
    "area": {
        "KUL": {"name_nb": "Kultur"},
        "NÆR": {"name_nb": "Næring"},
        "SAM": {"name_nb": "Samferdsel"},
        "GAM": {"name_nb": "Gammelt område", "valid_to": 2023},
    },
    "theme": {code: {"name_nb": code} for code in ("klima_miljo", "kultur", "plan")},
    "instrument": {code: {"name_nb": code} for code in ("PRO", "POL", "KOM", "BIL")},
    "programme": {
        "HE": {"name_nb": "Horisont Europa"},
        "HE-C5": {"name_nb": "Klynge 5", "parent": "HE"},
        "HE-C5-M": {"name_nb": "Oppdrag", "parent": "HE-C5"},
        "INT": {"name_nb": "Interreg"},
    },
    "region": {
        "SE-O": {"name_nb": "Västra Götaland", "ring": "norden"},
        "UA-32": {"name_nb": "Kyiv", "ring": "ukraine"},
        "DE-BE": {"name_nb": "Berlin", "ring": "europe"},
    },
    "plan": {"L": {"name_nb": "Plan"}},
    "goal": {"M-1": {"name_nb": "Mål", "plan": "L"}},
    "rate": {"EUR-2025": {"currency": "EUR", "year": 2025, "nok": 11.5}},
}
MUNICIPALITIES: dict[str, dict[str, Any]] = {
    "3201": {"name_nb": "Bærum", "county": "32"},
    "3024": {"name_nb": "Bærum før", "county": "30", "replaced_by": "3201"},
    "3203": {"name_nb": "Asker", "county": "32"},
}


def scope_of(query: str = "", today: date = TODAY, **entities: dict[str, dict[str, Any]]) -> Scope:
    """The code lists and ``entities`` seen through the selection of ``query``."""
    return Scope(make({**LISTS, **entities}, [], [], "staff"), selected(query), today)


def selected(query: str) -> Selection:
    """The selection of a query, which must hold nothing bad."""
    selection, notices = Selection.from_query(parse_qs(query))
    assert notices == []
    return selection


def project(**values: Any) -> dict[str, Any]:
    return {"title": "Prosjekt", "area": "SAM", **values}


def step(project: str, status: str, date: str) -> dict[str, Any]:
    return {"project": project, "status": status, "date": date}


def cash(project: str, amount: int | None, **values: Any) -> dict[str, Any]:
    """Cash from others."""
    counted = {} if amount is None else {"amount": amount}
    return {
        "project": project,
        "level": "eu",
        "form": "cash",
        "payer": "others",
        "currency": "NOK",
        **counted,
        **values,
    }


def activity(**values: Any) -> dict[str, Any]:
    return {"title": "Aktivitet", "area": "SAM", "kind": "course", "start": "2026-02-01", **values}


def dossier(**values: Any) -> dict[str, Any]:
    return {"title": "Sak", "area": "SAM", "stage": "proposal", "opened": "2025-03-01", **values}


def cooperation(**values: Any) -> dict[str, Any]:
    return {"region": "UA-32", "status": "active", "since": "2024-02-01", "area": "SAM", **values}
