"""The picture of one figure, from the county's name to the address."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final, NamedTuple

from akint_dash.domain.exhibit import Chart, Exhibit, Form, Publication
from akint_dash.exports import chart_words
from akint_dash.exports.office import LANGUAGES, cleaned, edge, instrument_colour, is_pale, series_colours
from akint_dash.exports.picture.bars import bars
from akint_dash.exports.picture.letters import FAMILY, even
from akint_dash.exports.picture.maps import hatches, map_of
from akint_dash.exports.picture.pieces import (
    BODY,
    EDGE,
    HATCH,
    ROOM,
    SMALL,
    WIDE,
    Piece,
    hatched,
    ink,
    key,
    moved,
    paragraph,
    pattern,
    rule,
    sign,
    stacked,
)  # fmt: skip
from akint_dash.exports.picture.tables import table
from akint_dash.exports.picture.upright import upright
from akint_dash.exports.told import chosen, sources
from akint_dash.figures.svg import el
from akint_dash.text.words import Words

TITLE: Final = 26.0
SAY: Final = 16.0
MOST_NAMED: Final = 8
"""So many missing numbers are named."""


class Sheet(NamedTuple):
    """A whole picture; ``said`` is all its text, by which its type is chosen."""

    svg: str
    high: float
    said: str


def sheet(publication: Publication) -> Sheet:
    """The first figure of ``publication`` as a picture."""
    p = cleaned(publication)
    w, exhibit = Words(p.language), p.exhibits[0]
    body = stacked(
        [(_head(p, exhibit), 0), (_figure(w, exhibit), 22), (_notes(w, exhibit), 16), (_foot(w, p, exhibit), 22)]
    )
    high = float(round(body.high + 2 * EDGE))
    told = _told(w, exhibit)
    svg = el(
        "svg",
        el("title", escape(exhibit.title, quote=False), id="t"),
        el("desc", escape(told, quote=False), id="d"),
        el("defs", pattern(HATCH, "surface", "ink-3", 1), hatches() if exhibit.sketch else ""),
        el("rect", width=WIDE, height=high, fill=ink("surface")),
        moved(body.svg, EDGE, EDGE),
        xmlns="http://www.w3.org/2000/svg",
        width=WIDE,
        height=high,
        viewBox=f"0 0 {WIDE:.0f} {high:.0f}",
        lang=LANGUAGES[w.language],
        role="img",
        aria_labelledby="t d",
        font_family=FAMILY,
    )
    return Sheet(svg, high, body.svg)


def _head(p: Publication, exhibit: Exhibit) -> Piece:
    """Whose it is and of what, the finding, and what is said of it."""
    code = exhibit.instrument
    over = " · ".join(filter(None, [p.county, exhibit.over or p.page]))
    left = 20.0 if code else 0.0
    line = paragraph(over, ROOM - left, SMALL, x=left, tone=f"{code.lower()}-ink" if code else "ink-2", bold=bool(code))
    shape = sign(code, 0, 2, 13, f"#{instrument_colour(code)}") if code else ""
    bar = Piece(rule(1.5, f"{code.lower()}-strong" if code else "ink", wide=4 if code else 2), 4)
    return stacked(
        [
            (bar, 0),
            (Piece(shape + line.svg, line.high), 10),
            (paragraph(exhibit.base, ROOM, SMALL, tone="ink-2"), 4),
            (paragraph(exhibit.title, even(exhibit.title, TITLE, ROOM, bold=True), TITLE, bold=True), 6),
            (paragraph(exhibit.say, ROOM, SAY, tone="ink-2"), 6),
        ]
    )


def _figure(w: Words, exhibit: Exhibit) -> Piece:
    """Map, chart, or the table."""
    pieces: list[tuple[Piece, float]] = []
    if exhibit.sketch is not None:
        pieces += [(paragraph(exhibit.caption, ROOM, SMALL, tone="ink-2"), 0), (map_of(exhibit.sketch), 8)]
    if exhibit.chart is not None:
        chart = exhibit.chart
        colours = series_colours(chart.series, exhibit.instrument)
        pieces += [
            (paragraph(chart_words.unit(w, exhibit, chart), ROOM, SMALL, tone="ink-2"), 24),
            (_key(chart, colours), 8),
            ((bars if chart.form is Form.BARS else upright)(w, chart, colours), 10),
        ]
    if not pieces:
        caption = exhibit.caption if exhibit.caption != exhibit.title else ""
        pieces = [(paragraph(caption, ROOM, SMALL, tone="ink-2"), 0), (table(w, exhibit), 6)]
    return stacked(pieces)


def _key(chart: Chart, colours: list[str]) -> Piece:
    """What the series are; the ends of lines say it themselves."""
    if len(chart.series) < 2 or chart.form is Form.LINES:
        return Piece("", 0)
    named = [
        (sign(one.instrument, 0, 0, 12, f"#{fill}", f"#{edge(fill)}" if is_pale(fill) else None), one.words)
        for one, fill in zip(chart.series, colours, strict=True)
    ]
    return key(named, ROOM)


def _notes(w: Words, exhibit: Exhibit) -> Piece:
    """What the numbers rest on and lack."""
    told = dict.fromkeys([*exhibit.notes, *_lacks(w, exhibit.chart)])
    return stacked((paragraph(one, ROOM, SMALL, tone="ink-2"), 4) for one in told)


def _lacks(w: Words, chart: Chart | None) -> Iterator[str]:
    """What is missing of a chart that does not say it at each mark."""
    if chart and chart.form is not Form.BARS:
        yield from chart_words.lacking(w, chart, MOST_NAMED)


def _foot(w: Words, p: Publication, exhibit: Exhibit) -> Piece:
    """Selection, day of the data, sources, address, and the mark of what is not real."""
    parts = " · ".join(filter(None, [f"{w('Sett per')} {w.long_date(p.day)}", p.data, p.audience]))
    address = f"{p.address}#{exhibit.key}" if p.address else ""
    lines = [
        chosen(w, p),
        parts,
        *p.notes,
        sources(w, p),
        address,
    ]
    return stacked(
        [
            (Piece(rule(0.5, "rule-strong"), 1), 0),
            (_mark(p), 10),
            *((paragraph(one, ROOM, SMALL, tone="ink-2"), 3) for one in lines),
        ]
    )


def _mark(p: Publication) -> Piece:
    if not p.demonstration:
        return Piece("", 0)
    told = paragraph(p.demonstration, ROOM - 34, BODY, x=34, bold=True)
    return Piece(hatched(0.5, 4, 24, 11) + told.svg, told.high)


def _told(w: Words, exhibit: Exhibit) -> str:
    """What is seen, for those who do not see it."""
    parts = [f"{exhibit.caption}."]
    if exhibit.sketch is not None:
        parts += [f"{one.words}." for one in exhibit.sketch.regions]
    if exhibit.chart is not None:
        parts = [*(parts if exhibit.sketch else []), chart_words.alt_text(w, exhibit, exhibit.chart)]
    return " ".join([*parts, *exhibit.notes])
