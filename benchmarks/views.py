"""Server CPU of one change at 20 000 and 200 000 generated involvement rows: an address in, the page's JSON out.

``python -m benchmarks.views`` writes the numbers to stdout and to VIEWS.md.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, Final

from plotly.utils import PlotlyJSONEncoder

from akint_dash.access.viewer import AT_HOME
from akint_dash.components.page import Site
from akint_dash.importers.run import load_code_lists
from akint_dash.pages import PAGES
from akint_dash.settings import PROJECT, Settings
from akint_dash.store.engine import open_engine, reading, upgrade
from akint_dash.store.portfolio import Audience, Portfolio, make
from akint_dash.store.snapshots import Snapshots
from akint_dash.store.state import read_state

SIZES: Final = (20_000, 200_000)
SEED: Final = 20261124
TODAY: Final = "2026-11-24"
RUNS: Final = 3
REPORT: Final = Path(__file__).parent / "VIEWS.md"
AREAS: Final = ("SAM", "KUL", "KLI", "UTD", "NAE", "PLA", "TAN", "FRL")
KINDS: Final = ("course", "seminar", "network_meeting", "advocacy", "contact", "guidance", "support")
STEPS: Final = ("idea", "submitted", "granted", "rejected", "running")
CHANGES: Final = (
    ("/", ""),
    ("/", "?omrade=SAM"),
    ("/", "?virkemiddel=KOM&periode=2025-2026"),
    ("/omrader", ""),
    ("/omrader/sam", ""),
    ("/virkemidler/prosjektutvikling", "?vekt=kroner"),
    ("/finansiering", ""),
    ("/maal", ""),
    ("/strategien", "?ring=norden"),
    ("/", "?sok=fjord"),
)


@dataclass(frozen=True, slots=True)
class Cost:
    """One change: seconds of CPU the first time and after, and the bytes of its answer."""

    path: str
    query: str
    first_s: float
    again_s: float
    size: int


class Still(Snapshots):
    """Snapshots of one portfolio that never changes."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._only = portfolio
        self._look = None
        self.reason = ""
        self.loaded_at = 0.0

    def portfolio(self, audience: Audience, as_of: date | None = None) -> Portfolio:  # noqa: ARG002
        """The portfolio."""
        return self._only

    looked_back = portfolio

    def revision(self) -> int:
        """No revision."""
        return 0


def lists() -> dict[str, dict[str, Any]]:
    """The code lists of the product."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/akint.db")
        upgrade(engine)
        load_code_lists(engine, PROJECT / "data" / "code")
        with reading(engine) as connection:
            state: dict[str, Any] = read_state(connection)
        engine.dispose()
    return state


def generated(rows: int, seed: int) -> dict[str, dict[str, Any]]:
    """Invented records that make ``rows`` of involvement: nine activities to a project, every fourth on two areas."""
    random, state = Random(seed), lists()
    state["plan"] = {"PLAN": {"name_nb": "Regional plan"}}
    state["goal"] = {f"G-{i:02d}": {"name_nb": f"Mål {i}", "plan": "PLAN"} for i in range(12)}
    goals, themes, regions = (sorted(state[name]) for name in ("goal", "theme", "region"))
    made: dict[str, dict[str, Any]] = {n: {} for n in ("activity", "project", "project_step", "funding", "attendance")}
    count = number = 0
    while count < rows:
        day = (date(2024, 1, 1) + timedelta(days=random.randrange(1050))).isoformat()
        two = number % 4 == 0 and count + 2 <= rows
        values: dict[str, Any] = {
            "title": f"Fjord og vei {number}",
            "area": AREAS[number % len(AREAS)],
            "owner": "Seksjonen",
            "themes": [[random.choice(themes), None]],
            "regions": [[random.choice(regions), None]],
        }
        if two:
            values["areas"] = [[AREAS[(number + 1) % len(AREAS)], 40]]
        if number % 10 == 0:
            code = f"P-{number:06d}"
            made["project"][code] = {
                **values,
                "start": day,
                "end": "2027-06-30",
                "budget": 10**8,
                "programme": "HORIZON",
            }
            if number % 30:
                made["project"][code]["goals"] = [[random.choice(goals), None]]
            made["project_step"][code] = {"project": code, "status": random.choice(STEPS), "date": day}
            cash = {"project": code, "level": "eu", "form": "cash", "payer": "others", "amount": 10**7}
            made["funding"][code] = {**cash, "currency": "NOK"}
        else:
            code = f"A-{number:06d}"
            made["activity"][code] = {**values, "kind": random.choice(KINDS), "start": day, "hours": 7.5}
            made["attendance"][code] = {"activity": code, "audience": "administration", "people": 12}
        count += 2 if two else 1
        number += 1
    return {**state, **made}


def answer(site: Site, path: str, query: str) -> tuple[float, int]:
    """Seconds of CPU and bytes of one answer."""
    gc.collect()
    began = time.process_time()
    size = len(json.dumps(site.render(path, query), cls=PlotlyJSONEncoder))
    return time.process_time() - began, size


def measure(rows: int) -> tuple[float, list[Cost]]:
    """Seconds of CPU to derive the involvement once, and the cost of every change."""
    portfolio = make(generated(rows, SEED), [], [], "staff")
    began = time.process_time()
    made = len(portfolio.involvement.record)
    derived = time.process_time() - began
    if made != rows:
        raise AssertionError(f"{made} rows, not {rows}")
    settings = Settings.model_validate({"database_url": "sqlite://", "today": TODAY})
    site = Site(settings, Still(portfolio), PAGES, lambda: AT_HOME)
    costs = []
    for path, query in CHANGES:
        first, size = answer(site, path, query)
        again = median(answer(site, path, query)[0] for _ in range(RUNS))
        costs.append(Cost(path, query, first, again, size))
    return derived, costs


def told(rows: int, derived: float, costs: list[Cost]) -> Iterator[str]:
    """The lines of the report."""
    yield f"## {rows:,} rows".replace(",", " ")
    yield ""
    yield f"The fact table is derived once a snapshot: {derived:.2f} s of CPU."
    yield ""
    yield "| change | CPU first, s | CPU after, s (median of 3) | answer, kB |"
    yield "|---|---|---|---|"
    for c in costs:
        yield f"| `{c.path}{c.query}` | {c.first_s:.2f} | {c.again_s:.2f} | {c.size / 1000:.0f} |"
    yield ""


def main() -> int:
    """Measure and write."""
    lines = [
        "# Server CPU of a change",
        "",
        "Written by `python -m benchmarks.views`. One process, one processor; the records are generated from one seed.",
        "",
    ]
    for rows in SIZES:
        lines += told(rows, *measure(rows))
    text = "\n".join(lines).rstrip() + "\n"
    REPORT.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
