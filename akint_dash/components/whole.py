"""Short words with a hyphen, kept whole: EU-sak is one word, on a narrow column of a sheet too."""

from __future__ import annotations

import re
from typing import Any, Final

from dash import html

LONGEST: Final = 16
"""A longer word may break at its hyphen: kept whole it could be wider than its column."""
_HYPHENED: Final = re.compile(
    r"(?<![\w-])([«“(]{0,3})(?<![\w.-])([\w.]{1,16}(?:-[\w.]{0,15}\w){1,8})(?![\w-])([»”),.;:]*)"
)
"""Each repetition that may be tried in vain has an end, so that a long text is read once, whatever stands in it."""


def whole(said: str) -> Any:
    """``said``, its short words with a hyphen marked with what they are set in so that no line breaks inside
    them; as it is where it has none."""
    if "-" not in said:
        return said
    parts: list[Any] = []
    at = 0
    for match in _HYPHENED.finditer(said):
        if len(match[2]) <= LONGEST:
            parts += [said[at : match.start()], html.Span(match[0], className="whole")]
            at = match.end()
    return [part for part in [*parts, said[at:]] if part != ""] if parts else said
