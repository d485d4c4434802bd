"""The county's own explanation of a number: on a record, or on a measure of an area and a year."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from akint_dash.measures.scope import Scope


@dataclass(frozen=True, slots=True)
class Remark:
    """One explanation: its code, who gives it (area code), the day, and the year and record it is about (or None)."""

    code: str
    area: str
    day: str
    year: int | None
    record: str | None


def remarks(scope: Scope, *measures: str | None, years: Collection[int] = ()) -> list[Remark]:
    """Explanations of the ``measures`` (None: of no measure) given by the day looked at, newest first.

    Of the ``years`` (all where none is named) and of any year; of the areas chosen. A figure that another filter
    narrows is not the one explained: nothing is said under it.
    """
    if scope.selection != scope.of_areas().selection:
        return []
    return [
        one
        for one, measure in _all(scope)
        if one.record is None and measure in measures and (not years or one.year is None or one.year in years)
    ]


def of_areas(scope: Scope, codes: Collection[str], year: int) -> list[Remark]:
    """What some areas (by their codes) have explained of themselves in a year, no record and no measure, newest first;
    nothing where a filter narrows what is said of them.
    """
    return [one for one in remarks(scope, None, years=(year,)) if one.area in codes and one.year == year]


def of_records(scope: Scope, codes: Collection[str]) -> list[Remark]:
    """Explanations of some records, by their codes, newest first."""
    wanted = {code.casefold() for code in codes}
    return [one for one, _ in _all(scope) if one.record is not None and one.record.casefold() in wanted]


def _all(scope: Scope) -> list[tuple[Remark, str | None]]:
    chosen, found = scope.selection.omrade, []
    for code, values in scope.portfolio.records("remark").items():
        area, day = str(values.get("area", "")), str(values["date"])
        if day > scope.today.isoformat() or (chosen and area not in chosen):
            continue
        year = int(str(values["year"])) if "year" in values else None
        record = str(values["record"]).strip() if "record" in values else None
        measure = str(values["measure"]) if "measure" in values else None
        found.append((Remark(code, area, day, year, record), measure))
    return sorted(found, key=lambda pair: (pair[0].day, pair[0].code), reverse=True)
