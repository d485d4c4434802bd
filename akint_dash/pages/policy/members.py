"""The membership value sheet (S17) and how active we are where we are members (S9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.due_words import look
from akint_dash.components.empty import empty
from akint_dash.components.in_full import full_name
from akint_dash.components.marks import along, telling
from akint_dash.components.parts import apart, drawing, unseen
from akint_dash.components.record_link import linked
from akint_dash.components.view import View
from akint_dash.components.ways import to_record
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.figures.svg import el
from akint_dash.measures import memberships as measure
from akint_dash.measures.dues import state_of
from akint_dash.measures.facts import unheard as silent_years
from akint_dash.measures.frame import frame
from akint_dash.measures.leaving import Leaving
from akint_dash.measures.origin import outside_of
from akint_dash.pages.policy import numbers
from akint_dash.pages.policy.answers import Gave
from akint_dash.text import missing
from akint_dash.text import policy as text
from akint_dash.text.dues import when as when_words
from akint_dash.text.frame import tick, unheard
from akint_dash.text.missing import least
from akint_dash.text.words import Words

COLUMNS: Final = ("kontingent", "verv", "moter", "innspill", "saker", "prosjekter", "laering")
"""The value of ``sorter`` for each column after the name."""


def _heads(w: Words) -> tuple[str, ...]:
    return w("Kontingent"), w("Verv"), w("Møter"), w("Innspill"), w("EU-saker"), w("Prosjekter"), w("Kompetanseheving")


def sheet(view: View, found: list[measure.Worth], of_today: list[Leaving], gave: Gave) -> Component:
    """Fee against what is recorded as coming from each membership, sortable, with its years, and the last day to leave
    each that is held today (``of_today``)."""
    w = view.words
    by = view.query.get("sorter", "kontingent")
    rows = measure.ordered(found, by)
    ore, lacking = measure.total_fee(found)
    n_years = sum(len(m.years) for m in found)
    basis = w("Bygger på {part} årskontingenter", part=w.part(n_years - lacking, n_years))
    if not lacking and n_years:
        basis = w.n(
            "Bygger på én årskontingent", "Bygger på {every} årskontingentene", n_years, every=w.every_one(n_years)
        )
    foreign = [pair for m in found for pair in m.no_rate]
    if lacking > len(foreign):
        basis += "; " + w.n("én mangler", "{count} mangler", lacking - len(foreign))
    if foreign:
        sums = missing.foreign(w, foreign)
        basis += "; " + w.n(
            "{n} mangler valutakurs ({amounts})", "{n} mangler valutakurs ({amounts})", len(foreign), amounts=sums
        )
    paid = text.paid_in(w, sorted({y.year for m in found for y in m.years}), view.day.year)
    given = Counter(code for m in found for name in measure.GIVEN for code in m.given(name))
    shared = {code for m in found for code in m.shared if given[code] > 1}
    overlap = {code for m in found for code in m.overlap}
    notes = [text.shared_words(w, len(shared), len(overlap))]
    organisations = frozenset(m.organisation for m in found)
    notes.append(text.outside_words(w, len(outside_of(view.scope, organisations))))
    bare = [m for m in found if not m.links]
    silent = [_with_fee(view, m) for m in bare]
    if any(y.provisional for m in found for y in m.years):
        notes.append(w("Noen kontingenter er regnet om med foreløpig valutakurs."))
    below = [html.P(" ".join(filter(None, notes)), className="note zeros")] if any(notes) else []
    title = text.sheet_title(w, ore, len(found), measure.distinct(found, "projects"), paid, lacking)
    if found and not measure.distinct(found, "projects"):
        title = unheard(w, title, silent_years(view.scope))
    return card(
        view,
        "medlemskap",
        title=title,
        say=and_more(text.sheet_say(w, silent, len(found)), text.contents(w, view.selection)) if found else "",
        figure=[_sorts(view, by), _sheet(view, rows, by, paid, of_today, gave), *below]
        if found
        else no_memberships(view),
        unit=w("Kontingenten, det som er registrert for hvert medlemskap, og siste dag for å si opp") if found else "",
        data=measure.worth_table(rows, {one.code: one.notice_by for one in of_today}),
        numbers=numbers.sheet(view, rows, ore, lacking, bare),
        plot=_fees(rows),
        caption=w("Medlemskap år for år"),
        refs=("S17",),
        basis=Basis(
            unheard(w, basis, silent_years(view.scope)),
            [("membership", m.code) for m in found if m.lacking or m.no_rate],
        ),
        level=2,
    )


def _with_fee(view: View, m: measure.Worth) -> str:
    """A membership's name with its fee of the same years as in the table, or that it is lacking."""
    name = view.name("organisation", m.organisation)
    return text.with_fee(view.words, name, m.fee_ore, len(m.lacking) + len(m.no_rate), m.no_rate)


def _fees(found: list[measure.Worth]) -> Plot:
    """The fees, a part a year; each membership's years by themselves where an organisation has two memberships."""
    if len({m.organisation for m in found}) < len(found):
        return Plot(Form.BARS, "organisation", ("fee",), apart=("year",))
    return Plot(Form.BARS, "organisation", ("fee",), by="year", stacked=True)


def and_more(said: str, more: str) -> str:
    """A sentence and what follows it, either of which may be nothing."""
    return f"{said} {more}".strip()


def no_memberships(view: View) -> Component:
    """That no membership is chosen, and how many the filters leave out."""
    n = len(measure.memberships(view.scope.widened()))
    told = view.words.n("1 medlemskap", "{n} medlemskap", n) if n else ""
    return empty(view, view.words("Ingen medlemskap med disse filtrene."), told)


def said(view: View) -> Iterator[tuple[str, str]]:
    """What the memberships are sorted by, where it is asked for."""
    words = dict(zip(COLUMNS, _heads(view.words), strict=True))
    if view.query.get("sorter") in words:
        yield view.words("Medlemskap sortert etter"), words[view.query["sorter"]]


def _sorts(view: View, by: str) -> Component:
    """The ways to sort as a line of links: on a phone the table has no head."""
    w = view.words
    links = [
        html.A(name, href=view.link(own={"sorter": key}), **({"aria-current": "true"} if key == by else {}))
        for key, name in zip(COLUMNS, _heads(w), strict=True)
    ]
    return html.P([html.Span(w("Sorter etter")), *links], className="sorts")


def _sheet(view: View, rows: list[measure.Worth], by: str, paid: str, of_today: list[Leaving], gave: Gave) -> Component:
    w = view.words
    by = by if by in measure.SORTS else "kontingent"
    heads = [html.Th(w("Medlemskap"), scope="col")]
    whole = w("Kontingent {years}", years=paid)  # the sheet's is of all its years
    named = zip(COLUMNS, (whole, *_heads(w)[1:]), strict=True)
    heads += [_head(view, key, name, by) for key, name in named]
    heads.append(html.Th(w("Siste dag for å si opp"), scope="col"))
    leaving = {one.code: one for one in of_today}
    most = max((m.fee_ore or 0 for m in rows), default=0) or 1
    peak = max((len(m.given(name)) for m in rows for name in measure.GIVEN), default=0)
    body = [_row(view, m, most, peak, leaving.get(m.code), whole, gave) for m in rows]
    ore, lacking = measure.total_fee(rows)
    sums = [
        html.Td(w.number(measure.distinct(rows, kind)), className="r", **{"data-h": head})
        for kind, head in zip(measure.GIVEN, _heads(w)[1:], strict=True)
    ]
    name = html.Th(w("I alt, hver registrering én gang"), scope="row")
    fees = html.Td(_total(w, ore, lacking), className="r", **{"data-h": whole})
    total = html.Tr([name, fees, *sums, html.Td()], className="sum")
    return html.Table(
        [
            html.Caption(w("Medlemskap: kontingent mot det som er registrert"), className="unseen"),
            html.Thead(html.Tr(heads)),
            html.Tbody([*body, total]),
        ],
        className="plain stack worth",
    )


def _total(w: Words, ore: int, lacking: int) -> str:
    """Fees together, as far as known."""
    return w("mangler") if lacking and not ore else least(w, ore, lacking)


def _head(view: View, key: str, name: str, by: str) -> Component:
    w = view.words
    chosen = key == by
    link = html.A(
        [unseen(w("Sorter etter") + " ") if not chosen else None, name],
        href=view.link(own={"sorter": key}, anchor="medlemskap"),
        className="sorted" if chosen else None,
    )
    return html.Th(link, scope="col", className="r", **({"aria-sort": "descending"} if chosen else {}))


def _row(
    view: View, m: measure.Worth, most: int, peak: int, left: Leaving | None, whole_fee: str, gave: Gave
) -> Component:
    w = view.words
    since = w("fra {year}", year=m.since[:4]) if m.until is None else w.years(int(m.since[:4]), int(m.until[:4]))
    owner = view.name("area", view.portfolio.get("membership", m.code).get("area"))
    whole = full_name(view, m.organisation)
    notes = [part for part in (whole, since, owner) if part]
    if m.overlap:
        notes.append(w.n("{n} overlapp", "{n} overlapp", len(m.overlap)))
    name = html.Th(
        html.Div(
            [linked(view, "membership", m.code), *apart([_years(view, m), html.Small(" · ".join(notes))])],
            className="of",
        ),
        scope="row",
    )
    cells = [_fee(view, m, most, whole_fee)]
    for kind, head in zip(measure.GIVEN, _heads(w)[1:], strict=True):
        n = len(m.given(kind))
        told: Any = html.Span(w.number(n))
        if n:
            told = telling(
                gave.membership_mark(m, kind, head),
                [told, html.Span(html.Span(**along(n, peak)), className="cell-bar")],
            )
        cells.append(html.Td(told, className="r" if n else "r zero", **{"data-h": head}))
    return html.Tr([name, *cells, _notice(view, left)])


def _notice(view: View, left: Leaving | None) -> Component:
    """The last day to leave, and the days to it; a membership that has ended has none."""
    w, head = view.words, {"data-h": view.words("Siste dag for å si opp")}
    if left is None:
        return html.Td(w("avsluttet"), className="zero", **head)
    if left.notice_by is None:
        return html.Td(w("mangler"), className="missing", **head)
    day = date.fromisoformat(left.notice_by)
    state, days = state_of(day, view.day), (day - view.day).days
    when = w("gått ut") if days < 0 else when_words(w, days)
    return html.Td(
        [html.Span(w.date(day)), " ", html.Small(when, className=look(state) or None)], className="leave-by", **head
    )


def _fee(view: View, m: measure.Worth, most: int, head: str) -> Component:
    w = view.words
    foreign = w("{amount}; valutakurs mangler", amount=missing.foreign(w, m.no_rate)) if m.no_rate else ""
    if m.fee_ore is None:
        return html.Td(foreign or w("mangler"), className="r missing", **{"data-h": head})
    fill = html.Span(**along(m.fee_ore, most, of="fee"))
    money = w.money(m.fee_ore)
    told = [html.Span(money), html.Span(fill, className="cell-bar fee")]
    said = f"{view.name('organisation', m.organisation)}, {head}: {money}"
    mark = to_record(view, said, "membership", m.code)
    lacks = None
    if m.lacking or foreign:
        without = w("mangler {years}", years=w.join([str(y) for y in m.lacking])) if m.lacking else ""
        lacks = html.Small("; ".join(filter(None, [without, foreign])), className="missing")
    return html.Td([telling(mark, told), lacks], className="r", **{"data-h": head})


def _years(view: View, m: measure.Worth) -> Component:
    """Its years, one row each, behind a click; made as markup, for the browser builds many small tables slowly."""
    w = view.words
    heads = "".join(el("th", escape(head), scope="col", class_="r") for head in (w("År"), *_heads(w)))
    rows = []
    for y in m.years:
        money = escape(_of_year(view, y))
        fee = el("td", money, class_="r missing")
        if y.fee_ore is not None:
            fee = el("td", _led(view, m, y, "fee", money), class_="r")
        so_far = tick(w, frame(view.scope, "membership"), y.year)
        given = [(name, w.number(len(getattr(y, name)))) for name in measure.GIVEN]
        counts = "".join(el("td", _led(view, m, y, name, n), class_="r") for name, n in given)
        rows.append(el("tr", el("th", escape(so_far), scope="row") + fee + counts))
    caption = escape(w("{name} år for år", name=view.name("organisation", m.organisation)))
    inner = el("caption", caption, class_="unseen") + el("thead", el("tr", heads)) + el("tbody", *rows)
    markup = el("table", inner, class_="plain years-of")
    return html.Details([html.Summary(w("År for år")), drawing(markup, name="scrolls")], className="year-by-year")


def _led(view: View, m: measure.Worth, y: measure.Year, name: str, written: str) -> str:
    """A number of a year as the way to what it counts; plain where there is nothing."""
    href = numbers.of_year(view, m, y, name).href
    return el("a", written, href=href) if name == "fee" or getattr(y, name) else written


def _of_year(view: View, y: measure.Year) -> str:
    w = view.words
    if y.fee_ore is not None:
        return w.money(y.fee_ore)
    return w("{amount}; valutakurs mangler", amount=missing.foreign(w, [y.no_rate])) if y.no_rate else w("mangler")
