"""Texts of an Office Open XML workbook: in pieces, in runs, escaped, shared between cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from akint_dash.importers.grid import MAX_CELL_TEXT
from akint_dash.importers.package import Part

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Pieces(Part):
    """Gathers text in pieces, without the phonetic guides of East Asian text."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._taking = self._phonetic = False

    def start(self, name: str, _: Mapping[str, str]) -> None:
        """Text begins, or a guide."""
        if name == "rPh":
            self._phonetic = True
        elif name in ("t", "v"):
            self._taking = not self._phonetic

    def end(self, name: str) -> None:
        """It ends."""
        if name == "rPh":
            self._phonetic = False
        elif name in ("t", "v"):
            self._taking = False

    def text(self, data: str) -> None:
        """Characters, kept where they are text."""
        if self._taking:
            self._pieces.append(data)

    def gathered(self) -> str:
        """The text since the last time it was asked for."""
        found = "".join(self._pieces)
        self._pieces.clear()
        return found


class Strings(Pieces):
    """The shared strings."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[str] = []

    def end(self, name: str) -> None:
        """A string is whole."""
        super().end(name)
        if name == "si":
            self.all.append(unescaped(self.gathered()))


def unescaped(text: str) -> str:
    """``text`` with ``_x000D_`` and its like as characters."""
    text = text[: MAX_CELL_TEXT + 1]
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
