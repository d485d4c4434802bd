"""The list of updates, the newest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

from dash import html

from akint_dash.components.lead import lead
from akint_dash.components.row_table import row_table
from akint_dash.components.view import View
from akint_dash.pages.history.words import (
    HERE,
    NEEDS,
    asked_kind,
    asked_part,
    came_from,
    files_said,
    kind_filter,
    part_pager,
    who_said,
)

SHOWN: Final = 50


def listing(view: View) -> Sequence[Any]:
    """The page."""
    w, every = view.words, view.portfolio.revisions
    touched: dict[str, set[int]] = defaultdict(set)
    for number, change in view.portfolio.changes:
        touched[change.entity].add(number)
    chosen = asked_kind(view)
    some = [r for r in reversed(every) if not chosen or r.number in touched[chosen]]
    parts = max(1, -(-len(some) // SHOWN))
    part = asked_part(view, parts)
    title = w.n("Én oppdatering", "{n} oppdateringer", len(some))
    say = w("Hver innlesing og angring står her, den nyeste først, med alt den endret.")
    over = html.A(w("Alle registreringer"), href=view.link("/data", own={}))
    heads = (w("Oppdatering"), w("Når"), w("Av"), w("Fra"), w("Filer"), w("Nye"), w("Endret"), w("Avsluttet"))
    rows = [
        (
            html.A(w.number(r.number), href=view.link(f"{HERE}/{r.number}", own={})),
            w.moment(r.recorded_at),
            who_said(w, r),
            [came_from(w, r), *([html.Small(f"«{r.reason}»", className="why")] if r.reason else [])],
            files_said(w, r) or "–",
            w.number(r.added),
            w.number(r.changed),
            w.number(r.closed),
        )
        for r in some[(part - 1) * SHOWN : part * SHOWN]
    ]
    counts = Counter({entity: len(numbers) for entity, numbers in touched.items()})
    card = [
        html.H2(w("Oppdateringer"), className="unseen"),
        kind_filter(view, dict(counts.most_common()), w("Oppdateringer som endret")),
        row_table(w("Oppdateringer, den nyeste først"), heads, rows)
        if rows
        else html.P(w("Ingen oppdateringer."), className="empty"),
        part_pager(view, part, parts),
    ]
    return [
        lead(over, title, say),
        html.Div(html.Section(card, className="card c12"), className="grid section", **NEEDS),
    ]
