"""Many pages as one document: a front page with contents, and a chapter for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docx.enum.section import WD_SECTION

from akint_dash.domain.exhibit import Publication
from akint_dash.exports.brief import marks
from akint_dash.exports.brief.draft import Draft, lead_to
from akint_dash.exports.brief.figures import figures
from akint_dash.exports.brief.look import NAMES
from akint_dash.exports.brief.opening import facts
from akint_dash.exports.brief.paper import framed, packed, paper
from akint_dash.exports.office import cleaned
from akint_dash.text.words import Words

CONTENTS: Final = 'TOC \\o "1-1" \\h \\z \\u'
"""Headings of the first level, as links; Word puts the pages there when the field is updated."""
PLACE: Final = "_Toc{:09d}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page as a chapter: its heading, which its number stands before."""

    number: int
    publication: Publication

    @property
    def heading(self) -> str:
        """``3 Politikkoppfølging``."""
        return f"{self.number} {self.publication.page}"

    @property
    def place(self) -> str:
        """What links to it lead to, named as Word names the headings of its contents."""
        return PLACE.format(self.number)


def write_report(publications: Sequence[Publication], title: str) -> bytes:
    """A .docx of several pages in one language; the first is what the whole is of.

    Raises:
        ValueError: there is no page.
    """
    if not publications:
        raise ValueError("a report of nothing")
    chapters = [Chapter(number, cleaned(one, one_line=True)) for number, one in enumerate(publications, 1)]
    whole, name = chapters[0].publication, cleaned(title, one_line=True)
    words = Words(whole.language)
    document = paper(whole, name)
    framed(words, document.sections[0], whole, name)
    draft = Draft(document, words)
    _front(draft, chapters, name)
    for one in chapters:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        framed(words, section, one.publication, one.heading)
        _chapter(draft, one)
    return packed(document)


def _front(draft: Draft, chapters: Sequence[Chapter], title: str) -> None:
    """Whose it is, its title, the finding of the first chapter, what it is of, and the contents."""
    whole = chapters[0].publication
    draft.put(NAMES["Over"], whole.county)
    draft.put("Title", title)
    draft.put(NAMES["Lead"], whole.title)
    facts(draft, whole)
    contents(draft, chapters)


def contents(draft: Draft, chapters: Sequence[Chapter]) -> None:
    """Each chapter, with the way to it."""
    draft.put("TOC Heading", draft.words("Innhold"))
    lines = [draft.put("toc 1") for _ in chapters]
    marks.opened(lines[0], CONTENTS)
    for line, one in zip(lines, chapters, strict=True):
        marks.link(line, one.heading, place=one.place, styled=False)
    marks.closed(lines[-1])


def _chapter(draft: Draft, one: Chapter) -> None:
    """A page: its name, its finding, its figures, and the way to it."""
    publication = one.publication
    marks.bookmark(draft.put("heading 1", one.heading), one.place, next(draft.numbers.places))
    draft.put(NAMES["Finding"], publication.title)
    if publication.say:
        draft.put(NAMES["Lead"], publication.say)
    figures(draft, publication)
    lead_to(draft.put(NAMES["Note"], draft.words("Siden på nett") + ": "), publication.address)
