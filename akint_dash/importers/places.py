"""Municipalities and counties as sources write them, by the code lists ``municipality.csv`` and ``region.csv``.

A municipality's number is taken as it stands. A town becomes a municipality only where it has the municipality's name
and the source also says that it lies in that county: by NUTS code, or by the county's or region's name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from akint_dash.domain.county import COUNTY
from akint_dash.importers.code_lists import Rows, made_of_codes
from akint_dash.importers.spelling import one_line
from akint_dash.importers.texts import folded

OSLO: Final = frozenset({"03"})
OSLO_NUMBER: Final = "0301"
"""The one county that is one municipality."""

_VIKEN: Final = frozenset({"31", "32", "33"})
FORMER: Final = {
    "NO01": frozenset({"03", "32"}),
    "NO011": OSLO,
    "NO012": frozenset({"32"}),
    "NO082": _VIKEN,
    "oslo og akershus": frozenset({"03", "32"}),
    "oslo og viken": OSLO | _VIKEN,
    "viken": _VIKEN,
}
"""Today's counties in earlier NUTS lists (2016: Oslo og Akershus; 2021: Viken) and by the names of that time."""

_REGION_LETTERS: Final = 4
"""``NO08`` is the region, ``NO084`` the county."""
_POSTCODE: Final = re.compile(r"^(?:(?:NO|N)-?)?\d{4} ", re.ASCII)
_WITHOUT_SIGNS: Final = (
    str.maketrans({"å": "a", "ø": "o", "æ": "ae", "ö": "o", "ä": "ae"}),
    str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"}),
)


def municipality_number(text: str) -> str | None:
    """A municipality's number as text with its leading zero (``301``, ``301.0`` -> ``0301``); None where blank."""
    number = one_line(text).removesuffix(".0")
    return (number.zfill(4) if number.isdigit() else number) or None


def of_today(number: str | None) -> str | None:
    """A number of an earlier list as today's, where it is one of our county; any other as it stands."""
    rows = made_of_codes("municipality.csv", _by_code)
    seen: set[str] = set()
    name = number or ""
    while name not in seen and (successor := rows.get(name, {}).get("replaced_by")):
        seen.add(name)
        name = successor
    return name if rows.get(name, {}).get("county") == COUNTY else number


def _by_code(rows: Rows) -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in rows}


def counties(*said: str) -> frozenset[str]:
    """The numbers of today's counties that a NUTS code or a region's name may mean; empty where none is known.

    The first of ``said`` that is known decides: the most exact one comes first.
    """
    for text in map(one_line, said):
        code, name = text.upper(), folded(text)
        if found := FORMER.get(code) or FORMER.get(name) or _listed(code, name):
            return found
    return frozenset()


def _listed(code: str, name: str) -> frozenset[str]:
    """By ``region.csv``: the whole code or name of a county, or the code of a region of several."""
    by_code, by_name = made_of_codes("region.csv", _regions)
    return frozenset(by_code.get(code, set()) | by_name.get(name, set()))


def _regions(rows: Rows) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The counties' numbers by NUTS code, their own or that of the region they lie in, and by folded name."""
    by_code: dict[str, set[str]] = defaultdict(set)
    by_name: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.get("country") != "NO":
            continue
        number = row["code"].removeprefix("NO-")
        for code in row.get("nuts", "").split():
            by_code[code].add(number)
            by_code[code[:_REGION_LETTERS]].add(number)
        for name in {folded(row.get(key, "")) for key in ("name_nb", "name_en")} - {""}:
            by_name[name].add(number)
    return by_code, by_name


def municipality_of(town: str, within: frozenset[str]) -> str | None:
    """The number of the municipality of today that has the town's name and lies in one of the counties ``within``."""
    if within == OSLO:
        return OSLO_NUMBER
    name = folded(_POSTCODE.sub("", one_line(town)))
    known = made_of_codes("municipality.csv", _towns)
    found = {code for county in within for code in known.get((county, name), set())}
    return found.pop() if len(found) == 1 else None


def _towns(rows: Rows) -> Mapping[tuple[str, str], set[str]]:
    """The numbers of the municipalities of today by county and folded name, in every spelling."""
    towns: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for name in _spellings(row["name_nb"]) if not row.get("replaced_by") else ():
            towns[row.get("county", ""), name].add(row["code"])
    return towns


def _spellings(name: str) -> frozenset[str]:
    own = folded(name)
    return frozenset({own, *(own.translate(table) for table in _WITHOUT_SIGNS)})


def is_ours(within: frozenset[str]) -> bool:
    """Whether a place may lie in our county."""
    return COUNTY in within
