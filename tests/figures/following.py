"""Following a mark or a number: the page it stands on, and the number that stands where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from urllib.parse import parse_qsl, urlsplit

from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.measures.lists import SUMMED, total, value_of
from akint_dash.pages.data.asked import entity_of
from akint_dash.pages.data.asked import read as read_list
from akint_dash.pages.explore.asked import read as read_question
from akint_dash.text import explore as text
from tests.reading import Node, page_made


@cache
def opened(site: Site, address: str, chosen: tuple[tuple[str, str], ...]) -> tuple[View, Node]:
    """A page with a selection, and what it is made of."""
    found = site.open(address, dict(chosen))
    assert found is not None, address
    view, page = found
    return view, page_made(page.body(view))


@cache
def number_at(site: Site, href: str) -> frozenset[str]:
    """The number that stands where a mark leads, in the words it may be said with: of a question of Explore, or of a
    list."""
    there = urlsplit(href)
    found = site.open(there.path, dict(parse_qsl(there.query)))
    assert found is not None
    view, page = found
    w = view.words
    if page.path == "/utforsk":
        asked = read_question(view)
        assert not asked.bad, href
        (side,) = asked.chosen
        number = side.behind.number
        if not number.records:
            return frozenset({w.number(0), w("ingen")})
        assert number == side.answer.of(side.points[0])
        assert number.records == len(asked.listing)
        measure = asked.question.measure
        told = {text.short(w, measure, number), text.bare_number(w, measure, number.value)}
        return frozenset(told | {w.number(number.lacking)})  # what lacks it is told over the records
    entity = entity_of(view)
    assert entity is not None
    asked_list = read_list(view, entity)
    assert not asked_list.bad, href
    codes = asked_list.found.codes
    return frozenset({w.number(len(codes)), *_sums(view, entity, codes, asked_list.columns)})


def _sums(view: View, entity: str, codes: tuple[str, ...], columns: tuple[str, ...]) -> Iterator[str]:
    """What the columns shown sum to, as the list itself says it under them."""
    if entity == "activity":
        took_part = [value_of(view.scope, entity, "people", code) for code in codes]
        yield view.words.number(sum(n for n in took_part if isinstance(n, int)))
    for name in columns:
        if name not in SUMMED.get(entity, ()):
            continue
        for currency, amount in total(view.scope, entity, name, codes).parts:
            yield view.words.amount(amount, currency) if currency else view.words.decimal(amount)
