"""A document that is being written: its words, what is counted in it, and the parts that every page of it has."""

from __future__ import annotations

from dataclasses import dataclass, field

from docx.document import Document
from docx.text.paragraph import Paragraph

from akint_dash.addresses import is_web_address
from akint_dash.exports.brief import marks
from akint_dash.text.words import Language, Words


@dataclass
class Draft:
    """A document that is being written, and what is counted in it."""

    document: Document
    words: Words
    numbers: marks.Numbers = field(default_factory=marks.Numbers)

    @property
    def language(self) -> Language:
        """Of the document."""
        return self.words.language

    def put(self, style: str, words: str = "") -> Paragraph:
        """A paragraph at the end."""
        return self.document.add_paragraph(words, style=style)

    def caption(self, kind: str, number: int, words: str) -> Paragraph:
        """The line that numbers a figure or a table, with a field that Word counts."""
        paragraph = self.put("caption")
        paragraph.add_run(f"{kind} ").bold = True
        marks.field(paragraph, f"SEQ {kind} \\* ARABIC", str(number))
        paragraph.add_run(f". {words}")
        return paragraph


def lead_to(paragraph: Paragraph, address: str) -> None:
    """An address at the end of a paragraph: a link where it is one of the web."""
    if is_web_address(address):
        marks.link(paragraph, address, address=address)
    else:
        paragraph.add_run(address)
