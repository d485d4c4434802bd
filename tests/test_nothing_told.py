"""Of a year of which the chosen area has registered nothing no page says none, or 0, of the area's own work."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest

from akint_dash.components.page import Page, Site
from akint_dash.pages import PAGES
from tests.reading import page_made
from tests.test_missing_or_none import row_of, shown

SILENT = {"omrade": "TAN", "periode": "2026"}
NONE = re.compile(
    r"\b(?:ingen|ingenting|verken)\b(?! av )|(?<!minst )\b0 (?:kr|tiltak|prosjekter|søknader|av)\b", re.IGNORECASE
)
TELLING = ("h1", "h2", "h3", "p", "dd", "text")
HELD = re.compile(r"registrert|mangler", re.IGNORECASE)
OF_DAYS = re.compile(
    r"frist|samarbeid|utlysning|endring|aktører|prosjektdeltakelser|ukrainsk|programme"
    r"|^Ingenting med disse filtrene\.$",
    re.IGNORECASE,
)
"""What others tell of, and what holds from day to day (of which the strategy says the last): the area's silence makes
nothing of it unknown."""


def bare(text: str) -> list[str]:
    """The sentences of a text that tell of none, and not of what is registered or missing."""
    sentences = re.split(r"(?<=[.])\s+", text.replace("\N{NO-BREAK SPACE}", " "))
    return [one for one in sentences if NONE.search(one) and not HELD.search(one) and not OF_DAYS.search(one)]


@pytest.mark.parametrize("page", [one for one in PAGES if "<slag>" not in one.path], ids=lambda one: one.path)
def test_no_page_says_none_of_what_an_area_has_not_registered(site: Site, page: Page) -> None:
    """ "0 kr", "0 av 12" and "Ingen tiltak har begynt" stood over tables of nothing but what is missing."""
    found = site.open(page.path.replace("<kode>", "tan"), SILENT)
    assert found is not None
    said = [one for one in page_made(found[1].body(found[0])).all() if one.name in TELLING]
    assert said
    assert [text for one in said for text in bare(one.text)] == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/", "Ingen tiltak er registrert hittil i 2026; tall for 2026 mangler"),
        ("/", "Ingen tiltak er registrert med disse filtrene; tall for 2026 mangler"),
        ("/maal", "Ingen resultater er registrert med disse filtrene; tall for 2026 mangler."),
        ("/finansiering", "Ingen innvilgede prosjekter er registrert i 2026; tall for 2026 mangler."),
        ("/virkemidler/kompetanseheving", "Ingen politisk deltakelse er registrert med disse filtrene; tall for 2026"),
        (
            "/virkemidler/prosjektutvikling",
            "Ingen innvilget støtte er registrert hittil i 2026, med disse filtrene; tall",
        ),
        ("/virkemidler/politikkoppfolging", "registrert gjennom medlemskapet; tiltak for 2026 mangler"),
        ("/virkemidler/prosjektutvikling", "Tiltak for 2026 mangler. Filtrene utelater 57 prosjekter."),
    ],
)
def test_what_is_missing_is_said_where_none_was(site: Site, path: str, said: str) -> None:
    assert said in text_of(site, path, **SILENT)


@pytest.mark.parametrize("path", ["/", "/frister"])
def test_no_deadline_is_known_where_a_last_day_to_leave_is_missing(site: Site, path: str) -> None:
    """ "Ingen frister" stood over a membership of which the last day to leave is not recorded."""
    page = text_of(site, path, **SILENT)
    assert "ngen kjente frister" in page
    assert "ngen frister" not in page
    assert "For ett medlemskap mangler siste dag for å si opp. Fjern filteret for å se flere." in page


def test_the_note_of_assistance_names_the_area_that_is_chosen(site: Site) -> None:
    """ "Bare filteret på periode gjelder for bistanden" stood over the one area's requests."""
    assert "For bistanden gjelder bare filtrene på rådsområde og periode;" in text_of(site, "/omrader", **SILENT)
    assert "Bare filteret på periode gjelder for bistanden;" in text_of(site, "/omrader", periode="2026")


def test_an_area_of_which_a_year_is_missing_has_not_arranged_nothing(site: Site) -> None:
    """ "Tannhelse og folkehelse 0 0 0" of a theme, of years of which one is not registered."""
    row = row_of(shown(site, "/virkemidler/kompetanseheving", {"tema": "klima_miljo"})[0]["omraader"], "TAN")
    assert (row["n"], row["people"]) == (None, None)


def test_calls_of_a_month_say_the_year_that_it_brings(site: Site) -> None:
    """ "med disse filtrene" stood beside "Filteret på måned gjelder ikke overskriften"."""
    for chosen in ({"maned": "2026-03"}, {"periode": "2026"}):
        assert "de tre aktuelle utlysningene med frist i 2026" in text_of(site, "/utlysninger", **chosen)


def test_the_largest_budget_of_those_that_are_known(site: Site) -> None:
    assert "har størst kjent budsjett i 2026" in text_of(site, "/", vekt="kroner")


def text_of(site: Site, path: str, **query: str) -> str:
    return re.sub(r"\s+", " ", page_made([site.render(path, f"?{urlencode(query)}")]).text)
