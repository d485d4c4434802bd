"""The timeline's window: which days at which zoom, cut in periods, and what lies in each lane of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.call_facets import add_months
from akint_dash.measures.calls import Call, Due

ZOOMS: Final = ("5ar", "1ar", "9mnd", "kvartal", "uke")
"""The words in the address, from far to near."""
UNIT: Final = {"5ar": "quarter", "1ar": "month", "9mnd": "month", "kvartal": "week", "uke": "day"}
STEP_MONTHS: Final = {"5ar": 12, "1ar": 3, "9mnd": 3}
STEP_DAYS: Final = {"kvartal": 28, "uke": 7}
YEARS: Final = range(1995, 2091)
"""Windows are kept inside these years."""

LEAST_DAYS: Final = 7
"""The smallest window."""
MOST_YEARS: Final = 5
"""The largest."""
CUT: Final = ((10, "uke"), (119, "kvartal"), (365, "9mnd"), (549, "1ar"))
"""A window of a reader's own, of at most this many days, is cut and drawn as this one is; a longer one as five years.
``assets/calls/days.js`` cuts alike."""

FEW: Final = 4
"""A lane of at most this many calls shows each of them, at every zoom but five years."""
NEAR: Final = 12
"""Near by (quarter, week) a lane shows this many calls one by one; the rest are counted."""
FITTING: Final = 5
"""Far out a lane shows this many of the calls that fit."""
SAME_DAY: Final = 4
"""Near by, this many calls of a lane with one deadline become one mark; far out, this many that fit."""
MOST_BARS: Final = 60
"""As many bars as the whole drawing may hold: lanes then share them."""
PEAK: Final = {"5ar": 0, "1ar": 10, "9mnd": 8, "kvartal": 4, "uke": 1}
"""A day with this many deadlines in all is named; 0: none is."""
PEAKS: Final = {"5ar": 0, "1ar": 3, "9mnd": 4, "kvartal": 7, "uke": 7}


@dataclass(frozen=True, slots=True)
class Period:
    """One column: ``key`` as the address names it (``2026-09``), first day and the day after the last."""

    key: str
    first: date
    end: date


@dataclass(frozen=True, slots=True)
class Window:
    """The days looked at: from ``first`` to before ``end``. ``own``: of a length that no zoom has; ``zoom`` is then the
    one it is drawn like."""

    zoom: str
    first: date
    end: date
    periods: tuple[Period, ...]
    own: bool = False

    @property
    def unit(self) -> str:
        """quarter, month, week or day."""
        return UNIT[self.zoom]

    @property
    def step(self) -> str:
        """What it moves by under a hand: its unit; five years by years."""
        return "year" if self.zoom == "5ar" and not self.own else self.unit

    @property
    def near(self) -> bool:
        """Whether calls are shown one by one."""
        return self.zoom in ("kvartal", "uke")

    def place(self, day: date) -> float:
        """Where a day begins, 0 at the window's start and 1 at its end (not held inside)."""
        return (day - self.first).days / (self.end - self.first).days


def window(zoom: str, start: date | None, today: date, last: date | None = None) -> Window:
    """The window of ``zoom`` around ``start``; without one, around today. With ``last`` the days through it, cut where
    a unit of that length begins."""
    if start and last:
        return _of_days(_usable(start), last, today)
    zoom = zoom if zoom in ZOOMS else "9mnd"
    day = _usable(start or today)
    if zoom == "5ar":
        first = date(day.year if start else day.year - 2, 1, 1)
        return _cut(zoom, first, add_months(first, 60))
    if zoom in STEP_MONTHS:
        first = day.replace(day=1)
        return _cut(zoom, first, add_months(first, 12 if zoom == "1ar" else 9))
    first = day - timedelta(days=day.weekday())
    return _cut(zoom, first, first + timedelta(days=91 if zoom == "kvartal" else 7))


def _usable(day: date) -> date:
    return min(max(day, date(YEARS[0], 1, 1)), date(YEARS[-1] - 5, 1, 1))


def _of_days(start: date, last: date, today: date) -> Window:
    """A window of a reader's own; the one of a zoom where it is the same."""
    end = max(last + timedelta(days=1) if last < date.max else last, start + timedelta(days=LEAST_DAYS))
    end = min(end, add_months(start, 12 * MOST_YEARS))
    first, zoom = start, ""
    for _ in CUT:  # rounding may make it a little shorter or longer than its unit is for
        if zoom == (now := next((name for most, name in CUT if (end - first).days <= most), "5ar")):
            break
        zoom = now
        first, end = (_nearest(day, UNIT[zoom]) for day in (first, end))
    usual = next((w for w in (window(z, first, today) for z in ZOOMS) if (w.first, w.end) == (first, end)), None)
    return usual or replace(_cut(zoom, first, end), own=True)


def _nearest(day: date, unit: str) -> date:
    """The beginning of a unit that lies nearest."""
    if unit == "day":
        return day
    if unit == "week":
        return day + timedelta(days=(3 - day.weekday()) % 7 - 3)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    before = add_months(day, -((day.month - 1) % months))
    after = add_months(before, months)
    return before if day - before < after - day else after


def _cut(zoom: str, first: date, end: date) -> Window:
    """The days in periods of the zoom's unit."""
    edges = [first]
    while edges[-1] < end:
        edges.append(_after(edges[-1], UNIT[zoom]))
    periods = [Period(_key(a, UNIT[zoom]), a, b) for a, b in pairwise(edges)]
    return Window(zoom, first, edges[-1], tuple(periods))


def _after(day: date, unit: str) -> date:
    if unit in ("quarter", "month"):
        return add_months(day, 3 if unit == "quarter" else 1)
    return day + timedelta(days=7 if unit == "week" else 1)


def _key(day: date, unit: str) -> str:
    """A period as the address names it."""
    year, week, _ = day.isocalendar()
    return {
        "quarter": f"{day.year}-k{day.month // 3 + 1}",
        "month": f"{day:%Y-%m}",
        "week": f"{year}-u{week:02d}",
        "day": day.isoformat(),
    }[unit]


def placed(shown: Window, first: date) -> dict[str, Any]:
    """The address of the window of the same length that begins on ``first``: ``zoom``, ``fra`` and ``til``."""
    if not shown.own:
        return {"zoom": None if shown.zoom == "9mnd" else shown.zoom, "fra": first.isoformat(), "til": None}
    months = 12 * (shown.end.year - shown.first.year) + shown.end.month - shown.first.month
    far = shown.unit in ("quarter", "month")
    end = add_months(first, months) if far else first + (shown.end - shown.first)
    return {"zoom": None, "fra": first.isoformat(), "til": (end - timedelta(days=1)).isoformat()}


def around(shown: Window, day: date) -> date:
    """Where the window of the same length with ``day`` in its middle begins."""
    half = (shown.end - shown.first) / 2
    return _nearest(day - half, shown.step)


def moved(shown: Window, steps: int) -> date:
    """The start of the window ``steps`` to the right (or left)."""
    if shown.zoom in STEP_MONTHS:
        return add_months(shown.first, STEP_MONTHS[shown.zoom] * steps)
    return shown.first + timedelta(days=STEP_DAYS[shown.zoom] * steps)


def strip_start(shown: Window, today: date) -> date:
    """The first day of the five years of the overview strip: around today, moved where the window lies outside."""
    first = today.year - 2
    if shown.first.year < first or shown.end > date(first + 5, 1, 1):
        fits = shown.end <= date(shown.first.year + 3, 1, 1)
        first = shown.first.year - 2 if fits else shown.first.year
    return date(first, 1, 1)


def reach(some: Iterable[Call], first: date, end: date) -> tuple[date, date]:
    """As far as a hand may move the window: from the first month with a deadline to after the last, and the strip."""
    days = [due.day for call in some for due in call.dues]
    return min([first, *days]).replace(day=1), max([end, *(add_months(day, 1) for day in days)])


# -- lanes

Held = Sequence[tuple[Call, list[Due]]]
"""Calls with their deadlines inside the window."""


@dataclass(frozen=True, slots=True)
class Group:
    """Calls of one lane with their deadline on one day."""

    day: date
    n: int
    fits: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One programme in the window (``programme`` None: the source's programme is not known).

    ``counts`` are deadlines per period, ``n`` calls, ``fits`` those that fit. ``bars`` are (call, its deadline inside
    the window) to draw one by one, ``days`` marks for many at once, ``more`` calls in neither (in ``counts`` only).
    """

    programme: str | None
    group: str | None
    n: int
    fits: int
    counts: tuple[int, ...]
    counted: bool
    bars: tuple[tuple[Call, Due], ...] = ()
    days: tuple[Group, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    """The window's lanes, those of one group together, and all of them as one."""

    window: Window
    total: Lane
    lanes: tuple[Lane, ...]


def timeline(some: Iterable[Call], shown: Window, today: date, chosen: str = "") -> Timeline:
    """What lies in the window. ``chosen`` is a call that is drawn whatever its lane holds.

    A call lies in the window with each of its deadlines inside; it is counted once a lane, its deadlines once each.
    """
    by_lane: dict[str | None, list[tuple[Call, list[Due]]]] = {}
    for call in some:
        dues = [due for due in call.dues if shown.first <= due.day < shown.end]
        if dues:
            by_lane.setdefault(call.programme, []).append((call, dues))
    limit = max(2, MOST_BARS // max(1, len(by_lane)))
    lanes = [_lane(programme, held, shown, limit, chosen, today) for programme, held in by_lane.items()]
    everything = [pair for held in by_lane.values() for pair in held]
    peaks = [g for g in _groups(everything) if PEAK[shown.zoom] and g.n >= PEAK[shown.zoom]]
    peaks = sorted(sorted(peaks, key=lambda g: -g.n)[: PEAKS[shown.zoom]], key=lambda g: g.day)
    total = Lane(None, None, *_sums(everything, shown), counted=True, days=tuple(peaks))
    return Timeline(shown, total, tuple(_ordered(lanes)))


def _sums(held: Sequence[tuple[Call, list[Due]]], shown: Window) -> tuple[int, int, tuple[int, ...]]:
    edges = [(period.first, period.end) for period in shown.periods]
    counts = [0] * len(edges)
    for _, dues in held:
        for due in dues:
            index = next(i for i, (first, end) in enumerate(edges) if first <= due.day < end)
            counts[index] += 1
    return len(held), sum(call.fits for call, _ in held), tuple(counts)


def _groups(held: Iterable[tuple[Call, list[Due]]]) -> list[Group]:
    every: Counter[date] = Counter()
    fitting: Counter[date] = Counter()
    for call, dues in held:
        for day in {due.day for due in dues}:
            every[day] += 1
            fitting[day] += call.fits
    return [Group(day, n, fitting[day]) for day, n in sorted(every.items())]


def _lane(programme: str | None, held: Held, shown: Window, limit: int, chosen: str, today: date) -> Lane:
    n, fits, counts = _sums(held, shown)
    group = held[0][0].group
    if shown.zoom == "5ar":
        return Lane(programme, group, n, fits, counts, counted=True)
    days: list[Group] = []
    single = [(call, dues[0]) for call, dues in held]
    if n > FEW:
        some = _groups([(call, [due]) for call, due in single])
        days = [g for g in some if (g.n if shown.near else g.fits) >= SAME_DAY and (shown.near or g.day >= today)]
        many = {g.day for g in days}
        single = [(c, due) for c, due in single if c.code == chosen or (due.day not in many and _alone(c, shown))]
    most = min(limit, NEAR if shown.near else FITTING) if n > FEW else max(limit, FEW)
    single.sort(key=lambda pair: (pair[0].code != chosen, not pair[0].fits, pair[1].day, pair[0].code))
    bars = sorted(single[:most], key=lambda pair: (pair[1].day, pair[0].code))
    hidden = single[most:]
    more = len(hidden) if shown.near else sum(call.fits for call, _ in hidden)
    counted = n > FEW and shown.zoom != "uke"
    return Lane(programme, group, n, fits, counts, counted, tuple(bars), tuple(days), more)


def _alone(call: Call, shown: Window) -> bool:
    """Whether a call of a full lane is drawn by itself: near by all, far out what fits and has not closed."""
    return shown.near or (call.fits and call.state != "closed")


def _ordered(lanes: list[Lane]) -> list[Lane]:
    """Groups with most that fits first, then the largest; inside a group likewise."""
    weight: Counter[str | None] = Counter()
    fitting: Counter[str | None] = Counter()
    for lane in lanes:
        weight[lane.group] += lane.n
        fitting[lane.group] += lane.fits
    return sorted(
        lanes,
        key=lambda a: (-fitting[a.group], -weight[a.group], a.group or "~", -a.fits, -a.n, a.programme or "~"),
    )


def lane_table(found: Timeline, ticks: Mapping[str, str]) -> Table:
    """One row per lane, then all together. Columns: programme, n (calls), fits, then deadlines per period.

    ``ticks`` gives each period's words.
    """
    heads = [
        Heading("programme", Cell.NAME, "Program"),
        Heading("n", Cell.COUNT, "Utlysninger"),
        Heading("fits", Cell.COUNT, "Aktuelle"),
        *(Heading(period.key, Cell.COUNT, ticks[period.key]) for period in found.window.periods),
    ]
    rows = [
        (("programme", lane.programme) if lane.programme else None, lane.n, lane.fits, *lane.counts)
        for lane in found.lanes
    ]
    return table(heads, rows)
