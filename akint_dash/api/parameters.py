"""What a question of the interface may hold: each parameter as data, checked by what its description says.

The names are those of the pages' addresses, so that the query of a list is the query of its records. Where a page
leaves a word out and says so, the interface refuses it by name: a program reads no notices.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from akint_dash.access.problems import Problem, Wrong
from akint_dash.components.record_columns import offered
from akint_dash.components.view import View
from akint_dash.components.ways import BETWEEN
from akint_dash.domain.choices import CHOICES
from akint_dash.domain.schema import ENTITIES, Column, Kind, Sort
from akint_dash.domain.selection import ENTITY_OF, LISTS, RINGS, YEARS
from akint_dash.measures.explore_questions import DIMENSIONS, Measure
from akint_dash.measures.lists import MISSING, columns_of
from akint_dash.pages.data.asked import BY_CODE, MOST_ORDERS, YES
from akint_dash.store.involvement import RULES
from akint_dash.store.portfolio import Portfolio
from akint_dash.text import api as text
from akint_dash.text.words import LANGUAGES, Words

MOST: Final = 1000
"""So many records are answered at once."""
USUAL: Final = 100
LONGEST: Final = 2000
"""So many signs of a list of codes are read."""
BOUND: Final = 10**12
"""What a number is held against lies within this, either way."""
_NUMBER: Final = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
_LETTERS: Final = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u04ff"
WORDS: Final = f"^[{_LETTERS}][ -~\u00a1-\u024f\u0400-\u04ff\u2013\u2014\u2019\u20ac]{{0,79}}$"
"""A text that is searched for: it begins with a letter or a digit, so that there is something to find."""
CURSOR: Final = "^[0-9]{1,9}-[0-9a-f]{16}$"
PLAIN: Final = "^[ -~\u00a1-\u024f]+$"
"""The signs that the codes of records are asked for by."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """``schema`` is what it may hold (JSON Schema); ``several`` of that with commas between. ``expected`` says it in
    words. ``record_of``: it names records of this kind, which must be there."""

    name: str
    schema: Mapping[str, Any]
    description: str
    expected: str
    several: bool = False
    most: int = 0
    record_of: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def described(self) -> dict[str, Any]:
        """The parameter in OpenAPI."""
        schema: dict[str, Any] = dict(self.schema)
        if self.several:
            schema = {"type": "array", "items": schema, "minItems": 1, "uniqueItems": True}
            schema |= {"maxItems": self.most} if self.most else {}
        return {
            "name": self.name,
            "in": "query",
            "description": self.description,
            "schema": schema,
            **({"style": "form", "explode": False} if self.several else {}),
            **self.extra,
        }

    def takes(self, value: str) -> bool:
        """Whether a value is one of those described."""
        if not self.several:
            return fits(self.schema, value)
        parts = value.split(",")
        few = not self.most or len(parts) <= self.most
        return few and len(set(parts)) == len(parts) and all(fits(self.schema, part) for part in parts)


def fits(schema: Mapping[str, Any], value: str) -> bool:
    """Whether a value of an address is what a schema says."""
    if "anyOf" in schema:
        return any(fits(one, value) for one in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    if schema["type"] == "string":
        return _text_fits(schema, value)
    if not _NUMBER.fullmatch(value) or not math.isfinite(number := float(value)):
        return False
    whole = schema["type"] != "integer" or re.fullmatch(r"-?\d+", value) is not None
    return whole and schema["minimum"] <= number <= schema["maximum"]


def _text_fits(schema: Mapping[str, Any], value: str) -> bool:
    if schema.get("format") == "date":
        try:
            return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)) and bool(date.fromisoformat(value))
        except ValueError:
            return False
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", LONGEST):
        return False
    return "pattern" not in schema or re.search(str(schema["pattern"]).removesuffix("$") + r"\Z", value) is not None


# -- which there are


def of_selection(w: Words, portfolio: Portfolio) -> Iterator[Parameter]:
    """The filters of every page: area, instrument and the rest, the period, a text, the day looked back to."""
    for name in LISTS:
        if name == "maned":
            month = {"type": "string", "pattern": MONTH}
            yield Parameter(name, month, text.filter_of(w, name), text.said(w, "month_expected"), several=True)
            continue
        codes = _codes(portfolio, name)
        if codes:
            expected = text.one_of(w, codes)
            yield Parameter(name, {"enum": codes}, text.filter_of(w, name), expected, several=True)
    yield Parameter(
        "periode", {"type": "string", "pattern": PERIOD}, text.said(w, "period"), text.said(w, "period_expected")
    )
    yield Parameter(
        "sok", {"type": "string", "pattern": WORDS}, text.said(w, "searched"), text.said(w, "words_expected")
    )
    yield Parameter("per", {"type": "string", "pattern": DAY}, text.said(w, "as_of"), text.said(w, "day_expected"))
    yield language(w)


def language(w: Words) -> Parameter:
    """The language of names and sentences."""
    return Parameter("lang", {"enum": list(LANGUAGES)}, text.said(w, "language"), text.one_of(w, list(LANGUAGES)))


def _codes(portfolio: Portfolio, name: str) -> list[str]:
    if name == "status":
        return list(CHOICES["status"])
    return list(RINGS) if name == "ring" else sorted(portfolio.records(ENTITY_OF[name]))


def of_list(w: Words, portfolio: Portfolio, view: View, entity: str) -> Iterator[Parameter]:
    """What a list of records is asked: the filters of every page, those of its own columns, order, columns, paging."""
    yield from of_selection(w, portfolio)
    every = columns_of(portfolio, entity)
    order = [sign + name for name in offered(view, entity) for sign in ("", "-")]
    yield Parameter(
        "sorter", {"enum": order}, text.said(w, "order"), text.said(w, "order_expected"), several=True, most=MOST_ORDERS
    )
    names = [name for name in every if name not in ("navn", "kode")]
    yield Parameter("kolonner", {"enum": names}, text.said(w, "columns"), text.one_of(w, names), several=True)
    yield Parameter("finn", {"type": "string", "pattern": WORDS}, text.said(w, "found"), text.said(w, "words_expected"))
    codes = {"type": "string", "pattern": PLAIN, "maxLength": LONGEST}
    yield Parameter("koder", codes, text.said(w, "codes"), text.said(w, "codes_expected"), record_of=entity)
    if entity in RULES:
        yield Parameter("talt", {"enum": [YES]}, text.said(w, "counted"), text.one_of(w, [YES]))
    for column in offered(view, entity).values():
        yield from of_column(w, portfolio, column)
    limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
    yield Parameter("limit", limit, text.said(w, "limit"), text.between(w, 1, MOST))
    yield Parameter(
        "cursor", {"type": "string", "pattern": CURSOR}, text.said(w, "cursor"), text.said(w, "cursor_expected")
    )


def of_column(w: Words, portfolio: Portfolio, column: Column) -> Iterator[Parameter]:
    """The filters of one column: what it holds or lacks, or from and to."""
    name, said = column.name, text.column(w, column)
    if column.kind in BY_CODE:
        yield _holding(w, portfolio, column, said)
    elif column.kind in (Kind.DATE, Kind.MOMENT):
        yield Parameter(f"er-{name}", {"enum": [MISSING]}, text.lacks(w, said), text.one_of(w, [MISSING]))
        year = {"type": "integer", "minimum": 1000, "maximum": 9999}
        days = {"anyOf": [year, {"type": "string", "format": "date"}]}
        yield Parameter(f"fra-{name}", days, text.least(w, said), text.said(w, "bound_day"))
        yield Parameter(f"til-{name}", days, text.most(w, said), text.said(w, "bound_day"))
    elif column.kind is not Kind.TEXT:
        yield Parameter(f"er-{name}", {"enum": [MISSING]}, text.lacks(w, said), text.one_of(w, [MISSING]))
        size = {"type": "number", "minimum": -BOUND, "maximum": BOUND}
        yield Parameter(f"fra-{name}", size, text.least(w, said), text.said(w, "bound_number"))
        yield Parameter(f"til-{name}", size, text.most(w, said), text.said(w, "bound_number"))


def _holding(w: Words, portfolio: Portfolio, column: Column, said: str) -> Parameter:
    name = f"er-{column.name}"
    if column.kind is Kind.CHOICE:
        codes = [*CHOICES[column.of], MISSING]
    elif ENTITIES[column.of].sort is Sort.LIST:
        codes = [*sorted(portfolio.records(column.of)), MISSING]
    else:
        one = {
            "type": "string",
            "pattern": PLAIN,
            "maxLength": 200,
        }
        return Parameter(name, one, text.holds(w, said), text.said(w, "code_expected"), record_of=column.of)
    return Parameter(name, {"enum": codes}, text.holds(w, said), text.one_of(w, codes))


def of_measure(w: Words, portfolio: Portfolio, measure: Measure) -> Iterator[Parameter]:
    """What a measure is asked: the filters of every page, and by what it is parted."""
    yield from of_selection(w, portfolio)
    by = {"enum": list(measure.by)}
    told = text.dimensions(w, [DIMENSIONS[one] for one in measure.by])
    yield Parameter(
        "etter", {**by, "default": measure.by[0]}, f"{text.said(w, 'by')} {told}", text.one_of(w, measure.by)
    )
    yield Parameter("og", by, f"{text.said(w, 'then')} {told}", text.one_of(w, measure.by))


# -- checking


def checked(w: Words, given: Mapping[str, list[str]], known: Iterator[Parameter]) -> dict[str, str]:
    """The query, every value one of those described.

    Raises:
        Problem: a parameter that there is none of, given twice, or with a value that it cannot hold; all are told.
    """
    by_name = {one.name: one for one in known}
    wrong, query = list[Wrong](), dict[str, str]()
    for name, values in given.items():
        one = by_name.get(name)
        if one is None:
            wrong.append(Wrong(name[:80], values[0], text.unknown_parameter(w, name[:80], list(by_name))))
        elif len(values) > 1:
            wrong.append(Wrong(name, values[1], text.given_twice(w, name)))
        elif not one.takes(values[0]):
            wrong.append(Wrong(name, values[0], text.unknown_value(w, name, values[0][:80], one.expected)))
        else:
            query[name] = values[0]
    if wrong:
        raise Problem(400, "invalid_parameter", " ".join(one.detail for one in wrong[:3]), wrong)
    return query


def of_one_time(view: View) -> None:
    """Whether the months asked for lie in the period asked for.

    Raises:
        Problem: none of them does.
    """
    wrong = [Wrong(one.parameter, one.value, text.said(view.words, "month_outside")) for one in view.notices if one.why]
    if wrong:
        raise Problem(404, "no_such_question", wrong[0].detail, wrong)  # no schema says what two parameters may be


def there(view: View, known: Iterator[Parameter]) -> None:
    """Whether the records that the query names one by one are there for who asks.

    Raises:
        Problem: one of them is not.
    """
    for one in known:
        if not one.record_of or not (value := view.query.get(one.name)):
            continue
        codes = value.split(BETWEEN) if one.name == "koder" else [value]
        for code in codes:
            if code != MISSING and not view.portfolio.get(one.record_of, code):
                detail = text.no_record(view.words, one.record_of, code[:80])
                raise Problem(404, "unknown_record", detail, [Wrong(one.name, code, detail)])


# -- patterns that say exactly which days and years there are


def _later(first: int) -> str:
    """The years from ``first`` to the last that is read, as alternatives."""
    whole = [f"{decade}[0-9]" for decade in range(-(-first // 10), YEARS[-1] // 10)]
    begun = [str(year) for year in range(first, min(-(-first // 10) * 10, YEARS[-1] + 1))]
    return "|".join([*begun, *whole, *([str(YEARS[-1])] if YEARS[-1] % 10 == 0 and first <= YEARS[-1] else [])])


PERIOD: Final = f"^({'|'.join(f'{year}(-({_later(year)}))?' for year in YEARS)})$"
"""A year, or the first and the last of some: never the last before the first."""
_ANY_YEAR: Final = "199[0-9]|20[0-9]{2}|2100"
MONTH: Final = f"^({_ANY_YEAR})-(0[1-9]|1[0-2])$"
_LEAP: Final = "|".join(str(year) for year in YEARS if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
DAY: Final = (
    f"^(({_ANY_YEAR})-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    f"|02-(0[1-9]|1[0-9]|2[0-8]))|({_LEAP})-02-29)$"
)
