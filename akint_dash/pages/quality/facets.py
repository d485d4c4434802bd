"""The page's own narrowing: which rule, and whose."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from akint_dash.components.notices import unknown_values
from akint_dash.components.picks import menu, said_entry
from akint_dash.components.view import View
from akint_dash.pages.quality.asked import Asked, owner_counts, owner_said, rule_counts
from akint_dash.text import quality as text


def bar(view: View, asked: Asked) -> Component:
    """The menus, and a way back to all."""
    w = view.words
    parts: list[Component] = [
        menu("regel", w("Feil eller mangel"), _rules(view, asked)),
        menu("ansvarlig", w("Ansvarlig seksjon"), _owners(view, asked)),
    ]
    if asked.rule or asked.owner:
        parts.append(html.A(w("Nullstill"), href=view.link(own={"regel": None, "ansvarlig": None}), className="clear"))
    return html.Div(
        [html.Div(parts, className="filters facets"), *unknown_values(view, asked.bad)],
        role="group",
        **{"aria-label": w("Avgrens feil og mangler")},
    )


def _rules(view: View, asked: Asked) -> Iterator[Component]:
    for rule, n in rule_counts(view, asked).items():
        on = rule == asked.rule
        href = view.link(own={"regel": None if on else rule})
        yield said_entry(view, text.name(view.words, rule, view.day), href, on=on, n=n)


def _owners(view: View, asked: Asked) -> Iterator[Component]:
    for name, n in owner_counts(view, asked).items():
        on = name == asked.owner
        href = view.link(own={"ansvarlig": None if on else name})
        yield said_entry(view, owner_said(view, asked, name), href, on=on, n=n)
