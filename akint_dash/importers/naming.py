"""Which record a person means: its code, its name, or both as the drop-down shows them.

``SAM``, ``Samferdsel``, ``SAM – Samferdsel``, ``SAM - Samferdsel`` and ``Samferdsel (SAM)`` are one; ``301`` is
``0301``. A code that is there always wins, whatever signs it has. A name that several records have is nobody's: the
sentence about it names them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final

from akint_dash.domain.history import State, Values
from akint_dash.domain.reading import Draft
from akint_dash.domain.schema import PERSON, Column
from akint_dash.importers.canonical import MAX_CODE
from akint_dash.importers.spelling import fold

NAME_COLUMNS: Final = ("name_nb", "name_short", "name_en", "name", "name_long", "title")
MAX_DASHES: Final = 8
MAX_PARTS: Final = 400
"""A cell with more codes than this is split at every comma, without a look for names that hold one."""
MAX_COMPARED: Final = 80
MAX_SUGGESTED: Final = 200
"""After this many sentences about unknown codes, no more are compared with all there are."""

_DASH: Final = re.compile(r"\s[-–—]\s")
_AND: Final = re.compile(r"\s(?:og|and|&|\+)\s|/", re.IGNORECASE)
_BARE_SHARE: Final = re.compile(r"(.*\S)\s*[ (:=]\s*(100|[1-9]\d?)\)?")
LEAST_LIKE: Final = 4
"""A word as short as this, or a longer one, is looked for inside names."""
_NOT_IN_NEW_CODES: Final = frozenset(';,%\n"')


class Names:
    """Codes and names of every record there is, or that a file states."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._stated: dict[str, dict[str, Values]] = defaultdict(dict)
        self._books: dict[str, _Book] = {}
        self._suggested = 0

    def add(self, drafts: Iterable[Draft], codes: Iterable[str | None]) -> None:
        """Know the records that a file states, under their codes."""
        for draft, code in zip(drafts, codes, strict=True):
            if code is not None:
                known = {name: value for name in NAME_COLUMNS if (value := draft.values.get(name)) is not None}
                self._stated[draft.entity][code] = known
                self._books.pop(draft.entity, None)

    def code(self, entity: str, said: str) -> str:
        """The code of the record of ``entity`` that ``said`` means; ``said`` itself where none or several can be."""
        return said if self._is_there(entity, said) else self._book(entity).code(said) or said

    def own(self, entity: str, code: str) -> str:
        """The code of the record that a row with ``code`` is about: its own, unless that is another spelling of one.

        ``SAM – Samferdsel`` in the column of codes is SAM, and ``301`` the municipality 0301.
        """
        if self._is_there(entity, code) or not (_DASH.search(code) or (entity == "municipality" and len(code) == 3)):
            return code
        book = self._book(entity)
        return (book.before_dash(code) if entity == PERSON.name else book.code(code)) or code

    def ties(self, column: Column, ties: Sequence[Sequence[Any]]) -> list[list[Any]]:
        """The same of the codes of a cell: what holds commas is one name, or several of them."""
        found: list[list[Any]] = []
        for said, share in ties:
            if self._is_there(column.of, said):
                found.append([said, share])
                continue
            *before, last = self._book(column.of).parts(said)
            found += [[code, None] for code in before]
            found.append([last, share])
        return found

    def may_be_new(self, entity: str, code: str) -> bool:
        """Whether ``code`` is there already, or can become the code of a new record."""
        return code in self._state.get(entity, {}) or (len(code) <= MAX_CODE and _NOT_IN_NEW_CODES.isdisjoint(code))

    def fault(self, entity: str, said: str, *, shares: bool = False) -> tuple[str, str]:
        """Why ``said`` means no record: the key of a message and the records that may be meant.

        ``shares``: it stands in a column that divides something.
        """
        book = self._book(entity)
        if shares and (meant := book.share(said)):
            return "share_without_percent", meant
        if two := book.differing(said):
            return "code_and_name_differ", " eller ".join(book.shown(code) for code in two)
        if several := book.named(said):
            return "name_of_several", _listed(book, several)
        if entity in self._state and len(inside := book.inside(said)) > 1:
            return "one_code_only", _listed(book, inside)
        self._suggested += 1
        near = book.near(said) if self._suggested <= MAX_SUGGESTED else []
        return "unknown_code", _listed(book, near)

    def _is_there(self, entity: str, code: str) -> bool:
        return code in self._state.get(entity, {}) or code in self._stated[entity]

    def _book(self, entity: str) -> _Book:
        book = self._books.get(entity)
        if book is None:
            book = self._books[entity] = _Book({**self._state.get(entity, {}), **self._stated[entity]})
        return book


class _Book:
    """The codes and names of one entity."""

    def __init__(self, records: Mapping[str, Values]) -> None:
        self._records = records
        self._codes: dict[str, list[str]] = defaultdict(list)
        self._names: dict[str, list[str]] = defaultdict(list)
        for code, values in records.items():
            self._codes[fold(code)].append(code)
            for name in {fold(str(values[column])) for column in NAME_COLUMNS if column in values}:
                self._names[name].append(code)
        self._begun: dict[str, list[str]] = {}
        self._most = 1 + max((name.count(",") for name in (*self._names, *self._codes)), default=0)

    def code(self, said: str) -> str | None:
        """The only record that ``said`` can mean."""
        if said in self._records:
            return said
        exact = self._codes.get(fold(said)) or self.named(said)
        if exact:
            return exact[0] if len(exact) == 1 else None
        for code, name in _divided(said):
            known, named = self._codes.get(fold(code), []), self._meant(name)
            if len(known) == 1 and (known[0] in named or not (named or self._goes_on(name))):
                return known[0]
        padded = [
            self._codes[zeros][0] for zeros in (f"0{said}", f"00{said}") if said.isdigit() and zeros in self._codes
        ]
        return padded[0] if len(padded) == 1 else None

    def before_dash(self, said: str) -> str | None:
        """The record whose code stands first, whatever name follows: of persons, whose names may be gone."""
        codes = (self._codes.get(fold(code), []) for code, _ in _divided(said))
        return next((known[0] for known in codes if len(known) == 1), None)

    def _meant(self, name: str) -> list[str]:
        """The records of that name, or, where it is none, those whose name begins with it."""
        exact, word = self.named(name), fold(name)
        if exact or len(word) < LEAST_LIKE:
            return exact
        if word not in self._begun:
            begins = (codes for known, codes in self._names.items() if known.startswith(word))
            self._begun[word] = [code for codes in begins for code in codes]
        return self._begun[word]

    def _goes_on(self, name: str) -> bool:
        """Whether another record follows in what stands where a name should: ``Samferdsel, KUL``."""
        later = re.split(r"[,;\n]|\s(?:og|and|&|\+)\s|/", name)[1:MAX_PARTS]
        return any(self.code(piece.strip()) for piece in later if len(piece) <= MAX_COMPARED)

    def named(self, said: str) -> list[str]:
        """The records of that name."""
        return self._names.get(fold(said), [])

    def differing(self, said: str) -> list[str]:
        """The record of the code and the one of the name, where ``said`` names two."""
        for code, name in _divided(said):
            known, named = self._codes.get(fold(code), []), self._meant(name)
            if len(known) == 1 and named and known[0] not in named:
                return [known[0], named[0]]
        return []

    def parts(self, said: str) -> list[str]:
        """The codes in ``said``: one, or as many as its commas make of it; the longest names that are known first."""
        whole = self.code(said)
        if whole is not None:
            return [whole]
        pieces = [piece.strip() for piece in said.split(",")]
        if len(pieces) == 1 or len(pieces) > MAX_PARTS:
            found = [self.code(piece) or piece for piece in pieces if piece]
        else:
            found = list(self._joined(pieces))
        return [code for piece in found for code in self._coupled(piece)] or [said]

    def _coupled(self, said: str) -> list[str]:
        """The codes of ``SAM og NAE`` or ``SAM/NAE``, where each of them is one; else ``said`` itself."""
        if said in self._records or not _AND.search(said) or said.count("/") > MAX_DASHES:
            return [said]
        codes = [self.code(piece.strip()) for piece in _AND.split(said)]
        return [code for code in codes if code is not None] if None not in codes else [said]

    def _joined(self, pieces: Sequence[str]) -> Iterator[str]:
        at = 0
        while at < len(pieces):
            for end in range(min(len(pieces), at + self._most), at, -1):
                said = ", ".join(pieces[at:end])
                code = self.code(said)
                if code is not None or end == at + 1:
                    break
            if said:
                yield code or said
            at = end

    def inside(self, said: str) -> list[str]:
        """The codes that ``said`` would be, were it a cell of several."""
        found = [self.code(piece.strip()) for piece in re.split(r"[;,\n]", said)[:MAX_PARTS]]
        if len(found) == 1:
            return self._coupled(said)
        return [code for code in found if code is not None] if None not in found else []

    def share(self, said: str) -> str:
        """``SAM 60 %`` of ``SAM 60`` or ``SAM (60)``; ``""`` where it is not a record and a share."""
        found = _BARE_SHARE.fullmatch(said)
        code = self.code(found[1].rstrip(" :=(")) if found else None
        return f"{code} {found[2]} %" if found and code else ""

    def near(self, said: str) -> list[str]:
        """Records whose code or name looks like ``said``, or that a code in it names."""
        word = fold(said)[:MAX_COMPARED]
        words = {**self._names, **self._codes}
        found = [code for near in get_close_matches(word, words, n=3, cutoff=0.65) for code in words[near]]
        first, _, _ = said.rpartition(" ")
        if not found and (code := self.code(first) if first else None):
            found.append(code)  # SAM 60 without its percent sign
        if not found and len(word) >= LEAST_LIKE:
            holding = (code for known, codes in words.items() if _holds(known, word) for code in codes)
            found += islice(holding, 3)
        return list(dict.fromkeys(found))[:3]

    def shown(self, code: str) -> str:
        """A record as the drop-down shows it, with the years it is for."""
        values = self._records[code]
        name = next((str(values[column]) for column in NAME_COLUMNS if column in values), "")
        years = [values.get("valid_from"), values.get("valid_to")]
        span = f" ({years[0] or ''}–{years[1] or ''})" if any(years) else ""
        return f"{code} – {name}{span}" if name and name != code else code + span


def _holds(known: str, word: str) -> bool:
    """Whether one is a part of the other: ``klima`` of ``klimaogmiljø``, ``områdetforsamferdsel`` of ``samferdsel``."""
    return word in known or (len(known) >= LEAST_LIKE and known in word)


def _divided(said: str) -> Iterator[tuple[str, str]]:
    """Code and name at every dash between blanks, and as in ``Samferdsel (SAM)``."""
    for dash in islice(_DASH.finditer(said), MAX_DASHES):
        yield said[: dash.start()].strip(), said[dash.end() :].strip()
    if said.endswith(")") and " (" in said:
        name, _, code = said[:-1].rpartition(" (")
        yield code.strip(), name.strip()


def _listed(book: _Book, codes: Sequence[str]) -> str:
    return " eller ".join(book.shown(code) for code in dict.fromkeys(codes))
