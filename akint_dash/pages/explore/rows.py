"""The records behind chosen numbers for the grid: ``/utforsk/rader?fra=&til=`` and the page's own query; sums.

The same rows, in the same order, as the plain list.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from flask import Flask, Response, abort, jsonify, request

from akint_dash.components.page import Site
from akint_dash.components.record_cells import clipped, plainly
from akint_dash.components.record_link import to_sheet
from akint_dash.components.spoken import language_of
from akint_dash.domain.table import Table
from akint_dash.measures.explore_chosen import VALUES
from akint_dash.pages.explore.asked import read
from akint_dash.pages.explore.explored import Explored
from akint_dash.pages.explore.listed import labels, records_table
from akint_dash.text import explore as text
from akint_dash.text.words import LANGUAGES, Language

MOST: Final = 500
"""So many rows are answered at once."""


def register(server: Flask, site: Site) -> None:
    """The two routes, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        for name, answer in (("rader", _rows), ("kolonne", _column)):
            server.add_url_rule(
                f"{start}/utforsk/{name}", f"utforsk_{name}_{language}", partial(_answer, site, language, answer)
            )


def _answer(site: Site, language: Language, answer: Any) -> Response:
    opened = site.open(f"{'' if language == 'nb' else f'/{language}'}/utforsk", dict(request.args))
    asked = read(opened[0]) if opened else None
    if asked is None or not asked.has_meaning or not asked.chosen:
        abort(404)
    made: Response = jsonify(answer(asked))
    return made


def _rows(asked: Explored) -> dict[str, Any]:
    """A block of rows: each its cells in words, itself for the clipboard, and the address of its sheet."""
    first = _number("fra")
    view, data = asked.view, records_table(asked)
    some = Table(data.headings, list(data.rows[first : min(_number("til"), first + MOST)]))
    heading, lines = clipped(view, some)
    rows = [
        {
            **{h.name: plainly(view, h, value) for h, value in zip(data.headings, row, strict=True)},
            "_code": " ".join(row[0]),
            "_href": to_sheet(view, *row[0]),
            "_lang": language_of(view, *row[0]),
            "_missing": [h.name for h, value in zip(data.headings, row, strict=True) if value is None],
            "_copy": line,
        }
        for row, line in zip(some.rows, lines, strict=True)
    ]
    return {"rows": rows, "of": len(data), "heading": heading}


def _column(asked: Explored) -> dict[str, Any]:
    """What a column sums to in words; with ``kopier`` the whole of it for the clipboard."""
    view, data, name = asked.view, records_table(asked), request.args.get("navn", "")
    at = next((at for at, heading in enumerate(data.headings) if heading.name == name), None)
    if at is None:
        abort(404)
    told = ""
    if name in VALUES:
        side = asked.chosen[VALUES.index(name)]
        said = text.behind(view.words, side.question.measure, side.behind.number)
        told = view.words("{where}: {records}", where=labels(asked)[at], records=said)
    answer: dict[str, Any] = {"told": told}
    if request.args.get("kopier"):
        own = Table(data.headings[at : at + 1], [row[at : at + 1] for row in data.rows])
        heading, lines = clipped(view, own)
        answer["copy"] = "\n".join([heading, *lines])
    return answer


def _number(name: str) -> int:
    given = request.args.get(name, "0")
    return int(given) if given.isdecimal() and len(given) < 9 else 0
