"""Facts of the demonstration: that it is whole, clearly invented, and holds what the views need to show."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.schema import ENTITIES, UNOWNED, Kind, Sort
from tests.data.code_files import (
    DEMO,
    ROOT,
    Row,
    bad_cells,
    code_lists,
    dangling,
    demo,
    demo_days,
    demo_states,
    entity_files,
    header,
    rows,
    taken_back,
)

FILES = [path for folder in demo_days() for path in entity_files(folder).values()]
TODAY = date(2026, 11, 24)
PLANNED_KINDS = {"course", "seminar", "network_meeting", "study_visit", "delegation_in", "delegation_out"}
WON = {"granted", "running", "completed"}


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def last_status() -> dict[str, str]:
    order = list(CHOICES["status"])
    steps = sorted(demo()["project_step"].values(), key=lambda s: (s["date"], order.index(s["status"])))
    return {step["project"]: step["status"] for step in steps}


def owned_records() -> list[tuple[str, str, Row]]:
    return [
        (name, code, row)
        for name, entity in ENTITIES.items()
        if entity.sort is Sort.RECORD and name not in UNOWNED
        for code, row in demo().get(name, {}).items()
    ]


# -- form


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_headings_are_the_schemas(path: Path) -> None:
    heading = header(path)
    assert heading[0] == "code"
    assert set(heading[1:]) <= set(ENTITIES[path.stem].by_name)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_cells_hold_what_their_column_asks_for(path: Path) -> None:
    assert bad_cells(path.stem, path, CHOICES) == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_codes_are_there_once(path: Path) -> None:
    codes = [row["code"] for row in rows(path)]
    assert codes
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("day", [folder.name for folder in demo_days()])
def test_references_resolve_after_every_revision(day: str) -> None:
    assert dangling(demo_states()[day]) == []


def test_a_later_revision_holds_only_what_came_or_changed() -> None:
    before: dict[tuple[str, str], Row] = {}
    for folder in demo_days():
        for name, path in entity_files(folder).items():
            for row in rows(path):
                said = {k: v for k, v in row.items() if v}
                assert before.get((name, row["code"])) != said, (folder.name, name, row["code"])
                if not taken_back(folder):
                    before[name, row["code"]] = said


def test_a_later_file_has_every_column_of_the_one_before() -> None:
    """A column left out leaves values alone, so a value could not be cleared."""
    seen: dict[str, list[str]] = {}
    for folder in demo_days():
        for name, path in entity_files(folder).items():
            assert header(path) == seen.setdefault(name, header(path))


def test_nothing_is_told_before_it_happened() -> None:
    when = {
        "project_step": "date", "result": "date", "remark": "date", "need": "date", "dossier": "opened",
        "cooperation": "since", "membership": "from_date", "post": "from_date", "budget": "decided_on",
        "area_statement": "date",
    }  # fmt: skip
    for day, state in demo_states().items():
        for name, column in when.items():
            assert [c for c, row in state.get(name, {}).items() if row[column] > day] == [], (day, name)
        activities = state["activity"].values()
        assert [a for a in activities if max(a["asked"], a["answered"]) > day] == [], day


def test_an_input_is_called_a_meeting_where_a_meeting_is_its_channel_and_only_there() -> None:
    for row in demo()["activity"].values():
        if row["kind"] == "advocacy":
            assert row["title"].startswith("Møte") == (row["channel"] == "meeting"), row["title"]


def test_an_activity_to_come_is_a_plan() -> None:
    """It is no report: nobody has spent hours on it, taken part or answered."""
    for day, state in demo_states().items():
        to_come = {code: a for code, a in state["activity"].items() if a["start"] > day}
        assert {a["kind"] for a in to_come.values()} <= PLANNED_KINDS, day
        assert [c for c, a in to_come.items() if a["hours"] or a["outcome"] or a["decision"]] == [], day
        assert [a for a in state["attendance"].values() if a["activity"] in to_come] == [], day
    last = demo_days()[-1].name
    assert sum(a["start"] > last for a in demo()["activity"].values()) >= 10


def test_many_revisions_over_three_years_and_none_after_october_2026() -> None:
    days = [folder.name for folder in demo_days()]
    assert len(days) >= 8
    assert {day[:4] for day in days} == {"2024", "2025", "2026"}
    assert days[-1] <= "2026-10-31"


def test_one_revision_is_taken_back_before_the_next() -> None:
    days = demo_days()
    (undone,) = [folder for folder in days if taken_back(folder)]
    on = (undone / "angret.txt").read_text(encoding="utf-8").split()[0]
    after = days[days.index(undone) + 1].name
    assert undone.name < date.fromisoformat(on).isoformat() < after
    added = [row for row in rows(undone / "activity.csv") if row["code"] not in demo()["activity"]]
    changed = [row for row in rows(undone / "budget.csv") if row["code"] in demo()["budget"]]
    assert added
    assert changed


def test_closed_records_were_there() -> None:
    closed = [row for folder in demo_days() for row in _closed(folder)]
    assert {row["entity"] for row in closed} == {"project", "project_step"}
    first = demo_states()[demo_days()[-2].name]
    assert all(row["code"] in first[row["entity"]] and row["code"] not in demo()[row["entity"]] for row in closed)


def _closed(folder: Path) -> list[Row]:
    path = folder / "closed.csv"
    return rows(path) if path.is_file() else []


def test_the_files_are_what_the_script_makes(tmp_path: Path) -> None:
    """Also a warning for who edits a CSV by hand and means to keep it: move the change into content.yaml."""
    subprocess.run(
        [sys.executable, "-m", "tools.demo", "--out", str(tmp_path)], check=True, capture_output=True,
        env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    made = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*.csv")}
    kept = {p.relative_to(DEMO): p.read_bytes() for p in DEMO.rglob("*.csv")}
    assert sorted(made) == sorted(kept)
    assert [str(p) for p in made if made[p] != kept[p]] == []


# -- honesty


def test_about_a_tenth_is_internal_with_its_ground() -> None:
    owned = owned_records()
    internal = [row for _, _, row in owned if row["visibility"] == "internal"]
    assert 0.08 <= len(internal) / len(owned) <= 0.12
    assert all(row["exemption"] for row in internal)
    assert {row["visibility"] for _, _, row in owned} == {"public", "internal"}


def test_owners_are_units_with_a_mailbox_that_cannot_exist() -> None:
    for name, code, row in owned_records():
        assert row["owner"].startswith("Seksjon for "), (name, code)
        assert row["owner_mail"].endswith("@example.invalid"), (name, code)


def test_persons_are_three_and_only_named_by_code() -> None:
    persons = {row["code"]: row for row in rows(demo_days()[0] / "person.csv")}
    assert len(persons) == 3
    assert {p["person"] for p in demo()["post"].values()} - {""} <= set(persons)
    text = "".join(path.read_text(encoding="utf-8") for path in FILES)
    assert not [p["name"] for p in persons.values() if p["name"] in text]


def test_calls_and_participations_are_clearly_invented() -> None:
    assert all(call["identifier"].startswith("DEMO-") for call in demo()["call"].values())
    assert all(p["project_number"].startswith("DEMO-") for p in demo()["participation"].values())
    assert not any(actor.get("organisation_number") for actor in demo()["actor"].values())
    assert all(row["source"] == "oppdiktet for demonstrasjonen" for row in demo()["rate"].values())


def test_celex_and_com_have_their_form() -> None:
    dossiers = demo()["dossier"].values()
    assert all(re.fullmatch(r"3\d{4}[LR]\d{4}", d["celex"]) for d in dossiers if d["celex"])
    assert all(re.fullmatch(r"COM\(\d{4}\) \d+", d["com"]) for d in dossiers if d["com"])


# -- what the views need


def test_projects_of_every_status() -> None:
    found = Counter(last_status().values())
    assert sum(found[s] for s in WON) == 24
    assert found["submitted"] == 12
    assert found["rejected"] == 15
    assert found["idea"] + found["developing"] == 10
    assert found.total() == 62
    assert set(found) == set(CHOICES["status"])


def test_about_180_million_is_won() -> None:
    rates = {(r["currency"], r["year"]): float(r["nok"]) for r in demo()["rate"].values()}
    status, decided = last_status(), {}
    for step in demo()["project_step"].values():
        if step["status"] == "granted":
            decided[step["project"]] = step["date"][:4]
    won = 0.0
    for row in demo()["funding"].values():
        if row["payer"] == "others" and row["form"] == "cash" and row["amount"] and status[row["project"]] in WON:
            year = decided[row["project"]]
            won += float(row["amount"]) * (1 if row["currency"] == "NOK" else rates[row["currency"], year])
    assert 175e6 < won < 190e6


def test_activities_grow_and_cover_every_kind() -> None:
    past = [a for a in demo()["activity"].values() if a["start"] <= TODAY.isoformat()]
    years = Counter(a["start"][:4] for a in past)
    assert 90 <= years["2024"] < years["2025"] < years["2026"] <= 150
    assert 300 <= len(past) <= 380
    assert {a["kind"] for a in past} == set(CHOICES["activity_kind"])
    missing = sum(not a["hours"] for a in past)
    assert 0 < missing < 0.15 * len(past)


def test_the_hole_of_tannhelse() -> None:
    state = demo()
    silent = [a for a in state["activity"].values() if a["area"] == "TAN" and a["start"] >= "2026"]
    assert silent == []
    assert not [b for b in state["budget"].values() if b["area"] == "TAN" and b["year"] == "2026"]
    assert [a for a in state["activity"].values() if a["area"] == "TAN" and a["start"] < "2026"]


def test_used_full_time_equivalents_of_2026_are_missing() -> None:
    budgets = demo()["budget"].values()
    assert not [b for b in budgets if b["year"] == "2026" and b["used_fte"]]
    assert all(b["used_fte"] for b in budgets if b["year"] == "2025")


def test_two_goals_are_served_by_nothing_and_twelve_projects_serve_none() -> None:
    projects = demo()["project"].values()
    served = {g for p in projects for g in p["goals"].split("; ")}
    assert set(demo()["goal"]) - served == {"MOB-4", "KOM-5"}
    assert sum(not p["goals"] for p in projects) == 12


def test_one_row_is_the_countys_own_money_for_reconstruction() -> None:
    rows_ = [f for f in demo()["funding"].values() if f["purpose"] == "reconstruction"]
    own_cash = [f for f in rows_ if f["payer"] == "own" and f["form"] == "cash"]
    assert len(own_cash) == 1
    assert "UA-" in demo()["project"][own_cash[0]["project"]]["regions"]
    assert {(f["payer"], f["form"]) for f in rows_} == {("own", "cash"), ("own", "hours"), ("others", "cash")}
    assert any(f["purpose"] == "travel" and f["payer"] == "own" for f in demo()["funding"].values())


def test_cooperations_of_every_status_two_of_them_silent_for_a_year() -> None:
    state = demo()
    assert {c["status"] for c in state["cooperation"].values()} == set(CHOICES["cooperation_status"])
    last: dict[str, str] = {}
    for row in state["activity"].values():
        if row["cooperation"] and row["start"] <= TODAY.isoformat():
            last[row["cooperation"]] = max(last.get(row["cooperation"], ""), row["start"])
    year_ago = (TODAY - timedelta(days=365)).isoformat()
    assert sorted(c for c in state["cooperation"] if last.get(c, "") < year_ago) == ["SB-0005", "SB-0007"]


def test_needs_without_an_area_that_can_help() -> None:
    state = demo()
    offered = {o["theme"] for o in state["offer"].values()}
    unmet = {n["theme"] for n in state["need"].values()} - offered
    assert {"tannhelse", "digitalisering"} <= unmet
    regions = {n["region"] for n in state["need"].values()}
    assert len(regions) == 8
    assert all(code_lists()["region"][r]["ring"] == "ukraine" for r in regions)


def test_many_dossiers_some_of_them_closed_one_deadline_moved() -> None:
    state = demo()
    assert len(state["dossier"]) == 40
    assert 4 <= sum(d["stage"] == "closed" for d in state["dossier"].values()) <= 8
    assert "TAN" not in {d["area"] for d in state["dossier"].values() if d["opened"] >= "2026"}
    assert moved("dossier_deadline", "day") != set()


def moved(entity: str, column: str) -> set[str]:
    """The records of a kind whose ``column`` was another in an earlier revision."""
    found = set()
    for state in demo_states().values():
        now = demo()[entity]
        found |= {c for c, row in state.get(entity, {}).items() if c in now and row[column] != now[c][column]}
    return found


def test_records_change_from_revision_to_revision() -> None:
    assert moved("call_deadline", "moment") == {"DEMO-BSR-2025-1-2", "DEMO-MISS-2026-1-1"}
    assert len(moved("dossier", "stage")) >= 20
    assert len(moved("cooperation", "status")) >= 5
    statuses = {row["project"] for row in demo()["project_step"].values()}
    assert len(statuses) == 62


def test_contacts_with_partners_some_of_them_ukrainian() -> None:
    kinds = {"contact", "delegation_in", "delegation_out"}
    contacts = [a for a in demo()["activity"].values() if a["kind"] in kinds]
    assert len(contacts) >= 25
    assert sum(a["regions"].startswith("UA-") for a in contacts) >= 5


def test_three_of_fifteen_fees_are_missing() -> None:
    state = demo()
    paid = {f["membership"] for f in state["membership_fee"].values() if f["year"] == "2026" and f["amount"]}
    assert (len(state["membership"]), len(set(state["membership"]) - paid)) == (15, 3)


def stored_deadlines() -> list[date]:
    """What the overview counts: calls confirmed or still aimed at, dossiers, agreements; public ones only."""
    state = demo()
    status = last_status()
    aiming = {"idea", "developing", "submitted"}
    aimed = {
        p["call"] for code, p in state["project"].items() if p["visibility"] == "public" and status[code] in aiming
    }
    calls = {c for c, row in state["call"].items() if row["confirmed_areas"] or c in aimed}
    days = [d["moment"][:10] or d["day"] for d in state["call_deadline"].values() if d["call"] in calls]
    open_ = {c for c, row in state["dossier"].items() if row["visibility"] == "public"}
    days += [d["day"] for d in state["dossier_deadline"].values() if d["dossier"] in open_]
    partners = [c for c in state["cooperation"].values() if c["status"] != "ended" and c["visibility"] == "public"]
    days += [c["agreement_to"] for c in partners if c["agreement_to"]]
    return sorted(date.fromisoformat(day) for day in days)


def test_eight_deadlines_within_sixty_days_two_of_them_within_seven() -> None:
    ahead = [(day - TODAY).days for day in stored_deadlines() if day >= TODAY]
    assert sum(d <= 60 for d in ahead) == 8
    assert sum(d <= 7 for d in ahead) == 2


def test_sixty_days_from_any_day_to_the_end_of_2027_hold_three_deadlines() -> None:
    days = stored_deadlines()
    start, empty = date(2024, 1, 8), []
    while start <= date(2027, 12, 31):
        if sum(start <= day <= start + timedelta(days=60) for day in days) < 3:
            empty.append(start)
        start += timedelta(days=1)
    assert empty == []


def test_a_deadline_is_moved_and_an_agreement_made_in_the_last_revision() -> None:
    before, after = (demo_states()[folder.name] for folder in demo_days()[-2:])
    moved = [c for c, d in after["call_deadline"].items() if before["call_deadline"].get(c) not in (None, d)]
    assert moved == ["DEMO-MISS-2026-1-1"]
    assert before["cooperation"]["SB-0008"]["status"] == "dialogue"
    assert after["cooperation"]["SB-0008"]["status"] == "agreement"


def test_participations_lie_in_many_municipalities_some_after_guidance() -> None:
    state = demo()
    assert len(state["actor"]) == 45
    assert len({p["municipality"] for p in state["participation"].values()}) >= 15
    guided: dict[str, str] = {}
    for row in state["activity"].values():
        if row["kind"] == "guidance" and row["actors"]:
            guided[row["actors"]] = min(guided.get(row["actors"], "9"), row["start"])
    after = [p for p in state["participation"].values() if p["actor"] in guided and p["from_date"] > guided[p["actor"]]]
    assert len(after) >= 5


def test_support_is_answered_or_not() -> None:
    support = [a for a in demo()["activity"].values() if a["kind"] == "support"]
    assert all(a["asked"] for a in support)
    assert 2 <= sum(not a["answered"] for a in support) <= len(support) // 3


def test_titles_are_in_both_languages() -> None:
    for name, records in demo().items():
        columns = {c.name for c in ENTITIES[name].columns if c.name.endswith("_en")}
        for english in columns:
            norwegian = f"{english[:-3]}_nb" if english == "name_en" else english[:-3]
            lacking = [c for c, row in records.items() if row.get(norwegian) and not row.get(english)]
            assert lacking == [] or name in code_lists(), (name, english)


def test_every_kind_of_choice_that_a_view_shows_occurs() -> None:
    wanted = {"dossier": "stage", "result": "kind", "attendance": "audience", "project": "role"}
    for name, column in wanted.items():
        choices = next(c.of for c in ENTITIES[name].columns if c.name == column and c.kind is Kind.CHOICE)
        lacking = set(CHOICES[choices]) - {row[column] for row in demo()[name].values()}
        assert lacking - {"supporter"} == set(), name


def test_the_readme_says_that_all_is_invented() -> None:
    assert "Alt her er oppdiktet" in (DEMO / "README.md").read_text(encoding="utf-8")
    assert yaml.safe_load((DEMO / "content.yaml").read_text(encoding="utf-8"))["projects"]
