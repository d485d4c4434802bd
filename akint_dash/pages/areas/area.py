"""One council area: its weight of the instruments against the county, its means, work, support, goals and holes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline, reserved
from akint_dash.components.lead import lead
from akint_dash.components.more import more_cards
from akint_dash.components.own_area import named_area
from akint_dash.components.view import View
from akint_dash.measures import areas as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.holes import holes
from akint_dash.measures.scope import Scope
from akint_dash.measures.support import support
from akint_dash.measures.weight import unweighed
from akint_dash.pages.areas import goals_and_gaps, means, own_projects, ties, ways, weight_compared, work
from akint_dash.pages.areas.links import page_of
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import areas as text
from akint_dash.text.bases import LEAD


def area_of(view: View, part: str | None = None) -> str | None:
    """The code that a part of the path (or ``part``) names in any case; None where there is no such area."""
    return named_area(view, view.parts.get("kode", "") if part is None else part)


def body(view: View) -> Sequence[Any]:
    """The whole page. The area of the path applies itself, whatever areas the selection names."""
    code = area_of(view)
    if code is None:
        return []
    scope = view.scope.narrowed(omrade=(code,))
    other = area_of(view, view.query.get("mot", ""))
    whole = view.scope.county()
    own, county = measure.weights(whole, code), measure.weights(whole, None)
    gaps = holes(scope)
    asked = support(scope)
    return [
        _lead(view, code, own, county),
        *_notices(view, code, other),
        html.Div(
            weight_compared.weights(view, code, other if other != code else None, own, county), className="section grid"
        ),
        html.Div(means.means(view, scope, code), className="section grid"),
        html.Div(
            [
                html.Div(
                    [own_projects.projects(view, scope), work.dossiers(view, scope), goals_and_gaps.goals(view, scope)],
                    className="c7 column",
                ),
                html.Div(
                    [
                        ties.support(view, asked[0] if asked else None),
                        ties.learning(view, scope),
                        ties.partners(view, scope),
                    ],
                    className="c5 column",
                ),
            ],
            className="section grid",
        ),
        more_cards(view, [[goals_and_gaps.gaps(view, scope, gaps)]]),
    ]


def said(view: View) -> Iterator[tuple[str, str]]:
    """The area of the path, whatever areas the selection names, and the one it stands beside."""
    code, other = area_of(view), area_of(view, view.query.get("mot", ""))
    yield view.words("Rådsområde"), view.name("area", code)
    if other and other != code:
        yield view.words("Sammenlignet med"), view.name("area", other)


def _lead(view: View, code: str, own: measure.Weights, county: measure.Weights) -> Component:
    w, shown, whole = view.words, frame(view.scope), view.scope.county()
    year = shown.year
    one = measure.life(view.scope, code)
    closed = one.last if one.last is not None and one.last < view.day.year else None
    names = {instrument: view.name("instrument", instrument) for instrument in INSTRUMENTS}
    ended = [{i: shares[-1] if shares else None for i, shares in some.shares.items()} for some in (own, county)]
    cases = [some.cases[-1] if some.cases else 0 for some in (own, county)]
    title = text.finding(
        w,
        view.name("area", code),
        shown,
        closed,
        cases[0],
        ended[0],
        ended[1],
        cases[1],
        names,
        lacking=bool(unweighed(whole, (year,)).n or unweighed(whole.narrowed(omrade=(code,)), (year,)).n),
    )
    say = _say(view, view.scope.narrowed(omrade=(code,)), one, cases[0], year)
    return lead(
        [html.A(w("Rådsområder"), href=view.link("/omrader")), " · ", over_headline(view, view.name("area", code))],
        title,
        say,
        under=[_siblings(view, code)],
        idle=reserved(view, LEAD) if say else "",
        numbers=ways.area(view, code, year, cases[0], ended),
    )


def _say(view: View, scope: Scope, one: measure.Life, cases: int, year: int) -> list[Any]:
    """Successor or predecessor, the cases and the holes."""
    w = view.words
    say: list[Any] = []
    if one.successor:
        told = w("Oppgavene ligger nå hos")
        say += [told, " ", html.A(view.name("area", one.successor), href=page_of(view, one.successor)), ". "]
    if cases:
        say += [html.B(f"{w.n('Ett tiltak i {year}', '{Count} tiltak i {year}', cases, year=year)}."), " "]
    n = len(holes(scope))
    view.shown[LEAD] = [*([()] if cases else []), *([("periode",)] if n else [])]
    if n:
        count = w.n("én slags mangel i dataene.", "{count} slags mangler i dataene.", n, count=w.count(n))
        say += [w("Noen svar er usikre på grunn av"), " ", html.A(count, href="#hull"), " "]
    for before in one.predecessors:
        last = measure.life(scope, before).last
        told = w("Fra {year} også oppgavene til", year=last + 1) if last is not None else w("Overtok oppgavene til")
        say += [told, " ", html.A(view.name("area", before), href=page_of(view, before)), ". "]
    return say


def _siblings(view: View, here: str) -> Component:
    """Links to every area of today, and to this one where it is closed."""
    codes = [
        code
        for code in view.portfolio.records("area")
        if code == here or measure.life(view.scope, code).lives(view.day.year)
    ]
    if view.words.language == "en":
        codes.sort(key=lambda code: view.name("area", code))
    links = [
        html.A(
            view.name("area", code, short=True),
            href=page_of(view, code),
            **({"aria-current": "page"} if code == here else {}),
        )
        for code in codes
    ]
    return html.Nav(links, className="tabs", **{"aria-label": view.words("Rådsområder")})


def _notices(view: View, code: str, other: str | None) -> list[Component]:
    """What the selection cannot do here, and a bad value of ``mot``."""
    w, found = view.words, []
    chosen = [c for c in view.selection.omrade if c != code]
    if chosen:
        words = w("Siden gjelder {name}; valget av andre rådsområder virker ikke her.", name=view.name("area", code))
        found.append(html.P(words, className="notice"))
    if view.query.get("mot") and (other is None or other == code):
        words = w("«{value}» er ikke et annet rådsområde og er utelatt.", value=view.query["mot"])
        found.append(html.P(words, className="notice"))
    return found
