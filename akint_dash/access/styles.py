"""The style sheets that libraries put into a page by script, by their digests: these and no others may.

Dash's components bring their sheets inside their scripts, Plotly brings two. A new version of either brings other
digests: ``tests/browser/test_policy.py`` opens every page, fails, and prints them.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import Final

LIBRARIES: Final = (
    "ITR5T9OwskhdqdsliUJRmgp9ltOFAHgXe1F7eRvGnmQ=",  # dash: button
    "0IJGrxhCP5NUIafylLkj5118xkZH1kp5FmNio7NOckI=",  # dash: checklist
    "Z8VokGxeiKThZOEmkdUgfW+jxbvItBwAXC8M1c4wqAM=",  # dash: list of options
    "VUA+tqvhK3niMn7AdszqidMFPRh9FLqxB2iINUrsiTw=",  # dash: input
    "Aq43X0SlmB69maWGob4rp/UuSHhwePalkRRExtsxOJ8=",  # dash: radio items
    "SkhFDxgIcEjMhRh19uSHWrkdnAlZ9rlskgr9yLsipa8=",  # dash: slider
    "uDiOZWps1U7E8/0BTaQrclYMhVhRVE4dT0vb5X6nXOw=",  # dash: tabs
    "+QoPrsxO0auPnxSulD3bAr9CoDGgzv7YRfYE0vfxeQI=",  # dash: text area
    "MJs2ke1SA6Cy3tTCZu2QH0rj0r//iNqU0idy9bM4leg=",  # dash: tooltip
    "X2TqJwnIiE/ceDVeAdr7v7BOWBU6CEzE6qxlNzBzvBk=",  # dash: its colours
    "Do5Z9ZqsPvCQTUBQS9BnDm/2+on7omuzuLYk5sbA+2s=",  # dash: undo and redo
    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",  # plotly: an empty sheet, which it fills rule by rule
    "ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o=",  # plotly: its map
)
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def inside(document: str) -> tuple[str, ...]:
    """The digests of the sheets that one of our own documents holds."""
    return tuple(dict.fromkeys(digest(sheet) for sheet in _STYLE.findall(document)))


@lru_cache(maxsize=16)
def digest(sheet: str) -> str:
    """The digest of a sheet, as a policy names it."""
    return b64encode(sha256(sheet.encode()).digest()).decode()
