"""What the marks of the competence page say, and where a press leads."""

from __future__ import annotations

from typing import Any

from akint_dash.components.view import View
from akint_dash.components.ways import to_less, to_table
from akint_dash.figures.marks import Mark


def level_mark(view: View, row: dict[str, Any], level: str) -> Mark:
    """People of an audience at a level: no list of records knows both."""
    w = view.words
    name = f"{w.choice('audience', row['audience'][1])}, {w.choice('activity_level', level)}"
    said = f"{name}: {attendances(view, row[level])}, {w.n('{n} tiltak', '{n} tiltak', row[f'{level}_n'])}"
    return to_table(view, said, "maalgrupper")


def met_mark(view: View, area: str, who: str, n: int) -> Mark:
    """At how many of an area's activities one of the county's leaders took part."""
    told = view.words.n("{n} tiltak", "{n} tiltak", n)
    return _of_area(view, f"{view.name('area', area)}, {who}: {told}", area, "ledelsen")


def audience_mark(view: View, area: str, audience: str, people: int) -> Mark:
    """People of an audience at an area's activities."""
    name = f"{view.name('area', area)}, {view.words.choice('audience', audience)}"
    return _of_area(view, f"{name}: {attendances(view, people)}", area, "omraader")


def attendances(view: View, people: int) -> str:
    """A number of people, with what it counts."""
    return view.words.n("{n} deltakelse", "{n} deltakelser", people)


def _of_area(view: View, said: str, area: str, key: str) -> Mark:
    """The page narrowed to the area, where the number is the same; the table where it is narrowed to it already."""
    if view.selection.omrade == (area,):
        return to_table(view, said, key)
    return to_less(view, said, view.name("area", area), omrade=(area,))
