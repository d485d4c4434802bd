"""An area's part means one thing: the areas' parts sum to the county's, for every measure, selection and weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.domain.selection import Selection
from akint_dash.measures import (
    areas,
    competence,
    funding,
    holes,
    means,
    memberships,
    pipeline,
    policy,
    projects,
    rings,
    support,
    targets,
    weight,
)
from akint_dash.measures.parts import by_area, has_part, part_hours, part_ore, undivided
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import make

from .small import LISTS

AREAS = ("KUL", "NÆR", "SAM")
TODAY = date(2026, 5, 20)
YEARS = range(2024, 2027)

# -- a county of shared records, with shares or without, in three currencies, with blanks


def _days() -> st.SearchStrategy[str]:
    return st.dates(date(2023, 6, 1), date(2026, 12, 31)).map(date.isoformat)


@st.composite
def _shared(draw: st.DrawFn) -> dict[str, Any]:
    """A responsible area, others, and shares that make up all, leave a rest, or are not decided."""
    own, *others = draw(st.permutations(AREAS))
    others = others[: draw(st.integers(0, 2))]
    kind = draw(st.sampled_from(["none", "rest", "all"]))
    if not others or kind == "none":
        return {"area": own, "areas": [[code, None] for code in others]} if others else {"area": own}
    given = [draw(st.integers(1, 50)) for _ in others]
    ties: list[list[Any]] = [[code, share] for code, share in zip(others, given, strict=True)]
    if kind == "all" and sum(given) < 100:
        ties.insert(0, [own, 100 - sum(given)])
    return {"area": own, "areas": ties}


def _blank(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), values)


@st.composite
def _record(draw: st.DrawFn, /, **columns: st.SearchStrategy[Any]) -> dict[str, Any]:
    values = draw(_shared()) | {name: draw(some) for name, some in columns.items()}
    return {name: value for name, value in values.items() if value is not None}


def _of(*codes: str) -> st.SearchStrategy[Any]:
    return _blank(st.sampled_from(codes))


MONEY = st.integers(0, 10**7)
CURRENCY = _of("NOK", "EUR", "GBP")
TIES = {
    "themes": _blank(st.just([["plan", None]])),
    "regions": _blank(st.sampled_from([[["SE-O", None]], [["UA-32", None], ["DE-BE", None]]])),
}
RECORDS: Mapping[str, st.SearchStrategy[dict[str, Any]]] = {
    "project": _record(
        title=st.just("Buss"), programme=_of("HE", "INT"), budget=_blank(MONEY), currency=CURRENCY,
        start=_blank(_days()), end=_blank(st.just("2027-12-31")), goals=_blank(st.just([["M-1", None]])), **TIES,
    ),
    "activity": _record(
        title=st.just("Kurs"), kind=st.sampled_from(["course", "contact", "hearing", "support", "network_meeting"]),
        start=_days(), hours=_blank(st.integers(0, 40).map(float)), goal=_of("M-1"), outcome=_of("adopted", "pending"),
        **TIES,
    ),
    "dossier": _record(
        title=st.just("Sak"), stage=st.sampled_from(["proposal", "closed"]), opened=_days(), themes=TIES["themes"]
    ),
    "cooperation": _record(
        region=st.sampled_from(["SE-O", "UA-32"]), status=st.sampled_from(["active", "ended"]), since=_days()
    ),
    "budget": _record(
        instrument=st.sampled_from(["PRO", "KOM"]), year=st.sampled_from(YEARS), planned_nok=_blank(MONEY),
        used_nok=_blank(MONEY), used_fte=_blank(st.just(1.0)),
    ),
    "fund": _record(level=st.sampled_from(["national", "local"]), year=st.sampled_from(YEARS), amount_nok=MONEY),
    "membership": _record(organisation=st.just("O-1"), from_date=_days(), to_date=_blank(st.just("2026-12-31"))),
    "result": _record(kind=st.just("method"), words=st.just("x"), date=_days()),
}  # fmt: skip
STATUS = st.sampled_from(["idea", "submitted", "granted", "running", "rejected"])


@st.composite
def counties(draw: st.DrawFn) -> dict[str, Any]:
    state: dict[str, Any] = dict(LISTS)
    for entity, some in RECORDS.items():
        found = draw(st.lists(some, max_size=3))
        state[entity] = {f"{entity[:2].upper()}-{n}": values for n, values in enumerate(found)}
    steps, money, people = [], [], []
    for code in state["project"]:
        steps += [
            {"project": code, "status": draw(STATUS), "date": draw(_days())} for _ in range(draw(st.integers(0, 2)))
        ]
        for _ in range(draw(st.integers(0, 2))):
            row = {
                "project": code, "level": draw(st.sampled_from(["eu", "nordic", "local"])),
                "form": draw(st.sampled_from(["cash", "hours"])), "payer": draw(st.sampled_from(["others", "own"])),
                "amount": draw(_blank(MONEY)), "currency": draw(CURRENCY), "hours": draw(_blank(st.just(7.5))),
            }  # fmt: skip
            money.append({name: value for name, value in row.items() if value is not None})
    for code in state["activity"]:
        if draw(st.booleans()):
            people.append({"activity": code, "audience": "business", "people": draw(st.integers(0, 90))})
    state |= {"project_step": _numbered(steps), "funding": _numbered(money), "attendance": _numbered(people)}
    state["membership_fee"] = {
        code: {"membership": code, "year": 2026, "amount": draw(MONEY), "currency": "EUR"}
        for code in state["membership"]
    }
    state["organisation"] = {"O-1": {"name": "Nettverket", "area": "SAM"}}
    return state


def _numbered(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {str(n): row for n, row in enumerate(rows)}


# -- the measures as numbers by key; every one is a sum over records


def _table(data: Any, *columns: str) -> dict[Any, float]:
    """The numbers of some columns by what names the row."""
    found: dict[Any, float] = {}
    for row in data.dicts():
        key = tuple(value for name, value in row.items() if isinstance(value, tuple) or name in ("year", "month"))
        for name in columns:
            found[(*key, name)] = found.get((*key, name), 0) + (row[name] or 0)
    return found


def _pipeline(s: Scope) -> dict[Any, float]:
    found = pipeline.pipeline(s)
    counted = {name: len(getattr(found, name)) for name in ("won", "waiting", "underway", "rejected")}
    paid = {name: pipeline.money(getattr(found, name)) for name in ("won_paid", "waiting_paid", "underway_paid")}
    return {**counted, **paid}


def _funding(s: Scope) -> dict[Any, float]:
    found: Counter[Any] = Counter()
    for one in funding.funding(s).money:
        found[one.year, one.level, one.area] += one.ore
    return dict(found)


def _leverage(s: Scope) -> dict[Any, float]:
    found = funding.leverage(s)
    return {"outside": found.outside_ore, "own": found.own_ore}


def _means(s: Scope) -> dict[Any, float]:
    return {
        (code, year): means.total(means.means(s, code), year).planned_ore or 0
        for code in s.selection.omrade or AREAS
        for year in YEARS
    }


def _rings(s: Scope) -> dict[Any, float]:
    found = rings.rings(s)
    return _table(found.table, found.table.headings[2].name) | {"placed": found.placed, "near": found.near}


def _holes(s: Scope) -> dict[Any, float]:
    found: Counter[Any] = Counter()
    for one in holes.holes(s):
        found[one.kind] += one.n
    return dict(found)


def _targets(s: Scope) -> dict[Any, float]:
    names = ("results", "projects_granted", "participants", "involvements")
    return {(name, y): _actual(targets.ACTUAL[name](s, y)) for name in (*names, "external_nok") for y in YEARS}


def _actual(actual: targets.Actual) -> float:
    return (actual[0] if isinstance(actual, tuple) else actual) or 0


def _members(s: Scope) -> dict[Any, float]:
    found = memberships.cost(s, memberships.memberships(s))
    return {"n": found.count, "fee": found.ore, "lacking": found.lacking}


def _promoted(s: Scope) -> dict[Any, float]:
    found = policy.promoted(s)
    return {"n": len(found), "nameless": sum(not i.grounded for i in found)}


def _learnt(s: Scope) -> dict[Any, float]:
    found = competence.lessons(s)
    return {"n": len(found), "people": competence.people(found) or 0}


def _followed(s: Scope) -> dict[Any, float]:
    some = [d for d in policy.dossiers(s) if not d.closed]
    return {"open": len(some), "relevant": sum(d.eea == "relevant" for d in some)}


def _unit(data: Any) -> str:
    return str(data.headings[2].name)


MEASURES: dict[str, Callable[[Scope], dict[Any, float]]] = {
    "weight.by_instrument_year": lambda s: _table(weight.by_instrument_year(s), _unit(weight.by_instrument_year(s))),
    "weight.by_month": lambda s: _table(weight.by_month(s), "n"),
    "weight.by_area_instrument": lambda s: {
        key: n for y in YEARS for key, n in _table(weight.by_area_instrument(s, y), "total", "PRO", "KOM").items()
    },
    "pipeline.pipeline": _pipeline,
    "projects.stages": lambda s: _table(projects.stages(s), "reached", "here"),
    "projects.by_programme": lambda s: _table(projects.by_programme(s), "won", "rejected", "waiting", "ore"),
    "projects.by_year": lambda s: _table(projects.by_year(s), "won", "rejected", "ore"),
    "projects.financing": lambda s: _table(projects.financing(s), *projects.PARTS, "hours"),
    "projects.without_goal": lambda s: {row[0]: 1 for row in projects.without_goal(s).rows},
    "funding.funding": _funding,
    "funding.leverage": _leverage,
    "means.means": _means,
    "rings.rings": _rings,
    "holes.holes": _holes,
    "targets": _targets,
    "memberships.cost": _members,
    "policy.promoted": _promoted,
    "competence.lessons": _learnt,
    "policy.dossiers": _followed,
    "support.answered": lambda s: dict(enumerate(support.answered(s))),
    "areas.learning": lambda s: _table(areas.learning(s), "activities", "people"),
}
SELECTIONS = st.builds(
    Selection,
    virkemiddel=st.sampled_from([(), ("PRO",), ("KOM", "POL")]),
    program=st.sampled_from([(), ("HE",)]),
    tema=st.sampled_from([(), ("plan",)]),
    status=st.sampled_from([(), ("granted", "running")]),
    ring=st.sampled_from([(), ("norden",)]),
    periode=st.sampled_from([None, (2025, 2025)]),
    sok=st.sampled_from(["", "buss"]),
    vekt=st.sampled_from(["antall", "timer", "kroner"]),
)


def _summed(some: list[dict[Any, float]]) -> dict[Any, Any]:
    total: dict[Any, float] = {}
    for one in some:
        for key, value in one.items():
            total[key] = total.get(key, 0) + value
    return _told(total)


def _told(some: Mapping[Any, float]) -> dict[Any, Any]:
    """Without what is nothing; hours as near as sums of decimals come."""
    return {key: pytest.approx(n) if isinstance(n, float) else n for key, n in some.items() if n}


@settings(max_examples=60, deadline=None)
@given(counties(), SELECTIONS)
def test_the_areas_parts_sum_to_the_countys(state: dict[str, Any], selection: Selection) -> None:
    portfolio = make(state, [], [], "staff")
    county = Scope(portfolio, selection, TODAY)
    lone = [county.narrowed(omrade=(code,)) for code in AREAS] + [county.narrowed(omrade=("GAM",))]
    for name, measure in MEASURES.items():
        parts = [measure(scope) for scope in lone]
        assert _summed(parts) == _told(measure(county)), (name, selection)
        two = measure(county.narrowed(omrade=("KUL", "SAM")))
        assert _told(two) == _summed([parts[0], parts[2]]), (name, "two areas", selection)


# -- one record


@settings(deadline=None)
@given(_shared(), st.integers(0, 10**12), st.floats(0, 1000))
def test_no_ore_is_lost_and_none_lies_where_no_share_is(values: dict[str, Any], ore: int, hours: float) -> None:
    parts = dict(by_area(values, ore, ()))
    assert sum(parts.values()) == ore
    assert set(parts) == {code for code in AREAS if has_part(values, [code])}
    assert [part_ore(values, ore, [code]) for code in AREAS] == [parts.get(code, 0) for code in AREAS]
    assert sum(part_hours(values, hours, [code]) for code in AREAS) == pytest.approx(hours)


def test_a_record_that_is_shared_without_a_decided_division_is_marked() -> None:
    shared: Any = {"area": "SAM", "areas": [["KUL", None]]}
    divided: Any = {"area": "SAM", "areas": [["KUL", 40]]}
    assert undivided(shared)
    assert not undivided(divided)
    assert not undivided({"area": "SAM"})
    assert part_ore(shared, 100, ["KUL"]) == 0
