"""What two editors and an auditor found on the pages: said as a reader understands it, in both languages."""

from __future__ import annotations

import pytest

from akint_dash.components.page import Site
from akint_dash.measures.holes import Hole
from akint_dash.text import areas, policy, projects, sources
from akint_dash.text.holes import hole_words
from akint_dash.text.words import Words
from tests.reading import page_made
from tests.test_same_base import card, opened, told

NB, EN = Words("nb"), Words("en")


@pytest.mark.parametrize(
    ("path", "query", "key", "said", "was"),
    [
        ("/utlysninger", {"maned": "2026-03"}, "liste",
         "Av filteret på måned er det bare året, 2026, som gjelder her.", "Filteret på måned gjelder ikke her"),
        ("/en/utlysninger", {"maned": "2026-03"}, "liste",
         "Of the filter on month, only the year, 2026, applies here.", "Filteret på måned gjelder ikke her"),
        ("/omrader/sam", {"maned": "2026-03"}, "prosjekter",
         "Bare prosjekter som begynte i mars 2026, er med.", "hvert år fra idé til slutt"),
        ("/", {"omrade": "TAN", "program": "ERASMUS"}, "deltakelser", "I alt i Akershus", "disse filtrene"),
    ],
)  # fmt: skip
def test_a_card_says_what_was_misread(
    site: Site, path: str, query: dict[str, str], key: str, said: str, was: str
) -> None:
    """Months that bring their year, the projects of a month, and a total under one filter; ``was`` is how it stood."""
    whole = card(opened(site, path, query)[1], key)
    assert said in whole
    assert was not in whole


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/", "Seks av tolv mål er knyttet til prosjekter som kan pågå i 2050"),
        ("/", "prosjekter kan pågå i 2050, medregnet ideer og søknader"),
        ("/", "Ingen måltall er satt for 2050"),
        ("/omrader/tan", "Ingen prosjekter i rådsområdet kan pågå i 2050, medregnet ideer og søknader"),
    ],
)
def test_what_a_year_to_come_holds_may_go_on(site: Site, path: str, said: str) -> None:
    assert said in " ".join(page_made([site.render(path, "?periode=2050")]).text.split())


def test_dossiers_of_a_finished_year_are_told_in_the_past() -> None:
    """ "32 EU-saker er fulgt eller har frist i 2025" in November 2026."""
    assert policy.finding(NB, 32, None, "i 2025", over=True) == "32 EU-saker ble fulgt eller hadde frist i 2025"
    assert policy.finding(EN, 32, None, "in 2025", over=True) == (
        "32 EU dossiers were followed or had a deadline in 2025"
    )


def test_inputs_sent_directly_are_not_networks() -> None:
    """ "Innspill har gått gjennom seks nettverk; de andre gikk direkte": the others were read as networks."""
    names = {"A": "ALDA", "B": "POLIS"}
    assert policy.through_title(NB, {"": 9, "A": 2, "B": 2}, names) == (
        "Ni innspill gikk direkte, resten gjennom to nettverk"
    )
    assert policy.through_title(EN, {"": 1, "A": 2, "B": 2}, names) == (
        "One submission went directly, the rest through two networks"
    )


def test_one_is_not_several() -> None:
    assert sources.told(NB, ["arbeidsboken"]) == "Kilde: arbeidsboken"
    assert sources.told(NB, ["arbeidsboken", "keep.eu"]) == "Kilder: arbeidsboken, keep.eu"
    assert "on a project without" in projects.mix_say(EN, 0.1, 1420, 1, 320, 1)
    assert "on projects without" in projects.mix_say(EN, 0.1, 1420, 1, 320, 2)


def test_of_none_nothing_is_as_many(site: Site) -> None:
    said = told(site, "/virkemidler/politikkoppfolging", per="2026-06-30", omrade="SAM")
    assert "Ingen møter hittil i 2026, og heller ingen på samme tid i 2025." in said


def test_that_none_says_who_decided_is_not_that_some_do_not() -> None:
    """ "Not recorded for all four allocations" is read as recorded for some."""
    hole = Hole("decided_by", 4, 4, (), (("TAN", 4),), ())
    assert hole_words(EN, hole, {}, 2026) == (
        "Who made the decision is not recorded for any of the 4 allocations in 2026"
    )


def test_three_kinds_of_regions_are_told_without_a_splice() -> None:
    said = areas.partners_say(EN, 1, 13, 0, over=1)
    assert "with 1 region; with 13 there are only projects or activities, and with 1 the partnership has ended." in said


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/strategien", "Ingen prosjekter med dette filteret er innvilget i 2026."),
        ("/en/strategien", "No projects in the selection were granted in 2026."),
    ],
)
def test_the_strategy_says_what_the_filters_leave_none_of(site: Site, path: str, said: str) -> None:
    """ "Ingenting med disse filtrene." was the answer to "Hvordan er hvert prosjekt finansiert?"."""
    assert said in card(opened(site, path, {"maned": "2026-03"})[1], "S12")
