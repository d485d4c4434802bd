"""What the page's own parameters choose, in words, for what leaves the house."""

from __future__ import annotations

from collections.abc import Iterator

from akint_dash.components.spoken import worded
from akint_dash.components.view import View
from akint_dash.pages.calls.asked import read
from akint_dash.pages.calls.facets import LABELS, words_of
from akint_dash.text import calls as text


def said(view: View) -> Iterator[tuple[str, str]]:
    """The facets; always the days looked at and what the list holds, for both leave calls out."""
    w, asked = view.words, read(view)
    for name, codes in asked.facets.asked.items():
        yield w(LABELS[name]), "; ".join(words_of(view, name, code) for code in codes)
    if asked.sort != asked.usual_sort:
        yield w("Sortert etter"), text.sorted_by(w, asked.sort).lower()
    if asked.chosen and asked.call is not None:
        yield w("Valgt utlysning"), worded(view, "call", asked.call.code)
    if view.query.get("siden") == asked.since.isoformat():
        yield w("Endringer siden"), w.date(asked.since)
    if asked.facets.states != ("undated",):
        yield w("Perioden som vises"), text.window_words(w, asked.window)
    if asked.fits_only:
        yield w("Listen viser"), w("bare utlysninger som er aktuelle for oss")
