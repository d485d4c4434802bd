"""The parts of WordprocessingML that python-docx has no words for: fields, bookmarks, links, properties of a table."""

from __future__ import annotations

from itertools import count
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.text.paragraph import Paragraph

LONGEST_NAME: Final = 40
"""So many signs may a bookmark's name have."""


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field with what it shows until a program reckons it anew."""
    for kind in ("begin", "separate", "end"):
        _mark(paragraph, kind)
        if kind == "begin":
            instr = OxmlElement("w:instrText")
            instr.set(qn("xml:space"), "preserve")
            instr.text = f" {instruction} "
            paragraph.add_run()._r.append(instr)
        elif kind == "separate" and shown:
            paragraph.add_run(shown)


def _mark(paragraph: Paragraph, kind: str) -> None:
    char = OxmlElement("w:fldChar")
    char.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(char)


def opened(paragraph: Paragraph, instruction: str) -> None:
    """The beginning of a field that ends in another paragraph (see :func:`closed`)."""
    _mark(paragraph, "begin")
    instr = OxmlElement("w:instrText")
    instr.set(qn("xml:space"), "preserve")
    instr.text = f" {instruction} "
    paragraph.add_run()._r.append(instr)
    _mark(paragraph, "separate")


def closed(paragraph: Paragraph) -> None:
    """The end of the field that is open."""
    _mark(paragraph, "end")


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """All that the paragraph holds as a place that links lead to."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name[:LONGEST_NAME])
    end.set(qn("w:id"), str(number))
    at = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(at, start)
    paragraph._p.append(end)


def link(paragraph: Paragraph, words: str, *, address: str = "", place: str = "", styled: bool = True) -> None:
    """A link to an address of the web, or to a bookmark of this document."""
    if address:
        target = f"r:id={quoteattr(paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))}"
    else:
        target = f"w:anchor={quoteattr(place[:LONGEST_NAME])}"
    style = '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>' if styled else ""
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} {target} w:history="1"><w:r>{style}'
            f'<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:hyperlink>'
        )
    )


def rule_above(paragraph: Paragraph, colour: str, eighths: int = 24) -> None:
    """A rule over the paragraph in a colour of its own (a width in eighths of a point)."""
    properties = paragraph._p.get_or_add_pPr()
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="{eighths}" w:space="4" w:color="{colour}"/></w:pBdr>'
    )
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


class Numbers:
    """What is counted through a document: figures, tables, places."""

    def __init__(self) -> None:
        self.figures, self.tables, self.places = (count(1) for _ in range(3))
