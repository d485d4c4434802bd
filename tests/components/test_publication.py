"""What leaves the house tells truly what it is of: page, finding, selection in words, way back, name of its file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from akint_dash.access.viewer import AT_HOME
from akint_dash.components.page import Page, Site
from akint_dash.components.publication import MOST_OF_A_NAME, plain, publication
from akint_dash.domain.exhibit import Publication
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots

from ..examples import example
from ..reading import components

OWN: dict[str, list[tuple[dict[str, str], tuple[str, str], tuple[str, str]]]] = {
    "/": [({"siden": "2026-10-01"}, ("Endringer siden", "01.10.2026"), ("Changes since", "1 Oct 2026"))],
    "/virkemidler/politikkoppfolging": [
        ({"sorter": "moter"}, ("Medlemskap sortert etter", "Møter"), ("Memberships sorted by", "Meetings"))
    ],
    "/omrader/<kode>": [
        ({"mot": "nae"}, ("Sammenlignet med", "Næring og utvikling"), ("Compared with", "Business and development"))
    ],
    "/utforsk": [
        ({"mal": "timer", "etter": "omrade", "og": "ar"}, ("Spørsmål", "Egne timer etter rådsområde og år"), ("", "")),
        ({"som": "tabell"}, ("", ""), ("", "")),
        ({"punkt": "SAM"}, ("Bak tallet", "Samferdsel"), ("", "")),
        (
            {"mot-omrade": "KUL"},
            ("Spørsmål", "Antall tiltak etter rådsområde: alle rådsområder mot Kultur, idrett og frivillighet"),
            (
                "Question",
                "Number of initiatives by department: all departments compared with Culture, sport and volunteering",
            ),
        ),
        ({"mot-mal": "timer"}, ("Spørsmål", "Antall tiltak mot egne timer etter rådsområde"), ("Question", "")),
        ({"mot-periode": "2025", "mot-punkt": "SAM"}, ("Bak tallet", "Samferdsel, 2025"), ("", "Transport, 2025")),
        ({"punkt": "SAM", "sorter": "-navn"}, ("Rekkefølge", ""), ("Order", "")),
        *(
            ({f"mot-{name}": code}, ("Spørsmål", ""), ("Question", ""))
            for name, code in (
                ("virkemiddel", "KOM"),
                ("program", "ERASMUS"),
                ("tema", "samferdsel"),
                ("status", "running"),
                ("ring", "norden"),
                ("partner", "UA-46"),
                ("kommune", "3205"),
                ("maned", "2026-03"),
                ("sok", "fjord"),
            )
        ),
    ],
    "/kart": [
        ({"linse": "ukraina"}, ("Kartet viser", "Ukraina"), ("The map shows", "Ukraine")),
        ({"linse": "ringer"}, ("Kartet viser", "Norden og Europa over tid"), ("The map shows", "")),
        ({"region": "UA-46"}, ("Region", "Lviv oblast"), ("Region", "Lviv oblast")),
        ({"utsnitt": "norden"}, ("Utsnitt", "Norden"), ("View", "The Nordic countries")),
        ({"finn": "lv"}, ("Søk i listen", "«lv»"), ("Search in the list", "“lv”")),
    ],
    "/utlysninger": [
        ({"tilstand": "apen,kommer"}, ("Tilstand", "Åpen; Kommer"), ("", "Open; Forthcoming")),
        ({"frist": "90"}, ("Søknadsfrist", "De neste 90 dagene"), ("Deadline", "The next 90 days")),
        ({"budsjett": "over-20"}, ("Budsjett", ""), ("Budget", "")),
        ({"norge": "delvis,ukjent"}, ("", ""), ("", "")),
        ({"type": "videre"}, ("Type", ""), ("Type", "")),
        ({"zoom": "5ar"}, ("Perioden som vises", "fra 2024 til 2028"), ("Days shown", "from 2024 to 2028")),
        ({"fra": "2026-02-01"}, ("Perioden som vises", "fra februar 2026 til oktober 2026"), ("Days shown", "")),
        (
            {"fra": "2026-02-02", "til": "2026-03-15"},
            ("Perioden som vises", "fra 02.02.2026 til 15.03.2026"),
            ("Days shown", "from 2 Feb 2026 to 15 Mar 2026"),
        ),
        ({"sorter": "budsjett"}, ("Sortert etter", "budsjett"), ("Sorted by", "budget")),
        ({"utlysning": "DEMO-OKS-2026-2"}, ("Valgt utlysning", "Demo: Grønn mobilitet over grensen"), ("", "")),
        ({"siden": "2026-08-01"}, ("Endringer siden", "01.08.2026"), ("Changes since", "1 Aug 2026")),
    ],
    "/frister": [
        ({"til": "14"}, ("Til og med", "09.12.2026"), ("Up to", "9 Dec 2026")),
        ({"fra": "2027-03-01"}, ("Fra og med", "01.03.2027"), ("From", "1 Mar 2027")),
        ({"hva": "soknad,avtale"}, ("Type frist", "Søknadsfrist; Avtale går ut"), ("Type of deadline", "")),
        (
            {"ansvarlig": "ingen"},
            ("Ansvarlig seksjon", "ansvarlig seksjon mangler"),
            ("Responsible section", "responsible section missing"),
        ),
        ({"ansvarlig": "Seksjon for kultur"}, ("Ansvarlig seksjon", "Seksjon for kultur"), ("Responsible section", "")),
        ({"ansvarlig": "Tull & <b>"}, ("Ansvarlig seksjon", "«Tull & <b>»"), ("Responsible section", "“Tull & <b>”")),
    ],
    "/kvalitet": [
        (
            {"regel": "goal"},
            ("Feil eller mangel", "Prosjekter som ikke er knyttet til et mål"),
            ("Error or data gap", "Projects not linked to a goal"),
        ),
        ({"ansvarlig": "ingen"}, ("Ansvarlig seksjon", "ansvarlig seksjon mangler"), ("Responsible section", "")),
        ({"ansvarlig": "Tull & <b>"}, ("Ansvarlig seksjon", "«Tull & <b>»"), ("Responsible section", "“Tull & <b>”")),
    ],
}
"""Page -> its own parameters, and the words in both languages; "" is any."""
FILTERS: list[dict[str, str]] = [
    {"omrade": "KUL"},
    {"virkemiddel": "POL"},
    {"program": "ERASMUS"},
    {"tema": "klima_miljo"},
    {"status": "granted"},
    {"ring": "norden"},
    {"periode": "2025-2025"},
    {"sok": "ø"},
]


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-25", audience="staff")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES, lambda: AT_HOME)


def opened(site: Site, address: str, query: dict[str, str], keys: tuple[str, ...] = ()) -> tuple[Publication, Any]:
    found = site.open(address, query)
    assert found is not None, address
    view, page = found
    content = page.body(view)
    return publication(view, page, content, keys), content


@pytest.fixture(scope="module")
def made(site: Site) -> Callable[..., Publication]:
    """A page of an address and pairs of a query; each is made once."""
    kept = cache(lambda address, pairs: opened(site, address, dict(pairs))[0])
    return lambda address, query=(): kept(address, tuple(dict(query).items()))


def address_of(page: Page | str, language: str = "nb") -> str:
    path = example(page if isinstance(page, str) else page.path)
    return ("/en" if language == "en" else "") + path


WITH_FIGURES = [page for page in PAGES if page.filters and page.path != "/skjerm/oppsett"]
EVERY = [(page, language) for page in PAGES for language in ("nb", "en")]
CHOICES = [(path, *one) for path, some in OWN.items() for one in some]


def test_every_page_with_figures_tells_its_own_parameters() -> None:
    assert {page.path for page in WITH_FIGURES if page.own} == set(OWN)
    for page in WITH_FIGURES:
        told = {name for query, *_ in OWN.get(page.path, ()) for name in query}
        assert told == set(page.own) - {"passer", "blad"}, page.path  # what the list holds, told below; leafing


@pytest.mark.parametrize(("path", "query", "nb", "en"), CHOICES)
def test_a_choice_of_the_page_is_told_in_words(
    path: str, query: dict[str, str], nb: tuple[str, str], en: tuple[str, str], made: Callable[..., Publication]
) -> None:
    for language, (words, value) in (("nb", nb), ("en", en)):
        found = {w: v.replace("\u00a0", " ") for w, v in made(address_of(path, language), query).selection}
        assert (words in found) if words else True
        assert value in ((found[words],) if words and value else ("", *found.values()))
        assert not {*query} & {*found}, "a parameter's own name"
        codes = [one for value in query.values() for one in value.split(",") if not one.isdigit()]
        if "ansvarlig" not in query and "sorter" not in query:
            assert not {*codes} & {one for value in found.values() for one in value.split("; ")}, "a code"


def test_what_the_list_of_calls_holds_is_told(made: Callable[..., Publication]) -> None:
    words = "bare utlysninger som er aktuelle for oss"
    assert dict(made("/utlysninger").selection)["Listen viser"] == words
    assert dict(made("/utlysninger", {"passer": "ja", "zoom": "5ar"}).selection)["Listen viser"] == words
    assert "Listen viser" not in dict(made("/utlysninger", {"passer": "alle"}).selection)
    assert "Perioden som vises" not in dict(made("/utlysninger", {"tilstand": "uten-frist"}).selection)


def test_a_choice_that_is_not_understood_is_not_told(made: Callable[..., Publication]) -> None:
    for path, query in (
        ("/", {"siden": "i går"}),
        ("/virkemidler/politikkoppfolging", {"sorter": "tull"}),
        ("/omrader/sam", {"mot": "sam"}),
        ("/kart", {"linse": "tull", "region": "tull", "utsnitt": "tull"}),
        ("/utlysninger", {"tilstand": "tull", "frist": "tull", "utlysning": "tull", "siden": "tull", "zoom": "tull"}),
        ("/frister", {"til": "tull", "hva": "tull"}),
    ):
        assert made(path, query).selection == made(path).selection, path


def numbers(one: Publication) -> list[Any]:
    return [(e.key, e.rows, e.chart and (e.chart.categories, e.chart.series)) for e in one.exhibits]


NARROWED = [(page.path, query) for page in WITH_FIGURES for query in FILTERS]
NARROWED += [(path, query) for path, query, *_ in CHOICES]


@pytest.mark.parametrize(("path", "query"), NARROWED)
def test_no_file_hides_that_it_was_narrowed(path: str, query: dict[str, str], made: Callable[..., Publication]) -> None:
    """Where other numbers or another finding stand than without the choice, the selection says so; and what it says
    has no effect here has none."""
    whole, chosen = made(address_of(path)), made(address_of(path), query)
    told = [pair for pair in chosen.selection if pair not in whole.selection]
    working = [pair for pair in told if not pair[1].endswith("(virker ikke her)")]
    if not working:
        assert numbers(whole) == numbers(chosen), told
        assert chosen.title in (whole.title, f"{whole.title}, regnet uten filtre"), told


def test_the_areas_page_is_of_the_area_of_its_path(made: Callable[..., Publication]) -> None:
    found = made("/omrader/sam", {"omrade": "KUL", "status": "granted"})
    assert dict(found.selection)["Rådsområde"] == "Samferdsel"
    assert found.page == "Samferdsel"
    assert "kultur" not in found.name
    assert dict(made("/en/omrader/sam", {"omrade": "KUL"}).selection)["Department"] == "Transport"


def test_a_page_without_filters_tells_none_but_the_day(made: Callable[..., Publication]) -> None:
    query = {"omrade": "KUL", "vekt": "timer", "per": "2026-09-15"}
    for address in ("/om", "/post/prosjekt/P-0017", "/tilgjengelighet"):
        assert dict(made(address, query).selection) == {"Slik porteføljen var kjent": "15.09.2026"}
    assert dict(made("/sok", {"q": "buss", **query}).selection)["Søk"] == "«buss»"


@pytest.mark.parametrize(("page", "language"), EVERY, ids=lambda one: getattr(one, "path", one))
def test_a_page_leaves_with_its_own_headline_and_its_figures_in_their_order(
    page: Page, language: str, site: Site
) -> None:
    found, content = opened(site, address_of(page, language), {"periode": "2025-2026"})
    sent = json.dumps(list(content), cls=PlotlyJSONEncoder)
    titles = [one for one in components(content) if type(one).__name__ == "H1"]
    assert len(titles) == 1
    assert re.sub(r"\W+", "", found.title) == re.sub(r"\W+", "", text(titles[0]))
    keys = [one.key for one in found.exhibits if not one.key.startswith("del-")]  # sections: see test_sections
    at = [sent.index(f'"id": "{key}"') for key in keys if f'"id": "{key}"' in sent]
    assert at == sorted(at)
    drawn = [one.id for one in components(content) if type(one).__name__ == "Article" and hasattr(one, "id")]
    assert [key for key in keys if key in drawn] == [
        key for key in drawn if any(one.id == key + "-t" for one in components(content) if hasattr(one, "id"))
    ]
    assert found.language == language
    assert all(one.title and one.caption for one in found.exhibits)
    overs = [text(one) for one in components(content) if getattr(one, "className", "") == "over"]
    assert found.over == (re.sub(r"\s+", " ", overs[0]).strip() if overs else "")


def text(content: Any) -> str:
    if isinstance(content, list | tuple):
        return "".join(map(text, content))
    if isinstance(content, Component):
        return "" if getattr(content, "className", "") == "unseen" else text(getattr(content, "children", None))
    return "" if content is None else str(content)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("query", [{}, {"sok": "umulig-umulig"}])
@pytest.mark.parametrize(("page", "language"), EVERY, ids=lambda one: getattr(one, "path", one))
def test_what_the_page_says_is_whole_sentences(
    page: Page, language: str, query: dict[str, str], made: Callable[..., Publication]
) -> None:
    """A way on to another page is no part of what a file says."""
    said = made(address_of(page, language), query).say
    assert not said or said[-1] in ".?", said
    assert not re.search(r"\s{2}|\s[.,;]", said), said
    for way in ("Se dem på kartet", "See them on the map", "Vis hele porteføljen", "Show the whole portfolio"):
        assert way not in said


def test_a_link_that_is_part_of_a_sentence_stays(made: Callable[..., Publication]) -> None:
    assert "prosjekter er ikke knyttet til et mål." in made("/maal").say
    assert "mangler i dataene." in made("/omrader/sam").say


QUERIES: list[dict[str, str]] = [
    {},
    {"omrade": "KUL,SAM", "sok": "ø & «æ»", "periode": "2025-2026"},
    {"per": "2026-09-15", "vekt": "timer"},
    {"sok": "umulig " * 12, "tema": "klima_miljo,samferdsel,kultur,naering"},
]
CASES = [(page, language, QUERIES[(i // 2 + i) % len(QUERIES)]) for i, (page, language) in enumerate(EVERY)]


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("page", "language", "query"), CASES, ids=lambda one: getattr(one, "path", None))
def test_the_address_leads_back_to_the_same_page(page: Page, language: str, query: dict[str, str], site: Site) -> None:
    own = OWN[page.path][0][0] if page.path in OWN else {}
    found, _ = opened(site, address_of(page, language), {**query, **own})
    parts = urlsplit(found.address)
    assert found.address.isascii()
    again, _ = opened(site, parts.path, dict(parse_qsl(parts.query)))
    assert (again.title, again.selection, again.name) == (found.title, found.selection, found.name)
    assert numbers(again) == numbers(found)


def test_the_address_is_seen_from_outside_where_the_settings_say_so(site: Site) -> None:
    outside = replace(site, settings=site.settings.model_copy(update={"public_url": "https://akint.example/inter/"}))
    found, _ = opened(outside, "/en/frister", {"ansvarlig": "Seksjon for næringsutvikling"})
    assert found.address.startswith("https://akint.example/inter/en/frister?ansvarlig=Seksjon")
    assert found.address.isascii()


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("page", "language", "query"), CASES, ids=lambda one: getattr(one, "path", None))
def test_the_name_of_a_file_is_plain_says_what_it_is_of_and_keeps_its_day(
    page: Page, language: str, query: dict[str, str], made: Callable[..., Publication]
) -> None:
    found = made(address_of(page, language), query)
    assert re.fullmatch(r"[a-z0-9_-]+", found.name)
    assert len(found.name) <= MOST_OF_A_NAME + len("-2026-11-25")
    assert found.name.startswith("demonstrasjon-" if language == "nb" else "demonstration-")
    assert found.name.endswith(found.day.isoformat())
    assert "virker-ikke" not in found.name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("«Ærlig» – Ås og Øyer", "aerlig-as-og-oyer"),
        ("Marie Skłodowska-Curie", "marie-sklodowska-curie"),
        ("Suðurnes, Győr/Kyiv (Київ)", "sudurnes-gyor-kyiv"),
    ],
)
def test_the_letters_of_a_name_stay_in_the_files_as_plain_ones(words: str, name: str) -> None:
    assert plain(words) == name


def test_two_narrowings_have_two_names(made: Callable[..., Publication]) -> None:
    for path, some in OWN.items():
        names = [made(address_of(path), query).name for query, told, *_ in some if told[0]]  # a look narrows nothing
        assert len({*names, made(address_of(path)).name}) == len(names) + 1, path
    assert made("/").name == "demonstrasjon-oversikt-2026-11-25"
    assert "radsomrade-kultur" in made("/", {"omrade": "KUL"}).name


def test_some_figures_come_in_the_order_they_are_asked_for(site: Site) -> None:
    found, _ = opened(site, "/", {}, ("omrader", "vekt-pro"))
    assert [one.key for one in found.exhibits] == ["omrader", "vekt-pro"]
    with pytest.raises(KeyError):
        opened(site, "/", {}, ("finnes-ikke",))


def test_a_filter_that_touches_none_of_the_figures_asked_for_is_said_to_have_no_effect(site: Site) -> None:
    query = {"status": "granted"}
    whole, _ = opened(site, "/virkemidler/politikkoppfolging", query)
    assert dict(whole.selection)["Status"] == "Innvilget (virker ikke her)"
    english, _ = opened(site, "/en/virkemidler/politikkoppfolging", query)
    assert dict(english.selection)["Status"].endswith("(no effect here)")


@pytest.mark.parametrize(
    ("address", "key", "words"),
    [
        ("/omrader", "stotte", "Den fylte prikken"),
        ("/omrader/sam", "vekting", "stiplet"),
        ("/kart", "kart", "Fargen viser"),
        ("/virkemidler/prosjektutvikling", "programmer", "Én rute"),
    ],
)
def test_what_the_marks_of_a_page_mean_stays_on_the_page(address: str, key: str, words: str, site: Site) -> None:
    """Other programs draw other marks: a file that told of a dot or a dashed line would tell of none of its own."""
    found, content = opened(site, address, {})
    said = {one.key: one.say for one in found.exhibits}[key]
    card = next(one for one in components(content) if getattr(one, "id", "") == key)
    assert words in text(card)
    assert words not in said
