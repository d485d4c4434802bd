"""The project and area pages: what a title says is drawn first, and what stands behind a click is not lost."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.components.markup import markup
from akint_dash.components.page import Site
from tests.reading import page_made


def shown(site: Site, address: str) -> tuple[Any, str]:
    opened = site.open(address, {})
    assert opened is not None
    view, page = opened
    return view, "".join(markup(part) for part in page.body(view) if part is not None)


@pytest.mark.parametrize(
    ("address", "key", "first"),
    [("/omrader", "omrader", "Rådsområdene samlet"), ("/omrader/sam", "ressurser", "I alt")],
)
def test_means_have_their_sum_with_a_mark_for_the_year(site: Site, address: str, key: str, first: str) -> None:
    view, page = shown(site, address)
    card = page[page.index(f'id="{key}"') :]
    rows = [row.replace("\u00a0", " ") for row in card.split("</tr>") if first in row]
    row = next(row for row in rows if 'class="gone"' in row)  # the year that is not over
    said = view.told[key].title.replace("\u00a0", " ")
    amount, _, share = said.partition(" av ")[0].partition("(")  # an area tells the amount, and the share in brackets
    told = share.rstrip(")") or amount
    assert told in row, (said, row)


@pytest.mark.parametrize("address", ["/virkemidler/prosjektutvikling", "/omrader/sam", "/omrader/kul", "/omrader/tan"])
def test_a_card_behind_a_click_has_its_finding_in_the_open(site: Site, address: str) -> None:
    opened = site.open(address, {})
    assert opened is not None
    view, page = opened
    nodes = list(page_made(page.body(view)).all())
    assert set(view.told) <= {str(one.attributes.get("id")) for one in nodes if one.name == "article"}
    more = next(one for one in nodes if one.attributes.get("className", one.attributes.get("class")) == "more-cards")
    summary = next(one.text for one in more.all() if one.name == "summary")
    inside = [str(one.attributes["id"]) for one in more.all() if one.name == "article"]
    assert inside
    assert [key for key in inside if view.told[key].title not in summary] == []
