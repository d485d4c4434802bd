"""What slides are put together of: text in a place, an instrument's sign and rule, the foot, the language of it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide
from pptx.util import Pt

from akint_dash.addresses import is_web_address
from akint_dash.exports.office import LANGUAGES, colour, instrument_colour
from akint_dash.exports.slides import frame, look
from akint_dash.exports.slides.letters import LINE, fitted, height
from akint_dash.exports.slides.look import Box

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SHAPES: Final = {
    "rect": MSO_SHAPE.RECTANGLE,
    "diamond": MSO_SHAPE.DIAMOND,
    "ellipse": MSO_SHAPE.OVAL,
    "flowChartCollate": MSO_SHAPE.FLOWCHART_COLLATE,
}


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph: ``head`` stands in bold before it on a line of its own; ``link`` where it leads."""

    text: str
    head: str = ""
    quiet: bool = False
    link: str = ""


def place(slide: Slide, index: int) -> Any:
    """A placeholder of the slide."""
    return slide.placeholders[index]


def put(slide: Slide, index: int, text: str, *, size: float = 0, box: Box | None = None) -> None:
    """``text`` in a placeholder; without any the placeholder goes, so that nobody is asked to fill it."""
    holder = place(slide, index)
    if not text:
        holder._element.getparent().remove(holder._element)
        return
    if box is not None:
        holder.left, holder.top, holder.width, holder.height = box.emu
    paragraph = holder.text_frame.paragraphs[0]
    for at, line in enumerate(text.splitlines()):
        if at:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = line
        if size:
            run.font.size = Pt(size)


def put_all(slide: Slide, index: int, said: Sequence[Said], box: Box, sizes: Sequence[float]) -> None:
    """Paragraphs in a placeholder, at the largest of ``sizes`` with room for all; else the last is cut."""
    if not said:
        put(slide, index, "")
        return
    size = next((one for one in sizes if _all_high(said, one, box.width) <= box.height), sizes[-1])
    holder = place(slide, index)
    holder.left, holder.top, holder.width, holder.height = box.emu
    frame_ = holder.text_frame
    left = box.height
    for at, one in enumerate(said):
        own = _size(one, size)
        head = size * LINE if one.head else 0
        room = left - head
        if room < own * LINE:
            break
        text = fitted(one.text, [own], box.width, room)[1]
        left -= head + height(text, own, box.width) + _after(size)
        _write(frame_.paragraphs[0] if at == 0 else frame_.add_paragraph(), one, text, size, own)


def _size(one: Said, size: float) -> float:
    return min(size, look.SMALL) if one.quiet else size


def _after(size: float) -> float:
    return size * 0.6


def _all_high(said: Sequence[Said], size: float, room: float) -> float:
    return sum(
        height(one.text, _size(one, size), room) + (size * LINE if one.head else 0) + _after(size) for one in said
    )


def _write(paragraph: Any, one: Said, text: str, size: float, own: float) -> None:
    paragraph.space_before = Pt(0)
    paragraph.space_after = Pt(_after(size))
    if one.head:
        head = paragraph.add_run()
        head.text, head.font.bold, head.font.size = one.head, True, Pt(size)
        paragraph.add_line_break()
    for at, line in enumerate(text.splitlines() or [""]):
        if at:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text, run.font.size = line, Pt(own)
        if one.quiet:
            run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
        if one.link and is_web_address(one.link):
            run.hyperlink.address = one.link


def over(slide: Slide, words: str, instrument: str) -> None:
    """What stands over the title: quiet words; an instrument's in its colour, with its sign and its rule."""
    box = Box(look.EDGE, look.OVER_TOP, look.ROOM, 16)
    if instrument in look.SIGNS:
        rgb = RGBColor.from_string(instrument_colour(instrument))
        _rule(slide, rgb)
        _sign(slide, instrument, rgb)
        box = Box(look.EDGE + 17, look.OVER_TOP, look.ROOM - 17, 16)
    size, text = fitted(words, [look.SMALL], box.width, look.SMALL * LINE)
    put(slide, frame.OVER, text, size=size, box=box)
    if instrument in look.SIGNS and text:
        for run in place(slide, frame.OVER).text_frame.paragraphs[0].runs:
            run.font.bold = True
            run.font.color.rgb = RGBColor.from_string(colour(f"{instrument.lower()}-ink"))


def _rule(slide: Slide, rgb: RGBColor) -> None:
    left, top, wide, _ = Box(look.EDGE, look.RULE_TOP, look.ROOM, 0).emu
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, left, top, left + wide, top)
    line.line.color.rgb, line.line.width = rgb, Pt(3.5)
    _decoration(line)


def _sign(slide: Slide, instrument: str, rgb: RGBColor) -> None:
    sign = slide.shapes.add_shape(_SHAPES[look.SIGNS[instrument]], *Box(look.EDGE, look.OVER_TOP + 2, 11, 11).emu)
    sign.fill.solid()
    sign.fill.fore_color.rgb = rgb
    sign.line.fill.background()
    if instrument == "BIL":
        sign.rotation = 90
    _decoration(sign)


DECORATIVE: Final = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""Says of a shape that readers of the screen pass it by."""


def _decoration(shape: Any) -> None:
    about = shape._element.xpath(".//p:cNvPr")[0]
    about.set("descr", "")
    about.append(parse_xml(DECORATIVE))


def quoted(text: str) -> str:
    """``text`` as the value of an attribute, with its quotes."""
    return '"' + escape(text, {'"': "&quot;", "\n": " ", "\t": " "}) + '"'


def hatch(slide: Slide, box: Box) -> None:
    """The sign of what is not real."""
    sign = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
    sign.fill.patterned()
    sign.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    sign.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
    sign.fill.back_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    sign.line.fill.background()
    _decoration(sign)


def described(shape: Any, name: str, text: str) -> None:
    """A shape's name and what it shows, for those who do not see it."""
    about = shape._element.xpath("./p:nvGraphicFramePr/p:cNvPr | ./p:nvSpPr/p:cNvPr")[0]
    about.set("name", name)
    about.set("descr", text)


def foot(slide: Slide, line: str, mark: str) -> None:
    """The foot: where the numbers are from, the mark in bold, the slide's number. The library leaves these out."""
    for layout_place in slide.slide_layout.placeholders:
        kind = layout_place._element.xpath(".//p:ph")[0].get("type")
        if kind not in ("ftr", "sldNum"):
            continue
        number = max(int(one) for one in slide.shapes._spTree.xpath(".//p:cNvPr/@id")) + 1
        ph = layout_place.placeholder_format.idx
        inside = (
            '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
            if kind == "sldNum"
            else ""
        )
        shape = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{kind} {number}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" idx="{ph}"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inside}</a:p></p:txBody></p:sp>"
        )
        slide.shapes._spTree.append(shape)
        if kind == "ftr":
            paragraph = slide.placeholders[ph].text_frame.paragraphs[0]
            room = look.ROOM - 70
            for text, bold in ((f"{mark} · " if mark and line else mark, True), (line, False)):
                shown = fitted(text, [look.FOOT], room, look.FOOT * LINE, bold)[1] if text else ""
                if shown:
                    run = paragraph.add_run()
                    run.text, run.font.bold = shown, bold
                room -= 5.6 * len(shown) if bold else 0


def speak(root: etree._Element, language: str) -> None:
    """The language on every run that has none, or the library's."""
    code = LANGUAGES[language]
    for run in root.iter(f"{_A}r", f"{_A}fld", f"{_A}br"):
        if run.find(f"{_A}rPr") is None:
            run.insert(0, parse_xml(f"<a:rPr {nsdecls('a')}/>"))
    for properties in root.iter(f"{_A}rPr", f"{_A}endParaRPr", f"{_A}defRPr"):
        if properties.get("lang") in (None, "en-US"):
            properties.set("lang", code)
