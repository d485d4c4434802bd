"""A database with any number of invented partner regions, to look at the map when it is full.

    python -m benchmarks.map_database /tmp/map60.db 60
    AKINT_DATABASE_URL=sqlite:////tmp/map60.db python app.py

The same arguments give the same portfolio. Ten regions suffice to see every status; sixty are the map's promise.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from akint_dash.importers.code_csv import read_folder
from akint_dash.importers.run import load_code_lists, run
from akint_dash.settings import PROJECT
from akint_dash.store.engine import open_engine, upgrade

TODAY = date(2026, 11, 24)
FIRST = ("UA-46", "SE-O", "PL-22", "DE-SH", "FI-11", "DK-84", "UA-32", "SE-M", "DE-BW", "ES-CT")
STATUSES = (
    "active",
    "active",
    "active",
    "agreement",
    "dialogue",
    "dialogue",
    "exploring",
    "dormant",
    "dormant",
    "ended",
)


def _regions(wanted: int, dice: random.Random) -> list[str]:
    rows = list(csv.DictReader((PROJECT / "data" / "code" / "region.csv").open(encoding="utf-8")))
    abroad = [r["code"] for r in rows if r["country"] != "NO" and r["ring"] != "other"]
    rest = [code for code in abroad if code not in FIRST]
    return [*FIRST, *dice.sample(rest, max(0, wanted - len(FIRST)))][:wanted]


def make(folder: Path, wanted: int) -> None:
    """Write the CSV files of a portfolio with ``wanted`` partner regions."""
    dice = random.Random(wanted)
    areas = [r["code"] for r in csv.DictReader((PROJECT / "data" / "code" / "area.csv").open(encoding="utf-8"))]
    themes = [r["code"] for r in csv.DictReader((PROJECT / "data" / "code" / "theme.csv").open(encoding="utf-8"))]
    regions = _regions(wanted, dice)
    everywhere = _regions(200, dice)
    cooperations: list[dict[str, Any]] = []
    activities: list[dict[str, Any]] = []
    for n, region in enumerate(regions):
        status = STATUSES[n % len(STATUSES)]
        since = date(2024, 1, 10) + timedelta(days=dice.randrange(600))
        one = {"code": f"B-{n:03d}", "region": region, "status": status, "since": since, "area": dice.choice(areas)}
        one["themes"] = "; ".join(dice.sample(themes, 2))
        if status in ("active", "agreement"):
            one["agreement_from"] = since + timedelta(days=60)
        cooperations.append(one | {"visibility": "public"})
        spread = 300 if status == "dormant" else (TODAY - since).days
        for m in range(dice.choice((1, 2, 3, 5, 9, 14))):
            day = since + timedelta(days=dice.randrange(1, max(2, spread)))
            kind = dice.choice(("contact", "delegation_in", "delegation_out", "study_visit"))
            activities.append(
                {"code": f"A-{n:03d}-{m}", "title": f"Møte {m + 1} om felles arbeid", "kind": kind, "start": day}
                | {"area": one["area"], "cooperation": one["code"], "hours": 8, "themes": themes[m % len(themes)]}
                | {"visibility": "public"}
            )
    names = ("AER", "CEMR", "CPMR", "ERRIN", "Nordregio", "NSC", "Baltic", "Polis")
    organisations = [
        {"code": f"O-{i}", "name": name, "kind": "network", "area": areas[0], "visibility": "public"}
        | {"regions": "; ".join(sorted(dice.sample(everywhere, 18) + regions[i :: len(names)]))}
        for i, name in enumerate(names)
    ]
    members = [
        {
            "code": f"M-{i}",
            "organisation": f"O-{i}",
            "from_date": "2024-01-01",
            "area": areas[0],
            "visibility": "public",
        }
        for i in range(6)
    ]
    projects = [
        {"code": f"P-{i:03d}", "title": f"Prosjekt {i}", "area": dice.choice(areas), "visibility": "public"}
        | {"regions": "; ".join(dice.sample(everywhere, 3)), "themes": dice.choice(themes), "start": "2025-03-01"}
        for i in range(20)
    ]
    projects[0]["regions"] = "UA-46"
    steps = [
        {"code": f"S-{i:03d}", "project": f"P-{i:03d}", "status": dice.choice(("granted", "running", "submitted"))}
        | {"date": "2025-06-01", "visibility": "public"}
        for i in range(20)
    ]
    funding = [
        {"code": "F-1", "project": "P-000", "level": "regional", "form": "cash", "payer": "own", "amount": 250000}
        | {"currency": "NOK", "purpose": "reconstruction", "visibility": "public"}
    ]
    oblasts = dice.sample([c for c in [*everywhere, "UA-59", "UA-48", "UA-74", "UA-46"] if c.startswith("UA-")], 3)
    needs = [
        {"code": f"N-{i}", "region": region, "theme": themes[(i + j) % len(themes)], "words": "Erfaring og opplæring"}
        | {"date": "2026-02-01", "visibility": "public"}
        for j, region in enumerate(oblasts)
        for i in range(j * 10, j * 10 + 3)
    ]
    offers = [
        {"code": f"T-{i}", "theme": theme, "words": "Erfaring", "area": dice.choice(areas), "visibility": "public"}
        for i, theme in enumerate(themes[:4])
    ]
    sheets = {
        "cooperation": cooperations,
        "activity": activities,
        "organisation": organisations,
        "membership": members,
        "project": projects,
        "project_step": steps,
        "funding": funding,
        "need": needs,
        "offer": offers,
    }
    for name, rows in sheets.items():
        _write(folder / f"{name}.csv", rows)


def _write(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def main(target: Path, wanted: int) -> None:
    """Make the database."""
    engine = open_engine(f"sqlite:///{target}")
    upgrade(engine)
    load_code_lists(engine, PROJECT / "data" / "code", "2024-01-01T08:00:00Z")
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), wanted)
        outcome = run(engine, [read_folder(Path(folder), demonstration=True, reader="demonstrasjon")], "benchmark")
    for problem in outcome.plan.problems:
        print(problem)
    engine.dispose()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
