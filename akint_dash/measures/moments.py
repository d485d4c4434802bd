"""Days and moments: a deadline's day in Europe/Oslo."""

from __future__ import annotations

from datetime import date, datetime

from akint_dash.domain.history import Values
from akint_dash.settings import OSLO


def local_day(deadline: Values) -> date | None:
    """The day of a call's deadline in Europe/Oslo; None where neither day nor moment is known."""
    if "moment" in deadline:
        moment = datetime.fromisoformat(str(deadline["moment"]).replace("Z", "+00:00"))
        return moment.astimezone(OSLO).date()
    return date.fromisoformat(str(deadline["day"])) if "day" in deadline else None
