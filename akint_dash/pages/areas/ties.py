"""Whom an area works with: support from the leader's office, learners, partner regions (S8, S18, S20)."""

from __future__ import annotations

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import Basis, card
from akint_dash.components.first_rows import opened
from akint_dash.components.record_link import linked, to_sheet
from akint_dash.components.record_list import Record, record_list
from akint_dash.components.view import View
from akint_dash.components.ways import to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.figures.marks import Mark
from akint_dash.measures import areas as measure
from akint_dash.measures import competence
from akint_dash.measures.facts import unheard
from akint_dash.measures.frame import frame
from akint_dash.measures.scope import Scope
from akint_dash.measures.support import Support, support_table
from akint_dash.pages.areas import ways
from akint_dash.pages.areas.links import none_here, without_filters
from akint_dash.text import areas as text
from akint_dash.text.competence import people as people_words
from akint_dash.text.frame import years_of

AUDIENCES: Final = 4
"""How many stand in the open."""


def support(view: View, one: Support | None) -> Component:
    """Support asked for, given, unanswered, and the days to answer (S8)."""
    w, shown = view.words, frame(view.scope, "activity")
    found = [one] if one else []
    asked, given = (one.asked, one.given) if one else (0, 0)
    waiting = len(one.open) if one and not shown.open_only else 0
    counts = [(w("Henvendelser"), asked, ""), (w("Besvart"), given, "own")]
    counts += [] if shown.open_only else [(w("Ubesvart"), waiting, "")]
    rows = [
        Bar(name, n, w.number(n), name=look, mark=to_table(view, f"{name}: {w.part(n, asked)}", "stotte"))
        for name, n, look in counts
    ]
    figure: list[Any] = [bars(rows)] if asked else []
    if one and waiting:
        items = [html.Li([linked(view, "activity", code), html.Span(_asked_on(view, code))]) for code in one.open]
        figure.append(html.Ul(items, className="waiting-list"))
    return card(
        view,
        "stotte",
        title=text.support_title(
            w, asked, given, years_of(w, shown.of_years), one.unheard if one and one.unknown else ()
        ),
        say=text.support_say(w, one.median_days, len(one.days), waiting, one.oldest_open, shown) if one else "",
        figure=figure,
        data=support_table(found, guest=shown.open_only),
        numbers=ways.support(view, one),
        plot=Plot(Form.BARS, "area", ("asked", "given"))
        if shown.open_only
        else Plot(Form.BARS, "area", ("given", "open"), stacked=True),
        caption=w("Bistand fra Fylkesrådslederens kontor"),
        refs=("S8",),
        size="c5",
        level=2,
    )


def _asked_on(view: View, code: str) -> str:
    values = view.portfolio.get("activity", code)
    return view.words("bedt om {day}", day=view.words.date(str(values.get("asked") or values["start"])))


def learning(view: View, scope: Scope) -> Component:
    """Participants in learning by audience (S18)."""
    w, data = view.words, measure.learning(scope)
    rows = [row for row in data.dicts() if row["audience"]]
    people = {row["audience"][1]: row["people"] or 0 for row in rows}
    held = {row["audience"][1]: row["activities"] for row in rows}
    names = {code: w.choice("audience", code) for code in people}
    lines = [
        Bar(
            names[row["audience"][1]],
            row["people"],
            people_words(w, row["people"], row["lacking"]),
            note=w.n("1 tiltak", "{n} tiltak", row["activities"]),
            name="kom",
            mark=_learners(view, names[row["audience"][1]], row, sum(people.values())),
        )
        for row in rows
    ]
    lacking = [one.code for one in competence.lessons(scope) if one.lacks]
    words = w.n(
        "Ett tiltak mangler antall deltakelser, helt eller delvis",
        "{n} tiltak mangler antall deltakelser, helt eller delvis",
        len(lacking),
    )
    said = w(
        "Deltakelser per målgruppe {years}; den samme personen kan telle flere ganger.",
        years=years_of(w, frame(scope, "activity")),
    )
    unknown = len(lacking) + (len(unheard(scope)) if people else 0)
    total = w("I alt"), people_words(w, sum(people.values()), unknown)
    return card(
        view,
        "laering",
        title=text.learning_title(w, sum(people.values()), people, held, names, unknown),
        say=said if lines else "",
        figure=bars(
            lines,
            total=total,
            listing=opened(view, AUDIENCES, "bars"),
        )
        if lines
        else none_here(
            view,
            w("Ingen kompetanseheving med disse filtrene."),
            ("1 tiltak", "{n} tiltak"),
            len(competence.lessons(without_filters(scope))),
        ),
        data=data,
        numbers=ways.learning(view, scope, total[1]),
        plot=Plot(Form.BARS, "audience", ("people",)),
        caption=w("Kompetanseheving etter målgruppe"),
        refs=("S18",),
        size="c5",
        basis=Basis(words, [("activity", code) for code in lacking]) if lacking else None,
        level=2,
    )


def _learners(view: View, name: str, row: dict[str, Any], total: int) -> Mark:
    """How many of an audience took part, and their share of all."""
    w, n = view.words, row["people"]
    told = people_words(w, n, row["lacking"])
    share = f", {w.percent(n / total)}" if n is not None and total else ""
    return to_table(view, f"{name}: {told}{share}", "laering")


def partners(view: View, scope: Scope) -> Component:
    """Regions the area works with (S20)."""
    w, chosen = view.words, scope.narrowed(program=(), status=())  # cooperations have neither
    data = measure.partners(chosen)
    rows = list(data.dicts())
    without = [row for row in rows if row["status"] == NOT_APPLICABLE]
    over = [row for row in rows if row["status"] == ("cooperation_status", "ended")]
    ended = sum(not row["projects"] and not row["activities"] for row in over)
    n, living = len(rows) - ended, len(rows) - len(over) - len(without)
    alone = [row for row in over if not row["projects"] and not row["activities"]]
    own = [row for row in rows if row not in over and row not in without]
    counted = [row for row in rows if row not in alone]
    groups = [counted, own, without, [row for row in over if row not in alone], alone]
    thinned = bool(view.selection.virkemiddel or view.selection.tema or view.selection.sok)
    records = [
        Record(
            view.name(*row["region"]),
            (
                _cooperation(view, row),
                w.number(row["projects"]),
                w.number(row["activities"]),
            ),
            note=_country(view, row["region"][1]),
            href=to_sheet(view, *row["region"]),
            right=frozenset({2, 3}),
        )
        for row in rows
    ]
    heads = [w("Region"), w("Samarbeid"), w("Innvilgede prosjekter"), w("Aktiviteter")]
    caption = w("Regioner rådsområdet arbeider med")
    only = (without[0]["projects"], without[0]["activities"]) if len(without) == n == 1 else (0, 0)
    return card(
        view,
        "partnere",
        title=text.partners_title(w, n, *only),
        say=text.partners_say(
            w, living, 0 if any(only) else len(without), ended, over=len(over) - ended, thinned=thinned
        ),
        figure=record_list(view, heads, records, caption, shown=7, stack=False)
        if records
        else none_here(
            view,
            w("Ingen regioner med disse filtrene."),
            ("1 region", "{n} regioner"),
            len(measure.partners(without_filters(scope))),
        ),
        data=data,
        numbers=ways.partners(view, chosen, groups),
        none=text.no_partners(w) if records else None,
        caption=caption,
        refs=("S20",),
        size="c5",
        level=2,
    )


def _cooperation(view: View, row: dict[str, Any]) -> str:
    """The area's own cooperation with a region; else whose there is; a dash where there is none."""
    w = view.words
    if row["status"] != NOT_APPLICABLE:
        return w.choice(*row["status"])
    if row["elsewhere"] == NOT_APPLICABLE:
        return NOT_APPLICABLE
    return w("gjennom {areas}", areas=w.join([view.name("area", code) for code in row["elsewhere"][1]]))


def _country(view: View, region: str) -> str:
    values = view.portfolio.get("region", region)
    return view.words.choice("ring", str(values["ring"])) if "ring" in values else ""
