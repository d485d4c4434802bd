"""A mark of a figure that answers: what it says, and where a press on it leads."""

from __future__ import annotations

from dataclasses import dataclass

from akint_dash.figures.svg import el


@dataclass(frozen=True, slots=True)
class Mark:
    """``said`` is its name, value and share ("Samferdsel: 12 tiltak, 14 %"); ``does`` what a press does; ``href``
    where it leads."""

    said: str
    does: str
    href: str

    @property
    def name(self) -> str:
        """What it is called to those who do not see it; ``assets/app/tip.js`` shows the same, a line for each part."""
        return f"{self.said}.\n{self.does}"


def pressed(mark: Mark | None, *drawn: str) -> str:
    """Pieces of a drawing as a mark; the pieces alone where there is none."""
    return el("a", *drawn, class_="tells", href=mark.href, aria_label=mark.name) if mark else "".join(drawn)


def hit(x: float, y: float, width: float, height: float) -> str:
    """Room around a small mark, that a hand and a pointer find it."""
    return el("rect", class_="hit", x=x, y=y, width=width, height=height)
