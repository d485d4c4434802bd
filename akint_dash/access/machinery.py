"""Dash's own routes, guarded: a file that is not there is not found, and a body that is no question of ours is refused.

Dash answers both with a fault. What it asks is known (``callback_map``), so anything else can be told by its form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Flask, abort, request

from akint_dash.access.doors import CALLBACKS
from akint_dash.access.gate import who
from akint_dash.access.limits import too_much

ASKS: Final = "/_dash-update-component"
FILES: Final = "/_dash-component-suites/"
_HALF: Final = re.compile("[\ud800-\udfff\x00]")
_KEYS: Final = frozenset({"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"})
_BESIDE: Final = frozenset({"endId"})
"""What Dash's script says in the address, of all that Dash would heed there."""
Callbacks = Mapping[str, Mapping[str, Any]]


def register(app: Dash, server: Flask) -> None:
    """Refuse what Dash would stumble over."""

    @server.before_request
    def guard() -> None:
        if request.path.startswith(FILES):
            if not is_file(request.path.removeprefix(FILES), app.registered_paths):
                abort(404)
        elif request.path == ASKS and request.method == "POST":
            question = parsed(request.mimetype, request.get_data())
            if not request.args.keys() <= _BESIDE or not understood(question, app.callback_map):
                abort(400)
            door = CALLBACKS.get(question["output"])
            if door is None or not door.lets_in(who()):
                abort(400 if door is None else 403)


def is_file(path: str, registered: Mapping[str, Any]) -> bool:
    """Whether a path names a file that a library of ours has registered."""
    package, _, name = path.partition("/")
    if not name.rpartition("/")[2]:
        return False
    return check_fingerprint(name)[0] in registered.get(package, ())


def parsed(mimetype: str, body: bytes) -> Any:
    """The JSON of a body; None where it is none, or nested without end."""
    if mimetype != "application/json":
        return None
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def understood(question: Any, callbacks: Callbacks) -> bool:
    """Whether a question is one that a callback of ours answers, with texts for its inputs."""
    if not isinstance(question, dict) or not question.keys() <= _KEYS or not isinstance(question.get("output"), str):
        return False
    callback = callbacks.get(question["output"])
    if callback is None:
        return False
    element, _, name = question["output"].rpartition(".")
    known = [f"{one['id']}.{one['property']}" for one in callback["inputs"]]
    changed = question.get("changedPropIds", [])
    return (
        question.get("outputs") == {"id": element, "property": name}
        and _fit(question.get("inputs"), callback["inputs"])
        and _fit(question.get("state", []), callback["state"])
        and isinstance(changed, list)
        and all(one in known for one in changed)
    )


def _fit(given: Any, wanted: Sequence[Mapping[str, str]]) -> bool:
    """Whether the values given are those wanted, in order, each a text that an address can hold."""
    if not isinstance(given, list) or len(given) != len(wanted):
        return False
    return all(isinstance(one, dict) and _fits(one, expected) for one, expected in zip(given, wanted, strict=True))


def _fits(given: Mapping[str, Any], wanted: Mapping[str, str]) -> bool:
    value = given.get("value")
    named = given.get("id") == wanted["id"] and given.get("property") == wanted["property"]
    if not named or value is None:
        return named
    if not isinstance(value, str) or _HALF.search(value):
        return False
    return not too_much(b"", value.encode())
