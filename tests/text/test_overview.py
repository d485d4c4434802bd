"""When each sentence of the overview must not be used."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from akint_dash.domain.money import RateQuality
from akint_dash.measures.changes import News
from akint_dash.measures.dues import Due
from akint_dash.measures.forecast import Forecast
from akint_dash.measures.frame import Frame
from akint_dash.measures.holes import Hole
from akint_dash.measures.pipeline import Pipeline, Standing
from akint_dash.text import around, holes, missing
from akint_dash.text import overview as text
from akint_dash.text.words import Words, capital
from tests.measures.frames import AHEAD, FRESH, PAST, STALE, a_frame

W = Words("nb")
NAMES = {"PRO": "Prosjektutvikling", "POL": "Politikkoppfølging", "SAM": "Samferdsel", "KUL": "Kultur", "NÆR": "Næring"}
TODAY = date(2026, 11, 24)


def standing(status: str, ore: int | None = 100, code: str = "P-1") -> Standing:
    return Standing(code, status, "2026-01-01", None, ore, RateQuality.EXACT)


def pipe(won: int = 0, rejected: int = 0, waiting: int = 0, ore: int | None = 150_000_000) -> Pipeline:
    granted = tuple(standing("granted", ore) for _ in range(won))
    sent = tuple(standing("submitted", ore) for _ in range(waiting))
    return Pipeline(
        won=granted,
        waiting=sent,
        underway=(),
        rejected=tuple(standing("rejected") for _ in range(rejected)),
        won_paid=granted,
        waiting_paid=sent,
        underway_paid=(),
    )


def test_no_line_ends_inside_an_amount_of_a_title() -> None:
    some = [replace(standing("granted", 18_500_000_000), no_amount=True)]
    assert missing.total(W, some) == "minst\u00a0185,0\u00a0mill.\u00a0kr"
    assert missing.total(Words("en"), some) == "at\u00a0least\u00a0NOK\u00a0185.0\u00a0million"


def finding(pipe: Pipeline, counts: dict[str, int], others: dict[str, int] | None = None, frame: Frame = FRESH) -> str:
    return text.finding(W, frame, pipe, counts, NAMES, others or {}, 19)


def test_the_finding_names_an_instrument_only_where_one_stands_out() -> None:
    assert finding(pipe(won=1), {"PRO": 50, "POL": 30}) == (
        "1,5\u00a0mill.\u00a0kr innvilget 2024–2026, og prosjektutvikling har flest tiltak hittil i 2026"
    )
    assert finding(pipe(won=1), {"PRO": 50, "POL": 48}) == "1,5\u00a0mill.\u00a0kr innvilget 2024–2026"
    assert finding(pipe(), {"PRO": 50, "POL": 30}) == "Prosjektutvikling har flest tiltak hittil i 2026: 50 av 80"
    assert finding(pipe(), {"PRO": 5, "POL": 2}) == "Sju tiltak har begynt hittil i 2026"
    assert finding(pipe(), {"PRO": 21}) == "21 tiltak har begynt hittil i 2026"  # one kind alone is not the largest
    assert finding(pipe(), {"PRO": 1}) == "Ett tiltak har begynt hittil i 2026"


def test_the_finding_speaks_of_the_period_chosen() -> None:
    said = finding(pipe(won=1), {"PRO": 50, "POL": 30}, frame=PAST)
    assert said == "1,5\u00a0mill.\u00a0kr innvilget i 2025, og prosjektutvikling hadde flest tiltak"
    assert finding(pipe(), {}, frame=AHEAD) == "19 innvilgede prosjekter løper i 2027; dataene går til 30.10.2026"


def test_the_finding_says_no_money_where_none_is_won() -> None:
    for counts in ({"PRO": 50, "POL": 30}, {"PRO": 5, "POL": 5}, {}):
        assert "innvilget" not in finding(pipe(waiting=3), counts)


def test_the_finding_before_anything_of_our_own() -> None:
    said = finding(pipe(), {}, {"call": 3, "participation": 1})
    assert said == "3 utlysninger og 1 prosjektdeltakelse er registrert, men ingen egne tiltak"


def test_the_finding_of_an_empty_selection_is_of_the_selection() -> None:
    """'25 utlysninger er lest inn, men ingen egne tiltak' stood over 152 own ones that a search had left out."""
    said = text.finding(W, FRESH, pipe(), {}, NAMES, {}, 19, narrowed=True)
    assert said == "Ingen tiltak hittil i 2026 med disse filtrene"
    assert finding(pipe(), {}) == "Ingen tiltak hittil i 2026"


def test_a_chosen_period_is_not_the_strategy_s() -> None:
    """With 2025 chosen the strategy is not over."""
    assert text.chosen_title(W, PAST, 156) == "156 tiltak begynte i 2025"
    assert text.chosen_title(W, AHEAD, 0) == "2027 har ikke begynt; dataene går til 30.10.2026"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2023, 12, 31), "Strategien for 2024–2027 har ikke begynt"),
        (date(2024, 1, 1), "48 av 48 måneder gjenstår av strategien for 2024–2027"),
        (date(2025, 10, 1), "27 av 48 måneder gjenstår av strategien for 2024–2027"),
        (date(2027, 12, 31), "1 av 48 måneder gjenstår av strategien for 2024–2027"),
        (date(2028, 1, 1), "Strategien for 2024–2027 er over"),
    ],
)
def test_the_period(day: date, said: str) -> None:
    assert text.period_title(W, day, 2024, 2027) == said


def test_the_elapsed_share_stays_inside_the_period() -> None:
    assert text.elapsed_share(date(2020, 1, 1), 2024, 2027) == 0
    assert text.elapsed_share(date(2030, 1, 1), 2024, 2027) == 1
    assert 0.72 < text.elapsed_share(TODAY, 2024, 2027) < 0.73


def test_an_instruments_year_is_told_beside_the_same_days_of_the_year_before() -> None:
    """'Flere enn i fjor: 57 mot 42' did not say more of what, over a table with 51."""

    def said(now: int, before: int) -> str:
        return text.instrument_title(W, FRESH, now, (now, before))

    assert said(0, 0) == "Ingen tiltak hittil i 2026"
    assert said(3, 0) == "Tre tiltak hittil i 2026; ingen på samme tid i 2025"
    assert said(1, 0) == "Ett tiltak hittil i 2026; ingen på samme tid i 2025"
    assert said(100, 100) == "Like mange tiltak som på samme tid i fjor: 100, per 30.10."
    assert said(3, 3) == "Like mange tiltak som på samme tid i fjor: tre, per 30.10."
    assert said(3, 2) == "Tre tiltak hittil i 2026, mot to på samme tid i fjor"
    assert said(0, 2) == "Ingen tiltak hittil i 2026, mot to på samme tid i fjor"
    assert said(1, 2) == "Ett tiltak hittil i 2026, mot to på samme tid i fjor"
    assert said(34, 32) == "34 tiltak hittil i 2026, mot 32 på samme tid i fjor"
    assert said(9, 100) == "9 tiltak hittil i 2026, mot 100 på samme tid i fjor"  # both in digits


def test_an_instrument_s_title_is_of_the_period_and_silent_on_old_data() -> None:
    money = a_frame(weight="kroner")
    assert text.instrument_title(W, money, 34, (34, 32)) == "34 tiltak hittil i 2026, mot 32 på samme tid i fjor"
    assert text.instrument_title(W, money, 3, (3, 3)) == "Like mange tiltak som på samme tid i fjor: tre, per 30.10."
    assert text.instrument_title(W, PAST, 51, (51, 45)) == "51 tiltak i 2025, mot 45 i 2024"
    assert text.instrument_title(W, STALE, 57, None) == "57 tiltak i 2026 til 30.10."
    assert text.instrument_title(W, AHEAD, 0, None) == "2027 har ikke begynt; dataene går til 30.10.2026"


@pytest.mark.parametrize(
    ("weight", "value", "n", "lacking", "said"),
    [
        ("timer", 314.0, 17, 2, "Minst 314 timer i tiltak som begynte i 2026"),
        ("timer", None, 17, 17, "17 tiltak hittil i 2026; timer er ikke registrert"),
        ("timer", 0.0, 3, 0, "Tre tiltak hittil i 2026, uten timer å regne med"),
        ("timer", 0.0, 0, 0, "Ingen tiltak hittil i 2026"),
        ("kroner", 440_000_000, 57, 1, "Minst 4,4 mill. kr satt av for 2026"),
        ("kroner", None, 57, 4, "Avsatte kroner er ikke registrert for 2026"),
        ("kroner", 0, 57, 0, "Ingen midler er satt av for 2026"),
    ],
)
def test_an_instrument_s_title_counts_what_its_table_counts(
    weight: str, value: float | None, n: int, lacking: int, said: str
) -> None:
    """«57 tiltak hittil i 2026, mot 42» stood over a table of hours."""
    told = text.weighed_title(W, a_frame(weight=weight), value, n, lacking)
    assert NB_SPACE.sub(" ", told) == said


def test_an_instrument_leans_on_an_area_only_where_one_stands_out() -> None:
    def said(by_area: dict[str, int], *, chosen: bool = False) -> str:
        return text.instrument_say(W, FRESH, by_area, NAMES, chosen=chosen)

    assert said({}) == "Ingen rådsområder har registrert slike tiltak i 2026."
    assert said({"SAM": 3}) == "Alle slike tiltak i 2026 er registrert på Samferdsel."
    assert said({"SAM": 3}, chosen=True) == ""  # with Samferdsel chosen it is no news
    assert said({"SAM": 7, "KUL": 7}) == "To rådsområder, flest for Samferdsel (7) og Kultur (7)."
    assert said({"SAM": 7, "KUL": 2}) == "To rådsområder har registrert slike tiltak hittil i 2026."
    assert said({"SAM": 8, "KUL": 2}) == "Samferdsel står for 8 av 10 tiltak."
    by_means = a_frame(weight="kroner")
    aside = text.instrument_say(W, by_means, {"SAM": 100, "KUL": 90, "NÆR": 80}, NAMES)
    assert aside == "Tre rådsområder har satt av penger.", "of kroner it is not said who has registered initiatives"
    assert text.instrument_say(W, by_means, {}, NAMES) == ""


def test_the_shares_of_a_month_are_of_what_began_in_it() -> None:
    """«Andel av tiltakene, i året de begynte» stood over shares of March."""
    month = a_frame(first=2026, last=2026, months=("2026-03",), monthly=True, chosen=True)
    assert text.weight_note(W, month).startswith("Andel av tiltakene som begynte i mars 2026.")
    assert text.weight_note(W, a_frame(weight="timer", first=2025, last=2025, year=2025)).endswith(
        "Et prosjekts egne timer er regnet i året det begynte, også når det ikke er innvilget."
    )


NB_SPACE = re.compile("\u00a0")


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        ("antall", "Prosjektutvikling har flest tiltak hittil i 2026"),
        ("timer", "Prosjektutvikling har flest timer i tiltak som begynte i 2026"),
        ("kroner", "Prosjektutvikling har størst budsjett i 2026"),
    ],
)
def test_the_instruments_are_named_by_the_weight_chosen(weight: str, said: str) -> None:
    records = {"PRO": 12, "POL": 8}
    assert text.instruments_title(W, a_frame(weight=weight), {"PRO": 60, "POL": 40}, records, NAMES) == said
    few = {"PRO": 1, "POL": 20}
    assert "Prosjektutvikling" not in text.instruments_title(
        W, a_frame(weight=weight), {"PRO": 60, "POL": 40} if weight != "antall" else few, few, NAMES
    )


def test_one_project_more_turns_no_trend_round() -> None:
    def said(projects: int) -> str:
        return text.moved(W, FRESH, {"PRO": (projects, 20), "POL": (30, 30), "KOM": (30, 30), "BIL": (20, 20)}, NAMES)

    told = [said(n) for n in range(60)]
    for one, more in pairwise(told):
        assert "" in (one, more) or ("øker" in one) == ("øker" in more)
    assert any(told)
    assert text.moved(W, FRESH, {"PRO": (60, 20), "POL": None}, NAMES) == ""


def test_what_an_instrument_s_weight_is_compared_with_is_said() -> None:
    """'politikkoppfølging taper mest vekt' did not say against what."""
    pairs = {"PRO": (60, 20), "POL": (20, 30)}
    assert text.moved(W, FRESH, pairs, NAMES) == (
        "; bare andelen for prosjektutvikling har økt siden samme tid i 2025: 75\xa0% mot 40\xa0%"
    )
    past = "; bare andelen for prosjektutvikling økte fra 2024: 75\xa0% mot 40\xa0%"
    assert text.moved(W, PAST, pairs, NAMES) == text.moved(W, PAST, pairs, NAMES, just_named="PRO") == past


def test_applications_decided_are_told_as_the_only_one_both_or_some() -> None:
    """'Én av én avgjorte søknader er innvilget' stood on the front page under a filter."""

    def said(won: int, rejected: int) -> str:
        return text.money_say(W, pipe(won=won, rejected=rejected))

    assert said(1, 0) == "Den ene avgjorte søknaden ble innvilget."
    assert said(0, 1) == "Den ene avgjorte søknaden ble avslått."
    assert said(2, 0) == "Begge de avgjorte søknadene ble innvilget."
    assert said(3, 0) == "Alle de tre avgjorte søknadene ble innvilget."
    assert said(1, 2) == "Én av tre avgjorte søknader ble innvilget."


def test_only_the_states_that_occur_are_named_beside_the_money() -> None:
    def said(*states: str) -> str:
        return text.granted_many(W, [standing(one, code=f"P-{n}") for n, one in enumerate(states)])

    assert said() == "0 prosjekter", "none is ongoing or completed"
    assert said("granted") == "1 prosjekt"
    assert said("granted", "running") == "2 prosjekter, også pågående"
    assert said("granted", "completed", "running") == "3 prosjekter, også pågående og fullførte"
    assert said("running") == "1 prosjekt, pågående"
    assert said("completed") == "1 prosjekt, fullført"


def test_an_application_of_another_area_waits_for_our_part() -> None:
    """«Ingen søknader venter på svar» stood over «Uansett hvordan det går med søknaden som venter»."""
    mine = replace(pipe(won=1), waiting_paid=(standing("submitted", 280_000_000),))
    told = "ingen egne søknader venter på svar, men vår del av én søknad på et annet rådsområde gjør det"
    assert text.money_title(W, mine).endswith(f"{told} (2,8\u00a0mill.\u00a0kr)")
    unknown = replace(pipe(), waiting_paid=(standing("submitted", None),))
    assert text.money_title(W, unknown) == capital(told)
    assert text.money_say(W, unknown) == "Ingen egne søknader venter på svar."
    assert text.money_say(W, pipe()) == "Ingen søknader venter på svar."


def test_a_part_of_another_area_s_grant_is_won() -> None:
    part = replace(pipe(), won_paid=(standing("granted", 150_000_000),))
    assert text.money_title(W, part).startswith("Vi har fått innvilget 1,5\u00a0mill.\u00a0kr;")


def test_what_is_won_in_a_running_year_is_so_far() -> None:
    assert (
        text.chosen_title(W, replace(FRESH, first=2026, last=2026, chosen=True), 150)
        == "150 tiltak har begynt hittil i 2026"
    )
    assert text.money_title(W, pipe(won=1), "hittil i 2026") == (
        "Vi har fått innvilget 1,5\u00a0mill.\u00a0kr hittil i 2026"
    )
    one = text.finding(W, replace(FRESH, first=2026), pipe(won=1), {}, NAMES, {}, 0)
    assert one == "1,5\u00a0mill.\u00a0kr innvilget hittil i 2026"


def test_no_success_rate_under_a_choice_of_status() -> None:
    assert text.money_say(W, pipe(won=24, waiting=2), by_status=True) == "To søknader venter på svar."
    assert text.money_say(W, pipe(won=24), by_status=True) == ""  # the choice leaves those that wait out


def test_the_forecast_is_a_range_with_its_method() -> None:
    found = Forecast(210, 245, 257.6, 11, 1, 0, (("own", 0.79), ("invited", 0.38)))
    assert text.outlook_say(W, found) == (
        "Hvis de elleve søknadene innvilges like ofte som tidligere, er det 80\u00a0% sannsynlig at den kjente støtten "
        "blir mellom 210 og 245\u00a0mill.\u00a0kr. Av egne satsinger er 79\u00a0% innvilget; "
        "av prosjekter vi er invitert inn i, 38\u00a0%. Én søknad uten kjent beløp er ikke med."
    )
    assert text.outlook_say(W, None) == ""
    some = Forecast(210, 245, 257.6, 11, 0, 0, (("own", 0.78), ("all", 0.64)))
    said = (
        "Av avgjorte søknader fra egne satsinger er 78\u00a0% innvilget. "
        "For andre er andelen av alle avgjorte søknader brukt: 64\u00a0%."
    )
    assert said in text.outlook_say(W, some)
    every = Forecast(210, 245, 257.6, 11, 0, 0, (("all", 0.64),))
    assert text.outlook_say(W, every).endswith("kr."), "the share of all decided is the sentence before it"
    close = Forecast(110, 127, 126.4, 5, 0, 0, (("all", 0.73),))
    assert "mellom 110 og 126" in text.outlook_say(W, close), "no more than everything, 126 in all"
    two = Forecast(75, 100, 99.9, 2, 0, 0, (("own", 0.83),), whole=True, won_mill=75.5)
    assert text.outlook_say(W, two) == (
        "Uansett hvor mange av de to søknadene som innvilges, "
        "blir samlet støtte mellom 75,5 og 99,9\u00a0mill.\u00a0kr."
    )
    lacks = Forecast(75, 100, 99.9, 2, 1, 0, (("own", 0.83),), whole=True, won_mill=75.5)
    assert "blir den kjente støtten mellom 75,5 og 99,9" in text.outlook_say(W, lacks), "no bound holds of the unknown"
    of_2026 = text.outlook_say(W, two, "i 2026")
    assert "blir støtten som er innvilget i 2026, og den som nå er søkt om, mellom 75,5 og 99,9" in of_2026
    halves = Forecast(40, 70, 62.2499, 2, 0, 0, (("own", 0.83),), whole=True, won_mill=43.6499)
    assert "mellom 43,6 og 62,2" in text.outlook_say(W, halves), "43,6 and 18,6 shown beside it make 62,2"


def test_money_never_says_won_where_nothing_is() -> None:
    assert text.money_title(W, pipe()) == "Ingen innvilget støtte med disse filtrene"
    refused = text.money_title(W, pipe(rejected=3))
    assert "søknader" not in refused, "three were refused: there are applications"
    assert text.money_title(W, pipe(waiting=1)).startswith("Ingenting er innvilget")
    assert "venter på svar" in text.money_title(W, pipe(won=1, waiting=1))
    assert text.money_title(W, pipe(won=1)).endswith("ingen søknader venter på svar")
    both = text.money_title(W, pipe(won=1, waiting=1), "i 2024", per=date(2026, 10, 30))
    assert " i 2024; " in both  # won then, waiting on the day of the data
    assert both.endswith(" ventet på svar per 30.10.2026")
    assert text.money_title(W, pipe(won=1), "i 2024").endswith(" i 2024")
    per, title = (
        date(2026, 10, 30),
        "Ingenting ble innvilget i 2025; søknader om 1,5\u00a0mill.\u00a0kr ventet på svar per",
    )
    assert text.money_title(W, pipe(waiting=1), "i 2025", per=per, over=True) == f"{title} 30.10.2026"


def test_a_sum_is_not_said_where_no_amount_is_known() -> None:
    """0 kroner is a claim: where every amount is missing the sentence counts instead."""
    assert "0\u00a0kr" not in text.money_title(W, pipe(won=2, ore=None))
    assert "0\u00a0kr" not in text.money_title(W, pipe(won=2, waiting=1, ore=None))
    assert "0\u00a0kr" not in text.money_title(W, pipe(waiting=1, ore=None))


def test_success_under_ten_decisions_has_no_percent() -> None:
    assert "%" not in text.money_say(W, pipe(won=4, rejected=5))
    assert "(40\u00a0%)" in text.money_say(W, pipe(won=4, rejected=6))
    assert "avgjorte" not in text.money_say(W, pipe(waiting=2))


def deadline(day: date) -> Due:
    return Due(day, "application", ("call", "C-1"), ("call_deadline", "C-1-1"), "PRO", "", None, "can")


def test_deadlines_soon_and_later() -> None:
    soon, later = deadline(date(2026, 11, 25)), deadline(date(2027, 1, 10))
    assert text.deadline_title(W, [], TODAY, 90) == "Ingen kjente frister de neste 90 dagene"
    assert text.deadline_title(W, [], TODAY, 30, later) == (
        "Ingen kjente frister de neste 30 dagene; den neste kommer 10.01.2027"
    )
    assert "sju dager" not in text.deadline_title(W, [later], TODAY, 90)
    assert text.deadline_title(W, [later, later], TODAY, 90).endswith("ingen innen sju dager")
    assert text.deadline_title(W, [soon], TODAY, 90) == "Én frist innen sju dager"
    assert text.deadline_title(W, [soon, later], TODAY, 90) == "Én frist innen sju dager, én til innen 90 dager"


def areas(totals: dict[str, int], *, chosen: bool = False, frame: Frame = FRESH) -> str:
    return text.areas_title(W, frame, totals, totals, NAMES, chosen=chosen)


def test_areas_stand_out_or_not() -> None:
    assert areas({}) == "Ingen rådsområder har registrert tiltak hittil i 2026"
    assert areas({"SAM": 4, "KUL": 0}) == "Alle tiltakene hittil i 2026 er registrert på Samferdsel"
    assert areas({"SAM": 4}, chosen=True) == "Fire tiltak hittil i 2026"  # with Samferdsel chosen it is no news
    assert areas({"SAM": 50, "KUL": 50}) == "100 tiltak hittil i 2026 i begge rådsområdene"
    assert areas({"SAM": 5, "KUL": 2}) == "Sju tiltak hittil i 2026 i begge rådsområdene"
    many = areas({"SAM": 20, "KUL": 19, "NÆR": 1, "PRO": 1, "POL": 1})
    assert many == "Samferdsel og Kultur står for 93\u00a0% av tiltakene hittil i 2026"
    assert (
        areas({"SAM": 21, "KUL": 20, "NÆR": 0}) == "41 tiltak hittil i 2026, flest for Samferdsel (21) og Kultur (20)"
    )


@pytest.mark.parametrize(
    ("weight", "lacking", "said"),
    [
        ("antall", 0, "34 tiltak hittil i 2026"),
        ("timer", 0, "80 timer i tiltak som begynte i 2026"),
        ("timer", 2, "Minst 80 timer i tiltak som begynte i 2026"),
        ("kroner", 0, "80 kr satt av for 2026"),
        ("kroner", 1, "Minst 80 kr satt av for 2026"),
    ],
)
def test_a_title_without_a_leader_counts_what_its_table_measures(weight: str, lacking: int, said: str) -> None:
    """«34 tiltak hittil i 2026» stood over a table of 2,4 mill. kr."""
    ore = 100 if weight == "kroner" else 1
    values, records = {"SAM": 40 * ore, "KUL": 40 * ore}, {"SAM": 17, "KUL": 17}
    assert NB_SPACE.sub(" ", text.amount_said(W, a_frame(weight=weight), 80 * ore, 34, lacking)) == said
    title = text.areas_title(W, a_frame(weight=weight), values, records, NAMES, chosen=True, lacking=lacking)
    assert NB_SPACE.sub(" ", title) == said


def test_a_share_of_hours_is_of_hours() -> None:
    """/omrader?vekt=timer called a share of hours a share of 'tiltak'."""
    said = text.areas_title(
        W, a_frame(weight="timer"), {"SAM": 52.0, "KUL": 48.0 - 24, "NÆR": 24.0}, {"SAM": 20, "KUL": 9, "NÆR": 9}, NAMES
    )
    assert said == "Samferdsel står for 52\u00a0% av timene i tiltak som begynte i 2026"


def test_news() -> None:
    assert text.news_title(W, [], TODAY) == "Ingenting er endret siden 24.11.2026"
    some = News("new", "activity", "", TODAY, n=3)
    assert text.news_title(W, [some], TODAY).endswith("tre endringer")
    assert "tildeling" not in text.news_title(W, [some], TODAY)


def test_what_is_not_named_of_the_list_is_counted() -> None:
    """'Én tildeling, ett avslag og én frist' stood over a list of twenty."""
    some = [News("granted", "project", "P", TODAY), News("new", "activity", "", TODAY, n=13)]
    assert text.news_title(W, some, TODAY).endswith(": én innvilget søknad og 13 andre endringer")
    older = News("older", "project_step", "", TODAY, n=6)
    assert text.news_title(W, [*some, older], TODAY).endswith(
        "én innvilget søknad, seks eldre endringer av status og 13 andre endringer"
    )


def test_a_choice_of_status_is_no_ground_to_say_that_nothing_waits() -> None:
    assert text.money_title(W, pipe(won=1), by_status=True) == "Vi har fått innvilget 1,5\u00a0mill.\u00a0kr"
    assert text.money_title(W, pipe(waiting=1), by_status=True) == "Søknader om 1,5\u00a0mill.\u00a0kr venter på svar"


def test_an_instrument_of_a_few_records_gains_and_loses_no_weight() -> None:
    """'Kompetanseheving taper mest vekt' was said of 3 of 12 against 5 of 12."""
    few = {"KOM": (3, 5), "PRO": (9, 7)}
    assert text.moved(W, FRESH, few, NAMES) == ""
    said = text.moved(W, FRESH, {"PRO": (30, 10), "POL": (10, 10)}, NAMES)
    assert said.startswith("; bare andelen for prosjektutvikling har økt")


def test_nothing_new_since_a_day_that_the_data_do_not_reach() -> None:
    """'Ingen endringer siden 18.11.' of data from 30.10. is no news."""
    assert text.news_title(W, [], date(2026, 11, 18), date(2026, 10, 30)) == "Ingen nye data siden 30.10.2026"


def test_history_that_is_read_in_is_no_news_of_now() -> None:
    older = News("older", "project_step", "", TODAY, n=24)
    assert text.news_title(W, [older], TODAY) == "Nytt siden 24.11.2026: 24 eldre endringer av status"
    assert text.news_title(W, [older], TODAY, date(2026, 11, 25)).startswith(
        "Nytt siden 24.11.2026 (data til 25.11.2026):"
    )


def test_a_refusal_is_named_beside_a_grant() -> None:
    some = [News(kind, "project", "P", TODAY) for kind in ("granted", "deadline_moved", "rejected")]
    assert text.news_title(W, some, TODAY) == (
        "Nytt siden 24.11.2026: én innvilget søknad, ett avslag og én flyttet frist"
    )


def test_holes() -> None:
    hole = Hole("goal", 2, 9, ("S5",), (("SAM", 2),), (("project", "P-1"), ("project", "P-2")))
    assert text.holes_title(W, []) == "Vi kjenner ingen mangler i dataene"
    assert text.holes_title(W, [hole]).startswith("Én slags mangel")
    assert text.holes_title(W, [hole, hole]).startswith("To slags mangler")
    assert holes.hole_words(W, hole, NAMES, 2026) == "2 av 9 prosjekter er ikke knyttet til et mål"


def test_a_share_that_a_filter_makes_of_itself_is_not_told() -> None:
    """'2 av 2 utlysninger passer oss' of calls that are chosen by fitting."""
    assert (
        around.calls_title(W, 2, 2, 6, made=True)
        == "Med disse filtrene er to åpne eller kommende utlysninger aktuelle for oss"
    )
    assert around.calls_title(W, 2, 3, 6) == "To av tre åpne eller kommende utlysninger er aktuelle for oss"
    assert around.calls_title(W, 1, 3, 6) == "Én av tre åpne eller kommende utlysninger er aktuell for oss"
    assert around.calls_title(W, 1, 1, 6) == "Én utlysning er åpen eller kommer; den er aktuell for oss"
    assert around.calls_title(W, 2, 2, 6) == "Begge de åpne eller kommende utlysningene er aktuelle for oss"
    every = around.calls_title(W, 3, 3, 6, "i 2026")
    assert every == "Alle de tre åpne eller kommende utlysningene med frist i 2026 er aktuelle for oss"
    chosen = around.calls_title(W, 2, 3, 6, "2025–2026")
    assert chosen == "To av tre åpne eller kommende utlysninger med frist 2025–2026 er aktuelle for oss"


def test_what_is_missing_of_all_is_said_of_all() -> None:
    def said(kind: str, n: int, base: int) -> str:
        return holes.hole_words(W, Hole(kind, n, base, (), (), ()), NAMES, 2026)

    assert said("used_fte", 31, 31) == "Brukte årsverk i 2026 mangler for alle 31 rammer"
    assert said("used_nok", 4, 4) == "Brukt beløp i 2026 mangler for alle 4 rammer", "digits, as in «1 av 4» beside it"
    assert said("undated", 25, 25).startswith("Alle 25 prosjekter har verken")
    assert said("fte", 24, 25) == "Årsverk mangler for 24 av 25 innvilgede prosjekter"
    assert said("goal", 25, 25).startswith("25 av 25 prosjekter er ikke"), "'alle er ikke' is read as 'not all'"


def test_hours_say_of_which_year_and_which_projects_they_are() -> None:
    said = text.weight_note(W, a_frame(weight="timer"))
    assert said.endswith("Et prosjekts egne timer er regnet i året det begynte, også når det ikke er innvilget.")
    assert "egne timer" not in text.weight_note(W, a_frame())
