"""What the yearly collection asks for: every lack has a cell, and a cell that is filled is asked for no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from akint_dash.components.page import Site
from akint_dash.domain.history import State
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures.collection import COLUMNS, NEW, OF_RATES, Filled, Gap, active, filled, gaps
from akint_dash.measures.holes import holes
from akint_dash.measures.lacks import LACKS
from akint_dash.measures.last_year import LastYear

DAY = date(2026, 11, 25)
OF_PARTS = {"stepless", "fee", "people", "amount", "waiting_amount", "own_amount", "own_hours", "reason"}


def test_every_lack_is_mended_by_a_cell_or_by_rates() -> None:
    assert set(COLUMNS) | OF_RATES | OF_PARTS == set(LACKS)
    for kind, columns in COLUMNS.items():
        assert {*columns} <= ENTITIES[LACKS[kind].entity].by_name.keys()


def test_the_demonstration_is_asked_for_what_its_pages_lack(site: Site) -> None:
    opened = site.view(site.pages[0], "nb", {}, {})
    portfolio = site.snapshots.portfolio("staff")
    found = gaps(portfolio, 2026, DAY)
    assert found
    lacking = {
        (hole.kind, code) for hole in holes(replace(opened, portfolio=portfolio).scope) for _, code in hole.records
    }
    asked = {(gap.kind, gap.record) for gap in found if gap.code and gap.entity != "budget"}
    assert {kind for kind, _ in asked} <= {kind for kind, _ in lacking} | {"hours", "people"}
    for gap in found:
        if gap.code:
            assert gap.column not in portfolio.get(gap.entity, gap.code)
    assert {gap.area for gap in found} <= set(active(portfolio, 2026))
    assert len({(g.entity, g.code, g.column, g.record if g.code == NEW else "") for g in found}) == len(found)


def gap(code: str, record: str = "P-1", column: str = "amount") -> Gap:
    return Gap("amount", "SAM", record, "funding", code, column, ("S3",))


def test_a_row_that_came_without_its_number_is_not_filled() -> None:
    assert filled([gap(NEW)], [gap("F-1")]) == Filled(1, 0)
    assert filled([gap("F-1")], [gap(NEW)]) == Filled(1, 0)
    assert filled([gap("F-1"), gap("F-2")], [gap("F-2")]) == Filled(2, 1)
    assert filled([gap("F-1")], [gap("F-1", record="P-2"), gap("F-1", column="hours")]) == Filled(1, 1)
    assert filled([gap(NEW)], []).left == 0


def test_last_year_is_shown_only_where_one_record_can_be_meant() -> None:
    def budget(year: int, used: int) -> dict[str, object]:
        return {"area": "SAM", "instrument": "PRO", "year": year, "used_nok": used}

    def course(title: str, start: str, hours: float) -> dict[str, object]:
        return {"area": "SAM", "kind": "course", "title": title, "start": start, "hours": hours}

    records: dict[str, dict[str, object]] = {
        "A": course("EU-dagen 2025", "2025-05-09", 4.0),
        "B": course("EU-dagen 2026", "2026-05-08", 5.0),
        "C": course("Åpent kurs", "2025-02-01", 1.0),
        "D": course("Åpent kurs", "2025-09-01", 2.0),
        "E": course("Åpent kurs", "2026-02-01", 3.0),
    }
    state: State = {"budget": {"X": budget(2025, 7), "Y": budget(2026, 9)}, "activity": records}  # type: ignore[dict-item]
    last = LastYear(state, 2026)
    assert last.values("budget", "Y", state["budget"]["Y"]) == {"used_nok": 7}
    assert last.values("budget", "", {"area": "SAM", "instrument": "PRO", "year": 2026}) == {"used_nok": 7}
    assert last.values("budget", "X", state["budget"]["X"]) == {}
    assert last.values("activity", "B", state["activity"]["B"]) == {"start": "2025-05-09", "hours": 4.0}
    assert last.values("activity", "E", state["activity"]["E"]) == {}
