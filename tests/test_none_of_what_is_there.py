"""That the filters leave none of a thing is not that there is none, and what is said of all is said of those left."""

from __future__ import annotations

import re

import pytest

from akint_dash.components.page import Site

from .test_same_base import _words as words
from .test_same_base import card, opened


def told(site: Site, path: str, **query: str) -> str:
    return re.sub(r"\s+", " ", words(opened(site, path, query)[1])).replace("\xa0", " ")


@pytest.mark.parametrize("query", [{"kommune": "3201", "periode": "2025"}, {"maned": "2026-03"}], ids=str)
def test_regions_with_a_cooperation_are_not_none_that_the_area_works_with(site: Site, query: dict[str, str]) -> None:
    """ "Ingen regioner rådsområdet arbeider med" stood over a list of two cooperations."""
    view, body = opened(site, "/omrader/sam", query)
    said = card(body, "partnere")
    assert "Ingen regioner med innvilget prosjekt eller aktivitet med disse filtrene" in said
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
    assert "i perioden med disse filtrene" not in found
    assert ("i 2025 med disse filtrene" if "maned" in query else "2024–2026 med disse filtrene") in found


def test_months_say_the_years_of_their_decisions(site: Site) -> None:
    assert "vedtak og resultater er med fra hele 2025" in told(site, "/", maned="2025-09")
    assert "vedtak og resultater er med fra hele 2024–2025" in told(site, "/", maned="2024-09,2025-09")


def test_all_projects_are_all_that_the_filters_leave(site: Site) -> None:
    """ "Alle prosjekter er knyttet til et mål" stood under a month with one project."""
    assert "Det ene prosjektet med disse filtrene er knyttet til et mål" in told(site, "/maal", maned="2026-03")
    assert "Alle prosjekter med disse filtrene er knyttet til et mål" in told(site, "/maal", omrade="SAM")
    row = card(opened(site, "/strategien", {"omrade": "SAM"})[1], "S13")
    assert "Alle prosjekter med disse filtrene er knyttet til et vedtatt mål" in row


def test_no_decision_of_a_months_initiatives_is_no_year_without_decisions(site: Site) -> None:
    row = card(opened(site, "/strategien", {"maned": "2026-03"})[1], "S11").replace("\xa0", " ")
    assert "Av tiltakene som begynte i mars 2026, er ingen søknad avgjort i 2026; per 30.10.2026 venter ingen" in row
