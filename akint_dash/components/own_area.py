"""The council area whose page this is: it applies itself there, and goes on with who leaves the page by the menu."""

from __future__ import annotations

from dataclasses import replace

from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures.scope import Scope
from akint_dash.text.bases import AREA_PAGE


def named_area(view: View, name: str) -> str | None:
    """The code that ``name`` means in any case; None where there is no such area."""
    wanted = name.casefold()
    return next((code for code in view.portfolio.records("area") if code.casefold() == wanted), None)


def own_area(view: View) -> str | None:
    """The area of the path; None on every page that is not an area's."""
    return named_area(view, view.parts.get("kode", "")) if view.pattern == AREA_PAGE else None


def own_scope(view: View) -> Scope:
    """What the page counts: on an area's page the area's own, whatever areas the selection names."""
    code = own_area(view)
    return view.scope.narrowed(omrade=(code,)) if code else view.scope


def carried(view: View) -> Selection:
    """The selection that the menu takes along: from an area's page that area too, beside those chosen."""
    code, chosen = own_area(view), view.selection
    return replace(chosen, omrade=tuple(sorted({*chosen.omrade, code}))) if code else chosen
