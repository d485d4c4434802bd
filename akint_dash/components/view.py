"""What a page gets: the portfolio seen through the URL on one day, in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

from akint_dash.access.viewer import STRANGER, Viewer
from akint_dash.domain.exhibit import Plot, Sketch
from akint_dash.domain.references import NAMED_THROUGH
from akint_dash.domain.selection import Notice, Selection
from akint_dash.domain.table import Table
from akint_dash.measures.scope import Scope
from akint_dash.settings import Settings
from akint_dash.store.portfolio import Portfolio
from akint_dash.text.bases import Shown
from akint_dash.text.strategy import Strategy
from akint_dash.text.words import Language, Words

if TYPE_CHECKING:
    from akint_dash.components.page import Page


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure card says beside its table; ``plot`` is what of the table is drawn in other programs.

    ``sketch`` makes the map of a card that is one, where it is asked for.
    """

    title: str
    caption: str
    base: str = ""
    say: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    instrument: str = ""
    plot: Plot | None = None
    sketch: Callable[[], Sketch | None] | None = None


@dataclass(frozen=True)
class View:
    """``path`` is the bokmål address without language; ``query`` holds the page's own parameters,
    ``parts`` the named parts of its path, ``pattern`` the path with their names (``/omrader/<kode>``).

    ``addresses`` are the pages there are. ``first_day`` is the day anything but code lists was first recorded.
    ``tables`` collects the table of every figure card the page makes, ``told`` its words, for what leaves the house.
    ``shown`` holds, of figures that a filter touches in part, what each number shown cannot be touched by.
    ``now`` is the moment in UTC (see ``Scope``); "" where only the day is known. ``viewer`` is who asks, for whom the
    portfolio is cut already. ``back`` is the portfolio as it was known at the end of an earlier day, for the same
    viewer.
    ``opens`` opens another page for the same reader, by its address and query.
    """

    portfolio: Portfolio
    selection: Selection
    today: date
    words: Words
    path: str
    strategy: Strategy
    settings: Settings
    query: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    notices: Sequence[Notice] = ()
    trouble: bool = False
    first_day: date | None = None
    addresses: frozenset[str] = frozenset()
    tables: dict[str, Table] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)
    now: str = ""
    pattern: str = ""
    viewer: Viewer = STRANGER
    back: Callable[[date], Portfolio] | None = None
    opens: Callable[[str, Mapping[str, Any]], tuple[View, Page] | None] = lambda *_: None

    @cached_property
    def scope(self) -> Scope:
        """The portfolio inside the selection."""
        return Scope(self.portfolio, self.selection, self.today, self.now)

    @property
    def day(self) -> date:
        """The day looked at: today, or the day looked back to."""
        return self.selection.per or self.today

    def address(self, path: str | None = None, language: Language | None = None) -> str:
        """The address of a page in a language (this page, this language)."""
        path = self.path if path is None else path
        if (language or self.words.language) == "nb":
            return path
        return "/en" + ("" if path == "/" else path)

    def link(
        self,
        path: str | None = None,
        *,
        selection: Selection | None = None,
        anchor: str = "",
        own: Mapping[str, Any] | None = None,
        **chosen: Any,
    ) -> str:
        """The address of ``path`` (this page) with the selection, ``chosen`` of it replaced, and own parameters.

        Own parameters of this page are kept unless ``own`` replaces them (a value None drops one); another page
        starts without.
        """
        selection = selection or self.selection
        if chosen:
            selection = replace(selection, **chosen)
        if chosen.get("periode") and "maned" not in chosen:
            selection = selection.in_period(chosen["periode"])
        kept = dict(self.query) if path in (None, self.path) else {}
        kept.update(own or {})
        parts = [selection.to_query(), urlencode({k: v for k, v in kept.items() if v not in (None, "")})]
        query = "&".join(filter(None, parts))
        return self.address(path) + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")

    def download(self, key: str, ending: str = "csv") -> str:
        """The address of a figure card's data as a file."""
        query = self.link().partition("?")[2]
        side = quote(self.path, safe="/")
        return f"{self.address('/last-ned')}/{key}.{ending}?side={side}" + (f"&{query}" if query else "")

    def name(self, entity: str, code: object, *, short: bool = False) -> str:
        """The name of a record in this language, its code where it is not known."""
        values = self.portfolio.get(entity, code)
        if entity in NAMED_THROUGH and values.get(NAMED_THROUGH[entity]):
            return self.name(NAMED_THROUGH[entity], values[NAMED_THROUGH[entity]])
        if short and values.get("name_short"):
            return self.words.name(values, "name_short")
        return self.words.name(values, field_of(entity)) or str(code)


NAMED: Final = frozenset(
    {"area", "theme", "instrument", "plan", "goal", "programme", "region", "municipality", "organisation", "actor"}
)
PROPER: Final = frozenset({"region", "municipality", "organisation", "actor", "programme", "participation"})
"""Entities whose names are the same in every language, unless an English one is given."""
FIELDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(NAMED, "name"),
    **dict.fromkeys(("result", "need", "offer", "remark"), "words"),
    "dossier_deadline": "what",
}


def field_of(entity: str) -> str:
    """The column that names a record of ``entity``."""
    return FIELDS.get(entity, "title")
