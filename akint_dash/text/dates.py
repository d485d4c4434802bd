"""Days and moments as each language writes them: ``24.11.2026`` and ``24 Nov 2026``.

A moment is told in Oslo, which is Brussels time too. Months are not shortened in bokmål where Språkrådet does not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from akint_dash.settings import OSLO

Language = Literal["nb", "en"]
NBSP: Final = "\u00a0"
MONTHS: Final[Mapping[str, Sequence[str]]] = {
    "nb": (
        "januar", "februar", "mars", "april", "mai", "juni",
        "juli", "august", "september", "oktober", "november", "desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
SHORT_MONTHS: Final[Mapping[str, Sequence[str]]] = {
    "nb": ("jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "des."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
WEEKDAYS: Final[Mapping[str, Sequence[str]]] = {
    "nb": ("ma.", "ti.", "on.", "to.", "fr.", "lø.", "sø."),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


def date(language: Language, day: dt.date | str) -> str:
    """``24.11.2026``, in English ``24 Nov 2026``."""
    day = dt.date.fromisoformat(day[:10]) if isinstance(day, str) else day
    if language == "nb":
        return f"{day.day:02d}.{day.month:02d}.{day.year}"
    return f"{day.day}{NBSP}{month(language, day)}{NBSP}{day.year}"


def short_date(language: Language, day: dt.date | str) -> str:
    """``24.11.``, in English ``24 Nov``."""
    return date(language, day)[:-4].rstrip(NBSP)


def long_date(language: Language, day: dt.date) -> str:
    """``24. november 2026``; English has one way of writing a day: ``24 Nov 2026``."""
    return f"{day.day}. {month(language, day, short=False)} {day.year}" if language == "nb" else date(language, day)


def month(language: Language, day: dt.date, *, short: bool = True) -> str:
    """``nov.`` or ``november``."""
    return (SHORT_MONTHS if short else MONTHS)[language][day.month - 1]


def weekday(language: Language, day: dt.date) -> str:
    """``ti.``, in English ``Tue``."""
    return WEEKDAYS[language][day.weekday()]


def moment(language: Language, iso: str) -> str:
    """``24.11.2026 kl. 09.12`` of a UTC moment, in English ``24 Nov 2026, 09:12``."""
    local = dt.datetime.fromisoformat(iso.replace("Z", "+00:00")).astimezone(OSLO)
    day = date(language, local.date())
    return f"{day} kl.{NBSP}{local:%H.%M}" if language == "nb" else f"{day}, {local:%H:%M}"
