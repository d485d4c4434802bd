"""Where the numbers of the page of quality lead: to the very records in a list, or to where they are named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from akint_dash.components.edit_link import EDIT, edit_href
from akint_dash.components.record_link import list_path, sheet_path, to_sheet
from akint_dash.components.view import View
from akint_dash.components.ways import to_page, to_table
from akint_dash.domain.schema import ENTITIES
from akint_dash.domain.selection import Selection
from akint_dash.figures.marks import Mark
from akint_dash.measures.quality import Fault
from akint_dash.measures.quality_rules import EVERY


def anchor(rule: str) -> str:
    """The id of a rule's records on the page."""
    return f"regel-{rule}"


def list_of(view: View, rule: str, entity: str, owner: str = "", day: date | None = None) -> str:
    """The address of the list of the records of one kind that a rule finds, or found as known on an earlier day."""
    selection = Selection(omrade=view.selection.omrade, per=day or view.selection.per)
    return view.link(list_path(entity), selection=selection, own={"regel": rule, "ansvarlig": owner or None})


def to_rule(view: View, said: str, rule: str, some: Sequence[Fault], owner: str = "") -> Mark:
    """The records of a rule: the list of them where one list has them all, else where the page names them."""
    entities = {one.entity for one in some}
    if len(entities) == 1 and not any(one.absent for one in some):
        return Mark(said, view.words("Se registreringene"), list_of(view, rule, entities.pop(), owner))
    return to_page(view, said, view.words("registreringene"), f"#{anchor(rule)}")


def to_past(view: View, said: str, rule: str, day: date, owner: str = "") -> Mark:
    """What a rule found on a day: the list of the records as known then, where a rule is of one kind that is always
    recorded; else, and of all rules (""), this page as of that day."""
    kinds = list(EVERY[rule].fields) if rule else []
    on = None if day == view.today else day
    if len(kinds) == 1 and kinds[0] != "budget":
        return Mark(said, view.words("Se registreringene"), list_of(view, rule, kinds[0], owner, on))
    href = view.link(per=on, own={"regel": rule} if rule else {})
    return to_page(view, said, view.words("dataene per {day}", day=view.words.date(day)), href)


def in_table(view: View, *numbers: int) -> list[Mark]:
    """Numbers of the lead, which the table of the rules adds up to."""
    return [to_table(view, view.words.number(n), "regler") for n in numbers]


def to_field(view: View, one: Fault) -> str:
    """Where the field that is to be filled stands: the form that changes it, for who may; else the record's sheet, or
    that of its area where none is recorded."""
    if one.absent:
        return view.link(sheet_path("area", one.area))
    return to_form(view, one) or to_sheet(view, one.entity, one.code)


def to_form(view: View, one: Fault) -> str:
    """The form that changes the field; "" where there is none, or not for who asks."""
    return edit_href(view, one.entity, one.code, column_of(view, one)) if _has_form(view) and not one.absent else ""


def _has_form(view: View) -> bool:
    return any(path.endswith(f"/{EDIT}") for path in view.addresses)


def column_of(view: View, one: Fault) -> str:
    """The record's own column that is to be filled; "" where it is a part of it that is missing."""
    column = EVERY[one.rule].column(one.entity, view.portfolio.get(one.entity, one.code))
    return column if column in ENTITIES[one.entity].by_name else ""


def is_filled(view: View, one: Fault) -> bool:
    """Whether the field holds something, which is then wrong."""
    return EVERY[one.rule].wrong or column_of(view, one) in view.portfolio.get(one.entity, one.code)
