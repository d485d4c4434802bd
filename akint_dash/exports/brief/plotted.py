"""A chart as DrawingML, in our look: editable in Word, its numbers in a workbook that it carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from akint_dash.domain.exhibit import Chart, Form, Kind, Series
from akint_dash.exports.brief.look import FONT
from akint_dash.exports.office import LANGUAGES, clear, colour, in_millions, is_pale, on, series_colours
from akint_dash.text.dates import Language

SHEET: Final = "Data"
FEW: Final = 30
"""So many numbers at most stand at the marks; with more there is an axis instead."""
THIN: Final = 0.05
"""A part of a stack under this share of the longest has no number, unless a call says another: it would not fit."""
TENTHS: Final = "#,##0.0,,"
WHOLE: Final = "#,##0,,"
"""Millions at the marks, and on an axis."""
SEEN: Final = 8
"""So many names at most stand under an axis: none is turned."""
LOCALE: Final[dict[Language, str]] = {"nb": "[$-414]", "en": "[$-809]"}

_AT_LEFT: Final = (
    '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/></c:manualLayout>'
    "</c:layout>"
)
_NO_LINE: Final = "<a:noFill/><a:ln><a:noFill/></a:ln>"
_SHOWN: Final = '<c:showLegendKey val="0"/><c:showVal val="{}"/>' + "".join(
    f'<c:{name} val="0"/>' for name in ("showCatName", "showSerName", "showPercent", "showBubbleSize")
)
_SPACES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def number_format(chart: Chart, language: Language) -> str:
    """How the chart's numbers are written: the numbers themselves are the exhibit's, also where millions are shown."""
    whole = all(value == int(value) for value in _values(chart))
    match chart.kind:
        case Kind.SHARE:
            plain = "0\\ %" if language == "nb" else "0%"
        case Kind.RATE:
            plain = "0.00"
        case Kind.MONEY if in_millions(chart):
            plain = TENTHS
        case Kind.DECIMAL if not whole:
            plain = "#,##0.0"
        case _:
            plain = "#,##0"
    return LOCALE[language] + plain


def _values(chart: Chart) -> list[float]:
    """Every number that is known."""
    return [float(value) for one in chart.series for value in one.values if value is not None]


def labelled(chart: Chart) -> bool:
    """Whether each number stands at its mark."""
    many = len(chart.series) > 1
    if chart.form is Form.LINES:
        return not many and len(chart.categories) <= 12
    if chart.stacked:
        return len(chart.categories) * len(chart.series) <= 2 * FEW
    return len(chart.categories) * len(chart.series) <= (FEW if chart.form is Form.BARS or not many else 16)


def chart_xml(
    chart: Chart, language: Language, instrument: str = "", workbook: str = "rId1", *, thin: float = THIN
) -> str:
    """The part of a chart. ``workbook`` is its relationship to the workbook that it carries."""
    lines = chart.form is Form.LINES
    plot = _lines(chart, language, instrument) if lines else _bars(chart, language, instrument, thin)
    legend = (
        f'<c:legend><c:legendPos val="t"/>{_AT_LEFT}<c:overlay val="0"/></c:legend>' if len(chart.series) > 1 else ""
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_SPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{LANGUAGES[language]}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{plot}{_axes(chart, language)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_NO_LINE}</c:spPr>{_type(colour('ink-2'), 8, language)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _bars(chart: Chart, language: Language, instrument: str, thin: float) -> str:
    fills, place = series_colours(chart.series, instrument), "ctr" if chart.stacked else "outEnd"
    parts = [
        _head(at, one) + f"<c:spPr>{_fill(fill)}{_line('rule-strong', 9525) if is_pale(fill) else ''}</c:spPr>"
        '<c:invertIfNegative val="0"/>'
        + _labels(chart, language, fill if chart.stacked else "", place, _too_thin(chart, one, thin))
        + _data(chart, language, at, one)
        + "</c:ser>"
        for at, (one, fill) in enumerate(zip(chart.series, fills, strict=True))
    ]
    overlap = '<c:overlap val="100"/>' if chart.stacked else '<c:overlap val="-8"/>' if len(parts) > 1 else ""
    return (
        f'<c:barChart><c:barDir val="{"bar" if chart.form is Form.BARS else "col"}"/>'
        f'<c:grouping val="{"stacked" if chart.stacked else "clustered"}"/><c:varyColors val="0"/>{"".join(parts)}'
        f'<c:gapWidth val="{45 if chart.form is Form.BARS else 60}"/>{overlap}'
        '<c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
    )


def _lines(chart: Chart, language: Language, instrument: str) -> str:
    inks = [clear(ink) for ink in series_colours(chart.series, instrument)]
    parts = [
        _head(at, one) + f'<c:spPr><a:ln w="28575" cap="rnd">{_fill(ink)}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>{_fill(ink)}'
        "<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        + (_labels(chart, language, "", "t") if len(chart.series) == 1 else _last(chart, language, one, ink))
        + _data(chart, language, at, one)
        + '<c:smooth val="0"/></c:ser>'
        for at, (one, ink) in enumerate(zip(chart.series, inks, strict=True))
    ]
    return (
        f'<c:lineChart><c:grouping val="{"stacked" if chart.stacked else "standard"}"/><c:varyColors val="0"/>'
        f'{"".join(parts)}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>'
    )


def _head(at: int, one: Series) -> str:
    cell = f"{SHEET}!${xl_col_to_name(at + 1)}$1"
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>{cell}</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(one.words)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _data(chart: Chart, language: Language, at: int, one: Series) -> str:
    last = len(chart.categories) + 1
    names = "".join(f'<c:pt idx="{i}"><c:v>{escape(words)}</c:v></c:pt>' for i, words in enumerate(chart.categories))
    numbers = "".join(
        f'<c:pt idx="{i}"><c:v>{exact(value)}</c:v></c:pt>' for i, value in enumerate(one.values) if value is not None
    )
    count = f'<c:ptCount val="{len(chart.categories)}"/>'
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${xl_col_to_name(at + 1)}$2:${xl_col_to_name(at + 1)}${last}</c:f><c:numCache>"
        f"<c:formatCode>{escape(number_format(chart, language))}</c:formatCode>{count}{numbers}"
        "</c:numCache></c:numRef></c:val>"
    )


def _labels(chart: Chart, language: Language, fill: str, place: str, thin: Iterable[int] = ()) -> str:
    """The numbers at the marks, on ``fill`` where they stand inside them; not those of ``thin`` marks."""
    if not labelled(chart):
        return f"<c:dLbls>{_SHOWN.format(0)}</c:dLbls>"
    left_out = "".join(f'<c:dLbl><c:idx val="{i}"/><c:delete val="1"/></c:dLbl>' for i in thin)
    ink = on(fill) if fill else colour("ink")
    return (
        f'<c:dLbls>{left_out}<c:numFmt formatCode="{_code(chart, language)}" sourceLinked="0"/>'
        f"<c:spPr>{_NO_LINE}</c:spPr>{_type(ink, 8, language, bold=True)}"
        f'<c:dLblPos val="{place}"/>{_SHOWN.format(1)}</c:dLbls>'
    )


def _last(chart: Chart, language: Language, one: Series, ink: str) -> str:
    """Of several lines only where each ends is said, in its own colour."""
    ends = [i for i, value in enumerate(one.values) if value is not None][-1:]
    end = "".join(
        f'<c:dLbl><c:idx val="{i}"/><c:numFmt formatCode="{_code(chart, language)}" sourceLinked="0"/>'
        f"<c:spPr>{_NO_LINE}</c:spPr>{_type(ink, 8, language, bold=True)}"
        f'<c:dLblPos val="r"/>{_SHOWN.format(1)}</c:dLbl>'
        for i in ends
    )
    return f"<c:dLbls>{end}{_SHOWN.format(0)}</c:dLbls>"


def _code(chart: Chart, language: Language) -> str:
    return escape(number_format(chart, language), {'"': "&quot;"})


def _too_thin(chart: Chart, one: Series, thin: float) -> Iterator[int]:
    """Which parts of a stack hold no number."""
    if not chart.stacked:
        return
    lengths = [sum(abs(float(s.values[i] or 0)) for s in chart.series) for i in range(len(chart.categories))]
    longest = max(lengths, default=0.0)
    for i, value in enumerate(one.values):
        if value is not None and abs(float(value)) < thin * longest:
            yield i


def _axes(chart: Chart, language: Language) -> str:
    bars = chart.form is Form.BARS
    least = '<c:min val="0"/>' if not any(value < 0 for value in _values(chart)) else ""
    # numbers at every mark need no scale beside them
    hidden = int(labelled(chart))
    grid = "" if hidden else f"<c:majorGridlines><c:spPr>{_line('grid', 6350)}</c:spPr></c:majorGridlines>"
    return (
        f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="{"maxMin" if bars else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if bars else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_line('rule-strong', 9525)}</c:spPr>{_type(colour('ink-2'), 8, language, level=not _skipped(chart))}"
        '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="60"/>{_skipped(chart)}<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="{hidden}"/><c:axPos val="{"b" if bars else "l"}"/>{grid}'
        f'<c:numFmt formatCode="{_code(chart, language).replace(TENTHS, WHOLE)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_type(colour("ink-3"), 8, language)}'
        f'<c:crossAx val="1001"/><c:crosses val="{"max" if bars else "autoZero"}"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _fill(ink: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>'


def _skipped(chart: Chart) -> str:
    """Of many moments only some are named, so that none is turned."""
    every = -(-len(chart.categories) // SEEN)
    return f'<c:tickLblSkip val="{every}"/>' if chart.form is not Form.BARS and every > 1 else ""


def _line(role: str, width: int) -> str:
    """A line ``width`` thick (12 700 in a point)."""
    return f'<a:ln w="{width}">{_fill(colour(role))}</a:ln>'


def _type(ink: str, points: int, language: Language, *, bold: bool = False, level: bool = False) -> str:
    turned = ' rot="0" vert="horz"' if level else ' wrap="none"' if bold else ""
    return (
        f'<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{points * 100}" b="{int(bold)}">'
        f'{_fill(ink)}<a:latin typeface="{FONT}"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{LANGUAGES[language]}"/></a:p></c:txPr>'
    )


def exact(value: float | Decimal) -> str:
    """A number with all its digits, as XML writes it."""
    return format(value, "f") if isinstance(value, Decimal) else repr(value)
