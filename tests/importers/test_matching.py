"""Identity is content: of calls and their deadlines, whatever the order of rows, files and spellings."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.domain.history import SOURCE_REFS, State, apply
from akint_dash.domain.reading import Reading
from akint_dash.importers import find_reader
from akint_dash.importers.load import Plan, plan
from akint_dash.importers.match_deadlines import Due, pair
from tests.importers.real import real

TOPIC_PAGE = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/"
WORDS = ("havn", "buss", "skole", "vind", "bygg", "data", "vann", "skog", "kunst", "helse", "by", "fjord")


@dataclass(frozen=True)
class World:
    """A call as it is, whoever tells of it."""

    identifier: str
    title: str
    cascade: bool
    number: int
    days: tuple[str, ...]
    budget: int
    model: str = "single-stage"


def world(seed: int) -> list[World]:
    """Topics, and cascade calls under some of their identifiers."""
    random = Random(seed)
    made = []
    for number in range(random.randint(2, 5)):
        identifier = f"HORIZON-CL{number}-2026-01"
        for cascade in range(random.choice((0, 0, 1, 2, 3))):
            title = " ".join(random.sample(WORDS, 5)) + f" open call {cascade}"
            made.append(World(identifier, title, True, number * 10 + cascade, days(random, 1), random.randint(1, 99)))
        many = random.choice((1, 1, 2, 3))
        model = "single-stage" if many == 1 else "two-stage" if many == 2 else "multiple cut-off"
        made.append(World(identifier, " ".join(random.sample(WORDS, 4)), False, 0, days(random, many), 5, model))
    return made


def days(random: Random, many: int) -> tuple[str, ...]:
    first = date(2026, 12, 1) + timedelta(random.randint(0, 90))
    return tuple((first + timedelta(180 * n)).isoformat() for n in range(many))


def as_list(tmp_path: Path, calls: Iterable[World], **columns: Any) -> Reading:
    out = io.StringIO()
    writer = csv.writer(out)
    names = ("identifier", "title", "opening_date", "deadline", "budget_eur", "url", "kind")
    writer.writerow(names)
    for call in calls:
        kind = "cascade_call" if call.cascade else "topic"
        page = TOPIC_PAGE + call.identifier.lower()
        writer.writerow((call.identifier, call.title, "2026-01-05", "; ".join(call.days), call.budget, page, kind))
    return written(tmp_path / "list.csv", out.getvalue())


def as_portal(tmp_path: Path, calls: Iterable[World]) -> Reading:
    results = [
        {
            "reference": f"r{n}",
            "metadata": {
                "identifier": [call.identifier],
                "title": [call.title],
                "type": ["8" if call.cascade else "1"],
                "startDate": ["2026-01-05T00:00:00.000+0000"],
                "deadlineDate": [f"{day}T17:00:00.000+0100" for day in call.days],
                "deadlineModel": [call.model],
                "callccm2Id": [str(call.number)] if call.cascade else [],
                "DATASOURCE": ["SEDIA"],
            },
        }
        for n, call in enumerate(calls)
    ]
    return written(tmp_path / "portal.json", json.dumps({"totalResults": len(results), "results": results}))


def written(path: Path, text: str) -> Reading:
    path.write_text(text, encoding="utf-8")
    return find_reader(path).read(path)


def imported(state: State, *readings: Reading) -> State:
    for reading in readings:
        made = plan([reading], state, {})
        assert made.problems == []
        state = apply(state, made.changes)
    return state


def changed(state: State, reading: Reading) -> list[tuple[str, str, dict[str, Any]]]:
    """What a reading changes of what was known: entity, sort, columns before that are not so after."""
    made = plan([reading], state, {})
    assert made.problems == []
    return [
        (
            c.entity,
            c.sort,
            {k: v for k, v in (c.before or {}).items() if (c.after or {}).get(k) != v and k != SOURCE_REFS},
        )
        for c in made.changes
    ]


def shuffled(calls: Sequence[World], random: Random) -> list[World]:
    return random.sample(calls, len(calls))


SEEDS = st.integers(0, 2**32 - 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lists")


@given(seed=SEEDS, form=st.sampled_from([as_list, as_portal]))
@settings(max_examples=25, deadline=None, derandomize=True)
def test_rows_in_any_order_a_shorter_list_and_the_same_again_change_nothing(seed: int, form: Any, folder: Path) -> None:
    calls, random = world(seed), Random(seed)
    known = imported({}, form(folder, calls))
    assert imported({}, form(folder, shuffled(calls, random))) == known
    for told in (calls, shuffled(calls, random), random.sample(calls, len(calls) // 2)):
        assert changed(known, form(folder, told)) == []
    part = imported({}, form(folder, calls[1:]))
    grown = imported(part, form(folder, shuffled(calls, random)))
    assert content(grown) == content(known)


@given(seed=SEEDS)
@settings(max_examples=25, deadline=None, derandomize=True)
def test_a_corrected_title_is_a_change_of_the_same_call(seed: int, folder: Path) -> None:
    calls, random = world(seed), Random(seed)
    for form in (as_list, as_portal):
        known = imported({}, form(folder, calls))
        corrected = [
            replace(call, title=call.title.replace("a", "å", 1) if random.random() < 0.5 else call.title)
            for call in shuffled(calls, random)
        ]
        later = imported(known, form(folder, corrected))
        assert known.keys() == later.keys()
        assert {e: set(r) for e, r in known.items()} == {e: set(r) for e, r in later.items()}
        assert sorted(str(v["title"]) for v in later["call"].values()) == sorted(call.title for call in corrected)


@given(seed=SEEDS)
@settings(max_examples=25, deadline=None, derandomize=True)
def test_list_and_portal_after_each_other_in_any_order_make_the_same_records(seed: int, folder: Path) -> None:
    calls, random = world(seed), Random(seed)
    readings = [as_list(folder, calls), as_portal(folder, shuffled(calls, random)), as_list(folder, calls[1:])]
    first, *others = [imported({}, *way) for way in permutations(readings)]
    assert all(other == first for other in others)
    assert len(first["call"]) == len(calls)
    assert len(first["call_deadline"]) == sum(len(call.days) for call in calls)
    assert all("moment" in due for due in first["call_deadline"].values())


@given(seed=SEEDS)
@settings(max_examples=25, deadline=None, derandomize=True)
def test_cut_offs_that_pass_and_come_never_move(seed: int, folder: Path) -> None:
    """Any window of a call's rounds, one after another, makes in the end what all of them at once make."""
    random = Random(seed)
    rounds = days(random, 6)
    call = World("X-1", "Havn", False, 0, rounds, 5, "multiple cut-off")
    windows = [rounds[first : first + random.randint(1, 3)] for first in random.sample(range(6), 6)]
    windows.append(rounds)
    random.shuffle(windows)
    state: State = {}
    for window in windows:
        reading = as_portal(folder, [replace(call, days=window)])
        for entity, sort, before in changed(state, reading):
            assert (entity, sort) != ("call_deadline", "changed") or before.keys() <= {"cut_off"}
        state = imported(state, reading)
    assert content(state) == content(imported({}, as_portal(folder, [call])))
    assert sorted(due["cut_off"] for due in state["call_deadline"].values()) == [1, 2, 3, 4, 5, 6]


def content(state: State) -> list[str]:
    """The records without their codes."""
    shown = {code: str(values.get("title")) for code, values in state.get("call", {}).items()}
    return sorted(
        repr(sorted((k, shown.get(str(v), v)) for k, v in values.items() if k != SOURCE_REFS))
        for records in state.values()
        for values in records.values()
    )


# -- calls


def call(folder: Path, *rows: str) -> Reading:
    header = "identifier,title,deadline,budget_eur,opening_date,url,kind\n"
    return written(folder / "calls.csv", header + "\n".join(rows) + "\n")


@pytest.mark.parametrize(
    "identifier", ["x-1", "X\u20111", "X\u20131", " X-1\u200b", "X - 1", "\ufeffX-1", "X\u22121", "X\u00ad-1"]
)
def test_the_spelling_of_an_identifier_does_not_count(folder: Path, identifier: str) -> None:
    known = imported({}, call(folder, "X-1,Havn,2026-12-01,5,2026-01-01,https://e.eu/1,topic"))
    row = f"{identifier},Havn,2026-12-01,5,2026-01-01,https://e.eu/1,topic"
    assert changed(known, call(folder, row)) == []


@pytest.mark.parametrize(
    ("row", "same"),
    [
        ("X-1,Grønn havn,2026-12-01,5,2026-01-01,https://e.eu/1,topic", True),
        ("X-1,Noe helt annet,2027-12-01,6,2026-02-02,https://e.eu/2,topic", True),
        ("X-1,Noe helt annet,2026-12-01,5,2026-01-01,HTTP://www.E.eu/1/?lang=no,", True),
        ("X-1,Grøn havn,2026-12-01,5,2026-01-01,https://e.eu/9,cascade_call", False),
        ("X-1,Noe helt annet,2026-12-01,5,2026-01-01,https://e.eu/1,cascade_call", True),
        ("X-1,Noe helt annet,2027-12-01,6,2026-02-02,,", False),
        ("X-11,Grøn havn,2026-12-01,5,2026-01-01,https://e.eu/1,topic", False),
    ],
)
def test_identifier_and_address_or_kind_make_a_call(folder: Path, row: str, same: bool) -> None:
    known = imported({}, call(folder, "X-1,Grøn havn,2026-12-01,5,2026-01-01,https://e.eu/1,topic"))
    assert len(imported(known, call(folder, row))["call"]) == (1 if same else 2)


CASCADES = (
    "X-1,JARVIS Open Call 1 - Pilots,2026-06-01,800,2026-04-01,{page},cascade_call",
    "X-1,JARVIS Open Call 2 - Pilots,2026-07-10,650,2026-04-01,{page},cascade_call",
    "X-1,Facilitators of the textile industry in Athens,2026-07-10,100,2026-04-01,{page},cascade_call",
)


def cascades(page: str = TOPIC_PAGE + "x-1", *places: int) -> list[str]:
    return [CASCADES[place].format(page=page) for place in places or range(3)]


def test_cascade_calls_under_one_identifier_and_address_stay_apart_when_titles_are_corrected(folder: Path) -> None:
    known = imported({}, call(folder, *cascades()))
    assert len(known["call"]) == 3
    for places in permutations(range(3)):
        rows = [row.replace("Pilots", "External pilots").replace("textile", "tekstil") for row in cascades("", *places)]
        later = imported(known, call(folder, *rows))
        assert later["call"].keys() == known["call"].keys()
        for code, values in later["call"].items():
            assert values["budget"] == known["call"][code]["budget"]


def test_a_cascade_call_that_follows_another_is_a_new_one(folder: Path) -> None:
    known = imported({}, call(folder, *cascades(TOPIC_PAGE + "x-1", 0)))
    assert len(imported(known, call(folder, *cascades(TOPIC_PAGE + "x-1", 1)))["call"]) == 2


def test_two_that_are_equally_sure_are_a_problem(folder: Path) -> None:
    twins: State = {
        "call": {
            code: {"title": f"Åpen utlysning for havner {letter}", "identifier": "X-1", "kind": "cascade_call"}
            for code, letter in (("A", "q"), ("B", "w"))
        }
    }
    row = "X-1,Åpen utlysning for havner e,,,,,cascade_call"
    made = plan([call(folder, row)], twins, {})
    assert [(p.key, p.expected) for p in made.problems] == [("ambiguous_match", "A, B")]
    assert made.changes == []


def test_the_deadlines_of_a_call_that_is_not_clear_go_nowhere(folder: Path) -> None:
    twins: State = {"call": {c: {"title": "Havn", "identifier": "X-1", "kind": "topic"} for c in ("A", "X-1")}}
    made: Plan = plan([call(folder, "X-1,Havn,2026-12-01,5,,,topic")], twins, {})
    assert [p.key for p in made.problems] == ["ambiguous_match"]
    assert made.changes == []


NAMELESS = "{},{},{},5,2026-01-01,{},topic"
PAGE = "https://e.eu/1"


@pytest.mark.parametrize(("first", "later"), [("n/a", "TBA"), ("", "n/a"), ("-", "X-1"), ("X-1", "0")])
@pytest.mark.parametrize(
    "said",
    [
        ("Gr\u00f8nn havn", "2026-12-01", PAGE),
        ("Gr\u00f8n havn", "2026-12-08", ""),
        ("Noe helt annet", "2026-12-08", PAGE),
    ],
)
def test_a_call_without_identifier_is_known_by_what_is_said_of_it(
    folder: Path, first: str, later: str, said: tuple[str, str, str]
) -> None:
    known = imported({}, call(folder, NAMELESS.format(first, "Gr\u00f8n havn", "2026-12-01", PAGE)))
    assert len(imported(known, call(folder, NAMELESS.format(later, *said)))["call"]) == 1


@pytest.mark.parametrize(
    "row",
    [
        "n/a,Noe helt annet,2026-12-01,5,2026-01-01,https://e.eu/2,topic",
        "n/a,Noe helt annet,2026-12-01,5,2026-01-01,,topic",
        "n/a,Gr\u00f8n havn,2026-12-01,5,2026-01-01,https://e.eu/2,topic",
        "n/a,Gr\u00f8n havn 2,2026-12-01,5,2026-01-01,,topic",
        "n/a,Gr\u00f8n havn,2026-12-01,5,2026-01-01,https://e.eu/1,cascade_call",
        "X-1,Gr\u00f8n havn,2027-12-01,9,2027-01-01,,topic",
    ],
)
def test_two_calls_without_identifier_have_nothing_in_common_by_that(folder: Path, row: str) -> None:
    known = imported({}, call(folder, NAMELESS.format("n/a", "Gr\u00f8n havn", "2026-12-01", PAGE)))
    assert len(imported(known, call(folder, row))["call"]) == 2


def test_calls_without_identifier_stay_apart_in_any_order(folder: Path) -> None:
    rows = [NAMELESS.format("n/a", f"Havn {letter}", "2026-12-01", PAGE + letter) for letter in "abc"]
    known = imported({}, call(folder, *rows))
    assert len(known["call"]) == 3
    for order in permutations(rows):
        assert changed(known, call(folder, *order)) == []


# -- deadlines


def due(day: str, stage: int | None = None, cut_off: int | None = None) -> Due:
    return Due(date.fromisoformat(day), None, stage, cut_off)


def dues(*found: str, cut_off: bool = False) -> list[Due]:
    return [due(day, cut_off=n if cut_off else None) for n, day in enumerate(found, start=1)]


@pytest.mark.parametrize(
    ("known", "told", "same"),
    [
        (dues("2026-03-10"), dues("2026-06-10"), {0: 0}),
        (dues("2026-03-10", cut_off=True), dues("2026-09-10", cut_off=True), {}),
        (dues("2026-03-10", cut_off=True), dues("2026-03-24", cut_off=True), {0: 0}),
        (dues("2026-03-10", "2026-09-16"), dues("2026-09-16", "2027-03-10"), {0: 1}),
        (dues("2026-03-10", "2026-09-16"), dues("2026-09-23"), {0: 1}),
        (dues("2026-03-10", "2026-09-16"), dues("2026-03-24", "2026-09-16", "2026-12-01"), {0: 0, 1: 1}),
        (dues("2026-12-01", "2027-04-15"), dues("2027-01-20", "2027-04-15"), {0: 0, 1: 1}),
        (dues("2026-12-01", "2027-04-15"), dues("2027-09-15", "2028-02-01"), {}),
        (dues("2026-03-04", "2026-05-06", cut_off=True), dues("2026-07-08", "2026-09-02", cut_off=True), {}),
        ([due("2026-02-01", 1), due("2026-09-16", 2)], [due("2026-09-16", 1), due("2027-02-01", 2)], {0: 0, 1: 1}),
        ([due("2026-02-01", 1), due("2026-09-16", 2)], [due("2026-09-16")], {0: 1}),
    ],
)
def test_deadlines_are_matched_by_day_and_stage_then_by_the_nearest(
    known: list[Due], told: list[Due], same: dict[int, int]
) -> None:
    assert pair(known, told) == same
    assert pair(told, known) == {old: new for new, old in same.items()}, "in either order"
    places = list(range(len(told)))[::-1]
    turned = pair(known, [told[place] for place in places])
    assert {places[new]: old for new, old in turned.items()} == same, "whatever stands first"


def test_the_real_list_in_any_order_and_in_parts_says_the_same(folder: Path) -> None:
    path = real("eu_calls.csv")
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    known = imported({}, find_reader(path).read(path))
    assert (len(known["call"]), len(known["call_deadline"])) == (361, 361)
    random = Random(1)
    for many in (361, 300, 20):
        part = "\n".join([header, *random.sample(rows, many)])
        assert changed(known, written(folder / "part.csv", part)) == []


def test_the_real_list_with_every_title_corrected_is_the_same_calls(folder: Path) -> None:
    path = real("eu_calls.csv")
    known = imported({}, find_reader(path).read(path))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows({**row, "title": row["title"].replace(" for ", " av ") + "!"} for row in reversed(rows))
    later = imported(known, written(folder / "corrected.csv", out.getvalue()))
    assert later["call"].keys() == known["call"].keys()
    for code, values in later["call"].items():
        assert values.get("budget") == known["call"][code].get("budget")
