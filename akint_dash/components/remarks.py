"""The county's own explanations as the line under a figure."""

from __future__ import annotations

from collections.abc import Iterable

from akint_dash.components.spoken import worded
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ADDRESS
from akint_dash.measures.remarks import Remark


def explained(view: View, found: Iterable[Remark]) -> str:
    """Each explanation as the words of who gave it, with when, and of which year; '' where there is none."""
    return " ".join(_one(view, one) for one in found)


def _one(view: View, one: Remark) -> str:
    w = view.words
    words = w.name(view.portfolio.get("remark", one.code), "words")
    values = {"area": view.name("area", one.area), "day": w.date(one.day), "words": words}
    about = _about(view, one.record) if one.record else ""
    if one.year is not None:
        about = w("{about} i {year}", about=about, year=one.year) if about else str(one.year)
    if not about:
        return w("Forklaring fra {area} {day}: {words}", **values)
    return w("Forklaring fra {area} {day} om {about}: {words}", about=about, **values)


def _about(view: View, record: str) -> str:
    """The name of the record that an explanation is about, whatever its kind; its code where it is not known."""
    found = (worded(view, entity, record) for entity in ADDRESS if view.portfolio.get(entity, record))
    return next(found, record)
