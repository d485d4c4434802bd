"""What is missing, what there is none of and what a filter leaves out are told apart on the demonstration's pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from akint_dash.components.page import Site
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.bases import of_headline
from akint_dash.text.words import Words
from tests import told
from tests.reading import Node

W = Words("nb")


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES)


def shown(site: Site, path: str, query: dict[str, str]) -> tuple[dict[str, Any], dict[str, Node]]:
    """The tables and the figures of a page, the headline under ""."""
    found = site.open(path, query)
    assert found is not None
    body = found[1].body(found[0])
    return found[0].tables, told.figures(body)


def words(node: Node) -> str:
    return node.text.replace("\N{NO-BREAK SPACE}", " ")


def row_of(data: Any, area: str) -> dict[str, Any]:
    return next(row for row in data.dicts() if row["area"] == ("area", area))


@pytest.mark.parametrize("path", ["/", "/omrader"])
def test_kroner_that_an_area_has_not_recorded_are_missing_in_the_matrix(site: Site, path: str) -> None:
    """ "Samferdsel: bilateralt samarbeid 0 kr, mangler avsatte kroner 0" """
    tables, figures = shown(site, path, {"vekt": "kroner"})
    sam, kul, pla = (row_of(tables["omrader"], code) for code in ("SAM", "KUL", "PLA"))
    assert (sam["BIL"], sam["share"], sam["lacking"]) == (None, None, 1)
    assert (kul["POL"], kul["share"], kul["lacking"]) == (None, None, 1)
    assert (pla["BIL"], pla["lacking"]) == (NOT_APPLICABLE, 0)
    said = words(figures["omrader"])
    assert "minst 2,5 mill. kr" in said
    assert "Avsatte kroner mangler for 6 av 31 rammer" in said
    assert path != "/" or "minst 11,5 mill. kr" in said


def test_a_year_without_an_area_s_kroner_has_no_shares(site: Site) -> None:
    """ "2025: 0 kr, 0 %" for competence building, and 51 %, 29 % and 20 % for the others on top of it."""
    tables, figures = shown(site, "/", {"omrade": "NAE", "vekt": "kroner"})
    known = {key: next(r for r in tables[key].dicts() if r["year"] == 2025) for key in ("vekt-pro", "vekt-kom")}
    assert known["vekt-kom"]["ore"] is None
    assert known["vekt-pro"]["ore"]
    assert [row["share"] for row in known.values()] == [None, None]
    assert "34 tiltak" not in words(figures["omrader"])
    assert words(figures["omrader"]).startswith("Filtre: Næring og utvikling2,4 mill. kr avsatt i 2026")


def test_not_relevant_is_a_dash_in_the_areas_years_too(site: Site) -> None:
    for weight in ("antall", "timer", "kroner"):
        tables, _ = shown(site, "/omrader", {"vekt": weight})
        assert row_of(tables["omrader"], "PLA")["BIL"] == NOT_APPLICABLE, weight
        held = [r for r in tables["vekting"].dicts() if r["instrument"][1] == "BIL" and r["year"] == 2026]
        assert held[0]["value_PLA"] == NOT_APPLICABLE, weight
        assert held[0]["share_PLA"] == NOT_APPLICABLE, weight


def test_an_area_that_has_not_registered_is_missing_when_it_is_all_that_is_chosen(site: Site) -> None:
    """ "Ingen tiltak hittil i 2026 med disse filtrene" was said of an area that has reported nothing."""
    missing = "Tannhelse og folkehelse har ikke registrert tiltak hittil i 2026"
    tables, figures = shown(site, "/", {"omrade": "TAN", "ring": "norden"})
    assert words(figures[""]) == missing
    assert all(missing in words(figures[key]) for key in ("omrader", "vekt-kom", "vekt-bil"))
    assert [r["n"] for r in tables["vekt-kom"].dicts() if r["year"] == 2026] == [None]
    assert words(shown(site, "/omrader", {"omrade": "TAN"})[1][""]) == missing
    assert words(shown(site, "/omrader/tan", {"tema": "plan"})[1][""]) == missing


def test_the_areas_headline_says_that_it_is_of_the_selection(site: Site) -> None:
    """ "Alle tiltakene føres på Klima og miljø" above "7 av 8 rådsområder har registrert tiltak" """
    said = words(shown(site, "/omrader", {"tema": "klima_miljo"})[1][""])
    assert said == "Alle tiltakene hittil i 2026 er registrert på Klima og miljø (med disse filtrene)"
    assert "filtrene" not in words(shown(site, "/omrader", {})[1][""])
    by_money = {"tema": "klima_miljo", "vekt": "kroner"}
    assert "filtrene" not in words(shown(site, "/omrader", by_money)[1][""]), "a theme does not narrow means"


@pytest.mark.parametrize(
    "query", [{}, {"virkemiddel": "PRO"}, {"virkemiddel": "KOM"}, {"ring": "europa"}, {"periode": "2025"}], ids=str
)
def test_a_filter_does_not_turn_outside_the_selection_into_without_a_cooperation(
    site: Site, query: dict[str, str]
) -> None:
    """ "12 er partnere uten bilateralt samarbeid" counted Västra Götaland, which the area has an agreement with."""
    tables, figures = shown(site, "/omrader/sam", query)
    whole = {r["region"]: r for r in shown(site, "/omrader/sam", {})[0]["partnere"].dicts()}
    rows = list(tables["partnere"].dicts())
    assert all(r["status"] is not None and r["elsewhere"] is not None for r in rows), "none is a dash, not missing"
    assert all(r["status"] == whole[r["region"]]["status"] for r in rows if r["region"] in whole)
    said, without = words(figures["partnere"]), sum(r["status"] == NOT_APPLICABLE for r in rows)
    others = sum(r["status"] == NOT_APPLICABLE and r["elsewhere"] != NOT_APPLICABLE for r in rows)
    if without > 1:
        assert (
            f"{W.count_up(without)} er partnere i prosjekter eller aktiviteter, uten bilateralt samarbeid som området"
            in said
        )
    if others > 1:
        assert f"Med {W.count(others)} av dem har andre områder et." in said
    if not query:
        assert (len(rows), without, others) == (15, 13, 4), "Schleswig-Holstein, Hovedstaden, Pomorskie and Lviv"


def test_another_area_s_selection_is_not_what_an_area_s_page_is_of(site: Site) -> None:
    """With Utdanning chosen, /omrader/sam said that its numbers were "hele det valgte områdets"."""
    _, figures = shown(site, "/omrader/sam", {"omrade": "UTD", "virkemiddel": "KOM"})
    said = " ".join(words(node) for node in figures.values())
    assert "Filteret på virkemiddel gjelder ikke her: tallet er hele områdets." in said
    assert "det valgte områdets" not in said


def test_the_areas_note_says_that_support_follows_the_period(site: Site) -> None:
    """ "Bistanden er områdets, uansett utvalg" stood over 4 of 5 requests; without the period they are 9 of 14."""
    tables, figures = shown(site, "/omrader", {"periode": "2025"})
    assert row_of(tables["omrader"], "SAM")["asked"] == 5
    assert "Bistanden følger bare perioden; det som mangler, gjelder hele området, uansett filtre." in words(
        figures["omrader"]
    )


def test_full_time_equivalents_of_three_instruments_out_of_four_are_at_least(site: Site) -> None:
    said = words(shown(site, "/omrader/sam", {})[1]["ressurser"])
    assert "Minst 1,9 årsverk er avsatt, 1 av 4 virkemidler mangler; brukte årsverk mangler." in said
    county = words(shown(site, "/strategien", {})[1]["S7"])
    assert "Minst 11,5 mill. kr er satt av i 2026" in county


def test_the_strategy_says_what_its_headline_is_of_and_whose_a_lack_is(site: Site) -> None:
    """ "Filteret gjelder ikke her" stood over narrowed answers, and a project of Utdanning had the office as owner."""
    assert words(shown(site, "/strategien", {"omrade": "SAM"})[1][""]).endswith("uansett filtre")
    assert "uansett filtre" not in words(shown(site, "/strategien", {})[1][""])
    for address in ("/strategien", "/en/strategien"):
        page = str(site.render(address, "?omrade=SAM"))
        assert ("gjelder ikke overskriften." in page) == (address == "/strategien")
        assert "does not apply to the headline." in page or address == "/strategien"
    assert of_headline(Words("nb"), Selection(periode=(2025, 2025)), "/strategien") == (
        "Perioden gjelder ikke overskriften."
    )
    lacking = shown(site, "/strategien", {"program": "ERASMUS", "periode": "2026"})[1]["S12"]
    assert "Mangler: prosjektenes finansiering. Ansvarlig: Utdanning." in words(lacking)


def test_an_answer_of_the_strategy_is_not_what_the_filter_alone_makes_it(site: Site) -> None:
    for ring in ("norden", "europa", "ukraina"):
        said = words(shown(site, "/strategien", {"ring": ring})[1]["S4"])
        assert "i de valgte regionene. Nordens del sier ingenting når geografien er valgt." in said
        assert "100 %" not in said
    nobody = words(shown(site, "/strategien", {"sok": "umulig-umulig"})[1]["S2"])
    assert "0 eksterne aktører" not in nobody
    assert "Her teller hvert tiltak likt, uansett valgt vekt." in words(
        shown(site, "/strategien", {"vekt": "timer"})[1]["S10"]
    )
    assert "7 av 9 det siste året til 30.10.2026" in words(shown(site, "/strategien", {})[1]["kurs"])


def test_an_area_that_has_registered_nothing_of_the_year_lacks_it_in_every_table_by_area(site: Site) -> None:
    """Tannhelse had 0 initiatives of its own, and was one of the eight at which the board had not taken part."""
    year = {"periode": "2026-2026"}
    tables, figures = shown(site, "/omrader", year)
    assert row_of(tables["stotte"], "TAN")["activity"] is None
    assert "andre tiltak mangler" in words(figures["stotte"])
    tables, figures = shown(site, "/virkemidler/kompetanseheving", year)
    assert row_of(tables["omraader"], "TAN")["n"] is None
    assert row_of(tables["ledelsen"], "TAN")["county_cabinet"] is None
    assert "sju rådsområder" in words(figures["ledelsen"])
    whole = shown(site, "/virkemidler/kompetanseheving", {})[0]
    assert row_of(whole["omraader"], "TAN")["n"] > 0


def test_the_matrix_of_an_area_that_has_registered_nothing_counts_no_initiatives(site: Site) -> None:
    """ "0 tiltak i 2026, registrert på ansvarlig rådsområde" under a title that it has registered none"""
    said = words(shown(site, "/", {"omrade": "TAN"})[1]["omrader"])
    assert "ikke registrert tiltak" in said
    assert "0 tiltak i 2026" not in said
