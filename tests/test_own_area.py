"""An area's page counts the area's own, and the menu takes the area along."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlparse

import pytest

from akint_dash.components.page import Site
from akint_dash.components.shell import MENU
from akint_dash.components.view import View
from akint_dash.measures.pipeline import pipeline
from akint_dash.measures.weight import registered
from tests.reading import Node, page_made


def page(site: Site, address: str, query: str = "") -> list[Node]:
    return list(page_made([site.render(address, query)]).all())


def left(nodes: list[Node]) -> Node:
    return next(n for n in nodes if n.attributes.get("class") == "left")


def menu(nodes: list[Node]) -> dict[str, str]:
    bar = next(n for n in nodes if n.attributes.get("class") == "menu")
    return {n.text: n.attributes["href"] for n in bar.all() if n.name == "a"}


@pytest.mark.parametrize("query", ["", "?periode=2025", "?virkemiddel=KOM", "?omrade=KLI&periode=2025"])
@pytest.mark.parametrize(("root", "words"), [("", "tiltak i rådsområdet"), ("/en", "of the department")])
def test_the_count_of_an_areas_page_is_the_areas_own(site: Site, root: str, words: str, query: str) -> None:
    said = left(page(site, f"{root}/omrader/sam", query))
    opened = site.open("/omrader/sam", {k: v[0] for k, v in parse_qs(query[1:]).items()})
    assert opened is not None
    own = registered(opened[0].scope.narrowed(omrade=("SAM",)))
    assert int(re.sub(r"\D", "", said.text.split(" ")[0])) == own < registered(opened[0].scope.narrowed(omrade=()))
    assert words in said.text
    (way,) = [n.attributes["href"] for n in said.all() if n.name == "a"]
    assert parse_qs(urlparse(way).query)["omrade"] == ["SAM"]
    same = left(page(site, f"{root}/omrader", f"{query.replace('omrade=KLI&', '') or '?'}&omrade=SAM"))
    assert same.text.split(" ")[0] == said.text.split(" ")[0]


@pytest.mark.parametrize(
    ("query", "areas"), [("?periode=2025", ["SAM"]), ("?omrade=SAM", ["SAM"]), ("?omrade=KLI", ["KLI,SAM"])]
)
def test_the_menu_of_an_areas_page_takes_the_area_along(site: Site, query: str, areas: list[str]) -> None:
    ways = menu(page(site, "/omrader/sam", query))
    assert len(ways) == len(MENU)
    assert all(parse_qs(urlparse(href).query)["omrade"] == areas for href in ways.values())
    assert all(("periode=2025" in href) == ("periode" in query) for href in ways.values())


def test_no_other_page_takes_an_area_along_that_was_not_chosen(site: Site) -> None:
    assert not any("omrade=" in href for href in menu(page(site, "/omrader", "?periode=2025")).values())
    assert not any("omrade=" in href for href in menu(page(site, "/virkemidler/kompetanseheving")).values())


def card(site: Site, address: str, **query: str) -> View:
    opened = site.open(address, query)
    assert opened is not None
    opened[1].body(opened[0])
    return opened[0]


@pytest.mark.parametrize("years", ["2025", "2026", "2024-2026", "2027"])
@pytest.mark.parametrize("area", ["sam", "utd"])
def test_an_areas_projects_are_those_of_the_period_and_its_support_was_granted_in_it(
    site: Site, area: str, years: str
) -> None:
    view = card(site, f"/omrader/{area}", periode=years)
    scope = view.scope.narrowed(omrade=(area.upper(),))
    rows = list(view.tables["prosjekter"].dicts())
    assert {row["project"][1] for row in rows if row["counts"]} == scope.codes("project", any_year=False)
    first, last = scope.period
    if first > 2026:  # of a year that the data do not reach it is not known what is granted in it
        assert not any("granted" in row for row in rows)
        return
    assert {row["project"][1] for row in rows if row["granted"]} == {
        one.code for one in pipeline(scope).won_paid if first <= int(str(one.decided_on)[:4]) <= last
    }
    mine = [row["granted"] for row in rows if row["counts"]]
    assert mine == sorted(mine, reverse=True), "what was granted in the period stands first"
    told = view.told["prosjekter"]
    assert f"{sum(row['ore'] or 0 for row in rows if row['granted']) / 1e8:.1f}".replace(".", ",") in told.title or (
        "innvilget" not in told.title or "beløp mangler" in told.title
    )
    assert "periode gjelder ikke" not in told.base


def test_the_title_and_the_jump_to_an_areas_projects_name_the_period(site: Site) -> None:
    said = "Sju prosjekter i 2025, to innvilget i perioden: 30,6 mill. kr"
    assert card(site, "/omrader/sam", periode="2025").told["prosjekter"].title.replace("\xa0", " ") == said
    jump = next(n for n in page(site, "/omrader/sam", "?periode=2025") if n.attributes.get("href") == "#prosjekter")
    assert jump.text.startswith("Sju prosjekter i 2025")
    said = "Seven projects in 2025, two granted in the period: NOK 30.6 million"
    assert card(site, "/en/omrader/sam", periode="2025").told["prosjekter"].title.replace("\xa0", " ") == said
    assert (
        card(site, "/omrader/sam", periode="2027").told["prosjekter"].title.replace("\xa0", " ")
        == "Ti prosjekter kan pågå i 2027"
    )


def test_a_row_of_an_areas_projects_names_programme_and_partners(site: Site) -> None:
    nodes = page(site, "/omrader/sam", "?periode=2025")
    one = next(n for n in nodes if n.attributes.get("id") == "prosjekter")
    heads = [n.text for n in one.all() if n.name == "th" and n.attributes.get("scope") == "col"][:5]
    assert heads == ["Prosjekt", "Program", "Partnere", "Status", "Støtte vi har søkt om eller fått"]
    cells = [n.text for n in one.all() if n.name == "td" and n.attributes.get("data-h") == "Partnere"]
    assert len(cells) == 7
    assert cells[0] == "Midtjylland, Schleswig-Holstein og Västra Götaland"
    assert all(cells)
