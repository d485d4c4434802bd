"""How like the calls that fit a call is: by the words of title and description, by identifier and programme.

The weights (``data/fit/start.csv``) are learnt from the labels of ``data/fit`` by ``python -m benchmarks.fit --learn``;
the county's own confirmed calls and those it has applied to are compared by the same words.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

RULE_WEIGHT: Final = 2.0
"""What a theme found by the rules adds (log odds): chosen below what labels the rules were tuned to would give."""
BASE: Final = -1.0
"""Log odds of a call of which nothing is known: fewer than one in three fit."""
LIKE_WEIGHT: Final = 3.0
"""What full likeness to a call of the county's own adds (log odds)."""
IDENTIFIER_WEIGHT: Final = 0.5
"""The parts of identifier and programme beside the words of the title: they say less of calls from new programmes."""
DESCRIPTION_WEIGHT: Final = 1.5
"""The words of the description beside those of the title."""
COMMON: Final = 0.1
"""So alike are any two descriptions of the portal: that much likeness says nothing."""
DESCRIPTION_MARK: Final = "~"
"""How a word of a description is told from the same word in a title."""

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SAYS_NOTHING: Final = (
    "the of and in for to on an with from by at into as its their or is are be through towards "
    "og av til med den det som en et på"
)
_PLAIN: Final = frozenset(_SAYS_NOTHING.split())


@dataclass(frozen=True)
class Start:
    """What the words are worth before the county has said anything: rarity and weight by word."""

    rarity: Mapping[str, float] = field(default_factory=dict)
    weight: Mapping[str, float] = field(default_factory=dict)
    base: float = 0.0

    @cached_property
    def rarest(self) -> float:
        """The rarity of a word never seen."""
        return max((value for word, value in self.rarity.items() if word[0] != DESCRIPTION_MARK), default=1.0)


def terms(title: str) -> list[str]:
    """The words of a text that say something, in one form for one and many."""
    found = _WORD.findall(title.casefold())
    return [w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in found if w not in _PLAIN]


def parts(identifier: str, programme: str) -> list[str]:
    """The parts of an identifier that are no numbers, and the programme with what it belongs to."""
    own = [f"#{part.upper()}" for part in identifier.split("-") if part and not part.isdigit()]
    line = programme.split("-") if programme else []
    return own + [f"@{'-'.join(line[: n + 1])}" for n in range(len(line))]


def features(title: str, identifier: str, programme: str, start: Start) -> dict[str, float]:
    """The call as weights by word (length 1) and by part of the identifier (length 0.5)."""
    heads = _lengths(parts(identifier, programme), start, IDENTIFIER_WEIGHT)
    return _lengths(terms(title), start, 1.0) | heads


def described(description: str, start: Start) -> dict[str, float]:
    """A description as weights by the words ``start`` knows of descriptions (length 1); {} where it has none."""
    counted = Counter(terms(description))
    raw = {
        f"{DESCRIPTION_MARK}{word}": (1 + math.log(n)) * rarity
        for word, n in counted.items()
        if (rarity := start.rarity.get(f"{DESCRIPTION_MARK}{word}")) is not None
    }
    norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {token: value / norm for token, value in raw.items()}


def _lengths(tokens: Iterable[str], start: Start, length: float) -> dict[str, float]:
    rarest = start.rarest
    raw = {token: start.rarity.get(token, rarest) for token in tokens}
    norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {token: length * value / norm for token, value in raw.items()}


Index = Mapping[str, Sequence[tuple[str, float]]]
"""Word -> the calls whose titles have it, each with its weight."""


def indexed(some: Mapping[str, Mapping[str, float]]) -> Index:
    """The features of several calls, by the words of their titles."""
    found: dict[str, list[tuple[str, float]]] = {}
    for name, own in some.items():
        for token, value in own.items():
            if token[0] not in "#@":
                found.setdefault(token, []).append((name, value))
    return found


def alike(one: Mapping[str, float], index: Index) -> dict[str, float]:
    """How alike each call of ``index`` is to ``one`` by its title, 0-1; those without a word in common are left out."""
    shared: dict[str, float] = {}
    for token, value in one.items():
        for other, weight in index.get(token, ()):
            shared[other] = min(shared.get(other, 0.0) + value * weight, 1.0)
    return shared


def odds(found: Mapping[str, float], start: Start) -> float:
    """What the words say (log odds), beside the base."""
    return sum(value * start.weight.get(token, 0.0) for token, value in found.items())


def score(words: float, start: Start, *, by_rule: bool, like: float = 0.0) -> float:
    """0-1: how likely the call fits, by its ``words`` (:func:`odds`), the rules and its likeness to our own."""
    return 1 / (1 + math.exp(-(BASE + start.base + words + RULE_WEIGHT * by_rule + LIKE_WEIGHT * like)))


def read_start(lines: Iterable[str]) -> Start:
    """The weights of ``start.csv``: columns word, rarity, weight; the row without a word is the base.

    Raises:
        ValueError: a row is no word with two numbers.
    """
    rarity: dict[str, float] = {}
    weight: dict[str, float] = {}
    base = 0.0
    for row in csv.DictReader(lines):
        try:
            word, value = row["word"], float(row["weight"])
            if word:
                rarity[word], weight[word] = float(row["rarity"]), value
            else:
                base = value
        except (KeyError, TypeError) as error:
            raise ValueError("start.csv: word, rarity and weight are expected") from error
    return Start(rarity, weight, base)
