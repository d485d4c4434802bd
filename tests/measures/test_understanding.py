"""What the words of a search mean, which selection they make, and that none is left out in silence."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures.answering import answer, nearest
from akint_dash.measures.offers import Offer, offers
from akint_dash.measures.scope import Scope
from akint_dash.measures.understanding import Understood, completed, names, understand
from akint_dash.store.portfolio import Portfolio, make

from .small import LISTS, TODAY, project, step

COUNTRIES = {"SE": ("Sverige", "Sweden"), "XX": ("Ingenland", "Noland")}
STATE: dict[str, Any] = {
    **LISTS,
    "area": {
        "KUL": {"name_nb": "Kultur, idrett og frivillighet", "name_en": "Culture and sport", "name_short": "Kultur"},
        "SAM": {"name_nb": "Samferdsel", "name_en": "Transport"},
        "UTD": {"name_nb": "Utdanning", "name_en": "Education"},
    },
    "theme": {"kultur": {"name_nb": "Kultur"}, "klima": {"name_nb": "Klima og miljø", "name_en": "Climate"}},
    "municipality": {
        "3030": {"name_nb": "Lillestrøm", "replaced_by": "3205"},
        "3205": {"name_nb": "Lillestrøm"},
        "3207": {"name_nb": "Nordre Follo"},
        "3218": {"name_nb": "Ås"},
    },
    "region": {"SE-O": {"name_nb": "Västra Götaland", "ring": "norden", "country": "SE"}},
    "project": {
        "P-1": project(title="Havn for alle", programme="INT"),
        "P-2": project(title="Havn i nord", area="UTD"),
    },
    "project_step": {"S-1": step("P-1", "granted", "2025-03-01"), "S-2": step("P-2", "granted", "2025-03-01")},
}
NOTHING = Selection()


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return make(STATE, [], [], "staff")


def read(portfolio: Portfolio, typed: str) -> Understood:
    return understand(portfolio, typed, TODAY.year, COUNTRIES)


def first(portfolio: Portfolio, typed: str) -> Offer:
    return offers(read(portfolio, typed), NOTHING)[0]


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("samferdsel 2025 interreg", "omrade=SAM&program=INT&periode=2025-2025"),
        ("Transport INT 2024-2026", "omrade=SAM&program=INT&periode=2024-2026"),
        ("sam/utd", "omrade=SAM,UTD"),
        ("2026 2024", "periode=2024-2026"),
        ("i år", "periode=2026-2026"),
        ("mars 2026", "maned=2026-03&periode=2026-2026"),
        ("Samferdsel i March 2025", "omrade=SAM&maned=2025-03&periode=2025-2025"),
        ("des i fjor", "maned=2025-12&periode=2025-2025"),
        ("januar og februar 2026", "maned=2026-01,2026-02&periode=2026-2026"),
        ("mars", ""),
        ("mars 2024 2026", "periode=2024-2026"),
        ("last year education", "omrade=UTD&periode=2025-2025"),
        ("idrett frivillighet kultur", "omrade=KUL"),
        ("innvilgede", ""),
        ("innvilget norden", "status=granted&ring=norden"),
        ("fått tilsagn", "status=granted"),
        ("HORISONT europa", "program=HE"),
        ("miljø klima", "tema=klima"),
        ("Utdannings", "omrade=UTD"),
    ],
)
def test_names_years_and_states_become_a_selection(portfolio: Portfolio, typed: str, query: str) -> None:
    found = offers(read(portfolio, typed), NOTHING)
    assert (found[0].selection.to_query() if found else "") == query


@pytest.mark.parametrize(
    "typed",
    [
        "samferdsel 2025 interreg",
        "kultur idrett frivillighet frister påske",
        "follo nordre aktører",
        "havn i år utdanning",
        "samferdsel mars i fjor",
    ],
)
def test_the_order_of_the_words_changes_nothing(portfolio: Portfolio, typed: str) -> None:
    whole, rest = set(offers(read(portfolio, typed), NOTHING)), set(read(portfolio, typed).rest)
    assert whole
    for words in itertools.permutations(typed.split()):
        found = read(portfolio, " ".join(words))
        assert set(offers(found, NOTHING)) == whole
        assert set(found.rest) == rest


@pytest.mark.parametrize(
    "typed",
    [
        "samferdsel havn xyz 2025",
        "hva koster medlemskap over 100 000 i år",
        "SAM-2025-X 2024/1234 klima",
        "i på og",
        "who in Lillestrøm takes part?",
    ],
)
def test_no_word_is_left_out_in_silence(portfolio: Portfolio, typed: str) -> None:
    found = read(portfolio, typed)
    told = " ".join([*(part.said for part in found.parts), *found.rest, *found.small]).split()
    assert sorted(told) == sorted(typed.replace("?", "").split())


def test_a_word_with_two_meanings_means_both_and_a_code_is_no_name(portfolio: Portfolio) -> None:
    both = offers(read(portfolio, "kultur 2025"), NOTHING)
    assert [one.selection.to_query() for one in both] == [
        "omrade=KUL&periode=2025-2025",
        "tema=kultur&periode=2025-2025",
    ]
    assert read(portfolio, "SAM-2025-01").parts == ()
    assert read(portfolio, "SAM-2025-01").rest == ("SAM-2025-01",)


def test_places_are_those_of_today_and_a_short_name_is_met_as_it_is_written(portfolio: Portfolio) -> None:
    assert first(portfolio, "lillestrom").selection.kommune == ("3205",)
    assert first(portfolio, "Ås").selection.kommune == ("3218",)
    assert first(portfolio, "aas").selection.kommune == ("3218",)
    assert [(p.sort, p.value) for p in first(portfolio, "sweden").places] == [("country", "SE")]
    assert read(portfolio, "Havbruk AS").parts == ()
    assert read(portfolio, "Ingenland").parts == ()  # no region of ours lies there


@pytest.mark.parametrize(
    ("typed", "things", "span", "least"),
    [
        ("Utdanning's deadlines before Easter", ("due",), "paske", None),
        ("frister utdanning", ("due",), "", None),
        ("which memberships cost over 100 000 and gave nothing recorded", ("membership",), "", 100000),
        ("who in Lillestrøm takes part", ("actor",), "", None),
        ("EU-penger", ("money",), "", None),
        ("2025", (), "", None),
    ],
)
def test_kinds_of_things_windows_and_amounts(
    portfolio: Portfolio, typed: str, things: tuple[str, ...], span: str, least: int | None
) -> None:
    found = first(portfolio, typed)
    assert (found.things, found.span, found.least) == (things, span, least)


def test_the_rest_is_looked_for_inside_the_selection_and_unknown_words_are_told(portfolio: Portfolio) -> None:
    scope = Scope(portfolio, NOTHING, TODAY)

    def asked(typed: str) -> tuple[list[str], tuple[str, ...]]:
        found = read(portfolio, typed)
        told = answer(scope, found, offers(found, NOTHING))
        return [hit.code for hits in told.hits.values() for hit in hits], told.dropped

    assert asked("havn") == (["P-1", "P-2"], ())
    assert asked("havn utdanning") == (["P-2"], ())
    assert asked("2024 havn") == ([], ())
    assert asked("havn interreg") == (["P-1"], ())
    assert asked("havn utdaning") == (["P-1", "P-2"], ("utdaning",))
    assert nearest(names(portfolio, COUNTRIES), "utdaning") == "utdanning"
    assert nearest(names(portfolio, COUNTRIES), "qqqqq") == ""


def test_words_that_are_never_together_are_counted_each_by_itself(portfolio: Portfolio) -> None:
    found = read(portfolio, "alle nord havn")
    told = answer(Scope(portfolio, NOTHING, TODAY), found, [])
    assert found.small == ("alle",)
    assert told.n == 1
    apart = answer(Scope(portfolio, NOTHING, TODAY), Understood(rest=("nord", "interreg")), [])
    assert (apart.n, apart.alone) == (0, (("nord", 2), ("interreg", 2)))


def test_an_unfinished_word_is_completed_by_names_that_are_in_use(portfolio: Portfolio) -> None:
    def completions(typed: str) -> list[str]:
        every = completed(portfolio, typed, TODAY.year, COUNTRIES)
        return [one.parts[-1].meanings[0].value for one in every[1:] if one.parts]

    assert completions("2025 sam")[0] != "HE"
    assert "INT" in completions("inte")
    assert "HE" not in completions("hor")  # nothing here is of it
    assert "SAM" in completions("2025 samf")
    assert completions("kultur idr")[0] == "KUL"
