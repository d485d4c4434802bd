"""Each figure follows just those filters that ``text/bases.py`` says, on every page of the demonstration."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

import pytest
from dash.development.base_component import Component

from akint_dash.components.page import Page, Site
from akint_dash.components.view import View
from akint_dash.domain.table import Table
from akint_dash.measures.holes import holes
from akint_dash.pages import PAGES
from akint_dash.text.answered import answers
from akint_dash.text.bases import FILTERS, HEADLINE, IDLE, LEAD, PARTLY
from tests import told
from tests.reading import components

FILTERED: Final = [page for page in PAGES if page.filters]
VALUES: Final = {
    "omrade": ("TAN", "SAM"),
    "virkemiddel": ("PRO", "POL", "KOM", "BIL"),
    "program": ("AGRIP", "ERASMUS"),
    "tema": ("kultur", "samferdsel"),
    "status": ("withdrawn", "granted"),
    "ring": ("andre", "europa"),
    "partner": ("US", "SE-O", "UA-46"),
    "kommune": ("0301", "3205"),
    "maned": ("2026-12", "2026-03"),
    "periode": ("1999", "2025"),
    "sok": ("umulig-umulig", "klima"),
}
"""Values that leave little or nothing, and some that leave a part: what a filter touches, one of them changes."""
ITS_YEAR: Final = {"maned": {"periode": "2026"}}
"""What a filter brings with it: beside what it is held against."""
SAID: Final = {"maned": "mars 2026|desember 2026"}
"""What is said of a filter that brings another; else anything."""
WITHOUT: Final = ", regnet uten filtre"
BESIDE: Final = {"omrade": "SAM", "vekt": "timer", "periode": "2025-2026"}
"""Other choices in use at the same time."""
OF_NO_DATA: Final = {"/skjerm/oppsett"}
"""Pages whose headline tells of no record."""
ANOTHER_DAY: Final = {"per": "2025-06-30"}
"""What is said the same on another day is no number of the data."""


@dataclass(frozen=True)
class Seen:
    """The tables of a page's figures, its headline, and what it says of numbers, by figure."""

    tables: dict[str, Table]
    headline: str
    told: dict[str, set[str]]
    emptied: frozenset[str]


KEPT: Final[dict[tuple[str, ...], tuple[View, Any]]] = {}
"""What is opened once, for all laws of this module."""


def shown(site: Site, page: Page, query: dict[str, str]) -> tuple[View, Any]:
    """One page under one query: its view and its body."""
    key = (page.path, *(f"{name}={value}" for name, value in query.items()))
    if key not in KEPT:
        opened = site.open(page.path.replace("<kode>", "sam"), query)
        assert opened is not None
        KEPT[key] = opened[0], opened[1].body(opened[0])
    return KEPT[key]


def seen(site: Site, page: Page, query: dict[str, str]) -> Seen:
    """One page under one query."""
    view, body = shown(site, page, query)
    figures = told.figures(body)
    empty = frozenset(key for key, figure in figures.items() if told.emptied(figure))
    return Seen(dict(view.tables), headline(body), {key: told.parts(one) for key, one in figures.items()}, empty)


STILL: Final = re.compile(
    r"Filteret på [^.:]* gjelder ikke her|Søket gjelder ikke her|Dette avsnittet gjelder uansett [^.]*"
)
PART: Final = "gjelder bare en del av tallene her"


def headline(node: Any) -> str:
    if isinstance(node, Component):
        children = getattr(node, "children", None)
        return plain(children) if type(node).__name__ == "H1" else headline(children)
    return "".join(map(headline, node)) if isinstance(node, list | tuple) else ""


def plain(node: Any) -> str:
    if isinstance(node, list | tuple):
        return "".join(map(plain, node))
    return plain(getattr(node, "children", None)) if isinstance(node, Component) else str(node or "")


def over(node: Any) -> str:
    """What stands small over the headline."""
    if isinstance(node, Component):
        children = getattr(node, "children", None)
        return plain(children) if getattr(node, "className", "") == "over" else over(children)
    return "".join(map(over, node)) if isinstance(node, list | tuple) else ""


def idle(page: Page, key: str) -> set[str]:
    """The filters said not to narrow a figure."""
    idle = IDLE.get(page.path, {})
    if key == LEAD and LEAD not in idle and LEAD not in PARTLY.get(page.path, {}):
        return set(idle.get(HEADLINE, ()))
    return set(idle.get(key, ()))


@pytest.mark.sampled(4)
@pytest.mark.parametrize("page", FILTERED, ids=lambda page: page.path)
def test_a_figure_follows_the_filters_it_is_said_to_follow(site: Site, page: Page) -> None:
    """By its table and by its words: a number that no value of a filter changes says that the filter does not apply,
    and what is said not to follow a filter is the same under every value of it.
    """
    follows(site, page, {name: values for name, values in VALUES.items() if name not in ITS_YEAR}, {})
    for name, beside in ITS_YEAR.items():
        follows(site, page, {name: VALUES[name]}, beside)


def follows(site: Site, page: Page, filters: dict[str, tuple[str, ...]], beside: dict[str, str]) -> None:
    """The law of one page, of some filters, beside what is chosen already."""
    whole, other = seen(site, page, beside), seen(site, page, {**beside, **ANOTHER_DAY})
    # of what is narrowed in part the demonstration may have none within the days shown
    some_of = {key: set(PARTLY.get(page.path, {}).get(key, ())) for key in whole.tables}
    moved: dict[str, set[str]] = {key: names & filters.keys() for key, names in some_of.items()}
    live = {(key, part) for key, some in whole.told.items() for part in some - other.told.get(key, set())}
    stays = {(key, part, name) for key, part in live for name in filters}
    for name, values in filters.items():
        for value in values:
            found = seen(site, page, {**beside, name: value})
            for key in whole.tables:
                if found.tables.get(key) != whole.tables[key]:
                    moved[key].add(name)
            for key, some in whole.told.items():
                if name in idle(page, key):
                    assert found.told[key] <= some, (key, name, value)
                    assert key not in found.emptied, (key, name, value)
                for part in some if key in found.emptied else some - found.told.get(key, set()):
                    stays.discard((key, part, name))
            if name in idle(page, HEADLINE):
                assert found.headline.removesuffix(WITHOUT) == whole.headline.removesuffix(WITHOUT), (name, value)
    partly = PARTLY.get(page.path, {})
    unsaid = {one for one in stays if one[2] not in idle(page, one[0]) and one[2] not in partly.get(one[0], ())}
    assert sorted(unsaid) == []
    untouched = {key: tuple(name for name in filters if name not in names) for key, names in moved.items()}
    said_idle = {key: tuple(name for name in filters if name in idle(page, key)) for key in whole.tables}
    assert untouched == said_idle


@pytest.mark.sampled(4)
@pytest.mark.parametrize("page", [p for p in FILTERED if p.path not in OF_NO_DATA], ids=lambda page: page.path)
def test_a_headline_or_an_answer_that_a_filter_narrows_says_so_and_no_other(site: Site, page: Page) -> None:
    for name, values in VALUES.items():
        for value in values:
            _, found = shown(site, page, {name: value})
            narrows = name not in idle(page, HEADLINE)
            assert told_of(name, over(found)) == narrows, (name, value)
            for key, answer in told.figures(found).items():
                if "promise-row" in str(answer.attributes.get("class")):
                    held = name not in idle(page, key) and not STILL.search(answer.text)
                    assert told_of(name, answer.text) == held, (key, name)


def told_of(name: str, text: str) -> bool:
    """Whether a text says that it is narrowed by a filter, and not just by what that one brings."""
    return bool(re.search(f"Filt(?:er|re): .*({SAID[name]})" if name in SAID else "Filt(?:er|re): ", text))


@pytest.mark.sampled(2)
@pytest.mark.parametrize("page", [p for p in FILTERED if p.path in PARTLY], ids=lambda page: page.path)
def test_what_is_said_of_a_filter_is_of_what_is_shown(site: Site, page: Page) -> None:
    """ "Filteret på status gjelder bare en del av tallene her" under one number, which no status changes."""
    for key, names in PARTLY[page.path].items():
        for name in names:
            whole = told.figures(shown(site, page, ITS_YEAR.get(name, {}))[1])
            for value in VALUES[name]:
                found = told.figures(shown(site, page, {name: value})[1])[key]
                numbers = told.parts(found)
                if STILL.search(found.text):
                    assert numbers <= told.parts(whole[key]), (key, name, value)
                elif PART in found.text:
                    assert numbers, (key, name, value)
                    assert not told.emptied(found), (key, name, value)


POLICY: Final = "/virkemidler/politikkoppfolging"
PROJECTS: Final = "/virkemidler/prosjektutvikling"
IN_NORDEN: Final = {"omrade": "TAN", "ring": "norden"}


@pytest.mark.parametrize(
    ("path", "query", "key", "says"),
    [
        ("/strategien", {"status": "submitted"}, "S1", "Filteret på status gjelder bare en del av tallene her."),
        ("/strategien", {"status": "granted"}, "S1", "Filteret på status gjelder bare en del av tallene her."),
        ("/strategien", {"ring": "ukraina"}, "S14", ""),
        ("/strategien", {"omrade": "SAM"}, "S14", "Filteret på rådsområde gjelder bare en del av tallene her."),
        ("/virkemidler/prosjektutvikling", {"ring": "ukraina"}, "veiledning", ""),
        (POLICY, {"ring": "ukraina"}, told.INGRESS, "Filteret på geografi gjelder ikke her."),
        (POLICY, {}, told.INGRESS, ""),
        ("/", {"ring": "ukraina"}, "avgjores", "Filteret på geografi gjelder ikke her."),
        ("/", {"program": "ERASMUS"}, "avgjores", "Filteret på program gjelder bare en del av tallene her."),
        ("/", {"sok": "umulig-umulig"}, told.INGRESS, "Filteret på søk gjelder bare en del av tallene her."),
        ("/", {"virkemiddel": "KOM"}, told.INGRESS, "Filteret på virkemiddel gjelder bare en del av tallene her."),
        ("/", IN_NORDEN, told.INGRESS, "Filteret på geografi gjelder bare en del av tallene her."),
        ("/", {"omrade": "TAN"}, told.INGRESS, ""),
        ("/", {"periode": "2025"}, told.INGRESS, "Dette avsnittet gjelder uansett periode."),
        (PROJECTS, {"periode": "2027"}, told.INGRESS, "Filteret på periode gjelder ikke her."),
        (PROJECTS, {"periode": "2027"}, "trakt", ""),
        (PROJECTS, {"periode": "2025"}, "trakt", "Filteret på periode gjelder bare en del av tallene her."),
        (PROJECTS, {"status": "granted"}, "trakt", ""),
        ("/strategien", {"periode": "2027"}, "S11", "Filteret på periode gjelder ikke her."),
        ("/omrader", {"tema": "kultur"}, told.INGRESS, "Dette avsnittet gjelder uansett filter på tema."),
        ("/omrader", {}, told.INGRESS, ""),
    ],
)  # fmt: skip
def test_a_note_names_a_filter_by_the_numbers_that_stand_over_it(
    site: Site, path: str, query: dict[str, str], key: str, says: str
) -> None:
    page = next(page for page in PAGES if page.path == path)
    found = told.figures(shown(site, page, query)[1])[key]
    notes = " ".join(re.findall(r"(?:Filteret på [^.:]* gjelder|Dette avsnittet gjelder uansett) [^.]*\.", found.text))
    assert notes == says


def test_what_is_on_its_way_today_is_said_to_be_of_no_period_that_has_not_begun(site: Site) -> None:
    """20 projects under "Filtre: 2027" on one page, and the same 20 that "filteret gjelder ikke" on another."""
    page = next(page for page in PAGES if page.path == PROJECTS)
    for year, narrowed in (("2027", False), ("2025", True)):
        found = shown(site, page, {"periode": year})[1]
        assert ("Filter: " in over(found)) == narrowed


def test_what_counts_as_our_deadline_is_said_where_calls_that_only_fit_stand_beside(site: Site) -> None:
    """ "Ingen frister for søknader" over two calls that fit, one of them in 14 days."""
    for path, key in (("/", "utlysninger"), ("/frister", told.INGRESS)):
        page = next(page for page in PAGES if page.path == path)
        assert "En søknadsfrist regnes som vår først når" in told.figures(shown(site, page, IN_NORDEN)[1])[key].text


@pytest.mark.sampled(2)
@pytest.mark.parametrize("page", FILTERED, ids=lambda page: page.path)
def test_what_a_filter_does_not_touch_is_not_said_to_be_of_the_filters(site: Site, page: Page) -> None:
    """'15 utlysninger til med disse filtrene' over 'Filteret på virkemiddel gjelder ikke her'."""
    for name, values in VALUES.items():
        for key, figure in told.figures(shown(site, page, {name: values[-1]})[1]).items():
            if {name, *ITS_YEAR.get(name, ())} <= idle(page, key):
                own = re.sub(r"(?:Filteret på [^.:]* gjelder|Dette avsnittet gjelder uansett) [^.]*\.", "", figure.text)
                assert not re.search("disse filtrene|dette filteret", own), (key, name)


@pytest.mark.sampled(5)
@pytest.mark.parametrize("page", FILTERED, ids=lambda page: page.path)
def test_what_is_said_not_to_follow_a_filter_is_the_same_beside_other_choices(site: Site, page: Page) -> None:
    for name, value in BESIDE.items():
        alone = seen(site, page, {name: value})
        for filter_, values in VALUES.items():
            keys = [key for key in alone.told if filter_ in idle(page, key)]
            if filter_ == name or not keys:
                continue
            both = {name: value, **ITS_YEAR.get(filter_, {})}
            whole, found = seen(site, page, both), seen(site, page, {**both, filter_: values[-1]})
            for key in keys:
                assert found.told[key] <= whole.told[key], (key, name, filter_)


def test_an_area_has_as_many_holes_in_the_countys_list_as_on_its_own_page_whatever_is_selected(site: Site) -> None:
    opened = site.open("/omrader", {})
    assert opened is not None
    scope = opened[0].scope
    listed = Counter(code for hole in holes(scope) for code, _ in hole.owners)
    for area in scope.portfolio.records("area"):
        for chosen in ({}, {"periode": (2025, 2025)}, {"sok": "umulig-umulig"}, {"ring": ("norden",)}):
            assert len(holes(scope.narrowed(omrade=(area,), **chosen))) == listed[area], (area, chosen)


def test_a_year_that_the_data_do_not_reach_lacks_nothing_and_is_no_zero_in_the_strategys_answers(site: Site) -> None:
    opened = site.open("/strategien", {"periode": "2027"})
    assert opened is not None
    view = opened[0]
    found, _ = answers(view.words, view.scope, 2024, 2027)
    assert found["S6"].words == "2027 har ikke begynt; dataene går til 30.10.2026."
    assert not [one.words for one in found.values() if not one.measured and not one.outside]


def test_a_year_ahead_has_one_word_for_what_is_not_known_and_tells_what_is(site: Site) -> None:
    """«Ingen data ennå» stood over 53,6 mill. granted for the year, and «mangler | 0» and «nei» in tables of it."""
    ahead = {"periode": "2027"}
    page = {page.path: page for page in PAGES}
    view, body = shown(site, page["/finansiering"], ahead)
    found = told.figures(body)
    granted = next(row["ore"] for row in view.tables["faller-bort"].dicts() if row["year"] == 2027)
    for key in ("utviklingsmidler", "midler-omrader"):
        assert f"{view.words.money(granted)} i støtte utenfra er innvilget for 2027; resten" in found[key].text
    for path, keys in (
        ("/finansiering", ("utlosning", "midler-omrader")),
        ("/omrader", ("stotte",)),
        ("/", ("omrader",)),
    ):
        tables = shown(site, page[path], ahead)[0].tables
        assert [key for key in keys if len(tables[key])] == [], path
    view, body = shown(site, page["/omrader"], ahead)
    assert told.figures(body)["omrader"].text.count("ingen data ennå") == 3 * len(view.tables["omrader"])
    for year, granted_in in (("2027", False), ("2026", True)):
        opened = site.open("/omrader/sam", {"periode": year})
        assert opened is not None
        opened[1].body(opened[0])
        names = [heading.name for heading in opened[0].tables["prosjekter"].headings]
        assert ("granted" in names) == granted_in, year


def test_numbers_of_two_bases_in_one_place_say_which_filters_each_follows(site: Site) -> None:
    """1 492 attendances stood unmarked beside the money of one programme, and a programme's months under no filter."""
    page, chosen = {page.path: page for page in PAGES}, {"program": "ERASMUS"}
    said = told.figures(shown(site, page["/strategien"], chosen)[1])["S1"].text
    assert "deltakelser i kompetanseheving (uansett filter på program)" in said
    for one, over_it in ((chosen, True), ({}, False)):
        (months,) = [n for n in components(shown(site, page["/"], one)[1]) if getattr(n, "id", "") == "maneder"]
        assert ("Filter: Erasmus+" in plain(months)) == over_it


def test_one_area_has_its_numbers_of_support_and_no_share_of_itself(site: Site) -> None:
    """«100 % av henvendelsene, 100 % av de andre tiltakene» of an area that has 11 of the county's 40."""
    page = next(page for page in PAGES if page.path == "/omrader")
    for areas, alone in (("NAE", True), ("NAE,SAM", False)):
        view, body = shown(site, page, {"omrade": areas})
        row = next(row for row in view.tables["stotte"].dicts() if row["area"] == ("area", "NAE"))
        said = told.figures(body)["stotte"].text
        assert (f"{row['asked']} henvendelser og {row['activity']} andre tiltak" in said) == alone
        assert ("av henvendelsene" in said) != alone
        (weights,) = [n for n in components(body) if "areas" in str(getattr(n, "className", "")).split()]
        assert ("100\N{NO-BREAK SPACE}%" in plain(weights)) is False


def test_the_lists_name_pages_and_filters_that_are_there() -> None:
    paths = {page.path for page in FILTERED}
    for lists in (IDLE, PARTLY):
        assert lists.keys() <= paths
        assert all(set(names) <= set(FILTERS) for figures in lists.values() for names in figures.values())
    for path, figures in PARTLY.items():
        for key, names in figures.items():
            assert not set(names) & set(IDLE.get(path, {}).get(key, ()))
