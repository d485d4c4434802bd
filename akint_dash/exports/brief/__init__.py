"""A page as a Word brief: A4, with native charts and tables, that can go into a council case as it is."""

from __future__ import annotations

from typing import Final

from akint_dash.domain.exhibit import Publication
from akint_dash.exports.brief.collected import write_collection
from akint_dash.exports.brief.draft import Draft
from akint_dash.exports.brief.figures import figures
from akint_dash.exports.brief.opening import opening
from akint_dash.exports.brief.paper import framed, packed, paper
from akint_dash.exports.office import cleaned
from akint_dash.text.words import Words

__all__ = ["MIMETYPE", "write", "write_collection"]
MIMETYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def write(publication: Publication) -> bytes:
    """A .docx of one page."""
    made = cleaned(publication, one_line=True)
    words = Words(made.language)
    document = paper(made, made.title)
    framed(words, document.sections[0], made, made.page)
    draft = Draft(document, words)
    opening(draft, made)
    figures(draft, made)
    return packed(document)
