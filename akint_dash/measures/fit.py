"""Which council areas each call fits: confirmed by the area in the workbook, else suggested by the county's rules.

The rules (``data/fit/rules.yaml``) find themes in a call's title and programme; the code list ``area_theme`` says which
area has which theme in the year of the deadline. Themes recorded on a call count as themselves. Each call
has a score by which calls are ordered: what the rules and the words of the call say, and its likeness to calls the
county confirmed or aimed at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

from akint_dash.domain.fit import Fit, Rules, fit, rules_from
from akint_dash.domain.history import Values
from akint_dash.domain.likeness import Index, Start, features, indexed, nearest, read_start, score
from akint_dash.measures.fit_decisions import decisions, dismissed
from akint_dash.measures.memo import once
from akint_dash.measures.moments import local_day
from akint_dash.settings import Settings
from akint_dash.store.portfolio import Portfolio

NO_RULES: Final = Rules(())
REMEMBERED: Final = 40_000
"""So many answers of the rules are kept."""
LIKE: Final = 0.3
"""Calls less alike than this are not alike at all."""
EXAMPLES: Final = 300
"""So many calls of the county's own are compared with, the last by code."""


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
    ``dismissed`` areas have said no, and the call has not changed since: they are not in ``areas``. A call that is
    dismissed and left with no area has 0.

    A confirmed call has 1. A call of a programme that Norway has no part in has 0 unless it is confirmed.
    """

    themes: tuple[str, ...] = ()
    areas: tuple[AreaFit, ...] = ()
    score: float = 0.0
    like: str = ""
    dismissed: frozenset[str] = frozenset()

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
    """For scripts: identifier, title, score, areas, themes, who decided what and when, and the call of ours it is like.

    By falling score. Lists are empty where nothing fits.
    """
    found, records = fits(portfolio, rules), portfolio.records("call")
    return [
        {
            "identifier": str(records[code].get("identifier", code)),
            "title": str(records[code]["title"]),
            "score": round(found[code].score, 4),
            "areas": [area.code for area in found[code].areas],
            "themes": list(found[code].themes),
            "decisions": [asdict(one) for one in decisions(portfolio, code)],
            "like": str(records[found[code].like]["title"]) if found[code].like else None,
        }
        for code in sorted(records, key=lambda code: (-found[code].score, code))
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
    owners, known, start = _owners(portfolio), _known(rules), county_start()
    own, refused = indexed(_own(portfolio, start)), indexed(_refused(portfolio, start))
    return {
        code: _scored(portfolio, code, _fit(values, years.get(code), owners, known), start, own, refused)
        for code, values in portfolio.records("call").items()
    }


Features = Mapping[str, float]


def county_start(folder: Path | None = None) -> Start:
    """What words are worth before the county has confirmed a call, read again when the file changes.

    Raises:
        ValueError: the file cannot be understood.
    """
    file = (folder or Settings().data_folder) / "fit" / "start.csv"
    try:
        return _read_start(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return Start()


@lru_cache(maxsize=4)
def _read_start(file: Path, _changed: int) -> Start:
    with file.open(encoding="utf-8", newline="") as lines:
        return read_start(lines)


def _own(portfolio: Portfolio, start: Start) -> dict[str, Features]:
    """The calls the county has confirmed or that a project of ours aims at."""
    aims = {str(values.get("call", "")) for values in portfolio.records("project").values()}
    records = portfolio.records("call")
    chosen = [code for code, values in records.items() if code in aims or values.get("confirmed_areas")]
    return {code: _features(records[code], start) for code in chosen[-EXAMPLES:]}


def _features(values: Values, start: Start) -> Features:
    programme, identifier = str(values.get("programme", "")), str(values.get("identifier", ""))
    return features(str(values["title"]), identifier, programme, start)


def _refused(portfolio: Portfolio, start: Start) -> dict[str, Features]:
    """The calls that some area has dismissed and none has confirmed."""
    records = portfolio.records("call")
    some = (v for v in records.items() if v[1].get("dismissed_areas") and not v[1].get("confirmed_areas"))
    chosen = {code: values for code, values in some if dismissed(portfolio, code)}
    return {code: _features(chosen[code], start) for code in list(chosen)[-EXAMPLES:]}


def _scored(
    portfolio: Portfolio,
    code: str,
    found: CallFit,
    start: Start,
    own: Index,
    refused: Index,
) -> CallFit:
    if gone := dismissed(portfolio, code):
        areas = tuple(area for area in found.areas if area.code not in gone)
        found = replace(found, areas=areas, dismissed=gone)
        if not areas:
            return found
    if found.confirmed:
        return replace(found, score=1.0)
    if not _norway(portfolio, code):
        return replace(found, areas=(), score=0.0)
    mine = _features(portfolio.get("call", code), start)
    near, name = _nearest(mine, code, own)
    against, _ = _nearest(mine, code, refused)
    by_rule = bool(found.themes)
    return replace(found, score=score(mine, start, by_rule=by_rule, like=near - against), like=name)


def _nearest(mine: Features, code: str, some: Index) -> tuple[float, str]:
    """The most alike of ``some`` other calls and how alike; (0, "") where none is alike."""
    like, name = nearest(mine, code, some)
    return (like, name) if like >= LIKE else (0.0, "")


def _norway(portfolio: Portfolio, code: str) -> bool:
    """Whether Norway may enter: false only where the programme, or the first it belongs to that says, says no."""
    programme, met = str(portfolio.get("call", code).get("programme", "")), set[str]()
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
        years = first, min(int(str(one.get("valid_to", 9999))) for one in (values, area))
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
