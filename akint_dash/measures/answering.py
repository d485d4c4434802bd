"""What a search answers with: the records that hold its words inside what was understood, and what was not found.

No word is left out in silence: one that no record holds is told (``dropped``), and so are words that are found each by
itself and never together (``alone``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from akint_dash.domain.searching import sought
from akint_dash.measures.offers import Offer, allowed
from akint_dash.measures.scope import Scope
from akint_dash.measures.search import ORDER, Hit, find, grouped, known
from akint_dash.measures.understanding import PLACES, SELECTS, Names, Understood


@dataclass(frozen=True, slots=True)
class Found:
    """``hits`` by kind, the best first; ``sought`` is what they hold. ``dropped`` no record holds at all; ``alone`` are
    words that records hold, with how many, where none holds them together."""

    hits: Mapping[str, Sequence[Hit]]
    sought: tuple[str, ...]
    dropped: tuple[str, ...]
    alone: tuple[tuple[str, int], ...]

    @property
    def n(self) -> int:
        """How many records."""
        return sum(map(len, self.hits.values()))


def answer(scope: Scope, found: Understood, readings: Sequence[Offer]) -> Found:
    """The records for what was typed; ``readings`` are its offers."""
    portfolio = scope.portfolio
    dropped = tuple(word for word in found.rest if not all(known(portfolio, one) for one in sought(word)))
    kept = tuple(word for word in found.rest if word not in dropped)
    named = tuple(word for part in found.parts if _is_text(part.meanings) for word in part.said.split())
    words = sought(" ".join((*named, *kept)))
    hits = {(hit.entity, hit.code): hit for hit in find(portfolio, words)}
    narrowing = any(meaning.sort in SELECTS or meaning.sort == "thing" for p in found.parts for meaning in p.meanings)
    left = sought(" ".join((*found.typed(PLACES), *kept)))
    if narrowing and left:
        for reading in readings:
            for hit in find(portfolio, left, allowed(scope, reading, ORDER)):
                hits.setdefault((hit.entity, hit.code), hit)
        words = left
    alone = tuple((word, len(find(portfolio, sought(word)))) for word in kept) if not hits and len(kept) > 1 else ()
    return Found(grouped(tuple(hits.values())), words, dropped, alone)


def _is_text(meanings: Sequence[Any]) -> bool:
    return not {meaning.sort for meaning in meanings} <= {"least", "window", "idle"}


def nearest(names: Names, word: str) -> str:
    """The word of a name that is most like one that means nothing; "" where none is like it."""
    wanted = sought(word)
    like = get_close_matches(wanted[0], names.by_word, n=1, cutoff=0.8) if wanted else []
    return (
        next(
            (part for name in names.by_word[like[0]] for part in name.written.split() if sought(part) == (like[0],)), ""
        )
        if like
        else ""
    )
