"""Server CPU of Explore over 200 000 records: questions, numbers chosen, the rows behind them, comparisons, points.

``python -m benchmarks.explore`` generates the records from one seed and writes EXPLORE.md; with the path of a SQLite
database it measures that one instead and only prints.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterator
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
from akint_dash.pages.explore import rows as routes
from akint_dash.settings import Settings
from akint_dash.store.portfolio import Portfolio
from benchmarks.lists import Cost, portfolio_of
from benchmarks.views import TODAY, Still

RUNS: Final = 3
REPORT: Final = Path(__file__).parent / "EXPLORE.md"
PAGE: Final = "/utforsk"
YEARS: Final = "periode=2026&mot-periode=2025"
ASKED: Final = (
    ("initiatives by area", "", ""),
    ("by area and instrument", "", "etter=omrade&og=virkemiddel"),
    ("by theme", "", "etter=tema"),
    ("by theme and month", "", "etter=tema&og=maned"),
    ("projects by country", "", "mal=prosjekter&etter=land"),
    ("support by programme", "", "mal=stotte&etter=program"),
    ("own hours by area and year", "", "mal=timer&etter=omrade&og=ar"),
    ("attendances by month", "", "mal=deltakere&etter=maned"),
    ("days to answer by area", "", "mal=svartid&etter=omrade"),
    ("days of applications by area", "", "mal=soknadstid&etter=omrade"),
    ("one area's, by theme", "", "omrade=SAM&etter=tema"),
    ("one number chosen", "", "etter=omrade&punkt=SAM"),
    ("all records chosen", "", "etter=omrade&punkt=alle"),
    ("a box of 24 numbers", "", "etter=omrade&og=ar&punkt=SAM~KUL~KLI~UTD~NAE~PLA~TAN~FRL,2024~2025~2026"),
    ("the grid's first block of it", "/rader", "etter=omrade&punkt=alle&fra=0&til=100"),
    ("a block in the middle", "/rader", "etter=omrade&punkt=alle&fra=100000&til=100100"),
    ("ordered by name", "/rader", "etter=omrade&punkt=alle&sorter=navn&fra=0&til=100"),
    ("ordered by hours, from the end", "/rader", "mal=timer&etter=omrade&punkt=alle&sorter=verdi&fra=0&til=100"),
    ("two years by area", "", YEARS),
    ("two years by month", "", f"{YEARS}&etter=maned"),
    ("either side's records", "", f"{YEARS}&punkt=SAM&mot-punkt=SAM"),
    ("an area against all", "", "omrade=SAM&mot-omrade=alle&mal=timer&etter=tema"),
    ("support against hours", "", "mal=stotte&mot-mal=timer&etter=omrade"),
)
"""What is asked, beneath which part of the page's address, with which query."""


def ask(site: Site, client: FlaskClient, part: str, query: str) -> tuple[float, int]:
    """Seconds of CPU and bytes of one answer."""
    gc.collect()
    began = time.process_time()
    if part:
        answer = client.get(f"{PAGE}{part}?{query}")
        if answer.status_code != 200:
            raise AssertionError(answer.status)
        size = len(answer.data)
    else:
        size = len(json.dumps(compact(site.render(PAGE, query)), cls=PlotlyJSONEncoder))
    return time.process_time() - began, size


def measure(portfolio: Portfolio) -> Iterator[Cost]:
    """The cost of every question."""
    gc.collect()
    gc.freeze()  # the records stay: what is looked through before each answer is what the last one left
    settings = Settings.model_validate({"database_url": "sqlite://", "today": TODAY})
    site = Site(settings, Still(portfolio), PAGES, lambda: AT_HOME)
    server = Flask("explore")
    routes.register(server, site)
    client = server.test_client()
    for name, part, query in ASKED:
        first, size = ask(site, client, part, query)
        yield Cost(name, first, median(ask(site, client, part, query)[0] for _ in range(RUNS)), size)


def main(given: list[str]) -> int:
    """Measure and write."""
    portfolio = portfolio_of(given)
    records = sum(len(portfolio.records(entity)) for entity in ("project", "activity", "dossier", "cooperation"))
    many, rows = (f"{n:,}".replace(",", " ") for n in (records, len(portfolio.involvement.record)))
    lines = [
        "# Explore over many records",
        "",
        f"Written by `python -m benchmarks.explore`: {many} records and {rows} rows of involvement from one seed, one",
        "process, one processor. What the dimensions hold is kept with the snapshot.",
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
