"""What is planned after the data's day: in the lists, and counted on no page."""

from __future__ import annotations

from datetime import date

from akint_dash.domain.history import Change
from akint_dash.measures.dated import Planned, planned, to_come, would_count
from akint_dash.measures.goals import served
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import make
from akint_dash.text.frame import to_come as say
from akint_dash.text.words import Words

from .frames import known, revision
from .small import LISTS, activity, cooperation, project, selected

DAY, TODAY = date(2026, 10, 30), date(2026, 11, 25)


def test_lists_hold_what_is_counted_and_what_is_still_to_come() -> None:
    held = {"A": activity(), "B": activity(start="2026-11-12"), "C": activity(start="2027-01-19", area="KUL")}
    scope = known("", TODAY, DAY, activity=held)
    assert to_come(scope, "activity") == ("B", "C")
    assert scope.codes("activity") | set(to_come(scope, "activity")) == set(held)
    assert to_come(known("omrade=KUL", TODAY, DAY, activity=held), "activity") == ("C",)
    assert to_come(known("periode=2026", TODAY, DAY, activity=held), "activity") == ("B",)
    assert to_come(scope, "project") == ()
    of_programme = known("program=ERASMUS", TODAY, DAY, activity=held)
    assert planned(of_programme, "activity", among=would_count(of_programme)).n == 0  # an activity has no programme
    assert planned(scope, "activity", among=would_count(scope)).n == 2
    assert planned(scope, "activity", among=["A", "C"]) == Planned(1, (DAY,))  # as a list's own filters leave them


def test_the_day_that_is_said_is_the_one_that_is_counted_by() -> None:
    held, w = {"A": activity(start="2026-11-12")}, Words("nb")
    state = {**LISTS, "activity": held, "cooperation": {"P": cooperation(since="2026-12-01")}}
    told = [
        (1, Change("activity", "A", None, held["A"])),
        (2, Change("cooperation", "P", None, state["cooperation"]["P"])),
    ]
    made = make(state, [revision(1, "2026-10-30"), revision(2, "2026-11-20", "portal")], told, "staff")
    scope = Scope(made, selected(""), TODAY)
    both = planned(scope, "activity", "cooperation", "dossier")
    assert both == Planned(2, (DAY, date(2026, 11, 20)))
    assert "den siste dagen vi har tall for" in say(w, both)
    assert say(w, planned(scope, "activity")).startswith("Én registrering begynner etter 30.10.2026")


def test_a_goal_that_no_project_of_a_year_to_come_names_has_a_known_nought() -> None:
    goals = {"M-1": {"name_nb": "Ett", "plan": "L"}, "M-2": {"name_nb": "To", "plan": "L"}}
    tied = {"P": project(start="2026-01-01", end="2028-01-01", goals=[["M-1", None]])}
    data = served(known("periode=2027", TODAY, DAY, goal=goals, project=tied))
    assert data.column("PRO") == (1, 0)
    assert data.column("total") == (None, None)
