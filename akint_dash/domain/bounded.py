"""Answers kept by what they are made of, as many as a number of bytes holds: the ones asked for latest."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Bounded(Generic[Made]):
    """Keeps what ``most`` bytes hold; what was not asked for longest goes first. Safe between threads.

    ``bytes`` is what they take now.
    """

    def __init__(self, most: int) -> None:
        self.most, self._lock = most, Lock()
        self._held: OrderedDict[Hashable, tuple[Made, int]] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._held)

    def get(self, key: Hashable) -> Made | None:
        """What is kept under ``key``; None where nothing is."""
        with self._lock:
            found = self._held.get(key)
            if found is None:
                return None
            self._held.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, made: Made, size: int) -> None:
        """Keep ``made``, which with its key takes ``size`` bytes; what is larger than all the room is not kept."""
        if size > self.most:
            return
        with self._lock:
            self.bytes += size - self._held.pop(key, (made, 0))[1]
            self._held[key] = made, size
            while self.bytes > self.most:
                self.bytes -= self._held.popitem(last=False)[1][1]
