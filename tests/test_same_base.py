"""Numbers that stand beside each other on the pages of the demonstration are of one base, whatever is chosen."""

from __future__ import annotations

import re
from typing import Any

import pytest
from dash.development.base_component import Component

from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.text.answers import ANSWERS, Asked
from tests.reading import components

QUERIES: Any = (
    {},
    {"periode": "2025"},
    {"program": "ERASMUS"},
    {"omrade": "SAM"},
    {"status": "submitted"},
    {"sok": "demo"},
)


def opened(site: Site, path: str, query: dict[str, str]) -> tuple[View, Any]:
    found = site.open(path, query)
    assert found is not None
    return found[0], found[1].body(found[0])


def card(body: Any, key: str) -> str:
    """The words of a figure's card; a number that is a link stands in its sentence as any other."""
    for node in components(body):
        if getattr(node, "id", None) == key:
            return re.sub(" +", " ", _words(node))
    raise AssertionError(key)


def _words(node: Any) -> str:
    if isinstance(node, list | tuple):
        return " ".join(_words(child) for child in node)
    return _words(getattr(node, "children", None)) if isinstance(node, Component) else "" if node is None else str(node)


def plain(body: Any) -> str:
    """The words of what a page is made of, one space between them."""
    return re.sub(r"\s+", " ", _words(body))


def told(site: Site, path: str, **query: str) -> str:
    """The words of a page."""
    return plain(opened(site, path, query)[1])


def known_places(view: View, key: str) -> int:
    return sum(row[2] for row in view.tables[key].rows if row[0] not in (None, ("municipality", "")))


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_the_base_of_own_and_invited_is_what_its_table_holds(site: Site, query: dict[str, str]) -> None:
    """ "Bygger på 57 av 57 prosjekter" stood over a table of 48 applications, of which the title
    counts those decided."""
    view, body = opened(site, "/virkemidler/prosjektutvikling", query)
    held = sum(row["won"] + row["rejected"] for row in view.tables["opphav"].dicts())
    told = view.words.n("én avgjort søknad", "{count} avgjorte søknader", held)
    assert (f"Bygger på {told}" in card(body, "opphav")) == bool(held)


@pytest.mark.parametrize("query", [*QUERIES, {"program": "ERASMUS", "periode": "2026"}], ids=str)
def test_hours_of_our_own_are_those_of_the_projects_that_the_sum_rests_on(site: Site, query: dict[str, str]) -> None:
    """1 510 hours stood over "Bygger på 2 av 3 innvilgede prosjekter", which have 1 190."""
    view, body = opened(site, "/virkemidler/prosjektutvikling", query)
    hours = round(sum(row["hours"] for row in view.tables["miks"].dicts() if row["total"]))
    if hours:
        assert f" {view.words.number(hours)} egne timer er registrert uten beløp" in card(body, "miks")


def test_no_year_before_the_strategy_is_compared_with(site: Site) -> None:
    """ "34 aktører … i 2024, mot 26 i 2023" stood beside cards that call 2024 the first year."""
    assert "2023" not in card(opened(site, "/virkemidler/prosjektutvikling", {"periode": "2024"})[1], "sektorer")


@pytest.mark.parametrize("query", [{}, {"omrade": "SAM"}, {"virkemiddel": "KOM"}], ids=str)
def test_growth_is_said_to_be_of_all_instruments_where_it_is(site: Site, query: dict[str, str]) -> None:
    """ "39 tiltak hittil i 2026" of all four stood on the page of one."""
    said = card(opened(site, "/virkemidler/kompetanseheving", query)[1], "vekst")
    assert ("alle virkemidler medregnet" in said) == ("virkemiddel" not in query)


@pytest.mark.parametrize("period", ["2027", "2025-2026"])
def test_a_title_of_the_months_shown_says_that_a_period_leaves_deadlines_out(site: Site, period: str) -> None:
    """ "Alle de tre utlysningene med frist fra november 2026 til juli 2027" were ten without the period."""
    view, body = opened(site, "/utlysninger", {"periode": period})
    every = opened(site, "/utlysninger", {})[0]
    for key in ("tidslinje", "liste"):
        assert len(view.tables[key]) < len(every.tables[key])
        assert ", med dette filteret" in card(body, key)
        assert ", med d" not in card(opened(site, "/utlysninger", {})[1], key)


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_participations_are_of_the_same_years_on_every_page(site: Site, query: dict[str, str]) -> None:
    """122 on the front page were 115 on the other: one counted all years, the other the strategy's."""
    front, said = opened(site, "/", query)
    counted = known_places(front, "deltakelser")
    _, body = opened(site, "/virkemidler/prosjektutvikling", query)
    if counted > 1:
        assert f" {front.words.count(counted)} prosjektdeltakelser " in card(said, "deltakelser")
        assert f"Bygger på {counted} prosjektdeltakelser" in card(body, "sektorer")
        assert "av prosjektdeltakelsene" not in card(body, "sektorer")  # what it draws and tells is actors


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_the_strategys_municipalities_are_those_of_the_pages_it_leads_to(site: Site, query: dict[str, str]) -> None:
    """S2 counted those of one year, 18, where the front page said 19."""
    view, _ = opened(site, "/", query)
    held = sum(bool(row[2]) for row in view.tables["deltakelser"].rows if row[0] not in (None, ("municipality", "")))
    said = ANSWERS["S2"](Asked(view.words, view.scope, 2024, 2027)).words
    if held > 1:
        assert f" er i {view.words.count(held)} kommuner." in said


def test_the_table_of_areas_says_not_relevant_and_missing_as_its_figure_does(site: Site) -> None:
    """A bilateral cell was a dash in the figure and 0 in the table under it, a missing total a dash."""
    view, body = opened(site, "/", {})
    rows = {row["area"][1]: row for row in view.tables["omrader"].dicts()}
    assert rows["PLA"]["BIL"] == "–"
    assert rows["TAN"]["total"] is None
    assert rows["SAM"]["BIL"] > 0
    silent = next(n for n in components(body) if getattr(n, "className", "") == "hatch")
    assert silent is not None
    assert "–" not in [_words(n) for n in components(body) if getattr(n, "className", "") == "r missing"]


@pytest.mark.parametrize(
    ("path", "query", "key", "says"),
    [
        ("/virkemidler/bilateralt", {}, "norden", "For årene før 2026 viser søylene hele året."),
        ("/virkemidler/bilateralt", {"vekt": "kroner"}, "ringer", "Andre rammer er ikke fordelt på regioner"),
        ("/", {"vekt": "kroner"}, "vekt-pro", "Minst 4,4\u00a0mill.\u00a0kr satt av for 2026"),
        ("/virkemidler/prosjektutvikling", {}, "miks", "Egne timer uten beløp"),
        ("/omrader", {}, "omrader", "bistanden gjelder henvendelser 2024–2026"),
        ("/omrader", {}, "stotte", "av de andre tiltakene 2024–2026"),
        ("/omrader/sam", {}, "vekting", "i hele 2024 til 49\u00a0% hittil i 2026"),
        ("/", {}, "endringer", "(data til 30.10.2026): "),
    ],
)
def test_a_card_says_what_its_number_is_of(site: Site, path: str, query: dict[str, str], key: str, says: str) -> None:
    assert says in card(opened(site, path, query)[1], key)
