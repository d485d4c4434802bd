"""Before anything is answered: is the host ours, is there a door, who asks, and is a write truly the reader's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from flask import Flask, Response, abort, g, request
from werkzeug.exceptions import MethodNotAllowed

from akint_dash.access.doors import MOST_BODY, door
from akint_dash.access.forgery import Forgery
from akint_dash.access.front import Front
from akint_dash.access.hosts import allowed, is_ours, name_of
from akint_dash.access.identity import identifier
from akint_dash.access.keys import kept_key
from akint_dash.access.session import Ended, Sessions
from akint_dash.access.viewer import STRANGER, Viewer
from akint_dash.access.worded import page_in_words
from akint_dash.settings import PROJECT, Settings
from akint_dash.store.engine import Database

_NO_DOOR: Final = {"GET": 404, "HEAD": 404}


@dataclass(frozen=True, slots=True)
class Guard:
    """What the rest of the server asks the gate for: who asks, and the cookies."""

    who: Callable[[], Viewer]
    sessions: Sessions


def who() -> Viewer:
    """Who asks in this request; a stranger until the gate has looked."""
    found: Viewer = g.get("viewer", STRANGER)
    return found


def guarded(server: Flask, settings: Settings, engine: Database) -> Guard:
    """Put the gate before every answer of ``server``."""
    key = kept_key(PROJECT / settings.secret_key_file)
    sessions = Sessions(settings, key, Ended(engine, settings.poll_s))
    forgery = Forgery(settings, key, who)
    identify = identifier(settings, sessions)
    names = allowed(settings)
    front: Any = Front(server.wsgi_app, settings)
    server.wsgi_app = front  # type: ignore[method-assign]  # Flask's own way to put something before it

    @server.before_request
    def gate() -> Response | None:
        name = name_of(str(request.environ.get("HTTP_HOST", "")))
        if not name or not is_ours(name, names):
            return _elsewhere(421 if name else 400)
        found = door(request.url_rule.rule if request.url_rule else None, request.path, request.method)
        if found is None:
            wrong_method = isinstance(request.routing_exception, MethodNotAllowed) and request.method not in _NO_DOOR
            if wrong_method and request.routing_exception is not None:
                raise request.routing_exception  # it knows which methods there are
            abort(_NO_DOOR.get(request.method, 405))
        asks = identify()
        g.viewer = replace(asks, token=partial(forgery.token, asks))
        if found.holds > MOST_BODY and not found.lets_in(g.viewer):
            return _no_entry()  # before anything of the body is read
        if forgery.is_forged(found):
            return page_in_words(
                403,
                "Forespørselen ble ikke utført",
                "Den kom ikke fra denne siden selv. Ingenting er endret. Last siden på nytt og prøv igjen.",
            )
        if not found.lets_in(g.viewer):
            return _no_entry()
        return None

    return Guard(who, sessions)


def _no_entry() -> Response:
    return page_in_words(403, "Ingen tilgang", "Denne adressen krever innlogging med riktig rolle.")


def _elsewhere(status: int) -> Response:
    return page_in_words(
        status,
        "Denne adressen er ikke i bruk her",
        "Serveren svarer bare på vertsnavnene den er satt opp med, i AKINT_PUBLIC_URL og AKINT_HOSTS.",
        dressed=False,
    )
