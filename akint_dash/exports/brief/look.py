"""How a brief looks: A4, one family that every office has, our colours; all of it in styles that Word knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from akint_dash.exports.office import LANGUAGES, colour
from akint_dash.text.dates import Language

FONT: Final = "Arial"
"""On every office machine, and of the same widths as what LibreOffice puts in its place: pages break alike."""
TWIPS: Final = 567
"""In a centimetre (twentieths of a point)."""
PAGE_CM: Final = (21.0, 29.7)
SIDE_CM: Final = 2.0
TOP_CM: Final = 2.1
BOTTOM_CM: Final = 1.9
WIDTH_CM: Final = PAGE_CM[0] - 2 * SIDE_CM
"""Of the text."""
LABEL: Final = 1660
"""Where what is said of a label begins, in twips."""
AIR: Final = 80
"""Left and right in a cell, in twips."""
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

NAMES: Final = {
    "Over": "Over tittelen",
    "Finding": "Funn",
    "Lead": "Ingress",
    "Facts": "Opplysninger",
    "Base": "Grunnlag",
    "Say": "Forklaring",
    "Unit": "Enhet",
    "Figure": "Figur",
    "Note": "Merknad",
    "Cell": "Celle",
    "CellHead": "Cellehode",
}
"""Our own styles as Word's list shows them."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs. Sizes and spaces in points. ``ahead``: it stays on the page of what follows. ``edge`` and
    ``place`` are properties before and after its spacing; ``builtin`` the name of one that Word has already."""

    key: str
    size: float
    ink: str = "ink"
    bold: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.15
    ahead: bool = False
    edge: str = ""
    place: str = ""
    based: str = "Normal"
    outline: int | None = None
    builtin: str = ""

    def xml(self) -> str:
        """As Word writes it."""
        own = "" if self.builtin else ' w:customStyle="1"'
        level = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        after = "" if self.outline is None else '<w:next w:val="Normal"/>'
        half, name = f"{self.size * 2:.0f}", self.builtin or NAMES[self.key]
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.key}"{own}><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{self.based}"/>{after}<w:uiPriority w:val="9"/><w:qFormat/>'
            f"<w:pPr>{'<w:keepNext/><w:keepLines/>' if self.ahead else ''}{self.edge}"
            f'<w:spacing w:before="{self.before * 20:.0f}" w:after="{self.after * 20:.0f}" '
            f'w:line="{self.line * 240:.0f}" w:lineRule="auto"/>{self.place}{level}</w:pPr>'
            f"<w:rPr>{'<w:b/><w:bCs/>' if self.bold else ''}"
            f'<w:color w:val="{colour(self.ink)}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
        )


def _rule(side: str, eighths: int, role: str, space: int = 4) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour(role)}"/>'


def _padding() -> str:
    """A border of the ground's own colour: air around a box."""
    return "".join(_rule(side, 24, "sunken", 2) for side in ("top", "left", "bottom", "right"))


def _shade(role: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(role)}"/>'


def _ours() -> list[Style]:
    right = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH_CM * TWIPS:.0f}"/></w:tabs>'
    left = f'<w:tabs><w:tab w:val="left" w:pos="{LABEL}"/></w:tabs>'
    hung = f'<w:ind w:left="{LABEL}" w:right="100" w:hanging="{LABEL - 100}"/>'
    return [
        Style("Heading1", 19.5, bold=True, after=5, line=1.08, ahead=True, outline=0, builtin="heading 1"),
        Style(
            "Heading2", 12.5, bold=True, before=14, after=3, line=1.1, ahead=True, outline=1, builtin="heading 2",
            edge=f"<w:pBdr>{_rule('top', 12, 'ink')}</w:pBdr>",
        ),
        Style("Heading3", 10.5, bold=True, before=11, after=2, line=1.1, ahead=True, outline=2, builtin="heading 3"),
        Style("Title", 30, bold=True, before=90, after=8, line=1.02, builtin="Title"),
        Style("Over", 9, "ink-2", bold=True, after=3, ahead=True),
        Style("Finding", 15, bold=True, after=5, line=1.1, ahead=True),
        Style("Lead", 10.5, "ink-2", after=7, line=1.2),
        Style(
            "Facts", 8, "ink-2", line=1.2, edge=f"<w:pBdr>{_padding()}</w:pBdr>{_shade('sunken')}{left}", place=hung
        ),
        Style("Base", 8, "ink-3", bold=True, after=1, ahead=True),
        Style("Say", 9.5, "ink-2", after=4, ahead=True),
        Style("Unit", 8, "ink-2", after=1, ahead=True),
        Style("Figure", 8, line=1.0),
        Style("Caption", 8, "ink-2", before=3, after=3, builtin="caption"),
        Style("Note", 8, "ink-3", before=2, after=1, line=1.1),
        Style("Cell", 8, line=1.05, before=1.5, after=1.5),
        Style("CellHead", 8, "ink-2", bold=True, line=1.05, before=1.5, after=1.5, based="Cell"),
        Style("TOCHeading", 14, bold=True, before=16, after=6, builtin="TOC Heading"),
        Style("TOC1", 10.5, after=4, builtin="toc 1", edge=right),
        Style("Header", 8, "ink-2", builtin="header", edge=right),
        Style("Footer", 8, "ink-2", builtin="footer", edge=f"<w:pBdr>{_rule('top', 4, 'rule')}</w:pBdr>{right}"),
    ]  # fmt: skip


def styles(language: Language) -> str:
    """The whole part of styles, in the document's language."""
    tag = LANGUAGES[language]
    family = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{WORD}">'
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {family}/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="80" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{colour("ink")}"/><w:lang w:val="{tag}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>'
        f'<w:rPr><w:color w:val="{colour("seq-6")}"/><w:u w:val="single"/></w:rPr></w:style>'
        f"{_tables()}{''.join(style.xml() for style in _ours())}</w:styles>"
    )


def _tables() -> str:
    """Word's own plain table with our air, and the table of numbers: hairlines, a head on a quiet ground."""
    air = "".join(
        f'<w:{side} w:w="{twips}" w:type="dxa"/>'
        for side, twips in (("top", 0), ("left", AIR), ("bottom", 0), ("right", AIR))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{air}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="Numbers"><w:name w:val="Talltabell"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f"{_rule('top', 8, 'ink', 0)}{_rule('bottom', 4, 'rule-strong', 0)}{_rule('insideH', 4, 'rule', 0)}"
        "</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f'{_rule("bottom", 6, "rule-strong", 0)}</w:tcBorders>{_shade("sunken")}<w:vAlign w:val="bottom"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


SCHEME: Final = {
    "dk1": "ink", "lt1": "surface", "dk2": "ink-2", "lt2": "sunken", "accent1": "pro-strong", "accent2": "pol-strong",
    "accent3": "kom-strong", "accent4": "bil-strong", "accent5": "seq-5", "accent6": "seq-3", "hlink": "seq-6",
    "folHlink": "ink-2",
}  # fmt: skip
"""Our colours in the places of a theme: what people draw themselves in the brief takes them."""
