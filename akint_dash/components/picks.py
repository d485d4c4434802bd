"""Menus and chips: a word that opens what can be chosen, and what is chosen with a cross that takes it away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.parts import unseen
from akint_dash.components.view import View


def menu(name: str, words: str, inside: Component | Iterable[Component], *, several: bool = True) -> Component:
    """``words``, which open a form or a list of entries; ``name`` tells it from the page's other menus.

    One without ``several`` to choose closes when one is chosen.
    """
    held = inside if isinstance(inside, Component) else html.Ul(list(inside), className="entries")
    return html.Details(
        [html.Summary(words, className="pick"), held],
        className="menu-box",
        id=f"valg-{name}",
        **{"data-menu": "" if several else "one"},
    )


def entry(words: Any, href: str, *, on: bool = False, **more: Any) -> Component:
    """An entry of a menu: a link; ``on`` where it is chosen."""
    return html.Li(html.A(words, href=href, className="on" if on else None, **more))


def said_entry(view: View, words: str, href: str, *, on: bool, n: int | None = None) -> Component:
    """An entry that says to those who do not see it that it is chosen; ``n``: how many there are of it."""
    many = html.Small(f" {view.words.number(n)}", className="num") if n is not None else None
    return entry([words, many, unseen(", " + view.words("valgt")) if on else None], href, on=on)


def chip(view: View, words: str, without: str) -> Component:
    """What is chosen; ``without`` is the address that does not choose it."""
    cross = html.A("×", href=without, **{"aria-label": view.words("Fjern {words}", words=words)})
    return html.Span([words, cross], className="chip")
