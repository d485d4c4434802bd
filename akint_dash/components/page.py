"""What a page is, and how an address becomes one: the same bokmål address in two languages, made from the URL."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

from dash.development.base_component import Component

from akint_dash.access.viewer import Viewer, stranger
from akint_dash.components.jumps import jumps
from akint_dash.components.selected import on_every_sheet
from akint_dash.components.shell import shell
from akint_dash.components.standing import Standing
from akint_dash.components.unknown import not_found, words_of
from akint_dash.components.view import View
from akint_dash.domain.harmless import harmless
from akint_dash.domain.kept import versions
from akint_dash.domain.selection import ENTITY_OF, Notice, Selection
from akint_dash.measures.moments import last_closing
from akint_dash.settings import Settings
from akint_dash.store.data_days import recorded_day
from akint_dash.store.portfolio import Portfolio
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.strategy import load
from akint_dash.text.words import Language, Words

MOST_WAIT_S = 3.0
POLL_S = 0.05
MOST_ASKED = 2_000
"""So many signs of a page's own parameter are read."""


@dataclass(frozen=True, slots=True)
class Page:
    """``path`` is bokmål, with ``<name>`` for a part; ``own`` are the query parameters the page reads itself.

    ``body`` is pure; ``exists`` says whether a path with parts leads anywhere (else the page is not found); ``heading``
    words the browser's title where ``title`` alone does not; ``said`` is what the page's own parameters (and its path)
    choose, in words, for what leaves the house. ``tall`` is led by its answers (see ``jumps``). ``most`` signs of
    an own parameter are read.
    """

    path: str
    title: str
    body: Callable[[View], Sequence[Any]]
    own: tuple[str, ...] = ()
    filters: bool = True
    exists: Callable[[View], bool] = lambda _: True
    heading: Callable[[View], str] | None = None
    said: Callable[[View], Iterable[tuple[str, str]]] = lambda _: ()
    tall: bool = False
    most: int = MOST_ASKED


@dataclass(frozen=True, slots=True)
class Shown:
    """A whole page and what it was made of. ``page`` is None where the address leads nowhere."""

    view: View
    page: Page | None
    title: str
    content: Component


@dataclass(frozen=True, slots=True)
class Asked:
    """A page that is asked for: its view, and by which address and query. ``page`` is None where that leads nowhere."""

    view: View
    page: Page | None
    address: str
    search: str

    @property
    def key(self) -> Hashable:
        """The question in normal form: the same, the same page but for the address that it says itself."""
        view = self.view
        if self.page is None:
            return "", self.address, view.words.language
        return view.path, view.words.language, view.selection, tuple(view.query.items()), tuple(view.notices)


@dataclass(frozen=True, slots=True)
class Site:
    """What every page is made of. ``who`` says who asks: a stranger, unless a server finds out (see ``access``)."""

    settings: Settings
    snapshots: Snapshots
    pages: tuple[Page, ...]
    who: Callable[[], Viewer] = stranger

    def view(self, page: Page, language: Language, query: Mapping[str, Any], parts: Mapping[str, str]) -> View:
        """The view of one page for one query.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        viewer = self.who()
        audience = viewer.audience
        today, moment = self.settings.clock()
        now = self.snapshots.portfolio(audience)
        known = {name: frozenset(now.records(entity)) for name, entity in ENTITY_OF.items()}
        asked, notices = Selection.from_query(query, known)
        selection, more = _of_one_time(asked)
        notices += more
        portfolio = self.snapshots.portfolio(audience, selection.per) if selection.per else now
        path = page.path
        for name, value in parts.items():
            path = path.replace(f"<{name}>", value)
        given = ((name, harmless(str(query.get(name) or "")[: page.most])) for name in page.own)
        own = {name: value for name, value in given if value}
        return View(
            portfolio=portfolio,
            selection=selection,
            today=today,
            words=Words(
                language,
                euro=portfolio.rates.get("EUR", {}),
                back=selection.per,
                filters=selection.filters,
                search=bool(selection.sok),
            ),
            path=path,
            pattern=page.path,
            strategy=load(self.settings.strategy_file),
            settings=self.settings,
            query=own,
            parts=parts,
            notices=notices,
            trouble=self.snapshots.trouble,
            first_day=first_day(now),
            addresses=frozenset(page.path for page in self.pages),
            now=moment,
            viewer=viewer,
            back=partial(self.snapshots.looked_back, audience),
            opens=self.open,
        )

    def find(self, address: str) -> tuple[Page, Language, Mapping[str, str]] | None:
        """The page of an address, its language and the parts of its path; None where there is none."""
        language = language_of(address)
        path = (address[3:] if language == "en" else address).rstrip("/") or "/"
        for page in self.pages:
            parts = match(page.path, path)
            if parts is not None:
                return page, language, parts
        return None

    def open(self, address: str, query: Mapping[str, Any]) -> tuple[View, Page] | None:
        """The view of an address; None where the address, or what it names, is not there.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        found = self.find(address)
        if found is None:
            return None
        page, language, parts = found
        view = self.view(page, language, query, parts)
        return (view, page) if page.exists(view) else None

    def await_revision(self, number: int) -> None:
        """Wait, not for long, until every process of the server has had time to see a revision, and this one has."""
        until = time.monotonic() + MOST_WAIT_S
        time.sleep(min(self.settings.poll_s, MOST_WAIT_S))
        while self.snapshots.revision() < number and time.monotonic() < until:
            time.sleep(POLL_S)

    def of_strangers(self) -> Site:
        """The same for everyone: what others may read along."""
        return replace(self, who=stranger)

    def standing(self) -> Standing:
        """What a stranger's page is made of beside its address: the same, the same page.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        today, moment = self.settings.clock()
        closing = last_closing(self.snapshots.portfolio(stranger().audience), today, moment)
        return Standing(self.snapshots.edition(), self.snapshots.trouble, today, closing, versions())

    def render(self, address: str, search: str) -> Component:
        """The whole page of an address and its query string."""
        return self.shown(address, search).content

    def shown(self, address: str, search: str) -> Shown:
        """The whole page of an address and its query string, and what it was made of.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        return self.made(self.asked(address, search), address + search)

    def asked(self, address: str, search: str) -> Asked:
        """What an address and its query string ask for.

        Raises:
            DatabaseUnavailable: nothing was ever read.
        """
        opened = self.open(address, dict(parse_qsl(search.lstrip("?"))))
        view, page = opened or (self.view(NOWHERE, language_of(address), {}, {}), None)
        return Asked(view, page, address, search)

    def made(self, asked: Asked, told: str) -> Shown:
        """The whole page that is asked for; ``told`` is the address that it says of itself."""
        view, address, page = asked.view, asked.address, asked.page or NOWHERE
        opened = asked.page is not None
        title = page.heading(view) if page.heading else view.words(page.title)
        empty = view.portfolio.is_empty and page.path == "/"
        titles = [(one.path, view.words(one.title)) for one in self.pages if _is_for(one, view)]
        made = page.body(view) if opened else not_found(view, address, titles)
        content = shell(
            view,
            [*made[:1], jumps(view, made) if page.tall else None, *made[1:]],
            title=title,
            address=told,
            filters=page.filters and not empty,
            pages=frozenset(page.path for page in self.pages),
            sheet=on_every_sheet(view, page) if opened else "",
            sought="" if opened else words_of(address),
        )
        return Shown(view, asked.page, title, content)


def _of_one_time(asked: Selection) -> tuple[Selection, list[Notice]]:
    """The selection in the years of its months, and a period that none of them lies in as a value that was dropped."""
    months = asked.years_of_months
    if asked.periode and months and (months[1] < asked.periode[0] or asked.periode[1] < months[0]):
        return asked.of_time(), [Notice("periode", "-".join(map(str, dict.fromkeys(asked.periode))), "months")]
    return asked.of_time(), []


def _is_for(page: Page, view: View) -> bool:
    """Whether a page may be suggested to whoever looks: what is there for others alone is not."""
    return "<" in page.path or page.exists(view)


def language_of(address: str) -> Language:
    """The language of an address."""
    return "en" if address == "/en" or address.startswith("/en/") else "nb"


def first_day(portfolio: Portfolio) -> date | None:
    """The day anything but code lists was first recorded; None where nothing is."""
    days = [recorded_day(r) for r in portfolio.revisions if r.source not in ("kodelister", "codes")]
    return min(days, default=None)


NOWHERE = Page("/", "Denne siden finnes ikke", lambda _: (), filters=False)


def match(pattern: str, path: str) -> Mapping[str, str] | None:
    """The parts of ``path`` named by ``pattern`` (``/omrader/<kode>``); None where they do not match."""
    wanted, given = pattern.split("/"), path.split("/")
    if len(wanted) != len(given):
        return None
    parts = {}
    for name, value in zip(wanted, given, strict=True):
        if name.startswith("<") and value:
            parts[name[1:-1]] = value
        elif name != value:
            return None
    return parts
