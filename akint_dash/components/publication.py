"""A page as what leaves the house: its findings and their numbers, in the order they stand on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

from dash.development.base_component import Component

from akint_dash.components.exhibit import exhibit
from akint_dash.components.page import Page
from akint_dash.components.reading import classes as _classes
from akint_dash.components.reading import elements as _elements
from akint_dash.components.reading import words_of
from akint_dash.components.sections import RECORDS, sections
from akint_dash.components.selected import data, filters, mark, seen, selection
from akint_dash.components.shell import sources_of
from akint_dash.components.view import View
from akint_dash.domain.collation import folded
from akint_dash.domain.exhibit import Exhibit, Publication
from akint_dash.measures.frame import frame
from akint_dash.text.frame import told as data_told

MOST_OF_A_NAME: Final = 109
"""So many signs stand before the day in the name of a file."""


def publication(view: View, page: Page, content: Sequence[Any], keys: Sequence[str] = ()) -> Publication:
    """``content`` is the page's body, made of ``view``; ``keys`` are the cards that are wanted (all), in their order.

    Raises:
        KeyError: the page has no such card.
    """
    w = view.words
    stands = list(_elements(content))
    on_page = [one.id for one in stands if getattr(one, "id", "") in view.told]
    lead = next((one for one in stands if "lead" in _classes(one)), None)
    inside = list(_elements([lead])) if lead is not None else []
    shown = data_told(w, frame(view.scope)) if page.filters and not view.portfolio.is_empty else ""
    return Publication(
        language=w.language,
        title=next((words_of(one) for one in inside if type(one).__name__ == "H1"), w(page.title)),
        page=page.heading(view) if page.heading else w(page.title),
        over=next((words_of(one) for one in inside if "over" in _classes(one)), ""),
        say=" ".join(said(one) for one in inside if type(one).__name__ == "P" and "over" not in _classes(one)),
        selection=tuple(selection(view, page, keys or on_page).items()),
        day=view.day,
        data=data(view),
        sources=tuple(sources_of(view)),
        address=outside(view, view.link()),
        county=w("Akershus fylkeskommune"),
        demonstration=mark(view),
        audience=_audience(view),
        exhibits=tuple(exhibit(view, key) for key in keys or on_page) or _sections(view, page, stands),
        notes=tuple(filter(None, [shown])),
        name=file_name(view, page),
    )


def _sections(view: View, page: Page, stands: Sequence[Component]) -> tuple[Exhibit, ...]:
    """What a record's sheet lists; other pages without figures have nothing to give."""
    return sections(view, stands) if page.path == RECORDS else ()


def _audience(view: View) -> str:
    """Whom it is cut for."""
    w = view.words
    return w("Bare det som er åpent for alle") if view.portfolio.audience == "public" else w("Med interne opplysninger")


def outside(view: View, link: str) -> str:
    """The address as it is seen from outside where the settings say it, else within the site; in plain signs."""
    return view.settings.public_url.rstrip("/") + quote(link, safe="/?&=%#+,:;~!$'()*@")


def file_name(view: View, page: Page) -> str:
    """What a file of the page is called: the mark, the page, what is chosen and the day, in plain signs.

    Long choices are cut, never the day.
    """
    mark = view.words("demonstrasjon") if view.portfolio.demonstration else ""
    heading = page.heading(view) if page.heading else view.words(page.title)
    pairs = {**seen(view, page), **dict(page.said(view))} if view.query or view.selection.to_query() else {}
    pairs = {words: label for words, label, touches in filters(view, page, [*view.told]) if touches} | pairs
    chosen = "_".join(f"{plain(words)}-{plain(label)}" for words, label in pairs.items() if label != heading)
    head = "-".join(filter(None, (plain(mark), plain(heading)[: MOST_OF_A_NAME // 2], chosen)))
    return f"{head[:MOST_OF_A_NAME].strip('-_')}-{view.day.isoformat()}"


def plain(text: str) -> str:
    """Small letters, digits and dashes only."""
    bare = folded(text).replace("–", "-").encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9_]+", "-", bare).strip("-")


def said(paragraph: Component) -> str:
    """A paragraph's words without the ways on in it: a link that is no part of a sentence leads nowhere in a file."""
    children = getattr(paragraph, "children", None)
    some = list(children) if isinstance(children, list | tuple) else [children]
    words = [words_of(one) if isinstance(one, Component) else str(one or "") for one in some]
    kept = []
    for at, one in enumerate(some):
        after = "".join(words[at + 1 :]).lstrip()
        begins = words[at][:1].isupper() and not words[at].endswith((".", ":"))
        if type(one).__name__ == "A" and begins and (not after or after[0].isupper()):
            continue
        kept.append(one)
    return words_of(kept)
