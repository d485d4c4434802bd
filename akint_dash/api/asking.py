"""One request of the interface: who asks in which language, of which data, and the answer with its mark of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from flask import Response, request

from akint_dash.access.problems import Problem, asked_language
from akint_dash.api.parameters import Parameter, checked, of_one_time, there
from akint_dash.components.page import Page, Site
from akint_dash.components.program import program
from akint_dash.components.selected import data, mark, selection
from akint_dash.components.shell import sources_of
from akint_dash.components.view import View
from akint_dash.measures.moments import last_closing
from akint_dash.text import api as text
from akint_dash.text.words import Language

TYPE: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Enquiry:
    """``bare`` is the view without any query, ``view`` that of the query; ``query`` holds what was asked, checked."""

    site: Site
    page: Page
    bare: View
    view: View
    query: Mapping[str, str]

    @property
    def tag(self) -> str:
        """What the answer is made of: the same, the same answer. Of the data, the day, who asks and what is asked."""
        view = self.view
        closing = last_closing(self.bare.portfolio, view.today, view.now)
        made = (program(), self.bare.portfolio.edition, view.today, closing, view.portfolio.audience)
        asked = (view.words.language, view.settings.licence, view.settings.contact, request.path, *self.said({}))
        return hashlib.sha256(repr((*made, *asked)).encode()).hexdigest()[:32]

    def said(self, without: Iterable[str]) -> list[tuple[str, str]]:
        """The query in a fixed order, without some of its parameters."""
        return sorted((name, value) for name, value in self.query.items() if name not in without)

    def link(self, path: str, **other: Any) -> dict[str, str]:
        """A link with the query, ``other`` of it replaced."""
        query = urlencode({**dict(self.said(())), **other}, safe=",")
        return {"href": path + (f"?{query}" if query else "")}

    @property
    def place(self) -> str:
        """What a cursor belongs to: the data and the question, whatever the number of records in an answer."""
        view = self.view
        closing = last_closing(self.bare.portfolio, view.today, view.now)
        made = (self.bare.portfolio.edition, view.today, closing, view.portfolio.audience, request.path)
        return hashlib.sha256(repr((*made, *self.said(("cursor", "limit")))).encode()).hexdigest()[:16]

    def offset(self) -> int:
        """Where the answer begins.

        Raises:
            Problem: the cursor is of other data or of another question.
        """
        if not (cursor := self.query.get("cursor")):
            return 0
        at, _, place = cursor.partition("-")
        if place != self.place:
            raise Problem(409, "moved_cursor", text.moved(self.view.words))
        return int(at)

    def about(self, keys: Sequence[str] = ()) -> dict[str, Any]:
        """What the answer is of: selection in words, day, update, for whom, whether invented, and from whom."""
        view, w = self.view, self.view.words
        newest = view.portfolio.revisions[-1] if view.portfolio.revisions else None
        chosen = selection(view, self.page, keys)
        return {
            "selection": [{"name": name, "value": value} for name, value in chosen.items()],
            "day": view.day.isoformat(),
            "revision": view.portfolio.revision,
            "recorded_at": newest.recorded_at if newest else None,
            "data": data(view),
            "audience": view.portfolio.audience,
            "audience_words": text.said(w, "public" if view.portfolio.audience == "public" else "internal"),
            "demonstration": view.portfolio.demonstration,
            "demonstration_words": mark(view) or None,
            "publisher": w("Akershus fylkeskommune"),
            "sources": sources_of(view),
            "licence": view.settings.licence or None,
            "language": w.language,
        }


def ask(
    site: Site,
    page: Page,
    parts: Mapping[str, str],
    known: Any,
    extra: Mapping[str, str] | None = None,
) -> Enquiry:
    """The request, read. ``known`` makes the parameters of a bare view; ``extra`` is what the path says of the query.

    Raises:
        Problem: it is asked wrongly.
    """
    language: Language = asked_language()
    bare = site.view(page, language, extra or {}, parts)
    w = bare.words
    if not request.accept_mimetypes.provided or request.accept_mimetypes[TYPE] > 0:
        given = {name: request.args.getlist(name) for name in request.args}
        parameters: list[Parameter] = list(known(bare))
        query = checked(w, given, iter(parameters))
        view = site.view(page, language, {**query, **(extra or {})}, parts)
        of_one_time(view)
        there(view, iter(parameters))
        return Enquiry(site, page, bare, view, query)
    raise Problem(406, "not_json", text.not_json(w))


def reply(asked: Enquiry, make: Any) -> Response:
    """The answer of ``make``; none where the reader has it already, by its mark."""
    tag = asked.tag
    response = Response(content_type=TYPE)
    if not request.if_none_match.contains_weak(tag):
        response.set_data(json.dumps(make(), ensure_ascii=False, separators=(",", ":")))
    else:
        response.status_code = 304
    response.set_etag(tag, weak=True)
    response.headers["Vary"] = "Accept-Language, Cookie"
    if asked.view.portfolio.audience == "public":
        response.headers["Cache-Control"] = "private, no-cache"
    return response
