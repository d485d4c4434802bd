"""The scripts that every page loads: small files, each with one reason, sent as one so that a first load asks once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from flask import Flask, Response, request

from akint_dash.settings import PROJECT

FOLDER: Final = PROJECT / "assets" / "app"
ADDRESS: Final = "/assets/app.js"
PARTS: Final = (
    "page", "still", "plots", "focus", "fit", "renew", "news", "needs", "menus", "arrival", "steps",
    "own", "theme", "foot", "suggestions", "search", "beside", "tip", "marks", "narrowings",
    "map", "basket", "sheets", "print", "wall-preview",
)  # fmt: skip
"""In this order: a part may use what one before it has put on ``window.akint``."""


def joined(parts: Iterable[str] = PARTS) -> str:
    """All parts as one script."""
    return "\n".join((FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in parts)


def address() -> str:
    """Where they are asked for: another address for every change of them."""
    return f"{ADDRESS}?m={hashlib.sha256(joined().encode()).hexdigest()[:12]}"


def register(server: Flask) -> None:
    """The route of the joined script; a browser keeps it and asks whether it still stands."""

    @server.get(ADDRESS, endpoint="front")
    def front() -> Response:
        response = Response(joined(), content_type="text/javascript; charset=utf-8")
        response.headers["Cache-Control"] = "no-cache"
        response.add_etag()
        response.make_conditional(request)
        return response
