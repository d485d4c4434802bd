"""Every figure either says what of its table is drawn in other programs, or why nothing is; and what is drawn is the
table's own: over seeded pages, selections and languages each value is a cell, and no cell is lost without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qsl, quote

import pytest

from akint_dash.access.viewer import AT_HOME, stranger
from akint_dash.components.exhibit import exhibit
from akint_dash.components.page import Site
from akint_dash.components.table import cell_text
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Chart, Kind, Plot
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots

from ..examples import example
from ..test_agreement import CHOICES

DRAWING = tuple(page for page in PAGES if page.filters)
VIEWS = 4 * len(DRAWING)
"""Each page four times; the map through each lens."""
LENSES = ("samarbeid", "nettverk", "ukraina", "ringer")
OWN: dict[str, dict[str, list[str]]] = {
    "/omrader/<kode>": {"mot": ["kul", "nae"]},
    "/utlysninger": {"zoom": ["5ar", "1ar", "kvartal", "uke"], "tilstand": ["apen", "kommer"], "passer": ["alle"]},
    "/frister": {"til": ["14", "aaret"], "hva": ["soknad", "avtale,medlemskap"]},
    "/kvalitet": {"regel": ["goal", "used_fte"], "ansvarlig": ["ingen"]},
    "/virkemidler/politikkoppfolging": {"sorter": ["verv", "prosjekter"]},
    "/utforsk": {"mal": ["timer", "stotte"], "og": ["ar"], "punkt": ["SAM"]},
}
"""The pages' own parameters that change what a figure holds."""

RECORDS, DATES, WORDS = "a list of records", "records on an axis of days", "words without a number"
NOT_DRAWN = {
    "/ avgjores": RECORDS,
    "/ frister": RECORDS,
    "/ utlysninger": RECORDS,
    "/ hull": WORDS,
    "/ endringer": WORDS,
    "/virkemidler/prosjektutvikling ubrukte": "a list of programmes; its counts are written beside the names",
    "/virkemidler/prosjektutvikling uten-maal": RECORDS,
    "/virkemidler/politikkoppfolging eu-saker": DATES,
    "/virkemidler/politikkoppfolging uten-vedtak": RECORDS,
    "/virkemidler/politikkoppfolging si-opp": RECORDS,
    "/virkemidler/bilateralt samarbeid": "a list of records; its bars are days since a date that the table holds",
    "/virkemidler/bilateralt baand": "a list of the names of networks and projects, without a number",
    "/virkemidler/bilateralt besok": RECORDS,
    "/virkemidler/bilateralt avtaler": DATES,
    "/omrader/<kode> prosjekter": RECORDS,
    "/omrader/<kode> saker": RECORDS,
    "/omrader/<kode> partnere": RECORDS,
    "/omrader/<kode> hull": WORDS,
    "/finansiering kurser": "rates to look up: three currencies have no scale in common",
    "/maal resultater": RECORDS,
    "/ maltall": "targets in kroner, records and shares have no scale in common",
    "/maal maltall": "targets in kroner, records and shares have no scale in common",
    "/kart kart ukraina": "the map shows how far the contact has come: no number",
    "/kart kart ringer": "the map shows where a region lies: no number",
    "/kart nettverk nettverk": "a list of networks and the regions met there",
    "/utlysninger liste": RECORDS,
    "/utlysninger endringer": WORDS,
    "/frister akse": DATES,
    "/frister liste": RECORDS,
    "/kvalitet poster": RECORDS,
    "/strategien strategien": WORDS,
    "/strategien kurs": "verdicts by rules whose results have no scale in common",
    "/data/<slag> liste": RECORDS,
    "/om definisjoner": WORDS,
    "/om kilder": "sources and the days they are of",
    "/om revisjoner": "what each update changed: a log",
    "/om kreditering": WORDS,
    "/om ordliste": WORDS,
}
"""Page, figure and, on the map, lens: why nothing of it is drawn."""

WHOLE = {
    ("/", "omrader"): "total",
    ("/omrader", "omrader"): "total",
    ("/virkemidler/prosjektutvikling", "trakt"): "reached",
    ("/virkemidler/prosjektutvikling", "miks"): "total",
    ("/virkemidler/politikkoppfolging", "innspill"): "total",
    ("/virkemidler/kompetanseheving", "maalgrupper"): "people",
    ("/virkemidler/kompetanseheving", "omraader"): "people",
    ("/omrader/<kode>", "maal"): "total",
    ("/omrader/<kode>", "stotte"): "asked",
    ("/maal", "mal-virkemidler"): "total",
    ("/", "mal"): "total",
}
"""The column that the parts of a stacked figure sum to."""


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-11-24", audience="staff")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES, lambda: AT_HOME)


def opened(site: Site, address: str, query: dict[str, str]) -> View:
    """The page, its figures collected."""
    found = site.open(address, query)
    assert found is not None
    view, page = found
    page.body(view)
    return view


@pytest.fixture(scope="module")
def look(site: Site) -> Callable[[int], View]:
    """The page of a seed, every other seen by a stranger; each is made once."""
    guest = replace(site, who=stranger)
    return cache(lambda seed: opened(guest if seed // len(DRAWING) % 2 else site, *seeded(seed)))


def seeded(seed: int) -> tuple[str, dict[str, str]]:
    """An address in one of the languages and its query; each page once in a row."""
    random = Random(f"chart {seed}")
    page = DRAWING[seed % len(DRAWING)]
    chance = random.choice([0.05, 0.15, 0.3])
    query = {name: quote(random.choice(some)) for name, some in CHOICES.items() if random.random() < chance}
    query |= {name: random.choice(some) for name, some in OWN.get(page.path, {}).items() if random.random() < 0.5}
    query |= {"linse": LENSES[seed // len(DRAWING)]} if page.path == "/kart" else {}
    return ("/en" if random.random() < 0.5 else "") + example(page.path), dict(
        parse_qsl("&".join(f"{name}={value}" for name, value in query.items()))
    )


def charts_of(view: View) -> Iterator[tuple[str, Plot, Table, Chart | None]]:
    for key, told in view.told.items():
        if told.plot is not None:
            yield key, told.plot, view.tables[key], exhibit(view, key).chart


def plain(cell: Cell, value: Any) -> Any:
    """A cell as a number, written anew: øre are kroner, and what is missing or does not apply is None."""
    if value is None or value == NOT_APPLICABLE:
        return None
    return Decimal(value) / 100 if cell is Cell.ORE else value


def wanted(view: View, plot: Plot, data: Table) -> dict[tuple[Any, Any], Any]:
    """(category as cells, column or value of the series) -> number, of every row that is to be drawn."""
    heads = {heading.name: heading for heading in data.headings}
    rows = [row for row in data.dicts() if plot.only is None or row[plot.only[0]] == plot.only[1]]
    found: dict[tuple[Any, Any], Any] = {}
    for number, row in enumerate(rows):
        place = tuple(row[name] for name in (plot.of, *plot.apart))
        for name in plot.show:
            key = (place, row[plot.by]) if plot.by else ((number, *place), name)
            assert key not in found, f"two rows of {key}"
            found[key] = plain(heads[name].cell, row[name])
    return found


def called(view: View, plot: Plot, heads: dict[str, Heading], place: tuple[Any, ...]) -> str:
    cells = [heads[name].cell for name in (plot.of, *plot.apart)]
    return " · ".join(plot.words.get(v) or cell_text(view, c, v) for c, v in zip(cells, place, strict=True))


@pytest.mark.sampled(2)
@pytest.mark.parametrize("seed", range(VIEWS))
def test_a_chart_is_its_tables_own_numbers(seed: int, look: Callable[[int], View]) -> None:
    view = look(seed)
    for key, plot, data, drawn in charts_of(view):
        heads, cells = {heading.name: heading for heading in data.headings}, wanted(view, plot, data)
        assert len({heads[name].cell for name in plot.show}) == 1, key
        if drawn is None:
            assert not any(cells.values()), key
            continue
        assert all(len(one.values) == len(drawn.categories) for one in drawn.series), key
        assert len({one.words for one in drawn.series}) == len(drawn.series), key
        if heads[plot.of].cell is not Cell.DATE:
            assert len(set(drawn.categories)) == len(drawn.categories), key
        places = list(dict.fromkeys(place for place, _ in cells))
        groups = list(dict.fromkeys(series for _, series in cells))
        if plot.ranked:  # the order is the chart's own: its numbers are looked up by their words
            by_words = {called(view, plot, heads, p if plot.by else p[1:]): p for p in places}
            assert set(by_words) == set(drawn.categories)
            places = [by_words[words] for words in drawn.categories]
        elif heads[plot.of].cell is Cell.YEAR and plot.by:
            places.sort()
        places = places[: plot.rows or None]
        for place, words in zip(places, drawn.categories, strict=True):
            assert words.startswith(called(view, plot, heads, place if plot.by else place[1:])), key
        columns = {tuple(cells.get((place, group)) for place in places) for group in groups}
        shown = {one.values for one in drawn.series}
        assert shown <= columns, key
        for left in columns - shown:
            assert not any(left), (key, left)
        assert sum(map(bool, (v for one in drawn.series for v in one.values))) == sum(
            bool(cells.get((place, group))) for place in places for group in groups
        ), key


@pytest.mark.sampled(2)
@pytest.mark.parametrize("seed", range(VIEWS))
def test_a_charts_numbers_are_of_its_kind_and_parts_of_a_whole_sum_to_it(
    seed: int, look: Callable[[int], View]
) -> None:
    view = look(seed)
    for key, plot, data, drawn in charts_of(view):
        if drawn is None:
            continue
        values = [value for one in drawn.series for value in one.values if value is not None]
        assert (drawn.kind is Kind.MONEY) == (drawn.unit == "NOK") == all(isinstance(v, Decimal) for v in values), key
        if drawn.kind is Kind.COUNT:
            assert all(isinstance(value, int) for value in values), key
        if drawn.kind is Kind.SHARE:
            assert all(0 <= value <= 1 for value in values), key
        if not plot.stacked or (view.pattern, key) not in WHOLE:
            continue
        whole = WHOLE[view.pattern, key]
        assert whole not in plot.show, key
        cell = next(heading.cell for heading in data.headings if heading.name == whole)
        for index, total in enumerate(data.column(whole)[: len(drawn.categories)]):
            parts = [one.values[index] for one in drawn.series]
            assert sum(part or 0 for part in parts) == pytest.approx(plain(cell, total) or 0), (key, index)


def test_the_seeds_reach_every_drawn_figure_in_both_languages(site: Site, look: Callable[[int], View]) -> None:
    reached: set[tuple[str, str, str]] = set()
    for seed in range(VIEWS):
        view = look(seed)
        reached |= {(view.words.language, view.pattern, key) for key, *_, drawn in charts_of(view) if drawn}
    every = {(view.pattern, key) for view in pages(site) for key, *_ in charts_of(view)}
    assert {(pattern, key) for _, pattern, key in reached} == every
    assert {language for language, *_ in reached} == {"nb", "en"}


def pages(site: Site) -> Iterator[View]:
    """Every page with nothing chosen, the map through each lens."""
    for page in PAGES:
        for lens in LENSES if page.path == "/kart" else ("",):
            yield opened(site, example(page.path), {"linse": lens} if lens else {})


def test_every_figure_is_drawn_or_has_a_reason(site: Site) -> None:
    drawn: set[str] = set()
    without: set[str] = set()
    for view in pages(site):
        lens = view.query.get("linse", "")
        for key, told in view.told.items():
            name = f"{view.pattern} {key}"
            name = f"{name} {lens}" if f"{name} {lens}" in NOT_DRAWN else name
            (without if told.plot is None else drawn).add(name)
    assert without == set(NOT_DRAWN)
    assert not drawn & set(NOT_DRAWN)
    assert len(drawn) >= 40


def test_no_figure_draws_a_sum_beside_its_parts(site: Site) -> None:
    for view in pages(site):
        for key, plot, _, _ in charts_of(view):
            for (pattern, name), whole in WHOLE.items():
                assert (view.pattern, key) != (pattern, name) or whole not in plot.show
            assert not plot.stacked or len(plot.show) > 1 or plot.by, key


def test_an_organisation_with_two_memberships_loses_no_fee(site: Site) -> None:
    """Who leaves and comes back in one year pays twice under one name: no fee stands for another."""
    found = site.open("/virkemidler/politikkoppfolging", {})
    assert found is not None
    view, page = found
    state, code = dict(view.portfolio.state), "M-ERRIN"
    state["membership"] = {**state["membership"], "M-ERRIN-2": state["membership"][code]}
    again = {f"{fee}-2": {**v, "membership": "M-ERRIN-2"} for fee, v in state["membership_fee"].items()
             if v["membership"] == code}  # fmt: skip
    state["membership_fee"] = {**state["membership_fee"], **again}
    twice = replace(view, portfolio=replace(view.portfolio, state=state), tables={}, told={})
    page.body(view)
    page.body(twice)
    once, both = (exhibit(one, "medlemskap").chart for one in (view, twice))
    assert once is not None
    assert both is not None

    def paid(drawn: Chart, name: str = "") -> Decimal:
        place = [index for index, one in enumerate(drawn.categories) if one.startswith(name)]
        return sum((Decimal(one.values[i] or 0) for one in drawn.series for i in place), Decimal(0))

    assert paid(once, "ERRIN") > 0
    assert paid(both) == paid(once) + paid(once, "ERRIN")
    assert len(set(both.categories)) == len(both.categories)
