"""The bodies of slides: bars, days left, facts, areas x instruments. As many rows as the room has lines for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import floor
from typing import Final

from akint_dash.components.parts import CLASS
from akint_dash.figures.svg import SHAPE, el
from akint_dash.figures.wall import bar, sized
from akint_dash.pages.screen.fitting import LINE, SIZES, cut, longest, wide
from akint_dash.pages.screen.room import LEAST_ROW, Body, Room, row, said, sign
from akint_dash.pages.screen.slide import Row, Slide

BIG, PLAIN, LARGE = SIZES.index(1.45), SIZES.index(1.0), SIZES.index(1.15)


def _rows(lines: int, high: float, least: float = LEAST_ROW) -> int:
    """How many rows of one line fit."""
    return max(1, min(lines, floor(high / least + 1e-6)))


def bars(slide: Slide, room: Room, lines: int, high: float) -> Body:
    """Name, bar, number at its end; where that is too wide the name stands above the bar, the number with either."""
    rows, width = slide.rows, room.width
    signs = 1.35 if len({r.sign for r in rows}) > 1 else 0.0  # one sign for all tells nothing apart
    label, value = longest([r.label for r in rows], 1.0), longest([r.value for r in rows], 1.15)
    if signs + label + value + 3.7 <= width:
        way, least = "beside", LEAST_ROW
    elif (
        signs + max(wide(r.label, 1.0) + wide(r.value, 1.0) for r in rows) + 0.5 <= width and not room.surface.portrait
    ):
        way, least = "above", 1.5
    else:
        way, least = ("under", 2.1) if value < 4.0 else ("apart", 3.0)
    n = _rows(lines, high, least)
    roomy = high / n >= least * 1.25
    large = LARGE if roomy and signs + (label + (4.0 if way == "beside" else 0)) * 1.15 + value < width else PLAIN
    number = BIG if roomy and way == "beside" else LARGE if roomy or way == "beside" else PLAIN
    highest = max([*(r.share or 0 for r in rows), *(r.was or 0 for r in rows)])
    items = [
        row(
            sign(r.sign) if signs else "",
            el("span", said(r.label), class_=f"label t{large}"),
            bar(r.share, r.was, highest) if r.share is not None else el("span", "", class_="wbar"),
            el("b", said(r.value), class_=f"value t{number}"),
            kind=r.sign,
        )
        for r in rows[:n]
    ]
    return Body(el("ol", *items, class_=f"rows bars {way}"), len(items), len(items))


@dataclass(frozen=True, slots=True)
class _Worded:
    """The lines of the labels that fit, and the size of the numbers before them."""

    labels: list[list[str]]
    step: int

    @property
    def lines(self) -> int:
        """Lines of text in all."""
        return sum(map(len, self.labels))


def _worded(
    rows: tuple[Row, ...], width: Callable[[float], float], lines: int, high: float, big: bool, over: float
) -> _Worded:
    """As many labels as fit: two lines where they need them, as long as three rows are shown; numbers as large as that
    allows. ``width`` is what numbers of a size leave; ``over`` is the height of a number that stands above its label.
    """
    tried = [
        _Worded(_labels(rows, width(SIZES[step]), lines, high, SIZES[step] * LINE, over), step)
        for step in ((BIG, LARGE, PLAIN) if big else (PLAIN,))
    ]
    return max(
        tried,
        key=lambda one: (min(3, len(one.labels)), -sum(line.endswith("…") for lines in one.labels for line in lines)),
    )


def _labels(
    rows: tuple[Row, ...], width: float, lines: int, high: float, number: float, over: float
) -> list[list[str]]:
    shown: list[list[str]] = []
    used, filled = 0, 0.0
    wished = min(3, len(rows))
    for r in rows:
        words = cut(r.label, 1.0, width, 2)
        after = max(0, wished - len(shown) - 1)
        least = over + max(0.0 if over else number, LINE) + 0.1
        if used + len(words) + after > lines or filled + _tall(words, number, over) + after * least > high:
            words = cut(r.label, 1.0, width)
        if used + len(words) > lines or filled + _tall(words, number, over) > high:
            break
        used, filled = used + len(words), filled + _tall(words, number, over)
        shown.append(words)
    return shown


def _tall(words: list[str], number: float, over: float) -> float:
    return over + max(0.0 if over else number, len(words) * LINE) + 0.1


def _label(lines: list[str]) -> str:
    words = " ".join(el("span", said(line)) for line in lines)
    return el("span", words, class_=f"label lined t{PLAIN}")


def counts(slide: Slide, room: Room, lines: int, high: float) -> Body:
    """Days left, then what: the nearest first."""
    stands = room.surface.portrait
    values, units = [f"{r.value} " for r in slide.rows], longest([f"{r.unit} " for r in slide.rows], 1.0)
    for signs in (0.0, 1.31):

        def width(size: float, signs: float = signs) -> float:
            return room.width if stands else room.width - longest(values, size) - units - 0.45 - signs

        worded = _worded(slide.rows, width, lines, high, not stands, 1.9 if stands else 0.0)
        if len({r.sign for r in slide.rows[: len(worded.labels)]}) == 1:
            break  # one sign for all tells nothing apart
    step = BIG if stands else worded.step
    items = []
    for r, words in zip(slide.rows, worded.labels, strict=False):
        number = el("b", said(r.value), el("small", said(f" {r.unit}"), class_=f"t{PLAIN}"), class_=f"days t{step}")
        items.append(
            row(number, sign(r.sign) if signs else "", _label(words), kind=r.sign, look="soon" if r.soon else "")
        )
    return Body(el("ol", *items, class_="rows counts"), worded.lines, len(items))


def facts(slide: Slide, room: Room, lines: int, high: float) -> Body:
    """A word or a number, then what it is of."""
    tried = []
    for n in range(len(slide.rows), 0, -1) if slide.rest else [len(slide.rows)]:
        rows = _with_rest(slide, n)
        body = _facts(replace(slide, rows=rows), room.width, lines, high, room.surface.portrait)
        tried.append((body.shown == len(rows), -body.html.count("…"), n, replace(body, shown=min(n, body.shown))))
    return max(tried, key=lambda one: one[:3])[3]


def _with_rest(slide: Slide, n: int) -> tuple[Row, ...]:
    """The first rows, and one for all the others."""
    return slide.rows if n == len(slide.rows) or slide.rest is None else (*slide.rows[:n], slide.rest(n))


def _facts(slide: Slide, width: float, lines: int, high: float, stands: bool) -> Body:
    short = all(wide(r.value, 1.45) < 4.4 for r in slide.rows)
    above, values = stands and not short, [r.value for r in slide.rows[:lines]]

    def left(size: float) -> float:
        return width if above else width - longest(values, size) - 0.5

    large = short or len(slide.rows) < 3
    worded = _worded(slide.rows, left, lines, high, large, (1.9 if large else 1.3) if above else 0.0)
    step = next(step for step in (worded.step, LARGE, PLAIN) if longest(values, SIZES[step]) <= width or step == PLAIN)
    items = [
        row(el("b", said(r.value), class_=f"value t{step}"), _label(words))
        for r, words in zip(slide.rows, worded.labels, strict=False)
    ]
    return Body(el("ol", *items, class_=f"rows facts {'stacked' if above else ''}".rstrip()), worded.lines, len(items))


def matrix(slide: Slide, room: Room, lines: int, high: float) -> Body:
    """Areas x instruments: a shape whose area is the number, and the number; the words of the shapes above."""
    stands = room.surface.portrait
    legend_wide = sum(wide(name, 1.0) + 1.14 for _, _, name in slide.rows[0].cells) + 1.2
    heads_high = 1 if legend_wide <= room.width else 2
    n = _rows(lines - heads_high, high - 0.3 - 1.15 * heads_high, 2.5 if stands else LEAST_ROW)
    shown = n - 1 if n < len(slide.rows) and slide.rest else n
    told = _with_rest(slide, shown) if shown < n else slide.rows[:n]
    highest = max(value or 0.0 for r in told for _, value, _ in r.cells)
    heads = [el("span", sign(code), said(name), class_=CLASS[code]) for code, _, name in slide.rows[0].cells]
    width = room.width if stands else room.width - 12.4
    items = [
        row(
            el("span", said(cut(r.label, 1.0, width)[0]), class_="label"),
            *(
                el("span", sized(SHAPE[code], value or 0.0, highest),
                   el("b", said("–" if value is None else f"{value:.0f}")), class_=f"cell {CLASS[code]}")
                for code, value, _ in r.cells
            ),
        )
        for r in told
    ]  # fmt: skip
    legend = el("p", *heads, class_=f"legend t{PLAIN}")
    rows = el("ol", *items, class_=f"rows matrix t{PLAIN}{' stands' if stands else ''}")
    return Body(el("div", legend, rows, class_="across"), len(items) + heads_high, shown)


def beside_map(slide: Slide, room: Room, lines: int, high: float) -> Body:
    """The short rows beside a map: a key of what fills mean, or facts of a region."""
    width = room.width if room.surface.portrait else room.width * SHARE.get(slide.kind, 0.5)
    if any(r.look for r in slide.rows):
        return _keyed(slide, width, _rows(lines, high, 1.2))
    return _facts(slide, width, lines, high, room.surface.portrait)


def needs(slide: Slide, room: Room, lines: int, high: float) -> Body:
    """What is needed, and at the right who can help; on a narrow wall under it, where they do not fit in one line."""
    stands = room.surface.portrait and any(
        wide(r.label, 1.0) + wide(r.value, 1.0) + 0.5 > room.width - KEY for r in slide.rows
    )
    if not stands:
        return _keyed(slide, room.width, _rows(lines, high, 1.2))
    n = min(_rows(lines // 2, high, 2.4), len(slide.rows))
    return _keyed(slide, room.width, n, stands, max(0, min(lines - 2 * n, floor((high - 2.4 * n) / LINE))))


KEY: Final = 1.6
"""The width of a fill with the room after it."""


def _keyed(slide: Slide, width: float, n: int, stands: bool = False, spare: int = 0) -> Body:
    """Rows that begin with the fill of their status; a short value stands whole, a long one takes half.

    ``stands`` puts the value on a line of its own, where both have the whole width; ``spare`` labels may then break.
    """
    items, lines, room = [], 0, width - KEY
    for r in slide.rows[:n]:
        value = cut(r.value, 1.0, room if stands else room * 0.6)[0]
        label = cut(r.label, 1.0, room if stands else room - wide(value, 1.0) - 0.5, 2 if spare else 1)
        spare -= len(label) - 1
        lines += len(label) + stands
        fill, number = el("i", "", class_=f"fill {r.look}"), el("b", said(value), class_=f"value t{PLAIN}")
        items.append(row(fill, _label(label), number))
    return Body(el("ol", *items, class_="rows key stands" if stands else "rows key"), lines, len(items))


SHARE: Final[Mapping[str, float]] = {"kart": 0.42, "region": 0.665, "ukraina": 0.57}
"""The part of the width that words have beside a map; ``assets/skjerm/wall.css`` says the same."""

BODIES: Final[Mapping[str, Callable[[Slide, Room, int, float], Body]]] = {
    "bars": bars,
    "counts": counts,
    "facts": facts,
    "matrix": matrix,
    "map": beside_map,
    "needs": needs,
}
