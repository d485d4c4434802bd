"""Doors shut by default: every route in one table of who may; what is not in it is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Audience = Literal["public", "staff"]


@dataclass(frozen=True, slots=True)
class Door:
    """A route: a pattern of whole paths, its methods, the least audience, and what lies behind it."""

    pattern: re.Pattern[str]
    methods: frozenset[str]
    audience: Audience
    what: str


def _door(pattern: str, what: str, *, methods: str = "GET", audience: Audience = "public") -> Door:
    allowed = frozenset(methods.split()) | ({"HEAD", "OPTIONS"} if "GET" in methods else frozenset())
    return Door(re.compile(pattern), allowed, audience, what)


DOORS: Final = (
    _door(r"/health/(live|ready)", "whether the server is well"),
    _door(r"/revisjon", "the number of the newest revision, for open pages"),
    _door(r"/_dash-(layout|dependencies)", "the page's own machinery"),
    _door(r"/_dash-update-component", "one answer to a change of address", methods="POST"),
    _door(r"/_dash-component-suites/.+", "scripts of the libraries"),
    _door(r"/assets/.+", "our style sheets, scripts, fonts"),
    _door(r"/_favicon\.ico|/favicon\.ico", "the icon"),
    _door(r"(/en)?/last-ned/[a-z0-9-]+\.csv", "a figure's data, cut for the audience"),
    _door(r"(/en)?/utlysninger\.(ics|atom)", "calendar and feed, always public records only"),
    _door(r"/skjerm/vakt\.js", "the script that keeps the screen's last picture"),
    _door(r"/skjerm(/bilder|/gjest)?", "the screen and its guests' view: public records only, and links that are open"),
    _door(r"/(?!_)[^.]*", "pages; an address that leads nowhere answers 404"),
)


def door(path: str, method: str) -> Door | None:
    """The door of a request, None where there is none: the request is refused."""
    for candidate in DOORS:
        if candidate.pattern.fullmatch(path) and method in candidate.methods:
            return candidate
    return None
