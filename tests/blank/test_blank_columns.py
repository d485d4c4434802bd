"""No blank becomes 0, "ingen" or silence: each optional column is emptied, for all its records and for one of them.

A small portfolio with everything in it is drawn, page by page and card by card; then again with the column blank.
``make test`` takes a sample by seed, ``pytest -m campaign`` all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from random import Random
from typing import Any

import pytest

from akint_dash.domain.history import State
from akint_dash.domain.selection import Selection
from akint_dash.measures.holes import Hole, holes
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Audience, make

from .full import NOT_OF_ALL, TODAY, full
from .meaning import HOLE_OF, NONE, NUMBERS_BESIDE, TOLD_ELSEWHERE, columns, is_number, why_none
from .showing import ADDRESSES, page

SAMPLE = 5
PAGES_OF_SAMPLE = 8
MOST = 12
CLAIM = re.compile(
    r"(?<![\d,.])0(?:,0)?\s(?:kr|mill|timer|årsverk|deltak)|(?<![\d,.])0\s%|(?<![\d,.])0,0\b|\b[Ii]ngen(?:ting)?\b"
)
"""What a page must not begin to say because something is not known."""

ZERO = re.compile(r"(?<![\d,.])0(?:,0)?\s(?:kr|mill|timer|årsverk)|(?<![\d,.])0,0\b")
TOLD = re.compile(
    r"[Mm]angl|[Mm]inst|[Uu]kjent|ikke kjent|ikke (?:ført|registrert)|[Uu]ten (?:at )?beløp"
    r"|bare en del|vet ikke|kjent|kjenner|mangel"
    r"|kan ikke (?:måles|vurderes|regnes)|ikke vurdert|uten EØS-vurdering|ikke knyttet til et (?:vedtatt )?mål"
)
"""How a page says that something is not known."""


def blanked(column: str, codes: frozenset[str]) -> State:
    """The portfolio with a column empty in some records."""
    entity, name = column.split(".")
    state: dict[str, Any] = dict(full())
    state[entity] = {
        code: {key: value for key, value in values.items() if key != name or code not in codes}
        for code, values in state[entity].items()
    }
    return state


def having(column: str) -> list[str]:
    """The records that have a value in a column."""
    entity, name = column.split(".")
    return [code for code, values in full().get(entity, {}).items() if name in values]


@cache
def whole(address: str, audience: Audience) -> dict[str, str]:
    return page(full(), address, audience)


def faults(column: str, codes: frozenset[str], address: str, audience: Audience) -> Iterator[str]:
    """What is said of a page that must not be, with a column blank in some records."""
    before, now = whole(address, audience), page(blanked(column, codes), address, audience)
    for key in before.keys() | now.keys():
        old, new = (some.get(key, "").replace("ingen mangler", "") for some in (before, now))
        if old == new:
            continue
        pattern = ZERO if why_none(column) else CLAIM
        claims = Counter(pattern.findall(new)) - Counter(pattern.findall(old))
        block = f"{address}{key}"
        if claims:
            yield f"{block} says {dict(claims)}: {new}"
        elif why_none(column) is None and not _told(column, block, old, new):
            yield f"{block} does not say that anything is missing: {new}"


def _told(column: str, block: str, old: str, new: str) -> bool:
    if Counter(TOLD.findall(new)) - Counter(TOLD.findall(old)):
        return True
    return any(fnmatch(column, of) and fnmatch(block, f"*{where}") for of, where in TOLD_ELSEWHERE)


def named(column: str, state: State) -> dict[str, Hole]:
    """kind -> hole of a state."""
    return {hole.kind: hole for hole in holes(Scope(make(state, [], [], "staff"), Selection(), TODAY))}


# -- the table of meanings


def test_every_optional_column_is_a_hole_or_none_with_a_reason() -> None:
    unsaid = [column for column in columns() if column not in HOLE_OF and not why_none(column)]
    assert not unsaid
    assert set(HOLE_OF) <= set(columns())
    unused = [p for p in NONE if not any(fnmatch(c, p) and c not in HOLE_OF for c in columns())]
    assert not unused


def test_no_number_that_enters_a_sum_may_be_blank_and_mean_none() -> None:
    beside = [c for c in columns() if any(fnmatch(c, pattern) for pattern in NUMBERS_BESIDE)]
    assert {c for c in columns() if is_number(c)} - set(beside) <= set(HOLE_OF)


def test_the_portfolio_has_everything_and_no_hole() -> None:
    empty = [column for column in columns() if not having(column) and tuple(column.split(".")) not in NOT_OF_ALL]
    assert not empty
    assert named("", full()) == {}


@pytest.mark.parametrize("column", HOLE_OF)
def test_a_blank_is_a_hole_with_an_owner(column: str) -> None:
    """For all records, and one of those that the hole is about."""
    found = named(column, blanked(column, frozenset(having(column))))
    hole = found[HOLE_OF[column]]
    assert hole.n == hole.base >= 1
    assert sum(n for _, n in hole.owners) == hole.n
    assert all(area for area, _ in hole.owners)
    some = having(column)[:MOST]
    ones = [named(column, blanked(column, frozenset([code]))).get(HOLE_OF[column]) for code in some]
    assert any(one is not None and one.n == 1 < one.base for one in ones)


# -- the pages


def cases(metafunc: pytest.Metafunc) -> list[tuple[str, str, tuple[str, ...]]]:
    """(column, "all" or "one", addresses)."""
    every = [column for column in columns() if having(column)]
    if "campaign" in metafunc.config.option.markexpr:
        return [(column, how, ADDRESSES) for column in every for how in ("all", "one")]
    random = Random(20261125)
    picked = random.sample(list(HOLE_OF), SAMPLE) + random.sample([c for c in every if c not in HOLE_OF], SAMPLE)
    return [
        (column, how, tuple(random.sample(ADDRESSES, PAGES_OF_SAMPLE))) for column in picked for how in ("all", "one")
    ]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "addresses" in metafunc.fixturenames:
        whole_run = "campaign" in metafunc.config.option.markexpr
        marks = [pytest.mark.campaign] if whole_run else []
        some = [pytest.param(*case, marks=marks, id=f"{case[0]}-{case[1]}") for case in cases(metafunc)]
        metafunc.parametrize(("column", "how", "addresses"), some)


def test_no_page_says_that_what_is_not_known_is_nothing(column: str, how: str, addresses: tuple[str, ...]) -> None:
    """Nor falls over; the public sees the same portfolio."""
    every = having(column)
    codes = frozenset(every if how == "all" else [Random(column).choice(every)])
    found = [fault for address in addresses for fault in faults(column, codes, address, "staff")]
    assert not found, "\n".join(found)
    for address in addresses[:2]:
        assert not list(faults(column, codes, address, "public"))
