"""The read interface at the real server: is its description right, and is every answer as the description says?

openapi-spec-validator reads the description; schemathesis asks what it allows, what it does not, and every method, and
holds each answer to it. Both have an environment of their own (``make interface``).
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

from akint_dash.settings import PROJECT
from benchmarks.commands import run as run_command
from benchmarks.served import served

TOOLS: Final = PROJECT / ".venv-interface" / "bin"
SEED: Final = 20261129
FUZZ_S: Final = 240
"""So long each kind of operation is asked at random."""
COVERED: Final = ("/api/v1", "/api/v1/measures", "/api/v1/measures/svartid", "/api/v1/theme", "/api/v1/fund")
"""Operations whose parameters are gone through one by one: others have the same kinds of parameters, many more."""
SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class Tried:
    """What one tool was asked to do, whether it found nothing, and what it said."""

    what: str
    well: bool
    said: str


def run() -> list[Tried]:
    """The description, then questions to every operation, then every parameter of some."""
    subprocess.run(["make", "-s", "interface"], cwd=PROJECT, check=True)
    with tempfile.TemporaryDirectory(prefix="akint-interface-") as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'akint.db'}"
        ran = run_command(url, "demo")
        assert ran.code == 0, ran.err
        with served(url, folder / "server.log", AKINT_RATE=0) as server:
            address = f"{server.home}/api/v1/openapi.json"
            described = folder / "openapi.json"
            described.write_bytes(httpx.get(address, timeout=60).content)
            some = [part for path in COVERED for part in ("--include-path", path)]
            return [
                _tried("the description", folder, "openapi-spec-validator", str(described)),
                _tried("every operation at random", folder, *_asking(address, "fuzzing")),
                _tried("every parameter of some", folder, *_asking(address, "examples,coverage"), *some),
            ]


def _asking(address: str, phases: str) -> tuple[str, ...]:
    how = ("--checks", "all", "--phases", phases, "--max-examples", "12", "--max-time", str(FUZZ_S))
    return ("schemathesis", "run", address, *how, "--seed", str(SEED), "--continue-on-failure", "--no-color")


def _tried(what: str, folder: Path, tool: str, *arguments: str) -> Tried:
    command = [str(TOOLS / tool), *arguments]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return Tried(what, ran.returncode == 0, ran.stdout + ran.stderr)


def told(found: list[Tried]) -> tuple[bool, list[str]]:
    """Whether nothing was wrong, and the section of the report."""
    rows = [f"| {one.what} | {_counted(one.said)} | {'nothing' if one.well else 'see below'} |" for one in found]
    wrong = [line for one in found if not one.well for line in ["", "```", *one.said.splitlines()[-SHOWN:], "```"]]
    return not wrong, [
        "## Read interface",
        "",
        f"Seed {SEED}. openapi-spec-validator reads `/api/v1/openapi.json`; schemathesis asks the server by it, with "
        "all its checks: statuses, types, values that must be taken and values that must be refused, methods.",
        "",
        "| what | asked | wrong |",
        "|---|---|---|",
        *rows,
        *wrong,
    ]


def _counted(said: str) -> str:
    """How many questions were asked, as the tool says it."""
    tested, cases = re.search(r"Tested: (\d+)", said), re.search(r"(\d+) generated", said)
    if not cases:
        return "once"
    return f"{cases[1]} questions to {tested[1]} operations" if tested else f"{cases[1]} questions"
