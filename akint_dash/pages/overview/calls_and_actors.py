"""What lies around us: calls that fit, and outside actors' participation, where any are read in (S2, S11)."""

from __future__ import annotations

from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.bars import Bar, bars
from akint_dash.components.card import Basis, card
from akint_dash.components.due_words import look
from akint_dash.components.spoken import spoken
from akint_dash.components.total import part_line, total_line
from akint_dash.components.view import View
from akint_dash.components.ways import to_one, to_record, to_table
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.domain.table import Table
from akint_dash.measures.calls import Call, call_table, selected, urgent
from akint_dash.measures.dues import call_states
from akint_dash.measures.frame import frame
from akint_dash.measures.participations import by_municipality, undated
from akint_dash.measures.scope import Scope
from akint_dash.pages.overview import answers
from akint_dash.text import around as text
from akint_dash.text.dues import ours
from akint_dash.text.frame import in_years, years_of
from akint_dash.text.where import place, where

SHOWN: Final = 6


def calls(view: View) -> Component | None:
    """The calls that fit, the nearest deadline first; None where no call is read in (S11)."""
    if not view.portfolio.records("call"):
        return None
    w = view.words
    every = selected(view.scope)
    alive = [call for call in every if call.state in ("open", "closing", "forthcoming")]
    fitting = urgent(every)
    states = call_states(view.scope)
    items = [_call(view, call, states.of(call)) for call in fitting[:SHOWN]]
    more = html.A(
        w.n("Se utlysningen", "Se {every} utlysningene", len(every), every=w.every_one(len(every))),
        href=view.link("/utlysninger"),
    )
    fit, made = len(fitting), bool(view.selection.omrade or view.selection.tema)
    counted = total_line(w("Aktuelle for oss"), w.number(fit))
    if not made:  # where the choice makes them fit, no share of itself is told
        counted = part_line(view, "utlysninger", w("Aktuelle for oss"), fit, len(alive))
    return card(
        view,
        "utlysninger",
        title=text.calls_title(
            w,
            len(fitting),
            len(alive),
            len(every),
            in_years(w, *view.selection.periode) if view.selection.periode else "",
            made=made,
        ),
        say=w(
            "Utlysningene er plukket ut automatisk etter tema og program. "
            "Rådsområdet bekrefter eller avviser at utlysningen er aktuell."
        )
        + f" {ours(w)}",
        figure=[counted, html.Ol(items, className="due")] if items else [],
        data=call_table(fitting, states.of),
        numbers=answers.fitting(view, fitting, alive),
        caption=w("Aktuelle utlysninger"),
        refs=("S11",),
        size="c7",
        more=[more] if fitting else [],
        level=2,
    )


def _call(view: View, call: Call, state: str) -> Component:
    w = view.words
    programme = view.name("programme", call.group or call.programme) if call.programme else w("ukjent program")
    left = call.days or 0
    link = view.link("/utlysninger", own={"utlysning": call.code})
    when = w.near_date(call.next.day, view.day) if call.next else ""
    late = f" · {w.choice('due_state', state).lower()}" if state == "lost" else ""
    told = w("åpner {day}", day=w.date(call.opening)) if call.state == "forthcoming" and call.opening else when
    return html.Li(
        [
            html.P(
                [w.number(left), " ", html.Small(w.n("dag", "dager", left))],
                className=f"days num {look(state)}".strip(),
            ),
            html.P(html.A(spoken(view, "call", call.code), href=link), className="what"),
            html.P(f"{programme} · {told}{late}", className="who"),
        ]
    )


def participations(view: View) -> Component | None:
    """Outside actors' participation by municipality; None where none is read in (S2)."""
    if not view.portfolio.records("participation"):
        return None
    w, scope = view.words, view.scope
    data = by_municipality(scope)
    inside, outside = text.places(data)
    some = [row for row in data.dicts() if row["n"] and row["place"] and row["place"][1]]
    rows = [_place(view, row) for row in sorted(some, key=lambda row: -row["n"])[:SHOWN]]
    rows += [_rest(view, data, "")] if outside else []
    return card(
        view,
        "deltakelser",
        title=text.participations_title(
            w,
            inside,
            outside,
            years_of(w, frame(scope, "participation")),
            len(undated(scope)),
            over=scope.period[1] < scope.today.year,
            where=where(w, scope),
        ),
        say=""
        if len(scope.municipalities) == 1
        else text.participations_say(w, data, view.name, over=scope.period[1] < scope.today.year),
        figure=bars(rows, total=(w("I alt {where}", where=place(w, scope)), w.number(inside))),
        numbers=answers.taking_part(view, data),
        unit=w("Prosjektdeltakelser (én virksomhet i ett internasjonalt finansiert prosjekt)"),
        data=data,
        plot=Plot(
            Form.BARS,
            "place",
            ("n",),
            ranked=True,
            words={("municipality", ""): w("Utenfor Akershus"), None: w("Kommune mangler")},
        ),
        caption=w("Prosjektdeltakelser etter kommune"),
        refs=("S2", "S14"),
        size="c5",
        basis=_undated(view, scope),
        level=2,
    )


def _undated(view: View, scope: Scope) -> Basis | None:
    """The participations that lie in no year."""
    w, lost = view.words, undated(scope)
    words = w.n("{n} mangler start og er ikke med", "{n} mangler start og er ikke med", len(lost))
    return Basis(words, [("participation", code) for code in lost]) if lost else None


def _place(view: View, row: dict[str, object]) -> Bar:
    place: tuple[str, str] = row["place"]  # type: ignore[assignment]
    n = int(str(row["n"]))
    name, w = view.name(*place), view.words
    said = f"{name}: {w.n('{n} prosjektdeltakelse', '{n} prosjektdeltakelser', n)}"
    return Bar(
        name, float(n), w.number(n), mark=to_one(view, said, name, "kommune", place[1]) or to_record(view, said, *place)
    )


def _rest(view: View, data: Table, code: str) -> Bar:
    n = sum(row["n"] for row in data.dicts() if row["place"] and row["place"][1] == code)
    w, name = view.words, view.words("Utenfor Akershus")
    said = f"{name}: {w.n('{n} prosjektdeltakelse', '{n} prosjektdeltakelser', n)}"
    return Bar(name, float(n), w.number(n), mark=to_table(view, said, "deltakelser"))
