"""The numbers of the charts against SQL that shares no code with measures, pages or exports: over seeded selections, as
a page gives them, and as they lie in each file that other programs open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from akint_dash.access.viewer import AT_HOME
from akint_dash.components.exhibit import exhibit
from akint_dash.components.page import Page, Site
from akint_dash.components.publication import publication
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Chart, Series
from akint_dash.exports import FORMATS
from akint_dash.exports.brief.figures import drawable
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.portfolio import Portfolio
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.words import Words

from . import chart_files
from .sql import Asked, Oracle, _free
from .sql_answers import CONTACT, FUND_PLACE, RINGED, _international, year_of
from .test_oracle import INSTRUMENTS, asked
from .test_policy import sql_audiences, sql_channels, sql_grounds, sql_growth, sql_kinds, sql_norden, sql_worth
from .test_projects_areas import (
    INSIDE,
    WON,
    sql_by_programme,
    sql_by_year,
    sql_financing,
    sql_goals,
    sql_learning,
    sql_leverage,
    sql_means,
    sql_municipality,
    sql_stages,
    sql_support,
    sql_year_sector,
)

SELECTIONS = 14
Numbers = dict[tuple[str, str], Any]
W = Words("nb")


@dataclass(frozen=True)
class Names:
    """What codes are called, read from the database itself."""

    oracle: Oracle

    def __call__(self, entity: str, code: str | None) -> str:
        column = {"organisation": "name", "project": "title"}.get(entity, "name_nb")
        return str(self.oracle.one(f"SELECT coalesce((SELECT {column} FROM {entity} WHERE code = ?), ?)", code, code))


def kroner(ore: Any) -> Decimal:
    return Decimal(ore) / 100


def chosen_areas(o: Oracle) -> list[str]:
    return [code for (code,) in o.rows(f"SELECT code FROM area WHERE {_free('omrade', 'code')}")]


# -- what the charts are to hold


def shares(instrument: str) -> Callable[[Oracle, Names], Numbers]:
    def theirs(o: Oracle, n: Names) -> Numbers:
        weights = o.by_instrument_year()
        sums = {year: sum(v for (y, _), v in weights.items() if y == year) for year, _ in weights}
        return {(str(y), "share"): v / sums[y] for (y, i), v in weights.items() if i == instrument}

    return theirs


def areas_by_instruments(o: Oracle, n: Names) -> Numbers:
    weights = o.by_area_instrument(year_of(o))
    money = o.asked.weight == "kroner"
    return {(n("area", a), i): kroner(v) if money else v for (a, i), v in weights.items()}


def won_day_by_day(o: Oracle, n: Names) -> Numbers:
    total, found = 0, {}
    rows = o.rows(f"SELECT decided, code, ore FROM paid_support WHERE {WON} AND {INSIDE} ORDER BY decided, code")
    for number, (_, _, ore) in enumerate(rows):
        total += ore or 0
        if total:
            found[str(number), "total_ore"] = kroner(total)
    return found


def stages(o: Oracle, n: Names) -> Numbers:
    words = ("onward", "here", "rejected", "withdrawn")
    found = {}
    for status, counts in sql_stages(o).items():
        reached, here, rejected, withdrawn = (0 if count == "–" else count for count in counts)
        onward = reached - here - rejected - withdrawn
        for word, value in zip(words, (onward, here, rejected, withdrawn), strict=True):
            found[W.choice("status", status), word] = value
    return found


def won_by_year(o: Oracle, n: Names) -> Numbers:
    return {(str(year), "ore"): kroner(ore) for year, (_, _, ore) in sql_by_year(o).items()}


def programmes(o: Oracle, n: Names) -> Numbers:
    rows = sql_by_programme(o)
    money = {code for (code, kind), (_, ore) in rows.items() if kind == "won" and ore and code}

    def name(code: str | None) -> str:
        return n("programme", code) if code else ""

    if money:
        return {(name(code), "ore"): kroner(ore) for (code, kind), (_, ore) in rows.items() if kind == "won"}
    return {(name(code), kind): count for (code, kind), (count, _) in rows.items()}


def financing(o: Oracle, n: Names) -> Numbers:
    rows = sql_financing(o)
    sums: dict[str, int] = {}
    for (code, _), ore in rows.items():
        sums[code] = sums.get(code, 0) + ore
    first = sorted(sums, key=lambda code: (-sums[code], code))[:12]
    return {(n("project", c), part): kroner(ore) for (c, part), ore in rows.items() if c in first}


def sectors(o: Oracle, n: Names) -> Numbers:
    def name(code: str | None) -> str:
        return W.choice("sector", code) if code else ""

    return {(str(year), name(sector)): actors for (year, sector), (_, actors) in sql_year_sector(o).items()}


def municipalities(column: int, word: str) -> Callable[[Oracle, Names], Numbers]:
    def theirs(o: Oracle, n: Names) -> Numbers:
        names = {None: "", "": "Utenfor Akershus"}
        found = {}
        for code, row in sql_municipality(o).items():
            value = row[column]
            found[names[code] if code in names else n("municipality", code), word] = (
                kroner(value) if column == 2 else value
            )
        return found

    return theirs


def refusals(o: Oracle, n: Names) -> Numbers:
    reason = """SELECT p.reason FROM passed p WHERE p.project = s.code AND p.status = 'rejected'
                ORDER BY p.date DESC LIMIT 1"""
    rows = o.rows(f"SELECT ({reason}), count(*) FROM standing s WHERE status = 'rejected' AND {INSIDE} GROUP BY 1")
    return {(W.choice("refusal_reason", code) if code else "", "n"): count for code, count in rows}


def channels(o: Oracle, n: Names) -> Numbers:
    found: Numbers = {}
    for (to, channel, sphere, outcome), count in sql_channels(o).items():
        words = [
            W.choice(vocabulary, code) if code else ""
            for vocabulary, code in (("addressee_kind", to), ("channel", channel), ("sphere", sphere))
        ]
        found[" · ".join(words), outcome or "lacking"] = count
    return found


def grounds(o: Oracle, n: Names) -> Numbers:
    return {(n("goal", key) if key else "", "total"): count for key, (count, _, _) in sql_grounds(o).items()}


def fees(o: Oracle, n: Names) -> Numbers:
    found: Numbers = {}
    for (membership, year), (fee, *_) in sql_worth(o).items():
        organisation = o.one("SELECT organisation FROM membership WHERE code = ?", membership)
        if fee:
            found[n("organisation", organisation), str(year)] = kroner(fee)
    return found


def audiences(o: Oracle, n: Names) -> Numbers:
    found: Numbers = {}
    for audience, (_, people, _, strategic, _, operative, _) in sql_audiences(o).items():
        name = W.choice("audience", audience)
        found[name, "strategic"] = strategic
        found[name, "operative"] = operative
        found[name, "unlevelled"] = (people or 0) - (strategic or 0) - (operative or 0)
    return found


def kinds(o: Oracle, n: Names) -> Numbers:
    return {
        (str(year), W.choice("activity_kind", kind)): people for (year, kind), (_, people, _) in sql_kinds(o).items()
    }


def growth(o: Oracle, n: Names) -> Numbers:
    return {(str(year), "n"): count for year, (count, *_) in sql_growth(o).items()}


def rings(o: Oracle, n: Names) -> Numbers:
    rows = o.rows(
        f"""SELECT o.year, r.ring, count(*) FROM once o JOIN (SELECT DISTINCT * FROM ({RINGED})) r
            ON r.entity = o.entity AND r.code = o.code, asked WHERE o.year BETWEEN first AND last GROUP BY 1, 2"""
    )
    return {(str(year), W.choice("ring", ring)): count for year, ring, count in rows}


def norden(o: Oracle, n: Names) -> Numbers:
    """No share of fewer than ten."""
    return {(str(year), "share"): count / placed for year, (count, placed) in sql_norden(o).items() if placed > 9}


def means_of_one(o: Oracle, n: Names) -> Numbers:
    found: Numbers = {}
    for (area, instrument, year), (planned, used, *_) in sql_means(o).items():
        place = f"{year} · {n('instrument', instrument)}"
        if area == "SAM":
            found |= {(place, word): kroner(v or 0) for word, v in (("planned_ore", planned), ("used_ore", used))}
    return found


def goals(o: Oracle, n: Names) -> Numbers:
    return {
        (n("goal", goal), instrument): count
        for (goal, instrument), count in sql_goals(o).items()
        if instrument in INSTRUMENTS
    }


def leverage(o: Oracle, n: Names) -> Numbers:
    outside, own, *_ = sql_leverage(o)
    return {("Støtte utenfra", "ore"): kroner(outside), ("Egne penger", "ore"): kroner(own)}


def asked_for(o: Oracle, n: Names) -> Numbers:
    return {(n("area", area), "asked"): count for area, (count, _, _) in sql_support(o).items()}


def learning(o: Oracle, n: Names) -> Numbers:
    return {(W.choice("audience", audience), "people"): people for audience, (_, people) in sql_learning(o).items()}


LEVELS = ("national", "regional", "local")


def funding(o: Oracle, n: Names) -> Numbers:
    """Funds by year and level on the chosen areas; EU and Nordic money together, to the krone."""
    first, last = o.asked.period or (2024, 2027)
    found: Numbers = {}
    for year in range(first, min(last, o.asked.today.year) + 1):
        found[str(year), "international"] = _international(o, year) / 100
        rows = o.rows(
            f"""SELECT f.level, sum(f.amount_nok * p.percent / 100.0) FROM fund f JOIN ({FUND_PLACE}) p ON p.code = f.code
                WHERE f.year = ? AND p.percent > 0 AND {_free("omrade", "p.area")} GROUP BY 1""",
            year,
        )
        found |= {(str(year), level): ore / 100 for level, ore in rows if level in LEVELS and ore}
    return found


def funding_of_areas(o: Oracle, n: Names) -> Numbers:
    mine, found = o.asked, {}
    for area in chosen_areas(o) if year_of(o) <= o.asked.today.year else ():
        one = o.choose(replace(mine, lists={**mine.lists, "omrade": (area,)}))
        found[n("area", area), "international"] = _international(one, year_of(one)) / 100
    o.choose(mine)
    return found


def contacts(o: Oracle, n: Names) -> Numbers:
    rows = o.rows(
        f"""SELECT region, count(DISTINCT code) FROM ({CONTACT}), asked
            WHERE CAST(start AS INTEGER) BETWEEN first AND last
              AND region IN (SELECT region FROM held_cooperation WHERE since <= today) GROUP BY 1"""
    )
    return {(n("region", region), "activities"): count for region, count in rows}


@dataclass(frozen=True)
class Twin:
    """A figure's chart and its numbers in SQL. ``as_sql`` brings the chart's numbers into their shape."""

    address: str
    key: str
    theirs: Callable[[Oracle, Names], Numbers]
    as_sql: Callable[[Numbers], Numbers] = dict
    whole: Callable[[Asked], bool] = lambda _: True
    """Whether the chart must hold every number of the SQL, not only none besides."""
    weighs: bool = True
    """Whether the SQL follows the weight chosen."""


def together(ours: Numbers) -> Numbers:
    """EU and Nordic money as one."""
    found: Numbers = {}
    for (category, series), value in ours.items():
        name = "international" if series in ("eu", "nordic") else series
        found[category, name] = float(found.get((category, name), 0)) + float(value)
    return found


def of_asked(ours: Numbers) -> Numbers:
    return {key: value for key, value in ours.items() if key[1] == "asked"}


def by_number(question: Asked) -> bool:
    return question.weight == "antall" and not question.lists.get("omrade")


PROJECTS, POLICY = "/virkemidler/prosjektutvikling", "/virkemidler/politikkoppfolging"
LEARNING, BILATERAL = "/virkemidler/kompetanseheving", "/virkemidler/bilateralt"
TWINS = (
    *(Twin("/", f"vekt-{code.lower()}", shares(code), whole=by_number) for code in INSTRUMENTS),
    Twin("/", "omrader", areas_by_instruments, whole=lambda a: a.weight == "antall"),
    Twin("/", "vunnet", won_day_by_day),
    Twin("/", "deltakelser", municipalities(0, "n")),
    Twin(PROJECTS, "trakt", stages),
    Twin(PROJECTS, "vunnet-aar", won_by_year),
    Twin(PROJECTS, "programmer", programmes),
    Twin(PROJECTS, "miks", financing),
    Twin(PROJECTS, "avslag", refusals),
    Twin(PROJECTS, "sektorer", sectors),
    Twin(PROJECTS, "kommuner", municipalities(2, "ore")),
    Twin(POLICY, "innspill", channels),
    Twin(POLICY, "grunnlag", grounds),
    Twin(POLICY, "medlemskap", fees),
    Twin(LEARNING, "maalgrupper", audiences),
    Twin(LEARNING, "typer", kinds),
    Twin(LEARNING, "vekst", growth),
    Twin(BILATERAL, "ringer", rings, weighs=False),
    Twin(BILATERAL, "norden", norden),
    Twin("/omrader", "omrader", areas_by_instruments, whole=lambda a: a.weight == "antall"),
    Twin("/omrader", "stotte", asked_for, of_asked),
    Twin("/omrader/sam", "ressurser", means_of_one),
    Twin("/omrader/sam", "laering", learning),
    Twin("/finansiering", "utviklingsmidler", funding, together),
    Twin("/finansiering", "utlosning", leverage),
    Twin("/finansiering", "midler-omrader", funding_of_areas, together),
    Twin("/maal", "mal-virkemidler", goals),
    Twin("/", "mal", goals),
    Twin("/kart", "kart", contacts),
)
ADDRESSES = tuple(dict.fromkeys(twin.address for twin in TWINS))


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    settings = Settings(database_url=f"sqlite:///{demo_file}", today="2026-06-01", audience="staff")
    return Site(settings, Snapshots(open_engine(settings.database_url), 2), PAGES, lambda: AT_HOME)


def page_of(site: Site, portfolio: Portfolio, question: Asked, address: str) -> tuple[View, Page, Any]:
    """The page of a selection on its day, made of the portfolio that the oracle asks."""
    found = site.open(address, dict(part.split("=", 1) for part in question.query().split("&")))
    assert found is not None
    view = replace(found[0], portfolio=portfolio, today=question.today, tables={}, told={}, now="")
    return view, found[1], found[1].body(view)


def numbers(view: View, key: str, drawn: Chart | None) -> Numbers:
    """(category, series) -> number, of every one that is not 0; a series is called by its column where it is one, a year
    by its figures alone, a day by its place, and what is not known ""."""
    plot = view.told[key].plot
    if drawn is None or plot is None:
        return {}
    columns = {} if plot.by else {column.words: column.name for column in exhibit(view, key).columns}
    unknown = {plot.words.get(None), W("mangler")}
    names = [_plain(name, unknown) for name in drawn.categories]
    if plot.of == "date":
        names = [str(number) for number in range(len(names))]
    return {
        (name, _plain(columns.get(series.words, series.words), unknown)): value
        for series in drawn.series
        for name, value in zip(names, series.values, strict=True)
        if value
    }


def _plain(name: str, unknown: set[str | None]) -> str:
    if name[:4].isdigit() and name[4:].strip() in ("", "hittil"):
        return name[:4]
    return " · ".join("" if part in unknown else part for part in name.split(" · "))


def near(value: Any) -> Any:
    """Money to the øre and counts as they are; shares, hours and divided money as near as sums come."""
    return pytest.approx(value, rel=1e-8, abs=0.02) if isinstance(value, float) else value


def question_of(seed: int, oracle: Oracle, address: str) -> Asked:
    question = asked(seed, oracle)
    if address == "/omrader/sam":
        question = replace(question, lists={**question.lists, "omrade": ("SAM",)})
    if months := question.lists.get("maned"):  # a page of months is of their years
        question = replace(question, period=(int(months[0][:4]), int(months[-1][:4])))
    return question


@pytest.mark.sampled(2)
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("seed", range(SELECTIONS))
def test_a_chart_says_what_the_database_says(
    seed: int, address: str, site: Site, portfolio: Portfolio, oracle: Oracle
) -> None:
    question = question_of(seed, oracle, address)
    view, _, _ = page_of(site, portfolio, question, address)
    names = Names(oracle)
    for twin in (twin for twin in TWINS if twin.address == address):
        ours = twin.as_sql(numbers(view, twin.key, exhibit(view, twin.key).chart))
        if not twin.weighs and question.weight != "antall":
            continue
        theirs = {key: near(v) for key, v in twin.theirs(oracle.choose(question), names).items() if v}
        if not twin.whole(question):
            theirs = {key: value for key, value in theirs.items() if key in ours}
        assert ours == theirs, (twin.key, question)


def wanted(twin: Twin, question: Asked, oracle: Oracle) -> Numbers:
    return {key: value for key, value in twin.theirs(oracle.choose(question), Names(oracle)).items() if value}


def test_the_comparison_compares_something(oracle: Oracle) -> None:
    """Of every figure there are different answers among the selections, most of them with numbers."""
    for twin in TWINS:
        answers = [wanted(twin, question_of(seed, oracle, twin.address), oracle) for seed in range(SELECTIONS)]
        assert len({repr(answer) for answer in answers}) >= 4, twin.key
        assert sum(map(bool, answers)) >= SELECTIONS // 3, twin.key


IN_FILES = (0, 9)
"""The selections whose files are opened."""


@pytest.mark.sampled(2)
@pytest.mark.parametrize("ending", chart_files.READERS)
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("seed", IN_FILES)
def test_a_chart_in_a_file_says_what_the_database_says(
    seed: int, address: str, ending: str, site: Site, portfolio: Portfolio, oracle: Oracle
) -> None:
    question = question_of(seed, oracle, address)
    view, page, content = page_of(site, portfolio, question, address)
    for twin in (twin for twin in TWINS if twin.address == address):
        if not twin.weighs and question.weight != "antall":
            continue
        made = publication(view, page, content, [twin.key])
        one = made.exhibits[0]
        drawn = drawable(one).chart if ending == "docx" else one.chart  # paper has no chart of very few numbers
        found = list(chart_files.READERS[ending](FORMATS[ending].write(made)))
        assert len(found) == (chart_files.PLACES[ending] if drawn else 0), twin.key
        theirs = wanted(twin, question, oracle)
        for read in found:
            assert drawn is not None
            assert read.categories == drawn.categories[: len(read.categories)], read.place
            assert len(read.categories) >= min(8, len(drawn.categories)), read.place
            series = tuple(Series(words, values) for words, values in read.series)
            ours = twin.as_sql(numbers(view, twin.key, replace(drawn, categories=read.categories, series=series)))
            cut = {name for name, _ in numbers(view, twin.key, drawn)} - {name for name, _ in ours}
            some = {key: value for key, value in theirs.items() if key[0] not in cut or key in ours}
            if not twin.whole(question):
                some = {key: value for key, value in some.items() if key in ours}
            near_by = {key: pytest.approx(float(value), rel=1e-8, abs=0.02) for key, value in some.items()}
            assert {key: float(value) for key, value in ours.items()} == near_by, (read.place, twin.key, question)
            gaps = [value is None for one in drawn.series for value in one.values[: len(read.categories)]]
            assert [value is None for _, values in read.series for value in values] == gaps, (read.place, twin.key)
