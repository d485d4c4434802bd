"""A card that the filters leave empty says in a sentence what there is none of; its caption is no heading."""

from __future__ import annotations

import pytest

from akint_dash.components.page import Site
from akint_dash.text.words import Words


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", ["/", "/virkemidler/politikkoppfolging", "/virkemidler/prosjektutvikling"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_an_empty_card_says_what_there_is_none_of(site: Site, path: str, language: str) -> None:
    found = site.open(path if language == "nb" else f"/en{path.rstrip('/')}", {"sok": "xyzzy"})
    assert found is not None
    view, page = found
    page.body(view)
    more = Words("nb" if language == "nb" else "en", filters=1, search=True)("Fjern et filter for å se flere.")
    emptied = [told for told in view.told.values() if told.say == more]
    assert emptied
    for told in emptied:
        assert told.title.startswith("Ingen " if language == "nb" else "No "), told.title
        assert ":" not in told.title
