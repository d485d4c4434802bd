"""What comes and what is new: the next deadlines with a countdown, and what was read in during the last week."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from akint_dash.components.due_words import sentence
from akint_dash.components.spoken import worded
from akint_dash.components.view import View
from akint_dash.measures.changes import News, changes_since, newest_day
from akint_dash.measures.deadlines import DAYS_AHEAD
from akint_dash.measures.dues import Due, dues
from akint_dash.pages.screen.asked import Asked
from akint_dash.pages.screen.slide import Row, Slide
from akint_dash.text import overview as text

WEEK: Final = 7


def due(view: View, asked: Asked) -> Slide | None:
    """The next deadlines of all kinds, the days left counted down."""
    del asked
    found = dues(view.scope, view.day + timedelta(days=DAYS_AHEAD))
    if not found:
        return None
    rows = tuple(_due(view, one) for one in found)
    title = text.deadline_title(view.words, found, view.day, DAYS_AHEAD)
    say = view.words(
        "Frister de neste {days} dagene for søknader, vedtakene før dem, EU-saker, avtaler og medlemskap.",
        days=DAYS_AHEAD,
    )
    return Slide("frister", "counts", title, rows, say=say, brief=text.deadline_brief(view.words, found, view.day))


def _due(view: View, one: Due) -> Row:
    w, left = view.words, (one.day - view.day).days
    who = [view.name("instrument", one.instrument), view.name("area", one.area) if one.area else "", w.date(one.day)]
    who += [w.choice("due_state", one.state).lower()] if one.state == "lost" else []
    return Row(
        sentence(view, one),
        w.number(left) if left else w.today(),
        w.n("dag", "dager", left) if left else "",
        sign=one.instrument,
        soon=one.state == "urgent",
        more=" · ".join(filter(None, who)),
    )


def news(view: View, asked: Asked) -> Slide | None:
    """What was read in during the last week, the weightiest first."""
    del asked
    w, since = view.words, view.day - timedelta(days=WEEK)
    found = changes_since(view.scope, since)
    if not found:
        return None
    title = text.news_title(w, found, since, newest_day(view.scope))
    rows = tuple(Row(_news(view, one), text.news_kind(w, one.kind), more=_more(view, one)) for one in found)

    def rest(n: int) -> Row:
        left = sum(one.n for one in found[n:])
        return Row(w.n("{n} annen endring", "{n} andre endringer", left), w("I tillegg"))

    say = w("Det viktigste vises først.", day=w.date(since))
    return Slide("nytt", "facts", title, rows, say=say, brief=text.news_brief(w, found, since), rest=rest)


def _news(view: View, one: News) -> str:
    """What is new, as short as a wall wants it."""
    w = view.words
    if one.kind == "older":
        return w.n("{n} endring av status", "{n} endringer av status", one.n)
    if one.kind == "new":
        return text.came(w, one.entity, one.n)
    name = worded(view, one.entity, one.code)
    if one.kind == "deadline_moved":
        return w("{name}: {day}", name=name, day=w.near_date(one.after, view.day))
    if one.kind == "status":
        return w("{name}: {status}", name=name, status=w.choice("cooperation_status", one.after).lower())
    return name


def _more(view: View, one: News) -> str:
    """When it was, and what it was before."""
    w = view.words
    if one.kind != "status":
        return w.date(one.day)
    before = w("før: {status}", status=w.choice("cooperation_status", one.before).lower())
    return f"{before} · {w.date(one.day)}"
