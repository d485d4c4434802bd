"""The host names that the server answers to: a page that makes its own name point here gets nothing."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from akint_dash.settings import Settings, is_loopback

_HOST: Final = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::[0-9]{1,5})?")
EVERYWHERE: Final = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - what is not a name


def name_of(host: str) -> str:
    """The name of a ``Host`` header without its port; "" where it is none."""
    found = _HOST.fullmatch(host.strip().lower())
    return found[1].strip("[]").rstrip(".") if found else ""


def allowed(settings: Settings) -> frozenset[str]:
    """The names of the settings; those of loopback need no naming."""
    named = {part.strip().lower().strip("[]").rstrip(".") for part in settings.hosts.split(",")}
    named |= {urlsplit(settings.public_url).hostname or "", settings.host.lower()}
    return frozenset(named) - EVERYWHERE


def is_ours(name: str, names: frozenset[str]) -> bool:
    """Whether the server answers to a name."""
    return is_loopback(name) or name in names
