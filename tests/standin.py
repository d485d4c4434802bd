"""A stand-in for the portal's search interface and Norges Bank's open data, on this machine only.

It behaves as ``sedia_api.md`` describes: POST of a multipart form whose parts are JSON, 100 results
a page at most, 405 for GET, nothing found for a plain JSON body, every value a list of text. All
topics are made up. ``faults`` makes single requests fail; ``unstable`` makes pages repeat and miss
rows as ties in the sort do.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

Topic = dict[str, Any]

HORIZON = "43108390"
OTHERS = ("43152860", "43353764", "43251814")
MODELS = ("single-stage", "two-stage", "multiple cut-off")
SUBJECTS = (
    "Climate adaptation of streets – «grønne» gater & parks",
    "Public transport on demand; pilots 'north' and \"south\"",
    "Learning centres for vocational training, 50 % online",
    "Quantum sensors ≥ 10 K",
    "Museums, libraries & archives\u202fin rural areas",
    "Åpne data: open, trusted <public> services",
)


def topic(number: int, chance: random.Random, *, filler: int = 0) -> Topic:
    """One made-up result, with the traps that its number brings."""
    identifier = f"HORIZON-CL{number % 6 + 1}-2026-{number // 40:03d}-{number % 40:02d}"
    programme = HORIZON if number % 5 else OTHERS[number // 5 % len(OTHERS)]
    model = MODELS[number % 3]
    month, day = chance.randrange(1, 13), chance.randrange(1, 28)
    deadlines = [f"2027-{month:02d}-{day:02d}T17:00:00.000+0200"]
    if model != "single-stage":
        deadlines.append(f"2028-{month:02d}-{day:02d}T00:00:00.000+0000")
    if number % 17 == 0:
        deadlines = [f"2027-{month:02d}-{day:02d}+02:00 Europe/Brussels"]
    overview = {
        "budgetTopicActionMap": {
            "1": [
                {
                    "action": f"{identifier} - HORIZON-IA",
                    "budgetYearMap": {"2026": "1500000", "2027": 500000},
                    "expectedGrants": 2,
                },
                {
                    "action": f"{identifier}0 - HORIZON-RIA sister",
                    "budgetYearMap": {"2026": "99000000"},
                },
            ]
        }
    }
    metadata: dict[str, Any] = {
        "identifier": [identifier],
        "title": [f"{SUBJECTS[number % len(SUBJECTS)]} ({number})"],
        "callIdentifier": [identifier.rsplit("-", 1)[0]],
        "callccm2Id": [str(45_000_000 + number)],
        "type": ["1"],
        "status": [("31094501", "31094502")[number % 2]],
        "startDate": ["2026-09-01T00:00:00.000+0000"],
        "deadlineDate": deadlines,
        "deadlineModel": [model],
        "frameworkProgramme": [programme],
        "programmePeriod": ["2021 - 2027"],
        "keywords": [json.dumps(["one", "two"])],
        "focusArea": [],
        "DATASOURCE": ["SEDIA"],
        "budgetOverview": [json.dumps(overview)],
        "esDA_IngestDate": ["2026-10-05T00:54:21.553+0200"],
    }
    if filler:
        metadata["descriptionByte"] = ["x" * filler]
    if number % 10 == 3:
        metadata |= {"type": ["8"], "budget": ["60000"], "currency": ["EUR"]}
        del metadata["budgetOverview"]
    result: Topic = {
        "apiVersion": "2.141",
        "reference": f"{number}{identifier}1700000000000",
        "url": f"https://example.org/{identifier}.json",
        "title": None,
        "content": metadata["title"][0],
        "language": "en",
        "database": "SEDIA",
        "metadata": metadata,
        "children": [],
    }
    if number % 250 == 13:
        result |= {name: one[0] for name, one in metadata.items() if one}
        result["type"] = "8"
        del result["metadata"]
    return result


def topics(count: int, *, seed: int = 1, filler: int = 0) -> list[Topic]:
    """``count`` made-up results, the same for the same seed."""
    chance = random.Random(seed)
    return [topic(number, chance, filler=filler) for number in range(count)]


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    method: str
    path: str
    params: Mapping[str, str]
    parts: Mapping[str, Any]
    headers: Mapping[str, str]
    at: float


@dataclass
class Standin:
    """The server: a context manager with ``url`` (calls) and ``rates_url``.

    ``faults`` are used up one a request: ``429``, ``500``, ``400``, ``timeout``, ``truncated``,
    ``garbage``, ``message``, ``closed`` or "" for none.
    """

    results: Sequence[Topic] = ()
    faults: Iterable[str] = ()
    unstable: bool = False
    slow_s: float = 1.0
    rates: str = ""
    asked: list[Asked] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._faults = iter(self.faults)
        handler = type("Handler", (_Handler,), {"house": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Where the calls are asked for."""
        return f"http://127.0.0.1:{self._server.server_port}/search-api/prod/rest/search"

    @property
    def rates_url(self) -> str:
        """Where the rates are asked for."""
        return f"http://127.0.0.1:{self._server.server_port}/api/data/EXR"

    def fault(self) -> str:
        """The next fault."""
        return next(self._faults, "")

    def page(self, asked: Asked) -> dict[str, Any]:
        """The answer to a well-formed question."""
        size = min(int(asked.params.get("pageSize", "50")), 100)
        number = int(asked.params.get("pageNumber", "1"))
        query = asked.parts.get("query")
        found = [one for one in self.results if query and _matches(one, query)]
        if asked.parts.get("sort", {}).get("field") == "identifier":
            found.sort(key=lambda one: (_field(one, "identifier"), one["reference"]))
        start = (number - 1) * size
        rows = found[start : start + size]
        if self.unstable and len(self.asked) % 2 == 0 and rows and start:
            rows = [found[start - 1], *rows[1:]]
        return {
            "apiVersion": "2.141",
            "terms": "***",
            "responseTime": 3,
            "totalResults": len(found),
            "pageNumber": number,
            "pageSize": size,
            "sort": "identifier",
            "results": rows,
        }


def _field(result: Topic, name: str) -> str:
    value = result.get("metadata", result).get(name)
    return str(value[0] if isinstance(value, list) and value else value or "")


def _matches(result: Topic, query: Mapping[str, Any]) -> bool:
    for clause in query["bool"]["must"]:
        for name, wanted in (clause.get("terms") or clause.get("term")).items():
            values = wanted if isinstance(wanted, list) else [wanted]
            if _field(result, name) not in values:
                return False
    return True


class _Handler(BaseHTTPRequestHandler):
    house: Standin

    def do_GET(self) -> None:
        asked = self._note({})
        if asked.path.startswith("/api/data/EXR/"):
            if not self._fails():
                self._send(200, self.house.rates.encode(), "text/csv")
            return
        self._send(405, b"{}")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        asked = self._note(self._parts(body))
        if self._fails():
            return
        if asked.params.get("apiKey") != "SEDIA" or not asked.params.get("text"):
            self._send(401, b'{"message": "no key"}')
            return
        self._send(200, json.dumps(self.house.page(asked)).encode())

    def _note(self, parts: Mapping[str, Any]) -> Asked:
        split = urlsplit(self.path)
        params = {name: values[0] for name, values in parse_qs(split.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, split.path, params, parts, headers, time.monotonic())
        self.house.asked.append(asked)
        return asked

    def _parts(self, body: bytes) -> Mapping[str, Any]:
        """The JSON parts of a multipart form; {} for any other body."""
        kind = self.headers.get("Content-Type", "")
        if not kind.startswith("multipart/form-data"):
            return {}
        message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
        found: dict[str, Any] = {}
        for part in message.iter_parts():
            text: Any = part.get_payload(decode=True)
            if part.get_content_type() == "application/json":
                found[str(part.get_param("name", header="content-disposition"))] = json.loads(text)
        return found

    def _fails(self) -> bool:
        fault = self.house.fault()
        if fault.isdigit():
            self._send(int(fault), b"{}", extra={"Retry-After": "1"} if fault == "429" else {})
        elif fault == "timeout":
            time.sleep(self.house.slow_s)
        elif fault == "truncated":
            self._send(200, b'{"totalResults": 3, "resu', length=4_000)
        elif fault == "garbage":
            self._send(200, b"<html>maintenance</html>", "text/html")
        elif fault == "message":
            self._send(200, b'{"message": "internal error"}')
        if fault in ("timeout", "truncated", "closed"):
            self.close_connection = True
        return bool(fault)

    def _send(
        self,
        status: int,
        body: bytes,
        kind: str = "application/json",
        *,
        length: int = 0,
        extra: Mapping[str, str] | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length or len(body)))
        for name, value in (extra or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
