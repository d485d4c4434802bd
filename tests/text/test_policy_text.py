"""Sentences on policy, competence and bilateral cooperation: when each may be said, and when it must not."""

from __future__ import annotations

import pytest

from akint_dash.text import bilateral, competence, policy
from akint_dash.text.words import Words

W = Words("nb")


def test_the_finding_of_policy_says_a_deadline_only_where_there_is_one() -> None:
    assert policy.finding(W, 12, 6) == "Vi følger tolv EU-saker, og neste frist er om seks dager"
    assert policy.finding(W, 1, 0) == "Vi følger én EU-sak, og én frist er i dag"
    assert "ingen har en frist" in policy.finding(W, 3, None)
    assert policy.finding(W, 0, 5) == "Ingen EU-saker følges i dette utvalget"


def test_undecided_inputs_are_no_part_of_a_rate() -> None:
    assert policy.heard_title(W, 0, 0, 4) == "4 innspill, ingen avgjort"
    assert policy.heard_title(W, 3, 5, 9).startswith("3 av 5 avgjorte")
    assert policy.channel_rate(W, 0, 0, 2, 1) == "2 venter; 1 mangler utfall"


def test_no_goal_is_promoted_most_unless_it_stands_out() -> None:
    names = {"A": "Alfa", "B": "Beta"}
    assert "Alfa" in policy.ground_say(W, {"A": 4, "B": 2}, names)
    assert policy.ground_say(W, {"A": 3, "B": 2}, names) == "Ingen av målene skiller seg ut."
    assert policy.ground_say(W, {}, names) == "Ingen vedtatte mål er fremmet."


def test_an_organisation_is_named_only_where_it_leads() -> None:
    names = {"": "Direkte", "A": "Alfa", "B": "Beta"}
    assert "Alfa" in policy.through_title(W, {"": 40, "A": 3, "B": 1}, names)
    assert policy.through_title(W, {"": 40, "A": 1, "B": 1}, names) == "2 av 42 innspill går gjennom en organisasjon"
    assert policy.through_title(W, {"": 40}, names) == "Alle innspill går direkte"


def test_a_missing_fee_is_never_said_as_zero_kroner() -> None:
    assert policy.sheet_title(W, 0, 3, 1, 2024).startswith("Kontingentene mangler")
    assert "0" not in policy.sheet_title(W, 0, 3, 0, 2024)
    assert policy.sheet_title(W, 0, 0, 0, 2024) == "Ingen medlemskap i dette utvalget"


def test_overlap_is_called_overlap_and_shared_counts_once() -> None:
    assert policy.shared_words(W, 0, 0) == ""
    assert "overlapp" in policy.shared_words(W, 0, 2)
    assert "teller én gang" in policy.shared_words(W, 1, 0)


@pytest.mark.parametrize(("now", "before"), [(9, 40), (40, 9), (0, 0)])
def test_no_trend_is_claimed_under_ten(now: int, before: int) -> None:
    assert competence.compared(W, now, before) == ""


def test_a_small_change_is_about_the_same() -> None:
    assert competence.compared(W, 105, 100) == "om lag som på samme tid i fjor"
    assert competence.compared(W, 106, 100) == "6 flere enn på samme tid i fjor"
    assert competence.compared(W, 90, 100) == "10 færre enn på samme tid i fjor"


def test_the_finding_of_competence_without_numbers_says_so() -> None:
    assert competence.finding(W, 0, 50, 3, 2026) == "3 tiltak hittil i 2026, uten antall deltakere"
    assert competence.finding(W, 0, 50, 0, 2026).startswith("Ingen kompetanseheving")
    assert competence.finding(W, 575, 452, 60, 2026) == (
        "575 deltakere hittil i 2026, 123 flere enn på samme tid i fjor"
    )


def test_no_audience_is_largest_unless_it_leads() -> None:
    assert competence.audience_title(W, {"business": 50, "academia": 47}) == (
        "97 deltakere, og ingen målgruppe skiller seg ut"
    )
    assert competence.audience_title(W, {"business": 60, "academia": 40}) == "Næringsliv er 60\u00a0% av deltakerne"
    assert competence.audience_title(W, {}) == "Ingen deltakere er ført i dette utvalget"


def test_a_period_without_this_year_speaks_of_itself() -> None:
    assert competence.finding_then(W, 365, 40, "2024") == "365 deltakere 2024"
    assert competence.finding_then(W, 0, 0, "2019–2020") == "Ingen kompetanseheving er ført 2019–2020"
    assert bilateral.norden_then(W, 0, 0, 2024) == "Ingen tiltak i 2024 er knyttet til en region"
    assert bilateral.norden_then(W, 3, 7, 2024) == "Norden står for 3 av 7 tiltak med kjent region i 2024"


def test_one_area_alone_leads_nobody() -> None:
    assert competence.area_title(W, {"KUL": 40}, {"KUL": "Kultur"}, 0) == "40 deltakere"


def test_nobody_is_new_in_the_first_year() -> None:
    assert competence.growth_say(W, None, None, "2024") == "I det første året med registrering er alle nye."
    assert competence.growth_say(W, 0, 3, "hittil i 2026") == (
        "Nye hittil i 2026: ingen nye rådsområder og 3 nye aktører."
    )


def test_mainly_nordic_and_european_is_more_than_half() -> None:
    assert bilateral.answer(W, 6, 10).startswith("Ja")
    assert bilateral.answer(W, 5, 10).startswith("Nei")
    assert bilateral.answer(W, 3, 4) == "Ja, i hovedsak nordiske og europeiske: 3 av 4"
    assert "%" in bilateral.answer(W, 8, 10)
    assert bilateral.answer(W, 0, 0).startswith("Ingen tiltak")


def test_visits_and_agreements_are_counted_in_words() -> None:
    assert bilateral.visits_title(W, 0).startswith("Ingen åpne besøk")
    assert bilateral.visits_title(W, 2) == "To besøk de neste tre månedene"
    assert bilateral.renew_say(W, [], 100) == "Ingen avtaler går ut de neste 100 dagene."
