"""The rows of a list for the grid: ``/data/<slag>/rader?fra=&til=`` and the page's own query; a column for its sum.

The same rows, in the same order and words, as the plain list: both ask :func:`akint_dash.pages.data.asked.read`.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from flask import Flask, Response, abort, jsonify, request

from akint_dash.components.page import Site
from akint_dash.components.record_cells import clipped, plainly
from akint_dash.components.record_columns import offered, table_of
from akint_dash.components.record_link import AMONG, to_sheet
from akint_dash.components.spoken import language_of
from akint_dash.measures.lists import total
from akint_dash.pages.data.asked import AskedList, entity_of, read
from akint_dash.text import lists as text
from akint_dash.text.words import LANGUAGES, Language

MOST: Final = 500
"""So many rows are answered at once."""


def register(server: Flask, site: Site) -> None:
    """The two routes, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        for name, answer in (("rader", _rows), ("kolonne", _column)):
            rule = f"{start}/data/<slag>/{name}"
            server.add_url_rule(rule, f"{name}_{language}", partial(_answer, site, language, answer))


def _answer(site: Site, language: Language, answer: Any, slag: str) -> Response:
    start = "" if language == "nb" else f"/{language}"
    opened = site.open(f"{start}/data/{slag}", dict(request.args))
    entity = entity_of(opened[0]) if opened else None
    if opened is None or entity is None:
        abort(404)
    made: Response = jsonify(answer(read(opened[0], entity)))
    return made


def _rows(asked: AskedList) -> dict[str, Any]:
    """A block of rows: each its cells in words, its code, the address of its sheet, and itself for the clipboard."""
    first = _number("fra")
    last = min(_number("til"), first + MOST)
    view, entity, codes = asked.view, asked.entity, asked.found.codes[first:last]
    data = table_of(view, entity, asked.columns, codes)
    heading, lines = clipped(view, data)
    rows = [
        {
            **{h.name: plainly(view, h, value) for h, value in zip(data.headings, row, strict=True)},
            "_code": code,
            "_href": to_sheet(view, entity, code, among=view.query.get(AMONG, "")),
            "_lang": language_of(view, entity, code),
            "_missing": [h.name for h, value in zip(data.headings, row, strict=True) if value is None],
            "_copy": line,
        }
        for code, row, line in zip(codes, data.rows, lines, strict=True)
    ]
    return {"rows": rows, "of": len(asked.found.codes), "heading": heading}


def _column(asked: AskedList) -> dict[str, Any]:
    """What a column sums to in words; with ``kopier`` the whole of it for the clipboard."""
    view, entity, name = asked.view, asked.entity, request.args.get("navn", "")
    column = offered(view, entity).get(name)
    if column is None:
        abort(404)
    found = total(view.scope, entity, name, asked.found.codes)
    answer: dict[str, Any] = {"told": text.summed(view.words, entity, column, found)}
    if request.args.get("kopier"):
        whole = table_of(view, entity, [name], asked.found.codes)
        own = type(whole)(whole.headings[1:] or whole.headings, [row[1:] or row for row in whole.rows])
        heading, lines = clipped(view, own)
        answer["copy"] = "\n".join([heading, *lines])
    return answer


def _number(name: str) -> int:
    given = request.args.get(name, "0")
    return int(given) if given.isdecimal() and len(given) < 9 else 0
