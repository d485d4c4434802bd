"""One figure's numbers as CSV: for a Norwegian program (semicolons, decimal commas) or an English one (RFC 4180).

What the file is of stands first, in lines that begin with ``#``; then the headings and a row a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from akint_dash.domain.exhibit import Exhibit, Kind, Publication, Value
from akint_dash.exports.told import LEADS, about, explained, heads, safe, titled
from akint_dash.text.words import Words

MARK: Final = "#"
"""How a line begins that says what the file is."""
_CELL_LIKE: Final = re.compile(r",(?=[\s\"']*[" + re.escape("".join(LEADS)) + "])")
"""A comma that would make a formula's beginning the beginning of a cell, in a line that is none of the table's."""


def write(publication: Publication) -> bytes:
    """UTF-8 of the first figure, in bokmål with a mark (without it Excel reads no æ, ø and å).

    Numbers are unrounded, amounts in whole currency units with two decimals, shares from 0 to 1; missing cells are
    empty. Days are ``30.11.2026`` in bokmål, ISO 8601 in English.
    """
    words = Words(publication.language)
    exhibit = publication.exhibits[0]
    norwegian = words.language == "nb"
    told = (f"{label}: {said}" if label else said for label, said in _told(words, publication, exhibit))
    lines = [f"{MARK} {_one_line(text, norwegian=norwegian)}" for text in told]
    lines.append(line([safe(head) for head in heads(exhibit)], norwegian=norwegian))
    kinds = [column.kind for column in exhibit.columns]
    for row in exhibit.rows:
        cells = [written(kind, value, norwegian=norwegian) for kind, value in zip(kinds, row, strict=True)]
        lines.append(line(cells, norwegian=norwegian))
    return (("\ufeff" if norwegian else "") + "".join(f"{one}\r\n" for one in lines)).encode()


def line(cells: Sequence[str], *, norwegian: bool) -> str:
    """A row; a cell that begins like a line about the file is quoted too, so that who leaves those out keeps it."""
    mark = ";" if norwegian else ","
    return mark.join(_quoted(cell) if _needs_quotes(cell, mark) else cell for cell in cells) or '""'


def _needs_quotes(cell: str, mark: str) -> bool:
    return cell.startswith((MARK, " ")) or cell.endswith(" ") or any(sign in cell for sign in (mark, '"', "\r", "\n"))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _told(words: Words, publication: Publication, exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    """What the file is of: the mark first, then the figure, then what every file of a page says."""
    if publication.demonstration:
        yield "", publication.demonstration
    yield words("Funn"), titled(exhibit)
    yield words("Hva tabellen viser"), " · ".join(filter(None, [exhibit.caption, exhibit.unit]))
    if exhibit.base:
        yield "", exhibit.base
    yield from ((label, said) for label, said in about(words, publication) if said)
    for note in exhibit.notes:
        yield "", note
    for note in explained(words, exhibit):
        yield "", note
    if any(column.kind is Kind.SHARE for column in exhibit.columns):
        yield "", words("Andeler er tall fra 0 til 1.")


def _one_line(text: str, *, norwegian: bool) -> str:
    """A text on one line that no program divides so that a formula begins a cell."""
    text = re.sub(r"\s*[\r\n]+\s*", " · " if norwegian else "; ", text)
    text = " ".join(text.replace("\t", " ").replace('"', "”").split())
    return text.replace(";", ",") if norwegian else _CELL_LIKE.sub(";", text)


def written(kind: Kind, value: Value, *, norwegian: bool) -> str:
    """One cell."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}" if norwegian else value.isoformat()
    if isinstance(value, str):
        return safe(value)
    text = f"{Decimal(value):.2f}" if kind is Kind.MONEY else _plain(value)
    return text.replace(".", ",") if norwegian else text


def _plain(value: float | Decimal) -> str:
    """A number in full, with at most six decimals."""
    if isinstance(value, int):
        return str(value)
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
