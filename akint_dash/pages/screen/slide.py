"""A slide as data: what the wall draws for eight metres, and a phone shows in full, is one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Form = Literal["statement", "bars", "counts", "matrix", "facts", "map", "needs", "answer"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a slide.

    ``value`` is written large; ``share`` (0-1) draws a bar and ``was`` a mark on it; ``sign`` is an instrument;
    ``soon`` is time running out; ``more`` is what only a phone has room for; ``cells`` are numbers by instrument.
    """

    label: str
    value: str = ""
    unit: str = ""
    sign: str = ""
    share: float | None = None
    was: float | None = None
    soon: bool = False
    more: str = ""
    cells: tuple[tuple[str, float | None, str], ...] = ()
    look: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide in one language.

    ``title`` is its finding, ``say`` the sentence under it, ``note`` what a mark means (short). ``picture`` draws
    its figure for a room of so many letters (width, height), ``small`` the same for a phone. ``brief`` is the title
    on a wall, where the whole one counts what only a phone has room for. ``rest`` is the row that stands for all from
    one on, where a wall has no room for them.
    """

    kind: str
    form: Form
    title: str
    rows: tuple[Row, ...] = ()
    say: str = ""
    note: str = ""
    picture: Callable[[float, float], str] | None = None
    small: str = ""
    brief: str = ""
    rest: Callable[[int], Row] | None = None

    @property
    def head(self) -> str:
        """The title on a wall."""
        return self.brief or self.title
