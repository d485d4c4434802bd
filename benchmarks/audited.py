"""What ``make audit`` said, with its day, for the report: one that reached no list of weaknesses is told as none."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import Final

from akint_dash.settings import PROJECT

REACHED_NONE: Final = "No advisories were reached"
WEAK: Final = "(mended in:"
SHOWN: Final = 5


def run() -> tuple[int, str]:
    """The exit code of ``make audit`` and all it said."""
    ran = subprocess.run(["make", "-s", "audit"], cwd=PROJECT, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout.strip() or ran.stderr.strip()


def told(code: int, said: str) -> tuple[bool, list[str]]:
    """Whether it audited and found nothing, or said that it could not audit; and the section of the report."""
    lines = said.splitlines()
    weak = [line for line in lines if WEAK in line]
    refused = code != 0 and REACHED_NONE in said and not weak
    shown = weak or [line for line in lines if not line.startswith("make:")]
    kept = shown if len(shown) <= SHOWN + 2 else [*shown[:SHOWN], f"… {len(shown) - SHOWN - 1} lines more …", shown[-1]]
    outcome = (
        "every package of the locks was audited, and none is known to be weak."
        if code == 0
        else "no list of weaknesses could be reached from here, so it refused, as it must: **nothing was audited.**"
        if refused
        else "it fell short."
    )
    return code == 0 or refused, [
        "## Audit",
        "",
        f"`make audit` on {datetime.now(UTC):%d.%m.%Y} ended with {code}: {outcome} It said:",
        "",
        "```",
        *kept,
        "```",
    ]
