"""What is written is what is read: every entity, every kind of column."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine

from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, State
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.store.engine import reading, writing
from akint_dash.store.state import count_rows, is_demonstration, read_state, write_changes

from .states import full_state, next_state, now_in, state_of, write

ON_ONE_DATABASE = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
"""The examples follow one another in the same database: each starts from what the one before left."""

SEEDS = st.integers(0, 2**32 - 1)


def test_every_entity_with_every_column_comes_back_as_it_was(engine: Engine) -> None:
    state = full_state()
    write(engine, state)
    assert now_in(engine) == state


def test_the_full_state_leaves_no_column_out() -> None:
    """The test above is only worth what its state holds."""
    for entity, records in full_state().items():
        filled = {name for values in records.values() for name in values} - {DEMONSTRATION, SOURCE_REFS}
        assert filled == set(ENTITIES[entity].by_name), entity
    assert {c.kind for e in ENTITIES.values() for c in e.columns} >= set(Kind) - {Kind.FLAG}


@given(seed=SEEDS)
@ON_ONE_DATABASE
def test_any_state_after_any_other_comes_back(engine: Engine, seed: int) -> None:
    random = Random(seed)
    for state in (first := state_of(random), next_state(random, first)):
        write(engine, state)
        assert now_in(engine) == state


def test_values_keep_their_types(engine: Engine) -> None:
    write(engine, full_state())
    expected = {Kind.INTEGER: int, Kind.MONEY: int, Kind.NUMBER: float, Kind.TIES: list}
    for entity, records in now_in(engine).items():
        columns: dict[str, Any] = dict(ENTITIES[entity].by_name)
        for values in records.values():
            for name, value in values.items():
                if name in columns:
                    assert type(value) is expected.get(columns[name].kind, str), (entity, name)


def test_records_are_read_in_the_order_of_their_codes_whatever_the_order_of_writing(engine: Engine) -> None:
    """What is shown first never hangs on which row was touched last."""
    for code in ("b", "Å", "a", "B", "0"):
        with writing(engine) as connection:
            write_changes(connection, [Change("theme", code, None, {"name_nb": code})])
    with writing(engine) as connection:
        write_changes(connection, [Change("theme", "0", {"name_nb": "0"}, {"name_nb": "null"})])
    assert list(now_in(engine)["theme"]) == ["0", "B", "a", "b", "Å"]


def test_the_order_of_ties_and_their_shares_are_kept(engine: Engine) -> None:
    areas = {code: {"name_nb": code} for code in "CAB"}
    project: dict[str, Any] = {"title": "x", "area": "A", "areas": [["C", 60], ["A", None], ["B", 40]]}
    state: State = {"area": areas, "project": {"P-1": project}}
    write(engine, state)
    assert now_in(engine)["project"]["P-1"]["areas"] == [["C", 60], ["A", None], ["B", 40]]


def test_more_records_than_one_chunk(engine: Engine) -> None:
    state: State = {"theme": {f"T{n:04d}": {"name_nb": str(n)} for n in range(1203)}}
    write(engine, state)
    assert now_in(engine) == state
    write(engine, {})
    assert now_in(engine) == {}


def test_rows_are_counted_for_every_entity_also_the_empty_ones(engine: Engine) -> None:
    write(engine, {"theme": {"A": {"name_nb": "a"}, "B": {"name_nb": "b"}}})
    with reading(engine) as connection:
        counts = count_rows(connection)
    assert counts.keys() == ENTITIES.keys()
    assert {name: n for name, n in counts.items() if n} == {"theme": 2}


@pytest.mark.parametrize("marked", [True, False])
def test_a_state_is_a_demonstration_when_any_record_is_invented(marked: bool) -> None:
    values: dict[str, Any] = {"name_nb": "a", **({DEMONSTRATION: True} if marked else {})}
    assert is_demonstration({"theme": {"A": values, "B": {"name_nb": "b"}}}) is marked


def test_a_failure_inside_the_transaction_leaves_nothing(engine: Engine) -> None:
    class SuddenDeath(BaseException):
        pass

    def half_way() -> None:
        with writing(engine) as connection:
            write_changes(connection, [Change("theme", "A", None, {"name_nb": "a"})])
            assert "theme" in read_state(connection)
            raise SuddenDeath

    with pytest.raises(SuddenDeath):
        half_way()
    assert now_in(engine) == {}
