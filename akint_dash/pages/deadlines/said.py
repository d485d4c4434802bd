"""What the page's own parameters choose, in words, for what leaves the house."""

from __future__ import annotations

from collections.abc import Iterator

from akint_dash.components.view import View
from akint_dash.pages.deadlines.asked import KIND_OF, NOBODY, Address, address, in_window, owner_name


def said(view: View) -> Iterator[tuple[str, str]]:
    """Always the last day looked at; the first one, the kinds and the owner where they are asked for."""
    w, asked = view.words, address(view)
    if asked.window.since:
        yield w("Fra og med"), w.date(asked.window.since)
    yield w("Til og med"), w.date(asked.window.until)
    if asked.kinds:
        yield w("Type frist"), "; ".join(w.choice("decision_kind", KIND_OF[word][0]) for word in asked.kinds)
    if asked.owner:
        yield w("Ansvarlig seksjon"), _owner(view, asked)


def _owner(view: View, asked: Address) -> str:
    """In the page's language; as it was typed where no deadline is theirs."""
    if asked.owner == NOBODY:
        return view.words("ansvarlig seksjon mangler")
    every = in_window(view.scope, asked.window)
    owned = (one.owned for one in every if owner_name(view, one) == asked.owner)
    record = next(filter(None, owned), None)
    return view.words.name(view.portfolio.get(*record), "owner") if record else view.words("«{text}»", text=asked.owner)
