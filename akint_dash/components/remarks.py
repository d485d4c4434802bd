"""The county's own explanations as the line under a figure."""

from __future__ import annotations

from collections.abc import Iterable

from akint_dash.components.view import View
from akint_dash.measures.remarks import Remark


def explained(view: View, found: Iterable[Remark]) -> str:
    """Each explanation as the words of who gave it, with when, and of which year; '' where there is none."""
    return " ".join(_one(view, one) for one in found)


def _one(view: View, one: Remark) -> str:
    w = view.words
    words = w.name(view.portfolio.get("remark", one.code), "words")
    values = {"area": view.name("area", one.area), "day": w.date(one.day), "words": words}
    if one.year is None:
        return w("{area} skrev {day}: {words}", **values)
    return w("{area} skrev {day} om {year}: {words}", year=one.year, **values)
