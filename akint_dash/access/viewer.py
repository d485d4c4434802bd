"""Who asks: a stranger, or someone who has signed in and may what a role may; and so for whom answers are cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from akint_dash.settings import ROLES, Role

Audience = Literal["public", "staff"]
SEES_ALL: Final[frozenset[Role | None]] = frozenset({"staff", "editor", "administrator"})


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks. Without ``role`` a stranger; ``areas`` are those of an editor; ``key`` tells two sign-ins apart.

    ``name`` is what the reader is called on the reader's own page, nowhere else; ``token`` makes what the reader's
    forms carry (see ``forgery``).
    """

    role: Role | None = None
    areas: frozenset[str] = frozenset()
    name: str = ""
    key: str = ""
    token: Callable[[], str] = field(default=str, repr=False, compare=False)

    @property
    def audience(self) -> Audience:
        """For whom a portfolio is cut: strangers and readers see public records only."""
        return "staff" if self.role in SEES_ALL else "public"

    def may(self, least: Role) -> bool:
        """Whether this is at least ``least``."""
        return self.role is not None and ROLES.index(self.role) >= ROLES.index(least)

    @property
    def may_write(self) -> bool:
        """Whether files may be read in and updates undone, of every area: by administrators, and at this machine."""
        return self.role == "administrator" or self == AT_HOME

    def may_edit(self, area: str) -> bool:
        """Whether what belongs to a council area may be changed: by its editors and by administrators."""
        return self.role == "administrator" or (self.role == "editor" and area in self.areas)


STRANGER: Final = Viewer()
AT_HOME: Final = Viewer("staff", key="home")
"""This machine's own user, where staff is let in without sign-in."""


def written_by(viewer: Viewer, at_home: Callable[[], str]) -> str:
    """Who an update says has written it; without sign-in the user of this machine, whom ``at_home`` names."""
    if viewer.name:
        return viewer.name
    return at_home() if viewer == AT_HOME else str(viewer.role)


def stranger() -> Viewer:
    """Whom everything is for that others may read along: screens, feeds, calendars."""
    return STRANGER


def in_groups(groups: Iterable[str], granted: Mapping[str, tuple[Role, frozenset[str]]]) -> tuple[Role, frozenset[str]]:
    """The highest role that the groups give, and every area that they give an editor; a reader in none of them."""
    held = [granted[group] for group in {*groups, "*"} if group in granted]
    none: Role = "reader"
    role = max((role for role, _ in held), key=ROLES.index, default=none)
    areas = frozenset().union(*(areas for one, areas in held if one == "editor"))
    return role, areas if role == "editor" else frozenset()
