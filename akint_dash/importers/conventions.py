"""How a source writes numbers and days, said once at its reader.

``Convention.ENGLISH`` is that of the EU portal and CORDIS (``25,000`` is twenty-five thousand, ``25.5`` has a decimal),
``Convention.NORWEGIAN`` that of the workbook and of lists kept by hand (``25 000,50``; ``25.000``),
``Convention.UNDEFINED`` that of a source that says nothing. Every way of reading a text is found first; the convention
chooses. Where it cannot, :class:`BadCell` says so: a problem in a workbook, a remark and no value in a public source.

    Convention.ENGLISH.minor("25,000")    -> 2500000
    Convention.ENGLISH.day("03/04/2026")  -> BadCell("two_readings_day", "03.04.2026 eller 04.03.2026")
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Final

from akint_dash.importers.days import Written, readings
from akint_dash.importers.spelling import one_line

MAX_DIGITS: Final = 60
MAX_MINOR: Final = 10**17
"""Amounts beyond this many minor units are not amounts."""
FIRST_YEAR, LAST_YEAR = 1950, 2100
"""A public source that names a year outside these is wrong, or means 'never'."""

_NUMBER: Final = re.compile(r"([+-]?)(\d[\d.,' ]*)", re.ASCII)
_EXPONENT: Final = re.compile(r"[+-]?\d{1,20}(?:[.,]\d{1,20})?[eE][+-]?\d{1,3}", re.ASCII)
_SEPARATOR: Final = re.compile(r"([.,' ])")
_THOUSAND: Final = 3


class BadCell(ValueError):
    """A text does not hold what its column asks for: a message key, and what was expected or may be meant."""

    def __init__(self, key: str, expected: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.expected = expected


class Convention(Enum):
    """Whose habits a source follows. Every method gives None for a blank text and raises :class:`BadCell`."""

    NORWEGIAN = "norwegian"
    ENGLISH = "english"
    UNDEFINED = "undefined"

    def number(self, raw: str, *, most: Decimal | None = None, places: int | None = None) -> Decimal | None:
        """The number that ``raw`` writes, without unit.

        ``most``: no value of the column is larger, which settles ``10,523`` in a column of degrees. ``places``: the
        decimals of the column, which settle ``25.000`` in a Norwegian column of money.

        Raises:
            BadCell: ``not_a_number``, or ``two_readings`` with both.
        """
        bare = _bare(raw)
        if not bare:
            return None
        found = number_readings(bare)
        if not found:
            raise BadCell("not_a_number")
        if len(found) == 1:
            return next(iter(found.values()))
        fitting = {
            whose: number
            for whose, number in found.items()
            if (most is None or abs(number) <= most) and (places is None or _places(number) <= places)
        }
        if self in fitting and (self is Convention.ENGLISH or len(fitting) == 1):
            return fitting[self]
        if most is not None and len(fitting) == 1 and places is None:
            return next(iter(fitting.values()))
        raise BadCell("two_readings", " eller ".join(_plain(number) for number in sorted(found.values(), reverse=True)))

    def minor(self, raw: str) -> int | None:
        """The amount that ``raw`` writes, without unit, in minor units (cent, øre); more decimals are rounded.

        Raises:
            BadCell: ``not_money``, ``two_readings``, or ``negative``: money that is less than nothing.
        """
        try:
            number = self.number(raw, places=2)
        except BadCell as bad:
            raise BadCell("not_money" if bad.key == "not_a_number" else bad.key, bad.expected) from None
        if number is None:
            return None
        if abs(number) * 100 > MAX_MINOR:
            raise BadCell("not_money")
        if number < 0:
            raise BadCell("negative")
        return int((number * 100).to_integral_value(ROUND_HALF_UP))

    def day(self, raw: str) -> str | None:
        """The day that ``raw`` writes, with or without a time, as ISO text.

        Raises:
            BadCell: ``not_a_date``, ``two_readings_day`` with both, or ``year_out_of_range``.
        """
        found = self.written(raw)
        if found is None:
            return None
        if not FIRST_YEAR <= found.local.year <= LAST_YEAR:
            raise BadCell("year_out_of_range", f"{FIRST_YEAR}–{LAST_YEAR}")
        return found.local.date().isoformat()

    def written(self, raw: str) -> Written | None:
        """The day, and the time and zone where there are some, as ``raw`` writes them, of any year from 1000.

        Raises:
            BadCell: ``not_a_date``, or ``two_readings_day`` with both.
        """
        bare = one_line(raw)
        if not bare:
            return None
        found = readings(bare)
        if self is Convention.NORWEGIAN and found.keys() == {"mdy"}:
            found = {}  # 11/24/2026 is not written here
        if not found:
            raise BadCell("not_a_date")
        if len(found) > 1:
            raise BadCell("two_readings_day", " eller ".join(f"{one.local:%d.%m.%Y}" for one in found.values()))
        return next(iter(found.values()))


def number_readings(bare: str) -> dict[Convention, Decimal]:
    """Every number that ``bare`` may write, by the convention that writes it so; one where all agree."""
    whole = _NUMBER.fullmatch(bare) if len(bare) <= MAX_DIGITS else None
    if whole is None:
        return {}
    parts = _SEPARATOR.split(whole[2])
    groups, marks = parts[::2], parts[1::2]
    if not all(groups):
        return {}
    found: dict[Convention, Decimal] = {}
    for decimal, usual in ((",", Convention.NORWEGIAN), (".", Convention.ENGLISH), ("", None)):
        number = _read(groups, marks, decimal)
        if number is None:
            continue
        whose = usual or (Convention.NORWEGIAN if "." in marks else Convention.ENGLISH)
        found[whose] = -number if whole[1] == "-" else number
    return found


def scientific(raw: str) -> Decimal | None:
    """The number in ``1,5E+06``, None where ``raw`` is written otherwise."""
    bare = _bare(raw)
    return Decimal(bare.replace(",", ".")) if _EXPONENT.fullmatch(bare) else None


def _read(groups: list[str], marks: list[str], decimal: str) -> Decimal | None:
    """The number with ``decimal`` before its decimals ("" for none) and one other sign between thousands."""
    rest = marks
    if decimal:
        if marks.count(decimal) != 1 or marks[-1] != decimal:
            return None
        rest = marks[:-1]
    whole = groups[: len(rest) + 1]
    if rest:
        thousands = all(len(group) == _THOUSAND for group in whole[1:])
        if len(set(rest)) > 1 or not thousands or len(whole[0]) > _THOUSAND or whole[0].startswith("0"):
            return None
    return Decimal("".join(whole) + (f".{groups[-1]}" if decimal else ""))


def _bare(raw: str) -> str:
    return one_line(raw).replace("\u2212", "-").replace("\u2019", "'")


def _places(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))


def _plain(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")
