"""Explore: any measure by one or two dimensions, as a figure and a table in which each number leads to its records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dash import html

from akint_dash.components.base_line import over_headline
from akint_dash.components.lead import lead
from akint_dash.components.notices import unknown_values
from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.pages.explore import sentences
from akint_dash.pages.explore.asked import read
from akint_dash.pages.explore.controls import controls, instead
from akint_dash.pages.explore.explored import OWN, Explored
from akint_dash.pages.explore.listed import labels, records_table
from akint_dash.pages.explore.numbers import answer_card
from akint_dash.pages.explore.records import records_card
from akint_dash.text import explore as text
from akint_dash.text import explore_pairs as pairs
from akint_dash.text import lists
from akint_dash.text.explore import FORMS


def body(view: View) -> Sequence[Any]:
    """The question with its finding, the choices, the answer, and the records behind the number pressed."""
    w, asked = view.words, read(view)
    over = over_headline(view, w("Utforsk tallene"))
    told = [html.P(words, className="notice") for words in asked.told]
    notices = [*unknown_values(view, asked.bad), *told, *_unsuited(asked)]
    if not asked.has_meaning:
        title = text.impossible(w, asked.question)
        return [
            lead(over, title, under=[controls(asked)]),
            *notices,
            html.Div([instead(asked)], className="grid section"),
        ]
    title = worded(asked)
    if len(asked.sides) == 1:
        title = text.finding(w, lambda entity, code: view.name(entity, code), asked.answer)
    return [
        lead(over, title, under=[controls(asked)], numbers=(w, sentences.finding(asked))),
        *notices,
        html.Div([answer_card(asked), records_card(asked)], className="grid section explore"),
    ]


def _unsuited(asked: Explored) -> list[Any]:
    """That a form does not suit the question, and which one is shown instead."""
    if not asked.unsuited or not asked.has_meaning:
        return []
    w = asked.view.words
    told = w(
        "«{form}» passer ikke til dette spørsmålet. Her vises «{instead}».",
        form=w(FORMS[asked.unsuited]),
        instead=w(FORMS[asked.form]),
    )
    return [html.P(told, className="notice")]


def heading(view: View) -> str:
    """The question in words."""
    asked = read(view)
    return worded(asked) if asked.has_meaning else view.words("Utforsk")


def worded(asked: Explored) -> str:
    """The question in words, with both its sides where two selections are compared."""
    w, names = asked.view.words, [side.name for side in asked.sides]
    return pairs.title(w, asked.question, names) if asked.compares else text.question(w, asked.question)


def said(view: View) -> Iterator[tuple[str, str]]:
    """The question, and the number whose records are shown."""
    asked = read(view)
    if asked.has_meaning and view.query:
        yield view.words("Spørsmål"), worded(asked)
        for side in asked.chosen:
            named = asked.named_together(side)
            yield view.words("Bak tallet"), f"{named}, {side.name}" if asked.compares else named
            if not asked.compares:
                break
        if asked.chosen and asked.order:
            words = dict(zip([head.name for head in records_table(asked).headings], labels(asked), strict=True))
            order = [(words[name], down) for name, down in asked.order if name in words]
            yield view.words("Rekkefølge"), lists.order(view.words, order)


PAGE = Page("/utforsk", "Utforsk", body, own=OWN, heading=heading, said=said)
