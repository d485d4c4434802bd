"""Which of the county's themes a call fits, by the county's own editable rules, with the reason.

Pure and explainable: words are looked for, nothing is learnt or guessed. The rules are
``data/fit/rules.yaml``; :func:`rules_from` makes :class:`Rules` of what the file holds. A call's text
is folded first (case, hyphens and punctuation do not count), so a keyword is one or more words:

``word``
    that word; ``*`` stands for any letters (``cultur*``, ``*transport``)
``two words``
    next to each other, in that order
``one + other``
    both, anywhere in the text
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

HINTS_NEEDED: Final = 2
"""So many different hints make a fit; a programme that points to the theme counts as one."""

_NO_LETTER: Final = re.compile(r"[^\w*+]+|_")


@dataclass(frozen=True, slots=True)
class Fit:
    """One theme a call fits and why: the words found, and whether its programme points there."""

    theme: str
    words: tuple[str, ...]
    programme: str = ""


@dataclass(frozen=True)
class ThemeRule:
    """The rule of one theme.

    One of ``words`` is enough; of ``hints`` it takes two, or one and a programme of ``programmes``.
    A programme of ``whole`` is about this theme: no word is needed. ``unless`` are words that speak
    of something else: they are taken out of the text before this theme is looked for.
    """

    theme: str
    words: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exclusion:
    """Calls that are no task of a county, by words or by programme, save where one of ``but`` stands."""

    name: str
    words: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    but: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """All rules: the themes in order, and what is left out."""

    themes: tuple[ThemeRule, ...]
    exclusions: tuple[Exclusion, ...] = ()

    @cached_property
    def codes(self) -> frozenset[str]:
        """The themes the rules speak of."""
        return frozenset(rule.theme for rule in self.themes)


class BadRules(ValueError):
    """The rules cannot be understood: where and why."""


def fit(title: str, programme_code: str, text: str, rules: Rules, *, identifier: str = "") -> tuple[Fit, ...]:
    """The themes that a call fits, in the order of the rules; () where it fits none.

    ``programme_code`` is our code ("" where unknown), ``text`` any further words of the call, and
    ``identifier`` the source's (its parts tell missions and destinations apart).
    """
    folded = fold(f"{title} . {text}")
    programme = _Programme(programme_code.upper(), identifier.upper())
    if _excluded(folded, programme, rules.exclusions) is not None:
        return ()
    found = (_theme(rule, folded, programme) for rule in rules.themes)
    return tuple(one for one in found if one is not None)


def fold(text: str) -> str:
    """``text`` as lower-case words with single blanks between and around them."""
    return f" {' '.join(_NO_LETTER.sub(' ', text.casefold()).split())} "


def _excluded(folded: str, programme: _Programme, exclusions: Iterable[Exclusion]) -> Exclusion | None:
    """The first exclusion that a folded text or its programme falls under."""
    for one in exclusions:
        falls = programme.first(one.programmes) or _found(folded, one.words)
        if falls and not _found(folded, one.but):
            return one
    return None


@dataclass(frozen=True, slots=True)
class _Programme:
    """A programme as rules name it: by our code or one it begins with, or by identifier."""

    code: str
    identifier: str

    def first(self, patterns: Sequence[str]) -> str:
        """The first of ``patterns`` it answers to, else ""; ``*`` stands for anything."""
        return next((one for one in patterns if self._is(one.upper())), "")

    def _is(self, pattern: str) -> bool:
        if "*" in pattern:
            return _glob(pattern).fullmatch(self.identifier) is not None
        return any(said == pattern or said.startswith(f"{pattern}-") for said in (self.code, self.identifier))


def _theme(rule: ThemeRule, folded: str, programme: _Programme) -> Fit | None:
    for head, pattern in (part for keyword in _compiled(rule.unless) for part in keyword):
        if head in folded:
            folded = pattern.sub(" ", folded)
    words = _found(folded, rule.words)
    whole, points = programme.first(rule.whole), programme.first(rule.programmes)
    if words or whole:
        return Fit(rule.theme, words or _found(folded, rule.hints), whole)
    hints = _found(folded, rule.hints)
    enough = len(hints) + bool(points) >= HINTS_NEEDED
    return Fit(rule.theme, hints, points) if hints and enough else None


def _found(folded: str, keywords: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the text that the keywords match, each once."""
    found: dict[str, None] = {}
    for keyword in _compiled(keywords):
        for head, _ in keyword:
            if head not in folded:
                break
        else:
            parts = [pattern.search(folded) for _, pattern in keyword]
            if all(parts):
                found[" … ".join(part[0].strip() for part in parts if part)] = None
    return tuple(found)


@lru_cache(maxsize=256)
def _compiled(keywords: tuple[str, ...]) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    """For each keyword its parts: a piece of text that must be there, and the pattern.

    The piece is there to be fast: nearly every keyword is missing in nearly every call.
    """
    folded = ([part for part in (fold(one).strip() for one in keyword.split(" + ")) if part] for keyword in keywords)
    return tuple(tuple((_head(part), _pattern(part)) for part in parts) for parts in folded)


def _head(part: str) -> str:
    """The longest piece of ``part`` without a star, blanks at its outer ends included."""
    return max(f" {part} ".split("*"), key=len)


def _pattern(part: str) -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in part.split())
    return re.compile(rf"(?<= ){' '.join(words)}(?= )")


@lru_cache(maxsize=1024)
def _glob(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*", ".*"))


# -- from the file


def rules_from(found: Any) -> Rules:
    """The rules that ``rules.yaml`` holds, read as plain lists and mappings.

    ``themes``: code to ``words``, ``hints``, ``unless`` (each ``nb`` and ``en``, or one list),
    ``programmes``, ``whole``. ``exclusions``: name to ``words``, ``programmes``, ``but``.

    Raises:
        BadRules: something stands there that no rule knows.
    """
    whole = _mapping(found, "rules", ("themes", "exclusions"))
    themes = tuple(
        ThemeRule(str(code), **_lists(given, f"themes/{code}", _THEME_KEYS))
        for code, given in _mapping(whole.get("themes"), "themes").items()
    )
    exclusions = tuple(
        Exclusion(str(name), **_lists(given, f"exclusions/{name}", _EXCLUSION_KEYS))
        for name, given in _mapping(whole.get("exclusions"), "exclusions").items()
    )
    return Rules(themes, exclusions)


_THEME_KEYS: Final = ("words", "hints", "unless", "programmes", "whole")
_EXCLUSION_KEYS: Final = ("words", "programmes", "but")


def _mapping(found: Any, where: str, keys: Sequence[str] = ()) -> Mapping[str, Any]:
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise BadRules(f"{where}: a mapping is expected")
    unknown = [str(key) for key in found if keys and key not in keys]
    if unknown:
        raise BadRules(f"{where}: unknown {', '.join(unknown)}; known: {', '.join(keys)}")
    return found


def _lists(found: Any, where: str, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    given = _mapping(found, where, keys)
    return {key: _words(value, f"{where}/{key}") for key, value in given.items()}


def _words(found: Any, where: str) -> tuple[str, ...]:
    """A list of keywords, or one for each language, put together."""
    if isinstance(found, dict):
        both = _mapping(found, where, ("nb", "en"))
        return tuple(word for value in both.values() for word in _words(value, where))
    if found is None:
        return ()
    if not isinstance(found, list) or not all(_is_keyword(one) for one in found):
        raise BadRules(f"{where}: a list of words is expected")
    return tuple(found)


def _is_keyword(found: Any) -> bool:
    """Whether every part of a keyword has a letter or digit to look for."""
    return isinstance(found, str) and all(fold(part).strip(" *+") for part in found.split(" + "))
