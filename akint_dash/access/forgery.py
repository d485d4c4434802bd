"""Writes that another site would have a reader's browser make: refused by where they come from, and by a token.

A form that changes something carries ``<input type="hidden" name="merke">`` with :meth:`Forgery.token`; its rule stands
in ``doors`` with ``writes=True``. More is not needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from flask import request
from itsdangerous import BadData, URLSafeTimedSerializer

from akint_dash.access.doors import Door
from akint_dash.access.viewer import Viewer
from akint_dash.settings import Settings

FIELD: Final = "merke"
HEADER: Final = "X-Akint-Merke"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LASTS_S: Final = 24 * 3600


class Forgery:
    """The guard of one server; ``key`` is asked for only where there is something to sign."""

    def __init__(self, settings: Settings, key: Callable[[], bytes], who: Callable[[], Viewer]) -> None:
        self._home = urlsplit(settings.public_url).netloc.lower()
        self._key, self._who = key, who

    def token(self, viewer: Viewer) -> str:
        """What a form of ``viewer`` carries; "" for a stranger, who changes nothing."""
        return str(self._signer().dumps(viewer.key)) if viewer.key else ""

    def is_forged(self, door: Door) -> bool:
        """Whether this request would do something that its reader did not ask for here."""
        if request.method in SAFE:
            return False
        origin = self._own_origin()
        if origin is False:
            return True
        return door.writes and not (origin and self._has_token())

    def _own_origin(self) -> bool | None:
        """Whether the browser says that the request came from a page of ours; None where it says nothing."""
        site = request.headers.get("Sec-Fetch-Site")
        origin = request.headers.get("Origin")
        if site is not None and site != "same-origin":
            return False
        if origin is None:
            return None if site is None else True
        return urlsplit(origin).netloc.lower() in {request.host.lower(), self._home} - {""}

    def _has_token(self) -> bool:
        key = self._who().key
        if not key:
            return False
        given = request.form.get(FIELD) or request.headers.get(HEADER, "")
        try:
            return bool(self._signer().loads(given, max_age=LASTS_S) == key)
        except BadData:
            return False

    def _signer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._key(), salt="akint-merke")
