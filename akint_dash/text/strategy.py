"""The strategy: its rows S1-S23, read from a file a person can edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Row:
    """One promise: the strategy's own section and sentence, the question, and the page that answers it."""

    id: str
    section: str
    sentence_nb: str
    sentence_en: str
    question_nb: str
    question_en: str
    home: str


@dataclass(frozen=True, slots=True)
class Strategy:
    """Title, period in years, who decided it, and its rows by id. Date and case number are None where not given."""

    title_nb: str
    title_en: str
    first_year: int
    last_year: int
    decided_by: str
    decided_by_en: str
    decided_on: str | None
    case_number: str | None
    rows: Mapping[str, Row]

    def known(self, ids: Iterable[str]) -> list[Row]:
        """The rows of these ids that its file has; it may have lost some."""
        return [self.rows[one] for one in ids if one in self.rows]


@lru_cache(maxsize=4)
def load(path: Path) -> Strategy:
    """Read a strategy file.

    Raises:
        OSError: the file cannot be read.
    """
    raw: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    rows = {r["id"]: Row(**{name: str(r[name]) for name in Row.__slots__}) for r in raw["rows"]}
    first, _, last = str(raw["period"]).partition("-")
    title = raw["title"]
    return Strategy(
        title_nb=title if isinstance(title, str) else title["nb"],
        title_en=str(raw.get("title_en") or (title if isinstance(title, str) else title["en"])),
        first_year=int(first),
        last_year=int(last),
        decided_by=str(raw["decided_by"]),
        decided_by_en=str(raw.get("decided_by_en", "")),
        decided_on=raw.get("date"),
        case_number=raw.get("case_number"),
        rows=MappingProxyType(rows),
    )
