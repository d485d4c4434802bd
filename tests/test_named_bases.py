"""On one page, titles that count the same thing count the same number, or each card says what its own is of."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, Final

import pytest
from dash.development.base_component import Component

from akint_dash.components.page import Site
from akint_dash.pages import PAGES

from .examples import example
from .reading import components

NOUNS: Final = {
    "nb": (
        "aktør(?:er)?|EU-sak(?:er)?|(?:prosjekt)?deltakelse(?:r|ne)?|tiltak(?:ene)?|prosjekt(?:er)?|samarbeid|regioner|innspill|mål|"
        "søknad(?:er)?|utlysning(?:er)?|hull|frist(?:er)?|rådsområder|medlemskap|kommuner|resultat(?:er)?|partnere?|"
        "måltall|setninger|henvendelse(?:r)?|møter|verv"
    ),
    "en": (
        "organisations?|dossiers?|participations?|initiatives?|projects?|partnerships?|regions|submissions?|goals?|"
        "applications?|calls?|data gaps?|deadlines?|departments|memberships?|municipalities|results?|"
        "targets?|sentences|requests?|meetings|positions?"
    ),
}
"""What titles and sentences count."""

BASE: Final = {
    "nb": (
        r"20\d\d|\d\d\.\d\d\.|[Ss]iden|innen |neste|per år|[Ii] dag|[Pp]erioden|Bygger på|regnes|føres|registre|"
        r"\(med (?:disse filtrene|dette filteret)\)|Filt(?:re|er):|(?:står|vises) for seg|uansett"
    ),
    "en": (
        r"20\d\d|\d\d?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[Ss]ince|within |next|by year|"
        r"[Tt]oday|the period|Based on|count|record|"
        r"\(in the selection\)|Selection:|listed separately|whatever"
    ),
}
"""How a card says what its number is of: a year, a day, a term, what it rests on, or the selection."""

WORDS: Final = {
    "nb": ["to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
    "en": ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}

QUERIES: Final[Any] = ({}, {"omrade": "SAM"}, {"periode": "2025"}, {"sok": "demo"}, {"vekt": "kroner"})


def words(node: Any) -> str:
    if isinstance(node, list | tuple):
        return " ".join(words(child) for child in node)
    return words(getattr(node, "children", None)) if isinstance(node, Component) else "" if node is None else str(node)


def cards(body: Any) -> list[tuple[str, str]]:
    """(title and sentence, all that the card says of itself: base, unit and what it rests on too) of each card."""
    found = []
    for card in components(body):
        if type(card).__name__ == "Article" and "card" in str(getattr(card, "className", "")):
            inside = list(components(card))
            named = [(set(str(getattr(node, "className", "")).split()), node) for node in inside]
            title = next(words(node) for node in inside if type(node).__name__ in ("H2", "H3"))
            say = [words(node) for names, node in named if "say" in names]
            under = [words(node) for names, node in named if {"base", "basis", "unit", "note"} & names]
            found.append((" | ".join([title, *say]), " | ".join([title, *say, *under])))
    return found


def counted(said: str, language: str) -> list[tuple[str, int]]:
    """(noun, number) of what is said: of "9 av 10 utlysninger" the ten."""
    small = "|".join(WORDS[language])
    pattern = rf"(?<![\d,.])\b(\d[\d\u00a0]*|{small})[\s\u00a0]({NOUNS[language]})\b"
    return [
        (noun.casefold()[:6], number(n.casefold(), language)) for n, noun in re.findall(pattern, said, re.IGNORECASE)
    ]


def number(said: str, language: str) -> int:
    return WORDS[language].index(said) + 2 if said in WORDS[language] else int(said.replace("\u00a0", ""))


def clashes(body: Any, language: str) -> list[str]:
    numbers: dict[str, dict[int, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for title, said in cards(body):
        for noun, n in counted(title, language):
            numbers[noun][n].append((title, said))
    return [
        f"{noun} {n}: {title}"
        for noun, some in numbers.items()
        if len(some) > 1
        for n, told in some.items()
        for title, said in told
        if not re.search(BASE[language], said)
    ]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("query", QUERIES, ids=str)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_each_number_of_a_thing_says_its_base_where_two_stand_on_a_page(
    site: Site, language: str, query: dict[str, str]
) -> None:
    found = []
    for page in PAGES:
        path = example(page.path)
        opened = site.open(path if language == "nb" else f"/en{path}".rstrip("/"), query)
        assert opened is not None
        found += [f"{path} {clash}" for clash in clashes(opened[1].body(opened[0]), language)]
    assert not found, "\n".join(found)


def test_the_law_sees_a_clash_and_a_base() -> None:
    assert counted("13 av 14 utlysninger passer, sju innspill", "nb") == [("utlysn", 14), ("innspi", 7)]
    assert re.search(BASE["nb"], "41 aktører hittil i 2026")
    assert not re.search(BASE["nb"], "41 aktører i Akershus er med")


@pytest.mark.parametrize(("query", "told"), [({}, "2024–2026"), ({"periode": "2025"}, "Filter: 2025")])
def test_what_says_no_year_of_its_own_has_the_years_it_counts(site: Site, query: dict[str, str], told: str) -> None:
    opened = site.open("/virkemidler/prosjektutvikling", query)
    assert opened is not None
    view, page = opened
    page.body(view)
    assert {view.told[key].base for key in ("opphav", "avslag", "miks")} == {told}
    assert view.told["vunnet-aar"].base in ("", told)  # its title says its year
    assert view.told["trakt"].base in ("", told)  # what is on its way is of today
