"""How a frame is said: every comparison names its day, old data say how old they are, in both languages."""

from __future__ import annotations

from akint_dash.text import calls
from akint_dash.text import frame as text
from akint_dash.text.words import Words
from tests.measures.frames import AHEAD, FRESH, PAST, STALE, a_frame

NB, EN = Words("nb"), Words("en")


def test_the_day_of_the_data_is_said_once_a_page() -> None:
    assert text.told(NB, FRESH) == "Fylkeskommunens egne tall er oppdatert til og med 30.10.2026."
    assert text.told(EN, FRESH) == "Our own data go up to 30\u00a0Oct\u00a02026."
    assert text.told(NB, STALE) == "Fylkeskommunens egne tall er 427 dager gamle, fra 30.10.2026."
    assert text.told(NB, a_frame(data_day=FRESH.today)) == ""


def test_a_stranger_is_told_that_only_open_records_are_counted_and_not_how_many_are_left_out() -> None:
    said = text.told(NB, a_frame(open_only=True, data_day=FRESH.today))
    assert said == "Bare offentlige opplysninger er med."
    assert not any(letter.isdigit() for letter in said)
    assert "Only public information" in text.told(EN, a_frame(open_only=True))


def test_a_year_is_so_far_only_while_the_data_are_fresh() -> None:
    assert text.tick(NB, FRESH, 2026) == "2026 hittil"
    assert text.tick(NB, FRESH, 2025) == "2025"
    assert text.tick(NB, STALE, 2026) == "2026 til 30.10."
    assert "hittil" not in text.in_year(NB, STALE)
    assert text.in_year(NB, PAST) == "i 2025"


def test_a_comparison_names_its_day_and_its_year() -> None:
    assert text.both_to(NB, FRESH) == " per 30.10."
    assert text.both_to(EN, FRESH) == ", by 30\u00a0Oct in each year"
    assert (text.both_to(NB, PAST), text.both_to(NB, STALE)) == ("", "")
    assert (text.year_before(NB, FRESH), text.year_before(NB, PAST)) == ("i fjor", "i 2024")
    assert text.in_before(NB, FRESH) == "på samme tid i 2025"


def test_silence_says_why() -> None:
    assert text.silence(NB, FRESH) == ""
    assert "for gamle" in text.silence(NB, STALE)
    assert text.silence(NB, AHEAD) == "2027 har ikke begynt; dataene går til 30.10.2026."


def test_a_share_of_an_unfinished_year_says_how_much_of_it_is_covered() -> None:
    assert text.covered(NB, FRESH, 2026) == "per 30.10., da 83\u00a0% av året var gått"
    assert text.covered(NB, FRESH, 2025) == ""


def test_english_says_the_year_of_a_day_that_bokmal_leaves_to_its_reader() -> None:
    assert text.covered(EN, FRESH, 2026).startswith("by 30\u00a0Oct\u00a02026, when")
    assert text.as_of(NB, FRESH, "Ett samarbeid") == "Ett samarbeid per 30.10."
    assert text.as_of(EN, FRESH, "One partnership") == "One partnership as of 30\u00a0Oct\u00a02026"
    assert text.as_known(EN, FRESH).endswith("(data up to 30\u00a0Oct\u00a02026)")


def test_a_full_stop_is_not_doubled_after_a_day() -> None:
    assert text.stop("til 30.10.") == "til 30.10."
    assert text.stop("i fjor") == "i fjor."
    assert text.title("til 30.10.") == "til 30.10."
    assert text.title("i fjor.") == "i fjor"


def test_calls_have_no_news_since_a_day_the_data_do_not_reach() -> None:
    since = FRESH.today.replace(day=18)
    assert calls.news_title(NB, 0, 0, 0, since, FRESH.data_day) == (
        "Ingen nye opplysninger om utlysninger siden 18.11.2026; de siste kom 30.10.2026"
    )
    assert calls.news_title(NB, 0, 0, 0, since, FRESH.today) == "Ingen endringer siden 18.11.2026"


def test_a_year_that_data_are_too_old_for_is_not_said_to_be_ahead() -> None:
    old = a_frame(year=2027, first=2027, last=2027, today=FRESH.today.replace(year=2027), chosen=True)
    assert text.silence(NB, old) == "Dataene går til 30.10.2026, før 2027 begynte."
    assert text.silence(EN, AHEAD).startswith("2027 has not begun; the data end on")


def test_a_year_or_months_that_are_over_are_told_in_the_past() -> None:
    """ "EU policy monitoring has the most initiatives in March 2026" in November."""
    march, now = a_frame(months=("2026-03",)), a_frame(months=("2026-03", "2026-11"))
    assert [one.over for one in (PAST, FRESH, AHEAD, march, now)] == [True, False, False, True, False]
    assert text.tensed(NB, PAST, "{n} er her", "{n} var her", n=1) == "1 var her"
    assert text.tensed(NB, FRESH, "{n} er her", "{n} var her", n=1) == "1 er her"
