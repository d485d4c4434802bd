"""Server CPU of Explore over 200 000 records: questions, numbers chosen, the rows behind them, comparisons, points.

``python -m benchmarks.explore`` generates the records from one seed and writes EXPLORE.md; with the path of a SQLite
database it measures that one instead and only prints.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from akint_dash.pages.explore import rows as routes
from benchmarks.asking import Asked, measure, portfolio_of, report, thousands

REPORT: Final = Path(__file__).parent / "EXPLORE.md"
PAGE: Final = "/utforsk"
YEARS: Final = "periode=2026&mot-periode=2025"
ASKED: Final[tuple[Asked, ...]] = (
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


def main(given: list[str]) -> int:
    """Measure and write."""
    portfolio = portfolio_of(given)
    kinds = ("project", "activity", "dossier", "cooperation")
    many = thousands(sum(len(portfolio.records(entity)) for entity in kinds))
    rows = thousands(len(portfolio.involvement.record))
    said = (
        f"Written by `python -m benchmarks.explore`: {many} records and {rows} rows of involvement from one seed, one",
        "process, one processor. What the dimensions hold is kept with the snapshot.",
    )
    costs = measure(portfolio, PAGE, routes.register, ASKED)
    report("Explore over many records", said, costs, None if given else REPORT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
