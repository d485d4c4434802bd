"""The portfolio: the cut for strangers, the look back, the frames."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine

from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, State, apply
from akint_dash.domain.references import references
from akint_dash.domain.schema import ENTITIES, Kind, Sort
from akint_dash.store.data_days import recorded_day, told_at
from akint_dash.store.engine import reading
from akint_dash.store.portfolio import STAFF_ONLY, Audience, Portfolio, make
from akint_dash.store.revisions import Revision, list_revisions, read_changes
from akint_dash.store.state import read_state
from tests.store.states import diff

from .states import full_state, next_state, state_of, write

SECRET = "BLÅBÆRKODE"
"""The word that no stranger may find."""

AREA: dict[str, Any] = {"SAM": {"name_nb": "Samferdsel"}, "KUL": {"name_nb": "Kultur"}}
SEEDS = st.integers(0, 2**32 - 1)


def revision(number: int, day: str) -> Revision:
    return Revision(number, f"{day}T08:00:00Z", "x", None, "x", "", "", None, 0, 0, 0)


def portfolio_of(states: Sequence[State], audience: Audience = "public", as_of: date | None = None) -> Portfolio:
    """The portfolio after a history: one state a revision, recorded on 1 January, 1 February, ... 2026."""
    revisions, changes = [], []
    before: State = {}
    for number, after in enumerate(states, start=1):
        revisions.append(revision(number, f"2026-{number:02d}-01"))
        changes += [(number, change) for change in diff(before, after)]
        before = after
    return make(before, revisions, changes, audience, as_of)


def everything(portfolio: Portfolio) -> str:
    """All that a measure, a page or an export could ever reach."""
    frames = [portfolio.frame(entity).to_csv() for entity in ENTITIES]
    ties = [portfolio.ties(name, column.name).to_csv() for name, entity in ENTITIES.items() for column in entity.ties]
    return repr(portfolio) + repr(portfolio.involvement) + "".join(frames + ties)


def project(**values: Any) -> dict[str, Any]:
    return {"title": "Tog til Oslo", "area": "SAM", "visibility": "public", **values}


def dossier(visibility: str) -> dict[str, Any]:
    return {"title": "Sak", "area": "SAM", "stage": "planned", "opened": "2026-01-01", "visibility": visibility}


def remark(words: str, **values: Any) -> dict[str, Any]:
    return {"words": words, "date": "2026-01-01", "area": "SAM", "visibility": "public", **values}


POST: dict[str, Any] = {"organisation": "O", "title": "Leder", "sphere": "political", "from_date": "2026-01-01"}
STEP: dict[str, Any] = {"project": "P-1", "status": "idea", "date": "2026-01-01"}
HIDDEN = project(visibility="internal", title=SECRET)
OPEN: State = {"area": AREA, "project": {"P-1": project()}}
"""A public project, and around it what must not be seen."""

LEAKS: dict[str, list[State]] = {
    "an internal record": [{"area": AREA, "project": {"P-1": HIDDEN}}],
    "its code": [{"area": AREA, "project": {SECRET: project(visibility="internal")}}],
    "a part of an internal record": [
        {"area": AREA, "project": {"P-1": HIDDEN}, "project_step": {"S": {**STEP, "note": "x", "exemption": SECRET}}}
    ],
    "a public part of an internal record": [
        {
            "area": AREA,
            "project": {"P-1": project(visibility="internal")},
            "project_step": {SECRET: {**STEP, "visibility": "public"}},
        }
    ],
    "a part of a part": [
        {
            "area": AREA,
            "organisation": {"O": {"name": "N", "area": "SAM", "visibility": "internal"}},
            "membership": {"M": {"organisation": "O", "area": "SAM", "from_date": "2024-01-01", "case_number": SECRET}},
            "membership_fee": {SECRET: {"membership": "M", "year": 2026}},
        }
    ],
    "an internal record that was public before": [OPEN, {"area": AREA, "project": {"P-1": HIDDEN}}],
    "what was said while it was internal": [{"area": AREA, "project": {"P-1": HIDDEN}}, OPEN],
    "a change while it was internal": [
        {"area": AREA, "project": {"P-1": project(visibility="internal")}},
        {"area": AREA, "project": {"P-1": HIDDEN}},
        {"area": AREA, "project": {"P-1": project(visibility="internal", title="Uskyldig")}},
        OPEN,
    ],
    "a record closed while internal": [{"area": AREA, "project": {"P-1": HIDDEN}}, {"area": AREA}],
    "a record closed while internal, public once": [
        {"area": AREA, "project": {"P-1": project(summary=SECRET)}},
        {"area": AREA, "project": {"P-1": project(visibility="internal")}},
        {"area": AREA},
    ],
    "a part closed before its record became internal": [
        {**OPEN, "project_step": {SECRET: STEP}},
        OPEN,
        {"area": AREA, "project": {"P-1": project(visibility="internal")}},
    ],
    "a part closed while its record was internal": [
        {"area": AREA, "project": {"P-1": HIDDEN}, "project_step": {SECRET: STEP}},
        {"area": AREA, "project": {"P-1": project(visibility="internal")}},
        OPEN,
    ],
    "what a part said while its record was internal": [
        {
            "area": AREA,
            "dossier": {"D": dossier("internal")},
            "dossier_deadline": {"F": {"dossier": "D", "day": "2026-03-01", "what": SECRET}},
        },
        {
            "area": AREA,
            "dossier": {"D": dossier("public")},
            "dossier_deadline": {"F": {"dossier": "D", "day": "2026-03-01", "what": "Høring"}},
        },
    ],
    "a part that moved from an internal record to a public one": [
        {
            "area": AREA,
            "dossier": {"D": dossier("internal"), "E": dossier("public")},
            "dossier_deadline": {"F": {"dossier": "D", "day": "2026-03-01", "what": SECRET}},
        },
        {
            "area": AREA,
            "dossier": {"D": dossier("internal"), "E": dossier("public")},
            "dossier_deadline": {"F": {"dossier": "E", "day": "2026-03-01", "what": "Høring"}},
        },
    ],
    "a remark about an internal record": [
        {
            "area": AREA,
            "project": {"P-1": project(visibility="internal")},
            "remark": {"R": remark(SECRET, record="p-1 ")},
        }
    ],
    "an earlier remark about an internal record": [
        {
            "area": AREA,
            "project": {"P-1": project(visibility="internal")},
            "remark": {"R": remark(SECRET, record="P-1")},
        },
        {
            "area": AREA,
            "project": {"P-1": project(visibility="internal")},
            "remark": {"R": remark("Noe annet")},
        },
    ],
    "a tie to an internal record": [
        {
            "area": AREA,
            "organisation": {SECRET: {"name": "N", "area": "SAM", "visibility": "internal"}},
            "project": {"P-1": project(organisations=[[SECRET, None]], from_organisations=[[SECRET, None]])},
        }
    ],
    "a reference to an internal record": [
        {
            "area": AREA,
            "call": {SECRET: {"title": "Utlysning", "visibility": "internal"}},
            "project": {"P-1": project(call=SECRET)},
        }
    ],
    "an earlier tie to an internal record": [
        {
            "area": AREA,
            "organisation": {SECRET: {"name": "N", "area": "SAM", "visibility": "internal"}},
            "project": {"P-1": project(organisations=[[SECRET, None]])},
        },
        {
            "area": AREA,
            "organisation": {SECRET: {"name": "N", "area": "SAM", "visibility": "internal"}},
            "project": {"P-1": project()},
        },
    ],
    "a tie to a record closed while internal": [
        {
            "area": AREA,
            "organisation": {SECRET: {"name": "N", "area": "SAM", "visibility": "internal"}},
            "project": {"P-1": project(organisations=[[SECRET, None]])},
        },
        OPEN,
    ],
    "a note": [{"area": AREA, "project": {"P-1": project(note=SECRET)}}],
    "a ground for exemption": [{"area": AREA, "project": {"P-1": project(exemption=SECRET)}}],
    "the key of a person": [
        {
            "area": AREA,
            "organisation": {"O": {"name": "N", "area": "SAM", "visibility": "public"}},
            "post": {"V": {**POST, "person": SECRET}},
        }
    ],
    "a source reference": [{"area": AREA, "project": {"P-1": project(**{SOURCE_REFS: [["arkiv", SECRET]]})}}],
    "an earlier note": [{"area": AREA, "project": {"P-1": project(note=SECRET)}}, OPEN],
}


@pytest.mark.parametrize("where", LEAKS)
def test_a_secret_is_nowhere_in_the_public_portfolio(where: str) -> None:
    """On the day itself and looked back to any day."""
    states = LEAKS[where]
    assert SECRET in everything(portfolio_of(states, "staff")), "the case holds its secret"
    for as_of in (None, *(date(2026, month, 15) for month in range(1, len(states) + 1))):
        public = everything(portfolio_of(states, "public", as_of))
        assert SECRET not in public, as_of


def test_what_is_public_is_shown() -> None:
    """The cut takes no more than it must."""
    open_project = project(note=SECRET, areas=[["KUL", 40]], **{DEMONSTRATION: True})
    portfolio = portfolio_of([{"area": AREA, "project": {"P-1": open_project}, "project_step": {"S": STEP}}])
    shown = {k: v for k, v in open_project.items() if k != "note"}
    assert portfolio.state == {"area": AREA, "project": {"P-1": shown}, "project_step": {"S": STEP}}
    assert {(c.entity, c.code) for _, c in portfolio.changes} >= {("project", "P-1"), ("project_step", "S")}


def test_a_tie_to_public_records_stays_when_another_goes() -> None:
    organisations: dict[str, Any] = {
        "O": {"name": "O", "area": "SAM", "visibility": "public"},
        "H": {"name": "H", "area": "SAM", "visibility": "internal"},
    }
    tied = project(organisations=[["H", None], ["O", None]])
    portfolio = portfolio_of([{"area": AREA, "organisation": organisations, "project": {"P-1": tied}}])
    assert portfolio.get("project", "P-1")["organisations"] == [["O", None]]


def test_a_record_that_cannot_be_shown_without_a_hidden_one_is_hidden_with_it() -> None:
    """A membership names its organisation: without it a required column would be missing."""
    state: State = {
        "area": AREA,
        "organisation": {"O": {"name": "N", "area": "SAM", "visibility": "internal"}},
        "membership": {"M": {"organisation": "O", "area": "SAM", "from_date": "2024-01-01", "visibility": "public"}},
    }
    assert portfolio_of([state]).records("membership") == {}


def test_a_record_of_the_same_code_in_another_entity_is_not_hidden() -> None:
    state: State = {
        "area": AREA,
        "project": {"X": HIDDEN},
        "dossier": {"X": dossier("public")},
    }
    portfolio = portfolio_of([state])
    assert list(portfolio.records("dossier")) == ["X"]
    assert portfolio.records("project") == {}


def test_a_code_closed_while_internal_and_used_again_is_shown() -> None:
    portfolio = portfolio_of([{"area": AREA, "project": {"P-1": HIDDEN}}, {"area": AREA}, OPEN])
    assert list(portfolio.records("project")) == ["P-1"]
    assert SECRET not in everything(portfolio)
    assert [c.sort for n, c in portfolio.changes if c.entity == "project"] == ["added"]


def test_made_public_looks_like_added_and_made_internal_is_hidden_before_too() -> None:
    closed: State = {"area": AREA, "project": {"P-1": project(visibility="internal")}}
    opened = portfolio_of([closed, OPEN])
    assert [(n, c.sort) for n, c in opened.changes if c.entity == "project"] == [(2, "added")]
    hidden = portfolio_of([OPEN, closed])
    assert [c for _, c in hidden.changes if c.entity == "project"] == []


def test_a_change_of_staffs_columns_alone_is_no_change_to_a_stranger() -> None:
    states: list[State] = [OPEN, {"area": AREA, "project": {"P-1": project(note="x")}}]
    assert [n for n, _ in portfolio_of(states).changes] == [1, 1, 1]
    assert [n for n, _ in portfolio_of(states, "staff").changes] == [1, 1, 1, 2]


def test_looked_back_a_record_is_shown_only_where_it_is_public_today_and_was_then() -> None:
    closed: State = {"area": AREA, "project": {"P-1": project(visibility="internal")}}
    january, february = date(2026, 1, 15), date(2026, 2, 15)
    assert "P-1" in portfolio_of([OPEN, OPEN], as_of=january).records("project")
    assert "P-1" not in portfolio_of([OPEN, closed], as_of=january).records("project")
    assert "P-1" not in portfolio_of([closed, OPEN], as_of=january).records("project")
    assert "P-1" in portfolio_of([closed, OPEN], as_of=february).records("project")


def test_staff_see_everything() -> None:
    state = full_state()
    assert portfolio_of([state], "staff").state == state


@given(seed=SEEDS)
@settings(max_examples=25, deadline=None, derandomize=True)
def test_whatever_the_history_a_stranger_sees_no_internal_record_and_a_whole_state(seed: int) -> None:
    """No internal record, no staff column, and every reference of what is shown leads to something shown."""
    random = Random(seed)
    states = [state_of(random)]
    for _ in range(2):
        states.append(next_state(random, states[-1]))
    for as_of in (None, date(2026, 1, 15), date(2026, 2, 15)):
        portfolio = portfolio_of(states, "public", as_of)
        for entity, records in portfolio.state.items():
            for code, values in records.items():
                assert states[-1].get(entity, {}).get(code, {}).get("visibility") != "internal"
                assert values.get("visibility") != "internal"
                assert not values.keys() & (STAFF_ONLY | {SOURCE_REFS})
                assert {c.name for c in ENTITIES[entity].columns if c.required} <= values.keys()
                for _, target, name in references(entity, values):
                    assert name in portfolio.records(target)
        for _, change in portfolio.changes:
            assert change.before != change.after
            for side in (change.before or {}, change.after or {}):
                assert side.get("visibility") != "internal"
                assert not side.keys() & (STAFF_ONLY | {SOURCE_REFS})


# -- as of


@given(seed=SEEDS, n=st.integers(1, 6))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_looked_back_it_is_the_state_of_then(seed: int, n: int) -> None:
    """As-of is what a replay of the history up to that day gives, for every day."""
    random = Random(seed)
    states = [state_of(random)]
    for _ in range(n - 1):
        states.append(next_state(random, states[-1]))
    for month in range(1, n + 1):
        looked = portfolio_of(states, "staff", date(2026, month, 15))
        replayed = portfolio_of(states[:month], "staff")
        assert looked.state == states[month - 1] == replayed.state
        assert looked.changes == replayed.changes
        assert looked.revision == month


def test_before_the_first_revision_nothing_was_known() -> None:
    portfolio = portfolio_of([OPEN], as_of=date(2025, 12, 31))
    assert (portfolio.state, portfolio.revisions, portfolio.changes, portfolio.revision) == ({}, (), (), 0)
    assert portfolio.is_empty


def test_the_day_of_recording_counts_in_oslo() -> None:
    late = Revision(1, "2026-06-30T22:30:00Z", "x", None, "x", "", "", None, 0, 0, 0)
    assert recorded_day(late) == date(2026, 7, 1)
    state: State = {"theme": {"A": {"name_nb": "a"}}}
    changes = [(1, Change("theme", "A", None, {"name_nb": "a"}))]
    assert make(state, [late], changes, "staff", date(2026, 6, 30)).state == {}
    assert make(state, [late], changes, "staff", date(2026, 7, 1)).state == state


def test_revisions_recorded_in_another_order_than_their_numbers_do_not_break_the_look_back() -> None:
    """The demonstration is recorded backwards in time: what a known revision stands on was known too."""
    states: list[State] = [{"theme": {"A": {"name_nb": name}}} for name in ("en", "to", "tre")]
    revisions = [revision(1, "2026-11-01"), revision(2, "2024-05-01"), revision(3, "2025-05-01")]
    changes = [(n, c) for n in (1, 2, 3) for c in diff(([{}, *states])[n - 1], states[n - 1])]
    assert make(states[2], revisions, changes, "staff", date(2024, 12, 31)).state == states[1]
    assert make(states[2], revisions, changes, "staff", date(2023, 12, 31)).state == {}
    assert make(states[2], revisions, changes, "staff", date(2026, 12, 31)).state == states[2]


def test_looked_back_from_the_database_it_is_the_state_of_then(engine: Engine) -> None:
    random = Random(11)
    states = [state_of(random)]
    for _ in range(3):
        states.append(next_state(random, states[-1]))
    for month, state in enumerate(states, start=1):
        write(engine, state, recorded_at=f"2026-{month:02d}-01T08:00:00Z")
    with reading(engine) as connection:
        now, revisions, changes = read_state(connection), list_revisions(connection), read_changes(connection)
    for month, state in enumerate(states, start=1):
        assert make(now, revisions, changes, "staff", date(2026, month, 20)).state == state


# -- what it offers


def test_frames_have_every_column_but_ties_in_fixed_types() -> None:
    wanted = {Kind.INTEGER: "Int64", Kind.MONEY: "Int64", Kind.NUMBER: "float64"}
    for portfolio in (portfolio_of([full_state()], "staff"), portfolio_of([{}], "staff")):
        for name, entity in ENTITIES.items():
            frame = portfolio.frame(name)
            assert list(frame.columns) == ["code", *(c.name for c in entity.scalars)]
            for column in entity.scalars:
                assert str(frame[column.name].dtype) == wanted.get(column.kind, "str"), (name, column.name)
            assert list(frame["code"]) == list(portfolio.records(name))


def test_missing_is_missing_in_frames_never_zero() -> None:
    frame = portfolio_of([{"area": AREA, "project": {"P-1": project(), "P-2": project(budget=0)}}]).frame("project")
    assert pd.isna(frame["budget"][0])
    assert frame["budget"][1] == 0
    assert pd.isna(frame["summary"][0])


def test_large_amounts_are_whole_in_frames() -> None:
    frame = portfolio_of([{"area": AREA, "project": {"P-1": project(budget=2**62 + 1)}}]).frame("project")
    assert int(frame["budget"][0]) == 2**62 + 1


def test_ties_are_one_row_each_with_their_share() -> None:
    tied = {"P-1": project(areas=[["SAM", 60], ["KUL", None]]), "P-2": project()}
    ties = portfolio_of([{"area": AREA, "project": tied}]).ties("project", "areas")
    assert ties["code"].tolist() == ["P-1", "P-1"]
    assert ties["target"].tolist() == ["SAM", "KUL"]
    assert ties["share"][0] == 60
    assert pd.isna(ties["share"][1])


def test_get_and_records_are_empty_where_there_is_nothing() -> None:
    portfolio = portfolio_of([OPEN])
    assert portfolio.get("project", "P-9") == {}
    assert portfolio.get("project", None) == {}
    assert portfolio.records("fund") == {}


def test_code_lists_alone_are_an_empty_portfolio() -> None:
    lists = {name: records for name, records in full_state().items() if ENTITIES[name].sort is Sort.LIST}
    assert portfolio_of([lists]).is_empty
    assert not portfolio_of([OPEN]).is_empty


def test_a_portfolio_of_which_one_record_is_invented_is_a_demonstration() -> None:
    assert not portfolio_of([OPEN]).demonstration
    assert portfolio_of([{"area": AREA, "project": {"P-1": project(**{DEMONSTRATION: True})}}]).demonstration


def test_rates_are_by_currency_and_year() -> None:
    rates: dict[str, Any] = {"EUR-2025": {"currency": "EUR", "year": 2025, "nok": 11.5}}
    assert portfolio_of([{"rate": rates}]).rates == {"EUR": {2025: 11.5}}


def test_a_stranger_learns_nothing_of_how_much_a_revision_touched_inside() -> None:
    state: State = {}
    changes: list[tuple[int, Change]] = []
    steps = (
        [Change("project", f"P-{n}", None, project(visibility="internal")) for n in range(70)],
        [Change("project", "P-X", None, project()), Change("project", "P-Y", None, project(visibility="internal"))],
    )
    for number, step in enumerate(steps, start=1):
        state = apply(state, step)
        changes += [(number, change) for change in step]
    revisions = [
        Revision(n, f"2026-0{n}-01T08:00:00Z", "x", None, "arbeidsbok", "", "", None, len(steps[n - 1]), 0, 0)
        for n in (1, 2)
    ]
    public = make(state, revisions, changes, "public")
    assert [(r.number, r.added, r.changed, r.closed) for r in public.revisions] == [(1, 0, 0, 0), (2, 1, 0, 0)]
    assert [r.added for r in make(state, revisions, changes, "staff").revisions] == [70, 2]


def test_a_reason_is_for_staff_only() -> None:
    told = Revision(1, "2026-06-30T22:30:00Z", "x", None, "x", "", "", None, 0, 0, 0, reason="Ifølge NN")
    assert make({}, [told], [], "staff").revisions[0].reason == "Ifølge NN"
    assert make({}, [told], [], "public").revisions[0].reason is None


def test_how_new_the_data_are_is_not_told_by_single_edits() -> None:
    def of(number: int, source: str, undoes: int | None = None) -> Revision:
        return Revision(number, f"2026-0{number}-01T08:00:00Z", "x", None, source, "", "", undoes, 0, 1, 0)

    some = [of(1, "arbeidsbok"), of(2, "skjema"), of(3, "undo", 2), of(4, "fit")]
    assert told_at(some) == "2026-01-01T08:00:00Z"
    assert told_at([*some, of(5, "undo", 1)]) == "2026-05-01T08:00:00Z"
    assert told_at(some[1:2]) == "2026-02-01T08:00:00Z"
