"""The long, seeded campaigns: sudden death, damaged files, scale, blank columns, the wall, production.

``make campaign`` writes REPORT.md.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks import production, wall
from benchmarks.blank import Blank, blank
from benchmarks.damaged import Damaged, damaged, damaged_lists
from benchmarks.databases import PLACES, sqlite
from benchmarks.kills import Death, kills
from benchmarks.scale import MOST_BYTES, MOST_S, ROWS, Step, scale

SEED: Final = 20261124
KILLS: Final = 20
ABOUT_COMMIT: Final = 10
FILES: Final = 1_400
LISTS: Final = 600
REPORT: Final = Path(__file__).parent / "REPORT.md"
MIB: Final = 1024 * 1024


def main() -> int:
    """Run everything, write the report; 1 where something fell short."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="akint-campaign-files-") as name:
        folder = Path(name)
        parts = list(_parts(folder))
    lines = [
        "# The campaigns",
        "",
        "Written by `make campaign`; every number is measured, the choices follow from one seed.",
        "",
        f"Seed {SEED} · Python {platform.python_version()} · {os.cpu_count()} processors · "
        f"{round((time.monotonic() - began) / 60, 1)} minutes in all",
        "",
        *(line for _, part in parts for line in (*part, "")),
    ]
    REPORT.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    well = all(ok for ok, _ in parts)
    sys.stdout.write(f"{REPORT}: {'all well' if well else 'SOMETHING FELL SHORT'}\n")
    return 0 if well else 1


def _parts(folder: Path) -> Iterator[tuple[bool, list[str]]]:
    for name, opened in PLACES.items():
        _tell(f"{KILLS} kills on {name}")
        with opened() as place:
            yield told_kills(name, list(kills(place, KILLS, ABOUT_COMMIT, SEED, folder)))
    with sqlite() as place:
        _tell(f"{FILES} damaged workbooks")
        yield told_damaged("workbooks", damaged(place, FILES, SEED, folder))
        _tell(f"{LISTS} damaged lists")
        yield told_damaged("lists", damaged_lists(place, LISTS, SEED, folder))
    for name, opened in PLACES.items():
        _tell(f"{ROWS} rows on {name}")
        with opened() as place:
            yield told_scale(name, scale(place, ROWS, SEED, folder))
    _tell("every optional column blank")
    yield told_blank(blank(folder))
    _tell(f"{wall.OUTAGES} outages of the wall and {wall.RENEWALS} renewals")
    yield from wall.parts(folder)
    yield from production.parts()


def told_kills(name: str, deaths: list[Death]) -> tuple[bool, list[str]]:
    """Whether all were well, and the section of the report."""
    inside = Counter(death.found for death in deaths if death.inside)
    about = Counter(death.found for death in deaths if not death.inside)
    faults = [f"- after {d.after_s:.3f} s: {d.found}" for d in deaths if not d.well]
    return not faults, [
        f"## Sudden death on {name}",
        "",
        f"Imports of 200 calls got SIGKILL: {inside.total()} between BEGIN and COMMIT, {about.total()} about COMMIT "
        f"itself. Every table's rows and checksum were those before in {inside['before']} and {about['before']} cases, "
        f"those after in {inside['after']} and {about['after']}, anything else in {len(faults)}. The next import went "
        "in each time.",
        *faults,
    ]


def told_damaged(name: str, result: Damaged) -> tuple[bool, list[str]]:
    """The same of the damaged files."""
    answers = ", ".join(f"{key} {count}" for key, count in result.answers.most_common())
    return not result.faults, [
        f"## Damaged {name}",
        "",
        f"{result.count} damaged {name}: {result.refused} refused in words, {result.read} read. "
        f"{len(result.faults)} faults (traceback, changed "
        f"database, no JSON, refusal without a word). Longest {result.longest_s:.1f} s, most memory "
        f"{result.most_bytes / MIB:.0f} MB, all processes together.",
        "",
        f"First answers: {answers}.",
        *(f"- {fault}" for fault in result.faults),
    ]


def told_scale(name: str, steps: list[Step]) -> tuple[bool, list[str]]:
    """The same of the large workbook. The bounds are for check and import."""
    rows = [f"| {step.name} | {step.seconds:.1f} s | {step.most_bytes / MIB:.0f} MB |" for step in steps]
    return all(step.well for step in steps), [
        f"## {ROWS} rows on {name}",
        "",
        f"Bounds: {MOST_S:.0f} s and {MOST_BYTES / MIB:.0f} MB, all processes together.",
        "",
        "| step | time | most memory |",
        "|---|---|---|",
        *rows,
    ]


def told_blank(result: Blank) -> tuple[bool, list[str]]:
    """The same of the blank columns."""
    return not result.faults, [
        "## Blank columns",
        "",
        f"{result.columns} optional columns were emptied, for all their records and for one of them, and every page "
        f"was read as staff, some as the public: {result.cases} cases in {result.seconds / 60:.1f} minutes. "
        f'{len(result.faults)} faults (a false 0, a false "ingen", or nothing said of what is lacking).',
        *(f"- {fault}" for fault in result.faults),
    ]


def _tell(what: str) -> None:
    sys.stderr.write(f"{what} ...\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
