"""The timeline of calls: one HTML row a lane, its names as HTML and its bars as SVG with places in percent.

Places across are percent of the track, so text keeps its size at every width. Rows are packed for the narrowest track,
:data:`NARROWEST` px: texts have fixed widths, so what is apart there is apart in every wider one, and nothing overlaps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

from akint_dash.figures.marks import Mark, pressed
from akint_dash.figures.svg import el

NARROWEST: Final = 590.0
"""The narrowest track in px that a style sheet may give; below it the page shows the list instead."""
SIZE: Final = 14.0
"""px of the labels, weight 500."""
GAP: Final = 14.0
"""Least px between two things in one row."""
TICK_GAP: Final = 3.0
"""Least px between two words of the head."""
DIAMOND: Final = "M0 -5.5L5.5 0L0 5.5L-5.5 0Z"
BAR_ROW, MARK_ROW, CELL_ROW, PAD = 35.0, 24.0, 28.0, 9.0
LEVELS: Final = 6
LEAST_BAR: Final = 0.004
"""The narrowest bar, as part of the track."""
LEAST_TITLE: Final = 150.0
"""px of a title below which its label is put on the other side."""
NAME_WIDE: Final = 150.0
NAME_LINE: Final = 18.5

_WIDTHS: Final = {
    18: "'", 24: "ij!(),.:;I{} |’", 27: "[]lł", 33: "`·-f", 35: '"t', 42: "š*r/–_", 47: "“čž\\”»szL«",
    54: "?cgvxyaekåäé", 58: "Jhnuü$+0123456789<=>FP~Soøö^bdpqE", 61: "TZBRYŁŻ", 66: "KßAXÅUV", 70: "DHN…&#",
    78: "CG%OwØQ", 87: "mMæ@", 106: "ÆW—",
}  # fmt: skip
_WIDTH: Final = {char: width for width, chars in _WIDTHS.items() for char in chars}


def text_width(words: str, size: float = SIZE) -> float:
    """At most how many px a text takes in Hanken Grotesk, weight 500 (measured in a browser; unknown: wide)."""
    return sum(_WIDTH.get(char, 100) for char in words) * size / 100


def shortened(words: str, room: float) -> str:
    """The text cut at a word so that it takes at most ``room`` px, with … where it was cut."""
    if text_width(words) <= room:
        return words
    left, count = room - text_width("…"), 0
    for char in words:
        left -= _WIDTH.get(char, 100) * SIZE / 100
        if left < 0:
            break
        count += 1
    kept = words[:count]
    head, space, _ = kept.rpartition(" ")
    return (head if space and len(head) > len(kept) / 2 else kept).rstrip(" ,:;-–") + "…"


@dataclass(frozen=True, slots=True)
class Tick:
    """Where a column begins (0-1) and ends, its words, and words above it where a larger unit begins."""

    start: float
    end: float
    words: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """What a hand on the strip may do, for ``assets/calls/``: days as in the address.

    ``shown`` is the window, ``strip`` what the strip holds (first day, day after the last), ``reach`` as far as
    the window may go, ``step`` the unit it moves by, ``zoom`` its zoom (blank: a length of its own); ``label`` and
    ``said`` are the words of the slider.
    """

    shown: tuple[date, date]
    strip: tuple[date, date]
    reach: tuple[date, date]
    step: str
    zoom: str
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Count:
    """A column's number in a lane: where, how many, and what it says and opens."""

    start: float
    end: float
    n: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Bar:
    """One call: from where to where (may lie outside 0-1), its title and what is said beside it.

    ``look`` are classes of state (forthcoming, open, closing, closed, fit, chosen); ``stages`` places of earlier
    deadlines, ``cut_offs`` places of rounds, ``steps`` places and looks of the days to decide. ``start`` None: the
    opening is not known.
    """

    start: float | None
    end: float
    title: str
    words: str
    look: str
    mark: Mark
    lang: str = ""
    stages: Sequence[float] = ()
    cut_offs: Sequence[float] = ()
    steps: Sequence[tuple[float, str]] = ()


@dataclass(frozen=True, slots=True)
class Many:
    """Many calls on one day: the words open the list."""

    place: float
    words: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Row:
    """One lane: its name with what is said under it and where it leads, then counts, bars and marks of many.

    ``heading`` rows have no track; ``rest`` says what is left out, with its link.
    """

    name: str
    under: str = ""
    href: str = ""
    whole: str = ""
    heading: bool = False
    inner: bool = False
    counts: Sequence[Count] = ()
    bars: Sequence[Bar] = ()
    many: Sequence[Many] = ()
    rest: tuple[str, str] | None = None


def timeline(
    rows: Sequence[Row],
    ticks: Sequence[Tick],
    unit: str,
    today: float | None,
    now: str,
    label: str,
    days: tuple[date, date],
) -> str:
    """The whole drawing as HTML. ``today`` is the place of today (None: outside), ``now`` its word; ``days`` are the
    first one and the one after the last."""
    head = _head(ticks, unit, today, now)
    first = rows[0] if rows else None
    highest = max((c.n for row in rows if row is not first for c in row.counts), default=1)
    of_all = max((c.n for c in first.counts), default=1) if first else 1
    body = [_row(row, ticks, today, of_all if row is first else highest) for row in rows]
    from_day, end = (day.isoformat() for day in days)
    return el("div", head, *body, class_="tl", role="group", aria_label=label, data_first=from_day, data_end=end)


def _percent(place: float) -> str:
    return f"{place * 100:.2f}%"


def _head(ticks: Sequence[Tick], unit: str, today: float | None, now: str) -> str:
    parts = []
    for tick in _apart([tick for tick in ticks if tick.above], lambda tick: tick.above, last=True):
        parts.append(el("text", escape(tick.above), x=_percent(tick.start), y=32, class_="tl-above"))
    for tick in _apart([tick for tick in ticks if tick.words], lambda tick: tick.words):
        parts.append(el("text", escape(tick.words), x=_percent(tick.start), y=50, class_="tick"))
    if today is not None:
        wide = text_width(now) / NARROWEST
        anchor = "start" if today < wide else "end" if today > 1 - wide else "middle"
        parts.append(el("text", escape(now), x=_percent(today), y=13, class_="nowt", text_anchor=anchor))
        parts.append(_now(today, 56, 36))
    name = el("div", escape(unit), class_="tl-name tl-unit")
    return el("div", name, el("svg", *parts, width="100%", height=56, aria_hidden="true"), class_="tl-row tl-head")


def _apart(ticks: Sequence[Tick], written: Callable[[Tick], str], *, last: bool = False) -> list[Tick]:
    """Those whose words have room beside each other; of two that have not the first, or the ``last``."""
    kept: list[Tick] = []
    for tick in reversed(ticks) if last else ticks:
        left, right = sorted((tick, kept[-1]), key=lambda one: one.start) if kept else (tick, tick)
        if not kept or (right.start - left.start) * NARROWEST >= text_width(written(left), 13) + TICK_GAP:
            kept.append(tick)
    return kept


def _now(today: float | None, height: float, top: float = 0) -> str:
    if today is None:
        return ""
    return el("line", x1=_percent(today), x2=_percent(today), y1=top, y2=height, class_="nowl")


def _row(row: Row, ticks: Sequence[Tick], today: float | None, highest: int) -> str:
    name = escape(row.name)
    if row.href:
        name = el("a", name, href=row.href, title=row.whole or None)
    words = [el("b", name)]
    if row.under:
        words.append(el("span", escape(row.under)))
    if row.rest:
        words.append(el("a", escape(row.rest[0]), href=row.rest[1], class_="tl-rest"))
    kind = "tl-row tl-group" if row.heading else "tl-row tl-inner" if row.inner else "tl-row"
    side = el("div", *words, class_="tl-name")
    if row.heading:
        return el("div", side, class_=kind)
    drawn, height = _track(row, highest)
    grid = "".join(
        el("line", x1=_percent(t.start), x2=_percent(t.start), y1=0, y2=height, class_="g") for t in ticks[1:]
    )
    track = el("svg", grid, _now(today, height), drawn, width="100%", height=height)
    return el("div", side, track, class_=kind)


def _track(row: Row, highest: int) -> tuple[str, float]:
    parts, y = [], PAD
    if row.counts:
        parts += [_count(count, y, highest) for count in row.counts]
        y += CELL_ROW + (4 if row.bars or row.many else 0)
    for line in _packed([_placed_many(many) for many in row.many]):
        parts += [placed.draw(y) for placed in line]
        y += MARK_ROW
    for line in _packed([_placed_bar(bar) for bar in row.bars]):
        parts += [placed.draw(y) for placed in line]
        y += BAR_ROW
    return "".join(parts), max(y + PAD - 3, _name_height(row))


def _name_height(row: Row) -> float:
    """px that a lane's name takes beside the track, so that lines across reach its foot."""
    lines = -(-text_width(row.name) // NAME_WIDE) + -(-text_width(row.under, 13) // NAME_WIDE) + bool(row.rest)
    return NAME_LINE * lines + 14


def _count(count: Count, y: float, highest: int) -> str:
    if not count.n:
        return ""
    level = min(LEVELS, 1 + int(LEVELS * count.n / (highest + 1)))
    middle = (count.start + count.end) / 2
    box = el(
        "rect", x=_percent(count.start), y=y, width=_percent(count.end - count.start), height=26, class_=f"q q{level}"
    )
    number = el("text", str(count.n), x=_percent(middle), y=y + 18, text_anchor="middle", class_=f"qn q{level}t")
    return pressed(count.mark, box, number)


# -- packing


class _Placed:
    """Something with a left and right edge in px of the narrowest track, that can be drawn at a height."""

    def __init__(self, left: float, right: float) -> None:
        self.left, self.right = left, right

    def draw(self, y: float) -> str:
        """The markup at ``y``."""
        raise NotImplementedError


class _PlacedBar(_Placed):
    def __init__(self, bar: Bar) -> None:
        self.bar = bar
        start = bar.end - 0.02 if bar.start is None else bar.start
        self.start, self.end = max(0.0, min(1.0, start)), max(0.0, min(1.0, bar.end))
        tail = f"· {bar.words}" if bar.words else ""
        self.tail = tail
        left, right = self.start * NARROWEST, self.end * NARROWEST
        beside = text_width(f" {tail}") if tail else 0.0
        least = beside + LEAST_TITLE
        room = NARROWEST - left if NARROWEST - left >= least else right if right >= least else NARROWEST
        self.title = shortened(bar.title, room - beside - 2)
        self.wide = wide = text_width(self.title) + beside
        if left + wide <= NARROWEST:
            self.at, self.anchor, a, b = self.start, "start", left, left + wide
        elif right >= wide:
            self.at, self.anchor, a, b = self.end, "end", right - wide, right
        else:
            self.at, self.anchor, a, b = 1.0, "end", NARROWEST - wide, NARROWEST
        super().__init__(min(a, left), max(b, right))

    def draw(self, y: float) -> str:
        bar, top = self.bar, y + 20
        words, cut = self._words(y), self.title != bar.title
        parts = [self._room(y) if cut else words]
        width = min(max(self.end - self.start, LEAST_BAR), self.end)  # never past the deadline
        start = self.end - width
        kind = "b" if bar.start is not None else "b unknown"
        parts.append(el("rect", x=_percent(start), y=top, width=_percent(width), height=8, class_=kind))
        parts += [
            el("line", x1=_percent(p), x2=_percent(p), y1=top - 2, y2=top + 10, class_="cut")
            for p in bar.cut_offs
            if 0 <= p <= 1
        ]
        parts += [el("circle", cx=_percent(p), cy=top + 4, r=5, class_="st1") for p in bar.stages if 0 <= p <= 1]
        if 0 <= bar.end <= 1:
            parts.append(
                el("line", x1=_percent(self.end), x2=_percent(self.end), y1=top - 3, y2=top + 11, class_="cap")
            )
        parts += [_step(place, top + 4, look) for place, look in bar.steps if 0 <= place <= 1]
        return el("g", pressed(bar.mark, *parts), words if cut else "", class_=f"call {bar.look}")

    def _words(self, y: float) -> str:
        title, tail = (
            el("tspan", escape(self.title), lang=self.bar.lang or None),
            el("tspan", escape(self.tail), class_="cd"),
        )
        words = f"{title} {tail}" if self.tail else title
        return el("text", words, x=_percent(self.at), y=y + 13, text_anchor=self.anchor, class_="cn")

    def _room(self, y: float) -> str:
        """What a press finds where a cut title stands: the link itself has the whole title, not this part of it."""
        away = f"translate({-self.wide:.0f} 0)" if self.anchor == "end" else None
        return el("rect", x=_percent(self.at), y=y, width=self.wide, height=18, transform=away, class_="hit")


def _step(place: float, y: float, look: str) -> str:
    """A diamond: a day to decide on the way to a deadline."""
    diamond = el("path", d=DIAMOND, class_=f"step {look}".strip())
    return el("svg", diamond, x=_percent(place), y=y, width=1, height=1, overflow="visible")


class _PlacedMany(_Placed):
    def __init__(self, many: Many) -> None:
        self.many = many
        wide, at = text_width(many.words), many.place * NARROWEST
        self.before = at + 12 + wide > NARROWEST
        super().__init__(at - wide - 8 if self.before else at, at + 6 if self.before else at + 12 + wide)

    def draw(self, y: float) -> str:
        many = self.many
        mark = el("rect", x=_percent(many.place), y=y + 2, width=5, height=15, class_="heap")
        dx, anchor = (-7, "end") if self.before else (11, "start")
        words = el("text", escape(many.words), x=_percent(many.place), dx=dx, y=y + 14, text_anchor=anchor, class_="cn")
        return el("g", pressed(many.mark, mark, words), class_="many")


def _placed_bar(bar: Bar) -> _Placed:
    return _PlacedBar(bar)


def _placed_many(many: Many) -> _Placed:
    return _PlacedMany(many)


def _packed(some: Sequence[_Placed]) -> list[list[_Placed]]:
    """The things in as few lines as a first fit finds, none nearer than :data:`GAP` to another of its line."""
    lines: list[list[_Placed]] = []
    for placed in some:
        for line in lines:
            if all(placed.left >= other.right + GAP or placed.right + GAP <= other.left for other in line):
                line.append(placed)
                break
        else:
            lines.append([placed])
    return lines


# -- the overview strip


def strip(counts: Sequence[int], today: float | None, marks: Sequence[Mark], label: str, hand: Hand) -> str:
    """Deadlines per month over some years, and the window in them; a press on a month puts the window around it."""
    highest, wide = max([*counts, 1]), 1 / len(counts)
    frame = tuple(_share(day, hand.strip) for day in hand.shown)
    height, floor = 48, 42.0
    parts = []
    for index, (count, mark) in enumerate(zip(counts, marks, strict=True)):
        middle = (index + 0.5) * wide
        tall = count / highest * 34
        bar = el(
            "rect",
            x=_percent(index * wide + wide * 0.08),
            width=_percent(wide * 0.84),
            y=floor - tall,
            height=tall,
            class_="in" if frame[0] <= middle <= frame[1] else "out",
        )
        target = el("rect", x=_percent(index * wide), width=_percent(wide), y=0, height=height, class_="hit")
        parts.append(pressed(mark, target, bar))
    now = "" if today is None else el("line", x1=_percent(today), x2=_percent(today), y1=2, y2=floor, class_="nowl")
    floor_line = el("line", x1="0", x2="100%", y1=floor + 0.5, y2=floor + 0.5, class_="base")
    drawn = el(
        "svg",
        floor_line,
        *parts,
        now,
        _brush(hand, max(0.0, frame[0]), min(1.0, frame[1])),
        width="100%",
        height=height,
        class_="calls-strip",
        role="group",
        aria_label=label,
    )
    return drawn + el("div", " ", class_="strip-now", aria_hidden="true")  # the days while a hand moves them


def _share(day: date, strip: tuple[date, date]) -> float:
    return (day - strip[0]).days / (strip[1] - strip[0]).days


def _brush(hand: Hand, left: float, right: float) -> str:
    """The frame of the window, a slider, and a grip at either edge."""
    least, most = hand.reach
    frame = el(
        "rect",
        x=_percent(left),
        width=_percent(right - left),
        y=1,
        height=45,
        class_="brush",
        id="tidsrom",
        role="slider",
        tabindex="0",
        aria_label=hand.label,
        aria_describedby="tidsrom-hjelp",
        aria_valuemin=0,
        aria_valuemax=(most - least).days,
        aria_valuenow=min(max(0, (hand.shown[0] - least).days), (most - least).days),
        aria_valuetext=hand.said,
        data_window=" ".join(day.isoformat() for day in hand.shown),
        data_strip=" ".join(day.isoformat() for day in hand.strip),
        data_reach=" ".join(day.isoformat() for day in hand.reach),
        data_step=hand.step,
        data_zoom=hand.zoom,
    )
    grips = [el("line", x1=_percent(x), x2=_percent(x), y1=16, y2=31, class_="grip") for x in (left, right)]
    return frame + "".join(grips)


_KEYS: Final = {
    "bar": el("rect", x=0, y=3, width=28, height=8, class_="b") + el("path", d="M29 0v14", class_="cap"),
    "stage": el("circle", cx=15, cy=7, r=5, class_="st1"),
    "step": el("path", d="M15 2L20 7L15 12L10 7Z", class_="step"),
    "cut_off": el("path", d="M15 1v12", class_="cut"),
}


def key(mark: str, look: str) -> str:
    """A sample of a mark (bar, stage, step, cut_off) in a look, for the key under the figure."""
    inner = el("g", _KEYS[mark], class_=look)
    return el("svg", inner, viewBox="0 0 32 14", width=32, height=14, aria_hidden="true")
