"""As many answers are kept as a number of bytes holds."""

from __future__ import annotations

from akint_dash.domain.bounded import Bounded


def test_what_was_not_asked_for_longest_goes_first() -> None:
    kept: Bounded[str] = Bounded(10)
    kept.put("a", "A", 4)
    kept.put("b", "B", 4)
    assert kept.get("a") == "A"
    kept.put("c", "C", 4)
    assert [kept.get(key) for key in "abc"] == ["A", None, "C"]
    assert (kept.bytes, len(kept)) == (8, 2)


def test_what_is_put_again_counts_once_and_what_is_too_large_not_at_all() -> None:
    kept: Bounded[str] = Bounded(10)
    for _ in range(5):
        kept.put("a", "A", 7)
    kept.put("b", "B", 11)
    assert (kept.bytes, kept.get("a"), kept.get("b")) == (7, "A", None)
    nothing: Bounded[str] = Bounded(0)
    nothing.put("a", "A", 1)
    assert nothing.get("a") is None
