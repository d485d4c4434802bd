"""The figures of a brief: of each the finding, how we know, a chart, the numbers, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from akint_dash.domain.exhibit import Chart, Column, Exhibit, Form, Kind, Publication
from akint_dash.exports.brief import marks
from akint_dash.exports.brief.cells import Grid, grid
from akint_dash.exports.brief.draft import Draft, lead_to
from akint_dash.exports.brief.drawing import draw, size
from akint_dash.exports.brief.look import NAMES
from akint_dash.exports.brief.tables import panels, table
from akint_dash.exports.office import in_millions, instrument_colour
from akint_dash.exports.told import titled
from akint_dash.text.values import in_words
from akint_dash.text.words import Words

FIRST: Final = 3
"""So many figures are told shortly, so that the first page carries them; their numbers stand behind."""
SHORT_ROWS: Final = 4
"""So many rows of a table stand there where there is no chart."""
SHORT_CM: Final = 4.2
"""A chart taller than this stands behind too."""
ROWS: Final = 20
"""So many rows of a table stand in the brief."""
PAIR: Final = 2
LABELS: Final = 60
"""So many rows where a table is only labels and texts."""
LEAST: Final = 2
"""So many numbers at least are drawn."""
LONGEST_ALT: Final = 900
"""So many signs are told of a chart to those who do not see it."""
CHARTS: Final = {Form.BARS: "Stolpediagram", Form.COLUMNS: "Søylediagram", Form.LINES: "Linjediagram"}


@dataclass(frozen=True, slots=True)
class _Behind:
    """What of a figure stands behind the others: where links to it lead, its table, and its chart where ``figure``, the
    number of the chart that stands before, is 0."""

    exhibit: Exhibit
    grid: Grid
    place: str
    figure: int


def figures(draft: Draft, publication: Publication) -> None:
    """Every figure; of the first of many only what proves the finding, and the rest behind."""
    charts = any(one.chart for one in publication.exhibits)
    shortly = FIRST if charts and len(publication.exhibits) > FIRST else 0
    behind: list[_Behind] = []
    for at, one in enumerate(map(drawable, publication.exhibits)):
        numbers = grid(draft.words, one)
        _told(draft, one)
        if at < shortly:
            behind += _shortly(draft, publication, one, numbers)
        else:
            figure = _chart(draft, one, one.chart) if one.chart else 0
            if numbers.rows:
                _numbers(draft, one, numbers, _most(numbers), publication, of=figure)
        _below(draft, one)
    if behind:
        _tables(draft, publication, behind)


def _most(numbers: Grid) -> int:
    """So many rows stand in the brief: of labels and what is said of them all that a record can have."""
    return ROWS if len(numbers.heads) > PAIR or any(numbers.right) else LABELS


def drawable(one: Exhibit) -> Exhibit:
    """The exhibit without a chart of one number, which the table says as well; a line of one moment is a column."""
    chart = one.chart
    if chart is None:
        return one
    if sum(value is not None for series in chart.series for value in series.values) < LEAST:
        return replace(one, chart=None)
    form = Form.COLUMNS if chart.form is Form.LINES and len(chart.categories) == 1 else chart.form
    return replace(one, chart=replace(chart, form=form))


def _shortly(draft: Draft, publication: Publication, one: Exhibit, numbers: Grid) -> list[_Behind]:
    """A small chart, or a table's first rows; and what then stands behind."""
    low = one.chart is not None and size(one.chart, small=True)[1] <= SHORT_CM
    if one.chart is None and len(numbers.rows) <= SHORT_ROWS:
        if numbers.rows:
            _numbers(draft, one, numbers, SHORT_ROWS, publication)
        return []
    place, figure = f"tall_{next(draft.numbers.places)}", 0
    if one.chart and low:
        figure = _chart(draft, one, one.chart, small=True, behind=place)
    else:
        _numbers(draft, one, numbers, SHORT_ROWS, publication, behind=place)
    return [_Behind(one, numbers, place, figure)]


def _told(draft: Draft, one: Exhibit) -> None:
    """The finding, what it is narrowed to, and how we know."""
    heading = draft.put("heading 2", titled(one))
    if one.instrument:
        marks.rule_above(heading, instrument_colour(one.instrument))
    if one.base:
        draft.put(NAMES["Base"], one.base)
    if one.say:
        draft.put(NAMES["Say"], one.say)


def _chart(draft: Draft, one: Exhibit, chart: Chart, *, small: bool = False, behind: str = "") -> int:
    """The chart under its unit, and its number. ``behind``: where its table stands, if not here."""
    w, number = draft.words, next(draft.numbers.figures)
    unit = ". ".join(filter(None, [one.unit.rstrip("."), _measure(w, one, chart)]))
    if unit:
        draft.put(NAMES["Unit"], unit)
    paragraph = draft.put(NAMES["Figure"])
    paragraph.paragraph_format.keep_with_next = True
    name, told = w("Figur {number}", number=number), alt_text(w, one, chart)
    draw(paragraph, chart, draft.language, number=number, name=name, told=told, instrument=one.instrument, small=small)
    caption = draft.caption(w("Figur"), number, one.caption)
    if behind:
        caption.add_run(". ")
        marks.link(caption, w("Tallene bak figuren"), place=behind)
    return number


def _measure(words: Words, one: Exhibit, chart: Chart) -> str:
    """What one of the chart's numbers is, where the card does not say it."""
    if chart.kind is not Kind.MONEY:
        return ""
    currency = {"NOK": words("kr")}.get(chart.unit, chart.unit)
    unit = words("mill. {currency}", currency=currency) if in_millions(chart) else currency
    return "" if unit in one.unit else unit[:1].upper() + unit[1:]


def alt_text(words: Words, one: Exhibit, chart: Chart) -> str:
    """What a chart shows, its numbers included as far as there is room."""
    begun = f"{words(CHARTS[chart.form])}: {titled(one)}. {one.caption}."
    column = Column("", "", chart.kind, chart.unit)
    for series in chart.series:
        values = (
            f"{name} {in_words(words, column, value)}"
            for name, value in zip(chart.categories, series.values, strict=True)
        )
        more = f" {series.words}: {', '.join(values)}."
        if len(begun) + len(more) > LONGEST_ALT:
            return begun + " " + words("Alle tallene står i tabellen.")
        begun += more
    return begun


def _numbers(
    draft: Draft, one: Exhibit, numbers: Grid, rows: int, publication: Publication, *, behind: str = "", of: int = 0
) -> None:
    """The table: its first rows where it is long, in as many parts as it is wide (the first where all stands
    ``behind``). ``of``: the figure drawn of it."""
    w, points = draft.words, 8.0 if len(numbers.heads) <= 7 else 7.5
    parts, left_out = panels(numbers.first(rows), points)
    if behind:
        left_out = tuple(head for head in numbers.heads if head not in parts[0].grid.heads)
        parts = parts[:1]
    caption = w("Tallene i figur {number}: {caption}", number=of, caption=one.caption) if of else one.caption
    for at, part in enumerate(parts, 1):
        more = " " + w("(del {at} av {parts})", at=at, parts=len(parts)) if len(parts) > 1 else ""
        name = caption + more
        if name != one.title:  # else the heading has said it
            number = next(draft.numbers.tables)
            draft.caption(w("Tabell"), number, name).paragraph_format.keep_with_next = True
            name = f"{w('Tabell')} {number}. {name}"
        table(draft.document, part, points, name)
    rest = len(numbers.rows) - rows
    if rest <= 0 and not left_out:
        return
    after = draft.put(NAMES["Note"])
    if rest > 0:
        after.add_run(w.n("og 1 til", "og {n} til", rest) + ". ")
    if left_out:
        after.add_run(w("Ikke vist her: {columns}.", columns=w.join(left_out)) + " ")
    if behind:
        marks.link(after, w("Hele tabellen står under «Tallene bak figurene»."), place=behind)
    else:
        after.add_run(w("Hele tabellen står på siden og i Excel-filen derfra:") + " ")
        lead_to(after, publication.address)


def _below(draft: Draft, one: Exhibit) -> None:
    """What the figure rests on and lacks, and the sections of the strategy that it answers, as one paragraph."""
    told = [note if note.endswith((".", "!", "?")) else f"{note}." for note in one.notes]
    if sections := list(dict.fromkeys(one.refs)):
        told.append(draft.words("Strategien: {sections}.", sections=draft.words.join(sections)))
    if told:
        draft.put(NAMES["Note"], " ".join(told))


def _tables(draft: Draft, publication: Publication, behind: Sequence[_Behind]) -> None:
    draft.put("heading 2", draft.words("Tallene bak figurene"))
    for one in behind:
        heading = draft.put("heading 3", titled(one.exhibit))
        marks.bookmark(heading, one.place, int(one.place.partition("_")[2]))
        chart = one.exhibit.chart
        figure = _chart(draft, one.exhibit, chart) if chart and not one.figure else one.figure
        _numbers(draft, one.exhibit, one.grid, ROWS, publication, of=figure)
