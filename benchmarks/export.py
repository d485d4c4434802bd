"""What it costs to have a list of 200 000 rows as a file: CPU, bytes, and what the process grew by at most.

``python -m benchmarks.export`` generates the records from one seed and writes EXPORT.md. Each file is made by a process
of its own that holds the snapshot and has shown the page once, as a server has; the bounds are 20 s of CPU and 300 MB
a file.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, NamedTuple

from flask import Flask

from akint_dash.access.viewer import AT_HOME
from akint_dash.components.page import Site
from akint_dash.pages import PAGES, downloads
from akint_dash.settings import Settings
from benchmarks.asking import portfolio_of, thousands
from benchmarks.views import TODAY, Still

REPORT: Final = Path(__file__).parent / "EXPORT.md"
LIST: Final = "/data/aktivitet"
ENDINGS: Final = ("xlsx", "csv", "json", "zip")
MOST_S, MOST_MB = 20, 300


class Cost(NamedTuple):
    """One file: its ending, the seconds of CPU it took, its bytes, and by how many MB the process grew at most."""

    ending: str
    seconds: float
    size: int
    grown_mb: float
    rows: int


def _memory(name: str) -> float:
    """A line of the process's status in MB: ``VmRSS`` now, ``VmHWM`` at most."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith(f"{name}:"))


def _made(ending: str, out: Connection) -> None:
    portfolio = portfolio_of([])
    site = Site(
        Settings.model_validate({"database_url": "sqlite://", "today": TODAY}), Still(portfolio), PAGES, lambda: AT_HOME
    )
    server = Flask("export")
    downloads.register(server, site)
    site.render(LIST, "")
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # what it held at most begins anew
    held, began = _memory("VmRSS"), time.process_time()
    with server.test_client() as client:
        answer = client.get(f"/last-ned/siden.{ending}?side={LIST}")
    if answer.status_code != 200:
        raise AssertionError(answer.status)
    took = time.process_time() - began
    rows = len(portfolio.records("activity"))
    out.send(Cost(ending, took, len(answer.data), _memory("VmHWM") - held, rows))


def measured(ending: str) -> Cost:
    """One file, by a process of its own."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_made, args=(ending, there))
    process.start()
    there.close()
    cost: Cost = here.recv()
    process.join()
    return cost


def main() -> int:
    """Measure and write; 1 where a file is over its bounds."""
    costs = [measured(ending) for ending in ENDINGS]
    lines = [
        "# A list of many rows as a file",
        "",
        f"Written by `python -m benchmarks.export`: {thousands(costs[0].rows)} activities from one seed, each file by",
        "a process of its own that holds the snapshot already.",
        f"Bounds: {MOST_S} s of CPU and {MOST_MB} MB over what it held.",
        "",
        "| file | CPU, s | kB | grew by at most, MB |",
        "|---|---|---|---|",
        *(f"| {c.ending} | {c.seconds:.1f} | {c.size / 1000:.0f} | {c.grown_mb:.0f} |" for c in costs),
    ]
    text = "\n".join(lines) + "\n"
    REPORT.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return int(any(c.seconds > MOST_S or c.grown_mb > MOST_MB for c in costs))


if __name__ == "__main__":
    sys.exit(main())
