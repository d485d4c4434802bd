"""How a brief begins: the finding, what it is of, and the way back to its page."""

from __future__ import annotations

from docx.text.paragraph import Paragraph

from akint_dash.domain.exhibit import Publication
from akint_dash.exports.brief.draft import Draft, lead_to
from akint_dash.exports.brief.look import NAMES
from akint_dash.exports.told import selection


def opening(draft: Draft, publication: Publication) -> None:
    """The page's finding as the title, and what stands with it."""
    draft.put(NAMES["Over"], publication.over or publication.page)
    draft.put("heading 1", publication.title)
    if publication.say:
        draft.put(NAMES["Lead"], publication.say)
    facts(draft, publication)


def facts(draft: Draft, publication: Publication) -> None:
    """What it is of: what is chosen, the day, the data, the sources, for whom it is cut, the way back."""
    w = draft.words
    day = w.n(
        "Sett {day}. {data}. Kilde: {sources}",
        "Sett {day}. {data}. Kilder: {sources}",
        len(publication.sources),
        day=w.long_date(publication.day),
        data=publication.data,
        sources=w.join(publication.sources),
    )
    scope = [publication.audience, *publication.notes]
    _fact(draft, w("Valgte filtre"), selection(w, publication))
    _fact(draft, w("Data"), f"{day}.")
    _fact(draft, w("Omfang"), " ".join(f"{one.rstrip('.')}." for one in scope))
    lead_to(_fact(draft, w("Siden på nett"), last=True), publication.address)


def _fact(draft: Draft, label: str, value: str = "", *, last: bool = False) -> Paragraph:
    paragraph = draft.put(NAMES["Facts"])
    paragraph.add_run(label).bold = True
    paragraph.add_run(f"\t{value}")
    paragraph.paragraph_format.keep_with_next = not last
    return paragraph
