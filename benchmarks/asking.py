"""What questions of one address cost over very many records: CPU the first time and after, bytes, and the report."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
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
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.portfolio import Portfolio, make
from akint_dash.store.snapshots import Snapshots
from benchmarks.views import SEED, TODAY, Still, generated

INVOLVED: Final = 280_000
"""Rows of involvement of the generated records: of those 201 600 are activities."""
RUNS: Final = 3

Asked = tuple[str, str, str]
"""What is asked, beneath which part of the address, with which query."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One question: seconds of CPU the first time and after, and the bytes of its answer."""

    name: str
    first_s: float
    again_s: float
    size: int


def portfolio_of(given: list[str]) -> Portfolio:
    """The one of a database, or one generated."""
    if given:
        return Snapshots(open_engine(f"sqlite:///{given[0]}"), 60).portfolio("staff")
    return make(generated(INVOLVED, SEED), [], [], "staff")


def thousands(n: int) -> str:
    """A number as reports write it."""
    return f"{n:,}".replace(",", " ")


def ask(site: Site, client: FlaskClient, address: str, part: str, query: str) -> tuple[float, int]:
    """Seconds of CPU and bytes of one answer: of the page itself, or of what lies beneath it."""
    gc.collect()
    began = time.process_time()
    if part:
        answer = client.get(f"{address}{part}?{query}")
        if answer.status_code != 200:
            raise AssertionError(answer.status)
        size = len(answer.data)
    else:
        size = len(json.dumps(compact(site.render(address, query)), cls=PlotlyJSONEncoder))
    return time.process_time() - began, size


def measure(
    portfolio: Portfolio, address: str, register: Callable[[Flask, Site], None], asked: Iterable[Asked]
) -> Iterator[Cost]:
    """The cost of every question."""
    gc.collect()
    gc.freeze()  # the records stay: what is looked through before each answer is what the last one left
    settings = Settings.model_validate({"database_url": "sqlite://", "today": TODAY})
    site = Site(settings, Still(portfolio), PAGES, lambda: AT_HOME)
    server = Flask("asked")
    register(server, site)
    client = server.test_client()
    for name, part, query in asked:
        first, size = ask(site, client, address, part, query)
        yield Cost(name, first, median(ask(site, client, address, part, query)[0] for _ in range(RUNS)), size)


def report(title: str, said: Iterable[str], costs: Iterable[Cost], path: Path | None) -> None:
    """A line a question, told as it is measured; written to ``path`` where there is one, and printed."""
    lines = [
        f"# {title}",
        "",
        *said,
        "",
        "| question | CPU first, s | CPU after, s (median of 3) | answer, kB |",
        "|---|---|---|---|",
    ]
    for c in costs:
        lines.append(f"| {c.name} | {c.first_s:.2f} | {c.again_s:.2f} | {c.size / 1000:.0f} |")
        sys.stderr.write(lines[-1] + "\n")
    text = "\n".join(lines) + "\n"
    if path:
        path.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
