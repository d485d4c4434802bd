"""The row that leads a tall page: a link to each answer, in the order they stand, its text a finding of the page."""

from __future__ import annotations

import pytest

from akint_dash.components.jumps import short
from akint_dash.components.page import Site
from akint_dash.components.reading import classes, elements, kind, words_of
from akint_dash.pages import PAGES
from tests.examples import example

TALL = [example(page.path) for page in PAGES if page.tall]


@pytest.mark.parametrize("path", TALL)
@pytest.mark.parametrize("language", ["", "/en"])
def test_each_link_says_a_finding_and_leads_to_it(site: Site, path: str, language: str) -> None:
    shown = site.shown((language + path).rstrip("/") or "/", "")
    stands = list(elements(shown.content))
    (row,) = [one for one in stands if "jumps" in classes(one)]
    links = [one for one in elements(row) if kind(one) == "A"]
    names = [getattr(one, "id", "") for one in stands]
    places = [names.index(link.href.removeprefix("#")) for link in links]
    assert places == sorted(places)
    assert len(places) == len(set(places)) >= 2
    titles = {words_of(one) for one in stands if kind(one) in ("H2", "H3")}
    titles |= {told.title for told in shown.view.told.values()}
    for link in links:
        said = words_of(link)
        assert link.href == "#mer" or any(title.startswith(said) for title in titles), said


def test_a_page_that_is_not_tall_has_no_row(site: Site) -> None:
    for path in ("/maal", "/kart", "/nei"):
        assert not [one for one in elements(site.shown(path, "").content) if "jumps" in classes(one)]


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        ("Vi har fått innvilget 185,0 mill. kr, og 68,8 mill. kr venter", "Vi har fått innvilget 185,0 mill. kr"),
        ("20 prosjekter er på vei, 24 er innvilget", "20 prosjekter er på vei, 24 er innvilget"),
        ("Kort, og godt", "Kort, og godt"),
        ("Rådsområdet følger sju saker", "Rådsområdet følger sju saker"),
        ("At least NOK 61.6m awarded so far in 2026, compared with 67.4", "At least NOK 61.6m awarded so far in 2026"),
    ],
)  # fmt: skip
def test_a_long_finding_is_cut_after_its_first_clause(finding: str, said: str) -> None:
    assert short(finding) == said
