"""EU calls: what opens, what closes, in which state, by the dates and never by the source's flag (S11).

A call's state follows from its opening and its deadlines in Europe/Oslo. A deadline without an hour is a day. The
programme of a call leads to its lane, and the programme's parent to the lane's group; Norway's part is the parent's
where the programme says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from akint_dash.domain.fit import Rules
from akint_dash.domain.history import DEMONSTRATION, Values
from akint_dash.domain.money import to_ore
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.call_facets import AHEAD, BUDGETS, KINDS, NORWAY, STATES, Facets
from akint_dash.measures.fit import CallFit, county_rules, fits
from akint_dash.measures.memo import once
from akint_dash.measures.moments import last_closing, local_day, passed
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio

CLOSING_DAYS: Final = 30
"""A call closes soon when its next deadline is at most this many days away."""


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline, stage or cut-off. ``moment`` is the UTC moment where the hour is known; ``passed`` is of a call on
    one day: at its minute."""

    code: str
    day: date
    moment: str | None = None
    stage: int | None = None
    cut_off: int | None = None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One call on one day.

    ``programme`` and ``group`` (its topmost parent) are codes, None where the source's programme is not known.
    ``next`` is the deadline that comes next, the last one where all have passed. ``days`` from today to it (negative,
    or 0 where it passed today: see ``ahead``). ``norway`` is yes, partly, no or unknown. ``euro`` is the budget in
    cents of euro, None where unknown.
    """

    code: str
    title: str
    identifier: str
    kind: str
    programme: str | None
    group: str | None
    opening: date | None
    budget: tuple[int, str] | None
    euro: int | None
    address: str
    dues: tuple[Due, ...]
    next: Due | None
    days: int | None
    state: str
    norway: str
    fit: CallFit
    demonstration: bool = False

    @property
    def ahead(self) -> bool:
        """Whether a deadline is still ahead."""
        return self.next is not None and not self.next.passed

    @property
    def fits(self) -> bool:
        """Whether some council area is suggested or confirmed, the call is not closed, and Norway may enter."""
        return bool(self.fit.areas) and self.state != "closed" and self.norway != "no"

    @property
    def last_stage_only(self) -> bool:
        """Whether an earlier stage has passed: only those who came through it may still apply."""
        return self.ahead and self.next is not None and (self.next.stage or 1) > 1


def calls(portfolio: Portfolio, today: date, now: str = "") -> Mapping[str, Call]:
    """Every call by code, as it stands on ``today`` at ``now`` (a UTC moment; "": no hour); made once a snapshot, day
    and minute at which some call closes."""
    rules, now = county_rules(), last_closing(portfolio, today, now)
    return once(portfolio, ("calls", today, now, rules), lambda: _calls(portfolio, today, now, rules))


def _calls(portfolio: Portfolio, today: date, now: str, rules: Rules) -> dict[str, Call]:
    dues: dict[str, list[Due]] = {}
    for code, values in portfolio.records("call_deadline").items():
        if (due := due_of(code, values)) is not None:
            dues.setdefault(str(values["call"]), []).append(due)
    found_fits = fits(portfolio, rules)
    return {
        code: call_of(portfolio, code, values, dues.get(code, ()), found_fits[code], today, now)
        for code, values in portfolio.records("call").items()
    }


def due_of(code: str, values: Values) -> Due | None:
    """A deadline's record; None where it has no day."""
    day = local_day(values)
    if day is None:
        return None
    moment = str(values["moment"]) if "moment" in values else None
    return Due(code, day, moment, _integer(values.get("stage")), _integer(values.get("cut_off")))


def _integer(value: Any) -> int | None:
    return None if value is None else int(value)


def lineage(portfolio: Portfolio, programme: str) -> tuple[str, ...]:
    """The programme and its parents, the topmost last (a ring of parents ends where it began)."""
    line = [programme]
    while (parent := str(portfolio.get("programme", line[-1]).get("parent", ""))) and parent not in line:
        line.append(parent)
    return tuple(line)


def call_of(
    portfolio: Portfolio,
    code: str,
    values: Values,
    deadlines: Iterable[Due],
    fit: CallFit,
    today: date,
    now: str,
) -> Call:
    """One call of its record and deadlines."""
    in_order = sorted(deadlines, key=lambda d: (d.day, d.moment or "", d.code))
    dues = tuple(replace(d, passed=True) if passed(d.day, d.moment, today, now) else d for d in in_order)
    ahead = [d for d in dues if not d.passed]
    opening = date.fromisoformat(str(values["opening"])) if "opening" in values else None
    following = ahead[0] if ahead else dues[-1] if dues else None
    programme = str(values["programme"]) if "programme" in values else None
    line = lineage(portfolio, programme) if programme else ()
    budget = (int(str(values["budget"])), str(values.get("currency", "EUR"))) if "budget" in values else None
    return Call(
        code=code,
        title=str(values["title"]),
        identifier=str(values.get("identifier", "")),
        kind=str(values.get("kind", "topic")),
        programme=programme,
        group=line[-1] if line else None,
        opening=opening,
        budget=budget,
        euro=_euro(portfolio, budget, (following.day if following else today).year),
        address=str(values.get("address", "")),
        dues=dues,
        next=following,
        days=(following.day - today).days if following else None,
        state=state(opening, [d.day for d in dues], today, [d.day for d in ahead]),
        norway=next((str(p["norway"]) for p in _programmes(portfolio, line) if "norway" in p), "unknown"),
        fit=fit,
        demonstration=DEMONSTRATION in values,
    )


def _programmes(portfolio: Portfolio, line: Iterable[str | None]) -> list[Values]:
    return [portfolio.get("programme", code) for code in line if code]


def _euro(portfolio: Portfolio, budget: tuple[int, str] | None, year: int) -> int | None:
    if budget is None or budget[1] == "EUR":
        return budget[0] if budget else None
    ore = to_ore(*budget, year, portfolio.rates).ore
    one = to_ore(1_000_000, "EUR", year, portfolio.rates).ore
    return round(ore * 1_000_000 / one) if ore is not None and one else None


def state(opening: date | None, days: Sequence[date], today: date, ahead: Sequence[date] | None = None) -> str:
    """``closed`` (every deadline has passed), ``forthcoming`` (not opened yet), ``undated`` (no deadline known),
    ``closing`` (the next deadline within 30 days, today included) or ``open``. ``ahead`` are the days of deadlines that
    have not passed, those from today on where no hours are known."""
    ahead = [day for day in days if day >= today] if ahead is None else ahead
    if days and not ahead:
        return "closed"
    if opening is not None and opening > today:
        return "forthcoming"
    if not ahead:
        return "undated"
    return "closing" if (min(ahead) - today).days <= CLOSING_DAYS else "open"


# -- inside the selection


def selected(scope: Scope, facets: Facets | None = None) -> list[Call]:
    """The calls inside the selection and ``facets``, by days left.

    Area: calls that are confirmed for it or that the rules suggest. Theme: the call's own or a suggested one.
    Period: calls with a deadline in its years. Instrument, status and geography do not touch calls.
    """
    everything = calls(scope.portfolio, scope.today, scope.now)
    chosen = once(
        scope.portfolio,
        ("selected", scope.selection, scope.today, _minute(scope), county_rules()),
        lambda: sorted((c for c in everything.values() if inside(scope, c)), key=by_days),
    )
    return [c for c in chosen if facets is None or facets.is_empty or in_facets(c, facets)]


def _minute(scope: Scope) -> str:
    return last_closing(scope.portfolio, scope.today, scope.now)


def inside(scope: Scope, call: Call, facets: Facets | None = None) -> bool:
    """Whether one call lies inside the selection and ``facets``."""
    chosen = scope.selection
    if chosen.program and call.programme not in scope.programmes:
        return False
    if chosen.omrade and not {area.code for area in call.fit.areas} & set(chosen.omrade):
        return False
    if chosen.tema and not set(call.fit.themes) & set(chosen.tema):
        return False
    if chosen.periode:
        first, last = chosen.periode
        if not any(first <= due.day.year <= last for due in call.dues):
            return False
    if chosen.sok and chosen.sok.casefold() not in f"{call.code} {call.identifier} {call.title}".casefold():
        return False
    return facets is None or in_facets(call, facets)


def in_facets(call: Call, facets: Facets) -> bool:
    """Whether a call lies in every facet chosen."""
    if facets.states and call.state not in facets.states:
        return False
    if facets.due and not any(facets.due[0] <= due.day <= facets.due[1] for due in call.dues):
        return False
    if facets.norway and call.norway not in facets.norway:
        return False
    if facets.kinds and call.kind not in facets.kinds:
        return False
    return not facets.budgets or any(_in_budget(call.euro, budget) for budget in facets.budgets)


def facet_counts(scope: Scope) -> Mapping[str, Counter[str]]:
    """How many calls of the selection each entry of each facet holds: parameter -> word of the address -> calls."""
    some = selected(scope)
    key = "facets", scope.selection, scope.today, _minute(scope), county_rules()
    return once(scope.portfolio, key, lambda: _facet_counts(some, scope.today))


def _facet_counts(some: Sequence[Call], today: date) -> dict[str, Counter[str]]:
    words = {name: {code: word for word, code in known.items()} for name, known in CODED.items()}
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*words, "budsjett", "frist")}
    for call in some:
        for name, code in (("tilstand", call.state), ("norge", call.norway), ("type", call.kind)):
            counts[name][words[name].get(code, "")] += 1
        counts["budsjett"][next(word for word, bounds in BUDGETS.items() if _in_budget(call.euro, bounds))] += 1
        ahead = min(((due.day - today).days for due in call.dues if not due.passed), default=None)
        for days in AHEAD:
            counts["frist"][str(days)] += ahead is not None and ahead <= days
    return counts


CODED: Final = {"tilstand": STATES, "norge": NORWAY, "type": KINDS}


def _in_budget(cents: int | None, bounds: tuple[int, int | None] | None) -> bool:
    if bounds is None or cents is None:
        return bounds is None and cents is None
    low, high = bounds
    return low <= cents and (high is None or cents < high)


def by_days(call: Call) -> tuple[Any, ...]:
    """Sorts what is ahead by days left, then calls without a deadline, then what has passed, the latest first."""
    if call.days is None:
        return 1, 0, call.code
    return (0, call.days, call.code) if call.ahead else (2, -call.days, call.code)


SORTS: Final[Mapping[str, Any]] = {
    "passer": lambda c: (-c.fit.score, by_days(c)),
    "dager": by_days,
    "budsjett": lambda c: (c.euro is None, -(c.euro or 0), c.code),
    "tittel": lambda c: (c.title.casefold(), c.code),
    "program": lambda c: (c.group or "~", c.programme or "~", by_days(c)),
    "apner": lambda c: (c.opening is None, c.opening or date.max, c.code),
}
"""The word in the address and how it sorts."""


def in_window(some: Iterable[Call], first: date, end: date) -> list[Call]:
    """Calls with a deadline from ``first`` to before ``end``, ``next`` being that deadline where it has none ahead."""
    return [call for call in some if any(first <= due.day < end for due in call.dues)]


def months_of(some: Iterable[Call], first: date, months: int) -> list[int]:
    """Deadlines per month from the month of ``first``."""
    counts = [0] * months
    for call in some:
        for due in call.dues:
            index = 12 * (due.day.year - first.year) + due.day.month - first.month
            if 0 <= index < months:
                counts[index] += 1
    return counts


def urgent(some: Iterable[Call]) -> list[Call]:
    """Calls that fit and can still be applied for, the nearest deadline first."""
    return sorted((c for c in some if c.fits and c.state in ("open", "closing", "forthcoming")), key=by_days)


def call_table(some: Sequence[Call], due_state: Callable[[Call], str]) -> Table:
    """One row per call. Columns: days, title, programme, opening, deadline (ISO day), hour (UTC moment; a
    deadline without one is a whole day), state (Norwegian code), reached (what ``due_state`` says of one that fits and
    lies ahead), budget (minor units, currency), areas, address, identifier.
    """
    return table(
        (
            Heading("days", Cell.DAYS, "Dager igjen"),
            Heading("title", Cell.NAME, "Tittel"),
            Heading("programme", Cell.NAME, "Program"),
            Heading("opening", Cell.DATE, "Åpner"),
            Heading("deadline", Cell.DATE, "Frist"),
            Heading("moment", Cell.MOMENT, "Frist med klokkeslett, norsk tid"),
            Heading("state", Cell.CHOICE, "Tilstand"),
            Heading("reached", Cell.CHOICE, "Kan fristen nås?"),
            Heading("budget", Cell.AMOUNT, "Budsjett"),
            Heading("areas", Cell.NAMES, "Aktuell for"),
            Heading("address", Cell.TEXT, "Nettadresse"),
            Heading("identifier", Cell.TEXT, "Referanse"),
        ),
        [
            (
                c.days,
                ("call", c.code),
                ("programme", c.programme) if c.programme else None,
                c.opening.isoformat() if c.opening else None,
                c.next.day.isoformat() if c.next else None,
                (c.next.moment or NOT_APPLICABLE) if c.next else None,
                ("call_state", c.state),
                ("call_reach", due_state(c)) if c.fits and c.ahead else NOT_APPLICABLE,
                c.budget,
                ("area", [area.code for area in c.fit.areas]),
                c.address or None,
                c.identifier or c.code,
            )
            for c in some
        ],
    )


def at(call: Call, due: Due, today: date) -> Call:
    """The call with another of its deadlines as the one looked at."""
    return replace(call, next=due, days=(due.day - today).days)
