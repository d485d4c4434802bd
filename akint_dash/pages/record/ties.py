"""A record's parts as tables, and the records that point at it as links to their sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.first_rows import folded
from akint_dash.components.record_link import linked, to_sheet
from akint_dash.components.record_name import MADE_OF, ended, named
from akint_dash.components.record_value import value_of
from akint_dash.components.view import View, field_of
from akint_dash.domain.history import Values
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.measures.record import parts_of, pointers
from akint_dash.measures.wanted import wanted
from akint_dash.pages.record.facts import INSIDE, card, columns, told_in
from akint_dash.text import record as text

OPEN: Final = 10
"""So many of a kind are seen at once; the rest lie behind a press."""
MOST: Final = 200
"""So many of a kind are named."""
RIGHT: Final = frozenset({Kind.MONEY, Kind.INTEGER, Kind.NUMBER})
USUAL: Final = {"purpose": "ordinary"}
"""Columns that a table of parts leaves out where none says anything but this."""
BY_DAY: Final = ("date", "day", "moment", "year", "from_date")
"""What parts stand in the order of."""
FIRST: Final[Mapping[str, Sequence[str]]] = {"municipality": ("actor", "participation")}
"""The kinds that stand first among those that name a record: who takes part before what was done."""


def parts(view: View, entity: str, code: str) -> list[Component]:
    """A card for each kind of part that the record has: steps, deadlines, fees and the like."""
    found = pointers(view.portfolio, entity, code)
    kinds = [(part, found.get((part, ENTITIES[part].parent), ())) for part in parts_of(entity)]
    return [_part(view, part, codes) for part, codes in kinds if codes]


def _part(view: View, entity: str, codes: Sequence[str]) -> Component:
    w, records = view.words, view.portfolio.records(entity)
    ordered = sorted(codes, key=lambda code: (_when(records[code]), code))
    names = _told(view, entity, [records[code] for code in codes])
    heading = [text.kinds(w, entity), " ", html.Span(f"({w.number(len(codes))})", className="note num")]
    rest = len(ordered) - MOST
    more = html.P(w.n("og én til", "og {n} til", rest), className="note") if rest > 0 else None
    shown = _table(view, entity, ordered[:MOST], names) if names else _links(view, entity, ordered[:MOST])
    return card(heading, [shown, more])


def _links(view: View, entity: str, codes: Sequence[str]) -> Component:
    return html.Ul([html.Li(_link(view, entity, code)) for code in codes], className="plainlist")


def _link(view: View, entity: str, code: str) -> list[Any]:
    """The link to a record's sheet; two organisations in one project are told apart by their names, two municipalities
    by their years, and a part without a name of its own says what it is a part of."""
    values = view.portfolio.get(entity, code)
    if entity == "participation" and "actor" in values:
        return [linked(view, entity, code), f" · {view.name('actor', values['actor'])}"]
    parent = ENTITIES[entity].parent
    if entity in MADE_OF and parent in values:
        of = named(view, ENTITIES[entity].by_name[parent].of, values[parent])
        return [html.A([of, ": ", named(view, entity, code)], href=to_sheet(view, entity, code))]
    last = ended(view, entity, code)
    return [linked(view, entity, code), f" · {last}"] if last else [linked(view, entity, code)]


def _when(values: Values) -> str:
    return next((str(values[name]) for name in BY_DAY if name in values), "")


def _told(view: View, entity: str, some: Sequence[Values]) -> list[str]:
    """The columns of a table of parts: those of which any says something, but the parent, the name, and the hidden."""
    known = {ENTITIES[entity].parent, field_of(entity), *MADE_OF.get(entity, ()), *INSIDE}
    merged: dict[str, Any] = {name: value for values in some for name, value in values.items()}
    known |= {name for name, usual in USUAL.items() if all(values.get(name, usual) == usual for values in some)}
    return [n for n in columns(entity, merged) if n not in known and any(told_in(view, entity, n, v) for v in some)]


def _table(view: View, entity: str, codes: Sequence[str], names: Sequence[str]) -> Component:
    w, by_name = view.words, ENTITIES[entity].by_name
    head = [html.Th(text.kind(w, entity), scope="col")]
    head += [
        html.Th(text.label(w, entity, name), scope="col", className=_side(by_name[name].kind) or None) for name in names
    ]
    rows = [html.Tr(_row(view, entity, code, names)) for code in codes]
    caption = html.Caption(text.kinds(w, entity), className="unseen")
    return html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)], className="plain stack records")


def _side(kind: Kind) -> str:
    return "r" if kind in RIGHT else ""


def _row(view: View, entity: str, code: str, names: Sequence[str]) -> list[Component]:
    w, values = view.words, view.portfolio.get(entity, code)
    cells = [html.Th(linked(view, entity, code), scope="row")]
    for name in names:
        said = told_in(view, entity, name, values)
        side = _side(ENTITIES[entity].by_name[name].kind)
        value = value_of(view, entity, code, said, values) if said else _blank(view, entity, code, name)
        cells.append(html.Td(value, className=side or None, **{"data-h": text.label(w, entity, name)}))
    return cells


def _blank(view: View, entity: str, code: str, name: str) -> Any:
    """What a part says nothing of: missing where it should have been recorded, else a dash."""
    lacks = wanted(view.scope, entity, name, code)
    return html.Span(view.words("mangler"), className="missing") if lacks else NOT_APPLICABLE


def organisations(view: View, entity: str, code: str) -> list[str]:
    """The organisations that the sheet names beside its title, by the record's own ties or by theirs to it."""
    values, found = view.portfolio.get(entity, code), list[str]()
    for column in ENTITIES[entity].columns:
        if column.of == "organisation" and column.kind is Kind.TIES:
            told: Any = values.get(column.name, ())
            found += [str(of) for of, _ in told]
    for (kind, _), codes in pointers(view.portfolio, entity, code).items():
        found += codes if kind == "organisation" else ()
    return found


def pointing(view: View, entity: str, code: str) -> list[Component]:
    """The card of the records that name this one, by kind and by what they name it as."""
    w, mine = view.words, {(part, ENTITIES[part].parent) for part in parts_of(entity)}
    every = pointers(view.portfolio, entity, code)
    found: Mapping[tuple[str, str], Sequence[str]] = {key: codes for key, codes in every.items() if key not in mine}
    total = len({(source, name) for (source, _), codes in found.items() for name in codes})
    if not total:
        return []
    title = w.n("Én tilknyttet registrering", "{Count} tilknyttede registreringer", total)
    rank = {source: at for at, source in enumerate(FIRST.get(entity, ()))}
    ordered = sorted(found, key=lambda key: rank.get(key[0], len(rank)))
    groups = [part for key in ordered for part in _group(view, entity, key, found[key])]
    return [card(title, groups, key="viser-hit")]


def _group(view: View, target: str, key: tuple[str, str], codes: Sequence[str]) -> list[Component]:
    w, (source, column) = view.words, key
    several = sum(one.of == target for one in ENTITIES[source].columns) > 1
    label = html.Span(w("som «{label}»", label=text.label(w, source, column)), className="note") if several else None
    count = html.Span(f"({w.number(len(codes))})", className="note num")
    heading = html.H3([text.kinds(w, source), " ", *([label, " "] if several else []), count])
    first = _links(view, source, codes[:OPEN])
    rest = codes[OPEN:MOST]
    if not rest:
        return [heading, first]
    items: list[Any] = [html.Li(_link(view, source, code)) for code in rest]
    if len(codes) > MOST:
        items.append(html.Li(w("og {n} til", n=w.number(len(codes) - MOST)), className="note"))
    return [heading, first, folded(view, len(codes) - OPEN, html.Ul(items, className="plainlist"))]
