"""In production: faults, fuzzed requests, the interface, other browsers, load, an upgrade, the image, the audit.

``python -m benchmarks.production`` runs all and writes PRODUCTION.md; with names (``faults load``) only those parts are
run, and their sections replaced. ``"faults:Database locked,Disk full"`` plays those alone again, and replaces their
rows. ``make campaign`` runs all.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from benchmarks import audited, browsers, crowd, faults, fuzz, image, interface, load, upgrading
from benchmarks.commands import run
from benchmarks.report import asked, sections
from benchmarks.served import served

REPORT: Final = Path(__file__).parent / "PRODUCTION.md"
HEAD: Final = (
    "# In production\n\nWritten by `python -m benchmarks.production`; every number is measured, every word was read."
)
Told: TypeAlias = tuple[bool, list[str]]


def _faults() -> Told:
    return faults.told(list(faults.faults()))


def _fuzz() -> Told:
    return fuzz.told(list(fuzz.run()))


def _interface() -> Told:
    return interface.told(interface.run())


def _browsers() -> Told:
    return browsers.told(list(browsers.run()))


def _crowd() -> Told:
    return crowd.told(crowd.run())


def _load() -> Told:
    with tempfile.TemporaryDirectory(prefix="akint-load-") as name:
        url = f"sqlite:///{Path(name) / 'akint.db'}"
        ran = run(url, "demo")
        assert ran.code == 0, ran.err
        with served(url, Path(name) / "server.log") as server:
            return load.told(load.load(server))


def _upgrade() -> Told:
    return upgrading.told(list(upgrading.run()))


def _image() -> Told:
    return image.told(image.run())


def _audit() -> Told:
    return audited.told(*audited.run())


PARTS: Final[dict[str, Callable[[], Told]]] = {
    "faults": _faults,
    "fuzz": _fuzz,
    "interface": _interface,
    "browsers": _browsers,
    "load": _load,
    "crowd": _crowd,
    "upgrade": _upgrade,
    "image": _image,
    "audit": _audit,
}
"""Each part's name, and what runs it and tells its section."""


def parts() -> Iterator[Told]:
    """Every part, each whether it was well and its section."""
    for name, part in PARTS.items():
        yield _dated(name, part)


def _dated(name: str, part: Callable[[], Told]) -> Told:
    sys.stderr.write(f"{name} ...\n")
    sys.stderr.flush()
    began = time.monotonic()
    well, lines = part()
    minutes = (time.monotonic() - began) / 60
    ran = f"Python {platform.python_version()}, {os.cpu_count()} processors, {minutes:.1f} minutes."
    return well, [*lines, "", ran]


def _again(chosen: Sequence[str]) -> Told:
    return faults.told(list(faults.faults(chosen)))


def rows_again(section: str, again: str) -> str:
    """A section with the rows of ``again`` in the place of those of the same name, and what was wrong at its end."""
    rows = {line.partition("**:")[0]: line for line in again.splitlines() if line.startswith("| **")}
    kept = [rows.get(line.partition("**:")[0], line) for line in section.splitlines()]
    wrong = [line for line in again.splitlines() if line.startswith("- ")]
    names = ", ".join(name.removeprefix("| **") for name in rows)
    kept[-1] += f" {names}: played again {datetime.now(UTC):%d.%m.%Y}."
    return "\n".join([*kept, *([""] if wrong else []), *wrong])


def main(arguments: Sequence[str]) -> int:
    """Run the named parts (all), write the report after each; 1 where something fell short."""
    names = asked(__doc__, PARTS, arguments)
    kept: dict[str, str] = {}
    well = True
    for name in names or PARTS:
        part, _, chosen = name.partition(":")
        ok, lines = _dated(name, partial(_again, chosen.split(",")) if chosen else PARTS[part])
        well = well and ok
        if names and REPORT.exists():  # read as late as can be: another part may have ended meanwhile
            kept = sections(REPORT.read_text(encoding="utf-8"))
        told = sections("\n".join(lines))
        kept |= {head: rows_again(kept[head], text) for head, text in told.items()} if chosen else told
        REPORT.write_text("\n\n".join([HEAD, *kept.values()]) + "\n", encoding="utf-8")
    sys.stdout.write(f"{REPORT}: {'all well' if well else 'SOMETHING FELL SHORT'}\n")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
