"""The one door for files of strangers: each is read in a process of its own, and what it costs is bounded.

Nothing of a file's content is looked at on this side: not its kind, not its encoding.
"""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final

from akint_dash.domain.reading import Reading
from akint_dash.errors import UnreadableFile, UsageError
from akint_dash.importers import reader_named
from akint_dash.importers.lines import from_lines

MAX_FILE: Final = 128 * 1024 * 1024
MAX_MEMORY: Final = 512 * 1024 * 1024
MAX_SECONDS: Final = 60
MAX_WALL_SECONDS: Final = 150
MAX_SAID: Final = 192 * 1024 * 1024
"""How many bytes a reading may be."""

PROGRAM: Final = ("-P", "-m", "akint_dash.importers.child")
_HOME: Final = str(Path(__file__).resolve().parents[2])


def read_file(path: Path, named: str | None = None, keep: IO[bytes] | None = None) -> Reading:
    """What ``path`` says, by the reader ``named`` or the first that knows its content.

    ``keep`` gets the lines of the reading, from which :func:`akint_dash.importers.lines.from_lines` makes it again.

    Raises:
        UsageError: ``unknown_reader`` (no reader has that name) or ``no_such_file``.
        UnreadableFile: it is no file, empty, too large, unknown to all, damaged, or costs more than it is worth.
    """
    if named is not None:
        reader_named(named)
    check_file(path)
    with _Child(path, "read", named) as child:
        try:
            return from_lines(child.lines() if keep is None else _kept(child.lines(), keep))
        except ValueError:  # it ended in the middle
            raise UnreadableFile(child.how_it_ended(), file=path.name) from None


def _kept(lines: Iterator[bytes], keep: IO[bytes]) -> Iterator[bytes]:
    for line in lines:
        keep.write(line)
        yield line


def ask(path: Path, task: str, *more: str) -> Any:
    """The one answer to another task on ``path``: those of :data:`akint_dash.importers.child.TASKS`.

    Raises:
        UsageError: ``no_such_file``.
        UnreadableFile: as :func:`read_file`.
    """
    check_file(path)
    with _Child(path, task, *more) as child:
        try:
            _, found = json.loads(b"".join(child.lines()))
        except ValueError:
            raise UnreadableFile(child.how_it_ended(), file=path.name) from None
    return found


def check_file(path: Path) -> None:
    """Refuse what is no ordinary file of a bearable size, without opening it.

    Raises:
        UsageError: ``no_such_file``.
        UnreadableFile: ``is_a_folder``, ``not_a_file`` (a pipe, a device), ``unreadable_file``, ``empty_file`` or
            ``too_large``.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError("no_such_file", file=str(path)) from error
    except OSError as error:
        raise UnreadableFile("unreadable_file", file=path.name) from error
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFile("is_a_folder", file=str(path))
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile("not_a_file", file=str(path))
    if not found.st_size:
        raise UnreadableFile("empty_file", file=path.name)
    if found.st_size > MAX_FILE:
        raise UnreadableFile("too_large", file=path.name, limit=MAX_FILE)


class _Child:
    """The process that reads one file, and its time."""

    def __init__(self, path: Path, task: str, *more: str | None) -> None:
        where = {"task": task, "path": str(path.absolute()), "more": more}
        job = where | {"memory": MAX_MEMORY, "seconds": MAX_SECONDS}
        paths = [_HOME, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._file = path.name
        self._late = False
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, *PROGRAM, json.dumps(job)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        )
        self._timer = threading.Timer(MAX_WALL_SECONDS, self._stop)
        self._timer.daemon = True

    def __enter__(self) -> _Child:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        self._process.kill()
        self._process.__exit__(kind, error, at)

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

    def lines(self) -> Iterator[bytes]:
        """What the child says, up to its end.

        Raises:
            UnreadableFile: why the child does not read the file, or ``too_large``: it says too much.
        """
        assert self._process.stdout is not None  # noqa: S101 - asked for above
        said = 0
        while line := self._process.stdout.readline(MAX_SAID + 1):
            said += len(line)
            if said > MAX_SAID:
                raise UnreadableFile("too_large", file=self._file)
            if line.startswith(b'["error",'):
                _, key, values = json.loads(line)
                raise UnreadableFile(key, **{"file": self._file} | values)
            yield line

    def how_it_ended(self) -> str:
        """The key for an end before time."""
        out_of_time = -getattr(signal, "SIGXCPU", 0)
        return "reader_timeout" if self._process.wait() == out_of_time or self._late else "reader_crashed"
