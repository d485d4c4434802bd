"""Long tables in pages: which page is asked for, and the ways to the others."""

from __future__ import annotations

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from akint_dash.components.parts import apart
from akint_dash.components.view import View


def asked_page(given: str) -> int:
    """The page that an address asks for, counted from one."""
    return max(1, int(given)) if given.isdecimal() and len(given) < 7 else 1


def pager(view: View, page: int, pages: int, to: Callable[[int], str], *, ends: bool = False) -> Component | None:
    """The pages before and after, and with ``ends`` the first and the last, where there are several; ``to`` says where
    one is."""
    w, page = view.words, min(page, pages)
    if pages < 2:
        return None
    steps = (
        (w("Første"), 1, ends and page > 2),
        (w("Forrige"), page - 1, page > 1),
        (w("Neste"), page + 1, page < pages),
        (w("Siste"), pages, ends and page < pages - 1),
    )
    links = [html.A(said, href=to(at), rel="nofollow") for said, at, there in steps if there]
    here = html.Span(w("Side {page} av {pages}", page=w.number(page), pages=w.number(pages)))
    return html.Nav(apart([here, *links]), className="pager", **{"aria-label": w("Sider")})
