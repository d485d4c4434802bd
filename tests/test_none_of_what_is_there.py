"""That the filters leave none of a thing is not that there is none, and what is said of all is said of those left."""

from __future__ import annotations

import re

import pytest

from akint_dash.components.jumps import jumps, short
from akint_dash.components.page import Site
from akint_dash.text.quality import name

from .reading import components
from .test_same_base import _words as words
from .test_same_base import card, opened, plain, told

OF = (", med disse filtrene", ", regnet uten filtre")


@pytest.mark.parametrize("query", [{"kommune": "3201", "periode": "2025"}, {"maned": "2026-03"}], ids=str)
def test_regions_with_a_cooperation_are_not_none_that_the_area_works_with(site: Site, query: dict[str, str]) -> None:
    """ "Ingen regioner rådsområdet arbeider med" stood over a list of two cooperations."""
    view, body = opened(site, "/omrader/sam", query)
    said = card(body, "partnere")
    assert "Ingen regioner med innvilget prosjekt eller aktivitet med dette filteret" in said
    assert ("bilateralt samarbeid med dem vises uansett filtre" in said) == bool(len(view.tables["partnere"]))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/virkemidler/bilateralt", "Ingen av samarbeidene begynte i september 2025"),
        ("/kart", "Ingen av samarbeidene begynte i september 2025"),
        ("/virkemidler/politikkoppfolging", "Vi begynte ikke å følge noen EU-sak i september 2025"),
        ("/omrader/sam", "Rådsområdet begynte ikke å følge noen EU-sak i september 2025"),
    ],
)
def test_what_runs_on_is_not_none_in_a_month_in_which_none_began(site: Site, path: str, said: str) -> None:
    """ "Ingen pågående samarbeid", "Vi følger ingen EU-saker" of a month in which none began."""
    found = told(site, path, maned="2025-09")
    assert said in found
    assert "Ingen pågående samarbeid" not in found
    assert "Vi følger ingen" not in found
    some = told(site, path, maned="2025-09", omrade="SAM") if path == "/kart" else ""
    assert not some or f"{said}, med disse filtrene" in some


@pytest.mark.parametrize("query", [{"status": "rejected"}, {"maned": "2025-09"}], ids=str)
@pytest.mark.parametrize("path", ["/", "/virkemidler/prosjektutvikling"])
def test_a_period_that_nobody_chose_is_named_by_its_years(site: Site, path: str, query: dict[str, str]) -> None:
    found = told(site, path, **query)
    assert "i perioden med d" not in found
    assert ("i 2025 med dette filteret" if "maned" in query else "2024–2026 med dette filteret") in found


def test_months_say_the_years_of_their_decisions(site: Site) -> None:
    assert "vedtak og resultater er med fra hele 2025" in told(site, "/", maned="2025-09")
    assert "vedtak og resultater er med fra hele 2024–2025" in told(site, "/", maned="2024-09,2025-09")


def test_all_projects_are_all_that_the_filters_leave(site: Site) -> None:
    """ "Alle prosjekter er knyttet til et mål" stood under a month with one project."""
    assert "Det ene prosjektet med dette filteret er knyttet til et mål" in told(site, "/maal", maned="2026-03")
    assert "Alle prosjekter med dette filteret er knyttet til et mål" in told(site, "/maal", omrade="SAM")
    row = card(opened(site, "/strategien", {"omrade": "SAM"})[1], "S13")
    assert "Alle prosjekter med dette filteret er knyttet til et vedtatt mål" in row


def test_no_decision_of_a_months_initiatives_is_no_year_without_decisions(site: Site) -> None:
    row = card(opened(site, "/strategien", {"maned": "2026-03"})[1], "S11").replace("\xa0", " ")
    assert "Av tiltakene som begynte i mars 2026, er ingen søknad avgjort i 2026; per 30.10.2026 venter ingen" in row


def test_an_area_that_learnt_nothing_with_a_region_is_not_the_county(site: Site) -> None:
    """ "Ingen deltakelser i kompetanseheving er knyttet til den valgte geografien", of 54 in the county."""
    said = card(opened(site, "/omrader/sam", {"partner": "SE-O"})[1], "laering")
    assert "Ingen deltakelser i kompetanseheving i rådsområdet er knyttet til den valgte geografien" in said


def test_the_short_form_of_a_finding_keeps_what_it_is_said_of(site: Site) -> None:
    """ "Alle 23 punkter i strategien har et svar" stood in the list of answers over one without."""
    view, body = opened(site, "/strategien", {"periode": "2024"})
    row = plain(jumps(view, body))
    assert "punkter i strategien har et svar, regnet uten filtre" in row
    assert short("Alle 23 punkter i strategien har et svar, og 22 kan vurderes, regnet uten filtre", OF) == (
        "Alle 23 punkter i strategien har et svar, regnet uten filtre"
    )


def test_contact_is_counted_to_the_day_that_old_data_know_it(site: Site) -> None:
    """ "Kontakt i året fram til 20.06.2025 0 av 8" stood over six contacts of that year."""
    view, body = opened(site, "/virkemidler/bilateralt", {"per": "2025-10-01"})
    assert re.search(r"i året fram til 20\.06\.2025\s+6 av 8", card(body, "samarbeid").replace("\xa0", " "))
    since = [row["last"] for row in view.tables["samarbeid"].dicts() if row["last"]]
    assert sum(day >= "2024-06-20" for day in since) == 6
    assert "Kontakten i sju av åtte samarbeid er kjent til 20.06.2025" in told(
        site, "/virkemidler/bilateralt", per="2025-10-01"
    )


def test_a_region_has_one_name_on_the_map_page(site: Site) -> None:
    """ "Lviv" stood beside "Kyiv oblast" in the list, and "Lviv oblast" everywhere else."""
    view, body = opened(site, "/kart", {"omrade": "SAM"})
    for node in components(body):
        if str(getattr(node, "id", "")).startswith("liste-UA"):
            code = str(node.id).removeprefix("liste-")
            assert words(node).strip().startswith(view.name("region", code)), code


def test_the_latest_contact_says_which_filters_leave_it_alone(site: Site) -> None:
    _, body = opened(site, "/kart", {"status": "granted"})
    (side,) = [node for node in components(body) if getattr(node, "id", None) == "region-ark"]
    assert "Siste kontakt" in words(side)
    assert "Filteret på status gjelder ikke her." in words(side)


def test_who_is_new_in_the_first_year_is_not_known_and_not_all(site: Site) -> None:
    said = card(opened(site, "/virkemidler/kompetanseheving", {})[1], "vekst")
    assert "for da kan vi ikke vite hvem som er nye" in said
    assert "alle nye" not in said


def test_what_old_data_are_not_asked_is_not_found_to_be_none(site: Site) -> None:
    """ "Rammer uten brukt beløp: fra 31 til 0" and "86, mot 148" of data too old for the rules of the year."""
    view, body = opened(site, "/kvalitet", {"per": "2025-10-01"})
    asked = {row["rule"] for row in view.tables["utvikling"].dicts()}
    assert not asked & {name(view.words, rule, None) for rule in ("used_nok", "used_fte", "planned_nok", "fee")}
    days: dict[str, int] = {}
    for row in view.tables["utvikling"].dicts():
        if row["rule"] != "Alle kontroller":
            days[row["day"]] = days.get(row["day"], 0) + row["n"]
    assert days == {
        row["day"]: row["n"] for row in view.tables["utvikling"].dicts() if row["rule"] == "Alle kontroller"
    }
    assert "kontroller av det som gjelder 2025, er ikke gjort nå" in card(body, "utvikling")
    assert name(view.words, "notice", view.day) in card(body, "regler"), "it is of no year"
    assert "6 må rettes først" in told(site, "/kvalitet", per="2025-10-01")
    assert "Ikke kontrollert, for dataene er for gamle" in told(site, "/kvalitet", per="2025-10-01", regel="fee")
    assert "kontroller av det som gjelder" not in card(opened(site, "/kvalitet", {})[1], "utvikling")


@pytest.mark.parametrize("query", [{}, {"periode": "2025-2026"}, {"omrade": "KUL"}], ids=str)
def test_requests_are_the_known_ones_wherever_an_area_has_registered_nothing(site: Site, query: dict[str, str]) -> None:
    """ "28 av 35 henvendelser" stood on the strategy, "28 av de 35 kjente" among the departments."""
    row = card(opened(site, "/strategien", query)[1], "S8")
    areas = told(site, "/omrader", **query)
    known = re.search(r"(\d+) av de (\d+) kjente", areas)
    assert bool(known) == ("kjente henvendelsene" in row)
    assert not known or f"{known.group()} henvendelsene om bistand er besvart" in row.replace("\xa0", " ")
