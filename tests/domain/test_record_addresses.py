"""Every kind of record has one word in addresses, and every code finds back from its own."""

from __future__ import annotations

import pytest

from akint_dash.access.doors import PAGES, door
from akint_dash.domain.record_addresses import ADDRESS, ENTITY, from_address, in_address
from akint_dash.domain.schema import ENTITIES

CODES = ["P-0017", "3201", "I3-2026-INV1.2", "SAM – samferdsel", "a/b", "æøå", "~2E", "..", "%2F", "x?y#z", "«»", "🙂"]


def test_every_kind_of_record_has_a_word_of_its_own() -> None:
    assert set(ADDRESS) == set(ENTITIES)
    assert len(set(ADDRESS.values())) == len(ADDRESS)
    for entity, word in ADDRESS.items():
        assert ENTITY[word] == entity
        assert in_address(word) == word.lower() == word


@pytest.mark.parametrize("code", CODES)
def test_a_code_finds_back_from_its_address_and_the_address_is_one_of_a_page(code: str) -> None:
    written = in_address(code)
    assert from_address(written) == code
    assert door(PAGES, f"/post/prosjekt/{written}", "GET") is not None


@pytest.mark.parametrize("part", ["", "a.b", "~2e", "~", "~4", "~41", "æ", "a b", "~FF", "~2D"])
def test_what_no_code_is_written_as_leads_nowhere(part: str) -> None:
    assert from_address(part) is None
