"""What is chosen, of which data and of what kind, in words: for files, and for the sheets of a printed page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from akint_dash.components.base_line import labels_of
from akint_dash.components.filters import NAMED
from akint_dash.components.shell import sources_of
from akint_dash.components.view import View
from akint_dash.store.data_days import told_at
from akint_dash.text import sources
from akint_dash.text.bases import HEADLINE, narrowing

if TYPE_CHECKING:
    from akint_dash.components.page import Page


def selection(view: View, page: Page, keys: Sequence[str]) -> dict[str, str]:
    """What is chosen, in words: each filter (and whether it narrows any of the figures ``keys`` or the headline), the
    day looked back to, the weight, and the page's own."""
    told = {words: label if touches else _idle(view, label) for words, label, touches in filters(view, page, keys)}
    return {**told, **seen(view, page), **dict(page.said(view))}


def filters(view: View, page: Page, keys: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """Each filter in use, what it is chosen to, and whether it narrows anything."""
    touching = {name for key in (HEADLINE, *keys) for name in narrowing(view.selection, view.pattern, key)}
    for name, words, _ in NAMED if page.filters else ():
        if labels := labels_of(view, name):
            yield view.words(words), "; ".join(labels), name in touching


def _idle(view: View, chosen: str) -> str:
    return view.words("{chosen} (virker ikke her)", chosen=chosen)


def seen(view: View, page: Page) -> dict[str, str]:
    """The day looked back to, and what is weighed by."""
    w, chosen = view.words, view.selection
    told = {w("Slik porteføljen var kjent"): w.date(chosen.per)} if chosen.per else {}
    if chosen.vekt != "antall" and page.filters:
        told[w("Vekt")] = {"timer": w("timer"), "kroner": w("kroner")}[chosen.vekt]
    return told


def data(view: View) -> str:
    """Which update of the data it is of."""
    w = view.words
    if not view.portfolio.revisions:
        return w("ingen data ennå")
    newest = view.portfolio.revisions[-1]
    return " · ".join(
        [
            w("Mottatt {moment}", moment=w.moment(told_at(view.portfolio.revisions))),
            w("oppdatering {number}", number=newest.number),
        ]
    )


def mark(view: View) -> str:
    """The mark of what is not real, in words; "" where it is."""
    return view.words("Demonstrasjonsdata: oppdiktede tall") if view.portfolio.demonstration else ""


def on_every_sheet(view: View, page: Page) -> str:
    """What every printed sheet of the page says, as ``assets/app/sheets.js`` reads it; its figures are made already."""
    w = view.words
    chosen = "; ".join(f"{name}: {said}" for name, said in selection(view, page, [*view.told]).items())
    told = {
        "mark": mark(view),
        "county": w("Akershus fylkeskommune"),
        "data": data(view),
        "selection": w("Valgte filtre: {selection}", selection=chosen or w("Ingen filtre er valgt")),
        "sources": sources.told(w, sources_of(view)),
        "page": w("Side {page} av {pages}", page="{page}", pages="{pages}"),
    }
    return json.dumps(told, ensure_ascii=False)
