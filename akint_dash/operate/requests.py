"""Every request: an id that goes with it, one line in the log, and its time in the numbers."""

from __future__ import annotations

import logging
import re
import time
import uuid
from typing import Any, Final

from flask import Flask, Response, g, request

from akint_dash.domain.bounded import Bounded
from akint_dash.operate import metrics
from akint_dash.operate.logs import REQUEST_ID
from akint_dash.store.snapshots import Snapshots

log = logging.getLogger("akint_dash.request")

HEADER: Final = "X-Request-ID"
_SAFE: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_MOST: Final = 200


def identify(given: str | None) -> str:
    """The id that a proxy gave the request, where it is a safe one; else a new one."""
    return given if given and _SAFE.fullmatch(given) else uuid.uuid4().hex


def register(server: Flask, snapshots: Snapshots, kept: Bounded[Any]) -> None:
    """Follow every request of ``server``; to be called before anything else that looks at requests."""

    watched = metrics.Watched(snapshots, kept)

    @server.before_request
    def begin() -> None:
        g.began = time.perf_counter()
        g.request_id = identify(request.headers.get(HEADER))
        REQUEST_ID.set(g.request_id)

    @server.after_request
    def end(response: Response) -> Response:
        seconds = time.perf_counter() - g.get("began", time.perf_counter())
        response.headers[HEADER] = g.get("request_id", "")
        metrics.answered(request.method, _route(), response.status_code, seconds)
        if kind := g.get("failed"):
            metrics.ERRORS.labels(kind).inc()
        watched.look()
        log.info("request", extra={"told": _told(response, seconds)})
        return response

    @server.teardown_request
    def forget(_error: BaseException | None) -> None:
        REQUEST_ID.set("")


def _route() -> str:
    """The rule of the address, never the address: so many kinds of numbers as there are rules."""
    return request.url_rule.rule if request.url_rule else "none"


def _told(response: Response, seconds: float) -> dict[str, object]:
    """What the line says. No query: its values may be names of people, keys of screen links, codes of a sign-in."""
    return {
        "method": request.method if request.method.isascii() and len(request.method) <= 16 else "?",
        "path": request.path[:_MOST],
        "route": _route(),
        "status": response.status_code,
        "ms": round(seconds * 1000, 1),
        "bytes": response.content_length,
        "audience": getattr(g.get("viewer"), "audience", None) or "public",
    }
