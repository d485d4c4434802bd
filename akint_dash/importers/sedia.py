"""Calls from a saved answer of the EU Funding & Tenders portal's search interface (SEDIA).

What is met in such answers and mended here: every value a list of one; JSON within strings; metadata missing, its
fields then at the top; several forms of date (:mod:`~akint_dash.importers.portal_times`); pages that repeat rows; old
copies (``DATASOURCE`` other than SEDIA: dropped); a budget overview of the whole call
(:mod:`~akint_dash.importers.portal_money`); an unreliable status (never read: the state follows from the dates).
Tenders (type 0) are no calls and are passed by.

Amounts in EUR or ``currency`` become minor units. A deadline with an hour is a moment in UTC, one at midnight is a day.
Broken rows are left out with a remark, so that one of them never stops the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import quote

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Draft, Place, Reader, Reading
from akint_dash.importers.calls_csv import call_code
from akint_dash.importers.conventions import BadCell
from akint_dash.importers.findings import Findings
from akint_dash.importers.identities import project_number
from akint_dash.importers.markup import one_line_of, prose_of
from akint_dash.importers.portal_money import topic_amounts, worth
from akint_dash.importers.portal_programmes import Programmes
from akint_dash.importers.portal_rows import Call, calls
from akint_dash.importers.portal_times import When, times
from akint_dash.importers.spelling import fold
from akint_dash.importers.texts import day

NAME: Final = "sedia"
CURRENT: Final = "SEDIA"
TENDER: Final = "0"
CASCADE: Final = "8"
STAGES: Final = 2
COMPARED: Final = ("deadlineDate", "startDate", "budget", "budgetOverview", "deadlineModel")
OWN_BUDGET: Final = frozenset({"2", "8"})
"""Types whose amount stands in ``budget``; the others have it in ``budgetOverview``."""

PORTAL: Final = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities"
_HALF: Final = re.compile("[\ud800-\udfff\ufffd]")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A current call with the key the portal knows it by; ``alone`` where no other has its key."""

    call: Call
    key: str
    alone: bool


def looks_like(path: Path, head: bytes) -> bool:
    """Whether the file begins as JSON with results of the search interface."""
    del path
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    telling = b'"results"' in head or (b'"metadata"' in head and b'"identifier"' in head)
    return start in (b"{", b"[") and telling


def read(path: Path) -> Reading:
    """The calls and deadlines of ``path``.

    Raises:
        UnreadableFile: ``damaged_file`` (not whole JSON), ``no_results`` (no answer of the search
            interface), or as :func:`akint_dash.importers.plain.read_bytes`.
    """
    findings = Findings()
    chosen = _chosen(calls(path), path.name, findings)
    programmes = Programmes.known()
    drafts = tuple(draft for one in chosen for draft in _whole(one, path.name, programmes, findings))
    remarks = tuple(findings.remarks)
    seen = max((one.call.one("fetched", "esDA_IngestDate")[:10] for one in chosen), default="")
    return Reading(NAME, path.name, drafts, (), remarks, data_as_of=day(seen), lenient=True)


# -- which results are calls, each once


def _kind(call: Call) -> str:
    """``topic`` or ``cascade_call``; rows without a type are told by their address."""
    kind = call.one("type")
    if kind:
        return "cascade_call" if kind == CASCADE else "topic"
    address = call.one("url", "esST_URL")
    return "cascade_call" if "competitive-calls" in address else "topic"


def _title(call: Call) -> str:
    return one_line_of(call.one("title", "content", "callTitle", "identifier"))


def _key(call: Call) -> str:
    """What the portal knows the call by: a topic's identifier, a cascade call's own number."""
    number = _own_number(call)
    if number:
        return f"cs/{number}"
    if _kind(call) == "cascade_call":  # its identifier is that of its topic
        return f"{call.named('identifier', 'reference')}|{_title(call)}"
    return call.named("identifier", "reference")


def _own_number(call: Call) -> str:
    """The portal's number of a cascade call; ``""`` for a topic, and where it has none."""
    return project_number(call.one("callccm2Id")) if _kind(call) == "cascade_call" else ""


def _newer(call: Call) -> tuple[bool, str, str, str]:
    """Sorts copies of one call: English before other languages, then the latest; never by their order in the file."""
    return *_age(call), max(call.all("deadlineDate"), default=""), repr(_said(call))


def _age(call: Call) -> tuple[bool, str]:
    return call.one("language") in ("", "en"), call.one("esDA_IngestDate", "es_SortDate")


def _said(call: Call) -> dict[str, tuple[str, ...]]:
    """What copies of one call may differ in."""
    return {name: tuple(sorted(call.all(name))) for name in COMPARED}


def _tell_copies(calls: Iterable[Call], best: Mapping[tuple[str, str], Call], file: str, findings: Findings) -> None:
    """Copies that no date tells the newest of, and that say different things."""
    for call in calls:
        chosen = best.get((fold(_key(call)), fold(_title(call))), call)
        differ = [name for name, said in _said(call).items() if said != _said(chosen)[name]]
        if differ and _age(call) == _age(chosen):
            findings.remark("copies_differ_remark", Place(file, row=call.number), _key(call)[:80], ", ".join(differ))


def _chosen(calls: Iterable[Call], file: str, findings: Findings) -> list[Chosen]:
    """Each current call once, with its key.

    Two titles under one key are two calls, unless the portal's own reference says that they are copies of one.
    """
    records: dict[tuple[str, str], Call] = {}
    current: list[Call] = []
    for call in calls:
        if call.one("DATASOURCE") not in ("", CURRENT) or call.one("type") == TENDER:
            continue
        key = _key(call)
        if not key or not _title(call):
            findings.remark("row_left_out_remark", Place(file, row=call.number), key)
            continue
        current.append(call)
        same = fold(key), call.one("reference") or fold(_title(call))
        if same not in records or _newer(call) > _newer(records[same]):
            records[same] = call
    best: dict[tuple[str, str], Call] = {}
    for call in records.values():
        same = fold(_key(call)), fold(_title(call))
        if same not in best or _newer(call) > _newer(best[same]):
            best[same] = call
    _tell_copies(current, best, file, findings)
    english = {key for (key, _), call in best.items() if _newer(call)[0]}
    kept = {same: call for same, call in best.items() if _newer(call)[0] or same[0] not in english}
    shared = Counter(key for key, _ in kept)
    return [
        Chosen(call, _key(call) if shared[key] == 1 else f"{_key(call)}|{_title(call)}", shared[key] == 1)
        for (key, _), call in kept.items()
    ]


# -- one call


def _whole(chosen: Chosen, file: str, programmes: Programmes, findings: Findings) -> list[Draft]:
    """The drafts of one call; half a sign in it is a remark, and what breaks it is one too and stops no other."""
    place = Place(file, row=chosen.call.number)
    for name in ("title", "identifier", "descriptionByte", "description"):
        if found := _HALF.search(text := chosen.call.raw(name)):
            there = Place(file, row=place.row, column=name)
            begin = max(0, found.start() - 40)
            findings.remark("broken_sign_remark", there, _HALF.sub("\ufffd", text[begin : begin + 80]))
    try:
        return _drafts(chosen, file, programmes, findings)
    except (ValueError, TypeError, ArithmeticError, AttributeError, RecursionError):
        findings.remark("row_left_out_remark", place, chosen.key[:80])
        return []


def _drafts(chosen: Chosen, file: str, programmes: Programmes, findings: Findings) -> list[Draft]:
    call, key = chosen.call, chosen.key
    place = Place(file, row=call.number)
    identifier = _identifier(call)
    code = call_code(identifier, _title(call), _kind(call), alone=chosen.alone)
    values = _values(call, place, programmes, findings)
    drafts = [Draft("call", code, values, place, ((NAME, key),))]
    deadlines = _times(call, "deadlineDate", place, findings)
    for number, deadline in enumerate(deadlines, start=1):
        own: dict[str, Value | None] = {
            "call": code,
            "moment": deadline.moment,
            "day": None if deadline.moment else deadline.day,
            **_round(call, number, len(deadlines)),
            "visibility": "public",
        }
        drafts.append(Draft("call_deadline", f"{code}/{deadline.order}", own, place, ((NAME, key),)))
    return drafts


def _identifier(call: Call) -> str:
    return call.named("identifier", "callIdentifier", "reference")


def _values(call: Call, place: Place, programmes: Programmes, findings: Findings) -> dict[str, Value | None]:
    identifier = _identifier(call)
    words, tie = programmes.of(identifier, call.all("frameworkProgramme"))
    if tie is None:
        there = Place(place.file, row=place.row, column="programme")
        findings.remark("unknown_code_remark", there, words, "programme")
    opening = _times(call, "startDate", place, findings)
    budget = _budget(call, identifier, place, findings)
    values: dict[str, Value | None] = {
        "title": _title(call),
        "identifier": identifier,
        "kind": _kind(call),
        "programme": tie,
        "programme_text": words,
        "address": _address(call, identifier),
        "visibility": "public",
    }
    if opening:
        values["opening"] = opening[0].day
    if description := prose_of("\n".join(call.all("descriptionByte") or call.all("description"))):
        values["description"] = description
    if budget is not None:
        values |= {"budget": budget[0], "currency": budget[1]}
    return values


def _address(call: Call, identifier: str) -> str:
    if number := _own_number(call):
        return f"{PORTAL}/competitive-calls-cs/{quote(number)}"
    return f"{PORTAL}/topic-details/{quote(identifier)}"


def _times(call: Call, name: str, place: Place, findings: Findings) -> list[When]:
    """The times in a field, in order of time; what is no time is a remark. Two stages may end on one day."""
    said = call.all(name)
    found, doubts = times(said, each=_is_staged(call) and len(said) == STAGES)
    for doubt in doubts:
        findings.remark(doubt.key, replace(place, column=name), doubt.text[:80], doubt.expected)
    return found


def _is_staged(call: Call) -> bool:
    return call.one("deadlineModel").casefold().startswith("two-stage")


def _round(call: Call, number: int, many: int) -> dict[str, Value | None]:
    """Which stage or cut-off the ``number``-th of ``many`` deadlines is."""
    model = call.one("deadlineModel").casefold()
    stage = number if _is_staged(call) and many > 1 else None
    cut_off = number if "cut-off" in model or "cutoff" in model else None
    return {"stage": stage, "cut_off": cut_off}


def _budget(call: Call, identifier: str, place: Place, findings: Findings) -> tuple[int, str] | None:
    """The call's amount in minor units and its currency; never zero, none where a part cannot be read."""
    cascade = call.one("type") in OWN_BUDGET or _kind(call) == "cascade_call"
    texts = list(call.shown("budget")) if cascade else list(topic_amounts(call.items("budgetOverview"), identifier))
    if cascade and len(texts) > 1:
        findings.remark("two_readings_remark", replace(place, column="budget"), "; ".join(texts)[:80])
        return None
    try:
        return worth(texts, call.one("currency"))
    except BadCell as bad:
        said = call.one("currency") if bad.key == "unknown_currency" else ", ".join(texts)
        findings.remark(f"{bad.key}_remark", replace(place, column="budget"), said[:80], bad.expected)
        return None


READER: Final = Reader(NAME, looks_like, read, "EU-kommisjonens utlysningsportal")
