"""Load: fifty readers click without pause at the real server; how soon they are answered, and what memory it takes.

Readers are threads of this process, on the same processors as the server: what they take themselves is in the figures.
"""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from typing import Final
from urllib.parse import urlencode

from akint_dash.pages import PAGES
from benchmarks.fuzz import callback
from benchmarks.served import Served
from tests.examples import example

SEED: Final = 20261129
READERS: Final = 50
REQUESTS: Final = 20_000
SAMPLES: Final = 20
GROWTH: Final = 1.10
"""Memory after the first quarter may grow so much till the end."""
AREAS: Final = ("sam", "kul", "kli", "utd")
CHOSEN: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("omrade", ("SAM", "KUL", "SAM,KUL")),
    ("virkemiddel", ("PRO", "POL", "KOM", "BIL")),
    ("periode", ("2024-2026", "2025", "2026-2027")),
    ("vekt", ("timer", "kroner")),
    ("status", ("granted", "submitted")),
    ("sok", ("havn", "energi", "ukraina", "skole")),
    ("per", ("2026-03-01", "2025-06-30", "2026-11-01")),
)


@dataclass(frozen=True, slots=True)
class Click:
    """One request, and what it is counted as."""

    kind: str
    method: str
    path: str
    body: bytes = b""


def clicks(random: Random) -> Iterator[Click]:
    """What one reader does: opens the address, goes from page to page, filters, downloads; the page asks for news."""
    yield Click("first HTML", "GET", "/")
    while True:
        page = example(random.choice(PAGES).path, kode=random.choice(AREAS))
        english = "/en" if random.random() < 0.2 else ""
        query = {name: random.choice(values) for name, values in CHOSEN if random.random() < 0.15}
        search = f"?{urlencode(query)}" if query else ""
        where = english + ("" if english and page == "/" else page)
        drawn = random.random()
        if drawn < 0.12:
            yield Click("news", "GET", "/revisjon")
        elif drawn < 0.17:
            yield Click("first HTML", "GET", where + search)
        elif drawn < 0.20:
            kind = random.choice(("csv", "csv", "svg", "png"))
            yield Click("download", "GET", f"{english}/last-ned/frister.{kind}?side=/&{urlencode(query)}")
        elif drawn < 0.22:
            yield Click("wall", "GET", "/skjerm/bilder?sekunder=20")
        else:
            yield Click("page", "POST", "/_dash-update-component", json.dumps(callback(where, search)).encode())


@dataclass
class Load:
    """What came of it."""

    readers: int
    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    times: dict[str, list[float]] = field(default_factory=dict)
    memory: list[tuple[int, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """All requests."""
        return self.statuses.total()

    def grown(self) -> float:
        """The most memory in the last quarter against the most in the second."""
        quarter = len(self.memory) // 4
        second, last = self.memory[quarter : 2 * quarter], self.memory[-quarter:]
        return max(held for _, held in last) / max(held for _, held in second)

    @property
    def well(self) -> bool:
        """No error, and memory flat."""
        return not self.faults and (len(self.memory) < 8 or self.grown() <= GROWTH)


def load(server: Served, readers: int = READERS, requests: int = REQUESTS, seed: int = SEED) -> Load:
    """Click until ``requests`` have been answered."""
    result, lock, turn = Load(readers), threading.Lock(), iter(range(requests))
    every = max(1, requests // SAMPLES)

    def next_turn() -> bool:
        with lock:
            number = next(turn, None)
            if number is not None and number % every == 0:
                result.memory.append((number, server.memory()))
            return number is not None

    def note(click: Click, status: int, seconds: float, said: str) -> None:
        with lock:
            result.statuses[status] += 1
            result.times.setdefault(click.kind, []).append(seconds)
            if status not in (200, 304):
                result.faults.append(f"{status}: {click.method} {click.path} {click.body[:200]!r} {said}")

    began = time.monotonic()
    with ThreadPoolExecutor(readers) as pool:
        list(pool.map(lambda n: _reader(server.port, Random(seed + n), next_turn, note), range(readers)))
    result.seconds = time.monotonic() - began
    result.memory.append((requests, server.memory()))
    return result


Note = Callable[[Click, int, float, str], None]


def _reader(port: int, random: Random, next_turn: Callable[[], bool], note: Note) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    headers = {"Accept-Encoding": "gzip", "Content-Type": "application/json"}
    for click in clicks(random):
        if not next_turn():
            break
        began = time.monotonic()
        try:
            connection.request(click.method, click.path, click.body or None, headers)
            answer = connection.getresponse()
            answer.read()
            status, said = answer.status, ""
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            status, said = 0, repr(error)
            if isinstance(error, http.client.RemoteDisconnected | BrokenPipeError | ConnectionResetError) and _again(
                connection, click, headers
            ):
                status = 200
        note(click, status, time.monotonic() - began, said)
    connection.close()


def _again(connection: http.client.HTTPConnection, click: Click, headers: dict[str, str]) -> bool:
    """A kept connection that the server has just closed is opened anew, as every browser does."""
    try:
        connection.request(click.method, click.path, click.body or None, headers)
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        return False
    return answer.status == 200


def quantile(times: list[float], part: float) -> float:
    """The time that ``part`` of them stay under."""
    return sorted(times)[min(len(times) - 1, int(part * len(times)))]


def told(result: Load) -> tuple[bool, list[str]]:
    """Whether it was well, and the section of the report."""
    every = [second for times in result.times.values() for second in times]
    rows = [
        f"| {kind} | {len(times)} | {quantile(times, 0.5):.2f} s | {quantile(times, 0.95):.2f} s | {max(times):.2f} s |"
        for kind, times in sorted(result.times.items(), key=lambda item: -len(item[1]))
    ]
    memory = [f"| {number} | {held / 1e6:.0f} MB |" for number, held in result.memory]
    wrong = [f"- {fault[:300]}" for fault in result.faults[:20]]
    return result.well, [
        "## Load",
        "",
        f"{result.readers} readers clicked without pause, seed {SEED}: {result.count} requests in "
        f"{result.seconds:.0f} s, {result.count / result.seconds:.0f} a second; "
        f"{len(result.faults)} errors. Half were answered within {quantile(every, 0.5):.2f} s, 95 of 100 within "
        f"{quantile(every, 0.95):.2f} s. Two workers; "
        "readers and server share the processors.",
        "",
        "| what | how many | half within | 95 % within | longest |",
        "|---|---|---|---|---|",
        *rows,
        "",
        f"Memory of both workers together: the most in the last quarter is {100 * (result.grown() - 1):+.1f} % "
        f"from the most in the second; the bound is {100 * (GROWTH - 1):.0f} %.",
        "",
        "| after requests | memory |",
        "|---|---|",
        *memory,
        *([""] if wrong else []),
        *wrong,
    ]
