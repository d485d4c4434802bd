"""What the words of each call say, and how like it is to calls that the county confirmed, aims at or dismissed.

Two calls that both have a description are compared by it, others by their titles: descriptions tell far more
(``benchmarks/FIT.md``). What was made of a text is remembered, for a new revision changes few of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from akint_dash.domain.history import Values
from akint_dash.domain.kept import kept
from akint_dash.domain.likeness import (
    COMMON,
    DESCRIPTION_MARK,
    DESCRIPTION_WEIGHT,
    Start,
    alike,
    described,
    features,
    indexed,
    odds,
    read_start,
)
from akint_dash.measures.fit_decisions import decided, dismissed
from akint_dash.settings import data_folder
from akint_dash.store.portfolio import Portfolio

REMEMBERED: Final = 40_000
"""So many texts are kept."""
LIKE: Final = 0.3
"""Calls less alike than this are not alike at all."""
EXAMPLES: Final = 300
"""So many calls of the county's own are compared with, the last by code."""


@dataclass(frozen=True, slots=True)
class Text:
    """A call's words: ``title`` as weights by word and by part of the identifier, ``says`` what they and the
    description's say (log odds), ``places`` and ``values`` the description's weights by place in the list of words
    (both empty where it has none)."""

    title: Mapping[str, float]
    says: float
    places: npt.NDArray[np.int32]
    values: npt.NDArray[np.float32]


class Texts:
    """Makes :class:`Text` of a record with what the words are worth."""

    def __init__(self, start: Start) -> None:
        self.start = start
        of_descriptions = sorted(word for word in start.rarity if word[0] == DESCRIPTION_MARK)
        self._place = {word: place for place, word in enumerate(of_descriptions)}
        self._known: dict[bytes, Text] = {}

    @property
    def width(self) -> int:
        """How many words of descriptions are known."""
        return len(self._place)

    def of(self, values: Values) -> Text:
        """The words of a record of ``call``."""
        said = [str(values.get(name, "")) for name in ("title", "identifier", "programme", "description")]
        key = blake2b("\x1f".join(said).encode("utf-8", "replace"), digest_size=16).digest()
        if key not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[key] = self._made(*said)
        return self._known[key]

    def _made(self, title: str, identifier: str, programme: str, description: str) -> Text:
        short = features(title, identifier, programme, self.start)
        long = described(description, self.start)
        says = odds(short, self.start) + DESCRIPTION_WEIGHT * odds(long, self.start)
        places = np.array([self._place[word] for word in long], dtype=np.int32)
        return Text(short, says, places, np.array(list(long.values()), dtype=np.float32))


class Examples:
    """Calls that others are compared with."""

    def __init__(self, some: Mapping[str, Text], width: int) -> None:
        self._titles = indexed({name: text.title for name, text in some.items()})
        self._names = [name for name, text in some.items() if len(text.places)]
        self._rows = np.zeros((len(self._names), width), dtype=np.float32)
        for row, name in enumerate(self._names):
            self._rows[row, some[name].places] = some[name].values

    def nearest(self, text: Text, name: str) -> tuple[float, str]:
        """How alike the most alike other call is (0-1) and which; (0, "") where none is alike."""
        like = alike(text.title, self._titles)
        if len(text.places):
            close = np.clip((self._rows[:, text.places] @ text.values - COMMON) / (1 - COMMON), 0, 1)
            like |= dict(zip(self._names, close.tolist(), strict=True))
        like.pop(name, None)
        best = max(((value, other) for other, value in like.items()), default=(0.0, ""))
        return best if best[0] >= LIKE else (0.0, "")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The texts, and the calls that count for and against."""

    texts: Texts
    own: Examples
    refused: Examples


def likeness(portfolio: Portfolio) -> Likeness:
    """The county's own calls (confirmed, or aimed at by a project), and those dismissed by an area and neither."""
    texts, records = county_texts(), portfolio.records("call")
    aims = {str(values.get("call", "")) for values in portfolio.records("project").values()}
    own = [code for code, values in records.items() if code in aims or decided(values, "confirmed_areas")]
    no = [code for code, v in records.items() if decided(v, "dismissed_areas") and not decided(v, "confirmed_areas")]
    refused = [code for code in no if code not in aims and dismissed(portfolio, code)]
    return Likeness(
        texts,
        *(
            Examples({code: texts.of(records[code]) for code in chosen[-EXAMPLES:]}, texts.width)
            for chosen in (own, refused)
        ),
    )


def county_texts(folder: Path | None = None) -> Texts:
    """What words are worth before the county has confirmed a call, read again when the file changes.

    Raises:
        ValueError: the file cannot be understood.
    """
    file = (folder or data_folder()) / "fit" / "start.csv"
    try:
        return _read(file)
    except FileNotFoundError:
        return _none()


@kept
def _read(file: Path) -> Texts:
    with file.open(encoding="utf-8", newline="") as lines:
        return Texts(read_start(lines))


@lru_cache(maxsize=1)
def _none() -> Texts:
    return Texts(Start())
