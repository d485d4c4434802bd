"""A native, editable chart of an exhibit: our colours, numbers on the marks where few, no noise, missing as a gap."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree
from pptx.chart.chart import Chart as Native
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE as XL
from pptx.enum.chart import XL_LABEL_POSITION as POSITION
from pptx.enum.chart import XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from akint_dash.domain.exhibit import Chart, Exhibit, Form
from akint_dash.exports.office import (
    LANGUAGES,
    MILLION,
    clear,
    colour,
    edge,
    in_millions,
    instrument_colour,
    is_pale,
    on,
    step,
)
from akint_dash.exports.slides import look
from akint_dash.exports.slides.chart_data import largest, least, number_format
from akint_dash.exports.slides.drawing import FEW, KEY_MARK, Drawing, fits, key_high, plot_area, skipped
from akint_dash.exports.slides.letters import width
from akint_dash.exports.slides.look import Box
from akint_dash.text.words import Words

_TYPES: Final = {
    (Form.BARS, False): XL.BAR_CLUSTERED,
    (Form.BARS, True): XL.BAR_STACKED,
    (Form.COLUMNS, False): XL.COLUMN_CLUSTERED,
    (Form.COLUMNS, True): XL.COLUMN_STACKED,
    (Form.LINES, False): XL.LINE_MARKERS,
    (Form.LINES, True): XL.LINE_MARKERS,
}


def fill(native: Native, drawn: Drawing) -> None:
    """Dress a chart that the library made of the numbers."""
    chart, area = drawn.chart, plot_area(drawn)
    native.has_title = False
    native.font.size = Pt(drawn.size)
    native.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    native.has_legend = len(chart.series) > 1 and chart.form is not Form.LINES
    if native.has_legend:
        native.legend.position = XL_LEGEND_POSITION.TOP
        native.legend.include_in_layout = False
        native.legend.font.size = Pt(drawn.size)
        native.legend.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
        _place_legend(native, drawn, area.left if chart.form is Form.BARS else 0.0)
    _axes(native, drawn)
    _series(native, drawn)
    _language(native, drawn.words)
    _axis_numbers(native)
    _inner(native, area, drawn.box)


def chart_type(chart: Chart) -> Any:
    """The library's name of the form."""
    return _TYPES[chart.form, chart.stacked]


def colours(exhibit: Exhibit, chart: Chart) -> list[str]:
    """A colour a series: instruments their own, others ink and greys, parts of a whole the page's ramp."""
    count = len(chart.series)
    if count == 1 and exhibit.instrument and not chart.series[0].instrument:
        return [instrument_colour(exhibit.instrument)]
    grey = ("ink-2",) if count == 1 else ("ink-2", "mute") if count == 2 else ()
    ramp = grey or ("seq-6", "seq-4", "seq-2", "rule-strong", "rule", "seq-5", "seq-3", "mute")
    return [
        instrument_colour(one.instrument) if one.instrument else colour(ramp[at % len(ramp)])
        for at, one in enumerate(chart.series)
    ]


# -- axes


def _axes(native: Native, drawn: Drawing) -> None:
    chart, names, values = drawn.chart, native.category_axis, native.value_axis
    values.has_major_gridlines = not drawn.labelled
    values.visible = not drawn.labelled
    values.minimum_scale = 0 if least(chart) >= 0 else None
    values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
    values.format.line.fill.background()
    values.tick_labels.font.size = Pt(drawn.size)
    values.tick_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    values.tick_labels.number_format = _axis_format(chart, drawn.words.language)
    values.tick_labels.number_format_is_linked = False
    if not drawn.labelled:
        _paint(values.major_gridlines.format.line, colour("grid"), 0.75)
        values.major_unit = step(largest(chart))
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.tick_labels.font.size = Pt(drawn.size)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.form is Form.BARS:
        names.format.line.fill.background()
    else:
        _paint(names.format.line, colour("rule-strong"), 1)
    _every(names, drawn)
    if chart.form is Form.BARS:
        names.reverse_order = True
        if not drawn.labelled:  # the numbers stay below where the first row is on top
            values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH


def _every(names: Any, drawn: Drawing) -> None:
    """Names under the marks: level, and only every second or third where they would touch."""
    skip = 1 if drawn.chart.form is Form.BARS else skipped(drawn)
    axis = names._element
    place = list(axis).index(axis.find(_c("noMultiLvlLbl")))
    axis.insert(place, parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="{skip}"/>'))
    if skip == 1:
        names._element.find(_c("txPr")).find(_a("bodyPr")).set("rot", "0")


def _axis_format(chart: Chart, language: str) -> str:
    """As the numbers', without decimals where the steps have none."""
    code = number_format(chart, language)
    return "#,##0,," if in_millions(chart) and step(largest(chart)) >= MILLION else code


def _paint(line: Any, rgb: str, points: float) -> None:
    line.color.rgb = RGBColor.from_string(rgb)
    line.width = Pt(points)


# -- series


def _series(native: Native, drawn: Drawing) -> None:
    chart, plot = drawn.chart, native.plots[0]
    if chart.form is not Form.LINES:
        plot.gap_width = 45 if chart.form is Form.BARS else max(45, min(150, 320 // max(1, len(chart.categories))))
        plot.overlap = 100 if chart.stacked else -5 if len(chart.series) > 1 else 0
    plot.vary_by_categories = False
    for at, (one, rgb) in enumerate(zip(plot.series, colours(drawn.exhibit, chart), strict=True)):
        code = chart.series[at].instrument or drawn.exhibit.instrument
        if chart.form is Form.LINES:
            rgb = clear(rgb)
            _line(one, rgb, look.MARKERS.get(code, "circle"), len(chart.categories))
            _end_label(one, drawn, at, rgb)
        else:
            one.format.fill.solid()
            one.format.fill.fore_color.rgb = RGBColor.from_string(rgb)
            if chart.stacked or is_pale(rgb):
                _paint(one.format.line, edge(rgb), 1)
            if drawn.labelled:
                _labels(one, drawn, at, rgb)
        one.invert_if_negative = False if chart.form is not Form.LINES else None


def _labels(one: Any, drawn: Drawing, at: int, rgb: str) -> None:
    """The number on each bar: at its end, or inside where bars are stacked and it has room."""
    chart = drawn.chart
    labels = one.data_labels
    labels.show_value = True
    labels.font.size = Pt(drawn.size)
    labels.number_format = number_format(chart, drawn.words.language)
    labels.number_format_is_linked = False
    labels._element.find(_c("txPr")).find(_a("bodyPr")).set("wrap", "none")
    if not chart.stacked:
        labels.position = POSITION.OUTSIDE_END
        labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        return
    labels.position = POSITION.CENTER
    labels.font.color.rgb = RGBColor.from_string(on(rgb))
    for index, value in enumerate(chart.series[at].values):
        if value is None or not fits(drawn, value):
            _hide(labels._element, index)


def _hide(labels: etree._Element, index: int) -> None:
    """A point without a label."""
    place = len(labels.findall(_c("dLbl")))
    labels.insert(place, parse_xml(f'<c:dLbl {nsdecls("c")}><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'))


def _line(one: Any, rgb: str, marker: str, count: int) -> None:
    one.smooth = False
    _paint(one.format.line, rgb, 2.5)
    style = {"square": "SQUARE", "diamond": "DIAMOND", "triangle": "TRIANGLE"}.get(marker, "CIRCLE")
    one.marker.style = XL_MARKER_STYLE[style] if count <= FEW else XL_MARKER_STYLE.NONE
    one.marker.size = 9
    one.marker.format.fill.solid()
    one.marker.format.fill.fore_color.rgb = RGBColor.from_string(rgb)
    _paint(one.marker.format.line, colour("paper"), 1)


def _end_label(one: Any, drawn: Drawing, at: int, rgb: str) -> None:
    """What a line is, and its last number, at its end; every number where they are few and the line is alone."""
    chart = drawn.chart
    known = [index for index, value in enumerate(chart.series[at].values) if value is not None]
    alone = len(chart.series) == 1
    shown = known if alone and drawn.labelled else known[-1:]
    code = number_format(chart, drawn.words.language)
    labels = one.data_labels._element
    for child in list(labels):
        labels.remove(child)
    ink = colour("ink") if rgb == colour("mute") else rgb
    size = int(drawn.size * 100)
    for index in shown:
        last = index == known[-1]
        place = "r" if last and not alone else "t"
        named = int(last and not alone)
        labels.append(
            parse_xml(
                f'<c:dLbl {nsdecls("c", "a")}><c:idx val="{index}"/>'
                f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
                f'<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="{named}">'
                f'<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>'
                f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
                f'<c:showSerName val="{named}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
                "<c:separator> </c:separator></c:dLbl>"
            )
        )
    for flag in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        labels.append(parse_xml(f'<c:show{flag} {nsdecls("c")} val="0"/>'))


# -- place and language


def _place_legend(native: Native, drawn: Drawing, left: float) -> None:
    """The key begins where the marks do, and has the room that the marks leave it."""
    box, chart = drawn.box, drawn.chart
    high = key_high(chart, box.width - left, drawn.size)
    wide = min(box.width - left, sum(width(one.words, drawn.size) + KEY_MARK for one in chart.series))
    legend = native._chartSpace.chart.find(_c("legend"))
    for old in legend.findall(_c("layout")):
        legend.remove(old)
    xml = (
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left / box.width:.4f}"/><c:y val="0"/>'
        f'<c:w val="{wide / box.width:.4f}"/><c:h val="{high / box.height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )
    legend.insert(list(legend).index(legend.find(_c("legendPos"))) + 1, parse_xml(xml))


def _inner(native: Native, area: Box, box: Box) -> None:
    """Where the marks are, as parts of the chart."""
    holder = native._chartSpace.chart.plotArea
    for old in holder.findall(_c("layout")):
        holder.remove(old)
    parts = (
        ("x", area.left / box.width),
        ("y", area.top / box.height),
        ("w", area.width / box.width),
        ("h", area.height / box.height),
    )
    sides = "".join(f'<c:{name} val="{max(0.0, value):.4f}"/>' for name, value in parts)
    xml = (
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'
    )
    holder.insert(0, parse_xml(xml))


def _axis_numbers(native: Native) -> None:
    """The library numbers the axes below nought, which the format has no room for."""
    numbers = {"-2068027336": "2068027336", "-2113994440": "2113994440"}
    for one in native._chartSpace.iter(_c("axId"), _c("crossAx")):
        one.set("val", numbers.get(one.get("val"), one.get("val")))


def _language(native: Native, w: Words) -> None:
    """The chart's own language, no round corners, no frame, no fill of its own."""
    space = native._chartSpace
    for tag in ("lang", "roundedCorners"):
        for old in space.findall(_c(tag)):
            space.remove(old)
    at = list(space).index(space.find(_c("date1904"))) + 1
    space.insert(at, parse_xml(f'<c:lang {nsdecls("c")} val="{LANGUAGES[w.language]}"/>'))
    space.insert(at + 1, parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>'))
    place = list(space).index(space.find(_c("chart"))) + 1
    bare = "<a:noFill/><a:ln><a:noFill/></a:ln>"
    space.insert(place, parse_xml(f"<c:spPr {nsdecls('c', 'a')}>{bare}</c:spPr>"))


def _a(tag: str) -> str:
    return "{http://schemas.openxmlformats.org/drawingml/2006/main}" + tag


def _c(tag: str) -> str:
    return "{http://schemas.openxmlformats.org/drawingml/2006/chart}" + tag
