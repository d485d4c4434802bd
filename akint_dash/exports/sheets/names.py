"""What the sheets of a workbook are called: short, legal in every program, and no two alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from akint_dash.domain.exhibit import Exhibit
from akint_dash.domain.text import units

MOST: Final = 31
"""UTF-16 units of a sheet's name."""
_ILLEGAL: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


def names(first: str, exhibits: Sequence[Exhibit]) -> list[str]:
    """The first sheet's name, then one of each figure: its number on the page and what it is of."""
    return [legal(first), *(legal(f"{n} {one.over or one.caption}") for n, one in enumerate(exhibits, start=1))]


def legal(name: str) -> str:
    """``name`` without the signs a sheet cannot have, cut after a whole word."""
    name = " ".join(_ILLEGAL.sub(" ", name).split()).strip("' ")
    if units(name) <= MOST:
        return name
    while units(name) > MOST - 1:
        head, _, _ = name.rpartition(" ")
        name = head if units(head) > MOST // 2 else name[:-1]
    return name.rstrip(" ,.;'") + "…"
