"""Whom the numbers are from, as one source or several."""

from __future__ import annotations

from collections.abc import Sequence

from akint_dash.text.words import Words


def label(w: Words, names: Sequence[str]) -> str:
    """What stands before the names of the sources."""
    return w("Kilde") if len(names) == 1 else w("Kilder")


def told(w: Words, names: Sequence[str], line: str = "") -> str:
    """The sources in one line that says so; ``line``: as it has them joined."""
    line = line or ", ".join(names)
    return w("Kilde: {sources}", sources=line) if len(names) == 1 else w("Kilder: {sources}", sources=line)
