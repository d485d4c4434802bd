"""The council areas: all of them on one page, and a page for each, the inactive and the closed too (S6-S8, S10)."""

from __future__ import annotations

from akint_dash.components.page import Page
from akint_dash.components.view import View
from akint_dash.pages.areas import area, index


def _exists(view: View) -> bool:
    return area.area_of(view) is not None


def _heading(view: View) -> str:
    return view.name("area", area.area_of(view))


PAGE = Page("/omrader", "Rådsområder", index.body)
AREA = Page(
    "/omrader/<kode>",
    "Rådsområde",
    area.body,
    own=("mot",),
    exists=_exists,
    heading=_heading,
    said=area.said,
    tall=True,
)
