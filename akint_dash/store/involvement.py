"""Involvement: the one fact table of the views, derived once a snapshot.

One row per (record, area). :data:`RULES` says which record counts as which instrument, and what its day, money, hours
and people are. Columns are small integer codes; lists of codes stand beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from akint_dash.domain.history import State, Values
from akint_dash.domain.money import Rates, to_ore

INSTRUMENTS: Final = ("PRO", "POL", "KOM", "BIL")
"""The four, in the strategy's own order (3.1-3.4), everywhere."""

ACTIVITY_INSTRUMENT: Final[Mapping[str, str]] = {
    "network_meeting": "POL",
    "advocacy": "POL",
    "hearing": "POL",
    "course": "KOM",
    "seminar": "KOM",
    "study_visit": "KOM",
    "exchange": "KOM",
    "delegation_in": "BIL",
    "delegation_out": "BIL",
    "contact": "BIL",
    "support": "PRO",
    "guidance": "PRO",
}
"""What kind of activity belongs to which instrument, unless the record says otherwise."""

RINGS: Final = ("norden", "europe", "ukraine", "other")
NONE, KNOWN, PARTLY, UNKNOWN = range(4)
"""What is known of a record's hours, money or people: it has none to know, all is known, a part is, nothing is."""

NO_DAY: Final = -(2**31)


@dataclass(frozen=True, slots=True)
class Rule:
    """How one entity becomes involvement."""

    instrument: Callable[[Values], str]
    day: Callable[[str, Values, Context], str | None]


Sum: TypeAlias = tuple[float, int]
"""(what is known of some values together, how much of them that is: NONE to UNKNOWN)."""


def known_sum(values: Iterable[Any]) -> Sum:
    """The sum of the values that are known; None is one that is not."""
    every = list(values)
    known = [value for value in every if value is not None]
    if not every:
        return 0, NONE
    return sum(known), KNOWN if len(known) == len(every) else PARTLY if known else UNKNOWN


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules look up beside the record itself."""

    state: State
    first_step: Mapping[str, str]
    last_status: Mapping[str, str]
    people: Mapping[str, Sum]
    own_hours: Mapping[str, Sum]
    rates: Rates
    tied: Mapping[str, tuple[str, ...]]


RULES: Final[Mapping[str, Rule]] = {
    "project": Rule(
        lambda _: "PRO",
        lambda code, v, c: c.first_step.get(code) or _text(v.get("start")),  # the day of the first step, else the start
    ),
    "dossier": Rule(
        lambda _: "POL",
        lambda _code, v, _c: _text(v.get("opened")),  # the day we began to follow it
    ),
    "activity": Rule(
        lambda v: str(v.get("instrument") or ACTIVITY_INSTRUMENT[str(v["kind"])]),
        lambda _code, v, _c: _text(v.get("start")),  # the day it was held
    ),
    "cooperation": Rule(lambda _: "BIL", lambda _code, v, _c: _text(v.get("since"))),  # the day it began
}


@dataclass(frozen=True, slots=True)
class Involvement:
    """Columns of equal length; one row per (record, area).

    record: index into ``records``; area, instrument, programme: index into the lists of codes, -1 where missing;
    responsible: whether the area is the responsible one; percent: the area's share of money and hours (0-100); day:
    days since 1970, NO_DAY where missing; year; theme_bits, ring_bits: sets of themes and rings; status: index into
    ``statuses`` of the last step recorded (one still to come too); amount_ore: the area's part of the county's own
    part of a project's budget in øre, and hours: its part of the hours, so that a record's rows add up to them;
    people: on the responsible area's row.

    What is not known counts as 0 in hours, amount_ore and people; of_hours, of_amount and of_people say so, NONE to
    UNKNOWN: an activity has hours to know, a project its own hours where it has a row of them and its budget, learning
    its people.
    """

    records: tuple[tuple[str, str], ...]
    areas: tuple[str, ...]
    programmes: tuple[str, ...]
    themes: tuple[str, ...]
    statuses: tuple[str, ...]
    record: npt.NDArray[np.int32]
    area: npt.NDArray[np.int16]
    responsible: npt.NDArray[np.bool_]
    percent: npt.NDArray[np.int8]
    instrument: npt.NDArray[np.int8]
    programme: npt.NDArray[np.int16]
    status: npt.NDArray[np.int8]
    day: npt.NDArray[np.int32]
    year: npt.NDArray[np.int16]
    theme_bits: npt.NDArray[np.int64]
    ring_bits: npt.NDArray[np.int8]
    amount_ore: npt.NDArray[np.int64]
    hours: npt.NDArray[np.float64]
    people: npt.NDArray[np.int32]
    of_hours: npt.NDArray[np.int8]
    of_amount: npt.NDArray[np.int8]
    of_people: npt.NDArray[np.int8]


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def days(text: str | None) -> int:
    """Days since 1970 of an ISO day, NO_DAY where missing."""
    return NO_DAY if text is None else date.fromisoformat(text).toordinal() - 719163


Share = tuple[str, bool, int]
"""(area, whether it is the responsible one, whole percent of the money and hours)."""


def area_shares(values: Values) -> list[Share]:
    """The areas of a record, the responsible one first, with whole percents that make up 100.

    Money and hours are split only where shares are recorded, and the responsible area has the rest where it is not
    named with one; else, and where shares do not make up all, they stand whole on the responsible area.
    """
    own = str(values["area"])
    ties: Any = values.get("areas", [])
    recorded = {str(code): share or 0 for code, share in ties}
    given = sum(share for code, share in recorded.items() if code != own)
    rest = recorded.get(own) or 100 - given
    if not given or rest < 0 or given + rest != 100:
        return [(own, True, 100)] + [(code, False, 0) for code in recorded if code != own]
    return [(own, True, rest)] + [(code, False, share) for code, share in recorded.items() if code != own]


def split(amount: int, shares: list[Share]) -> list[int]:
    """The areas' parts of an amount in whole øre; the first with a share takes what rounding left, so none is lost."""
    parts = [_part(amount, percent) for _, _, percent in shares]
    first = next(i for i, (_, _, percent) in enumerate(shares) if percent)
    parts[first] += amount - sum(parts)
    return parts


def _part(amount: int, percent: int) -> int:
    """Whole percents of an amount, halves to the even øre."""
    whole, rest = divmod(amount * percent, 100)
    return whole + (rest > 50 or (rest == 50 and whole % 2 == 1))


def split_hours(hours: float, shares: list[Share]) -> list[float]:
    """The areas' parts of some hours."""
    return [hours * percent / 100 for _, _, percent in shares]


def context(state: State) -> Context:
    """Look-ups over the whole state, made once."""
    first: dict[str, str] = {}
    last: dict[str, tuple[str, int]] = {}
    order = list(_STATUS_ORDER)
    for values in state.get("project_step", {}).values():
        project, day, status = str(values["project"]), str(values["date"]), str(values["status"])
        first[project] = min(first.get(project, day), day)
        last[project] = max(last.get(project, ("", -1)), (day, order.index(status)))
    people: dict[str, list[Any]] = {}
    for values in state.get("attendance", {}).values():
        people.setdefault(str(values["activity"]), []).append(values.get("people"))
    hours: dict[str, list[Any]] = {}
    for values in state.get("funding", {}).values():
        if values["form"] == "hours" and values["payer"] == "own":
            hours.setdefault(str(values["project"]), []).append(values.get("hours"))
    return Context(
        state,
        first,
        {p: order[i] for p, (_, i) in last.items()},
        {code: known_sum(some) for code, some in people.items()},
        {code: known_sum(some) for code, some in hours.items()},
        rates_of(state),
        regions_of_projects(state),
    )


def rates_of(state: State) -> dict[str, dict[int, float]]:
    """The rates of a state: currency -> year -> kroner for one."""
    rates: dict[str, dict[int, float]] = {}
    for values in state.get("rate", {}).values():
        by_year = rates.setdefault(str(values["currency"]), {})
        by_year[int(str(values["year"]))] = float(str(values["nok"]))
    return rates


_STATUS_ORDER: Final = (
    "idea",
    "developing",
    "submitted",
    "granted",
    "running",
    "completed",
    "rejected",
    "withdrawn",
)


def involve(state: State) -> Involvement:
    """Derive the fact table from a state."""
    looked_up = context(state)
    lists = {name: tuple(state.get(name, {})) for name in ("area", "programme", "theme")}
    index = {name: {code: i for i, code in enumerate(codes)} for name, codes in lists.items()}
    rings = {code: str(v["ring"]) for code, v in state.get("region", {}).items()}
    records: list[tuple[str, str]] = []
    rows: list[tuple[Any, ...]] = []
    for entity, rule in RULES.items():
        for code, values in state.get(entity, {}).items():
            records.append((entity, code))
            fixed = _fixed(entity, code, values, rule, looked_up, index, rings)
            (amount, *of_amount), (hours, *of_hours), (people, *of_people) = _sums(entity, code, values, looked_up)
            shares = area_shares(values)
            parts = zip(shares, split(amount, shares), split_hours(hours, shares), strict=True)
            for (area, responsible, percent), ore, own_hours in parts:
                place = index["area"].get(area, -1)
                heads = people if responsible else 0
                sums = (ore, own_hours, heads, *of_hours, *of_amount, *of_people)
                rows.append((len(records) - 1, place, responsible, percent, *fixed, *sums))
    return _columns(records, lists, rows)


def _fixed(
    entity: str,
    code: str,
    values: Values,
    rule: Rule,
    looked_up: Context,
    index: Mapping[str, Mapping[str, int]],
    rings: Mapping[str, str],
) -> tuple[Any, ...]:
    day = rule.day(code, values, looked_up)
    status = looked_up.last_status.get(code) if entity == "project" else None
    year = 0 if day is None else int(day[:4])
    return (
        INSTRUMENTS.index(rule.instrument(values)),
        index["programme"].get(str(values.get("programme")), -1),
        -1 if status is None else _STATUS_ORDER.index(status),
        days(day),
        year,
        _bits(values, "themes", index["theme"]),
        _ring_bits(_tied(entity, code, values, looked_up), rings),
    )


def _sums(entity: str, code: str, values: Values, looked_up: Context) -> tuple[tuple[int, int], Sum, tuple[int, int]]:
    """A record's øre, hours and people, each with what is known of them."""
    nothing = (0, NONE)
    if entity == "activity":
        people, of_people = looked_up.people.get(code, (0, UNKNOWN))
        return nothing, known_sum([values.get("hours")]), (int(people), of_people)
    if entity == "project":
        day = RULES["project"].day(code, values, looked_up)
        ore = _budget_ore(values, 0 if day is None else int(day[:4]), looked_up.rates)
        amount = (0, UNKNOWN) if ore is None else (ore, KNOWN)
        return amount, looked_up.own_hours.get(code, nothing), nothing
    return nothing, nothing, nothing


def _budget_ore(values: Values, year: int, rates: Rates) -> int | None:
    amount: Any = values.get("budget")
    return None if amount is None else to_ore(amount, str(values.get("currency", "NOK")), year, rates).ore


def _bits(values: Values, name: str, index: Mapping[str, int]) -> int:
    return sum(1 << index[code] for code in codes_of(values, name) if code in index)


def _tied(entity: str, code: str, values: Values, looked_up: Context) -> Iterable[str]:
    return looked_up.tied.get(code, ()) if entity == "project" else regions_of(values, looked_up.state)


def _ring_bits(tied: Iterable[str], rings: Mapping[str, str]) -> int:
    bits = 0
    for code in tied:
        if code in rings:
            bits |= 1 << RINGS.index(rings[code])
    return bits


def regions_of_projects(state: State) -> dict[str, tuple[str, ...]]:
    """project -> the regions it is tied to: those it names, its partner organisations' and its cooperations'."""
    found: dict[str, dict[str, None]] = {}
    organisations = state.get("organisation", {})
    for code, values in state.get("project", {}).items():
        mine = dict.fromkeys(codes_of(values, "regions"))
        for organisation in codes_of(values, "organisations"):
            one = organisations.get(organisation, {})
            if one.get("kind") == "partner":
                mine |= dict.fromkeys(codes_of(one, "regions"))
        found[code] = mine
    for values in state.get("cooperation", {}).values():
        for project in codes_of(values, "projects"):
            found.setdefault(project, {})[str(values["region"])] = None
    return {code: tuple(some) for code, some in found.items()}


def codes_of(values: Values, column: str) -> tuple[str, ...]:
    """The codes of a column of ties."""
    ties: Any = values.get(column, [])
    return tuple(str(code) for code, _ in ties)


def regions_of(values: Values, state: State) -> Iterator[str]:
    """The regions a record that is no project is tied to: its own, and its cooperation's."""
    yield from codes_of(values, "regions")
    if "region" in values:
        yield str(values["region"])
    cooperation = state.get("cooperation", {}).get(str(values.get("cooperation")))
    if cooperation is not None:
        yield str(cooperation["region"])


_DTYPES: Final = {
    "record": np.int32,
    "area": np.int16,
    "responsible": np.bool_,
    "percent": np.int8,
    "instrument": np.int8,
    "programme": np.int16,
    "status": np.int8,
    "day": np.int32,
    "year": np.int16,
    "theme_bits": np.int64,
    "ring_bits": np.int8,
    "amount_ore": np.int64,
    "hours": np.float64,
    "people": np.int32,
    "of_hours": np.int8,
    "of_amount": np.int8,
    "of_people": np.int8,
}


def _columns(
    records: list[tuple[str, str]],
    lists: Mapping[str, tuple[str, ...]],
    rows: list[tuple[Any, ...]],
) -> Involvement:
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(_DTYPES)
    arrays: dict[str, Any] = {
        name: np.array(column, dtype=dtype) for (name, dtype), column in zip(_DTYPES.items(), columns, strict=True)
    }
    for array in arrays.values():
        array.setflags(write=False)
    return Involvement(
        tuple(records),
        lists["area"],
        lists["programme"],
        lists["theme"],
        _STATUS_ORDER,
        **arrays,
    )
