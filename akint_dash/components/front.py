"""Scripts of ours: small files, each with one reason, sent as one, so that a load asks once and gets all or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from flask import Flask, Response, request

from akint_dash.settings import PROJECT


@dataclass(frozen=True, slots=True)
class Joined:
    """The files of a folder of ``assets``, in an order where each may use what one before it has put out."""

    folder: Path
    parts: tuple[str, ...]

    def text(self, parts: Iterable[str] = ()) -> str:
        """All of them, or some, as one script."""
        return "\n".join((self.folder / f"{name}.js").read_text(encoding="utf-8") for name in parts or self.parts)

    @property
    def address(self) -> str:
        """Where the whole is: beside its folder, under the folder's name."""
        return f"/{self.folder.relative_to(PROJECT)}.js"

    @property
    def newest(self) -> str:
        """The same, another for every change of a file."""
        return f"{self.address}?m={hashlib.sha256(self.text().encode()).hexdigest()[:12]}"


FRONT: Final = Joined(
    PROJECT / "assets" / "app",
    (
        "page", "still", "plots", "focus", "fit", "renew", "news", "needs", "menus", "arrival", "steps",
        "own", "theme", "foot", "suggestions", "search", "beside", "tip", "marks", "narrowings",
        "map", "basket", "sheets", "print", "wall-preview",
    ),
)  # fmt: skip
"""What every page loads."""
WALL: Final = Joined(
    PROJECT / "assets" / "skjerm" / "wall",
    ("state", "foot", "show", "look", "anew", "tick", "keys", "awake", "begin"),
)
"""What the wall loads: its keeper keeps it whole while the server is away."""


def register(server: Flask) -> None:
    """The routes of the joined scripts, read once: what is sent is what its address was made of."""
    for name, one in (("front", FRONT), ("front_wall", WALL)):
        server.add_url_rule(one.address, name, partial(_sent, one.text()))


def _sent(text: str) -> Response:
    """A browser keeps it, and asks whether it still stands."""
    response = Response(text, content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
