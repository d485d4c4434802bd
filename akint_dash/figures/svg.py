"""Building inline SVG as text: every value escaped, no style attributes (the Content-Security-Policy refuses them)."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

SHAPE: Final = {
    "PRO": "M1 1h14v14H1z",
    "POL": "M8 0l8 8-8 8-8-8z",
    "KOM": "M8 .4a7.6 7.6 0 1 1 0 15.2A7.6 7.6 0 1 1 8 .4z",
    "BIL": "M0 1l8 7-8 7zM16 1L8 8l8 7z",
}
"""An instrument's shape in a 16 x 16 box: square, diamond, circle, bow tie."""


def el(name: str, *children: str, **attributes: object) -> str:
    """One element. ``class_`` and ``aria_label`` become ``class`` and ``aria-label``; numbers are rounded."""
    text = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{text}>{''.join(children)}</{name}>" if children else f"<{name}{text}/>"


def _value(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def svg(width: float, height: float, label: str, *children: str, class_: str = "", stretch: bool = False) -> str:
    """A drawing with its words for those who do not see it; ``stretch`` lets it fill any width."""
    return el(
        "svg",
        *children,
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role=role_of(children),
        aria_label=label,
        class_=class_ or None,
        preserveAspectRatio="none" if stretch else None,
    )


def role_of(children: Iterable[str]) -> str:
    """A drawing is a picture; with marks that answer inside it a group, for what lies in a picture is not heard."""
    return "group" if any("<a " in child for child in children) else "img"


def text(words: str, x: float, y: float, *, anchor: str = "start", class_: str | None = None) -> str:
    """A piece of text."""
    return el("text", escape(words), x=x, y=y, text_anchor=anchor, class_=class_)


def points(some: list[tuple[float, float]]) -> str:
    """Points for a polyline."""
    return " ".join(f"{_value(float(x))},{_value(float(y))}" for x, y in some)
