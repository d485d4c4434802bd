"""When something happened and when we learnt it are two days, and neither is told as the other."""

from __future__ import annotations

from datetime import date
from typing import Any

from akint_dash.domain.history import Change
from akint_dash.measures.changes import News, changes_since
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import make

from .frames import revision
from .small import LISTS, activity, project, selected, step

TODAY, SINCE = date(2026, 11, 25), date(2026, 10, 26)


def news(query: str = "", *changes: tuple[int, Change], since: date = SINCE) -> list[News]:
    """What became known after ``since``: revision 1 was read on 10 January, 2 on 30 October 2026."""
    state: dict[str, Any] = {**LISTS, "project": {"P": project(), "KUL": project(area="KUL")}}
    revisions = [revision(1, "2026-01-10"), revision(2, "2026-10-30")]
    return changes_since(Scope(make(state, revisions, list(changes), "staff"), selected(query), TODAY), since)


def grant(revision: int, day: str, project: str = "P") -> tuple[int, Change]:
    return revision, Change("project_step", f"{project}-{day}", None, step(project, "granted", day))


def test_a_grant_read_in_later_is_told_with_both_its_days() -> None:
    (one,) = news("", grant(2, "2026-10-28"))
    assert (one.kind, one.happened, one.day) == ("granted", date(2026, 10, 28), date(2026, 10, 30))


def test_history_read_in_now_is_no_news_of_now() -> None:
    """24 grants of earlier years, loaded in one go, were told as 24 grants since 26 October."""
    found = news("", *(grant(2, f"{year}-03-01") for year in (2024, 2025, 2026)), grant(2, "2026-10-26"))
    assert [(one.kind, one.n, one.day) for one in found] == [("older", 4, date(2026, 10, 30))]


def test_a_grant_dated_after_the_day_looked_at_has_not_happened() -> None:
    assert news("", grant(2, "2027-01-15")) == []
    assert news("", grant(2, TODAY.isoformat()))[0].happened == TODAY


def test_what_was_known_before_the_day_is_no_news_whenever_it_happened() -> None:
    assert news("", grant(1, "2026-10-28")) == []
    assert news("", grant(1, "2026-01-09"), since=date(2026, 1, 9)) != []
    assert news("", grant(2, "2026-10-28"), since=date(2026, 10, 30)) == []


def test_only_what_lies_in_the_selection_is_told() -> None:
    changes = (grant(2, "2026-10-28"), grant(2, "2026-10-29", "KUL"))
    assert [one.code for one in news("omrade=KUL", *changes)] == ["KUL"]


def test_what_the_selection_does_not_hold_is_no_news_of_it() -> None:
    """A moved deadline of Klima's call, and outside participations, stood under Samferdsel and Erasmus+."""
    moved = Change("call_deadline", "D", {"call": "K", "day": "2026-12-01"}, {"call": "K", "day": "2026-12-16"})
    part = Change("participation", "Q", None, {"actor": "A"})
    some: dict[str, Any] = {
        "call": {"K": {"title": "Havner", "programme": "HE-C5", "themes": [("klima_miljo", None)]}},
        "call_deadline": {"D": {"call": "K", "day": "2026-12-16"}},
        "area_theme": {"1": {"area": "KUL", "theme": "klima_miljo"}},
    }
    state: dict[str, Any] = {**LISTS, **some}
    revisions = [revision(2, "2026-10-30")]

    def kinds(query: str) -> list[str]:
        scope = Scope(make(state, revisions, [(2, moved), (2, part)], "staff"), selected(query), TODAY)
        return [f"{one.kind} {one.entity}" for one in changes_since(scope, SINCE)]

    assert kinds("") == ["deadline_moved call", "new participation"]
    assert kinds("program=HE") == ["deadline_moved call"]
    assert kinds("tema=klima_miljo") == kinds("virkemiddel=PRO") == ["deadline_moved call"]
    for query in ("omrade=SAM", "program=INT", "tema=kultur", "virkemiddel=KOM", "status=granted", "ring=norden"):
        assert kinds(query) == [], query


def test_new_records_are_counted_by_kind_on_the_day_they_were_read_in() -> None:
    some = [(2, Change("activity", f"A-{n}", None, activity(start="2024-01-01"))) for n in range(3)]
    changed = (2, Change("activity", "A-9", activity(), activity(hours=2)))
    (one,) = news("", *some, changed)
    assert (one.kind, one.entity, one.n, one.happened) == ("new", "activity", 3, None)
