"""Who is believed: the written order, whatever the order of the files."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.domain.history import SOURCE_REFS, State, apply, unapply
from akint_dash.domain.reading import Draft, Place, Reading
from akint_dash.importers.load import plan
from akint_dash.importers.trust import COUNTY, TRUST

CODE = "X-1"


def said(source: str, **values: Any) -> Reading:
    refs = () if source == "workbook" else ((source, CODE),)
    draft = Draft("call", CODE, values, Place(f"{source}.csv", row=2), refs)
    return Reading(source, f"{source}.csv", (draft,), lenient=source != "workbook")


def after(*readings: Reading, state: State | None = None) -> State:
    now: State = state or {}
    for reading in readings:
        made = plan([reading], now, {})
        assert made.problems == []
        later = apply(now, made.changes)
        assert unapply(later, made.changes) == now
        assert plan([reading], later, {}).changes == [], "the same again"
        now = later
    return now


def told(reading: Reading, state: State) -> list[tuple[str, str, str, str]]:
    remarks = plan([reading], state, {}).remarks
    return [(r.key, r.place.column, r.value, r.expected) for r in remarks]


PORTAL = said("sedia", title="Havn", address="HTTPS://E.eu/1", budget=600, currency="EUR", programme_text="HE")
LIST = said("eu_calls", title="Havnen", address="https://e.eu/1/", budget=500, currency="EUR", opening="2026-01-01")


def test_the_portal_is_believed_before_the_list_in_either_order_and_both_values_are_told() -> None:
    first, second = after(PORTAL, LIST), after(LIST, PORTAL)
    assert first == second
    call = first["call"][CODE]
    assert (call["title"], call["address"], call["budget"]) == ("Havn", "HTTPS://E.eu/1", 600)
    assert call["opening"] == "2026-01-01", "what only the list knows is kept"
    assert told(LIST, after(PORTAL)) == [
        ("source_stands", "Tittel", "Havnen", "Havn"),
        ("source_stands", "Budsjett", "500 EUR", "600 EUR"),
    ]
    assert told(PORTAL, after(LIST)) == [
        ("source_replaces", "Tittel", "Havn", "Havnen"),
        ("source_replaces", "Budsjett", "600 EUR", "500 EUR"),
    ]


def test_what_the_less_trusted_source_alone_has_said_it_may_correct() -> None:
    now = after(PORTAL, LIST, said("eu_calls", opening="2026-02-02", title="Noe"))
    assert (now["call"][CODE]["opening"], now["call"][CODE]["title"]) == ("2026-02-02", "Havn")
    now = after(said("sedia", opening="2026-03-03"), said("eu_calls", opening="2026-04-04"), state=now)
    assert now["call"][CODE]["opening"] == "2026-03-03"


def test_a_blank_and_a_missing_column_leave_alone_what_is_known() -> None:
    now = after(PORTAL, said("sedia", title="Havn", budget=None, currency="EUR", programme_text=""))
    assert now == after(PORTAL)
    assert "currency" not in after(said("sedia", title="Havn", budget=None, currency="EUR"))["call"][CODE]


def test_an_amount_and_its_currency_go_together() -> None:
    now = after(PORTAL, said("workbook", budget=700, currency="NOK"))
    assert told(said("sedia", budget=600, currency="EUR"), now) == [
        ("typed_stands", "Budsjett", "600 EUR", "700 NOK"),
    ]
    now = after(said("sedia", budget=800, currency="USD"), state=now)
    assert (now["call"][CODE]["budget"], now["call"][CODE]["currency"]) == (700, "NOK")


def test_what_a_person_typed_stands_and_what_a_person_cleared_is_the_sources_again() -> None:
    typed = after(PORTAL, said("workbook", title="Havna vår", budget=600))
    assert typed["call"][CODE][SOURCE_REFS] == [[COUNTY, "@title"], ["sedia", CODE]], "unchanged is not typed"
    kept = after(said("sedia", title="Harbour", budget=650, currency="EUR"), state=typed)
    assert (kept["call"][CODE]["title"], kept["call"][CODE]["budget"]) == ("Havna vår", 650)
    cleared = after(said("workbook", budget=None), PORTAL, state=after(said("workbook", budget=1), state=kept))
    assert cleared["call"][CODE]["budget"] == 600


def test_a_record_typed_in_the_workbook_is_the_countys_when_a_source_finds_it() -> None:
    typed = said("workbook", title="Havna vår", note="Spør næring")
    now = after(typed, PORTAL)
    call = now["call"][CODE]
    assert (call["title"], call["note"], call["budget"]) == ("Havna vår", "Spør næring", 600)
    assert after(said("sedia", budget=650, currency="EUR"), state=now)["call"][CODE]["budget"] == 650


@pytest.mark.parametrize("way", list(permutations(range(4))))
def test_a_moment_and_a_day_that_agree_are_one_deadline_told_exactly(way: tuple[int, ...]) -> None:
    def deadline(source: str, **when: Any) -> Reading:
        values = {"call": CODE, **when}
        draft = Draft("call_deadline", f"{CODE}/1", values, Place("x", row=2), ((source, CODE),))
        return Reading(source, source, (draft,), lenient=True)

    readings = [
        deadline("sedia", moment="2026-06-01T22:30:00Z"),
        deadline("eu_calls", day="2026-06-02"),
        deadline("sedia", day="2026-06-02"),
        deadline("eu_calls", day="2026-06-02", moment=None),
    ]
    now = after(*(readings[i] for i in way), state={"call": {CODE: {"title": "x"}}})
    (record,) = now["call_deadline"].values()
    assert record["moment"] == "2026-06-01T22:30:00Z"
    assert "day" not in record


WORDS = st.one_of(st.none(), st.sampled_from(["Havn", "havn ", "Havnen", "Kai"]))
FILES = st.dictionaries(
    st.sampled_from(TRUST["call"][1:]),
    st.fixed_dictionaries({"title": WORDS.filter(bool), "programme_text": WORDS, "address": WORDS}),
    min_size=1,
)


@given(files=FILES, again=st.lists(st.sampled_from(TRUST["call"][1:]), max_size=5), data=st.data())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_the_most_trusted_source_that_says_something_is_believed(
    files: dict[str, dict[str, str]], again: list[str], data: st.DataObject
) -> None:
    """Whatever files come, in any order and as often as one likes."""
    way = [*data.draw(st.permutations(sorted(files))), *(s for s in again if s in files)]
    now = after(*(said(source, **files[source]) for source in way))
    for column in ("title", "programme_text", "address"):
        words = [files[s][column] for s in TRUST["call"] if s in files and files[s][column]]
        assert now["call"][CODE].get(column) == (words[0].strip() if words else None)  # blanks around a text are none


def test_a_description_survives_sources_that_have_none_and_a_long_one_is_quoted_where_it_differs() -> None:
    long = "Scope: " + "word " * 100
    state = after(said("sedia", title="Havn", description=long + "old"), LIST)
    assert state["call"][CODE]["description"] == long + "old"
    assert after(said("sedia", title="Havn"), state=state)["call"][CODE]["description"] == long + "old"
    ((key, column, ours, theirs),) = told(said("eu_calls", title="Havn", description=long + "new"), state)
    assert (key, column) == ("source_stands", "Beskrivelse")
    assert (ours, theirs) == ("…" + (long + "new")[-23:], "…" + (long + "old")[-23:])
