"""JSON of strangers: what nests deeper than anything that is read costs its own value, never the rows beside it."""

from __future__ import annotations

import json
import re
from typing import Any, Final

MOST_DEPTH: Final = 100
TOO_DEEP: Final = '"\N{REPLACEMENT CHARACTER}"'
"""What stands in the place of such a value: a reader that asks for it tells that a sign is broken."""

PIECE: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
"""What nesting is told by: brackets, and whole strings so that those within them do not count."""


def loads(text: str, **how: Any) -> Any:
    """As :func:`json.loads`, at any depth.

    Raises:
        ValueError: it is no JSON.
    """
    try:
        return json.loads(text, **how)
    except RecursionError:
        return json.loads(shallow(text), **how)


def shallow(text: str) -> str:
    """``text`` with :data:`TOO_DEEP` for every value below :data:`MOST_DEPTH` others."""
    kept: list[str] = []
    depth = begin = 0
    for piece in PIECE.finditer(text):
        if piece[0] in "[{":
            depth += 1
            if depth == MOST_DEPTH + 1:
                kept.append(text[begin : piece.start()])
        elif piece[0] in "]}":
            if depth == MOST_DEPTH + 1:
                kept.append(TOO_DEEP)
                begin = piece.end()
            depth -= 1
    return "".join(kept) + (text[begin:] if depth <= MOST_DEPTH else "")
