"""One region's sheet: agreement, themes, activities, what we share, needs, money and history."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.in_full import in_full
from akint_dash.components.markup import still
from akint_dash.components.parts import drawing, sign, strategy_ref
from akint_dash.components.record_link import linked
from akint_dash.components.spoken import said, worded
from akint_dash.domain.county import HOME
from akint_dash.domain.history import Change
from akint_dash.figures.weight import months
from akint_dash.measures import partners as measure
from akint_dash.measures.ukraine import needs_by_region, offers_by_theme, own_money
from akint_dash.pages.map.plate import Plate
from akint_dash.text import sheet as text
from akint_dash.text.frame import in_years

ACTIVITIES, CHANGES = 6, 8


def sheet(plate: Plate) -> Component:
    """The sheet of the plate's region."""
    view, w, code = plate.view, plate.view.words, plate.region
    p = plate.by_region.get(code)
    lead = text.lead(w, view.portfolio.get("cooperation", p.cooperations[0])) if p else _stranger(plate)
    contact = measure.contacts(view.scope).get(code, [])
    parts: list[Any] = [
        html.A(w("Lukk"), href=view.link(own={"region": None}), className="close", id="lukk-ark"),
        html.P([sign("BIL"), f"{plate.land(code)} · {code}"], className="name bil"),
        html.H2(plate.names[code]),
        html.P(lead, className="say"),
        *_words(plate),
        *_pulse(plate, len(contact)),
        html.Dl([html.Div([html.Dt(term), html.Dd(words)]) for term, words in _facts(plate) if words], className=None),
        *_money(plate),
        *_activities(plate, contact),
        *_history(plate),
        html.Div([_work(plate), strategy_ref(view, "S22" if _is_ukraine(plate) else "S20")], className="foot"),
    ]
    said = {"aria-label": plate.names[code], "data-for": code}
    return still(html.Aside(parts, className="map-sheet", id="region-ark", **said))


def _work(plate: Plate) -> Component | None:
    """The way to all that is tied to the region, the filters kept; None where nothing is."""
    view, code = plate.view, plate.region
    tied = int(view.scope.narrowed(partner=(code,), periode=None).responsible_any_year.sum())
    if not tied:
        return None
    one, many = "Vis det ene tiltaket med {name}", "Vis alle {n} tiltak med {name}"
    words = view.words.n(one, many, tied, n=view.words.number(tied), name=plate.names[code])
    return html.A(words, href=view.link("/", partner=(code,), periode=None))


def _is_ukraine(plate: Plate) -> bool:
    return plate.view.portfolio.get("region", plate.region).get("ring") == "ukraine"


def _stranger(plate: Plate) -> str:
    w = plate.view.words
    if plate.region == HOME:
        return w("Fylkeskommunens egen region.")
    return w("Ikke samarbeidsregion med disse filtrene.")


def _words(plate: Plate) -> list[Component]:
    p = plate.by_region.get(plate.region)
    if not p:
        return []
    values = plate.view.portfolio.get("cooperation", p.cooperations[0])
    words = said(plate.view, values, "words")
    return [html.P(words, className="say")] if words else []


def _pulse(plate: Plate, total: int) -> list[Component]:
    """One bar a month of the period."""
    if not total:
        return []
    w, scope = plate.view.words, plate.view.scope
    counts = measure.contacts_by_month(scope, plate.region)
    now = max(0, sum(c is not None for c in counts) - 1)
    first, last = scope.period
    total_of = sum(c or 0 for c in counts)
    said = w.n("{n} aktivitet {years}", "{n} aktiviteter {years}", total_of, years=in_years(w, first, last))
    years = html.Div([html.Span(str(y)) for y in range(first, last + 1)], className="pulse-years num")
    return [drawing(months(counts, now, said), key="puls"), years] if any(counts) else []


def _names(plate: Plate, entity: str, codes: tuple[str, ...]) -> list[Component] | str:
    return [html.Li(linked(plate.view, entity, code)) for code in codes]


def _list(plate: Plate, entity: str, codes: tuple[str, ...], none: str) -> Any:
    return html.Ul(_names(plate, entity, codes)) if codes else none


def _facts(plate: Plate) -> list[tuple[str, Any]]:
    view, w, code = plate.view, plate.view.words, plate.region
    p = plate.by_region.get(code)
    facts: list[tuple[str, Any]] = []
    if p:
        area = [view.name("area", p.area)]
        others = w.join([view.name("area", a) for a in p.areas])
        facts += [
            (w("Temaer"), "; ".join(view.name("theme", t) for t in p.themes) or w("mangler")),
            (w("Ansvar"), [*area, html.Small(w("med {areas}", areas=others)) if others else None]),
            (w("Siste kontakt"), _last(plate)),
        ]
    if code != HOME:
        county = view.scope.county()
        networks = p.networks if p else measure.networks_by_region(county).get(code, ())
        projects = measure.projects_by_region(county).get(code, ())
        facts += [
            (
                w("Felles nettverk"),
                [_list(plate, "organisation", networks, w("Ingen")), *in_full(view, networks)],
            ),
            (w("Felles innvilgede prosjekter"), _list(plate, "project", projects, w("Ingen"))),
            (w("Behov"), _needs(plate)),
        ]
        candidate = next(((i, c) for i, c in enumerate(plate.candidates, start=1) if c.region == code), None)
        if candidate:
            place, one = candidate
            words = w.n("nummer {place}, ett poeng", "nummer {place}, {n} poeng", one.points, place=w.number(place))
            facts.append((w("Mulig ny samarbeidsregion"), words))
    return facts


def _last(plate: Plate) -> Any:
    w, p = plate.view.words, plate.by_region[plate.region]
    if p.last is None:
        return w("ikke registrert")
    ago = plate.view.day.toordinal() - _ordinal(p.last)
    return [
        f"{w.date(p.last)}, {worded(plate.view, 'activity', p.last_activity)}",
        html.Small(w.n("{n} dag siden", "{n} dager siden", ago)),
    ]


def _ordinal(day: str) -> int:
    from datetime import date

    return date.fromisoformat(day).toordinal()


def _needs(plate: Plate) -> Any:
    """Needs stated: how many an area of ours can meet, and which nobody has been asked about."""
    view, w = plate.view, plate.view.words
    needs = needs_by_region(view.scope).get(plate.region, ())
    if not needs:
        return None
    offered = offers_by_theme(view.scope)
    themes = [str(view.portfolio.get("need", need)["theme"]) for need in needs]
    lacking = sorted({t for t in themes if t not in offered})
    met = w("{part} kan dekkes", part=w.part(sum(t in offered for t in themes), len(themes)))
    names = w.join([view.name("theme", t) for t in lacking])
    return [met, html.Small(w("Ingen er spurt om: {names}", names=names)) if lacking else None]


def _money(plate: Plate) -> list[Component]:
    w = plate.view.words
    if not _is_ukraine(plate):
        return []
    mine = [m for m in own_money(plate.view.scope) if plate.region in m.regions]
    if not mine:
        return [html.P(text.no_money(w), className="noteline")]
    amounts = [w("beløp mangler") if m.amount is None else w.amount(m.amount, m.currency) for m in mine]
    names = [worded(plate.view, "project", m.project) for m in mine]
    return [html.P(text.own_money(w, w.join(amounts), w.join(names)), className="noteline alert")]


def _activities(plate: Plate, contact: list[tuple[str, str]]) -> list[Component]:
    view, w = plate.view, plate.view.words
    if not contact:
        return []
    items = [
        html.Li(
            [
                html.Time(w.date(day), dateTime=day),
                html.Span(
                    [
                        linked(view, "activity", code),
                        html.Span(
                            f" · {w.choice('activity_kind', str(view.portfolio.get('activity', code)['kind']))}",
                            className="note",
                        ),
                    ]
                ),
            ]
        )
        for day, code in contact[::-1][:ACTIVITIES]
    ]
    rest = len(contact) - len(items)
    more = html.P(w.n("og én til", "og {n} til", rest), className="note") if rest else None
    return [
        html.H3(w.n("{n} aktivitet", "{n} aktiviteter", len(contact))),
        html.Ul(items, className="log"),
        *([more] if more else []),
    ]


def _history(plate: Plate) -> list[Component]:
    """What was known when, from the revisions."""
    w = plate.view.words
    found = measure.history(plate.view.scope, plate.region)
    if not found:
        return []
    items = [
        html.Li([html.Time(w.date(day), dateTime=day.isoformat()), html.Span(_change(plate, change))])
        for day, change in found[:CHANGES]
    ]
    return [html.H3(w("Historikk")), html.Ul(items, className="log")]


def _change(plate: Plate, change: Change) -> str:
    names = {code: plate.view.words.name(v) for code, v in plate.view.portfolio.records("theme").items()}
    return text.change(plate.view.words, change, names)
