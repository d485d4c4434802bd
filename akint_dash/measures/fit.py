"""Which council areas each call fits: confirmed by the area in the workbook, else suggested by the county's rules.

The rules (``data/fit/rules.yaml``) find themes in a call's title and programme; the code list ``area_theme`` says which
area has which theme in the year of the deadline. Themes recorded on a call count as themselves. Each call
has a score by which calls are ordered: what the rules and the words of the call say, and its likeness to calls the
county confirmed or aimed at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

from akint_dash.domain.fit import Fit, Rules, fit, rules_from
from akint_dash.domain.history import Values
from akint_dash.domain.kept import kept
from akint_dash.domain.likeness import score
from akint_dash.measures.fit_decisions import dismissed
from akint_dash.measures.fit_likeness import Likeness, likeness
from akint_dash.measures.memo import once
from akint_dash.measures.moments import local_day
from akint_dash.settings import data_folder
from akint_dash.store.portfolio import Portfolio

NO_RULES: Final = Rules(())
FITS_FROM: Final = 0.25
"""From this score on an area is proposed by rules alone: measured outside its fold, every labelled call that fits and
the rules find has more (``benchmarks/FIT.md``). Themes that a person recorded are proposed whatever the score."""
NO_END: Final = 9999
"""The last year of what has not ended: all that is proposed for a call without a deadline."""
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
    """Themes of a call (recorded and suggested) and the areas it fits, confirmed ones first.

    ``score`` (0-1) orders calls by how well they fit; ``like`` is the county's own call it is most like, "" for none.
    Areas that have said no, where the call has not changed since, are not in ``areas``. A call that is dismissed and
    left with no area has 0. What rules propose stands from :data:`FITS_FROM` on.

    A confirmed call has 1. A call of a programme that Norway has no part in has 0 unless it is confirmed.
    ``why_not`` says why areas that have one of its themes are left out: ``dismissed``, ``norway``, ``score`` or "".
    """

    themes: tuple[str, ...] = ()
    areas: tuple[AreaFit, ...] = ()
    score: float = 0.0
    like: str = ""
    why_not: str = ""

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
    file = (folder or data_folder()) / "fit" / "rules.yaml"
    try:
        return _read(file)
    except FileNotFoundError:
        return NO_RULES


@kept
def _read(file: Path) -> Rules:
    return rules_from(yaml.safe_load(file.read_text(encoding="utf-8")))


# -- one call


def fit_of(portfolio: Portfolio, values: Values) -> CallFit:
    """The fit of one record that is not in the portfolio any more, for areas there are today."""
    found = _fit(values, None, _owners(portfolio), _known(county_rules()))
    return found if found.confirmed or _norway(portfolio, values) else replace(found, areas=())


def _fits(portfolio: Portfolio, rules: Rules) -> dict[str, CallFit]:
    years: dict[str, int] = {}
    for values in portfolio.records("call_deadline").values():
        if (day := local_day(values)) is not None:
            years[str(values["call"])] = max(day.year, years.get(str(values["call"]), 0))
    owners, known, like = _owners(portfolio), _known(rules), likeness(portfolio)
    return {
        code: _scored(portfolio, code, _fit(values, years.get(code), owners, known), like)
        for code, values in portfolio.records("call").items()
    }


def _scored(portfolio: Portfolio, code: str, found: CallFit, known: Likeness) -> CallFit:
    if gone := dismissed(portfolio, code):
        areas = tuple(area for area in found.areas if area.code not in gone)
        found = replace(found, areas=areas)
        if not areas:
            return replace(found, why_not="dismissed")
    if found.confirmed:
        return replace(found, score=1.0)
    if not _norway(portfolio, portfolio.get("call", code)):
        return replace(found, areas=(), score=0.0, why_not="norway" if found.areas else "")
    text = known.texts.of(portfolio.get("call", code))
    near, name = known.own.nearest(text, code)
    against, _ = known.refused.nearest(text, code)
    worth = score(text.says, known.texts.start, by_rule=bool(found.themes), like=near - against)
    found = replace(found, score=worth, like=name)
    recorded = any(reason.recorded for area in found.areas for reason in area.reasons)
    return found if recorded or not found.areas or worth >= FITS_FROM else replace(found, areas=(), why_not="score")


def _norway(portfolio: Portfolio, call: Values) -> bool:
    """Whether Norway may enter: false only where the programme, or the first it belongs to that says, says no."""
    programme, met = str(call.get("programme", "")), set[str]()
    while programme and programme not in met:
        met.add(programme)
        values = portfolio.get("programme", programme)
        if "norway" in values:
            return values["norway"] != "no"
        programme = str(values.get("parent", ""))
    return True


def _owners(portfolio: Portfolio) -> dict[str, list[tuple[str, int, int]]]:
    """theme -> (area, first and last year it has it)."""
    owners: dict[str, list[tuple[str, int, int]]] = {}
    for values in portfolio.records("area_theme").values():
        area = portfolio.get("area", values["area"])
        first = max(int(str(one.get("valid_from", 0))) for one in (values, area))
        years = first, min(int(str(one.get("valid_to", NO_END))) for one in (values, area))
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
            if first <= year <= last if year is not None else last == NO_END:
                by_area.setdefault(area, []).append(theme)
    areas = [AreaFit(area, area in sure, tuple(reasons[t] for t in themes)) for area, themes in by_area.items()]
    return CallFit(tuple(reasons), tuple(sorted(areas, key=lambda a: (not a.confirmed, a.code))))
