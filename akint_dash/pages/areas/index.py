"""Every council area: its weight of the instruments, its means, its support and its holes (S6, S7, S8, S10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.base_line import over_headline, reserved
from akint_dash.components.card import card
from akint_dash.components.filters import weight_links
from akint_dash.components.lead import lead
from akint_dash.components.matrix import stated
from akint_dash.components.numbers import led
from akint_dash.components.parts import CLASS, sign
from akint_dash.components.remarks import explained
from akint_dash.components.table import cell_text
from akint_dash.components.total import total_line
from akint_dash.components.view import View
from akint_dash.components.weighed import weight_total
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Table
from akint_dash.measures import areas as measure
from akint_dash.measures import means as money
from akint_dash.measures.facts import active_areas
from akint_dash.measures.facts import silent as unregistered
from akint_dash.measures.frame import Frame, frame
from akint_dash.measures.holes import holes
from akint_dash.measures.quality import asks_all
from akint_dash.measures.remarks import of_areas
from akint_dash.measures.support import Support, support
from akint_dash.measures.weight import (
    by_area_instrument,
    is_silent,
    known_total,
    short_of,
    statements,
    unweighed,
)
from akint_dash.pages.areas import helped, mixes, spent, ways
from akint_dash.pages.areas.bullet import key
from akint_dash.pages.areas.links import page_of
from akint_dash.pages.areas.parted import UNIT, part
from akint_dash.pages.areas.tabled import with_means
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import areas as text
from akint_dash.text import overview
from akint_dash.text.bases import LEAD, PARTLY, filter_names
from akint_dash.text.frame import covered, hours_of, in_whole, in_year, silence, stop, years_of
from akint_dash.text.holes import not_counted
from akint_dash.text.missing import at_least, own_hours
from akint_dash.text.words import inside


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    shown = frame(view.scope)
    year = shown.year
    data = by_area_instrument(view.scope, year)
    asked = support(view.scope)
    return [
        _lead(view, data, shown),
        html.Div(_areas(view, data, asked, shown), className="section grid"),
        html.Div(mixes.weights(view, year), className="section grid"),
        html.Div(helped.help_given(view, asked), className="section grid"),
    ]


def _lead(view: View, data: Table, shown: Frame) -> Component:
    w, year = view.words, shown.year
    totals = {row["area"][1]: row["total"] or 0 for row in data.dicts()}
    counted = by_area_instrument(view.scope.narrowed(vekt="antall"), year)
    records = {row["area"][1]: row["total"] or 0 for row in counted.dicts()}
    names = {code: view.name("area", code) for code in view.portfolio.records("area")}
    whole = by_area_instrument(view.scope.county().narrowed(vekt="antall"), year)
    silent = [row["area"][1] for row in whole.dicts() if is_silent(row)]
    say: list[Any] = []
    narrowed = view.selection.thinned
    begun, there = active_areas(view.scope, year)
    if shown.reached and there:
        say = [html.B(stop(text.active_say(w, shown, begun, there, narrowed=narrowed)))]
    if silent and shown.told(year):
        say += [" ", stop(text.silent_title(w, shown, [names[code] for code in silent]))]
        say += [f" {why}"] if (why := explained(view, of_areas(view.scope, silent, year))) else []
    over = over_headline(view, w("Alle rådsområder, {day}", day=w.long_date(view.day)))
    one = len(view.selection.omrade) == 1
    lacking = unweighed(view.scope, (year,)).n
    title = overview.areas_title(w, shown, totals, records, names, chosen=one, lacking=lacking)
    if shown.reached and view.selection.thins and not sum(records.values()):
        title = w("Ingen tiltak {when} med disse filtrene", when=in_year(w, shown))
    elif shown.reached and view.selection.thins and (shown.weight != "kroner" or view.selection.virkemiddel):
        title = w("{title}, med disse filtrene", title=title)
    if shown.told(year) and unregistered(view.scope, year):
        title = text.silent_title(w, shown, [names[code] for code in view.selection.omrade])
    numbers = ways.lead(view, data, whole, year)
    return lead(over, title, say, idle=reserved(view, LEAD) if say else "", numbers=numbers)


def _areas(view: View, data: Table, asked: list[Support], shown: Frame) -> Component:
    """One row an area: instruments, means, support and holes."""
    w, year = view.words, shown.year
    means = {row["area"][1]: money.total(money.means(view.scope, row["area"][1]), year) for row in data.dicts()}
    help_of = {one.area: one for one in asked}
    gaps = Counter(code for hole in holes(view.scope) for code, _ in hole.owners)
    highest = max((row["total"] or 0 for row in data.dicts()), default=0) or 1
    use = spent.use(view, means.values(), year)
    rows = [
        _area(
            view,
            row,
            use(means[row["area"][1]], row["area"][1]),
            help_of.get(row["area"][1]),
            gaps[row["area"][1]],
            highest,
            shown,
        )
        for row in data.dicts()
    ]
    if (whole := spent.together(means.values())) and len(rows) > 1:
        helped_rows = [help_of[row["area"][1]] for row in data.dicts() if row["area"][1] in help_of]
        rows.insert(0, _together(view, data, use(whole, ""), helped_rows, shown))
    signs = [html.Span([sign(code), view.name("instrument", code)], className=CLASS[code]) for code in INSTRUMENTS]
    heads = [
        w("Rådsområde"),
        w("Fordeling på virkemidler {when}", when=in_whole(w, frame(view.scope), year)),
        w("I alt"),
        w("Brukt i {year}, av avsatte midler", year=year),
        w("Henvendelser besvart {years}", years=_asked_in(view)),
        w("Mangler i dataene"),
    ]
    head = [html.Th(words, scope="col", className="r" if i == 2 else None) for i, words in enumerate(heads)]
    figure = html.Table(
        [
            html.Caption(w("Rådsområdene i {year}", year=year), className="unseen"),
            html.Thead(html.Tr(head)),
            html.Tbody(rows),
        ],
        className="plain stack areas",
    )
    marks = key(view, gone=frame(view.scope, "budget").gone(year))
    closed = [
        code for code in view.portfolio.records("area") if not measure.life(view.scope, code).lives(view.day.year)
    ]
    note = [html.P([w("Avsluttet:"), " ", *_closed(view, closed)], className="note zeros")] if closed else []
    chosen = view.selection.omrade
    said = {of: code for of, code in statements(view.scope, year).items() if not chosen or of[0] in chosen}
    note += [html.P(_stated(view, *pair), className="note zeros") for pair in said.items()]
    return card(
        view,
        "omrader",
        title=_untouched(view, _used_title(view, means, year)),
        say=_say(view, year),
        figure=[html.P(signs, className="key above"), figure, marks, _lacking_line(view, means), *note],
        data=with_means(stated(view, data, year), means, help_of, gaps),
        numbers=ways.table(view, year, *_lacking(means), help_of),
        plot=Plot(Form.BARS, "area", INSTRUMENTS, stacked=True),
        caption=w("Rådsområdene i {year}", year=year),
        refs=("S6", "S7"),
        weighed=unweighed(view.scope.narrowed(periode=(year, year))),
        more=weight_links(view),
        level=2,
    )


def _asked_in(view: View) -> str:
    """The years that requests for support are of."""
    return years_of(view.words, frame(view.scope, "activity").of_years)


def _say(view: View, year: int) -> str:
    """What the columns are of; with a selection, which of them it does not narrow."""
    w = view.words
    bar = {
        "antall": "Søylen viser tiltakene som begynte {when}, fordelt på de fire virkemidlene; bistanden gjelder "
        "henvendelser {years}. Velg et rådsområde for å se hele bildet.",
        "to come": "Søylen viser tiltakene som begynner {when}, fordelt på de fire virkemidlene; bistanden gjelder "
        "henvendelser {years}. Velg et rådsområde for å se hele bildet.",
        "timer": "Søylen viser timene {of}, fordelt på de fire virkemidlene; bistanden gjelder henvendelser "
        "{years}. Velg et rådsområde for å se hele bildet.",
        "kroner": "Søylen viser avsatte kroner i {year}, fordelt på de fire virkemidlene; bistanden gjelder "
        "henvendelser {years}. Velg et rådsområde for å se hele bildet.",
    }
    shown = frame(view.scope)
    weight, when = shown.weight, in_whole(w, shown, year)
    bar_words = bar["to come" if shown.to_come and weight == "antall" else weight]
    values = {"year": year, "when": when, "years": _asked_in(view), "of": hours_of(w, shown)}
    said = f"{w(bar_words, **values)} {own_hours(w, weight)}".rstrip()
    whole = w(
        "Bare filteret på periode gjelder for bistanden; det som mangler, gjelder hele rådsområdet, uansett filtre."
    )
    if view.selection.omrade:
        whole = w(
            "For bistanden gjelder bare filtrene på rådsområde og periode; det som mangler, gjelder hele rådsområdet, "
            "uansett filtre."
        )
    said = said if view.selection.is_empty else f"{said} {whole}"
    return said if asks_all(view.scope) else f"{said} {not_counted(w, view.day.year)}"


def _stated(view: View, of: tuple[str, str], code: str) -> str:
    """An area's own statement that an instrument is not relevant: a statement, not a hole."""
    w, values = view.words, view.portfolio.get("area_statement", code)
    told = w(
        "{area} har meldt at {instrument} ikke er aktuelt ({day}): {reason}",
        area=view.name("area", of[0]),
        instrument=inside(view.name("instrument", of[1])),
        day=w.date(str(values["date"])),
        reason=w.name(values, "reason"),
    )
    return stop(told)


def _lacking(means: dict[str, money.Sum]) -> tuple[list[str], list[str]]:
    """(areas of which some numbers are not known, areas that should have them)."""
    due = {code: m for code, m in means.items() if m.lacking or m.planned_ore is not None}
    return [code for code, m in due.items() if m.used_share is None or m.partly], list(due)


def _lacking_line(view: View, means: dict[str, money.Sum]) -> Component | None:
    w, (lacking, due) = view.words, map(len, _lacking(means))
    return total_line(w("Rådsområder der beløp mangler"), w.part(lacking, due)) if lacking else None


def _used_title(view: View, means: dict[str, money.Sum], year: int) -> str:
    shown = frame(view.scope, "budget")
    if not shown.reached:
        return silence(view.words, shown).rstrip(".")
    planned, used = spent.sums(means.values())
    lacking, due = map(len, _lacking(means))
    return text.used_title(
        view.words,
        year,
        used,
        planned,
        lacking,
        due,
        covered(view.words, shown, year),
        some=any(m.planned_ore is not None or m.used_ore is not None for m in means.values()),
    )


def _untouched(view: View, title: str) -> str:
    """The title's part says which filters in use it does not follow: the table under it follows them."""
    idle = [name for name in PARTLY["/omrader"]["omrader"] if getattr(view.selection, name)]
    return (
        view.words("{title} (uansett filter på {names})", title=title, names=filter_names(view.words, idle))
        if idle
        else title
    )


def _closed(view: View, codes: list[str]) -> list[Any]:
    w = view.words
    found: list[Any] = []
    for code in codes:
        one = measure.life(view.scope, code)
        found += [html.A(view.name("area", code), href=page_of(view, code))]
        if one.last is not None:
            found.append(" " + w("(til og med {year})", year=one.last))
        found.append(", ")
    return found[:-1]


def _area(
    view: View, row: dict[str, Any], used: Any, asked: Support | None, gaps: int, highest: float, shown: Frame
) -> Component:
    w, code = view.words, row["area"][1]
    name = html.Th(html.A(view.name("area", code), href=page_of(view, code)), scope="row")
    unit = UNIT[shown.weight]
    if is_silent(row) or (shown.weight == "kroner" and all(row[c] is None for c in INSTRUMENTS)):
        words: Any = html.A(text.unregistered(w, shown, view.name("area", code)), href=page_of(view, code))
        lacks = w("mangler")
        if not shown.told(shown.year):
            words, lacks = w("ingen data ennå"), "–"
        weight = [html.Td(words, className="hatch"), html.Td(lacks, className="r", **{"data-h": w("I alt")})]
    else:
        parts = [part(view, code, c, row, highest, shown.year) for c in INSTRUMENTS if row[c]]
        of = replace(view.selection, omrade=(code,))
        way = weight_total(view, view.name("area", code), shown.year, row["total"], selection=of)
        told = at_least(w, cell_text(view, unit, row["total"]), row["total"] is not None and row.get("lacking"))
        total = [
            led(told, way if row["total"] else None),
            " ",
            html.Small(w.percent(row["share"]) if row["share"] is not None and len(view.selection.omrade) != 1 else ""),
        ]
        weight = [
            html.Td(html.Span(parts, className="weights")),
            html.Td(total, className="r", **{"data-h": w("I alt")}),
        ]
    return html.Tr(
        [
            name,
            *weight,
            html.Td(used, **{"data-h": w("Brukt i {year}, av avsatte midler", year=shown.year)}),
            html.Td(
                helped.answered(view, asked), **{"data-h": w("Henvendelser besvart {years}", years=_asked_in(view))}
            ),
            html.Td(
                html.A(w.n("{n} slags mangel", "{n} slags mangler", gaps), href=page_of(view, code) + "#hull")
                if gaps
                else w("ingen"),
                **{"data-h": w("Mangler i dataene")},
            ),
        ]
    )


def _together(view: View, data: Table, used: Any, asked: list[Support], shown: Frame) -> Component:
    """All areas shown: their initiatives, what they used of what they set aside, and what was answered."""
    w = view.words
    total = known_total(row["total"] for row in data.dicts() if not is_silent(row))
    said = at_least(w, cell_text(view, UNIT[shown.weight], total), "total" in short_of(view.scope, shown.year))
    way = weight_total(view, w("Rådsområdene samlet"), shown.year, total) if total else None
    return html.Tr(
        [
            html.Th(w("Rådsområdene samlet"), scope="row"),
            html.Td(),
            html.Td(led(said, way), className="r", **{"data-h": w("I alt")}),
            html.Td(used, **{"data-h": w("Brukt i {year}, av avsatte midler", year=shown.year)}),
            html.Td(
                helped.all_answered(view, asked), **{"data-h": w("Henvendelser besvart {years}", years=_asked_in(view))}
            ),
            html.Td(),
        ],
        className="sum",
    )
