"""Links to the sheets of records."""

from __future__ import annotations

from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.record_name import named
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ADDRESS, in_address
from akint_dash.domain.selection import Selection


def sheet_path(entity: str, code: object) -> str:
    """The bokmål address of a record's sheet, without language and selection."""
    return f"/post/{ADDRESS[entity]}/{in_address(str(code))}"


AMONG: Final = "koder"
"""The parameter of a list of very records, and of the sheet of one of them."""


def to_sheet(view: View, entity: str, code: object, *, selection: Selection | None = None, among: str = "") -> str:
    """The address of a record's sheet, with the selection one comes with (or another); "" where it is not known.
    ``among`` are the codes of the list that it is opened from, as the address of a list of very records names them."""
    if not view.portfolio.get(entity, code):
        return ""
    return view.link(sheet_path(entity, code), selection=selection, own={AMONG: among} if among else None)


def list_path(entity: str) -> str:
    """The bokmål address of the list of a kind."""
    return f"/data/{ADDRESS[entity]}"


def linked(view: View, entity: str, code: object) -> Component | str:
    """A record's name as the link to its sheet; the code alone where it is not known."""
    href = to_sheet(view, entity, code)
    name = named(view, entity, code)
    return html.A(name, href=href) if href else name


def to_quality(view: View, selection: Selection | None = None) -> Component:
    """The link to all that rules find wrong or missing, with the way to mend it."""
    return html.A(view.words("Se alle feil og mangler"), href=view.link("/kvalitet", selection=selection))
