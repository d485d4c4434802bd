"""The one mechanism of history: changes between two states, and how to apply and un-apply them.

A record is a plain mapping of column to value (JSON values only; see :mod:`akint_dash.domain.schema`), without the
columns that are missing. ``unapply(apply(state, changes), changes) == state`` holds for every list made by
:func:`diff`; a property test keeps it true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

Value = str | int | float | bool | list[list[str | int | None]] | list[list[str]]
Values = Mapping[str, Value]
State = Mapping[str, Mapping[str, Values]]
"""entity -> code -> record."""

SOURCE_REFS: Final = "source_refs"
"""The key under which a record keeps its ``[source, source_key]`` pairs."""

DEMONSTRATION: Final = "demonstration"
"""The key that marks an invented record."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after. ``before`` None: it came; ``after`` None: it was closed."""

    entity: str
    code: str
    before: Values | None
    after: Values | None

    @property
    def sort(self) -> str:
        """``added``, ``changed`` or ``closed``."""
        if self.before is None:
            return "added"
        return "closed" if self.after is None else "changed"

    def reverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.entity, self.code, self.after, self.before)


def clean(values: Mapping[str, Value | None]) -> dict[str, Value]:
    """Drop what is missing, so that two equal records are equal mappings."""
    return {key: value for key, value in values.items() if value is not None and value != []}


def apply(state: State, changes: Iterable[Change]) -> dict[str, dict[str, Values]]:
    """``state`` with ``changes`` made. Entities left empty are dropped.

    Raises:
        ValueError: a change does not start from what the state holds.
    """
    result = {entity: dict(records) for entity, records in state.items()}
    for change in changes:
        records = result.setdefault(change.entity, {})
        if records.get(change.code) != change.before:
            raise ValueError(f"{change.entity} {change.code} is not as the change found it")
        if change.after is None:
            del records[change.code]
        else:
            records[change.code] = change.after
    return {entity: records for entity, records in result.items() if records}


def unapply(state: State, changes: Iterable[Change]) -> dict[str, dict[str, Values]]:
    """``state`` as it was before ``changes``, the last one taken back first."""
    return apply(state, [change.reverse() for change in reversed(list(changes))])
