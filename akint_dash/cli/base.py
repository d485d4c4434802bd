"""What every command begins with: the settings, and a database whose schema is the newest and has code lists."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from akint_dash.cli.wording import w
from akint_dash.errors import DatabaseUnavailable
from akint_dash.importers.run import load_code_lists
from akint_dash.settings import Settings
from akint_dash.store.engine import Database, in_memory, is_there, open_engine, reading, upgrade
from akint_dash.store.revisions import newest

DEMONSTRATION_BEGINS = "2024-01-01T08:00:00Z"
"""When the demonstration's code lists were known, so that it can be looked back on."""


class Refused(Exception):
    """The command cannot do this; the message says why."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@contextmanager
def database(settings: Settings, *, lists_recorded_at: str | None = None) -> Iterator[Database]:
    """The database, made where it is missing, with the newest schema and at least the code lists.

    Raises:
        DatabaseUnavailable: it cannot be reached, or is not ours.
    """
    engine = open_engine(settings.database)
    try:
        upgrade(engine)
        load_code_lists(engine, settings.data_folder / "code", lists_recorded_at)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def existing(settings: Settings) -> Iterator[Database]:
    """The database that is there, with the newest schema: for commands that look. Nothing is made.

    Raises:
        DatabaseUnavailable: ``no_database``, or it cannot be reached, or is not ours.
    """
    engine = open_engine(settings.database)
    try:
        if not is_there(engine):
            raise DatabaseUnavailable("no_database", url=engine.url.render_as_string())
        upgrade(engine)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def trial(settings: Settings) -> Iterator[tuple[Database, bool]]:
    """The database that is there (and True), or, where nothing is recorded yet, one in memory with the code lists.

    Nothing is made and nothing is written.

    Raises:
        DatabaseUnavailable: what is there cannot be reached, or is not ours.
    """
    engine = open_engine(settings.database)
    try:
        there = is_there(engine)
        if there:
            upgrade(engine)
            with reading(engine) as connection:
                there = newest(connection) > 0
        if not there:
            engine.dispose()
            engine = in_memory()
            upgrade(engine)
            load_code_lists(engine, settings.data_folder / "code")
        yield engine, there
    finally:
        engine.dispose()


_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def printable(text: str) -> str:
    """``text`` with every sign that a terminal would obey written ``\\u001b``, as JSON writes it too."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def say(text: str) -> None:
    """One line to standard output; where its reader has left, to nowhere."""
    try:
        sys.stdout.write(printable(text.rstrip().replace("\n", " ↵ ")) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Steps:
    """A progress bar on standard error, on a terminal only."""

    def __init__(self, total: int) -> None:
        console = Console(stderr=True)
        columns: tuple[Any, ...] = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._progress.add_task(w("Begynner"), total=total)

    def __enter__(self) -> Steps:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def begin(self, what: str) -> None:
        """Say what is being done now."""
        self._progress.update(self._task, description=escape(printable(what)))

    def at(self, _what: str, done: int, total: int) -> None:
        """Far into one long step."""
        self._progress.update(self._task, completed=done, total=total)

    def done(self) -> None:
        """One step is done."""
        self._progress.advance(self._task)
