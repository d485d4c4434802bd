"""The workbook that is being filled: its words, its formats by role, and texts that never become formulas."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet as Worksheet  # type: ignore[import-untyped]

from akint_dash.domain.exhibit import Publication
from akint_dash.domain.text import cut
from akint_dash.exports.told import LEADS
from akint_dash.figures.template import tokens
from akint_dash.text.words import Words

FONT: Final = "Calibri"
A4: Final = 9
SPACE: Final = 0.6
"""A blank, in digits."""
SHORT: Final = 10_000
"""A text of fewer signs fits in a cell, whatever they are."""
WIDEST: Final = 1.25
"""The widest sign, in digits."""
LINE: Final = 15.0
"""Points of a line of the body's size."""


class Book:
    """What all sheets of one workbook share."""

    def __init__(self, workbook: Workbook, words: Words, publication: Publication) -> None:
        self.workbook = workbook
        self.words = words
        self.publication = publication
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._asked: dict[tuple[tuple[str, Any], ...], Format] = {}

    def format(self, **properties: Any) -> Format:
        """A format of these properties over those of the body; a colour is a role of ``assets/tokens.css``."""
        asked = tuple(properties.items())
        if asked in self._asked:
            return self._asked[asked]
        usual: dict[str, Any] = {"font_name": FONT, "font_size": 11, "font_color": "ink", "valign": "top"}
        given = usual | properties
        for name in ("font_color", "bg_color", "fg_color", "bottom_color", "top_color"):
            if name in given:
                given[name] = tokens()[given[name]]
        key = tuple(sorted(given.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(given)
        self._asked[asked] = self._formats[key]
        return self._formats[key]

    def text(self, sheet: Worksheet, row: int, at: int, text: str, **properties: Any) -> None:
        """A text, whatever it looks like: it stays text also when somebody edits the cell."""
        if text.startswith(LEADS):
            properties["quote_prefix"] = True
        shown_as = self.format(**properties)
        text = cut(text)
        if text.startswith("<r>") and text.endswith("</r>"):  # XlsxWriter would take it for XML of its own
            sheet.write_rich_string(row, at, text[:1], shown_as, text[1:], shown_as)
        else:
            sheet.write_string(row, at, text, shown_as)

    def lines(self, sheet: Worksheet, row: int, last: int, width: float, text: str, **properties: Any) -> None:
        """A text across the columns up to ``last``, ``width`` digits wide together, as high as it needs."""
        size = properties.get("font_size", 11)
        shown_as = self.format(text_wrap=True, **properties)
        sheet.merge_range(row, 0, row, last, "", shown_as)
        self.text(sheet, row, 0, text, text_wrap=True, **properties)
        wide = width * 11 / size * (0.92 if properties.get("bold") else 1.0)
        sheet.set_row(row, high(text, wide) * LINE * size / 11 + 2)

    def link(self, sheet: Worksheet, row: int, at: int, to: str, text: str, **properties: Any) -> None:
        """A text that leads to an address, or to a cell of this workbook (``internal:``)."""
        shown = {"underline": 1} | properties
        if len(to) < sheet.max_url_length:
            sheet.write_url(row, at, to, self.format(**shown), string="-")
        self.text(sheet, row, at, text, **shown)

    def printed(self, sheet: Worksheet, *, landscape: bool) -> None:
        """A4, as wide as the paper, with the mark, what it is and the page on every sheet of paper."""
        publication, w = self.publication, self.words
        sheet.set_paper(A4)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.8, 0.7)
        left, right = publication.page, publication.demonstration
        sheet.set_header(f"&L&9 {_plain(left)}&R&9 {_plain(right)}")
        foot = f"{publication.county} · {publication.data}"
        sheet.set_footer(f"&L&9 {_plain(foot)}&R&9 {w('Side {page} av {pages}', page='&P', pages='&N')}")


def is_plain(text: str) -> bool:
    """Whether a text can be written as it is: :meth:`Book.text` would do nothing more to it."""
    return len(text) < SHORT and not text.startswith(LEADS) and not text.startswith("<r>")


def conditional(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties of a rule's format: its colours are roles of ``assets/tokens.css`` too."""
    return {name: tokens()[value] if name.endswith("_color") else value for name, value in properties.items()}


def _plain(text: str) -> str:
    """A text in a head or foot of paper, where an ampersand begins a command and 255 signs are the most there are."""
    return text.replace("&", "&&")[:110].rstrip("&")


def high(text: str, width: float) -> int:
    """How many lines a text takes in a column that is so many digits wide; words are not broken, but long ones are."""
    if len(text) * WIDEST <= width and "\n" not in text:
        return 1
    total = 0
    for part in text.splitlines() or [""]:
        used, lines = 0.0, 1
        for word in part.split(" "):
            need = reach(word)
            if used and used + SPACE + need > width:
                lines, used = lines + 1, 0.0
            used += need + (SPACE if used else 0)
            if used > width:
                lines, used = lines + math.ceil(used / width) - 1, used % width
        total += lines
    return total


def reach(text: str) -> float:
    """How wide a text is, in digits of the body's type; on the safe side."""
    return sum(
        WIDEST if char.isupper() or char in "mwMW%@" else 0.6 if char in "iljtf.,:;'| " else 1.0 for char in text
    )
