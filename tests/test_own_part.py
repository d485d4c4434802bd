"""What a page says of an area's part, and of an area's own words, on the demonstration."""

from __future__ import annotations

from typing import Any

import pytest
from dash.development.base_component import Component

from akint_dash.components.page import Site

PART = "Av prosjekter med vedtatt deling er bare rådsområdets del regnet med."


def said(site: Site, path: str, **query: str) -> str:
    opened = site.open(path, query)
    assert opened is not None
    return words(opened[1].body(opened[0]))


def words(node: Any) -> str:
    if isinstance(node, Component):
        return words(getattr(node, "children", None))
    if isinstance(node, list | tuple):
        return "".join(map(words, node))
    return "" if node is None else str(node)


@pytest.mark.parametrize("path", ["/", "/virkemidler/prosjektutvikling", "/finansiering"])
def test_where_an_areas_part_of_shared_projects_is_told_it_is_said(site: Site, path: str) -> None:
    """Plan's 4.2 of 7.0 million stood as the project's."""
    assert PART in said(site, path, omrade="PLA")
    assert PART not in said(site, path)
    assert "områdenes del regnet med" in said(site, path, omrade="PLA,SAM")


def test_money_of_a_project_registered_elsewhere_is_told_beside_the_applications(site: Site) -> None:
    """Four granted applications of seven stood with the kroner of five projects, and the origins' rows likewise."""
    page = said(site, "/virkemidler/prosjektutvikling", omrade="KLI")
    assert "Ett av prosjektene i beløpet er registrert på et annet rådsområde." in page
    origins = page.split("Strategien sier at egne satsinger")[1]
    assert "bare den vedtatte andelen av beløpet er med" in origins
    assert "i beløpet er registrert på" not in said(site, "/virkemidler/prosjektutvikling")


def test_under_a_period_the_map_says_what_the_period_does_not_reach(site: Site) -> None:
    page = said(site, "/kart", periode="2024")
    assert "Perioden gjelder bare aktivitetene." in page
    assert "Filteret på periode gjelder ikke her." in page
    assert "Perioden gjelder" not in said(site, "/kart")


def test_the_last_day_to_leave_is_not_said_to_be_narrowed_by_the_period(site: Site) -> None:
    page = said(site, "/virkemidler/politikkoppfolging", omrade="SAM", periode="2025")
    assert page.count("alt som er registrert på dem i perioden, telles.") == 2
    assert page.count("alt som er registrert på dem, telles.") == 1


def test_a_year_that_the_data_do_not_reach_has_no_bars_of_0_kroner(site: Site) -> None:
    page = said(site, "/finansiering", periode="2027")
    assert "andelen kan ikke regnes ut 0 kr" not in page
    assert "Utviklingsmidler 2027 etter rådsområde og nivå: 2027 har ikke begynt; dataene går til" in page


def test_where_nothing_is_recorded_no_0_initiatives_are_told(site: Site) -> None:
    """ "0 tiltak" stood under a title that the area has not recorded any."""
    chosen = {"omrade": "TAN", "ring": "norden"}
    assert "0 tiltak i 2026" not in said(site, "/", **chosen)
    page = said(site, "/virkemidler/kompetanseheving", **chosen)
    assert "Tannhelse og folkehelse har ikke registrert tiltak hittil i 2026" in page


def test_an_areas_words_on_a_year_stand_under_that_year_alone(site: Site) -> None:
    """ "The share falls" stood under a title that it had grown from 2024 to 2026."""
    assert "Andelen stiger" not in said(site, "/finansiering", omrade="KLI")
    own = said(site, "/finansiering", omrade="KLI", periode="2025")
    assert "Forklaring fra Klima og miljø 10.12.2025 om 2025: Andelen stiger" in own


def test_a_status_says_nothing_of_what_it_leaves_out(site: Site) -> None:
    front = said(site, "/", status="granted,running")
    assert "ingen søknader venter" not in front
    assert "mot 1 i fjor" not in said(site, "/", status="submitted")
    assert "ingen søknader venter" not in said(site, "/strategien", status="granted,running")


def test_memberships_under_another_instrument_are_on_neither_page(site: Site) -> None:
    assert "kommer siste dag for å si opp i løpet av" in said(site, "/virkemidler/politikkoppfolging")
    assert "kommer siste dag for å si opp i løpet av" not in said(
        site, "/virkemidler/politikkoppfolging", virkemiddel="KOM"
    )
    assert "ERRIN" not in said(site, "/", virkemiddel="KOM")
