"""A fetch of many pages that may break off: what came lies in a file, and a second run goes on from it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from akint_dash.domain.reading import Progress
from akint_dash.errors import UnreadableFile
from akint_dash.importers.limited import ask

ROUNDS: Final = 3
MOST_PAGES: Final = 2_000
STALE_S: Final = 12 * 3600
"""An unfinished fetch older than this is begun anew: the portal has changed meanwhile."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what the source counts in all, what tells its rows apart, and its JSON object in a line."""

    total: int
    keys: tuple[str, ...]
    line: str


def page_of(came: Path) -> Page:
    """The page whose bytes lie in ``came``.

    Raises:
        ValueError: they are none; it says why.
        UnreadableFile: they cost more than they are worth.
    """
    told = ask(came, "page")
    if "fault" in told:
        raise ValueError(told["fault"])
    return Page(told["total"], tuple(told["keys"]), told["line"])


class Unfinished:
    """The unfinished file: one page a line, with ``akint`` (round, page, time) added to each."""

    def __init__(self, path: Path, now_s: float) -> None:
        self.path = path
        self.now_s = now_s
        self.total = 0
        self.done: set[tuple[int, int]] = set()
        self.seen: set[str] = set()
        self._resume()

    def _resume(self) -> None:
        """Take up the whole lines of an earlier run; what was cut short is cut off."""
        if not self.path.is_file():
            return
        if self.now_s - self.path.stat().st_mtime > STALE_S:
            self.path.unlink()
            return
        try:
            pages: list[dict[str, Any]] = ask(self.path, "saved_pages")
        except UnreadableFile:  # empty, or more than anyone can go on from
            pages = []
        for page in pages:
            self._count(page["round"], page["page"], page["total"], page["keys"])
        with self.path.open("rb+") as file:
            file.truncate(sum(page["length"] for page in pages))

    def _count(self, turn: int, number: int, total: int, keys: tuple[str, ...]) -> None:
        self.done.add((turn, number))
        self.total = total
        self.seen.update(keys)

    def save(self, turn: int, number: int, page: Page) -> None:
        """Append one page; it is on the disk when this returns."""
        moment = datetime.fromtimestamp(self.now_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        mark = json.dumps({"round": turn, "page": number, "fetched": moment})
        with self.path.open("ab") as file:
            file.write(f'{page.line[:-1]}, "akint": {mark}}}\n'.encode())
        self._count(turn, number, page.total, page.keys)

    def finish(self, file: Path) -> Path:
        """The whole fetch under its lasting name, in one step."""
        self.path.replace(file)
        return file


def ask_all(part: Unfinished, page: Callable[[int], Page], page_size: int, progress: Progress | None) -> None:
    """Ask page after page, and all of them again while rows are missing."""
    for turn in range(1, ROUNDS + 1):
        known = len(part.seen)
        number = 1
        while number <= MOST_PAGES:
            if (turn, number) not in part.done:
                answer = page(number)
                part.save(turn, number, answer)
                if not answer.keys:
                    break
            if progress is not None:
                progress("calls", len(part.seen), part.total)
            if number * page_size >= part.total:
                break
            number += 1
        if len(part.seen) >= part.total or (turn > 1 and len(part.seen) == known):
            return
