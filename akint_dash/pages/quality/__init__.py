"""The quality of the data: what is wrong or missing by written rules, whose it is, and the way to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import html

from akint_dash.components.base_line import over_headline, reserved
from akint_dash.components.lead import lead
from akint_dash.components.numbers import Numbers
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.components.ways import to_page
from akint_dash.measures.quality import asks_all, records, unasked, unrecorded
from akint_dash.measures.quality_rules import EVERY, MUST, SETTLE, SHOULD
from akint_dash.pages.quality import areas, course, facets, listing, rules
from akint_dash.pages.quality.asked import OWN, Asked, read, said
from akint_dash.pages.quality.ways import in_table
from akint_dash.text import quality as text
from akint_dash.text.bases import LEAD


def body(view: View) -> Sequence[Any]:
    """The whole page; where no rule finds anything, that alone."""
    asked = read(view)
    head = [_lead(view, asked), facets.bar(view, asked)]
    if not asked.found:
        return head
    side = [one for one in (areas.areas(view, asked), course.course(view, asked)) if one is not None]
    cards = [[*side], [rules.rules(view, asked)], [listing.listing(view, asked)]]
    return [*head, *(html.Div(row, className="section grid") for row in cards)]


def _lead(view: View, asked: Asked) -> Any:
    w, some = view.words, asked.found
    chosen = [words for _, words in said(view)]
    over = over_headline(view, " · ".join([w("Datakvalitet, {day}", day=w.long_date(view.day)), *chosen]))
    if view.portfolio.is_empty:
        return lead(over, text.nothing(w))
    told: list[str] = []
    if not asks_all(view.scope):
        told.append(text.old(w, view.day.year))
    if view.portfolio.audience == "public":
        told.append(w("Bare offentlige registreringer er med."))
    left = unasked(view.scope)
    if not some:
        return lead(
            over,
            text.not_asked(w) if asked.rule in left else text.none(w),
            " ".join([*text.tried(w, 1 if asked.rule else len(EVERY) - len(left)), *told]),
            idle=reserved(view, LEAD),
        )
    n, held, (absent, frames) = len(some), len(records(some)), unrecorded(some)
    of = Counter(EVERY[one.rule].severity for one in some)
    must, settle, should = of[MUST], of[SETTLE], of[SHOULD]
    gaps = [one.rule for one in some if text.is_hole(one.rule)]
    kinds, whole = len(set(gaps)), not asked.rule and not asked.owner
    of_gaps = text.gaps(w, len(gaps), n, kinds) if whole else ""
    outside = text.in_no_record(w, n, absent, frames)
    say = [outside, text.severities(w, must, settle, should), of_gaps, *told]
    overview = to_page(view, w.number(kinds), w("manglene"), view.link("/", anchor="hull"))
    of_whole = [*in_table(view, len(gaps), n), overview] if of_gaps else []
    of_severity = in_table(view, must, *([settle] if settle else []), should)
    ways = [*(in_table(view, absent, frames) if absent else []), *of_severity, *of_whole]
    numbers = Numbers(in_table(view, n, *([n - absent] if absent else []), held, must), ways)
    return lead(
        over,
        text.title(w, n, held, must, absent=absent, every=not left),
        " ".join(filter(None, say)),
        idle=reserved(view, LEAD),
        numbers=(w, numbers),
    )


PAGE = Page("/kvalitet", "Datakvalitet", body, own=OWN, said=said, tall=True)
