"""The real lists and the portal's answer in any order make the same records, and twice they change nothing."""

from __future__ import annotations

from functools import cache
from itertools import permutations

import pytest

from akint_dash.domain.history import State, apply
from akint_dash.domain.reading import Reading
from akint_dash.importers import find_reader
from akint_dash.importers.code_csv import read_folder
from akint_dash.importers.load import plan
from akint_dash.settings import PROJECT
from tests.importers.real import real

FILES = ("forskningsradet_h2020_akershus.csv", "cordis_organization_sample.csv", "eu_calls.csv", "sedia_sample.json")


def after(state: State, reading: Reading) -> State:
    made = plan([reading], state, {})
    assert not made.problems, made.problems[:3]
    return apply(state, made.changes)


@cache
def read(name: str) -> Reading:
    path = real(name)
    return find_reader(path).read(path)


@cache
def code_lists() -> State:
    return after({}, read_folder(PROJECT / "data" / "code", reader="kodelister"))


@cache
def read_in(order: tuple[str, ...]) -> State:
    """The records after the files were read in this order, and again without a change."""
    state = code_lists()
    for name in order:
        state = after(state, read(name))
    assert all(not plan([read(name)], state, {}).changes for name in order)
    return {entity: state[entity] for entity in ("actor", "participation", "call", "call_deadline")}


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    "order", list(permutations(FILES))[1:], ids=lambda order: "".join(map(str, map(FILES.index, order)))
)
def test_any_order_and_twice(order: tuple[str, ...]) -> None:
    assert read_in(order) == read_in(FILES)


def test_they_make_what_is_in_the_files() -> None:
    seen, lists = read_in(FILES), code_lists()
    parts = seen["participation"].values()
    assert len(parts) == 211 + 5
    county = {code: values.get("county") for code, values in lists["municipality"].items()}
    assert sum(county.get(str(values.get("municipality"))) == "32" for values in parts) == 209
    assert sum(values.get("municipality") == "3003" for values in parts) == 2
    assert len(seen["call"]) == 361 + 1
