"""The frame around every page: demonstration mark, header, selection, notices, and the stamp of the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components import basket
from akint_dash.components.download import page_ways
from akint_dash.components.filters import filter_bar
from akint_dash.components.in_and_out import told_who, way_in_or_out
from akint_dash.components.lead import kicker
from akint_dash.components.notices import absurd_values, unknown_areas, unknown_values
from akint_dash.components.own_area import carried
from akint_dash.components.parts import apart
from akint_dash.components.program import program
from akint_dash.components.reading import classes
from akint_dash.components.search_field import search_field
from akint_dash.components.view import View
from akint_dash.importers import READERS
from akint_dash.measures.frame import frame
from akint_dash.store.data_days import told_at
from akint_dash.text import sources
from akint_dash.text.bases import HEADLINE, of_headline
from akint_dash.text.frame import told
from akint_dash.text.words import Language, Words

MENU: Final[Sequence[tuple[str, str]]] = (
    ("/", "Oversikt"),
    ("/virkemidler/prosjektutvikling", "Virkemidler"),
    ("/omrader", "Rådsområder"),
    ("/kart", "Kart"),
    ("/utlysninger", "Utlysninger"),
    ("/frister", "Frister"),
    ("/finansiering", "Finansiering"),
    ("/maal", "Mål"),
    ("/strategien", "Strategien"),
    ("/utforsk", "Utforsk"),
)
"""The main menu: bokmål address and message id."""


def shell(
    view: View,
    content: Sequence[Any],
    *,
    title: str,
    address: str = "",
    filters: bool = True,
    pages: frozenset[str] = frozenset(),
    sheet: str = "",
    sought: str = "",
) -> Component:
    """The whole page around ``content``. Menu entries whose page is not in ``pages`` are left out.

    ``sheet``: what every printed sheet says. ``sought``: what stands in the search field, where the page itself was not
    asked for it.
    """
    w = view.words
    leads = next((at for at, one in enumerate(content) if one is not None and "lead" in classes(one)), 0) + 1
    over = kicker(content[leads - 1]) if filters and content else None
    return html.Div(
        [
            html.A(w("Hopp til innholdet"), href="#innhold", className="skip", **{"data-plain": ""}),
            _demonstration(view),
            _header(view, pages, sought),
            html.Main(
                [
                    *_as_of(view),
                    *_notices(view),
                    filter_bar(view, over=over) if filters else None,
                    *content[:leads],
                    _under_headline(view, filters),
                    *content[leads:],
                ],
                id="innhold",
                className="page",
                tabIndex=-1,
            ),
            _stamp(view),
        ],
        className="shell",
        **{"data-title": f"{title} – {w('Internasjonal portefølje')}", "data-path": view.path, "data-address": address}
        | ({"data-sheet": sheet} if sheet else {}),
    )


def _demonstration(view: View) -> Component | None:
    if not view.portfolio.demonstration:
        return None
    w = view.words
    return html.Aside(
        html.Div(
            [
                html.B(w("Demonstrasjonsdata")),
                " ",
                html.Span(
                    w(
                        "Tallene, prosjektene og avtalene er oppdiktet og sier ingenting om "
                        "fylkeskommunens virkelige portefølje."
                    )
                ),
            ],
            className="page",
        ),
        className="demo",
        **{"aria-label": w("Demonstrasjonsdata")},
    )


def _header(view: View, pages: frozenset[str], sought: str) -> Component:
    w = view.words
    other: Language = "en" if w.language == "nb" else "nb"
    query = view.link().partition("?")[2]
    swap = view.address(language=other) + (f"?{query}" if query else "")
    along = carried(view)
    links = [
        html.A(
            w(words), href=view.link(path, selection=along), **({"aria-current": "page"} if _here(view, path) else {})
        )
        for path, words in MENU
        if not pages or path in pages
    ]
    tools = [
        search_field(view, "felt-q", sought or view.query.get("q", "")),
        html.A(
            "English" if other == "en" else "Bokmål",
            href=swap,
            lang=other,
            hrefLang=other,
            **{"data-plain": ""},
        ),
        html.Button(w("Mørk visning"), type="button", **{"data-theme": "", "aria-pressed": "false"}),
        _basket(view),
        *way_in_or_out(view),
    ]
    name = w("Internasjonal portefølje")
    mark = [html.Small(w("Akershus fylkeskommune")), " ", html.Strong(name)]
    return html.Header(
        html.Div(
            [
                html.A(mark, href=view.link("/", selection=along), className="brand"),
                html.Button(
                    w("Meny"),
                    type="button",
                    className="menu-button",
                    **{"data-opens": "meny", "aria-expanded": "false", "aria-controls": "meny"},
                ),
                html.Div(
                    [
                        html.Nav(links, className="menu", **{"aria-label": w("Hovedmeny")}),
                        html.Div(tools, className="tools"),
                    ],
                    id="meny",
                    className="fold",
                ),
            ],
            className="page",
        ),
        className="top",
    )


def _basket(view: View) -> Component:
    """The way to the basket of this browser, shown by ``assets/app/basket.js`` when something lies in it; its words."""
    w = view.words
    said = {"words": w("Kurv ({n})", n="{n}")}
    if view.told:  # there are cards to put into it
        said |= {
            "added": w("Lagt i kurven ({n})", n="{n}"),
            "there": w("Ligger i kurven ({n})", n="{n}"),
            "full": w("Kurven er full ({n})", n="{n}"),
            "shut": w("Nettleseren lagrer ikke kurven"),
            "most": str(basket.MOST),
            "room": str(basket.ROOM),
        }
    href = view.address(basket.PATH)
    return html.A(w("Kurv"), href=href, hidden=True, id="kurven", **{f"data-{name}": one for name, one in said.items()})


def _here(view: View, path: str) -> bool:
    head = path.split("/")[1]
    return view.path == path or (bool(head) and view.path.split("/")[1] == head)


def _as_of(view: View) -> list[Component]:
    if view.selection.per is None:
        return []
    w = view.words
    text = w("Slik porteføljen var kjent {day}", day=w.date(view.selection.per))
    if view.first_day and view.selection.per < view.first_day:
        text = w("Ingen registrering før {day}", day=w.date(view.first_day))
    return [
        html.P(
            [html.B(text), " ", html.A(w("Tilbake til i dag"), href=view.link(per=None))],
            className="as-of",
            role="status",
        )
    ]


def _under_headline(view: View, filters: bool) -> Component | None:
    """What the page's numbers are of, and the page as files; None where there is neither."""
    parts = [part for part in (_told(view, filters), page_ways(view)) if part is not None]
    return html.Div(parts, className="under-headline") if parts else None


def _told(view: View, filters: bool) -> Component | None:
    """How new the county's own data are, what a stranger is not shown, and which filters the headline is not of."""
    if not filters or view.portfolio.is_empty:
        return None
    idle = of_headline(view.words, view.selection, view.pattern, view.shown.get(HEADLINE))
    words = " ".join(filter(None, [told(view.words, frame(view.scope)), idle]))
    return html.P(words, className="note told") if words else None


def _notices(view: View) -> list[Component]:
    w = view.words
    dropped = [notice for notice in view.notices if not notice.why]
    found = unknown_areas(view, [notice.value for notice in dropped if notice.parameter == "omrade"])
    found += unknown_values(view, [notice.value for notice in dropped if notice.parameter != "omrade"])
    if any(notice.why for notice in view.notices):
        found.append(html.P(w("Perioden er utelatt, for den valgte måneden ligger ikke i den."), className="notice"))
    found += absurd_values(view, view.portfolio.absurd)
    if view.trouble:
        words = w("Databasen svarer ikke. Tallene er de siste vi rakk å lese. Prøv igjen om noen minutter.")
        found.append(html.P(words, className="notice", role="alert"))
    return found


def _stamp(view: View) -> Component:
    w, portfolio = view.words, view.portfolio
    items: list[Any] = []
    if portfolio.revisions:
        newest = portfolio.revisions[-1]
        items.append(
            html.Span(
                [
                    html.B(w("Mottatt {moment}", moment=w.moment(told_at(view.portfolio.revisions)))),
                    " · ",
                    w("oppdatering {number}", number=newest.number),
                ]
            )
        )
        found = sources_of(view)
        items.append(html.Span(sources.told(w, found, w.join(found))))
    if portfolio.demonstration:
        items.append(html.Span(w("Demonstrasjonsdata")))
    items += told_who(view)
    ways = [
        html.A(w("Alle registreringer"), href=view.link("/data")),
        *([html.A(w("Historikk"), href=view.link("/historikk"))] if view.viewer.audience == "staff" else []),
        *([html.A(w("Les inn filer"), href=view.link("/data/les-inn"))] if view.viewer.may_write else []),
        html.A(w("Definisjoner og kilder"), href=view.link("/om")),
        html.A(w("Tilgjengelighet"), href=view.link("/tilgjengelighet")),
    ]
    items.append(html.Span(apart(ways), className="ways"))
    fresh = html.Button(
        w("Nye tall – oppdater"),
        type="button",
        id="nye-tall",
        hidden=True,
        **{
            "data-revision": str(portfolio.revision),
            "data-edition": "" if portfolio.as_of else portfolio.edition,
            "data-program": program(),
            "data-renewed": w("Ny versjon – last siden på nytt"),
        },
    )
    gone = html.P(
        w("Ingen forbindelse med serveren. Tallene er de siste som ble vist. Last siden på nytt om litt."),
        id="uten-tjener",
        hidden=True,
    )
    return html.Footer(
        [html.Div(apart(items), className="page"), html.Div([fresh, gone], className="quiet", role="status")],
        className="stamp",
    )


OWN_SOURCES: Final = {
    "kodelister": "faste lister over land, programmer og temaer",
    "demonstrasjon": "demonstrasjonsdataene",
    "skjema": "skjema i nettleseren",
    "fit": "svar på om utlysninger passer",
}
"""What is loaded without a reader."""


def source_words(words: Words, name: str) -> str:
    """What people call a source of a revision, as its reader says; ``""`` where it was no source (an undo)."""
    if name in OWN_SOURCES:
        return words(OWN_SOURCES[name])
    reader = next((reader for reader in READERS if reader.name == name), None)
    return words(reader.known_as) if reader else ""


def sources_of(view: View) -> list[str]:
    """What people call the sources of the data, the newest first."""
    named = dict.fromkeys(
        source_words(view.words, source)
        for revision in reversed(view.portfolio.revisions)
        for source in revision.source.split(", ")
    )
    lists = view.words("faste lister over land, programmer og temaer")
    return [name for name in named if name not in ("", lists)] or [lists]
