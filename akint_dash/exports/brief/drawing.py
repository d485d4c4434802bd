"""A native chart in the line of the text: a chart part with its workbook, and the frame that shows it."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

from akint_dash.domain.exhibit import Chart, Form
from akint_dash.exports.brief.carried import workbook
from akint_dash.exports.brief.look import WIDTH_CM
from akint_dash.exports.brief.plotted import THIN, chart_xml
from akint_dash.text.dates import Language

EMU: Final = 360_000
"""In a centimetre."""
LETTER_CM: Final = 0.38
"""How tall a number is with its air."""
TALLEST_CM: Final = 17.0
SHORT_LINE: Final = 5
"""A line of so few moments is not drawn over the whole page."""
_SPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def size(chart: Chart, *, small: bool) -> tuple[float, float]:
    """Width and height in centimetres: as large as its marks need, never stretched over a page they do not fill."""
    several = len(chart.series) > 1
    each = 1 if chart.stacked else len(chart.series)
    if chart.form is Form.BARS:
        row = 0.5 if each == 1 else 0.36 * each + 0.2
        return WIDTH_CM, min(TALLEST_CM, max(1.6, 0.5 + row * len(chart.categories) + 0.8 * several))
    marks = len(chart.categories) * each
    if chart.form is Form.LINES:
        width = WIDTH_CM if several or len(chart.categories) > SHORT_LINE else 11.0
    else:
        width = min(WIDTH_CM, max(11.0 if several else 8.0, 2.0 + 1.9 * marks))
    return width, (3.8 if several else 3.3) if small else 5.2


def draw(
    paragraph: Paragraph,
    chart: Chart,
    language: Language,
    *,
    number: int,
    name: str,
    told: str,
    instrument: str = "",
    small: bool = False,
) -> None:
    """Put the chart at the end of a paragraph. ``told`` is what those hear who do not see it."""
    package = paragraph.part.package
    book = Part(
        PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        workbook(chart, language),
        package,
    )
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    carried = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    shown = paragraph.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    across, down = size(chart, small=small)
    thin = LETTER_CM / max(1.0, down - 1.5) if chart.form is Form.COLUMNS else THIN
    part._blob = chart_xml(chart, language, instrument, carried, thin=thin).encode()
    width, height = round(across * EMU), round(down * EMU)
    frame = (
        f'<w:drawing {_SPACES}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name={quoteattr(name)} descr={quoteattr(told)}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{shown}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    paragraph.add_run()._r.append(parse_xml(frame))
