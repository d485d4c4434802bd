"""Made-up states: every entity, every kind of column, values at their edges."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.currency import currency_code
from akint_dash.domain.schema import ENTITIES, Column, Entity, Kind
from akint_dash.importers.cells import clean_text

CODE_LETTERS: Final = "ABCÆØÅabcæøå0123456789-_/.~"
codes = st.text(CODE_LETTERS, min_size=1, max_size=12)
texts = st.text(max_size=60).map(clean_text).filter(bool)
days = st.dates().filter(lambda day: day.year >= 1000).map(str)
moments = st.datetimes().filter(lambda moment: moment.year >= 1000)
numbers = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300)
shares = st.one_of(st.none(), st.integers(1, 100))

BY_KIND: Final[dict[Kind, st.SearchStrategy[Any]]] = {
    Kind.TEXT: texts,
    Kind.DATE: days,
    Kind.MOMENT: moments.map(lambda moment: f"{moment.replace(microsecond=0).isoformat()}Z"),
    Kind.INTEGER: st.integers(-(2**31) + 1, 2**31 - 1),
    Kind.NUMBER: numbers.map(lambda number: number + 0.0),
    Kind.MONEY: st.integers(-(10**17), 10**17),
    Kind.FLAG: st.booleans(),
    Kind.REFERENCE: codes,
}


def values_of(column: Column) -> st.SearchStrategy[Any]:
    """Every value that ``column`` may hold."""
    if column.name == "currency":  # what any reader lets in: a word or a sign of a currency is its code
        return texts.map(lambda text: currency_code(text) or text)
    if column.kind is Kind.CHOICE:
        return st.sampled_from(sorted(CHOICES[column.of]))
    if column.kind is Kind.TIES:
        share = shares if column.shares else st.none()
        ties = st.tuples(codes, share).map(list)
        return st.lists(ties, min_size=1, max_size=4, unique_by=lambda tie: tie[0])
    return BY_KIND[column.kind]


def records(entity: Entity) -> st.SearchStrategy[dict[str, Any]]:
    """Records of ``entity``: the required columns and any of the others."""
    needed = {column.name: values_of(column) for column in entity.columns if column.required}
    others = {column.name: values_of(column) for column in entity.columns if not column.required}
    return st.fixed_dictionaries(needed, optional=others)


def plain_record(entity: Entity, number: int) -> dict[str, Any]:
    """A full and ordinary record, the same for the same number."""
    return {column.name: plain_value(column, number) for column in entity.columns}


def plain_value(column: Column, number: int) -> Any:
    """An ordinary value."""
    if column.kind is Kind.CHOICE:
        return sorted(CHOICES[column.of])[number % len(CHOICES[column.of])]
    if column.kind is Kind.TIES:
        return [["SAM", 60], ["KUL", 40]] if column.shares else [["X-1", None], [f"X-{number + 2}", None]]
    return {
        Kind.TEXT: f"{column.heading} {number} på Åsgård",
        Kind.DATE: f"2026-0{number % 9 + 1}-24",
        Kind.MOMENT: f"2026-11-24T16:00:{number % 60:02d}Z",
        Kind.INTEGER: 2020 + number,
        Kind.NUMBER: 7.5 + number,
        Kind.MONEY: 123_456_700 + number * 50,
        Kind.REFERENCE: f"R-{number}",
    }[column.kind]


def plain_state(count: int = 2) -> dict[str, dict[str, Any]]:
    """``count`` ordinary records of every entity."""
    return {
        entity.name: {
            f"{entity.name[:3].upper()}-{number:04d}": plain_record(entity, number) for number in range(count)
        }
        for entity in ENTITIES.values()
    }
