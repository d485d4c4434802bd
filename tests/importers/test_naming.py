"""Which record a person means, and what is said where that is none or several."""

from __future__ import annotations

import pytest

from akint_dash.domain.history import State
from akint_dash.domain.reading import Draft, Place
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.naming import Names

STATE: State = {
    "area": {
        "SAM": {"name_nb": "Samferdsel", "valid_from": 2024},
        "KUL": {"name_nb": "Kultur, idrett og frivillighet", "name_short": "Kultur"},
        "KLI": {"name_nb": "Klima og miljø", "name_en": "Climate and environment"},
        "N/A": {"name_nb": "Uten område"},
    },
    "municipality": {
        "0301": {"name_nb": "Oslo"},
        "3024": {"name_nb": "Bærum", "valid_to": 2023},
        "3201": {"name_nb": "Bærum", "valid_from": 2024},
        "3203": {"name_nb": "Asker"},
    },
}
AREAS = ENTITIES["project"].by_name["areas"]


def names() -> Names:
    return Names(STATE)


@pytest.mark.parametrize(
    "said",
    [
        *("SAM", "sam", "Samferdsel", "SAMFERDSEL", "Sam ferdsel", "SAM – Samferdsel", "SAM - Samferdsel"),
        *("sam — samferdsel", "Samferdsel (SAM)", "SAM – Samf", "SAM – et gammelt navn"),
    ],
)
def test_a_code_a_name_or_both_is_the_record(said: str) -> None:
    assert names().code("area", said) == "SAM"


@pytest.mark.parametrize(("said", "code"), [("301", "0301"), ("3201", "3201"), ("Climate and environment", "KLI")])
def test_zeros_in_front_and_english_names(said: str, code: str) -> None:
    entity = "area" if code == "KLI" else "municipality"
    assert names().code(entity, said) == code


@pytest.mark.parametrize(
    "said",
    [
        "Bærum",
        "SAM – Kultur",
        "SAM – Samferdsel, KUL – Kultur",
        "SAM – før, KUL",
        "1",
        "01",
        "SAM, KUL",
        "Samfersel",
        "",
    ],
)
def test_what_can_mean_none_or_several_stays_what_was_said(said: str) -> None:
    assert names().code("municipality" if said == "Bærum" else "area", said) == said


def test_a_code_that_is_there_wins_whatever_signs_it_has() -> None:
    state: State = {"area": {"SAM": {"name_nb": "A"}, "SAM – B": {"name_nb": "B"}, "A, B": {"name_nb": "C"}}}
    known = Names(state)
    assert known.code("area", "SAM – B") == "SAM – B"
    assert known.ties(AREAS, [["A, B", 60], ["SAM – B", None]]) == [["A, B", 60], ["SAM – B", None]]


def test_a_record_that_a_file_states_is_known_by_its_name() -> None:
    known = names()
    known.add([Draft("area", "NY", {"name_nb": "Nytt område"}, Place("x"))], ["NY"])
    assert known.code("area", "nytt område") == "NY"


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("SAM, KUL", ["SAM", "KUL"]),
        ("Kultur, idrett og frivillighet", ["KUL"]),
        ("KUL – Kultur, idrett og frivillighet, SAM – Samferdsel", ["KUL", "SAM"]),
        ("Samferdsel, Kultur, idrett og frivillighet, KLI", ["SAM", "KUL", "KLI"]),
        ("SAM – et gammelt navn, KLI", ["SAM", "KLI"]),
        ("SAM og KLI", ["SAM", "KLI"]),
        ("SAM/KLI", ["SAM", "KLI"]),
        ("Samferdsel & Kultur", ["SAM", "KUL"]),
        ("Klima og miljø", ["KLI"]),
        ("N/A", ["N/A"]),
        ("SAM og noe annet", ["SAM og noe annet"]),
        ("SAM, , KLI", ["SAM", "KLI"]),
    ],
)
def test_a_cell_of_many_codes(said: str, codes: list[str]) -> None:
    assert names().ties(AREAS, [[said, None]]) == [[code, None] for code in codes]


def test_a_share_belongs_to_the_last_code_before_it() -> None:
    assert names().ties(AREAS, [["SAM, KUL", 40]]) == [["SAM", None], ["KUL", 40]]


@pytest.mark.parametrize(
    ("said", "key", "meant"),
    [
        ("Samfersel", "unknown_code", "SAM – Samferdsel (2024–)"),
        ("SAMM", "unknown_code", "SAM – Samferdsel (2024–)"),
        ("klima", "unknown_code", "KLI – Klima og miljø"),
        ("Rådsområde for samferdsel", "unknown_code", "SAM – Samferdsel (2024–)"),
        ("romfart", "unknown_code", ""),
        ("SAM – Kultur", "code_and_name_differ", "SAM – Samferdsel (2024–) eller KUL – Kultur, idrett og frivillighet"),
        (
            "SAM – Samferdsel, KLI – Klima og miljø",
            "one_code_only",
            "SAM – Samferdsel (2024–) eller KLI – Klima og miljø",
        ),
        ("SAM, KLI", "one_code_only", "SAM – Samferdsel (2024–) eller KLI – Klima og miljø"),
        ("SAM/KLI", "one_code_only", "SAM – Samferdsel (2024–) eller KLI – Klima og miljø"),
    ],
)
def test_a_near_miss_says_what_may_be_meant(said: str, key: str, meant: str) -> None:
    assert names().fault("area", said) == (key, meant)


def test_a_name_of_several_names_them_with_their_years() -> None:
    assert names().fault("municipality", "bærum") == (
        "name_of_several",
        "3024 – Bærum (–2023) eller 3201 – Bærum (2024–)",
    )


@pytest.mark.parametrize(
    ("said", "meant"), [("SAM 60", "SAM 60 %"), ("SAM (60)", "SAM 60 %"), ("Kultur: 40", "KUL 40 %")]
)
def test_a_share_without_its_percent_sign_is_told_where_something_is_divided(said: str, meant: str) -> None:
    assert names().fault("area", said, shares=True) == ("share_without_percent", meant)
    assert names().fault("area", said)[0] == "unknown_code"
    assert names().fault("area", "SAM 160", shares=True)[0] == "unknown_code"


def test_the_rows_own_code_as_the_drop_down_or_the_spreadsheet_writes_it() -> None:
    assert names().own("area", "SAM – Samferdsel") == "SAM"
    assert names().own("municipality", "301") == "0301"
    assert names().own("area", "Samferdsel") == "Samferdsel", "a new code may be any word"


@pytest.mark.parametrize("code", ["A;B", "A,B", "50 %", 'A"B', "x" * 201])
def test_what_cannot_become_a_code_but_may_be_one(code: str) -> None:
    assert not names().may_be_new("area", code)
    assert Names({"area": {code: {"name_nb": "x"}}}).may_be_new("area", code)


def test_a_persons_code_counts_whatever_name_follows() -> None:
    known = Names({"person": {"N-1": {"forgotten": True}, "N-2": {"name": "Kari Annen"}}})
    assert known.own("person", "N-1 – Kari") == "N-1"
    assert known.own("person", "n-1 - Kari Annen") == "N-1"
    assert known.own("person", "N-3 – Kari") == "N-3 – Kari"
