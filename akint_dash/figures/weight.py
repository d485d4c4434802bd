"""Pictures of weight: the slope of an instrument's years, and the months of the strategy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from akint_dash.figures.marks import Mark, hit, pressed
from akint_dash.figures.svg import el, points, svg, text

WIDTH, HEIGHT, FLOOR, TOP, EDGE = 264.0, 132.0, 104.0, 26.0, 16.0
MARK: Final = {
    "PRO": "M-5-5h10v10h-10z",
    "POL": "M0-7l7 7-7 7-7-7z",
    "KOM": "M0-5.6a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2z",
    "BIL": "M-6.5-5.5L0 0l-6.5 5.5zM6.5-5.5L0 0l6.5 5.5z",
}


def slope(
    own: str,
    shares: Mapping[str, Sequence[float | None]],
    ticks: Sequence[str],
    values: Sequence[str],
    label: str,
    answers: Sequence[Mark],
) -> str:
    """One instrument's shares over the years, the others as thin grey lines.

    ``shares``: instrument -> share per year (None: no data); ``ticks`` and ``values``: words under and at each point;
    ``answers``: what each point says, and where it leads.
    """
    highest = max((s for some in shares.values() for s in some if s is not None), default=0.0) or 1.0
    step = (WIDTH - 2 * EDGE) / max(1, len(ticks) - 1)

    def place(index: int, share: float) -> tuple[float, float]:
        return EDGE + index * step, FLOOR - 6 - share / highest * (FLOOR - TOP - 10)

    def line(code: str, name: str) -> str:
        some = [place(i, s) for i, s in enumerate(shares[code]) if s is not None]
        return el("polyline", class_=name, points=points(some)) if len(some) > 1 else ""

    context = [line(code, "ctx") for code in shares if code != own]
    marks = []
    for index, share in enumerate(shares[own]):
        anchor = "start" if index == 0 else "end" if index == len(ticks) - 1 else "middle"
        x = 2.0 if index == 0 else WIDTH - 2 if index == len(ticks) - 1 else EDGE + index * step
        marks.append(text(ticks[index], x, 126, anchor=anchor, class_="yr"))
        if share is None:
            continue
        at_x, at_y = place(index, share)
        last = " last" if index == len(ticks) - 1 else ""
        drawn = el("path", d=MARK[own], class_=f"mk{last}", transform=f"translate({at_x:.1f} {at_y:.1f})")
        room = hit(at_x - 16, at_y - 16, 32, 32)
        marks.append(pressed(answers[index], room, drawn))
        marks.append(text(values[index], x, at_y - 12, anchor=anchor, class_=f"val{last}"))
    floor = el("line", class_="base", x1=0, x2=WIDTH, y1=FLOOR, y2=FLOOR)
    return svg(WIDTH, HEIGHT, label, floor, *context, line(own, "own"), *marks, class_="spark")


def months(
    counts: Sequence[int | None], now: int, label: str, today: int = -1, answers: Sequence[Mark | None] = ()
) -> str:
    """One bar a month; months to come are a thin line. ``now`` is the index of the last month known, ``today`` of the
    one that the day is in: what lies between is not read in, and hatched.

    The years before this one are grey, this year dark, this month the accent. ``answers``: what each month known
    says, and where it leads.
    """
    highest = max((c for c in counts if c), default=1)
    year_start = now - now % 12
    bars = []
    for index, count in enumerate(counts):
        if count is None and index <= today:
            left = index * 25 + 1.5
            lines = "".join(f"M{left:g} {y}L{left + 22:g} {y - 12}" for y in (100, 90, 80))
            bars.append(el("path", class_="unread", d=f"M{left:g} 100V68H{left + 22:g}V100{lines}"))
            continue
        if count is None:
            bars.append(el("rect", class_="next", x=index * 25 + 1.5, y=94, width=22, height=6))
            continue
        height = count / highest * 92
        name = "now" if index == now else "year" if index >= year_start else "past"
        bar = el("rect", class_=name, x=index * 25 + 1.5, y=100 - height, width=22, height=height)
        bars.append(pressed(answers[index], hit(index * 25, 0, 25, 100), bar) if answers else bar)
    axes = [
        el("rect", class_="axis", x=start * 25 + 1.5, y=100, width=297, height=1.5)
        for start in range(0, len(counts), 12)
    ]
    return svg(25.0 * len(counts), 102, label, *bars, *axes, class_="months", stretch=True)


def dot(value: float, highest: float) -> str:
    """A dot whose area is the number; a dash for a real zero."""
    if not value:
        return el("svg", el("path", d="M16 22h12"), class_="cell zero", viewBox="0 0 44 44", aria_hidden="true")
    radius = max(2.5, 20 * (value / highest) ** 0.5)
    circle = el("circle", cx=22, cy=22, r=radius)
    return el("svg", circle, class_="cell", viewBox="0 0 44 44", aria_hidden="true")
