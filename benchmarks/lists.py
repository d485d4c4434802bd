"""Server CPU of a list of 200 000 rows: its page, a block for the grid, an order, a filter, a search, a sum, a column.

``python -m benchmarks.lists`` generates the records from one seed and writes LISTS.md; with the path of a SQLite
database it measures that one instead and only prints.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from akint_dash.pages.data import rows as routes
from benchmarks.asking import Asked, measure, portfolio_of, report, thousands

REPORT: Final = Path(__file__).parent / "LISTS.md"
LIST: Final = "/data/aktivitet"
ASKED: Final[tuple[Asked, ...]] = (
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


def main(given: list[str]) -> int:
    """Measure and write."""
    portfolio = portfolio_of(given)
    rows = thousands(len(portfolio.records("activity")))
    said = (
        f"Written by `python -m benchmarks.lists`: {rows} activities from one seed, one process, one processor. What a",
        "question works out is kept with the snapshot: orders, filters and the texts that are searched.",
    )
    report("A list of many rows", said, measure(portfolio, LIST, routes.register, ASKED), None if given else REPORT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
