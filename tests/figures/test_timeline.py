"""The bars of the timeline end with their call's last deadline."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from akint_dash.figures.marks import Mark
from akint_dash.figures.timeline import Bar, Row, timeline
from akint_dash.figures.weight import months

PLACES = st.floats(-0.5, 1.5)
DAYS = date(2026, 11, 1), date(2027, 8, 1)
RECT = re.compile(r'<rect x="([-\d.]+)%" y="[\d.]+" width="([-\d.]+)%" height="8"')


@given(st.none() | PLACES, PLACES)
def test_no_bar_goes_past_its_last_deadline(opening: float | None, deadline: float) -> None:
    """Also where the call opened in its last days, closed before it opened, or lies outside the window."""
    bar = Bar(opening, deadline, "Title", "01.12.", "open", Mark("Title: 01.12.", "See", "/x"))
    ((left, width),) = RECT.findall(timeline([Row("Lane", bars=[bar])], [], "Month", None, "Today", "label", DAYS))
    end = 100 * min(max(deadline, 0.0), 1.0)
    assert float(width) >= 0
    assert float(left) >= 0
    assert float(left) + float(width) <= end + 0.02  # two decimals


def test_a_month_that_is_not_read_in_is_no_month_to_come() -> None:
    """November was as empty as the months ahead: 14 of 48 where 13 were left."""
    drawn = months([3] * 34 + [None] * 14, 33, "Tiltak per måned", 34)
    assert (drawn.count('class="unread"'), drawn.count('class="next"')) == (1, 13)
