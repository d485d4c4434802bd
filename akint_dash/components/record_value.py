"""What one column of a record holds, in words: choices in words, codes as links, amounts whole and with their rate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from dash import html

from akint_dash.components.addresses import case, mailto, web
from akint_dash.components.record_link import linked
from akint_dash.components.spoken import NORWEGIAN, marked, native
from akint_dash.components.view import PROPER, View
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Values
from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.measures.origin import began, outside
from akint_dash.measures.record import in_kroner
from akint_dash.text import money
from akint_dash.text import record as text
from akint_dash.text.partners import country
from akint_dash.text.policy import origin_outside

YEARS: Final = frozenset({"year", "valid_from", "valid_to", "period_from", "period_to"})
OF_NO_LANGUAGE: Final = frozenset(
    {
        "acronym", "address", "case_number", "celex", "com", "country", "county", "currency", "identifier", "mail",
        "municipality_text", "name_long", "nuts", "organisation_number", "owner_mail", "person", "portal_id",
        "procedure", "programme_text", "project_number", "record", "scheme",
    }
)  # fmt: skip
"""Texts that are names, numbers and addresses."""
OF_THE_SOURCE: Final = frozenset({"call", "participation"})
"""Entities whose texts are in the language of the public source that they come from: English."""


def value_of(view: View, entity: str, code: str, name: str, values: Values) -> Any:
    """The column ``name`` of the record ``values``, for a page."""
    column = ENTITIES[entity].by_name.get(name)
    if column is None:
        return _outside(view, name, values[name])
    if column.kind is Kind.MONEY:
        return _amount(view, entity, code, name, values)
    if column.kind is Kind.TEXT:
        return _text(view, entity, name, values)
    if name == "from_organisations":
        return _origins(view, entity, code, values[name])
    return _BY_KIND[column.kind](view, column, values[name])


def _origins(view: View, entity: str, code: str, value: Any) -> Any:
    """The organisations that a record came from as a member, and of which it counts on no membership."""
    beside = set(outside(view.scope, entity, code))
    note = html.Small(origin_outside(view.words, entity, began(view.scope, entity, code) or 0)) if beside else None
    return _list([[linked(view, "organisation", of), *([" ", note] if of in beside else [])] for of, _ in value])


def _outside(view: View, name: str, value: Any) -> Any:
    if name == SOURCE_REFS:
        return "; ".join(f"{source}: {key}" for source, key in value)
    return view.words("ja") if name == DEMONSTRATION else str(value)


def _amount(view: View, entity: str, code: str, name: str, values: Values) -> Any:
    minor = int(str(values[name]))
    currency = "NOK" if name.endswith("_nok") else str(values.get("currency", "NOK"))
    said = text.whole(view.words, minor, currency)
    if currency == "NOK":
        return said
    about = text.in_kroner(view.words, in_kroner(view.scope, entity, code, values, name))
    return [said, " ", html.Small(f"({about})")]


# -- texts


def _text(view: View, entity: str, name: str, values: Values) -> Any:
    said = str(values[name])
    if name == "record":
        return _whatever(view, said)
    if href := _way(view, name, said):
        return html.A(said, href=href, **{"data-plain": "", "rel": "noreferrer"})
    if name == "source" and view.portfolio.audience == "public" and (told := text.source(view.words, entity)):
        return told
    if name == "scheme":
        return native(view, said)
    if name == "currency" and view.words.language == "nb":
        return money.UNITS.get(said, said)
    if name == "country":
        return f"{country(view.words, said)} ({said})"
    return marked(view, said, language_of(view, entity, name, values))


def _way(view: View, name: str, said: str) -> str:
    """Where a text leads out of the dashboard: to an address, a mailbox, a case of the archive."""
    if name == "address":
        return web(said)
    if name in ("mail", "owner_mail"):
        return mailto(said)
    if name == "case_number" and view.settings.case_url:
        return case(view.settings.case_url, said)
    return ""


def _whatever(view: View, said: str) -> Any:
    """The records with a code, of whatever kind."""
    folded = said.strip().casefold()
    found = [(e, c) for e in ENTITIES for c in view.portfolio.records(e) if c.casefold() == folded]
    return _list([linked(view, *key) for key in found]) if found else said


def language_of(view: View, entity: str, name: str, values: Values) -> str:
    """The language of a text where it is not the page's, else ""."""
    own = _language(entity, name, values)
    return "" if own in ("", view.words.language) else own


def _language(entity: str, name: str, values: Values) -> str:
    if name in OF_NO_LANGUAGE or (entity in PROPER and name in ("name", "name_nb", "name_en")):
        return ""
    if name.endswith("_en"):
        return "en"
    if entity in OF_THE_SOURCE and name in ("title", "description"):
        ours = DEMONSTRATION in values or bool(values.get("title_en"))
        return "en" if entity == "participation" or not ours else NORWEGIAN
    return NORWEGIAN


# -- the other kinds


def _list(items: list[Any]) -> Any:
    return items[0] if len(items) == 1 else html.Ul([html.Li(item) for item in items], className="ties")


def _ties(view: View, column: Column, value: Any) -> Any:
    def one(code: str, share: int | None) -> Any:
        link = linked(view, column.of, code)
        return link if share is None else [link, f" {view.words.percent(share / 100)}"]

    return _list([one(code, share) for code, share in value])


def _whole_number(view: View, column: Column, value: Any) -> str:
    return str(value) if column.name in YEARS else view.words.number(value)


def _choice(view: View, column: Column, value: Any) -> str:
    return view.words.choice(column.of, value) if value in CHOICES[column.of] else str(value)


_BY_KIND: Final[Mapping[Kind, Callable[[View, Column, Any], Any]]] = {
    Kind.DATE: lambda view, _, value: view.words.date(value),
    Kind.MOMENT: lambda view, _, value: [view.words.moment(value), " ", html.Small(view.words("norsk tid"))],
    Kind.INTEGER: _whole_number,
    Kind.NUMBER: lambda view, _, value: text.exact(view.words, value),
    Kind.FLAG: lambda view, _, value: view.words("ja") if value else view.words("nei"),
    Kind.CHOICE: _choice,
    Kind.REFERENCE: lambda view, column, value: linked(view, column.of, value),
    Kind.TIES: _ties,
}
