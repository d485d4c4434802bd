"""The addresses of the interface. Names are those of the schema, queries those of the pages."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Flask, Response

from akint_dash.access.problems import Problem, asked_language
from akint_dash.api import answers
from akint_dash.api.asking import Enquiry, ask, reply
from akint_dash.api.openapi import description
from akint_dash.api.parameters import language, of_list, of_measure, of_selection
from akint_dash.components.page import NOWHERE, Site
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ADDRESS, from_address
from akint_dash.measures.explore_questions import MEASURES
from akint_dash.pages.data import PAGE as LIST
from akint_dash.pages.explore import PAGE as EXPLORE
from akint_dash.text import api as text
from akint_dash.text.words import Words


def register(server: Flask, site: Site) -> None:
    """Every route of the interface."""
    for rule, answer in (
        ("", _index),
        ("/openapi.json", _openapi),
        ("/measures", _measures),
        ("/measures/<measure>", _numbers),
        ("/<entity>", _records),
        ("/<entity>/<code>", _one),
    ):
        server.add_url_rule(f"/api/v1{rule}", f"api{rule or '/'}", partial(answer, site))
    for rule in ("/api", "/api/<path:rest>"):
        server.add_url_rule(rule, f"nowhere{rule}", _nowhere)


def _nowhere(**_: str) -> Response:
    w = Words(asked_language())
    raise Problem(404, "unknown_address", text.said(w, "nowhere"))


def _only_language(view: View) -> Any:
    return [language(view.words)]


def _dated(view: View) -> Any:
    return [one for one in of_selection(view.words, view.portfolio) if one.name in ("per", "lang")]


def _index(site: Site) -> Response:
    asked = ask(site, NOWHERE, {}, _dated)
    return reply(asked, lambda: answers.index(asked))


def _openapi(site: Site) -> Response:
    asked = ask(site, NOWHERE, {}, _only_language)
    return reply(asked, lambda: description(asked.view, site))


def _measures(site: Site) -> Response:
    asked = ask(site, NOWHERE, {}, _only_language)
    return reply(asked, lambda: answers.measures(asked))


def _numbers(site: Site, measure: str) -> Response:
    if measure not in MEASURES:
        bare = _bare(site)
        raise Problem(404, "unknown_measure", text.no_measure(bare.words, measure[:80], list(MEASURES)))
    own = {"mal": measure}
    asked = ask(site, EXPLORE, {}, lambda view: of_measure(view.words, view.portfolio, MEASURES[measure]), own)
    if "etter" not in asked.view.query:
        asked = _parted(asked, measure)
    answers.meaningful(asked.view, measure)
    return reply(asked, lambda: answers.numbers(asked, measure))


def _parted(asked: Enquiry, measure: str) -> Enquiry:
    """The question parted by the measure's first dimension, where the query says none."""
    query = {**asked.query, "mal": measure, "etter": MEASURES[measure].by[0]}
    view = asked.site.view(EXPLORE, asked.view.words.language, query, {})
    return Enquiry(asked.site, asked.page, asked.bare, view, asked.query)


def _bare(site: Site) -> View:
    """The view of a request without its query."""
    return site.view(NOWHERE, asked_language(), {}, {})


def _records(site: Site, entity: str) -> Response:
    kind = answers.entity_of(_bare(site), entity)
    parts = {"slag": ADDRESS[kind]}
    asked = ask(site, LIST, parts, lambda view: of_list(view.words, view.portfolio, view, kind))
    asked.offset()
    return reply(asked, lambda: answers.records(asked, kind))


def _one(site: Site, entity: str, code: str) -> Response:
    kind = answers.entity_of(_bare(site), entity)
    asked = ask(site, NOWHERE, {}, _dated)
    found = answers.code_of(asked.view, kind, code, from_address(code))
    return reply(asked, lambda: answers.one(asked, kind, found))
