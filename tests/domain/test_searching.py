"""Words of a search: folded, in any order, at the beginning of words, and codes however they are written."""

from __future__ import annotations

import pytest

from akint_dash.domain.searching import begins, code_key, holds, plain, searched, sought


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Ærlig", "aerlig"),
        ("Tromsø", "TROMSO"),
        ("Ålesund", "aalesund"),
        ("Ålesund", "alesund"),
        ("Kraków", "krakow"),
        ("Besançon", "besancon"),
        ("Haakon", "håkon"),
    ],
)
def test_letters_are_folded_alike_in_what_is_typed_and_what_is_searched(written: str, typed: str) -> None:
    assert holds(sought(typed)[0], searched([written]))
    assert holds(sought(written)[0], searched([typed]))


def test_another_word_is_another_word() -> None:
    assert not holds(sought("tromsa")[0], searched(["Tromsø"]))


def test_signs_are_blanks_and_words_come_once() -> None:
    assert plain(" «Klima, energi» – og (miljø)! ") == "klima energi og miljo"
    assert sought("buss, BUSS  2024/1234 –") == ("buss", "2024 1234")


def test_a_word_begins_a_word_or_lies_inside_one_but_two_letters_only_begin() -> None:
    text = searched(["Utslippsfri kollektivtrafikk"])
    assert begins("utslipp", text)
    assert not begins("trafikk", text)
    assert holds("trafikk", text)
    assert holds("ko", text)
    assert not holds("fi", text)


@pytest.mark.parametrize("typed", ["P-0017", "p-0017", "P0017", "p17", "P-17", "p 17"])
def test_a_code_is_the_same_however_it_is_written(typed: str) -> None:
    assert code_key(typed) == code_key("P-0017")
    assert all(holds(word, searched([], ["P-0017"])) for word in sought(typed))


@pytest.mark.parametrize("other", ["P-0018", "P-0170", "A-0017", "P-00-17-1"])
def test_another_code_is_another(other: str) -> None:
    assert code_key(other) != code_key("P-0017")
