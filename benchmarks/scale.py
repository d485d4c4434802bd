"""Scale: a workbook of 20 000 rows is checked and read in under a minute and 500 MB, all processes together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from akint_dash.exports.workbook import write_workbook
from benchmarks.commands import Ran, run
from benchmarks.databases import Place

ROWS: Final = 20_000
MOST_S: Final = 60.0
MOST_BYTES: Final = 500 * 1024 * 1024
AREAS: Final = ("SAM", "KUL", "KLI", "UTD")


@dataclass(frozen=True, slots=True)
class Step:
    """One measured command."""

    name: str
    seconds: float
    most_bytes: int

    @property
    def well(self) -> bool:
        """Whether it stayed within the bounds."""
        return self.seconds <= MOST_S and self.most_bytes <= MOST_BYTES


def state(rows: int, seed: int) -> dict[str, dict[str, Any]]:
    """Invented projects with steps and funding, and activities with attendance: ``rows`` of them together."""
    random = Random(seed)
    found: dict[str, dict[str, Any]] = {
        name: {} for name in ("project", "project_step", "funding", "activity", "attendance")
    }
    for number in range(rows // 5):
        day = date(2024, 1, 1) + timedelta(days=random.randrange(1400))
        owned = {
            "area": AREAS[number % len(AREAS)],
            "owner": "Seksjon for prøver",
            "case_number": f"2026/{number}",
            "visibility": "internal",
        }
        project, activity = f"X-{number:05d}", f"XA-{number:05d}"
        found["project"][project] = {
            "title": f"Prøveprosjekt {number} – grønne gater og blå fjorder",
            "summary": "En oppdiktet tekst som er omtrent så lang som et sammendrag pleier å være. " * 3,
            "role": "partner",
            "currency": "EUR",
            "budget": random.randrange(10**9),
            "start": day.isoformat(),
            "end": (day + timedelta(days=900)).isoformat(),
            **owned,
        }
        found["project_step"][f"{project}/1"] = {"project": project, "status": "idea", "date": day.isoformat()}
        found["funding"][f"{project}/1"] = {
            "project": project,
            "level": "eu",
            "form": "cash",
            "payer": "others",
            "amount": random.randrange(10**9),
            "currency": "EUR",
        }
        found["activity"][activity] = {
            "title": f"Prøvemøte {number}",
            "kind": "network_meeting",
            "start": day.isoformat(),
            "hours": random.randrange(80) / 2,
            "projects": [[project, None]],
            **owned,
        }
        found["attendance"][f"{activity}/1"] = {
            "activity": activity,
            "audience": "administration",
            "people": random.randrange(200),
        }
    return found


def scale(place: Place, rows: int, seed: int, folder: Path) -> list[Step]:
    """Check a large workbook, read it in, and write it out again."""
    url = place.new()
    large, book = state(rows, seed), folder / "large.xlsx"
    write_workbook(book, large, None, entities=large.keys())
    steps = []
    for name, arguments in (
        ("import --check", ("import", book, "--check", "--json")),
        ("import", ("import", book, "--json")),
        ("import, nothing new", ("import", book, "--json")),
        ("export", ("export", folder / "out.xlsx")),
        ("status", ("status", "--json")),
    ):
        ran = _done(run(url, *arguments))
        steps.append(Step(name, ran.seconds, ran.most_bytes))
    return steps


def _done(ran: Ran) -> Ran:
    if ran.code != 0:
        raise RuntimeError(ran.err + ran.out[:2000])
    return ran
