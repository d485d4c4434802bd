"""The order of calls: by rules, words and the county's own calls."""

from __future__ import annotations

from typing import Any

import pytest

from akint_dash.domain.fit import rules_from
from akint_dash.domain.likeness import Start, alike, described, features, indexed, odds, score
from akint_dash.measures.fit import FITS_FROM, fits
from akint_dash.measures.fit_likeness import Examples, Texts, county_texts
from akint_dash.measures.fit_listing import fit_list

from .small import TODAY, scope_of

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
    return [one["title"] for one in fit_list(scope_of(**LISTS, call=calls).portfolio, TODAY, rules=RULES)]


def test_what_the_rules_find_stands_before_what_they_do_not() -> None:
    assert found(A=call("Qwerty zxcvb"), B=call("Bus zxcvb")) == ["Bus zxcvb", "Qwerty zxcvb"]


def test_a_call_like_a_confirmed_one_rises_and_names_it() -> None:
    confirmed = call("Hyttebygg asdfgh", confirmed_areas=[["SAM", None]])
    some = scope_of(**LISTS, call={"A": call("Qwerty zxcvb"), "B": confirmed, "C": call("Hyttebygg qazwsx")}).portfolio
    listed = fit_list(some, TODAY, rules=RULES)
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


def test_likeness_is_whole_for_the_same_words_and_none_for_others() -> None:
    one, other = (features(title, "X-1", "P", Start()) for title in ("Cities and rivers", "Tanks"))
    assert {name: round(like, 6) for name, like in alike(one, indexed({"A": one, "B": other})).items()} == {"A": 1}


WORTH = Start({"~ferry": 2.0, "~tank": 2.0, "~water": 1.0}, {"~ferry": 1.0, "~tank": -1.0})


def test_a_description_counts_by_the_words_known_of_descriptions_as_one_length() -> None:
    assert described("", WORTH) == described("nothing known", WORTH) == {}
    found = described("Ferries, ferry FERRY and water", Start({"~ferry": 2.0, "~water": 1.0}))
    assert set(found) == {"~ferry", "~water"}
    assert round(sum(value * value for value in found.values()), 9) == 1
    assert found["~ferry"] > found["~water"]
    assert odds(described("ferry", WORTH), WORTH) == 1 == -odds(described("tank", WORTH), WORTH)


def test_a_description_moves_the_score_and_a_call_without_one_is_left_between() -> None:
    texts = Texts(WORTH)
    said = [texts.of(call("X", description=words)).says for words in ("ferry", "", "tank")]
    assert said == sorted(said, reverse=True)
    assert len(set(said)) == 3
    assert score(said[0], WORTH, by_rule=False) > score(said[1], WORTH, by_rule=False)
    assert score(said[1], WORTH, by_rule=True) > score(said[1], WORTH, by_rule=False)


def test_two_described_calls_are_compared_by_their_descriptions_others_by_their_titles_never_with_itself() -> None:
    texts = Texts(WORTH)
    some = {
        "A": texts.of(call("Harbour works", description="ferry ferry")),
        "B": texts.of(call("Harbour works", description="tank")),
        "C": texts.of(call("Harbour works")),
    }
    examples = Examples(some, texts.width)
    assert examples.nearest(texts.of(call("Other title", description="ferry")), "X") == (1, "A")
    assert examples.nearest(texts.of(call("Other title", description="water")), "X") == (0, "")
    assert round(examples.nearest(texts.of(call("Harbour works")), "X")[0], 9) == 1
    like, name = examples.nearest(some["A"], "A")
    assert (round(like, 9), name) == (1, "C"), "C has no description, so their titles tell"
    assert examples.nearest(texts.of(call("Qwerty")), "X") == (0, "")
    assert Examples({}, texts.width).nearest(some["A"], "A") == (0, "")


def test_under_the_floor_a_rule_alone_proposes_nobody_a_recorded_theme_and_a_confirmation_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = Texts(Start({"qwerty": 1.0}, {"qwerty": -9.0}))
    monkeypatch.setattr("akint_dash.measures.fit_likeness.county_texts", lambda: texts)
    recorded = {"themes": [["samferdsel", None]]}
    some = {
        "A": call("Bus"),
        "B": call("Bus qwerty"),
        "C": call("Bus qwerty", **recorded),
        "D": call("Bus qwerty", confirmed_areas=[["SAM", None]]),
    }
    found = fits(scope_of(**LISTS, call=some).portfolio, RULES)
    assert {code: bool(one.areas) for code, one in found.items()} == {"A": True, "B": False, "C": True, "D": True}
    assert (found["B"].why_not, found["B"].themes) == ("score", ("samferdsel",))
    assert found["B"].score < FITS_FROM <= found["A"].score


def test_a_rule_alone_with_words_nobody_knows_stands_above_the_floor() -> None:
    """With the weights in use: a call is not hidden because its words are new."""
    start = county_texts().start
    assert score(0.0, start, by_rule=True) > FITS_FROM > score(0.0, start, by_rule=False)
