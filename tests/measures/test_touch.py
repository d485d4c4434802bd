"""What a filter can touch of a list, and what it leaves out."""

from __future__ import annotations

from typing import Any

from akint_dash.measures.scope import Scope
from akint_dash.measures.touch import untouchable

from .small import cooperation, dossier, scope_of

SOME: Any = {
    "cooperation": {"C-1": cooperation(), "C-2": cooperation(region="SE-O")},
    "dossier": {"D-1": dossier()},
}


def listed(scope: Scope) -> list[str]:
    """The regions' cooperations, and dossiers, which have no programme."""
    return [*scope.records("cooperation"), *scope.records("dossier")]


def test_a_line_without_what_a_filter_chooses_by_is_untouchable_and_what_is_left_out_is_told() -> None:
    """A cooperation has a region; a second one, of another ring, is left out."""
    assert untouchable(scope_of("ring=ukraina", **SOME), ("program", "ring"), listed)[0] == frozenset()
    left_out = untouchable(scope_of("ring=ukraina", **SOME), ("ring",), lambda s: [*s.records("cooperation")])
    assert left_out == [frozenset(), frozenset()]


def test_a_filter_that_no_line_has_anything_of_touches_none() -> None:
    assert untouchable(scope_of("program=HE", **SOME), ("program", "ring"), listed) == [frozenset({"program"})] * 3


def test_nothing_is_asked_of_filters_that_are_not_in_use() -> None:
    assert untouchable(scope_of("omrade=SAM", **SOME), ("program", "ring"), listed) == []
