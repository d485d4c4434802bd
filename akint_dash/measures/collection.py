"""What the yearly collection asks each council area for: the very cells that are blank, or the rows to come.

The kinds are those of :mod:`akint_dash.measures.lacks`, and blank what they call blank; but the collection asks up to
its own day, where the pages wait for a source to tell of the days since the last one. What no cell mends (a rate of
exchange) is not asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from akint_dash.domain.county import OFFICE
from akint_dash.domain.history import Value, Values
from akint_dash.domain.selection import Selection
from akint_dash.measures.areas import life
from akint_dash.measures.funding import funding
from akint_dash.measures.lacks import LACKS, Lack
from akint_dash.measures.parts import by_area
from akint_dash.measures.pipeline import LOST
from akint_dash.measures.scope import Scope
from akint_dash.measures.weight import statements
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.store.portfolio import Portfolio

NEW: Final = ""
"""The code of a record that is not there yet."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell to fill: ``column`` of the record ``code`` of ``entity``, or of a new one that begins with ``given``.

    ``record`` is what lacks it, ``rows`` the strategy's rows that it makes unsure.
    """

    kind: str
    area: str
    record: str
    entity: str
    code: str
    column: str
    rows: tuple[str, ...]
    given: Mapping[str, Value] = field(default_factory=dict, compare=False, hash=False)

    def is_still(self, other: Gap) -> bool:
        """Whether this is what ``other`` was before: a row may have come, still without the number."""
        same = (self.kind, self.record, self.column) == (other.kind, other.record, other.column)
        return same and (self.code == other.code or NEW in (self.code, other.code))


Cell = tuple[str, str, str, dict[str, Value]]
"""Entity, code, column, and what a new record begins with."""


class Asking(Scope):
    """The whole county on the day of the collection: what was planned until then has been, for all that is known."""

    def last_day(self, entity: str) -> str:  # noqa: ARG002
        """The day itself."""
        return self.today.isoformat()


def asking(portfolio: Portfolio, year: int, today: date) -> Asking:
    """What is asked for of a year: on its last day, or today."""
    return Asking(portfolio, Selection(), min(today, date(year, 12, 31)))


def active(portfolio: Portfolio, year: int) -> list[str]:
    """The council areas that there are in a year, in the order of their list."""
    scope = Scope(portfolio, Selection(), date(year, 12, 31))
    return [code for code in portfolio.records("area") if life(scope, code).lives(year)]


def gaps(portfolio: Portfolio, year: int, today: date) -> list[Gap]:
    """Every cell to fill, those that touch most first; each cell once.

    What belongs to no area (outside actors and what they take part in) is the leader's office's.
    """
    scope = asking(portfolio, year, today)
    found: dict[tuple[str, ...], Gap] = {}
    for gap in (*_silent(scope), *_lacking(scope, over=today.year > year), *_absent_funds(scope)):
        key = (gap.entity, gap.code, gap.column) if gap.code else (gap.entity, gap.record, gap.column, "new")
        known = found.get(key)
        found[key] = gap if known is None else replace(known, rows=_united(known.rows, gap.rows))
    return list(found.values())


def _united(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*some, *more}, key=lambda row: int(row[1:])))


def _silent(scope: Scope) -> Iterator[Gap]:
    """Areas without a single initiative in the year."""
    facts, year = scope.facts, scope.today.year
    heard = {facts.areas[i] for i in facts.area[scope.responsible_any_year & (facts.year == year)] if i >= 0}
    for area in active(scope.portfolio, year):
        if area not in heard:
            yield Gap("silent_area", area, area, "activity", NEW, "title", ("S6", "S10"), {"area": area})


def _absent_funds(scope: Scope) -> Iterator[Gap]:
    """Funds of a level that an area has recorded for other years."""
    known = funding(scope)
    for year in known.years:
        for area, level in known.absent(year):
            given: dict[str, Value] = {"level": level, "year": year, "area": area}
            yield Gap("fund_absent", area, f"{area} {level} {year}", "fund", NEW, "amount_nok", ("S3",), given)


def _lacking(scope: Scope, *, over: bool) -> Iterator[Gap]:
    """What lacks something; ``over``: the year is, and what is due then is asked for."""
    parts = _Parts(scope)
    for kind, lack in LACKS.items():
        if lack.over and not over:
            continue
        every = _means(scope) if lack.entity == "budget" else lack.base(scope)
        for code in lack.found(scope, every):
            area = str(every[code].get("area") or OFFICE)
            for entity, there, column, given in _cells(parts, kind, lack, code, every[code]):
                record = _budget_key(every[code]) if lack.entity == "budget" else code
                yield Gap(kind, area, record, entity, there, column, lack.rows, given)


def _budget_key(values: Values) -> str:
    return f"{values['area']} {values['instrument']} {values['year']}"


def _means(scope: Scope) -> Mapping[str, Values]:
    """The year's means of every area and instrument, recorded or not, unless the area has said it is not relevant."""
    year = scope.today.year
    held = {code: v for code, v in scope.portfolio.records("budget").items() if v["year"] == year}
    has = {(area, v["instrument"]) for v in held.values() for area, _ in by_area(v, 0, ())}
    said = statements(scope, year)
    absent: dict[str, Values] = {
        f"\n{area} {instrument}": {"area": area, "instrument": instrument, "year": year}
        for area in active(scope.portfolio, year)
        for instrument in INSTRUMENTS
        if (area, instrument) not in has and (area, instrument) not in said
    }
    return {**held, **absent}


# -- which cells mend what

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "undated": ("start",),
    "goal": ("goals",),
    "notice": ("notice_by",),
    "addressee": ("addressee_kind",),
    "project_budget": ("budget",),
    "period": ("start", "end"),
    "fund": ("amount_nok",),
    "participation_date": ("from_date", "to_date"),
    "participation_amount": ("amount",),
    "place": ("municipality",),
    **{
        name: (name,)
        for name in (
            *(
                "used_fte",
                "used_nok",
                "planned_fte",
                "planned_nok",
                "decided_by",
                "hours",
                "level",
                "sphere",
                "outcome",
            ),
            *("eea", "fte", "origin", "programme", "application_hours", "sector"),
        )
    },
}
"""Kinds that the record itself mends: the columns."""
OF_RATES: Final = frozenset({"rate", "waiting_rate", "fee_rate", "participation_rate"})
"""Kinds that a list of rates mends."""


def _cells(parts: _Parts, kind: str, lack: Lack, code: str, values: Values) -> Iterable[Cell]:
    """The cells that mend one record that lacks something."""
    if kind in COLUMNS:
        there = "" if code.startswith("\n") else code
        given = {} if there else dict(values)
        return [(lack.entity, there, column, given) for column in COLUMNS[kind] if column not in values]
    return parts.cells(kind, code)


class _Parts:
    """The parts of records that lack something, found by what they are a part of."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._of = {
            entity: _by_parent(scope.portfolio.records(entity), parent)
            for entity, parent in (
                ("funding", "project"),
                ("project_step", "project"),
                ("membership_fee", "membership"),
                ("attendance", "activity"),
            )
        }

    def cells(self, kind: str, code: str) -> Iterable[Cell]:
        """The cells of one record."""
        ways: Mapping[str, Callable[[str], Iterable[Cell]]] = {
            "stepless": lambda code: [("project_step", NEW, "status", {"project": code})],
            "fee": self._fee,
            "people": self._people,
            "amount": self._amount,
            "waiting_amount": self._amount,
            "own_amount": self._own,
            "own_hours": self._own,
            "reason": self._reason,
        }
        return ways[kind](code) if kind in ways else ()

    def _rows(self, entity: str, code: str) -> Mapping[str, Values]:
        return self._of[entity].get(code, {})

    def _fee(self, code: str) -> Iterable[Cell]:
        year = self._scope.today.year
        mine = {c: v for c, v in self._rows("membership_fee", code).items() if v["year"] == year}
        return _blank("membership_fee", mine, "amount", {"membership": code, "year": year})

    def _people(self, code: str) -> Iterable[Cell]:
        return _blank("attendance", self._rows("attendance", code), "people", {"activity": code})

    def _amount(self, code: str) -> Iterable[Cell]:
        rows = self._rows("funding", code).items()
        mine = {c: v for c, v in rows if v["form"] == "cash" and v["payer"] == "others"}
        return _blank("funding", mine, "amount", {"project": code, "form": "cash", "payer": "others"})

    def _own(self, code: str) -> Iterable[Cell]:
        for row, values in self._rows("funding", code).items():
            column = "hours" if values["form"] == "hours" else "amount"
            if values["payer"] == "own" and column not in values and (column == "hours" or "amount" not in values):
                yield "funding", row, column, {}

    def _reason(self, code: str) -> Iterable[Cell]:
        lost = {
            c: v
            for c, v in self._rows("project_step", code).items()
            if v["status"] in LOST and str(v["date"]) <= self._scope.today.isoformat()
        }
        last = max(lost, key=lambda c: str(lost[c]["date"]), default=None)
        return [] if last is None or "reason" in lost[last] else [("project_step", last, "reason", {})]


def _blank(entity: str, rows: Mapping[str, Values], column: str, given: dict[str, Value]) -> Sequence[Cell]:
    """The blank cells of some rows; of a new row where there are none."""
    if not rows:
        return [(entity, NEW, column, given)]
    return [(entity, code, column, {}) for code, values in rows.items() if column not in values]


def _by_parent(records: Mapping[str, Values], parent: str) -> dict[str, dict[str, Values]]:
    found: dict[str, dict[str, Values]] = {}
    for code, values in records.items():
        found.setdefault(str(values[parent]), {})[code] = values
    return found


# -- how far it has come


@dataclass(frozen=True, slots=True)
class Filled:
    """Of the cells that were asked for: how many, how many are filled since, and how many are left."""

    asked: int
    filled: int

    @property
    def left(self) -> int:
        """Those that are blank still."""
        return self.asked - self.filled


def filled(then: Sequence[Gap], now: Sequence[Gap]) -> Filled:
    """How many of the gaps of ``then`` are none of ``now``."""
    known: dict[tuple[str, str, str], list[Gap]] = {}
    for gap in now:
        known.setdefault((gap.kind, gap.record, gap.column), []).append(gap)
    left = sum(any(gap.is_still(one) for one in known.get((gap.kind, gap.record, gap.column), ())) for gap in then)
    return Filled(len(then), len(then) - left)
