"""A title's number that the marks of a figure do not show by themselves: a line under them, or a part as one bar."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from akint_dash.components.marks import along, telling
from akint_dash.components.view import View
from akint_dash.components.ways import to_table
from akint_dash.figures.marks import Mark


def total_line(label: str, words: str) -> Component:
    """What the figure adds up to: "I alt 115"."""
    return html.P([html.Span(label), " ", html.B(words, className="num")], className="total")


def part_line(view: View, key: str, label: str, part: int, whole: int, words: str = "") -> Component:
    """A part of a whole as one bar in the outline of the whole: "Uten vedtatt mål 11 av 57". A press on it leads to the
    table of the card ``key``; ``words`` where more than the two numbers is said."""
    told = words or view.words.part(part, whole)
    return part_bar(label, part, whole, told, to_table(view, f"{label}: {told}", key))


def part_bar(label: str, part: int, whole: int, words: str, mark: Mark) -> Component:
    """As :func:`part_line`, where ``mark`` leads elsewhere."""
    fill = html.Span(className="part-fill" + ("" if part else " zero"), **along(part, whole, of=str(whole)))
    track = telling(mark, fill, "part-track")
    return html.P([html.Span(label), " ", track, " ", html.B(words, className="num")], className="total part-line")


def rest_line(label: str, words: str, note: str = "") -> Component:
    """What a list leaves, where it is larger than each of its rows."""
    said = html.Span([label, " ", html.Small(note) if note else None])
    return html.P([said, " ", html.B(words, className="num")], className="total rest-line")


def room(words: Iterable[str]) -> str:
    """The class of a list whose bars leave room at their right for the longest of ``words``, behind a click too."""
    return f"room r{min(7, -(-max(map(len, words), default=0) // 4))}"
