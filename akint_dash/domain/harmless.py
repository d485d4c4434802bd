"""Texts without the characters that no one sees but that change what is seen: turned directions, controls, halves."""

from __future__ import annotations

import re
from typing import Final

_HARMFUL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, without tab and new lines
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates of direction
    "\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # blanks of no width, tags
    "\ud800-\udfff\ufffe\uffff]"  # half a character, no character
)
_LINES: Final = re.compile("[\u2028\u2029]")


def harmless(text: str) -> str:
    """``text`` as it can be shown anywhere; the same text where there is nothing to take away."""
    if text.isascii() and text.isprintable():
        return text
    return _LINES.sub("\n", _HARMFUL.sub("", text))
