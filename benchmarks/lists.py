"""Server CPU of a list of 200 000 rows: its page, a block for the grid, an order, a filter, a search, a sum, a column.

``python -m benchmarks.lists`` generates the records from one seed and writes LISTS.md; with the path of a SQLite
database it measures that one instead and only prints.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from flask import Flask
from flask.testing import FlaskClient
from plotly.utils import PlotlyJSONEncoder

from akint_dash.access.viewer import AT_HOME
from akint_dash.components.markup import compact
from akint_dash.components.page import Site
from akint_dash.pages import PAGES
from akint_dash.pages.data import rows as routes
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.portfolio import Portfolio, make
from akint_dash.store.snapshots import Snapshots
from benchmarks.views import SEED, TODAY, Still, generated

INVOLVED: Final = 280_000
"""Rows of involvement of the generated records: of those 201 600 are activities."""
RUNS: Final = 3
REPORT: Final = Path(__file__).parent / "LISTS.md"
LIST: Final = "/data/aktivitet"
ASKED: Final = (
    ("the page", "", ""),
    ("first block", "/rader", "fra=0&til=100"),
    ("block in the middle", "/rader", "fra=100000&til=100100"),
    ("ordered by day, from the end", "/rader", "sorter=-start&fra=0&til=100"),
    ("ordered by name", "/rader", "sorter=navn&fra=0&til=100"),
    ("next block of that order", "/rader", "sorter=navn&fra=100&til=200"),
    ("of one area", "/rader", "omrade=SAM&fra=0&til=100"),
    ("of one kind", "/rader", "er-kind=course&fra=0&til=100"),
    ("search for two words", "/rader", "finn=fjord+kurs&fra=0&til=100"),
    ("another search", "/rader", "finn=vei+1999&fra=0&til=100"),
    ("sum of a column", "/kolonne", "navn=hours"),
    ("a whole column to copy", "/kolonne", "navn=hours&kopier=1"),
)
"""What is asked, beneath which part of the list's address, with which query."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One question: seconds of CPU the first time and after, and the bytes of its answer."""

    name: str
    first_s: float
    again_s: float
    size: int


def ask(site: Site, client: FlaskClient, part: str, query: str) -> tuple[float, int]:
    """Seconds of CPU and bytes of one answer."""
    gc.collect()
    began = time.process_time()
    if part:
        answer = client.get(f"{LIST}{part}?{query}")
        if answer.status_code != 200:
            raise AssertionError(answer.status)
        size = len(answer.data)
    else:
        size = len(json.dumps(compact(site.render(LIST, query)), cls=PlotlyJSONEncoder))
    return time.process_time() - began, size


def measure(portfolio: Portfolio) -> Iterator[Cost]:
    """The cost of every question."""
    settings = Settings.model_validate({"database_url": "sqlite://", "today": TODAY})
    site = Site(settings, Still(portfolio), PAGES, lambda: AT_HOME)
    server = Flask("lists")
    routes.register(server, site)
    client = server.test_client()
    for name, part, query in ASKED:
        first, size = ask(site, client, part, query)
        yield Cost(name, first, median(ask(site, client, part, query)[0] for _ in range(RUNS)), size)


def portfolio_of(given: list[str]) -> Portfolio:
    """The one of a database, or one generated."""
    if given:
        return Snapshots(open_engine(f"sqlite:///{given[0]}"), 60).portfolio("staff")
    return make(generated(INVOLVED, SEED), [], [], "staff")


def main(given: list[str]) -> int:
    """Measure and write."""
    portfolio = portfolio_of(given)
    rows = f"{len(portfolio.records('activity')):,}".replace(",", " ")
    lines = [
        "# A list of many rows",
        "",
        f"Written by `python -m benchmarks.lists`: {rows} activities from one seed, one process, one processor. What a",
        "question works out is kept with the snapshot: orders, filters and the texts that are searched.",
        "",
        "| question | CPU first, s | CPU after, s (median of 3) | answer, kB |",
        "|---|---|---|---|",
    ]
    for c in measure(portfolio):
        lines.append(f"| {c.name} | {c.first_s:.2f} | {c.again_s:.2f} | {c.size / 1000:.0f} |")
        sys.stderr.write(lines[-1] + "\n")
    text = "\n".join(lines) + "\n"
    if not given:
        REPORT.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
