"""The county's own explanations as the line under a figure."""

from __future__ import annotations

from collections.abc import Iterable

from akint_dash.components.view import View
from akint_dash.measures.remarks import Remark


def explained(view: View, found: Iterable[Remark]) -> str:
    """Each explanation with who gave it and when; '' where there is none."""
    return " ".join(_one(view, one) for one in found)


def _one(view: View, one: Remark) -> str:
    w = view.words
    about = f" {one.year}" if one.year is not None else ""
    words = w.name(view.portfolio.get("remark", one.code), "words")
    area = view.name("area", one.area)
    return w("{area}{about} forklarer ({day}): {words}", area=area, about=about, day=w.date(one.day), words=words)
