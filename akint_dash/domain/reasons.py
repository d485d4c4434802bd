"""Why an area confirmed or dismissed a call: one cell, one line for each area that has said why, ``SAM: for small``."""

from __future__ import annotations


def reason_of(cell: str, area: str) -> str:
    """What ``area`` has said. A cell without any area's line is the one reason of all of them."""
    lines = cell.splitlines()
    own = [said.strip() for head, mark, said in (line.partition(":") for line in lines) if mark and _is(head, area)]
    if own:
        return " ".join(own)
    return "" if any(_names_area(line) for line in lines) else " ".join(cell.split())


def with_reason(cell: str, area: str, reason: str) -> str:
    """The cell with the line of ``area`` replaced, or taken out where ``reason`` is empty."""
    kept = [line for line in cell.splitlines() if line.strip() and not _is(line.partition(":")[0], area)]
    return "\n".join([*kept, *([f"{area}: {' '.join(reason.split())}"] if reason.strip() else [])])


def _is(head: str, area: str) -> bool:
    return head.strip().casefold() == area.casefold()


def _names_area(line: str) -> bool:
    """Whether a line begins as one of an area: a word in capitals and a colon."""
    head, mark, _ = line.partition(":")
    return bool(mark) and head.strip().isupper() and " " not in head.strip()
