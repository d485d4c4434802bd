"""The numbers of a title, a sentence and a table as ways on: each to the records that it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.figures.marks import Mark
from akint_dash.text.dates import Language
from akint_dash.text.tokens import tokens
from akint_dash.text.words import Words

Cells = Callable[[int, Mapping[str, Any], str], Mark | None]
"""(which row of a table, the row, the name of a column) -> where the number in it leads."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where the numbers of a card lead. The marks of ``title`` and ``say`` stand in the order of their text.

    What else a card's title says is drawn in its figure, and leads to the table of the same."""

    title: Sequence[Mark | None] = ()
    say: Sequence[Mark | None] = ()
    cells: Cells | None = None


NONE: Final = Numbers()


Rest = Callable[[str], Mark]
"""(a number as it is written) -> where it leads, where no mark says it."""


def answering(w: Words, said: Any, marks: Iterable[Mark | None], rest: Rest | None = None) -> Any:
    """A text (or a list of texts and bold parts) with each number that a mark says as a link of that mark.

    A number takes the first mark that is not taken and says the same; where all that do are taken, the last of them.
    """
    return _Links(w.language, [mark for mark in marks if mark], rest).of(said)


class _Links:
    def __init__(self, language: Language, marks: list[Mark], rest: Rest | None) -> None:
        self.language, self.rest = language, rest
        self.open: dict[str, list[Mark]] = {}
        for mark in marks:
            if said := key(language, mark):
                self.open.setdefault(said, []).append(mark)

    def of(self, said: Any) -> Any:
        if isinstance(said, str):
            return self._text(said)
        if isinstance(said, list | tuple):
            return [part for one in said for part in _some(self.of(one))]
        if isinstance(said, Component) and type(said) in (html.B, html.Span):
            said.children = self.of(said.children)
        return said

    def _text(self, said: str) -> Any:
        parts: list[Any] = []
        at = 0
        for token in tokens(self.language, said):
            written = said[token.start : token.end]
            if mark := self._next(token.key, written):
                parts += [said[at : token.start], number_link(written, mark)]
                at = token.end
        return [part for part in (*parts, said[at:]) if part != ""] if parts else said

    def _next(self, said: str, written: str) -> Mark | None:
        left = self.open.get(said)
        if not left:
            return self.rest(written) if self.rest else None
        return left.pop(0) if len(left) > 1 else left[0]


def _some(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [found]


def key(language: Language, mark: Mark) -> str:
    """The number that a mark says: the first after its name; "" where it says none."""
    said = mark.said.partition(": ")[2] or mark.said
    return next((token.key for token in tokens(language, said)), "")


def led(written: Any, mark: Mark | None) -> Any:
    """A number of a figure's own table as a link, told by itself where the mark tells nothing; as it is where nothing
    leads on."""
    if mark and not mark.said:
        mark = replace(mark, said=str(written))
    return number_link(written, mark) if mark else written


def number_link(written: Any, mark: Mark) -> Component:
    """A number in a sentence as a link: heard as it stands there, with what it leads to as its description."""
    return html.A(written, href=mark.href, className="number tells", **{"aria-description": mark.name})
