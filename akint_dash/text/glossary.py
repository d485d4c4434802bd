"""The words of the dashboard: each thing has one word in bokmål and one in English (``glossary.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

FILE: Final = Path(__file__).with_name("glossary.yaml")
REST: Final = r"\w*"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing: its word in each language, the long form, and the words not used for it."""

    word: Mapping[str, str]
    full: Mapping[str, str]
    instead_of: Mapping[str, tuple[str, ...]]
    fits: Mapping[str, tuple[str, ...]]

    def not_ours(self, language: str) -> str:
        """The words not used for it, without the star of the forms they begin; a dash where there is none."""
        return ", ".join(self.instead_of[language]).replace("*", "") or "–"


@lru_cache(maxsize=1)
def glossary() -> tuple[Term, ...]:
    """Every term, in the order of the file."""
    return tuple(_term(entry) for entry in yaml.safe_load(FILE.read_text(encoding="utf-8")))


def _term(entry: Mapping[str, Any]) -> Term:
    both = ("nb", "en")
    return Term(
        word={language: entry[language] for language in both},
        full={language: entry.get(f"full_{language}", "") for language in both},
        instead_of={language: tuple(entry.get(f"not_{language}", ())) for language in both},
        fits={language: tuple(entry.get(f"fits_{language}", ())) for language in both},
    )


def strangers(said: str, language: str) -> Iterator[str]:
    """The words in ``said`` that are not the glossary's, as the glossary writes them."""
    for term in glossary():
        rest = said
        for phrase in term.fits[language]:
            rest = re.sub(re.escape(phrase), " ", rest, flags=re.IGNORECASE)
        for word in term.instead_of[language]:
            if _pattern(word).search(rest):
                yield word


@lru_cache(maxsize=512)
def _pattern(word: str) -> re.Pattern[str]:
    parts = (re.escape(part) for part in word.split("*"))
    return re.compile(rf"(?<![\w-]){REST.join(parts)}(?![\w-])", re.IGNORECASE)
