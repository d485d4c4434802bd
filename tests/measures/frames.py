"""Frames for the tests of sentences: 25 November 2026, data to 30 October."""

from __future__ import annotations

from datetime import date
from typing import Any

from akint_dash.measures.frame import Frame


def a_frame(**values: Any) -> Frame:
    """The strategy's period with fresh data, ``values`` of it replaced."""
    plain: dict[str, Any] = {
        "weight": "antall",
        "first": 2024,
        "last": 2027,
        "year": 2026,
        "today": date(2026, 11, 25),
        "data_day": date(2026, 10, 30),
        "open_only": False,
        "chosen": False,
    }
    return Frame(**{**plain, **values})


FRESH = a_frame()
PAST = a_frame(year=2025, first=2025, last=2025, chosen=True)
STALE = a_frame(today=date(2027, 12, 31))
AHEAD = a_frame(year=2027, first=2027, last=2027, chosen=True)
