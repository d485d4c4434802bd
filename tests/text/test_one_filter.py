"""Of one filter no sentence says several, and what is chosen is never called by the word for a committee."""

from __future__ import annotations

import re

import pytest

from akint_dash.components.page import Site
from akint_dash.domain.selection import Selection
from akint_dash.text.catalogues import read
from akint_dash.text.words import LOCALE_FOLDER, Words
from tests.figures.following import opened

PAGES = (
    "/", "/omrader", "/omrader/tan", "/utlysninger", "/frister", "/finansiering", "/maal", "/strategien",
    "/virkemidler/prosjektutvikling", "/virkemidler/politikkoppfolging", "/virkemidler/kompetanseheving",
    "/virkemidler/bilateralt", "/kart",
)  # fmt: skip
SEVERAL = {
    "": r"disse filtrene|Filtrene (?!på)|Filtre: |Fjern et filter",
    "/en": r"these filters|The filters (?!on)|Remove a filter",
}


@pytest.mark.sampled(5)
@pytest.mark.parametrize("query", [("periode", "2050"), ("sok", "xyzzy"), ("maned", "2026-03")], ids=str)
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["", "/en"])
def test_where_one_filter_is_chosen_it_is_spoken_of_as_one(
    site: Site, language: str, path: str, query: tuple[str, str]
) -> None:
    """ "Filtre: 2050", "Ingen utlysninger med disse filtrene" and "Fjern et filter" of the one there was."""
    text = opened(site, f"{language}{path}".rstrip("/") or "/", (query,))[1].text
    assert re.findall(rf".{{0,50}}(?:{SEVERAL[language]}).{{0,50}}", text) == []


def test_a_figure_that_one_of_two_filters_narrows_speaks_of_that_one(site: Site) -> None:
    view, _ = opened(site, "/virkemidler/politikkoppfolging", (("program", "ERASMUS"), ("sok", "xyzzy")))
    told = view.told["medlemskap"]
    assert told.base == "Filter: «xyzzy»"
    assert told.title.endswith("med dette filteret")
    assert told.say == "Fjern søkeordet for å se flere."


@pytest.mark.parametrize(
    ("query", "filters"),
    [("", 0), ("maned=2026-03", 1), ("omrade=SAM,UTD", 2), ("periode=2025&sok=klima", 2), ("per=2026-01-31", 0)],
)
def test_a_filter_is_a_value_chosen_and_a_month_says_its_year(query: str, filters: int) -> None:
    chosen = Selection.from_query(dict(part.split("=") for part in query.split("&") if part))[0].of_time()
    assert chosen.filters == filters


def test_several_filters_are_several() -> None:
    assert Words("nb", filters=2)("Fjern et filter for å se flere.") == "Fjern et filter for å se flere."
    assert Words("nb", filters=1)("Fjern et filter for å se flere.") == "Fjern filteret for å se flere."
    assert Words("en", filters=1, search=True)("Fjern et filter for å se flere.") == (
        "Remove the search term to see more."
    )


def test_what_is_chosen_is_never_called_a_committee() -> None:
    """ "Aktører i utvalget har tolv prosjektdeltakelser": to a county council, utvalget is a committee."""
    ids = [message.id for _, message in read(LOCALE_FOLDER / "en").values()]
    said = [words for one in ids for words in ([one] if isinstance(one, str) else one)]
    assert [one for one in said if re.search(r"\b[Uu]tvalg(?:et|ene)?\b", one)] == []
