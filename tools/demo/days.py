"""The days of the demonstration: when it was recorded, and what lies around them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

REVISIONS: Final = tuple(
    date.fromisoformat(day)
    for day in (
        "2024-06-14", "2024-12-13", "2025-03-14", "2025-06-20", "2025-10-10", "2025-12-12",
        "2026-03-06", "2026-06-01", "2026-08-28", "2026-10-20", "2026-10-30",
    )
)  # fmt: skip
"""The days on which the demonstration was recorded; what became known later is left out. The last two can be moved."""
MISTAKEN: Final = date(2026, 9, 10)
"""The day of an import of the wrong workbook."""
TAKEN_BACK: Final = date(2026, 9, 11)
"""The day on which that was undone."""
NEWS: Final = REVISIONS[-1] - timedelta(days=3)
"""The day of what the last revision tells: ``nytt`` in content.yaml."""
LAST: Final = REVISIONS[-1]
"""Nothing that happened later is known; what is planned lies after it."""
FIRST_DAY: Final = date(2024, 1, 8)
LAST_REPORTED: Final = REVISIONS[-2] - timedelta(days=4)
"""The last day of activities that were reported in time for the revision before the last."""


def first_of_month(day: date) -> date:
    """The first day of the month after ``day``."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def months_later(day: date, months: int) -> date:
    """The last day of the month ``months`` after ``day``."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total - 1, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])
