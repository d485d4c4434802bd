"""What the address asks of the page of deadlines: from when and how far to look, which kinds, whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from akint_dash.components.view import View
from akint_dash.measures.due_window import DueWindow, due_window
from akint_dash.measures.dues import FARTHEST, Due, dues
from akint_dash.measures.scope import Scope

OWN: Final = ("fra", "til", "hva", "ansvarlig")
"""The page's own parameters of the address."""
KIND_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "soknad": ("application",),
    "vedtak": ("decision",),
    "egenandel": ("contribution",),
    "partnerbrev": ("partner",),
    "eu-sak": ("dossier",),
    "avtale": ("agreement",),
    "medlemskap": ("membership",),
}
"""The word in the address and the kinds of deadline."""
NOBODY: Final = "ingen"
"""Stands in the address for what has no owner."""


@dataclass(frozen=True, slots=True)
class Address:
    """What the address asks for, by itself: ``bad`` is what of it was not understood."""

    window: DueWindow
    kinds: tuple[str, ...]
    owner: str
    bad: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked(Address):
    """``every`` are the deadlines of selection and window, ``found`` those of the kinds and the owner asked for."""

    every: Sequence[Due]
    found: Sequence[Due]


def address(view: View) -> Address:
    """The address, with a usable value for everything; what is not understood is left out."""
    window = due_window(view.query.get("til", ""), view.day, view.query.get("fra", ""))
    words = [word for word in view.query.get("hva", "").split(",") if word]
    kinds = tuple(word for word in KIND_OF if word in words)
    bad = tuple(filter(None, (*window.bad, *(word for word in words if word not in KIND_OF))))
    return Address(window, kinds, view.query.get("ansvarlig", ""), bad)


def read(view: View) -> Asked:
    """The address, and the deadlines that it asks for."""
    asked = address(view)
    every = in_window(view.scope, asked.window)
    found = _narrow(view, asked, every)
    return Asked(asked.window, asked.kinds, asked.owner, asked.bad, every, found)


def in_window(scope: Scope, window: DueWindow) -> list[Due]:
    """The deadlines of a selection in the days looked at."""
    return [one for one in dues(scope, window.until) if window.holds(one.day)]


def narrow(view: View, asked: Address, scope: Scope) -> list[Due]:
    """What is asked for of another selection."""
    return _narrow(view, asked, in_window(scope, asked.window))


def _narrow(view: View, asked: Address, every: Sequence[Due]) -> list[Due]:
    return [one for one in every if _of_kind(asked, one) and _of_owner(view, asked, one)]


def _of_kind(asked: Address, one: Due) -> bool:
    return not asked.kinds or any(one.kind in KIND_OF[word] for word in asked.kinds)


def _of_owner(view: View, asked: Address, one: Due) -> bool:
    return not asked.owner or owner_name(view, one) == asked.owner


def owner_name(view: View, one: Due) -> str:
    """The owner as its record writes it, whatever the language; :data:`NOBODY` where none is recorded."""
    return str(view.portfolio.get(*one.owned)["owner"]) if one.owned else NOBODY


def kind_counts(view: View, asked: Asked) -> dict[str, int]:
    """How many of each kind there are, as if the kinds alone did not narrow."""
    some = [one.kind for one in asked.every if _of_owner(view, asked, one)]
    return {word: sum(some.count(kind) for kind in kinds) for word, kinds in KIND_OF.items()}


def area_counts(view: View, asked: Asked) -> dict[str, int]:
    """How many each area has by itself, whatever areas are chosen; by name."""
    alone = {code: narrow(view, asked, view.scope.narrowed(omrade=(code,))) for code in view.portfolio.records("area")}
    return {code: len(alone[code]) for code in sorted(alone, key=lambda code: view.name("area", code))}


def month_counts(view: View, asked: Asked) -> dict[tuple[int, int], int]:
    """How many each month to come has, as if the days looked at alone did not narrow: (year, month) -> how many."""
    some = _narrow(view, asked, dues(view.scope, FARTHEST))
    return dict(sorted(Counter((one.day.year, one.day.month) for one in some).items()))


def owner_counts(view: View, asked: Asked) -> dict[str, int]:
    """How many each owner has, as if the owner alone did not narrow; by name, those of nobody last."""
    some = Counter(owner_name(view, one) for one in asked.every if _of_kind(asked, one))
    return {name: some[name] for name in sorted(some, key=lambda name: (name == NOBODY, name.casefold()))}
