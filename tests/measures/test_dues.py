"""All deadlines in one list: each thing once, with what can still be done about it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from akint_dash.measures.calls import calls
from akint_dash.measures.deadlines import deadlines
from akint_dash.measures.decisions import decisions
from akint_dash.measures.due_window import before_easter, due_window
from akint_dash.measures.dues import STATES, call_states, due_table, dues, next_due, state_of
from akint_dash.text import dues as text
from akint_dash.text.words import NUMBER_WORDS, Words

from .small import LISTS, TODAY, cooperation, dossier, project, scope_of, step

W = Words("nb")
SOME: dict[str, Any] = {
    "programme": {
        **LISTS["programme"],
        "HE": {"name_nb": "Horisont", "decision_days": 30, "partner_days": 10},
        "INT": {"name_nb": "Interreg", "decision_days": 60},
    },
    "call": {
        "aimed": {"title": "Buss", "programme": "HE"},
        "late": {"title": "Tog", "programme": "INT", "confirmed_areas": [["KUL", None]]},
        "applied": {"title": "Båt", "programme": "INT"},
        "nobodys": {"title": "Fly", "programme": "HE"},
    },
    "call_deadline": {
        "1": {"call": "aimed", "day": "2026-07-19"},
        "2": {"call": "nobodys", "day": "2026-06-29"},
        "3": {"call": "late", "day": "2026-05-25", "stage": 1},
        "4": {"call": "late", "day": "2026-09-25", "stage": 2},
        "5": {"call": "applied", "day": "2026-06-10"},
        "6": {"call": "late", "day": "2026-11-25", "cut_off": 2},
    },
    "project": {"P": project(call="aimed", owner="Seksjon B"), "Q": project(call="applied", area="NÆR")},
    "project_step": {"1": step("P", "developing", "2026-01-01"), "2": step("Q", "submitted", "2026-01-01")},
    "dossier": {"D": dossier(area="KUL", owner="Seksjon C")},
    "dossier_deadline": {"F": {"dossier": "D", "day": "2026-06-03", "what": "Høringssvar"}},
    "organisation": {"ORG": {"name": "Nettverk", "area": "SAM"}},
    "membership": {
        "M": {"area": "SAM", "owner": "A", "organisation": "ORG", "from_date": "2024-01-01", "notice_by": "2026-06-04"}
    },
    "cooperation": {"C": cooperation(agreement_to="2026-12-20")},
}
YEAR_END = date(2026, 12, 31)
ALL = [
    ("05-25", "application", "late", "KUL", "lost", "3"),
    ("06-03", "dossier", "D", "KUL", "urgent", "F"),
    ("06-04", "membership", "ORG", "SAM", "can", "M"),
    ("06-10", "application", "applied", "NÆR", "can", "5"),
    ("06-19", "decision", "aimed", "SAM", "can", "1"),
    ("07-09", "partner", "aimed", "SAM", "can", "1"),
    ("07-19", "application", "aimed", "SAM", "can", "1"),
    ("09-25", "application", "late", "KUL", "lost", "4"),
    ("11-25", "application", "late", "KUL", "can", "6"),
    ("12-20", "agreement", "C", "SAM", "can", "C"),
]


def found(query: str = "", until: date = YEAR_END, today: date = TODAY) -> list[tuple[str, ...]]:
    """(day, kind, record, area, state, the record that holds the day)."""
    some = dues(scope_of(query, today, **SOME), until)
    return [(d.day.isoformat()[5:], d.kind, d.record[1], d.area, d.state, d.source[1]) for d in some]


def test_every_kind_by_day_each_once_with_its_state() -> None:
    """A later stage of an application that came too late is lost with it; another round is not, nor what is sent."""
    assert found() == ALL


def test_the_last_day_of_the_window_is_in_it_and_the_next_is_not() -> None:
    assert found(until=date(2026, 6, 3)) == ALL[:2]
    assert found(until=date(2026, 6, 2)) == ALL[:1]
    assert found(until=date(2026, 5, 19)) == []


def test_urgent_is_within_fourteen_days_and_not_lost() -> None:
    """Membership: 15 days on 20 May, 14 the day after."""
    assert [row[4] for row in found(today=date(2026, 5, 21)) if row[1] == "membership"] == ["urgent"]
    assert all(row[4] == "lost" for row in found() if row[5] == "3")


def test_area_and_instrument_narrow_and_parts_add_up() -> None:
    assert found("omrade=KUL") == [row for row in ALL if row[3] == "KUL"]
    parts = [row for code in ("PRO", "POL", "KOM", "BIL") for row in found(f"virkemiddel={code}")]
    assert sorted(parts) == sorted(ALL)


def test_it_is_the_union_of_deadlines_and_decisions() -> None:
    scope = scope_of(**SOME)
    one = {(d.day, d.kind, d.code) for d in deadlines(scope, 225)}
    other = {(d.day, d.step or d.kind) for d in decisions(scope, 225)}
    both = dues(scope, YEAR_END)
    assert {(d.day, d.kind) for d in both} == {(day, kind) for day, kind, _ in one} | other
    assert len(both) == len(one) + len([d for d in decisions(scope, 225) if d.kind in ("call", "membership")])


def test_the_next_after_the_window() -> None:
    scope = scope_of("omrade=SAM", **SOME)
    after = next_due(scope, date(2026, 7, 19))
    assert after is not None
    assert (after.kind, after.day) == ("agreement", date(2026, 12, 20))
    assert next_due(scope, YEAR_END) is None
    assert text.following(W, after, "Avtale går ut: Kyiv", TODAY) == (
        "Den neste kommer 20.12.2026, om 214 dager: Avtale går ut: Kyiv."
    )


def test_titles_say_how_many_and_when() -> None:
    some = dues(scope_of(**SOME), YEAR_END)
    assert (
        text.title(W, some, YEAR_END, TODAY, narrowed=False)
        == "Ti frister til og med 31.12.2026; den første vi er i tide til, kommer om 14 dager"
    )
    assert text.title(W, [], YEAR_END, TODAY, narrowed=False) == "Ingen kjente frister til og med 31.12.2026"
    assert text.say(W, some) == (
        "Én frist haster: Den kommer innen 14 dager, og vi er fortsatt i tide. "
        "For to frister er det for sent: Siste dag for vedtak eller partnerbrev er passert."
    )
    assert text.list_title(W, some) == "Vi er i tide til åtte av ti frister; én av dem haster"
    assert some[0].late is not None
    assert text.too_late(W, 1, [some[0].late]) == (
        "For én frist er det for sent: Siste dag for vedtak om å søke var 26.03.2026."
    )
    assert text.late(W, some[0].late) == "siste dag for vedtak om å søke var 26.03.2026"


def test_deadlines_we_are_in_time_for_are_told_from_those_that_also_are_urgent() -> None:
    some = dues(scope_of(**SOME), YEAR_END)
    urgent, can = ([one for one in some if one.state == state] for state in ("urgent", "can"))
    lost = [replace(one, state="lost") for one in can[:2]]
    assert text.list_title(W, lost[:1]) == "Vi er for sent ute til fristen"
    assert text.list_title(W, lost) == "Vi er for sent ute til begge fristene"
    assert text.list_title(W, can[:1]) == "Vi er i tide til fristen"
    assert text.list_title(W, can[:2]) == "Vi er i tide til begge fristene"
    assert text.list_title(W, can[:3]) == "Vi er i tide til alle de tre fristene"
    assert text.list_title(W, urgent[:1]) == "Vi er i tide til fristen, men den haster"
    assert text.list_title(W, [*urgent[:1], *can[:2]]) == "Vi er i tide til alle de tre fristene; én av dem haster"


@pytest.mark.parametrize("language", ["nb", "en"])
def test_no_word_of_a_state_is_of_one_kind_alone(language: Any) -> None:
    """«Avtale går ut: kan nås»: an agreement that ends is not reached."""
    w = Words(language)
    some = [one for one in dues(scope_of(**SOME), YEAR_END) if one.kind == "agreement"]
    assert some
    told = [w.choice("due_state", state) for state in STATES]
    told += [text.list_title(w, some), text.title(w, some, YEAR_END, TODAY, narrowed=False), text.say(w, some)]
    assert not [said for said in told if re.search(r"\bnå(s|dd)?\b|\bmet\b", said)]


def test_what_the_deadlines_are_of_is_counted_by_kind_each_thing_once() -> None:
    some = dues(scope_of(**SOME), YEAR_END)
    steps, things = {"application", "decision", "contribution", "partner"}, {one.record for one in some}
    kinds = {"call" if one.kind in steps else one.kind for one in some}
    said = text.axis_say(W, some, "i dag", TODAY).partition(". ")[0]
    told = {"call": "utlysning", "dossier": "EU-sak", "agreement": "avtale", "membership": "medlemskap"}
    assert all((words in said) == (kind in kinds) for kind, words in told.items())
    numbers = dict(zip(NUMBER_WORDS["nb"], range(13), strict=True)) | {"ett": 1}
    counted = re.findall(r"(\w+) (?:utlysning|EU-sak|avtale|medlemskap)", said)
    assert sum(numbers[word] for word in counted) == len(things)
    alone = [one for one in some if one.record[0] == "dossier"][:1]
    assert text.axis_say(W, alone, "i dag", TODAY).startswith("Fristen gjelder én EU-sak. Fra i dag til og med ")
    assert text.axis_title(W, alone) == "Fristen er ikke et steg fram mot en søknad"
    assert text.axis_title(W, some).endswith(" steg fram mot en søknad")


def test_the_table_tells_all_of_it() -> None:
    rows = list(due_table(dues(scope_of(**SOME), YEAR_END), TODAY).dicts())
    assert rows[1] == {
        "days": 14,
        "date": "2026-06-03",
        "record": ("dossier", "D"),
        "kind": ("decision_kind", "dossier"),
        "what": ("dossier_deadline", "F", "what"),
        "state": ("due_state", "urgent"),
        "area": ("area", "KUL"),
        "owner": ("dossier", "D", "owner"),
        "code": "F",
    }
    assert rows[0]["owner"] is None


@pytest.mark.parametrize(
    ("asked", "until", "bad"),
    [
        ("", "2026-11-16", ""),
        ("14", "2026-06-03", ""),
        ("paske", "2027-03-24", ""),
        ("aaret", "2026-12-31", ""),
        ("2027-03-28", "2027-03-28", ""),
        ("2026-05-20", "2026-05-20", ""),
        ("2026-05-19", "2026-11-16", "2026-05-19"),
        ("30", "2026-06-19", ""),
        ("9999", "2053-10-04", ""),
        ("99999", "2026-11-16", "99999"),
        ("٣", "2026-11-16", "٣"),
        ("9999-12-31", "2026-11-16", "9999-12-31"),
        ("snart", "2026-11-16", "snart"),
    ],
)
def test_a_window_is_days_easter_the_years_end_or_a_day(asked: str, until: str, bad: str) -> None:
    window = due_window(asked, TODAY)
    assert (window.until.isoformat(), window.bad) == (until, (bad,) if bad else ())


@pytest.mark.parametrize(
    ("first", "since", "bad"),
    [
        ("", None, ()),
        ("2026-05-20", None, ()),
        ("2026-05-21", "2026-05-21", ()),
        ("2026-06-19", "2026-06-19", ()),
        ("2026-06-20", None, ("2026-06-20",)),
        ("2026-05-19", None, ()),
        ("mars", None, ("mars",)),
    ],
)
def test_a_window_begins_on_any_day_of_it(first: str, since: str | None, bad: tuple[str, ...]) -> None:
    window = due_window("30", TODAY, first)
    assert (window.since.isoformat() if window.since else None, window.bad) == (since, bad)
    assert window.holds(TODAY) == (since is None)
    assert window.holds(date(2026, 6, 19))
    assert not window.holds(date(2026, 6, 20))


def test_before_easter_ends_the_day_before_maundy_thursday() -> None:
    """Easter Sunday is 28.03.2027 and 16.04.2028: Maundy Thursday is a holiday, 25.03.2027."""
    assert before_easter(date(2026, 11, 25)) == date(2027, 3, 24)
    assert before_easter(date(2027, 3, 24)) == date(2027, 3, 24)
    assert before_easter(date(2027, 3, 25)) == date(2028, 4, 12)


@pytest.mark.parametrize(("day", "state"), [(0, "urgent"), (14, "urgent"), (15, "can"), (-1, "lost")])
def test_urgent_is_within_fourteen_days_and_still_to_be_met(day: int, state: str) -> None:
    assert state_of(date.fromordinal(TODAY.toordinal() + day), TODAY) == state
    assert state_of(date.fromordinal(TODAY.toordinal() + day), TODAY, lost=True) == "lost"


def test_a_call_that_is_not_ours_is_never_urgent_and_one_past_its_last_day_is_lost() -> None:
    scope = scope_of("", date(2026, 6, 10), **SOME)
    known = calls(scope.portfolio, scope.today)
    states = call_states(scope)
    assert states.of(known["aimed"]) == "can"
    assert states.of(known["aimed"], date(2026, 6, 19)) == "urgent"
    assert states.of(known["nobodys"]) == "lost"  # 30 days for its decision have passed
    assert states.of(known["applied"]) == "urgent"
    early = scope_of("", date(2026, 5, 25), **SOME)
    before = calls(early.portfolio, early.today)
    states = call_states(early)
    assert states.of(before["late"]) == "lost"
    assert states.of(before["nobodys"], date(2026, 5, 30)) == "can"
