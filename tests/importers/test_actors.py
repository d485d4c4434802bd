"""Who is who: one number in many spellings is one, and what is no number is no one's."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akint_dash.domain.history import Change, State, apply
from akint_dash.domain.reading import Draft, Place, Reading
from akint_dash.importers.actors import Part, drafts, readable
from akint_dash.importers.findings import Findings
from akint_dash.importers.identities import is_placeholder, organisation_number, pic_number, project_number
from akint_dash.importers.load import plan

NUMBER = "971045698"
OTHER = "974760673"


@pytest.mark.parametrize(
    "text",
    [
        "971045698",
        "971 045 698",
        "971\u00a0045\u00a0698",
        "971\u202f045\u202f698",
        "971.045.698",
        "971-045-698",
        "971,045,698",
        "NO971045698MVA",
        "NO 971 045 698 MVA",
        "no971045698mva",
        "971045698MVA",
        "NO-971045698",
        "'971045698",
        "\u2019971045698",
        "0971045698",
        "000971045698",
        "971045698.0",
        "971045698,00",
        "9.71045698E+08",
        "Org.nr. 971 045 698",
        "orgnr: 971045698",
        "\u200b971045698\ufeff",
        "\uff19\uff17\uff11\uff10\uff14\uff15\uff16\uff19\uff18",
        " 971045698\n",
        "NO 971045698 VAT",
        "VAT NO971045698",
        "Organisasjonsnummer 971 045 698",
        '="971045698"',
    ],
)
def test_one_number_in_every_spelling(text: str) -> None:
    assert organisation_number(text) == NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "-",
        "n/a",
        "ukjent",
        "NOTAPPLICABLE",
        "000000000",
        "999999999",
        "111111111",
        "9.71E+08",
        "9,71E+08",
        "9.710457E+08",
        "971045697",
        "97104569",
        "9710456980",
        "971045698 / 974760673",
        "971045698; 974760673",
        "GB971045698",
        "971045698A",
        "\u0669\u0667\u0661",
        "1" * 5_000,
        "TRUE",
    ],
)
def test_placeholders_and_damaged_numbers_are_no_number(text: str) -> None:
    assert organisation_number(text) == ""


@given(st.text())
def test_whatever_is_written_is_a_valid_number_or_none(text: str) -> None:
    number = organisation_number(text)
    assert number == "" or organisation_number(f"NO {number[:3]} {number[3:6]} {number[6:]} MVA") == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("101000001", "101000001"),
        ("101000001.0", "101000001"),
        ("'101000001 ", "101000001"),
        ("2021-1-NO01-KA121-VET-000012345", "2021-1-NO01-KA121-VET-000012345"),
        ("1.01E+08", ""),
        ("1E8", ""),
        ("101 000 001", "101000001"),
        ("101,000,001", "101000001"),
        ("101.000.001", "101000001"),
        ("n/a", ""),
        ("0", ""),
        ("999999999", ""),
        ("", ""),
    ],
)
def test_a_project_number_is_what_the_source_means(text: str, number: str) -> None:
    assert project_number(text) == number


@pytest.mark.parametrize(("one", "other"), [("A B", "A-B"), ("A/B", "A B"), ("x" * 41, "x" * 42), ("Ås", "Øs")])
def test_two_texts_never_become_one_part_of_a_code(one: str, other: str) -> None:
    assert readable(one) != readable(other)


def part(project: str = "P1", role: str | None = "participant", **more: object) -> Part:
    who = {"municipality": more.pop("municipality", None), "municipality_text": more.pop("town", None)}
    what = {"amount": more.pop("amount", None), "from_date": more.pop("start", None)}
    row, name = more.pop("row", 2), more.pop("name", "Havn AS")
    return Part(Place("f.csv", row=row), project, name, role, who=who, what=what, **more)  # type: ignore[arg-type]


def read(*parts: Part, source: str = "x") -> Reading:
    findings = Findings()
    found = drafts(source, parts, findings)
    return Reading(source, f"{source}.csv", found, remarks=tuple(findings.remarks), lenient=True)


def after(*readings: Reading, state: State | None = None) -> State:
    """The state after each reading in turn."""
    for reading in readings:
        made = plan([reading], state or {}, {})
        assert not made.problems, made.problems
        state = apply(state or {}, made.changes)
    return state or {}


def changes(state: State, *readings: Reading) -> list[Change]:
    return plan(readings, state, {}).changes


def of(reading: Reading, entity: str) -> list[Draft]:
    return [draft for draft in reading.drafts if draft.entity == entity]


def test_the_order_of_rows_is_no_identity() -> None:
    rows = [
        part(number=NUMBER, amount=100),
        part(number=NUMBER, amount=5, role="third_party"),
        part(number=NUMBER, amount=7, role="third_party", name="HAVN"),
        part(name="Annen AS", amount=1),
    ]
    said = [read(*order).drafts for order in permutations(rows)]
    assert all(one == said[0] for one in said)


def test_an_actor_is_its_latest_project_whatever_the_order() -> None:
    rows = [
        part("P1", number=NUMBER, name="Gammel", start="2019-01-01", municipality="3218", town="Ås"),
        part("P2", number=NUMBER, name="Ny", start="2021-01-01"),
        part("P3", number=NUMBER, name="Ny", start="2022-01-01", town="Sarpsborg"),
    ]
    for order in permutations(rows):
        (actor,) = of(read(*order), "actor")
        assert actor.values["name"] == "Ny"
        assert actor.values["municipality_text"] == "Sarpsborg"
        assert "municipality" not in actor.values  # that of Ås is not the number of Sarpsborg


def test_without_a_number_actors_are_told_apart_by_name_and_place() -> None:
    reading = read(
        part("1", town="Ås"),
        part("2", town="ås "),
        part("3", town="Nes"),
        part("4", name="Vann AS", town="Ås"),
        part("5", name="HAVN AS", town="Ås"),
        part("6"),
    )
    said = {(str(d.values["name"]).casefold(), d.values.get("municipality_text")) for d in of(reading, "actor")}
    assert len(of(reading, "actor")) == 4
    assert said == {("havn as", "Ås"), ("havn as", "Nes"), ("havn as", None), ("vann as", "Ås")}


def test_two_numbers_with_one_name_are_two_and_two_names_with_one_number_one() -> None:
    reading = read(part("1", number=NUMBER), part("2", number=OTHER), part("3", number=NUMBER, name="HAVN A/S"))
    assert sorted(str(draft.values["organisation_number"]) for draft in of(reading, "actor")) == [NUMBER, OTHER]


def test_a_row_without_a_role_is_of_the_only_role_there_is() -> None:
    one = read(part(role=None, number=NUMBER, amount=7), part(number=NUMBER, amount=7))
    assert [draft.code for draft in of(one, "participation")] == [f"DEL-P1-{NUMBER}"]
    state = after(read(part(number=NUMBER, amount=7)))
    assert changes(state, read(part(role=None, number=NUMBER, amount=7))) == []


def test_two_sources_tell_of_one_actor_and_one_participation() -> None:
    council = read(part(number=NUMBER, amount=7), source="a")
    cordis = read(part(number=NUMBER, own="900", name="HAVN", amount=7), source="b")
    for order in ((council, cordis), (cordis, council)):
        state = after(*order)
        assert len(state["actor"]) == len(state["participation"]) == 1
        assert changes(after(*order, *order), *order) == []


def test_the_actor_of_the_workbook_is_the_one_with_its_number() -> None:
    own = {"name": "Havn", "organisation_number": "971 045 698", "visibility": "internal"}
    state = after(read(part(number=NUMBER)), state={"actor": {"A-1": own}})
    assert set(state["actor"]) == {"A-1"}
    assert [record["actor"] for record in state["participation"].values()] == ["A-1"]
    assert changes(state, read(part(number=NUMBER))) == []


def test_a_number_that_comes_later_is_kept_with_the_actor() -> None:
    state = after(read(part(own="900")), read(part(own="900", number=NUMBER)), read(part(own="900")))
    assert [r["organisation_number"] for r in state["actor"].values()] == [NUMBER]
    assert len(state["participation"]) == 1


def test_one_key_with_two_numbers_is_two_actors() -> None:
    state = after(read(part(own="900", number=NUMBER)), read(part("P2", own="900", number=OTHER)))
    assert len(state["actor"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "\u2013",
        ".",
        "?",
        "0",
        "000",
        "n/a",
        "N.A.",
        "#N/A",
        "TBA",
        "To be announced",
        "999999999",
        "9.71E+08",
        "xxx",
    ],
)
def test_a_placeholder_tells_nothing_apart(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["1", "X-1", "HORIZON-CL5-2024-D2-01-03", "101000001", "N", "Nan AS", "TBA-1"])
def test_what_tells_something_is_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("text", "number"), [("999 905 974", "999905974"), ("PIC: 999905974", "999905974"), ("999999999", ""), ("0", "")]
)
def test_a_participant_code_in_its_spellings(text: str, number: str) -> None:
    assert pic_number(text) == number


def test_a_number_that_one_list_leaves_out_is_the_actors_all_the_same() -> None:
    """With or without its number, before or after: one actor, one participation, one sum."""
    with_number = read(part(number=NUMBER, town="Ås", amount=100))
    without = read(part(town="Ås", amount=100))
    for first, second in ((with_number, without), (without, with_number)):
        state = after(first, second)
        (actor,) = state["actor"].values()
        assert actor["organisation_number"] == NUMBER
        assert [one["amount"] for one in state["participation"].values()] == [100]
        assert not changes(state, first)
        assert not changes(state, second)


def test_a_row_whose_number_is_damaged_is_of_the_one_it_names() -> None:
    reading = read(part(number=NUMBER, town="Ås"), part("P2", town="Ås"), part("P3", town="Moss"))
    assert sorted(str(d.values.get("organisation_number")) for d in of(reading, "actor")) == [NUMBER, "None"]
    of_town = {d.values["project_number"]: d.values["actor"] for d in of(reading, "participation")}
    assert of_town["P1"] == of_town["P2"] != of_town["P3"]


def test_namesakes_stay_apart() -> None:
    """Two numbers under one name, two places, two numbers of the source's own: no row without number is given away."""
    nameless = read(part("P9", town="Ås"))
    state = after(nameless, read(part(number=NUMBER, town="Ås"), part("P2", number=OTHER, town="Ås")))
    assert len(state["actor"]) == 3
    assert len(after(nameless, read(part("P2", number=NUMBER, town="Moss")))["actor"]) == 2
    assert len(after(read(part(own="7", town="Ås")), read(part("P2", own="8", town="Ås")))["actor"]) == 2
    assert len(after(nameless, read(part("P2", number=NUMBER), source="y"))["actor"]) == 2, "another source, no place"


def test_a_list_without_the_column_of_places_speaks_of_the_same_actors() -> None:
    state = after(read(part(town="Ås", municipality="3218", amount=5)), read(part(amount=5)))
    (actor,) = state["actor"].values()
    assert actor["municipality_text"] == "Ås"
    assert len(state["participation"]) == 1
