"""Whether the server lives, whether it has data, and the number of the newest revision."""

from __future__ import annotations

import time
from typing import Any

from flask import Flask, Response, abort, make_response, request

from akint_dash.components.program import program
from akint_dash.errors import DatabaseUnavailable
from akint_dash.store.snapshots import Snapshots


def register(server: Flask, snapshots: Snapshots) -> None:
    """The three addresses."""

    @server.get("/health/live")
    def live() -> dict[str, str]:
        return {"status": "ok"}

    @server.get("/health/ready")
    def ready() -> tuple[dict[str, Any], int]:
        try:
            revision = snapshots.revision()
        except DatabaseUnavailable as error:
            return {"status": "database unavailable", "reason": error.key}, 503
        told = {
            "status": "ok",
            "revision": revision,
            "snapshot_age_s": max(0, round(time.time() - snapshots.loaded_at)),
        }
        if not snapshots.trouble:
            return told, 200
        return told | {"status": "database unavailable", "reason": snapshots.reason or "database_slow"}, 503

    @server.get("/revisjon")
    def revision() -> Response:
        try:
            number, edition = snapshots.revision(), snapshots.edition()
        except DatabaseUnavailable:
            abort(503)
        trouble = snapshots.trouble
        response = make_response("" if trouble else str(number))
        response.set_etag(f"{number}-{edition}-{program()}{'-old' if trouble else ''}")
        response.headers["X-Akint-Edition"] = edition
        response.headers["X-Akint-Program"] = program()
        response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)
        return response
