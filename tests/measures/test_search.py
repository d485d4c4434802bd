"""Which records a search finds, and in what order."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from akint_dash.domain.searching import sought
from akint_dash.measures.search import Rank, find, known, through
from akint_dash.store.portfolio import Portfolio, make

from .small import LISTS, activity, dossier, project

STATE: dict[str, Any] = {
    **LISTS,
    "organisation": {"ORG-1": {"name": "Nettverk for ærlig energi", "area": "SAM", "kind": "network"}},
    "membership": {"M-1": {"organisation": "ORG-1", "area": "SAM", "from_date": "2024-01-01"}},
    "project": {
        "P-0017": project(title="Grønn havn"),
        "P-0018": project(title="Havn og by, grønn omstilling"),
        "P-0019": project(title="Ladestasjoner i småbåthavner", summary="Grønne anlegg"),
        "P-0020": project(title="Elektriske ferger", organisations=[["ORG-1", None]], programme="INT"),
        "P-0021": project(title="Havner uten farge"),
        "P-0099": project(title="Grønn havn i det skjulte", visibility="internal"),
    },
    "dossier": {
        "D-1": dossier(title="Batterier", celex="32023R1542", com="COM(2020) 798", procedure="2020/0353(COD)"),
        "D-2": dossier(title="Avfall", celex="32008L0098", case_number="2024/1234"),
    },
    "actor": {"X-1": {"name": "Havbruk AS", "organisation_number": "974706806"}},
    "activity": {"A-1": activity(title="Møte i nettverket", organisations=[["ORG-1", None]])},
}


@pytest.fixture(scope="module")
def staff() -> Portfolio:
    return make(STATE, [], [], "staff")


def found(portfolio: Portfolio, typed: str) -> list[tuple[str, Rank]]:
    return [(hit.code, hit.rank) for hit in find(portfolio, sought(typed))]


def test_the_best_come_first_and_what_lacks_a_word_is_not_there(staff: Portfolio) -> None:
    assert found(staff, "grønn havn") == [
        ("P-0017", Rank.NAME),
        ("P-0018", Rank.NAME_BEGINS),
        ("P-0099", Rank.NAME_BEGINS),
        ("P-0019", Rank.INSIDE),
    ]
    assert "P-0021" not in dict(found(staff, "grønn havn"))


@pytest.mark.parametrize(
    "typed", ["grønn havn by", "nettverk ærlig", "interreg ferger", "p-0017 havn", "energi ferger"]
)
def test_the_order_of_the_words_is_of_no_importance(staff: Portfolio, typed: str) -> None:
    whole = found(staff, typed)
    assert whole
    for words in itertools.permutations(typed.split()):
        assert found(staff, " ".join(words)) == whole


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("P-0017", "P-0017"),
        ("p0017", "P-0017"),
        ("p17", "P-0017"),
        ("32023R1542", "D-1"),
        ("32023r1542", "D-1"),
        ("COM(2020) 798", "D-1"),
        ("com 2020 798", "D-1"),
        ("2020/0353(COD)", "D-1"),
        ("2024/1234", "D-2"),
        ("974706806", "X-1"),
        ("974 706 806", "X-1"),
    ],
)
def test_a_code_is_found_first_however_it_is_written(staff: Portfolio, typed: str, code: str) -> None:
    assert found(staff, typed)[0] == (code, Rank.CODE)


def test_the_beginning_of_a_code_finds_those_that_begin_so(staff: Portfolio) -> None:
    assert [code for code, _ in found(staff, "p-001")] == ["P-0017", "P-0018", "P-0019"]


def test_what_is_tied_comes_last_and_says_by_what(staff: Portfolio) -> None:
    hits = find(staff, sought("nettverk energi"))
    assert [(hit.code, hit.rank) for hit in hits][:2] == [("M-1", Rank.NAME_BEGINS), ("ORG-1", Rank.NAME_BEGINS)]
    assert {hit.code: through(staff, hit) for hit in hits[2:]} == {
        "P-0020": ("organisation", "ORG-1"),
        "A-1": ("organisation", "ORG-1"),
    }


def test_nothing_is_found_by_nothing_and_unknown_words_are_unknown(staff: Portfolio) -> None:
    assert find(staff, sought("  – ")) == []
    assert known(staff, "havn")
    assert not known(staff, "havnx")


@pytest.mark.parametrize("typed", ["grønn", "havn", "p-00", "energi", "havn skjulte", "p99", "974706806"])
def test_a_stranger_finds_what_staff_find_without_what_is_internal(staff: Portfolio, typed: str) -> None:
    stranger = make(STATE, [], [], "public")
    open_to_all = [pair for pair in found(staff, typed) if pair[0] != "P-0099"]
    assert found(stranger, typed) == open_to_all
