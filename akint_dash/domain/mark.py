"""What tells one workbook from another: a mark on its first sheet, which every copy of it carries.

The mark holds a random name, a digest of the history up to the revision the workbook was made at (so that a revision of
another database, or of a restored one, is not taken for ours), and whether it was made empty, as ``template`` does.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_WRITTEN: Final = re.compile(r"(?P<empty>mal-)?(?P<name>[0-9a-f]{12})-(?P<history>[0-9a-f]{12})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of one workbook and of all its copies."""

    name: str
    history: str
    empty: bool = False

    @classmethod
    def new(cls, history: str, *, empty: bool = False) -> Mark:
        """The mark of a workbook that is being made."""
        return cls(secrets.token_hex(6), history, empty)

    @classmethod
    def parse(cls, text: str) -> Mark | None:
        """The mark that ``text`` writes; None where it is none."""
        found = _WRITTEN.fullmatch(text.strip())
        return cls(found["name"], found["history"], bool(found["empty"])) if found else None

    def __str__(self) -> str:
        return f"{'mal-' if self.empty else ''}{self.name}-{self.history}"


def history_digest(revisions: Iterable[tuple[int, str, str]]) -> str:
    """A digest of (number, moment, fingerprint) of every revision up to one."""
    digest = hashlib.sha256()
    for parts in revisions:
        digest.update(f"{parts}\n".encode())
    return digest.hexdigest()[:12]


def history_digests(revisions: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, str]]:
    """(number, the digest of the history up to it) of every revision."""
    digest = hashlib.sha256()
    for parts in revisions:
        digest.update(f"{parts}\n".encode())
        yield parts[0], digest.hexdigest()[:12]
