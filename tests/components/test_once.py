"""A page is made once for strangers, kept until something that it is made of changes, and is never another one."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from dash import html

from akint_dash.components import once as once_of
from akint_dash.components.once import Once
from akint_dash.components.standing import Standing
from akint_dash.domain.bounded import Bounded
from akint_dash.errors import DatabaseUnavailable


@dataclass
class Site:
    """Counts what it makes; all that a page depends on can be changed."""

    now: Standing = field(default_factory=lambda: Standing("one", False, date(2026, 11, 24), "", ()))
    made_of: list[str] = field(default_factory=list)
    away: bool = False
    meanwhile: Any = lambda: None

    def of_strangers(self) -> Any:
        return self

    def standing(self) -> Standing:
        return self.now

    def asked(self, path: str, search: str) -> Any:
        return SimpleNamespace(key=(path, *sorted(search.lstrip("?").split("&"))))

    def made(self, asked: Any, told: str) -> Any:
        if self.away:
            raise DatabaseUnavailable("database_unavailable", url="")
        self.made_of.append("&".join(asked.key))
        self.meanwhile()
        return SimpleNamespace(content=html.Div(str(asked.key), **{"data-address": told}), words=str(asked.key))


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once_of, "first_words", lambda shown: shown.words)


def begun(most: int = 1_000_000) -> tuple[Site, Once]:
    site = Site()
    return site, Once(site, Bounded(most))  # type: ignore[arg-type]  # a stand-in


def address_of(answer: tuple[str, bool]) -> str:
    return str(json.loads(answer[0])["response"]["side"]["children"]["props"]["data-address"])


def test_the_same_question_is_made_once_and_says_the_address_it_was_asked_by() -> None:
    site, once = begun()
    assert address_of(once.answer("/kart", "?vekt=timer&omrade=SAM")) == "/kart?vekt=timer&omrade=SAM"
    again = once.answer("/kart", "?omrade=SAM&vekt=timer")
    assert (address_of(again), again[1]) == ("/kart?omrade=SAM&vekt=timer", True)
    assert site.made_of == ["/kart&omrade=SAM&vekt=timer"]


@pytest.mark.parametrize(
    "changed",
    [
        {"edition": "two"}, {"trouble": True}, {"today": date(2026, 11, 25)}, {"closing": "2026-11-24T10:00:00Z"},
        {"files": ((Path("candidates.yaml"), 2),)},
    ],
)  # fmt: skip
def test_whatever_it_is_made_of_changes_it_is_made_anew(changed: dict[str, Any]) -> None:
    site, once = begun()
    once.answer("/", "")
    site.now = site.now._replace(**changed)
    assert once.answer("/", "")[1] is False
    assert once.answer("/", "")[1] is True
    assert len(site.made_of) == 2


def test_what_is_made_while_something_changes_is_not_kept() -> None:
    site, once = begun()
    site.meanwhile = lambda: setattr(site, "now", site.now._replace(trouble=not site.now.trouble))
    once.answer("/", "")
    site.meanwhile = lambda: None
    site.now = site.now._replace(trouble=False)
    assert once.answer("/", "")[1] is False


def test_a_file_that_is_read_for_the_first_time_is_no_change() -> None:
    site, once = begun()
    site.meanwhile = lambda: setattr(site, "now", site.now._replace(files=((Path("rules.yaml"), 1),)))
    once.answer("/", "")
    assert once.answer("/", "")[1] is True


def test_a_fault_is_not_kept() -> None:
    site, once = begun()
    site.away = True
    with pytest.raises(DatabaseUnavailable):
        once.answer("/", "")
    site.away = False
    assert once.answer("/", "")[1] is False


def test_the_first_words_and_the_page_that_is_asked_for_next_are_made_together() -> None:
    site, once = begun()
    assert str(once.first("/kart", "?sok=havn")) == "('/kart', 'sok=havn')"
    assert once.answer("/kart", "?sok=havn")[1] is True
    assert site.made_of == ["/kart&sok=havn"]


def test_threads_that_ask_at_once_get_their_own_page_made_once() -> None:
    site, once = begun()
    got: list[tuple[str, str]] = []

    def ask(n: int) -> None:
        got.append((f"/?side={n}", address_of(once.answer("/", f"?side={n}"))))

    threads = [threading.Thread(target=ask, args=(n % 4,)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [asked for asked, _ in got] == [told for _, told in got]
    assert sorted(site.made_of) == [f"/&side={n}" for n in range(4)]
