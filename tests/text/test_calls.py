"""When the sentences about calls must not be used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from akint_dash.measures.call_reach import Reach
from akint_dash.measures.call_sheet import Milestone, Record, WayBack
from akint_dash.measures.call_window import ZOOMS, window
from akint_dash.measures.calls import Call, Due
from akint_dash.measures.fit import AreaFit, CallFit
from akint_dash.measures.fit_decisions import Decision
from akint_dash.text import call_reach as reach
from akint_dash.text import calls as text
from akint_dash.text.call_reach import finding
from akint_dash.text.words import Words

TODAY = date(2026, 11, 24)
W = Words("nb")
STEP = Milestone("decision", date(2026, 12, 9), 15)


def call(days: int | None, state: str) -> Call:
    due = None if days is None else Due("D", TODAY + timedelta(days=days))
    fit = CallFit(("plan",), (AreaFit("SAM", False),))
    dues = () if due is None else (due,)
    return Call("C", "T", "I", "topic", None, None, None, None, None, "", dues, due, days, state, "yes", fit)


def reached(met: int, late: int = 0, **known: Any) -> Reach:
    return Reach((call(40, "open"),) * met, (call(5, "closing"),) * late, **known)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            reached(11, 3, step=STEP),
            "Fristen for 11 av 14 aktuelle utlysninger kan fortsatt nås; neste vedtak må fattes {by}",
        ),
        (
            reached(1, 2, step=STEP),
            "Fristen for én av tre aktuelle utlysninger kan fortsatt nås; neste vedtak må fattes {by}",
        ),
        (
            reached(2, step=STEP),
            "Fristen for begge de aktuelle utlysningene kan fortsatt nås; neste vedtak må fattes {by}",
        ),
        (
            reached(1, step=STEP),
            "Fristen for den eneste aktuelle utlysningen kan fortsatt nås; neste vedtak må fattes {by}",
        ),
        (reached(0, 3), "Fristen kan ikke nås for noen av de tre aktuelle utlysningene"),
        (reached(0, 1), "Fristen for den eneste aktuelle utlysningen kan ikke nås"),
        (reached(3), "Fristen for alle de tre aktuelle utlysningene kan fortsatt nås"),  # all of them applied for
        (
            reached(1, unknown=(call(40, "open"),)),
            "Fristen for den eneste aktuelle utlysningen kan fortsatt nås; neste søknadsfrist er 03.01.2027",
        ),
        (Reach(), "Ingen kommende frister er aktuelle for oss"),
    ],
)
def test_the_finding_leads_with_what_can_still_be_decided(found: Reach, said: str) -> None:
    assert reach.finding(W, found, 25) == said.format(by="innen 09.12.2026")


def test_the_finding_says_what_must_be_done_next_and_of_which_calls() -> None:
    found = reached(1, 1, step=replace(STEP, step="contribution"))
    assert reach.finding(W, found, 9).endswith("neste egenandel må vedtas innen 09.12.2026")
    found = reached(1, 1, step=replace(STEP, step="partner", day=TODAY, days=0))
    assert reach.finding(W, found, 9).endswith("neste partnerbrev må sendes i dag")
    assert reach.finding(W, found, 9, narrowed=True).startswith(
        "Fristen for én av to aktuelle utlysninger med disse filtrene kan fortsatt nås"
    )
    assert reach.finding(W, Reach(), 9, narrowed=True) == (
        "Ingen kommende frister med disse filtrene er aktuelle for oss"
    )
    assert reach.finding(W, Reach(), 0) == "Ingen utlysninger med disse filtrene"


def test_what_is_lost_stands_beside_the_finding_with_its_number() -> None:
    one, why = call(57, "open"), "Siste dag for vedtak eller partnerbrev er passert."
    assert reach.lead(W, reached(11, 3, step=STEP, after=(one,)), 25) == [
        f"Tre frister kan ikke lenger nås: {why}",
        "Etter 09.12.2026 kan fristen heller ikke nås for «{title}».",
    ]
    assert reach.lead(W, reached(2, step=STEP, after=(one, one)), 25) == [
        "Etter 09.12.2026 kan fristen ikke lenger nås for to av dem, blant dem «{title}»."
    ]
    assert reach.lead(W, reached(0, 2), 25) == [why]
    assert reach.lead(W, reached(0, 2, stage=True), 25) == [
        "Siste dag for vedtak, partnerbrev eller første trinn er passert."
    ]
    assert reach.lead(W, reached(2, unknown=(one,), undated=(one,)), 25) == [
        "For én av de aktuelle er siste dag for vedtak ikke kjent.",
        "Én aktuell utlysning til mangler frist.",
    ]


def test_titles_say_how_many_of_what_fits_cannot_be_met() -> None:
    said = "Ti aktuelle utlysninger"
    assert text.unreachable(W, said, 0, 10) == said
    assert text.unreachable(W, said, 3, 10) == f"{said}; fristen kan ikke nås for tre av dem"
    assert text.unreachable(W, "14 aktuelle utlysninger", 3, 14) == (
        "14 aktuelle utlysninger; fristen kan ikke nås for 3 av dem"
    )
    assert text.unreachable(W, "To aktuelle utlysninger", 2, 2) == (
        "To aktuelle utlysninger; fristen kan ikke nås for noen av dem"
    )
    assert text.count_words(W, 10, 10, 3) == "10 utlysninger, 10 aktuelle, 3 kan ikke nås"


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
    assert text.warning(W, late).startswith("Fristen kan ikke nås. Siste dag er passert")


def test_what_stands_beside_a_bar_says_its_state_in_words() -> None:
    due = Due("D", date(2026, 12, 1))
    assert text.beside(W, call(7, "closing"), due, TODAY) == "01.12. · 7 dager"
    assert text.beside(W, call(-3, "closed"), Due("D", date(2026, 11, 21)), TODAY) == "stengt 21.11."
    assert text.beside(W, call(40, "open"), Due("D", date(2026, 11, 21)), TODAY) == "21.11. er ute"


def test_applications_never_claim_a_result_that_is_not_there() -> None:
    assert text.applications(W, Record(0, 0, 0, 0), 0, 0).startswith("Vi har ikke søkt")
    assert text.applications(W, Record(0, 0, 0, 0), 1, 2) == "Vi har én idé og to prosjekter under utvikling."
    base = "Vi har sendt to søknader til denne utlysningen eller andre med samme tema i programmet"
    assert text.applications(W, Record(2, 1, 0, 1), 0, 0) == f"{base}: Én er innvilget, og én venter på svar."
    assert text.applications(W, Record(2, 1, 0, 1), 0, 1) == (
        f"{base}: Én er innvilget, og én venter på svar. Vi har ett prosjekt under utvikling."
    )
    assert text.earlier_rest(W, 0) == text.earlier_rest(W, -3) == ""
    assert text.earlier_rest(W, 1) == "Ett prosjekt til er ikke vist her."


def test_calls_are_those_of_the_filters_only_where_there_are_any() -> None:
    assert reach.lead(W, Reach(), 8) == ["Åtte utlysninger i alt."]
    assert reach.lead(W, Reach(), 8, narrowed=True) == ["Åtte utlysninger med disse filtrene."]
    assert text.outside(W, 15, narrowed=False) == "15 utlysninger til har frist utenfor tidsrommet som vises."
    assert "med disse filtrene" in text.outside(W, 15, narrowed=True)


def test_closed_calls_stand_apart_from_those_that_may_fit() -> None:
    """'25 utlysninger, 13 passer' counted 11 closed ones, which are never asked."""
    assert text.count(W, 25, 11, 13) == "25 utlysninger i alt, alle år: 13 aktuelle, 11 stengte"
    assert text.count(W, 1, 0, 1, narrowed=True) == "1 utlysning med disse filtrene: 1 aktuell"
    assert text.count(W, 0, 0, 0, narrowed=True) == "0 utlysninger med disse filtrene"


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


def test_a_search_without_calls_says_what_none_holds() -> None:
    none = Reach()
    assert finding(W, none, 0, sought="xyzzy") == "Ingen utlysninger inneholder «xyzzy»"
    assert finding(W, none, 0) == "Ingen utlysninger med disse filtrene"
