"""Sudden death: an import is killed between BEGIN and COMMIT, or just about COMMIT; the database is before or after."""

from __future__ import annotations

import csv
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.commands import Ran, run, start
from benchmarks.databases import Place, checksums

PAUSE_S: Final = 0.5
ROWS: Final = 200
HEADER: Final = ("identifier", "title", "programme", "opening_date", "deadline", "budget_eur", "url", "kind")


@dataclass(frozen=True, slots=True)
class Death:
    """One kill: when it came after ``in transaction``, and how the database was found."""

    inside: bool
    """Whether it came well before COMMIT."""
    after_s: float
    found: str
    """``before``, ``after``, or what was wrong."""

    @property
    def well(self) -> bool:
        """Whether the database was whole, and the next import went in."""
        return self.found == "before" or (self.found == "after" and not self.inside)


def calls_file(path: Path, random: Random) -> None:
    """A plain list of calls, with other deadlines and budgets each time."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(ROWS):
            day = date(2027, 1, 1) + timedelta(days=random.randrange(300))
            identifier = f"CAMPAIGN-2027-{random.randrange(1000) if number % 10 == 0 else number:04d}-{number}"
            row = (identifier, f"Call {number}", "", "2026-10-01", day, random.randrange(10**7), "", "topic")
            writer.writerow(row)


def kills(place: Place, inside: int, about: int, seed: int, folder: Path, begun: str = "") -> Iterator[Death]:
    """Deaths in one database that lives on: ``inside`` the transaction, then ``about`` its COMMIT; ``begun`` has the
    demonstration already."""
    random = Random(seed)
    url = begun or place.new()
    if not begun:
        _must(run(url, "demo"))
    for number in range(inside + about):
        path = folder / f"calls-{number}.csv"
        calls_file(path, random)
        surely = number < inside
        delay = random.uniform(0, PAUSE_S * 0.6) if surely else PAUSE_S + random.uniform(-0.03, 0.06)
        yield Death(surely, delay, _one(place, url, path, delay))


def _one(place: Place, url: str, path: Path, delay: float) -> str:
    before = checksums(url)
    twin = place.copy(url)
    _must(run(twin, "import", path))
    after = checksums(twin)
    assert before != after, "the import must change something"
    if trouble := _kill(url, path, delay):
        return trouble
    place.settle(url)
    now = checksums(url)
    if now not in (before, after):
        return "neither: " + ", ".join(name for name in now if now[name] not in (before.get(name), after.get(name)))
    again = run(url, "import", path)
    if again.code != 0 or checksums(url) != after:
        return f"the next import did not go in: {again.err}"
    return "before" if now == before else "after"


def _kill(url: str, path: Path, delay: float) -> str:
    """Kill the import ``delay`` after it says that it is in its transaction; what went wrong with that."""
    with start(url, "import", path, AKINT_TEST_PAUSE_S=PAUSE_S) as program:
        assert program.stderr is not None
        said = program.stderr.readline()
        if said.strip() != "in transaction":
            program.kill()
            return f"it never said 'in transaction' but {said!r}"
        try:
            program.wait(delay)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
        program.wait()
    return ""


def _must(ran: Ran) -> None:
    if ran.code != 0:
        raise RuntimeError(ran.err)
