"""Sentences of the page on project development: when each may be said, and when it must not."""

from __future__ import annotations

import pytest

from akint_dash.text import projects as text
from akint_dash.text.words import Words
from tests.measures.frames import FRESH, PAST, STALE

W = Words("nb")


def test_the_finding_names_money_only_where_there_is_some() -> None:
    said = text.finding(W, 22, 54, W.money(17_110_000_000), 5)
    assert said == "22 av 54 avgjorte søknader innvilget: 171,1\u00a0mill.\u00a0kr i støtte"
    assert text.finding(W, 2, 3, None, 5) == "To søknader innvilget, men beløpene mangler"
    assert text.finding(W, 0, 4, None, 5) == "Ingen av de fire avgjorte søknadene ble innvilget"
    assert text.finding(W, 0, 0, None, 5).startswith("Fem prosjekter er på vei")
    assert text.finding(W, 0, 0, None, 0) == "Ingen prosjekter med disse filtrene"


def test_the_finding_of_a_chosen_period_says_its_years() -> None:
    """«Én søknad innvilget: 3,9 mill. kr i støtte» did not say when."""
    money = W.money(390_000_000)
    assert text.finding(W, 1, 2, money, 0, "i 2025") == "Én søknad innvilget i 2025: 3,9\u00a0mill.\u00a0kr i støtte"
    only = "Den ene søknaden som ble avgjort hittil i 2026, er innvilget: 3,9\u00a0mill.\u00a0kr i støtte"
    assert text.finding(W, 1, 1, money, 0, "hittil i 2026") == only
    assert text.finding(W, 5, 5, None, 0) == "Alle de fem avgjorte søknadene innvilget, men beløpene mangler"


def test_no_rate_under_a_choice_of_status_nor_on_fewer_than_five() -> None:
    """24 of 24 granted, where 'granted' was chosen, is no success."""
    chosen = text.finding(W, 24, 24, W.money(100_000_000), 0, by_status=True)
    assert chosen == "24 søknader innvilget: 1,0\u00a0mill.\u00a0kr i støtte"
    assert text.finding(W, 0, 13, None, 0, by_status=True) == "13 søknader er avslått"
    assert text.finding(W, 0, 0, None, 11, by_status=True) == "Elleve prosjekter er på vei"
    assert text.decided_words(W, 3, 4) == "tre søknader ble innvilget og én ble avslått"
    assert text.outcome(W, 1, 1) == "1 innvilget"
    assert text.outcome(W, 11, 15) == "11 av 15 innvilget (73\u00a0%)"
    assert text.outcome(W, 24, 24, by_status=True) == "24 innvilget"
    said = text.origin_title(W, (0, 5), (0, 8), by_status=True)  # a number of each, and no rate
    told = (
        "Av de 13 avgjorte søknadene med disse filtrene gjaldt 5 egne satsinger og 8 prosjekter vi var invitert inn i"
    )
    assert said == told


def row(reached: int, onward: int, here: int, rejected: int = 0, withdrawn: int = 0) -> dict[str, int]:
    return {"reached": reached, "onward": onward, "here": here, "rejected": rejected, "withdrawn": withdrawn}


def test_every_rung_of_the_funnel_is_of_all_that_reached_it() -> None:
    assert text.between(W, "idea", row(62, 58, 4)) == "58 av 62 gikk videre; 4 er her ennå"
    assert text.between(W, "submitted", row(52, 24, 12, 15, 1)) == (
        "24 av 52 er innvilget; 12 venter på svar; 15 ble avslått; 1 ble trukket"
    )
    assert text.between(W, "running", row(19, 5, 14)) == "5 av 19 er fullført; 14 pågår"
    assert text.between(W, "granted", row(0, 0, 0)) == ""


def test_those_that_wait_are_said_and_not_counted() -> None:
    assert (
        text.rate_say(W, 4, 9, 3)
        == "Fire av ni avgjorte søknader ble innvilget; tre venter på svar og er ikke regnet med."
    )
    assert "%" in text.rate_say(W, 4, 10, 0)
    assert "innvilget" not in text.rate_say(W, 0, 0, 3)
    assert text.rate_say(W, 0, 0, 0) == "Ingen søknader er sendt."
    march = text.rate_say(W, 0, 0, 0, months=("2026-03",))
    assert march == "Ingen søknader fra prosjekter som begynte i mars 2026, er sendt."


def test_an_unfinished_year_is_so_far_and_set_beside_the_same_days() -> None:
    now, before = text.Won(3, 1_00), text.Won(2, 2_00)
    assert (
        text.year_title(W, FRESH, now, (now, before))
        == "1\u00a0kr innvilget hittil i 2026, mot 2\u00a0kr på samme tid i 2025"
    )
    assert text.year_title(W, PAST, now, (now, before)) == "1\u00a0kr innvilget i 2025"
    assert text.year_title(W, STALE, now, None) == "1\u00a0kr innvilget i 2026 til 30.10."
    none = text.Won(0, None)
    assert text.year_title(W, FRESH, none, (none, none)) == "Ingen støtte innvilget hittil i 2026"
    assert text.year_title(W, FRESH, text.Won(2, None), (text.Won(2, None), none)).startswith("2 prosjekter innvilget")
    unknown = text.Won(1, None)
    mixed = "1 prosjekt innvilget hittil i 2026, mot 2 prosjekter på samme tid i 2025"
    assert text.year_title(W, FRESH, unknown, (unknown, before)) == mixed  # not against kroner
    known = text.year_title(W, FRESH, now, (now, text.Won(1, None)))
    assert known == "3 prosjekter innvilget hittil i 2026, mot 1 prosjekt på samme tid i 2025"
    told = text.years_say(W, FRESH, [(2024, 0, 0), (2025, 8, 20), (2026, 6, 16)])
    assert told == (
        "I hele 2025 ble 8 av 20 avgjorte søknader innvilget. Hittil i 2026 er 6 av 16 avgjorte søknader innvilget."
    )
    over = text.years_say(W, PAST, [(2024, 1, 2), (2025, 8, 20)])
    assert over == ("I 2024 ble 1 av 2 avgjorte søknader innvilget. I 2025 ble 8 av 20 avgjorte søknader innvilget.")
    assert text.years_say(W, FRESH, [(2024, 0, 0)]) == "Ingen søknader er avgjort i årene som vises."
    told = text.years_say(W, FRESH, [(2025, 9, 9), (2026, 7, 7)], by_status=True)
    assert "9" not in told  # "9 av 9" of granted ones only


def test_a_leader_is_named_only_where_one_stands_out() -> None:
    names, many, few = {"A": "Interreg", "B": "Horisont Europa"}, {"A": 12, "B": 8}, {"A": 1, "B": 12}
    even = text.programme_title(W, {"A": 100, "B": 97}, many, names)
    assert even == "Prosjekter i to programmer har fått 2\u00a0kr, mest for Interreg og Horisont Europa"
    assert text.programme_title(W, {"A": 100, "B": 50}, many, names).startswith("Prosjekter i Interreg har fått mest")
    assert "mest" not in text.programme_title(W, {"A": 100, "B": 50}, few, names)  # one grant is no lead
    assert text.programme_title(W, {"A": 100, "B": 0}, many, names).startswith("Bare prosjekter i Interreg")
    assert text.programme_title(W, {"A": 0}, {"A": 0}, names) == "Ingen av søknadene her har gitt støtte"
    waiting = text.programme_title(W, {"A": 0}, {"A": 0}, names, decided=False)
    assert waiting == "Ingen av søknadene her er avgjort"
    chosen = text.programme_title(W, {"A": 100, "B": 0}, many, names, narrowed=True)
    assert chosen.startswith("Med disse filtrene er all støtte til prosjekter i Interreg: ")  # the filter left it alone
    partly = text.programme_title(W, {"A": 100, "B": 97}, many, names, lacking=1)
    assert partly.startswith("Kjente beløp er til prosjekter i to programmer: ")
    assert text.programme_title(W, {"A": 0}, {"A": 2}, names) == "To prosjekter er innvilget, uten beløp"
    assert "skiller seg ut" not in text.place_title(W, {"A": 100, "B": 97}, many, names, "2026")
    assert text.place_title(W, {}, {}, names, "2026") == "Ingen støtte er registrert i Akershus"
    assert "128\u00a0000\u00a0kr av støtten er nasjonal" in text.programme_say(W, 12_800_000)
    assert "nasjonal" not in text.programme_say(W, 0)
    assert text.goal_say(W, {"A": 1, "B": 1}, names).startswith("Sortert")
    assert text.goal_say(W, {"A": 3}, names) == ""
    assert text.goal_say(W, {}, names) == ""
    even = text.sector_say(W, {"A": 5, "B": 5}, names, 2026)
    assert even == "Ti aktører i 2026, flest for interreg (5) og Horisont Europa (5)."
    assert text.sector_say(W, {"A": 6, "B": 1}, names, 2026) == "Sju aktører i 2026."
    assert " sto for " in text.sector_say(W, {"A": 20, "B": 1}, names, 2025, over=True)
    assert text.sector_say(W, {"A": 20, "B": 1}, names, 2026, 3).endswith("av aktørene med kjent sektor i 2026.")


def test_what_ran_in_a_year_that_is_over_is_past() -> None:
    few = {"A": 3, "B": 3}
    for lacking, least in ((0, ""), (1, "Minst ")):
        now = text.place_title(W, {"A": 100, "B": 97}, few, {}, "i 2026", lacking)
        then = text.place_title(W, {"A": 100, "B": 97}, few, {}, "i 2025", lacking, over=True)
        assert now == f"{least}2\u00a0kr til aktører i Akershus i prosjekter som pågår i 2026"
        assert then == f"{least}2\u00a0kr til aktører i Akershus i prosjekter som pågikk i 2025"
    clear, many = {"A": 900, "B": 100}, {"A": 20, "B": 20}
    won = text.place_title(W, clear, many, {"A": "Ås"}, "i 2025", over=True)
    assert won.startswith("Ås fikk mest av")
    assert text.without_any(W, "Hurdal", "i 2025", over=True) == "Hurdal hadde ingen prosjektdeltakelser i 2025."
    assert text.without_any(W, "Hurdal", "i 2026", over=False) == "Hurdal har ingen prosjektdeltakelser i 2026."


def test_own_initiatives_are_compared_only_on_ten_of_each() -> None:
    assert (
        text.origin_title(W, (5, 9), (1, 20))
        == "5 av 9 egne satsinger og 1 av 20 søknader vi ble invitert inn i, er innvilget"
    )
    assert "oftere" not in text.origin_title(W, (5, 10), (9, 20))
    assert text.origin_title(W, (5, 10), (5, 20)).startswith("Egne satsinger blir oftere innvilget")
    assert text.origin_title(W, (1, 10), (15, 20)).startswith("Egne satsinger blir sjeldnere innvilget")
    assert "0 av 0" not in text.origin_title(W, (1, 1), (0, 0))
    assert text.origin_title(W, (0, 0), (0, 0)) == "Ingen av søknadene er avgjort"
    assert (
        text.origin_title(W, (0, 0), (1, 2))
        == "Én av to søknader vi ble invitert inn i, er innvilget; ingen egen satsing er avgjort"
    )


def test_one_application_alone_is_a_sentence() -> None:
    assert (
        text.origin_title(W, (3, 4), (1, 1))
        == "Tre av fire egne satsinger er innvilget; den ene avgjorte søknaden vi ble invitert inn i, er innvilget"
    )
    assert (
        text.origin_title(W, (0, 1), (0, 0))
        == "Den ene avgjorte egne satsingen er avslått; ingen søknad vi ble invitert inn i, er avgjort"
    )
    assert text.funnel_title(W, FRESH, 1, 1) == "Ett prosjekt er på vei, og ett er innvilget"
    said = text.years_say(W, FRESH, [(2025, 0, 1), (2026, 3, 4)])
    assert said == (
        "I hele 2025 ble den ene avgjorte søknaden avslått. Hittil i 2026 er tre av fire avgjorte søknader innvilget."
    )
    assert ", like mange som" in text.actors_title(W, FRESH, 14, (14, 14))
    eleven = text.actors_title(W, FRESH, 11, (11, 7))
    assert eleven == (
        "Elleve aktører i Akershus har deltatt i internasjonale prosjekter hittil i 2026, mot sju på samme tid i 2025"
    )


def test_a_sum_of_nothing_has_no_shares() -> None:
    assert text.mix_title(W, 0, 0) == "Finansieringen er ikke registrert"
    said = text.mix_say(W, 0.1, 1420, 1, 320)  # its table has 1 740
    assert "1\u00a0420 egne timer er registrert uten" in said
    assert said.endswith("320 egne timer i prosjekter uten noe kjent beløp.")
    only = text.mix_title(W, 0, 0, 1, hours=320)  # over a row of 320 hours
    assert only == "Ingen beløp er registrert i finansieringen, bare 320 egne timer"
    assert text.mix_title(W, 90, 100) == "90\u00a0% av finansieringen kommer fra EU og Norden"
    assert "timer" not in text.mix_say(W, 0.1, 0)


def test_the_actors_of_an_unfinished_year_stand_beside_the_same_days() -> None:
    assert text.actors_title(W, FRESH, 42, (41, 30)) == (
        "42 aktører i Akershus har deltatt i internasjonale prosjekter hittil i 2026, mot 30 på samme tid i 2025"
    )
    assert (
        text.actors_title(W, STALE, 42, None)
        == "42 aktører i Akershus har deltatt i internasjonale prosjekter i 2026 til 30.10."
    )
    assert (
        text.actors_title(W, FRESH, 3, (3, 1))
        == "Tre aktører i Akershus har deltatt i internasjonale prosjekter hittil i 2026"
    )
    assert text.actors_title(W, PAST, 3, None) == "Tre aktører i Akershus deltok i internasjonale prosjekter i 2025"
    assert text.actors_title(W, FRESH, 0, (0, 0)).startswith("Ingen")


@pytest.mark.parametrize("after", [0, 3])
def test_new_projects_after_guidance_are_of_the_years_that_count_them(after: int) -> None:
    assert text.guidance_title(W, 5, after, "i 2026").endswith(" i 2026")


@pytest.mark.parametrize("after", [0, 3])
def test_guidance_is_never_called_the_cause(after: int) -> None:
    said = text.guidance_title(W, 5, after, "i 2026").lower()
    for word in ("fordi", "førte til", "takket være", "gav", "resultat", "effekt"):
        assert word not in said
    assert text.guidance_title(W, 0, 0, "i 2026") == "Ingen veiledning til eksterne er registrert"


def test_the_base_rate_stands_beside_guidance() -> None:
    said = text.unguided_say(W, 18, 27, 24, "2024–2026")
    assert "Av de 27 aktørene som aldri fikk veiledning, ble 24 med i nye prosjekter 2024–2026." in said
    assert "etter den første veiledningen" in said  # the other window: the two are not the same
    assert "aktører" not in text.unguided_say(W, 18, 0, 0, "2024–2026")
    assert text.unguided_say(W, 0, 27, 24, "2024–2026") == ""  # nobody to set it beside


def test_years_are_not_compared_under_todays_status() -> None:
    now, before = text.Won(1, 100), text.Won(2, 200)
    assert text.year_title(W, FRESH, now, (now, before), by_status=True) == "1\u00a0kr innvilget hittil i 2026"
    said = text.years_say(W, FRESH, [(2025, 1, 2), (2026, 3, 4)], by_status=True)
    assert said == "Filteret bruker dagens status. Tallet sammenlignes derfor ikke med året før."


def test_what_waits_is_of_today_and_what_is_won_of_the_period() -> None:
    told = text.funnel_title(W, PAST, 20, 9, "i 2025")
    assert told == "20 prosjekter er på vei per 30.10., og ni ble innvilget i 2025"
    assert text.funnel_title(W, FRESH, 20, 9, "i 2026").endswith("og ni er innvilget i 2026")
    assert text.funnel_title(W, FRESH, 20, 24) == "20 prosjekter er på vei, og 24 er innvilget"


def test_goals_of_nothing_and_of_all() -> None:
    assert text.goal_title(W, 0, 0) == "Ingen prosjekter med disse filtrene"
    assert text.goal_title(W, 0, 9) == "Alle prosjekter er knyttet til et vedtatt mål"
    assert text.goal_title(W, 2, 9).startswith("To av ni")
    assert text.unused_title(W, 0) == "Vi har søkt midler fra alle programmer Norge deltar i"
    assert text.unused_title(W, 1) == "Vi har ikke søkt midler fra ett av programmene Norge deltar i"
    assert text.join_some(W, ["a", "b", "c", "d"]) == "a, b, c og ett til"
    assert text.join_some(W, ["a", "b"]) == "a og b"
    assert text.funnel_title(W, FRESH, 0, 0) == "Ingen prosjekter er på vei, og ingen er innvilget"
    narrowed = text.funnel_title(W, FRESH, 0, 0, narrowed=True)
    assert narrowed == "Med disse filtrene er ingen prosjekter på vei, og ingen er innvilget"
