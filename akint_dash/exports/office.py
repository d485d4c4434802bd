"""What the files for Excel, Word and PowerPoint share: language tags, colours, when money is told in millions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final, TypeVar

from akint_dash.domain.exhibit import Chart, Form, Kind
from akint_dash.domain.harmless import harmless
from akint_dash.figures.template import tokens
from akint_dash.text.words import Words

LANGUAGES: Final[Mapping[str, str]] = {"nb": "nb-NO", "en": "en-GB"}
"""How the files name a language."""
MILLION: Final = 1_000_000
T = TypeVar("T")
_BREAKS: Final = re.compile("[\t\n\r ]+")


def colour(role: str) -> str:
    """The light colour of a role of ``assets/tokens.css`` as the files write it: ``17191C``."""
    return tokens()[role].lstrip("#").upper()


def instrument_role(code: str) -> str:
    """The role of the colour of an instrument's marks."""
    return f"{code.lower()}-strong"


def instrument_colour(code: str) -> str:
    """The colour of an instrument's marks."""
    return colour(instrument_role(code))


def in_millions(chart: Chart) -> bool:
    """Whether an amount of it reaches a million: then all are told in millions; the numbers themselves stay whole."""
    return chart.kind is Kind.MONEY and any(
        abs(float(value)) >= MILLION for one in chart.series for value in one.values if value is not None
    )


def kind_of(w: Words, chart: Chart) -> str:
    """What kind of chart it is, for those who do not see it."""
    return {
        Form.BARS: w("Liggende stolper"),
        Form.COLUMNS: w("Stående stolper"),
        Form.LINES: w("Linjer"),
    }[chart.form]


def cleaned(thing: T, *, one_line: bool = False) -> T:
    """``thing``, its texts without signs that no such file may hold or that turn what is read; ``one_line``: each on
    one line."""
    return _cleaned(thing, one_line)  # type: ignore[no-any-return]


def _cleaned(thing: Any, one_line: bool) -> Any:
    if isinstance(thing, Enum):
        return thing
    if isinstance(thing, str):
        return _BREAKS.sub(" ", harmless(thing)).strip(" ") if one_line else harmless(thing)
    if isinstance(thing, tuple):
        return tuple(_cleaned(one, one_line) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{field.name: _cleaned(getattr(thing, field.name), one_line) for field in fields(thing)})
    return thing
