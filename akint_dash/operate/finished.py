"""Finished answers to strangers are kept as they went out, headers and all, and sent again without being made.

What is kept is found by all that an answer depends on: what the page is made of (``Standing``), its address and query,
the path of a proxy before it, https or not, and the ways to pack that the browser takes. Who has signed in, or is staff
at this machine, is never answered from here and leaves nothing here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from flask import Response, g, request

from akint_dash.access.doors import ASKS
from akint_dash.access.gate import who
from akint_dash.access.prefix import inside
from akint_dash.access.sent import Sent
from akint_dash.access.viewer import STRANGER
from akint_dash.components.once import BESIDE, Once
from akint_dash.components.standing import Standing
from akint_dash.domain.bounded import Bounded
from akint_dash.errors import DatabaseUnavailable
from akint_dash.operate import metrics

READ_AGAIN: Final = "private, no-cache"
"""A browser may keep a first HTML, and asks each time whether it still stands."""


class Place(NamedTuple):
    """What an answer is found by; ``is_page``: the callback's answer, not the first HTML."""

    standing: Standing
    is_page: bool
    path: str
    search: str
    root: str
    https: bool
    packs: str


@dataclass(frozen=True, slots=True)
class _Kept:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def size(self) -> int:
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers) + BESIDE


class Finished:
    """The finished answers of one server. Safe between threads."""

    def __init__(self, once: Once, kept: Bounded[Any], documents: Collection[str]) -> None:
        self._once, self._kept, self._documents = once, kept, documents

    def look(self) -> Response | None:
        """Before an answer is made: the one that is kept, or a page of a stranger's; None where neither is there."""
        if who() != STRANGER:
            return None
        try:
            place = self._place()
            if place is None:
                return None
            found = self._kept.get(("sent", *place))
            if found is not None:
                metrics.FINISHED.labels("sent").inc()
                return _again(found)
            g.finished = place
            return self._page(place) if place.is_page and self._kept.most else None
        except DatabaseUnavailable:
            g.pop("finished", None)
            return None  # who answers says so

    def keep(self, response: Response) -> Response:
        """The last of all that is done with an answer but its line in the log: it is kept as it is."""
        place: Place | None = g.pop("finished", None)
        if place is None or response.status_code not in (200, 404) or response.is_streamed:
            return response
        if not place.is_page and response.status_code == 200:
            response.headers["Cache-Control"] = READ_AGAIN
            response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:32])
        try:
            whole = place.standing.still_is(now := self._once.standing())
        except DatabaseUnavailable:
            return response
        if whole and "Set-Cookie" not in response.headers and (place.is_page or g.get("in_words")):
            kept = _Kept(response.status_code, tuple(response.headers.items()), response.get_data())
            self._kept.put(("sent", *place._replace(standing=now)), kept, kept.size + len(place.search) * 4)
        response.make_conditional(request)
        return response

    def _place(self) -> Place | None:
        """What is asked; None where it is no page."""
        if request.endpoint in self._documents and request.method in ("GET", "HEAD"):
            query = request.query_string.decode("utf-8", "replace")
            path, search = request.path, f"?{query}" if query else ""
        elif request.path == ASKS and request.method == "POST":
            path, search = (one.get("value") for one in json.loads(request.get_data())["inputs"])
            path, search = inside(path or "/"), search or ""
        else:
            return None
        packs = request.headers.get("Accept-Encoding", "")
        standing = self._once.standing()
        is_page = request.path == ASKS
        return Place(standing, is_page, path, search, request.script_root, request.is_secure, packs)

    def _page(self, place: Place) -> Response:
        told, was_kept = self._once.answer(place.path, place.search)
        metrics.FINISHED.labels("kept" if was_kept else "made").inc()
        return Response(told, content_type="application/json")


def _again(kept: _Kept) -> Response:
    response = Sent(kept.body, kept.status, list(kept.headers))
    response.make_conditional(request)
    return response
