"""Answers that cost much, kept by what they are made of: the ones asked for latest."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

Made = TypeVar("Made")


class Recent:
    """Keeps ``most`` answers; what was not asked for longest goes first. Safe between threads."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._held: OrderedDict[Hashable, Any] = OrderedDict()

    def keep(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The answer kept under ``key``, made where there is none. Two who ask at once may both make it."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                found: Made = self._held[key]
                return found
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made
