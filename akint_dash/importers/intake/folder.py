"""Where sent files wait: a private folder each, under a name that nobody guesses, for a day at most.

``about.json`` says whose it is and which files, ``files`` holds them until they are read, ``read`` what they say,
``state.json`` how far the work has come, ``told.json`` and ``changes`` what the last check found.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from akint_dash.domain.harmless import harmless
from akint_dash.store.private import private_folder

MOST_BYTES: Final = 25 * 1024 * 1024
"""So large all files of one sending may be together."""
MOST_FILES: Final = 10
MOST_INTAKES: Final = 10
"""So many wait at once; one more lets the oldest go."""
LASTS_S: Final = 24 * 3600
LONGEST_NAME: Final = 120
STALE_S: Final = 600
"""Work that has said nothing for so long has ended without a word."""
WORKING: Final = frozenset({"waits", "reads", "compares", "writes"})

_NAME: Final = re.compile(r"[A-Za-z0-9_-]{32}")
_PARTS: Final = re.compile(r"[/\\]")
_UNFIT: Final = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Intake:
    """One sending; ``name`` is its secret."""

    folder: Path

    @property
    def name(self) -> str:
        """What stands in its address."""
        return self.folder.name

    def about(self) -> Mapping[str, Any]:
        """Whose it is, when it came, and the names of its files."""
        return _read(self.folder / "about.json")

    def state(self) -> Mapping[str, Any]:
        """How far the work has come: ``step``, the file ``at`` of ``of``, and its name ``what``."""
        path = self.folder / "state.json"
        found = _read(path)
        with suppress(OSError):
            if found.get("step") in WORKING and time.time() - path.stat().st_mtime > STALE_S:
                return {"step": "stopped"}
        return found or {"step": "waits"}

    def told(self) -> Mapping[str, Any]:
        """What the last work found."""
        return _read(self.folder / "told.json")

    def changes(self, part: int) -> list[list[Any]]:
        """One part of the changes that the check found."""
        with suppress(OSError, ValueError):
            found: list[list[Any]] = json.loads((self.folder / "changes" / f"{part}.json").read_bytes())
            return found
        return []

    def files(self) -> list[Path]:
        """The files that were sent, in their order, as long as they are kept."""
        return [next(one.iterdir()) for one in sorted((self.folder / "files").iterdir(), key=lambda p: int(p.name))]

    def put_down(self, name: str, value: Any) -> None:
        """Write one of the small files whole, in the place of the one before."""
        path = self.folder / name
        made = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        with open_private(made) as file:
            file.write(json.dumps(value, ensure_ascii=False).encode())
        made.replace(path)

    def drop(self) -> None:
        """Away with it."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Intakes:
    """All that wait."""

    def __init__(self, folder: Path, most: int = MOST_INTAKES) -> None:
        self._folder, self._most = folder, most

    def begin(self, owner: str) -> Intake:
        """A new one, empty."""
        private_folder(self._folder)
        self._tidy()
        made = self._folder / secrets.token_urlsafe(24)
        made.mkdir(mode=0o700)
        (made / "files").mkdir(mode=0o700)
        intake = Intake(made)
        intake.put_down("about.json", {"owner": owner, "files": []})
        return intake

    def find(self, name: str, owner: str) -> Intake | None:
        """The one of that name, for who sent it and nobody else."""
        if not (_NAME.fullmatch(name) and owner):
            return None
        intake = Intake(self._folder / name)
        about = intake.about()
        if not secrets.compare_digest(str(about.get("owner", "")).encode(), owner.encode()):
            return None
        return intake if _age(intake.folder) < LASTS_S else None

    def _all(self) -> Iterator[Intake]:
        for one in self._folder.iterdir() if self._folder.is_dir() else ():
            if _NAME.fullmatch(one.name):
                yield Intake(one)

    def _tidy(self) -> None:
        """Let the old ones go, and the oldest where there are too many; none that is at work."""
        left = []
        for intake in self._all():
            if _age(intake.folder) > LASTS_S:
                intake.drop()
            else:
                left.append(intake)
        left.sort(key=lambda intake: -_age(intake.folder))
        idle = [intake for intake in left if intake.state()["step"] not in WORKING]
        for intake in idle[: max(0, len(left) - self._most + 1)]:
            intake.drop()


def open_private(path: Path) -> Any:
    """A new file that only its owner reads, to be written to."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def place_for(intake: Intake, given: str, number: int) -> Path:
    """Where file ``number`` of a sending is put: its own name, without what leads elsewhere or harms."""
    folder = intake.folder / "files" / str(number)
    folder.mkdir(mode=0o700)
    return folder / plain_name(given, number)


def plain_name(given: str, number: int) -> str:
    """The last part of a name, of letters that any file system and any page can hold."""
    name = _UNFIT.sub("", harmless(_PARTS.split(given)[-1]).replace("\n", " ")).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if dot and len(ending) <= 10:
        name = f"{_cut(stem, LONGEST_NAME - len(ending) - 1)}.{ending}"
    return _cut(name, LONGEST_NAME) or f"fil {number}"


def _cut(text: str, most: int) -> str:
    """``text`` of at most so many letters and twice as many bytes."""
    text = text[:most]
    while len(text.encode()) > 2 * most:
        text = text[:-1]
    return text


def _age(folder: Path) -> float:
    for path in (folder / "about.json", folder):
        with suppress(OSError):
            return time.time() - path.stat().st_mtime
    return float("inf")


def _read(path: Path) -> Mapping[str, Any]:
    with suppress(OSError, ValueError):
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return found
    return {}
