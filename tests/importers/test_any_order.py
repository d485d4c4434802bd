"""The real lists and the portal's answer in any order make the same records, and twice they change nothing."""

from __future__ import annotations

from itertools import permutations

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


def test_any_order_and_twice() -> None:
    readings = [find_reader(path).read(path) for path in map(real, FILES)]
    lists = after({}, read_folder(PROJECT / "data" / "code", reader="kodelister"))
    seen = []
    for order in permutations(readings):
        state = lists
        for reading in order:
            state = after(state, reading)
        seen.append({entity: state[entity] for entity in ("actor", "participation", "call", "call_deadline")})
        assert all(not plan([reading], state, {}).changes for reading in order)
    assert all(one == seen[0] for one in seen)
    parts = seen[0]["participation"].values()
    assert len(parts) == 211 + 5
    county = {code: values.get("county") for code, values in lists["municipality"].items()}
    assert sum(county.get(str(values.get("municipality"))) == "32" for values in parts) == 209
    assert sum(values.get("municipality") == "3003" for values in parts) == 2
    assert len(seen[0]["call"]) == 361 + 1
