"""Who has signed in, kept in a signed cookie: made anew at every sign-in, gone at a fixed hour, changed by nobody."""

from __future__ import annotations

import hashlib
import logging
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from flask import Response, request
from itsdangerous import BadData, URLSafeTimedSerializer

from akint_dash.access.viewer import STRANGER, Viewer
from akint_dash.errors import DatabaseUnavailable
from akint_dash.settings import ROLES, Settings
from akint_dash.store.ended_sessions import end_session, ended_sessions
from akint_dash.store.engine import Database

log = logging.getLogger(__name__)

LONGEST: Final = timedelta(hours=25)
"""Longer than any session may last."""
MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
ATTEMPT_S: Final = 600
"""How long a sign-in may take at the provider."""


class Ended:
    """The sessions of one database that were signed out of, looked up at most every ``every_s`` seconds."""

    def __init__(self, engine: Database, every_s: float) -> None:
        self._engine, self._every_s = engine, every_s
        self._lock = threading.Lock()
        self._marks: frozenset[str] = frozenset()
        self._looked = float("-inf")

    def has(self, key: str) -> bool:
        """Whether the session of a key is over. While the database does not answer, what was known is."""
        with self._lock:
            if time.monotonic() - self._looked >= self._every_s:
                self._looked = time.monotonic()
                with suppress(DatabaseUnavailable):
                    self._marks |= ended_sessions(self._engine)
            return _mark(key) in self._marks

    def add(self, key: str) -> None:
        """A session is over: here at once, on the other servers of the database at their next look."""
        now = datetime.now(UTC)
        with self._lock:
            self._marks |= {_mark(key)}
        try:
            end_session(self._engine, _mark(key), now.strftime(MOMENT), (now - LONGEST).strftime(MOMENT))
        except DatabaseUnavailable:
            log.warning("a signed-out session was not noted: its cookie ends at its hour on the other servers")


def _mark(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


class Sessions:
    """The cookies of one server. ``key`` is asked for only where there is a cookie to read or to make."""

    def __init__(self, settings: Settings, key: Callable[[], bytes], ended: Ended | None = None) -> None:
        self._key, self._ended = key, ended
        granted = f"{settings.roles}\n{settings.oidc_issuer}\n{settings.oidc_client_id}"
        self._granted = hashlib.sha256(granted.encode()).hexdigest()
        """When roles or provider change, everybody signs in anew."""
        self._lasts_s = int(settings.session_hours * 3600)
        self._secure = settings.home.startswith("https://")
        before = "__Host-" if self._secure else ""
        self.name, self.attempt_name = f"{before}akint", f"{before}akint-innlogging"

    # -- who has signed in

    def viewer(self) -> Viewer:
        """Who asks, by the cookie of this request."""
        kept = self._read(self.name, "session", self._lasts_s)
        role = next((role for role in ROLES if role == kept.get("role")), None)
        if role is None or float(kept.get("until", 0)) < time.time():
            return STRANGER
        if self._ended is not None and self._ended.has(str(kept["key"])):
            return STRANGER
        return Viewer(role, frozenset(kept["areas"]), str(kept["name"]), str(kept["key"]))

    def begin(self, response: Response, viewer: Viewer) -> None:
        """Sign ``viewer`` in: a new cookie with a key of its own, whatever the browser had before."""
        kept = {
            "role": viewer.role,
            "areas": sorted(viewer.areas),
            "name": viewer.name,
            "key": secrets.token_urlsafe(16),
            "until": int(time.time()) + self._lasts_s,
        }
        self._write(response, self.name, "session", kept, self._lasts_s)

    def end(self, response: Response) -> None:
        """Sign out: the cookie goes, and a copy of it opens nothing."""
        viewer = self.viewer()
        if self._ended is not None and viewer.key:
            self._ended.add(viewer.key)
        self._drop(response, self.name)

    # -- an attempt to sign in

    def attempt(self, response: Response, kept: Mapping[str, str]) -> None:
        """Keep what the answer of the provider is held against."""
        self._write(response, self.attempt_name, "attempt", kept, ATTEMPT_S)

    def attempted(self) -> Mapping[str, Any]:
        """What was kept; empty where nothing was, or too long ago."""
        return self._read(self.attempt_name, "attempt", ATTEMPT_S)

    def attempt_over(self, response: Response) -> None:
        """An attempt is used once, however it ends."""
        self._drop(response, self.attempt_name)

    # -- cookies

    def _read(self, name: str, salt: str, lasts_s: int) -> Mapping[str, Any]:
        given = request.cookies.get(name)
        if not given:
            return {}
        try:
            kept = self._signer(salt).loads(given, max_age=lasts_s)
        except BadData:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self, response: Response, name: str, salt: str, kept: Mapping[str, Any], lasts_s: int) -> None:
        value = str(self._signer(salt).dumps(dict(kept)))
        response.set_cookie(name, value, max_age=lasts_s, **self._shut())

    def _drop(self, response: Response, name: str) -> None:
        response.delete_cookie(name, **self._shut())

    def _shut(self) -> dict[str, Any]:
        return {"path": "/", "secure": self._secure, "httponly": True, "samesite": "Lax"}

    def _signer(self, salt: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(
            self._key(),
            salt=f"akint-{salt}-{self._granted}",
            signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"},
        )
