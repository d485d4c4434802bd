"""Ask the public sources and save what they answer; ``import`` reads the saved files.

Calls: the EU Funding & Tenders search interface, ``POST`` of a multipart form, 100 results a page,
sorted by identifier. Every page is saved as one JSON line the moment it has come, so a second run
goes on where a broken one stopped. Identifiers are not unique, so pages may repeat and miss rows:
while fewer different rows have come than the portal counts, the pages are asked once more.
Rates: Norges Bank's yearly averages as semicolon CSV.

One request at a time, a pause between two, time-outs, and retries with exponential back-off and
jitter. Nothing is invented: where the source cannot be had, :class:`FetchFailed` says so.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, TypeVar

import httpx

from akint_dash.domain.reading import Progress
from akint_dash.errors import AkintError, UnreadableFile
from akint_dash.importers import norges_bank
from akint_dash.importers.limited import read_file
from akint_dash.importers.unfinished import Page, Unfinished, ask_all, page_of

T = TypeVar("T")

CALLS_URL: Final = "https://api.tech.ec.europa.eu/search-api/prod/rest/search"
RATES_URL: Final = "https://data.norges-bank.no/api/data/EXR"
USER_AGENT: Final = "akint-dash (county portfolio; one request at a time)"

FORTHCOMING: Final = "31094501"
OPEN: Final = "31094502"
TYPES: Final = ("1", "2", "8")
PERIOD: Final = "2021 - 2027"
PAGE_SIZE: Final = 100
FIELDS: Final = (
    "identifier",
    "title",
    "callIdentifier",
    "callTitle",
    "callccm2Id",
    "ccm2Id",
    "type",
    "startDate",
    "deadlineDate",
    "deadlineModel",
    "frameworkProgramme",
    "budgetOverview",
    "budget",
    "currency",
    "descriptionByte",
    "DATASOURCE",
    "url",
    "es_SortDate",
    "esDA_IngestDate",
    "esST_URL",
)
"""What the reader uses: asked for alone, an answer is much less than the whole."""

CALLS_FILE: Final = "eu-calls.jsonl"
RATES_FILE: Final = "norges-bank.csv"
CURRENCIES: Final = ("DKK", "EUR", "GBP", "ISK", "PLN", "SEK", "USD")

MOST_BYTES: Final = 64 * 1024 * 1024
"""An answer larger than this is broken off."""


class FetchFailed(AkintError):
    """A source could not be had: ``source_unreachable`` or ``source_refused`` with url and why."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How a source is asked: seconds, and how often a failed request is tried again."""

    pause_s: float = 0.2
    attempts: int = 6
    backoff_s: float = 1.0
    most_wait_s: float = 60.0
    timeout: httpx.Timeout = field(default_factory=lambda: httpx.Timeout(60.0, connect=10.0, pool=10.0))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetch brought: the saved file, how many different rows, and what the source counts."""

    file: Path
    rows: int
    total: int
    requests: int

    @property
    def missing(self) -> int:
        """Rows the source counts but never gave."""
        return max(0, self.total - self.rows)


class _Again(Exception):
    """The request may succeed when tried again; ``wait_s`` is the source's own wish."""

    def __init__(self, why: str, wait_s: float = 0.0) -> None:
        super().__init__(why)
        self.wait_s = wait_s


def fetch_calls(
    folder: Path,
    *,
    programmes: Sequence[str],
    base_url: str = CALLS_URL,
    client: Callable[..., httpx.Client] = httpx.Client,
    manners: Manners | None = None,
    page_size: int = PAGE_SIZE,
    progress: Progress | None = None,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.time,
) -> Fetched:
    """Save the portal's forthcoming and open calls as JSON lines in ``folder``.

    ``programmes`` are the portal's ids of the framework programmes (:func:`programme_ids`). An
    unfinished fetch of the same question, at most half a day old, is continued.

    Raises:
        FetchFailed: the portal did not answer after every retry; what came is kept.
    """
    manners = manners or Manners()
    question = _question(programmes)
    folder.mkdir(parents=True, exist_ok=True)
    mark = sha256(f"{base_url}{question}{page_size}".encode()).hexdigest()[:12]
    part = Unfinished(folder / f"{CALLS_FILE}.{mark}.part", clock())
    with client(headers={"User-Agent": USER_AGENT}, timeout=manners.timeout) as session:
        asker = _Asker(manners, sleep)

        def page(number: int) -> Page:
            params = {"apiKey": "SEDIA", "text": "***"}
            params |= {"pageSize": str(page_size), "pageNumber": str(number)}
            files = {n: (None, text, "application/json") for n, text in question.items()}
            return asker.ask(lambda: _page(session, base_url, params, files, part.path))

        ask_all(part, page, page_size, progress)
    return Fetched(part.finish(folder / CALLS_FILE), len(part.seen), part.total, asker.requests)


def fetch_rates(
    folder: Path,
    *,
    base_url: str = RATES_URL,
    currencies: Sequence[str] = CURRENCIES,
    first_year: int = 2014,
    client: Callable[..., httpx.Client] = httpx.Client,
    manners: Manners | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Save Norges Bank's yearly averages of ``currencies`` against NOK in ``folder``.

    What the source answers is read in the limited process before it takes the place of the last answer.

    Raises:
        FetchFailed: no answer after every retry, or one that is no table of rates.
    """
    manners = manners or Manners()
    url = f"{base_url.rstrip('/')}/A.{'+'.join(currencies)}.NOK.SP"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / RATES_FILE
    fresh = file.with_suffix(".part")
    params = {"format": "csv", "startPeriod": str(first_year), "locale": "en", "bom": "include"}
    with client(headers={"User-Agent": USER_AGENT}, timeout=manners.timeout) as session:
        asker = _Asker(manners, sleep)

        def once() -> int:
            fresh.write_bytes(_body(session, "GET", url, params=params))
            try:
                reading = read_file(fresh)
            except UnreadableFile as error:
                raise _Again("no table of rates") from error
            if reading.reader != norges_bank.NAME:
                raise _Again("no table of rates")
            return len(reading.drafts)

        rows = asker.ask(once)
    fresh.replace(file)
    return Fetched(file, rows, rows, asker.requests)


def programme_ids(rows: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """The portal ids of the programmes Norway takes part in, wholly or partly, each once.

    ``rows`` are those of ``data/code/programme.csv`` (columns ``norway``, ``portal_id``).
    """
    taken = (row.get("portal_id", "") for row in rows if row.get("norway") in ("yes", "partly"))
    return tuple(sorted({one for one in taken if one}))


# -- asking


@dataclass(slots=True)
class _Asker:
    """Asks politely: one at a time, a pause before each but the first, again where it may help."""

    manners: Manners
    sleep: Callable[[float], None]
    requests: int = 0
    chance: random.Random = field(default_factory=random.SystemRandom)

    def ask(self, once: Callable[[], T]) -> T:
        why = ""
        for attempt in range(self.manners.attempts):
            if self.requests:
                self.sleep(self.manners.pause_s)
            self.requests += 1
            try:
                return once()
            except (_Again, httpx.TransportError) as error:
                why = str(error) or type(error).__name__
                asked = error.wait_s if isinstance(error, _Again) else 0.0
            if attempt + 1 < self.manners.attempts:
                self.sleep(self._wait(attempt, asked))
        raise FetchFailed("source_unreachable", why=why, attempts=self.manners.attempts)

    def _wait(self, attempt: int, asked_s: float) -> float:
        longest: float = min(self.manners.backoff_s * 2.0**attempt, self.manners.most_wait_s)
        jittered = longest * self.chance.uniform(0.5, 1.0)
        return max(jittered, min(asked_s, self.manners.most_wait_s))


def _body(session: httpx.Client, method: str, url: str, **request: Any) -> bytes:
    """The body of an answer.

    Raises:
        _Again: the answer says to come again, or is too large.
        FetchFailed: the source refuses (``source_refused``).
    """
    with session.stream(method, url, **request) as answer:
        if answer.status_code in (408, 425, 429) or answer.status_code >= 500:
            wait = answer.headers.get("Retry-After", "")
            asked_s = float(wait) if wait.isdigit() else 0.0
            raise _Again(f"HTTP {answer.status_code}", asked_s)
        if answer.status_code != 200:
            raise FetchFailed("source_refused", url=url, why=f"HTTP {answer.status_code}")
        return b"".join(_limited(answer.iter_bytes()))


def _limited(chunks: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST_BYTES:
            raise _Again("the answer is too large")
        yield chunk


def _question(programmes: Sequence[str]) -> dict[str, str]:
    """The parts of the form, each JSON."""
    must: list[dict[str, Any]] = [
        {"terms": {"type": list(TYPES)}},
        {"terms": {"status": [FORTHCOMING, OPEN]}},
        {"term": {"programmePeriod": PERIOD}},
        {"terms": {"frameworkProgramme": sorted(set(programmes))}},
    ]
    return {
        "query": json.dumps({"bool": {"must": must}}),
        "languages": json.dumps(["en"]),
        "sort": json.dumps({"field": "identifier", "order": "ASC"}),
        "displayFields": json.dumps(FIELDS),
    }


def _page(
    session: httpx.Client,
    url: str,
    params: Mapping[str, str],
    files: Mapping[str, tuple[None, str, str]],
    beside: Path,
) -> Page:
    came = beside.with_suffix(".page")
    came.write_bytes(_body(session, "POST", url, params=params, files=files))
    try:
        return page_of(came)
    except UnreadableFile as error:
        raise _Again(error.key) from error
    except ValueError as error:
        raise _Again(str(error)) from error
    finally:
        came.unlink()
