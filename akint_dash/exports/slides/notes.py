"""The speaker's notes: what the finding says in full, what it rests on, and where it is from."""

from __future__ import annotations

from collections.abc import Iterator

from akint_dash.domain.exhibit import Exhibit, Publication
from akint_dash.exports.told import chosen, sources, titled
from akint_dash.text.definitions import definitions
from akint_dash.text.words import Words


def of_exhibit(w: Words, publication: Publication, exhibit: Exhibit, more: tuple[str, ...] = ()) -> list[str]:
    """A paragraph each; ``more`` is what the slide itself leaves out."""
    lines = [
        titled(exhibit),
        exhibit.say,
        exhibit.base,
        exhibit.caption,
        w("Enhet: {unit}", unit=exhibit.unit) if exhibit.unit else "",
        *exhibit.notes,
        *more,
        w("Strategien: {sections}", sections=w.join(exhibit.refs)) if exhibit.refs else "",
        *_definitions(w, exhibit),
        *of_page(w, publication),
    ]
    return [line for line in lines if line]


def of_page(w: Words, publication: Publication) -> list[str]:
    """Selection, data, sources, audience, mark and the way back."""
    lines = [
        chosen(w, publication),
        publication.data,
        sources(w, publication),
        publication.audience,
        publication.demonstration,
        w("Siden: {address}", address=publication.address) if publication.address else "",
    ]
    return [line for line in lines if line]


def _definitions(w: Words, exhibit: Exhibit) -> Iterator[str]:
    """The definitions of what the figure names."""
    names = " ".join([exhibit.title, exhibit.caption, exhibit.unit, *(column.words for column in exhibit.columns)])
    for one in definitions(w):
        if one.name.lower() in names.lower():
            yield f"{one.name}: {one.meaning} {one.year}"
