"""An area's part: what of a record's money and hours lies in a selection of areas.

A record *counts* on its responsible area alone. Its money and hours go by the recorded whole-percent shares, else whole
to the responsible area, marked (:func:`undivided`). The parts of all areas make up the whole, to the øre.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from akint_dash.domain.history import Values
from akint_dash.store.involvement import area_shares, split, split_hours


def has_part(values: Values, chosen: Collection[str]) -> bool:
    """Whether any of a record's money or hours lies on the chosen areas (all, where none is chosen)."""
    if not chosen or "area" not in values:
        return True
    if "areas" not in values:
        return values["area"] in chosen
    return any(percent and area in chosen for area, _, percent in area_shares(values))


def by_area(values: Values, ore: int, chosen: Collection[str]) -> list[tuple[str, int]]:
    """(area, its part of an amount in øre) of the chosen areas that have one; of all where none is chosen."""
    shares = area_shares(values)
    return [
        (area, part)
        for (area, _, percent), part in zip(shares, split(ore, shares), strict=True)
        if percent and (not chosen or area in chosen)
    ]


def part_ore(values: Values, ore: int, chosen: Collection[str]) -> int:
    """The chosen areas' part of an amount; all of it where none is chosen."""
    return sum(part for _, part in by_area(values, ore, chosen)) if chosen and "area" in values else ore


def part_hours(values: Values, hours: float, chosen: Collection[str]) -> float:
    """The chosen areas' part of some hours; all of them where none is chosen."""
    if not chosen or "area" not in values:
        return hours
    shares = area_shares(values)
    parts = zip(shares, split_hours(hours, shares), strict=True)
    return sum(part for (area, _, _), part in parts if area in chosen)


def divided(values: Values) -> bool:
    """Whether a division between several areas is decided: what stands on each is a part."""
    ties: Any = values.get("areas", [])
    return any(share for code, share in ties if code != values.get("area"))


def undivided(values: Values) -> bool:
    """Whether several areas take part and no division is decided: the money stands, marked, on the responsible one."""
    ties: Any = values.get("areas", [])
    others = [share for code, share in ties if code != values.get("area")]
    return bool(others) and not any(others)
