"""The lead of a page: what it is, its one finding in large type, and a short paragraph that says how we know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.numbers import Numbers, answering
from akint_dash.components.reading import classes, elements, kind
from akint_dash.text.words import Words

LONG: Final = ((84, "long longer"), (52, "long"))
"""A finding of more letters than these gets smaller type and more room, so that the first card is in view."""


def lead(
    over: Any,
    title: Any,
    say: Any = (),
    *,
    under: Sequence[Any] = (),
    idle: str = "",
    numbers: tuple[Words, Numbers] | None = None,
) -> Component:
    """``over`` stands small above the finding, ``say`` (words and bold parts) beside it, ``under`` across below.

    ``under`` is for tabs and links to siblings; ``idle`` says which filters ``say`` does not follow; ``numbers`` where
    the numbers of the finding and of ``say`` lead.
    """
    told = list(say) if isinstance(say, list | tuple) else [say]
    found = title
    if numbers:
        w, ways = numbers
        found, told = answering(w, title, ways.title), answering(w, told, ways.say)
    heading = html.Div([html.P(over, className="over"), html.H1(found, id="funn")])
    body: list[Any] = [heading]
    if say:
        body.append(html.P([*told, *([" ", html.Small(idle, className="note")] if idle else [])]))
    body += [html.Div(child, className="lead-under") for child in under if child is not None]
    return html.Section(body, className=look(title), **{"aria-labelledby": "funn"})


def look(title: Any) -> str:
    """The classes of a lead with this finding."""
    letters = len(title) if isinstance(title, str) else 0
    return f"lead {next((name for most, name in LONG if letters > most), '')}".rstrip()


def kicker(section: Any) -> Component | None:
    """The small line over a lead's finding, taken out of it, to stand in the line of the filters; None without one."""
    for one in elements(section):
        inner = getattr(one, "children", None)
        if kind(one) == "Div" and isinstance(inner, list) and inner and "over" in classes(inner[0]):
            return inner.pop(0)
    return None
