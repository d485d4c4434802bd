"""The address of the collection, its year, and who may have an area's workbook."""

from __future__ import annotations

from typing import Final

from akint_dash.access.viewer import Viewer
from akint_dash.components.view import View

HERE: Final = "/data/innsamling"
YEAR: Final = "aar"
FIRST: Final = 1990
NEEDS: Final = {"data-needs": "/assets/intake/intake.css"}


def year_of(view: View) -> int:
    """The year that is asked for: this one, where none or no possible one is."""
    return year_said(view.query.get(YEAR, ""), view.today.year) or view.today.year


def year_said(said: str, now: int) -> int | None:
    """A year until now; None where it is none."""
    known = len(said) == 4 and said.isascii() and said.isdecimal() and FIRST <= int(said) <= now
    return int(said) if known else None


def may_have(viewer: Viewer, area: str) -> bool:
    """Whether someone may have the workbook of an area: who may write, and its own editors."""
    return viewer.may_write or viewer.may_edit(area)
