"""Every error of our own. Each carries a message key and values; ``text.problems`` words them for the user.

AkintError
├── UsageError            the command was used wrongly (exit 2)
├── UnreadableFile        a file no reader can read: unknown, damaged, empty, encrypted or too large (exit 1)
├── DatabaseUnavailable   the database cannot be reached or is not ours
├── UndoRefused           later revisions built upon the one to undo; ``.records`` names them
└── NoSuchRevision        the revision asked for does not exist
"""

from __future__ import annotations

from akint_dash.addresses import without_password


class AkintError(Exception):
    """The root: ``key`` names the message, ``values`` fill it."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class UsageError(AkintError):
    """The command was used wrongly."""


class UnreadableFile(AkintError):
    """A file that no reader can read."""


class DatabaseUnavailable(AkintError):
    """The database cannot be reached, or holds something else. Its address is told without a password."""

    def __init__(self, key: str, **values: str | int) -> None:
        if "url" in values:
            values["url"] = without_password(str(values["url"]))
        super().__init__(key, **values)


class UndoRefused(AkintError):
    """A revision that later ones built upon cannot be undone."""

    def __init__(self, key: str, records: tuple[str, ...], **values: str | int) -> None:
        super().__init__(key, **values)
        self.records = records


class NoSuchRevision(AkintError):
    """There is no such revision."""
