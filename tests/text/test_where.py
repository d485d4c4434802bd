"""Where the outside actors are that a number counts."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.components.page import Site
from akint_dash.text.where import where
from akint_dash.text.words import Words
from tests.figures.following import opened
from tests.measures.small import scope_of

PLACES: Any = {
    code: {"name_nb": name, "county": "32"}
    for code, name in (("3201", "Bærum"), ("3203", "Asker"), ("3205", "Lillestrøm"), ("3207", "Nordre Follo"))
}


@pytest.mark.parametrize(
    ("query", "nb", "en"),
    [
        ("", "i Akershus", "in Akershus"),
        ("omrade=SAM", "i Akershus", "in Akershus"),
        ("kommune=3205", "i Lillestrøm", "in Lillestrøm"),
        ("kommune=3205,3203", "i Asker og Lillestrøm", "in Asker and Lillestrøm"),
        ("kommune=3201,3203,3205,3207", "i de valgte kommunene", "in the selected municipalities"),
        ("kommune=3205&sok=ungdom", "i Lillestrøm med disse filtrene", "in Lillestrøm with these filters"),
        ("program=INT", "i Akershus med disse filtrene", "in Akershus with these filters"),
    ],
)
def test_a_filter_of_place_is_named_and_what_else_narrows_is_said(query: str, nb: str, en: str) -> None:
    scope = scope_of(query, municipality=PLACES)
    assert (where(Words("nb"), scope), where(Words("en"), scope)) == (nb, en)


@pytest.mark.parametrize(
    ("chosen", "said", "unsaid"),
    [
        ({"kommune": "3205"}, "ktører i Lillestrøm", "ktører i Akershus h"),
        ({"sok": "ungdom"}, "i Akershus med dette filteret", "Ingen prosjektdeltakelser:"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/virkemidler/prosjektutvikling", "/strategien"])
def test_the_pages_say_whose_participations_they_count(
    site: Site, path: str, chosen: dict[str, str], said: str, unsaid: str
) -> None:
    _, page = opened(site, path, tuple(chosen.items()))
    rule = "Minst like mange aktører i Akershus"  # of the strategy: no filter moves it
    text = page.text.replace(rule, "")
    assert said in text
    assert unsaid not in text
