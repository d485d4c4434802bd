"""When each sentence of the overview must not be used."""

from __future__ import annotations

from datetime import date

import pytest

from akint_dash.domain.money import RateQuality
from akint_dash.measures.changes import News
from akint_dash.measures.deadlines import Deadline
from akint_dash.measures.holes import Hole
from akint_dash.measures.pipeline import Pipeline, Standing
from akint_dash.text import overview as text
from akint_dash.text.words import Words

W = Words("nb")
NAMES = {"PRO": "Prosjektutvikling", "POL": "Politikkoppfølging", "SAM": "Samferdsel", "KUL": "Kultur", "NÆR": "Næring"}
TODAY = date(2026, 11, 24)


def standing(status: str, ore: int | None = 100, code: str = "P-1") -> Standing:
    return Standing(code, status, "2026-01-01", None, ore, RateQuality.EXACT)


def pipe(won: int = 0, rejected: int = 0, waiting: int = 0, ore: int | None = 150_000_000) -> Pipeline:
    return Pipeline(
        won=tuple(standing("granted", ore) for _ in range(won)),
        waiting=tuple(standing("submitted", ore) for _ in range(waiting)),
        underway=(),
        rejected=tuple(standing("rejected") for _ in range(rejected)),
    )


def test_the_finding_names_an_instrument_only_where_one_stands_out() -> None:
    assert text.finding(W, pipe(won=1), {"PRO": 50, "POL": 30}, NAMES, {}).endswith("prosjektutvikling er størst")
    assert "størst" not in text.finding(W, pipe(won=1), {"PRO": 50, "POL": 48}, NAMES, {})
    assert "%" not in text.finding(W, pipe(), {"PRO": 5, "POL": 2}, NAMES, {})
    assert "5 av 7" in text.finding(W, pipe(), {"PRO": 5, "POL": 2}, NAMES, {})
    assert text.finding(W, pipe(), {"PRO": 1}, NAMES, {}) == "Ett tiltak er registrert"


def test_the_finding_says_no_money_where_none_is_won() -> None:
    for counts in ({"PRO": 50, "POL": 30}, {"PRO": 5, "POL": 5}, {}):
        assert "vunnet" not in text.finding(W, pipe(waiting=3), counts, NAMES, {})


def test_the_finding_before_anything_of_our_own() -> None:
    said = text.finding(W, pipe(), {}, NAMES, {"call": 3, "participation": 1})
    assert said == "3 utlysninger og 1 ekstern deltakelse er lest inn, men ingen egne tiltak"
    assert text.finding(W, pipe(), {}, NAMES, {}) == "Ingen tiltak i dette utvalget"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2023, 12, 31), "Strategien for 2024–2027 har ikke begynt"),
        (date(2024, 1, 1), "47 av 48 måneder gjenstår av strategien for 2024–2027"),
        (date(2027, 12, 31), "0 av 48 måneder gjenstår av strategien for 2024–2027"),
        (date(2028, 1, 1), "Strategien for 2024–2027 er over"),
    ],
)
def test_the_period(day: date, said: str) -> None:
    assert text.period_title(W, day, 2024, 2027) == said


def test_the_elapsed_share_stays_inside_the_period() -> None:
    assert text.elapsed_share(date(2020, 1, 1), 2024, 2027) == 0
    assert text.elapsed_share(date(2030, 1, 1), 2024, 2027) == 1
    assert 0.72 < text.elapsed_share(TODAY, 2024, 2027) < 0.73


def test_an_instrument_is_more_only_beyond_five_percent_and_two_cases() -> None:
    assert text.instrument_title(W, 0, 0, 2026) == "Ingen tiltak hittil i 2026"
    assert text.instrument_title(W, 3, 0, 2026).endswith("ingen på samme tid i fjor")
    for now, before in ((100, 96), (96, 100), (3, 2), (2, 3), (100, 100)):
        assert text.instrument_title(W, now, before, 2026).startswith("Om lag som i fjor")
    assert text.instrument_title(W, 100, 90, 2026).startswith("Flere enn i fjor")
    assert text.instrument_title(W, 90, 100, 2026).startswith("Færre enn i fjor")


def test_an_instrument_leans_on_an_area_only_where_one_stands_out() -> None:
    assert text.instrument_say(W, {}, NAMES) == "Ingen rådsområder har brukt det i år."
    assert text.instrument_say(W, {"SAM": 3}, NAMES) == "Alle føres på Samferdsel."
    assert "ingen skiller seg ut" in text.instrument_say(W, {"SAM": 5, "KUL": 5}, NAMES)
    assert text.instrument_say(W, {"SAM": 7, "KUL": 2}, NAMES) == "Samferdsel står for 7 av 9."


def test_money_never_says_won_where_nothing_is() -> None:
    assert text.money_title(W, pipe()) == "Ingen søknader i dette utvalget"
    assert text.money_title(W, pipe(waiting=1)).startswith("Ingenting er vunnet")
    assert "venter på svar" in text.money_title(W, pipe(won=1, waiting=1))
    assert text.money_title(W, pipe(won=1)).endswith("ingen søknader venter på svar")


def test_a_sum_is_not_said_where_no_amount_is_known() -> None:
    """0 kroner is a claim: where every amount is missing the sentence counts instead."""
    assert "0\u00a0kr" not in text.money_title(W, pipe(won=2, ore=None))
    assert "0\u00a0kr" not in text.money_title(W, pipe(won=2, waiting=1, ore=None))
    assert "0\u00a0kr" not in text.money_title(W, pipe(waiting=1, ore=None))


def test_success_under_ten_decisions_has_no_percent() -> None:
    assert "%" not in text.money_say(W, pipe(won=4, rejected=5))
    assert "(40\u00a0%)" in text.money_say(W, pipe(won=4, rejected=6))
    assert "avgjorte" not in text.money_say(W, pipe(waiting=2))


def deadline(day: date) -> Deadline:
    return Deadline(day, "application", "call", "C-1", "PRO", None, "Frist")


def test_deadlines_soon_and_later() -> None:
    soon, later = deadline(date(2026, 11, 25)), deadline(date(2027, 1, 10))
    assert text.deadline_title(W, [], TODAY, 90) == "Ingen frister de neste 90 dagene"
    assert "sju dager" not in text.deadline_title(W, [later], TODAY, 90)
    assert text.deadline_title(W, [later, later], TODAY, 90).endswith("ingen innen sju dager")
    assert text.deadline_title(W, [soon], TODAY, 90) == "Én frist innen sju dager"
    assert text.deadline_title(W, [soon, later], TODAY, 90) == "Én frist innen sju dager, én til innen 90 dager"


def test_areas_stand_out_or_not() -> None:
    assert text.areas_title(W, {}, NAMES) == "Ingen rådsområder har registrert tiltak"
    assert text.areas_title(W, {"SAM": 4}, NAMES) == "Alle tiltakene føres på Samferdsel"
    assert text.areas_title(W, {"SAM": 50, "KUL": 50}, NAMES) == "Ingen rådsområder skiller seg ut"
    assert "%" not in text.areas_title(W, {"SAM": 5, "KUL": 2}, NAMES)
    even = {"SAM": 30, "KUL": 29, "NÆR": 10, "PRO": 9}
    assert text.areas_title(W, even, NAMES) == "Samferdsel og Kultur står for 76\u00a0% av tiltakene"


def test_news() -> None:
    assert text.news_title(W, [], TODAY) == "Ingenting er endret siden 24. november 2026"
    some = News("new", "activity", "", TODAY, n=3)
    assert text.news_title(W, [some], TODAY).endswith("3 endringer")
    assert "tildeling" not in text.news_title(W, [some], TODAY)


def test_holes() -> None:
    hole = Hole("goal", 2, 9, ("S5",), (("SAM", 2),), (("project", "P-1"), ("project", "P-2")), None)
    assert text.holes_title(W, []) == "Vi kjenner ingen hull i dataene"
    assert text.holes_title(W, [hole]).startswith("Ett hull")
    assert text.holes_title(W, [hole, hole]).startswith("To hull")
    assert text.hole_words(W, hole, NAMES, 2026) == "2 av 9 prosjekter er ikke knyttet til et mål"
