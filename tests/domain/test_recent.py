"""Of many answers the latest asked for are kept."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import pytest

from akint_dash.domain.recent import Recent


def counted(made: list[str], key: str) -> Callable[[], str]:
    def make() -> str:
        made.append(key)
        return key.upper()

    return make


def asked(kept: Recent, number: int) -> int:
    return kept.keep(number, lambda: number)


def test_what_is_kept_is_made_once() -> None:
    kept, made = Recent(2), list[str]()
    assert [kept.keep("a", counted(made, "a")) for _ in range(3)] == ["A"] * 3
    assert made == ["a"]


def test_what_was_not_asked_for_longest_goes_first() -> None:
    kept, made = Recent(2), list[str]()
    for key in ("a", "b", "a", "c", "a", "b"):  # b goes for c
        assert kept.keep(key, counted(made, key)) == key.upper()
    assert made == ["a", "b", "c", "b"]


def test_nothing_at_all_is_an_answer_and_a_fault_is_none() -> None:
    kept, made = Recent(1), list[int]()

    def none() -> int | None:
        made.append(1)
        return None

    for _ in range(2):
        assert kept.keep("none", none) is None
    assert made == [1]
    with pytest.raises(ZeroDivisionError):
        kept.keep("fault", lambda: 1 // 0)
    assert kept.keep("fault", lambda: 7) == 7


def test_an_answer_may_ask_for_another_and_threads_may_ask_at_once() -> None:
    kept, found = Recent(8), list[int]()
    assert kept.keep("outer", lambda: kept.keep("inner", lambda: 1) + 1) == 2
    threads = [Thread(target=lambda: found.extend(asked(kept, n % 12) for n in range(240))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted([n % 12 for n in range(240)] * 4)
