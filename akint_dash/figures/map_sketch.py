"""The map as corners for other programs: cut at a wide window, in its own unit, so fine as a slide can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from akint_dash.domain.exhibit import Corners, Region, Sketch
from akint_dash.domain.geometry import Box, Point, Shape, subpaths
from akint_dash.figures.map import Mark, Picture

WIDE: Final = 1.75
"""How many times wider than high the map lies on a slide."""
FINEST: Final = 1 / 420
"""Corners closer than this part of the window's height are left out: no slide shows them apart."""


def sketched(picture: Picture, key: Mapping[str, str]) -> Sketch:
    """``picture`` in a window of the same height and more land at both sides; ``key`` names its looks in words."""
    window = _wide(picture.window)
    shapes = picture.atlas.shapes
    found = [_region(mark, shapes[mark.code], window) for mark in picture.marks if mark.code in shapes]
    home = shapes.get(picture.home)
    if home:
        found.append(_region(Mark(picture.home, "home", "", picture.home_name, rank=9), home, window))
    regions = tuple(one for one in found if one is not None)
    marked = {picture.home, *(mark.code for mark in picture.marks)}
    rest = [shape.path for code, shape in shapes.items() if shape.path and code not in marked]
    used = {one.look for one in regions}
    return Sketch(
        width=window.w,
        height=window.h,
        land=tuple(part for path in (picture.atlas.land, *rest) for part in _parts(path, window)),
        regions=regions,
        home=_at(home.point, window) if home and window.holds(home.point) else None,
        home_name=picture.home_name,
        key=tuple((look, words) for look, words in key.items() if look in used),
    )


def _wide(window: Box) -> Box:
    more = window.h * WIDE - window.w
    return Box(window.x - more / 2, window.y, window.w + more, window.h)


def _region(mark: Mark, shape: Shape, window: Box) -> Region | None:
    """A region as it stands out; None where it lies outside the window."""
    if not window.holds(shape.point):
        return None
    parts = _parts(shape.path, window) if shape.path else ()
    return Region(mark.said, mark.label, mark.look, parts, _at(shape.point, window), mark.tie, mark.rank)


def _at(point: Point, window: Box) -> Point:
    return round(point[0] - window.x, 1), round(point[1] - window.y, 1)


@lru_cache(maxsize=2048)  # the outlines of a few windows: each file of the map has the same
def _parts(path: str, window: Box) -> tuple[Corners, ...]:
    """The closed parts of an outline inside the window."""
    cut = (_thinned(_cut(part, window), window.h * FINEST) for part in subpaths(path))
    return tuple(tuple(_at(point, window) for point in inside) for inside in cut if len(inside) > 2)


def _thinned(points: Sequence[Point], least: float) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least:
            kept.append(point)
    return kept


def _cut(points: Sequence[Point], window: Box) -> list[Point]:
    """A polygon cut at a rectangle, side by side (Sutherland and Hodgman)."""
    found = list(points)
    sides = ((0, window.x, True), (0, window.right, False), (1, window.y, True), (1, window.bottom, False))
    for axis, bound, keeps_more in sides:
        found = _halved(found, axis, bound, keeps_more)
    return found


def _halved(points: Sequence[Point], axis: int, bound: float, keeps_more: bool) -> list[Point]:
    inside: Callable[[Point], bool] = (lambda p: p[axis] >= bound) if keeps_more else (lambda p: p[axis] <= bound)
    kept: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        if inside(before) != inside(point):
            part = (bound - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if inside(point):
            kept.append(point)
    return kept
