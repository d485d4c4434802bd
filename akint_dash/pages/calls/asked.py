"""What the address asks of the calls page, read once: window, facets, list and the call of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from akint_dash.components.view import View
from akint_dash.measures.call_facets import OWN as FACETS
from akint_dash.measures.call_facets import Facets
from akint_dash.measures.call_facets import read as read_facets
from akint_dash.measures.call_news import WEEK
from akint_dash.measures.call_reach import Reach, reach
from akint_dash.measures.call_window import Window, window
from akint_dash.measures.calls import SORTS, Call, calls, in_window, selected
from akint_dash.measures.dues import CallStates, call_states
from akint_dash.text import calls as text
from akint_dash.text.bases import HEADLINE, narrowing

OWN: Final = ("zoom", "fra", "til", "utlysning", *FACETS, "passer", "sorter", "blad", "siden")
"""The page's own parameters of the address."""
PER_PAGE: Final = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """``some`` are the calls inside selection and facets, ``inside`` those with a deadline in the window, ``listed``
    those of the list (all pages) by ``sort`` (``usual_sort`` where none is asked for), ``reach`` what can still be
    done about those that fit, ``call`` the one in the sheet (``chosen``: asked for, not just the most pressing),
    ``states`` what can be done about each."""

    window: Window
    facets: Facets
    some: Sequence[Call]
    inside: Sequence[Call]
    listed: Sequence[Call]
    fits_only: bool
    sort: str
    usual_sort: str
    page: int
    since: date
    reach: Reach
    call: Call | None
    chosen: bool
    states: CallStates

    def lost(self, call: Call) -> bool:
        """Whether a call fits, lies ahead, and can no longer be met."""
        return call.fits and call.ahead and self.states.lost(call)

    def thinned(self, view: View) -> bool:
        """Whether a facet, or a filter that calls have, may leave calls out."""
        return bool(narrowing(view.selection, view.pattern, HEADLINE)) or not self.facets.is_empty

    @property
    def outside(self) -> int:
        """How many of ``some`` have their deadlines outside the window; of those without any nothing is known."""
        return len(self.beyond)

    @property
    def beyond(self) -> list[Call]:
        """Those of ``some`` that have their deadlines outside the window."""
        here = {call.code for call in self.inside}
        return [call for call in self.some if call.dues and call.code not in here]

    def none(self, view: View, *, listed: bool = False) -> tuple[str, str] | None:
        """What a card (``listed``: the list) that is empty says, and how to see more, where the filters do hold calls;
        None where they hold none."""
        w, narrowed, dated = view.words, self.thinned(view), [call for call in self.inside if call.dues]
        if listed and self.inside:
            return text.none_fits(w, self.window, len(self.inside))
        if self.outside and not dated:
            return text.hidden(w, self.window, self.outside, narrowed=narrowed)
        if self.some and not dated:
            return text.no_dates(w, self.window, len(self.some), narrowed=narrowed), ""
        return None

    @property
    def days(self) -> tuple[date, date]:
        """The first day of the window and the one after its last."""
        return self.window.first, self.window.end

    @property
    def pages(self) -> int:
        """How many pages the list has."""
        return max(1, -(-len(self.listed) // PER_PAGE))

    @property
    def shown(self) -> Sequence[Call]:
        """The calls of this page of the list."""
        return self.listed[(self.page - 1) * PER_PAGE : self.page * PER_PAGE]

    @property
    def fitting(self) -> int:
        """How many in the window fit."""
        return sum(call.fits for call in self.inside)


def read(view: View) -> Asked:
    """The address, with a usable value for everything; what is not understood is left out."""
    query, today = view.query, view.day
    facets = read_facets(query, today)
    some = selected(view.scope, facets)
    start = _day(query.get("fra", ""))
    if start is None and facets.due and not (facets.due[0] <= today <= facets.due[1]):
        start = facets.due[0]
    last = _day(query.get("til", "")) if _day(query.get("fra", "")) else None
    shown = window(query.get("zoom", ""), start, today, last)
    undated = facets.states == ("undated",)
    inside = list(some) if undated else in_window(some, shown.first, shown.end)
    fits_only = _fits_only(query.get("passer", ""), inside, facets.is_empty and not view.selection.sok)
    usual = "passer" if fits_only else "dager"
    sort = query.get("sorter", "") if query.get("sorter", "") in SORTS else usual
    states = call_states(view.scope)
    listed = sorted((c for c in inside if c.fits or not fits_only), key=SORTS[sort])
    if sort == "passer":  # what can no longer be met is nothing to go on with, however well it fits
        listed.sort(key=lambda call: call.ahead and states.lost(call))
    pages = max(1, -(-len(listed) // PER_PAGE))
    number = query.get("blad", "")
    page = min(pages, max(1, int(number))) if number.isdecimal() and len(number) < 6 else 1
    code = query.get("utlysning", "")
    chosen = calls(view.portfolio, today, view.scope.now).get(code)
    found = reach(some, states)
    return Asked(
        window=shown,
        facets=facets,
        some=some,
        inside=inside,
        listed=listed,
        fits_only=fits_only,
        sort=sort,
        usual_sort=usual,
        page=page,
        since=_day(query.get("siden", "")) or today - WEEK,
        reach=found,
        call=chosen or found.pressing,
        chosen=chosen is not None,
        states=states,
    )


def _fits_only(word: str, inside: Sequence[Call], plain: bool) -> bool:
    """The list holds what fits where it is asked for, or where nothing is narrowed and something fits."""
    if word in ("ja", "alle"):
        return word == "ja"
    return plain and any(call.fits for call in inside)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def to(view: View, anchor: str = "", **own: Any) -> str:
    """This page with own parameters replaced; the list starts at its first page again."""
    return view.link(own={"blad": None, **own}, anchor=anchor)
