"""A page as PowerPoint slides: its finding, one slide a figure with a native chart or table, sources and method.

``deck.py`` puts the slides together of ``parts.py``, ``charts.py``, ``tables.py`` and ``notes.py``; ``frame.py`` makes
the theme and the layouts; ``letters.py`` measures, so that no text stands outside its place.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck

from akint_dash.domain.exhibit import Collection, Publication
from akint_dash.exports.office import LANGUAGES, cleaned
from akint_dash.exports.slides.deck import Slides, exhibit_slides, last_slide, title_slide
from akint_dash.exports.slides.parts import speak
from akint_dash.exports.told import selection
from akint_dash.text.words import Words

MIMETYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def write(publication: Publication) -> bytes:
    """The presentation (``.pptx``). Texts lose the signs that no file of this kind may hold, and no others."""
    return write_collection(Collection(publication, (publication,)))


def write_collection(collection: Collection) -> bytes:
    """The presentation of cards of several pages: foot and notes of each slide are its own page's."""
    p = cleaned(collection.front)
    w = Words(p.language)
    made = Slides(w, p)
    title_slide(made)
    for part in map(cleaned, collection.parts):
        made.publication = part
        for exhibit in part.exhibits:
            exhibit_slides(made, exhibit)
    made.publication = p
    last_slide(made)
    _properties(made.deck, w, p)
    _notes_master(made.deck)
    for part in made.deck.part.package.iter_parts():
        if (root := getattr(part, "_element", None)) is not None:
            speak(root, w.language)
    out = io.BytesIO()
    made.deck.save(out)
    return out.getvalue()


def _properties(deck: Deck, w: Words, p: Publication) -> None:
    about = deck.core_properties
    about.title = p.title[:255]
    about.subject = " · ".join(filter(None, [p.page, selection(w, p), p.demonstration]))[:255]
    about.author = about.last_modified_by = p.county[:255]
    about.language = LANGUAGES[w.language]
    about.keywords = p.data[:255]
    about.comments = ""
    about.created = about.modified = datetime.combine(p.day, time(12))
    about.revision = 1


def _notes_master(deck: Deck) -> None:
    """The list of the masters of notes, which the library relates but does not list."""
    root = deck.part._element
    found = [key for key, rel in deck.part.rels.items() if rel.reltype == RT.NOTES_MASTER]
    if found and root.find("{*}notesMasterIdLst") is None:
        listed = parse_xml(
            f'<p:notesMasterIdLst {nsdecls("p", "r")}><p:notesMasterId r:id="{found[0]}"/></p:notesMasterIdLst>'
        )
        root.insert(1, listed)
