"""A slide as it stands on the wall: head, body and foot, in lines that were measured to fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from akint_dash.figures.svg import el
from akint_dash.figures.wall import code
from akint_dash.pages.screen.bodies import BODIES, SHARE
from akint_dash.pages.screen.fitting import SIZES, Fitted, fit, wide, wrap
from akint_dash.pages.screen.room import CODE, GAP, TOP, Body, Room, lined, said
from akint_dash.pages.screen.slide import Slide
from akint_dash.text.words import Words


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands under every slide: ``day`` of the data, the mark, the address behind the code (blank: none)."""

    day: str
    mark: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A slide for one wall: its HTML, how many lines of text it has, and how many of its rows are shown."""

    html: str
    lines: int
    shown: int


def compose(w: Words, slide: Slide, room: Room, foot: Foot) -> Composed:
    """The whole slide."""
    slide = _unnoted(w, slide, room, foot)
    head, title, body = _PARTS.get(slide.form, _listed)(slide, room)
    form = "portrait" if room.surface.portrait else "landscape"
    whole = el(
        "section", head, body.html, _foot(w, slide, room, foot), class_=f"slide {form} f-{slide.form} k-{slide.kind}",
        lang=w.language, data_kind=slide.kind,
    )  # fmt: skip
    lines = title + body.lines + (0 if room.surface.portrait else 1 + bool(slide.note or foot.mark))
    return Composed(whole, lines, body.shown)


Part = tuple[str, int, Body]


def _narrow(w: Words, room: Room, foot: Foot) -> bool:
    """Whether the mark and the age of the picture do not stand in one line."""
    longest_age = wide(w("sist oppdatert {time}", time="00.00"), 1.0)
    return wide(foot.mark, 1.0) + longest_age + 0.5 > _beside_code(room, foot)


def _beside_code(room: Room, foot: Foot) -> float:
    return room.width - (CODE + 0.55 if foot.address else 0.0)


def _unnoted(w: Words, slide: Slide, room: Room, foot: Foot) -> Slide:
    """The slide without its note, and the marks that it explains, where the foot has no room for it."""
    beside = wide("00:00", 1.15) if not _narrow(w, room, foot) else wide(foot.day, 1.0)
    if not slide.note or wide(slide.note, 1.0) + beside + 1.0 <= _beside_code(room, foot):
        return slide
    return replace(slide, note="", rows=tuple(replace(row, was=None) for row in slide.rows))


def _listed(slide: Slide, room: Room) -> Part:
    """Title, then rows: the largest title that takes no row away."""
    tried = [_list_under(slide, room, largest) for largest in (1.45, 1.3, 1.15)]
    return max(tried, key=lambda part: (part[2].shown, -part[2].html.count("…")))


def _list_under(slide: Slide, room: Room, largest: float) -> Part:
    most = (3 if room.surface.portrait else 2) + (len(slide.rows) < 3) * (2 if room.surface.portrait else 1)
    title = fit(slide.head, room.width, most, largest=largest)
    head = el("div", lined("h1", title), class_="head")
    lines = room.lines - len(title.lines)
    return head, len(title.lines), BODIES[slide.form](slide, room, lines, room.body(title.high))


def _mapped(slide: Slide, room: Room) -> Part:
    """Words at the left, the map to the right edge; standing, the map between title and rows."""
    tried = [_map_beside(slide, room, largest) for largest in (1.9, 1.65, 1.45, 1.3, 1.15, 1.0)]
    return max(tried, key=lambda part: (min(3, part[2].shown), -part[2].html.count("…")))


def _map_beside(slide: Slide, room: Room, largest: float) -> Part:
    stands = room.surface.portrait
    width = room.width if stands else room.width * SHARE[slide.kind]
    title = fit(slide.head, width, 3 if stands else 4, largest=largest)
    lead = fit(slide.say, width, 2, largest=1.0) if slide.kind == "region" else Fitted((), 7)
    count, high = len(title.lines) + len(lead.lines), title.high + lead.high
    body = BODIES[slide.form](slide, room, max(1, room.lines - count), room.body(high) * (0.5 if stands else 1.0))
    head = el("div", lined("h1", title), lined("p", lead, "lead") if lead.lines else "", class_="head")
    if slide.picture is None:
        return head, count, body
    if stands:
        drawn = slide.picture(room.surface.wide, max(5.0, room.body(high) - body.lines * 1.3 - GAP))
    else:
        drawn = slide.picture(room.surface.wide - width - room.edge - 0.4, room.surface.high - room.foot)
    return head, count, Body(el("div", drawn, class_="pic") + body.html, body.lines, body.shown)


def _needed(slide: Slide, room: Room) -> Part:
    """Title at the left, the map in the corner beside it, and rows across under both."""
    if room.surface.portrait:
        return _mapped(slide, room)
    width = room.width * SHARE[slide.kind]
    title = fit(slide.head, width, 3, largest=1.3)
    body = BODIES["needs"](slide, room, room.lines - len(title.lines), room.body(title.high) + 0.2)
    drawn = slide.picture(room.width - width + room.edge - 0.4, title.high + TOP + 0.2) if slide.picture else ""
    head = el("div", lined("h1", title), class_="head")
    return head, len(title.lines), Body(el("div", drawn, class_="pic") + body.html, body.lines, body.shown)


def _stated(slide: Slide, room: Room) -> Part:
    """One large statement over its picture."""
    title = fit(slide.head, room.width, 6 if room.surface.portrait else 4, room.above * 0.62, 2.2)
    drawn = slide.picture(room.width, room.body(title.high)) if slide.picture else ""
    head = el("div", lined("h1", title), class_="head")
    return head, len(title.lines), Body(el("div", drawn, class_="pic"), 2 if room.surface.portrait else 1, 0)


def _answered(slide: Slide, room: Room) -> Part:
    """The strategy's sentence, then what is measured today: the answer as large as both together find room."""
    pairs = [
        (large, small) for large in (1.9, 1.65, 1.45, 1.3, 1.15, 1.0) for small in (1.3, 1.15, 1.0) if small <= large
    ]
    tried = [(_set(slide.title, room, large), _set(slide.say, room, small)) for large, small in pairs]
    good = [
        (title, quote)
        for title, quote in tried
        if title.high + quote.high + 1.8 <= room.above and len(title.lines) + len(quote.lines) <= room.lines
    ]
    title, quote = (good or tried[-1:])[0]
    head = el("div", lined("blockquote", quote), class_="head")
    body = el("div", lined("h1", title), class_="reply")
    return head, len(quote.lines), Body(body, len(title.lines), 0)


def _set(words: str, room: Room, size: float) -> Fitted:
    return Fitted(tuple(wrap(words, size, room.width)), SIZES.index(size))


_PARTS = {"map": _mapped, "needs": _needed, "statement": _stated, "answer": _answered}


def _foot(w: Words, slide: Slide, room: Room, foot: Foot) -> str:
    """The code, what a mark means, the mark of demonstration, clock and day; a script fills clock and age."""
    label = w("QR-kode til dette bildet på telefonen")
    key = el("i", "", class_="was-key") if slide.form == "bars" and slide.note else ""
    note = el("p", key, said(slide.note), class_="note t7")
    mark = el("p", said(foot.mark), class_="mark t7")
    clock = el("p", "", class_="clock t6", data_clock="")
    stamp = el(
        "p",
        said(foot.day),
        class_="stamp t7",
        data_stamp=foot.day,
        data_stale=w("sist oppdatert {time}"),
        data_paused=w("satt på pause"),
    )
    first, second = (mark, note) if _narrow(w, room, foot) else (note, mark)
    return el(
        "footer",
        code(foot.address, label) if foot.address else "",
        el("div", el("div", first, clock), el("div", second, stamp), class_="said"),
        class_="foot coded" if foot.address else "foot",
    )
