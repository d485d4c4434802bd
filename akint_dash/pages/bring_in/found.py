"""What a check found: conflicts, problems and remarks by sheet and cell, and what would be changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.changed import changes_table, entity_words
from akint_dash.components.pager import asked_page, pager
from akint_dash.components.row_table import row_table
from akint_dash.components.shell import source_words
from akint_dash.components.view import View
from akint_dash.domain.reading import Conflict, Place, Problem
from akint_dash.domain.schema import PERSON, SHEETS
from akint_dash.importers.intake.folder import Intake
from akint_dash.importers.intake.told import changes_of, conflicts, problems
from akint_dash.text.changed import cell_shown, counts_told
from akint_dash.text.problems import problem_words
from akint_dash.text.record import label
from akint_dash.text.words import Words

SHOWN: Final = 100
"""So many of one sheet are shown; the rest is counted."""
ALLOWED: Final = "too_many_closed"


def cards(view: View, intake: Intake, told: Mapping[str, Any]) -> list[Component | None]:
    """The cards of what was found, what is in the way first."""
    w = view.words
    totals = told["totals"]
    at_odds = w.n("Én konflikt", "{n} konflikter", totals["conflicts"])
    over = w.n("Én verdi skrives over", "{n} verdier skrives over", totals["overwritten"])
    return [
        _conflicts(view, told, "conflicts", at_odds),
        _by_sheet(view, told, "problems", w.n("Én feil må rettes", "{n} feil må rettes", totals["problems"])),
        _conflicts(view, told, "overwritten", over),
        _changes(view, intake, told),
        _by_sheet(view, told, "remarks", w.n("Én merknad", "{n} merknader", totals["remarks"])),
        _files(view, told),
    ]


# -- conflicts


def _conflicts(view: View, told: Mapping[str, Any], name: str, title: str) -> Component | None:
    w = view.words
    every = list(conflicts(told, name))
    if not every:
        return None
    heads = (
        w("Celle"),
        w("Registrering"),
        w("Felt"),
        w("Arbeidsboken"),
        w("Databasen"),
        w("Da arbeidsboken ble laget"),
    )
    say = w(
        "Feltet er endret i databasen siden arbeidsboken ble laget, eller en annen fil sier noe annet. "
        "Det samme gjelder når det er ukjent når arbeidsboken ble laget."
    )
    return html.Section(
        [
            html.H2(title),
            html.P(say, className="say") if name == "conflicts" else None,
            row_table(title, heads, (_conflict(view, told, one) for one in every[:SHOWN])),
            _rest(w, len(every)),
        ],
        className="card c12",
    )


def _conflict(view: View, told: Mapping[str, Any], one: Conflict) -> Sequence[str]:
    """A row: where it is in the file, of which record and field, and the three values."""
    w = view.words
    entity = SHEETS[one.entity]
    column = entity.by_name.get(one.column)
    heading = column.heading if column else one.column
    place = Place(one.place.file, one.place.sheet or entity.sheet, one.place.row, heading)
    hidden = one.entity == PERSON.name
    ours = w("vises ikke") if hidden else cell_shown(w, column, one.ours) if one.column else w("(avsluttes)")
    theirs = w("vises ikke") if hidden else cell_shown(w, column, one.theirs)
    if one.other:
        theirs = f"{theirs if one.column else w('(endres)')} ({one.other})"
    was = "–" if one.was is None else cell_shown(w, column, one.was)
    field = "" if column is None else heading if hidden else label(w, one.entity, one.column)
    return cell_of(told, place), f"{entity_words(w, one.entity)} {one.code}", field, ours, theirs, was


# -- problems and remarks


def _by_sheet(view: View, told: Mapping[str, Any], name: str, title: str) -> Component | None:
    every = sorted(problems(told, name), key=lambda one: (one.place.file, one.place.sheet))
    if not every:
        return None
    parts: list[Any] = [html.H2(title)]
    for (file, sheet), some in groupby(every, key=lambda one: (one.place.file, one.place.sheet)):
        parts += _sheet(view, told, file, sheet, list(some))
    return html.Section(parts, className="card c12")


def _sheet(view: View, told: Mapping[str, Any], file: str, sheet: str, some: list[Problem]) -> list[Component | None]:
    w = view.words
    of = w("{sheet} i {file}", sheet=sheet, file=file) if sheet else file
    items = [
        html.Li([html.B(cell), " ", _words(w, one)] if (cell := cell_of(told, one.place)) else _words(w, one))
        for one in some[:SHOWN]
    ]
    return [html.H3(of), html.Ul(items, className="ledger plainlist told-cells"), _rest(w, len(some))]


def _words(w: Words, one: Problem) -> str:
    if one.key == ALLOWED:
        return w(
            "Filen ville avslutte {n} av {of} registreringer. Er det meningen, kryss av over og sjekk på nytt.",
            n=one.value,
            of=one.expected,
        )
    return problem_words(one, w.language)


def cell_of(told: Mapping[str, Any], place: Place) -> str:
    """``Prosjekter!D14``; the row and the heading where the file has no columns with letters."""
    letters = told["cells"].get(f"{place.file}\n{place.sheet}\n{place.column}", "")
    if letters and place.row:
        return f"{place.sheet}!{letters}{place.row}"
    row = f"{place.row}:{place.row}" if place.row and place.sheet else str(place.row or "")
    where = "!".join(filter(None, [place.sheet, row]))
    return ", ".join(filter(None, [where, place.column]))


def _rest(w: Words, n: int) -> Component | None:
    if n <= SHOWN:
        return None
    return html.P(w("og {n} til", n=w.number(n - SHOWN)), className="note")


# -- changes


def _changes(view: View, intake: Intake, told: Mapping[str, Any]) -> Component | None:
    w, parts = view.words, told["parts"]
    if not parts:
        return None
    part = min(asked_page(view.query.get("del", "")), parts)
    title = counts_told(w, told["counts"])
    return html.Section(
        [
            html.H2(title[:1].upper() + title[1:]),
            html.P(_sheets(w, told["sheets"]), className="say"),
            changes_table(view, changes_of(intake.changes(part)), w("Endringene, registrering for registrering")),
            pager(view, part, parts, lambda at: view.link(own={"del": at}, anchor="endringer")),
        ],
        id="endringer",
        className="card c12",
    )


def _sheets(w: Words, sheets: Iterable[Sequence[Any]]) -> str:
    """How many of each kind."""
    parts = []
    for entity, some in groupby(sheets, key=lambda one: one[0]):
        counts = {"added": 0, "changed": 0, "closed": 0} | {sort: n for _, sort, n in some}
        parts.append(f"{entity_words(w, entity)}: {counts_told(w, counts)}")
    return ". ".join(parts) + "."


# -- files


def _files(view: View, told: Mapping[str, Any]) -> Component:
    w = view.words
    items = [
        html.Li(
            [
                html.B(one["name"]),
                " ",
                w("lest som {reader}:", reader=source_words(w, one["reader"])),
                " ",
                w.n("1 rad", "{n} rader", one["rows"]),
            ]
        )
        for one in told["files"]
    ]
    return html.Section([html.H2(w("Filene")), html.Ul(items, className="ledger plainlist")], className="card c12")
