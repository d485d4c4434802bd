"""Few cases as one square each: filled, empty, dotted. Many as a bar. No numbers hidden in areas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from akint_dash.figures.marks import Mark, pressed
from akint_dash.figures.svg import el, role_of, svg

SIDE: Final = 12.0
STEP: Final = 16.0
ROW: Final = 18.0
PER_ROW: Final = 20
MOST_APART: Final = 100
"""More squares of a kind than these are drawn as one shape: the same picture, a fifth of its markup."""


def squares(counts: Sequence[tuple[str, int]], label: str, answers: Sequence[Mark], per_row: int = PER_ROW) -> str:
    """``counts`` are (kind, how many) in the order drawn; the kinds won, lost and waiting have their looks in CSS.
    ``answers``: what the squares of each kind say together."""
    marks, drawn = [], 0
    for (kind, n), mark in zip(counts, answers, strict=True):
        some = _of_kind(kind, range(drawn, drawn + n), per_row)
        marks += [pressed(mark, *some)] if some else []
        drawn += n
    columns, rows = min(drawn, per_row), max(1, -(-drawn // per_row))
    width, height = max(1, columns) * STEP, rows * ROW - 2
    box = f"0 0 {width:.0f} {height:.0f}"
    role = role_of(marks)
    return el("svg", *marks, viewBox=box, width=width, height=height, role=role, aria_label=label, class_="units")


def _of_kind(kind: str, places: range, per_row: int) -> list[str]:
    """The squares of one kind, very many of them as one shape."""
    if len(places) <= MOST_APART:
        return [_square(kind, at, per_row) for at in places]
    corners = (f"M{1 + at % per_row * STEP:g} {1 + at // per_row * ROW:g}" for at in places)
    return [el("path", class_=kind, d="".join(f"{corner}h{SIDE:g}v{SIDE:g}h-{SIDE:g}z" for corner in corners))]


def _square(kind: str, at: int, per_row: int) -> str:
    return el("rect", class_=kind, x=1 + at % per_row * STEP, y=1 + at // per_row * ROW, width=SIDE, height=SIDE)


def lane(
    bars: Sequence[tuple[float, float, str]],
    marks: Sequence[float],
    label: str,
    ticks: Sequence[float],
    answers: Sequence[Mark],
) -> str:
    """A lane over a time from 0 to 1: ``bars`` (from, to, kind) below each other, ``marks`` as lines through all;
    ``answers``: what each bar says."""
    slots = max(3, len(bars))
    height, first = slots * 10.0, (slots - len(bars)) * 5.0
    grid = [el("line", class_="tick", x1=t * 1000, x2=t * 1000, y1=0, y2=height) for t in ticks]
    rects = [
        el("rect", class_=kind, x=a * 1000, y=first + i * 10 + 2.0, width=max(4.0, (b - a) * 1000), height=6.0)
        for i, (a, b, kind) in enumerate(bars)
    ]
    drawn = [pressed(mark, rect) for mark, rect in zip(answers, rects, strict=True)]
    lines = [el("line", class_="at", x1=m * 1000, x2=m * 1000, y1=0, y2=height) for m in marks]
    return svg(1000, height, label, *grid, *drawn, *lines, class_=f"lane r{min(6, slots)}", stretch=True)


def dumbbell(
    own: float | None,
    other: float | None,
    label: str,
    answers: tuple[Mark, Mark],
) -> str:
    """Two places from 0 to 1 on one line: a filled dot (own) and a ring (other), joined; ``answers``: what each says.
    What is not known (None) is not drawn."""
    both = (("other", other, answers[1]), ("own", own, answers[0]))
    places = {name: (f"{at * 100:.2f}%", mark) for name, at, mark in both if at is not None}
    marks = [el("line", class_="ground", x1="0", x2="100%", y1=11, y2=11)]
    if len(places) == 2:
        marks.append(el("line", class_="join", x1=places["own"][0], x2=places["other"][0], y1=11, y2=11))
    marks += [pressed(mark, el("circle", class_=name, cx=x, cy=11, r=5.5)) for name, (x, mark) in places.items()]
    return el("svg", *marks, width="100%", height=22, role=role_of(marks), aria_label=label, class_="dumbbell")
