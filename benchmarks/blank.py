"""Each optional column emptied in turn, for all its records and for one, on every page: ``tests/blank``, run whole."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from akint_dash.settings import PROJECT


@dataclass(frozen=True)
class Blank:
    """``columns`` emptied in ``cases`` ways in all; ``faults`` are what pages said that they must not, or left out."""

    columns: int
    cases: int
    faults: tuple[str, ...]
    seconds: float


def blank(folder: Path, only: str = "") -> Blank:
    """Run the tests; ``only`` narrows them by name, as ``pytest -k`` does."""
    report, began = folder / "blank.xml", time.monotonic()
    tests = ("-m", "campaign", *(("-k", only) if only else ()), "tests/blank")
    quiet = ("-q", "-p", "no:cacheprovider", "-n", str(os.cpu_count() or 1), f"--junitxml={report}")
    subprocess.run(
        [sys.executable, "-m", "pytest", *quiet, *tests], cwd=PROJECT, stdout=subprocess.DEVNULL, check=False
    )
    return read(report, time.monotonic() - began)


def read(report: Path, seconds: float) -> Blank:
    """What pytest's own report says; a run that wrote none, or held nothing, is a fault."""
    if not report.exists():
        return Blank(0, 0, ("pytest wrote no report",), seconds)
    cases = [case for case in ElementTree.parse(report).iter("testcase") if case.find("skipped") is None]
    columns = {case.get("name", "").partition("[")[2].rpartition("-")[0] for case in cases}
    faults = [
        _said(case, bad) for case in cases for kind in ("failure", "error") if (bad := case.find(kind)) is not None
    ]
    return Blank(len(columns), len(cases), tuple(faults) if cases else ("no column was emptied",), seconds)


def _said(case: ElementTree.Element, bad: ElementTree.Element) -> str:
    first = (bad.get("message") or "").strip().splitlines() or [""]
    return f"{case.get('name', '')}: {first[0]}"
