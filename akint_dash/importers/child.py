"""The process that reads one file: ``python -m akint_dash.importers.child``, with little memory and little time.

It is told by its one argument what to do, says the reading as JSON lines (:mod:`akint_dash.importers.lines`), or the
one answer to another task, and ends; instead of them it may say why the file is not read. Started by
:mod:`akint_dash.importers.limited`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from akint_dash.errors import UnreadableFile
from akint_dash.importers import find_reader, outlines, portal_pages
from akint_dash.importers.lines import to_lines


def main() -> int:
    """Do the job that the first argument describes."""
    job = json.loads(sys.argv[1])
    limit(job["memory"], job["seconds"])
    try:
        for line in TASKS[job["task"]](Path(job["path"]), *job["more"]):
            sys.stdout.buffer.write(line)
        sys.stdout.flush()
    except BrokenPipeError:  # no one listens any more
        return 1
    return 0


def limit(memory: int, seconds: int) -> None:
    """No more than ``memory`` bytes and ``seconds`` of work from here on, where the system can say so; no file."""
    try:
        import resource
    except ImportError:  # Windows: the other side still keeps the time
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))


def answer(path: Path, reader: str | None) -> Iterator[bytes]:
    """The lines of a reading, or the one that says why there is none."""
    return _guarded(lambda: to_lines(find_reader(path, reader).read(path)))


def _told(make: Callable[..., Any]) -> Callable[..., Iterator[bytes]]:
    """A task with one answer."""

    def told(path: Path, *more: str) -> Iterator[bytes]:
        return _guarded(lambda: iter([json.dumps(["answer", make(path, *more)]).encode() + b"\n"]))

    return told


TASKS: Final[Mapping[str, Callable[..., Iterator[bytes]]]] = {
    "read": answer,
    "page": _told(portal_pages.page),
    "saved_pages": _told(portal_pages.saved_pages),
    "outlines": _told(lambda path, regions: outlines.drawn(path, Path(regions))),
}


def _guarded(lines: Callable[[], Iterator[bytes]]) -> Iterator[bytes]:
    try:
        yield from lines()
    except UnreadableFile as error:
        yield _why(error)
    except MemoryError:
        yield _why(UnreadableFile("too_large"))
    except BrokenPipeError:
        raise
    except Exception as error:  # a reader's own fault, which one file may not make everybody's
        yield _why(UnreadableFile("reader_crashed", why=type(error).__name__))


def _why(error: UnreadableFile) -> bytes:
    return json.dumps(["error", error.key, error.values]).encode() + b"\n"


if __name__ == "__main__":
    sys.exit(main())
