"""Make the demonstration's CSV files from ``content.yaml``: seeded, the same every time, all of it invented.

Run ``python -m tools.demo`` from the project's folder. It writes one folder per day of ``REVISIONS`` (``days.py``) with
the rows that came or changed since the day before, and overwrites what lies there. Change what it knows in
``data/demo/content.yaml``, how much in the constants of the parts.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from akint_dash.domain.schema import ENTITIES
from tools.demo.abroad import cooperations, dossiers, organisations
from tools.demo.activities import activities
from tools.demo.book import BOOK
from tools.demo.content import DEMO
from tools.demo.days import LAST
from tools.demo.lists import actors, calls, lists, ukraine_and_offers
from tools.demo.outcomes import budgets, funds, results, targets_and_remarks
from tools.demo.participations import participations
from tools.demo.projects import projects
from tools.demo.writing import withhold, write


def main() -> None:
    """Make everything, in the order the parts name each other."""
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description="Make the demonstration's CSV files.")
    parser.add_argument("--out", type=Path, default=DEMO, help="the folder for them (data/demo)")
    out = parser.parse_args().out
    lists()
    calls()
    organisations()
    actors()
    codes = projects()
    dossiers()
    cooperations(codes)
    ukraine_and_offers()
    activities()
    results(codes)
    budgets()
    funds()
    participations()
    targets_and_remarks()
    withhold()
    write(out)
    print({name: len([1 for e, _ in BOOK.at(LAST) if e == name]) for name in ENTITIES if BOOK.codes(name)})


if __name__ == "__main__":
    main()
