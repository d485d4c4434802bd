"""Which council areas each call fits: confirmed by the area in the workbook, else suggested by the county's rules.

The rules (``data/fit/rules.yaml``) find themes in a call's title and programme; the code list ``area_theme`` says which
area has which theme in the year of the deadline. Themes recorded on a call count as themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

from akint_dash.domain.fit import Fit, Rules, fit, rules_from
from akint_dash.domain.history import Values
from akint_dash.measures.memo import once
from akint_dash.measures.moments import local_day
from akint_dash.settings import Settings
from akint_dash.store.portfolio import Portfolio

NO_RULES: Final = Rules(())
REMEMBERED: Final = 40_000
"""So many answers of the rules are kept."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a theme: it is recorded on the call, or the words and the programme that the rules found."""

    theme: str
    words: tuple[str, ...] = ()
    programme: str = ""
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class AreaFit:
    """One area that a call fits, by which themes. ``confirmed``: the area has said so itself."""

    code: str
    confirmed: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class CallFit:
    """Themes of a call (recorded and suggested) and the areas it fits, confirmed ones first."""

    themes: tuple[str, ...] = ()
    areas: tuple[AreaFit, ...] = ()

    @property
    def confirmed(self) -> bool:
        """Whether any area has confirmed."""
        return any(area.confirmed for area in self.areas)


def fits(portfolio: Portfolio, rules: Rules | None = None) -> Mapping[str, CallFit]:
    """The fit of every call by code, empty where nothing fits; made once a snapshot and set of rules.

    ``rules`` are the county's own (:func:`county_rules`) where none are given.
    """
    chosen = county_rules() if rules is None else rules
    return once(portfolio, ("fits", chosen), lambda: _fits(portfolio, chosen))


def county_rules(folder: Path | None = None) -> Rules:
    """The rules of the data ``folder`` (the setting's), read again when the file changes; none where there is no file.

    Raises:
        BadRules: the file cannot be understood.
    """
    file = (folder or Settings().data_folder) / "fit" / "rules.yaml"
    try:
        return _read(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return NO_RULES


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int) -> Rules:
    return rules_from(yaml.safe_load(file.read_text(encoding="utf-8")))


def fit_list(portfolio: Portfolio, rules: Rules | None = None) -> list[dict[str, Any]]:
    """For scripts: identifier, title, areas and themes of every call, empty lists where nothing fits."""
    found = fits(portfolio, rules)
    return [
        {
            "identifier": str(values.get("identifier", code)),
            "title": str(values["title"]),
            "areas": [area.code for area in found[code].areas],
            "themes": list(found[code].themes),
        }
        for code, values in portfolio.records("call").items()
    ]


# -- one call


def fit_of(portfolio: Portfolio, values: Values) -> CallFit:
    """The fit of one record that may not be in the portfolio any more, whatever the year."""
    return _fit(values, None, _owners(portfolio), _known(county_rules()))


def _fits(portfolio: Portfolio, rules: Rules) -> dict[str, CallFit]:
    years: dict[str, int] = {}
    for values in portfolio.records("call_deadline").values():
        if (day := local_day(values)) is not None:
            years[str(values["call"])] = max(day.year, years.get(str(values["call"]), 0))
    owners, known = _owners(portfolio), _known(rules)
    return {code: _fit(values, years.get(code), owners, known) for code, values in portfolio.records("call").items()}


def _owners(portfolio: Portfolio) -> dict[str, list[tuple[str, int, int]]]:
    """theme -> (area, first and last year it has it)."""
    owners: dict[str, list[tuple[str, int, int]]] = {}
    for values in portfolio.records("area_theme").values():
        years = int(str(values.get("valid_from", 0))), int(str(values.get("valid_to", 9999)))
        owners.setdefault(str(values["theme"]), []).append((str(values["area"]), *years))
    return owners


class _Known:
    """What rules said of a title, programme and identifier: said once, for a new revision changes few of them."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.said: dict[tuple[str, str, str], tuple[Fit, ...]] = {}

    def fit(self, title: str, programme: str, identifier: str) -> tuple[Fit, ...]:
        """The themes that the rules find."""
        key = title, programme, identifier
        if key not in self.said:
            if len(self.said) >= REMEMBERED:
                self.said.clear()
            self.said[key] = fit(title, programme, "", self.rules, identifier=identifier)
        return self.said[key]


@lru_cache(maxsize=4)
def _known(rules: Rules) -> _Known:
    return _Known(rules)


def _fit(values: Values, year: int | None, owners: Mapping[str, list[tuple[str, int, int]]], known: _Known) -> CallFit:
    recorded: Any = values.get("themes", [])
    reasons = {str(code): Reason(str(code), recorded=True) for code, _ in recorded}
    programme, identifier = str(values.get("programme", "")), str(values.get("identifier", ""))
    for one in known.fit(str(values["title"]), programme, identifier):
        reasons.setdefault(one.theme, Reason(one.theme, one.words, one.programme))
    confirmed: Any = values.get("confirmed_areas", [])
    by_area: dict[str, list[str]] = {str(code): [] for code, _ in confirmed}
    sure = frozenset(by_area)
    for theme in reasons:
        for area, first, last in owners.get(theme, ()):
            if year is None or first <= year <= last:
                by_area.setdefault(area, []).append(theme)
    areas = [AreaFit(area, area in sure, tuple(reasons[t] for t in themes)) for area, themes in by_area.items()]
    return CallFit(tuple(reasons), tuple(sorted(areas, key=lambda a: (not a.confirmed, a.code))))
