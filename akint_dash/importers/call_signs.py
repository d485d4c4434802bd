"""What tells one call from another: identifier, titles, kind, address, dates, folded for comparison."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from akint_dash.importers.identities import folded_identifier
from akint_dash.importers.spelling import fold, one_line
from akint_dash.importers.trust import HELD

_NUMBERS: Final = re.compile(r"\d+", re.ASCII)
_TOPIC_PAGE: Final = "topic-details"


@dataclass
class Call:
    """What counts of one call. ``titles`` begins with the present one."""

    code: str
    identifier: str
    titles: list[str]
    kind: str = ""
    address: str = ""
    opening: str = ""
    budget: Any = None
    keys: frozenset[tuple[str, str]] = frozenset()
    days: set[Any] = field(default_factory=set)
    coded: bool = False
    """Has no identifier, and no source said that it has none: its code is it."""

    @classmethod
    def of(cls, code: str, values: Mapping[str, Any], refs: Sequence[Sequence[str]]) -> Call:
        """The call of a record's or a draft's values and references."""
        identifier = str(values.get("identifier") or "")
        own = [fold(key) for _, key in refs if "|" in key]
        past = [key.partition("|")[2] for key in own]
        coded = not identifier and not any(key.startswith("|") for _, key in refs)
        return cls(
            code,
            folded_identifier(code if coded else identifier),
            [fold(str(values.get("title") or "")), *past],
            str(values.get("kind") or ""),
            folded_address(str(values.get("address") or "")),
            str(values.get("opening") or ""),
            values.get("budget"),
            frozenset((source, fold(key)) for source, key in refs if "|" not in key and key[:1] != HELD),
            coded=coded,
        )

    @property
    def identity(self) -> tuple[str, ...]:
        """Two rows of one file that agree in this are the same call told twice."""
        return self.identifier, self.titles[0], self.kind, self.address

    @cached_property
    def numbers(self) -> list[str]:
        """The numbers in the title: call 1 is not call 2."""
        return [number.lstrip("0") for number in _NUMBERS.findall(self.titles[0])]

    @property
    def signs(self) -> list[tuple[str, str]]:
        """What one that has no identifier may be found by."""
        dated = f"{self.opening} {self.budget}" if self.opening and self.budget is not None else ""
        signs = (("title", self.titles[0]), ("address", self.address), ("dated", dated))
        return [sign for sign in signs if sign[1]]

    def dated(self, other: Call) -> int:
        """How many of opening, deadlines and budget agree."""
        opening = bool(self.opening) and self.opening == other.opening
        return opening + bool(self.days & other.days) + (self.budget is not None and self.budget == other.budget)


def is_topic_page(address: str) -> bool:
    """Whether a folded address is the page of a topic, which its cascade calls may have too."""
    return _TOPIC_PAGE in address


def folded_address(address: str) -> str:
    """An address for comparison: without protocol, ``www``, query, last slash and case."""
    bare = fold(one_line(address)).partition("#")[0].partition("?")[0]
    return re.sub(r"^https?://(www\.)?", "", bare).rstrip("/")
