"""What a list is narrowed and ordered by, in words, for what leaves the house."""

from __future__ import annotations

from collections.abc import Iterator

from akint_dash.components.base_line import labels_of
from akint_dash.components.filters import NAMED
from akint_dash.components.record_columns import offered
from akint_dash.components.view import View
from akint_dash.measures.lists import touched
from akint_dash.pages.data.asked import entity_of, read
from akint_dash.pages.data.controls import narrowings
from akint_dash.text import lists as text


def said(view: View) -> Iterator[tuple[str, str]]:
    """The filters in use that the list follows, what its columns and words narrow it to, and its order."""
    entity = entity_of(view)
    if entity is None:
        return
    w, asked = view.words, read(view, entity)
    for name, words, _ in NAMED:
        if name in touched(entity) and (labels := labels_of(view, name)):
            yield w(words), "; ".join(labels)
    if narrowed := [words for words, _ in narrowings(asked)]:
        yield w("Listens egne filtre"), "; ".join(narrowed)
    every = offered(view, entity)
    yield (
        w("Rekkefølge"),
        text.order(w, [(text.said_label(w, entity, every[name]), down) for name, down in asked.question.order]),
    )
