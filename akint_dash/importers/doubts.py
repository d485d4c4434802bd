"""New values that no one is likely to mean: years, amounts, currencies, errors of formulas.

What the database holds is not doubted. So whatever was let in once goes out in a workbook and in again, and only a
person who types is asked. Public sources are not asked either: their readers say how they write
(:mod:`akint_dash.importers.conventions`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from akint_dash.domain.currency import currency_code, similar_currencies
from akint_dash.domain.history import Value, Values
from akint_dash.domain.ranges import brought_in, is_within
from akint_dash.domain.schema import Column, Entity, Kind
from akint_dash.importers.amounts import scaled_currency
from akint_dash.importers.numbers import LARGEST, PERCENTS
from akint_dash.importers.numbers import YEARS as YEAR_COLUMNS
from akint_dash.importers.spelling import is_error

YEARS: Final = (1990, 2060)
"""Days and years outside these are typing errors,"""
OTHER_YEARS: Final[Mapping[str, tuple[int, int]]] = {
    "valid_from": (1800, 2060),  # municipalities and areas are older than our work
    "valid_to": (1800, 2060),
    "since": (1945, 2060),  # a friendship between regions, a membership
    "from_date": (1945, 2060),
    "agreement_from": (1945, 2060),
}
"""but not in these columns."""
NOT_NEGATIVE: Final = frozenset(
    {
        *("planned_fte", "used_fte", "fte", "application_hours", "cofunding", "nok"),
        *("decision_days", "partner_days", "contribution_days", "stage", "cut_off"),
    }
)
_EPOCH: Final = dt.date(1899, 12, 30)


class Doubt(NamedTuple):
    """A column whose new value is unlikely: the key of a message, the value as people write it, what may be meant."""

    column: Column
    key: str
    value: str
    expected: str = ""


def doubts(entity: Entity, old: Values, new: Values) -> Iterator[Doubt]:
    """What is unlikely in ``new`` and was not so in ``old``."""
    for column in entity.columns:
        value = new.get(column.name)
        if value is not None and value != old.get(column.name):
            found = list(_doubts(column, value))
            yield from found or _beyond(column, value)
    yield from _without_currency(entity, old, new)


def _doubts(column: Column, value: Value) -> Iterator[Doubt]:
    if column.kind in (Kind.DATE, Kind.MOMENT):
        yield from _unlikely_day(column, str(value)[:10])
    elif column.name in YEAR_COLUMNS and isinstance(value, int):
        first, last = _years(column)
        if not first <= value <= last:
            yield Doubt(column, "year_out_of_range", str(value), f"{first}–{last}")
    elif column.kind is Kind.MONEY and isinstance(value, int) and value < 0:
        yield Doubt(column, "negative", f"{value / 100:.2f}".removesuffix(".00").replace(".", ","))
    elif column.name in NOT_NEGATIVE | LARGEST.keys() and isinstance(value, int | float):
        yield from _unlikely_number(column, value)
    elif column.name == "currency" and currency_code(str(value)) is None:
        yield _unknown_currency(column, str(value))
    elif column.kind is Kind.TEXT and is_error(str(value)):
        yield Doubt(column, "error_cell", str(value))


def beyond(column: Column, value: Value) -> tuple[str, str, str] | None:
    """A number that no measure can bear: the key of a message, the number as people write it, and the most that it can
    be; None where it is none."""
    if not isinstance(value, int | float) or is_within(column, value):
        return None
    most = brought_in(column, value)
    if column.kind is Kind.MONEY and isinstance(most, int):
        value, most = value / 100, most // 100
    said = f"{value:g}".replace(".", ",")
    return ("negative", said, "") if most == 0 else ("number_too_large", said, f"{most}")


def _beyond(column: Column, value: Value) -> Iterator[Doubt]:
    if found := beyond(column, value):
        yield Doubt(column, *found)


def _unknown_currency(column: Column, said: str) -> Doubt:
    """No currency; a word for thousands of one (``TNOK``, ``mill. kr``) says that the amounts are not whole units."""
    in_thousands = scaled_currency(said)
    if in_thousands:
        return Doubt(column, "currency_in_thousands", said, in_thousands)
    return Doubt(column, "unknown_currency", said, " eller ".join(similar_currencies(said)))


def _unlikely_day(column: Column, iso: str) -> Iterator[Doubt]:
    first, last = _years(column)
    try:
        day = dt.date.fromisoformat(iso)
    except ValueError:  # no day at all, which has been told
        return
    if first <= day.year <= last:
        return
    serial = (day - _EPOCH).days
    if YEARS[0] <= serial <= YEARS[1]:
        yield Doubt(column, "year_in_date", f"{day:%d.%m.%Y}", str(serial))
    else:
        yield Doubt(column, "year_out_of_range", f"{day.day:02d}.{day.month:02d}.{day.year}", f"{first}–{last}")


def _years(column: Column) -> tuple[int, int]:
    return OTHER_YEARS.get(column.name, YEARS)


def _unlikely_number(column: Column, value: float) -> Iterator[Doubt]:
    shown = f"{value:g}".replace(".", ",")
    if column.name in NOT_NEGATIVE and value < 0:
        yield Doubt(column, "negative", shown)
    elif column.name in LARGEST and abs(value) > LARGEST[column.name]:
        yield Doubt(column, "number_too_large", shown, str(LARGEST[column.name]))
    elif column.name in PERCENTS and 0 < value <= 1:
        yield Doubt(column, "percent_or_part", shown, f"{value * 100:g}".replace(".", ","))


def _without_currency(entity: Entity, old: Values, new: Values) -> Iterator[Doubt]:
    currency = entity.by_name.get("currency")
    if currency is None or new.get("currency") is not None:
        return
    for column in entity.columns:
        amount = new.get(column.name)
        changed = amount != old.get(column.name) or old.get("currency") is not None
        if column.kind is Kind.MONEY and amount is not None and changed:
            yield Doubt(currency, "amount_without_currency", "", column.heading)
            return
