"""Numbers of the demonstration on 25.11.2026 that once were wrong, each with its right value."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures import areas, facts, funding, participations
from akint_dash.measures.holes import holes
from akint_dash.measures.pipeline import pipeline
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio

from .sql import Asked, Oracle

TODAY = date(2026, 11, 25)


def scope(portfolio: Portfolio, **chosen: Any) -> Scope:
    return Scope(portfolio, Selection(**chosen), TODAY)


def millions(ore: int) -> float:
    return round(ore / 1e8, 1)


WON = {"KLI": 43.6, "SAM": 75.1, "PLA": 8.1, "UTD": 6.8}
"""Million kroner won; a shared project's money was once whole on both its areas."""


@pytest.mark.parametrize("area", WON)
def test_an_area_has_its_part_of_the_money_won(area: str, portfolio: Portfolio) -> None:
    assert millions(pipeline(scope(portfolio, omrade=(area,))).won_ore) == WON[area]


def test_the_areas_sum_to_the_county(portfolio: Portfolio) -> None:
    won = {code: pipeline(scope(portfolio, omrade=(code,))).won_ore for code in portfolio.records("area")}
    assert sum(won.values()) == pipeline(scope(portfolio)).won_ore
    assert millions(sum(won.values())) == 185.0


def test_plan_has_one_share_whichever_page_says_it(portfolio: Portfolio) -> None:
    whole = scope(portfolio)
    for area in portfolio.records("area"):
        alone, among = areas.weights(whole, area), areas.responsible_weights(whole)[area]
        assert [*alone.cases] == [n or 0 for n in among.cases], area
        assert {i: s[-1] for i, s in alone.shares.items()} == {i: s[-1] for i, s in among.shares.items()}, area


NARROW: list[dict[str, Any]] = [
    {"program": ("ERASMUS",)}, {"sok": "buss"}, {"tema": ("kultur",)}, {"status": ("granted",)}, {"ring": ("norden",)}, {"partner": ("SE-O",)},
    {"kommune": ("3205",)}, {"maned": ("2026-03",)},
]  # fmt: skip


@pytest.mark.parametrize("chosen", NARROW)
def test_what_is_the_countys_stays_so_whatever_else_is_chosen(chosen: dict[str, Any], portfolio: Portfolio) -> None:
    """A programme filter once made S3 1 % (right: 26 %), and a search invented holes with owners."""
    whole, narrow = scope(portfolio), scope(portfolio, **chosen)
    shares = [funding.by_year(funding.funding(s), range(2026, 2027)).column("share")[0] for s in (whole, narrow)]
    assert shares[0] == shares[1]
    assert round(shares[0] * 100) == 26
    assert facts.active_areas(narrow, 2026) == facts.active_areas(whole, 2026)
    assert holes(narrow) == holes(whole)


def test_no_area_with_activities_is_said_to_have_registered_none(portfolio: Portfolio, demo_file: Path) -> None:
    oracle = Oracle(demo_file).choose(Asked(today=TODAY))
    busy = {code for (code,) in oracle.rows("SELECT DISTINCT area FROM once WHERE year = 2026")}
    oracle.close()
    assert "SAM" in busy
    for chosen in NARROW:
        silent = {h.owners[0][0] for h in holes(scope(portfolio, **chosen)) if h.kind == "silent_area"}
        assert not silent & busy


def test_what_lacks_an_amount_and_what_lacks_a_rate_are_two_things(portfolio: Portfolio, demo_file: Path) -> None:
    """38 participations were once said to lack amounts: 10 do, 28 lack a rate."""
    some = participations.takings(scope(portfolio))
    amounts = {t.code for t in some if t.ore is None and t.no_rate is None}
    rates = {t.code: t.no_rate for t in some if t.no_rate is not None}
    assert (len(amounts), len(rates)) == (10, 28)
    oracle = Oracle(demo_file).choose(Asked(today=TODAY))
    codes = ",".join(f"'{t.code}'" for t in some)
    rows = oracle.rows(f"SELECT code, amount, currency FROM participation WHERE code IN ({codes})")
    oracle.close()
    assert amounts == {code for code, amount, _ in rows if amount is None}
    assert rates == {code: (currency, amount) for code, amount, currency in rows if code in rates}
