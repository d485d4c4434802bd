"""The rows of the portal's answer as calls with fields of text, whatever their JSON looks like.

Every value is a list of one, JSON may stand in a string, and where the metadata are missing the fields are at the top.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from akint_dash.importers.identities import is_placeholder
from akint_dash.importers.portal_json import results
from akint_dash.importers.portal_money import opened
from akint_dash.importers.spelling import one_line
from akint_dash.importers.texts import cleaned

MOST_DEPTH: Final = 9
"""Lists within lists that are looked into."""


@dataclass(frozen=True, slots=True)
class Call:
    """One result: its fields as lists of text, and where it stands in the file."""

    fields: Mapping[str, Any]
    number: int

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field, JSON lists in strings opened, blanks left out."""
        return tuple(text for text in map(cleaned, _texts(self.fields.get(name))) if text)

    def raw(self, name: str) -> str:
        """The text of a field as the file has it, halves of signs too."""
        return " ".join(_texts(self.fields.get(name)))

    def items(self, name: str) -> Iterator[Any]:
        """Every value of a field as the file has it."""
        value = self.fields.get(name)
        yield from value if isinstance(value, list) else (value,)

    def shown(self, name: str) -> tuple[str, ...]:
        """Every different value of a field, what is neither text nor number as the file has it."""
        items = (item for item in self.items(name) if item not in (None, "", [], {}))
        plain = (_texts(item) if isinstance(item, (str, list)) or _is_number(item) else (str(item),) for item in items)
        return tuple(dict.fromkeys(text for texts in plain for one in texts if (text := cleaned(one))))

    def named(self, *names: str) -> str:
        """The first value of the first field that tells something apart, else ``""``: no placeholder."""
        found = (values[0] for name in names if (values := self.all(name)))
        return next((one_line(value) for value in found if not is_placeholder(value)), "")

    def one(self, *names: str) -> str:
        """The first value of the first field that has one, else ``""``."""
        return next((values[0] for name in names if (values := self.all(name))), "")


def calls(path: Path) -> Iterator[Call]:
    """Every result of a saved answer, numbered from 1.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.portal_json.results`.
    """
    for number, result in enumerate(results(path), start=1):
        metadata = result.get("metadata")
        inner = metadata if isinstance(metadata, dict) else {}
        top = {name: value for name, value in result.items() if name != "metadata"}
        filled = {name: value for name, value in inner.items() if value not in (None, [], "")}
        yield Call({**top, **filled, "content": result.get("content")}, number)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _texts(value: Any, depth: int = 0) -> Iterator[str]:
    """The texts in a value: itself, the items of a list, or of a JSON list within a string.

    A list below :data:`MOST_DEPTH` others is a sign that cannot be read, so that it is told.
    """
    if isinstance(value, list):
        if depth >= MOST_DEPTH:
            yield "\N{REPLACEMENT CHARACTER}"
            return
        for one in value:
            yield from _texts(one, depth + 1)
    elif isinstance(value, str):
        if value.startswith('["'):
            inner = opened(value)
            if isinstance(inner, list):
                yield from (str(one) for one in inner)
                return
        yield value
    elif _is_number(value):
        yield str(value)
