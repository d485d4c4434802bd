"""A list of records: what each is, its owner, a link, and a mark where something is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.components.addresses import mailto
from akint_dash.components.first_rows import alike, first_rows
from akint_dash.components.spoken import marked, said
from akint_dash.components.view import View
from akint_dash.components.whole import whole
from akint_dash.domain.history import Values

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Record:
    """One row. ``cells`` stand under the heads after the first (None: missing, hatched); ``note`` small under the name.

    ``href`` links the name; ``lang`` marks a title in another language.
    """

    name: str
    cells: Sequence[Any] = ()
    note: Any = ""
    href: str = ""
    lang: str = ""
    right: frozenset[int] = field(default_factory=frozenset)


def owner_of(view: View, entity: str, code: object) -> Component | str:
    """The owner of a record: role with a mail link where there is a mailbox, else the responsible area."""
    values = view.portfolio.get(entity, code)
    name: Any = owner_words(view, values) or view.words("ansvarlig seksjon mangler")
    mail = values.get("owner_mail") or view.portfolio.get("area", values.get("area")).get("mail")
    href = mailto(mail)
    return html.A(name, href=href, **{"data-plain": ""}) if href else name


def owner_words(view: View, values: Values) -> Component | str:
    """The unit that owns a record, else its area, in the page's language."""
    return said(view, values, "owner") if values.get("owner") else view.name("area", values.get("area", ""))


def record_list(
    view: View, heads: Sequence[str], records: Sequence[Record], caption: str, *, shown: int = SHOWN, stack: bool = True
) -> Component:
    """A plain table, the first ``shown`` open and the rest behind one click. ``heads`` are words.

    On a phone each record stands as label: value; ``stack`` False keeps the columns, for short ones.
    """
    return first_rows(view, records, shown, lambda some: _table(heads, some, caption, view, stack))


def _table(heads: Sequence[str], records: Sequence[Record], caption: str, view: View, stack: bool) -> Component:
    right = records[0].right if records else frozenset()
    head = [html.Th(words, scope="col", className="r" if i in right else None) for i, words in enumerate(heads)]
    body = [html.Tr(_row(heads, record, view)) for record in records]
    return html.Table(
        [html.Caption(caption, className="unseen"), alike(len(heads)), html.Thead(html.Tr(head)), html.Tbody(body)],
        className="plain stack records" if stack else "plain records short",
    )


def _row(heads: Sequence[str], record: Record, view: View) -> list[Component]:
    text = marked(view, record.name, record.lang)
    outside = record.href.startswith("http")
    name = html.A(text, href=record.href, **({"data-plain": ""} if outside else {})) if record.href else text
    first = [html.Span(name), " ", html.Small(record.note) if record.note else None]
    cells = [html.Th(first, scope="row")]
    for index, (words, cell) in enumerate(zip(heads[1:], record.cells, strict=True), start=1):
        names = ["r"] if index in record.right else []
        if cell is None:
            names.append("missing")
        shown = view.words("mangler") if cell is None else whole(cell) if isinstance(cell, str) else cell
        cells.append(html.Td(shown, className=" ".join(names) or None, **{"data-h": words}))
    return cells
