"""The order of calls: by rules, words and the county's own calls."""

from __future__ import annotations

from typing import Any

from akint_dash.domain.fit import rules_from
from akint_dash.domain.likeness import Start, features, indexed, nearest, score
from akint_dash.measures.fit import fit_list, fits

from .small import scope_of

RULES = rules_from({"themes": {"samferdsel": {"words": ["bus"]}}})
LISTS: dict[str, Any] = {
    "area": {"SAM": {"name_nb": "Samferdsel"}, "GAM": {"name_nb": "Gammel", "valid_to": 2023}},
    "theme": {"samferdsel": {"name_nb": "Samferdsel"}},
    "area_theme": {
        "1": {"area": "SAM", "theme": "samferdsel"},
        "2": {"area": "GAM", "theme": "samferdsel"},
    },
    "programme": {"X": {"name_nb": "X", "norway": "no"}, "X-1": {"name_nb": "X1", "parent": "X"}},
}


def call(title: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "visibility": "public", **more}


def found(**calls: Any) -> list[str]:
    return [one["title"] for one in fit_list(scope_of(**LISTS, call=calls).portfolio, RULES)]


def test_what_the_rules_find_stands_before_what_they_do_not() -> None:
    assert found(A=call("Qwerty zxcvb"), B=call("Bus zxcvb")) == ["Bus zxcvb", "Qwerty zxcvb"]


def test_a_call_like_a_confirmed_one_rises_and_names_it() -> None:
    confirmed = call("Hyttebygg asdfgh", confirmed_areas=[["SAM", None]])
    some = scope_of(**LISTS, call={"A": call("Qwerty zxcvb"), "B": confirmed, "C": call("Hyttebygg qazwsx")}).portfolio
    listed = fit_list(some, RULES)
    assert [one["title"] for one in listed] == ["Hyttebygg asdfgh", "Hyttebygg qazwsx", "Qwerty zxcvb"]
    assert [one["like"] for one in listed] == [None, "Hyttebygg asdfgh", None]
    assert listed[0]["score"] == 1
    assert all(0 <= one["score"] <= 1 for one in listed)


def test_a_programme_norway_may_not_enter_fits_nobody_its_parent_counts() -> None:
    fit = fits(scope_of(**LISTS, call={"A": call("Bus", programme="X-1")}).portfolio, RULES)["A"]
    assert (fit.areas, fit.score) == ((), 0)
    assert fit.themes == ("samferdsel",)


def test_a_closed_area_is_not_proposed() -> None:
    some = scope_of(**LISTS, call={"A": call("Bus")}, call_deadline={"1": {"call": "A", "day": "2026-12-01"}}).portfolio
    assert [area.code for area in fits(some, RULES)["A"].areas] == ["SAM"]


def test_likeness_is_whole_for_the_same_words_none_for_others_and_never_to_itself() -> None:
    one, other = (features(title, "X-1", "P", Start()) for title in ("Cities and rivers", "Tanks"))
    index = indexed({"A": one, "B": other})
    like, name = nearest(one, "C", index)
    assert (round(like, 6), name) == (1, "A")
    assert nearest(one, "A", index) == (0, "")
    assert score(one, Start(), by_rule=True) > score(one, Start(), by_rule=False)
