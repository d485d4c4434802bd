"""Lines: a sign at each number, and at the ends of several what they are."""

from __future__ import annotations

from akint_dash.exports.chart_words import told
from akint_dash.exports.office import clear, label
from akint_dash.exports.picture.ground import HIGH, Ground, end_words
from akint_dash.exports.picture.letters import width
from akint_dash.exports.picture.pieces import BODY, LACKS, ROOM, haloed, hatched, mark, moved, paragraph, sign, written
from akint_dash.figures.svg import el, points


def lines(ground: Ground) -> tuple[str, list[str]]:
    """The lines; no category has more to say below them."""
    chart = ground.chart
    parts = []
    for n, one in enumerate(chart.series):
        run: list[tuple[float, float]] = []
        for at, value in enumerate(one.values):
            if value is None:
                parts += [_line(ground, n, run)]
                run = []
                continue
            run.append((ground.middle(at), ground.y(value)))
        parts += [_line(ground, n, run)]
        parts += [_point(ground, at, n) for at in range(len(chart.categories))]
    return "".join(parts) + (_ends(ground) if len(chart.series) > 1 else _last(ground)), [""] * len(chart.categories)


def _line(ground: Ground, n: int, run: list[tuple[float, float]]) -> str:
    if len(run) < 2:
        return ""
    return el(
        "polyline",
        points=points(run),
        fill="none",
        stroke=f"#{clear(ground.colours[n])}",
        stroke_width=2.5,
        stroke_linejoin="round",
        stroke_linecap="round",
    )


def _point(ground: Ground, at: int, n: int) -> str:
    one = ground.chart.series[n]
    value, x = one.values[at], ground.middle(at)
    if value is None:
        if not one.lacks(at) or len(ground.chart.series) > 1:
            return ""
        nought = ground.y(max(0.0, ground.least))
        return mark(told(ground.w, ground.chart, at, n), hatched(x - 6, nought - LACKS, 12, LACKS))
    y, side = ground.y(value), 10.0 if len(ground.chart.categories) <= 16 else 6.0
    shapes = [sign(one.instrument or "KOM", x - side / 2, y - side / 2, side, f"#{clear(ground.colours[n])}")]
    if ground.labelled:
        shapes.append(haloed(written(label(ground.w, ground.chart, value), x, y - 12, bold=True, anchor="middle")))
    return mark(told(ground.w, ground.chart, at, n), *shapes)


def _last(ground: Ground) -> str:
    """Of one long line the last number stands at its point."""
    if ground.labelled:
        return ""
    values = ground.chart.series[0].values
    known = [at for at, value in enumerate(values) if value is not None]
    at = known[-1]
    words = label(ground.w, ground.chart, values[at])
    x = min(ground.middle(at), ROOM - width(words, BODY, bold=True) / 2)
    return haloed(written(words, x, ground.y(values[at]) - 12, bold=True, anchor="middle"))


def _ends(ground: Ground) -> str:
    """What each line is and where it ends, at the right, none over another."""
    found = end_words(ground.w, ground.chart)
    room = ROOM - ground.right - 26
    ends = sorted(
        (
            (ground.y(ground.chart.series[n].values[last]), n, paragraph(words, room, bold=True))
            for n, last, words in found
        ),
        key=lambda one: one[0],
    )
    tops: list[float] = []
    floor_ = 0.0
    for y, _, piece in ends:
        tops.append(max(floor_, y - piece.high / 2))
        floor_ = tops[-1] + piece.high + 2
    ceiling = HIGH + 8
    for at in range(len(tops) - 1, -1, -1):
        tops[at] = min(tops[at], ceiling - ends[at][2].high)
        ceiling = tops[at] - 2
    return "".join(
        sign(ground.chart.series[n].instrument or "KOM", ground.right + 6, top + 5, 10, f"#{clear(ground.colours[n])}")
        + moved(piece.svg, ground.right + 22, top)
        for (_, n, piece), top in zip(ends, tops, strict=True)
    )
