"""The server under a path of somebody else's (``https://host/internasjonalt``): every address that leaves it says so.

Inside, addresses begin at ``/`` as always. What a believed proxy says of the path (``X-Forwarded-Prefix``, see
``front``) is put before each address of an answer, once, on its way out.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from flask import Flask, Response, request

from akint_dash.access.sent import Sent

ADDRESSES: Final = frozenset({"href", "src", "action", "data-address", "data-href"})
"""Attributes that hold addresses; those of them that begin with one slash are ours."""
_IN_MARKUP: Final = re.compile(rf'(\s(?:{"|".join(sorted(ADDRESSES))})=")(/(?!/))')
_IN_STYLE: Final = re.compile(r'(url\(")(/(?!/))')
_CONFIG: Final = re.compile(r'("requests_pathname_prefix":")(?:/|\\u002f)"')


def register(server: Flask) -> None:
    """Put the path before the addresses of every answer, where there is one."""

    @server.after_request
    def finish(response: Response) -> Response:
        root = request.script_root
        if not root or isinstance(response, Sent):
            return response
        where = response.headers.get("Location", "")
        if where.startswith("/") and not where.startswith(("//", f"{root}/")):
            response.headers["Location"] = root + where
        if allowed := response.headers.get("Service-Worker-Allowed"):
            response.headers["Service-Worker-Allowed"] = root + allowed
        if response.is_streamed:
            return response
        if response.mimetype == "text/html":
            response.set_data(in_document(response.get_data(as_text=True), root))
        elif response.mimetype == "application/json" and response.status_code == 200:
            response.set_data(in_data(response.get_data(as_text=True), root))
        return response


def inside(path: str) -> str:
    """An address as the browser has it, as it is in here."""
    root = request.script_root
    return (path.removeprefix(root) or "/") if root and (path == root or path.startswith(f"{root}/")) else path


def in_markup(text: str, root: str) -> str:
    """HTML with the path before each of our addresses."""
    return _IN_MARKUP.sub(rf"\g<1>{root}\g<2>", text)


def in_document(text: str, root: str) -> str:
    """A whole document: its own addresses, those in its styles, Dash's way back, and the path for our scripts."""
    text = _IN_STYLE.sub(rf"\g<1>{root}\g<2>", in_markup(text, root))
    text = _CONFIG.sub(rf'\g<1>{root}/"', text, count=1)
    return text.replace("<html ", f'<html data-root="{root}" ', 1)


def in_data(text: str, root: str) -> str:
    """The answer of a callback, or the slides of the wall."""
    told = json.dumps(_told(json.loads(text), root), ensure_ascii=False, separators=(",", ":"))
    return told.replace("<", "\\u003c").replace(">", "\\u003e")  # as Dash itself: never taken for a document


def _told(value: Any, root: str) -> Any:
    if isinstance(value, dict):
        return {name: _named(name, part, root) for name, part in value.items()}
    if isinstance(value, list):
        return [_told(part, root) for part in value]
    return value


def _named(name: str, value: Any, root: str) -> Any:
    if not isinstance(value, str):
        return _told(value, root)
    if name in ("markup", "html"):
        return in_markup(value, root)
    ours = name in ADDRESSES and value.startswith("/") and not value.startswith("//")
    return root + value if ours else value
