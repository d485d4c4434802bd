"""The snapshot in memory: a new revision is noticed, a failed read keeps what was and says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from threading import Thread
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from akint_dash.domain.history import State
from akint_dash.errors import DatabaseUnavailable
from akint_dash.store.engine import open_engine
from akint_dash.store.portfolio import Portfolio, make
from akint_dash.store.snapshots import RECORD, Snapshots

from .states import write

Switch = Callable[[], None]


def themes(*names: str) -> State:
    return {"theme": {name: {"name_nb": name} for name in names}} if names else {}


def shown(some: Snapshots) -> list[str]:
    return list(some.portfolio("public").records("theme"))


def test_a_new_revision_is_noticed(engine: Engine) -> None:
    some = Snapshots(engine, poll_s=0)
    assert some.revision() == 0
    assert shown(some) == []
    write(engine, themes("A"))
    assert some.revision() == 1
    assert shown(some) == ["A"]


def test_the_database_is_asked_at_most_every_poll(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("akint_dash.store.snapshots.time.monotonic", lambda: clock[0])
    some = Snapshots(engine, poll_s=2)
    assert shown(some) == []
    write(engine, themes("A"))
    clock[0] = 101.9
    assert some.revision() == 0
    clock[0] = 102.0
    assert some.revision() == 1
    assert shown(some) == ["A"]


def test_the_same_revision_is_read_and_made_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def counted(*arguments: Any) -> Portfolio:
        made.append(arguments[3:])
        return make(*arguments)

    monkeypatch.setattr("akint_dash.store.snapshots.make", counted)
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    first = some.portfolio("public")
    assert some.portfolio("public") is first
    assert some.portfolio("staff") is not first
    assert some.portfolio("public", date(2026, 1, 1)) is not first
    assert made == [("public", None), ("staff", None), ("public", date(2026, 1, 1))]


def test_what_was_handed_out_does_not_change_when_a_new_revision_comes(engine: Engine) -> None:
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    old = some.portfolio("public")
    write(engine, themes("A", "B"))
    assert shown(some) == ["A", "B"]
    assert list(old.records("theme")) == ["A"]


def test_a_failed_read_keeps_the_old_picture_and_says_so_until_it_recovers(
    engine: Engine, gone: tuple[Switch, Switch]
) -> None:
    take, give = gone
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    assert shown(some) == ["A"]
    assert not some.trouble
    loaded = some.loaded_at
    take()
    for _ in range(2):
        assert shown(some) == ["A"]
        assert some.revision() == 1
        assert some.trouble
    assert some.loaded_at == loaded
    give()
    write(engine, themes("A", "B"))
    assert shown(some) == ["A", "B"]
    assert not some.trouble
    assert some.loaded_at >= loaded


def test_a_database_that_was_never_read_is_an_error_and_is_asked_again_at_once(
    engine: Engine, gone: tuple[Switch, Switch]
) -> None:
    take, give = gone
    some = Snapshots(engine, poll_s=3600)
    take()
    for _ in range(2):
        with pytest.raises(DatabaseUnavailable):
            some.portfolio("public")
        assert some.trouble
    give()
    assert shown(some) == []
    assert not some.trouble


def test_a_database_without_a_schema_is_unavailable_not_empty(empty_url: str) -> None:
    engine = open_engine(empty_url)
    with pytest.raises(DatabaseUnavailable):
        Snapshots(engine, poll_s=0).portfolio("public")
    engine.dispose()


def test_looks_back_are_kept_within_bounds_and_push_out_nothing_of_today(engine: Engine) -> None:
    write(engine, themes("A", "B"))
    some = Snapshots(engine, poll_s=0, looks_back=3 * 2 * RECORD)
    first, seen = some.portfolio("public"), list[Portfolio]()
    days = [date.today() + timedelta(days=n) for n in range(5)]
    for day in days:
        seen.append(some.portfolio("public", day))
        assert some.bytes_back <= 3 * 2 * RECORD
    assert some.portfolio("public") is first
    assert [some.portfolio("public", day) is one for day, one in zip(days[2:], seen[2:], strict=True)] == [True] * 3
    assert some.portfolio("public", days[0]) is not seen[0]


def test_the_latest_look_back_is_kept_however_large(engine: Engine) -> None:
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0, looks_back=1)
    day = date.today()
    assert some.portfolio("public", day) is some.portfolio("public", day)


def test_days_between_the_same_revisions_are_cut_once_and_keep_their_own_day(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(engine, themes("A"))
    write(engine, themes("A", "B"))
    some = Snapshots(engine, poll_s=0)
    made = []

    def counted(*arguments: Any) -> Portfolio:
        made.append(arguments[4])
        return make(*arguments)

    monkeypatch.setattr("akint_dash.store.snapshots.make", counted)
    now = some.portfolio("public")
    before = [some.portfolio("public", date(2020, 1, day)) for day in (1, 2, 3)]
    after = [some.portfolio("public", date.today() + timedelta(days=n)) for n in (1, 2)]
    assert made == [None, date(2020, 1, 1)]
    assert [one.as_of for one in before] == [date(2020, 1, day) for day in (1, 2, 3)]
    assert [one.state for one in before] == [{}] * 3
    assert [(one.state, one.revision, one.edition) for one in after] == [(now.state, 2, now.edition)] * 2
    assert after[0].involvement is now.involvement


def test_many_threads_get_the_same_picture(engine: Engine) -> None:
    write(engine, themes("A"))
    some = Snapshots(engine, poll_s=0)
    got: list[Portfolio] = []
    threads = [Thread(target=lambda: got.append(some.portfolio("public"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 8
    assert len({id(one) for one in got}) == 1
