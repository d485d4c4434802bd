"""What is let in is spelt as a workbook can say it, whoever read it."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.domain.reading import Draft, Place, Problem, Reading
from akint_dash.importers.canonical import MAX_CODE, MAX_KEY, canonical

HERE = Place("kilde.csv", row=7)


def draft(entity: str = "call", code: str = "U", key: str = "k", **values: Any) -> Draft:
    return Draft(entity, code, values, HERE, (("kilde", key),))


def let_in(*drafts: Draft, lenient: bool = True) -> Reading:
    return canonical(Reading("kilde", "kilde.csv", drafts, lenient=lenient))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (" Grønn\u00a0havn ", "Grønn\u00a0havn"),
        ("Ha\u030avn", "Håvn"),
        ("\ufffe", None),
        ("\xad\u200b", None),
        ("", None),
    ],
)
def test_a_text_is_as_a_cell_holds_it(said: str, kept: str | None) -> None:
    assert (let_in(draft(note=said)).drafts[0].values["note"] or None) == kept


@pytest.mark.parametrize(("said", "kept"), [("Euro", "EUR"), ("kr", "NOK"), ("mill. kr", "mill. kr"), ("XYZ", "XYZ")])
def test_a_word_for_a_currency_is_its_code(said: str, kept: str) -> None:
    assert let_in(draft(currency=said)).drafts[0].values["currency"] == kept


def test_codes_and_what_names_them_are_on_one_line() -> None:
    found = let_in(
        draft(code="A\u00a0 B\u200b", programme=" H\u00a0E ", themes=[["klima \n miljø", None]], areas=[["S  AM", 60]]),
        draft("call_deadline", "A\u00a0 B/1", call="A\u00a0 B\u200b"),
    )
    first, second = found.drafts
    assert (first.code, first.values["programme"], first.values["themes"]) == ("A B", "H E", [["klima miljø", None]])
    assert (second.code, second.values["call"]) == ("A B/1", "A B")


def test_a_code_of_a_public_source_is_no_longer_than_a_code_and_two_stay_two() -> None:
    long = "HORIZON " * 60
    one, other, due = let_in(
        draft(code=long + "1"), draft(code=long + "2"), draft("call_deadline", "x", call=long + "1")
    ).drafts
    assert max(len(one.code), len(other.code)) <= MAX_CODE
    assert one.code != other.code
    assert due.values["call"] == one.code
    assert let_in(draft(code=long), lenient=False).drafts[0].code == long.strip(), "a person is asked for a shorter one"


def test_a_sources_key_is_no_longer_than_an_index_takes_and_no_mark_of_ours() -> None:
    keys = [let_in(draft(key=key)).drafts[0].source_refs[0][1] for key in ("k", "@title", "x" * 9000 + "1", "x" * 9000)]
    assert keys[:2] == ["k", "\\@title"]
    assert len(set(keys)) == 4
    assert max(map(len, keys)) <= MAX_KEY


def test_a_row_whose_code_no_one_sees_is_told_and_no_record() -> None:
    found = let_in(draft(code="\u200b"), draft("call_deadline", "\u200b/1", call="\u200b"), draft(code="B"))
    assert [d.code for d in found.drafts] == ["B"]
    assert (found.problems, found.remarks) == ((), (Problem("row_left_out_remark", HERE),))
    found = let_in(draft(code="\u200b"), draft(code="B"), lenient=False)
    assert ([d.code for d in found.drafts], found.problems) == (["B"], (Problem("blank_code", HERE),))
