"""Drawings for a wall: bars without axes, dots, and the code that a phone reads. Inline SVG, sizes set by the wall."""

from __future__ import annotations

from typing import Final

import segno

from akint_dash.figures.svg import el

QUIET: Final = 4
"""Empty modules around a code, as its standard asks."""


def bar(share: float, was: float | None, highest: float) -> str:
    """A bar from the left edge, as long as its part of the highest; ``was`` is a mark across it."""
    full = 100 * share / highest if highest else 0.0
    parts = [el("rect", class_="full", x=0, y=1.5, width=round(full, 1), height=7)]
    if was is not None:
        at = 100 * was / highest if highest else 0.0
        parts.append(el("rect", class_="was", x=round(min(max(at - 0.7, 0), 98.6), 1), y=0, width=1.4, height=10))
    return el("svg", *parts, class_="wbar", viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true")


def sized(shape: str, value: float, highest: float) -> str:
    """A shape of a 16 x 16 box whose area is the number; a dash for a real zero."""
    if not value or not highest:
        return el("svg", el("path", d="M5 8h6"), class_="wdot zero", viewBox="0 0 16 16", aria_hidden="true")
    scale = round(max(0.2, (value / highest) ** 0.5), 2)
    inside = el("path", d=shape, transform=f"translate({8 - 8 * scale:.2f} {8 - 8 * scale:.2f}) scale({scale})")
    return el("svg", inside, class_="wdot", viewBox="0 0 16 16", aria_hidden="true")


def code(address: str, label: str) -> str:
    """The address as a QR code: black on white whatever the theme, correcting 15 % of damage."""
    rows = [bytes(row) for row in segno.make(address, error="m", micro=False, boost_error=False).matrix]
    size = len(rows) + 2 * QUIET
    runs = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                runs.append(f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z")
            x += length + 1
    ground = el("path", class_="ground", d=f"M0 0h{size}v{size}h-{size}z")
    ink = el("path", class_="modules", d="".join(runs))
    return el(
        "svg", ground, ink, class_="qr", viewBox=f"0 0 {size} {size}", role="img", aria_label=label,
        shape_rendering="crispEdges",
    )  # fmt: skip
