"""Sentences of the council areas' pages: when each may be said, and when it must not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from akint_dash.text import areas as text
from akint_dash.text.words import Words
from tests.measures.frames import AHEAD, FRESH, STALE, a_frame

W = Words("nb")
NAMES = {"PRO": "Prosjektutvikling", "POL": "Politikkoppfølging"}
OWN, COUNTY = {"PRO": 0.5, "POL": 0.5}, {"PRO": 0.38, "POL": 0.62}


def test_a_difference_from_the_county_is_claimed_only_on_ten_cases_each_side() -> None:
    assert text.apart(OWN, COUNTY, 10, 10) in ("PRO", "POL")
    assert text.apart(OWN, COUNTY, 9, 100) is None
    assert text.apart(OWN, COUNTY, 100, 9) is None
    assert text.apart({"PRO": 0.43}, {"PRO": 0.38}, 100, 100) is None
    assert text.apart({"PRO": None}, {"PRO": 0.38}, 100, 100) is None


@pytest.mark.parametrize(
    ("cases", "base", "said"),
    [(9, 100, "For få tiltak"), (100, 9, "For få tiltak"), (10, 10, "12\u00a0prosentpoeng over fylkeskommunen samlet")],
)
def test_points_are_named_only_on_ten_cases_each_side(cases: int, base: int, said: str) -> None:
    assert text.difference(W, 0.5, 0.38, cases, base, "fylkeskommunen samlet").startswith(said)


def test_two_points_are_about_the_same_and_nothing_is_said_of_nothing() -> None:
    assert text.difference(W, 0.40, 0.38, 50, 50, "fylkeskommunen samlet") == "Om lag som fylkeskommunen samlet."
    assert "under" in text.difference(W, 0.30, 0.38, 50, 50, "fylkeskommunen samlet")
    assert text.difference(W, None, 0.38, 50, 50, "fylkeskommunen samlet") == ""


def test_the_finding_is_closed_silent_few_alike_or_different_in_this_order() -> None:
    def said(closed: int | None, cases: int, own: dict[str, float | None]) -> str:
        return text.finding(W, "Samferdsel", FRESH, closed, cases, own, dict(COUNTY), 100, NAMES)

    assert said(2025, 50, dict(OWN)) == "Samferdsel ble avsluttet i 2025"
    assert said(None, 0, dict(OWN)) == "Samferdsel har ikke registrert tiltak hittil i 2026"
    assert said(None, 9, dict(OWN)) == "Samferdsel har ni tiltak hittil i 2026"
    assert (
        said(None, 50, dict(COUNTY)) == "Samferdsel vekter virkemidlene om lag som fylkeskommunen samlet hittil i 2026"
    )
    assert said(None, 50, {"PRO": 0.5}) == (
        "Samferdsel har hatt en større andel prosjektutvikling enn fylkeskommunen samlet "
        "hittil i 2026: 50\u00a0% mot 38\u00a0%"
    )
    assert text.finding(W, "Samferdsel", AHEAD, None, 0, {}, {}, 0, NAMES).endswith(
        "2027 har ikke begynt; dataene går til 30.10.2026"
    )
    assert "mindre" in said(None, 50, {"PRO": 0.2})


def test_the_finding_says_its_unit_and_alike_only_within_two_points() -> None:
    """«vekter virkemidlene om lag som fylket» stood over 44 % against 36 %, and over hours that it did not name."""

    def said(own: float, weight: str, *, lacking: bool = False) -> str:
        frame = a_frame(weight=weight)
        return text.finding(W, "Plan", frame, None, 50, {"PRO": own}, {"PRO": 0.3}, 100, NAMES, lacking=lacking)

    assert said(0.32, "antall") == "Plan vekter virkemidlene om lag som fylkeskommunen samlet hittil i 2026"
    assert (
        said(0.39, "antall")
        == "Plan ligger innen ti prosentpoeng fra fylkeskommunen samlet i hvert virkemiddel hittil i 2026"
    )
    assert said(0.32, "timer").endswith("om lag som fylkeskommunen samlet hittil i 2026, målt i timer")
    assert said(0.5, "timer").endswith("% av timene")
    assert said(0.5, "kroner", lacking=True).endswith("% av de kjente avsatte kronene")
    stable = text.moved(W, {"PRO": (0.44, 0.48)}, (50, 50), (2024, 2026), NAMES, a_frame(weight="timer"))
    assert stable == (
        "Ingen virkemidler har fått eller mistet mer enn fem prosentpoeng hittil i 2026, mot hele 2024, målt i timer"
    )


def test_no_movement_is_claimed_without_two_years_of_ten_or_over_few_points() -> None:
    def said(before: float, now: float, cases: tuple[int, int]) -> str:
        return text.moved(W, {"PRO": (before, now), "POL": (0.5, 0.5)}, cases, (2024, 2026), NAMES, FRESH)

    assert said(0.3, 0.6, (9, 50)).startswith("For få tiltak")
    small = "For få tiltak til å si noe sikkert om endringer i fordelingen"
    assert said(0.3, 0.4, (10, 10)) == small  # one record
    assert said(0.41, 0.49, (32, 39)).endswith(
        "økt fra 41 % i hele 2024 til 49 % hittil i 2026".replace(" %", "\N{NO-BREAK SPACE}%")
    )
    still = "Ingen virkemidler har fått eller mistet mer enn fem prosentpoeng hittil i 2026, mot hele 2024"
    assert said(0.3, 0.34, (100, 100)) == still
    assert said(16 / 36, 19 / 39, (36, 39)) == still  # 44 % and 49 %, as they are shown
    assert said(0.3, 0.41, (20, 20)).startswith("Andelen prosjektutvikling har økt")
    assert said(0.6, 0.3, (10, 10)).startswith("Andelen prosjektutvikling har falt")


def test_money_of_which_a_decision_is_missing_is_not_said_to_be_decided_in_all() -> None:
    told = text.means_say(W, 2026, ["Fylkestinget"], 0, 4, (None, 2.0), undecided=1)
    assert told.startswith("Midlene er vedtatt av fylkestinget; opplysning om vedtaket mangler for ett av fire virk")
    assert text.means_say(W, 2026, ["Fylkestinget"], 0, 4, (None, 2.0)).startswith(
        "Midlene er vedtatt av fylkestinget."
    )


def test_the_share_used_is_told_beside_rounded_amounts() -> None:
    """«2,1 av 2,5 mill. kr» reads as 84 %, under a bar of 82 %."""
    used, planned = 206_600_000, 250_600_000
    said = text.means_title(W, 2026, used, planned, (used, planned), so_far="per 30.10.").replace("\xa0", " ")
    assert said == "2,1 mill. kr (82 %) av de 2,5 mill. kr som er satt av for 2026, var brukt per 30.10."


def test_used_is_never_said_to_be_zero_when_it_is_not_known() -> None:
    assert "mangler" in text.means_title(W, 2026, None, 100, (0, 0), so_far="til 30.10.")
    assert "ikke registrert" in text.means_title(W, 2026, None, None, (0, 0), so_far="til 30.10.")
    assert "til 30.10." in text.means_title(W, 2026, 80_00, 100_00, (80_00, 100_00), so_far="til 30.10.")
    assert "til" not in text.means_title(W, 2025, 80_00, 100_00, (80_00, 100_00), so_far="")
    known = text.means_title(W, 2026, 80_00, 100_00, (80_00, 100_00), so_far="til 30.10.", lacking_planned=1)
    assert known.startswith("80\u00a0kr (80\u00a0%) av de kjente 100\u00a0kr som er satt av")
    assert "mangler" in text.means_say(W, 2026, [], 0, 4, (None, 2.0))
    assert text.used_title(W, 2026, 0, 0, 8, 8, "til 30.10.").startswith("Ingen rådsområder")
    partly = text.used_title(W, 2026, 76, 100, 1, 8, "til 30.10.").replace("\xa0", " ")
    assert partly == (
        "76 % av de kjente avsatte midlene i 2026 var brukt til 30.10.; beløp mangler for ett av åtte rådsområder"
    )
    assert "mangler" not in text.used_title(W, 2026, 76, 100, 0, 8, "til 30.10.")


def test_support_follows_activity_within_five_points_and_stands_apart_from_ten() -> None:
    def said(asked: int, activity: int) -> str:
        asks, acts = {"A": asked, "B": 100 - asked}, {"A": activity, "B": 100 - activity}
        return text.support_all_title(W, asks, acts, {"A": "A-området", "B": "B-området"}, "2024–2026")

    assert said(55, 50).startswith("Henvendelsene om bistand følger aktiviteten")
    assert said(59, 50) == "100 henvendelser om bistand er registrert 2024–2026", "79 % against 69 % follows nothing"
    assert "60\xa0%" in said(60, 50) or "40\xa0%" in said(60, 50)


def test_support_against_activity_is_compared_only_on_ten_of_each() -> None:
    def said(asked: dict[str, int], activity: dict[str, int]) -> str:
        return text.support_all_title(W, asked, activity, {"A": "A-området", "B": "B-området"}, "2024–2026")

    assert said({"A": 9}, {"A": 100, "B": 100}).startswith("Ni henvendelser")
    assert said({"A": 10}, {"A": 9}).startswith("Ti henvendelser")
    assert said({}, {"A": 100}).startswith("Ingen har bedt")
    assert said({"A": 10, "B": 10}, {"A": 50, "B": 50}) == "Henvendelsene om bistand følger aktiviteten 2024–2026"
    assert said({"A": 16, "B": 4}, {"A": 50, "B": 50}).replace("\xa0", " ") in (
        "A-området har 80 % av henvendelsene om bistand og 50 % av de andre tiltakene 2024–2026",
        "B-området har 20 % av henvendelsene om bistand og 50 % av de andre tiltakene 2024–2026",
    )


def test_a_single_answer_is_no_half() -> None:
    assert text.support_say(W, 4.0, 1, 0, None, FRESH) == "Svaret kom etter fire dager."
    assert text.support_say(W, 4.0, 2, 0, None, FRESH).startswith("Minst halvparten")
    assert text.support_say(W, 1.0, 1, 0, None, FRESH) == "Svaret kom etter én dag."
    assert text.support_say(W, 1.5, 2, 0, None, FRESH) == "Minst halvparten av svarene kom innen 1,5 dager."
    assert text.support_say(W, 0.0, 1, 0, None, FRESH) == "Svaret kom samme dag."
    assert text.support_say(W, None, 0, 1, 1, FRESH) == "Én hadde ventet i 1 dag per 30.10."
    assert text.answered_say(Words("en"), 1.0, 1, "1") == "the answer came after 1 day"
    assert text.support_say(W, None, 0, 0, None, FRESH) == ""
    assert text.support_say(W, None, 0, 2, 9, FRESH) == "2 ventet, den eldste i 9 dager per 30.10."
    assert text.support_say(W, None, 0, 2, 9, STALE) == "", "an answer may have come since"
    assert text.support_title(W, 0, 0, "2024–2026") == "Ingen henvendelser om bistand 2024–2026"


def test_titles_of_nothing_claim_nothing() -> None:
    assert text.projects_title(W, 0, 0, "") == "Ingen prosjekter"
    assert "mangler" in text.projects_title(W, 3, 2, "")
    assert text.goals_title(W, 0, 0) == "Ingen plan med mål er registrert"
    assert text.goals_title(W, 0, 12) == "Ingen av de tolv målene er knyttet til tiltak"
    assert text.learning_title(W, 0, {}, {}, {}).startswith("Ingen")
    names, clear = {"a": "A", "b": "B"}, {"a": 150, "b": 50}
    assert "flest" not in text.learning_title(W, 200, {"a": 100, "b": 100}, {"a": 6, "b": 6}, names)
    assert "flest fra a" in text.learning_title(W, 200, clear, {"a": 7, "b": 3}, names)
    assert "flest" not in text.learning_title(W, 200, clear, {"a": 6, "b": 3}, names)  # people are no base
    assert "flest" not in text.learning_title(W, 200, clear, {"a": 1, "b": 9}, names)  # one large open day


def test_an_area_that_has_registered_nothing_is_said_so_and_counts_as_no_zero() -> None:
    some: dict[str, float | None] = {"PRO": None}
    assert text.finding(W, "Samferdsel", FRESH, None, 0, some, some, 0, NAMES) == (
        "Samferdsel har ikke registrert tiltak hittil i 2026"
    )
    assert text.silent_title(W, FRESH, ["Plan", "Tannhelse og folkehelse"]) == (
        "«Plan» og «Tannhelse og folkehelse» har ikke registrert tiltak hittil i 2026"
    )
    assert text.unregistered(W, FRESH, "Plan") == "mangler; Plan har ikke registrert tiltak hittil i 2026"
    by_means = text.unregistered(W, replace(FRESH, weight="kroner"), "Plan")
    assert by_means == "mangler; avsatt beløp er ikke registrert", "a table of kroner lacks no initiatives"


def test_the_money_of_others_is_told_apart_from_the_areas_own_grants() -> None:
    assert text.projects_title(W, 14, 6, "75,1 mill. kr", 1) == (
        "14 prosjekter, 6 med innvilget støtte: "
        "75,1 mill. kr, medregnet rådsområdets del av ett prosjekt i et annet rådsområde"
    )
    assert text.projects_title(W, 14, 6, "72,3 mill. kr") == "14 prosjekter, 6 med innvilget støtte: 72,3 mill. kr"


def test_an_areas_partners_are_told_as_the_bilateral_page_counts_them() -> None:
    assert text.partners_say(W, 2, 1, 1) == (
        "Rådsområdet har bilateralt samarbeid med to regioner, og med én er det bare prosjekter eller aktiviteter. "
        "Ett avsluttet samarbeid vises i listen, men er ikke regnet med."
    )
    assert text.partners_say(W, 0, 0, 0) == ""
    assert text.partners_say(W, 0, 0, 0, over=1) == (
        "Med én region er samarbeidet avsluttet, men prosjekter eller aktiviteter er registrert."
    )
    said = text.partners_say(W, 1, 13, 0)
    assert (
        said == "Rådsområdet har bilateralt samarbeid med 1 region, og med 13 er det bare prosjekter eller aktiviteter."
    )
    thinned = text.partners_say(W, 1, 13, 0, thinned=True)
    assert (
        thinned
        == f"{said} Filtrene avgjør hvilke regioner som vises; bilateralt samarbeid med dem vises uansett filtre."
    )


def test_an_only_region_without_a_cooperation_is_said_by_what_there_is_with_it() -> None:
    assert text.partners_title(W, 1, 0, 1) == "Rådsområdet har hatt én aktivitet med én region"
    assert text.partners_title(W, 1, 2, 0) == "Rådsområdet har to innvilgede prosjekter med én region"
    assert text.partners_title(W, 15) == "15 regioner med samarbeid, innvilget prosjekt eller aktivitet"


def test_what_an_area_has_set_aside_is_of_the_whole_year_and_is_not_said_to_be_used() -> None:
    own, frame = {"POL": 0.52, "PRO": 0.48}, a_frame(weight="kroner")
    said = text.finding(W, "Plan", frame, None, 50, own, {"POL": 0.23, "PRO": 0.77}, 100, NAMES, lacking=True)
    assert said.replace("\xa0", " ") == (
        "Plan har satt av en større andel til politikkoppfølging enn fylkeskommunen samlet i 2026: 52 % mot 23 % "
        "av de kjente avsatte kronene"
    )
