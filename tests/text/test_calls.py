"""When the sentences about calls must not be used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from akint_dash.measures.call_sheet import Milestone, Record, WayBack
from akint_dash.measures.call_window import ZOOMS, window
from akint_dash.measures.calls import Call, Due
from akint_dash.measures.fit import AreaFit, CallFit
from akint_dash.measures.fit_decisions import Decision
from akint_dash.text import calls as text
from akint_dash.text.words import Words

TODAY = date(2026, 11, 24)
W = Words("nb")


def call(days: int | None, state: str) -> Call:
    due = None if days is None else Due("D", TODAY + timedelta(days=days))
    fit = CallFit(("plan",), (AreaFit("SAM", False),))
    dues = () if due is None else (due,)
    return Call("C", "T", "I", "topic", None, None, None, None, None, "", dues, due, days, state, "yes", fit)


def test_the_finding_counts_only_what_is_open_and_closes_within_thirty_days() -> None:
    assert text.finding(W, [call(5, "closing")], 9) == "Én utlysning som er aktuell for oss, stenger innen 30 dager"
    assert (
        text.finding(W, [call(5, "forthcoming"), call(40, "open")], 9)
        == "Neste frist som er aktuell for oss, er om fem dager"
    )
    assert text.finding(W, [call(1, "forthcoming")], 9) == "Neste frist som er aktuell for oss, er om én dag"
    assert text.finding(W, [], 9) == "Ingen kommende frister er aktuelle for oss"
    assert text.finding(W, [], 9, narrowed=True) == "Ingen kommende frister med disse filtrene er aktuelle for oss"
    assert text.finding(W, [], 0) == "Ingen utlysninger med disse filtrene"


def test_no_programme_has_most_where_none_stands_out_or_the_numbers_are_small() -> None:
    shown, names = window("9mnd", None, TODAY), {"A": "Alfa", "B": "Beta"}
    assert "har flest" not in text.lanes_title(W, {"A": 5, "B": 5}, names, 20, shown)
    assert "har flest" not in text.lanes_title(W, {"A": 2}, names, 20, shown)
    assert "har flest" not in text.lanes_title(W, {"A": 6, "B": 1}, names, 20, shown)  # seven name no programme
    assert text.lanes_title(W, {"A": 9, "B": 1}, names, 20, shown) == "Alfa har flest aktuelle, ni av ti"
    assert text.lanes_title(W, {}, names, 0, shown).startswith("Ingen frister")


def test_a_closed_call_is_not_told_as_one_that_is_not_relevant() -> None:
    shown = window("9mnd", None, TODAY)
    said = text.lanes_title(W, {"A": 1}, {}, 2, shown, 1)
    assert said == "Én av to utlysninger med frist fra november 2026 til juli 2027 er aktuell for oss; én er stengt"
    assert text.lanes_title(W, {}, {}, 2, shown, 2).endswith("juli 2027, og begge er stengt")
    assert text.lanes_title(W, {}, {}, 1, shown, 1).endswith("juli 2027, og den er stengt")


def test_a_warning_is_given_only_where_time_runs_out() -> None:
    far = WayBack((Milestone("decision", TODAY + timedelta(days=8), 8),), None, ())
    near = WayBack((Milestone("decision", TODAY + timedelta(days=7), 7),), None, ())
    late = WayBack((Milestone("decision", TODAY - timedelta(days=1), -1),), None, ())
    assert text.warning(W, far) == ""
    assert text.warning(W, WayBack((), None, ("decision",))) == ""
    assert text.warning(W, near).startswith("Et vedtak om å søke må være på plass senest 01.12.2026")
    assert text.warning(W, late).startswith("Fristen kan ikke nås: Siste dag er passert")


def test_what_stands_beside_a_bar_says_its_state_in_words() -> None:
    due = Due("D", date(2026, 12, 1))
    assert text.beside(W, call(7, "closing"), due, TODAY) == "01.12. · 7 dager"
    assert text.beside(W, call(-3, "closed"), Due("D", date(2026, 11, 21)), TODAY) == "stengt 21.11."
    assert text.beside(W, call(40, "open"), Due("D", date(2026, 11, 21)), TODAY) == "21.11. er ute"


def test_applications_never_claim_a_result_that_is_not_there() -> None:
    assert text.applications(W, Record(0, 0, 0, 0), 0, 0).startswith("Vi har ikke søkt")
    assert text.applications(W, Record(0, 0, 0, 0), 1, 2) == "Vi har én idé og to prosjekter under utvikling."
    base = "Vi har sendt to søknader til denne utlysningen eller andre med samme tema i programmet"
    assert text.applications(W, Record(2, 1, 0, 1), 0, 0) == f"{base}: én er innvilget og én venter på svar."
    assert text.applications(W, Record(2, 1, 0, 1), 0, 1) == (
        f"{base}: én er innvilget og én venter på svar. Vi har ett prosjekt under utvikling."
    )
    assert text.earlier_rest(W, 0) == text.earlier_rest(W, -3) == ""
    assert text.earlier_rest(W, 1) == "Ett prosjekt til er ikke vist her."


def test_calls_are_those_of_the_filters_only_where_there_are_any() -> None:
    assert text.lead(W, 0, 0, 8) == "Åtte utlysninger i alt."
    assert text.lead(W, 0, 0, 8, narrowed=True) == "Åtte utlysninger med disse filtrene."
    assert text.outside(W, 15, narrowed=False) == "15 utlysninger til har frist utenfor tidsrommet som vises."
    assert "med disse filtrene" in text.outside(W, 15, narrowed=True)


def test_the_next_deadline_of_a_selection_is_not_said_to_be_the_next_of_all() -> None:
    one = call(56, "open")
    assert text.finding(W, [one], 1) == "Neste frist som er aktuell for oss, er om 56 dager"
    assert text.finding(W, [one], 1, narrowed=True) == (
        "Neste frist med disse filtrene som er aktuell for oss, er om 56 dager"
    )


def test_closed_calls_stand_apart_from_those_that_may_fit() -> None:
    """'25 utlysninger, 13 passer' counted 11 closed ones, which are never asked."""
    assert text.count(W, 25, 11, 13) == "25 utlysninger, 11 stengte, 13 aktuelle"
    assert text.count(W, 1, 0, 1) == "1 utlysning, 1 aktuell"


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_window_has_words(language: str, zoom: str) -> None:
    w, shown = Words("nb" if language == "nb" else "en"), window(zoom, None, TODAY)
    assert text.window_title(w, shown)
    assert len(text.above(w, shown)) == len(shown.periods)
    assert all(text.period_words(w, shown, period) for period in shown.periods)


def test_a_call_that_closed_today_is_closed_not_today() -> None:
    closed = replace(call(0, "closed"), next=Due("D", TODAY, "2026-11-24T16:00:00Z", passed=True))
    assert text.call_days(W, closed) == "stengt"
    assert text.call_days(W, call(0, "closing")) == "i dag"
    assert text.beside(W, closed, Due("D", TODAY, passed=True), TODAY) == "stengt 24.11."


def test_who_said_what_of_a_call_and_whether_it_stands() -> None:
    at = "2026-11-20T09:00:00Z"
    assert text.decision(W, Decision("SAM", "confirmed", "kari", at), "Samferdsel").startswith(
        "Samferdsel: bekreftet av kari 20.11.2026"
    )
    said = text.decision(W, Decision("SAM", "dismissed", reason="for stort"), "Samferdsel")
    assert said == "Samferdsel: avvist: «for stort»"
    past = text.decision(W, Decision("SAM", "dismissed", stands=False), "Samferdsel")
    assert past == "Samferdsel: avvist før, men utlysningen er endret siden"


def test_why_no_area_is_proposed_is_not_always_that_none_has_the_theme() -> None:
    said = {code: text.why_not(W, code, "Plan") for code in ("", "dismissed", "norway", "score")}
    assert said[""] == "Ingen rådsområder har Plan"
    assert len(set(said.values())) == 4
    assert "Norge deltar ikke" in said["norway"]
