"""All deadlines in one place: what must be done by when, by whom, and whether it can still be met (S10, S15)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from akint_dash.components.base_line import over_headline, reserved
from akint_dash.components.due_words import sentence
from akint_dash.components.lead import lead
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.measures.dues import next_due
from akint_dash.measures.touch import untouchable_days
from akint_dash.pages.deadlines import axis, facets, listing, numbers
from akint_dash.pages.deadlines.asked import OWN, Asked, narrow, read
from akint_dash.pages.deadlines.said import said
from akint_dash.text import dues as text
from akint_dash.text.bases import HEADLINE, LEAD, narrowing


def body(view: View) -> Sequence[Any]:
    """The whole page."""
    asked = read(view)
    view.shown["akse"] = view.shown["liste"] = untouchable_days(view.scope, lambda scope: narrow(view, asked, scope))
    cards = [axis.axis(view, asked), listing.listing(view, asked)]
    return [_lead(view, asked), facets.bar(view, asked), *(html.Div(one, className="section grid") for one in cards)]


def _lead(view: View, asked: Asked) -> Any:
    w = view.words
    narrowed = bool(narrowing(view.selection, view.pattern, HEADLINE) or asked.kinds or asked.owner)
    title = text.title(w, asked.found, asked.window.until, view.day, narrowed=narrowed, since=asked.window.since)
    told = [text.say(w, asked.found)]
    if not asked.found and not (asked.kinds or asked.owner):
        following = next_due(view.scope, asked.window.until)
        what = sentence(view, following) if following else ""
        told.append(text.following(w, following, what, view.day, narrowed=narrowed))
    view.shown[LEAD] = view.shown["akse"]
    told += [text.by_theme(w, view.selection.tema), "" if asked.found else text.ours(w)]
    over = over_headline(view, w("Frister, {day}", day=w.long_date(view.day)))
    ways, idle = numbers.lead(view, asked.found), reserved(view, LEAD)
    return lead(over, title, " ".join(filter(None, told)), idle=idle, numbers=(w, ways))


PAGE = Page("/frister", "Frister", body, own=OWN, said=said, tall=True)
