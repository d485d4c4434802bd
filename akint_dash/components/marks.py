"""A value as a length or a place, and a mark that answers: where a bar gets how long it is, and becomes a way on."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from akint_dash.figures.marks import Mark


def along(value: float, top: float, *, of: str = "") -> dict[str, Any]:
    """What a bar of ``value`` on a scale from 0 to ``top`` is drawn with; ``of`` names a card's second scale."""
    width = max(0.0, value) / (top or 1) * 100
    return {"style": {"width": f"{width:.2f}%"}, "data-value": f"{value:.6g}", **({"data-of": of} if of else {})}


def at(value: float, top: float = 1.0) -> dict[str, str]:
    """The style of a mark that stands at ``value`` on a scale from 0 to ``top``."""
    return {"left": f"{value / (top or 1) * 100:.2f}%"}


def telling(mark: Mark | None, inside: Any, name: str = "", **more: Any) -> Component:
    """A piece of a figure of the class ``name`` as a mark; as plain ground where there is none."""
    if mark is None:
        return html.Span(inside, className=name or None, **more)
    said = {"aria-label": mark.name, **more}
    return html.A(inside, href=mark.href, className=f"{name} tells".strip(), **said)
