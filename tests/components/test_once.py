"""A page is made once for strangers within seconds, and is never an old one or another reader's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from dash import html

from akint_dash.access.viewer import STRANGER, Viewer
from akint_dash.components import once as once_of
from akint_dash.components.once import FRESH_S, MOST, WORDS, Once
from akint_dash.errors import DatabaseUnavailable


@dataclass
class Site:
    """Counts what it makes; all that a page depends on can be changed."""

    viewer: Viewer = STRANGER
    day: date = date(2026, 11, 24)
    made: list[str] = field(default_factory=list)
    snapshots: Any = field(default_factory=lambda: SimpleNamespace(edition=lambda: "one", trouble=False))
    away: bool = False

    @property
    def settings(self) -> Any:
        return SimpleNamespace(day=lambda: self.day)

    def who(self) -> Viewer:
        return self.viewer

    def of_strangers(self) -> Any:
        return SimpleNamespace(
            standing=lambda: (self.snapshots.edition(), self.snapshots.trouble, self.day),
            shown=lambda path, search: self.shown(path, search, STRANGER),
        )

    def shown(self, path: str, search: str, viewer: Viewer | None = None) -> Any:
        if self.away:
            raise DatabaseUnavailable("database_unavailable", url="")
        self.made.append(path + search)
        told = f"{path}{search} for {(viewer or self.viewer).name or 'a stranger'}"
        return SimpleNamespace(content=html.Div(told), words=told)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once_of, "first_words", lambda shown: shown.words)


def begun() -> tuple[Site, Clock, Once]:
    site, clock = Site(), Clock()
    return site, clock, Once(site, clock)  # type: ignore[arg-type]  # a stand-in


def test_the_same_address_is_made_once() -> None:
    site, clock, once = begun()
    first = once.page("/kart", "?vekt=timer")
    clock.now += FRESH_S
    assert once.page("/kart", "?vekt=timer") is first
    assert site.made == ["/kart?vekt=timer"]


def test_another_query_another_language_and_a_later_moment_are_made_anew() -> None:
    site, clock, once = begun()
    once.page("/kart", "")
    once.page("/kart", "?sok=havn")
    once.page("/en/kart", "")
    clock.now += FRESH_S + 0.1
    once.page("/kart", "")
    assert site.made == ["/kart", "/kart?sok=havn", "/en/kart", "/kart"]


def test_new_numbers_trouble_and_the_next_day_are_shown_at_once() -> None:
    site, _, once = begun()
    once.page("/", "")
    site.snapshots.edition = lambda: "two"
    once.page("/", "")
    site.snapshots.trouble = True
    once.page("/", "")
    site.day = date(2026, 11, 25)
    once.page("/", "")
    assert site.made == ["/"] * 4


def test_who_is_signed_in_gets_no_kept_page_and_leaves_none() -> None:
    site, _, once = begun()
    site.viewer = Viewer("staff", name="Kari")
    assert "Kari" in str(once.page("/", ""))
    assert "Kari" in str(once.page("/", ""))
    site.viewer = Viewer("reader", name="Per")
    assert "Per" in str(once.page("/", ""))
    site.viewer = STRANGER
    assert "a stranger" in str(once.page("/", ""))
    assert len(site.made) == 4


def test_a_fault_is_not_kept() -> None:
    site, _, once = begun()
    site.away = True
    with pytest.raises(DatabaseUnavailable):
        once.page("/", "")
    site.away = False
    assert "a stranger" in str(once.page("/", ""))


def test_only_so_many_are_kept() -> None:
    site, _, once = begun()
    for number in range(MOST + 1):
        once.page("/", f"?side={number}")
    once.page("/", f"?side={MOST}")
    assert len(site.made) == MOST + 1
    once.page("/", "?side=0")
    assert len(site.made) == MOST + 2


def test_the_first_words_and_the_page_that_is_asked_for_next_are_made_together() -> None:
    site, _, once = begun()
    assert str(once.first("/kart", "?sok=havn")) == "/kart?sok=havn for a stranger"
    assert "a stranger" in str(once.page("/kart", "?sok=havn"))
    assert site.made == ["/kart?sok=havn"]


def test_first_words_stand_until_the_numbers_or_the_day_change() -> None:
    site, clock, once = begun()
    once.first("/", "")
    clock.now += 100 * FRESH_S
    once.first("/", "")
    assert site.made == ["/"]
    site.snapshots.edition = lambda: "two"
    once.first("/", "")
    site.day = date(2026, 11, 25)
    once.first("/", "")
    assert site.made == ["/"] * 3


def test_first_words_are_a_stranger_s_whoever_asks() -> None:
    site, _, once = begun()
    site.viewer = Viewer("staff", name="Kari")
    assert str(once.first("/", "")) == "/ for a stranger"


def test_only_so_many_first_words_are_kept() -> None:
    site, clock, once = begun()
    for number in range(WORDS + 1):
        once.first("/", f"?side={number}")
    clock.now += FRESH_S + 0.1
    once.first("/", f"?side={WORDS}")
    assert len(site.made) == WORDS + 1
    once.first("/", "?side=0")
    assert len(site.made) == WORDS + 2
