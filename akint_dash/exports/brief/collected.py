"""Cards of several pages as one document: a front page with contents, and a chapter for each page in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docx.enum.section import WD_SECTION

from akint_dash.domain.exhibit import Collection, Publication
from akint_dash.exports.brief import marks
from akint_dash.exports.brief.draft import Draft
from akint_dash.exports.brief.figures import figures
from akint_dash.exports.brief.look import NAMES
from akint_dash.exports.brief.opening import facts
from akint_dash.exports.brief.paper import framed, packed, paper
from akint_dash.exports.brief.yearly import Chapter, contents
from akint_dash.exports.office import cleaned
from akint_dash.text.words import Words


def write_collection(collection: Collection) -> bytes:
    """A .docx of the cards in their order; those that follow each other of one page and selection are one chapter."""
    front = cleaned(collection.front, one_line=True)
    chapters = [Chapter(number, cleaned(one, one_line=True)) for number, one in enumerate(_joined(collection.parts), 1)]
    words = Words(front.language)
    document = paper(front, front.title)
    framed(words, document.sections[0], front, front.page)
    draft = Draft(document, words)
    draft.put(NAMES["Over"], front.county)
    draft.put("Title", front.title)
    draft.put(NAMES["Lead"], front.say)
    facts(draft, front)
    contents(draft, chapters)
    for one in chapters:
        framed(words, document.add_section(WD_SECTION.NEW_PAGE), one.publication, one.heading)
        marks.bookmark(draft.put("heading 1", one.heading), one.place, next(draft.numbers.places))
        facts(draft, one.publication)
        figures(draft, one.publication)
    return packed(document)


def _joined(parts: Sequence[Publication]) -> list[Publication]:
    """The parts, neighbours of one address as one."""
    joined: list[Publication] = []
    for one in parts:
        if joined and joined[-1].address == one.address:
            joined[-1] = replace(joined[-1], exhibits=(*joined[-1].exhibits, *one.exhibits))
        else:
            joined.append(one)
    return joined
