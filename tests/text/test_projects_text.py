"""Sentences of the page on project development: when each may be said, and when it must not."""

from __future__ import annotations

import pytest

from akint_dash.text import projects as text
from akint_dash.text.words import Words

W = Words("nb")


def test_the_finding_names_money_only_where_there_is_some() -> None:
    assert text.finding(W, 22, 54, 17_110_000_000, 5) == "22 av 54 søknader innvilget: 171,1\u00a0mill.\u00a0kr vunnet"
    assert "mangler" in text.finding(W, 2, 3, 0, 5)
    assert text.finding(W, 0, 4, 0, 5) == "Ingen av 4 avgjorte søknader er innvilget"
    assert text.finding(W, 0, 0, 0, 5).startswith("5 prosjekter er på vei")
    assert text.finding(W, 0, 0, 0, 0) == "Ingen prosjekter i dette utvalget"


@pytest.mark.parametrize(
    ("status", "ended", "rate"),
    [
        ("submitted", (4, 9, 5, 0), ""),
        ("submitted", (4, 9, 6, 0), "40\u00a0%"),
        ("submitted", (4, 9, 6, 100), "40\u00a0%"),
        ("idea", (77, 4, 0, 0), ""),
        ("running", (50, 50, 0, 0), ""),
    ],
)
def test_a_rate_is_of_ten_decided_applications_and_of_nothing_else(
    status: str, ended: tuple[int, int, int, int], rate: str
) -> None:
    assert text.between(W, status, *ended)[0] == rate


def test_those_that_wait_are_said_and_not_counted() -> None:
    assert text.between(W, "submitted", 4, 9, 6, 1)[1] == (
        "4 av 10 avgjorte er innvilget; 9 venter på svar; 1 ble trukket"
    )
    assert text.between(W, "running", 5, 14, 0, 0)[1] == "5 av 19 er fullført; 14 pågår"
    assert text.between(W, "granted", 0, 0, 0, 0) == ("", "")
    assert text.rate_say(W, 4, 9, 3) == "4 av 9 avgjorte søknader er innvilget; 3 venter på svar og er ikke regnet med."
    assert "%" in text.rate_say(W, 4, 10, 0)
    assert "innvilget" not in text.rate_say(W, 0, 0, 3)
    assert text.rate_say(W, 0, 0, 0) == "Ingen søknader er sendt."


def test_an_unfinished_year_is_so_far_and_set_beside_the_same_days() -> None:
    assert "Hittil i 2026" in text.year_title(W, 2026, 100, 200, unfinished=True)
    assert "Hittil" not in text.year_title(W, 2025, 100, 200, unfinished=False)
    assert text.year_title(W, 2026, 0, 0, unfinished=True) == "Ingenting vunnet hittil i 2026"
    assert text.years_say(W, [(2024, 0, 0), (2025, 8, 20), (2026, 6, 16)], 2026).endswith("6 av 16 hittil i 2026.")
    assert text.years_say(W, [(2024, 0, 0)], 2026) == "Ingen søknader er avgjort i perioden."


def test_a_leader_is_named_only_where_one_stands_out() -> None:
    names = {"A": "Interreg", "B": "Horisont Europa"}
    assert text.programme_title(W, {"A": 100, "B": 97}, names) == "Ingen program skiller seg ut i vunnet støtte"
    assert text.programme_title(W, {"A": 100, "B": 50}, names).startswith("Interreg")
    assert text.programme_title(W, {"A": 100, "B": 0}, names).startswith("Bare Interreg")
    assert text.programme_title(W, {"A": 0}, names) == "Ingen program har gitt støtte ennå"
    assert "skiller seg ut" in text.place_title(W, {"A": 100, "B": 97}, names)
    assert text.place_title(W, {}, names) == "Ingen støtte er registrert i Akershus"
    assert text.goal_say(W, {"A": 1, "B": 1}, names).startswith("Sortert")
    assert text.goal_say(W, {}, names) == ""
    assert "ingen sektor skiller seg ut" in text.sector_say(W, {"A": 5, "B": 5}, names, 2026)
    assert text.sector_say(W, {"A": 6, "B": 1}, names, 2026) == "Interreg står for 6 av 7 deltakelser i 2026."


def test_own_initiatives_are_compared_only_on_ten_of_each() -> None:
    assert text.origin_title(W, (5, 9), (1, 20)) == "5 av 9 egne satsinger og 1 av 20 invitasjoner innvilget"
    assert text.origin_title(W, (5, 10), (11, 20)) == "Egne satsinger lykkes like ofte som invitasjoner"
    assert text.origin_title(W, (5, 10), (5, 20)).startswith("Egne satsinger lykkes oftere")
    assert text.origin_title(W, (1, 10), (15, 20)).startswith("Egne satsinger lykkes sjeldnere")
    assert "0 av 0" not in text.origin_title(W, (1, 1), (0, 0))
    assert text.origin_title(W, (0, 0), (0, 0)) == "Ingen av søknadene er avgjort"
    assert text.origin_title(W, (0, 0), (1, 2)) == "Ingen egen satsing er avgjort ennå"


def test_a_sum_of_nothing_has_no_shares() -> None:
    assert text.mix_title(W, 0, 0) == "Finansieringen er ikke ført"
    assert text.mix_title(W, 90, 100) == "Av hver krone kommer 90 øre fra EU og Norden"
    assert "timer" not in text.mix_say(W, 0.1, 0)


def test_the_change_of_actors_is_said_only_when_it_is_one() -> None:
    assert text.actors_title(W, 42, 41, 2026).endswith("om lag som året før")
    assert text.actors_title(W, 42, 30, 2026).endswith("12 flere enn året før")
    assert text.actors_title(W, 30, 42, 2026).endswith("12 færre enn året før")
    assert "året før" not in text.actors_title(W, 42, 0, 2024)
    assert text.actors_title(W, 0, 0, 2026).startswith("Ingen")


@pytest.mark.parametrize("after", [0, 3])
def test_guidance_is_never_called_the_cause(after: int) -> None:
    said = text.guidance_title(W, 5, after).lower()
    for word in ("fordi", "førte til", "takket være", "gav", "resultat", "effekt"):
        assert word not in said
    assert text.guidance_title(W, 0, 0) == "Ingen veiledning til eksterne er registrert"


def test_goals_of_nothing_and_of_all() -> None:
    assert text.goal_title(W, 0, 0) == "Ingen prosjekter i dette utvalget"
    assert text.goal_title(W, 0, 9) == "Alle prosjekter er knyttet til et vedtatt mål"
    assert text.goal_title(W, 2, 9).startswith("2 av 9")
    assert text.unused_title(W, 0) == "Alle åpne programmer er prøvd"
    assert text.unused_title(W, 1) == "Ett åpent program er aldri søkt"
    assert text.join_some(W, ["a", "b", "c", "d"]) == "a, b, c og 1 til"
    assert text.join_some(W, ["a", "b"]) == "a og b"
    assert text.funnel_title(W, 0, 0) == "Ingen prosjekter er på vei, ingen er innvilget"
