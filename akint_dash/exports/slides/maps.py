"""The map of an exhibit as shapes that can be moved and coloured: land, regions by look, ties home, names, key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide

from akint_dash.domain.exhibit import Corners, Region, Sketch
from akint_dash.exports.mapped import LOOKS, PLAIN, Look, bend, is_tiny, places
from akint_dash.exports.office import colour
from akint_dash.exports.slides import look
from akint_dash.exports.slides.letters import width
from akint_dash.exports.slides.look import Box
from akint_dash.exports.slides.parts import DECORATIVE, quoted
from akint_dash.figures.labels import Placed

LETTERS: Final = 11.0
KEY_GAP: Final = 18.0


def draw(slide: Slide, sketch: Sketch, box: Box, told: str, name: str) -> Box:
    """The map inside ``box`` as one group that says ``told``; where it came to stand."""
    scale = min(box.width / sketch.width, box.height / sketch.height)
    room = Box(box.left, box.top, sketch.width * scale, sketch.height * scale)
    made = _Map(scale, room, slide.shapes._next_shape_id + 1)
    shapes = [made.area("", sketch.land, Look("grid", "paper", 0.5), room)]
    if sketch.home is not None:
        shapes += [made.tie(sketch.home, one) for one in sketch.regions if one.tie]
    for one in sorted(sketch.regions, key=lambda one: -one.rank):
        shapes += made.region(one)
    if sketch.home is not None:
        shapes.append(made.dot("", sketch.home, 4.5, Look("accent", "paper", 1.5)))
    shapes += [
        made.label(placed, sketch.home_name) for placed in places(sketch, scale, room.width, room.height, LETTERS)
    ]
    slide.shapes._spTree.append(parse_xml(_group(made.number - 1, name, told, room, shapes)))
    return room


def key(slide: Slide, sketch: Sketch, box: Box) -> None:
    """What the looks mean, in as many rows as they need."""
    made = _Map(1.0, Box(0, 0, 0, 0), slide.shapes._next_shape_id)
    for (code, words), (x, row) in zip(sketch.key, _key_places(sketch, box.width), strict=True):
        left, top = box.left + x, box.top + 18 * row
        corners = ((left, top + 2), (left + 12, top + 2), (left + 12, top + 14), (left, top + 14))
        square = made.area("", (corners,), LOOKS.get(code, PLAIN), Box(left, top + 2, 12, 12))
        beside = Box(left + 17, top, width(words, look.SMALL) + 4, 16)
        for shape in (square, made.written(words, beside, look.SMALL, "tx2")):
            slide.shapes._spTree.append(parse_xml(shape))


def key_rows(sketch: Sketch, wide: float) -> int:
    """How many rows the key needs."""
    return max((row for _, row in _key_places(sketch, wide)), default=-1) + 1


def _key_places(sketch: Sketch, wide: float) -> list[tuple[float, int]]:
    """(how far in, row) of each look."""
    found: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for _, words in sketch.key:
        need = 21 + width(words, look.SMALL)
        if x and x + need > wide:
            x, row = 0.0, row + 1
        found.append((x, row))
        x += need + KEY_GAP
    return found


def _group(number: int, name: str, told: str, room: Box, shapes: Iterable[str]) -> str:
    left, top, wide, high = room.emu
    place_ = f'<a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'
    child = f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{wide}" cy="{high}"/>'
    return (
        f'<p:grpSp {nsdecls("p", "a")}><p:nvGrpSpPr><p:cNvPr id="{number}" name={quoted(name)} descr={quoted(told)}/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{place_}{child}</a:xfrm></p:grpSpPr>"
        f"{''.join(shapes)}</p:grpSp>"
    )


class _Map:
    """Writes shapes at a scale; each gets a number of its own."""

    def __init__(self, scale: float, room: Box, first: int) -> None:
        self.scale, self.room, self.number = scale, room, first
        self._next = first - 1

    def _id(self) -> int:
        self._next += 1
        return self._next

    def _on_slide(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.room.left + point[0] * self.scale, self.room.top + point[1] * self.scale

    def area(self, words: str, parts: Sequence[Corners], how: Look, frame: Box | None = None) -> str:
        """A freeform of closed parts."""
        points = [[self._on_slide(point) for point in part] for part in parts]
        every = [point for part in points for point in part]
        box = frame or _around(every)
        paths = "".join(_closed([(x - box.left, y - box.top) for x, y in part]) for part in points)
        wide, high = (max(1, round(side * 100)) for side in (box.width, box.height))
        outline = (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
            f'<a:pathLst><a:path w="{wide}" h="{high}">{paths}</a:path></a:pathLst></a:custGeom>'
        )
        return self._shape(words, box, outline, how)

    def region(self, one: Region) -> list[str]:
        """A region, and a dot upon it where it is too small to see."""
        how = LOOKS.get(one.look, PLAIN)
        drawn = [self.area(one.words, one.parts, how)] if one.parts else []
        if not one.parts or is_tiny(one, self.scale):
            drawn.append(self.dot("" if one.parts else one.words, one.point, 4.0, how))
        return drawn

    def dot(self, words: str, point: tuple[float, float], radius: float, how: Look) -> str:
        """A circle."""
        x, y = self._on_slide(point)
        box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        return self._shape(words, box, '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>', how)

    def tie(self, home: tuple[float, float], one: Region) -> str:
        """The line home, bent as on the page."""
        (x0, y0), (x1, y1) = self._on_slide(home), self._on_slide(one.point)
        middle = bend((x0, y0), (x1, y1))
        box = _around([(x0, y0), (x1, y1), middle])
        a, m, b = ((round((x - box.left) * 100), round((y - box.top) * 100)) for x, y in ((x0, y0), middle, (x1, y1)))
        outline = (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{max(1, round(box.width * 100))}" h="{max(1, round(box.height * 100))}" fill="none">'
            f'<a:moveTo><a:pt x="{a[0]}" y="{a[1]}"/></a:moveTo><a:quadBezTo><a:pt x="{m[0]}" y="{m[1]}"/>'
            f'<a:pt x="{b[0]}" y="{b[1]}"/></a:quadBezTo></a:path></a:pathLst></a:custGeom>'
        )
        line = (
            f'<a:noFill/><a:ln w="{int(max(0.75, one.tie * 0.75) * 12700)}" cap="rnd"><a:solidFill>'
            f'<a:srgbClr val="{colour("bil-strong")}"><a:alpha val="50000"/></a:srgbClr></a:solidFill></a:ln>'
        )
        return self._shape("", box, outline, None, line)

    def label(self, placed: Placed, home: str) -> str:
        """A name; the line to it from its region is drawn where it stands away."""
        name, is_home = placed.name, placed.name.words == home and not placed.name.key
        wide = width(name.words, LETTERS, bold=is_home) + 4
        box = Box(self.room.left + placed.x, self.room.top + placed.y - LETTERS * 1.0, wide, LETTERS * 1.3)
        role = "" if not is_home else colour("accent")
        return self._leader(placed) + self.written(name.words, box, LETTERS, "tx1", role, is_home)

    def _leader(self, placed: Placed) -> str:
        if placed.leader is None:
            return ""
        x0, y0, x1, y1 = placed.leader
        box = Box(self.room.left + min(x0, x1), self.room.top + min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        flip = ' flipV="1"' if (x1 - x0) * (y1 - y0) < 0 else ""
        outline = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        line = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{colour("ink-3")}"/></a:solidFill></a:ln>'
        return self._shape("", box, outline, None, line, flip)

    def written(self, text: str, box: Box, size: float, tone: str, rgb: str = "", bold: bool = False) -> str:
        """A line of text."""
        left, top, wide, high = box.emu
        fill = f'<a:srgbClr val="{rgb}"/>' if rgb else f'<a:schemeClr val="{tone}"/>'
        number = self._id()
        return (
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name={quoted(text)}/><p:cNvSpPr txBox="1"/>'
            "<p:nvPr/></p:nvSpPr><p:spPr>"
            f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r>'
            f'<a:rPr sz="{int(size * 100)}" b="{int(bold)}"><a:solidFill>{fill}</a:solidFill></a:rPr>'
            f"<a:t>{quoted(text)[1:-1]}</a:t></a:r></a:p></p:txBody></p:sp>"
        )

    def _shape(self, words: str, box: Box, outline: str, how: Look | None, line: str = "", flip: str = "") -> str:
        left, top, wide, high = box.emu
        number = self._id()
        about = f'id="{number}" name={quoted(words or "–")} descr={quoted(words)}'
        more = "" if words else DECORATIVE
        return (
            f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr {about}>{more}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f'<p:spPr><a:xfrm{flip}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>{outline}'
            f"{line or _painted(how or PLAIN)}</p:spPr></p:sp>"
        )


def _painted(how: Look) -> str:
    """Fill and line of a look."""
    solid = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
    fill = solid.format(colour(how.fill))
    if how.hatched:
        fill = (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{colour(how.fill)}"/></a:fgClr>'
            f'<a:bgClr><a:srgbClr val="{colour("paper")}"/></a:bgClr></a:pattFill>'
        )
    if not how.line:
        return f"{fill}<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{how.dash}"/>' if how.dash else ""
    return f'{fill}<a:ln w="{int(how.points * 12700)}">{solid.format(colour(how.line))}{dash}</a:ln>'


def _around(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Box(min(xs), min(ys), max(max(xs) - min(xs), 0.1), max(max(ys) - min(ys), 0.1))


def _closed(points: Sequence[tuple[float, float]]) -> str:
    corners = [f'<a:pt x="{round(x * 100)}" y="{round(y * 100)}"/>' for x, y in points]
    rest = "".join(f"<a:lnTo>{corner}</a:lnTo>" for corner in corners[1:])
    return f"<a:moveTo>{corners[0]}</a:moveTo>{rest}<a:close/>"
