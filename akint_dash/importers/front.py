"""The first sheet of a workbook: what it holds in full, at which revision it was made, and which copy it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple

from akint_dash.domain.collecting import SENT_LABEL, Sent
from akint_dash.domain.mark import Mark
from akint_dash.domain.reading import Place, Scope
from akint_dash.domain.schema import ENTITIES, PERSON
from akint_dash.importers import cells
from akint_dash.importers.cells import Cell, fold
from akint_dash.importers.grid import GridCell
from akint_dash.importers.tables import ENTITY_OF, Found, heading_key

LABELS: Final[Mapping[str, str]] = {
    "revision": "Revisjon",
    "entities": "Omfang: ark",
    "areas": "Omfang: rådsområder",
    "mark": "Kjennemerke",
}
EVERY: Final = frozenset({"alle", "all", "allark"})


class _Line(NamedTuple):
    """What stands beside a label of the first sheet."""

    text: str
    place: Place


class Front:
    """The first sheet: labels with a value to the right."""

    def __init__(self, sheet: str, found: Found) -> None:
        self._sheet = sheet
        self._found = found
        self._lines: dict[str, _Line] = {}

    def row(self, number: int, row: Sequence[GridCell], *, hidden: bool) -> None:  # noqa: ARG002
        """A label with its value, or something for people."""
        label_at, _, label = row[0]
        beside = next((Cell(kind, raw) for at, kind, raw in row if at == label_at + 1), None)
        for name, text in (*LABELS.items(), ("sent", SENT_LABEL)):
            if heading_key(label) == heading_key(text) and name not in self._lines:
                value = cells.as_text(beside) if beside else ""
                self._lines[name] = _Line(value, Place(self._found.file, self._sheet, number, text))

    def revision(self) -> int | None:
        """The revision the workbook was made at."""
        line = self._lines.get("revision")
        if line is None or not line.text:
            return None
        if re.fullmatch(r"\d{1,9}", line.text, re.ASCII):
            return int(line.text)
        self._found.problem("bad_base_revision", line.place, line.text)
        return None

    def mark(self) -> Mark | None:
        """Which workbook this is a copy of."""
        line = self._lines.get("mark")
        return Mark.parse(line.text) if line else None

    def sent(self) -> Sent | None:
        """Which collection the workbook belongs to."""
        line = self._lines.get("sent")
        return Sent.parse(line.text) if line else None

    def scope(self) -> Scope | None:
        """What the workbook holds in full; None where it says nothing."""
        entities = frozenset(self._entities())
        return Scope(entities, frozenset(self._areas())) if entities else None

    def _entities(self) -> Iterator[str]:
        for name, place in self._listed("entities", r"[;,\n]"):
            if fold(name) in EVERY:
                yield from ENTITIES
            elif fold(name) == fold(PERSON.sheet):
                continue  # a name that is left out is not forgotten: that has its own command
            elif fold(name) in ENTITY_OF:
                yield ENTITY_OF[fold(name)].name
            else:
                near = get_close_matches(fold(name), ENTITY_OF, 1)
                self._found.problem("unknown_scope", place, name, ENTITY_OF[near[0]].sheet if near else "")

    def _areas(self) -> Iterator[str]:
        """Codes or names, which may hold a comma: what they mean is decided where the council areas are known."""
        for name, _ in self._listed("areas", r"[;\n]"):
            if fold(name) not in EVERY:
                yield cells.one_line(name)

    def _listed(self, label: str, between: str) -> Iterator[tuple[str, Place]]:
        line = self._lines.get(label)
        for part in re.split(between, line.text) if line else []:
            if line and part.strip():
                yield part.strip(), line.place
