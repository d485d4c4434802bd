"""Deadlines as lists of calls write them: several in a cell, with or without an hour, a zone, a stage.

``2026-12-01; 2027-04-15``, ``01 December 2026 17:00 Brussels time``, ``1st stage: 2026-12-01 2nd stage: 2027-04-15``.
An hour without a zone is Brussels time, which Oslo keeps too; midnight is a day without an hour, as the portal writes
it. What is said of a day in words that are not known here is told, and the day is kept; where a second day hides in
such words (``2026-12-01, extended to 2026-12-15``) there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from akint_dash.importers.conventions import FIRST_YEAR, LAST_YEAR, BadCell, Convention
from akint_dash.importers.days import Written
from akint_dash.importers.spelling import one_line

BRUSSELS: Final = ZoneInfo("Europe/Brussels")
_OFFSETS: Final = {"cet": timedelta(hours=1), "cest": timedelta(hours=2)}

MOST_DEADLINES: Final = 100
"""No call has more."""
_DAY_ALONE: Final = ("00:00:00", "23:59:59")
"""Hours in UTC that programs write for a day that has none."""
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_TAGS: Final = re.compile(r"<[^<>]{0,100}>")
_MONTH: Final = r"[A-Za-z\u00e6\u00f8\u00e5]{3,9}"
_NTH: Final = r"(?:st|nd|rd|th)?"
_DAY: Final = re.compile(
    r"(?<![\d.])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?(?:\d{4}|\d{2})"
    rf"|\d{{1,2}}{_NTH}\.? ?{_MONTH}\.?,? ?\d{{4}}|{_MONTH}\.? \d{{1,2}}{_NTH},? \d{{4}})(?!\d)",
    re.ASCII,
)
_SEPARATOR: Final = re.compile(r"[;|\n]| and | og | & | \+ | / ")
_NUMBERS: Final = {
    "1st": 1,
    "2nd": 2,
    "first": 1,
    "second": 2,
    "f\u00f8rste": 1,
    "andre": 2,
    "1.": 1,
    "2.": 2,
    "1": 1,
    "2": 2,
}
_WHICH: Final = "|".join(map(re.escape, _NUMBERS))
_LABEL: Final = re.compile(
    rf"(?<![\w-])\(?(?:(?:(?P<before>{_WHICH}) )?(?P<word>stage|phase|trinn|fase|cut-? ?off)(?: date)?"
    rf"(?: (?P<after>{_WHICH}))?|(?:deadline|frist|s\u00f8knadsfrist|closing|closes)(?: date)?)(?![\w-])\)?[:,]?",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(
    r",? ?\(?(?P<zone>cest|cet|brussels|bruxelles|oslo|norsk|norwegian|belgian|central european)"
    r"(?: local)?(?: time| tid)?\)?$",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(r" ?\(?(?:UTC|GMT) ?([+-])(\d{1,2})(?::?(\d{2}))?\)?$", re.IGNORECASE)
_HALF_DAY: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2})? ?([ap])\.?m\.?(?![a-z])", re.IGNORECASE)
_HOUR: Final = re.compile(r"(\d{1,2})h(\d{2})(?!\d)", re.IGNORECASE)
_CLOCK_ALONE: Final = re.compile(r"((?:kl\.? ?|at )\d{1,2})(?= ?$)", re.IGNORECASE)
_AT: Final = re.compile(r",? at (?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day in Brussels, the moment in UTC where an hour is given, and the stage or round where they are named."""

    day: str
    moment: str | None = None
    stage: int | None = None
    cut_off: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A part of a cell that could not be taken whole: the key of a remark, the part, what it may mean."""

    key: str
    text: str
    expected: str = ""


def deadlines(text: str) -> tuple[list[Deadline], list[Doubt]]:
    """Every deadline in a cell, each once and in the cell's order, and what is not understood of it."""
    found: list[Deadline] = []
    doubts: list[Doubt] = []
    for part in _parts(text):
        try:
            deadline, doubt = _one(part)
        except BadCell as bad:
            doubts.append(Doubt(f"{bad.key}_remark", part, bad.expected))
            continue
        if deadline not in found:
            found.append(deadline)
        if doubt:
            doubts.append(doubt)
    return found, doubts


def _parts(text: str) -> Iterator[str]:
    """The parts of a cell that each hold one deadline."""
    plain = _DASHES.sub("-", _TAGS.sub(" ", text))
    for piece in _SEPARATOR.split(plain):
        for part in _apart(one_line(piece)):
            if bare := part.strip(" ,"):
                yield bare


def _apart(piece: str) -> Iterable[str]:
    """A piece cut before every day but the first, where each part is a deadline whole; else the piece."""
    days = [found.span() for found in _DAY.finditer(piece)]
    if not 2 <= len(days) <= MOST_DEADLINES:
        return (piece,)
    labels = [_label_before(piece, end, begin) for (_, end), (begin, _) in pairwise([(0, 0), *days])]
    cuts = [0, *labels[1:], len(piece)]
    parts = [piece[first:last].strip(" ,") for first, last in pairwise(cuts)]
    return parts if all(_is_whole(part) for part in parts) else (piece,)


def _label_before(piece: str, first: int, at: int) -> int:
    """Where the label of the day at ``at`` begins, from ``first`` on: one with a colon belongs to what follows it."""
    before = piece[first:at].rstrip()
    for found in _LABEL.finditer(before) if before.endswith(":") else ():
        if found.end() == len(before):
            return first + found.start()
    return at


def _is_whole(part: str) -> bool:
    try:
        return _one(part)[1] is None
    except BadCell:
        return False


def _one(part: str) -> tuple[Deadline, Doubt | None]:
    """The deadline in a part, and what is doubtful in it.

    Raises:
        BadCell: ``not_a_date``, ``two_readings_day`` or ``year_out_of_range``.
    """
    stage, cut_off, bare = _without_label(part)
    zone, bare = _without_zone(bare)
    doubt = None
    try:
        written = Convention.ENGLISH.written(_clock(bare))
    except BadCell:
        alone = _DAY.match(bare)
        if alone is None or any(sign.isdigit() for sign in bare[alone.end() :]):
            raise
        written, doubt = Convention.ENGLISH.written(alone[0]), Doubt("deadline_words_remark", part)
    if written is None:
        raise BadCell("not_a_date")
    if not FIRST_YEAR <= written.local.year <= LAST_YEAR:
        raise BadCell("year_out_of_range", f"{FIRST_YEAR}\u2013{LAST_YEAR}")
    deadline, unsure = _in_brussels(written, zone)
    return replace(deadline, stage=stage, cut_off=cut_off), doubt or (
        Doubt("zone_remark", part, zone.upper()) if unsure else None
    )


def _without_label(part: str) -> tuple[int | None, bool, str]:
    """The stage that a label at either end names, whether it names a round, and the part without it."""
    for found in _LABEL.finditer(part):
        if found.start() and found.end() != len(part):
            continue
        word = (found["word"] or "").casefold()
        number = _NUMBERS.get((found["before"] or found["after"] or "").casefold())
        bare = f"{part[: found.start()]} {part[found.end() :]}".strip(" ,-")
        return (None if "off" in word else number), "off" in word, bare
    return None, False, part


def _without_zone(part: str) -> tuple[str, str]:
    """The name of a zone at the end of a part in small letters, ``""`` where none is named, and the part without it."""
    if named := _ZONE.search(part):
        return named["zone"].casefold(), part[: named.start()].strip()
    if ahead := _AHEAD.search(part):
        offset = f"{ahead[1]}{int(ahead[2]):02d}:{ahead[3] or '00'}"
        return "", f"{part[: ahead.start()].strip()}{offset}"
    return "", part


def _clock(part: str) -> str:
    """``part`` with its hour as ``17:00``."""
    part = _HALF_DAY.sub(_of_half_day, part)
    part = _HOUR.sub(r"\1:\2", part)
    return _AT.sub(" ", _CLOCK_ALONE.sub(r"\1:00", part)).removesuffix(" 24:00")


def _of_half_day(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3].casefold() == "p" else 0)
    return f"{hour}:{found[2] or '00'}" if 1 <= int(found[1]) <= 12 else found[0]


def _in_brussels(written: Written, zone: str) -> tuple[Deadline, bool]:
    """The deadline, and whether its hour is left out because the zone named is not the one of that day."""
    if not written.timed:
        return Deadline(written.local.date().isoformat()), False
    if written.zoned:
        exact = (written.local - written.ahead).replace(tzinfo=UTC)
    else:
        exact = written.local.replace(tzinfo=BRUSSELS).astimezone(UTC)
    here = exact.astimezone(BRUSSELS)
    if f"{written.local:%H:%M:%S}" in _DAY_ALONE and not (written.ahead and written.local.hour):
        return Deadline(written.local.date().isoformat()), False
    day = here.date()
    if f"{here:%H:%M:%S}" == "00:00:00":
        return Deadline(day.isoformat()), False
    if zone in _OFFSETS and here.utcoffset() != _OFFSETS[zone]:
        return Deadline(day.isoformat()), True
    return Deadline(day.isoformat(), f"{exact:%Y-%m-%dT%H:%M:%SZ}"), False
