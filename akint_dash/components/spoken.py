"""What records say, in the page's language: Norwegian on an English page is said to be so, and marked for a reader."""

from __future__ import annotations

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import PROPER, View, field_of
from akint_dash.domain.history import DEMONSTRATION, Values

NORWEGIAN: Final = "nb"


def language_of(view: View, entity: str, code: object) -> str:
    """The language of a record's name where it is not the page's, else "".

    A proper name is of no language. Calls and participations of a source are in English; our calls, and those with an
    English title beside, in Norwegian.
    """
    values, field = view.portfolio.get(entity, code), field_of(entity)
    english = view.words.language == "en"
    if entity == "call":
        ours, beside = DEMONSTRATION in values, bool(values.get("title_en"))
        if english:
            return NORWEGIAN if ours and not beside else ""
        return "" if ours or beside or not values else "en"
    if entity == "participation" and not english:
        return "en" if values.get(field) else ""
    if entity in PROPER or not english or values.get(f"{field}_en"):
        return ""
    return NORWEGIAN if values.get(field) or values.get(f"{field}_nb") else ""


def spoken(view: View, entity: str, code: object) -> Component | str:
    """A record's name, with its language where that is not the page's."""
    return marked(view, view.name(entity, code), language_of(view, entity, code))


def worded(view: View, entity: str, code: object) -> str:
    """A record's name inside a sentence, a tooltip or a drawing, where no mark-up can say its language: a Norwegian one
    on an English page is told so in words."""
    name = view.name(entity, code)
    return f"{name} {view.words('(på norsk)')}" if language_of(view, entity, code) == NORWEGIAN else name


def said(view: View, values: Values, field: str) -> Component | str:
    """What one column of a record says in the page's language, else in Norwegian, said to be so."""
    text = view.words.name(values, field)
    lacking = view.words.language == "en" and text and not values.get(f"{field}_en")
    return marked(view, text, NORWEGIAN if lacking else "")


def native(view: View, name: str) -> Component | str:
    """A proper name that is Norwegian: marked for a reader on an English page, and not told so in words."""
    return name if view.words.language == NORWEGIAN else html.Span(name, lang=NORWEGIAN)


def marked(view: View, text: Any, lang: str) -> Component | str:
    """``text`` in another language than the page's; Norwegian on an English page is told so."""
    if not lang:
        return text if isinstance(text, str | Component) else str(text)
    if lang != NORWEGIAN:
        return html.Span(text, lang=lang)
    return html.Span([html.Span(text, lang=lang), " ", html.Small(view.words("(på norsk)"))])
