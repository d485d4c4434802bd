"""Calls from a saved answer of the EU Funding & Tenders portal's search interface (SEDIA).

The file is one page (an object with ``results``), a list of pages or of results, or JSON lines of
either, as :mod:`akint_dash.importers.fetch` saves them. What is met in such answers and mended here:
every value a list of one; JSON within strings; metadata missing, its fields then at the top; several
forms of date; pages that repeat rows; old copies (``DATASOURCE`` other than SEDIA: dropped); a budget
overview of the whole call (only the entries of this topic are summed); an unreliable status (never
read: the state follows from the dates). Tenders (type 0) are no calls and are passed by.

Amounts in EUR or ``currency`` become minor units. A deadline with an hour is a moment in UTC, one at
midnight is a day. Broken rows are left out with a remark, so that one of them never stops the rest.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote
from zoneinfo import ZoneInfo

from akint_dash.domain.history import Value
from akint_dash.domain.reading import Draft, Place, Reader, Reading
from akint_dash.errors import UnreadableFile
from akint_dash.importers import shallow
from akint_dash.importers.calls_csv import call_code
from akint_dash.importers.conventions import BadCell, Convention
from akint_dash.importers.markup import one_line_of, prose_of
from akint_dash.importers.plain import (
    Findings,
    cleaned,
    code_rows,
    day,
    folded,
    programme_aliases,
    read_bytes,
)
from akint_dash.importers.spelling import one_line

NAME: Final = "sedia"
CURRENT: Final = "SEDIA"
TENDER: Final = "0"
CASCADE: Final = "8"
OWN_BUDGET: Final = frozenset({"2", "8"})
"""Types whose amount stands in ``budget``; the others have it in ``budgetOverview``."""

HEAVY: Final = frozenset(
    {
        "actions",
        "beneficiaryAdministration",
        "children",
        "furtherInformation",
        "latestInfos",
        "links",
        "publicationDocuments",
        "topicConditions",
    }
)
MOST_DIGITS: Final = 300
"""No number of the portal has more."""
LINE_CHARS: Final = 16 * 1024 * 1024
"""A page of 100 is about 2 MB; a longer first line is the whole of one JSON file."""

BRUSSELS: Final = ZoneInfo("Europe/Brussels")
PORTAL: Final = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities"
_WHEN: Final = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<clock>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
_HALF: Final = re.compile("[\ud800-\udfff\ufffd]")
_EPOCH_MS: Final = re.compile(r"\d{12,13}")


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A day as the source writes it, and the moment in UTC where it gives an hour."""

    day: str
    moment: str | None = None

    @property
    def order(self) -> str:
        """A text that sorts in time."""
        return self.moment or self.day


@dataclass(frozen=True, slots=True)
class Call:
    """One result: its fields as lists of text, and where it stands in the file."""

    fields: Mapping[str, Any]
    number: int

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field, JSON lists in strings opened, blanks left out."""
        return tuple(text for text in map(cleaned, _texts(self.fields.get(name))) if text)

    def raw(self, name: str) -> str:
        """The text of a field as the file has it, halves of signs too."""
        return " ".join(_texts(self.fields.get(name)))

    def one(self, *names: str) -> str:
        """The first value of the first field that has one, else ``""``."""
        return next((values[0] for name in names if (values := self.all(name))), "")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A current call with the key the portal knows it by; ``alone`` where no other has its key."""

    call: Call
    key: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Programmes:
    """What our code lists know of the portal's programmes."""

    names: Mapping[str, str]
    """Words by portal id and by beginning of identifier."""
    by_id: Mapping[str, str]
    """Our code by portal id."""
    by_words: Mapping[str, str]
    """Our code by folded words."""

    @classmethod
    def known(cls) -> Programmes:
        """As ``portal_programme.csv``, ``programme.csv`` and ``programme_alias.csv`` state."""
        names = {row["key"]: row["name"] for row in code_rows("portal_programme.csv")}
        rows = [row for row in code_rows("programme.csv") if row.get("portal_id")]
        by_id: dict[str, str] = {}
        for row in rows:
            if not row.get("parent") or row["portal_id"] not in by_id:
                by_id[row["portal_id"]] = row["code"]
        return cls(names, by_id, programme_aliases())

    def of(self, identifier: str, ids: Sequence[str]) -> tuple[str, str | None]:
        """(words, our code or None): by the identifier's beginning, else by the portal's ids."""
        parts = identifier.split("-")
        heads = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
        words = [self.names[key] for key in (*heads, *ids) if key in self.names]
        codes = [self.by_words[folded(said)] for said in words if folded(said) in self.by_words]
        codes += [self.by_id[one] for one in ids if one in self.by_id]
        return next(iter([*words, *ids]), heads[-1]), next(iter(codes), None)


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
    chosen = _chosen(_calls(path), path.name, findings)
    programmes = Programmes.known()
    drafts = tuple(draft for one in chosen for draft in _whole(one, path.name, programmes, findings))
    remarks = tuple(findings.remarks)
    seen = max((one.call.one("fetched", "esDA_IngestDate")[:10] for one in chosen), default="")
    return Reading(NAME, path.name, drafts, (), remarks, data_as_of=day(seen), lenient=True)


def when(text: str) -> When | None:
    """The time in one of the portal's forms; None where there is none in the calendar.

    ``2026-12-08T00:00:00.000+0000`` (midnight by its own clock or in UTC: a day),
    ``2024-04-18T19:00:00.000+0200``, ``2024-09-27+02:00 Europe/Brussels``, milliseconds since 1970.
    An hour without offset is Brussels time.
    """
    if _EPOCH_MS.fullmatch(text):
        text = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(text))).isoformat()
    found = _WHEN.match(text)
    if found is None or (own := day(found["day"])) is None:
        return None
    if found["clock"] is None:
        return When(own)
    try:
        local = datetime.fromisoformat(f"{own}T{found['clock']}{found['zone'] or ''}")
        exact = (local if local.tzinfo else local.replace(tzinfo=BRUSSELS)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if local.strftime("%H%M%S") == "000000" or exact.strftime("%H%M%S") == "000000":
        return When(own)
    return When(own, exact.strftime("%Y-%m-%dT%H:%M:%SZ"))


def results(path: Path) -> Iterator[Mapping[str, Any]]:
    """Every result object of a saved answer, in order; JSON lines are read page by page.

    Raises:
        UnreadableFile: see :func:`read`.
    """
    found = False
    for part in _parts(path):
        for result in _unfold(part):
            found = True
            if result:
                yield result
    if not found:
        raise UnreadableFile("no_results", file=path.name)


def _parts(path: Path) -> Iterator[Any]:
    """The JSON values of a file: its lines where the first is whole, else the file as one."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            first = file.readline(LINE_CHARS)
            try:
                yield _loads(first)
            except ValueError:
                yield _loads(read_bytes(path))
                return
            for line in file:
                if line.strip():
                    yield _loads(line)
    except OSError as error:
        raise UnreadableFile("unreadable_file", file=path.name) from error
    except ValueError as error:
        raise UnreadableFile("damaged_file", file=path.name) from error


def _loads(text: str | bytes) -> Any:
    """JSON whose broken values stay in their row: a too long number stays text, what is too deep is half a sign."""
    if isinstance(text, bytes):
        text = text.decode("utf-8-sig", errors="replace")
    return shallow.loads(text, object_hook=_light, parse_int=_integer)


def _integer(text: str) -> int | str:
    return int(text) if len(text) <= MOST_DIGITS else text


def _light(found: dict[str, Any]) -> dict[str, Any]:
    """``found`` without the long texts that nothing here reads: they are most of an answer."""
    return {name: value for name, value in found.items() if name not in HEAVY}


def _unfold(part: Any) -> Iterator[Mapping[str, Any]]:
    """The results of a page, a list of pages, or results alone; {} for a page without any."""
    if isinstance(part, list):
        for one in part:
            yield from _unfold(one)
    elif isinstance(part, dict):
        inner = part.get("results", part.get("result"))
        if isinstance(inner, list):
            yield {}
            mark = part.get("akint")
            stamp = {"fetched": mark.get("fetched")} if isinstance(mark, dict) else {}
            yield from ({**one, **stamp} for one in inner if isinstance(one, dict))
        elif isinstance(inner, dict):
            yield inner
        elif "metadata" in part or ("identifier" in part and "reference" in part):
            yield part


def _calls(path: Path) -> Iterator[Call]:
    for number, result in enumerate(results(path), start=1):
        metadata = result.get("metadata")
        inner = metadata if isinstance(metadata, dict) else {}
        top = {name: value for name, value in result.items() if name != "metadata"}
        filled = {name: value for name, value in inner.items() if value not in (None, [], "")}
        yield Call({**top, **filled, "content": result.get("content")}, number)


def _texts(value: Any) -> Iterator[str]:
    """The texts in a value: itself, the items of a list, or of a JSON list within a string."""
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        if value.startswith('["'):
            opened = _json(value)
            if isinstance(opened, list):
                yield from (str(one) for one in opened)
                return
        yield value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_int=_integer)
    except (ValueError, RecursionError):
        return None


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
    number = call.one("callccm2Id")
    if _kind(call) == "cascade_call" and number:
        return f"cs/{number}"
    if _kind(call) == "cascade_call":  # its identifier is that of its topic
        return f"{call.one('identifier', 'reference')}|{_title(call)}"
    return call.one("identifier", "reference")


def _newer(call: Call) -> tuple[bool, str, int]:
    """Sorts copies of one call: English before other languages, then the latest."""
    english = call.one("language") in ("", "en")
    return english, call.one("esDA_IngestDate", "es_SortDate"), call.number


def _chosen(calls: Iterable[Call], file: str, findings: Findings) -> list[Chosen]:
    """Each current call once, with its key; two titles under one key are two calls."""
    best: dict[tuple[str, str], Call] = {}
    languages: dict[str, set[bool]] = defaultdict(set)
    for call in calls:
        if call.one("DATASOURCE") not in ("", CURRENT) or call.one("type") == TENDER:
            continue
        key = _key(call)
        if not key or not _title(call):
            findings.remark("row_left_out_remark", Place(file, row=call.number), key)
            continue
        languages[key].add(_newer(call)[0])
        same = key, _title(call)
        if same not in best or _newer(call) > _newer(best[same]):
            best[same] = call
    kept = {(key, title): call for (key, title), call in best.items() if _newer(call)[0] or True not in languages[key]}
    shared = Counter(key for key, _ in kept)
    return [
        Chosen(call, key if shared[key] == 1 else f"{key}|{title}", shared[key] == 1)
        for (key, title), call in kept.items()
    ]


# -- one call


def _whole(chosen: Chosen, file: str, programmes: Programmes, findings: Findings) -> list[Draft]:
    """The drafts of one call; half a sign in it is a remark, and what breaks it is one too and stops no other."""
    place = Place(file, row=chosen.call.number)
    for name in ("title", "identifier"):
        if _HALF.search(text := chosen.call.raw(name)):
            there = Place(file, row=place.row, column=name)
            findings.remark("broken_sign_remark", there, _HALF.sub("\ufffd", text)[:80])
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
    deadlines = _when(call, "deadlineDate", place, findings)
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
    return one_line(call.one("identifier", "callIdentifier", "reference"))


def _values(call: Call, place: Place, programmes: Programmes, findings: Findings) -> dict[str, Value | None]:
    identifier = _identifier(call)
    words, tie = programmes.of(identifier, call.all("frameworkProgramme"))
    if tie is None:
        there = Place(place.file, row=place.row, column="programme")
        findings.remark("unknown_code_remark", there, words, "programme")
    opening = _when(call, "startDate", place, findings)
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
        values |= {"budget": budget, "currency": call.one("currency") or "EUR"}
    return values


def _address(call: Call, identifier: str) -> str:
    number = call.one("callccm2Id")
    if _kind(call) == "cascade_call" and number:
        return f"{PORTAL}/competitive-calls-cs/{quote(number)}"
    return f"{PORTAL}/topic-details/{quote(identifier)}"


def _when(call: Call, name: str, place: Place, findings: Findings) -> list[When]:
    """The times in a field, each once, in order of time; what is no time is a remark."""
    times: set[When] = set()
    for text in call.all(name):
        if (time := when(text)) is None:
            there = Place(place.file, place.sheet, place.row, name)
            findings.remark("not_a_date_remark", there, text)
        else:
            times.add(time)
    return sorted(times, key=lambda time: time.order)


def _round(call: Call, number: int, many: int) -> dict[str, Value | None]:
    """Which stage or cut-off the ``number``-th of ``many`` deadlines is."""
    model = call.one("deadlineModel").casefold()
    stage = number if model.startswith("two-stage") and many > 1 else None
    cut_off = number if "cut-off" in model or "cutoff" in model else None
    return {"stage": stage, "cut_off": cut_off}


def _budget(call: Call, identifier: str, place: Place, findings: Findings) -> int | None:
    """The call's amount in minor units: never that of its sisters, never zero; none where a part cannot be read."""
    cascade = call.one("type") in OWN_BUDGET or _kind(call) == "cascade_call"
    texts = [call.one("budget")] if cascade else list(_topic_amounts(call, identifier))
    total = 0
    for text in texts:
        try:
            total += Convention.ENGLISH.minor(text) or 0
        except BadCell as bad:
            there = Place(place.file, row=place.row, column="budget")
            findings.remark(f"{bad.key}_remark", there, text[:80], bad.expected)
            return None
    return total or None


def _topic_amounts(call: Call, identifier: str) -> Iterator[str]:
    for text in call.all("budgetOverview"):
        overview = _json(text)
        actions = overview.get("budgetTopicActionMap") if isinstance(overview, dict) else None
        for entries in actions.values() if isinstance(actions, dict) else ():
            for entry in entries if isinstance(entries, list) else ():
                yield from _years(entry, identifier)


def _years(entry: Any, identifier: str) -> Iterator[str]:
    if not isinstance(entry, dict) or not str(entry.get("action")).startswith(f"{identifier} "):
        return
    years = entry.get("budgetYearMap")
    yield from (str(amount) for amount in years.values() if amount is not None) if isinstance(years, dict) else ()


READER: Final = Reader(NAME, looks_like, read, "EU-kommisjonens utlysningsportal")
