"""What files of several kinds say alike: what they are of, a table's headings, what its cells may hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from akint_dash.domain.exhibit import Exhibit, Kind, Publication
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.text import sources as of_sources
from akint_dash.text.words import Words

LEADS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for the beginning of a formula, in whatever width it is written."""


def heads(exhibit: Exhibit) -> tuple[str, ...]:
    """The headings in words, with a unit in brackets: ``Støtte (NOK)``."""
    found: list[str] = []
    for column in exhibit.columns:
        words = f"{column.words} ({column.unit})" if column.unit else column.words
        found.append(words if words not in found else f"{words} ({column.name})")
    return tuple(found)


def titled(exhibit: Exhibit) -> str:
    """The finding, after the name it stands under on the page: a finding of one instrument does not name it itself."""
    return f"{exhibit.over} · {exhibit.title}" if exhibit.over else exhibit.title


def selection(words: Words, publication: Publication, between: str = "; ") -> str:
    """What is chosen, in words."""
    chosen = between.join(f"{name}: {said}" for name, said in publication.selection)
    return chosen or words("Ingen filtre er valgt")


def chosen(words: Words, publication: Publication) -> str:
    """As :func:`selection`, in one line that says what it is."""
    return words("Valgte filtre: {selection}", selection=selection(words, publication))


def sources(words: Words, publication: Publication) -> str:
    """Whom the numbers are from, in one line that says so; "" where none is told."""
    return of_sources.told(words, publication.sources) if publication.sources else ""


def safe(text: str) -> str:
    """Text that a spreadsheet never takes for a formula, in whatever width its first sign is written."""
    return "'" + text if text.startswith(LEADS) else text


def explained(words: Words, exhibit: Exhibit) -> Iterator[str]:
    """What the cells say that are no value, and what a share is, of a table that has such."""
    cells = [cell for row in exhibit.rows for cell in row]
    if not exhibit.rows:
        yield words("Tabellen har ingen rader.")
    if None in cells:
        yield words("Tomme celler: Verdien mangler eller er ikke registrert. Det er ikke null.")
    if NOT_APPLICABLE in cells:
        yield words("{sign} betyr at raden ikke kan ha en slik verdi.", sign=NOT_APPLICABLE)
    if any(column.kind is Kind.MOMENT for column in exhibit.columns):
        yield words("Klokkeslett er norsk tid.")


def about(words: Words, publication: Publication) -> Iterator[tuple[str, str]]:
    """What a file of any kind says of itself: labels, and what stands beside them."""
    yield words("Side"), publication.page
    yield words("Valgte filtre"), selection(words, publication, "\n")
    yield words("Sett per"), words.long_date(publication.day)
    yield words("Oppdatering"), publication.data
    yield of_sources.label(words, publication.sources), words.join(list(publication.sources))
    yield words("Omfang"), publication.audience
    if publication.notes:
        yield words("Å vite om tallene"), "\n".join(publication.notes)
    yield words("Siden på nett"), publication.address
