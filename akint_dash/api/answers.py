"""What the interface answers: what there is, records page by page, one record with its ties, and numbers."""

from __future__ import annotations

from typing import Any, Final

from akint_dash.access.problems import Problem
from akint_dash.api.asking import Enquiry
from akint_dash.api.parameters import USUAL
from akint_dash.api.values import ROOT, href, members, record
from akint_dash.components.record_link import to_sheet
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ADDRESS
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.table import Cell
from akint_dash.measures.explore import MISSING, OUTSIDE, Number
from akint_dash.measures.explore_questions import DIMENSIONS, MEASURES, Inquiry, possible, seconds
from akint_dash.measures.lists import touched
from akint_dash.measures.record import parts_of, pointers
from akint_dash.pages.data.asked import read as read_list
from akint_dash.pages.explore.asked import read as read_question
from akint_dash.text import api as text
from akint_dash.text import explore as explore_text
from akint_dash.text import lists as lists_text
from akint_dash.text import record as record_text
from akint_dash.text.bases import idle_of_list
from akint_dash.text.explore import HOW

UNITS: Final = {"timer": "hours", "svartid": "days", "soknadstid": "days"}
"""measure -> what one of it is, where it is neither a count nor kroner."""


def index(asked: Enquiry) -> dict[str, Any]:
    """What there is to read: the kinds of records with how many who asks may see, the measures, the description."""
    view, w = asked.view, asked.view.words
    kinds = [
        {
            "entity": name,
            "name": record_text.kinds(w, name),
            "description": lists_text.what(w, name),
            "count": len(view.portfolio.records(name)),
            "href": f"{ROOT}/{name}",
        }
        for name in ENTITIES
    ]
    return {
        "title": text.said(w, "title"),
        "description": text.said(w, "about"),
        "about": asked.about(),
        "entities": kinds,
        "measures": {"href": f"{ROOT}/measures"},
        "openapi": {"href": f"{ROOT}/openapi.json"},
    }


# -- records


def records(asked: Enquiry, entity: str) -> dict[str, Any]:
    """A part of a list of records: the rows of the page with the same query, in its order."""
    view, w, found = asked.view, asked.view.words, read_list(asked.view, entity).found
    first, limit = asked.offset(), int(asked.query.get("limit", USUAL))
    codes = found.codes[first : first + limit]
    last = first + len(codes)
    more = f"{last}-{asked.place}" if codes and last < len(found.codes) else None
    some = asked.query["kolonner"].split(",") if "kolonner" in asked.query else None
    shown = members(w, view.portfolio, entity, some)
    path = f"{ROOT}/{entity}"
    remarks = [lists_text.undated(w, found.undated), idle_of_list(w, view.selection, touched(entity))]
    return {
        "entity": entity,
        "name": record_text.kinds(w, entity),
        "total": len(found.codes),
        "of": found.of,
        "undated": found.undated,
        "count": len(codes),
        "next_cursor": more,
        "links": {
            "self": asked.link(path),
            "next": asked.link(path, cursor=more) if more else None,
            "page": {"href": _page(view)},
        },
        "remarks": [one for one in remarks if one],
        "about": asked.about(),
        "records": [record(view, entity, code, shown) for code in codes],
    }


def _page(view: View) -> str:
    """The page with the same records."""
    return view.link(own={"kolonner": None})


def one(asked: Enquiry, entity: str, code: str) -> dict[str, Any]:
    """One record: all it holds, its parts, and how many records of each kind name it, with the way to them."""
    view, w = asked.view, asked.view.words
    parts, named = parts_of(entity), pointers(view.portfolio, entity, code)
    made_of = {part: named.get((part, ENTITIES[part].parent), ()) for part in parts}
    by = [(source, column, codes) for (source, column), codes in named.items()]
    return {
        "entity": entity,
        "name": record_text.kind(w, entity),
        "record": record(view, entity, code, members(w, view.portfolio, entity)),
        "parts": {
            part: [record(view, part, each, members(w, view.portfolio, part)) for each in codes]
            for part, codes in made_of.items()
            if codes
        },
        "named_by": [
            {
                "entity": source,
                "column": column,
                "count": len(codes),
                **asked.link(f"{ROOT}/{source}", **{f"er-{column}": code}),
            }
            for source, column, codes in by
        ],
        "links": {"self": asked.link(href(entity, code)), "page": {"href": to_sheet(view, entity, code)}},
        "about": asked.about(),
    }


def code_of(view: View, entity: str, part: str, decoded: str | None) -> str:
    """The code that a path names.

    Raises:
        Problem: no such record is there for who asks.
    """
    for code in filter(None, (part, decoded)):
        if view.portfolio.get(entity, code):
            return code
    raise Problem(404, "unknown_record", text.no_record(view.words, entity, part[:80]))


def entity_of(view: View, name: str) -> str:
    """The kind that a path names.

    Raises:
        Problem: there is no such.
    """
    if name not in ADDRESS:
        raise Problem(404, "unknown_entity", text.no_kind(view.words, name[:80], list(ADDRESS)))
    return name


# -- numbers


def measures(asked: Enquiry) -> dict[str, Any]:
    """Every measure: its unit, how it is counted, and what it can be parted by."""
    return {"measures": [_measure(asked.view, code) for code in MEASURES], "about": asked.about()}


def _measure(view: View, code: str) -> dict[str, Any]:
    w, measure = view.words, MEASURES[code]
    return {
        "measure": code,
        "name": explore_text.measure(w, code),
        "unit": unit_of(code),
        "unit_words": text.unit(w, unit_of(code)),
        "aggregate": "sum" if measure.adds else "median",
        "of": sorted(measure.of),
        "counted": w(HOW[code]),
        "dimensions": [
            {
                "dimension": name,
                "name": w(DIMENSIONS[name].said_as),
                "several": DIMENSIONS[name].several,
                "then": [*seconds(code, name)],
            }
            for name in measure.by
        ],
        "href": f"{ROOT}/measures/{code}",
    }


def unit_of(code: str) -> str:
    """What one of a measure is."""
    return "NOK" if MEASURES[code].cell is Cell.ORE else UNITS.get(code, "number")


def numbers(asked: Enquiry, measure: str) -> dict[str, Any]:
    """A measure by one or two dimensions: the very numbers of Explore with the same query."""
    view, w = asked.view, asked.view.words
    explored = read_question(view)
    found, question = explored.answer, explored.question
    ore = MEASURES[measure].cell is Cell.ORE

    def told(number: Number) -> dict[str, Any]:
        value = number.value if number.value is None or not ore else _kroner(number.value)
        return {"value": value, "records": number.records, "lacking": number.lacking}

    def at(name: str, dimension: str, value: str) -> dict[str, Any]:
        state = {MISSING: "missing", OUTSIDE: "not_applicable"}.get(value, "value")
        return {
            name: value if state == "value" else None,
            f"{name}_name": explored.called(dimension, value),
            f"{name}_state": state,
        }

    rows = [
        {
            key: value
            for name, dimension, one in zip(("by", "then"), question.dimensions, point, strict=False)
            for key, value in at(name, dimension, one).items()
        }
        | told(number)
        for point, number in found.cells.items()
    ]
    return {
        **_measure(view, measure),
        "by": question.by,
        "then": question.then or None,
        "whole": told(found.whole),
        "adds_up": MEASURES[measure].adds and not found.doubled,
        "doubled": found.doubled,
        "remarks": explore_text.how(w, found, view.selection),
        "links": {"self": asked.link(f"{ROOT}/measures/{measure}"), "page": {"href": view.link()}},
        "about": asked.about(["svar"]),
        "rows": rows,
    }


def _kroner(ore: Any) -> int | float:
    whole, rest = divmod(ore, 100)
    return ore / 100 if rest else int(whole)


def meaningful(view: View, measure: str) -> None:
    """Whether the question has a meaning.

    Raises:
        Problem: the measure cannot be parted like that.
    """
    question = Inquiry(measure, view.query["etter"], view.query.get("og", ""))
    if not possible(question):
        instead = seconds(measure, question.by) if question.by in MEASURES[measure].by else ()
        detail = text.no_question(view.words, explore_text.question(view.words, question), instead)
        raise Problem(404, "no_such_question", detail)
