"""What the address asks of a list: its columns, order, words, filters and page; and how that is written back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from akint_dash.components.pager import asked_page
from akint_dash.components.record_columns import first, named, offered
from akint_dash.components.view import View
from akint_dash.components.ways import BETWEEN
from akint_dash.domain.record_addresses import ENTITY
from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.measures.lists import DERIVED, NAME, Listed, Question, listed
from akint_dash.measures.quality_rules import EVERY

BY_CODE: Final = frozenset({Kind.CHOICE, Kind.REFERENCE, Kind.TIES, Kind.FLAG})
"""Kinds of columns that are filtered by what they hold."""
BY_SIZE: Final = frozenset({Kind.DATE, Kind.MOMENT, Kind.INTEGER, Kind.NUMBER, Kind.MONEY})
"""Kinds of columns that are filtered from and to."""
PER_PAGE: Final = 100
MOST_ORDERS: Final = 3
"""By so many columns a list is ordered at most."""
YES: Final = "ja"


def _names() -> Iterator[str]:
    columns = [c for entity in ENTITIES.values() for c in (*entity.columns, *DERIVED.get(entity.name, ()))]
    for column in columns:
        if column.kind in BY_CODE:
            yield f"er-{column.name}"
        elif column.kind in BY_SIZE:
            yield from (f"er-{column.name}", f"fra-{column.name}", f"til-{column.name}")


OWN: Final = ("kolonner", "sorter", "finn", "blad", "talt", "koder", "regel", "ansvarlig", *dict.fromkeys(_names()))
"""The page's own parameters of the address."""
NARROWS: Final = tuple(name for name in OWN if name not in ("kolonner", "sorter"))
"""Those that leave rows out, and the page that is open."""


@dataclass(frozen=True)
class AskedList:
    """``columns`` are shown after the name; ``bad`` are values of the address that name nothing."""

    view: View
    entity: str
    columns: tuple[str, ...]
    question: Question
    page: int
    bad: tuple[str, ...]

    @cached_property
    def found(self) -> Listed:
        """The records, all pages of them."""
        view = self.view
        return listed(view.scope, self.entity, self.question, named(view), view.words.language)

    @property
    def pages(self) -> int:
        """How many pages the plain list has."""
        return max(1, -(-len(self.found.codes) // PER_PAGE))

    @property
    def shown(self) -> tuple[str, ...]:
        """The codes of this page of the plain list."""
        at = (min(self.page, self.pages) - 1) * PER_PAGE
        return self.found.codes[at : at + PER_PAGE]


def entity_of(view: View) -> str | None:
    """The kind that the address names; None where there is no such."""
    return ENTITY.get(view.parts["slag"])


def read(view: View, entity: str) -> AskedList:
    """What the query asks."""
    every, query, bad = offered(view, entity), view.query, list[str]()
    columns = tuple(dict.fromkeys(_known(query.get("kolonner", ""), every, bad)))
    equal, least, most = list[tuple[str, str]](), list[tuple[str, Any]](), list[tuple[str, Any]]()
    for parameter, value in query.items():
        prefix, _, name = parameter.partition("-")
        if not name:
            continue
        column = every.get(name)
        if column is None:
            bad.append(parameter)
        elif prefix == "er":
            equal.append((name, value))
        elif (bound := _bound(column, value, upper=prefix == "til")) is None:
            bad.append(value)
        else:
            (least if prefix == "fra" else most).append((name, bound))
    question = Question(
        tuple(_order(query.get("sorter", ""), every, bad)),
        query.get("finn", ""),
        tuple(equal),
        tuple(least),
        tuple(most),
        query.get("talt") == YES,
        tuple(_there(view, entity, query.get("koder", ""), bad)),
        (_rule(query.get("regel", ""), bad), query.get("ansvarlig", "")),
    )
    shown = tuple(name for name in columns if name != NAME) if "kolonner" in query else first(view, entity)
    return AskedList(view, entity, shown, question, asked_page(query.get("blad", "")), tuple(bad))


def _known(text: str, every: Mapping[str, Column], bad: list[str]) -> Iterator[str]:
    for name in filter(None, text.split(",")):
        if name in every:
            yield name
        else:
            bad.append(name)


def _there(view: View, entity: str, text: str, bad: list[str]) -> Iterator[str]:
    """The records named one by one: what a number counts, where no filter makes the list."""
    for code in filter(None, text.split(BETWEEN)):
        if view.portfolio.get(entity, code):
            yield code
        else:
            bad.append(code)


def _rule(key: str, bad: list[str]) -> str:
    """A rule of the quality of the data."""
    if key in EVERY or not key:
        return key
    bad.append(key)
    return ""


def _order(text: str, every: Mapping[str, Column], bad: list[str]) -> Iterator[tuple[str, bool]]:
    for part in [part for part in text.split(",") if part][:MOST_ORDERS]:
        name = part.removeprefix("-")
        if name in every:
            yield name, part.startswith("-")
        else:
            bad.append(part)


def _bound(column: Column, text: str, *, upper: bool) -> str | float | None:
    """A bound as it is compared: a day (a year is its first, or its last), or a number in whole units."""
    if column.kind in (Kind.DATE, Kind.MOMENT):
        if text.isdecimal() and len(text) == 4:
            return f"{text}-12-31" if upper else f"{text}-01-01"
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            return None
    if column.kind not in BY_SIZE:
        return None
    plain = "".join(text.split()).replace("\N{MINUS SIGN}", "-").replace(",", ".")
    try:
        found = float(plain)
    except ValueError:
        return None
    return found if abs(found) < 1e15 else None


def written(order: tuple[tuple[str, bool], ...]) -> str | None:
    """An order as the address holds it; None for the usual."""
    return ",".join(f"-{name}" if down else name for name, down in order) or None


def turned(question: Question, name: str) -> tuple[tuple[str, bool], ...]:
    """The order after a press on a column's heading: by it, then by it from the end, then the usual."""
    now = dict(question.order).get(name)
    return ((name, False),) if now is None else ((name, True),) if not now else ()


def with_columns(asked: AskedList, name: str) -> str:
    """The columns with one more, or one less, as the address holds them."""
    chosen = [n for n in asked.columns if n != name] if name in asked.columns else [*asked.columns, name]
    return ",".join(chosen) or NAME
