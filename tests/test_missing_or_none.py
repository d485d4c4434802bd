"""What is missing, what there is none of and what a filter leaves out are told apart on the demonstration's pages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from dash.development.base_component import Component

from akint_dash.components.page import Site
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import NOT_APPLICABLE, AtMost
from akint_dash.text import dues
from akint_dash.text.bases import of_headline
from akint_dash.text.words import Words
from tests import told
from tests.reading import Node

W = Words("nb")


def shown(site: Site, path: str, query: dict[str, str]) -> tuple[dict[str, Any], dict[str, Node]]:
    """The tables and the figures of a page, the headline under ""."""
    found = site.open(path, query)
    assert found is not None
    body = found[1].body(found[0])
    return found[0].tables, told.figures(body)


def plain(node: Any) -> str:
    """The words of what a page is made of."""
    if isinstance(node, list | tuple):
        return " ".join(map(plain, node))
    return plain(getattr(node, "children", None)) if isinstance(node, Component) else str(node or "")


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
    tan = row_of(tables["omrader"], "TAN")
    assert (tan["total"], tan["lacking"]) == (None, 4), "each of its four is missing, as the note counts them"
    assert sum(row["lacking"] for row in tables["omrader"].dicts()) == 6
    said = words(figures["omrader"])
    assert "har ikke registrert tiltak" not in said, "of kroner it is an amount that is missing"
    assert "minst 2,5 mill. kr" in said
    assert "Avsatt beløp mangler for 6 av 31 rammer" in said
    assert path != "/" or "minst 11,5 mill. kr" in said


def test_where_nothing_is_granted_no_amount_is_missing(site: Site) -> None:
    """ "beløp mangler" over grants that a filter leaves out"""
    for query in ({"omrade": "SAM", "tema": "tannhelse"}, {"maned": "2026-03"}):
        said = words(shown(site, "/", query)[1]["vunnet"])
        assert "ingenting innvilget" in said
        assert "beløp mangler" not in said


def test_an_allocation_is_one_thing_in_the_gaps_and_in_the_money(site: Site) -> None:
    """ "Brukt beløp i 2026 mangler for 1 av 3 rammer" under a table of four, and 25 beside "6 av 31 rammer"."""
    gaps = [row[0] for row in shown(site, "/", {})[0]["hull"].rows]
    assert "Brukt beløp i 2026 mangler for 6 av 31 rammer" in gaps
    assert not [said for said in gaps if said.startswith("Brukte årsverk i 2026")], "they are due when the year is over"
    assert "Avsatt beløp i 2026 mangler for 6 av 31 rammer" in gaps
    tables, figures = shown(site, "/omrader/sam", {})
    assert len([row for row in tables["ressurser"].dicts() if row["year"] == 2026]) == 4
    assert "Brukt beløp i 2026 mangler for 1 av 4 rammer" in [row[0] for row in tables["hull"].rows]
    said = words(figures["ressurser"])
    assert "ti av tolv rammer 2024–2026. En ramme er det et rådsområde har satt av til ett virkemiddel i ett år" in said
    assert "En ramme er det et rådsområde har satt av til ett virkemiddel i ett år" in words(figures["hull"])


def test_an_instrument_that_an_area_has_no_use_for_is_no_allocation(site: Site) -> None:
    tables, _ = shown(site, "/omrader/pla", {})
    assert "Brukte årsverk i 2025 mangler for 1 av 3 rammer" in [row[0] for row in tables["hull"].rows]


def test_who_decided_is_said_of_the_year_shown_and_of_one_allocation_as_of_one(site: Site) -> None:
    """ "Hvem som vedtok rammene, mangler" over the years in which the county council did; "ett av ett virkemidler" """
    _, figures = shown(site, "/omrader/sam", {"virkemiddel": "BIL"})
    said = words(figures["ressurser"])
    assert "Hvem som vedtok rammen for 2026, mangler. Brukt beløp mangler." in said
    assert "ett av ett" not in said


def test_a_year_without_an_area_s_kroner_has_no_shares(site: Site) -> None:
    """ "2025: 0 kr, 0 %" for competence building, and 51 %, 29 % and 20 % for the others on top of it."""
    tables, figures = shown(site, "/", {"omrade": "NAE", "vekt": "kroner"})
    known = {key: next(r for r in tables[key].dicts() if r["year"] == 2025) for key in ("vekt-pro", "vekt-kom")}
    assert known["vekt-kom"]["ore"] is None
    assert known["vekt-pro"]["ore"]
    assert [row["share"] for row in known.values()] == [None, None]
    assert "34 tiltak" not in words(figures["omrader"])
    assert words(figures["omrader"]).startswith("Filter: Næring og utvikling2,4 mill. kr satt av for 2026")


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
    assert said == "Alle tiltakene hittil i 2026 er registrert på Klima og miljø, med dette filteret"
    assert "filter" not in words(shown(site, "/omrader", {})[1][""])
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
        assert re.search(
            rf"[Mm]ed (?:{without}|{W.count(without)})(?: regioner)? er det bare prosjekter eller aktiviteter", said
        )
    assert said.count("gjennom ") == others, "each of those says through whom"
    if not query:
        assert (len(rows), without, others) == (15, 13, 4), "Schleswig-Holstein, Hovedstaden, Pomorskie and Lviv"


def test_another_area_s_selection_is_not_what_an_area_s_page_is_of(site: Site) -> None:
    """With Utdanning chosen, /omrader/sam said that its numbers were "hele det valgte områdets"."""
    _, figures = shown(site, "/omrader/sam", {"omrade": "UTD", "virkemiddel": "KOM"})
    said = " ".join(words(node) for node in figures.values())
    assert "Filteret på virkemiddel gjelder ikke her. Tallet gjelder hele rådsområdet." in said
    assert "det valgte områdets" not in said


def test_the_areas_note_says_that_support_follows_the_period(site: Site) -> None:
    """ "Bistanden er områdets, uansett utvalg" stood over 4 of 5 requests; without the period they are 9 of 14."""
    tables, figures = shown(site, "/omrader", {"periode": "2025"})
    assert row_of(tables["omrader"], "SAM")["asked"] == 5
    assert (
        "Bare filteret på periode gjelder for bistanden; det som mangler, gjelder hele rådsområdet, uansett filtre."
        in words(figures["omrader"])
    )


def test_full_time_equivalents_of_three_instruments_out_of_four_are_at_least(site: Site) -> None:
    said = words(shown(site, "/omrader/sam", {})[1]["ressurser"])
    assert "Minst 1,9 årsverk er avsatt; tall mangler for ett av fire virkemidler. Brukte årsverk mangler." in said
    county = words(shown(site, "/strategien", {})[1]["S7"])
    assert "Minst 11,5 mill. kr er satt av for 2026" in county


def test_the_strategy_says_what_its_headline_is_of_and_whose_a_lack_is(site: Site) -> None:
    """ "Filteret gjelder ikke her" stood over narrowed answers, and a project of Utdanning had the office as owner."""
    assert words(shown(site, "/strategien", {"omrade": "SAM"})[1][""]).endswith("regnet uten filtre")
    assert "uten filtre" not in words(shown(site, "/strategien", {})[1][""])
    for address in ("/strategien", "/en/strategien"):
        page = str(site.render(address, "?omrade=SAM"))
        assert ("gjelder ikke overskriften." in page) == (address == "/strategien")
        assert "does not apply to the headline." in page or address == "/strategien"
    assert of_headline(Words("nb"), Selection(periode=(2025, 2025)), "/strategien") == (
        "Filteret på periode gjelder ikke overskriften."
    )
    lacking = shown(site, "/strategien", {"program": "ERASMUS", "periode": "2026"})[1]["S12"]
    assert "Mangler: prosjektenes finansiering. Ansvarlig: Utdanning." in words(lacking)


def test_an_answer_of_the_strategy_is_not_what_the_filter_alone_makes_it(site: Site) -> None:
    for ring in ("norden", "europa", "ukraina"):
        said = words(shown(site, "/strategien", {"ring": ring})[1]["S4"])
        assert "i den valgte geografien. Den valgte geografien påvirker andelen i Norden." in said
        assert "100 %" not in said
    nobody = words(shown(site, "/strategien", {"sok": "umulig-umulig"})[1]["S2"])
    assert not re.search("0 eksterne|Ingen eksterne", nobody)
    assert "Her teller hvert tiltak likt, uansett valgt vekt." in words(
        shown(site, "/strategien", {"vekt": "timer"})[1]["S10"]
    )
    assert "7 av 9 samarbeid det siste året per 30.10.2026" in words(shown(site, "/strategien", {})[1]["S20"])


def test_an_area_that_has_registered_nothing_of_the_year_lacks_it_in_every_table_by_area(site: Site) -> None:
    """Tannhelse had 0 initiatives of its own, and was one of the eight at which the board had not taken part."""
    year = {"periode": "2026-2026"}
    tables, figures = shown(site, "/omrader", year)
    assert row_of(tables["stotte"], "TAN")["activity"] is None
    assert "ingen henvendelser og ingen andre tiltak registrert; tall for 2026 mangler" in words(figures["stotte"])
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


AHEAD = {"periode": "2027"}


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("/", ("vekt-pro", "vekt-pol", "vekt-kom", "vekt-bil", "vunnet")),
        ("/virkemidler/kompetanseheving", ("maalgrupper", "ledelsen", "omraader", "typer", "vekst")),
        ("/virkemidler/prosjektutvikling", ("vunnet-aar", "avslag", "miks", "veiledning")),
        ("/virkemidler/politikkoppfolging", ("innspill", "medlemskap", "deltakelse")),
        ("/omrader", ("vekting", "stotte")),
        ("/omrader/sam", ("vekting", "ressurser", "stotte", "laering")),
        ("/finansiering", ("utviklingsmidler", "utlosning")),
        ("/maal", ("resultater",)),
    ],
)
def test_of_a_year_that_the_data_do_not_reach_nothing_is_none(site: Site, path: str, keys: tuple[str, ...]) -> None:
    """ "Tiltak og andel per år: ingen med disse filtrene" stood where 19 projects run, and 0 where nothing is known."""
    tables, figures = shown(site, path, AHEAD)
    for key in keys:
        said = words(figures[key])
        assert "2027 har ikke begynt; dataene går til 30.10.2026" in said, key
        assert "ingen med disse filtrene" not in said.casefold(), key
    for key in set(keys) & {"maalgrupper", "ledelsen", "omraader", "stotte"}:
        assert {value for row in tables[key].rows for value in row[1:]} <= {"–"}, key


def test_of_a_year_ahead_it_is_said_whether_what_runs_or_what_began_is_counted(site: Site) -> None:
    """ "Ingen av søknadene er avgjort" of 2027, and no participations beside those that run in the year."""
    path = "/virkemidler/prosjektutvikling"
    tables, figures = shown(site, path, AHEAD)
    assert words(figures[""]) == "20 prosjekter er på vei per 30.10.2026, og 2027 har ikke begynt"
    told = "Det som er på vei, vises uansett periode. Det som alt er avgjort, er ikke med, og avgjørelser i 2027"
    assert f"{told} er ikke kjent ennå." in words(figures["trakt"])
    for key in ("programmer", "opphav"):
        assert "Elleve søknader venter på svar per 30.10.2026, og 2027 har ikke begynt" in words(figures[key])
    assert sum(row["n"] for row in tables["sektorer"].dicts()) == 77
    assert "37 aktører i Akershus er med i prosjekter som varer til 2027 eller lenger" in words(figures["sektorer"])
    held = words(shown(site, path, {"periode": "2025"})[1]["opphav"])
    assert "Avgjørelsene er tatt i 2025; det som venter på svar, ventet per 30.10.2026." in held


def test_of_a_year_that_has_not_begun_nothing_is_missing(site: Site) -> None:
    """ "mangler" in every cell of 2027, which nobody can have recorded anything of yet."""
    row = row_of(shown(site, "/omrader", AHEAD)[0]["omrader"], "SAM")
    assert {value for name, value in row.items() if name not in ("area", "holes")} == {"–"}
    said = words(shown(site, "/omrader", AHEAD)[1]["omrader"])
    assert "Søylen viser tiltakene som begynner i 2027" in said
    for path, key in (("/maal", "mal-virkemidler"), ("/maal", "maltall"), ("/omrader/sam", "maal"), ("/kart", "kart")):
        assert "mangler" not in words(shown(site, path, AHEAD)[1][key]), (path, key)
    assert words(shown(site, "/", {"periode": "2050"})[1][""]) == (
        "Ingen innvilgede prosjekter løper i 2050; dataene går til 30.10.2026"
    )


@pytest.mark.parametrize(("path", "key"), [("/maal", "mal-virkemidler"), ("/omrader/sam", "maal")])
def test_the_goals_of_a_year_ahead_say_that_only_projects_are_known(site: Site, path: str, key: str) -> None:
    said = (
        "For 2027 er bare prosjekter regnet med, også ideer og søknader på vei, og prosjekter uten registrert slutt; "
        "andre tiltak er ikke kjent ennå."
    )
    assert said in words(shown(site, path, AHEAD)[1][key])
    assert "regnet med; andre" not in words(shown(site, path, {"periode": "2025"})[1][key])


def test_contacts_of_a_year_ahead_are_not_known_on_the_map(site: Site) -> None:
    tables, figures = shown(site, "/kart", AHEAD)
    assert {row["activities"] for row in tables["kart"].dicts()} == {"–"}
    assert "2027 har ikke begynt; dataene går til 30.10.2026" in words(figures["kart"])


def test_what_is_heard_of_a_figure_is_what_its_table_holds(site: Site) -> None:
    """ "2024: mangler" was heard where the table says 0, and "Bilateralt samarbeid" with nothing after it."""
    drawn = " ".join(str(node) for node in figures_of(site, "/", {"omrade": "TAN", "program": "ERASMUS"}, "vekt-pro"))
    assert "2024: 0 tiltak; 2025: 0 tiltak; 2026 hittil: mangler" in drawn
    assert "Bilateralt samarbeid ikke aktuelt" in " ".join(map(str, figures_of(site, "/omrader", {}, "vekting")))


def figures_of(site: Site, path: str, query: dict[str, str], key: str) -> list[Any]:
    """What a figure's drawings are called where they are heard."""
    return [node.attributes.get("aria-label") for node in shown(site, path, query)[1][key].all()]


SILENT = {"omrade": "TAN", "ring": "norden"}


def test_a_year_of_which_an_area_has_registered_nothing_is_missing_in_every_table_of_years(site: Site) -> None:
    """ "2026 | 0 | 0 | 0" and "Ingenting med disse filtrene" were said of an area that has reported nothing."""
    missing = "Tannhelse og folkehelse har ikke registrert tiltak hittil i 2026"
    tables, figures = shown(site, "/virkemidler/kompetanseheving", SILENT)
    assert words(figures[""]) == missing
    assert missing in words(figures["vekst"])
    assert "ingen nye" not in words(figures["vekst"]).rpartition("2026")[2]
    for key in ("vekst", "typer"):
        held = [row for row in tables[key].dicts() if row["year"] == 2026]
        assert {row[name] for row in held for name in row if name not in ("year", "kind")} == {None}, key
    assert [row["n"] for row in tables["vekst"].dicts()][:2] == [1, 0]
    tables, figures = shown(site, "/virkemidler/bilateralt", SILENT)
    for key, name in (("ringer", "n"), ("norden", "n"), ("norden", "placed")):
        assert {row[name] for row in tables[key].dicts() if row["year"] == 2026} == {None}
    assert "Tiltak hittil i 2026 er ikke registrert" in words(figures["norden"])
    figures = shown(site, "/virkemidler/prosjektutvikling", SILENT)[1]
    assert "Ingen avslag 2024–2026 er registrert med disse filtrene; tall for 2026 mangler" in words(figures["avslag"])
    figures = shown(site, "/strategien", SILENT)[1]
    assert all(missing in words(figures[row]) for row in ("S10", "S19"))
    assert "Ingenting er registrert med disse filtrene; tall for 2026 mangler." in words(figures["S11"])
    assert all("Tiltak for 2026 mangler." in words(figures[row]) for row in ("S1", "S5", "S18"))
    assert missing in words(shown(site, "/virkemidler/politikkoppfolging", SILENT)[1]["deltakelse"])


def test_a_sum_over_a_year_of_which_an_area_has_registered_nothing_is_at_least(site: Site) -> None:
    """ "12 deltakelser 2024–2026" over a table in which 2026 is missing, and a membership with 0 of that year."""
    _, figures = shown(site, "/virkemidler/kompetanseheving", SILENT)
    for key in ("maalgrupper", "omraader"):
        assert "Minst 12 deltakelser 2024–2026" in words(figures[key])
        assert "Bygger på ett tiltak; tiltak for 2026 mangler" in words(figures[key])
    assert "tiltak for 2026 mangler" in words(shown(site, "/virkemidler/politikkoppfolging", SILENT)[1]["medlemskap"])
    assert "Minst 35 deltakelser" in words(shown(site, "/omrader/tan", {})[1]["laering"])
    _, known = shown(site, "/virkemidler/kompetanseheving", {"omrade": "SAM"})
    assert "tiltak for 2026 mangler" not in words(known["omraader"])


def test_kroner_from_outside_of_an_area_that_has_registered_nothing_are_not_0(site: Site) -> None:
    """ "0 kr kommer fra EU", "Ingen rådsområder har internasjonale midler i 2026" """
    found = site.open("/finansiering", SILENT)
    assert found is not None
    tables, figures = shown(site, "/finansiering", SILENT)
    assert "Internasjonale midler i 2026 er ikke registrert" in words(figures["midler-omrader"])
    by_year = {row["year"]: row["eu"] for row in tables["utviklingsmidler"].dicts()}
    assert by_year == {2024: 0, 2025: 0, 2026: None}
    assert row_of(tables["midler-omrader"], "TAN")["eu"] is None
    whole = shown(site, "/finansiering", {})[0]["midler-omrader"]
    assert row_of(whole, "TAN")["eu"] is None
    assert row_of(whole, "SAM")["eu"] > 0


def test_a_fund_without_its_amount_is_counted_among_what_lacks_in_the_year(site: Site) -> None:
    """ "2025 | mangler | 0 | 0": the share was missing, and neither column said why. It is at most what it says."""
    rows = {row["year"]: row for row in shown(site, "/finansiering", {})[0]["utviklingsmidler"].dicts()}
    assert isinstance(rows[2025]["share"], AtMost)
    assert rows[2025]["absent"] == 1


def test_kroner_used_of_instruments_known_in_part_are_at_least(site: Site) -> None:
    """ "82 % av 2,5 mill. kr" was said of an area with an instrument whose kroner are missing."""
    tables, figures = shown(site, "/omrader", {"omrade": "SAM"})
    said = words(figures["omrader"])
    assert "82 % av 2,5 mill. kr beløp mangler" in said
    assert row_of(tables["omrader"], "SAM")["means_lacking"] == 1


def test_what_is_counted_of_a_period_and_what_is_of_today_are_told_apart(site: Site) -> None:
    """ "29 åpne saker; neste frist om 5 dager" under 2025; "13 har fått veiledning" of one year beside 27 of all."""
    said = {row: words(shown(site, "/strategien", {"periode": "2025"})[1][row]) for row in ("S14", "S15")}
    assert (
        ", fulgt eller med frist i 2025. Vår neste frist i dem, også utenfor perioden, er om fem dager." in said["S15"]
    )
    assert (
        "eksterne aktører fikk veiledning i 2025; 5 ble med i et nytt prosjekt i 2025, etter sin første veiledning."
        in said["S14"]
    )
    assert "også utenfor perioden" in words(shown(site, "/virkemidler/politikkoppfolging", AHEAD)[1]["eu-saker"])


def test_money_whose_amount_is_missing_is_not_said_to_be_gone(site: Site) -> None:
    """ "Ingenting av dagens kjente støtte utenfra er igjen i 2028" over a table in which 2028 "mangler" """
    tables, figures = shown(site, "/finansiering", {"program": "ERASMUS", "periode": "2026"})
    assert 2028 in [row["year"] for row in tables["faller-bort"].dicts() if row["ore"] is None]
    assert "i 2026; for 2028 mangler beløpet" in words(figures["faller-bort"])


def test_a_share_of_nothing_is_none_and_no_hole(site: Site) -> None:
    """ "2025 | 0 | mangler": nothing was decided, so no share is missing of it."""
    decided = shown(site, "/virkemidler/prosjektutvikling", SILENT)[0]["vunnet-aar"].dicts()
    assert {row["share"] for row in decided if row["year"] < 2026} == {"–"}
    waiting = shown(site, "/virkemidler/prosjektutvikling", AHEAD)[0]["programmer"].dicts()
    assert waiting
    assert {row[name] for row in waiting for name in ("share", "won", "rejected")} == {"–"}
    begun = {row["year"]: row["share"] for row in shown(site, "/", SILENT)[0]["vekt-kom"].dicts()}
    assert (begun[2025], begun[2026]) == ("–", None)
    nordic = {row["year"]: row["share"] for row in shown(site, "/virkemidler/bilateralt", SILENT)[0]["norden"].dicts()}
    assert nordic[2026] is None


@pytest.mark.parametrize(
    ("path", "key"), [("/finansiering", "faller-bort"), ("/virkemidler/prosjektutvikling", "vunnet-aar")]
)
def test_a_table_under_a_year_that_is_missing_holds_no_0_of_it(site: Site, path: str, key: str) -> None:
    """ "ingen registrert; 2026 mangler" stood over "2026 | 0 kr | 0 | 0"."""
    tables, figures = shown(site, path, SILENT)
    assert re.search("2026 (og senere )?mangler", words(figures[key]))
    rows = [row for row in tables[key].dicts() if row["year"] >= 2026]
    assert rows
    assert {value for row in rows for name, value in row.items() if name != "year"} == {None}


def test_what_is_decided_in_a_year_ahead_is_not_known_and_not_none(site: Site) -> None:
    """ "Ingen søknader er avgjort; 11 søknader venter." of 2027, beside 37 that are decided."""
    said = words(shown(site, "/strategien", AHEAD)[1]["S11"])
    assert "Ingen søknader er avgjort" not in said
    assert "20 prosjekter er på vei per 30.10.2026, og 2027 har ikke begynt" in said


def test_a_project_whose_money_alone_is_here_is_not_among_the_applications_counted(site: Site) -> None:
    """ "11 av 11 søknader; 1 er registrert på et annet rådsområde": that one was the twelfth."""
    said = words(shown(site, "/virkemidler/prosjektutvikling", {"omrade": "SAM"})[1]["opphav"])
    assert "ni avgjorte søknader; ett til er registrert på et annet rådsområde" in said


def test_the_rule_of_rates_names_the_year_of_a_budget_too(site: Site) -> None:
    said = words(shown(site, "/finansiering", {})[1]["kurser"])
    assert "et budsjett med kursen for året da prosjektet fikk sin første status" in said


def test_what_can_no_longer_be_met_says_so_among_the_things_to_decide(site: Site) -> None:
    """ "Seks ting må avgjøres, den første i dag": that one was too late on the page of deadlines."""
    held = words(shown(site, "/", {})[1]["avgjores"])
    assert re.search(r"for sent for \d", held)
    assert re.search(r"frist(er)? er det for sent: Siste dag for (vedtak eller partnerbrev er passert|.+ var \d)", held)


def test_deadlines_under_a_theme_say_which_calls_count(site: Site) -> None:
    """A call that only seems to fit the theme stood in the list of calls and not among the deadlines, unsaid."""
    said = "bare når temaet er registrert på den eller på et prosjekt som skal søke på den."
    under, whole = shown(site, "/", {"tema": "klima_miljo"})[1], shown(site, "/", {})[1]
    for key in ("frister", "avgjores"):
        assert said in words(under[key])
        assert said not in words(whole[key])


def test_no_later_deadline_is_said_of_the_filters_where_there_are_any() -> None:
    day = date(2026, 11, 25)
    assert dues.following(W, None, "", day) == "Ingen senere frister er registrert."
    narrowed = dues.following(W, None, "", day, narrowed=True)
    assert narrowed == "Ingen senere frister er registrert med disse filtrene."


def test_of_no_grant_there_is_no_money_and_none_is_missing(site: Site) -> None:
    """ "Støtte utenfra | mangler | 0" of applications that wait; of a year ahead there are no data."""
    assert shown(site, "/finansiering", {"status": "submitted"})[0]["utlosning"].column("ore") == (0, 0)
    assert shown(site, "/finansiering", AHEAD)[0]["utlosning"].column("ore") == ()
    assert shown(site, "/finansiering", SILENT)[0]["utlosning"].column("ore") == (None, None)


def test_a_project_from_before_the_membership_says_so_on_its_sheet_and_beside_the_membership(site: Site) -> None:
    """P-0017 came from POLIS, and no year of POLIS had it."""
    found = site.open("/post/prosjekt/P-0017", {})
    assert found is not None
    sheet = " ".join(plain(found[1].body(found[0])).split())
    assert "POLIS (ikke regnet med: Prosjektet fikk sin første status i 2024, da vi ikke var medlem)" in sheet
    said = words(shown(site, "/virkemidler/politikkoppfolging", {"omrade": "SAM"})[1]["medlemskap"])
    assert "Fire registreringer gjelder noe som begynte i et år da vi ikke var medlem, og teller ikke." in said
    assert "ikke var medlem" not in words(
        shown(site, "/virkemidler/politikkoppfolging", {"omrade": "KUL"})[1]["medlemskap"]
    )
    other = site.open("/post/prosjekt/P-0001", {})
    assert other is not None
    assert "da vi ikke var medlem" not in plain(other[1].body(other[0]))


def test_the_strategy_claims_no_answer_that_it_does_not_have_and_says_once_that_one_is_missing(site: Site) -> None:
    """ "22 av 23 punkter har et svar" over "Hvert punkt har et svar"; "mangler Mangler: beløpet" """
    for query in ({}, {"periode": "2024"}, {"per": "2025-06-30"}):
        figures = shown(site, "/strategien", query)[1]
        assert "et svar" not in words(figures[told.INGRESS])
        for key, one in figures.items():
            assert "mangler Mangler" not in words(one), key
            assert not re.search(r"(?<!\w)mangler 2024 er", words(one)), key
    assert "Uten svar: 2024 er det første året" in words(shown(site, "/strategien", {"periode": "2024"})[1]["S19"])


@pytest.mark.parametrize(
    ("path", "key", "columns"),
    [
        ("/maal", "mal-virkemidler", ("POL", "KOM", "BIL", "total", "results")),
        ("/omrader/sam", "maal", ("POL", "KOM", "BIL", "total")),
        ("/virkemidler/prosjektutvikling", "programmer", ("won", "rejected", "ore", "lacking")),
        ("/virkemidler/prosjektutvikling", "opphav", ("won", "rejected", "ore", "lacking")),
        ("/virkemidler/prosjektutvikling", "trakt", ("rejected", "withdrawn")),
    ],
)
def test_nothing_is_nought_of_a_year_that_the_data_do_not_reach(
    site: Site, path: str, key: str, columns: tuple[str, ...]
) -> None:
    """Twelve goals stood with 0 initiatives and 0 results in 2027, and applications with 0 granted for 0 kroner."""
    tables, figures = shown(site, path, AHEAD)
    rows = list(tables[key].dicts())
    assert rows
    assert not [row for row in rows if any(row[column] == 0 for column in columns)]
    assert not re.search(r"\b[Ii]ngen (?:tiltak|resultater|av)\b|\bikke knyttet til tiltak", words(figures[""]))
    reached = list(shown(site, path, {"periode": "2026-2027"})[0][key].dicts())
    assert any(row[column] == 0 for row in reached for column in columns), "of 2026 none is known to be none"


def test_the_page_of_goals_says_no_none_of_a_year_ahead(site: Site) -> None:
    figures = shown(site, "/maal", AHEAD)[1]
    assert words(figures[""]) == "Ti av tolv mål er knyttet til prosjekter som kan pågå i 2027"
    assert "Ingen resultater" not in words(figures[told.INGRESS])
    assert "Ingen resultater" not in words(figures["resultater"])
    assert words(shown(site, "/maal", {"periode": "2027", "sok": "umulig-umulig"})[1][""]).endswith("ikke kjent ennå")
    answer = words(shown(site, "/strategien", AHEAD)[1]["S5"])
    assert f"{words(figures[''])}." in answer, "the answer says of a year ahead what the page of goals does"
    nobody = words(shown(site, "/strategien", AHEAD | {"sok": "umulig-umulig"})[1]["S5"])
    assert "2027 har ikke begynt; dataene går til 30.10.2026." in nobody


def test_no_grants_are_the_basis_of_nothing(site: Site) -> None:
    """ "Bygger på 0 av 0 innvilgede prosjekter" under a table of applications that wait."""
    for status in ("submitted", "rejected"):
        figures = shown(site, "/virkemidler/prosjektutvikling", {"status": status})[1]
        assert not [key for key, one in figures.items() if "0 av 0" in words(one)]
    assert "innvilgede prosjekter" in words(shown(site, "/virkemidler/prosjektutvikling", {})[1]["programmer"])
    for area in ("FRL", "SAM"):
        money = words(shown(site, "/finansiering", {"omrade": area})[1]["utviklingsmidler"])
        assert "0 av 0" not in money
        assert ("Ingen innvilgede prosjekter som har midler, er registrert 2024–2026" in money) == (area == "FRL")
        assert "dette filteret; 2026 mangler" not in money
        gaps = [row[0] for row in shown(site, "/", {"omrade": area})[0]["hull"].rows]
        assert "Nasjonale, regionale eller lokale midler er registrert bare i noen av årene 2024–2026" in gaps
    money = words(shown(site, "/finansiering", {"omrade": "TAN"})[1]["utviklingsmidler"])
    assert "som har midler, er registrert 2024–2026 med dette filteret; 2026 mangler. " in money


def test_an_area_of_which_a_year_is_missing_has_not_asked_for_nothing(site: Site) -> None:
    """ "Tannhelse og folkehelse har ikke bedt om bistand" beside "2026 mangler"; "For få tiltak" of none known."""
    for query in (SILENT, {"omrade": "TAN"}):
        tables, figures = shown(site, "/omrader", query)
        assert not re.search(
            "ingen henvendelser(?! registrert; tall)", words(figures["omrader"]) + words(figures["stotte"])
        )
        assert (
            "Ingen henvendelser om bistand er registrert 2024–2026, med dette filteret; tall for 2026 mangler"
            in words(figures["stotte"])
        )
        assert row_of(tables["stotte"], "TAN")["asked"] is None
        assert row_of(tables["omrader"], "TAN")["asked"] is None
        assert "For få tiltak" not in words(figures["vekting"])
        own = shown(site, "/omrader/tan", query)[1]
        assert "Ingen henvendelser om bistand er registrert 2024–2026; tall for 2026 mangler" in words(own["stotte"])
        assert "For få tiltak" not in words(own["vekting"])
    tables, figures = shown(site, "/omrader", {})
    assert row_of(tables["stotte"], "TAN")["asked"] is None
    assert row_of(tables["stotte"], "FRL")["asked"] == 0
    assert "ingen henvendelser" in words(figures["omrader"]), "an area heard of every year has asked for none"
    earlier = shown(site, "/omrader", {"omrade": "TAN", "periode": "2025"})
    assert row_of(earlier[0]["stotte"], "TAN")["asked"] == 0


def test_a_headline_of_none_says_which_year_is_missing(site: Site) -> None:
    for path in ("/maal", "/virkemidler/prosjektutvikling"):
        assert words(shown(site, path, SILENT)[1][""]).endswith("; tiltak for 2026 mangler"), path
        assert "mangler" not in words(shown(site, path, {"omrade": "SAM"})[1][""]), path
        assert "mangler" not in words(shown(site, path, {"omrade": "TAN", "periode": "2025"})[1][""]), path


@pytest.mark.parametrize("contact", ["", "post@akershus.example"])
@pytest.mark.parametrize("declaration", ["", "https://uustatus.example/1"])
def test_the_accessibility_page_promises_no_address_that_is_not_set(site: Site, contact: str, declaration: str) -> None:
    found = site.open("/tilgjengelighet", {})
    assert found is not None
    settings = found[0].settings.model_copy(update={"contact": contact, "declaration_url": declaration})
    said = plain(found[1].body(replace(found[0], settings=settings)))
    assert ("Meld fra om feil" in said, "Ta kontakt med fylkeskommunen hvis du møter en feil." in said) == (
        bool(contact),
        not contact,
    )
    assert ("Les erklæringen" in said, "Lenken til tilgjengelighetserklæringen er ikke lagt inn ennå." in said) == (
        bool(declaration),
        not declaration,
    )
    assert ("Dette mangler ennå" in said) == (not contact or not declaration)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"omrade": "UTD", "virkemiddel": "KOM"}, True),
        ({"program": "ERASMUS", "periode": "2026"}, True),
        ({"periode": "2025"}, False),
        ({"omrade": "SAM"}, False),
    ],
    ids=str,
)
def test_an_area_s_remark_stands_where_the_number_it_explains_does(
    site: Site, query: dict[str, str], said: bool
) -> None:
    """167 attendances against 115, without the two open days that they include."""
    found = words(shown(site, "/virkemidler/kompetanseheving", query)[1]["maalgrupper"])
    assert ("to store åpne dager" in found) == said
