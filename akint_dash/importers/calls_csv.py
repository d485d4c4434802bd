"""Calls from a plain list: a public copy of the EU Funding & Tenders portal.

Columns (UTF-8, comma): ``identifier``, ``title``, ``programme`` (words), ``opening_date``, ``deadline`` (days, with or
without an hour, several in a cell: :mod:`akint_dash.importers.deadlines`; no hour is invented), ``budget_eur`` (EUR,
blank allowed), ``url``, ``kind`` (``topic`` or ``cascade_call``), ``source``. Money becomes cents, none where it is 0.

A call may stand in several rows, one for each deadline: rows that agree in identifier, title and kind are one. What
they contradict each other in gives no value, and is told, as is a cell with several values of which one is taken. A
cascade call carries the identifier of the topic it comes from, and is told from its sisters by its title and by an
address of its own. An identifier that is blank or a placeholder (``n/a``, ``TBA``) is none, with a remark: such a call
is known by what else is said of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import Value
from akint_dash.domain.reading import Draft, Place, Reader, Reading
from akint_dash.importers.call_signs import folded_address, is_topic_page
from akint_dash.importers.code_lists import programme
from akint_dash.importers.deadlines import Deadline, deadlines
from akint_dash.importers.delimited import heading_of
from akint_dash.importers.findings import Findings
from akint_dash.importers.identities import folded_identifier, is_placeholder
from akint_dash.importers.markup import unmarked
from akint_dash.importers.plain import Table, minor_cell, read_table
from akint_dash.importers.spelling import fold
from akint_dash.importers.texts import decoded, short_hash

NAME: Final = "eu_calls"
NEEDED: Final = ("identifier", "title")
COLUMNS: Final = (*NEEDED, "deadline", "programme", "opening_date", "budget_eur", "url", "kind", "source")
TELLING: Final = frozenset({"deadline", "opening_date", "budget_eur", "url", "kind", "programme"})
LEAST_TELLING: Final = 3
"""So many of them make a list with identifiers and titles one of calls, whichever column it lacks."""
NAMELESS: Final = "UTLYSNING"
"""How the code of a call without identifier begins."""

_SEVERAL: Final = {
    "identifier": re.compile(r"(?<=\w) ?[;|] ?(?=\w)"),
    "url": re.compile(r"[ ,;|]{1,3}(?=https?://)", re.IGNORECASE),
}
"""What stands between several identifiers or addresses in one cell."""
_SAME: Final = frozenset({"identifier", "title", "kind", "currency", "visibility"})
"""What rows of one call agree in."""
_COLUMNS_OF: Final = {"budget": "budget_eur", "address": "url", "programme": "programme", "programme_text": "programme"}
"""The columns of the values that they may contradict each other in."""

Key = tuple[str, ...]


@dataclass(slots=True)
class Told:
    """What the rows of one call say together. ``place`` is its first row."""

    place: Place
    identifier: str
    values: dict[str, Value | None]
    dues: list[Deadline] = field(default_factory=list)
    doubted: set[str] = field(default_factory=set)
    """Values in which its rows contradict each other."""

    @property
    def title(self) -> str:
        """The title as its first row spells it."""
        return str(self.values["title"])


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the header is that of a plain list of calls."""
    del path
    return _knows(heading_of(head, COLUMNS, _knows))


def _knows(names: tuple[str, ...]) -> bool:
    return frozenset(NEEDED).issubset(names) and len(TELLING.intersection(names)) >= LEAST_TELLING


def read(path: Path) -> Reading:
    """The calls and deadlines of ``path``.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.plain.read_table`.
    """
    table = read_table(path, NEEDED, COLUMNS)
    table = replace(table, rows=tuple({**row, "title": unmarked(decoded(row["title"]))} for row in table.rows))
    findings = table.findings
    for name in table.header:
        if name and name not in COLUMNS:
            findings.remark("unknown_column", Place(table.file, row=table.heading_row, column=name), name)
    return Reading(
        NAME,
        table.file,
        tuple(_drafts(_calls(table, findings))),
        tuple(findings.problems),
        tuple(findings.remarks),
        lenient=True,
    )


def call_code(identifier: str, title: str, kind: str, *, alone: bool) -> str:
    """The proposed code: the identifier where it is one topic's own, else marked by the title."""
    if alone and identifier and kind != "cascade_call":
        return identifier
    return f"{identifier or NAMELESS}~{short_hash(title)}"


# -- rows


def _calls(table: Table, findings: Findings) -> Iterable[Told]:
    """The calls of the table, each once; a row that names none is left out with a remark."""
    calls: dict[Key, Told] = {}
    for index, row in enumerate(table.rows):
        if not any(row.values()):
            continue
        key = _key(row)
        if key is None:
            column = "title" if row["identifier"] else "identifier"
            findings.remark("row_left_out_remark", table.place(index, column), " ".join(row.values()).strip()[:80])
            continue
        told = _told(table, index, findings)
        if key in calls:
            _join(calls[key], told, table, index, findings)
        else:
            calls[key] = told
            if not told.identifier:
                findings.remark("no_identity_remark", table.place(index, "identifier"), row["identifier"])
    return calls.values()


def _key(row: Mapping[str, str]) -> Key | None:
    """What rows of one call agree in; None where the row is no call: a sum, a note, a title alone."""
    identifier, kind, address = row["identifier"], row.get("kind", ""), folded_address(row.get("url", ""))
    named = not is_placeholder(identifier)
    if not row["title"] or not (named or row.get("deadline") or row.get("opening_date") or address):
        return None
    own = address if (kind == "cascade_call" and not is_topic_page(address)) or not named else ""
    return folded_identifier(identifier) if named else "", fold(row["title"]), kind, own


def _told(table: Table, index: int, findings: Findings) -> Told:
    """The call of one row."""
    row = table.rows[index]
    identifier = "" if is_placeholder(row["identifier"]) else row["identifier"]
    values: dict[str, Value | None] = {"title": row["title"], "identifier": identifier or None}
    if "kind" in row:
        values["kind"] = _kind(table, index, findings)
    if "programme" in row:
        values["programme_text"] = row["programme"] or None
        where = table.place(index, "programme")
        values["programme"] = programme((row["programme"],), where, findings)
    if "opening_date" in row:
        days = [due.day for due in _dues(table, index, "opening_date", findings)]
        values["opening"] = min(days, default=None)
        if len(set(days)) > 1:
            findings.remark("several_values_remark", table.place(index, "opening_date"), row["opening_date"], min(days))
    if "budget_eur" in row:
        values["budget"] = minor_cell(table, index, "budget_eur", findings) or None
        values["currency"] = "EUR"
    if "url" in row:
        address = _SEVERAL["url"].split(row["url"])[0].rstrip(" ,;|")
        values["address"] = None if is_placeholder(address) else address
    values["visibility"] = "public"
    for name, between in _SEVERAL.items():
        if between.search(said := row.get(name, "")):
            taken = said if name == "identifier" else str(values["address"])
            findings.remark("several_values_remark", table.place(index, name), said[:80], taken[:80])
    return Told(table.place(index), identifier, values, _dues(table, index, "deadline", findings))


def _dues(table: Table, index: int, column: str, findings: Findings) -> list[Deadline]:
    found, doubts = deadlines(table.rows[index].get(column, ""))
    for doubt in doubts:
        findings.remark(doubt.key, table.place(index, column), doubt.text, doubt.expected)
    return found


def _join(known: Told, told: Told, table: Table, index: int, findings: Findings) -> None:
    """Another row of a known call: its deadlines are added, it opens with the first; what contradicts is left out."""
    known.dues += [due for due in told.dues if due not in known.dues]
    for name, value in told.values.items():
        before = known.values.get(name)
        if value is None or name in _SAME or name in known.doubted:
            continue
        if before is None:
            known.values[name] = value
        elif name == "opening":
            known.values[name] = min(str(before), str(value))
        elif _folded(name, value) != _folded(name, before):
            known.doubted.add(name)
            known.values[name] = None
            column = _COLUMNS_OF[name]
            first = table.rows[known.place.row - table.heading_row - 1].get(column, "")
            findings.remark("rows_differ_remark", table.place(index, column), table.rows[index][column], first)


def _folded(name: str, value: Value) -> object:
    return folded_address(str(value)) if name == "address" else fold(str(value))


def _kind(table: Table, index: int, findings: Findings) -> str | None:
    text = table.rows[index]["kind"].casefold().replace(" ", "_")
    if not text or text in CHOICES["call_kind"]:
        return text or None
    expected = ", ".join(CHOICES["call_kind"])
    findings.remark("unknown_code_remark", table.place(index, "kind"), table.rows[index]["kind"], expected)
    return None


# -- drafts


def _drafts(calls: Iterable[Told]) -> Iterable[Draft]:
    """The drafts with their codes, which depend on who shares an identifier."""
    calls = list(calls)
    topics = Counter(folded_identifier(c.identifier) for c in calls if c.values.get("kind") != "cascade_call")
    titles = Counter((folded_identifier(c.identifier), fold(c.title)) for c in calls)
    for call in calls:
        folded = folded_identifier(call.identifier)
        alone = topics[folded] == 1  # cascade calls are marked, whoever shares their identifier
        same = titles[folded, fold(call.title)] > 1
        name = f"{call.title}|{call.values.get('address')}|{call.values.get('kind')}" if same else call.title
        code = call_code(call.identifier, name, str(call.values.get("kind")), alone=alone)
        refs = ((NAME, f"{call.identifier}|{call.title}"),)
        yield Draft("call", code, call.values, call.place, refs)
        for due in call.dues:
            yield Draft("call_deadline", f"{code}/{due.day}", _deadline(code, due), call.place, refs)


def _deadline(call: str, due: Deadline) -> dict[str, Value | None]:
    values: dict[str, Value | None] = {"call": call, "day": due.day, "visibility": "public"}
    if due.moment:
        values["moment"] = due.moment
    if due.stage:
        values["stage"] = due.stage
    if due.cut_off:
        values["cut_off"] = 1  # numbered among all that are known of the call
    return values


READER: Final = Reader(NAME, looks_like, read, "liste over EU-utlysninger")
