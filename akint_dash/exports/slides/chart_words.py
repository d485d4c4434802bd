"""A chart in words: what it shows for those who do not see it, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from akint_dash.domain.exhibit import Chart, Exhibit
from akint_dash.exports.office import kind_of
from akint_dash.exports.slides.drawing import said
from akint_dash.text.words import Words


def gaps(chart: Chart) -> list[str]:
    """The categories, with their series where there are several, of which a number is missing."""
    found = []
    for at, name in enumerate(chart.categories):
        missing = [one.words for one in chart.series if one.values[at] is None]
        if missing:
            found.append(name if len(missing) == len(chart.series) else f"{name} ({', '.join(missing)})")
    return found


def alt_text(w: Words, exhibit: Exhibit, chart: Chart, most: int = 30) -> str:
    """What the chart shows, in words: its numbers where they are few, else how many and between what they lie."""
    parts = [f"{kind_of(w, chart)}: {exhibit.caption}."]
    if len(chart.categories) * len(chart.series) <= most:
        parts += [_told(w, chart, one.words, one.values) for one in chart.series]
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


def _told(w: Words, chart: Chart, name: str, values: Sequence[Any]) -> str:
    pairs = [f"{c} {said(w, chart, value)}" for c, value in zip(chart.categories, values, strict=True)]
    return f"{name}: {'; '.join(pairs)}."
