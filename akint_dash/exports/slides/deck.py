"""A page's slides in their order: the finding of the page, one slide a figure, sources and method."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from akint_dash.domain.exhibit import Chart, Column, Exhibit, Kind, Publication, Sketch
from akint_dash.exports import chart_words
from akint_dash.exports.slides import charts, frame, look, maps, notes, parts, tables
from akint_dash.exports.slides.chart_data import numbers
from akint_dash.exports.slides.drawing import drawing, rows_that_fit
from akint_dash.exports.slides.letters import LINE, fitted, height, lines
from akint_dash.exports.slides.look import Box
from akint_dash.exports.slides.parts import Said
from akint_dash.exports.told import selection
from akint_dash.text import sources as of_sources
from akint_dash.text.dates import NBSP
from akint_dash.text.values import table_in_words
from akint_dash.text.words import Words, capital

MOST_NAMED = 6
"""So many missing numbers are named under a chart."""


class Slides:
    """The presentation while it is written."""

    def __init__(self, w: Words, publication: Publication) -> None:
        self.w, self.publication = w, publication
        self.deck: Deck = frame.blank(w)
        self._titles: set[str] = set()

    def add(self, layout: int, title: str) -> tuple[Slide, float]:
        """A slide with its finding, no two of one title, and where what stands under it begins."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[layout])
        while title in self._titles:
            title += NBSP
        self._titles.add(title)
        size, text, high = _title(title)
        parts.put(slide, 0, text, size=size, box=Box(look.EDGE, look.TITLE_TOP, look.ROOM, high))
        return slide, look.TITLE_TOP + high

    def close(self, slide: Slide, spoken: Sequence[str]) -> None:
        """The foot and the notes of a slide."""
        parts.foot(slide, self._source(), self.publication.demonstration)
        frame_ = slide.notes_slide.notes_text_frame
        if frame_ is not None:
            for at, line in enumerate(spoken):
                paragraph = frame_.paragraphs[0] if at == 0 else frame_.add_paragraph()
                paragraph.add_run().text = line

    def _source(self) -> str:
        """Who, what, from where, of which day: one line."""
        p, w = self.publication, self.w
        data = p.data.split(" · ")[0]
        for shown in range(len(p.sources), -1, -1):
            some = ", ".join(p.sources[:shown])
            rest = len(p.sources) - shown
            source = w("{sources} og {n} til", sources=some, n=rest) if rest and some else some
            told = w("Kilde: {sources}", sources=source) if source else ""
            line = " · ".join(filter(None, [f"{p.county}, {p.page}", told, data]))
            if fitted(line, [look.FOOT], look.ROOM - 260, look.FOOT * LINE)[1] == line:
                return line
        return line


def _title(title: str) -> tuple[float, str, float]:
    """Its size, its text, and how high it stands."""
    few = len(lines(title, look.TITLE_SIZES[2], look.ROOM, bold=True))  # rather a little smaller than one word alone
    sizes = [one for one in look.TITLE_SIZES if len(lines(title, one, look.ROOM, bold=True)) <= max(1, few)]
    size, text = fitted(title, sizes or look.TITLE_SIZES[-1:], look.ROOM, look.TITLE_MOST, bold=True)
    return size, text, height(text, size, look.ROOM, bold=True) + 2


# -- the first and the last


def title_slide(made: Slides) -> None:
    """The page's finding, of what and of when it is."""
    w, p = made.w, made.publication
    slide = made.deck.slides.add_slide(made.deck.slide_layouts[frame.TITLE])
    made._titles.add(p.title)
    size, title = fitted(p.title, (40, 36, 32, 28, 24, 20), look.ROOM, 134, bold=True)
    parts.put(slide, 0, title, size=size)
    over = " · ".join(dict.fromkeys([p.county, p.over or p.page]))
    parts.put(slide, frame.OVER, fitted(over, [14], look.ROOM, 17)[1], box=Box(look.EDGE, look.OVER_TOP, look.ROOM, 20))
    say_size, say = fitted(p.say, (18, 16, 15, 14, 13, 12), 720, 80)
    parts.put(slide, 1, say, size=say_size)
    parts.put(slide, frame.MARK, p.demonstration, box=Box(look.EDGE + 34, 356, look.ROOM - 34, 20))
    if p.demonstration:
        parts.hatch(slide, Box(look.EDGE, 358, 24, 12))
    third = (look.ROOM - 2 * 32) / 3
    columns = (
        Said(selection(w, p), w("Valgte filtre")),
        Said(_updated(w, p), w("Oppdatering")),
        Said(p.audience, w("Omfang")),
    )
    for at, one in enumerate(columns):
        box = Box(look.EDGE + at * (third + 32), 404, third, 84)
        parts.put_all(slide, frame.COLUMNS + at, [one] if one.text else [], box, (12, 11, 10))
    made.close(slide, [p.title, *filter(None, [p.say]), *notes.of_page(w, p)])


def _updated(w: Words, p: Publication) -> str:
    """The day looked at, and the update of the data, a line each."""
    return "\n".join([f"{w('Sett per')} {w.long_date(p.day)}", *p.data.split(" · ")])


def last_slide(made: Slides) -> None:
    """Sources and method."""
    w, p = made.w, made.publication
    slide, top = made.add(frame.TEXT, w("Kilder og metode"))
    parts.put(slide, frame.OVER, fitted(p.page, [look.SMALL], look.ROOM, 15)[1])
    refs = sorted({ref for one in p.exhibits for ref in one.refs})
    left = [
        Said(capital(", ".join(p.sources)) or w("Ingen er oppgitt"), of_sources.label(w, p.sources)),
        Said(_updated(w, p), w("Oppdatering")),
        Said(selection(w, p), w("Valgte filtre")),
        Said(p.audience, w("Omfang")),
        Said(p.address, w("Siden på nett"), link=p.address),
    ]
    right = [
        *([Said(p.demonstration, w("Demonstrasjon"))] if p.demonstration else []),
        Said(
            " ".join([*p.notes, w("Det som mangler, er ikke regnet med og vises aldri som null.")]),
            w("Å vite om tallene"),
        ),
        Said(
            w(
                "Diagrammene kan redigeres: høyreklikk og velg «Rediger data». Under hvert bilde står i notatene hva "
                "tallene bygger på, og definisjonene."
            ),
            w("Slik er bildene laget"),
        ),
        *([Said(", ".join(refs), w("Kapitler i strategien"))] if refs else []),
    ]
    half = (look.ROOM - 40) / 2
    for at, said in enumerate((left, right)):
        box = Box(look.EDGE + at * (half + 40), top + 20, half, look.BODY_END - top - 20)
        parts.put_all(slide, frame.COLUMNS + at, [one for one in said if one.text], box, (14, 13, 12, 11, 10))
    made.close(slide, notes.of_page(w, p))


# -- a figure


def exhibit_slides(made: Slides, exhibit: Exhibit) -> None:
    """One figure: a chart where it has one, else its table, on one slide or a few."""
    if exhibit.sketch is not None:
        _map_slide(made, exhibit, exhibit.sketch)
    if exhibit.chart is not None:
        _chart_slide(made, exhibit, exhibit.chart)
    else:
        _table_slides(made, exhibit)


def _chart_slide(made: Slides, exhibit: Exhibit, chart: Chart) -> None:
    w, p = made.w, made.publication
    slide, under = made.add(frame.CHART, exhibit.title)
    top = under + look.GAP
    aside = [Said(exhibit.say), *(Said(note, quiet=True) for note in exhibit.notes)]
    aside = [one for one in aside if one.text]
    wide = look.FIGURE_WIDE if aside else look.ROOM
    parts.over(slide, _over(p, exhibit), exhibit.instrument)
    unit = fitted(chart_words.unit(w, exhibit, chart), (look.SMALL,), wide, 2 * look.SMALL * LINE)[1]
    unit_high = height(unit, look.SMALL, wide)
    parts.put(slide, frame.UNIT, unit, box=Box(look.EDGE, top, wide, unit_high))
    room = Box(look.EDGE, top + unit_high + 8, wide, look.BODY_END - look.NOTE_HIGH - 4 - top - unit_high - 8)
    shown, cut = _drawn(chart, room)
    drawn = drawing(w, exhibit, shown, room)
    holder = parts.place(slide, frame.FIGURE)
    holder.left, holder.top, holder.width, holder.height = drawn.box.emu
    figure = holder.insert_chart(charts.chart_type(shown), numbers(shown, w.language))
    charts.fill(figure.chart, drawn)
    parts.described(figure, w("Diagram"), chart_words.alt_text(w, exhibit, shown))
    remarks = tuple(_chart_remarks(w, shown, len(chart.categories) if cut else 0))
    note = fitted(" ".join(remarks), (look.SMALL,), wide, look.SMALL * LINE)[1]
    note_top = min(drawn.box.top + drawn.box.height + 4, look.BODY_END - look.NOTE_HIGH)
    parts.put(slide, frame.NOTE, note, box=Box(look.EDGE, note_top, wide, look.NOTE_HIGH))
    beside = Box(look.ASIDE_LEFT, top, look.ASIDE_WIDE, look.BODY_END - top)
    parts.put_all(slide, frame.ASIDE, aside, beside, look.SAY_SIZES)
    made.close(slide, notes.of_exhibit(w, p, exhibit, remarks))


def _map_slide(made: Slides, exhibit: Exhibit, sketch: Sketch) -> None:
    w, p = made.w, made.publication
    slide, under = made.add(frame.CHART, exhibit.title)
    top, wide = under + look.GAP, look.FIGURE_WIDE
    parts.over(slide, _over(p, exhibit), exhibit.instrument)
    unit = fitted(exhibit.caption, (look.SMALL,), wide, look.SMALL * LINE)[1]
    parts.put(slide, frame.UNIT, unit, box=Box(look.EDGE, top, wide, look.SMALL * LINE))
    for empty in (frame.FIGURE, frame.NOTE):
        parts.put(slide, empty, "")
    told = " ".join([f"{exhibit.caption}.", *(f"{one.words}." for one in sketch.regions)])
    below = top + look.SMALL * LINE + 8
    keys = maps.key_rows(sketch, wide)
    room = maps.draw(slide, sketch, Box(look.EDGE, below, wide, look.BODY_END - below - 18 * keys - 6), told, w("Kart"))
    maps.key(slide, sketch, Box(look.EDGE, room.top + room.height + 8, wide, 18 * keys))
    aside = [Said(exhibit.say)]
    for code, words in sketch.key:
        if names := [one.label for one in sketch.regions if one.look == code and one.label]:
            aside.append(Said(", ".join(names), words, quiet=True))
    aside += [Said(note, quiet=True) for note in exhibit.notes]
    beside = Box(look.ASIDE_LEFT, top, look.ASIDE_WIDE, look.BODY_END - top)
    parts.put_all(slide, frame.ASIDE, [one for one in aside if one.text], beside, (14.0, 13.0, 12.0))
    made.close(slide, notes.of_exhibit(w, p, exhibit))


def _drawn(chart: Chart, room: Box) -> tuple[Chart, bool]:
    """What of a chart can be read in ``room``: its first categories."""
    most = rows_that_fit(chart, room)
    if most >= len(chart.categories):
        return chart, False
    some = chart.first(most)
    kept = tuple(one for one in some.series if any(value is not None for value in one.values))
    return replace(some, series=kept or some.series), True


def _chart_remarks(w: Words, chart: Chart, of: int) -> Iterator[str]:
    if of:
        yield w("De {n} første av {of} er tegnet; resten står på siden.", n=len(chart.categories), of=of)
    yield from chart_words.lacking(w, chart, MOST_NAMED)


def _table_slides(made: Slides, exhibit: Exhibit) -> None:
    w, p = made.w, made.publication
    exhibit = _turned(w, exhibit)
    end = look.BODY_END - look.NOTE_HIGH - 6
    under = look.TITLE_TOP + _title(exhibit.title)[2]
    size, say = _say(exhibit.say)
    top = under + look.GAP - 6
    first = top + (height(say, size, 760) + look.GAP + 4 if say else 6)
    later = look.TITLE_TOP + _title(f"{exhibit.title} (9{NBSP}av{NBSP}9)")[2] + look.GAP
    made_of = tables.grid(w, exhibit, look.ROOM, end - first, end - later)
    count = len(made_of.pages)
    for page in range(count):
        part = w.part(page + 1, count).replace(" ", NBSP)
        slide, under = made.add(frame.TABLE, f"{exhibit.title} ({part})" if page else exhibit.title)
        parts.over(slide, _over(p, exhibit), exhibit.instrument)
        parts.put(
            slide, frame.SAY, "" if page else say, size=size, box=Box(look.EDGE, top, 760, height(say, size, 760))
        )
        _table(made, slide, exhibit, made_of, page, under + look.GAP if page else first)
        remarks = tuple(_table_remarks(w, p, made_of, page))
        note = fitted(" ".join(remarks), (look.SMALL,), look.ROOM, look.SMALL * LINE)[1]
        parts.put(
            slide, frame.NOTE, note, box=Box(look.EDGE, look.BODY_END - look.NOTE_HIGH, look.ROOM, look.NOTE_HIGH)
        )
        made.close(slide, notes.of_exhibit(w, p, exhibit, remarks))


def _table(made: Slides, slide: Slide, exhibit: Exhibit, grid: tables.Grid, page: int, top: float) -> None:
    if not exhibit.rows:
        parts.put(slide, frame.FIGURE, "")
        return
    w = made.w
    holder = parts.place(slide, frame.FIGURE)
    box = Box(look.EDGE, top, sum(grid.widths), grid.height(page))
    holder.left, holder.top, holder.width, holder.height = box.emu
    figure = holder.insert_table(len(grid.pages[page]) + 1, len(grid.columns))
    tables.fill(figure.table, grid, page, w("mangler"))
    figure.left, figure.top, figure.width, figure.height = box.emu
    parts.described(figure, w("Tabell"), tables.alt_text(w, exhibit, grid, page))


def _table_remarks(w: Words, p: Publication, grid: tables.Grid, page: int) -> Iterator[str]:
    count, before = len(grid.pages), sum(len(one) for one in grid.pages[:page])
    if grid.shown < grid.rows:
        where = w(
            "Og {n} til: Hele tabellen kan lastes ned på siden, {address}",
            n=grid.rows - grid.shown,
            address=p.address,
        )
        yield f"{where}."
    elif count > 1:
        last = before + len(grid.pages[page])
        yield w("Rad {first}–{last} av {of}.", first=before + 1, last=last, of=grid.rows)
    if grid.shortened:
        yield w("Forkortede tekster (…) står i sin helhet på siden.")
    if grid.left_out:
        yield w("Står bare på siden: {columns}.", columns=w.join(grid.left_out))


def _turned(w: Words, exhibit: Exhibit) -> Exhibit:
    """A table of one row stands upright: each heading with its value."""
    if len(exhibit.rows) != 1:
        return exhibit
    columns, said = table_in_words(w, exhibit.columns, exhibit.rows)
    if len(columns) < 3:
        return exhibit
    name, *values = said[0]
    heads = (Column("what", columns[0].words, Kind.TEXT), Column("value", name, Kind.COUNT))
    rows = tuple((column.words, value) for column, value in zip(columns[1:], values, strict=True))
    return replace(exhibit, columns=heads, rows=rows)


def _over(p: Publication, exhibit: Exhibit) -> str:
    return " · ".join(filter(None, [exhibit.over or p.page, exhibit.base]))


def _say(text: str) -> tuple[float, str]:
    """The sentences that have room in two lines."""
    for size in (16.0, 15.0, 14.0):
        if height(text, size, 760) <= 2 * size * LINE + 1:
            return size, text
    kept = ""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ0-9])", text):
        longer = f"{kept} {sentence}".strip()
        if height(longer, 14, 760) > 2 * 14 * LINE + 1:
            break
        kept = longer
    return 14.0, kept
