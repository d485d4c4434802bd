"""Days and moments: a deadline's day in Europe/Oslo, which keeps Brussels time, and whether it has passed."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime

from akint_dash.domain.history import Values
from akint_dash.measures.memo import once
from akint_dash.settings import OSLO
from akint_dash.store.portfolio import Portfolio


def local_day(deadline: Values) -> date | None:
    """The day of a call's deadline in Europe/Oslo; None where neither day nor moment is known."""
    if "moment" in deadline:
        moment = datetime.fromisoformat(str(deadline["moment"]).replace("Z", "+00:00"))
        return moment.astimezone(OSLO).date()
    return date.fromisoformat(str(deadline["day"])) if "day" in deadline else None


def passed(day: date, moment: str | None, today: date, now: str) -> bool:
    """Whether a deadline has passed: on its day at its very minute where the hour is known, else when the day is over.

    ``now`` is a UTC moment of ``today`` as the records write it; "" where only the day is known: nothing closes on it.
    """
    return day < today or (day == today and bool(moment) and str(moment) <= now)


def last_closing(portfolio: Portfolio, today: date, now: str) -> str:
    """The latest moment of ``today`` up to ``now`` at which some call closes, "" for none: until the next one nothing
    changes, so that it stands for ``now`` in what is remembered."""
    closing = once(portfolio, ("closing", today), lambda: _closing(portfolio, today))
    before = bisect_right(closing, now)
    return closing[before - 1] if before else ""


def _closing(portfolio: Portfolio, today: date) -> list[str]:
    some = portfolio.records("call_deadline").values()
    return sorted(str(values["moment"]) for values in some if "moment" in values and local_day(values) == today)
