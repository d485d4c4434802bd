"""What a web address and a mailbox look like: nothing else is ever made a link."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_MAILBOX: Final = re.compile(r"[^\s@<>()\[\],;:\\\"?&#%=]{1,64}@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
_NOT_IN_ADDRESS: Final = re.compile(r"[\s\x00-\x1f\x7f\"<>\\^`{|}]")
MOST: Final = 2048


def is_web_address(text: str) -> bool:
    """Whether ``text`` is an address of the web, with a host and without a name and password."""
    if len(text) > MOST or _NOT_IN_ADDRESS.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def is_mailbox(text: str) -> bool:
    """Whether ``text`` is one mailbox and nothing more."""
    return len(text) <= 254 and _MAILBOX.fullmatch(text) is not None


_SERVER: Final = re.compile(r"(?:\[[\da-fA-F:.]+\]|[\w.-]*)(?::\d+)?(?:/[\w.-]*)?")


def without_password(url: str) -> str:
    """The address of a database as it may be told: whatever may be a password is left out, however it is written."""
    scheme, _, rest = url.partition("://")
    if not re.fullmatch(r"\w+(?:\+\w+)?", scheme, re.ASCII) or (rest == "" and "://" not in url):
        return "…"
    if scheme.startswith("sqlite"):
        return f"{scheme}://{rest.partition('?')[0]}"
    before, at, after = rest.rpartition("@")
    server = after.partition("?")[0]
    user = before.partition(":")[0]
    known = re.fullmatch(r"[\w.-]*", user) and _SERVER.fullmatch(server)
    if not known:
        return f"{scheme}://…"
    hidden = ":***" if ":" in before else ""
    return f"{scheme}://{user}{hidden}{at}{server}"
