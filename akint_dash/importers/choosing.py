"""The choice of a vocabulary that a person means.

A word is understood where exactly one choice can be meant: its code, its bokmål or English word, a synonym
(:mod:`akint_dash.domain.synonyms`), or one of these in another gender, number or degree (``internt``, ``avslåtte``,
``networks``). All else is only suggested.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.synonyms import MAY_BE, SYNONYMS
from akint_dash.importers.spelling import fold

_ENDINGS: Final = ("ene", "ede", "er", "en", "et", "te", "s", "e", "t", "a")
_STEM: Final = 3


def choice_of(vocabulary: str, raw: str) -> str | None:
    """The code that ``raw`` means in a vocabulary; None where none or several can be meant."""
    word = fold(raw).rstrip(".")
    exact, stems = _words(vocabulary)
    if word in MAY_BE.get(vocabulary, {}) and word not in exact:
        return None
    return exact.get(word) or stems.get(_stem(word))


def similar_choices(vocabulary: str, raw: str) -> list[str]:
    """Codes that ``raw`` may be meant for, most likely first; none where nothing is near."""
    word = fold(raw)[:60].rstrip(".")
    exact, _ = _words(vocabulary)
    hinted = MAY_BE.get(vocabulary, {}).get(word, "").split()
    near = [exact[one] for one in get_close_matches(word, exact, n=5, cutoff=0.7)]
    held = [code for known, code in exact.items() if len(word) > _STEM and word in known]
    return list(dict.fromkeys([*hinted, *near, *held]))[:3]


@cache
def _words(vocabulary: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Folded word -> code, and stem -> code of those that one choice alone has.

    Where two would clash the code itself wins, then bokmål, then English, then the synonyms.
    """
    exact: dict[str, str] = {}
    for word, code in _all_words(vocabulary):
        exact.setdefault(word, code)
    stems: dict[str, set[str]] = defaultdict(set)
    for word, code in exact.items():
        stems[_stem(word)].add(code)
    return exact, {stem: codes.pop() for stem, codes in stems.items() if len(codes) == 1}


def _all_words(vocabulary: str) -> Iterator[tuple[str, str]]:
    choices = CHOICES[vocabulary]
    yield from ((fold(code), code) for code in choices)
    yield from ((fold(norwegian), code) for code, (norwegian, _) in choices.items())
    yield from ((fold(english), code) for code, (_, english) in choices.items())
    for code, words in SYNONYMS.get(vocabulary, {}).items():
        yield from ((fold(word), code) for word in words.split("|"))


def _stem(word: str) -> str:
    """``word`` without the ending of gender, number and degree."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word
