"""What the words of a search mean: areas, programmes, years, places and kinds of things, and the words left over.

The order of the words is of no importance: a name of several words is understood wherever they stand. The longest name
goes first; a word that means two things means both, and what means nothing is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.search_words import LEAST, MONTHS, NOTHING, PROGRAMMES, SMALL, THINGS, WINDOWS, YEARS
from akint_dash.domain.searching import MOST_WORDS, plain
from akint_dash.domain.selection import ENTITY_OF, LISTS, RINGS
from akint_dash.domain.selection import YEARS as CALENDAR
from akint_dash.domain.synonyms import SYNONYMS
from akint_dash.measures.memo import once
from akint_dash.measures.search import in_use
from akint_dash.store.portfolio import Portfolio

Sort = Literal[
    "omrade", "virkemiddel", "program", "status", "ring", "maned", "periode", "tema",
    "kommune", "partner", "country", "goal",
    "thing", "window", "least", "idle",
]  # fmt: skip
SELECTS: Final = frozenset({*LISTS, "periode"})
"""Sorts of meanings that are a part of the selection."""
PLACES: Final = frozenset({"country", "goal"})
"""Sorts of meanings that records are tied to, and no part of the selection."""
_ORDER: Final[Sequence[str]] = Sort.__args__  # type: ignore[attr-defined]
_NAMES: Final = ("name_nb", "name_en", "name_short", "name_short_en")
_ENTITIES: Final[Mapping[str, str]] = {**ENTITY_OF, "goal": "goal"}
_CODED: Final = frozenset({"omrade", "virkemiddel", "program"})
"""Sorts that are called by their codes too."""
_YEAR: Final = re.compile(r"(\d{4})(?:\s*[-–/]\s*(\d{4}))?")
_AMOUNT: Final = re.compile(rf"\b(?:{LEAST})\s+(\d{{1,3}}(?:[ .\u00a0]\d{{3}})+|\d+)(?![\w/-])", re.IGNORECASE)
_GENITIVE: Final = re.compile(r"['’]s?$")
_SIGNS: Final = ".,;:?!«»\"'()"
_BETWEEN: Final = re.compile(r"[,;]\s*|(?<=[^\W\d_])/(?=[^\W\d_])")
"""What stands between two words: a slash between letters, but not that of 2024/1234."""

MOST_COMPLETED: Final = 8
"""So many names at most are offered for a word that is not finished."""

Countries = Mapping[str, Sequence[str]]
"""The code of a country and its names."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that words mean: a code of the selection (``periode``: first and last year, ``maned``: a month), of a
    place, of a kind of thing, a window of deadlines, the kroner that something costs at least, or that nothing is
    recorded from it."""

    sort: Sort
    value: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as they were typed, and what they mean: one thing, or several."""

    said: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """``parts`` in the order typed; ``rest`` are the words to look for in records; ``small`` those not looked for."""

    parts: tuple[Piece, ...] = ()
    rest: tuple[str, ...] = ()
    small: tuple[str, ...] = ()

    def typed(self, sorts: Iterable[str]) -> tuple[str, ...]:
        """The typed words of the parts that can mean one of ``sorts``."""
        wanted = set(sorts)
        some = (part for part in self.parts if any(meaning.sort in wanted for meaning in part.meanings))
        return tuple(word for part in some for word in part.said.split())


@dataclass(frozen=True, slots=True)
class NameOf:
    """A name that can be understood: its words, folded, what it means, and how it is written where that matters."""

    parts: tuple[str, ...]
    meaning: Meaning
    written: str


class Names:
    """Every name of a portfolio, by its words."""

    def __init__(self, names: Iterable[NameOf]) -> None:
        self.every = tuple(dict.fromkeys(names))
        self.by_word: dict[str, list[NameOf]] = defaultdict(list)
        for name in self.every:
            for word in dict.fromkeys(name.parts):
                self.by_word[word].append(name)

    def inside(self, words: Mapping[str, str]) -> list[NameOf]:
        """The names whose words are all among ``words`` (folded: as typed), those of most words first."""
        near = dict.fromkeys(name for word in words for name in self.by_word.get(word, ()))
        found = [name for name in near if words.keys() >= set(name.parts) and _as_written(name, words)]
        return sorted(found, key=lambda name: (-len(set(name.parts)), sorted(set(name.parts)), _rank(name.meaning)))

    def beginning(self, word: str, typed: Collection[str] = ()) -> list[NameOf]:
        """The names of which ``word`` is the next word begun, those of more words typed first, then the shortest; where
        none is, those of which any word begins so."""
        found = [(_next(name, word, typed), name) for name in self.every if any(p.startswith(word) for p in name.parts)]
        some = [one for one in found if one[0] >= 0] or found
        return [name for _, name in sorted(some, key=lambda one: (-one[0], _rank(one[1].meaning), len(one[1].written)))]


def _next(name: NameOf, word: str, typed: Collection[str]) -> int:
    """How many words of a name are typed before the one that ``word`` begins; -1 where one of them is not."""
    at = [i for i, part in enumerate(name.parts) if part.startswith(word) and set(name.parts[:i]) <= set(typed)]
    return max(at, default=-1)


def _as_written(name: NameOf, words: Mapping[str, str]) -> bool:
    """A name of one or two letters is met as it is written: Ås is not the as of English."""
    return len(name.parts) > 1 or len(name.parts[0]) > 2 or words[name.parts[0]].replace("aa", "å") == name.written


def _rank(meaning: Meaning) -> tuple[int, str]:
    return _ORDER.index(meaning.sort), meaning.value


def names(portfolio: Portfolio, countries: Countries) -> Names:
    """The names that a search of this portfolio understands, worked out once."""
    return once(portfolio, "understood names", lambda: Names(_names(portfolio, countries)))


def _names(portfolio: Portfolio, countries: Countries) -> Iterator[NameOf]:
    sorts: Sequence[Sort] = ("omrade", "virkemiddel", "program", "tema", "kommune", "partner", "goal")
    for sort in sorts:
        records = portfolio.records(_ENTITIES[sort])
        for code, values in records.items():
            if sort == "kommune" and values.get("replaced_by") in records:
                continue  # the one that took over has its name, or others have taken its place
            said = [str(values[name]) for name in _NAMES if name in values]
            yield from _called([*said, code] if sort in _CODED else said, Meaning(sort, code))
            if sort == "program":
                yield from _called(PROGRAMMES.get(code, "").split("|"), Meaning(sort, code))
    there = {str(values.get("country", "")) for values in portfolio.records("region").values()}
    for code in sorted(there & countries.keys()):
        yield from _called(countries[code], Meaning("country", code))
    for code, choice in CHOICES["status"].items():
        yield from _called([*choice, *SYNONYMS["status"].get(code, "").split("|")], Meaning("status", code))
    for code, ring in RINGS.items():
        if code != "andre":  # the other words for the rest of the world are everyone's: other, world
            yield from _called(
                [*CHOICES["ring"][ring], *SYNONYMS["ring"].get(ring, "").split("|")], Meaning("ring", code)
            )
    for key, thing in THINGS.items():
        yield from _called(thing.called.split("|"), Meaning("thing", key))
    for key, words in WINDOWS.items():
        yield from _called(words.split("|"), Meaning("window", key))
    yield from _called(NOTHING.split("|"), Meaning("idle", "membership"))


def _called(texts: Iterable[str], meaning: Meaning) -> Iterator[NameOf]:
    for text in texts:
        words = tuple(plain(text).split())
        telling = tuple(word for word in words if word not in SMALL)
        if words:  # one telling word is not enough: «i gang» is not every gang
            yield NameOf(telling if len(telling) > 1 else words, meaning, text.casefold())


# -- reading what was typed


def understand(portfolio: Portfolio, text: str, this_year: int, countries: Countries) -> Understood:
    """What ``text`` means. Empty text means nothing."""
    known = names(portfolio, countries)
    parts, text = _amounts(_BETWEEN.sub(" ", text))
    typed = [word for word in dict.fromkeys(text.split()) if plain(word)][:MOST_WORDS]
    years, typed = _years(typed, this_year)
    tokens = {word: frozenset(_tokens(known, word)) for word in typed}
    named, used = _named(known, tokens)
    parts += [*years, *named]
    left = [word for word in typed if not tokens[word] <= used]
    rest = [word for word in left if plain(word) not in SMALL]
    small = [word for word in left if word not in rest] if rest or parts else []
    at = {_trimmed(word): place for place, word in enumerate(text.split())}
    parts.sort(key=lambda part: at.get(part.said.split()[0], len(at)))
    rest = rest or ([] if parts else left)
    return Understood(tuple(parts), tuple(map(_trimmed, rest)), tuple(map(_trimmed, small)))


def _named(known: Names, tokens: Mapping[str, frozenset[str]]) -> tuple[list[Piece], frozenset[str]]:
    """The names among the words (as typed: folded), and the folded words that they take."""
    folded = {token: _bare(word).casefold() for word in reversed(list(tokens)) for token in tokens[word]}
    taken: dict[frozenset[str], list[Meaning]] = {}
    used: frozenset[str] = frozenset()
    for name in known.inside(folded):
        own = frozenset(name.parts)
        whole = all(held <= own for held in tokens.values() if held & own)  # HORIZON-CL5 is not the word horizon
        if own in taken or (whole and not own & used):
            taken.setdefault(own, []).append(name.meaning)
            used |= own
    said = {own: " ".join(_trimmed(word) for word in tokens if tokens[word] & own) for own in taken}
    return [Piece(said[own], tuple(dict.fromkeys(some))) for own, some in taken.items()], used


def completed(portfolio: Portfolio, text: str, this_year: int, countries: Countries) -> list[Understood]:
    """What ``text`` means, then what it would with its last word, not yet finished, as the beginning of a name."""
    found = [understand(portfolio, text, this_year, countries)]
    *before, last = text.split() or [""]
    whole = () if found[0].rest else found[0].parts
    begun, seen = plain(last), {meaning for part in whole for meaning in part.meanings}
    if not begun or " " in begun:
        return found
    for name in names(portfolio, countries).beginning(begun, plain(" ".join(before)).split()):
        entity = _ENTITIES.get(name.meaning.sort, "")
        if entity and entity not in ("area", "instrument") and not in_use(portfolio, entity, name.meaning.value):
            continue  # a programme that nothing here is of is understood, but not offered
        if name.meaning not in seen:
            seen.add(name.meaning)
            other = [word for word in before if plain(word) not in name.parts]
            first = understand(portfolio, " ".join(other), this_year, countries)
            found.append(Understood((*first.parts, Piece(last, (name.meaning,))), first.rest, first.small))
        if len(found) > MOST_COMPLETED:
            break
    return found


def _trimmed(word: str) -> str:
    return word.strip(_SIGNS)


def _bare(word: str) -> str:
    return _GENITIVE.sub("", _trimmed(word))


def _tokens(known: Names, word: str) -> list[str]:
    """The folded words of one typed word, its genitive taken away where that makes it a known word."""
    found = plain(_bare(word)).split()
    if len(found) == 1 and found[0] not in known.by_word and found[0].endswith("s") and found[0][:-1] in known.by_word:
        return [found[0][:-1]]
    return found


def _amounts(text: str) -> tuple[list[Piece], str]:
    """What something costs at least, and the text without it."""
    found = [
        Piece(match.group(), (Meaning("least", re.sub(r"\D", "", match.group(1))[:12]),))
        for match in _AMOUNT.finditer(text)
    ]
    return found[:1], _AMOUNT.sub(" ", text, count=1) if found else text


def _years(typed: list[str], this_year: int) -> tuple[list[Piece], list[str]]:
    """The years and periods among the words as one period, from the first year to the last, or as
    the months of one year that are named, and the other words."""
    years, said, left = list[int](), list[str](), list[str]()
    folded = {plain(_bare(word)): word for word in reversed(typed)}
    for away, words in YEARS.items():
        for phrase in words.split("|"):
            wanted = plain(phrase).split()
            if folded.keys() >= set(wanted) and not set(said) & {folded[word] for word in wanted}:
                years.append(this_year + away)
                said += [folded[word] for word in wanted]
    for word in typed:
        match = _YEAR.fullmatch(_trimmed(word))
        found = [int(year) for year in match.groups() if year] if match else []
        if found and found == sorted(found) and all(year in CALENDAR for year in found):
            years += found
            said.append(word)
        elif word not in said:
            left.append(word)
    if not years:
        return [], left
    if len(set(years)) == 1 and (named := [word for word in left if plain(_trimmed(word)) in MONTHS]):
        left = [word for word in left if word not in named]
        shown = " ".join(_trimmed(word) for word in typed if word in said or word in named)
        months = [f"{years[0]}-{MONTHS[plain(_trimmed(word))]:02d}" for word in named]
        return [Piece(shown, (Meaning("maned", month),)) for month in dict.fromkeys(months)], left
    shown = " ".join(_trimmed(word) for word in typed if word in said)
    return [Piece(shown, (Meaning("periode", f"{min(years)}-{max(years)}"),))], left
