"""Texts as words to be found: in any order, each the beginning of a word or inside one, codes however they are written.

A search and what it looks through are made of the same: letters folded (see ``collation``), everything but letters and
digits a single blank. ``P-0017`` is found by ``p-0017``, ``P0017`` and ``p17``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from akint_dash.domain.collation import folded

MOST_WORDS: Final = 24
"""So many words of a search are read."""
SHORT: Final = 3
"""A word of fewer letters is found at the beginning of a word only: inside words it is in nearly everything."""

_APART: Final = re.compile(r"[\W_]+")
_RUN: Final = re.compile(r"\d+|[^\W\d_]+")


def plain(text: str) -> str:
    """``text`` folded, with one blank for all that is no letter and no digit."""
    return _APART.sub(" ", folded(text)).strip()


def sought(text: str) -> tuple[str, ...]:
    """The words of a search, each once, in the order typed; one with signs inside holds blanks: ``2024 1234``."""
    found = (plain(word) for word in text.split())
    return tuple(dict.fromkeys(word for word in found if word))[:MOST_WORDS]


@lru_cache(maxsize=16)  # a code is asked for twice, one time right after the other
def code_key(text: str) -> str:
    """What is the same of a code however it is written: its letters and numbers apart, without leading zeros."""
    return "-".join(run.lstrip("0") or "0" if run[0].isdecimal() else run for run in _RUN.findall(folded(text)))


def searched(texts: Iterable[str], codes: Iterable[str] = ()) -> str:
    """What a record says, to be looked through by :func:`holds`: ``codes`` as they are written, squeezed and bare."""
    said = [plain("\n".join(texts))]
    for code in codes:
        key = code_key(code)
        said += dict.fromkeys((plain(code), plain(code).replace(" ", ""), key.replace("-", " "), key.replace("-", "")))
    return f" {' '.join(said)} "


def begins(word: str, text: str) -> bool:
    """Whether a word of :func:`sought` begins a word of a text of :func:`searched`."""
    return f" {word}" in text


def holds(word: str, text: str) -> bool:
    """Whether a word of :func:`sought` begins a word of the text, or lies inside one."""
    return word in text if len(word) >= SHORT else f" {word}" in text
