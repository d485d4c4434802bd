"""What every stranger's page is made of beside its address."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from akint_dash.domain.kept import Versions


class Standing(NamedTuple):
    """The data, whether the database is in trouble, the day, the last deadline that closed on it (until the next one
    closes, no page changes with the minute), and the files that people edit, as they were last changed."""

    edition: str
    trouble: bool
    today: date
    closing: str
    files: Versions

    def still_is(self, later: Standing) -> bool:
        """Whether what was made meanwhile is of both moments; it may have read a file that was not asked for before."""
        return self[:-1] == later[:-1] and set(self.files) <= set(later.files)
