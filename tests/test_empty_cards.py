"""A card that the filters leave empty says in a sentence what there is none of; its caption is no heading."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from akint_dash.components.page import Site
from akint_dash.text.words import Words

from .reading import components
from .test_same_base import card, opened


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


@pytest.mark.parametrize(("path", "key"), [("/", "vekt-pro"), ("/", "omrader"), ("/finansiering", "midler-omrader")])
def test_a_year_that_has_not_begun_leads_to_those_that_have(site: Site, path: str, key: str) -> None:
    """«Ingen data ennå.» left the reader with nothing to do."""
    body = opened(site, path, {"periode": "2050", "omrade": "SAM"})[1]
    told = card(body, key)
    assert re.search(r"Ingen data ennå\. +Vis 2024 *, *2025 *, *2026 +eller +alle år", told), told
    ways = [str(one.href) for one in components(body) if getattr(one, "children", None) in ("2026", "alle år")]
    assert {parse_qs(urlsplit(way).query).get("periode", [""])[0] for way in ways} == {"2026-2026", ""}
    assert all("omrade=SAM" in way for way in ways), "the other filters stay"
    for way in set(ways):
        query = {name: some[0] for name, some in parse_qs(urlsplit(way).query).items()}
        assert "Ingen data ennå" not in card(opened(site, path, query)[1], key)
