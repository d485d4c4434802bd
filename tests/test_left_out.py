"""What filters leave out of a card is counted as the card counts; a day that chooses is told from one that counts."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures import areas, competence, memberships, participations, partners, policy, projects
from akint_dash.measures.dues import dues
from akint_dash.measures.pipeline import pipeline, standings
from akint_dash.text.frame import in_months
from akint_dash.text.words import Words
from tests.figures.following import opened
from tests.reading import Node, page_made

NOWHERE = (("sok", "xyzzy"),)
LEFT = re.compile(r"Filteret utelater (\d+) ")


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
    assert len(projects.decided_else(view.scope)) == 1
    told = "Med disse filtrene er ingen prosjekter avgjort i 2025; ett gikk da, men ble avgjort i et annet år"
    heads = [one.text for one in page.all() if one.name == "h1"]
    assert heads == [told]
    assert told in cards(page)["trakt"].text
    assert "Ingen prosjekter med disse filtrene" not in page.text
    _, goals = opened(site, "/maal", chosen)
    said = cards(goals)["mal-virkemidler"].text
    assert said.count("hvert år fra idé til slutt") == 1, "it was said twice, two sentences apart"


@pytest.mark.parametrize("chosen", [(("maned", "2025-09"),), (("sok", "klima"), ("periode", "2026"))], ids=str)
def test_what_ran_in_a_year_is_not_among_what_the_filters_leave_out(site: Site, chosen: Any) -> None:
    """«Ett gikk da, men ble avgjort i et annet år. Filtrene utelater 57 prosjekter», of which it was one."""
    _, page = opened(site, "/virkemidler/prosjektutvikling", chosen)
    view, _ = opened(site, "/virkemidler/prosjektutvikling", ())
    whole = pipeline(view.scope)
    sent = whole.decided + len(whole.waiting)
    assert f"utelater {projects.in_pipeline(view.scope)[0] - 1} andre prosjekter." in cards(page)["trakt"].text
    for key in ("programmer", "opphav"):
        assert f"utelater {sent - 1} andre søknader." in cards(page)[key].text


MONTHS = (("maned", "2025-09,2025-10"),)
RULE = "Filteret på måned viser tiltak som begynte da; vedtak og resultater er med fra hele 2025."


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
    none = "Av tiltakene som begynte i september og oktober 2025, er ingen søknad avgjort i 2025"
    assert f"{none}; per 30.10.2026 venter én søknad. {RULE}" in text


def test_explore_says_what_months_choose(site: Site) -> None:
    counted = opened(site, "/utforsk", MONTHS)[1].text
    assert "Når en måned er valgt, telles bare det som begynte eller ble holdt da" in counted
    assert "hvert år fra idé til slutt" not in counted
    support = opened(site, "/utforsk", (("maned", "2024-02,2024-03,2024-04,2024-05"), ("mal", "stotte")))[1].text
    assert "Filteret på måned viser tiltak som begynte da" in support


def test_months_of_two_years_are_not_said_to_be_of_the_first() -> None:
    assert in_months(Words("nb"), ["2025-12", "2026-01"]) == "i de valgte månedene"
    assert Selection.from_query({"maned": "2025-12,2026-01"}) is not None


@pytest.mark.parametrize(
    ("chosen", "window", "rest"),
    [
        ((("periode", "2025"),), "fra november 2026 til juli 2027", "fem"),
        (MONTHS, "fra november 2026 til juli 2027", "fem"),
        ((("per", "2025-10-01"), ("omrade", "UTD")), "fra oktober 2025 til juni 2026", "én"),
    ],
)
def test_calls_that_the_window_hides_are_not_hidden_by_the_filters(
    site: Site, chosen: tuple[tuple[str, str], ...], window: str, rest: str
) -> None:
    """ "Ingen utlysninger med disse filtrene" stood over five that the page counts."""
    view, page = opened(site, "/utlysninger", chosen)
    told = f"Ingen utlysninger med frist {window}; {rest} med dette filteret har frist utenfor"
    assert {view.told[key].title for key in ("tidslinje", "liste")} == {told}
    assert "Ingen utlysninger med dette filteret" not in page.text
    assert "Fjern " not in page.text
    assert f"Flytt tidsrommet for å se {'den' if rest == 'én' else 'dem'}." in page.text
    assert "til med dette filteret har frist utenfor" not in page.text  # none is shown that they would be more than
    assert "Ingen utlysninger her med dette filteret" not in page.text


def test_calls_that_no_filter_holds_are_none_with_these_filters(site: Site) -> None:
    view, page = opened(site, "/utlysninger", NOWHERE)
    assert {view.told[key].title for key in ("tidslinje", "liste")} == {"Ingen utlysninger med dette filteret"}
    assert "Fjern søkeordet for å se flere." in page.text


def test_calls_of_the_window_that_do_not_fit_are_there(site: Site) -> None:
    """Asked for what fits, the list said that the filters hold no calls where the window has five."""
    chosen = (("periode", "2025"), ("zoom", "5ar"), ("passer", "ja"))
    view, page = opened(site, "/utlysninger", chosen)
    assert view.told["liste"].title == "Fem utlysninger med frist fra 2024 til 2028, og ingen er aktuelle for oss"
    assert "Velg alle i tidsrommet for å se dem." in page.text
    assert "Ingen utlysninger med disse filtrene" not in page.text


def test_months_compare_nothing_and_count_what_began_in_them(site: Site) -> None:
    """ "Ingenting med disse filtrene" stood over 13 initiatives."""
    text = opened(site, "/strategien", (("maned", "2026-03"),))[1].text
    assert "13 tiltak i mars 2026. Når en måned er valgt, sammenlignes ingenting med året før." in text
    text = opened(site, "/strategien", (("maned", "2025-12,2026-01"),))[1].text
    assert re.search(r"tiltak i de valgte månedene\. Når en måned er valgt, sammenlignes ingenting med året før", text)


def test_own_numbers_are_not_said_of_today(site: Site) -> None:
    """The county's data are of 30 October; "i dag: én søknad venter" was said of 24 November."""
    text = opened(site, "/strategien", MONTHS)[1].text
    assert "i dag:" not in text
    english = opened(site, "/en/strategien", MONTHS)[1].text
    assert "today," not in english


def test_applications_left_out_are_counted_as_applications(site: Site) -> None:
    """ "Ingen prosjekter med disse filtrene. Filtrene utelater 57 prosjekter" stood where one project is counted."""
    _, page = opened(site, "/virkemidler/prosjektutvikling", (("maned", "2026-03"),))
    assert not re.search("Ingen prosjekter med d(?:isse|ette) filter", page.text)
    whole = pipeline(opened(site, "/virkemidler/prosjektutvikling", ())[0].scope)
    both = whole.decided + len(whole.waiting)
    assert f"Ingen søknader med dette filteret. Filteret utelater {both} søknader." in cards(page)["programmer"].text


def test_a_project_of_another_year_s_decision_is_not_none_in_the_card_of_initiatives(site: Site) -> None:
    """ "Ingen søknader med disse filtrene" stood under "ett gikk da, men ble avgjort i et annet år"."""
    _, page = opened(site, "/virkemidler/prosjektutvikling", (("maned", "2025-09"),))
    for key in ("opphav", "programmer"):
        said = cards(page)[key].text
        assert "ett gikk da, men ble avgjort i et annet år" in said
        assert "Ingen søknader med d" not in said


def test_decisions_of_a_running_year_are_so_far(site: Site) -> None:
    for year, said, told in (("2026", "hittil i 2026", "er"), ("2025", "i 2025", "ble")):
        _, page = opened(site, "/virkemidler/prosjektutvikling", (("periode", year),))
        found = cards(page)
        assert re.search(rf"og \S+ {told} innvilget {said}", found["trakt"].text)
        assert f"Avgjørelsene er tatt {said}; det" in found["opphav"].text
        assert f"kr {said};" in cards(opened(site, "/", (("periode", year),))[1])["vunnet"].text


def test_a_part_of_another_area_s_application_is_not_none_that_wait(site: Site) -> None:
    """ "Ingen søknader venter på svar" was said of an area with a part of one."""
    chosen = (("omrade", "SAM"), ("per", "2026-06-30"))
    for path in ("/virkemidler/prosjektutvikling", "/"):
        assert "Ingen egne søknader venter på svar" in opened(site, path, chosen)[1].text.replace("ingen", "Ingen")
    assert "ingen egne søknader venter" in opened(site, "/strategien", chosen)[1].text


def test_months_choose_dossiers_by_when_we_began_to_follow_them(site: Site) -> None:
    """ "Én EU-sak er fulgt eller har frist i 2026" was said of March alone: many are."""
    chosen, which = (("maned", "2026-03"),), "som vi begynte å følge i mars 2026"
    view, page = opened(site, "/virkemidler/politikkoppfolging", chosen)
    title = "Vi begynte å følge én EU-sak i mars 2026"
    assert [one.text for one in page.all() if one.name == "h1"] == [title]
    assert view.told["eu-saker"].title == title
    said = opened(site, "/strategien", chosen)[1].text
    assert f"Én åpen EU-sak, ikke EØS-relevant, {which}. Vår neste frist i den, også utenfor perioden, er" in said
    assert which not in opened(site, "/virkemidler/politikkoppfolging", (("periode", "2026"),))[1].text


@pytest.mark.parametrize("path", ["/frister", "/"])
def test_months_choose_deadlines_of_dossiers_and_agreements_alone(site: Site, path: str) -> None:
    """ "Månedsfilteret virker bare på frister … som begynte i måneden" read as if it left out all else."""
    text = opened(site, path, (("maned", "2026-03"),))[1].text
    assert "vises frister i EU-saker og avtaler bare hvis saken eller avtalen begynte den måneden" in text
    assert "Frister for utlysninger og medlemskap vises uansett måned." in text

    def kinds(**chosen: Any) -> dict[str, int]:
        found = dues(whole(opened(site, "/frister", ())[0], **chosen), date(2027, 5, 23))
        return Counter(one.kind for one in found)

    every, some = kinds(periode=(2026, 2026)), kinds(periode=(2026, 2026), maned=("2026-03",))
    for kind in set(every) - {"dossier", "agreement"}:
        assert every[kind] == some[kind] > 0, kind
    assert every["dossier"] > some["dossier"]
