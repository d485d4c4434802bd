"""Search across everything: records that hold all the words, in any order, the best first.

A word is found where it begins a word of the record, or lies inside one; in the record's own words, or in the names of
the places and bodies that it is tied to. What is looked through is prepared once a snapshot (see ``searching``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from typing import Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import Values
from akint_dash.domain.references import NAMED_THROUGH, references
from akint_dash.domain.schema import ENTITIES, Sort
from akint_dash.domain.searching import SHORT, begins, code_key, holds, plain, searched
from akint_dash.measures.memo import once
from akint_dash.store.portfolio import Portfolio

ORDER: Final = (
    "region", "area", "cooperation", "project", "dossier", "membership", "activity", "organisation", "call", "actor",
    "participation", "goal", "programme", "result", "post", "need", "offer", "municipality", "theme",
)  # fmt: skip
"""What is searched, in the order shown where hits are equally good."""

LEADING: Final = frozenset({"region", "organisation", "cooperation", "actor", "programme", "municipality"})
"""What records are tied to by name: a hit there brings them, last."""
_NOT_TIED: Final = frozenset({"parent", "replaced_by", "successor"})

_NAMES: Final = ("name", "name_nb", "name_en", "name_short", "name_short_en", "name_long", "title", "title_en")
_OWN: Final = (
    *_NAMES, "words", "words_en", "summary", "summary_en", "acronym", "addressee", "addressee_en", "decision",
    "decision_en",
)  # fmt: skip
_CODES: Final = (
    "identifier", "celex", "com", "procedure", "organisation_number", "project_number", "nuts", "case_number",
)  # fmt: skip
_KINDS: Final = ("kind", "stage", "sector", "role")
"""Choices whose words are found like what a record is tied to."""


class Rank(IntEnum):
    """How well a record answers, the best first."""

    CODE = 0
    NAME = 1
    NAME_BEGINS = 2
    WORD_BEGINS = 3
    INSIDE = 4
    TIED = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found; ``lacking`` are words that it does not hold itself (see :func:`through`)."""

    entity: str
    code: str
    rank: Rank
    lacking: tuple[str, ...] = ()


@dataclass(slots=True)
class _Texts:
    """The texts of one kind: ``own`` of the record, ``whole`` with what it is tied to."""

    codes: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Index:
    texts: Mapping[str, _Texts]
    keys: Mapping[str, Sequence[tuple[str, str]]]
    """What is the same of a code however it is written, and the records that have it."""
    named: frozenset[tuple[str, str]]
    """What any record names, with what that is part of."""


def grouped(hits: Sequence[Hit]) -> dict[str, list[Hit]]:
    """Hits by kind: the kind with the best hit first, in each the best first."""
    groups: dict[str, list[Hit]] = defaultdict(list)
    for hit in sorted(hits, key=_better):
        groups[hit.entity].append(hit)
    return dict(groups)


def _better(hit: Hit) -> tuple[int, int, str]:
    return hit.rank, ORDER.index(hit.entity), hit.code


def find(portfolio: Portfolio, words: Sequence[str], within: Mapping[str, frozenset[str]] | None = None) -> list[Hit]:
    """The records that hold every word (of :func:`sought`), the best first; of those of ``within`` alone, where it is
    given. No word finds nothing."""
    if not words:
        return []
    index = _prepared(portfolio)
    exact = _exact(index, words)
    found = [
        _hit(portfolio, entity, texts, at, words, exact)
        for entity, texts in index.texts.items()
        if within is None or entity in within
        for at in _rows(texts, words)
        if within is None or texts.codes[at] in within[entity]
    ]
    seen = {(hit.entity, hit.code) for hit in found}
    found += [
        Hit(entity, code, Rank.CODE)
        for entity, code in _whole(index, words) - seen
        if within is None or code in within.get(entity, ())
    ]
    return sorted(found, key=_better)


def known(portfolio: Portfolio, word: str) -> bool:
    """Whether any record holds a word at all."""
    index = _prepared(portfolio)
    return any(holds(word, text) for texts in index.texts.values() for text in texts.whole) or bool(
        _whole(index, (word,))
    )


def _rows(texts: _Texts, words: Sequence[str]) -> Sequence[int]:
    """The rows that hold every word; the longest word, which the fewest hold, is looked for first."""
    rows: Sequence[int] = range(len(texts.whole))
    for word in sorted(words, key=len, reverse=True):
        wanted, whole = word if len(word) >= SHORT else f" {word}", texts.whole
        rows = [at for at in rows if wanted in whole[at]]
    return rows


def _exact(index: _Index, words: Sequence[str]) -> set[tuple[str, str]]:
    """The records whose code is one of the words, or all of them together."""
    return {record for word in words for record in index.keys.get(code_key(word), ())} | _whole(index, words)


def _whole(index: _Index, words: Sequence[str]) -> set[tuple[str, str]]:
    """The records whose code all the words are, written together or apart: ``COM 2021 554``, ``974 706 806``."""
    joined = " ".join(words)
    return {r for key in (code_key(joined), code_key(joined.replace(" ", ""))) for r in index.keys.get(key, ())}


def _hit(
    portfolio: Portfolio, entity: str, texts: _Texts, at: int, words: Sequence[str], exact: set[tuple[str, str]]
) -> Hit:
    code, own = texts.codes[at], texts.own[at]
    if (entity, code) in exact:
        return Hit(entity, code, Rank.CODE)
    lacking = tuple(word for word in words if not holds(word, own))
    if lacking:
        return Hit(entity, code, Rank.TIED, lacking)
    if not all(begins(word, own) for word in words):
        return Hit(entity, code, Rank.INSIDE)
    said = list(_names(portfolio, entity, portfolio.get(entity, code)))
    names, typed = [plain(name) for name in said], sorted(" ".join(words).split())
    if any(sorted(name.split()) == typed for name in names):
        return Hit(entity, code, Rank.NAME)
    if any(name.startswith(word) for name in names for word in words):
        return Hit(entity, code, Rank.NAME_BEGINS)
    return Hit(entity, code, Rank.WORD_BEGINS)


def through(portfolio: Portfolio, hit: Hit) -> tuple[str, str] | None:
    """The first record that a hit is tied to and that has a word it lacks itself; None where there is none."""
    for target, named in _tied(hit.entity, references(hit.entity, portfolio.get(hit.entity, hit.code))):
        text = searched(_names(portfolio, target, portfolio.get(target, named)))
        if any(holds(word, text) for word in hit.lacking):
            return target, named
    return None


# -- what is looked through


def _index(portfolio: Portfolio) -> _Index:
    texts: dict[str, _Texts] = {}
    keys: dict[str, list[tuple[str, str]]] = defaultdict(list)
    called: dict[tuple[str, str], str] = {}
    named: set[tuple[str, str]] = set()

    def tied_name(target: str, code: str) -> str:
        if (target, code) not in called:
            called[target, code] = searched(_names(portfolio, target, portfolio.get(target, code))).strip()
        return called[target, code]

    for entity in ORDER:
        made = texts[entity] = _Texts()
        for code, values in portfolio.records(entity).items():
            codes = [code, *(str(values[name]) for name in _CODES if name in values)]
            for key in dict.fromkeys(map(code_key, codes)):
                keys[key].append((entity, code))
            own = searched(_says(portfolio, entity, values), codes)
            ties = tuple(references(entity, values))
            tied = [tied_name(*key) for key in _tied(entity, ties)]
            if ENTITIES[entity].sort is not Sort.LIST:
                named.update((target, named_code) for _, target, named_code in ties)
            made.codes.append(code)
            made.own.append(own)
            made.whole.append(
                f"{own}{' '.join((*tied, *_kinds(entity, values)))} " if tied or "kind" in values else own
            )
    return _Index(texts, dict(keys), frozenset(_with_parents(portfolio, named)))


def _with_parents(portfolio: Portfolio, named: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What is named, and the programmes that a named programme is part of."""
    for entity, code in named:
        while code:
            yield entity, code
            code = str(portfolio.get(entity, code).get("parent", "")) if entity == "programme" else ""


def in_use(portfolio: Portfolio, entity: str, code: str) -> bool:
    """Whether any record names this one."""
    return (entity, code) in _prepared(portfolio).named


def _prepared(portfolio: Portfolio) -> _Index:
    return once(portfolio, "searched", lambda: _index(portfolio))


def _says(portfolio: Portfolio, entity: str, values: Values) -> Iterator[str]:
    yield from (str(values[name]) for name in _OWN if name in values)
    if entity in NAMED_THROUGH:
        yield from _names(portfolio, entity, values)


def _names(portfolio: Portfolio, entity: str, values: Values) -> Iterator[str]:
    """What a record is called, in both languages; some by the name of a record they name."""
    if entity in NAMED_THROUGH and (other := values.get(NAMED_THROUGH[entity])):
        target = ENTITIES[entity].by_name[NAMED_THROUGH[entity]].of
        values = portfolio.get(target, other)
    yield from (str(values[name]) for name in _NAMES if name in values)


def _tied(entity: str, ties: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    own = NAMED_THROUGH.get(entity)
    for column, target, code in ties:
        if target in LEADING and column not in _NOT_TIED and column != own:
            yield target, code


def _kinds(entity: str, values: Values) -> Iterator[str]:
    for name in _KINDS:
        if name in values:
            yield _kind(ENTITIES[entity].by_name[name].of, str(values[name]))


@cache
def _kind(vocabulary: str, code: str) -> str:
    """The words of a choice in both languages."""
    return plain(" ".join(CHOICES[vocabulary].get(code, ()))) if vocabulary in CHOICES else ""
