"""The description of the interface, OpenAPI 3.1: made of the schema, the parameters and the measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from flask import request

import akint_dash
from akint_dash.access.problems import MIMETYPE
from akint_dash.api.parameters import Parameter, language, of_list, of_measure, of_selection
from akint_dash.api.values import ROOT, record_schema
from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ADDRESS
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures.explore_questions import DIMENSIONS, MEASURES
from akint_dash.measures.record import parts_of
from akint_dash.pages.data import PAGE as LIST
from akint_dash.text import api as text
from akint_dash.text import explore as explore_text
from akint_dash.text import record as record_text

LONG: Final = 12
"""A choice of more values than this is described once, and named where it is used."""
STRING: Final = {"type": "string"}
WHOLE: Final = {"type": "integer", "minimum": 0}
MAYBE: Final = {"type": ["string", "null"]}
LINK: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {"href": STRING},
    "required": ["href"],
    "additionalProperties": False,
}


def thing(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    """An object with these members and no others; all are there but those named."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def many(items: dict[str, Any]) -> dict[str, Any]:
    """A list."""
    return {"type": "array", "items": items}


def ref(kind: str, name: str) -> dict[str, str]:
    """What is described among the components."""
    return {"$ref": f"#/components/{kind}/{name}"}


def description(view: View, site: Site) -> dict[str, Any]:
    """The whole document, in the language and for the audience of ``view``."""
    made = _Document(view, site)
    paths = {
        ROOT: made.operation("index", text.said(view.words, "title"), made.few("per", "lang"), made.index()),
        f"{ROOT}/openapi.json": made.operation("openapi", "OpenAPI 3.1", made.few("lang"), {"type": "object"}),
        f"{ROOT}/measures": made.operation(
            "measures", text.said(view.words, "measures"), made.few("lang"), made.measures()
        ),
    }
    for code in MEASURES:
        paths[f"{ROOT}/measures/{code}"] = made.numbers(code)
    for entity in ENTITIES:
        paths[f"{ROOT}/{entity}"] = made.records(entity)
        paths[f"{ROOT}/{entity}/{{code}}"] = made.one(entity)
    w, settings = view.words, view.settings
    licence = {"license": {"name": text.said(w, "licence"), "url": settings.licence}} if settings.licence else {}
    contact = {"contact": {"email": settings.contact}} if settings.contact else {}
    told = f"{text.said(w, 'about')} {text.said(w, 'mark')}" if view.portfolio.demonstration else text.said(w, "about")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text.said(w, "title"),
            "version": akint_dash.__version__,
            "description": told,
            **licence,
            **contact,
        },
        **({"servers": [{"url": request.script_root}]} if request.script_root else {}),
        "paths": paths,
        "components": made.components(),
    }


class _Document:
    """The parts of the document; what is used often is gathered as components on the way."""

    def __init__(self, view: View, site: Site) -> None:
        self.view, self.site, self.w = view, site, view.words
        self.schemas: dict[str, Any] = {}
        self.parameters: dict[str, Any] = {}
        self._long: dict[tuple[Any, ...], str] = {}
        self._shared = {one.name for one in of_selection(self.w, view.portfolio)}

    # -- operations

    def operation(self, key: str, summary: str, parameters: list[Any], schema: dict[str, Any]) -> Any:
        """A path that is read."""
        self.schemas[key] = schema
        answers = {
            "200": {
                "description": text.said(self.w, "answer"),
                "headers": {"ETag": {"schema": STRING, "description": text.said(self.w, "etag")}},
                "content": {"application/json": {"schema": ref("schemas", key)}},
            },
            "304": {"description": text.said(self.w, "unchanged")},
            **{status: ref("responses", "problem") for status in ("400", "404", "406", "409", "429", "503", "default")},
        }
        return {"get": {"operationId": key, "summary": summary, "parameters": parameters, "responses": answers}}

    def records(self, entity: str) -> Any:
        """The list of a kind."""
        self.schemas[entity] = record_schema(self.w, self.view.portfolio, entity)
        bare = self.site.view(LIST, self.w.language, {}, {"slag": ADDRESS[entity]})
        known = of_list(self.w, self.view.portfolio, bare, entity)
        envelope = thing(
            {
                "entity": {"const": entity},
                "name": STRING,
                "total": {**WHOLE, "description": text.said(self.w, "total")},
                "of": {**WHOLE, "description": text.said(self.w, "of")},
                "undated": {**WHOLE, "description": text.said(self.w, "undated")},
                "count": {**WHOLE, "description": text.said(self.w, "count")},
                "next_cursor": {**MAYBE, "description": text.said(self.w, "next")},
                "links": thing({"self": LINK, "next": {"anyOf": [LINK, {"type": "null"}]}, "page": LINK}),
                "remarks": many(STRING),
                "about": ref("schemas", "about"),
                "records": many(ref("schemas", entity)),
            }
        )
        return self.operation(f"{entity}_list", record_text.kinds(self.w, entity), self.used(known), envelope)

    def one(self, entity: str) -> Any:
        """One record of a kind."""
        first = next(iter(sorted(self.view.portfolio.records(entity))), "")
        example = {"example": first} if first else {}
        path = {"name": "code", "in": "path", "required": True, "schema": {**STRING, "minLength": 1}, **example}
        named = thing({"entity": STRING, "column": STRING, "count": WHOLE, "href": STRING})
        parts = {part: many(ref("schemas", part)) for part in parts_of(entity)}
        envelope = thing(
            {
                "entity": {"const": entity},
                "name": STRING,
                "record": ref("schemas", entity),
                "parts": thing(parts, *parts),
                "named_by": many(named),
                "links": thing({"self": LINK, "page": LINK}),
                "about": ref("schemas", "about"),
            }
        )
        known = [{**path, "description": text.said(self.w, "code")}, *self.few("per", "lang")]
        return self.operation(f"{entity}_one", record_text.kind(self.w, entity), known, envelope)

    def numbers(self, code: str) -> Any:
        """The numbers of a measure."""
        values = {"type": ["number", "null"], "description": explore_text.measure(self.w, code)}
        number = {"value": values, "records": WHOLE, "lacking": {**WHOLE, "description": text.said(self.w, "lacking")}}
        state = {"enum": ["value", "missing", "not_applicable"]}
        by = {"by": MAYBE, "by_name": STRING, "by_state": state}
        then = {"then": MAYBE, "then_name": STRING, "then_state": state}
        envelope = thing(
            {
                **self._measure()["properties"],
                "by": {"enum": list(DIMENSIONS)},
                "then": {"enum": [*DIMENSIONS, None]},
                "whole": thing(number),
                "adds_up": {"type": "boolean", "description": text.said(self.w, "adds_up")},
                "doubled": WHOLE,
                "remarks": many(STRING),
                "links": thing({"self": LINK, "page": LINK}),
                "about": ref("schemas", "about"),
                "rows": many(thing({**by, **then, **number}, *then)),
            }
        )
        known = of_measure(self.w, self.view.portfolio, MEASURES[code])
        return self.operation(f"measure_{code}", explore_text.measure(self.w, code), self.used(known), envelope)

    def index(self) -> dict[str, Any]:
        """What there is."""
        kind = thing({"entity": STRING, "name": STRING, "description": STRING, "count": WHOLE, "href": STRING})
        return thing(
            {
                "title": STRING,
                "description": STRING,
                "about": ref("schemas", "about"),
                "entities": many(kind),
                "measures": LINK,
                "openapi": LINK,
            }
        )

    def measures(self) -> dict[str, Any]:
        """What can be counted."""
        return thing({"measures": many(self._measure()), "about": ref("schemas", "about")})

    def _measure(self) -> dict[str, Any]:
        dimension = thing(
            {
                "dimension": {"enum": list(DIMENSIONS)},
                "name": STRING,
                "several": {"type": "boolean", "description": text.said(self.w, "several")},
                "then": many({"enum": list(DIMENSIONS)}),
            }
        )
        return thing(
            {
                "measure": {"enum": list(MEASURES)},
                "name": STRING,
                "unit": {"enum": ["number", "NOK", "hours", "days"]},
                "unit_words": STRING,
                "aggregate": {"enum": ["sum", "median"], "description": text.said(self.w, "aggregate")},
                "of": many({"enum": list(ENTITIES)}),
                "counted": {**STRING, "description": text.said(self.w, "how_counted")},
                "dimensions": many(dimension),
                "href": STRING,
            }
        )

    # -- parameters

    def few(self, *names: str) -> list[Any]:
        """Some of the filters of every page."""
        every = [*of_selection(self.w, self.view.portfolio), language(self.w)]
        return self.used(one for one in every if one.name in names)

    def used(self, known: Iterable[Parameter]) -> list[Any]:
        """Parameters as they are named in an operation: those of every page once among the components."""
        found = {}
        for one in known:
            told = one.described()
            schema = told["schema"]
            told["schema"] = {**schema, "items": self._named(schema["items"])} if one.several else self._named(schema)
            if one.name in self._shared:
                self.parameters[one.name] = told
                told = ref("parameters", one.name)
            found[one.name] = told
        return list(found.values())

    def _named(self, schema: dict[str, Any]) -> dict[str, Any]:
        codes = tuple(schema.get("enum", ()))
        if len(codes) <= LONG:
            return schema
        name = self._long.setdefault(codes, f"codes_{len(self._long) + 1}")
        self.schemas[name] = {"type": "string", **schema}
        return ref("schemas", name)

    # -- components

    def components(self) -> dict[str, Any]:
        """What is used in many places."""
        self.schemas["about"] = self._about()
        wrong = thing({"parameter": STRING, "value": STRING, "detail": STRING})
        self.schemas["problem"] = thing(
            {
                "type": STRING,
                "title": STRING,
                "status": {"type": "integer"},
                "detail": {**STRING, "description": text.said(self.w, "detail")},
                "reason": STRING,
                "errors": many(wrong),
            },
            "reason",
            "errors",
        )
        content = {MIMETYPE: {"schema": ref("schemas", "problem")}}
        problem = {"description": text.said(self.w, "problem"), "content": content}
        return {"schemas": self.schemas, "parameters": self.parameters, "responses": {"problem": problem}}

    def _about(self) -> dict[str, Any]:
        w = self.w
        return thing(
            {
                "selection": {**many(thing({"name": STRING, "value": STRING})), "description": text.said(w, "chosen")},
                "day": {**STRING, "format": "date", "description": text.said(w, "day_of")},
                "revision": {**WHOLE, "description": text.said(w, "revision")},
                "recorded_at": {"type": ["string", "null"], "format": "date-time"},
                "data": STRING,
                "audience": {"enum": ["public", "staff"]},
                "audience_words": STRING,
                "demonstration": {"type": "boolean", "description": text.said(w, "invented")},
                "demonstration_words": MAYBE,
                "publisher": STRING,
                "sources": many(STRING),
                "licence": {**MAYBE, "description": text.said(w, "licence_of")},
                "language": {"enum": ["nb", "en"]},
            }
        )
