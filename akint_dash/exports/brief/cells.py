"""An exhibit's table as a brief has it: in words, as its page writes them, with what names a row told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from akint_dash.domain.exhibit import NUMBERS, Exhibit, Kind
from akint_dash.text.values import RIGHT, table_in_words
from akint_dash.text.words import Words


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in words. ``right``: which columns stand to the right; ``keys``: those that name a row; ``spare``: those
    that can be left out where there is no room, for they hold codes and addresses."""

    heads: tuple[str, ...]
    right: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[int, ...] = (0,)
    spare: tuple[int, ...] = ()

    def columns(self, chosen: Sequence[int]) -> Grid:
        """Some of its columns, in that order."""
        return Grid(
            tuple(self.heads[at] for at in chosen),
            tuple(self.right[at] for at in chosen),
            tuple(tuple(row[at] for at in chosen) for row in self.rows),
            tuple(new for new, at in enumerate(chosen) if at in self.keys),
            tuple(new for new, at in enumerate(chosen) if at in self.spare),
        )

    def first(self, rows: int) -> Grid:
        """Its first rows."""
        return Grid(self.heads, self.right, self.rows[:rows], self.keys, self.spare)


def grid(words: Words, exhibit: Exhibit) -> Grid:
    """All rows of an exhibit. Missing is said, never left blank or 0."""
    columns, rows = table_in_words(words, exhibit.columns, exhibit.rows)
    kinds = [column.kind for column in columns]
    return Grid(
        tuple(column.words.removesuffix(f" ({column.name})") for column in columns),
        tuple(kind in RIGHT and not (kind is Kind.YEAR and at == 0) for at, kind in enumerate(kinds)),
        tuple(tuple(row) for row in rows),
        _keys(kinds),
        tuple(at for at, kind in enumerate(kinds) if at and (kind is Kind.CODE or _addresses([r[at] for r in rows]))),
    )


def _keys(kinds: Sequence[Kind]) -> tuple[int, ...]:
    """What names a row: the one or two columns that it begins with, or, where those are numbers, its first text."""
    begun = next((at for at, kind in enumerate(kinds) if kind in NUMBERS), len(kinds))
    if begun:
        return tuple(range(min(2, begun)))
    return (next((at for at, kind in enumerate(kinds) if kind is Kind.TEXT), 0),)


def _addresses(texts: Sequence[str]) -> bool:
    return any(text.startswith(("http://", "https://")) for text in texts)
