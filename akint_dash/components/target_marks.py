"""What the bar of a target says, and the records of what was reached: of the whole county, as targets are."""

from __future__ import annotations

from akint_dash.components.parts import INSTRUMENT_PATH
from akint_dash.components.view import View
from akint_dash.components.ways import to_list, to_page, to_records, to_table
from akint_dash.domain.selection import Selection
from akint_dash.figures.marks import Mark
from akint_dash.measures.targets import Reached

BY_EXPLORE = {"involvements": "tiltak", "external_nok": "stotte", "participants": "deltakere"}
"""What is reached of a measure -> the same number in Explore."""


def target_mark(view: View, one: Reached, said: str) -> Mark:
    """``said`` is its name, number and target."""
    county = Selection(per=view.selection.per)
    if one.actual is None or (one.goal and one.measure != "results"):
        return to_table(view, said, "maltall")
    if one.measure in BY_EXPLORE:
        return to_records(view, said, BY_EXPLORE[one.measure], selection=county, ar=one.year)
    if one.measure == "results":
        goal = {"er-goal": one.goal} if one.goal else {}
        return to_list(view, said, "result", selection=county, asked=goal | _in(one.year))
    if one.measure == "international_share":
        address = view.link("/finansiering", selection=county, anchor="utviklingsmidler")
        return to_page(view, said, view.words("finansieringen"), address)
    if one.measure == "partners":
        address = view.link(INSTRUMENT_PATH["BIL"], selection=county)
        return to_page(view, said, view.words("de bilaterale samarbeidene"), address)
    return to_table(view, said, "maltall")


def _in(year: int) -> dict[str, object]:
    """The days of a year, as a list is asked."""
    return {"fra-date": year, "til-date": year}
