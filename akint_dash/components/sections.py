"""What a record's sheet says in its sections, as plain tables that every file can write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dash.development.base_component import Component

from akint_dash.components.reading import classes, elements, inside, kind, words_of
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Column, Exhibit, Kind, Value

RECORDS: Final = "/post/<slag>/<post>"
"""The pattern of the addresses of records' sheets."""
ON_SCREEN: Final = frozenset({"edit", "no-paper"})
"""Ways to change a record, and what is said of them: on no paper and in no file."""
Rows = tuple[tuple[Value, ...], ...]


def sections(view: View, stands: Sequence[Component]) -> tuple[Exhibit, ...]:
    """A table for each section that has anything to list, the log last; ``stands`` are the elements of the page."""
    some = [one for one in stands if kind(one) == "Section" and "card" in classes(one)]
    some.sort(key=lambda one: any(kind(part) == "Ol" for part in inside(one)))
    made = (_section(view, one, f"del-{number}") for number, one in enumerate(some, 1))
    return tuple(one for one in made if one is not None)


def _section(view: View, section: Component, key: str) -> Exhibit | None:
    title, *rest = inside(section)
    heads, rows = _table(view, rest)
    if not rows:
        return None
    notes = tuple(line_of(one) for one in rest if kind(one) == "P" and not {"remark", *ON_SCREEN} & set(classes(one)))
    named = _title(title)
    return Exhibit(key, named, named, _columns(heads), rows, notes=notes)


def _title(heading: Component) -> str:
    """A section's heading without how many it lists."""
    return words_of([one for one in inside(heading) if not (isinstance(one, Component) and "note" in classes(one))])


def _columns(heads: Sequence[str]) -> tuple[Column, ...]:
    """No two headings are alike."""
    words = [head if head not in heads[:at] else f"{head} ({at + 1})" for at, head in enumerate(heads)]
    return tuple(Column(f"c{at}", one, Kind.TEXT) for at, one in enumerate(words, 1))


def _table(view: View, rest: Sequence[Any]) -> tuple[list[str], Rows]:
    """The headings and rows of what a section lists: a table, labels and values, a log, or names by kind."""
    w = view.words
    for one in rest:
        if kind(one) == "Table":
            lines = [
                tuple(line_of(cell) for cell in inside(row) if cell is not None)
                for row in elements(one)
                if kind(row) == "Tr"
            ]
            return list(lines[0]), tuple(lines[1:])
        if kind(one) == "Dl":
            return [w("Opplysning"), w("Verdi")], tuple(_pairs(one))
        if kind(one) == "Ol":
            return [w("Dato"), w("Hva")], tuple(_log(one))
    grouped = tuple(_grouped(rest))
    if any(group for group, _ in grouped):
        return [w("Slag"), w("Registrering")], grouped
    return [w("Registrering")], tuple((name,) for _, name in grouped)


def _pairs(listed: Component) -> Iterator[tuple[str, str]]:
    for line in inside(listed):
        label, *values = [one for one in inside(line) if one is not None and not ON_SCREEN & set(classes(one))]
        yield line_of(label), line_of(values)


def _log(listed: Component) -> Iterator[tuple[str, str]]:
    for item in inside(listed):
        day, *told = inside(item)
        yield line_of(day), words_of([_happened(one) for part in told for one in inside(part)])


def _happened(one: Any) -> str:
    """A part of an entry of the log: which update it was stands in brackets, what it changed after a colon."""
    said = _told(one)
    return {"Small": f"({said})", "Dl": f":{said}"}.get(kind(one), said)


def _grouped(rest: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """The kind and the name of each item of the lists, folded ones too; remarks stand alone."""
    group = ""
    for one in elements(list(rest)):
        if kind(one) == "H3":
            group = _title(one)
        elif kind(one) == "Li" or (kind(one) == "P" and "remark" in classes(one)):
            yield group, line_of(one)


def line_of(content: Any) -> str:
    """As :func:`words_of`, with a sign between what stands on lines of its own."""
    return words_of([_told(one) for one in (content if isinstance(content, list) else [content])])


def _told(one: Any) -> str:
    if not isinstance(one, Component):
        return "" if one is None else str(one)
    if "unseen" in classes(one):
        return ""
    parts = [_told(child) for child in inside(one)]
    if kind(one) in ("Ul", "Ol"):
        return "; ".join(parts)
    if kind(one) == "Dl":
        return " " + "; ".join(": ".join(_told(part) for part in inside(line)) for line in inside(one))
    return "".join(parts)
