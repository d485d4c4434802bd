"""Organisations that go by a short name, with their full ones."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from akint_dash.components.view import View


def full_name(view: View, organisation: object) -> str:
    """The full name of one that goes by a short name; "" where it has none, or has it already: in Norwegian too, for
    then its English name is no short one."""
    values = view.portfolio.get("organisation", organisation)
    long = str(values.get("name_long", ""))
    return "" if long in (view.name("organisation", organisation), values.get("name")) else long


def in_full(view: View, organisations: Iterable[str]) -> list[Component]:
    """``AER: Assembly of European Regions; ...`` of the codes given; nothing where each has its full name already."""
    told = {}
    for code in organisations:
        if long := full_name(view, code):
            told[view.name("organisation", code)] = long
    return [html.P("; ".join(f"{short}: {told[short]}" for short in sorted(told)), className="note")] if told else []
