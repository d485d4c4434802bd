"""A chart in words: what it shows for those who do not see it, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from akint_dash.domain.exhibit import Chart, Exhibit, Kind, Series
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.exports.office import in_millions, kind_of, said
from akint_dash.text.words import Words, inside


def gaps(chart: Chart) -> list[str]:
    """The categories, with their series where there are several, of which a number is missing."""
    found = []
    for at, name in enumerate(chart.categories):
        missing = [one.words for one in chart.series if one.lacks(at)]
        if missing:
            found.append(name if len(missing) == len(chart.series) else f"{name} ({', '.join(missing)})")
    return found


def lacking(w: Words, chart: Chart, most: int) -> Iterator[str]:
    """What is missing, by name where it is no more than ``most``, else how much; nothing where nothing is."""
    if missing := gaps(chart):
        few = len(missing) <= most
        yield w("Mangler: {what}.", what=", ".join(missing)) if few else w("{n} tall mangler.", n=len(missing))


def told(w: Words, chart: Chart, at: int, series: int) -> str:
    """What one mark shows."""
    one, name = chart.series[series], chart.categories[at]
    value = NOT_APPLICABLE if at in one.none else said(w, chart, one.values[at])
    return f"{name}, {one.words}: {value}" if len(chart.series) > 1 else f"{name}: {value}"


def unit(w: Words, exhibit: Exhibit, chart: Chart) -> str:
    """What the numbers are, with the unit that the chart writes them in. The page's line is of its own figure."""
    words = exhibit.caption
    if len(chart.series) == 1 and chart.series[0].words.lower() not in words.lower():
        words = f"{words}: {inside(chart.series[0].words)}"
    if chart.kind is not Kind.MONEY or not chart.unit:
        return words
    currency = {"NOK": w("kr")}.get(chart.unit, chart.unit)
    return f"{words}, {w('mill. {currency}', currency=currency) if in_millions(chart) else currency}"


def alt_text(w: Words, exhibit: Exhibit, chart: Chart, most: int = 30) -> str:
    """What the chart shows, in words: its numbers where they are few, else how many and between what they lie."""
    parts = [f"{kind_of(w, chart)}: {exhibit.caption}."]
    if len(chart.categories) * len(chart.series) <= most:
        parts += [_told(w, chart, one) for one in chart.series]
    else:
        parts += [
            w(
                "{series}: {n} tall, fra {least} til {most}.",
                series=one.words,
                n=len(known),
                least=said(w, chart, min(known)),
                most=said(w, chart, max(known)),
            )
            for one in chart.series
            if (known := [value for value in one.values if value is not None])
        ]
    return " ".join(parts)


def _told(w: Words, chart: Chart, one: Series) -> str:
    pairs = zip(chart.categories, one.values, strict=True)
    pieces = [f"{category} {said(w, chart, value)}" for at, (category, value) in enumerate(pairs) if at not in one.none]
    return f"{one.words}: {'; '.join(pieces)}."
