"""Frames for the tests of sentences: 25 November 2026, data to 30 October; and portfolios read on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from akint_dash.domain.history import Change
from akint_dash.measures.frame import Frame
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import make
from akint_dash.store.revisions import Revision

from .small import LISTS, selected


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


def revision(
    number: int, day: str, source: str = "arbeidsbok", data: str | None = None, undoes: int | None = None
) -> Revision:
    return Revision(number, f"{day}T08:00:00Z", "x", data, source, "", "", undoes, 1, 0, 0)


def known(query: str, today: date, day: date, **entities: dict[str, dict[str, Any]]) -> Scope:
    """A portfolio read from one workbook on ``day``."""
    changes = [(1, Change(e, code, None, v)) for e, some in entities.items() for code, v in some.items()]
    state = {**LISTS, **entities}
    return Scope(make(state, [revision(1, day.isoformat())], changes, "staff"), selected(query), today)
