"""The ways out of a figure and of a whole page: plain links to its files in the formats there are."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from akint_dash.components import basket
from akint_dash.components.parts import apart
from akint_dash.components.sections import RECORDS
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ENTITY, from_address
from akint_dash.exports import FORMATS
from akint_dash.text import disclosure as text

WHOLE: Final = "siden"
"""Stands in the address for all figures of the page."""
BASKET: Final = "kurv"
"""Stands there for the cards of a basket, in its order."""
OF_FIGURE: Final = ("xlsx", "pptx", "docx", "csv", "json", "svg", "png")
OF_PAGE: Final = ("xlsx", "pptx", "docx", "zip")
OF_BASKET: Final = ("pptx", "docx", "xlsx")
"""What is offered, in this order, of what the house can write."""


def figure_ways(view: View, key: str) -> Component:
    """One figure's files, and with script the card alone on paper, and its way into the basket."""
    ways: list[Component] = [_link(view, key, ending) for ending in OF_FIGURE if ending in FORMATS]
    ways.append(html.Button(view.words("Skriv ut"), type="button", **{"data-print": key}))
    ways.append(
        html.Button(view.words("Legg i kurv"), type="button", **{"data-basket": basket.entry(_page(view), key)})
    )
    return html.Span(apart(ways), className="ways-list", role="group", **{"aria-labelledby": f"{key}-t"})


def _page(view: View) -> str:
    """The page with its query, the same in every language."""
    _, mark, query = view.link().partition("?")
    return view.path + mark + query


def basket_ways(view: View) -> Component:
    """The basket of the page's address as a file: exactly its cards, in its order."""
    w, kort = view.words, view.query.get(basket.OWN, "")
    links = [
        html.Li(
            html.A(
                named(view, ending),
                href=f"{view.address('/last-ned')}/{BASKET}.{ending}?{basket.OWN}={quote(kort, safe='')}",
                **{"data-plain": ""},
            )
        )
        for ending in OF_BASKET
    ]
    words = html.Span(w("Last ned kurven"), id="last-ned-kurven")
    return html.Div(
        [words, " ", html.Ul(apart(links), **{"aria-labelledby": "last-ned-kurven"})], className="page-ways"
    )


def page_ways(view: View) -> Component | None:
    """The whole page's files, the same on every page with a figure and every record's sheet; None on others."""
    endings = [ending for ending in OF_PAGE if ending in FORMATS]
    if not endings or not (view.told or view.pattern == RECORDS):
        return None
    w = view.words
    links = [html.Li(_link(view, WHOLE, ending)) for ending in endings]
    if _may_be_public(view):
        pack = view.download(WHOLE, "zip").replace("/last-ned/", "/innsyn/", 1)
        links.append(html.Li(html.A(w("Innsynspakke"), href=pack, title=text.left_out(w), **{"data-plain": ""})))
    words = html.Span(w("Last ned siden"), id="last-ned-siden")
    return html.Div([words, " ", html.Ul(apart(links), **{"aria-labelledby": "last-ned-siden"})], className="page-ways")


def _may_be_public(view: View) -> bool:
    """Whether anything of the page may be public: not of an internal record's sheet."""
    if not view.pattern.startswith(RECORDS):
        return True
    entity, code = ENTITY.get(view.parts.get("slag", ""), ""), from_address(view.parts.get("post", ""))
    return view.portfolio.get(entity, code).get("visibility") != "internal"


def _link(view: View, key: str, ending: str) -> Component:
    """Where the answer is a fault the browser shows it in words: no ``download`` makes a file of it."""
    return html.A(named(view, ending), href=view.download(key, ending), **{"data-plain": ""})


def named(view: View, ending: str) -> str:
    """What a reader calls a kind of file."""
    w = view.words
    return {
        "xlsx": "Excel",
        "pptx": "PowerPoint",
        "docx": "Word",
        "csv": w("Tall (CSV)"),
        "json": "JSON",
        "svg": w("Figur (SVG)"),
        "png": w("Bilde (PNG)"),
        "zip": w("Datapakke (ZIP)"),
    }[ending]
