"""What filters leave out of a card is counted as the card counts; a day that chooses is told from one that counts."""

from __future__ import annotations

import re
from typing import Any

import pytest

from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures import areas, competence, memberships, participations, partners, policy, projects
from akint_dash.measures.pipeline import standings
from akint_dash.text.frame import in_months
from akint_dash.text.words import Words
from tests.figures.following import opened
from tests.reading import Node, page_made

NOWHERE = (("sok", "xyzzy"),)
LEFT = re.compile(r"Filtrene utelater (\d+) ")


def cards(page: Node) -> dict[str, Node]:
    return {str(one.attributes.get("id")): one for one in page.all() if one.name == "article"}


def left_out(page: Node, key: str) -> int:
    found = LEFT.search(cards(page)[key].text)
    assert found is not None, cards(page)[key].text[:300]
    return int(found[1])


def whole(view: View, **chosen: Any) -> Any:
    return view.scope.widened().narrowed(**chosen)


@pytest.mark.parametrize("code", ["SAM", "UTD"])
def test_an_area_page_tells_what_the_filters_leave_out_of_the_area_and_the_kind(site: Site, code: str) -> None:
    view, page = opened(site, f"/omrader/{code}", NOWHERE)
    scope = whole(view, omrade=(code,))
    assert left_out(page, "prosjekter") == len(standings(scope))
    assert left_out(page, "laering") == len(competence.lessons(scope))
    assert left_out(page, "partnere") == len(areas.partners(scope))
    assert left_out(page, "saker") == len(scope.records("dossier"))
    assert left_out(page, "prosjekter") < len(standings(view.scope.widened()))


def test_other_pages_tell_what_their_cards_count_where_nothing_is_chosen(site: Site) -> None:
    _, page = opened(site, "/virkemidler/prosjektutvikling", NOWHERE)
    view, _ = opened(site, "/virkemidler/prosjektutvikling", ())
    assert left_out(page, "trakt") == projects.in_pipeline(view.scope)[0]
    assert left_out(page, "sektorer") == sum(one.inside for one in participations.takings(view.scope))
    _, page = opened(site, "/virkemidler/politikkoppfolging", NOWHERE)
    assert left_out(page, "eu-saker") == len(policy.dossiers(view.scope))
    assert left_out(page, "innspill") == len(policy.promoted(view.scope))
    assert left_out(page, "medlemskap") == len(memberships.memberships(view.scope))
    _, page = opened(site, "/virkemidler/bilateralt", NOWHERE)
    assert left_out(page, "samarbeid") == sum(one.lives for one in partners.partners(view.scope))


def test_a_project_that_ran_in_a_year_is_not_none_where_it_was_decided_in_another(site: Site) -> None:
    """It is counted by goal, for it ran then; the pipeline says that it was decided in another year."""
    chosen = (("sok", "ungdom"), ("periode", "2025"))
    view, page = opened(site, "/virkemidler/prosjektutvikling", chosen)
    assert projects.decided_else(view.scope) == 1
    told = "Med disse filtrene er ingen prosjekter avgjort i 2025; ett gikk da, men ble avgjort i et annet år"
    heads = [one.text for one in page.all() if one.name == "h1"]
    assert heads == [told]
    assert told in cards(page)["trakt"].text
    assert "Ingen prosjekter med disse filtrene" not in page.text
    _, goals = opened(site, "/maal", chosen)
    assert "Et prosjekt er med hvert år fra idé til slutt." in cards(goals)["mal-virkemidler"].text


MONTHS = (("maned", "2025-09,2025-10"),)
RULE = "Måneden velger tiltak etter når de begynte; vedtak og resultater er med fra hele perioden."


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("/", {"vunnet"}),
        ("/virkemidler/prosjektutvikling", {"trakt", "vunnet-aar", "programmer", "opphav", "miks", "avslag"}),
        ("/omrader/SAM", {"prosjekter"}),
        ("/maal", {"resultater"}),
    ],
)
def test_months_choose_by_the_day_a_thing_began_and_cards_of_decisions_say_so(
    site: Site, path: str, keys: set[str]
) -> None:
    view, page = opened(site, path, MONTHS)
    assert {key for key, card in cards(page).items() if RULE in card.text} == keys
    for key in keys:
        title = view.told[key].title
        assert "av tiltakene som begynte i september og oktober 2025" in title or "ingen" in title.casefold(), title
    year = opened(site, path, (("periode", "2025"),))[1]
    assert RULE not in year.text
    said = "tiltak med disse filtrene; måneden er den de begynte eller ble holdt i"
    assert path.startswith("/omrader/") or said in page_text(site, path, MONTHS)


def page_text(site: Site, path: str, chosen: tuple[tuple[str, str], ...]) -> str:
    return page_made([site.render(path, "?" + "&".join(f"{name}={value}" for name, value in chosen))]).text


def test_the_strategy_says_so_of_what_was_decided(site: Site) -> None:
    text = opened(site, "/strategien", MONTHS)[1].text
    assert f"Ingen søknader er avgjort i 2025; i dag: én søknad venter. {RULE}" in text


def test_explore_says_what_months_choose(site: Site) -> None:
    counted = opened(site, "/utforsk", MONTHS)[1].text
    assert "Med valgte måneder er bare det med som begynte eller ble holdt i dem" in counted
    assert "hvert år fra idé til slutt" not in counted
    support = opened(site, "/utforsk", (("maned", "2024-02,2024-03,2024-04,2024-05"), ("mal", "stotte")))[1].text
    assert "Måneden velger tiltak etter når de begynte" in support


def test_months_of_two_years_are_not_said_to_be_of_the_first() -> None:
    assert in_months(Words("nb"), ["2025-12", "2026-01"]) == "i de valgte månedene"
    assert Selection.from_query({"maned": "2025-12,2026-01"}) is not None
