"""What ``content.yaml`` and the code lists say, and what all parts ask of them."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from random import Random
from typing import Any, Final

import yaml

from akint_dash.settings import PROJECT
from tools.demo.book import Row
from tools.demo.days import NEWS

DEMO: Final = PROJECT / "data" / "demo"
CODE: Final = PROJECT / "data" / "code"
RATES: Final = {
    "EUR": {2024: 11.6, 2025: 11.7, 2026: 11.5},
    "SEK": {2024: 1.02, 2025: 1.04, 2026: 1.05},
    "DKK": {2024: 1.55, 2025: 1.57, 2026: 1.54},
}
"""Invented rates, kroner for one."""
INVENTED: Final = "oppdiktet for demonstrasjonen"
AREA_THEMES: Final = {
    "FRL": ["demokrati"],
    "SAM": ["samferdsel"],
    "NAE": ["naering", "digitalisering"],
    "KLI": ["klima_miljo"],
    "UTD": ["videregaende"],
    "KUL": ["kultur"],
    "PLA": ["plan"],
    "TAN": ["folkehelse", "tannhelse"],
}
EXEMPTIONS: Final = (
    "Offentleglova § 14 første ledd",
    "Offentleglova § 15 første ledd",
    "Offentleglova § 23 første ledd",
)


def told(value: Any) -> Any:
    """``value`` with the day of the news where it says ``nytt``."""
    if isinstance(value, list):
        return [told(part) for part in value]
    if isinstance(value, dict):
        return {key: told(part) for key, part in value.items()}
    return NEWS if value == "nytt" else value


CONTENT: Final[dict[str, Any]] = told(yaml.safe_load((DEMO / "content.yaml").read_text(encoding="utf-8")))


def in_english(norwegian: str) -> str:
    """The English of a text of the demonstration; nothing of nothing."""
    return str(CONTENT["english"][norwegian]) if norwegian else ""


@cache
def code_list(name: str) -> dict[str, Row]:
    """A code list of the product by code."""
    with (CODE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def region_name(code: str, column: str = "name_nb") -> str:
    """The name of a region."""
    name = code_list("region")[code][column]
    return f"the {name}" if column == "name_en" and "Capital Region" in name else name


@cache
def municipalities() -> list[str]:
    """The numbers of today's municipalities in Akershus."""
    return [code for code, row in code_list("municipality").items() if row["county"] == "32"]


def owned(area: str, known: date, rng: Random) -> dict[str, Any]:
    """The columns of every record of its own: area, unit, mailbox and often a case number."""
    unit, box = CONTENT["units"][area][rng.random() < 0.4]
    case = f"{known.year}/{rng.randint(90000, 99999)}" if rng.random() < 0.7 else ""
    return {
        "area": area,
        "owner": unit,
        "owner_en": in_english(unit),
        "owner_mail": f"{box}@example.invalid",
        "case_number": case,
        "visibility": "public",
    }


def goals_of(area: str) -> list[str]:
    """The goals that projects of an area serve."""
    return [code for code, _plan, _nb, _en, areas in CONTENT["goals"] if area in areas]
