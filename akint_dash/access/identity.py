"""Who asks, by the way of sign-in that is set: nobody signs in, a provider says who it is, or a proxy in front does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Final

from flask import request

from akint_dash.access import front
from akint_dash.access.session import Sessions
from akint_dash.access.viewer import AT_HOME, STRANGER, Viewer, in_groups
from akint_dash.settings import Settings, grants

_PLAIN: Final = re.compile(r"[^\x00-\x1f\x7f,]{1,200}")
"""A name that one header said once: two headers come joined with a comma."""


def identifier(settings: Settings, sessions: Sessions) -> Callable[[], Viewer]:
    """The function that finds out who asks, for these settings."""
    if settings.auth == "oidc":
        return sessions.viewer
    if settings.auth == "proxy":
        return _by_proxy(settings)
    return _at_home if settings.audience == "staff" else lambda: STRANGER


def _at_home() -> Viewer:
    """Staff without sign-in: only for who sits at this machine, with nothing between."""
    return AT_HOME if request.environ.get(front.AT_HOME) is True else STRANGER


def _by_proxy(settings: Settings) -> Callable[[], Viewer]:
    granted = grants(settings.roles)

    def viewer() -> Viewer:
        """Who the proxy says that it is; ``front`` has dropped what anybody else says."""
        name = request.headers.get(settings.proxy_user_header, "").strip()
        if request.environ.get(front.BEHIND) is not True or not _PLAIN.fullmatch(name):
            return STRANGER
        groups = request.headers.get(settings.proxy_groups_header, "").split(",")
        role, areas = in_groups(filter(None, map(str.strip, groups)), granted)
        return Viewer(role, areas, name, hashlib.sha256(name.encode()).hexdigest()[:32])

    return viewer
