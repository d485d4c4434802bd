"""Who takes part in what: the drafts of actors and participations, shared by every source of them.

Identity is content. An actor is its organisation number; where a source gives none that holds, the source's own number
of it, else its name and place. A participation is its project, its actor and its role. The order of a file's rows never
counts: what is said of one actor by several rows is taken from its latest project, and the rows of one participation
are one record with the sum of their support. What a source leaves blank is left out, so that what is known stays.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Draft, Place
from akint_dash.importers.conventions import BadCell
from akint_dash.importers.findings import Findings
from akint_dash.importers.identities import organisation_number
from akint_dash.importers.texts import folded

_READABLE: Final = re.compile(r"[\w.-]{1,40}", re.ASCII)
_MARK: Final = re.compile(r"[0-9a-f]{12}")
PIC: Final = "pic"
"""The source of a reference that is a participant identification code."""

Stated = TypeVar("Stated")


@dataclass(frozen=True, slots=True)
class Part:
    """One organisation's part in one project, as one row of a source states it; None where it says nothing.

    ``number`` is a valid organisation number or ``""``; ``own`` the source's own number of the organisation, ``""``
    where it has none; ``pic`` the Commission's, which CORDIS and others share. ``who`` holds the columns of the actor,
    ``what`` those of the participation.
    """

    row: Place
    project: str
    name: str
    role: str | None
    number: str = ""
    own: str = ""
    pic: str = ""
    who: Mapping[str, Value | None] = field(default_factory=dict)
    what: Mapping[str, Value | None] = field(default_factory=dict)


# -- cells


def stated(read: Callable[[str], Stated], text: str, place: Place, findings: Findings) -> Stated | None:
    """What ``read`` makes of a cell; where it can make nothing of it, a remark and no value."""
    try:
        return read(text)
    except BadCell as bad:
        findings.remark(f"{bad.key}_remark", place, text, bad.expected)
        return None


def choice(words: Mapping[str, str], text: str, place: Place, findings: Findings) -> str | None:
    """Our code for a source's word; an unknown word leaves it out, with a remark."""
    said = folded(text)
    code = words.get(said) or words.get(said.replace(" ", "").replace("-", ""))
    if text and code is None:
        findings.remark("unknown_code_remark", place, text, place.column)
    return code


def number_cell(text: str, place: Place, findings: Findings) -> str:
    """:func:`organisation_number`, with a remark where the cell is filled and holds none."""
    number = organisation_number(text)
    if text and not number:
        findings.remark("bad_organisation_number_remark", place, text)
    return number


def readable(text: str) -> str:
    """``text`` as a part of a code: itself where it is short and plain, else its beginning and a mark of the whole."""
    if _READABLE.fullmatch(text):
        return text
    begin = re.sub(r"[^\w.-]+", "-", text, flags=re.ASCII)[:24].strip("-")
    return f"{begin}~{mark(folded(text))}"


def mark(text: str) -> str:
    """Twelve hex digits that tell texts apart."""
    return hashlib.sha1(text.encode("utf-8", "backslashreplace"), usedforsecurity=False).hexdigest()[:12]


def is_mark(key: str) -> bool:
    """Whether a key is no number of a source, but a :func:`mark`."""
    return _MARK.fullmatch(key) is not None


# -- drafts


def actor_key(source: str, part: Part) -> str:
    """What tells an actor: its organisation number, else the source's own, else a mark of name and place."""
    if part.number:
        return part.number
    if part.pic:
        return f"CORDIS-{part.pic}"
    if part.own:
        return f"{source.upper()}-{readable(part.own)}"
    place = part.who.get("municipality_text") or part.who.get("municipality") or ""
    return mark(f"{folded(part.name)}|{folded(str(place))}")


def _actor_keys(source: str, parts: Sequence[Part]) -> list[str]:
    """The key of each part's actor: the organisation number that one row leaves out another one may say.

    A row without it is of the actor that has the row's own number, or its name and place, in other rows of the list,
    where that is one actor alone.
    """
    keys = [part.number for part in parts]
    tells: tuple[Callable[[Part], object], ...] = (_pic, _own, _named)
    for tell in tells:
        known: dict[object, set[str]] = defaultdict(set)
        for part, key in zip(parts, keys, strict=True):
            if key:
                known[tell(part)].add(key)
        for at, part in enumerate(parts):
            told = tell(part)
            if not keys[at] and told and len(known[told]) == 1:
                keys[at] = next(iter(known[told]))
    return [key or actor_key(source, part) for part, key in zip(parts, keys, strict=True)]


def _pic(part: Part) -> str:
    return part.pic


def _own(part: Part) -> str:
    return part.own


def _named(part: Part) -> tuple[str, str] | None:
    """Name and place for comparison, of a part that has no other number."""
    if part.own or part.pic:
        return None
    place = part.who.get("municipality_text") or part.who.get("municipality") or ""
    return folded(part.name), folded(str(place))


def drafts(source: str, parts: Iterable[Part], findings: Findings) -> tuple[Draft, ...]:
    """The actors of ``parts`` and their participations, in an order that the rows' order does not touch.

    Several rows of one participation are one, with a remark: their support is summed, and equal rows count once.
    """
    by_actor: dict[str, list[Part]] = defaultdict(list)
    by_project: dict[tuple[str, str], list[Part]] = defaultdict(list)
    parts = list(parts)
    for part, key in zip(parts, _actor_keys(source, parts), strict=True):
        by_actor[key].append(part)
        by_project[folded(part.project), key].append(part)
    actors = [_actor(source, key, by_actor[key]) for key in sorted(by_actor)]
    return (*actors, *_participations(source, by_project, findings))


def _participations(
    source: str, by_project: Mapping[tuple[str, str], Sequence[Part]], findings: Findings
) -> Iterable[Draft]:
    for found in sorted(by_project):
        roles: dict[str, list[Part]] = defaultdict(list)
        for part in by_project[found]:
            roles[part.role or ""].append(part)
        if "" in roles and len(roles) == 2:  # a row without a role is of the one role that is stated
            unstated = roles.pop("")
            next(iter(roles.values())).extend(unstated)
        for role in sorted(roles):
            yield _participation(source, found[1], role, sorted(roles[role], key=_age), findings)


def _age(part: Part) -> tuple[str, ...]:
    """Later projects last; what is equally late is told apart by what it says, never by where it stands."""
    said = sorted(f"{k}={v}" for k, v in {**part.who, **part.what}.items() if v is not None)
    return (str(part.what.get("from_date") or ""), part.project, part.name, part.own, part.role or "", *said)


def _actor(source: str, key: str, parts: Sequence[Part]) -> Draft:
    rows = sorted(parts, key=_age)
    values = {"name": rows[-1].name, **_latest([row.who for row in rows]), "visibility": "public"}
    if numbers := {row.number for row in rows if row.number}:
        values["organisation_number"] = numbers.pop()
    refs = [(source, text) for text in sorted({row.own for row in rows if row.own}) or [key]]
    refs += [(PIC, text) for text in sorted({row.pic for row in rows if row.pic})]
    return Draft("actor", f"AKT-{key}", values, _first(rows), tuple(refs))


def _latest(stated: Sequence[Mapping[str, Value | None]]) -> dict[str, Value | None]:
    """What the latest row that says something of a column says; number and name of a place are of one place."""
    values: dict[str, Value | None] = {}
    for one in stated:
        if one.get("municipality_text") not in (None, values.get("municipality_text")):
            values.pop("municipality", None)
        values.update({name: value for name, value in one.items() if value is not None})
    return values


def _first(rows: Iterable[Part]) -> Place:
    return min((row.row for row in rows), key=lambda place: place.row)


def _participation(source: str, key: str, role: str, rows: Sequence[Part], findings: Findings) -> Draft:
    project = readable(rows[-1].project)
    values = {
        "actor": f"AKT-{key}",
        "project_number": rows[-1].project,
        **_latest([row.what for row in rows]),
        "visibility": "public",
    }
    if role:
        values["role"] = role
    if len(rows) > 1:
        values |= _together(rows)
        findings.remark("double_participation_remark", _first(rows), rows[-1].project, str(len(rows)))
    name = f"{project}-{key}"
    code = f"DEL-{name}" if role == "participant" else f"DEL-{name}-{role or 'uoppgitt'}"
    refs = [f"{name}-{role}", name] if role else [name]
    return Draft("participation", code, values, _first(rows), tuple((source, ref) for ref in refs))


def _together(rows: Sequence[Part]) -> dict[str, Value | None]:
    """The whole time and the whole support of rows that are one participation; equal rows are one."""
    different = {_age(row): row.what for row in rows}.values()
    amounts = [int(str(what["amount"])) for what in different if what.get("amount") is not None]
    starts = [what["from_date"] for what in different if what.get("from_date")]
    ends = [what["to_date"] for what in different if what.get("to_date")]
    return {
        **({"amount": sum(amounts)} if amounts else {}),
        **({"from_date": min(starts, key=str)} if starts else {}),
        **({"to_date": max(ends, key=str)} if ends else {}),
    }
