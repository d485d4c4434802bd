"""``make audit``: does any package of the lock have a known weakness? It fails also where nobody could be asked.

pip-audit says "No known vulnerabilities found" when it reached no list of weaknesses at all, and when it left packages
out. So every package of the lock must have been looked at, and a package whose weakness has long been known must be
reported: only then does silence mean something.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

PROJECT: Final = Path(__file__).resolve().parent.parent
LOCKS: Final = ("requirements.txt", "requirements-dev.txt")
KNOWN_WEAK: Final = ("jinja2", "2.4.1")
"""A version with weaknesses that every list has held for years."""
Report = Mapping[str, Any]


def locked(text: str) -> list[tuple[str, str]]:
    """The packages of a lock and their versions; one may stand in several, for several Pythons."""
    return re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)", text, re.MULTILINE)


def faults(wanted: Sequence[tuple[str, str]], report: Report, canary: Report) -> list[str]:
    """What is wrong: weaknesses, packages that nobody looked at, and lists that were not reached. None: all is well."""
    found = []
    weak = [one for one in canary.get("dependencies", ()) if one.get("vulns")]
    if not weak:
        name, version = KNOWN_WEAK
        found.append(
            f"No advisories were reached: not even {name} {version} is reported. Nothing has been audited. "
            "Run this where the list of advisories can be reached."
        )
    told = report.get("dependencies", ())
    left_out = {one["name"]: str(one["skip_reason"]) for one in told if "skip_reason" in one}
    seen = {(one["name"], one["version"]): one for one in told if "version" in one}
    for name, version in wanted:
        if (name, version) not in seen:
            found.append(f"{name} {version} was not audited: {left_out.get(name, 'it is not in the report')}")
        for weakness in seen.get((name, version), {}).get("vulns", ()):
            mended = ", ".join(weakness.get("fix_versions", ())) or "none yet"
            found.append(f"{name} {version}: {weakness['id']} (mended in: {mended})")
    return found


def ask(requirements: Path, *more: str) -> Report:
    """pip-audit's report on a file; an empty one where it gave none."""
    command = [
        *(sys.executable, "-m", "pip_audit", "--requirement", str(requirements), "--disable-pip"),
        *("--format", "json", "--progress-spinner", "off", *more),
    ]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        report: Report = json.loads(answer.stdout)
    except ValueError:
        sys.stderr.write(answer.stderr)
        return {}
    return report


def main(names: Sequence[str] = LOCKS) -> int:
    """Audit the locks; 0 only where every package was looked at and none is known to be weak."""
    with tempfile.TemporaryDirectory() as aside:
        file = Path(aside) / "canary.txt"
        file.write_text("==".join(KNOWN_WEAK) + "\n", encoding="utf-8")
        canary = ask(file, "--no-deps")
    found: dict[str, None] = {}
    count = 0
    for name in names:
        wanted = locked((PROJECT / name).read_text(encoding="utf-8"))
        count += len(wanted)
        found |= dict.fromkeys(faults(wanted, ask(PROJECT / name, "--require-hashes"), canary))
    for line in found:
        print(line)
    print(f"{len(found)} faults" if found else f"{count} packages audited, none is known to be weak")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
