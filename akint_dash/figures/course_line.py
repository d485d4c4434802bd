"""A small line through the days looked at: how many there were on each, from zero, as far apart as the days are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from akint_dash.figures.svg import el, points, svg

WIDTH: Final = 160.0
HEIGHT: Final = 32.0
EDGE: Final = 4.0


def course_line(counts: Sequence[tuple[date, int]], label: str) -> str:
    """``counts``: (day, how many), the oldest first. The highest of them fills the height."""
    first, last = counts[0][0], counts[-1][0]
    span, highest = max(1, (last - first).days), max(1, *(n for _, n in counts), 1)
    places = [
        (EDGE + (day - first).days / span * (WIDTH - 2 * EDGE), HEIGHT - EDGE - n / highest * (HEIGHT - 2 * EDGE))
        for day, n in counts
    ]
    floor = el("line", class_="base", x1=0, x2=WIDTH, y1=HEIGHT - EDGE, y2=HEIGHT - EDGE)
    line = el("polyline", class_="own", points=points(places)) if len(places) > 1 else ""
    end = el("circle", class_="end", cx=places[-1][0], cy=places[-1][1], r=3.0)
    return svg(WIDTH, HEIGHT, label, floor, line, end, class_="course-line")
