"""Calls from a plain list: a public copy of the EU Funding & Tenders portal.

Columns (UTF-8, comma): ``identifier``, ``title``, ``programme`` (words), ``opening_date`` and
``deadline`` (days, YYYY-MM-DD; the hour is lost and none is invented), ``budget_eur`` (EUR, blank
allowed), ``url``, ``kind`` (``topic`` or ``cascade_call``), ``source``. A cascade call carries the
identifier of the topic it comes from: identifier and title together are the key. Money becomes
cents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import Value
from akint_dash.domain.reading import Draft, Place, Reader, Reading
from akint_dash.importers.conventions import BadCell, Convention
from akint_dash.importers.plain import (
    Findings,
    Table,
    day_cell,
    header_of,
    minor_cell,
    programme,
    read_table,
    short_hash,
)

NAME: Final = "eu_calls"
NEEDED: Final = ("identifier", "title", "deadline")
COLUMNS: Final = (*NEEDED, "programme", "opening_date", "budget_eur", "url", "kind", "source")
TELLING: Final = frozenset({"identifier", "title", "opening_date", "deadline", "budget_eur"})


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the header is that of a plain list of calls."""
    del path
    return frozenset(header_of(head)) >= TELLING


def read(path: Path) -> Reading:
    """The calls and deadlines of ``path``.

    Raises:
        UnreadableFile: see :func:`akint_dash.importers.plain.read_table`.
    """
    table = read_table(path, NEEDED)
    findings = table.findings
    for name in table.header:
        if name and name not in COLUMNS:
            findings.remark("unknown_column", Place(table.file, row=1, column=name), name)
    drafts = [draft for index in _distinct(table, findings) for draft in _call(table, index, findings)]
    return Reading(
        NAME,
        table.file,
        tuple(_coded(drafts)),
        tuple(findings.problems),
        tuple(findings.remarks),
        lenient=True,
    )


def call_code(identifier: str, title: str, kind: str, *, alone: bool) -> str:
    """The proposed code: the identifier where it is one topic's own, else marked by the title."""
    if alone and kind != "cascade_call":
        return identifier
    return f"{identifier}~{short_hash(title)}"


def _distinct(table: Table, findings: Findings) -> list[int]:
    """The rows that hold a call, each once; a blank key or two versions of one is a problem."""
    seen: dict[tuple[str, str], int] = {}
    for index, row in enumerate(table.rows):
        if not any(row.values()):
            continue
        blank = [name for name in ("identifier", "title") if not row[name]]
        for name in blank[:1]:
            findings.remark("row_left_out_remark", table.place(index, name), " ".join(row.values()).strip()[:80])
        key = (row["identifier"], row["title"])
        if blank:
            continue
        if key in seen and table.rows[seen[key]] != row:
            findings.problem("double_code", table.place(index, "identifier"), " | ".join(key))
        seen.setdefault(key, index)
    return list(seen.values())


def _call(table: Table, index: int, findings: Findings) -> list[Draft]:
    """The call of one row and its deadline, the call's code still being its identifier."""
    row, place = table.rows[index], table.place(index)
    key = f"{row['identifier']}|{row['title']}"
    values: dict[str, Value | None] = {"title": row["title"], "identifier": row["identifier"]}
    if "kind" in row:
        values["kind"] = _kind(table, index, findings)
    if "programme" in row:
        values["programme_text"] = row["programme"] or None
        where = table.place(index, "programme")
        values["programme"] = programme((row["programme"],), where, findings)
    if "opening_date" in row:
        values["opening"] = day_cell(table, index, "opening_date", findings)
    if "budget_eur" in row:
        values["budget"] = minor_cell(table, index, "budget_eur", findings)
        values["currency"] = "EUR"
    if "url" in row:
        values["address"] = row["url"] or None
    values["visibility"] = "public"
    drafts = [Draft("call", row["identifier"], values, place, ((NAME, key),))]
    for day in _days(table, index, findings):
        deadline: dict[str, Value | None] = {"call": row["identifier"], "day": day, "visibility": "public"}
        drafts.append(Draft("call_deadline", "", deadline, place, ((NAME, key),)))
    return drafts


def _days(table: Table, index: int, findings: Findings) -> list[str]:
    """Every deadline in the cell, each once; what is none is a remark."""
    found: list[str] = []
    for text in re.split(r"[;|\n]|,\s| and | og | & ", table.rows[index].get("deadline", "")):
        try:
            day = Convention.ENGLISH.day(text)
        except BadCell as bad:
            findings.remark(f"{bad.key}_remark", table.place(index, "deadline"), text.strip(), bad.expected)
            continue
        if day is not None and day not in found:
            found.append(day)
    return found


def _kind(table: Table, index: int, findings: Findings) -> str | None:
    text = table.rows[index]["kind"]
    if not text or text in CHOICES["call_kind"]:
        return text or None
    expected = ", ".join(CHOICES["call_kind"])
    findings.remark("unknown_code_remark", table.place(index, "kind"), text, expected)
    return None


def _coded(drafts: list[Draft]) -> list[Draft]:
    """The drafts with their codes, which depend on who shares an identifier."""
    topics = [d.code for d in drafts if d.entity == "call" and d.values.get("kind") != "cascade_call"]
    count = Counter(topics)
    result: list[Draft] = []
    code = ""
    for draft in drafts:
        values: Mapping[str, Value | None] = draft.values
        if draft.entity == "call":
            alone = count[draft.code] == 1  # cascade calls are marked, whoever shares their identifier
            code = call_code(draft.code, str(values["title"]), str(values.get("kind")), alone=alone)
            result.append(Draft("call", code, values, draft.place, draft.source_refs))
        else:
            own = {**values, "call": code}
            result.append(Draft(draft.entity, f"{code}/{values['day']}", own, draft.place, draft.source_refs))
    return result


READER: Final = Reader(NAME, looks_like, read, "liste over EU-utlysninger")
