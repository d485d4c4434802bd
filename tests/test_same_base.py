"""Numbers that stand beside each other on the pages of the demonstration are of one base, whatever is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dash.development.base_component import Component

from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.answers import ANSWERS, Asked

QUERIES: Any = (
    {},
    {"periode": "2025"},
    {"program": "ERASMUS"},
    {"omrade": "SAM"},
    {"status": "submitted"},
    {"sok": "demo"},
)


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)


def opened(site: Site, path: str, query: dict[str, str]) -> tuple[View, Any]:
    found = site.open(path, query)
    assert found is not None
    return found[0], found[1].body(found[0])


def card(body: Any, key: str) -> str:
    """The words of a figure's card."""
    for node in _every(body):
        if getattr(node, "id", None) == key:
            return _words(node)
    raise AssertionError(key)


def _every(node: Any) -> Any:
    if isinstance(node, list | tuple):
        for child in node:
            yield from _every(child)
    elif isinstance(node, Component):
        yield node
        yield from _every(getattr(node, "children", None))


def _words(node: Any) -> str:
    if isinstance(node, list | tuple):
        return " ".join(_words(child) for child in node)
    return _words(getattr(node, "children", None)) if isinstance(node, Component) else "" if node is None else str(node)


def known_places(view: View, key: str) -> int:
    return sum(row[2] for row in view.tables[key].rows if row[0] not in (None, ("municipality", "")))


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_the_base_of_own_and_invited_is_what_its_table_holds(site: Site, query: dict[str, str]) -> None:
    """ "Bygger på 57 av 57 prosjekter" stood over a table of 48 applications."""
    view, body = opened(site, "/virkemidler/prosjektutvikling", query)
    held = sum(row["won"] + row["rejected"] + row["waiting"] for row in view.tables["opphav"].dicts())
    if held:
        assert f"Bygger på {held} av {held} søknader" in card(body, "opphav")


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_participations_are_of_the_same_years_on_every_page(site: Site, query: dict[str, str]) -> None:
    """122 on the front page were 115 on the other: one counted all years, the other the strategy's."""
    front, said = opened(site, "/", query)
    counted = known_places(front, "deltakelser")
    _, body = opened(site, "/virkemidler/prosjektutvikling", query)
    if counted > 1:
        assert f"har {counted} deltakelser som løper " in card(said, "deltakelser")
        assert f"Bygger på {counted} deltakelser" in card(body, "sektorer")


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_the_strategys_municipalities_are_those_of_the_pages_it_leads_to(site: Site, query: dict[str, str]) -> None:
    """S2 counted those of one year, 18, where the front page said 19."""
    view, _ = opened(site, "/", query)
    held = sum(bool(row[2]) for row in view.tables["deltakelser"].rows if row[0] not in (None, ("municipality", "")))
    said = ANSWERS["S2"](Asked(view.words, view.scope, 2024, 2027)).words
    if held > 1:
        assert f" er i {held} kommuner." in said


def test_the_table_of_areas_says_not_relevant_and_missing_as_its_figure_does(site: Site) -> None:
    """A bilateral cell was a dash in the figure and 0 in the table under it, a missing total a dash."""
    view, body = opened(site, "/", {})
    rows = {row["area"][1]: row for row in view.tables["omrader"].dicts()}
    assert rows["PLA"]["BIL"] == "–"
    assert rows["TAN"]["total"] is None
    assert rows["SAM"]["BIL"] > 0
    silent = next(n for n in _every(body) if getattr(n, "className", "") == "hatch")
    assert silent is not None
    assert "–" not in [_words(n) for n in _every(body) if getattr(n, "className", "") == "r missing"]


@pytest.mark.parametrize(
    ("path", "query", "key", "says"),
    [
        ("/virkemidler/bilateralt", {}, "norden", "Søylene før 2026 er hele år."),
        ("/virkemidler/bilateralt", {"vekt": "kroner"}, "ringer", "andre rammer er ikke fordelt på regioner"),
        ("/", {"vekt": "kroner"}, "vekt-pro", "Flere tiltak enn i fjor: 57 mot 42"),
        ("/virkemidler/prosjektutvikling", {}, "miks", "Egne timer uten beløp"),
        ("/omrader", {}, "omrader", "bistanden er av henvendelser 2024–2026"),
        ("/omrader", {}, "stotte", "av de andre tiltakene 2024–2026"),
        ("/omrader/sam", {}, "vekting", "i hele 2024 til 49\u00a0% hittil i 2026"),
        ("/", {}, "endringer", "i data til 30.10.: "),
    ],
)
def test_a_card_says_what_its_number_is_of(site: Site, path: str, query: dict[str, str], key: str, says: str) -> None:
    assert says in card(opened(site, path, query)[1], key)
