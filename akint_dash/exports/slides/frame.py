"""The empty presentation: theme, master, layouts and table style in our look, made of python-pptx' own template.

No file of PowerPoint's is kept here: what differs from the library's template is written below as XML.
"""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck

from akint_dash.exports.office import colour
from akint_dash.exports.slides import look
from akint_dash.exports.slides.look import Box
from akint_dash.text.words import Words

TITLE, CHART, TABLE, TEXT = range(4)
"""The layouts, in their order."""
OVER, SAY, UNIT, FIGURE, NOTE, ASIDE, MARK, FOOT, NUMBER = range(10, 19)
"""What the places of the layouts are called in the file; columns of text begin at :data:`COLUMNS`."""
COLUMNS: Final = 20
TABLE_STYLE: Final = "{6E1F2A40-3C5B-4D4E-9A77-0A6C1D5B2F11}"

_SCHEME: Final = (
    ("dk1", "ink"),
    ("lt1", "paper"),
    ("dk2", "ink-2"),
    ("lt2", "sunken"),
    ("accent1", "pro-strong"),
    ("accent2", "pol-strong"),
    ("accent3", "kom-strong"),
    ("accent4", "bil-strong"),
    ("accent5", "seq-5"),
    ("accent6", "rule-strong"),
    ("hlink", "pro-ink"),
    ("folHlink", "ink-2"),
)
"""The theme's colours by our roles: what a user draws on has the instruments' colours first."""


def blank(w: Words) -> Deck:
    """A presentation of 16:9 without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Box(look.WIDTH, look.HEIGHT, 0, 0).emu[:2]
    size = deck.part._element.find(_p("sldSz"))
    size.attrib.pop("type", None)
    _without_leftovers(deck)
    for layout in list(deck.slide_layouts)[4:]:
        deck.slide_layouts.remove(layout)
    _master(deck, w)
    makers = (_title_layout, _chart_layout, _table_layout, _text_layout)
    for layout, make in zip(deck.slide_layouts, makers, strict=True):
        name, shapes = make(w)
        _write_layout(layout._element, name, shapes, kind="title" if make is _title_layout else "")
    for part in deck.part.package.iter_parts():
        if str(part.partname) == "/ppt/theme/theme1.xml":
            part._blob = _theme(part.blob, w)
        elif str(part.partname) == "/ppt/tableStyles.xml":
            part._blob = _table_styles()
        elif str(part.partname) == "/docProps/app.xml":
            part._blob = _APP.encode()
    return deck


def _without_leftovers(deck: Deck) -> None:
    """The library's template carries a picture of itself and somebody's printer."""
    for holder in (deck.part.package, deck.part):
        rels = holder._rels
        for key in [k for k, rel in rels.items() if rel.reltype.endswith(("/thumbnail", "/printerSettings"))]:
            rels.pop(key)


_APP: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat>"
    "</Properties>"
)


# -- theme and table style


def _theme(blob: bytes, w: Words) -> bytes:
    root = etree.fromstring(blob)
    name = w("Internasjonal portefølje")
    root.set("name", name)
    elements = root[0]
    scheme = "".join(f'<a:{tag}><a:srgbClr val="{colour(role)}"/></a:{tag}>' for tag, role in _SCHEME)
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{look.TYPE}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind in ("majorFont", "minorFont")
    )
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = '<a:ln w="{}" cap="flat" cmpd="sng" algn="ctr">' + solid + '<a:prstDash val="solid"/></a:ln>'
    plain = (
        f"<a:fillStyleLst>{solid * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{''.join(line.format(w) for w in (9525, 19050, 28575))}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst>"
    )
    new = (
        ("clrScheme", scheme),
        ("fontScheme", fonts),
        ("fmtScheme", plain),
    )
    for at, (tag, inside) in enumerate(new):
        xml = f"<a:{tag} {nsdecls('a')} name={_quoted(name)}>{inside}</a:{tag}>"
        elements.replace(elements[at], etree.fromstring(xml))
    defaults = root.find(_a("objectDefaults"))
    if defaults is not None:
        for child in list(defaults):
            defaults.remove(child)
    return _file(root)


def _table_styles() -> bytes:
    """Hairlines between the rows, an ink line under a bold head, no fill: what a table is on our pages."""

    def line(side: str, scheme: str, points: float) -> str:
        fill = f'<a:solidFill><a:srgbClr val="{colour(scheme)}"/></a:solidFill>'
        return f'<a:{side}><a:ln w="{int(points * 12700)}" cmpd="sng">{fill}</a:ln></a:{side}>'

    none = "".join(f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>" for side in ("left", "right"))
    body = none + line("top", "rule", 0.75) + line("bottom", "rule", 0.75) + line("insideH", "rule", 0.75)
    body += "<a:insideV><a:ln><a:noFill/></a:ln></a:insideV>"
    text = '<a:fontRef idx="minor"/><a:schemeClr val="{}"/>'
    head = "<a:top><a:ln><a:noFill/></a:ln></a:top>" + line("bottom", "ink", 1.5)
    none_fill = "<a:fill><a:noFill/></a:fill>"
    xml = (
        f'<a:tblStyleLst {nsdecls("a")} def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" styleName="akint">'
        f"<a:wholeTbl><a:tcTxStyle>{text.format('tx1')}</a:tcTxStyle>"
        f"<a:tcStyle><a:tcBdr>{body}</a:tcBdr>{none_fill}</a:tcStyle></a:wholeTbl>"
        f"<a:firstCol><a:tcTxStyle>{text.format('tx1')}</a:tcTxStyle><a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f'<a:firstRow><a:tcTxStyle b="on">{text.format("tx1")}</a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{head}</a:tcBdr>{none_fill}</a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )
    return _file(etree.fromstring(xml))


# -- master and layouts


def _master(deck: Deck, w: Words) -> None:
    master = deck.slide_master._element
    shapes = [
        _rule(2, Box(look.EDGE, look.RULE_TOP, look.ROOM, 0), "tx1", 1.5),
        _place(3, "title", 0, w("Tittel"), _TITLE_BOX, size=28, bold=True),
        _place(4, "body", 1, w("Tekst"), _FIGURE_BOX, size=16),
        _rule(5, Box(look.EDGE, look.FOOT_LINE, look.ROOM, 0), "bg2", 0.75, "rule"),
        *_foot(6),
    ]
    _replace_shapes(master, shapes)
    styles = master.find(_p("txStyles"))
    styles.getparent().replace(styles, parse_xml(_text_styles()))


def _text_styles() -> str:
    def level(number: int, size: float, left: float, bullet: str, bold: str = "", font: str = "mn") -> str:
        mark = f'<a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>' if bullet else "<a:buNone/>"
        indent = f'marL="{int(left * 12700)}" indent="{-12 * 12700 if bullet else 0}"'
        return (
            f'<a:lvl{number}pPr {indent} algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" hangingPunct="1">'
            f'<a:spcBef><a:spcPts val="{0 if font == "mj" else 400}"/></a:spcBef>{mark}'
            f'<a:defRPr sz="{int(size * 100)}" kern="1200"{bold}><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
            f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
            f"</a:lvl{number}pPr>"
        )

    body = level(1, 16, 0, "") + "".join(level(n, 14 if n < 4 else 12, 12.0 * (n - 1), "–") for n in range(2, 10))
    other = "".join(level(n, 14, 0, "") for n in range(1, 10))
    title = level(1, 28, 0, "", bold=' b="1"', font="mj")
    return (
        f"<p:txStyles {nsdecls('p', 'a')}><p:titleStyle>{title}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


_TITLE_BOX: Final = Box(look.EDGE, look.TITLE_TOP, look.ROOM, look.TITLE_MOST)
_OVER_BOX: Final = Box(look.EDGE, look.OVER_TOP, look.ROOM, 16)
_SAY_BOX: Final = Box(look.EDGE, 138, look.ROOM, 40)
_FIGURE_BOX: Final = Box(look.EDGE, 190, look.ROOM, look.BODY_END - 190 - look.NOTE_HIGH)
_NOTE_BOX: Final = Box(look.EDGE, look.BODY_END - look.NOTE_HIGH, look.ROOM, look.NOTE_HIGH)


def _title_layout(w: Words) -> tuple[str, list[str]]:
    third = (look.ROOM - 2 * 32) / 3
    return w("Forside"), [
        _place(3, "ctrTitle", 0, w("Tittel"), Box(look.EDGE, 112, look.ROOM, 138), size=40, bold=True, anchor="b"),
        _place(2, "body", OVER, w("Hva siden er"), Box(look.EDGE, look.OVER_TOP, 600, 20), size=14, tone="tx2"),
        _place(4, "subTitle", 1, w("Undertittel"), Box(look.EDGE, 264, 720, 80), size=18, tone="tx2"),
        _place(5, "body", MARK, w("Demonstrasjonsmerke"), Box(look.EDGE, 356, look.ROOM, 20), size=14, bold=True),
        _rule(9, Box(look.EDGE, 392, look.ROOM, 0), "bg2", 0.75, "rule"),
        *(
            _place(
                6 + at, "body", COLUMNS + at, w("Tekst"), Box(look.EDGE + at * (third + 32), 402, third, 84), size=12
            )
            for at in range(3)
        ),
        *_foot(10),
    ]


def _finding(w: Words) -> list[str]:
    return [
        _place(2, "title", 0, w("Funnet, i én setning"), _TITLE_BOX, size=28, bold=True),
        _place(3, "body", OVER, w("Hva funnet gjelder"), _OVER_BOX, size=look.SMALL, tone="tx2"),
    ]


def _chart_layout(w: Words) -> tuple[str, list[str]]:
    wide = look.FIGURE_WIDE
    return w("Funn med diagram"), [
        *_finding(w),
        _place(4, "body", UNIT, w("Hva tallene er"), Box(look.EDGE, 150, wide, 18), size=look.SMALL, tone="tx2"),
        _place(5, "chart", FIGURE, w("Diagram"), Box(look.EDGE, 172, wide, look.BODY_END - 172 - 22), size=14),
        _place(
            6, "body", NOTE, w("Merknad"), Box(look.EDGE, look.BODY_END - 18, wide, 18), size=look.SMALL, tone="tx2"
        ),
        _place(7, "body", ASIDE, w("Hvordan vi vet det"), Box(look.ASIDE_LEFT, 150, look.ASIDE_WIDE, 330), size=16),
        *_foot(8),
    ]


def _table_layout(w: Words) -> tuple[str, list[str]]:
    return w("Funn med tabell"), [
        *_finding(w),
        _place(4, "body", SAY, w("Hvordan vi vet det"), _SAY_BOX, size=16, tone="tx2"),
        _place(5, "tbl", FIGURE, w("Tabell"), _FIGURE_BOX, size=14),
        _place(6, "body", NOTE, w("Merknad"), _NOTE_BOX, size=look.SMALL, tone="tx2"),
        *_foot(7),
    ]


def _text_layout(w: Words) -> tuple[str, list[str]]:
    half = (look.ROOM - 40) / 2
    return w("Tekst"), [
        _place(2, "title", 0, w("Tittel"), _TITLE_BOX, size=28, bold=True),
        _place(3, "body", OVER, w("Hva siden er"), _OVER_BOX, size=look.SMALL, tone="tx2"),
        *(
            _place(4 + at, "body", COLUMNS + at, w("Tekst"), Box(look.EDGE + at * (half + 40), 140, half, 344), size=14)
            for at in range(2)
        ),
        *_foot(6),
    ]


def _foot(first: int) -> list[str]:
    number = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
    text = Box(look.EDGE, look.FOOT_TOP, look.ROOM - 60, 16)
    at = Box(look.EDGE + look.ROOM - 50, look.FOOT_TOP, 50, 16)
    return [
        _place(first, "ftr", FOOT, "", text, size=look.FOOT, tone="tx2"),
        _place(first + 1, "sldNum", NUMBER, number, at, size=look.FOOT, tone="tx2", align="r"),
    ]


def _place(
    shape_id: int,
    kind: str,
    at: int,
    prompt: str,
    box: Box,
    *,
    size: float,
    bold: bool = False,
    tone: str = "tx1",
    align: str = "l",
    anchor: str = "t",
) -> str:
    """A placeholder: what stands there, where, and how it is written."""
    index = f' idx="{at}"' if at else ""
    name = escape(prompt) if prompt and not prompt.startswith("<") else kind
    inside = prompt if prompt.startswith("<") else f"<a:r><a:rPr/><a:t>{escape(prompt)}</a:t></a:r>" if prompt else ""
    left, top, width, high = box.emu
    weight = ' b="1"' if bold else ' b="0"'
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{shape_id}" name={_quoted(name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}">'
        "<a:normAutofit/></a:bodyPr>"
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}"><a:buNone/>'
        f'<a:defRPr sz="{int(size * 100)}"{weight}><a:solidFill><a:schemeClr val="{tone}"/></a:solidFill></a:defRPr>'
        f"</a:lvl1pPr></a:lstStyle><a:p>{inside}</a:p></p:txBody></p:sp>"
    )


def _rule(shape_id: int, box: Box, scheme: str, points: float, role: str = "") -> str:
    """A line of the layout; readers of the screen do not meet it."""
    left, top, width, _ = box.emu
    fill = f'<a:srgbClr val="{colour(role)}"/>' if role else f'<a:schemeClr val="{scheme}"/>'
    return (
        f'<p:cxnSp {nsdecls("p", "a")}><p:nvCxnSpPr><p:cNvPr id="{shape_id}" name="–"/><p:cNvCxnSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{int(points * 12700)}"><a:solidFill>{fill}'
        "</a:solidFill></a:ln></p:spPr></p:cxnSp>"
    )


def _write_layout(layout: etree._Element, name: str, shapes: list[str], kind: str) -> None:
    layout.attrib.pop("type", None)
    layout.attrib.pop("preserve", None)
    layout.set("type", kind) if kind else layout.set("userDrawn", "1")
    layout.set("preserve", "1")
    layout.find(_p("cSld")).set("name", name)
    _replace_shapes(layout, shapes)


def _replace_shapes(holder: etree._Element, shapes: list[str]) -> None:
    tree = holder.find(_p("cSld")).find(_p("spTree"))
    for child in list(tree)[2:]:
        tree.remove(child)
    tree.extend(parse_xml(shape) for shape in shapes)


def _file(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _quoted(text: str) -> str:
    return '"' + escape(text, {'"': "&quot;"}) + '"'


def _p(tag: str) -> str:
    return "{http://schemas.openxmlformats.org/presentationml/2006/main}" + tag


def _a(tag: str) -> str:
    return "{http://schemas.openxmlformats.org/drawingml/2006/main}" + tag
