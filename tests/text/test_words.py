"""Numbers, money and dates the Norwegian way, and plurals that count right."""

from __future__ import annotations

from datetime import date

import pytest

from akint_dash.text.words import Words, inside

NB, EN = Words("nb"), Words("en")


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1234567, 0, "1\u00a0234\u00a0567"),
        (1234.5, 1, "1\u00a0234,5"),
        (-1234, 0, "\u22121\u00a0234"),
        (0.05, 1, "0,1"),
        (2.5, 0, "3"),
        (-2.5, 0, "\u22123"),
        (1.005, 2, "1,01"),
    ],
)
def test_a_number(value: float, decimals: int, said: str) -> None:
    assert NB.number(value, decimals) == said


def test_an_english_number_has_commas_and_a_point() -> None:
    assert EN.number(1234567.5, 1) == "1,234,567.5"
    assert EN.percent(0.38) == "38%"


def test_money_is_kroner_under_a_million_and_millions_above() -> None:
    assert NB.money(123_450_000_000) == "1\u00a0234,5\u00a0mill.\u00a0kr"
    assert NB.money(100_000_000) == "1,0\u00a0mill.\u00a0kr"
    assert NB.money(99_999_900) == "999\u00a0999\u00a0kr"
    assert NB.money(0) == "0\u00a0kr"
    assert NB.money(-250_000_000) == "\u22122,5\u00a0mill.\u00a0kr"
    assert NB.amount(150_000_000, "EUR") == "1,5\u00a0mill.\u00a0euro"
    assert NB.amount(5_000, "SEK") == "50\u00a0svenske\u00a0kroner"
    assert NB.amount(5_000, "PLN") == "50\u00a0PLN"
    assert NB.money(89_993_000) == "899\u00a0930\u00a0kr"  # never 0,9 mill. beside it in a table
    assert EN.money(250_000_000) == "NOK\u00a02.5\u00a0million"
    assert EN.amount(60_000_000, "EUR") == "EUR\u00a0600,000"


def test_decimals_of_one_sentence_are_written_alike() -> None:
    assert NB.decimals(19.7, 16) == ["19,7", "16,0"]
    assert NB.decimals(3.02, 16) == ["3", "16"]
    assert NB.decimals() == []


def test_english_headlines_say_euro_beside_where_a_rate_is_known() -> None:
    """NOK 8.6 million of 2024 was told at the rate of 2026; each decision goes by the rate of its own year."""
    rates = {2024: 10.0, 2026: 20.0}
    some = [(2024, 1_000_000_000), (2025, 500_000_000), (2026, 1_000_000_000)]
    assert Words("en", euro=rates).headline(some) == "NOK\u00a025.0\u00a0million (about\u00a0EUR\u00a02.0\u00a0million)"
    assert Words("en", euro=rates).headline([*some, (2023, 1)]) == EN.money(2_500_000_001)  # no rate for 2023
    assert EN.headline(some) == EN.money(2_500_000_000)
    assert Words("nb", euro=rates).headline(some) == NB.money(2_500_000_000)


def test_a_rate_has_two_decimals_unless_they_round() -> None:
    assert NB.rate(11.6) == "11,60"
    assert EN.rate(1.55) == "1.55"
    assert EN.rate(0.0812) == "0.0812"


def test_points_are_the_difference_of_the_percents_shown() -> None:
    assert NB.points(0.375, 0.284) == "10\u00a0prosentpoeng"  # 38 % and 28 %
    assert NB.points(0.255, 0.224) == "4\u00a0prosentpoeng"  # 26 % and 22 %


def test_no_unbreakable_thing_breaks() -> None:
    for said in (NB.money(123_456_789_012), NB.percent(0.38), NB.number(-12345.6, 1), NB.points(0.31, 0.38)):
        assert " " not in said
        assert "-" not in said


def test_dates() -> None:
    day = date(2026, 11, 4)
    assert NB.date(day) == "04.11.2026"
    assert NB.date("2026-11-24") == "24.11.2026"
    assert NB.short_date(day) == "04.11."
    assert NB.long_date(date(2026, 11, 24)) == "24. november 2026"
    assert EN.long_date(day) == "4\u00a0Nov\u00a02026"
    assert EN.date(day) == "4\u00a0Nov\u00a02026"
    assert EN.short_date("2026-11-30") == "30\u00a0Nov"
    assert [NB.month(date(2026, m, 1)) for m in (3, 6, 7, 9)] == ["mars", "juni", "juli", "sept."]
    assert [EN.month(date(2026, m, 1)) for m in (3, 9)] == ["Mar", "Sep"]
    assert (NB.weekday(day), EN.weekday(day)) == ("on.", "Wed")
    assert NB.years(2024, 2027) == "2024–2027"
    assert NB.years(2026, 2026) == "2026"


def test_a_moment_is_told_in_oslo() -> None:
    assert NB.moment("2026-11-24T16:00:00Z") == "24.11.2026 kl.\u00a017.00"
    assert EN.moment("2026-12-09T13:00:00Z") == "9\u00a0Dec\u00a02026, 14:00"
    assert NB.moment("2026-06-30T22:30:00Z") == "01.07.2026 kl.\u00a000.30"


def test_under_ten_cases_no_percent() -> None:
    assert NB.part_or_percent(2, 3) == "2 av 3"
    assert NB.part_or_percent(9, 9) == "9 av 9"
    assert NB.part_or_percent(5, 10) == "50\u00a0%"
    assert "%" not in NB.part_or_percent(0, 0)


def test_one_is_one_and_zero_is_many() -> None:
    assert NB.n("én sak", "{n} saker", 1) == "én sak"
    assert NB.n("én sak", "{n} saker", 0) == "0 saker"
    assert NB.n("én sak", "{n} saker", 1234) == "1\u00a0234 saker"


def test_small_counts_are_words() -> None:
    assert NB.count(3) == "tre"
    assert NB.count_up(12) == "Tolv"
    assert NB.count(13) == "13"
    assert EN.count_up(1) == "One"


def test_lists_of_words() -> None:
    assert NB.join([]) == ""
    assert NB.join(["a"]) == "a"
    assert NB.join(["a", "b", "c"]) == "a, b og c"
    assert EN.join(["a", "b", "c"]) == "a, b and c"
    assert NB.join(["a", "b", "c"], either=True) == "a, b eller c"
    assert EN.join(["a", "b"], either=True) == "a or b"


def test_a_list_of_names_with_and_inside_can_be_told_apart() -> None:
    areas = ["Kultur, idrett og frivillighet", "Næring og utvikling", "Samferdsel"]
    assert NB.join(areas) == "«Kultur, idrett og frivillighet», «Næring og utvikling» og «Samferdsel»"
    assert EN.join(["Culture and sport", "Transport"]) == "Culture and sport; Transport"


@pytest.mark.parametrize("share", [0.285, 0.145, 0.005, 0.555])
def test_a_half_percent_is_rounded_up_as_excel_does(share: float) -> None:
    assert NB.percent(share) == f"{int(share * 100 + 0.50001)}\u00a0%"
    assert EN.percent(share) == f"{int(share * 100 + 0.50001)}%"


def test_an_unknown_message_is_itself_in_bokmal() -> None:
    assert Words("nb")("Nettopp skrevet {a}", a=1) == "Nettopp skrevet 1"


def test_a_name_falls_back_to_the_other_language() -> None:
    assert EN.name({"name_nb": "Norden"}) == "Norden"
    assert EN.name({"name_nb": "Norden", "name_en": "The Nordic countries"}) == "The Nordic countries"
    assert NB.name({}) == ""


@pytest.mark.parametrize(
    ("said", "within"),
    [
        ("Prosjektutvikling", "prosjektutvikling"),
        ("EU policy monitoring", "EU policy monitoring"),
        ("County Executive Board", "County Executive Board"),
        ("", ""),
    ],
)
def test_a_name_inside_a_sentence_keeps_the_capitals_it_owns(said: str, within: str) -> None:
    assert inside(said) == within


def test_one_of_one_stands_in_digits_and_none_before_a_noun_is_no() -> None:
    """ "Én av én avgjorte søknader", "One of one initiatives are", "none projects"."""
    nb, en = Words("nb"), Words("en")
    assert (nb.told_part(1, 1, neuter=True), nb.told_part(0, 1)) == ("1 av 1", "0 av 1")
    assert (nb.told_part(1, 2, neuter=True), en.told_part(0, 10)) == ("ett av to", "none of the ten")
    assert (en.alike(0), nb.alike(0, neuter=True)) == (["no"], ["ingen"])


def test_today_is_the_day_a_page_looks_back_to() -> None:
    """«vår neste frist er i dag» stood on the page of 30 June 2025."""
    back = date(2025, 6, 30)
    assert (Words("nb").today(), Words("en").today()) == ("i dag", "today")
    assert (Words("nb", back=back).today(), Words("en", back=back).today()) == (
        "den 30.06.2025",
        "on 30\u00a0Jun\u00a02025",
    )
    assert (Words("nb").today_mark(), Words("nb", back=back).today_mark()) == ("I dag", "30.06.2025")


def test_an_upper_bound_is_never_rounded_below_its_share() -> None:
    """«Høyst 5,7 %» stood beside 6 % of the same."""
    assert NB.percent_at_most(0.0563) == "6\u00a0%"
    assert NB.percent_at_most(0.052) == "6\u00a0%"


def test_a_lower_bound_is_never_rounded_above_its_share_and_is_never_none() -> None:
    assert [NB.percent_at_least(share) for share in (0.0977, 0.1, 0.004)] == ["9\u00a0%", "10\u00a0%", "0,4\u00a0%"]


def test_a_day_in_another_year_is_said_with_it() -> None:
    """«20.01.» of next year stood among days of this one."""
    today = date(2026, 11, 24)
    assert [NB.near_date(day, today) for day in ("2026-12-16", date(2027, 1, 20))] == ["16.12.", "20.01.2027"]
