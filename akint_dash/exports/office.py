"""What the files for other programs share: language tags, colours, numbers at marks, when money is told in millions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from math import floor, log10
from typing import Any, Final, TypeVar

from akint_dash.domain.exhibit import Chart, Column, Form, Kind, Series
from akint_dash.domain.harmless import harmless
from akint_dash.figures.template import tokens
from akint_dash.text.values import in_words
from akint_dash.text.words import Words

LANGUAGES: Final[Mapping[str, str]] = {"nb": "nb-NO", "en": "en-GB"}
"""How the files name a language."""
MILLION: Final = 1_000_000
RAMPS: Final = {1: (5,), 2: (6, 3), 3: (6, 4, 2), 4: (6, 5, 3, 2), 5: (6, 5, 4, 3, 2)}
"""The steps of the one ramp that so many series have."""
LEAST: Final = 3.0
"""The least contrast of a mark that carries data (WCAG 1.4.11)."""
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


def series_colours(series: Sequence[Series], instrument: str) -> list[str]:
    """A colour for each series: an instrument's own, else our blue-greys, context in grey."""
    plain = [one for one in series if not one.instrument]
    if len(plain) == 1:
        role = "mute" if len(series) > 1 else "seq-5"
        single = instrument_colour(instrument) if instrument and len(series) == 1 else colour(role)
        return [instrument_colour(one.instrument) if one.instrument else single for one in series]
    ramp = [f"seq-{step}" for step in RAMPS.get(len(plain), RAMPS[5])] + ["mute", "rule-strong", "ink"]
    rest = iter([colour(ramp[at % len(ramp)]) for at in range(len(plain))])
    return [instrument_colour(one.instrument) if one.instrument else next(rest) for one in series]


def is_pale(rgb: str) -> bool:
    """Whether it stands less clearly on white paper than a mark must (3:1)."""
    return 1.05 / (_luminance(rgb) + 0.05) < LEAST


def edge(fill: str) -> str:
    """The line around a bar: of a pale one a clear line, of the others paper, between it and the next."""
    return colour("rule-strong" if is_pale(fill) else "paper")


def clear(rgb: str) -> str:
    """The colour of a line or a small mark, which has no edge: never a pale one."""
    return colour("rule-strong") if is_pale(rgb) else rgb


def on(fill: str) -> str:
    """The colour of text that is read on ``fill``."""
    return "FFFFFF" if is_dark(fill) else colour("ink")


def is_dark(rgb: str) -> bool:
    """Whether white text stands on it more clearly than ink does."""
    return _luminance(rgb) < 0.2


def _luminance(rgb: str) -> float:
    red, green, blue = (_linear(int(rgb[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def in_millions(chart: Chart) -> bool:
    """Whether an amount of it reaches a million: then all are told in millions; the numbers themselves stay whole."""
    return chart.kind is Kind.MONEY and any(
        abs(float(value)) >= MILLION for one in chart.series for value in one.values if value is not None
    )


def label(w: Words, chart: Chart, value: Any) -> str:
    """A number as it stands on its mark: the unit is said once, over the chart."""
    if value is None:
        return ""
    if chart.kind is Kind.MONEY:
        return _millions(w, value) if in_millions(chart) else w.number(value)
    return said(w, chart, value)


def _millions(w: Words, value: Any) -> str:
    """With one decimal; with more where something would else be written as nothing."""
    told = (w.number(value / MILLION, decimals) for decimals in (1, 2, 3, 4))
    return next((words for words in told if not value or set(words) & set("123456789")), w.number(0, 1))


def said(w: Words, chart: Chart, value: Any) -> str:
    """A number of the chart in words."""
    return in_words(w, Column("", "", chart.kind, chart.unit), value)


def step(most: float) -> float:
    """A round step that makes about four of ``most``; never a part of one thing."""
    if most <= 0:
        return 1
    rough = most / 4
    power = 10.0 ** floor(log10(rough))
    found = next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
    return max(1.0, found) if most > 1.5 else found


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
        texts = [field.name for field in fields(thing) if "Corners" not in str(field.type)]  # outlines hold no text
        return replace(thing, **{name: _cleaned(getattr(thing, name), one_line) for name in texts})
    return thing
