"""Partners, candidates, Ukraine and rings on small states worked out by hand, each with rows that must not count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from akint_dash.domain.history import Change
from akint_dash.measures.partners import (
    Weights,
    candidates,
    contacts_by_month,
    history,
    network_table,
    networks_by_region,
    partners,
    projects_by_region,
    read_weights,
)
from akint_dash.measures.rings import by_ring, rings
from akint_dash.measures.scope import Scope
from akint_dash.measures.ukraine import matches, needs_by_region, own_money, ukraine
from akint_dash.store.portfolio import Portfolio
from akint_dash.store.revisions import Revision

from .small import LISTS, TODAY, activity, cash, project, scope_of, selected, step

REGIONS: dict[str, dict[str, Any]] = {
    **{code: dict(values) for code, values in LISTS["region"].items()},
    "NO-32": {"name_nb": "Akershus", "country": "NO", "ring": "norden"},
    "NO-03": {"name_nb": "Oslo", "country": "NO", "ring": "norden"},
    "SE-M": {"name_nb": "Skåne", "country": "SE", "ring": "norden"},
    "SE-N": {"name_nb": "Halland", "country": "SE", "ring": "norden"},
    "FI-11": {"name_nb": "Pirkanmaa", "country": "FI", "ring": "norden"},
    "UA-46": {"name_nb": "Lviv", "country": "UA", "ring": "ukraine"},
    "UA-59": {"name_nb": "Sumy", "country": "UA", "ring": "ukraine"},
}


def ties(*codes: str) -> list[list[Any]]:
    return [[code, None] for code in codes]


def cooperation(region: str, status: str, since: str = "2024-05-01", **values: Any) -> dict[str, Any]:
    return {"region": region, "status": status, "since": since, "area": "SAM", **values}


def organisation(name: str, *regions: str, **values: Any) -> dict[str, Any]:
    return {"name": name, "kind": "network", "area": "SAM", "regions": ties(*regions), **values}


def member(organisation: str, since: str = "2020-01-01", **values: Any) -> dict[str, Any]:
    return {"organisation": organisation, "from_date": since, "area": "SAM", **values}


def need(region: str, theme: str, **values: Any) -> dict[str, Any]:
    return {"region": region, "theme": theme, "words": "Behov", **values}


def offer(theme: str, area: str = "KUL") -> dict[str, Any]:
    return {"theme": theme, "area": area, "words": "Kompetanse"}


def portfolio_scope(query: str = "", **more: dict[str, dict[str, Any]]) -> Scope:
    """Two networks we are in and two we are not, three joint projects and two that are not, one partner."""
    entities: dict[str, Any] = {
        "region": REGIONS,
        "organisation": {
            "AER": organisation("AER", "SE-M", "SE-N", "SE-O", "NO-32", "NO-03"),
            "CEMR": organisation("CEMR", "SE-M", "DE-BE"),
            "LEFT": organisation("Left", "FI-11"),
            "NEXT": organisation("Next", "FI-11"),
            "LVIV": organisation("Lviv", "UA-46", kind="partner"),
        },
        "membership": {
            "M-1": member("AER"),
            "M-2": member("CEMR", to_date=TODAY.isoformat()),
            "M-3": member("LEFT", to_date="2026-05-19"),
            "M-4": member("NEXT", since="2026-05-21"),
        },
        "project": {
            "P-1": project(regions=ties("SE-N", "SE-M"), themes=ties("kultur")),
            "P-2": project(regions=ties("SE-N")),
            "P-3": project(organisations=ties("LVIV")),
            "P-4": project(regions=ties("FI-11")),  # still waits
            "P-5": project(regions=ties("FI-11")),  # no step
            "P-6": project(regions=ties("FI-11")),  # granted tomorrow
        },
        "project_step": {
            "1": step("P-1", "granted", "2025-01-01"),
            "2": step("P-2", "completed", "2025-01-01"),
            "3": step("P-3", "running", "2025-01-01"),
            "4": step("P-4", "submitted", "2025-01-01"),
            "6": step("P-6", "granted", "2026-05-21"),
        },
        "cooperation": {"B-1": cooperation("SE-O", "active", themes=ties("plan"))},
        "need": {"N-1": need("UA-59", "kultur"), "N-2": need("UA-59", "plan"), "N-3": need("DE-BE", "kultur")},
        "offer": {"T-1": offer("kultur")},
        **more,
    }
    return scope_of(query, **entities)


# -- candidates


def test_candidates_are_ranked_as_by_hand() -> None:
    found = candidates(portfolio_scope(), Weights())
    # SE-M: AER and CEMR (2 x 3), P-1 (2), kultur by P-1 and offered (1) = 9; SE-N: AER (3), P-1 and P-2 (4), kultur = 8
    # DE-BE: CEMR (3) and the need kultur (1) = 4; UA-46: P-3 by its partner (2); UA-59: kultur (plan: no offer) = 1
    assert [(c.region, c.points) for c in found] == [
        ("SE-M", 9), ("SE-N", 8), ("DE-BE", 4), ("UA-46", 2), ("UA-59", 1),
    ]  # fmt: skip
    assert found[0].networks == ("AER", "CEMR")
    assert found[1].projects == ("P-1", "P-2")
    assert found[4].themes == ("kultur",)


def test_partners_home_and_norway_are_no_candidates_but_a_former_partner_is() -> None:
    gone = {"B-1": cooperation("SE-O", "ended"), "B-2": cooperation("SE-M", "dormant")}
    found = candidates(portfolio_scope(cooperation=gone), Weights())
    assert {c.region: c.former for c in found} == {
        "SE-N": False, "DE-BE": False, "SE-O": True, "UA-46": False, "UA-59": False,
    }  # fmt: skip


def test_the_weights_decide_and_ties_go_by_networks_then_code() -> None:
    scope = portfolio_scope()
    assert [c.region for c in candidates(scope, Weights(0, 1, 0))] == ["SE-N", "SE-M", "UA-46"]
    level = candidates(scope, Weights(1, 1, 1))
    assert [(c.region, c.points) for c in level][:2] == [("SE-M", 4), ("SE-N", 4)]  # two networks before one


def test_a_cooperation_still_to_come_leaves_the_region_a_candidate() -> None:
    later = {"B-1": cooperation("SE-M", "exploring", since="2026-05-21")}
    assert candidates(portfolio_scope(cooperation=later), Weights())[0].region == "SE-M"


def test_the_selection_narrows_candidates_but_not_who_is_a_partner() -> None:
    assert {c.region for c in candidates(portfolio_scope("ring=ukraina"), Weights())} == {"UA-46", "UA-59"}
    partner = {"B-1": cooperation("SE-M", "active", area="KUL")}
    assert "SE-M" not in {c.region for c in candidates(portfolio_scope("omrade=SAM", cooperation=partner), Weights())}


def test_weights_are_read_from_the_file_and_a_broken_one_says_so(tmp_path: Path) -> None:
    file = tmp_path / "candidates.yaml"
    assert read_weights(file) == Weights(broken=True)
    file.write_text("weights: {shared_network: 5, joint_project: 0, shared_theme: 2}\nshown: 3\n")
    assert read_weights(file) == Weights(5, 0, 2, 3)
    for bad in ("weights: {}", "weights: {shared_network: -1, joint_project: 0, shared_theme: 2}\nshown: 3", "[", ""):
        file.write_text(bad)
        assert read_weights(file).broken


# -- partners


def test_a_partner_has_its_strongest_status_and_its_last_contact() -> None:
    scope = portfolio_scope(
        "periode=2026-2026",
        cooperation={
            "B-1": cooperation("SE-O", "dormant", area="KUL"),
            "B-2": cooperation("SE-O", "agreement", themes=ties("plan", "kultur"), areas=[["NÆR", None]]),
            "B-3": cooperation("FI-11", "exploring", since="2026-05-21"),
        },
        activity={
            "A-1": activity(start="2025-11-01", cooperation="B-1"),
            "A-2": activity(start="2026-03-01", regions=ties("SE-O")),
            "A-3": activity(start="2026-05-21", cooperation="B-2"),  # tomorrow
            "A-4": activity(start="2026-04-01", regions=ties("SE-M")),  # another region
            "A-5": activity(start="2026-02-01", regions=ties("SE-O"), cooperation="B-2"),  # one, not two
        },
    )
    (one,) = partners(scope)
    assert (one.status, one.cooperations, one.area, one.areas) == ("agreement", ("B-2", "B-1"), "SAM", ("NÆR", "KUL"))
    assert (one.last, one.last_activity, one.activities) == ("2026-03-01", "A-2", 2)
    assert one.networks == ("AER",)
    assert contacts_by_month(scope, "SE-O") == [0, 1, 1, 0, 0, *[None] * 7]


def test_partners_stand_by_status_then_by_last_contact() -> None:
    scope = portfolio_scope(
        cooperation={
            "B-1": cooperation("SE-M", "active"),
            "B-2": cooperation("SE-N", "active"),
            "B-3": cooperation("FI-11", "ended"),
            "B-4": cooperation("UA-46", "dialogue"),
        },
        activity={"A-1": activity(cooperation="B-2")},
    )
    assert [p.region for p in partners(scope)] == ["SE-N", "SE-M", "UA-46", "FI-11"]
    assert [p.last for p in partners(scope)] == ["2026-02-01", None, None, None]


def test_networks_and_projects_are_those_of_the_day() -> None:
    scope = portfolio_scope()
    assert networks_by_region(scope)["DE-BE"] == ("CEMR",)
    assert "FI-11" not in networks_by_region(scope)
    assert projects_by_region(scope) == {"SE-M": ("P-1",), "SE-N": ("P-1", "P-2"), "UA-46": ("P-3",)}
    named = portfolio_scope(cooperation={"B-1": cooperation("FI-11", "active", projects=ties("P-2"))})
    assert projects_by_region(named)["FI-11"] == ("P-2",)


def test_a_network_without_recorded_regions_is_missing_not_zero() -> None:
    scope = portfolio_scope(
        organisation={"AER": organisation("AER", "SE-O", "NO-32"), "CEMR": {"name": "C", "area": "SAM"}}
    )
    rows = {row[0][1]: row[1:] for row in network_table(scope, partners(scope)).rows}
    assert rows == {"AER": (1, 1), "CEMR": (None, None)}


def test_history_is_the_regions_own_newest_first() -> None:
    before, after = cooperation("SE-O", "dialogue"), cooperation("SE-O", "agreement")
    changes = (
        (1, Change("cooperation", "B-1", None, before)),
        (1, Change("cooperation", "B-9", None, cooperation("SE-M", "active"))),
        (2, Change("cooperation", "B-1", before, after)),
    )
    revisions = tuple(Revision(n, f"2026-0{n}-01T10:00:00Z", "x", None, "s", "f", "p", None, 0, 0, 0) for n in (1, 2))
    scope = Scope(Portfolio("staff", LISTS, revisions, changes), selected(""), TODAY)
    assert [(day.isoformat(), change.sort) for day, change in history(scope, "SE-O")] == [
        ("2026-02-01", "changed"), ("2026-01-01", "added"),
    ]  # fmt: skip


# -- Ukraine


def test_every_ukrainian_region_has_its_stage() -> None:
    scope = portfolio_scope(
        cooperation={"B-1": cooperation("UA-46", "active")},
        activity={"A-1": activity(regions=ties("UA-32"), start="2026-01-05")},
    )
    found = {u.region: (u.stage, u.last, len(u.needs), u.met) for u in ukraine(scope)}
    assert found == {
        "UA-46": ("agreement", None, 0, 0),
        "UA-32": ("contact", "2026-01-05", 0, 0),
        "UA-59": ("need", None, 2, 1),
    }
    assert [u.stage for u in ukraine(portfolio_scope(need={}))] == ["none"] * 3


def test_a_gap_is_a_need_that_no_area_offers() -> None:
    found = {m.theme: (m.regions, m.offers, m.gap) for m in matches(portfolio_scope())}
    assert found == {
        "kultur": (("UA-59",), ("KUL",), False),
        "plan": (("UA-59",), (), True),
    }  # Berlin's need is not here
    owned = portfolio_scope(
        area_theme={
            "1": {"area": "SAM", "theme": "plan", "valid_from": 2024},
            "2": {"area": "GAM", "theme": "plan", "valid_to": 2023},
        }
    )
    assert next(m for m in matches(owned) if m.theme == "plan").owners == ("SAM",)


@pytest.mark.parametrize(
    ("values", "flagged"),
    [
        ({"payer": "own", "purpose": "reconstruction"}, True),
        ({"payer": "others", "purpose": "reconstruction"}, False),
        ({"payer": "own", "purpose": "reconstruction", "form": "hours"}, False),
        ({"payer": "own", "purpose": "travel"}, False),
        ({"payer": "own"}, False),
        ({"payer": "own", "purpose": "reconstruction", "project": "P-1"}, False),  # not tied to Ukraine
    ],
)
def test_own_cash_for_reconstruction_in_ukraine_is_flagged(values: dict[str, Any], flagged: bool) -> None:
    scope = portfolio_scope(funding={"F-1": cash("P-3", 100) | values})
    assert [(m.funding, m.regions, m.amount) for m in own_money(scope)] == (
        [("F-1", ("UA-46",), 100)] if flagged else []
    )


# -- rings


def test_rings_count_each_record_once_a_ring() -> None:
    scope = scope_of(
        "periode=2025-2026",
        region=REGIONS,
        activity={
            "A-1": activity(start="2025-03-01", regions=ties("SE-O", "SE-M", "UA-46")),
            "A-2": activity(start="2026-03-01", regions=ties("DE-BE")),
            "A-3": activity(start="2026-03-01"),
            "A-4": activity(start="2026-12-01", regions=ties("SE-O")),
            "A-5": activity(start="2024-03-01", regions=ties("SE-O")),
        },
    )
    found = rings(scope)
    rows = {(row[0], row[1][1]): row[2] for row in found.table.rows}
    assert {key: n for key, n in rows.items() if n} == {(2025, "norden"): 1, (2025, "ukraine"): 1, (2026, "europe"): 1}
    assert len(rows) == 8
    assert by_ring(found) == {"norden": 1, "europe": 1, "ukraine": 1, "other": 0}
    assert (found.total, found.placed, found.near) == (3, 2, 2)
    assert (found.norden, found.norden_before, found.placed_now, found.placed_before) == (0, 1, 1, 1)


def test_a_region_is_itself_whatever_chose_its_cooperation() -> None:
    """Contacts, activities, networks and projects are the region's own; the selection chooses the cooperation."""
    some: dict[str, Any] = {
        "cooperation": {
            "C": cooperation("UA-32", "active", themes=[["kultur", None]], organisations=[["N2", None], ["P", None]])
        },
        "organisation": {
            "N1": {"name": "Nett", "area": "KUL", "regions": [["UA-32", None]], "themes": [["plan", None]]},
            "N2": {"name": "Nett 2", "area": "KUL"},
            "P": {"name": "Universitetet", "kind": "partner", "area": "SAM"},
        },
        "membership": {"M": {"organisation": "N1", "from_date": "2024-01-01", "area": "KUL"}},
        "activity": {
            "old": activity(kind="contact", cooperation="C", start="2024-03-01", themes=[["kultur", None]]),
            "new": activity(kind="contact", cooperation="C", start="2026-03-01", area="KUL", themes=[["plan", None]]),
            "spurious": activity(kind="contact", cooperation="C", start="2026-05-21"),
        },
        "project": {
            "G": project(area="KUL", programme="INT", regions=[["UA-32", None]]),
            "W": project(regions=[["UA-32", None]]),
        },
        "project_step": {"1": step("G", "granted", "2025-01-01"), "2": step("W", "submitted", "2025-01-01")},
    }  # fmt: skip
    whole = partners(scope_of(**some))
    assert [(p.last_activity, p.activities, p.networks, p.projects) for p in whole] == [
        ("new", 2, ("N1", "N2"), ("G",)),
    ]  # fmt: skip
    for query in ("omrade=SAM", "tema=kultur", "virkemiddel=BIL", "program=HE", "status=submitted", "ring=ukraina"):
        assert partners(scope_of(query, **some)) == whole, query
    (one,) = partners(scope_of("periode=2024-2024", **some))
    assert (one.last_activity, one.activities) == ("new", 1)  # the period chooses activities, never the last contact
    assert partners(scope_of("omrade=KUL", **some)) == []


def test_needs_are_of_the_region_whatever_is_chosen() -> None:
    needs = {"N-1": {"region": "UA-32", "theme": "plan", "words": "x"}, "later": {"region": "UA-32", "theme": "plan",
             "words": "x", "date": "2026-05-21"}}  # fmt: skip
    for query in ("", "tema=kultur", "ring=norden", "sok=y", "omrade=KUL"):
        assert needs_by_region(scope_of(query, need=needs)) == {"UA-32": ("N-1",)}, query
