"""The records behind a number of Explore: together they are the number."""

from __future__ import annotations

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import card
from akint_dash.components.parts import apart
from akint_dash.components.record_link import linked
from akint_dash.components.view import View
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.explore import COUNTED, Behind
from akint_dash.measures.explore_questions import MEASURES
from akint_dash.pages.explore.asked import Explored
from akint_dash.text import explore as text
from akint_dash.text.record import kind
from akint_dash.text.words import capital

KEY: Final = "poster"
PER_PAGE: Final = 100


def records_card(asked: Explored) -> Component:
    """The records behind the number that the address points at; how to see some where it points at none."""
    w = asked.view.words
    if not asked.point:
        told = w("Velg et tall i tabellen eller et merke i figuren for å se registreringene bak det.")
        return html.Section(html.P(told, className="note"), id=KEY, className="c12")
    number = asked.answer.of(asked.point)
    close = html.A(w("Skjul registreringene"), href=asked.view.link(own={"punkt": None, "blad": None}))
    named = capital(asked.named(asked.point))
    if number is None or not number.records:
        return html.Section(
            html.P([w("{where}: ingen registreringer.", where=named), " ", close], role="status"),
            id=KEY,
            className="c12",
        )
    title = w("{where}: {records}", where=named, records=text.behind(w, asked.question.measure, number))
    return card(
        asked.view,
        KEY,
        title=title,
        say=text.lacks(w, asked.question.measure, number) if number.lacking else "",
        figure=[_table(asked, title), _pager(asked)],
        data=records_table(asked),
        caption=w("Registreringene bak tallet"),
        plain=True,
        level=2,
        more=[close],
    )


def records_table(asked: Explored) -> Table:
    """Every record behind the number. Columns: record, kind, area, and its part of the number where that is not one."""
    view, measure = asked.view, MEASURES[asked.question.measure]
    heads = [
        Heading("record", Cell.NAME, "Registrering"),
        Heading("kind", Cell.TEXT, "Type"),
        Heading("area", Cell.NAME, "Ansvarlig rådsområde"),
    ]
    heads += [] if measure.code in COUNTED else [Heading("value", measure.cell, measure.said_as)]
    rows = []
    for one in asked.records:
        told = (one.entity, one.code), kind(view.words, one.entity), _area(view, one)
        rows.append((*told, *([] if measure.code in COUNTED else [one.value])))
    return table(heads, rows)


def _area(view: View, one: Behind) -> Any:
    area = view.portfolio.get(one.entity, one.code).get("area")
    return ("area", str(area)) if area else None


def _pages(asked: Explored) -> int:
    return max(1, -(-len(asked.records) // PER_PAGE))


def _table(asked: Explored, caption: str) -> Component:
    view, w, code = asked.view, asked.view.words, asked.question.measure
    heads = [w("Registrering"), w("Type"), w("Ansvarlig rådsområde")]
    heads += [] if code in COUNTED else [text.measure(w, code)]
    at = (min(asked.page, _pages(asked)) - 1) * PER_PAGE
    rows = []
    for one in asked.records[at : at + PER_PAGE]:
        area = _area(view, one)
        cells: list[Any] = [kind(w, one.entity), view.name(*area) if area else w("mangler")]
        line = [html.Th(linked(view, one.entity, one.code), scope="row")]
        line += [html.Td(cell, **{"data-h": head}) for cell, head in zip(cells, heads[1:], strict=False)]
        if code not in COUNTED:
            names = "r missing" if one.value is None else "r"
            line.append(html.Td(text.bare_number(w, code, one.value), className=names, **{"data-h": heads[-1]}))
        rows.append(html.Tr(line))
    head = [html.Th(word, scope="col", className="r" if place == 3 else None) for place, word in enumerate(heads)]
    return html.Table(
        [html.Caption(caption, className="unseen"), html.Thead(html.Tr(head)), html.Tbody(rows)],
        className="plain stack records",
    )


def _pager(asked: Explored) -> Component | None:
    """The pages before and after, where there are several."""
    w, page, pages = asked.view.words, min(asked.page, _pages(asked)), _pages(asked)
    if pages == 1:
        return None
    steps = ((w("Forrige"), page - 1, page > 1), (w("Neste"), page + 1, page < pages))
    links = [
        html.A(said, href=asked.view.link(own={"blad": to}, anchor=KEY), rel="nofollow")
        for said, to, there in steps
        if there
    ]
    here = html.Span(w("Side {page} av {pages}", page=w.number(page), pages=w.number(pages)))
    return html.Nav(apart([here, *links]), className="pager", **{"aria-label": w("Sider")})
