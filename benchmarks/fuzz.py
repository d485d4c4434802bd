"""Fuzzed addresses and callback bodies: no 500, no traceback, and no word of an internal record in any answer.

The portfolio is the one of ``tests/canary.py``: a word stands in every text of an internal record of every kind.
"""

from __future__ import annotations

import gzip
import json
import re
import socket
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, Final
from urllib.parse import quote, unquote_to_bytes

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import Settings
from benchmarks.served import DAY, served
from tests.canary import WORD, make_portfolio

SEED: Final = 20261129
ADDRESSES: Final = 6_000
BODIES: Final = 4_000
RAW_REQUESTS: Final = 400
LARGEST: Final = 4_000_000
LEAK: Final = re.compile(
    rf"Traceback|Internal Server Error|sqlalchemy|site-packages|/akint_dash/|{WORD}", re.IGNORECASE
)
OTHER_PATHS: Final = (
    "/health/live",
    "/health/ready",
    "/revisjon",
    "/metrics",
    "/utlysninger.ics",
    "/utlysninger.atom",
    "/api/v1",
    "/api/v1/measures/stotte",
    "/api/v1/project",
    "/api/v1/<kode>",
    "/api/v1/project/<kode>",
    "/innsyn/siden.zip",
    "/last-ned/frister.csv",
    "/last-ned/omrader.csv",
    "/last-ned/deltakelser.csv",
    *(f"/last-ned/frister.{kind}" for kind in ("svg", "svg", "png", "png", "json", "xlsx", "pptx", "docx")),
    *(f"/last-ned/omrader.{kind}" for kind in ("svg", "png")),
    *(f"/last-ned/siden.{kind}" for kind in ("xlsx", "pptx", "docx", "zip")),
    "/skjerm",
    "/skjerm/bilder",
    "/skjerm/gjest",
    "/skjerm/vakt.js",
    "/assets/app.js",
    "/assets/",
    "/_dash-layout",
    "/_dash-dependencies",
    "/_dash-component-suites/dash/deps/x.js",
    "/_dash-component-suites/dash/dcc/async-graph.js",
    "/_reload-hash",
    "/favicon.ico",
    "/logg-inn",
    "/logg-ut",
    "/.git/config",
    "/_alive",
)
PARAMETERS: Final = tuple(
    dict.fromkeys(
        (
            *("omrade", "virkemiddel", "program", "tema", "status", "ring", "periode", "sok", "per", "vekt", "side"),
            *(name for page in PAGES for name in page.own),
        )
    )
)
VALUES: Final = (
    *("", "0", "-1", "1e999", "NaN", "inf", "2026", "2026-2027", "9999-12-31", "0001-01-01", "2026-02-30"),
    *("99999999999999999999", "sam", "SAM,KUL", "antall", "kroner", "nb,en", "1080x1920", "0x0", "-1x5", "/"),
    *("/omrader/sam", "//evil.example/", "\\\\x\\y", "<script>alert(1)</script>", "\"'><img src=x>", "{{7*7}}"),
    *("javascript:alert(1)", "${7*7}", "%", "%00", "%s%n", "\x00", "\r\nX: y", "\ud800", "\udfff\ud800", "\u202e"),
    *("\ufeff", "æøå ÆØÅ", "😀" * 50, "a" * 5000, "," * 3000, "' OR 1=1 --", "../../etc/passwd", "horizon-" * 40),
    *(
        "true",
        "null",
        "[]",
        "{}",
        "１２",
        "٣",
        "1_000",
        "+1",
        " 7 ",
        "0x10",
        "2026-11-24T00:00",
        "2026-W01",
        "20261124",
    ),
)
METHODS: Final = ("GET",) * 14 + ("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")
HEADERS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("Accept-Encoding", ("gzip", "br", "zstd", "identity;q=0", "*", "gzip;q=x", "")),
    ("If-None-Match", ("*", '"1"', "W/", '"' * 50)),
    ("Range", ("bytes=0-1", "bytes=-1", "bytes=9-1", "lines=1")),
    ("Cookie", ("akint=x", "akint=" + "a" * 4000, "__Host-akint=e30.x.y", ";;;==", "session=\u00ff")),
    ("X-Forwarded-For", ("127.0.0.1", "::1, 10.0.0.1", "x")),
    ("X-Forwarded-Host", ("evil.example",)),
    ("X-Forwarded-Prefix", ("/x", "//x", "/../")),
    ("X-Forwarded-Proto", ("https", "javascript")),
    ("X-Request-ID", ("a" * 5000, "\u00ff", "ok-12345678")),
    ("Content-Type", ("application/json", "text/plain", "multipart/form-data; boundary=x", "multipart/form-data", "")),
    ("Accept-Language", ("nb", "en;q=9", "x" * 500)),
    ("Host", ("localhost", "127.0.0.1", "evil.example", "", "a:b:c", "[::1", "localhost:99999")),
    ("Origin", ("null", "https://evil.example")),
)


@dataclass(slots=True)
class Fuzzed:
    """What the answers were."""

    count: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    longest_s: float = 0.0
    largest: int = 0
    faults: list[str] = field(default_factory=list)

    def judge(self, asked: str, status: int, text: str, seconds: float) -> None:
        """One answer."""
        self.count += 1
        self.statuses[status] += 1
        self.longest_s, self.largest = max(self.longest_s, seconds), max(self.largest, len(text))
        if status >= 500:
            self.faults.append(f"{status}: {asked[:300]}")
        elif found := LEAK.search(text):
            self.faults.append(f"says «{found[0]}»: {asked[:300]}")
        if len(text) > LARGEST:
            self.faults.append(f"{len(text)} characters: {asked[:300]}")


def value(random: Random) -> str:
    """A value of a query, sometimes with a bit of it changed."""
    text = random.choice(VALUES)
    if text and random.random() < 0.3:
        place = random.randrange(len(text))
        text = (
            text[:place]
            + chr(random.choice((0, 9, 10, 37, 47, 0x7F, 0xE9, 0x202E, 0xD800, 0xFFFF, 0x1F600)))
            + text[place:]
        )
    return text


def search(random: Random) -> str:
    """A query string, encoded as it may or may not be."""
    pairs = []
    for _ in range(random.choice((0, 1, 1, 2, 3, 8))):
        name = random.choice(PARAMETERS) if random.random() < 0.9 else value(random)[:40]
        pairs.append(
            f"{_encoded(name, random)}{random.choice(('=', '=', '=', '', '=='))}{_encoded(value(random), random)}"
        )
    joined = random.choice(("&", "&", "&", ";", "&&")).join(pairs)
    return ("?" if random.random() < 0.97 else "?%") + joined if joined or random.random() < 0.1 else ""


def target(random: Random) -> tuple[str, str]:
    """A path and its query; a download mostly says the page that it is of, or there would be nothing to draw."""
    where, query = path(random), search(random)
    if "/last-ned/" in where and random.random() < 0.7:
        query = f"?side={random.choice(('/', '/', '/', '/omrader/sam', '/kart', '/frister'))}&{query[1:]}"
    return where, query


def _encoded(text: str, random: Random) -> str:
    raw = text.encode("utf-8", "surrogatepass")
    if random.random() < 0.1:
        raw = raw[: max(1, len(raw) - 1)]
    return quote(raw, safe="/:,") if random.random() < 0.9 else quote(raw, safe="%/:,&=?#<>")


def path(random: Random) -> str:
    """A path: one there is, with ways into and out of it, or one broken in some way."""
    known = random.choice((*(page.path for page in PAGES), *OTHER_PATHS))
    known = re.sub(
        "<[^>]*>",
        lambda _: quote(random.choice((*VALUES, "sam", "kul")).encode("utf-8", "surrogatepass"), safe=""),
        known,
    )
    if random.random() < 0.4:
        known = "/en" + known
    if random.random() < 0.5:
        return known
    broken = random.choice(
        (
            "//",
            "/../",
            "/./",
            "%2e%2e%2f",
            "%00",
            "%ff",
            "%E0%A4%A",
            "\\",
            ";x=1",
            ".json",
            "/",
            "%0d%0aX:y",
            "é",
            "%",
            "~",
        )
    )
    place = random.randrange(len(known) + 1)
    return known[:place] + broken + known[place:]


def body(random: Random) -> tuple[bytes, str]:
    """The body of a callback and its type, from a right one to none at all."""
    asked: Any = callback(path(random) if random.random() < 0.6 else value(random), search(random))
    for _ in range(random.choice((0, 0, 1, 1, 2, 4))):
        _damage(asked, random)
    if random.random() < 0.05:
        asked = random.choice(([], None, 1, "x", [asked], {"a": asked}))
    raw = json.dumps(asked, ensure_ascii=random.random() < 0.9).encode("utf-8", "surrogatepass")
    if random.random() < 0.1:
        raw = raw.replace(
            b'"side"', random.choice((b"NaN", b"[" * 2000, b'"\\ud800"', b"1e999", b'"\xff"', b'{"a":' * 500)), 1
        )
    if random.random() < 0.08:
        raw = raw[: random.randrange(len(raw))]
    kind = (
        "application/json"
        if random.random() < 0.95
        else random.choice(("text/plain", "application/x-www-form-urlencoded", ""))
    )
    return raw, kind


def callback(where: object, query: object) -> dict[str, Any]:
    """What the page itself asks for an address."""
    return {
        "output": "side.children",
        "outputs": {"id": "side", "property": "children"},
        "inputs": [
            {"id": "adresse", "property": "pathname", "value": where},
            {"id": "adresse", "property": "search", "value": query},
        ],
        "changedPropIds": ["adresse.pathname"],
    }


ODD: Final[tuple[Any, ...]] = (
    *(None, True, 0, -1, 1.5, 10**400, "", "side.children", "..side.children...", "x.y", "\ud800", "a" * 3000),
    *([], {}, [[]], [None], {"id": {"type": "x", "index": 1}}, [{"id": "adresse", "property": "pathname"}]),
    *({"id": "side"}, "_dash-no-output"),
)


def _damage(asked: Any, random: Random) -> None:
    """One place of the body loses or changes what stood there."""
    where = asked
    while True:
        keys = list(where) if isinstance(where, dict) else list(range(len(where)))
        if not keys:
            return
        key = random.choice(keys)
        if isinstance(where[key], dict | list) and where[key] and random.random() < 0.7:
            where = where[key]
            continue
        if random.random() < 0.3:
            del where[key]
        elif isinstance(where, dict) and random.random() < 0.2:
            where[random.choice(("state", "parsedChangedPropsIds", "x", "\ud800"))] = deepcopy(random.choice(ODD))
        else:
            where[key] = deepcopy(random.choice(ODD))
        return


# -- in this process


def portfolio(folder: Path) -> str:
    """The URL of a portfolio with a secret of every kind."""
    make_portfolio(folder / "secrets.db")
    return f"sqlite:///{folder / 'secrets.db'}"


def fuzz(url: str, addresses: int, bodies: int, seed: int = SEED) -> Iterator[tuple[str, Fuzzed]]:
    """Addresses, then bodies, asked of the application in this process."""
    server = create_app(Settings(database_url=url, today=date.fromisoformat(DAY), rate=0.0)).server
    yield "addresses", _each(server, addresses, Random(seed), _address)
    yield "callback bodies", _each(server, bodies, Random(seed + 1), _body)


def _each(server: Flask, count: int, random: Random, ask: Callable[[Random], dict[str, Any]]) -> Fuzzed:
    result = Fuzzed()
    for _ in range(count):
        environ = ask(random)
        asked = (
            f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}?{environ['QUERY_STRING']} {environ.pop('akint.fuzz')}"
        )
        began = time.monotonic()
        parts, status, headers = run_wsgi_app(server, environ, buffered=True)
        text = unpacked(b"".join(parts), headers.get("Content-Encoding", ""))
        result.judge(asked, int(status.partition(" ")[0]), text, time.monotonic() - began)
    return result


def _address(random: Random) -> dict[str, Any]:
    method, (where, query) = random.choice(METHODS), target(random)
    data = random.choice((b"", b"x" * 200)) if method in ("POST", "PUT", "PATCH") else b""
    return _environ(method, where, query, data, _headers(random))


def _body(random: Random) -> dict[str, Any]:
    raw, kind = body(random)
    return _environ("POST", "/_dash-update-component", "", raw, _headers(random) | {"Content-Type": kind})


def _environ(method: str, where: str, query: str, data: bytes, headers: dict[str, str]) -> dict[str, Any]:
    """A request as a server hands it over, without anything put right on the way."""
    environ = EnvironBuilder(method=method, input_stream=BytesIO(data), content_length=len(data)).get_environ()
    told = {name: given[:60] for name, given in headers.items()}
    for name, given in headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = given.encode().decode("latin-1")
    raw = unquote_to_bytes(where.encode("utf-8", "surrogatepass"))
    environ["PATH_INFO"] = raw.decode("latin-1")
    environ["QUERY_STRING"] = query[1:].encode("utf-8", "surrogatepass").decode("latin-1")
    environ["akint.fuzz"] = f"{told} {data[:260]!r}"
    return environ


def _headers(random: Random) -> dict[str, str]:
    if random.random() < 0.5:
        return {}
    return {name: random.choice(values) for name, values in random.sample(HEADERS, random.choice((1, 1, 2, 3)))}


def unpacked(raw: bytes, encoding: str) -> str:
    """The text of an answer as it was before it was packed; the answer to a HEAD has none."""
    if not raw:
        return ""
    if encoding == "gzip":
        raw = gzip.decompress(raw)
    elif encoding == "deflate":
        raw = zlib.decompress(raw)
    elif encoding == "br":
        import brotli  # type: ignore[import-untyped]  # it has no types

        raw = brotli.decompress(raw)
    elif encoding == "zstd":
        from backports import zstd

        raw = zstd.decompress(raw)
    return raw.decode("utf-8", "replace")


# -- against the real server


def fuzz_served(url: str, folder: Path, count: int, seed: int = SEED) -> Fuzzed:
    """The same with raw bytes on sockets, broken HTTP too, at a server begun by the command line."""
    random, result = Random(seed + 2), Fuzzed()
    with served(url, folder / "fuzz.log", AKINT_RATE=0) as server:
        for _ in range(count):
            request = _raw(random)
            began = time.monotonic()
            status, text = _send(server.port, request)
            result.judge(repr(request), status, text, time.monotonic() - began)
        status, text = server.ready()
        if status != 200:
            result.faults.append(f"not ready afterwards: {status} {text[:100]}")
        if "Traceback" in server.said():
            result.faults.append(f"the log holds a traceback: {server.said()[-600:]}")
    return result


def _raw(random: Random) -> bytes:
    method = random.choice((*METHODS, "G\u00c9T", "", "get"))
    asked = "".join(target(random)).encode("utf-8", "surrogatepass").replace(b" ", b"%20")
    version = random.choice((b"HTTP/1.1",) * 8 + (b"HTTP/1.0", b"HTTP/9.9", b"", b"HTTP/1.1 x"))
    lines = [b" ".join((method.encode(), asked, version)), b"Connection: close"]
    if random.random() < 0.9:
        lines.append(b"Host: localhost")
    for name, given in _headers(random).items():
        lines.append(f"{name}: {given}".encode("utf-8", "replace"))
    content = b""
    if random.random() < 0.4:
        lines[0] = b"POST /_dash-update-component HTTP/1.1"
        content, kind = body(random)
        length = random.choice((str(len(content)),) * 8 + ("-1", "x", "99999999999", "0"))
        lines += [f"Content-Type: {kind}".encode(), f"Content-Length: {length}".encode()]
        if random.random() < 0.1:
            lines.append(b"Transfer-Encoding: chunked")
    raw = b"\r\n".join(lines) + b"\r\n\r\n" + content
    if random.random() < 0.05:
        raw = raw[: random.randrange(1, len(raw))]
    return raw


def _send(port: int, raw: bytes) -> tuple[int, str]:
    """Status and text; 0 where the server closed without a word, which it may for what is no HTTP."""
    received = b""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as one:
            one.sendall(raw)
            one.shutdown(socket.SHUT_WR)
            while piece := one.recv(65_536):
                received += piece
    except OSError:
        pass
    head, _, content = received.partition(b"\r\n\r\n")
    found = re.match(rb"HTTP/1\.[01] (\d{3})", head)
    encoding = re.search(rb"(?i)content-encoding: *(\w+)", head)
    try:
        text = unpacked(content, encoding[1].decode() if encoding else "")
    except Exception:  # cut short, or in pieces: what is read then is the packed bytes
        text = content.decode("latin-1")
    return int(found[1]) if found else 0, head.decode("latin-1") + text


def run(addresses: int = ADDRESSES, bodies: int = BODIES, raw: int = RAW_REQUESTS) -> Iterator[tuple[str, Fuzzed]]:
    """All three."""
    with tempfile.TemporaryDirectory(prefix="akint-fuzz-") as name:
        folder = Path(name)
        url = portfolio(folder)
        yield from fuzz(url, addresses, bodies)
        yield "raw requests to the real server", fuzz_served(url, folder, raw)


def told(found: list[tuple[str, Fuzzed]]) -> tuple[bool, list[str]]:
    """Whether nothing was wrong, and the section of the report."""
    rows = [
        f"| {name} | {one.count} | {_statuses(one)} | {one.longest_s:.1f} s | {one.largest / 1000:.0f} kB | "
        f"{len(one.faults)} |"
        for name, one in found
    ]
    wrong = [f"- {name}: {fault}" for name, one in found for fault in one.faults[:30]]
    return not wrong, [
        "## Fuzzed requests",
        "",
        f"Seed {SEED}. The portfolio holds the word of an internal record in every text of every kind of record. "
        "Wrong is a status of 500 or more, a traceback or a path of the program, that word in any answer, or more "
        f"than {LARGEST // 1_000_000} MB. Status 0 is a connection closed without a word, for what is no HTTP.",
        "",
        "| what | how many | answers | longest | largest | wrong |",
        "|---|---|---|---|---|---|",
        *rows,
        *([""] if wrong else []),
        *wrong,
    ]


def _statuses(one: Fuzzed) -> str:
    return ", ".join(f"{status}: {count}" for status, count in sorted(one.statuses.items()))
