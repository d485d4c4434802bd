"""History: one mechanism, its law, undo, and what stands in its way."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random
from threading import Barrier, Thread
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine

from akint_dash.domain.history import Change, State, apply, unapply
from akint_dash.domain.schema import ENTITIES
from akint_dash.errors import DatabaseUnavailable, NoSuchRevision, UndoRefused
from akint_dash.store.engine import open_engine, reading
from akint_dash.store.persons import Persons, read_persons
from akint_dash.store.revisions import (
    MOST_REASON,
    Origin,
    Revision,
    forget,
    kept_reason,
    list_revisions,
    newest,
    read_changes,
    record,
    undo,
)
from akint_dash.store.state import count_rows
from tests.store.states import diff

from .states import full_state, next_state, now_in, state_of, write

SEEDS = st.integers(0, 2**32 - 1)
LAW = settings(max_examples=60, deadline=None, derandomize=True)


def themes(*names: str) -> State:
    return {"theme": {name[0]: {"name_nb": name} for name in names}} if names else {}


def history(engine: Engine) -> list[tuple[int, Change]]:
    with reading(engine) as connection:
        return read_changes(connection)


# -- the law


@given(seed=SEEDS)
@LAW
def test_unapply_takes_back_what_apply_made(seed: int) -> None:
    random = Random(seed)
    before = state_of(random)
    after = next_state(random, before)
    changes = diff(before, after)
    assert apply(before, changes) == after
    assert unapply(apply(before, changes), changes) == before
    assert unapply(after, changes) == before


@given(seed=SEEDS, steps=st.integers(0, 6))
@LAW
def test_a_whole_history_leads_back_to_nothing(seed: int, steps: int) -> None:
    random = Random(seed)
    state: State = {}
    changes: list[Change] = []
    for _ in range(steps):
        after = next_state(random, state)
        changes += diff(state, after)
        state = after
    assert unapply(state, changes) == {}
    assert apply({}, changes) == state


def test_a_change_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="theme A"):
        apply(themes("A"), [Change("theme", "A", {"name_nb": "another"}, None)])


# -- recording


def test_a_revision_tells_who_when_from_what_and_how_much(engine: Engine) -> None:
    write(engine, themes("A", "B", "C"))
    after = {"theme": {"A": {"name_nb": "A"}, "B": {"name_nb": "ny"}, "D": {"name_nb": "D"}, "E": {"name_nb": "E"}}}

    def plan(before: State, number: int, _: object) -> list[Change]:
        assert number == 1
        return diff(before, after)

    made = record(
        engine, Origin("Arkivet", "arbeidsbok", "a.xlsx, b.xlsx", "2026-01-31", reason=" Etter\nbrevet "), plan
    )
    assert made is not None
    assert (made.number, made.added, made.changed, made.closed) == (2, 2, 1, 1)
    assert (made.who, made.source, made.files, made.data_as_of) == (
        "Arkivet",
        "arbeidsbok",
        "a.xlsx, b.xlsx",
        "2026-01-31",
    )
    assert (made.undoes, made.reason) == (None, "Etter brevet")
    with reading(engine) as connection:
        assert list_revisions(connection)[-1] == made
        assert newest(connection) == 2


def test_a_reason_is_one_line_and_no_longer_than_a_line() -> None:
    assert [kept_reason(said) for said in (None, "", " \n ", "a\r\n b")] == [None, None, None, "a b"]
    assert len(str(kept_reason("x" * 2 * MOST_REASON))) == MOST_REASON


def test_nothing_to_change_makes_no_revision(engine: Engine) -> None:
    write(engine, themes("A"))
    assert write(engine, themes("A")) is None
    with reading(engine) as connection:
        assert [r.number for r in list_revisions(connection)] == [1]


def test_the_history_reads_back_as_it_was_written(engine: Engine) -> None:
    state = full_state()
    write(engine, state)
    write(engine, themes("A"))
    changes = history(engine)
    assert {number for number, _ in changes} == {1, 2}
    assert apply({}, [change for _, change in changes]) == themes("A")
    with reading(engine) as connection:
        assert read_changes(connection, after=1) == [pair for pair in changes if pair[0] == 2]


def test_the_same_changes_have_the_same_fingerprint(engine: Engine) -> None:
    first = write(engine, themes("A"))
    write(engine, {})
    again = write(engine, themes("A"))
    other = write(engine, themes("A", "B"))
    marks = [revision.fingerprint for revision in (first, again, other) if revision]
    assert len(marks) == 3
    assert marks[0] == marks[1] != marks[2]


def test_a_plan_that_breaks_a_reference_leaves_nothing(engine: Engine) -> None:
    """Foreign keys are checked at COMMIT: the revision itself goes with them."""
    with pytest.raises(sa.exc.IntegrityError):
        write(engine, {"goal": {"G": {"plan": "none", "name_nb": "x"}}})
    assert history(engine) == []
    with reading(engine) as connection:
        assert newest(connection) == 0


# -- persons: outside the history


def persons(engine: Engine, **after: dict[str, Any]) -> Revision | None:
    """Make the persons ``after``, by code; the others stay."""

    def plan(state: State, *_: object) -> list[Change]:
        now = state.get("person", {})
        return [Change("person", code, now.get(code), values) for code, values in after.items()]

    return record(engine, Origin("x", "y"), plan)


def names(engine: Engine) -> Persons:
    with reading(engine) as connection:
        return read_persons(connection)


KARI = {"name": "Kari", "mail": "k@example.org"}


def test_persons_are_counted_and_undone_like_any_record_and_stand_in_no_history(engine: Engine) -> None:
    write(engine, themes("A"))
    made = persons(engine, N1=KARI, N2={})
    assert made is not None
    assert (made.number, made.added) == (2, 2)
    assert persons(engine, N1={"name": "Kari Nord"}) is not None
    assert names(engine) == {"N1": {"name": "Kari Nord"}, "N2": {}}
    assert "Kari" not in repr(history(engine))
    assert undo(engine, 3, "x").changed == 1
    assert names(engine)["N1"] == KARI
    undo(engine, 2, "x")
    assert names(engine) == {}


def test_a_later_change_of_a_person_is_in_the_way_of_an_undo(engine: Engine) -> None:
    persons(engine, N1=KARI)
    persons(engine, N1={"name": "Ola"})
    with pytest.raises(UndoRefused) as refused:
        undo(engine, 1, "x")
    assert refused.value.records == ("person N1",)


def test_a_person_forgotten_stays_forgotten(engine: Engine) -> None:
    write(engine, themes("A"))
    persons(engine, N1=KARI)
    persons(engine, N1={"name": "Kari Nord"})
    made = forget(engine, "N1", "Arkivet")
    assert made is not None
    assert (made.who, made.source, made.files) == ("Arkivet", "forget", "N1")
    assert forget(engine, "N9", "x") is None
    assert names(engine) == {"N1": {"forgotten": True}}
    for number in (2, 3, made.number):
        with pytest.raises(UndoRefused) as refused:
            undo(engine, number, "x")
        assert refused.value.key == "undo_forgotten"
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, mail, role FROM person_change").fetchall()
    assert {tuple(row) for row in rows} == {(None, None, None)}


# -- undo


def test_undo_brings_back_what_was(engine: Engine) -> None:
    before = full_state()
    write(engine, before)
    write(engine, next_state(Random(5), before))
    made = undo(engine, 2, "meg")
    assert now_in(engine) == before
    assert (made.number, made.undoes, made.who, made.source) == (3, 2, "meg", "undo")


def test_undo_of_an_undo_brings_back_what_was_undone(engine: Engine) -> None:
    state = full_state()
    after = next_state(Random(6), state)
    write(engine, state)
    write(engine, after)
    undo(engine, 2, "meg")
    undo(engine, 3, "meg")
    assert now_in(engine) == after


def test_a_revision_whose_undo_was_undone_can_be_undone_again(engine: Engine) -> None:
    write(engine, themes("A"))
    undo(engine, 1, "meg")
    undo(engine, 2, "meg")
    undo(engine, 1, "meg")
    assert now_in(engine) == {}


@pytest.mark.parametrize("number", [0, -1, 2, 10**6])
def test_a_revision_that_is_not_cannot_be_undone(engine: Engine, number: int) -> None:
    write(engine, themes("A"))
    with pytest.raises(NoSuchRevision):
        undo(engine, number, "meg")
    assert len(history(engine)) == 1


def refused(engine: Engine, number: int) -> tuple[str, ...]:
    before, changes = now_in(engine), history(engine)
    with pytest.raises(UndoRefused) as error:
        undo(engine, number, "meg")
    assert now_in(engine) == before
    assert history(engine) == changes
    return error.value.records


def test_undo_is_refused_when_a_record_was_changed_since_and_names_it(engine: Engine) -> None:
    write(engine, themes("A", "B"))
    write(engine, themes("A", "Bedre"))
    assert refused(engine, 1) == ("theme B",)


def test_undo_is_refused_when_a_record_was_closed_since_and_names_it(engine: Engine) -> None:
    write(engine, themes("A", "B"))
    write(engine, themes("A"))
    assert refused(engine, 1) == ("theme B",)


def test_what_was_changed_since_and_changed_back_does_not_stand_in_the_way(engine: Engine) -> None:
    write(engine, themes("A", "B"))
    write(engine, themes("A", "Bedre"))
    write(engine, themes("A", "B"))
    undo(engine, 1, "meg")
    assert now_in(engine) == {}


PLAN: dict[str, Any] = {"L": {"name_nb": "plan"}}
GOAL: dict[str, Any] = {"G": {"plan": "L", "name_nb": "mål"}}


def test_undo_is_refused_when_a_later_record_names_what_would_go(engine: Engine) -> None:
    write(engine, {"plan": PLAN})
    write(engine, {"plan": PLAN, "goal": GOAL})
    assert refused(engine, 1) == ("goal G",)


def test_undo_is_refused_when_what_would_come_back_names_what_was_closed_since(engine: Engine) -> None:
    write(engine, {"plan": PLAN, "goal": GOAL})
    write(engine, {"plan": PLAN})
    write(engine, {})
    assert refused(engine, 2) == ("plan L",)


def test_a_reference_that_the_same_revision_made_does_not_stand_in_the_way(engine: Engine) -> None:
    """One revision adds an area and gives an old project to it; undoing it gives the project back."""
    before: State = {"area": {"A": {"name_nb": "a"}}, "project": {"P": {"title": "p", "area": "A"}}}
    after: State = {
        "area": {"A": {"name_nb": "a"}, "B": {"name_nb": "b"}},
        "project": {"P": {"title": "p", "area": "B"}},
    }
    write(engine, before)
    write(engine, after)
    undo(engine, 2, "meg")
    assert now_in(engine) == before


@given(seed=SEEDS)
@settings(max_examples=25, deadline=None, derandomize=True)
def test_undo_gives_the_state_before_or_is_refused_by_name(
    seed: int, sqlite_template: Path, tmp_path_factory: Any
) -> None:
    """Whatever the history: the last revision can always be undone, an earlier one is undone in whole or not at all."""
    path = tmp_path_factory.mktemp("undo") / "akint.db"
    path.write_bytes(sqlite_template.read_bytes())
    engine = open_engine(f"sqlite:///{path}")
    random = Random(seed)
    state = state_of(random, chance=0.5)
    write(engine, state)
    for _ in range(3):
        state = next_state(random, state)
        write(engine, state)
    with reading(engine) as connection:
        last = newest(connection)
    earlier = random.randint(1, last - 1)
    own = [change for number, change in history(engine) if number == earlier]
    in_way: tuple[str, ...] | None = None
    try:
        undo(engine, earlier, "meg")
    except UndoRefused as error:
        in_way = error.records
    if in_way is None:
        assert now_in(engine) == unapply(state, own)
    else:
        assert all(entity in ENTITIES for entity, _ in (name.split(" ", 1) for name in in_way))
        assert len(in_way) > 0
        assert now_in(engine) == state
        undo(engine, last, "meg")
        assert now_in(engine) == unapply(state, [change for number, change in history(engine) if number == last])
    engine.dispose()


# -- writers at once


def test_two_writers_at_once_make_revisions_one_after_the_other(engine: Engine) -> None:
    """Both count the same number up, five times each: a lost update would show."""
    write(engine, themes("0"))
    start = Barrier(2)
    failed: list[Exception] = []

    def one_up(before: State, *_: object) -> list[Change]:
        old = before["theme"]["0"]
        return [Change("theme", "0", old, {"name_nb": str(int(str(old["name_nb"])) + 1)})]

    def five_up(who: str) -> None:
        start.wait()
        try:
            for _ in range(5):
                record(engine, Origin(who, "test"), one_up, pause_s=0.005)
        except Exception as error:
            failed.append(error)

    threads = [Thread(target=five_up, args=(who,)) for who in ("en", "to")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert now_in(engine) == {"theme": {"0": {"name_nb": "10"}}}
    assert apply({}, [change for _, change in history(engine)]) == now_in(engine)
    with reading(engine) as connection:
        assert [r.number for r in list_revisions(connection)] == list(range(1, 12))


def test_a_reader_sees_one_moment_while_a_writer_writes(engine: Engine) -> None:
    write(engine, themes("A"))
    with reading(engine) as connection:
        assert newest(connection) == 1
        write(engine, themes("A", "B"))
        assert newest(connection) == 1
        assert count_rows(connection)["theme"] == 1
    assert len(now_in(engine)["theme"]) == 2


def test_a_writer_that_waits_too_long_gets_our_own_error(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("akint_dash.store.engine.BUSY_MS", 50)
    path = tmp_path / "akint.db"
    path.write_bytes(sqlite_template.read_bytes())
    engine = open_engine(f"sqlite:///{path}")
    write(engine, themes("A"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseUnavailable):
        write(engine, themes("A", "B"))
    assert now_in(engine) == themes("A")
    other.execute("ROLLBACK")
    other.close()
    engine.dispose()


def test_the_pause_waits_inside_the_transaction_and_says_so(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    def plan(before: State, *_: object) -> list[Change]:
        return diff(before, themes("A"))

    record(engine, Origin("x", "y"), plan, pause_s=0.01)
    assert capsys.readouterr().err == "in transaction\n"
    record(engine, Origin("x", "y"), plan)
    assert capsys.readouterr().err == ""
